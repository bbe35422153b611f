#include "app/pipelines/words.h"

#include "app/theme/numbers.h"
#include "app/user_message.h"

#include <QCoreApplication>
#include <QDateTime>

namespace dash {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("dash", text); // where lupdate files them
}
} // namespace

QString engineWord(const char *english)
{
    return QCoreApplication::translate("Engine", english);
}

QString parameterWord(const char *english)
{
    return QCoreApplication::translate("Parameter", english);
}

QString sentence(const Error &error)
{
    return userMessage(error);
}

QString shortProblem(const Error &error)
{
    switch (error.code) {
    case ErrorCode::ExpressionUnknownField:
        return tr("Unknown field");
    case ErrorCode::ExpressionUnknownFunction:
        return tr("Unknown function");
    case ErrorCode::ExpressionSyntax:
    case ErrorCode::PathSyntax:
    case ErrorCode::TemplateSyntax:
        return tr("Not understood");
    case ErrorCode::ExpressionType:
        return tr("Types do not fit");
    case ErrorCode::DefinitionMissing:
        return tr("Setting missing");
    case ErrorCode::DefinitionUnknownType:
        return tr("Unknown kind");
    case ErrorCode::SecretMissing:
        return tr("Secret missing");
    case ErrorCode::FileOpen:
        return tr("File not opened");
    case ErrorCode::NetworkUnreachable:
    case ErrorCode::NetworkTimeout:
    case ErrorCode::NetworkTls:
    case ErrorCode::NetworkRedirects:
        return tr("Not reached");
    case ErrorCode::HttpStatus:
        return tr("Answered %1").arg(error.arg(QLatin1StringView("status")));
    case ErrorCode::RunTimeLimit:
    case ErrorCode::RunRowLimit:
    case ErrorCode::RunByteLimit:
        return tr("Limit reached");
    default:
        return tr("Has an error");
    }
}

int errorPosition(const Error &error)
{
    bool fine = false;
    const int position = error.arg(QLatin1StringView("position")).toInt(&fine);
    return fine && position > 0 ? position - 1 : -1;
}

QString clockTime(qint64 ms)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms);
    if (time.date() == QDate::currentDate())
        return time.toString(QStringLiteral("HH:mm:ss"));
    return time.toString(QStringLiteral("MM-dd HH:mm:ss"));
}

QString rowsText(qint64 rows)
{
    const int count = int(std::min<qint64>(rows, INT_MAX)); // lupdate 6 never ends with a cast among the arguments
    return QCoreApplication::translate("Words", "%n row(s)", nullptr, count)
        .replace(QString::number(rows), wholeNumber(rows))
        .replace(QLatin1String("row(s)"), rows == 1 ? QLatin1String("row") : QLatin1String("rows"));
}

} // namespace dash

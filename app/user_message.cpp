#include "app/user_message.h"

#include "app/reasons.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace dash {

namespace {

struct ReasonForm {
    const char *english;
    QRegularExpression pattern;
};

// The forms that hold something of the moment, those with most words of their own first.
const std::vector<ReasonForm> &reasonForms()
{
    static const std::vector<ReasonForm> forms = [] {
        std::vector<ReasonForm> out;
        static const QRegularExpression place(QStringLiteral("%[1-9]"));
        for (const char *english : kReasons) {
            const QString text = QString::fromUtf8(english);
            if (!text.contains(place))
                continue;
            QString pattern;
            qsizetype from = 0;
            for (auto found = place.globalMatch(text); found.hasNext();) {
                const QRegularExpressionMatch match = found.next();
                pattern +=
                    QRegularExpression::escape(text.mid(from, match.capturedStart() - from)) + QStringLiteral("(.*)");
                from = match.capturedEnd();
            }
            pattern += QRegularExpression::escape(text.mid(from));
            out.push_back({english, QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                                                       QRegularExpression::DotMatchesEverythingOption)});
        }
        std::stable_sort(out.begin(), out.end(), [](const ReasonForm &a, const ReasonForm &b) {
            return qstrlen(a.english) > qstrlen(b.english);
        });
        return out;
    }();
    return forms;
}

QString translated(const char *english)
{
    return QCoreApplication::translate("Reason", english);
}

} // namespace

QString reasonText(const QString &english)
{
    const QByteArray bytes = english.toUtf8();
    if (const QString whole = translated(bytes.constData()); whole != english || english.isEmpty())
        return whole;
    for (const ReasonForm &form : reasonForms()) {
        const QRegularExpressionMatch match = form.pattern.match(english);
        if (!match.hasMatch())
            continue;
        QString text = translated(form.english);
        // One pass, so that a value with %2 in it stays as it is.
        QString out;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i] == u'%' && i + 1 < text.size() && text[i + 1].isDigit())
                out += reasonText(match.captured(text[++i].digitValue()));
            else
                out += text[i];
        }
        return out;
    }
    return english;
}

QString userMessage(const Error &error)
{
    ErrorArgs args = error.args;
    for (auto &[name, value] : args) {
        if (name == QLatin1StringView("reason"))
            value = reasonText(value);
    }
    return fillSentence(QCoreApplication::translate("Error", errorSentenceTemplate(error.code)), args).trimmed();
}

QString errorDetails(const Error &error)
{
    QString text = errorCodeText(error.code);
    for (const auto &[name, value] : error.args)
        text += u'\n' + QString(name) + u": " + value;
    if (!error.detail.isEmpty())
        text += u'\n' + error.detail;
    return text;
}

QString parameterText(const char *english)
{
    return english && *english ? QCoreApplication::translate("Parameter", english) : QString();
}

QString engineText(const char *english)
{
    return english && *english ? QCoreApplication::translate("Engine", english) : QString();
}

} // namespace dash

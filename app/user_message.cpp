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
        if (name == QLatin1StringView("reason") || name == QLatin1StringView("format"))
            value = reasonText(value);
    }
    return fillSentence(QCoreApplication::translate("Error", errorSentenceTemplate(error.code)), args).trimmed();
}

namespace {

constexpr ErrorCode kCodes[] = {
#define DASH_ERROR_CODE(name, code, sentence) ErrorCode::name,
    DASH_ERROR_TABLE(DASH_ERROR_CODE)
#undef DASH_ERROR_CODE
};

// A template of core as a pattern over its sentences; what is known stands in it word by word.
QRegularExpression patternOf(const QString &text, const ErrorArgs &known)
{
    QString pattern;
    qsizetype at = 0;
    static const QRegularExpression place(QStringLiteral("\\{([a-z_]+)\\}"));
    for (auto found = place.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        pattern += QRegularExpression::escape(text.mid(at, match.capturedStart() - at));
        QString value = QStringLiteral(".*?");
        for (const auto &[name, word] : known) {
            if (match.capturedView(1) == name && !word.isEmpty())
                value = QRegularExpression::escape(word);
        }
        pattern += QStringLiteral("(?<%1>%2)").arg(match.captured(1), value);
        at = match.capturedEnd();
    }
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern + QRegularExpression::escape(text.mid(at))),
                              QRegularExpression::DotMatchesEverythingOption);
}

qsizetype wordsOf(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("\\{[a-z_]+\\}"));
    return QString(text).remove(place).size();
}

// The names of a template's arguments live as long as the template does.
ErrorArgs argumentsOf(const char *text, const QRegularExpressionMatch &match)
{
    ErrorArgs args;
    const QLatin1StringView all(text);
    for (qsizetype open = all.indexOf(u'{'); open >= 0; open = all.indexOf(u'{', open + 1)) {
        const qsizetype close = all.indexOf(u'}', open);
        const QLatin1StringView name = all.mid(open + 1, close - open - 1);
        const auto same = [&](const auto &entry) { return entry.first == name; };
        if (std::none_of(args.begin(), args.end(), same))
            args.emplace_back(name, match.captured(name));
    }
    return args;
}

std::optional<Error> errorLike(ErrorCode code, const QString &sentence, const ErrorArgs &known)
{
    const char *text = errorSentenceTemplate(code);
    const QRegularExpression pattern = patternOf(QString::fromUtf8(text), known);
    for (const QString &candidate : {sentence, QString(sentence + u' ')}) { // an empty last argument was trimmed off
        const QRegularExpressionMatch match = pattern.match(candidate);
        if (match.hasMatch())
            return Error{code, argumentsOf(text, match), {}};
    }
    return std::nullopt;
}

} // namespace

std::optional<Error> errorOfSentence(QStringView code, const QString &sentence, const ErrorArgs &known)
{
    if (const auto named = errorCodeFromText(code)) {
        auto error = errorLike(*named, sentence, known);
        return error || known.empty() ? error : errorLike(*named, sentence, {}); // a step may have another name now
    }
    constexpr qsizetype kTelling = 8; // letters of its own, so that "{reason}" does not fit everything
    std::optional<Error> best;
    qsizetype most = kTelling;
    for (const ErrorCode candidate : kCodes) {
        const qsizetype words = wordsOf(QString::fromUtf8(errorSentenceTemplate(candidate)));
        if (words <= most)
            continue;
        if (auto error = errorLike(candidate, sentence, known)) {
            best = std::move(error);
            most = words;
        }
    }
    return best;
}

QString storedMessage(QStringView code, const QString &sentence, const ErrorArgs &known)
{
    const auto error = errorOfSentence(code, sentence, known);
    return error ? userMessage(*error) : reasonText(sentence);
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

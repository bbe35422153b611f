#include "core/base/error.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace dash {

namespace {

struct Row {
    const char *code;
    const char *sentence;
};

constexpr std::array kRows{
#define DASH_ERROR_ROW(name, code, sentence) Row{code, sentence},
    DASH_ERROR_TABLE(DASH_ERROR_ROW)
#undef DASH_ERROR_ROW
};

} // namespace

QString Error::arg(QLatin1StringView name) const
{
    const auto it = std::find_if(args.begin(), args.end(), [&](const auto &entry) { return entry.first == name; });
    return it == args.end() ? QString() : it->second;
}

Error &Error::with(QLatin1StringView name, QString value)
{
    const auto it = std::find_if(args.begin(), args.end(), [&](const auto &entry) { return entry.first == name; });
    if (it == args.end())
        args.emplace_back(name, std::move(value));
    else
        it->second = std::move(value);
    return *this;
}

Failure fail(ErrorCode code, ErrorArgs args, QString detail)
{
    return Failure(Error{code, std::move(args), std::move(detail)});
}

Failure fail(Error error)
{
    return Failure(std::move(error));
}

QLatin1StringView errorCodeText(ErrorCode code)
{
    return QLatin1StringView(kRows.at(static_cast<size_t>(code)).code);
}

std::optional<ErrorCode> errorCodeFromText(QStringView text)
{
    const auto it =
        std::find_if(kRows.begin(), kRows.end(), [&](const Row &row) { return text == QLatin1StringView(row.code); });
    if (it == kRows.end())
        return std::nullopt;
    return static_cast<ErrorCode>(std::distance(kRows.begin(), it));
}

const char *errorSentenceTemplate(ErrorCode code)
{
    return kRows.at(static_cast<size_t>(code)).sentence;
}

QString fillSentence(const QString &sentence, const ErrorArgs &args)
{
    QString out;
    out.reserve(sentence.size() + 32);
    qsizetype at = 0;
    while (at < sentence.size()) {
        const qsizetype open = sentence.indexOf(u'{', at);
        const qsizetype close = open < 0 ? -1 : sentence.indexOf(u'}', open);
        if (close < 0) {
            out += QStringView(sentence).mid(at);
            break;
        }
        out += QStringView(sentence).mid(at, open - at);
        const QStringView name = QStringView(sentence).mid(open + 1, close - open - 1);
        for (const auto &[key, value] : args) {
            if (name == key)
                out += value;
        }
        at = close + 1;
    }
    return out.trimmed();
}

QString errorSentence(const Error &error)
{
    return fillSentence(QString::fromUtf8(errorSentenceTemplate(error.code)), error.args);
}

} // namespace dash

#include "core/engine/formats/limits.h"

#include "core/engine/row_text.h"

namespace dash {

Failure formatSyntax(const char *format, qint64 line, const QString &reason)
{
    return fail(ErrorCode::FormatSyntax, {{QLatin1StringView("format"), QString::fromLatin1(format)},
                                          {QLatin1StringView("line"), QString::number(line)},
                                          {QLatin1StringView("reason"), reason}});
}

Failure recordTooLarge()
{
    return fail(
        ErrorCode::FormatTooLarge,
        {{QLatin1StringView("limit"), QStringLiteral("%1 MiB in one record").arg(kMaxRecordBytes / (1024 * 1024))}});
}

Result<> rejectText(Rejects &rejects, Error reason, std::string_view text)
{
    if (rejects.size() >= kMaxBrokenRecords)
        return fail(std::move(reason));
    std::size_t kept = std::min<std::size_t>(text.size(), 16 * 1024);
    while (kept > 0 && kept < text.size() && (static_cast<unsigned char>(text[kept]) & 0xC0) == 0x80)
        --kept; // never half a character
    std::string record = "{\"text\":";
    appendJsonString(record, text.substr(0, kept));
    record.push_back('}');
    rejects.push_back(Reject{std::move(reason), QByteArray(record.data(), static_cast<qsizetype>(record.size()))});
    return {};
}

} // namespace dash

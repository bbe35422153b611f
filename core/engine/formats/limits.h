#pragma once
// What a document may ask of a format before it is refused, and the words for it.

#include "core/engine/rejects.h"

#include <string_view>

namespace dash {

inline constexpr std::size_t kFormatBatchRows = 16'000;
inline constexpr std::size_t kFormatBatchBytes = 8 * 1024 * 1024;
inline constexpr std::size_t kMaxRecordBytes = 16 * 1024 * 1024;
inline constexpr int kMaxFormatDepth = 64;
inline constexpr std::size_t kMaxFormatColumns = 2'000;
inline constexpr std::size_t kMaxBrokenRecords = 100'000; // then the document is not of this format at all

Failure formatSyntax(const char *format, qint64 line, const QString &reason);
Failure recordTooLarge();
// A piece of text that was no record, as {"text": …} (cut when very long), with the reason.
Result<> rejectText(Rejects &rejects, Error reason, std::string_view text);

} // namespace dash

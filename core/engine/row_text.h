#pragma once
// Rows as text: JSON with every digit kept, and CSV. What sinks, the rejected table and exports write.

#include "core/model/batch.h"

#include <string>

namespace dash {

// A JSON string with its quotes. Bytes that are not UTF-8 become U+FFFD.
void appendJsonString(std::string &out, std::string_view utf8);
// One cell as JSON: numbers with all their digits (decimals too), instants as ISO text, NaN and infinities as text.
void appendCellJson(std::string &out, const Column &column, std::size_t row);
// One row as a compact object, fields in the batch's order.
void appendRowJson(std::string &out, const Batch &batch, std::size_t row);
// One row in RFC 4180 form, ended by \r\n or \n as given; cells that a spreadsheet would run as a formula keep their
// text.
void appendRowCsv(std::string &out, const Batch &batch, std::size_t row, char delimiter, std::string_view lineEnd);
void appendHeaderCsv(std::string &out, const Batch &batch, char delimiter, std::string_view lineEnd);

// Rows from JSON objects, one each: whole numbers → int64, others → double, true/false → bool, text → text or, where
// every one of a field is written as isoUtc() writes it, instant; arrays and objects → json. For rows kept as text.
Batch batchFromJsonRows(const std::vector<QByteArray> &objects);

} // namespace dash

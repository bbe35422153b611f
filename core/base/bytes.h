#pragma once

#include <QtGlobal>

#include <compare>

namespace dash {

// A number of bytes, so that a size is never taken for a count of rows.
struct ByteCount {
    qint64 value = 0;
    friend auto operator<=>(const ByteCount &, const ByteCount &) = default;
};

constexpr ByteCount mebibytes(qint64 n)
{
    return ByteCount{n * 1024 * 1024};
}

} // namespace dash

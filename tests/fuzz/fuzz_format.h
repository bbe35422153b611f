#pragma once
// A document at once and torn into portions must give the same rows, or be refused both times.

#include "core/engine/format.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/fuzz_world.h"

#include <cstdio>
#include <cstdlib>

namespace dash::fuzz {

struct Rows {
    Batch rows;
    std::size_t rejects = 0;
    bool failed = false;
};

inline Rows decodeIn(const FormatType &format, const QJsonObject &config, QByteArrayView bytes, qsizetype portion)
{
    World world;
    Rows out;
    const auto decoder = format.create(config, world.context);
    if (!decoder) {
        out.failed = true;
        return out;
    }
    std::vector<Batch> batches;
    Rejects rejects;
    const auto take = [&](Batch batch) -> Result<> {
        for (const Field &field : batch.fields) {
            if (field.column->size() != batch.rows)
                std::abort();
        }
        batches.push_back(std::move(batch));
        return {};
    };
    for (qsizetype at = 0;; at += portion) {
        const qsizetype size = std::min(portion, bytes.size() - at);
        const bool last = at + size >= bytes.size();
        if (!(*decoder)->decode(bytes.sliced(at, size), last, take, rejects)) {
            out.failed = true;
            return out;
        }
        if (last)
            break;
    }
    out.rejects = rejects.size();
    if (!batches.empty())
        out.rows = concatenate(batches);
    return out;
}

inline void decodeBothWays(const FormatType &format, const QJsonObject &config, QByteArrayView bytes, qsizetype portion)
{
    const Rows whole = decodeIn(format, config, bytes, std::max<qsizetype>(1, bytes.size()));
    const Rows torn = decodeIn(format, config, bytes, portion);
    // What encoding other bytes have is guessed from the first of them: a longer first portion may tell more.
    if (!bytes.isValidUtf8() || bytes.contains('\0'))
        return;
    if (whole.failed != torn.failed)
        std::abort();
    if (whole.failed)
        return;
    if (whole.rows.rows != torn.rows.rows || whole.rejects != torn.rejects ||
        whole.rows.fields.size() != torn.rows.fields.size())
        std::abort();
    for (std::size_t f = 0; f < whole.rows.fields.size(); ++f) {
        const Field &a = whole.rows.fields[f];
        const Field &b = torn.rows.fields[f];
        if (a.name != b.name || a.column->type != b.column->type)
            std::abort();
        for (std::size_t row = 0; row < whole.rows.rows; ++row) {
            if (a.column->isNull(row) != b.column->isNull(row) || cellText(*a.column, row) != cellText(*b.column, row))
                std::abort();
        }
    }
}

} // namespace dash::fuzz

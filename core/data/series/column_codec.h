#pragma once
// Columns of int64 inside a chunk: a prediction of order 0, 1 or 2 leaves residuals; the residual's high part is one of
// 190 equal bins around the middle or an escape class by length, entropy coded; its low bits are stored as they are.
// Arithmetic wraps, so every int64 sequence comes back exactly. Blocks decode on their own from a seed.

#include "core/data/series/entropy.h"

#include <memory>
#include <optional>

namespace dash::series {

// What a block needs to know of the points before it: the last value (order >= 1) and the last step (order 2).
struct Seed {
    std::int64_t value = 0;
    std::int64_t step = 0;
};

struct ColumnPlan {
    int order = 0;
    bool constant = false; // every residual is `base`; blocks hold nothing
    bool hasRaw = false;   // some bits are stored raw
    int shift = 0;         // low bits stored raw
    std::int64_t base = 0; // lowest residual of bin 0
    SymbolModel model;     // unless constant
    double bits = 0;       // estimated cost of the column

    void write(Bytes &out) const;
    [[nodiscard]] bool read(ByteReader &in);
};

// Chooses the cheapest of the orders low … high for the column (not empty).
ColumnPlan planColumn(std::span<const std::int64_t> values, int lowestOrder, int highestOrder);

Seed firstSeed(const ColumnPlan &plan, std::span<const std::int64_t> values);
Seed nextSeed(std::span<const std::int64_t> valuesSoFar);

class ColumnEncoder {
public:
    explicit ColumnEncoder(const ColumnPlan &plan);
    void encode(std::span<const std::int64_t> values, Seed seed, Bytes &out) const;

private:
    const ColumnPlan &m_plan;
    std::optional<SymbolEncoder> m_symbols;
};

class ColumnDecoder {
public:
    explicit ColumnDecoder(const ColumnPlan &plan);
    [[nodiscard]] bool decode(ByteReader &in, Seed seed, std::span<std::int64_t> values) const;

private:
    ColumnPlan m_plan;
    std::unique_ptr<const SymbolDecoder> m_symbols; // large, and its owner moves
};

} // namespace dash::series

#include "core/data/series/column_codec.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dash::series {

namespace {

constexpr int kBins = 190;   // symbols 0 … 189: bins; 190 + n: outside them by a distance of n bits
constexpr int kClasses = 65; // a distance has 0 … 64 bits
static_assert(kBins + kClasses <= static_cast<int>(kSymbols));
constexpr std::size_t kBlock = 512; // most values of one call
constexpr std::size_t kSample = 1024;

// Where a residual falls: its symbol, and the raw bits that tell it from others of the symbol.
struct Place {
    std::uint8_t symbol;
    std::uint64_t outside; // distance beyond the bins, top bit dropped
    int outsideBits;       // -1: in a bin
    bool below;
};

Place placeOf(std::int64_t residual, std::int64_t base, int shift)
{
    const std::int64_t bin = wrapSub(residual, base) >> shift;
    if (bin >= 0 && bin < kBins)
        return {static_cast<std::uint8_t>(bin), 0, -1, false};
    const bool below = bin < 0;
    const auto distance = static_cast<std::uint64_t>(below ? -(bin + 1) : bin - kBins);
    const int bits = std::bit_width(distance);
    const int kept = std::max(0, bits - 1);
    return {static_cast<std::uint8_t>(kBins + bits), bits == 0 ? 0 : distance - (std::uint64_t{1} << kept), kept,
            below};
}

void residuals(std::span<const std::int64_t> values, Seed seed, int order, std::int64_t *out)
{
    if (order == 0) {
        std::copy(values.begin(), values.end(), out);
        return;
    }
    std::int64_t before = seed.value;
    std::int64_t step = order == 2 ? seed.step : 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::int64_t now = wrapSub(values[i], before);
        out[i] = wrapSub(now, step);
        if (order == 2)
            step = now;
        before = values[i];
    }
}

using Counts = std::array<std::uint32_t, kSymbols>;

// Counts symbols and adds up the raw bits.
double countSymbols(std::span<const std::int64_t> rest, std::int64_t base, int shift, Counts &counts)
{
    counts.fill(0);
    double raw = 0;
    for (const std::int64_t r : rest) {
        const Place place = placeOf(r, base, shift);
        ++counts[place.symbol];
        raw += place.outsideBits + 1;
    }
    return raw + static_cast<double>(rest.size()) * shift;
}

double entropyBits(const Counts &counts, std::size_t total)
{
    double bits = 0;
    for (const std::uint32_t count : counts) {
        if (count != 0)
            bits += count * std::log2(static_cast<double>(total) / count);
    }
    return bits;
}

struct Binning {
    std::int64_t base = 0;
    int shift = 0;
    double bits = std::numeric_limits<double>::infinity();
};

// Tries bins that span all residuals, and narrower ones that leave outliers to the escapes.
Binning chooseBins(std::span<const std::int64_t> rest)
{
    std::vector<std::int64_t> sample;
    const std::size_t stride = std::max<std::size_t>(1, rest.size() / kSample);
    for (std::size_t i = 0; i < rest.size(); i += stride)
        sample.push_back(rest[i]);
    std::vector<std::int64_t> sorted = sample;
    std::sort(sorted.begin(), sorted.end());
    const auto [least, most] = std::minmax_element(rest.begin(), rest.end());
    if (static_cast<std::uint64_t>(*most) - static_cast<std::uint64_t>(*least) < kBins) {
        Counts counts;
        countSymbols(sample, *least, 0, counts);
        return {*least, 0, entropyBits(counts, sample.size())};
    }
    Binning best;
    for (const double cut : {0.0, 0.01, 0.05, 0.25}) {
        const auto at = static_cast<std::size_t>(cut * static_cast<double>(sorted.size() - 1));
        const std::int64_t low = sorted[at];
        const std::int64_t high = sorted[sorted.size() - 1 - at];
        const std::uint64_t width = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
        const int shift = std::max(0, static_cast<int>(std::bit_width(width)) - 7);
        const std::int64_t middle = wrapAdd(low, static_cast<std::int64_t>(width / 2));
        const auto half = static_cast<std::int64_t>(std::uint64_t{kBins / 2} << shift);
        const std::int64_t base = wrapSub(middle, half);
        Counts counts;
        const double raw = countSymbols(sample, base, shift, counts);
        const double bits = raw + entropyBits(counts, sample.size());
        if (bits < best.bits)
            best = {base, shift, bits};
    }
    return best;
}

} // namespace

void ColumnPlan::write(Bytes &out) const
{
    ByteWriter writer(out);
    writer.u8(static_cast<std::uint8_t>(order | (constant ? 4 : 0) | (hasRaw ? 8 : 0)));
    writer.signedVarint(base);
    if (constant)
        return;
    writer.u8(static_cast<std::uint8_t>(shift));
    model.write(out);
}

bool ColumnPlan::read(ByteReader &in)
{
    const std::uint8_t flags = in.u8();
    order = flags & 3;
    constant = (flags & 4) != 0;
    hasRaw = (flags & 8) != 0;
    base = in.signedVarint();
    if (!in.ok() || order > 2 || flags > 15)
        return false;
    if (constant)
        return !hasRaw;
    shift = in.u8();
    return shift <= 57 && in.ok() && (hasRaw || shift == 0) && model.read(in);
}

Seed firstSeed(const ColumnPlan &plan, std::span<const std::int64_t> values)
{
    if (plan.order == 0)
        return {};
    const std::int64_t step = values.size() > 1 ? wrapSub(values[1], values[0]) : 0;
    if (plan.order == 1) // so that the first residual is an ordinary one
        return {wrapSub(values[0], values.size() > 1 ? step : plan.base), 0};
    return {wrapSub(values[0], step), step};
}

Seed nextSeed(std::span<const std::int64_t> valuesSoFar)
{
    const std::size_t n = valuesSoFar.size();
    return {valuesSoFar[n - 1], n > 1 ? wrapSub(valuesSoFar[n - 1], valuesSoFar[n - 2]) : 0};
}

ColumnPlan planColumn(std::span<const std::int64_t> values, int lowestOrder, int highestOrder)
{
    ColumnPlan plan;
    Binning chosen;
    int chosenOrder = lowestOrder;
    std::vector<std::int64_t> rest(values.size());
    std::vector<std::int64_t> best;
    for (int order = lowestOrder; order <= highestOrder; ++order) {
        plan.order = order;
        residuals(values, firstSeed(plan, values), order, rest.data());
        if (std::all_of(rest.begin(), rest.end(), [&](std::int64_t r) { return r == rest.front(); })) {
            plan.constant = true;
            plan.base = rest.front();
            plan.bits = 0;
            return plan;
        }
        const Binning bins = chooseBins(rest);
        if (bins.bits < chosen.bits * 0.995) { // a higher order has to pay for itself
            chosen = bins;
            best.swap(rest);
            rest.resize(values.size());
            chosenOrder = order;
        }
    }
    plan.order = chosenOrder;
    plan.base = chosen.base;
    plan.shift = chosen.shift;
    Counts counts;
    const double raw = countSymbols(best, plan.base, plan.shift, counts);
    plan.hasRaw = raw > 0;
    // One symbol alone cannot be coded (its frequency would be the whole scale); a second one that never occurs can.
    if (std::count_if(counts.begin(), counts.end(), [](std::uint32_t c) { return c != 0; }) == 1)
        ++counts[counts[0] == 0 ? 0 : 1];
    plan.model = SymbolModel::fromCounts(counts);
    plan.bits = raw + plan.model.bits(counts);
    return plan;
}

ColumnEncoder::ColumnEncoder(const ColumnPlan &plan)
    : m_plan(plan)
{
    if (!plan.constant)
        m_symbols.emplace(plan.model);
}

void ColumnEncoder::encode(std::span<const std::int64_t> values, Seed seed, Bytes &out) const
{
    if (m_plan.constant)
        return;
    std::array<std::int64_t, kBlock> rest;
    std::array<std::uint8_t, kBlock> symbols;
    residuals(values, seed, m_plan.order, rest.data());
    thread_local Bytes raw;
    raw.clear();
    BitWriter bits(raw);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Place place = placeOf(rest[i], m_plan.base, m_plan.shift);
        symbols[i] = place.symbol;
        bits.write(static_cast<std::uint64_t>(wrapSub(rest[i], m_plan.base)), m_plan.shift);
        if (place.outsideBits >= 0) {
            bits.write(place.below ? 1 : 0, 1);
            bits.write(place.outside, place.outsideBits);
        }
    }
    bits.finish();
    m_symbols->encode(std::span(symbols.data(), values.size()), out);
    if (m_plan.hasRaw) {
        ByteWriter writer(out);
        writer.varint(raw.size());
        writer.bytes(raw);
    }
}

ColumnDecoder::ColumnDecoder(const ColumnPlan &plan)
    : m_plan(plan)
{
    if (!plan.constant)
        m_symbols = std::make_unique<const SymbolDecoder>(plan.model);
}

bool ColumnDecoder::decode(ByteReader &in, Seed seed, std::span<std::int64_t> values) const
{
    if (values.size() > kBlock)
        return false;
    const std::int64_t base = m_plan.base;
    if (m_plan.constant) {
        std::fill(values.begin(), values.end(), base);
    } else {
        std::array<std::uint8_t, kBlock> symbols;
        if (!m_symbols->decode(in, std::span(symbols.data(), values.size())))
            return false;
        if (!m_plan.hasRaw) {
            std::uint8_t most = 0;
            for (std::size_t i = 0; i < values.size(); ++i)
                most = std::max(most, symbols[i]);
            if (most >= kBins)
                return false;
            if (m_plan.order == 1) {
                std::int64_t before = seed.value;
                for (std::size_t i = 0; i < values.size(); ++i)
                    values[i] = before = wrapAdd(before, wrapAdd(base, symbols[i]));
                return true;
            }
            for (std::size_t i = 0; i < values.size(); ++i)
                values[i] = wrapAdd(base, symbols[i]);
        } else {
            BitReader bits(in.bytes(static_cast<std::size_t>(in.varint())));
            const int shift = m_plan.shift;
            for (std::size_t i = 0; i < values.size(); ++i) {
                const auto low = static_cast<std::int64_t>(bits.read(shift));
                std::int64_t bin = symbols[i];
                if (bin >= kBins) [[unlikely]] {
                    const int length = static_cast<int>(bin) - kBins;
                    if (length >= kClasses)
                        return false;
                    const bool below = bits.read(1) != 0;
                    const int kept = std::max(0, length - 1);
                    const std::uint64_t distance = length == 0 ? 0 : bits.read(kept) + (std::uint64_t{1} << kept);
                    bin = static_cast<std::int64_t>(below ? ~distance : distance + kBins);
                }
                const auto high = static_cast<std::int64_t>(static_cast<std::uint64_t>(bin) << shift);
                values[i] = wrapAdd(base, wrapAdd(high, low));
            }
            if (!bits.ok() || !in.ok())
                return false;
        }
    }
    if (m_plan.order == 0)
        return true;
    std::int64_t before = seed.value;
    if (m_plan.order == 1) {
        for (std::int64_t &v : values)
            before = v = wrapAdd(before, v);
        return true;
    }
    std::int64_t step = seed.step;
    for (std::int64_t &v : values) {
        step = wrapAdd(step, v);
        before = v = wrapAdd(before, step);
    }
    return true;
}

} // namespace dash::series

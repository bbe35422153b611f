#include "core/data/series/decimal_scale.h"

namespace dash::series {

int exponentOf(std::uint64_t word, int least)
{
    std::int64_t units = 0;
    for (int exponent = least; exponent <= kMaxExponent; ++exponent) {
        if (scaleExactly(word, exponent, units))
            return exponent;
    }
    return -1;
}

} // namespace dash::series

#pragma once
// What the writing and the reading half of the chunk format share.

#include "core/data/series/column_codec.h"

#include <QtGlobal>

namespace dash::series {

inline constexpr std::uint8_t kChunkVersion = 1;
inline constexpr std::size_t kCheckedFrom = 6; // the CRC covers the header from here on

enum class ValueMode : std::uint8_t { Integers, Scaled, Bits };

// A column whose steps are all the same knows its seeds by counting.
inline bool storesSeed(const ColumnPlan &plan, bool isFirstBlock)
{
    return plan.order > 0 && (isFirstBlock || !plan.constant || plan.order == 2);
}

// First times of blocks are stored as their difference from evenly spaced ones.
class FirstTimePredictor {
public:
    qint64 expected() const { return wrapAdd(m_last, m_step); }
    void saw(qint64 time)
    {
        m_step = m_any ? wrapSub(time, m_last) : 0;
        m_last = time;
        m_any = true;
    }

private:
    qint64 m_last = 0;
    qint64 m_step = 0;
    bool m_any = false;
};

} // namespace dash::series

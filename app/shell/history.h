#pragma once
// Back and forward, as in a browser. Pure.

#include "app/app_context.h"

#include <vector>

namespace dash {

class LocationHistory {
public:
    void visit(const Location &location); // drops what was ahead; the same place again changes nothing
    bool canBack() const { return m_at > 0; }
    bool canForward() const { return m_at + 1 < m_visited.size(); }
    Location back();
    Location forward();
    const Location &current() const { return m_visited[m_at]; }
    bool isEmpty() const { return m_visited.empty(); }
    void forget(const Location &location); // what was removed cannot be gone back to

private:
    static constexpr std::size_t kMost = 200;
    std::vector<Location> m_visited;
    std::size_t m_at = 0;
};

} // namespace dash

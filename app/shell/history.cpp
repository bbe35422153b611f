#include "app/shell/history.h"

#include <algorithm>

namespace dash {

void LocationHistory::visit(const Location &location)
{
    if (!m_visited.empty()) {
        if (current() == location)
            return;
        m_visited.erase(m_visited.begin() + std::ptrdiff_t(m_at) + 1, m_visited.end());
    }
    m_visited.push_back(location);
    if (m_visited.size() > kMost)
        m_visited.erase(m_visited.begin());
    m_at = m_visited.size() - 1;
}

Location LocationHistory::back()
{
    if (canBack())
        --m_at;
    return current();
}

Location LocationHistory::forward()
{
    if (canForward())
        ++m_at;
    return current();
}

void LocationHistory::forget(const Location &location)
{
    for (std::size_t i = m_visited.size(); i-- > 0;) {
        if (m_visited[i].section != location.section || m_visited[i].id != location.id || m_visited.size() == 1)
            continue;
        m_visited.erase(m_visited.begin() + std::ptrdiff_t(i));
        if (m_at >= i && m_at > 0)
            --m_at;
    }
}

} // namespace dash

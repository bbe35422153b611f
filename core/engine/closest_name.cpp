#include "core/engine/closest_name.h"

#include <algorithm>
#include <vector>

namespace dash {

namespace {

constexpr qsizetype kLongest = 60; // longer names are not misspelt, they are something else

std::size_t distance(QStringView a, QStringView b)
{
    const auto n = static_cast<std::size_t>(b.size());
    std::vector<std::size_t> older(n + 1);
    std::vector<std::size_t> previous(n + 1);
    std::vector<std::size_t> current(n + 1);
    for (std::size_t j = 0; j <= n; ++j)
        previous[j] = j;
    for (qsizetype i = 1; i <= a.size(); ++i) {
        current[0] = static_cast<std::size_t>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            current[at] = std::min({previous[at] + 1, current[at - 1] + 1, previous[at - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                current[at] = std::min(current[at], older[at - 2] + 1);
        }
        std::swap(older, previous);
        std::swap(previous, current);
    }
    return previous[n];
}

} // namespace

QString closestName(const QString &name, const QStringList &candidates)
{
    if (name.size() > kLongest)
        return {};
    const QString wanted = name.toLower();
    QString best;
    std::size_t bestDistance = std::max<std::size_t>(1, static_cast<std::size_t>(wanted.size()) / 3) + 1;
    for (const QString &candidate : candidates) {
        if (candidate.size() > kLongest)
            continue;
        const QString lower = candidate.toLower();
        std::size_t d = distance(wanted, lower);
        if (d > 1 && wanted.size() >= 3 && (lower.startsWith(wanted) || lower.endsWith(wanted)))
            d = 1;
        if (d < bestDistance) {
            bestDistance = d;
            best = candidate;
        }
    }
    return best;
}

} // namespace dash

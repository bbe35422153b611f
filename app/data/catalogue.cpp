#include "app/data/catalogue.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace dash {

Result<DataCatalogue> readCatalogue(const PointsSnapshot &snapshot)
{
    auto series = snapshot.series().list();
    if (!series)
        return fail(series.error());
    auto tables = snapshot.tables();
    if (!tables)
        return fail(tables.error());
    DataCatalogue out;
    std::map<std::pair<std::string, std::string>, std::size_t> groups;
    for (SeriesInfo &info : *series) {
        const auto [at, isNew] = groups.try_emplace({info.key.name, info.key.owner}, out.series.size());
        if (isNew) {
            SeriesGroup group;
            group.owner = info.key.owner;
            group.name = info.key.name;
            group.unit = info.unit;
            group.first = info.first;
            group.last = info.last;
            out.series.push_back(std::move(group));
        }
        SeriesGroup &group = out.series[at->second];
        if (info.points > 0) {
            group.first = group.points == 0 ? info.first : std::min(group.first, info.first);
            group.last = group.points == 0 ? info.last : std::max(group.last, info.last);
        }
        group.points += info.points;
        group.members.push_back(std::move(info));
    }
    std::sort(out.series.begin(), out.series.end(), [](const SeriesGroup &a, const SeriesGroup &b) {
        return std::tie(a.name, a.owner) < std::tie(b.name, b.owner);
    });
    out.tables = std::move(*tables);
    std::sort(out.tables.begin(), out.tables.end(), [](const TableInfo &a, const TableInfo &b) {
        return std::tie(a.title, a.name) < std::tie(b.title, b.name);
    });
    return out;
}

} // namespace dash

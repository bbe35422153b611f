#pragma once
// Names of series: the tables series and series_label.

#include "core/data/series/series_store.h"

#include <optional>

namespace dash::series {

// A row of the table series: its info as far as sealed points go.
struct CatalogRow {
    SeriesInfo info; // points, first and last: sealed ones
    qint64 floor = kMinInstant;
    qint64 sealedChange = 0;
};

SeriesKey sorted(SeriesKey key);
std::string canonicalText(const SeriesKey &sortedKey); // one text for one key
std::int64_t keyHash(std::string_view canonicalText);

Result<std::optional<CatalogRow>> findByKey(Database &db, const SeriesKey &sortedKey);
Result<std::optional<CatalogRow>> findById(Database &db, SeriesId id);
// `change`: the last one before the series was there.
Result<SeriesId> addToCatalog(Database &db, const SeriesKey &sortedKey, const SeriesInfo &info, qint64 change);
Result<> updateCatalog(Database &db, const CatalogRow &row);
Result<> removeFromCatalog(Database &db, const CatalogRow &row);
struct CatalogFilter {
    std::string_view name;  // empty: any
    std::string_view owner; // empty: any
    std::span<const Label> labels;
};
Result<std::vector<CatalogRow>> findRows(Database &db, const CatalogFilter &filter);

} // namespace dash::series

#include "core/data/series/series_store.h"

#include <array>

namespace dash {

// series_state.change grows with every change of series data; readers match it with the heads they hold.
// series.sealed_change: rows of the batch log up to this one are in chunks (or erased) as far as this series goes.
// series_group: up to 128 chunks of a series, with a summary of each (chunks) and of all (total).
const char *const kSeriesSchema = R"sql(
CREATE TABLE series_state(id INTEGER PRIMARY KEY CHECK(id = 1), change INTEGER NOT NULL);
INSERT INTO series_state(id, change) VALUES(1, 0);
CREATE TABLE series(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hash INTEGER NOT NULL,
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    labels BLOB NOT NULL,
    type INTEGER NOT NULL,
    scale INTEGER NOT NULL,
    unit TEXT NOT NULL,
    floor INTEGER NOT NULL,
    sealed_change INTEGER NOT NULL,
    sealed_points INTEGER NOT NULL,
    sealed_first INTEGER NOT NULL,
    sealed_last INTEGER NOT NULL);
CREATE INDEX series_by_hash ON series(hash);
CREATE INDEX series_by_name ON series(name);
CREATE INDEX series_by_owner ON series(owner);
CREATE TABLE series_label(
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    series INTEGER NOT NULL,
    PRIMARY KEY(name, value, series)) WITHOUT ROWID;
CREATE TABLE series_group(
    series INTEGER NOT NULL,
    first_time INTEGER NOT NULL,
    last_time INTEGER NOT NULL,
    total BLOB NOT NULL,
    chunks BLOB NOT NULL,
    PRIMARY KEY(series, first_time)) WITHOUT ROWID;
CREATE TABLE series_chunk(id INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE series_log(change INTEGER PRIMARY KEY, data BLOB NOT NULL);
)sql";

// kind: DamageKind. Chunks and rows of the batch log stay where they are (place: their id) and are not looked at again;
// the list of a group (data) is all that led to its chunks.
const char *const kSeriesDamageSchema = R"sql(
CREATE TABLE series_damage(
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    place INTEGER NOT NULL,
    series INTEGER,
    first_time INTEGER,
    last_time INTEGER,
    points INTEGER NOT NULL,
    reason TEXT NOT NULL,
    data BLOB);
CREATE INDEX series_damage_by_series ON series_damage(series, first_time);
)sql";

std::span<const Migration> seriesMigrations()
{
    static const std::array<Migration, 2> migrations{
        {{1, "series", kSeriesSchema}, {2, "damage that was set aside", kSeriesDamageSchema}}};
    return migrations;
}

} // namespace dash

#include "core/data/points_schema.h"

#include "core/data/series/series_store.h"

#include <array>

namespace dash {

namespace {

constexpr const char *kRows = R"sql(
CREATE TABLE dash_tables(
  id INTEGER PRIMARY KEY, pipeline BLOB NOT NULL, output TEXT NOT NULL, title TEXT NOT NULL,
  key_columns TEXT NOT NULL, unique_columns TEXT NOT NULL, columns TEXT NOT NULL,
  row_count INTEGER NOT NULL, byte_count INTEGER NOT NULL, next_row INTEGER NOT NULL, revision INTEGER NOT NULL,
  UNIQUE(pipeline, output));
CREATE TABLE run_state(
  id INTEGER PRIMARY KEY, pipeline BLOB NOT NULL, name TEXT NOT NULL, value BLOB NOT NULL, UNIQUE(pipeline, name));
CREATE TABLE definitions(id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, raw_bytes INTEGER NOT NULL, text BLOB NOT NULL);
CREATE TABLE runs(
  id INTEGER PRIMARY KEY, run BLOB NOT NULL UNIQUE, pipeline BLOB NOT NULL, started INTEGER NOT NULL,
  finished INTEGER NOT NULL, outcome INTEGER NOT NULL, error_code TEXT NOT NULL, error_sentence TEXT NOT NULL,
  error_node TEXT NOT NULL, rows_in INTEGER NOT NULL, rejected INTEGER NOT NULL, rows_out TEXT NOT NULL,
  definition INTEGER NOT NULL REFERENCES definitions(id));
CREATE INDEX runs_by_pipeline ON runs(pipeline, id);
CREATE INDEX runs_by_definition ON runs(definition);
CREATE TABLE run_inputs(
  id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE, node TEXT NOT NULL,
  raw_bytes INTEGER NOT NULL, stored_bytes INTEGER NOT NULL, input BLOB NOT NULL);
CREATE INDEX run_inputs_by_run ON run_inputs(run, stored_bytes);
CREATE TABLE queues(
  pipeline BLOB NOT NULL, output TEXT NOT NULL, paused INTEGER NOT NULL DEFAULT 0, PRIMARY KEY(pipeline, output)) WITHOUT ROWID;
CREATE TABLE deliveries(
  id INTEGER PRIMARY KEY AUTOINCREMENT, delivery BLOB NOT NULL UNIQUE, pipeline BLOB NOT NULL, output TEXT NOT NULL,
  payload BLOB NOT NULL, meta BLOB NOT NULL, created INTEGER NOT NULL, next_try INTEGER NOT NULL, tries INTEGER NOT NULL,
  state INTEGER NOT NULL, last_error TEXT NOT NULL, finished INTEGER NOT NULL);
CREATE INDEX deliveries_by_queue ON deliveries(pipeline, output, state, id);
)sql";

} // namespace

std::span<const Migration> pointsMigrations()
{
    static const std::array migrations{Migration{1, "series", kSeriesSchema},
                                       Migration{2, "tables, state of runs, sink queues", kRows},
                                       Migration{3, "damage that was set aside", kSeriesDamageSchema}};
    return migrations;
}

} // namespace dash

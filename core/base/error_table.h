#pragma once

// The one table of errors: enumerator, stable code (travels to the CLI, files and later the wire), English sentence.
// A sentence says what happened, where, and what to do; {name} is filled from the error's named arguments.
// The marker lets Qt Linguist collect the sentences; only app/ translates them. Keep areas apart, add at the end of
// one.
#include <QtGlobal>

#define DASH_ERROR_TABLE(X)                                                                                            \
    /* general */                                                                                                      \
    X(Cancelled, "cancelled", QT_TRANSLATE_NOOP("Error", "Stopped before it was done. Nothing is lost."))              \
    X(Internal, "internal",                                                                                            \
      QT_TRANSLATE_NOOP("Error", "Something went wrong inside Dash. Copy the details and report it."))                 \
    X(Usage, "usage", QT_TRANSLATE_NOOP("Error", "{reason}"))                                                          \
    X(NotFound, "not_found", QT_TRANSLATE_NOOP("Error", "{what} “{name}” does not exist."))                            \
    X(InvalidValue, "value.invalid", QT_TRANSLATE_NOOP("Error", "“{value}” does not fit {field}: {reason}"))           \
    /* database and workspace */                                                                                       \
    X(DatabaseOpen, "db.open",                                                                                         \
      QT_TRANSLATE_NOOP("Error", "{file} could not be opened. Check that the folder exists and can be written."))      \
    X(DatabaseReadOnly, "db.read_only",                                                                                \
      QT_TRANSLATE_NOOP("Error", "{file} cannot be written. Check the folder's permissions."))                         \
    X(DatabaseCorrupt, "db.corrupt",                                                                                   \
      QT_TRANSLATE_NOOP("Error",                                                                                       \
                        "{file} is damaged. Dash keeps it untouched; restore a copy or start a new workspace."))       \
    X(DatabaseTooNew, "db.too_new",                                                                                    \
      QT_TRANSLATE_NOOP(                                                                                               \
          "Error",                                                                                                     \
          "{file} was written by a newer Dash (version {found}, this one reads up to {known}). Update Dash."))         \
    X(DatabaseFull, "db.full",                                                                                         \
      QT_TRANSLATE_NOOP("Error", "The disk is full. Nothing saved is lost; free some space and it goes on."))          \
    X(DatabaseBusy, "db.busy", QT_TRANSLATE_NOOP("Error", "{file} is in use by another program. It is tried again."))  \
    X(DatabaseIo, "db.io", QT_TRANSLATE_NOOP("Error", "{file} could not be read or written. Check the disk."))         \
    X(DatabaseConstraint, "db.constraint", QT_TRANSLATE_NOOP("Error", "The database refused the change."))             \
    X(WorkspaceInUse, "workspace.in_use",                                                                              \
      QT_TRANSLATE_NOOP("Error",                                                                                       \
                        "The workspace {folder} is open in another Dash. Close it there or use that window."))         \
    X(WorkspaceRefused, "workspace.refused",                                                                           \
      QT_TRANSLATE_NOOP("Error", "The workspace {folder} cannot be used: {reason}"))                                   \
    /* series and tables */                                                                                            \
    X(SeriesType, "series.type",                                                                                       \
      QT_TRANSLATE_NOOP("Error", "{series} holds {expected} values; {found} cannot be added to it."))                  \
    X(SeriesTextTooLong, "series.text_too_long",                                                                       \
      QT_TRANSLATE_NOOP("Error", "Text in a series is at most {limit} bytes; this one has {found}."))                  \
    X(SeriesDecimalRange, "series.decimal_range",                                                                      \
      QT_TRANSLATE_NOOP("Error", "{value} does not fit {series}, which keeps {scale} decimal places."))                \
    X(SeriesUnknown, "series.unknown", QT_TRANSLATE_NOOP("Error", "There is no series {series}."))                     \
    X(SeriesTime, "series.time", QT_TRANSLATE_NOOP("Error", "The time {value} is outside the years 1 to 9999."))       \
    X(ChunkCorrupt, "series.chunk_corrupt",                                                                            \
      QT_TRANSLATE_NOOP("Error", "A stored block of {series} is damaged and was set aside."))                          \
    X(TableColumnType, "table.column_type",                                                                            \
      QT_TRANSLATE_NOOP("Error", "Column {column} of {table} holds {expected}; {found} cannot be stored in it."))      \
    X(TableKeyMissing, "table.key_missing",                                                                            \
      QT_TRANSLATE_NOOP("Error", "A row of {table} has no value for its key {column}."))                               \
    X(TableUnknown, "table.unknown", QT_TRANSLATE_NOOP("Error", "There is no table {table}."))                         \
    /* definitions */                                                                                                  \
    X(DefinitionSyntax, "definition.syntax",                                                                           \
      QT_TRANSLATE_NOOP("Error", "This is not valid JSON (line {line}, column {column}): {reason}"))                   \
    X(DefinitionVersion, "definition.version",                                                                         \
      QT_TRANSLATE_NOOP(                                                                                               \
          "Error",                                                                                                     \
          "This file was written by a newer Dash (format {found}, this one reads up to {known}). Update Dash."))       \
    X(DefinitionField, "definition.field", QT_TRANSLATE_NOOP("Error", "{step}: {field} {reason}"))                     \
    X(DefinitionMissing, "definition.missing", QT_TRANSLATE_NOOP("Error", "{step}: {field} is missing. {reason}"))     \
    X(DefinitionUnknownField, "definition.unknown_field",                                                              \
      QT_TRANSLATE_NOOP("Error", "{step}: there is no setting “{field}”. {reason}"))                                   \
    X(DefinitionUnknownType, "definition.unknown_type",                                                                \
      QT_TRANSLATE_NOOP("Error", "{step}: “{type}” is not a known kind. {reason}"))                                    \
    X(DefinitionGraph, "definition.graph", QT_TRANSLATE_NOOP("Error", "{step}: {reason}"))                             \
    X(DefinitionTooLarge, "definition.too_large",                                                                      \
      QT_TRANSLATE_NOOP("Error", "The definition is larger than {limit}. Split it into several pipelines."))           \
    /* expressions and paths */                                                                                        \
    X(ExpressionSyntax, "expression.syntax", QT_TRANSLATE_NOOP("Error", "Character {position}: {reason}"))             \
    X(ExpressionUnknownField, "expression.unknown_field",                                                              \
      QT_TRANSLATE_NOOP("Error", "There is no field “{field}” here. {reason}"))                                        \
    X(ExpressionUnknownFunction, "expression.unknown_function",                                                        \
      QT_TRANSLATE_NOOP("Error", "There is no function “{function}”. {reason}"))                                       \
    X(ExpressionType, "expression.type", QT_TRANSLATE_NOOP("Error", "Character {position}: {reason}"))                 \
    X(ExpressionValue, "expression.value", QT_TRANSLATE_NOOP("Error", "{reason}"))                                     \
    X(PathSyntax, "path.syntax", QT_TRANSLATE_NOOP("Error", "Character {position} of the path: {reason}"))             \
    /* reading and formats */                                                                                          \
    X(FormatSyntax, "format.syntax", QT_TRANSLATE_NOOP("Error", "{format}, line {line}: {reason}"))                    \
    X(FormatEncoding, "format.encoding",                                                                               \
      QT_TRANSLATE_NOOP("Error", "The text is not {encoding}. Choose another encoding in the source's settings."))     \
    X(FormatTooDeep, "format.too_deep",                                                                                \
      QT_TRANSLATE_NOOP("Error", "The document is nested deeper than {limit} levels, deeper than Dash reads. "         \
                                 "Ask for a flatter one, or put the deep part into it as text."))                      \
    X(FormatTooLarge, "format.too_large",                                                                              \
      QT_TRANSLATE_NOOP("Error", "The answer is larger than {limit}. Ask for less or raise the limit."))               \
    X(FormatTooManyColumns, "format.too_many_columns",                                                                 \
      QT_TRANSLATE_NOOP("Error", "There are more than {limit} columns."))                                              \
    X(RecordRejected, "record.rejected", QT_TRANSLATE_NOOP("Error", "{step}: {field} {reason}"))                       \
    X(TimeUnparsable, "time.unparsable", QT_TRANSLATE_NOOP("Error", "“{value}” is not a time in the form {format}."))  \
    X(TimeZoneUnknown, "time.zone_unknown",                                                                            \
      QT_TRANSLATE_NOOP("Error", "“{zone}” is not a known time zone, such as Europe/Berlin."))                         \
    X(NumberRange, "number.range", QT_TRANSLATE_NOOP("Error", "{value} is too large or too small for {type}."))        \
    /* files, network */                                                                                               \
    X(FileOpen, "file.open", QT_TRANSLATE_NOOP("Error", "{file} could not be opened: {reason}"))                       \
    X(FileWrite, "file.write", QT_TRANSLATE_NOOP("Error", "{file} could not be written: {reason}"))                    \
    X(NetworkUnreachable, "network.unreachable",                                                                       \
      QT_TRANSLATE_NOOP("Error", "{host} could not be reached: {reason}. It is tried again."))                         \
    X(NetworkTimeout, "network.timeout", QT_TRANSLATE_NOOP("Error", "{host} did not answer within {limit}."))          \
    X(NetworkTls, "network.tls", QT_TRANSLATE_NOOP("Error", "The connection to {host} is not safe: {reason}"))         \
    X(NetworkRedirects, "network.redirects", QT_TRANSLATE_NOOP("Error", "{host} redirected more than {limit} times.")) \
    X(HttpStatus, "http.status", QT_TRANSLATE_NOOP("Error", "{host} answered {status}. {reason}"))                     \
    X(HttpPaging, "http.paging", QT_TRANSLATE_NOOP("Error", "Paging stopped: {reason}"))                               \
    X(ListenFailed, "listen.failed",                                                                                   \
      QT_TRANSLATE_NOOP("Error", "Port {port} on this computer could not be opened: {reason}"))                        \
    X(NothingReceived, "source.nothing_received",                                                                      \
      QT_TRANSLATE_NOOP("Error", "Nothing has been received yet. Send something to the address or paste an example.")) \
    /* secrets */                                                                                                      \
    X(SecretMissing, "secret.missing",                                                                                 \
      QT_TRANSLATE_NOOP("Error", "{step}: the secret “{name}” is not set on this computer. Enter it in the step."))    \
    X(SecretStore, "secret.store", QT_TRANSLATE_NOOP("Error", "The keychain did not answer: {reason}"))                \
    /* runs */                                                                                                         \
    X(RunTimeLimit, "run.time_limit",                                                                                  \
      QT_TRANSLATE_NOOP("Error", "Stopped after {limit} of work in {step}. Narrow the data or raise the limit."))      \
    X(RunRowLimit, "run.row_limit", QT_TRANSLATE_NOOP("Error", "Stopped: {step} made more than {limit} rows."))        \
    X(RunByteLimit, "run.byte_limit",                                                                                  \
      QT_TRANSLATE_NOOP("Error", "Stopped: {step} needed more than {limit} of memory."))                               \
    X(RunBusy, "run.busy", QT_TRANSLATE_NOOP("Error", "This pipeline is already running."))                            \
    X(RunStepFailed, "run.step_failed", QT_TRANSLATE_NOOP("Error", "{step} failed: {reason}"))                         \
    X(ScheduleInvalid, "schedule.invalid",                                                                             \
      QT_TRANSLATE_NOOP("Error", "The schedule “{value}” is not understood: {reason}"))                                \
    X(SinkRefused, "sink.refused",                                                                                     \
      QT_TRANSLATE_NOOP("Error", "{step}: the receiver refused the delivery ({status}). {reason}"))                    \
    X(TemplateSyntax, "template.syntax",                                                                               \
      QT_TRANSLATE_NOOP("Error", "{step}: the template is not understood at character {position}: {reason}"))

#pragma once
// What a source, format, step, sink or widget can be told: declared once, from which forms, validation, the JSON
// Schema, documentation and CLI help are made.

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace dash {

enum class ParameterKind {
    Text,     // one line
    LongText, // several lines (a body, a template)
    Integer,
    Number,
    Toggle,   // yes or no
    Choice,   // one of `choices`
    Duration, // ISO-like text: "500ms", "30s", "5m", "1h", "1d"
    Bytes,    // "64 KiB", "10 MB"
    Url,
    FilePath,
    FolderPath,
    Secret,     // {"secret": "name"}
    Field,      // name of a column that arrives here
    Fields,     // array of column names
    Path,       // JSONPath (RFC 9535) into a record
    Expression, // Dash expression over the columns that arrive here
    Zone,       // IANA time zone
    Labels,     // object: label name → constant text or {"field": name}
    TextMap,    // object: text → text (headers, query)
    List,       // array of objects described by `members` (derived fields, aggregates)
    Currency,   // ISO 4217 code
    Address,    // unguessable text made by Dash (newAddressToken), shown as the address `pattern` makes of it, to copy
};

struct ParameterChoice {
    QString value;
    const char *label; // English, marked with QT_TRANSLATE_NOOP("Parameter", …); app/ translates
};

struct Parameter {
    QString name; // key in the definition's "config"
    ParameterKind kind = ParameterKind::Text;
    const char *label = "";                          // English, marked with QT_TRANSLATE_NOOP("Parameter", …)
    const char *help = "";                           // one line below the field, same marking
    QJsonValue defaultValue = QJsonValue::Undefined; // Undefined: none
    bool required = false;
    bool advanced = false; // folded in the form
    std::vector<ParameterChoice> choices;
    std::optional<double> minimum;
    std::optional<double> maximum;
    std::vector<Parameter> members; // of one entry of a List
    QString showWhen;               // "auth=bearer": shown and used only while that other parameter has that value
    QString unit;                   // suffix in the field
    QString pattern = {};           // Address: "http://127.0.0.1:{port}/hooks/{token}", filled from the settings
};

using Parameters = std::vector<Parameter>;

} // namespace dash

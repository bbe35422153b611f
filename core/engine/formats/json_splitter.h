#pragma once
// Cuts a JSON document that arrives in portions into the texts of its records. Holds at most one record and the open
// containers around it, so a document of any size passes through little memory.

#include "core/base/error.h"

#include <QString>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dash {

struct RecordPath {
    struct Segment {
        enum class Kind { Name, Index, Any } kind = Kind::Any;
        std::string name;
        std::int64_t index = 0;
    };
    std::vector<Segment> segments;
    bool automatic = true; // the elements of a top array, or the top object itself
};

// "" (automatic), "$.data[*]", "$['a b'].items[0].rows[*]". Errors: PathSyntax with the position.
Result<RecordPath> parseRecordPath(const QString &text);

class JsonSplitter {
public:
    using Record = std::function<Result<>(std::string_view text, qint64 line)>;

    explicit JsonSplitter(RecordPath path)
        : m_path(std::move(path))
    {
    }
    // Errors: FormatSyntax (structure outside records, a cut document, nothing at the path), FormatTooDeep,
    // FormatTooLarge, and whatever `record` returns.
    Result<> feed(std::string_view text, bool last, const Record &record);

private:
    enum class Expect { Value, ValueOrEnd, Key, KeyOrEnd, Colon, CommaOrEnd, Nothing };
    struct Frame {
        bool array = false;
        bool onPath = false; // the path may go on inside
        std::int64_t index = 0;
        std::string key;
    };
    enum class Role { Record, Inside, Skipped };

    Result<bool> step(bool last, const Record &record); // false: more text is needed
    Result<bool> scanValue(bool last, const Record &record);
    Result<> closeContainer(char c);
    Role roleHere(bool array) const;
    bool scanToEndOfContainer(Result<> &outcome);
    Failure syntax(const char *reason) const;
    void advance(std::size_t to);

    RecordPath m_path;
    std::string m_text;
    std::size_t m_at = 0; // first byte not yet handled
    qint64 m_line = 1;    // of m_at
    Expect m_expect = Expect::Value;
    std::vector<Frame> m_frames;
    bool m_found = false;   // the container that holds records was there
    std::string m_topNames; // of the top object, for the message when nothing was found
    // Inside a value that is handed on or skipped as a whole:
    bool m_scanning = false;
    Role m_role = Role::Record;
    std::size_t m_scanAt = 0;
    std::string m_brackets;
    bool m_inString = false;
};

} // namespace dash

#include "core/engine/formats/json_splitter.h"

#include "core/engine/formats/json_cursor.h"
#include "core/engine/formats/limits.h"

#include <algorithm>

namespace dash {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}
bool endsScalar(char c)
{
    return isSpace(c) || c == ',' || c == ']' || c == '}';
}

Failure pathError(qsizetype position, const QString &reason)
{
    return fail(ErrorCode::PathSyntax, {{QLatin1StringView("position"), QString::number(position + 1)},
                                        {QLatin1StringView("reason"), reason}});
}

// One "[…]" of a path; `i` stands behind the bracket and ends behind the closing one.
Result<RecordPath::Segment> bracketSegment(const QString &text, qsizetype &i)
{
    RecordPath::Segment segment;
    const QChar first = i < text.size() ? text[i] : QChar();
    if (first == u'*') {
        ++i;
    } else if (first == u'\'' || first == u'"') {
        const qsizetype end = text.indexOf(first, i + 1);
        if (end < 0)
            return pathError(i, QStringLiteral("the quote is not closed"));
        segment.kind = RecordPath::Segment::Kind::Name;
        segment.name = text.mid(i + 1, end - i - 1).toStdString();
        i = end + 1;
    } else {
        const qsizetype end = text.indexOf(u']', i);
        bool number = false;
        segment.kind = RecordPath::Segment::Kind::Index;
        segment.index = end < 0 ? 0 : text.mid(i, end - i).toLongLong(&number);
        if (!number || segment.index < 0)
            return pathError(
                i, QStringLiteral(
                       "a name in quotes, a position from 0 or * is expected. Filters belong into a filter step"));
        i = end;
    }
    if (i >= text.size() || text[i] != u']')
        return pathError(i, QStringLiteral("] is expected"));
    ++i;
    return segment;
}

} // namespace

Result<RecordPath> parseRecordPath(const QString &text)
{
    RecordPath path;
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return path;
    path.automatic = false;
    if (trimmed[0] != u'$')
        return pathError(0, QStringLiteral("a path begins with $, such as $.data[*]"));
    qsizetype i = 1;
    while (i < trimmed.size()) {
        if (trimmed[i] == u'[') {
            ++i;
            Result<RecordPath::Segment> segment = bracketSegment(trimmed, i);
            if (!segment)
                return fail(segment.error());
            path.segments.push_back(std::move(*segment));
            continue;
        }
        if (trimmed[i] != u'.')
            return pathError(i, QStringLiteral(". or [ is expected"));
        const qsizetype begin = ++i;
        while (i < trimmed.size() && trimmed[i] != u'.' && trimmed[i] != u'[')
            ++i;
        if (i == begin)
            return pathError(
                begin,
                QStringLiteral("a name is expected. Searching at any depth (..) is not possible here; use a step"));
        RecordPath::Segment segment;
        const QString name = trimmed.mid(begin, i - begin);
        if (name != QStringLiteral("*")) {
            segment.kind = RecordPath::Segment::Kind::Name;
            segment.name = name.toStdString();
        }
        path.segments.push_back(std::move(segment));
    }
    return path;
}

Failure JsonSplitter::syntax(const char *reason) const
{
    return formatSyntax("JSON", m_line, QString::fromLatin1(reason));
}

void JsonSplitter::advance(std::size_t to)
{
    m_line += std::count(m_text.begin() + static_cast<std::ptrdiff_t>(m_at),
                         m_text.begin() + static_cast<std::ptrdiff_t>(to), '\n');
    m_at = to;
}

Result<> JsonSplitter::feed(std::string_view text, bool last, const Record &record)
{
    m_text.append(text);
    while (true) {
        Result<bool> more = step(last, record);
        if (!more)
            return fail(more.error());
        if (!*more)
            break;
    }
    m_text.erase(0, m_at);
    m_scanAt -= m_scanning ? m_at : 0;
    m_at = 0;
    if (!last)
        return {};
    if (m_expect != Expect::Nothing)
        return syntax("the document ends too early");
    if (!m_found && !m_path.automatic)
        return formatSyntax("JSON", m_line,
                            QStringLiteral("nothing is at the path of the records. The document has: ") +
                                (m_topNames.empty() ? QStringLiteral("no names") : QString::fromStdString(m_topNames)));
    return {};
}

Result<bool> JsonSplitter::step(bool last, const Record &record)
{
    if (m_scanning)
        return scanValue(last, record);
    std::size_t i = m_at;
    while (i < m_text.size() && isSpace(m_text[i]))
        ++i;
    advance(i);
    if (i == m_text.size())
        return false;
    const char c = m_text[i];
    switch (m_expect) {
    case Expect::Nothing:
        return syntax("there is more text after the document. Choose NDJSON for one record a line");
    case Expect::Colon:
        if (c != ':')
            return syntax("a colon is expected after a name");
        advance(i + 1);
        m_expect = Expect::Value;
        return true;
    case Expect::CommaOrEnd:
        if (c == ',') {
            advance(i + 1);
            ++m_frames.back().index;
            m_expect = m_frames.back().array ? Expect::Value : Expect::Key;
            return true;
        }
        break;
    case Expect::Key:
    case Expect::KeyOrEnd:
        if (c == '"') {
            JsonCursor cursor(std::string_view(m_text).substr(i), kMaxFormatDepth);
            std::string_view raw;
            bool escaped;
            if (!cursor.string(raw, escaped)) {
                if (last || m_text.size() - i > kMaxRecordBytes || cursor.at() < m_text.data() + m_text.size() - 6)
                    return syntax(cursor.reason());
                return false;
            }
            m_frames.back().key.clear();
            appendUnescaped(raw, m_frames.back().key);
            if (m_frames.size() == 1 && m_topNames.size() < 200)
                m_topNames += (m_topNames.empty() ? "" : ", ") + m_frames.back().key.substr(0, 60);
            advance(static_cast<std::size_t>(cursor.at() - m_text.data()));
            m_expect = Expect::Colon;
            return true;
        }
        if (m_expect == Expect::Key || c != '}')
            return syntax("a name in quotes is expected");
        break;
    case Expect::ValueOrEnd:
        if (c != ']')
            return scanValue(last, record);
        break;
    case Expect::Value:
        return scanValue(last, record);
    }
    Result<> closed = closeContainer(c);
    if (!closed)
        return fail(closed.error());
    return true;
}

Result<> JsonSplitter::closeContainer(char c)
{
    if (c != (m_frames.back().array ? ']' : '}'))
        return syntax(m_frames.back().array ? "a comma or ] is expected" : "a comma or } is expected");
    m_frames.pop_back();
    advance(m_at + 1);
    m_expect = m_frames.empty() ? Expect::Nothing : Expect::CommaOrEnd;
    return {};
}

// Where the value that begins now stands to the path: it is a record, holds records, or neither.
JsonSplitter::Role JsonSplitter::roleHere(bool array) const
{
    if (m_path.automatic) {
        if (m_frames.empty())
            return array ? Role::Inside : Role::Record;
        return Role::Record; // only elements of the top array come here
    }
    const auto &segments = m_path.segments;
    const bool endsAtElements = !segments.empty() && segments.back().kind == RecordPath::Segment::Kind::Any;
    if (m_frames.size() > segments.size())
        return Role::Record; // an element of the array the path ends at
    if (!m_frames.empty()) {
        const Frame &frame = m_frames.back();
        const RecordPath::Segment &segment = segments[m_frames.size() - 1];
        const bool fits =
            frame.onPath &&
            (segment.kind == RecordPath::Segment::Kind::Any ||
             (segment.kind == RecordPath::Segment::Kind::Name && !frame.array && frame.key == segment.name) ||
             (segment.kind == RecordPath::Segment::Kind::Index && frame.array && frame.index == segment.index));
        if (!fits)
            return Role::Skipped;
    }
    if (m_frames.size() < segments.size())
        return Role::Inside;
    return array && !endsAtElements ? Role::Inside : Role::Record;
}

Result<bool> JsonSplitter::scanValue(bool last, const Record &record)
{
    const char first = m_text[m_at];
    const auto tooLarge = [this] {
        if (!m_path.automatic || !m_frames.empty())
            return recordTooLarge();
        return syntax("the document is one large object. Name the path of its records, such as $.data[*]");
    };
    if (!m_scanning) {
        m_role = roleHere(first == '[');
        if (m_role == Role::Inside && (first == '[' || first == '{')) {
            const auto &segments = m_path.segments;
            const std::size_t depth = m_frames.size() + 1;
            m_found = m_found || depth > segments.size() ||
                      (depth == segments.size() && segments.back().kind == RecordPath::Segment::Kind::Any);
            m_frames.push_back(Frame{first == '[', true, 0, {}});
            m_expect = first == '[' ? Expect::ValueOrEnd : Expect::KeyOrEnd;
            advance(m_at + 1);
            return true;
        }
        if (m_role == Role::Inside) // a plain value where the path goes deeper
            m_role = m_path.automatic ? Role::Record : Role::Skipped;
        m_scanning = true;
        m_scanAt = m_at;
        m_brackets.clear();
        m_inString = false;
    }
    if (first == '{' || first == '[') {
        Result<> outcome;
        const bool ended = scanToEndOfContainer(outcome);
        if (!outcome)
            return fail(outcome.error());
        if (!ended) {
            if (last)
                return syntax("the document ends too early");
            if (m_role == Role::Skipped && m_scanAt - m_at > 1) {
                // Nobody wants its text: keep only a bracket, so that it may be of any size.
                advance(m_scanAt - 1);
                m_text[m_at] = '{';
            } else if (m_scanAt - m_at > kMaxRecordBytes) {
                return tooLarge();
            }
            return false;
        }
    } else if (first == '"') {
        JsonCursor cursor(std::string_view(m_text).substr(m_at), kMaxFormatDepth);
        std::string_view raw;
        bool escaped;
        if (!cursor.string(raw, escaped)) {
            if (last || m_text.size() - m_at > kMaxRecordBytes || cursor.at() < m_text.data() + m_text.size() - 6)
                return syntax(cursor.reason());
            return false;
        }
        m_scanAt = static_cast<std::size_t>(cursor.at() - m_text.data());
    } else {
        while (m_scanAt < m_text.size() && !endsScalar(m_text[m_scanAt]))
            ++m_scanAt;
        if (m_scanAt - m_at > kMaxRecordBytes)
            return tooLarge();
        if (m_scanAt == m_text.size() && !last)
            return false;
        JsonCursor cursor(std::string_view(m_text).substr(m_at, m_scanAt - m_at), kMaxFormatDepth);
        if (!cursor.value(nullptr) || !cursor.atEnd())
            return syntax(cursor.atEnd() && *cursor.reason() != '\0' ? cursor.reason() : "a value is expected");
    }
    m_scanning = false;
    if (m_role == Role::Record) {
        m_found = true;
        Result<> taken = record(std::string_view(m_text).substr(m_at, m_scanAt - m_at), m_line);
        if (!taken)
            return fail(taken.error());
    }
    advance(m_scanAt);
    m_expect = m_frames.empty() ? Expect::Nothing : Expect::CommaOrEnd;
    return true;
}

bool JsonSplitter::scanToEndOfContainer(Result<> &outcome)
{
    const char *text = m_text.data();
    const std::size_t size = m_text.size();
    std::size_t i = m_scanAt;
    while (i < size) {
        const char c = text[i];
        if (m_inString) {
            if (c == '\\') {
                if (i + 1 == size)
                    break; // the escaped character comes with the next portion
                i += 2;
                continue;
            }
            m_inString = c != '"';
        } else if (c == '"') {
            m_inString = true;
        } else if (c == '{' || c == '[') {
            if (m_brackets.size() >= static_cast<std::size_t>(kMaxFormatDepth) * 2) {
                outcome =
                    fail(ErrorCode::FormatTooDeep, {{QLatin1StringView("limit"), QString::number(kMaxFormatDepth)}});
                return false;
            }
            m_brackets.push_back(c);
        } else if (c == '}' || c == ']') {
            if (m_brackets.back() != (c == '}' ? '{' : '[')) {
                outcome = syntax("the brackets do not match");
                return false;
            }
            m_brackets.pop_back();
            if (m_brackets.empty()) {
                m_scanAt = i + 1;
                return true;
            }
        }
        ++i;
    }
    m_scanAt = i;
    return false;
}

} // namespace dash

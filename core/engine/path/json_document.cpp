#include "core/engine/path/json_document.h"

#include "core/engine/path/utf8.h"

#include <algorithm>
#include <limits>

namespace dash {

namespace {

constexpr std::size_t kNone = ~std::size_t{0};

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::size_t skipSpace(std::string_view text, std::size_t at)
{
    while (at < text.size() && isSpace(text[at]))
        ++at;
    return at;
}

// Just behind the string that starts at `at`, or kNone.
std::size_t skipString(std::string_view text, std::size_t at)
{
    for (++at; at < text.size(); ++at) {
        if (text[at] == '"')
            return at + 1;
        if (text[at] == '\\')
            ++at;
    }
    return kNone;
}

// Just behind the value that starts at `at`, or kNone. Does not recurse: brackets are counted.
std::size_t skipValue(std::string_view text, std::size_t at)
{
    std::size_t depth = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '"') {
            at = skipString(text, at);
            if (at == kNone || depth == 0)
                return at;
            continue;
        }
        if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (depth == 0)
                return kNone;
            if (--depth == 0)
                return at + 1;
        } else if (depth == 0) {
            const std::size_t begin = at;
            while (at < text.size() && !isSpace(text[at]) && text[at] != ',' && text[at] != '}' && text[at] != ']' &&
                   text[at] != ':')
                ++at;
            return at == begin ? kNone : at;
        }
        ++at;
    }
    return kNone;
}

unsigned hex4(std::string_view text, std::size_t at)
{
    unsigned value = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
        const char c = i < text.size() ? text[i] : 'x';
        const unsigned digit = isDigit(c)             ? static_cast<unsigned>(c - '0')
                               : c >= 'a' && c <= 'f' ? static_cast<unsigned>(c - 'a' + 10)
                               : c >= 'A' && c <= 'F' ? static_cast<unsigned>(c - 'A' + 10)
                                                      : 0x10000U;
        if (digit > 15)
            return 0x10000;
        value = value * 16 + digit;
    }
    return value;
}

std::string unescaped(std::string_view inner)
{
    std::string out;
    out.reserve(inner.size());
    for (std::size_t i = 0; i < inner.size(); ++i) {
        if (inner[i] != '\\' || i + 1 >= inner.size()) {
            out.push_back(inner[i]);
            continue;
        }
        const char c = inner[++i];
        switch (c) {
        case 'n':
            out.push_back('\n');
            break;
        case 't':
            out.push_back('\t');
            break;
        case 'r':
            out.push_back('\r');
            break;
        case 'b':
            out.push_back('\b');
            break;
        case 'f':
            out.push_back('\f');
            break;
        case 'u': {
            char32_t code = hex4(inner, i + 1);
            i += 4;
            if (code >= 0xD800 && code < 0xDC00 && i + 2 < inner.size() && inner[i + 1] == '\\' &&
                inner[i + 2] == 'u') {
                const unsigned low = hex4(inner, i + 3);
                if (low >= 0xDC00 && low < 0xE000) {
                    code = 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00);
                    i += 6;
                }
            }
            appendUtf8(out, (code >= 0xD800 && code < 0xE000) || code > 0x10FFFF ? U'\uFFFD' : code);
            break;
        }
        default:
            out.push_back(c);
        }
    }
    return out;
}

} // namespace

class JsonReader {
public:
    explicit JsonReader(std::string_view text)
        : m_text(text)
    {
        m_document.m_text = text;
    }

    Result<JsonDocument> read()
    {
        if (m_text.size() >= std::numeric_limits<std::uint32_t>::max())
            return fail(ErrorCode::FormatTooLarge, {{QLatin1StringView("limit"), QStringLiteral("4 GB")}});
        m_at = skipSpace(m_text, 0);
        if (value(0)) {
            m_at = skipSpace(m_text, m_at);
            if (m_at < m_text.size())
                wrong("something follows the end of the value.");
        }
        if (m_failed)
            return tl::unexpected<Error>(m_error);
        return std::move(m_document);
    }

private:
    bool wrong(const char *reason)
    {
        if (m_failed)
            return false;
        m_failed = true;
        const auto line =
            1 + std::count(m_text.begin(), m_text.begin() + static_cast<std::ptrdiff_t>(std::min(m_at, m_text.size())),
                           '\n');
        m_error = Error{ErrorCode::FormatSyntax,
                        {{QLatin1StringView("format"), QStringLiteral("JSON")},
                         {QLatin1StringView("line"), QString::number(line)},
                         {QLatin1StringView("reason"), QString::fromUtf8(reason)}},
                        QStringLiteral("byte %1").arg(m_at)};
        return false;
    }
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    std::uint32_t here() const { return static_cast<std::uint32_t>(m_at); }

    bool value(int depth)
    {
        if (depth > JsonDocument::kMaxDepth) {
            m_failed = true;
            m_error = Error{
                ErrorCode::FormatTooDeep, {{QLatin1StringView("limit"), QString::number(JsonDocument::kMaxDepth)}}, {}};
            return false;
        }
        const auto index = m_document.m_nodes.size();
        m_document.m_nodes.emplace_back();
        m_document.m_nodes[index].begin = here();
        JsonKind kind = JsonKind::Null;
        bool ok = false;
        switch (peek()) {
        case '{':
            kind = JsonKind::Object;
            ok = object(depth);
            break;
        case '[':
            kind = JsonKind::Array;
            ok = array(depth);
            break;
        case '"':
            kind = JsonKind::String;
            ok = string();
            break;
        case 't':
            kind = JsonKind::True;
            ok = word("true");
            break;
        case 'f':
            kind = JsonKind::False;
            ok = word("false");
            break;
        case 'n':
            ok = word("null");
            break;
        default:
            kind = JsonKind::Number;
            ok = number();
        }
        JsonNode &node = m_document.m_nodes[index];
        node.kind = kind;
        node.end = here();
        node.next = m_document.size();
        return ok;
    }

    bool word(std::string_view expected)
    {
        if (m_text.substr(m_at, expected.size()) != expected)
            return wrong("a value is expected here.");
        m_at += expected.size();
        return true;
    }

    bool number()
    {
        if (peek() == '-')
            ++m_at;
        if (!isDigit(peek()))
            return wrong("a value is expected here.");
        if (peek() == '0')
            ++m_at;
        else
            digits();
        if (peek() == '.') {
            ++m_at;
            if (!digits())
                return wrong("a number needs a digit behind its point.");
        }
        if (peek() == 'e' || peek() == 'E') {
            ++m_at;
            if (peek() == '+' || peek() == '-')
                ++m_at;
            if (!digits())
                return wrong("a number needs a digit in its exponent.");
        }
        return true;
    }
    bool digits()
    {
        const std::size_t begin = m_at;
        while (isDigit(peek()))
            ++m_at;
        return m_at > begin;
    }

    bool string()
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (static_cast<unsigned char>(c) < 0x20)
                return wrong("a control character stands in a string.");
            if (c != '\\')
                continue;
            m_escaped = true;
            ++m_at;
            if (peek() == 'u') {
                if (hex4(m_text, m_at + 1) > 0xFFFF)
                    return wrong("\\u needs four hexadecimal digits.");
                m_at += 4;
            } else if (std::string_view("\"\\/bfnrt").find(peek()) == std::string_view::npos || m_at >= m_text.size()) {
                return wrong("an escape in a string is not known.");
            }
        }
        return wrong("a string is not closed.");
    }

    bool array(int depth)
    {
        ++m_at;
        m_at = skipSpace(m_text, m_at);
        if (peek() == ']') {
            ++m_at;
            return true;
        }
        for (;;) {
            m_at = skipSpace(m_text, m_at);
            if (!value(depth + 1))
                return false;
            m_at = skipSpace(m_text, m_at);
            const char c = peek();
            if (c != ',' && c != ']')
                return wrong("a comma or ] is expected here.");
            ++m_at;
            if (c == ']')
                return true;
        }
    }

    bool object(int depth)
    {
        ++m_at;
        m_at = skipSpace(m_text, m_at);
        if (peek() == '}') {
            ++m_at;
            return true;
        }
        for (;;) {
            m_at = skipSpace(m_text, m_at);
            if (peek() != '"')
                return wrong("a name in quotes is expected here.");
            const std::uint32_t keyBegin = here() + 1;
            m_escaped = false;
            if (!string())
                return false;
            const bool escaped = m_escaped;
            const std::uint32_t keyEnd = here() - 1;
            m_at = skipSpace(m_text, m_at);
            if (peek() != ':')
                return wrong("a colon is expected here.");
            m_at = skipSpace(m_text, m_at + 1);
            const auto child = m_document.m_nodes.size();
            if (!value(depth + 1))
                return false;
            JsonNode &node = m_document.m_nodes[child];
            node.keyBegin = keyBegin;
            node.keyEnd = keyEnd;
            node.keyEscaped = escaped;
            m_at = skipSpace(m_text, m_at);
            const char c = peek();
            if (c != ',' && c != '}')
                return wrong("a comma or } is expected here.");
            ++m_at;
            if (c == '}')
                return true;
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    bool m_escaped = false;
    bool m_failed = false;
    Error m_error;
    JsonDocument m_document;
};

Result<JsonDocument> JsonDocument::parse(std::string_view text)
{
    return JsonReader(text).read();
}

std::string JsonDocument::string(std::uint32_t index) const
{
    return jsonUnquoted(raw(index));
}

std::string JsonDocument::key(std::uint32_t index) const
{
    const JsonNode &n = m_nodes[index];
    const std::string_view inner = m_text.substr(n.keyBegin, n.keyEnd - n.keyBegin);
    return n.keyEscaped ? unescaped(inner) : std::string(inner);
}

bool JsonDocument::keyIs(std::uint32_t index, std::string_view name) const
{
    const JsonNode &n = m_nodes[index];
    if (!n.keyEscaped)
        return m_text.substr(n.keyBegin, n.keyEnd - n.keyBegin) == name;
    return key(index) == name;
}

std::string jsonUnquoted(std::string_view raw)
{
    if (raw.size() < 2 || raw.front() != '"')
        return std::string(raw);
    const std::string_view inner = raw.substr(1, raw.size() - 2);
    return inner.find('\\') == std::string_view::npos ? std::string(inner) : unescaped(inner);
}

std::optional<JsonKind> jsonKindOf(std::string_view raw)
{
    const std::size_t at = skipSpace(raw, 0);
    if (at >= raw.size())
        return std::nullopt;
    switch (raw[at]) {
    case '{':
        return JsonKind::Object;
    case '[':
        return JsonKind::Array;
    case '"':
        return JsonKind::String;
    case 't':
        return JsonKind::True;
    case 'f':
        return JsonKind::False;
    case 'n':
        return JsonKind::Null;
    default:
        return JsonKind::Number;
    }
}

namespace {

// Visits the pieces between the brackets: visit(rawKey, value); keys only for objects.
template <class Visit>
bool forPieces(std::string_view text, char open, Visit visit)
{
    std::size_t at = skipSpace(text, 0);
    if (at >= text.size() || text[at] != open)
        return false;
    const char close = open == '{' ? '}' : ']';
    at = skipSpace(text, at + 1);
    while (at < text.size() && text[at] != close) {
        std::string_view key;
        if (open == '{') {
            if (text[at] != '"')
                return false;
            const std::size_t end = skipString(text, at);
            if (end == kNone)
                return false;
            key = text.substr(at, end - at);
            at = skipSpace(text, end);
            if (at >= text.size() || text[at] != ':')
                return false;
            at = skipSpace(text, at + 1);
        }
        const std::size_t end = skipValue(text, at);
        if (end == kNone)
            return false;
        if (!visit(key, text.substr(at, end - at)))
            return true;
        at = skipSpace(text, end);
        if (at < text.size() && text[at] == ',')
            at = skipSpace(text, at + 1);
    }
    return at < text.size();
}

} // namespace

std::optional<std::string_view> jsonMember(std::string_view object, std::string_view key)
{
    std::optional<std::string_view> found;
    forPieces(object, '{', [&](std::string_view rawKey, std::string_view value) {
        const std::string_view inner = rawKey.substr(1, rawKey.size() - 2);
        const bool same = inner.find('\\') == std::string_view::npos ? inner == key : unescaped(inner) == key;
        if (same)
            found = value;
        return !same;
    });
    return found;
}

std::optional<std::string_view> jsonElement(std::string_view array, std::int64_t index)
{
    if (index < 0) {
        std::int64_t count = 0;
        if (!forPieces(array, '[', [&](std::string_view, std::string_view) { return ++count > 0; }))
            return std::nullopt;
        index += count;
        if (index < 0)
            return std::nullopt;
    }
    std::optional<std::string_view> found;
    forPieces(array, '[', [&](std::string_view, std::string_view value) {
        if (index-- > 0)
            return true;
        found = value;
        return false;
    });
    return found;
}

bool forJsonElements(std::string_view array, const std::function<bool(std::string_view)> &visit)
{
    return forPieces(array, '[', [&](std::string_view, std::string_view value) { return visit(value); });
}

bool forJsonMembers(std::string_view object, const std::function<bool(std::string_view, std::string_view)> &visit)
{
    return forPieces(object, '{', visit);
}

} // namespace dash

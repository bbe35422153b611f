#pragma once
// Reads JSON values (RFC 8259) from text that is already valid UTF-8, one after the other, without a tree. Strict: what
// this accepts, every JSON parser accepts.

#include <cstdint>
#include <string>
#include <string_view>

namespace dash {

struct JsonNumber {
    std::string_view token;
    bool integer = false; // written without fraction and exponent, and fits int64
    std::int64_t whole = 0;
    double real = 0;
    int digits = 0;    // significant ones
    bool wide = false; // an integer beyond int64, or more digits than a double keeps: exact only as a decimal
};

class JsonCursor {
public:
    JsonCursor(std::string_view text, int maxDepth)
        : m_at(text.data())
        , m_end(text.data() + text.size())
        , m_maxDepth(maxDepth)
    {
    }

    // Each returns false on a syntax error and then says why; at() is where.
    void skipSpace();
    bool atEnd() const { return m_at == m_end; }
    char peek() const { return m_at == m_end ? '\0' : *m_at; }
    const char *at() const { return m_at; }
    bool take(char c, const char *reason);
    // At the opening quote; `raw` is what stands between the quotes, still escaped.
    bool string(std::string_view &raw, bool &escaped);
    bool number(JsonNumber &out);
    bool literal(std::string_view word);
    // Checks any value; appends it without spaces to `out` when given.
    bool value(std::string *out, int depth = 0);

    const char *reason() const { return m_reason; }
    bool tooDeep() const { return m_tooDeep; }
    bool failWith(const char *reason);

private:
    bool container(std::string *out, int depth);

    const char *m_at;
    const char *m_end;
    int m_maxDepth;
    bool m_tooDeep = false;
    const char *m_reason = "";
};

// Turns \n, \u00e4, surrogate pairs into UTF-8; a lone surrogate becomes U+FFFD.
void appendUnescaped(std::string_view raw, std::string &out);
void appendUtf8(std::string &out, std::uint32_t codePoint);

} // namespace dash

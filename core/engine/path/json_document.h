#pragma once
// JSON text as a flat list of nodes that point into the text: nothing is copied, numbers keep their digits, and any
// part can be cut out as raw JSON. Bounded depth, so hostile documents fail with a sentence.

#include "core/base/error.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dash {

enum class JsonKind : std::uint8_t { Null, False, True, Number, String, Array, Object };

struct JsonNode {
    JsonKind kind = JsonKind::Null;
    bool keyEscaped = false;
    std::uint32_t begin = 0; // raw text [begin, end)
    std::uint32_t end = 0;
    std::uint32_t keyBegin = 0; // of an object's member, without its quotes
    std::uint32_t keyEnd = 0;
    std::uint32_t next = 0; // the node after this one and all it holds; the first child is at index + 1
};

class JsonDocument {
public:
    static constexpr int kMaxDepth = 256;
    // Strict RFC 8259. Fails with FormatSyntax (line, reason), FormatTooDeep or FormatTooLarge (4 GB). The text must
    // outlive the document.
    static Result<JsonDocument> parse(std::string_view text);

    const JsonNode &node(std::uint32_t index) const { return m_nodes[index]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(m_nodes.size()); }
    std::string_view raw(std::uint32_t index) const
    {
        return m_text.substr(m_nodes[index].begin, m_nodes[index].end - m_nodes[index].begin);
    }
    std::string string(std::uint32_t index) const; // of a String node
    std::string key(std::uint32_t index) const;
    bool keyIs(std::uint32_t index, std::string_view name) const;
    // Calls visit(child) in order.
    template <class Visit>
    void forChildren(std::uint32_t index, Visit visit) const
    {
        for (std::uint32_t child = index + 1; child < m_nodes[index].next; child = m_nodes[child].next)
            visit(child);
    }

private:
    friend class JsonReader;
    std::string_view m_text;
    std::vector<JsonNode> m_nodes;
};

// The text of a JSON string given with its quotes. Lone surrogates become U+FFFD.
std::string jsonUnquoted(std::string_view raw);

// Looking into raw JSON without reading all of it. Malformed text finds nothing; it never reads past the end.
std::optional<JsonKind> jsonKindOf(std::string_view raw);
std::optional<std::string_view> jsonMember(std::string_view object, std::string_view key);
std::optional<std::string_view> jsonElement(std::string_view array, std::int64_t index); // negative: from the end
// False when the text is not an array (object); stops early when visit returns false.
bool forJsonElements(std::string_view array, const std::function<bool(std::string_view)> &visit);
bool forJsonMembers(std::string_view object,
                    const std::function<bool(std::string_view rawKey, std::string_view)> &visit);

} // namespace dash

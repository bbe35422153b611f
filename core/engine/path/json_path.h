#pragma once
// JSONPath (RFC 9535), compiled once, evaluated over documents. Bounded: long or deep paths and results without end
// fail with a sentence.

#include "core/engine/path/json_document.h"

#include <QString>

#include <memory>

namespace dash {

class JsonPath {
public:
    // "$.data[*].id". Fails with PathSyntax (position, 1-based; reason).
    static Result<JsonPath> compile(QStringView text);
    // Also takes the short forms people write: "data.items", "[0].id", "data[*]" mean the same behind "$".
    static Result<JsonPath> compileShort(QStringView text);

    // Nodes in the order of the RFC. Fails with PathSyntax when the work or the result is beyond bounds.
    Result<std::vector<std::uint32_t>> evaluate(const JsonDocument &document) const;
    // Raw JSON of each node found in the text; fails as JsonDocument::parse and evaluate do.
    Result<std::vector<std::string>> evaluateText(std::string_view json) const;

    // At most one node by its shape: names and indices only.
    bool isSingular() const;
    // The leading names: {"data", "items"} of "$.data.items[*]".
    std::vector<std::string> leadingNames() const;
    // The path without its first n segments.
    JsonPath withoutFirst(std::size_t n) const;
    bool isRoot() const;
    const QString &text() const { return m_text; }

    struct Query;

private:
    QString m_text;
    std::shared_ptr<const Query> m_query;
};

} // namespace dash

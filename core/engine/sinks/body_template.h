#pragma once
// Text with places for values of rows:
//   {{field}}                 a field of the row (outside a loop: of the first row)
//   {{#rows}} … {{/rows}}     once for every row, joined by commas
//   {{#lines}} … {{/lines}}   once for every row, joined by line ends
//   {{$count}}                how many rows there are
// In JSON a place between quotes gets the escaped text, elsewhere the JSON value with its own quotes.

#include "core/base/error.h"
#include "core/model/batch.h"

#include <string>
#include <vector>

namespace dash {

class BodyTemplate {
public:
    enum class Escape { Json, None };
    // TemplateSyntax with step, position (from 1) and reason.
    static Result<BodyTemplate> parse(const QString &text, Escape escape, const QString &step);
    std::string render(const Batch &rows) const;

private:
    struct Part {
        enum class Kind { Text, Field, Count, Rows, Lines } kind = Kind::Text;
        std::string text;        // Text
        QString field;           // Field
        bool quoted = false;     // Field: stands between quotes
        std::vector<Part> parts; // Rows, Lines
    };
    class Parser;
    void render(const std::vector<Part> &parts, const Batch &rows, std::size_t row, std::string &out) const;
    void renderField(const Part &part, const Batch &rows, std::size_t row, std::string &out) const;

    Escape m_escape = Escape::Json;
    std::vector<Part> m_parts;
};

} // namespace dash

#include "core/engine/sinks/body_template.h"

#include "core/engine/row_text.h"

namespace dash {

class BodyTemplate::Parser {
public:
    Parser(std::string text, Escape escape, QString step)
        : m_text(std::move(text))
        , m_escape(escape)
        , m_step(std::move(step))
    {
    }

    Result<std::vector<Part>> parse() { return parts(std::string()); }

private:
    Failure wrong(std::size_t at, const QString &reason) const
    {
        const qsizetype position = QString::fromUtf8(m_text.data(), static_cast<qsizetype>(at)).size() + 1;
        return fail(ErrorCode::TemplateSyntax, {{QLatin1StringView("step"), m_step},
                                                {QLatin1StringView("position"), QString::number(position)},
                                                {QLatin1StringView("reason"), reason}});
    }

    void addText(std::vector<Part> &out, std::string_view text)
    {
        if (text.empty())
            return;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (m_quoted && text[i] == '\\')
                ++i;
            else if (text[i] == '"')
                m_quoted = !m_quoted;
        }
        Part part;
        part.text = std::string(text);
        out.push_back(std::move(part));
    }

    // Up to the end, or to {{/closing}}.
    Result<std::vector<Part>> parts(const std::string &closing)
    {
        std::vector<Part> out;
        const std::size_t start = m_at;
        while (true) {
            const std::size_t open = m_text.find("{{", m_at);
            addText(out, std::string_view(m_text).substr(m_at, open == std::string::npos ? open : open - m_at));
            if (open == std::string::npos) {
                if (!closing.empty())
                    return wrong(start, u"{{#%1}} is not closed by {{/%1}}."_qs.arg(QString::fromStdString(closing)));
                m_at = m_text.size();
                return out;
            }
            const std::size_t close = m_text.find("}}", open);
            if (close == std::string::npos)
                return wrong(open, u"“{{” is not closed by “}}”."_qs);
            const QString name = QString::fromStdString(m_text.substr(open + 2, close - open - 2)).trimmed();
            m_at = close + 2;
            if (name.startsWith(u'/')) {
                if (closing.empty() || name.mid(1) != QString::fromStdString(closing))
                    return wrong(open, u"{{%1}} closes nothing that is open."_qs.arg(name));
                return out;
            }
            auto part = place(name, open, !closing.empty());
            if (!part)
                return fail(part.error());
            out.push_back(std::move(*part));
        }
    }

    Result<Part> place(const QString &name, std::size_t at, bool inLoop)
    {
        Part part;
        if (name == u"#rows" || name == u"#lines") {
            if (inLoop)
                return wrong(at, u"a loop cannot stand in a loop."_qs);
            part.kind = name == u"#rows" ? Part::Kind::Rows : Part::Kind::Lines;
            auto inner = parts(name.mid(1).toStdString());
            if (!inner)
                return fail(inner.error());
            part.parts = std::move(*inner);
        } else if (name == u"$count") {
            part.kind = Part::Kind::Count;
        } else if (name.isEmpty() || name.startsWith(u'#') || name.startsWith(u'$')) {
            return wrong(
                at, u"“%1” is not a field; known are {{field}}, {{#rows}}, {{#lines}} and {{$count}}."_qs.arg(name));
        } else {
            part.kind = Part::Kind::Field;
            part.field = name;
            part.quoted = m_escape == Escape::Json && m_quoted;
        }
        return part;
    }

    std::string m_text;
    Escape m_escape;
    QString m_step;
    std::size_t m_at = 0;
    bool m_quoted = false;
};

Result<BodyTemplate> BodyTemplate::parse(const QString &text, Escape escape, const QString &step)
{
    auto parts = Parser(text.toStdString(), escape, step).parse();
    if (!parts)
        return fail(parts.error());
    BodyTemplate result;
    result.m_escape = escape;
    result.m_parts = std::move(*parts);
    return result;
}

std::string BodyTemplate::render(const Batch &rows) const
{
    std::string out;
    render(m_parts, rows, 0, out);
    return out;
}

void BodyTemplate::render(const std::vector<Part> &parts, const Batch &rows, std::size_t row, std::string &out) const
{
    for (const Part &part : parts) {
        switch (part.kind) {
        case Part::Kind::Text:
            out += part.text;
            break;
        case Part::Kind::Count:
            out += std::to_string(rows.rows);
            break;
        case Part::Kind::Field:
            renderField(part, rows, row, out);
            break;
        case Part::Kind::Rows:
        case Part::Kind::Lines:
            for (std::size_t i = 0; i < rows.rows; ++i) {
                if (i > 0)
                    out += part.kind == Part::Kind::Rows ? ',' : '\n';
                render(part.parts, rows, i, out);
            }
            break;
        }
    }
}

void BodyTemplate::renderField(const Part &part, const Batch &rows, std::size_t row, std::string &out) const
{
    const Column *column = rows.column(part.field);
    const bool empty = !column || row >= rows.rows || column->isNull(row);
    if (m_escape == Escape::None) {
        if (!empty)
            out += cellText(*column, row);
    } else if (part.quoted) {
        std::string text;
        if (!empty)
            appendJsonString(text, cellText(*column, row));
        if (text.size() > 2)
            out.append(text, 1, text.size() - 2);
    } else if (empty) {
        out += "null";
    } else {
        appendCellJson(out, *column, row);
    }
}

} // namespace dash

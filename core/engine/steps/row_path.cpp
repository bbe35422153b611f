#include "core/engine/steps/row_path.h"

#include "core/engine/expression/node.h"
#include "core/engine/row_text.h"

namespace dash {

namespace {

// The raw JSON of the results of one row; nothing when there are none.
Result<std::optional<std::string>> resultOf(const JsonPath &path, std::string_view json)
{
    auto document = JsonDocument::parse(json);
    if (!document)
        return std::optional<std::string>();
    auto nodes = path.evaluate(*document);
    if (!nodes)
        return fail(nodes.error());
    if (path.isSingular())
        return nodes->empty() ? std::optional<std::string>()
                              : std::optional<std::string>(document->raw(nodes->front()));
    std::string list("[");
    for (const std::uint32_t node : *nodes)
        list.append(list.size() > 1 ? "," : "").append(document->raw(node));
    return std::optional<std::string>(list.append("]"));
}

} // namespace

ColumnPtr settledColumn(const ColumnPtr &column)
{
    Batch empty;
    empty.rows = column->size();
    const Expression::Environment none;
    Evaluation e{empty, none, empty.rows, nullptr, {}, {}};
    const Vec v = settled(e, Vec{column, false, true});
    return v.constant ? column : v.column;
}

Result<RowPath> RowPath::compile(const QString &text)
{
    auto path = JsonPath::compileShort(text);
    if (!path)
        return fail(path.error());
    RowPath out;
    out.m_text = text;
    for (const std::string &name : path->leadingNames())
        out.m_names.push_back(QString::fromStdString(name));
    out.m_path = std::move(*path);
    return out;
}

QString RowPath::lastName() const
{
    return m_names.isEmpty() ? QStringLiteral("value") : m_names.back();
}

QString RowPath::fieldIn(const Batch &batch) const
{
    if (batch.indexOf(m_text) >= 0)
        return m_text;
    for (qsizetype count = m_names.size(); count > 0; --count) {
        QString name = QStringList(m_names.mid(0, count)).join(u'.');
        if (batch.indexOf(name) >= 0)
            return name;
    }
    return {};
}

Result<ColumnPtr> RowPath::column(const Batch &batch, const QString &step, const SeenFields &seen, Budget &budget) const
{
    if (const Column *plain = batch.column(m_text)) { // a field whose name only looks like a path
        (void)plain;
        return batch.fields[static_cast<std::size_t>(batch.indexOf(m_text))].column;
    }
    int index = -1;
    std::size_t used = 0;
    for (qsizetype count = m_names.size(); count > 0 && index < 0; --count) {
        index = batch.indexOf(QStringList(m_names.mid(0, count)).join(u'.'));
        used = static_cast<std::size_t>(count);
    }
    if (index < 0 && !m_names.isEmpty()) {
        auto missing = fieldOf(batch, m_names.front(), step, seen);
        if (!missing)
            return fail(missing.error());
        auto none = std::make_shared<Column>(ColumnType::Text);
        for (std::size_t row = 0; row < batch.rows; ++row)
            none->appendNull();
        return ColumnPtr(none);
    }
    const ColumnPtr field = index < 0 ? nullptr : batch.fields[static_cast<std::size_t>(index)].column;
    const JsonPath rest = m_path->withoutFirst(index < 0 ? 0 : used);
    if (rest.isRoot() && field)
        return field;
    auto out = std::make_shared<Column>(ColumnType::Json);
    for (std::size_t row = 0; row < batch.rows; ++row) {
        if (atCheck(row)) {
            if (auto ok = budget.check(); !ok)
                return fail(ok.error());
        }
        if (field && (field->isNull(row) || (field->type != ColumnType::Json && field->type != ColumnType::Text))) {
            out->appendNull();
            continue;
        }
        const QByteArray whole = field ? QByteArray() : rowJson(batch, row);
        auto found =
            resultOf(rest, field ? field->text(row)
                                 : std::string_view(whole.constData(), static_cast<std::size_t>(whole.size())));
        if (!found)
            return fail(found.error());
        if (*found)
            out->appendText(**found);
        else
            out->appendNull();
    }
    return settledColumn(out);
}

} // namespace dash

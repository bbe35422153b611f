// One row for each entry of a list, or each member of an object; the other fields are repeated.
#include "core/engine/path/json_document.h"
#include "core/engine/steps/entries.h"
#include "core/engine/steps/row_path.h"

namespace dash {

namespace {

constexpr std::size_t kMaxRows = 10'000'000;
constexpr std::size_t kCheckRows = 65'536; // one row may hold very many

class Explode final : public Step {
public:
    Explode(RowPath path, QString as, bool keepEmpty, bool spread, StepContext context)
        : m_path(std::move(path))
        , m_as(std::move(as))
        , m_keepEmpty(keepEmpty)
        , m_spread(spread)
        , m_context(std::move(context))
    {
    }

    Result<Batch> process(Batch batch, Rejects &) override
    {
        auto list = m_path.column(batch, m_context.name, m_seen, m_context.budget);
        if (!list)
            return fail(list.error());
        m_seen.note(batch);
        std::vector<std::uint32_t> parents;
        auto values = std::make_shared<Column>(ColumnType::Json);
        auto keys = std::make_shared<Column>(ColumnType::Text);
        bool anyKeys = false;
        const std::size_t rowBytes = batch.rows == 0 ? 0 : batch.memoryBytes() / batch.rows + sizeof(std::uint32_t);
        std::size_t checked = 0;
        for (std::uint32_t row = 0; row < batch.rows; ++row) {
            if (atCheck(row) || parents.size() - checked >= kCheckRows) {
                checked = parents.size();
                m_context.budget.setWorkingBytes(values->memoryBytes() + keys->memoryBytes() +
                                                 parents.size() * rowBytes);
                if (auto ok = m_context.budget.check(); !ok)
                    return fail(ok.error());
            }
            const std::size_t before = parents.size();
            const std::string_view raw = cell(**list, row);
            forJsonElements(raw, [&](std::string_view value) {
                parents.push_back(row);
                appendValue(*values, value);
                keys->appendNull();
                return parents.size() < kMaxRows;
            });
            forJsonMembers(raw, [&](std::string_view key, std::string_view value) {
                parents.push_back(row);
                appendValue(*values, value);
                keys->appendText(jsonUnquoted(key));
                anyKeys = true;
                return parents.size() < kMaxRows;
            });
            if (parents.size() >= kMaxRows)
                return fail(ErrorCode::RunRowLimit, {{QLatin1StringView("step"), m_context.name},
                                                     {QLatin1StringView("limit"), QString::number(kMaxRows)}});
            if (parents.size() == before && m_keepEmpty) {
                parents.push_back(row);
                values->appendNull();
                keys->appendNull();
            }
        }
        Batch rest = batch;
        const int index = rest.indexOf(m_path.text());
        if (index >= 0)
            rest.fields.erase(rest.fields.begin() + index);
        Batch out = takeRows(rest, parents);
        out.rows = parents.size();
        if (anyKeys)
            out.set(m_as + QStringLiteral("_key"), keys);
        if (!m_spread || !spread(out, *values))
            out.set(m_as, settledColumn(values));
        return out;
    }

private:
    static std::string_view cell(const Column &column, std::size_t row)
    {
        const bool readable = column.type == ColumnType::Json || column.type == ColumnType::Text;
        return !readable || column.isNull(row) ? std::string_view() : column.text(row);
    }

    static void appendValue(Column &values, std::string_view raw)
    {
        if (jsonKindOf(raw) == JsonKind::Null)
            values.appendNull();
        else
            values.appendText(raw);
    }

    // Members of the entries as fields "item.sku", when the entries are objects.
    bool spread(Batch &out, const Column &values) const
    {
        std::vector<std::pair<QString, std::shared_ptr<Column>>> columns;
        for (std::size_t row = 0; row < values.size(); ++row) {
            if (!values.isNull(row) && jsonKindOf(values.text(row)) != JsonKind::Object)
                return false;
        }
        for (std::size_t row = 0; row < values.size(); ++row) {
            if (!values.isNull(row)) {
                forJsonMembers(values.text(row), [&](std::string_view rawKey, std::string_view value) {
                    const QString key = QString::fromStdString(jsonUnquoted(rawKey));
                    auto it =
                        std::find_if(columns.begin(), columns.end(), [&](const auto &c) { return c.first == key; });
                    if (it == columns.end()) {
                        if (columns.size() >= 1'000)
                            return true;
                        columns.emplace_back(key, std::make_shared<Column>(ColumnType::Json));
                        it = std::prev(columns.end());
                        for (std::size_t i = 0; i < row; ++i)
                            it->second->appendNull();
                    }
                    if (it->second->size() == row)
                        appendValue(*it->second, value);
                    return true;
                });
            }
            for (auto &[key, column] : columns) {
                if (column->size() == row)
                    column->appendNull();
            }
        }
        for (auto &[key, column] : columns)
            out.set(m_as + u'.' + key, settledColumn(column));
        return !columns.empty();
    }

    RowPath m_path;
    QString m_as;
    bool m_keepEmpty;
    bool m_spread;
    StepContext m_context;
    SeenFields m_seen;
};

Result<std::unique_ptr<Step>> create(const Parameters &parameters, const QJsonObject &config, StepContext context)
{
    auto checked = checkedConfig(config, parameters, context.name);
    if (!checked)
        return fail(checked.error());
    const ConfigReader reader(*checked);
    auto path = RowPath::compile(reader.text(QLatin1StringView("field")));
    if (!path)
        return fail(path.error().with(QLatin1StringView("step"), context.name));
    const QString as = reader.text(QLatin1StringView("as"));
    const QString name = as.isEmpty() ? path->lastName() : as;
    return std::unique_ptr<Step>(
        std::make_unique<Explode>(std::move(*path), name, reader.toggle(QLatin1StringView("keepEmpty")),
                                  reader.toggle(QLatin1StringView("spread")), std::move(context)));
}

} // namespace

StepType explodeStep()
{
    StepType type;
    type.type = "explode";
    type.label = QT_TRANSLATE_NOOP("Engine", "Explode list");
    type.icon = "explode";
    type.help = QT_TRANSLATE_NOOP("Engine", "Makes a row of each entry of a list; the other fields are kept.");
    type.tier = "basic";
    type.streaming = true;
    Parameter field;
    field.name = QStringLiteral("field");
    field.kind = ParameterKind::Path;
    field.label = QT_TRANSLATE_NOOP("Parameter", "List");
    field.help = QT_TRANSLATE_NOOP("Parameter", "A field with a list or object, or a path to one.");
    field.required = true;
    Parameter as;
    as.name = QStringLiteral("as");
    as.label = QT_TRANSLATE_NOOP("Parameter", "Into field");
    Parameter spread;
    spread.name = QStringLiteral("spread");
    spread.kind = ParameterKind::Toggle;
    spread.label = QT_TRANSLATE_NOOP("Parameter", "A field for each part of an entry");
    spread.defaultValue = true;
    Parameter keepEmpty;
    keepEmpty.name = QStringLiteral("keepEmpty");
    keepEmpty.kind = ParameterKind::Toggle;
    keepEmpty.label = QT_TRANSLATE_NOOP("Parameter", "Keep rows with an empty list");
    keepEmpty.defaultValue = false;
    type.parameters = {field, as, spread, keepEmpty};
    type.fact = [](const QJsonObject &config) { return config.value(QLatin1StringView("field")).toString(); };
    type.create = [parameters = type.parameters](const QJsonObject &config, StepContext context) {
        return create(parameters, config, std::move(context));
    };
    return type;
}

} // namespace dash

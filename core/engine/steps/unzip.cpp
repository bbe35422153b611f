// Lists that stand side by side in an object, or the lines of a table under a header, made into rows.
#include "core/engine/path/json_document.h"
#include "core/engine/steps/entries.h"
#include "core/engine/steps/row_path.h"

#include <set>
#include <unordered_map>

namespace dash {

namespace {

constexpr std::size_t kMaxRows = 10'000'000;
constexpr std::size_t kMaxFields = 1'000;

// The new fields, found on the way: each is filled up with nulls where rows did not have it.
class FoundFields {
public:
    // Null when there are too many.
    Column *at(const std::string &name, std::size_t rows)
    {
        const auto [it, isNew] = m_index.try_emplace(name, m_fields.size());
        if (isNew) {
            if (m_fields.size() >= kMaxFields)
                return nullptr;
            m_fields.emplace_back(QString::fromStdString(name), std::make_shared<Column>(ColumnType::Json));
        }
        Column &column = *m_fields[it->second].second;
        fillTo(column, rows);
        return &column;
    }
    QStringList names() const
    {
        QStringList all;
        for (const auto &[name, column] : m_fields)
            all.push_back(name);
        return all;
    }
    void moveTo(Batch &out, const QString &prefix)
    {
        for (auto &[name, column] : m_fields) {
            fillTo(*column, out.rows);
            out.set(prefix + name, settledColumn(column));
        }
    }

private:
    static void fillTo(Column &column, std::size_t rows)
    {
        while (column.size() < rows)
            column.appendNull();
    }
    std::unordered_map<std::string, std::size_t> m_index;
    std::vector<std::pair<QString, std::shared_ptr<Column>>> m_fields;
};

std::string_view jsonCell(const Column &column, std::size_t row)
{
    const bool readable = column.type == ColumnType::Json || column.type == ColumnType::Text;
    return !readable || column.isNull(row) ? std::string_view() : column.text(row);
}

void appendValue(Column &to, std::string_view raw)
{
    if (jsonKindOf(raw) == JsonKind::Null)
        to.appendNull();
    else
        to.appendText(raw);
}

std::vector<std::string_view> elementsOf(std::string_view list)
{
    std::vector<std::string_view> all;
    forJsonElements(list, [&](std::string_view value) {
        all.push_back(value);
        return true;
    });
    return all;
}

class Unzip final : public Step {
public:
    struct Settings {
        RowPath path;
        std::optional<RowPath> header;
        QString prefix;
        bool table = false;
        bool rejectUneven = false;
    };
    Unzip(Settings settings, StepContext context)
        : m_settings(std::move(settings))
        , m_context(std::move(context))
    {
    }

    Result<Batch> process(Batch batch, Rejects &rejects) override
    {
        if (batch.rows == 0)
            return Batch{};
        auto cells = m_settings.path.column(batch, m_context.name, m_seen, m_context.budget);
        if (!cells)
            return fail(cells.error());
        ColumnPtr headers;
        if (m_settings.header) {
            auto found = m_settings.header->column(batch, m_context.name, m_seen, m_context.budget);
            if (!found)
                return fail(found.error());
            headers = *found;
        }
        m_seen.note(batch);
        m_parents.clear();
        m_rowBytes = batch.memoryBytes() / batch.rows + sizeof(std::uint32_t);
        FoundFields found;
        for (std::uint32_t row = 0; row < batch.rows; ++row) {
            if (auto ok = m_context.budget.check(); !ok)
                return fail(ok.error());
            const std::string_view raw = jsonCell(**cells, row);
            if (raw.empty() && (*cells)->isNull(row))
                continue;
            auto done = m_settings.table ? tableRows(batch, row, raw, headers.get(), found, rejects)
                                         : listRows(batch, row, raw, found, rejects);
            if (!done)
                return fail(done.error());
        }
        Batch rest = batch;
        const QString holder = m_settings.path.fieldIn(batch);
        drop(rest, holder);
        if (m_settings.header)
            drop(rest, m_settings.header->fieldIn(batch));
        if (holder.isEmpty()) {
            for (const QString &name : found.names())
                drop(rest, name);
        }
        Batch out = takeRows(rest, m_parents);
        out.rows = m_parents.size();
        found.moveTo(out, m_settings.prefix);
        return out;
    }

private:
    struct Member {
        std::string name;
        std::string_view raw;
        bool isList = false;
        std::vector<std::string_view> entries;
    };

    // What held the lists would be repeated whole in every row.
    static void drop(Batch &batch, const QString &name)
    {
        const int index = name.isEmpty() ? -1 : batch.indexOf(name);
        if (index >= 0)
            batch.fields.erase(batch.fields.begin() + index);
    }

    static bool isJson(const Batch &batch, const std::string &name)
    {
        const Column *column = batch.column(qtText(name));
        return column != nullptr && column->type == ColumnType::Json;
    }

    void refuse(const Batch &batch, std::size_t row, Rejects &rejects, const QString &reason)
    {
        rejectRow(rejects, batch, row, m_context.name, m_settings.path.text(), reason);
    }

    Result<> limit(std::size_t rows) const
    {
        m_context.budget.setWorkingBytes(rows * m_rowBytes);
        if (rows > kMaxRows)
            return fail(ErrorCode::RunRowLimit, {{QLatin1StringView("step"), m_context.name},
                                                 {QLatin1StringView("limit"), QString::number(kMaxRows)}});
        return m_context.budget.check();
    }

    Error tooManyFields() const
    {
        return Error{
            ErrorCode::DefinitionField,
            {{QLatin1StringView("step"), m_context.name},
             {QLatin1StringView("field"), m_settings.path.text()},
             {QLatin1StringView("reason"),
              QStringLiteral("holds more than %1 fields. Choose a path that leads further in.").arg(kMaxFields)}},
            {}};
    }

    Result<> listRows(const Batch &batch, std::uint32_t row, std::string_view raw, FoundFields &found, Rejects &rejects)
    {
        const bool atRow = m_settings.path.fieldIn(batch).isEmpty();
        std::vector<Member> members;
        forJsonMembers(raw, [&](std::string_view key, std::string_view value) {
            Member member{jsonUnquoted(key), value, jsonKindOf(value) == JsonKind::Array, {}};
            if (member.isList)
                member.entries = elementsOf(value);
            if (member.isList || !atRow || isJson(batch, member.name)) // what stands in the row itself stays as it is
                members.push_back(std::move(member));
            return true;
        });
        const Member *longest = nullptr;
        const Member *shortest = nullptr;
        for (const Member &member : members) {
            if (!member.isList)
                continue;
            longest = longest == nullptr || member.entries.size() > longest->entries.size() ? &member : longest;
            shortest = shortest == nullptr || member.entries.size() < shortest->entries.size() ? &member : shortest;
        }
        if (longest == nullptr) {
            refuse(batch, row, rejects, QStringLiteral("is not an object with lists"));
            return {};
        }
        const std::size_t count = longest->entries.size();
        if (m_settings.rejectUneven && shortest->entries.size() != count) {
            refuse(batch, row, rejects,
                   QStringLiteral("has lists of different length: %1 with “%2”, %3 with “%4”")
                       .arg(count)
                       .arg(qtText(longest->name))
                       .arg(shortest->entries.size())
                       .arg(qtText(shortest->name)));
            return {};
        }
        const std::size_t before = m_parents.size();
        if (auto ok = limit(before + count); !ok)
            return ok;
        m_parents.insert(m_parents.end(), count, row);
        for (const Member &member : members) {
            Column *column = found.at(member.name, before);
            if (column == nullptr)
                return fail(tooManyFields());
            if (column->size() > before) // the same name twice in one object
                continue;
            if (member.isList) {
                for (const std::string_view value : member.entries)
                    appendValue(*column, value);
            } else {
                for (std::size_t i = 0; i < count; ++i)
                    appendValue(*column, member.raw);
            }
        }
        return {};
    }

    // Names of the columns: empty ones are called by their place, doubles are numbered.
    static std::vector<std::string> namesOf(const std::vector<std::string_view> &header)
    {
        std::vector<std::string> names;
        std::set<std::string> used;
        for (const std::string_view cell : header) {
            const auto kind = jsonKindOf(cell);
            std::string name = kind == JsonKind::String ? jsonUnquoted(cell)
                               : kind == JsonKind::Object
                                   ? jsonUnquoted(jsonMember(cell, "name").value_or(std::string_view()))
                               : kind == JsonKind::Null ? std::string()
                                                        : std::string(cell);
            if (name.empty())
                name = placeName(names.size());
            std::string unique = name;
            for (int n = 2; !used.insert(unique).second; ++n)
                unique = name + "_" + std::to_string(n);
            names.push_back(std::move(unique));
        }
        return names;
    }
    static std::string placeName(std::size_t index) { return "column_" + std::to_string(index + 1); }

    Result<> tableRows(const Batch &batch, std::uint32_t row, std::string_view raw, const Column *headers,
                       FoundFields &found, Rejects &rejects)
    {
        if (jsonKindOf(raw) != JsonKind::Array) {
            refuse(batch, row, rejects, QStringLiteral("is not a list of lines"));
            return {};
        }
        std::vector<std::string_view> lines = elementsOf(raw);
        std::string_view header;
        if (headers != nullptr) {
            header = jsonCell(*headers, row);
        } else if (!lines.empty()) {
            header = lines.front();
            lines.erase(lines.begin());
        } else {
            return {};
        }
        if (jsonKindOf(header) != JsonKind::Array) {
            refuse(batch, row, rejects, QStringLiteral("has no list of column names"));
            return {};
        }
        std::vector<std::string> names = namesOf(elementsOf(header));
        const std::size_t wanted = names.size();
        if (auto ok = limit(m_parents.size() + lines.size()); !ok)
            return ok;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (atCheck(i)) {
                if (auto ok = m_context.budget.check(); !ok)
                    return ok;
            }
            if (auto ok = line(lines[i], row, wanted, names, found, rejects); !ok)
                return ok;
        }
        return {};
    }

    Result<> line(std::string_view raw, std::uint32_t row, std::size_t wanted, std::vector<std::string> &names,
                  FoundFields &found, Rejects &rejects)
    {
        const bool isList = jsonKindOf(raw) == JsonKind::Array;
        const std::vector<std::string_view> cells = elementsOf(raw);
        if (!isList || (m_settings.rejectUneven && cells.size() != wanted)) {
            const QString reason =
                isList ? QStringLiteral("has a line of %1 cells under %2 column names").arg(cells.size()).arg(wanted)
                       : QStringLiteral("has a line that is not a list");
            rejects.push_back(
                {rowFailure(m_context.name, m_settings.path.text(), reason),
                 QByteArray("{\"line\":") + QByteArray(raw.data(), static_cast<qsizetype>(raw.size())) + "}"});
            return {};
        }
        const std::size_t before = m_parents.size();
        m_parents.push_back(row);
        while (names.size() < cells.size())
            names.push_back(placeName(names.size()));
        for (std::size_t i = 0; i < cells.size(); ++i) {
            Column *column = found.at(names[i], before);
            if (column == nullptr)
                return fail(tooManyFields());
            if (column->size() == before)
                appendValue(*column, cells[i]);
        }
        // Columns named in the header exist even when every line is too short for them.
        for (std::size_t i = cells.size(); i < wanted; ++i) {
            if (found.at(names[i], before) == nullptr)
                return fail(tooManyFields());
        }
        return {};
    }

    Settings m_settings;
    StepContext m_context;
    SeenFields m_seen;
    std::vector<std::uint32_t> m_parents;
    std::size_t m_rowBytes = 0; // of a parent, which goes with each of its rows
};

Result<std::unique_ptr<Step>> create(const Parameters &parameters, const QJsonObject &config, StepContext context)
{
    auto checked = checkedConfig(config, parameters, context.name);
    if (!checked)
        return fail(checked.error());
    const ConfigReader reader(*checked);
    auto path = RowPath::compile(reader.text(QLatin1StringView("path")));
    if (!path)
        return fail(path.error().with(QLatin1StringView("step"), context.name));
    Unzip::Settings settings{std::move(*path), std::nullopt, reader.text(QLatin1StringView("prefix")),
                             reader.is(QLatin1StringView("shape"), QLatin1StringView("table")),
                             reader.is(QLatin1StringView("uneven"), QLatin1StringView("reject"))};
    const QString header = reader.text(QLatin1StringView("header"));
    if (settings.table && !header.isEmpty()) {
        auto compiled = RowPath::compile(header);
        if (!compiled)
            return fail(compiled.error().with(QLatin1StringView("step"), context.name));
        settings.header = std::move(*compiled);
    }
    return std::unique_ptr<Step>(std::make_unique<Unzip>(std::move(settings), std::move(context)));
}

} // namespace

StepType unzipStep()
{
    StepType type;
    type.type = "unzip";
    type.label = QT_TRANSLATE_NOOP("Engine", "Lists to rows");
    type.icon = "table";
    type.help = QT_TRANSLATE_NOOP(
        "Engine", "Makes rows of lists that stand side by side in an object, or of a table with a header.");
    type.tier = "basic";
    type.streaming = true;
    Parameter path;
    path.name = QStringLiteral("path");
    path.kind = ParameterKind::Path;
    path.label = QT_TRANSLATE_NOOP("Parameter", "Object or lines");
    path.help = QT_TRANSLATE_NOOP("Parameter", "A path such as $.hourly; $ is the row itself.");
    path.required = true;
    Parameter shape;
    shape.name = QStringLiteral("shape");
    shape.kind = ParameterKind::Choice;
    shape.label = QT_TRANSLATE_NOOP("Parameter", "It holds");
    shape.defaultValue = QStringLiteral("lists");
    shape.choices = {{QStringLiteral("lists"), QT_TRANSLATE_NOOP("Parameter", "A list for each field")},
                     {QStringLiteral("table"), QT_TRANSLATE_NOOP("Parameter", "A list for each line")}};
    Parameter header;
    header.name = QStringLiteral("header");
    header.kind = ParameterKind::Path;
    header.label = QT_TRANSLATE_NOOP("Parameter", "Column names");
    header.help = QT_TRANSLATE_NOOP("Parameter", "A path such as $.columns. Empty: the first line names the columns.");
    header.showWhen = QStringLiteral("shape=table");
    Parameter uneven;
    uneven.name = QStringLiteral("uneven");
    uneven.kind = ParameterKind::Choice;
    uneven.label = QT_TRANSLATE_NOOP("Parameter", "If lengths differ");
    uneven.defaultValue = QStringLiteral("fill");
    uneven.choices = {{QStringLiteral("fill"), QT_TRANSLATE_NOOP("Parameter", "Leave empty")},
                      {QStringLiteral("reject"), QT_TRANSLATE_NOOP("Parameter", "Reject with reason")}};
    Parameter prefix;
    prefix.name = QStringLiteral("prefix");
    prefix.label = QT_TRANSLATE_NOOP("Parameter", "Put before the names");
    prefix.help = QT_TRANSLATE_NOOP("Parameter", "Where a name is also one of the row's other fields.");
    prefix.advanced = true;
    type.parameters = {path, shape, header, uneven, prefix};
    type.fact = [](const QJsonObject &config) { return config.value(QLatin1StringView("path")).toString(); };
    type.create = [parameters = type.parameters](const QJsonObject &config, StepContext context) {
        return create(parameters, config, std::move(context));
    };
    return type;
}

} // namespace dash

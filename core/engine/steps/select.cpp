// Chooses, renames and types fields.
#include "core/engine/steps/convert.h"
#include "core/engine/steps/entries.h"
#include "core/engine/steps/row_path.h"

namespace dash {

namespace {

struct Chosen {
    RowPath path;
    QString name;
    std::optional<TargetType> type;
    QString unit;
};

class Select final : public Step {
public:
    Select(std::vector<Chosen> fields, QStringList drop, bool keepOthers, OnError onError, StepContext context)
        : m_fields(std::move(fields))
        , m_drop(std::move(drop))
        , m_keepOthers(keepOthers)
        , m_onError(onError)
        , m_context(std::move(context))
    {
    }

    Result<Batch> process(Batch batch, Rejects &rejects) override
    {
        Batch out;
        out.rows = batch.rows;
        std::vector<std::pair<std::size_t, std::pair<QString, QString>>> failures;
        std::vector<Field> made;
        QStringList moved;
        for (const Chosen &chosen : m_fields) {
            auto column = chosen.path.column(batch, m_context.name, m_seen, m_context.budget);
            if (!column)
                return fail(Error(column.error()).with(QLatin1StringView("step"), m_context.name));
            ColumnPtr typed = *column;
            if (chosen.type)
                typed = converted(typed, *chosen.type, [&](std::size_t row, QString reason) {
                    failures.push_back({row, {chosen.name, std::move(reason)}});
                });
            const int from = batch.indexOf(chosen.path.text());
            const QString unit =
                chosen.unit.isEmpty() && from >= 0 ? batch.fields[static_cast<std::size_t>(from)].unit : chosen.unit;
            made.push_back({chosen.name, std::move(typed), unit});
            moved.push_back(chosen.path.text());
        }
        if (m_keepOthers) {
            for (const Field &field : batch.fields) {
                const qsizetype at = moved.indexOf(field.name);
                if (at >= 0) // renamed in its place
                    out.set(made[static_cast<std::size_t>(at)].name, made[static_cast<std::size_t>(at)].column,
                            made[static_cast<std::size_t>(at)].unit);
                else if (!m_drop.contains(field.name))
                    out.set(field.name, field.column, field.unit);
            }
        }
        for (Field &field : made)
            out.set(field.name, field.column, field.unit);
        m_seen.note(batch);
        return settle(batch, std::move(out), failures, rejects);
    }

private:
    Result<Batch> settle(const Batch &batch, Batch out,
                         const std::vector<std::pair<std::size_t, std::pair<QString, QString>>> &failures,
                         Rejects &rejects) const
    {
        if (failures.empty() || m_onError == OnError::Null)
            return out;
        if (m_onError == OnError::Stop)
            return fail(rowFailure(m_context.name, failures.front().second.first, failures.front().second.second));
        std::vector<std::uint8_t> keep(batch.rows, 1);
        for (const auto &[row, reason] : failures) {
            if (keep[row] != 0)
                rejectRow(rejects, batch, row, m_context.name, reason.first, reason.second);
            keep[row] = 0;
        }
        return filterRows(out, keep);
    }

    std::vector<Chosen> m_fields;
    QStringList m_drop;
    bool m_keepOthers;
    OnError m_onError;
    StepContext m_context;
    SeenFields m_seen;
};

Result<std::unique_ptr<Step>> create(const Parameters &parameters, const QJsonObject &config, StepContext context)
{
    auto checked = checkedConfig(config, parameters, context.name);
    if (!checked)
        return fail(checked.error());
    const ConfigReader reader(*checked);
    std::vector<Chosen> fields;
    for (const ConfigReader &entry : reader.list(QLatin1StringView("fields"))) {
        const QString text = entry.text(QLatin1StringView("path"));
        auto path = RowPath::compile(text);
        if (!path)
            return fail(
                path.error().with(QLatin1StringView("step"), context.name).with(QLatin1StringView("setting"), text));
        const QString name = entry.text(QLatin1StringView("name"));
        const QString made = !name.isEmpty()                                                     ? name
                             : text.contains(u'$') || text.contains(u'[') || text.contains(u'.') ? path->lastName()
                                                                                                 : text;
        fields.push_back({std::move(*path), made, targetTypeFromName(entry.text(QLatin1StringView("type"))),
                          entry.text(QLatin1StringView("unit"))});
    }
    const bool keep = reader.is(QLatin1StringView("others"), QLatin1StringView("keep"));
    return std::unique_ptr<Step>(std::make_unique<Select>(std::move(fields), reader.texts(QLatin1StringView("drop")),
                                                          keep, onErrorOf(reader), std::move(context)));
}

} // namespace

StepType selectStep()
{
    StepType type;
    type.type = "select";
    type.label = QT_TRANSLATE_NOOP("Engine", "Choose fields");
    type.icon = "select";
    type.help = QT_TRANSLATE_NOOP("Engine", "Keeps, renames, types and leaves out fields, also from inside JSON.");
    type.tier = "basic";
    type.streaming = true;
    Parameter path;
    path.name = QStringLiteral("path");
    path.kind = ParameterKind::Path;
    path.label = QT_TRANSLATE_NOOP("Parameter", "Field");
    path.help = QT_TRANSLATE_NOOP("Parameter", "A field, or a path into one, such as order.customer.name.");
    path.required = true;
    Parameter name;
    name.name = QStringLiteral("name");
    name.label = QT_TRANSLATE_NOOP("Parameter", "New name");
    Parameter unit;
    unit.name = QStringLiteral("unit");
    unit.label = QT_TRANSLATE_NOOP("Parameter", "Unit");
    Parameter fields;
    fields.name = QStringLiteral("fields");
    fields.kind = ParameterKind::List;
    fields.label = QT_TRANSLATE_NOOP("Parameter", "Fields");
    fields.members = {path, name, typeParameter(), unit};
    Parameter others;
    others.name = QStringLiteral("others");
    others.kind = ParameterKind::Choice;
    others.label = QT_TRANSLATE_NOOP("Parameter", "Other fields");
    others.defaultValue = QStringLiteral("drop");
    others.choices = {{QStringLiteral("drop"), QT_TRANSLATE_NOOP("Parameter", "Leave out")},
                      {QStringLiteral("keep"), QT_TRANSLATE_NOOP("Parameter", "Keep")}};
    Parameter drop;
    drop.name = QStringLiteral("drop");
    drop.kind = ParameterKind::Fields;
    drop.label = QT_TRANSLATE_NOOP("Parameter", "Leave out");
    drop.showWhen = QStringLiteral("others=keep");
    type.parameters = {fields, others, drop, onErrorParameter()};
    type.fact = [](const QJsonObject &config) {
        const ConfigReader reader(config);
        const auto entries = reader.list(QLatin1StringView("fields"));
        if (entries.empty())
            return QStringLiteral("without %1").arg(reader.texts(QLatin1StringView("drop")).join(QStringLiteral(", ")));
        return entries.size() == 1 ? entries[0].text(QLatin1StringView("path"))
                                   : QStringLiteral("%1 fields").arg(entries.size());
    };
    type.create = [parameters = type.parameters](const QJsonObject &config, StepContext context) {
        return create(parameters, config, std::move(context));
    };
    return type;
}

} // namespace dash

// Leaves out rows whose key was seen before, also in earlier runs; or lets only rows through that changed (upsert).
#include "core/engine/steps/entries.h"
#include "core/engine/steps/support.h"

#include <QCryptographicHash>

#include <algorithm>
#include <unordered_map>

namespace dash {

namespace {

constexpr std::uint8_t kVersion = 1;

// 128 bits of SHA-1: two different keys meet by accident once in 2^64.
std::string digest(std::string_view text)
{
    const QByteArray hash = QCryptographicHash::hash(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())),
                                                     QCryptographicHash::Sha1);
    return std::string(hash.constData(), 16);
}

class Dedupe final : public Step {
public:
    enum class Keep { First, Changed };
    Dedupe(QStringList key, Keep keep, std::int64_t most, Millis age, StepContext context)
        : m_key(std::move(key))
        , m_keep(keep)
        , m_most(static_cast<std::size_t>(most))
        , m_age(age)
        , m_context(std::move(context))
    {
        load();
    }

    Result<Batch> process(Batch batch, Rejects &rejects) override
    {
        std::vector<const Column *> columns;
        for (const QString &name : m_key) {
            auto column = fieldOf(batch, name, m_context.name, m_seen);
            if (!column)
                return fail(column.error());
            columns.push_back(*column);
        }
        m_seen.note(batch);
        std::vector<const Column *> all;
        for (const Field &field : batch.fields)
            all.push_back(field.column.get());
        RowKey key(columns.empty() ? all : columns);
        RowKey content(m_keep == Keep::Changed ? all : std::vector<const Column *>());
        const qint64 now = toMs(m_context.clock.now());
        std::vector<std::uint8_t> keep(batch.rows, 0);
        for (std::size_t row = 0; row < batch.rows; ++row) {
            if (atCheck(row)) {
                if (auto ok = m_context.budget.check(); !ok)
                    return fail(ok.error());
            }
            const bool empty = std::any_of(columns.begin(), columns.end(),
                                           [row](const Column *c) { return c == nullptr || c->isNull(row); });
            if (empty) {
                rejectRow(rejects, batch, row, m_context.name, m_key.join(QStringLiteral(", ")),
                          QStringLiteral("is empty, a key is needed"));
                continue;
            }
            const std::string was = m_keep == Keep::Changed ? digest(content.at(row)) : std::string();
            const auto [it, isNew] = m_known.try_emplace(digest(key.at(row)));
            keep[row] = isNew || (m_keep == Keep::Changed && it->second.content != was) ? 1 : 0;
            it->second = {now, ++m_order, was};
            if (m_known.size() > 2 * m_most) // by the row, not by the batch: where one ends is chance
                forget(now);
        }
        return filterRows(batch, keep);
    }

    std::size_t memoryBytes() const override
    {
        const std::size_t digests = m_keep == Keep::Changed ? 2 : 1;
        return mapBytes(m_known, m_known.size() * digests * textBytes(std::string(16, 'x')));
    }

    Result<Batch> finish(Rejects &) override
    {
        forget(toMs(m_context.clock.now()));
        if (m_context.newState == nullptr)
            return Batch{};
        std::vector<std::pair<std::int64_t, const std::string *>> ordered;
        for (const auto &[key, entry] : m_known)
            ordered.emplace_back(entry.order, &key);
        std::sort(ordered.begin(), ordered.end());
        StateWriter state(kVersion);
        for (const auto &[order, key] : ordered) {
            const Entry &entry = m_known.at(*key);
            state.text(*key);
            state.number(entry.at);
            state.text(entry.content);
        }
        *m_context.newState = state.take();
        return Batch{};
    }

private:
    struct Entry {
        qint64 at = 0;
        std::int64_t order = 0;
        std::string content;
    };

    void load()
    {
        StateReader state(m_context.state, kVersion);
        while (state.more()) {
            std::string key = state.text();
            Entry entry;
            entry.at = state.number();
            entry.content = state.text();
            entry.order = ++m_order;
            if (state.ok())
                m_known.insert_or_assign(std::move(key), std::move(entry));
        }
    }

    // Keys too old or too many, the longest unseen first.
    void forget(qint64 now)
    {
        if (m_age.count() > 0) {
            for (auto it = m_known.begin(); it != m_known.end();)
                it = now - it->second.at > m_age.count() ? m_known.erase(it) : std::next(it);
        }
        if (m_known.size() <= m_most)
            return;
        std::vector<std::int64_t> orders;
        for (const auto &[key, entry] : m_known)
            orders.push_back(entry.order);
        const auto cut = orders.begin() + static_cast<std::ptrdiff_t>(orders.size() - m_most);
        std::nth_element(orders.begin(), cut, orders.end());
        for (auto it = m_known.begin(); it != m_known.end();)
            it = it->second.order < *cut ? m_known.erase(it) : std::next(it);
    }

    QStringList m_key;
    Keep m_keep;
    std::size_t m_most;
    Millis m_age;
    StepContext m_context;
    SeenFields m_seen;
    std::unordered_map<std::string, Entry> m_known;
    std::int64_t m_order = 0;
};

Result<std::unique_ptr<Step>> create(const Parameters &parameters, const QJsonObject &config, StepContext context)
{
    auto checked = checkedConfig(config, parameters, context.name);
    if (!checked)
        return fail(checked.error());
    const ConfigReader reader(*checked);
    const auto keep = reader.is(QLatin1StringView("keep"), QLatin1StringView("changed")) ? Dedupe::Keep::Changed
                                                                                         : Dedupe::Keep::First;
    return std::unique_ptr<Step>(std::make_unique<Dedupe>(
        reader.texts(QLatin1StringView("key")), keep, reader.integer(QLatin1StringView("remember")),
        reader.duration(QLatin1StringView("age")), std::move(context)));
}

} // namespace

StepType dedupeStep()
{
    StepType type;
    type.type = "dedupe";
    type.label = QT_TRANSLATE_NOOP("Engine", "Remove duplicates");
    type.icon = "dedupe";
    type.help = QT_TRANSLATE_NOOP("Engine", "Lets each key through once, also across runs and restarts.");
    type.tier = "basic";
    Parameter key;
    key.name = QStringLiteral("key");
    key.kind = ParameterKind::Fields;
    key.label = QT_TRANSLATE_NOOP("Parameter", "Key");
    key.help = QT_TRANSLATE_NOOP("Parameter", "Fields that tell rows apart; none: the whole row.");
    Parameter keep;
    keep.name = QStringLiteral("keep");
    keep.kind = ParameterKind::Choice;
    keep.label = QT_TRANSLATE_NOOP("Parameter", "Let through");
    keep.defaultValue = QStringLiteral("first");
    keep.choices = {{QStringLiteral("first"), QT_TRANSLATE_NOOP("Parameter", "New keys")},
                    {QStringLiteral("changed"), QT_TRANSLATE_NOOP("Parameter", "New and changed rows")}};
    Parameter remember;
    remember.name = QStringLiteral("remember");
    remember.kind = ParameterKind::Integer;
    remember.label = QT_TRANSLATE_NOOP("Parameter", "Remember at most");
    remember.defaultValue = 100'000;
    remember.minimum = 1;
    remember.maximum = 1'000'000;
    remember.advanced = true;
    remember.unit = QStringLiteral("keys");
    Parameter age;
    age.name = QStringLiteral("age");
    age.kind = ParameterKind::Duration;
    age.label = QT_TRANSLATE_NOOP("Parameter", "Forget after");
    age.help = QT_TRANSLATE_NOOP("Parameter", "Keys not seen for so long; empty: never.");
    age.advanced = true;
    type.parameters = {key, keep, remember, age};
    type.fact = [](const QJsonObject &config) {
        const QStringList names = ConfigReader(config).texts(QLatin1StringView("key"));
        return names.isEmpty() ? QStringLiteral("whole row") : names.join(QStringLiteral(", "));
    };
    type.create = [parameters = type.parameters](const QJsonObject &config, StepContext context) {
        return create(parameters, config, std::move(context));
    };
    return type;
}

} // namespace dash

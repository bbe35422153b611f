#include "tests/engine/run/tiny_steps.h"

#include "core/engine/parameters.h"

#include <algorithm>
#include <stdexcept>

namespace dash::test {

namespace {

Parameter parameter(const char *name, ParameterKind kind)
{
    Parameter made;
    made.name = QString::fromLatin1(name);
    made.kind = kind;
    return made;
}

Batch numbers(qint64 from, qint64 to)
{
    auto column = std::make_shared<Column>(ColumnType::Int64);
    for (qint64 n = from; n < to; ++n)
        column->appendInt(n);
    Batch batch;
    batch.rows = static_cast<std::size_t>(to - from);
    batch.set(QStringLiteral("n"), column);
    return batch;
}

class NumbersSource final : public Source {
public:
    NumbersSource(qint64 count, QString node)
        : m_count(count)
        , m_node(std::move(node))
    {
    }
    Result<> read(RunContext &context, SourceOutput &out) override
    {
        const QString key = u"cursor/"_qs + m_node;
        const qint64 start = context.state[key].toLongLong();
        for (qint64 n = start; n < start + m_count; n += 10)
            if (auto ok = out.batch(numbers(n, std::min(n + 10, start + m_count))); !ok)
                return ok;
        context.newState[key] = QByteArray::number(start + m_count);
        return {};
    }

private:
    qint64 m_count;
    QString m_node;
};

class DocumentSource final : public Source {
public:
    explicit DocumentSource(QByteArray text)
        : m_text(std::move(text))
    {
    }
    Result<> read(RunContext &, SourceOutput &out) override
    {
        constexpr qsizetype kPortion = 50;
        for (qsizetype at = 0; at < m_text.size(); at += kPortion) {
            const auto part = QByteArrayView(m_text).sliced(at, std::min(kPortion, m_text.size() - at));
            if (auto ok = out.bytes(part, at + kPortion >= m_text.size(), QStringLiteral("a.txt"), "text/plain"); !ok)
                return ok;
        }
        return {};
    }

private:
    QByteArray m_text;
};

class LinesDecoder final : public Decoder {
public:
    Result<> decode(QByteArrayView bytes, bool last, const std::function<Result<>(Batch)> &out,
                    Rejects &rejects) override
    {
        m_rest.append(bytes);
        auto column = std::make_shared<Column>(ColumnType::Text);
        qsizetype end = 0;
        while ((end = m_rest.indexOf('\n')) >= 0 || (last && !m_rest.isEmpty())) {
            const QByteArray line = end < 0 ? m_rest : m_rest.left(end);
            m_rest.remove(0, end < 0 ? m_rest.size() : end + 1);
            if (line == "bad")
                rejects.push_back(Reject{
                    Error{ErrorCode::RecordRejected, {{QLatin1StringView("reason"), QStringLiteral("is bad")}}, {}},
                    line});
            else
                column->appendText(line.toStdString());
        }
        Batch batch;
        batch.rows = column->size();
        batch.set(QStringLiteral("line"), column);
        return batch.rows > 0 ? out(std::move(batch)) : Result<>();
    }

private:
    QByteArray m_rest;
};

class FunctionStep final : public Step {
public:
    using Work = std::function<Result<Batch>(Batch, Rejects &)>;
    explicit FunctionStep(Work work)
        : m_work(std::move(work))
    {
    }
    Result<Batch> process(Batch batch, Rejects &rejects) override { return m_work(std::move(batch), rejects); }

private:
    Work m_work;
};

class SumStep final : public Step {
public:
    explicit SumStep(StepContext context)
        : m_context(std::move(context))
        , m_sum(m_context.state.toLongLong())
    {
    }
    Result<Batch> process(Batch batch, Rejects &) override
    {
        for (const qint64 n : batch.column(u"n")->ints)
            m_sum += n;
        return Batch{};
    }
    Result<Batch> finish(Rejects &) override
    {
        if (m_context.newState)
            *m_context.newState = QByteArray::number(m_sum);
        return numbers(m_sum, m_sum + 1);
    }

private:
    StepContext m_context;
    qint64 m_sum;
};

class NotesSink final : public Sink {
public:
    Result<std::vector<Delivery>> encode(const Batch &rows, bool) override
    {
        if (rows.rows == 0)
            return std::vector<Delivery>();
        return std::vector<Delivery>{Delivery{QByteArray::number(qint64(rows.rows)), {}}};
    }
    DeliveryResult deliver(RunContext &, const QueuedDelivery &) override { return {}; }
};

StepType step(const char *name, std::function<FunctionStep::Work(StepContext)> make)
{
    StepType type{};
    type.type = name;
    type.label = type.icon = type.help = "";
    type.tier = "basic";
    type.streaming = true;
    type.create = [make](const QJsonObject &, StepContext context) -> Result<std::unique_ptr<Step>> {
        return std::unique_ptr<Step>(new FunctionStep(make(std::move(context))));
    };
    return type;
}

FunctionStep::Work doubled(const StepContext &)
{
    return [](const Batch &batch, Rejects &) -> Result<Batch> {
        auto column = std::make_shared<Column>(ColumnType::Int64);
        for (const qint64 n : batch.column(u"n")->ints)
            column->appendInt(n * 2);
        Batch out = batch;
        out.set(QStringLiteral("n"), column);
        return out;
    };
}

FunctionStep::Work oddOnly(const StepContext &)
{
    return [](const Batch &batch, Rejects &rejects) -> Result<Batch> {
        std::vector<std::uint8_t> keep(batch.rows, 1);
        for (std::size_t row = 0; row < batch.rows; ++row) {
            if (batch.column(u"n")->ints[row] % 2 != 0)
                continue;
            keep[row] = 0;
            rejects.push_back(Reject{Error{ErrorCode::RecordRejected,
                                           {{QLatin1StringView("field"), QStringLiteral("n")},
                                            {QLatin1StringView("reason"), QStringLiteral("is even.")}},
                                           {}},
                                     rowJson(batch, row)});
        }
        return filterRows(batch, keep);
    };
}

FunctionStep::Work endless(const StepContext &context)
{
    return [budget = &context.budget](const Batch &, Rejects &) -> Result<Batch> {
        while (true)
            if (auto ok = budget->check(); !ok)
                return fail(ok.error());
    };
}

} // namespace

Registry tinyRegistry()
{
    Registry registry;
    SourceType source{};
    source.type = "numbers";
    source.label = source.icon = source.help = "";
    source.usesFormat = false;
    source.parameters = {parameter("count", ParameterKind::Integer)};
    source.create = [](const QJsonObject &config, const QString &node) -> Result<std::unique_ptr<Source>> {
        return std::unique_ptr<Source>(new NumbersSource(config.value(QLatin1StringView("count")).toInteger(), node));
    };
    registry.sources.push_back(source);
    SourceType document{};
    document.type = "document";
    document.label = document.icon = document.help = "";
    document.rereadable = true;
    document.parameters = {parameter("text", ParameterKind::LongText)};
    document.create = [](const QJsonObject &config, const QString &) -> Result<std::unique_ptr<Source>> {
        return std::unique_ptr<Source>(new DocumentSource(config.value(QLatin1StringView("text")).toString().toUtf8()));
    };
    registry.sources.push_back(document);
    FormatType lines{};
    lines.type = "lines";
    lines.label = "";
    lines.sniff = [](QByteArrayView, const QString &, const QByteArray &) { return 50; };
    lines.create = [](const QJsonObject &, RunContext &) -> Result<std::unique_ptr<Decoder>> {
        return std::unique_ptr<Decoder>(new LinesDecoder);
    };
    registry.formats.push_back(lines);
    registry.steps.push_back(step("double", doubled));
    registry.steps.push_back(step("odd", oddOnly));
    registry.steps.push_back(step("endless", endless));
    registry.steps.push_back(step("throw", [](const StepContext &) -> FunctionStep::Work {
        return [](const Batch &, Rejects &) -> Result<Batch> { throw std::runtime_error("the sky fell"); };
    }));
    StepType sum = step("sum", doubled);
    sum.streaming = false;
    sum.create = [](const QJsonObject &, StepContext context) -> Result<std::unique_ptr<Step>> {
        return std::unique_ptr<Step>(new SumStep(std::move(context)));
    };
    registry.steps.push_back(sum);
    SinkType notes{};
    notes.type = "notes";
    notes.label = notes.icon = notes.help = "";
    notes.create = [](const QJsonObject &, const QString &) -> Result<std::unique_ptr<Sink>> {
        return std::unique_ptr<Sink>(new NotesSink);
    };
    registry.sinks.push_back(notes);
    return registry;
}

} // namespace dash::test

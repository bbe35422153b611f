#include "tests/app/pipelines/builder_world.h"

#include <QJsonArray>
#include <QThreadPool>

#include <set>

namespace dash::test {

namespace {

constexpr const char *kShops[] = {"Berlin Mitte", "Online DE", "Hamburg", "Leipzig"};

Parameter parameter(const char *name, ParameterKind kind, bool required = false)
{
    Parameter out;
    out.name = QString::fromLatin1(name);
    out.kind = kind;
    out.label = name;
    out.required = required;
    return out;
}

class RowsSource final : public Source {
public:
    explicit RowsSource(std::size_t count)
        : m_count(count)
    {
    }
    Result<> read(RunContext &, SourceOutput &out) override { return out.batch(orders(m_count)); }

private:
    std::size_t m_count;
};

class PassStep : public Step {
public:
    Result<Batch> process(Batch batch, Rejects &) override { return batch; }
};

// field = "text", which is all these tests write.
class FilterStep final : public Step {
public:
    FilterStep(QString field, std::string value)
        : m_field(std::move(field))
        , m_value(std::move(value))
    {
    }
    Result<Batch> process(Batch batch, Rejects &) override
    {
        if (m_field.isEmpty())
            return batch;
        const Column *column = batch.column(m_field);
        if (!column)
            return fail(ErrorCode::ExpressionUnknownField, {{QLatin1StringView("field"), m_field}});
        std::vector<std::uint8_t> keep(batch.rows);
        for (std::size_t row = 0; row < batch.rows; ++row)
            keep[row] = cellText(*column, row) == m_value;
        return filterRows(batch, keep);
    }

private:
    QString m_field;
    std::string m_value;
};

class RefuseStep final : public Step {
public:
    Result<Batch> process(Batch batch, Rejects &rejects) override
    {
        std::vector<std::uint8_t> keep(batch.rows, 1);
        for (std::size_t row = 0; row < batch.rows; row += 10) {
            keep[row] = 0;
            Error reason;
            reason.code = ErrorCode::RecordRejected;
            reason.with(QLatin1StringView("step"), QStringLiteral("refuse"))
                .with(QLatin1StringView("field"), QStringLiteral("shop"))
                .with(QLatin1StringView("reason"), QStringLiteral("is not wanted."));
            rejects.push_back(Reject{reason, rowJson(batch, row)});
        }
        return filterRows(batch, keep);
    }
};

StepType step(const char *type, Parameters parameters,
              std::function<Result<std::unique_ptr<Step>>(const QJsonObject &)> make)
{
    StepType out;
    out.type = type;
    out.label = type;
    out.icon = "filter";
    out.help = "";
    out.tier = "basic";
    out.parameters = std::move(parameters);
    out.create = [make](const QJsonObject &config, StepContext) { return make(config); };
    return out;
}

Result<std::unique_ptr<Step>> makeFilter(const QJsonObject &config)
{
    const QString condition = config.value(QLatin1String("condition")).toString();
    const QStringList sides = condition.split(QStringLiteral(" = "));
    if (!condition.isEmpty() && sides.size() < 2)
        return fail(ErrorCode::ExpressionSyntax,
                    {{QLatin1StringView("position"), QStringLiteral("1")},
                     {QLatin1StringView("reason"), QStringLiteral("A comparison is needed.")}});
    return std::make_unique<FilterStep>(sides.value(0), sides.value(1).remove(u'"').toStdString());
}

class NoNetwork final : public HttpClient {
public:
    Result<HttpResponse> send(const HttpRequest &request, const CancelToken &) override
    {
        return fail(ErrorCode::NetworkUnreachable, {{QLatin1StringView("host"), request.url.host()}});
    }
};

class NoSecrets final : public SecretSource {
public:
    Result<QByteArray> secret(const QString &name) override
    {
        return fail(ErrorCode::SecretMissing, {{QLatin1StringView("name"), name}});
    }
};

} // namespace

Parameters everyKind()
{
    using Kind = ParameterKind;
    Parameters out;
    const std::pair<const char *, Kind> kinds[] = {{"text", Kind::Text},         {"long_text", Kind::LongText},
                                                   {"integer", Kind::Integer},   {"number", Kind::Number},
                                                   {"toggle", Kind::Toggle},     {"choice", Kind::Choice},
                                                   {"duration", Kind::Duration}, {"bytes", Kind::Bytes},
                                                   {"url", Kind::Url},           {"file", Kind::FilePath},
                                                   {"folder", Kind::FolderPath}, {"secret", Kind::Secret},
                                                   {"field", Kind::Field},       {"fields", Kind::Fields},
                                                   {"path", Kind::Path},         {"expression", Kind::Expression},
                                                   {"zone", Kind::Zone},         {"labels", Kind::Labels},
                                                   {"map", Kind::TextMap},       {"list", Kind::List},
                                                   {"currency", Kind::Currency}};
    for (const auto &[name, kind] : kinds)
        out.push_back(parameter(name, kind));
    for (Parameter &p : out) {
        if (p.kind == Kind::Choice) {
            for (const char *value : {"one", "two", "three", "four"})
                p.choices.push_back({QString::fromLatin1(value), value});
        }
        if (p.kind == Kind::Integer)
            p.maximum = 100;
        if (p.kind == Kind::List)
            p.members = {parameter("name", Kind::Text, true), parameter("value", Kind::Expression)};
    }
    return out;
}

Batch orders(std::size_t count)
{
    auto id = std::make_shared<Column>(ColumnType::Int64);
    auto created = std::make_shared<Column>(ColumnType::Instant);
    auto shop = std::make_shared<Column>(ColumnType::Text);
    auto cents = std::make_shared<Column>(ColumnType::Int64);
    auto fees = std::make_shared<Column>(ColumnType::Int64);
    for (std::size_t row = 0; row < count; ++row) {
        id->appendInt(1'048'213 - qint64(row));
        created->appendInt(1'795'358'805'000 - qint64(row) * 47'000);
        shop->appendText(kShops[row % std::size(kShops)]);
        cents->appendInt(qint64((row * 7'919) % 15'000));
        fees->appendInt(qint64((row * 31) % 300));
    }
    Batch batch;
    batch.rows = count;
    batch.set(QStringLiteral("order_id"), id);
    batch.set(QStringLiteral("created"), created);
    batch.set(QStringLiteral("shop"), shop);
    batch.set(QStringLiteral("cents"), cents);
    batch.set(QStringLiteral("fees"), fees);
    return batch;
}

Registry testRegistry()
{
    Registry registry;
    SourceType rows;
    rows.type = "rows";
    rows.label = "Rows";
    rows.icon = "shop";
    rows.help = "Orders of a shop";
    rows.parameters = {parameter("count", ParameterKind::Integer)};
    rows.usesFormat = false;
    rows.create = [](const QJsonObject &config, const QString &) -> Result<std::unique_ptr<Source>> {
        return std::make_unique<RowsSource>(std::size_t(config.value(QLatin1String("count")).toInteger(100)));
    };
    registry.sources.push_back(rows);
    registry.steps.push_back(step("filter", {parameter("condition", ParameterKind::Expression)}, makeFilter));
    registry.steps.push_back(
        step("group", {parameter("keys", ParameterKind::Fields)},
             [](const QJsonObject &) -> Result<std::unique_ptr<Step>> { return std::make_unique<PassStep>(); }));
    registry.steps.push_back(step("refuse", {}, [](const QJsonObject &) -> Result<std::unique_ptr<Step>> {
        return std::make_unique<RefuseStep>();
    }));
    registry.steps.push_back(step("all", everyKind(), [](const QJsonObject &) -> Result<std::unique_ptr<Step>> {
        return std::make_unique<PassStep>();
    }));
    return registry;
}

Node makeNode(NodeKind kind, const char *type, const QJsonObject &config, const QStringList &from, const char *id)
{
    Node node;
    node.kind = kind;
    node.type = QString::fromLatin1(type);
    node.id = QString::fromLatin1(id ? id : type);
    node.config = config;
    node.from = from;
    return node;
}

World::World(const QString &)
    : m_registry(testRegistry())
    , m_secrets(std::make_unique<NoSecrets>())
{
    open();
}

World::~World()
{
    close();
}

void World::open()
{
    auto workspace = Workspace::open(m_folder.path(), m_clock, m_random);
    if (!workspace)
        qFatal("no workspace");
    m_workspace = std::move(*workspace);
    auto points = PointsDb::open(m_folder.path(), PointsDb::Options{}, m_clock);
    if (!points)
        qFatal("no points: %s", qPrintable(errorSentence(points.error())));
    m_points = std::move(*points);
    PipelineHost::Environment environment{m_clock, m_random, *m_secrets, m_folder.path()};
    environment.http = [] { return std::make_unique<NoNetwork>(); };
    m_host = std::make_unique<PipelineHost>(*m_points, environment, m_registry);
    m_context.reset(new AppContext{m_clock, m_random, *m_workspace, *m_points, *m_host, *m_secrets, m_registry,
                                   &navigator, nullptr, nullptr, m_folder.path()});
}

void World::close()
{
    QThreadPool::globalInstance()->waitForDone(); // as the program does
    m_context.reset();
    m_host.reset();
    m_points.reset();
    m_workspace.reset();
}

void World::restart()
{
    close();
    open();
}

void World::runWhatIsApplied()
{
    std::vector<Pipeline> running;
    for (const PipelineEntity &entity : m_workspace->pipelines()) {
        if (entity.running)
            running.push_back(*entity.running);
    }
    m_host->setPipelines(std::move(running));
}

PipelineId World::putOrders(std::size_t rows)
{
    Pipeline pipeline;
    pipeline.id = PipelineId::create(m_clock.now(), m_random);
    pipeline.name = QStringLiteral("Shop orders");
    pipeline.schedule.kind = Schedule::Kind::Manual;
    pipeline.nodes = {
        makeNode(NodeKind::Source, "rows", {{QLatin1String("count"), qint64(rows)}}),
        makeNode(NodeKind::Step, "filter", {{QLatin1String("condition"), QStringLiteral("shop = \"Online DE\"")}}),
        makeNode(NodeKind::Output, "table", {}, {}, "orders")};
    m_workspace->putPipeline(pipeline, EditLabel{QStringLiteral("New"), {}});
    return pipeline.id;
}

} // namespace dash::test

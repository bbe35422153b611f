#include "tests/engine/run/host_world.h"

#include "core/engine/row_text.h"
#include "core/engine/sinks/sinks.h"

namespace dash::test {

namespace {

class GateSource final : public Source {
public:
    explicit GateSource(Gate &gate)
        : m_gate(gate)
    {
    }
    Result<> read(RunContext &, SourceOutput &out) override
    {
        m_gate.enter();
        auto column = std::make_shared<Column>(ColumnType::Int64);
        column->appendInt(1);
        Batch batch;
        batch.rows = 1;
        batch.set(QStringLiteral("n"), column);
        return out.batch(std::move(batch));
    }

private:
    Gate &m_gate;
};

// Fails as a network does, so often; then gives one row.
class MoodySource final : public Source {
public:
    explicit MoodySource(std::shared_ptr<std::atomic<int>> fails)
        : m_fails(std::move(fails))
    {
    }
    Result<> read(RunContext &, SourceOutput &out) override
    {
        if (m_fails->load() > 0) {
            m_fails->fetch_sub(1);
            return fail(ErrorCode::NetworkUnreachable, {{QLatin1StringView("host"), QStringLiteral("shop.example")},
                                                        {QLatin1StringView("reason"), QStringLiteral("gone")}});
        }
        auto column = std::make_shared<Column>(ColumnType::Int64);
        column->appendInt(7);
        Batch batch;
        batch.rows = 1;
        batch.set(QStringLiteral("n"), column);
        return out.batch(std::move(batch));
    }

private:
    std::shared_ptr<std::atomic<int>> m_fails;
};

// Pages without an end.
class EndlessSource final : public Source {
public:
    Result<> read(RunContext &, SourceOutput &out) override
    {
        for (qint64 page = 0;; ++page) {
            auto column = std::make_shared<Column>(ColumnType::Int64);
            for (qint64 row = 0; row < 1'000; ++row)
                column->appendInt(page);
            Batch batch;
            batch.rows = 1'000;
            batch.set(QStringLiteral("n"), column);
            if (auto ok = out.batch(std::move(batch)); !ok)
                return ok;
        }
    }
};

SourceType source(const char *name, std::function<std::unique_ptr<Source>()> make)
{
    SourceType type{};
    type.type = name;
    type.label = type.icon = type.help = "";
    type.usesFormat = false;
    type.create = [make = std::move(make)](const QJsonObject &, const QString &) -> Result<std::unique_ptr<Source>> {
        return make();
    };
    return type;
}

} // namespace

void Gate::enter()
{
    std::unique_lock lock(m_mutex);
    ++m_entered;
    m_most = std::max<int>(m_most, ++m_inside);
    m_changed.wait(lock, [this] { return m_isOpen || m_passes > 0; });
    if (!m_isOpen)
        --m_passes;
    --m_inside;
}

void Gate::open()
{
    const std::lock_guard lock(m_mutex);
    m_isOpen = true;
    m_changed.notify_all();
}

void Gate::close()
{
    const std::lock_guard lock(m_mutex);
    m_isOpen = false;
}

void Gate::letOne()
{
    const std::lock_guard lock(m_mutex);
    ++m_passes;
    m_changed.notify_one();
}

HostWorld::HostWorld(Network wanted)
    : registry(tinyRegistry())
    , network(wanted)
{
    registry.sinks.push_back(fileSink());
    registry.sinks.push_back(webhookSink());
    registry.sources.push_back(source("gate", [this] { return std::make_unique<GateSource>(gate); }));
    registry.sources.push_back(source("moody", [fails = sourceFails] { return std::make_unique<MoodySource>(fails); }));
    registry.sources.push_back(source("endless", [] { return std::make_unique<EndlessSource>(); }));
    openHost();
}

HostWorld::~HostWorld()
{
    gate.open();
    host.reset();
    points.reset();
}

void HostWorld::openHost()
{
    auto opened = PointsDb::open(folder.path(), {}, clock);
    if (!opened)
        qFatal("%s", qPrintable(errorSentence(opened.error())));
    points = std::move(*opened);
    PipelineHost::Environment environment{clock, random, secrets, folder.path(), 2};
    environment.patience = Millis(1'000);
    if (network == Network::None)
        environment.http = [] { return std::make_unique<NoHttp>(); };
    host = std::make_unique<PipelineHost>(*points, environment, registry);
}

void HostWorld::restart()
{
    host.reset();
    points.reset();
    openHost();
}

Pipeline HostWorld::pipelineOf(int n, const QByteArray &nodes, const char *more)
{
    const auto made = parsePipeline("{\"id\":\"" + pipeline(n).text().toLatin1() + "\",\"name\":\"p" +
                                    QByteArray::number(n) + "\",\"nodes\":[" + nodes + "]" + more + "}");
    if (!made)
        qFatal("%s", qPrintable(errorSentence(made.error())));
    return *made;
}

std::vector<RunRecord> HostWorld::history(int n) const
{
    const auto snapshot = points->snapshot();
    if (!snapshot)
        return {};
    return (*snapshot)->runs(pipeline(n), 1'000).value_or(std::vector<RunRecord>());
}

QStringList HostWorld::rows(int n, const QString &output) const
{
    QStringList out;
    const auto snapshot = points->snapshot();
    const auto found = (*snapshot)->rows(TableName{pipeline(n), output}, {QString(), Qt::AscendingOrder}, 0, 100'000);
    for (std::size_t row = 0; found && row < found->rows; ++row)
        out.append(QString::fromUtf8(rowJson(*found, row)));
    return out;
}

bool HostWorld::waitForRuns(int n, int count) const
{
    return QTest::qWaitFor(
        [&] {
            return history(n).size() >= std::size_t(count) &&
                   host->status(pipeline(n)).state != PipelineStatus::State::Running;
        },
        15'000);
}

} // namespace dash::test

#include "core/engine/preview.h"

#include "core/engine/contained.h"
#include "core/engine/parameters.h"
#include "core/engine/source_feed.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>
#include <numeric>

namespace dash {

namespace {

constexpr std::size_t kShownRejects = 200;

QByteArray keyOf(const Node &node, const QJsonObject &config, const QByteArray &before)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(node.type.toUtf8());
    hash.addData(QByteArrayView("\n"));
    hash.addData(nodeName(node).toUtf8()); // errors carry it
    hash.addData(QByteArrayView("\n"));
    hash.addData(QJsonDocument(config).toJson(QJsonDocument::Compact));
    hash.addData(before);
    return hash.result();
}

Millis since(const Clock &clock, std::chrono::nanoseconds start)
{
    return std::chrono::duration_cast<Millis>(clock.monotonic() - start);
}

} // namespace

Batch firstRows(const std::vector<Batch> &batches, std::size_t limit, std::size_t &total)
{
    total = 0;
    std::vector<Batch> first;
    std::size_t taken = 0;
    for (const Batch &batch : batches) {
        total += batch.rows;
        if (taken >= limit || batch.rows == 0)
            continue;
        const std::size_t count = std::min(batch.rows, limit - taken);
        taken += count;
        if (count == batch.rows) {
            first.push_back(batch);
            continue;
        }
        std::vector<std::uint32_t> rows(count);
        std::iota(rows.begin(), rows.end(), 0U);
        first.push_back(takeRows(batch, rows));
    }
    if (first.empty())
        return batches.empty() ? Batch{} : batches.front();
    return first.size() == 1 ? first.front() : concatenate(first);
}

void Previewer::setSample(const QString &sourceNode, GivenDocument document)
{
    Sample &sample = m_samples[sourceNode];
    const int serial = sample.serial + 1;
    sample = Sample{};
    sample.serial = serial;
    sample.given = true;
    sample.documents.push_back(std::move(document));
    m_made.erase(sourceNode);
}

std::vector<Batch> Previewer::arrivingAt(const Pipeline &draft, const QString &node) const
{
    std::vector<Batch> rows;
    const auto plan = planPipeline(draft);
    if (!plan)
        return rows;
    for (const PlanNode &entry : *plan) {
        if (entry.node->id != node)
            continue;
        for (const int input : entry.inputs)
            if (const auto made = m_made.find((*plan)[static_cast<std::size_t>(input)].node->id); made != m_made.end())
                rows.insert(rows.end(), made->second.rows.begin(), made->second.rows.end());
    }
    return rows;
}

PreviewResult Previewer::preview(const Pipeline &draft, RunContext &context, PipelineHost::Sampling sampling)
{
    PreviewResult result;
    const auto plan = planPipeline(draft);
    if (!plan) {
        result.error = plan.error();
        return result;
    }
    std::map<QString, Made> kept = std::exchange(m_made, {});
    std::vector<const Made *> made(plan->size(), nullptr);
    for (std::size_t i = 0; i < plan->size(); ++i) {
        const PlanNode &entry = (*plan)[i];
        const Node &node = *entry.node;
        if (auto old = kept.extract(node.id))
            m_made.insert(std::move(old));
        std::vector<const Made *> inputs;
        bool ready = true;
        for (const int input : entry.inputs) {
            const Made *from = made[static_cast<std::size_t>(input)];
            ready = ready && from && !from->shown.error;
            inputs.push_back(from);
        }
        if (!ready)
            continue;
        Made next = node.kind == NodeKind::Source ? makeSource(node, context, sampling)
                                                  : makeNode(node, inputs, draft, context);
        if (context.budget.cancel().cancelled())
            return result;
        Made &place = m_made[node.id];
        place = std::move(next);
        made[i] = &place;
        result.nodes[node.id] = place.shown;
    }
    return result;
}

void Previewer::fetch(const Node &node, RunContext &context, Sample &sample)
{
    SourceFeed::Callbacks callbacks;
    bool newDocument = true;
    bool fromBytes = false;
    callbacks.rows = [&](Batch batch) {
        if (!fromBytes)
            sample.batches.push_back(std::move(batch));
        return Result<>();
    };
    callbacks.rejected = [](const Rejects &) {};
    callbacks.raw = [&](const GivenDocument &part, bool last) {
        fromBytes = true;
        if (newDocument)
            sample.documents.push_back(GivenDocument{{}, part.name, part.contentType});
        sample.documents.back().bytes.append(part.bytes);
        newDocument = last;
    };
    SourceFeed feed(node, m_registry, context, std::move(callbacks));
    const SourceType *type = m_registry.source(node.type);
    if (!type) {
        sample.error = Error{ErrorCode::DefinitionUnknownType, {{QLatin1StringView("type"), node.type}}, {}};
        return;
    }
    const auto config = sourceConfig(node, *type);
    if (!config) {
        sample.error = config.error();
        return;
    }
    auto source = contained(node, [&] { return type->create(*config, node.id); });
    const auto read =
        source ? contained(node, [&] { return (*source)->read(context, feed); }) : Result<>(fail(source.error()));
    if (!read && !feed.enough())
        sample.error = read.error();
}

Previewer::Made Previewer::makeSource(const Node &node, RunContext &context, PipelineHost::Sampling sampling)
{
    const auto start = context.clock.monotonic();
    Sample &sample = m_samples[node.id];
    const SourceType *type = m_registry.source(node.type);
    const auto own = type ? sourceConfig(node, *type) : Result<QJsonObject>(QJsonObject());
    const QByteArray fetchKey = keyOf(node, own ? *own : node.config, {});
    const bool stale = sample.key != fetchKey || sample.error || sampling == PipelineHost::Sampling::Refresh;
    if (!sample.given && stale) {
        const int serial = sample.serial + 1;
        sample = Sample{};
        sample.serial = serial;
        sample.key = fetchKey;
        fetch(node, context, sample);
    }
    const QByteArray key = keyOf(node, node.config, fetchKey + QByteArray::number(sample.serial));
    if (const auto old = m_made.find(node.id); old != m_made.end() && old->second.key == key && !sample.error)
        return std::move(old->second);

    Made made;
    made.key = key;
    if (sample.documents.empty()) {
        made.rows = sample.batches;
    } else {
        bool enough = false;
        SourceFeed::Callbacks callbacks;
        callbacks.rows = [&](Batch batch) { return made.rows.push_back(std::move(batch)), Result<>(); };
        callbacks.rejected = [&](Rejects rejects) {
            for (Reject &reject : rejects)
                made.shown.rejected.push_back(std::move(reject));
        };
        SourceFeed feed(node, m_registry, context, std::move(callbacks));
        for (const GivenDocument &document : sample.documents) {
            // A sample that was cut off in the middle ends in half a record; that is no fault of the data.
            const auto read =
                enough ? Result<>() : feed.bytes(document.bytes, true, document.name, document.contentType);
            enough = enough || feed.enough();
            if (!read && !enough && made.rows.empty())
                made.shown.error = atNode(read.error(), node);
        }
    }
    if (sample.error && made.rows.empty())
        made.shown.error = atNode(*sample.error, node);
    made.shown.rows = firstRows(made.rows, static_cast<std::size_t>(context.sampleRows), made.shown.totalRows);
    made.shown.took = since(context.clock, start);
    return made;
}

Previewer::Made Previewer::makeNode(const Node &node, const std::vector<const Made *> &inputs, const Pipeline &draft,
                                    RunContext &context)
{
    QByteArray before = draft.id.bytes();
    for (const Made *input : inputs)
        before += input->key;
    const QByteArray key = keyOf(node, node.config, before);
    if (const auto old = m_made.find(node.id); old != m_made.end() && old->second.key == key)
        return std::move(old->second);
    const auto start = context.clock.monotonic();
    Made made;
    made.key = key;
    context.budget.enter(nodeName(node));
    if (const auto worked = work(node, inputs, draft, context, made); !worked)
        made.shown.error = atNode(worked.error(), node);
    made.shown.rows = firstRows(made.rows, static_cast<std::size_t>(context.sampleRows), made.shown.totalRows);
    made.shown.took = since(context.clock, start);
    return made;
}

Result<> Previewer::work(const Node &node, const std::vector<const Made *> &inputs, const Pipeline &draft,
                         RunContext &context, Made &made)
{
    std::unique_ptr<Step> step;
    std::unique_ptr<Output> output;
    if (const StepType *type = node.kind == NodeKind::Step ? m_registry.step(node.type) : nullptr) {
        const auto config = checkedConfig(node.config, type->parameters, nodeName(node));
        if (!config)
            return fail(config.error());
        auto created = contained(node, [&] {
            return type->create(*config, StepContext{context.clock, context.budget, {}, nullptr, nodeName(node)});
        });
        if (!created)
            return fail(created.error());
        step = std::move(*created);
    } else if (node.kind == NodeKind::Output && runnerOutput(node.type)) {
        OutputContext outputContext;
        outputContext.pipeline = draft.id;
        outputContext.now = toMs(context.clock.now());
        outputContext.echo = OutputContext::Echo::Yes;
        auto created = makeOutput(node, outputContext);
        if (!created)
            return fail(created.error());
        output = std::move(*created);
    } else if (node.kind != NodeKind::Output || !m_registry.sink(node.type)) {
        return fail(ErrorCode::DefinitionUnknownType, {{QLatin1StringView("type"), node.type}});
    }
    Rejects &rejects = made.shown.rejected;
    const auto keep = [&](Result<Batch> batch) -> Result<> {
        if (!batch)
            return fail(batch.error());
        if (batch->rows > 0 || made.rows.empty())
            made.rows.push_back(std::move(*batch));
        return context.budget.check();
    };
    for (const Made *input : inputs) {
        for (const Batch &batch : input->rows) {
            auto next = step     ? contained(node, [&] { return step->process(batch, rejects); })
                        : output ? contained(node, [&] { return output->write(batch, rejects); })
                                 : Result<Batch>(batch);
            if (auto ok = keep(std::move(next)); !ok)
                return ok;
        }
    }
    if (step)
        if (auto ok = keep(contained(node, [&] { return step->finish(rejects); })); !ok)
            return ok;
    if (made.rows.size() > 1)
        made.rows.erase(std::remove_if(made.rows.begin(), made.rows.end(), [](const Batch &b) { return b.rows == 0; }),
                        made.rows.end());
    if (rejects.size() > kShownRejects * 5)
        rejects.resize(kShownRejects * 5);
    return {};
}

} // namespace dash

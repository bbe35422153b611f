#include "core/engine/registry.h"

#include "core/engine/formats/formats.h"
#include "core/engine/sinks/sinks.h"
#include "core/engine/sources/sources.h"
#include "core/engine/steps/steps.h"

#include <algorithm>

namespace dash {

namespace {

template <class Type>
const Type *find(const std::vector<Type> &types, QStringView name)
{
    const auto found = std::find_if(types.begin(), types.end(),
                                    [&](const Type &type) { return QLatin1StringView(type.type) == name; });
    return found == types.end() ? nullptr : &*found;
}

} // namespace

const SourceType *Registry::source(QStringView type) const
{
    return find(sources, type);
}

const FormatType *Registry::format(QStringView type) const
{
    return find(formats, type);
}

const StepType *Registry::step(QStringView type) const
{
    return find(steps, type);
}

const SinkType *Registry::sink(QStringView type) const
{
    return find(sinks, type);
}

// One line each, in the order people see them in the Add menu.
Registry builtinRegistry()
{
    Registry registry;
    registry.sources = {computerSource(),   httpSource(), webhookSource(),
                        prometheusSource(), fileSource(), sampleSource()};
    registry.formats = {csvFormat(), tsvFormat(), jsonFormat(), ndjsonFormat(), openMetricsFormat(), formFormat()};
    registry.steps = builtinSteps();
    registry.sinks = {fileSink(), webhookSink()};
    return registry;
}

} // namespace dash

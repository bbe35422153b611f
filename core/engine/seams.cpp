// What a node does when it does not say otherwise.
#include "core/engine/source.h"
#include "core/engine/step.h"

namespace dash {

Result<Batch> Step::finish(Rejects &)
{
    return Batch{};
}

Result<> Source::listen(RunContext &, std::function<void()>)
{
    return {};
}

} // namespace dash

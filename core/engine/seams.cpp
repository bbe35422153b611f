// What a node does when it does not say otherwise.
#include "core/engine/source.h"
#include "core/engine/step.h"

namespace dash {

Result<Batch> Step::finish(Rejects &)
{
    return Batch{};
}

Result<SourceOutput::Taken> SourceOutput::document(QByteArrayView whole, const QString &name,
                                                   const QByteArray &contentType)
{
    if (auto ok = bytes(whole, true, name, contentType); !ok)
        return fail(ok.error());
    return Taken{};
}

Result<>
Source::listen(RunContext &,
               std::function<void()> /*ready*/) // NOLINT(performance-unnecessary-value-param): overrides keep it
{
    return {};
}

} // namespace dash

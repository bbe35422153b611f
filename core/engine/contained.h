#pragma once
// contained(): work of a node whose exceptions become errors of that node.

#include "core/engine/check.h"

#include <exception>
#include <new>

namespace dash {

template <class Work>
auto contained(const Node &node, Work work) -> decltype(work())
{
    QString reason;
    try {
        auto result = work();
        if (!result)
            return fail(atNode(std::move(result.error()), node));
        return result;
    } catch (const std::bad_alloc &) {
        reason = u"it needs more memory than there is."_qs;
    } catch (const std::exception &error) {
        reason = QString::fromUtf8(error.what());
    } catch (...) { // a node may be anybody's code; a run must survive it
        reason = u"it stopped unexpectedly."_qs;
    }
    return fail(atNode(Error{ErrorCode::RunStepFailed, {{QLatin1StringView("reason"), reason}}, {}}, node));
}

} // namespace dash

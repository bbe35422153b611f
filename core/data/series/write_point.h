#pragma once

#include "core/base/error.h"
#include "core/base/failpoint.h"

namespace dash::series {

// A place between two writes of one change, where tests end the process or let the next write fail.
inline Result<> passWrite(const char *name)
{
    switch (passFailpoint(name)) {
    case FailAction::None:
        return {};
    case FailAction::IoError:
        return fail(ErrorCode::DatabaseIo, {}, QStringLiteral("failpoint"));
    case FailAction::DiskFull:
        return fail(ErrorCode::DatabaseFull, {}, QStringLiteral("failpoint"));
    }
    return {};
}

} // namespace dash::series

#pragma once
// Failpoints: named places between two writes where a test may end the process or make the next write fail.
// Compiled in only with DASH_FAILPOINTS; set by the environment, DASH_FAIL=name:n:action (comma-separated), where the
// action (kill, abort, eio, full) happens at the n-th passing, counted from 1. "list:FILE" appends every name passed
// to FILE, so that a test can enumerate them.

#include <QtGlobal>

namespace dash {

enum class FailAction { None, IoError, DiskFull };

#ifdef DASH_FAILPOINTS
// May not return (kill, abort). Thread-safe.
FailAction passFailpoint(const char *name);
#else
inline FailAction passFailpoint(const char *)
{
    return FailAction::None;
}
#endif

} // namespace dash

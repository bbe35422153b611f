#pragma once
// A run's commit as bytes, for handing it to the process that owns the workspace. Both ends are the same build: the
// first byte is a version that must match. Any bytes are safe to decode.

#include "core/data/points_db.h"

namespace dash {

QByteArray encodeCommit(const RunCommit &commit);
// InvalidValue when the bytes are not a commit of this version.
Result<RunCommit> decodeCommit(QByteArrayView bytes);

} // namespace dash

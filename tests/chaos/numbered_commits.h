#pragma once
// Commits numbered 1, 2, 3 …, each with its number in a series, two tables, the state, the queue and the run history,
// and the check that a points.db holds commits 1 … k exactly: everything of each once, nothing of any other.

#include "core/data/points_db.h"

#include <QString>

namespace dash::test {

inline constexpr int kPointsEach = 20;
inline constexpr qint64 kLogRows = 60; // cap of the appended table, so that trimming is part of every story

PointsDb::Options numberedOptions(); // small chunks and caps, so that sealing and dropping happen often
RunCommit numberedCommit(int n);
// What happens besides commits, by number: retention, erasing rejected rows, delivering, compacting.
Result<> numberedExtras(PointsDb &points, int n);

// k, or in `problem` what is wrong. `acknowledged` … `attempted`: where k has to lie.
int verifyNumbered(const PointsDb &points, int acknowledged, int attempted, QString &problem);
// PRAGMA integrity_check on a connection of its own; empty when sound.
QString integrityProblem(const QString &file, const QString &vfs = {});

} // namespace dash::test

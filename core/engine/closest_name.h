#pragma once

#include <QString>
#include <QStringList>

namespace dash {

// The candidate a person most likely meant by a misspelt name (optimal string alignment distance, case ignored);
// empty when none is near enough to be worth offering.
QString closestName(const QString &name, const QStringList &candidates);

} // namespace dash

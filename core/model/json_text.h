#pragma once
// Reading definitions written by people: errors with line and column, and text whose keys stay in a chosen order.

#include "core/base/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

namespace dash {

// Parses one JSON object. DefinitionSyntax with line and column, DefinitionTooLarge above `maxBytes`.
Result<QJsonObject> readObject(const QByteArray &json, qsizetype maxBytes);

// Indented JSON. Keys named in `keyOrder` come first in that order, others follow sorted; short arrays and objects
// (up to 100 characters) stay on one line.
QByteArray writeObject(const QJsonObject &object, const QStringList &keyOrder);

} // namespace dash

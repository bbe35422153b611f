#pragma once
// Where the next page is, told from a page's answer.

#include "core/engine/context.h"
#include "core/model/batch.h"

#include <QJsonObject>

namespace dash {

// The plain value at a path of a JSON body as text; nothing when it is absent, null, an object or not JSON.
std::optional<QString> bodyValue(const QByteArray &body, const QString &path);
// The address of rel="next" in a Link header (RFC 8288).
std::optional<QString> nextLink(const QByteArray &linkHeader);
// "120" or an HTTP date → from now.
std::optional<Millis> retryAfter(const QByteArray &header, UtcMs now);
// The greatest value of a field in a batch, as text; nothing when all are null.
std::optional<QString> greatest(const Batch &batch, const QString &field);
// Whether `a` comes after `b`: numbers by value, anything else by spelling.
bool comesAfter(const QString &a, const QString &b);

} // namespace dash

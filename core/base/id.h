#pragma once
// One type per kind of id, so that a dashboard's id cannot be passed for a pipeline's. Values are UUIDs, made as
// version 7 (RFC 9562 §5.7): time-ordered, 16 bytes when stored.

#include "core/base/clock.h"

#include <QByteArray>
#include <QHash>
#include <QUuid>

#include <optional>

namespace dash {

QUuid newUuidV7(UtcMs now, RandomSource &random);

template <class Tag>
struct Id {
    QUuid value;
    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.value < b.value; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.value, seed); }

    bool isNull() const { return value.isNull(); }
    QByteArray bytes() const { return value.toRfc4122(); }
    QString text() const { return value.toString(QUuid::WithoutBraces); }
    static Id create(UtcMs now, RandomSource &random) { return Id{newUuidV7(now, random)}; }
    static Id fromBytes(const QByteArray &bytes) { return Id{QUuid::fromRfc4122(bytes)}; }
    // Nothing when the text is not a UUID.
    static std::optional<Id> fromText(QStringView text)
    {
        const QUuid uuid = QUuid::fromString(text);
        return uuid.isNull() ? std::nullopt : std::optional(Id{uuid});
    }
};

using PipelineId = Id<struct PipelineTag>;
using DashboardId = Id<struct DashboardTag>;
using WidgetId = Id<struct WidgetTag>;
using RunId = Id<struct RunTag>;
using DeliveryId = Id<struct DeliveryTag>;

} // namespace dash

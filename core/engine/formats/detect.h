#pragma once
// What bytes of unknown origin most likely are: a dropped file, an answer from a new address.

#include "core/engine/context.h"
#include "core/engine/registry.h"

#include <QByteArrayView>

namespace dash {

struct DetectedField {
    QString name;
    ColumnType type = ColumnType::Text;
    QString unit;
};

struct Detected {
    QString format;     // registered name
    QJsonObject config; // the format's settings that differ from "detect": record path, delimiter, date order …
    int certainty = 0;  // 0 … 100
    std::vector<DetectedField> fields;
    QString timeField;  // empty: none looks like a time
    QString timeFormat; // "instant" (typed already), "iso", "epoch_s", "epoch_ms": what a time step must do
    QStringList numberFields;
    QStringList labelFields; // few different texts, good to tell series apart
    Batch sample;            // rows of the head
};

enum class HeadIs { Beginning, Everything };

// `head` is the document's first bytes (256 KiB are plenty). `zone` is that of times which name none; empty: UTC.
// Errors: FormatSyntax when no format knows it.
Result<Detected> detectFormat(const Registry &registry, RunContext &context, QByteArrayView head, HeadIs extent,
                              const QString &name, const QByteArray &contentType, const QString &zone = {});

} // namespace dash

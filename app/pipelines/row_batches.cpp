#include "app/pipelines/row_batches.h"

#include "app/pipelines/words.h"
#include "app/theme/numbers.h"
#include "app/user_message.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace dash {

namespace {

constexpr qsizetype kMostFields = 200;

QString tr(const char *text)
{
    return QCoreApplication::translate("dash", text); // where lupdate files them
}

class Builder {
public:
    std::shared_ptr<Column> add(const QString &name, ColumnType type)
    {
        auto column = std::make_shared<Column>(type);
        m_batch.fields.push_back(Field{name, column, {}});
        return column;
    }
    Batch take(std::size_t rows)
    {
        m_batch.rows = rows;
        return std::move(m_batch);
    }

private:
    Batch m_batch;
};

void appendText(Column &column, const QString &text)
{
    if (text.isEmpty())
        column.appendNull();
    else
        column.appendText(text.toStdString());
}

QString jsonCell(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? tr("yes") : tr("no");
    if (value.isDouble())
        return double(value.toInteger()) == value.toDouble()
                   ? QString::number(value.toInteger())
                   : QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return {};
}

// The field a refusal is about: as told, else the longest field name its sentence mentions.
QString fieldOf(const RejectedRecord &record, const QJsonObject &object)
{
    if (object.contains(record.field))
        return record.field;
    QString best;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key().size() > best.size() && record.reason.contains(it.key()))
            best = it.key();
    }
    return best;
}

// Why, without what stands in the columns beside it: the step and the field.
QString reasonOf(const RejectedRecord &record, const QString &step, const QString &field)
{
    const ErrorArgs known{{QLatin1StringView("step"), step}, {QLatin1StringView("field"), field}};
    const std::optional<Error> error = errorOfSentence(record.code, record.reason, known);
    if (!error)
        return storedMessage({}, record.reason);
    QString text = userMessage(*error);
    if (error->code == ErrorCode::RecordRejected)
        text = reasonText(error->arg(QLatin1StringView("reason")));
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

qint64 toSecond(qint64 ms)
{
    return ms - ms % 1'000;
}

QString durationWords(qint64 ms)
{
    return ms < 10'000 ? tr("%1 ms").arg(wholeNumber(ms)) : tr("%1 s").arg(wholeNumber(ms / 1'000));
}

QString outcomeWord(RunRecord::Outcome outcome)
{
    switch (outcome) {
    case RunRecord::Outcome::Succeeded:
        return tr("Succeeded");
    case RunRecord::Outcome::Failed:
        return tr("Failed");
    case RunRecord::Outcome::Stopped:
        return tr("Stopped");
    }
    return {};
}

QString stateWord(QueuedDelivery::State state)
{
    switch (state) {
    case QueuedDelivery::State::Pending:
        return tr("Waiting");
    case QueuedDelivery::State::Sent:
        return tr("Sent");
    case QueuedDelivery::State::Failed:
        return tr("Failed");
    }
    return {};
}

} // namespace

RejectedRows rejectedRows(const std::vector<RejectedRecord> &records,
                          const std::function<QString(const QString &)> &title)
{
    RejectedRows out;
    std::vector<QJsonObject> objects;
    std::vector<QString> wrong;
    QStringList names; // in order of appearance, the wrong fields first
    for (const RejectedRecord &record : records) {
        objects.push_back(QJsonDocument::fromJson(record.record).object());
        wrong.push_back(fieldOf(record, objects.back()));
        if (!wrong.back().isEmpty() && !names.contains(wrong.back()))
            names.push_back(wrong.back());
    }
    for (const QJsonObject &object : objects) {
        for (auto it = object.begin(); it != object.end() && names.size() < kMostFields; ++it) {
            if (!names.contains(it.key()))
                names.push_back(it.key());
        }
    }
    Builder builder;
    const bool timed = std::any_of(records.begin(), records.end(), [](const auto &record) { return record.at != 0; });
    const auto time = timed ? builder.add(tr("Time of run"), ColumnType::Instant) : nullptr;
    const auto step = builder.add(tr("Step"), ColumnType::Text);
    const auto reason = builder.add(tr("Reason"), ColumnType::Text);
    std::vector<std::shared_ptr<Column>> fields;
    for (const QString &name : names)
        fields.push_back(builder.add(name, ColumnType::Text));
    for (std::size_t row = 0; row < records.size(); ++row) {
        const RejectedRecord &record = records[row];
        if (time && record.at != 0)
            time->appendInt(toSecond(record.at));
        else if (time)
            time->appendNull();
        const QString name = title(record.node);
        appendText(*step, name);
        appendText(*reason, reasonOf(record, name, wrong[row]));
        for (qsizetype i = 0; i < names.size(); ++i)
            appendText(*fields[std::size_t(i)], jsonCell(objects[row].value(names[i])));
        out.wrongColumn.push_back(wrong[row]);
        out.node.push_back(record.node);
        if (record.rowId >= 0)
            out.rowIds.push_back(record.rowId);
    }
    out.rows = builder.take(records.size());
    return out;
}

Batch runRows(const std::vector<RunRecord> &runs)
{
    Builder builder;
    const auto started = builder.add(tr("Started"), ColumnType::Instant);
    const auto outcome = builder.add(tr("Outcome"), ColumnType::Text);
    const auto took = builder.add(tr("Took"), ColumnType::Text);
    const auto rows = builder.add(tr("Rows read"), ColumnType::Int64);
    const auto rejected = builder.add(tr("Rejected"), ColumnType::Int64);
    const auto reason = builder.add(tr("Reason"), ColumnType::Text);
    for (const RunRecord &run : runs) {
        started->appendInt(toSecond(run.startedAt));
        appendText(*outcome, outcomeWord(run.outcome));
        appendText(*took, durationWords(run.finishedAt - run.startedAt));
        rows->appendInt(run.rowsIn);
        rejected->appendInt(run.rejected);
        appendText(*reason, run.errorSentence.isEmpty()
                                ? QStringLiteral("–")
                                : storedMessage(QString::fromLatin1(run.errorCode), run.errorSentence));
    }
    return builder.take(runs.size());
}

Batch deliveryRows(const std::vector<QueuedDelivery> &deliveries)
{
    Builder builder;
    const auto made = builder.add(tr("Made"), ColumnType::Instant);
    const auto state = builder.add(tr("State"), ColumnType::Text);
    const auto tries = builder.add(tr("Tries"), ColumnType::Int64);
    const auto error = builder.add(tr("Last answer"), ColumnType::Text);
    for (const QueuedDelivery &delivery : deliveries) {
        made->appendInt(delivery.createdAt);
        appendText(*state, stateWord(delivery.state));
        tries->appendInt(delivery.tries);
        appendText(*error, delivery.lastError.isEmpty() ? QStringLiteral("–") : storedMessage({}, delivery.lastError));
    }
    return builder.take(deliveries.size());
}

} // namespace dash

#pragma once
// Small batches in a line, and a step run from its JSON config.

#include "core/engine/registry.h"
#include "core/engine/row_text.h"
#include "tests/support/kit.h"

namespace dash::test {

// One JSON object a row; "@2026-01-01T00:00:00Z" would be text: instants are told by the shape isoUtc() writes.
inline Batch rows(std::initializer_list<const char *> objects)
{
    std::vector<QByteArray> texts;
    for (const char *object : objects)
        texts.emplace_back(object);
    return batchFromJsonRows(texts);
}

// A batch as lines of compact JSON, for comparing.
inline QString shown(const Batch &batch)
{
    QStringList lines;
    for (std::size_t row = 0; row < batch.rows; ++row)
        lines.push_back(QString::fromUtf8(rowJson(batch, row)));
    return lines.join(u'\n');
}

inline ColumnPtr decimals(std::initializer_list<const char *> values)
{
    auto column = std::make_shared<Column>(ColumnType::Decimal);
    for (const char *value : values) {
        if (!column->appendDecimal(*parseDecimal(value)))
            column->appendNull();
    }
    return column;
}

// A step with its world.
struct StepRun {
    explicit StepRun(const char *type, const char *config, QByteArray state = {})
        : m_state(std::move(state))
        , budget(clock, Millis(0), 0, 0, CancelToken())
    {
        const Registry registry = builtinRegistry();
        const StepType *found = registry.step(QString::fromLatin1(type));
        if (found == nullptr) {
            made = fail(ErrorCode::NotFound);
            return;
        }
        const QJsonObject json = QJsonDocument::fromJson(config).object();
        made = found->create(json, StepContext{clock, budget, m_state, &newState, QStringLiteral("Step")});
    }
    Result<Batch> process(const Batch &batch)
    {
        return made ? (*made)->process(batch, rejects) : Result<Batch>(tl::unexpected<Error>(made.error()));
    }
    Result<Batch> finish()
    {
        return made ? (*made)->finish(rejects) : Result<Batch>(tl::unexpected<Error>(made.error()));
    }
    // Rows of process and finish together, or the error's code and sentence.
    QString all(const Batch &batch)
    {
        auto first = process(batch);
        if (!first)
            return text(first.error());
        auto second = finish();
        if (!second)
            return text(second.error());
        const QString a = shown(*first);
        const QString b = shown(*second);
        return a.isEmpty() || b.isEmpty() ? QString(a + b) : QString(a + u'\n' + b);
    }
    QString rejected() const
    {
        QStringList lines;
        for (const Reject &reject : rejects)
            lines.push_back(errorSentence(reject.reason) + QStringLiteral(" <- ") + QString::fromUtf8(reject.record));
        return lines.join(u'\n');
    }
    static QString text(const Error &error)
    {
        return QString(errorCodeText(error.code)) + QStringLiteral(": ") + errorSentence(error);
    }

    QByteArray m_state;
    ManualClock clock;
    Budget budget;
    QByteArray newState;
    Rejects rejects;
    Result<std::unique_ptr<Step>> made = std::unique_ptr<Step>();
};

} // namespace dash::test

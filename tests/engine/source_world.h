#pragma once
// What a run does between a source and its format, and short ways to write settings.

#include "core/engine/format.h"
#include "core/engine/source.h"

#include <QJsonObject>

namespace dash::test {

// What the runner does between a source and its format.
class Collect final : public SourceOutput {
public:
    Collect(RunContext &context, FormatType format, QJsonObject config = {})
        : m_context(context)
        , m_format(std::move(format))
        , m_config(std::move(config))
    {
    }
    Result<> bytes(QByteArrayView part, bool last, const QString &, const QByteArray &) override
    {
        if (!m_decoder) {
            m_refusedBefore = rejects.size();
            m_decoder = *m_format.create(m_config, m_context);
        }
        const Result<> decoded = m_decoder->decode(
            part, last, [this](Batch rows) { return batch(std::move(rows)); }, rejects);
        if (last)
            m_decoder.reset();
        return decoded;
    }
    Result<> batch(Batch rows) override
    {
        if (m_sees)
            m_sees(rows);
        batches.push_back(std::move(rows));
        return {};
    }
    qint64 refused() const override { return static_cast<qint64>(rejects.size() - m_refusedBefore); }

    // The values of one field of all rows: "1,2,3".
    QString values(const char *field) const
    {
        QStringList out;
        for (const Batch &rows : batches) {
            for (std::size_t row = 0; row < rows.rows; ++row)
                out.append(QString::fromStdString(cellText(*rows.column(QString::fromLatin1(field)), row)));
        }
        return out.join(u',');
    }
    std::vector<Batch> batches;
    Rejects rejects;

private:
    RunContext &m_context;
    FormatType m_format;
    QJsonObject m_config;
    std::unique_ptr<Decoder> m_decoder;
    std::size_t m_refusedBefore = 0;
};

inline QJsonObject setting(std::initializer_list<std::pair<const char *, QJsonValue>> values)
{
    QJsonObject out;
    for (const auto &[name, value] : values)
        out.insert(QString::fromLatin1(name), value);
    return out;
}

inline QJsonObject merged(QJsonObject a, const QJsonObject &b)
{
    for (auto it = b.begin(); it != b.end(); ++it)
        a.insert(it.key(), it.value());
    return a;
}

} // namespace dash::test

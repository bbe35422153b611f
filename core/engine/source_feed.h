#pragma once
// Where a source puts what it reads during a run: raw bytes through the format, then on as batches.

#include "core/engine/runner.h"

#include <QCryptographicHash>

namespace dash {

// Place in a long read up to which rows are committed; kept as "resume/<node>".
struct ReadPlace {
    qint64 bytes = 0;
    QByteArray hash; // of all bytes before it
    QByteArray toText() const;
    static std::optional<ReadPlace> fromText(const QByteArray &text);
};

class SourceFeed final : public SourceOutput {
public:
    struct Callbacks {
        std::function<Result<>(Batch)> rows;
        std::function<void(Rejects)> rejected;
        std::function<void(const GivenDocument &part, bool last)> raw; // may be empty
        std::function<Result<>()> partDone; // after every portion of bytes, all rows made from it handed on
    };
    SourceFeed(const Node &node, const Registry &registry, RunContext &context, Callbacks callbacks);

    Result<> bytes(QByteArrayView part, bool lastPart, const QString &name, const QByteArray &contentType) override;
    Result<Taken> document(QByteArrayView whole, const QString &name, const QByteArray &contentType) override;
    Result<> batch(Batch batch) override;
    qint64 refused() const override { return m_refused; }

    // Counts and hashes what passes, and passes by everything before `from` when the bytes are the same as then.
    void resumeFrom(std::optional<ReadPlace> from);
    ReadPlace place() const;
    bool enough() const { return m_enough; } // Sample: the rows asked for are there

private:
    Result<> startDocument(QByteArrayView head, bool last, const QString &name, const QByteArray &contentType);
    Result<> decode(QByteArrayView part, bool last);
    Result<> skipping(QByteArrayView part, bool lastPart, const QString &name, const QByteArray &contentType);
    Result<> feed(QByteArrayView part, bool lastPart, const QString &name, const QByteArray &contentType);
    Result<> handOn(Batch batch);

    const Node &m_node;
    const Registry &m_registry;
    RunContext &m_context;
    Callbacks m_callbacks;
    std::unique_ptr<Decoder> m_decoder;
    QByteArray m_head;    // bytes waiting until the format can be told
    qint64 m_refused = 0; // of this document
    qint64 m_rows = 0;
    bool m_enough = false;
    bool m_countsBytes = false;
    qint64 m_bytes = 0;
    QCryptographicHash m_hash{QCryptographicHash::Sha1};
    std::optional<ReadPlace> m_resume; // until it is reached
};

} // namespace dash

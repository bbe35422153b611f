#include "core/engine/source_feed.h"

#include "core/engine/contained.h"
#include "core/engine/parameters.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace dash {

namespace {

constexpr qsizetype kSniffBytes = 64 * 1024;

bool isAuto(const QString &format)
{
    return format.isEmpty() || format == u"auto";
}

QJsonObject ownPart(const QJsonObject &config, const Parameters &parameters)
{
    QJsonObject out;
    for (const Parameter &parameter : parameters)
        if (config.contains(parameter.name))
            out.insert(parameter.name, config.value(parameter.name));
    return out;
}

} // namespace

QByteArray ReadPlace::toText() const
{
    return QByteArray::number(bytes) + ' ' + hash.toHex();
}

std::optional<ReadPlace> ReadPlace::fromText(const QByteArray &text)
{
    const qsizetype space = text.indexOf(' ');
    bool isNumber = false;
    ReadPlace place;
    place.bytes = text.left(space).toLongLong(&isNumber);
    place.hash = QByteArray::fromHex(text.mid(space + 1));
    return space > 0 && isNumber && place.bytes > 0 ? std::optional(place) : std::nullopt;
}

Result<const FormatType *> chooseFormat(const Node &source, const Registry &registry, QByteArrayView head,
                                        const QString &name, const QByteArray &contentType)
{
    const QString chosen = source.config.value(QLatin1StringView("format")).toString();
    const auto missing = [&](const QString &reason) {
        return fail(atNode(
            Error{ErrorCode::DefinitionMissing,
                  {{QLatin1StringView("field"), QStringLiteral("format")}, {QLatin1StringView("reason"), reason}},
                  {}},
            source));
    };
    if (!isAuto(chosen)) {
        const FormatType *format = registry.format(chosen);
        if (!format)
            return missing(u"“%1” is not a known format."_qs.arg(chosen));
        return format;
    }
    const FormatType *best = nullptr;
    int surest = 0;
    for (const FormatType &format : registry.formats) {
        const int sure = format.sniff ? format.sniff(head, name, contentType) : 0;
        if (sure > surest) {
            surest = sure;
            best = &format;
        }
    }
    if (!best)
        return missing(QStringLiteral("The bytes fit no known format; choose one."));
    return best;
}

Result<QJsonObject> formatConfig(const Node &source, const FormatType &format)
{
    return checkedConfig(ownPart(source.config, format.parameters), format.parameters, nodeName(source));
}

Result<QJsonObject> sourceConfig(const Node &source, const SourceType &type)
{
    return checkedConfig(ownPart(source.config, type.parameters), type.parameters, nodeName(source));
}

SourceFeed::SourceFeed(const Node &node, const Registry &registry, RunContext &context, Callbacks callbacks)
    : m_node(node)
    , m_registry(registry)
    , m_context(context)
    , m_callbacks(std::move(callbacks))
{
}

void SourceFeed::resumeFrom(std::optional<ReadPlace> from)
{
    m_countsBytes = true;
    m_resume = std::move(from);
}

ReadPlace SourceFeed::place() const
{
    return ReadPlace{m_bytes, m_hash.result()};
}

Result<> SourceFeed::bytes(QByteArrayView part, bool lastPart, const QString &name, const QByteArray &contentType)
{
    if (auto ok = m_context.budget.check(); !ok)
        return ok;
    if (m_callbacks.raw)
        m_callbacks.raw(GivenDocument{part.toByteArray(), name, contentType}, lastPart);
    if (m_resume)
        return skipping(part, lastPart, name, contentType);
    if (m_countsBytes) {
        m_bytes += part.size();
        m_hash.addData(part);
    }
    if (auto ok = feed(part, lastPart, name, contentType); !ok)
        return ok;
    return m_callbacks.partDone ? m_callbacks.partDone() : Result<>();
}

// Rows of bytes before the place reached are committed already: they are decoded (a format keeps its state) but not
// handed on. When other bytes come than then, the read is refused; the caller forgets the place and starts over.
Result<> SourceFeed::skipping(QByteArrayView part, bool lastPart, const QString &name, const QByteArray &contentType)
{
    const qint64 missing = m_resume->bytes - m_bytes;
    const QByteArrayView known = part.first(std::min<qsizetype>(part.size(), missing));
    m_bytes += known.size();
    m_hash.addData(known);
    const bool reached = m_bytes == m_resume->bytes;
    const bool whole = known.size() == part.size();
    auto decoded = feed(known, lastPart && whole, name, contentType);
    if (!decoded)
        return decoded;
    if (!reached)
        return {};
    const bool same = m_hash.result() == m_resume->hash;
    m_resume.reset();
    if (!same)
        return fail(ErrorCode::Cancelled, {{QLatin1StringView("reason"), QStringLiteral("resume")}});
    return whole ? Result<>() : bytes(part.sliced(known.size()), lastPart, name, contentType);
}

Result<> SourceFeed::feed(QByteArrayView part, bool lastPart, const QString &name, const QByteArray &contentType)
{
    if (!m_decoder) {
        m_head.append(part);
        if (!lastPart && m_head.size() < kSniffBytes)
            return {};
        if (auto started = startDocument(m_head, lastPart, name, contentType); !started)
            return started;
        const QByteArray head = std::exchange(m_head, {});
        return decode(head, lastPart);
    }
    return decode(part, lastPart);
}

Result<> SourceFeed::startDocument(QByteArrayView head, bool, const QString &name, const QByteArray &contentType)
{
    m_refused = 0;
    const auto format = chooseFormat(m_node, m_registry, head, name, contentType);
    if (!format)
        return fail(format.error());
    const auto config = formatConfig(m_node, **format);
    if (!config)
        return fail(config.error());
    auto decoder = contained(m_node, [&] { return (*format)->create(*config, m_context); });
    if (!decoder)
        return fail(decoder.error());
    m_decoder = std::move(*decoder);
    return {};
}

Result<> SourceFeed::decode(QByteArrayView part, bool last)
{
    Rejects rejects;
    const auto hand = [this](Batch batch) { return handOn(std::move(batch)); };
    auto decoded = contained(m_node, [&] { return m_decoder->decode(part, last, hand, rejects); });
    m_refused += static_cast<qint64>(rejects.size());
    if (!m_resume && !rejects.empty())
        m_callbacks.rejected(std::move(rejects));
    if (last)
        m_decoder.reset();
    return decoded;
}

Result<SourceOutput::Taken> SourceFeed::document(QByteArrayView whole, const QString &name,
                                                 const QByteArray &contentType)
{
    Taken taken;
    std::vector<Batch> batches;
    Rejects rejects;
    const auto collect = [&](Batch batch) -> Result<> {
        taken.rows += static_cast<qint64>(batch.rows);
        batches.push_back(std::move(batch));
        return m_context.budget.check();
    };
    Result<> decoded = startDocument(whole, true, name, contentType);
    if (decoded)
        decoded = contained(m_node, [&] { return m_decoder->decode(whole, true, collect, rejects); });
    m_decoder.reset();
    if (Result<> within = m_context.budget.check(); !within)
        return fail(within.error());
    if (!decoded) {
        taken.rows = 0;
        taken.refused = decoded.error();
        return taken;
    }
    taken.rejected = static_cast<qint64>(rejects.size());
    if (m_callbacks.raw)
        m_callbacks.raw(GivenDocument{whole.toByteArray(), name, contentType}, true);
    if (!rejects.empty())
        m_callbacks.rejected(std::move(rejects));
    for (Batch &batch : batches) {
        if (auto ok = handOn(std::move(batch)); !ok)
            return fail(ok.error());
    }
    return taken;
}

Result<> SourceFeed::batch(Batch batch)
{
    return handOn(std::move(batch));
}

Result<> SourceFeed::handOn(Batch batch)
{
    if (auto ok = m_context.budget.check(); !ok)
        return ok;
    if (m_resume)
        return {};
    if (m_sees)
        m_sees(batch);
    m_rows += static_cast<qint64>(batch.rows);
    if (auto ok = m_callbacks.rows(std::move(batch)); !ok)
        return ok;
    if (m_context.mode == RunMode::Sample && m_rows >= m_context.sampleRows) {
        m_enough = true;
        return fail(ErrorCode::Cancelled);
    }
    return {};
}

} // namespace dash

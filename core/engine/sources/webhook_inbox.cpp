#include "core/engine/sources/webhook_inbox.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace dash {

namespace {

constexpr std::size_t kMostWaiting = 10'000;

ReceiverAnswer notNow(const QString &detail)
{
    ReceiverAnswer answer = problemAnswer(503, QStringLiteral("busy"), detail);
    answer.fields.emplace_back("Retry-After", "5");
    return answer;
}

} // namespace

void WebhookInbox::take(ReceivedRequest request, ReceiverReply reply)
{
    std::function<void()> ready;
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed)
            return reply.send(notNow(QStringLiteral("The pipeline is not running.")));
        SignatureVerdict verdict = checkSignature(m_signature, request, m_clock->now());
        if (!verdict.problem.isEmpty())
            return reply.send(problemAnswer(401, QStringLiteral("webhook.signature"), verdict.problem));
        while (!m_waiting.empty() && m_waiting.front().reply.answered())
            m_waiting.pop_front();
        if (m_waiting.size() >= kMostWaiting)
            return reply.send(notNow(QStringLiteral("Too many requests are waiting.")));
        m_waiting.push_back({std::move(request), std::move(reply), std::move(verdict.proof)});
        ready = m_ready;
    }
    ready();
}

std::vector<WaitingRequest> WebhookInbox::next(std::size_t requests, qint64 bytes)
{
    std::vector<WaitingRequest> out;
    const std::lock_guard lock(m_mutex);
    while (!m_waiting.empty() && out.size() < requests && (out.empty() || bytes > 0)) {
        bytes -= m_waiting.front().request.body.size();
        if (m_waiting.front().reply.hold())
            out.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
    }
    return out;
}

bool WebhookInbox::askAgain()
{
    std::function<void()> ready;
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed || m_waiting.empty())
            return false;
        ready = m_ready;
    }
    ready();
    return true;
}

void WebhookInbox::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    for (const WaitingRequest &waiting : m_waiting)
        waiting.reply.send(notNow(QStringLiteral("The pipeline is not running.")));
    m_waiting.clear();
}

quint64 TakenDeliveries::digest(const QByteArray &id)
{
    return qFromLittleEndian<quint64>(QCryptographicHash::hash(id, QCryptographicHash::Sha256).constData());
}

void TakenDeliveries::load(const std::map<QString, QByteArray> &state, const QString &key)
{
    *this = {};
    const auto text = [&](const QString &name) {
        const auto found = state.find(name);
        return found == state.end() ? QByteArray() : found->second;
    };
    m_current = static_cast<std::size_t>(std::clamp(text(key).toInt(), 0, int(kPieces) - 1));
    for (std::size_t piece = 0; piece < kPieces; ++piece) {
        const QByteArray bytes = text(key + u'/' + QString::number(piece));
        for (qsizetype at = 0; at + 8 <= bytes.size(); at += 8)
            m_pieces[piece].push_back(qFromLittleEndian<quint64>(bytes.constData() + at));
        m_known.insert(m_pieces[piece].begin(), m_pieces[piece].end());
    }
}

bool TakenDeliveries::contains(const QByteArray &id) const
{
    return m_known.find(digest(id)) != m_known.end();
}

void TakenDeliveries::add(const QByteArray &id)
{
    if (m_pieces[m_current].size() >= kPieceSize) {
        m_current = (m_current + 1) % kPieces;
        for (const quint64 old : m_pieces[m_current])
            m_known.erase(m_known.find(old));
        m_pieces[m_current].clear();
    }
    m_pieces[m_current].push_back(digest(id));
    m_known.insert(m_pieces[m_current].back());
    m_changed[m_current] = true;
}

void TakenDeliveries::save(std::map<QString, QByteArray> &newState, const QString &key)
{
    for (std::size_t piece = 0; piece < kPieces; ++piece) {
        if (!m_changed[piece])
            continue;
        QByteArray bytes(static_cast<qsizetype>(m_pieces[piece].size() * 8), Qt::Uninitialized);
        for (std::size_t i = 0; i < m_pieces[piece].size(); ++i)
            qToLittleEndian(m_pieces[piece][i], bytes.data() + i * 8);
        newState[key + u'/' + QString::number(piece)] = bytes;
        newState[key] = QByteArray::number(qulonglong(m_current));
        m_changed[piece] = false;
    }
}

} // namespace dash

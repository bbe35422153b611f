#pragma once
// HTTP/1.1 requests from bytes that arrive in any portions (RFC 9112), one after the other, within fixed limits and
// without the liberties that requests are smuggled through: no folded fields, no bare line feeds, one Host, one length
// or exactly “chunked”, never both. Pure: no socket, no clock.

#include <QByteArray>

#include <utility>
#include <vector>

namespace dash {

struct RequestLimits {
    qsizetype headBytes = 16 * 1024; // request line and fields, and again for what trails a chunked body
    qsizetype targetBytes = 2 * 1024;
    int fields = 100;
};

struct ReceivedRequest {
    QByteArray method;
    QByteArray target;                                     // from the path on: "/hooks/…?a=b"
    std::vector<std::pair<QByteArray, QByteArray>> fields; // names lower case, values trimmed
    QByteArray body;
    bool keepAlive = true;

    QByteArray path() const; // target without its query
    // The first field of that lower-case name; null when there is none.
    QByteArray field(QByteArrayView lowerCaseName) const;
};

class RequestParser {
public:
    enum class State {
        Head,     // more of the head is needed
        Body,     // the head is known; nothing more is taken before acceptBody()
        Complete, // take() it
        Failed,   // status() and reason(); there is no way to find the next request in these bytes
    };

    explicit RequestParser(RequestLimits limits = {})
        : m_limits(limits)
    {
    }

    // Takes bytes up to the next change of state and tells how many that were.
    qsizetype feed(QByteArrayView bytes);
    State state() const { return m_state; }
    bool started() const { return m_started; } // some bytes of a request are there
    const ReceivedRequest &head() const { return m_request; }
    bool expectsContinue() const { return m_expectsContinue; }
    // What the body will take: its declared length, or -1 when only its end tells (chunked).
    qint64 declaredLength() const { return m_chunked ? -1 : m_length; }
    // In State::Body: a body of at most this many bytes may come. Fails with 413 when a longer one is announced.
    void acceptBody(qint64 limit);
    ReceivedRequest take();

    int status() const { return m_status; } // of the answer that says what failed: 400, 413, 414, 417, 431, 501, 505
    const char *reason() const { return m_reason; }

private:
    enum class Stage { RequestLine, Fields, Fixed, ChunkSize, ChunkData, ChunkEnd, Trailers };
    void fail(int status, const char *reason);
    qsizetype feedLine(QByteArrayView bytes);
    qsizetype feedBody(QByteArrayView bytes);
    qsizetype lineLimit() const;
    void line(QByteArrayView text);
    void requestLine(QByteArrayView text);
    void field(QByteArrayView text);
    void headDone();
    bool framing();
    void chunkSize(QByteArrayView text);
    void complete();

    RequestLimits m_limits;
    State m_state = State::Head;
    Stage m_stage = Stage::RequestLine;
    ReceivedRequest m_request;
    QByteArray m_line;
    qsizetype m_headBytes = 0;
    int m_fieldCount = 0;
    int m_blankLines = 0;
    bool m_started = false;
    bool m_http10 = false;
    bool m_chunked = false;
    bool m_expectsContinue = false;
    qint64 m_length = 0;    // declared
    qint64 m_remaining = 0; // of the body or the chunk
    qint64 m_bodyLimit = -1;
    int m_status = 0;
    const char *m_reason = "";
};

} // namespace dash

#include "core/engine/receiver/request_parser.h"

#include <QList>

#include <algorithm>
#include <cstring>
#include <optional>

namespace dash {

namespace {

constexpr qsizetype kMethodBytes = 32;
constexpr qsizetype kVersionBytes = 8; // "HTTP/1.1"
constexpr qsizetype kChunkLineBytes = 256;

bool isTokenChar(char c)
{
    const bool alnum = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return alnum || (c != '\0' && std::strchr("!#$%&'*+-.^_`|~", c) != nullptr);
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenChar);
}

bool isVisible(char c)
{
    return c > 0x20 && c < 0x7f;
}

bool isFieldValue(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) != 0x7f);
    });
}

QByteArrayView withoutBlanks(QByteArrayView text)
{
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.isEmpty() && blank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && blank(text.back()))
        text.chop(1);
    return text;
}

bool equalsIgnoringCase(QByteArrayView a, const char *b)
{
    return a.compare(QByteArrayView(b), Qt::CaseInsensitive) == 0;
}

// Digits only, no sign, no blank; nothing when it does not fit.
std::optional<qint64> wholeNumber(QByteArrayView text, int base)
{
    if (text.isEmpty() || text.size() > (base == 10 ? 18 : 15))
        return std::nullopt;
    qint64 value = 0;
    for (const char c : text) {
        int digit = -1;
        if (c >= '0' && c <= '9')
            digit = c - '0';
        else if (c >= 'a' && c <= 'f')
            digit = c - 'a' + 10;
        else if (c >= 'A' && c <= 'F')
            digit = c - 'A' + 10;
        if (digit < 0 || digit >= base)
            return std::nullopt;
        value = value * base + digit;
    }
    return value;
}

bool isHost(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return isVisible(c) && c != '/' && c != '@' && c != '?' && c != '#' && c != '\\' && c != ',';
    });
}

} // namespace

QByteArray ReceivedRequest::path() const
{
    const qsizetype query = target.indexOf('?');
    return query < 0 ? target : target.left(query);
}

QByteArray ReceivedRequest::field(QByteArrayView lowerCaseName) const
{
    for (const auto &[name, value] : fields) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

void RequestParser::fail(int status, const char *reason)
{
    m_state = State::Failed;
    m_status = status;
    m_reason = reason;
}

qsizetype RequestParser::feed(QByteArrayView bytes)
{
    if (m_state == State::Complete || m_state == State::Failed || (m_state == State::Body && m_bodyLimit < 0))
        return 0;
    const State before = m_state;
    qsizetype used = 0;
    m_started = m_started || !bytes.isEmpty();
    while (used < bytes.size() && m_state == before) {
        const QByteArrayView rest = bytes.sliced(used);
        used += m_stage == Stage::Fixed || m_stage == Stage::ChunkData ? feedBody(rest) : feedLine(rest);
    }
    return used;
}

qsizetype RequestParser::lineLimit() const
{
    switch (m_stage) {
    case Stage::RequestLine:
        return kMethodBytes + m_limits.targetBytes + kVersionBytes + 4;
    case Stage::ChunkSize:
        return kChunkLineBytes;
    case Stage::ChunkEnd:
        return 2;
    default:
        return m_limits.headBytes - m_headBytes;
    }
}

qsizetype RequestParser::feedLine(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const qsizetype count = end < 0 ? bytes.size() : end + 1;
    if (m_line.size() + count > lineLimit()) {
        if (m_stage == Stage::RequestLine)
            fail(414, "The address is too long.");
        else if (m_stage == Stage::ChunkSize || m_stage == Stage::ChunkEnd)
            fail(400, "A chunk of the body is not well formed.");
        else
            fail(431, "The header is too large.");
        return count;
    }
    m_line.append(bytes.first(count));
    if (end < 0)
        return count;
    if (!m_line.endsWith("\r\n")) {
        fail(400, "Lines end in CR LF.");
        return count;
    }
    const QByteArray whole = std::exchange(m_line, {});
    if (m_stage == Stage::RequestLine || m_stage == Stage::Fields || m_stage == Stage::Trailers)
        m_headBytes += whole.size();
    line(QByteArrayView(whole).chopped(2));
    return count;
}

void RequestParser::line(QByteArrayView text)
{
    switch (m_stage) {
    case Stage::RequestLine:
        if (!text.isEmpty())
            requestLine(text);
        else if (++m_blankLines > 2) // some clients end a body with a line of its own
            fail(400, "This is not an HTTP request.");
        break;
    case Stage::Fields:
        if (text.isEmpty())
            headDone();
        else
            field(text);
        break;
    case Stage::ChunkSize:
        chunkSize(text);
        break;
    case Stage::ChunkEnd:
        if (!text.isEmpty())
            fail(400, "A chunk of the body is not well formed.");
        m_stage = Stage::ChunkSize;
        break;
    case Stage::Trailers:
        if (text.isEmpty())
            complete();
        else
            field(text);
        break;
    case Stage::Fixed:
    case Stage::ChunkData:
        break;
    }
}

void RequestParser::requestLine(QByteArrayView text)
{
    const qsizetype first = text.indexOf(' ');
    const qsizetype second = first < 0 ? -1 : text.indexOf(' ', first + 1);
    if (second < 0 || text.indexOf(' ', second + 1) >= 0)
        return fail(400, "This is not an HTTP request.");
    const QByteArrayView method = text.first(first);
    QByteArrayView target = text.sliced(first + 1, second - first - 1);
    const QByteArrayView version = text.sliced(second + 1);
    if (!isToken(method))
        return fail(400, "This is not an HTTP request.");
    if (method.size() > kMethodBytes)
        return fail(501, "The method is not known.");
    if (!version.startsWith("HTTP/"))
        return fail(400, "This is not an HTTP request.");
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return fail(505, "HTTP/1.1 is spoken here.");
    if (target.size() > m_limits.targetBytes)
        return fail(414, "The address is too long.");
    if (target.startsWith("http://") || target.startsWith("https://")) { // as proxies are asked
        const qsizetype path = target.indexOf('/', target.indexOf(':') + 3);
        if (path < 0)
            return fail(400, "The address has no path.");
        target = target.sliced(path);
    }
    if (!target.startsWith('/') || !std::all_of(target.begin(), target.end(), isVisible))
        return fail(400, "The address is not a path.");
    m_http10 = version == "HTTP/1.0";
    m_request.method = method.toByteArray();
    m_request.target = target.toByteArray();
    m_request.keepAlive = !m_http10;
    m_stage = Stage::Fields;
}

void RequestParser::field(QByteArrayView text)
{
    if (text.front() == ' ' || text.front() == '\t')
        return fail(400, "A header field is folded over lines.");
    const qsizetype colon = text.indexOf(':');
    if (colon <= 0 || !isToken(text.first(colon)))
        return fail(400, "A header field is not well formed.");
    const QByteArrayView value = withoutBlanks(text.sliced(colon + 1));
    if (!isFieldValue(value))
        return fail(400, "A header field holds control characters.");
    if (++m_fieldCount > m_limits.fields)
        return fail(431, "There are too many header fields.");
    if (m_stage == Stage::Fields) // what trails a body is checked and dropped
        m_request.fields.emplace_back(text.first(colon).toByteArray().toLower(), value.toByteArray());
}

void RequestParser::headDone()
{
    if (!framing())
        return;
    m_headBytes = 0;
    m_stage = m_chunked ? Stage::ChunkSize : Stage::Fixed;
    m_remaining = m_length;
    m_state = State::Body;
    if (!m_chunked && m_length == 0)
        complete();
}

// Where the body ends, and what else the head must say exactly once.
bool RequestParser::framing()
{
    int hosts = 0;
    int lengths = 0;
    int codings = 0;
    for (const auto &[name, value] : m_request.fields) {
        if (name == "host") {
            ++hosts;
            if (!isHost(value))
                return fail(400, "The Host field is not well formed."), false;
        } else if (name == "content-length") {
            const std::optional<qint64> length = wholeNumber(value, 10);
            if (!length || ++lengths > 1)
                return fail(400, "Content-Length must be one whole number."), false;
            m_length = *length;
        } else if (name == "transfer-encoding") {
            if (++codings > 1 || m_http10)
                return fail(400, "Transfer-Encoding is not well formed."), false;
            if (!equalsIgnoringCase(value, "chunked"))
                return fail(501, "The only Transfer-Encoding known here is chunked."), false;
            m_chunked = true;
        } else if (name == "expect") {
            if (!equalsIgnoringCase(value, "100-continue"))
                return fail(417, "The only expectation known here is 100-continue."), false;
            m_expectsContinue = !m_http10;
        } else if (name == "connection") {
            for (const QByteArray &option : value.split(','))
                m_request.keepAlive = m_request.keepAlive && !equalsIgnoringCase(option.trimmed(), "close");
        }
    }
    if (hosts > 1 || (hosts == 0 && !m_http10))
        return fail(400, "There must be exactly one Host field."), false;
    if (m_chunked && lengths > 0)
        return fail(400, "Content-Length and Transfer-Encoding exclude each other."), false;
    return true;
}

void RequestParser::acceptBody(qint64 limit)
{
    if (m_state != State::Body)
        return;
    m_bodyLimit = std::max<qint64>(0, limit);
    if (!m_chunked && m_length > m_bodyLimit)
        fail(413, "The body is larger than this address takes.");
}

void RequestParser::chunkSize(QByteArrayView text)
{
    const qsizetype end = text.indexOf(';');
    const QByteArrayView digits = end < 0 ? text : withoutBlanks(text.first(end));
    const std::optional<qint64> size = wholeNumber(digits, 16);
    if (!size || !isFieldValue(text))
        return fail(400, "A chunk of the body is not well formed.");
    if (*size > m_bodyLimit - m_request.body.size())
        return fail(413, "The body is larger than this address takes.");
    m_remaining = *size;
    m_stage = *size == 0 ? Stage::Trailers : Stage::ChunkData;
    m_fieldCount = 0;
}

qsizetype RequestParser::feedBody(QByteArrayView bytes)
{
    const auto count = static_cast<qsizetype>(std::min<qint64>(m_remaining, bytes.size()));
    m_request.body.append(bytes.first(count));
    m_remaining -= count;
    if (m_remaining == 0) {
        if (m_stage == Stage::Fixed)
            complete();
        else
            m_stage = Stage::ChunkEnd;
    }
    return count;
}

void RequestParser::complete()
{
    m_state = State::Complete;
}

ReceivedRequest RequestParser::take()
{
    ReceivedRequest request = std::move(m_request);
    *this = RequestParser(m_limits);
    return request;
}

} // namespace dash

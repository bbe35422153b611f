// HTTP requests of any bytes: at once and torn they are the same requests, or fail the same way.

#include "core/engine/receiver/request_parser.h"
#include "tests/fuzz/fuzz_target.h"

#include <algorithm>
#include <cstdlib>

using namespace dash;
using namespace dash::fuzz;

namespace {

struct Parsed {
    std::vector<ReceivedRequest> requests;
    int status = 0;
};

Parsed parse(QByteArrayView bytes, qsizetype step)
{
    constexpr qint64 kBody = 500;
    Parsed out;
    RequestLimits limits;
    limits.headBytes = 600;
    limits.targetBytes = 60;
    limits.fields = 8;
    RequestParser parser(limits);
    qsizetype at = 0;
    qsizetype end = 0;
    while (parser.state() != RequestParser::State::Failed) {
        if (at == end) {
            if (end == bytes.size())
                break;
            end = std::min(bytes.size(), end + step);
        }
        at += parser.feed(bytes.sliced(at, end - at));
        if (parser.state() == RequestParser::State::Body)
            parser.acceptBody(kBody);
        if (parser.head().body.size() > kBody || parser.head().fields.size() > 8)
            std::abort();
        if (parser.state() == RequestParser::State::Complete)
            out.requests.push_back(parser.take());
    }
    out.status = parser.status();
    return out;
}

void fuzzRequest(Input input)
{
    if (input.size() < 2)
        return;
    const QByteArrayView bytes(reinterpret_cast<const char *>(input.data()) + 1,
                               static_cast<qsizetype>(input.size() - 1));
    const Parsed whole = parse(bytes, bytes.size());
    const Parsed torn = parse(bytes, 1 + input[0] % 32);
    if (whole.status != torn.status || whole.requests.size() != torn.requests.size())
        std::abort();
    for (std::size_t i = 0; i < whole.requests.size(); ++i) {
        const ReceivedRequest &a = whole.requests[i];
        const ReceivedRequest &b = torn.requests[i];
        if (a.method != b.method || a.target != b.target || a.fields != b.fields || a.body != b.body ||
            a.keepAlive != b.keepAlive)
            std::abort();
    }
}

} // namespace

DASH_FUZZ(request, fuzzRequest)

#pragma once
// The network for engine threads: HttpClient over QNetworkAccessManager, which lives on a thread of its own. Any number
// of threads may send at the same time; each waits for its own answer. No cookies, no cache.

#include "core/engine/context.h"

#include <QThread>

namespace dash {

class HttpWorker;

class NetworkHttpClient final : public HttpClient {
public:
    NetworkHttpClient();
    ~NetworkHttpClient() override; // exchanges under way end as Cancelled
    Result<HttpResponse> send(const HttpRequest &request, const CancelToken &cancel) override;

private:
    QThread m_thread;
    HttpWorker *m_worker; // lives on m_thread
};

} // namespace dash

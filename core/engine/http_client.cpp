#include "core/engine/http_client.h"

#include "core/engine/http_exchange.h"

#include <condition_variable>
#include <mutex>

namespace dash {

namespace {

// Where the network thread leaves an answer for the thread that waits.
struct Mailbox {
    std::mutex mutex;
    std::condition_variable arrived;
    std::optional<Result<HttpResponse>> answer;
};

} // namespace

NetworkHttpClient::NetworkHttpClient()
    : m_worker(new HttpWorker)
{
    m_thread.setObjectName(QStringLiteral("network"));
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

NetworkHttpClient::~NetworkHttpClient()
{
    m_thread.quit();
    m_thread.wait();
}

Result<HttpResponse> NetworkHttpClient::send(const HttpRequest &request, const CancelToken &cancel)
{
    const QString scheme = request.url.scheme();
    if (!request.url.isValid() || request.url.host().isEmpty() ||
        (scheme != QStringLiteral("http") && scheme != QStringLiteral("https")))
        return fail(
            ErrorCode::InvalidValue,
            {{QLatin1StringView("value"), request.url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)},
             {QLatin1StringView("field"), QStringLiteral("URL")},
             {QLatin1StringView("reason"), QStringLiteral("it begins with http:// or https:// and names a host")}});
    const auto mailbox = std::make_shared<Mailbox>();
    const auto stop = std::make_shared<CancelToken>();
    HttpWorker *worker = m_worker;
    QMetaObject::invokeMethod(worker, [worker, request, stop, mailbox] {
        worker->start(request, *stop, [mailbox](Result<HttpResponse> answer) {
            const std::lock_guard lock(mailbox->mutex);
            mailbox->answer = std::move(answer);
            mailbox->arrived.notify_all();
        });
    });
    std::unique_lock lock(mailbox->mutex);
    while (!mailbox->answer) {
        mailbox->arrived.wait_for(lock, std::chrono::milliseconds(20));
        if (cancel.cancelled() && !mailbox->answer) {
            stop->cancel(); // the network thread drops the connection at its next look
            return fail(ErrorCode::Cancelled);
        }
    }
    return std::move(*mailbox->answer);
}

} // namespace dash

#include "core/engine/http_exchange.h"

#include "core/model/pipeline.h"

#include <QLocale>
#include <QSslError>

namespace dash {

namespace {

constexpr qint64 kPortion = 256 * 1024;

// Everything else may carry a credential and stays with the host it was meant for.
bool travelsToOtherHosts(const QByteArray &name)
{
    static const QList<QByteArray> safe{"accept",       "accept-language", "user-agent",
                                        "content-type", "if-none-match",   "if-modified-since"};
    return safe.contains(name.toLower());
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() &&
           a.port(a.scheme() == QStringLiteral("https") ? 443 : 80) ==
               b.port(b.scheme() == QStringLiteral("https") ? 443 : 80);
}

ErrorArgs hostAnd(const QUrl &url, QLatin1StringView name, const QString &value)
{
    return {{QLatin1StringView("host"), url.host()}, {name, value}};
}

} // namespace

void HttpWorker::start(const HttpRequest &request, const CancelToken &stop, HttpExchange::Done done)
{
    if (m_network == nullptr) {
        m_network = new QNetworkAccessManager(this);
        m_network->setAutoDeleteReplies(false);
        m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    }
    new HttpExchange(*m_network, request, stop, std::move(done), this);
}

HttpExchange::HttpExchange(QNetworkAccessManager &network, HttpRequest request, CancelToken stop, Done done,
                           QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_request(std::move(request))
    , m_stop(std::move(stop))
    , m_done(std::move(done))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        answer(fail(ErrorCode::NetworkTimeout,
                    hostAnd(m_request.url, QLatin1StringView("limit"), durationText(m_request.timeout))));
    });
    connect(&m_watch, &QTimer::timeout, this, [this] {
        if (m_stop.cancelled())
            answer(fail(ErrorCode::Cancelled));
    });
    m_deadline.start(m_request.timeout);
    m_watch.start(std::chrono::milliseconds(50));
    send();
}

HttpExchange::~HttpExchange()
{
    if (m_reply != nullptr) {
        m_reply->disconnect(this);
        m_reply->abort();
        delete m_reply.data();
    }
    if (m_done)
        m_done(fail(ErrorCode::Cancelled));
}

void HttpExchange::send()
{
    QNetworkRequest request(m_request.url);
    for (const auto &[name, value] : m_request.headers)
        request.setRawHeader(name, value);
    if (!request.hasRawHeader("user-agent"))
        request.setRawHeader("user-agent", "Dash/" DASH_VERSION);
    if (!m_request.body.isEmpty() && !request.hasRawHeader("content-type"))
        request.setRawHeader("content-type", "application/json");
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    // Our own limit counts what comes out of a compressed answer; below it any ratio is fine.
    request.setDecompressedSafetyCheckThreshold(m_request.maxBytes);
    m_body.clear();
    m_tlsErrors.clear();
    m_reply = m_network.sendCustomRequest(request, m_request.method, m_request.body);
    m_reply->setReadBufferSize(kPortion * 4);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::readSome);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::replied);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            m_tlsErrors.append(error.errorString());
    });
}

void HttpExchange::readSome()
{
    while (m_reply != nullptr && m_reply->bytesAvailable() > 0) {
        const QByteArray part = m_reply->read(kPortion);
        if (part.isEmpty())
            break;
        m_body.append(part);
        if (m_body.size() > m_request.maxBytes) {
            const QString limit = QLocale::c().formattedDataSize(m_request.maxBytes);
            answer(fail(ErrorCode::FormatTooLarge, {{QLatin1StringView("limit"), limit}}));
            return;
        }
    }
}

void HttpExchange::replied()
{
    readSome();
    if (m_reply == nullptr)
        return; // the limit was reached
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = m_reply->error();
    const bool answered = status > 0 && (error == QNetworkReply::NoError ||
                                         (status >= 400 && error >= QNetworkReply::ContentAccessDenied));
    if (!answered) {
        answer(fail(networkError()));
        return;
    }
    if ((status == 301 || status == 302 || status == 303 || status == 307 || status == 308) && redirect(status))
        return;
    HttpResponse response;
    response.status = status;
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        response.headers.emplace_back(name.toLower(), value);
    response.body = std::move(m_body);
    response.url = m_request.url;
    answer(std::move(response));
}

// True when the exchange goes on (or ended) here; false: the answer counts as it is.
bool HttpExchange::redirect(int status)
{
    const QByteArray location = m_reply->rawHeader("location");
    if (location.isEmpty() || m_request.maxRedirects < 0)
        return false;
    if (++m_redirects > m_request.maxRedirects) {
        answer(fail(ErrorCode::NetworkRedirects,
                    hostAnd(m_request.url, QLatin1StringView("limit"), QString::number(m_request.maxRedirects))));
        return true;
    }
    QUrl target = m_request.url.resolved(QUrl(QString::fromUtf8(location), QUrl::TolerantMode));
    target.setUserInfo(QString());
    if (!target.isValid() ||
        (target.scheme() != QStringLiteral("https") && target.scheme() != m_request.url.scheme())) {
        answer(
            fail(ErrorCode::NetworkTls, hostAnd(m_request.url, QLatin1StringView("reason"),
                                                QStringLiteral("it redirects to an address that is not encrypted"))));
        return true;
    }
    if (!sameOrigin(target, m_request.url)) {
        auto &headers = m_request.headers;
        headers.erase(std::remove_if(headers.begin(), headers.end(),
                                     [](const auto &header) { return !travelsToOtherHosts(header.first); }),
                      headers.end());
    }
    const bool get = m_request.method == "GET" || m_request.method == "HEAD";
    if (status == 303 || (!get && (status == 301 || status == 302))) {
        m_request.method = "GET";
        m_request.body.clear();
    }
    m_request.url = target;
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_reply = nullptr;
    send();
    return true;
}

Error HttpExchange::networkError() const
{
    const QString detail = m_reply->errorString();
    switch (m_reply->error()) {
    case QNetworkReply::SslHandshakeFailedError:
        return fail(ErrorCode::NetworkTls,
                    hostAnd(m_request.url, QLatin1StringView("reason"),
                            m_tlsErrors.isEmpty() ? detail : m_tlsErrors.join(QStringLiteral(" "))))
            .value();
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return fail(ErrorCode::NetworkTimeout,
                    hostAnd(m_request.url, QLatin1StringView("limit"), durationText(m_request.timeout)))
            .value();
    case QNetworkReply::HostNotFoundError:
        return fail(ErrorCode::NetworkUnreachable,
                    hostAnd(m_request.url, QLatin1StringView("reason"), QStringLiteral("there is no such host")))
            .value();
    case QNetworkReply::ConnectionRefusedError:
        return fail(ErrorCode::NetworkUnreachable,
                    hostAnd(m_request.url, QLatin1StringView("reason"), QStringLiteral("nothing answers on its port")))
            .value();
    case QNetworkReply::RemoteHostClosedError:
        return fail(ErrorCode::NetworkUnreachable,
                    hostAnd(m_request.url, QLatin1StringView("reason"),
                            QStringLiteral("it closed the connection before the answer was complete")))
            .value();
    default:
        break;
    }
    // Qt names a compressed answer that grows out of proportion this way.
    if (m_reply->error() == QNetworkReply::UnknownContentError &&
        m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() < 400)
        return fail(ErrorCode::FormatTooLarge,
                    {{QLatin1StringView("limit"), QLocale::c().formattedDataSize(m_request.maxBytes)}}, detail)
            .value();
    return fail(ErrorCode::NetworkUnreachable, hostAnd(m_request.url, QLatin1StringView("reason"), detail), detail)
        .value();
}

void HttpExchange::answer(Result<HttpResponse> result)
{
    const Done done = std::exchange(m_done, nullptr);
    if (!done)
        return;
    if (m_reply != nullptr) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply = nullptr;
    }
    m_deadline.stop();
    m_watch.stop();
    done(std::move(result));
    deleteLater();
}

} // namespace dash

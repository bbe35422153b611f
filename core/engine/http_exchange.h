#pragma once
// The part of the HTTP client that lives on the network thread: one exchange is one request with its redirects.

#include "core/engine/context.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace dash {

class HttpExchange : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(Result<HttpResponse>)>;
    HttpExchange(QNetworkAccessManager &network, HttpRequest request, CancelToken stop, Done done, QObject *parent);
    ~HttpExchange() override;

private:
    void send();
    void readSome();
    void replied();
    bool redirect(int status);
    void answer(Result<HttpResponse> result);
    Error networkError() const;

    QNetworkAccessManager &m_network;
    HttpRequest m_request;
    CancelToken m_stop;
    Done m_done;
    QPointer<QNetworkReply> m_reply; // the network access manager may go first and takes it along
    QByteArray m_body;
    QStringList m_tlsErrors;
    QTimer m_deadline;
    QTimer m_watch; // looks whether the waiting thread gave up
    int m_redirects = 0;
};

class HttpWorker : public QObject {
    Q_OBJECT
public:
    void start(const HttpRequest &request, const CancelToken &stop, HttpExchange::Done done);

private:
    QNetworkAccessManager *m_network = nullptr; // made on the network thread
};

} // namespace dash

#include "app/shell/secrets.h"

#include <qt6keychain/keychain.h>

#include <QPointer>
#include <QThread>

#include <chrono>
#include <condition_variable>

namespace dash {

namespace {
constexpr std::chrono::seconds kPatience{20}; // a keychain may ask a person for its password
}

struct KeychainSecrets::Answer {
    std::mutex lock;
    std::condition_variable ready;
    std::optional<Result<QByteArray>> value;
};

KeychainSecrets::KeychainSecrets(QString service, QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
{
}

Result<QByteArray> KeychainSecrets::secret(const QString &name)
{
    {
        const std::lock_guard guard(m_lock);
        if (const auto known = m_known.find(name); known != m_known.end())
            return known->second;
    }
    const auto missing = [&] { return fail(ErrorCode::SecretMissing, {{QLatin1StringView("name"), name}}); };
    if (QThread::currentThread() == thread())
        return missing();
    const auto answer = std::make_shared<Answer>();
    QMetaObject::invokeMethod(
        this, [this, name, answer] { read(name, answer); }, Qt::QueuedConnection);
    std::unique_lock waiting(answer->lock);
    if (!answer->ready.wait_for(waiting, kPatience, [&] { return answer->value.has_value(); }))
        return fail(ErrorCode::SecretStore, {{QLatin1StringView("reason"), QStringLiteral("no answer in 20 s")}});
    return *answer->value;
}

void KeychainSecrets::read(const QString &name, std::shared_ptr<Answer> answer)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service, this);
    job->setInsecureFallback(false);
    job->setKey(name);
    connect(job, &QKeychain::Job::finished, this, [this, name, answer](QKeychain::Job *done) {
        const auto *reader = static_cast<QKeychain::ReadPasswordJob *>(done);
        Result<QByteArray> value = fail(ErrorCode::SecretMissing, {{QLatin1StringView("name"), name}});
        if (done->error() == QKeychain::NoError) {
            value = reader->binaryData();
            const std::lock_guard guard(m_lock);
            m_known[name] = *value;
        } else if (done->error() != QKeychain::EntryNotFound) {
            // Nothing can be in a keychain that is not there: the secret has to be typed again.
            value = fail(ErrorCode::SecretMissing, {{QLatin1StringView("name"), name}}, done->errorString());
        }
        {
            const std::lock_guard guard(answer->lock);
            answer->value = std::move(value);
        }
        answer->ready.notify_all();
    });
    job->start();
}

void KeychainSecrets::store(const QString &name, const QByteArray &value, QObject *receiver,
                            std::function<void(Kept)> done)
{
    {
        const std::lock_guard guard(m_lock);
        m_known[name] = value;
    }
    auto *job = new QKeychain::WritePasswordJob(m_service, this);
    job->setInsecureFallback(false);
    job->setKey(name);
    job->setBinaryData(value);
    connect(job, &QKeychain::Job::finished, this,
            [guard = QPointer<QObject>(receiver), done = std::move(done)](QKeychain::Job *finished) {
                if (guard && done)
                    done(finished->error() == QKeychain::NoError ? Kept::Keychain : Kept::ThisSession);
            });
    job->start();
}

void KeychainSecrets::forget(const QString &name)
{
    {
        const std::lock_guard guard(m_lock);
        m_known.erase(name);
    }
    auto *job = new QKeychain::DeletePasswordJob(m_service, this);
    job->setInsecureFallback(false);
    job->setKey(name);
    job->start();
}

} // namespace dash

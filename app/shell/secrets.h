#pragma once
// Secrets of pipelines: the system's keychain through QtKeychain; where none answers they are kept in memory for this
// session, and the caller is told so. Never in a file.

#include "core/base/error.h"
#include "core/engine/context.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace dash {

class SecretStore {
public:
    enum class Kept { Keychain, ThisSession };
    virtual ~SecretStore() = default;
    // GUI thread. `done` says where it is kept from now on; it is called while `receiver` lives.
    virtual void store(const QString &name, const QByteArray &value, QObject *receiver,
                       std::function<void(Kept)> done) = 0;
    virtual void forget(const QString &name) = 0;
};

class KeychainSecrets final : public QObject, public SecretSource, public SecretStore {
    Q_OBJECT
public:
    // `service` names the entries in the keychain. Lives on the GUI thread.
    explicit KeychainSecrets(QString service, QObject *parent = nullptr);

    // Any thread. Waits for the keychain on an engine thread; on the GUI thread only what is known already is given.
    Result<QByteArray> secret(const QString &name) override;
    void store(const QString &name, const QByteArray &value, QObject *receiver,
               std::function<void(Kept)> done) override;
    void forget(const QString &name) override;

private:
    struct Answer;
    void read(const QString &name, std::shared_ptr<Answer> answer);

    QString m_service;
    std::mutex m_lock;
    std::map<QString, QByteArray> m_known; // read or typed since the start
};

} // namespace dash

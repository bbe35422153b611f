#pragma once
// Puts a language into the application: our sentences, Qt's own, numbers and dates, direction.

#include <QObject>
#include <QString>

#include <memory>

class QTranslator;

namespace dash {

class Languages : public QObject {
    Q_OBJECT
public:
    explicit Languages(QObject *parent = nullptr);
    ~Languages() override;
    // An empty code is the system's. Widgets made before keep their words: make them again.
    void use(const QString &code);
    QString current() const { return m_current; }

private:
    QString m_current;
    std::unique_ptr<QTranslator> m_ours, m_qts;
};

} // namespace dash

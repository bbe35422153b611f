#pragma once
// What the system wants: dark, contrast, motion. Linux: the settings portal over D-Bus, with changes as they happen;
// elsewhere and from Qt 6.5 on also QStyleHints.

#include <QObject>
#include <QVariant>

class QDBusVariant;

namespace dash {

// Whether windows may be translucent. Without a compositor their corners would be black: square and bordered then.
bool hasCompositor();

class SystemLook : public QObject {
    Q_OBJECT
public:
    explicit SystemLook(QObject *parent = nullptr);

    bool dark() const { return m_dark; }
    bool contrast() const { return m_contrast; }
    bool reducedMotion() const { return m_reducedMotion; }
    // Asks the portal without waiting; changed() follows when the answer differs from what is assumed (light).
    void ask();

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void take(const QString &group, const QString &key, const QVariant &value);
    void read(const QString &group, const QString &key);
    void readStyleHints();

    bool m_dark = false;
    bool m_contrast = false;
    bool m_reducedMotion = false;
};

} // namespace dash

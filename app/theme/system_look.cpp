#include "app/theme/system_look.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QStyleHints>

namespace dash {

namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kAppearance = QStringLiteral("org.freedesktop.appearance");
const QString kGnome = QStringLiteral("org.gnome.desktop.interface");

// The portal wraps the value once or twice, by version.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

SystemLook::SystemLook(QObject *parent)
    : QObject(parent)
{
    readStyleHints();
}

void SystemLook::ask()
{
    // Opening the bus is a blocking connect; without an address there is nothing to ask.
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    read(kAppearance, QStringLiteral("color-scheme"));
    read(kAppearance, QStringLiteral("contrast"));
    read(kGnome, QStringLiteral("enable-animations"));
}

void SystemLook::read(const QString &group, const QString &key)
{
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    call.setArguments({group, key});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, group, key](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        const QDBusPendingReply<QVariant> reply = *done;
        if (!reply.isError() && !reply.reply().arguments().isEmpty())
            take(group, key, unwrapped(reply.reply().arguments().constFirst()));
    });
}

void SystemLook::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    take(group, key, unwrapped(value.variant()));
}

void SystemLook::take(const QString &group, const QString &key, const QVariant &value)
{
    bool *target = nullptr;
    bool wanted = false;
    if (group == kAppearance && key == u"color-scheme")
        target = &m_dark, wanted = value.toUInt() == 1;
    else if (group == kAppearance && key == u"contrast")
        target = &m_contrast, wanted = value.toUInt() == 1;
    else if (group == kGnome && key == u"enable-animations")
        target = &m_reducedMotion, wanted = !value.toBool();
    if (!target || *target == wanted)
        return;
    *target = wanted;
    Q_EMIT changed();
}

void SystemLook::readStyleHints()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto *hints = QGuiApplication::styleHints();
    m_dark = hints->colorScheme() == Qt::ColorScheme::Dark;
    connect(hints, &QStyleHints::colorSchemeChanged, this, [this](Qt::ColorScheme scheme) {
        m_dark = scheme == Qt::ColorScheme::Dark;
        Q_EMIT changed();
    });
#endif
}

bool hasCompositor()
{
    const QString platform = QGuiApplication::platformName();
    if (platform == u"xcb")
        return !qEnvironmentVariableIsSet("DASH_NO_COMPOSITOR") && qEnvironmentVariableIsSet("XDG_CURRENT_DESKTOP");
    return platform != u"offscreen" && platform != u"minimal";
}

} // namespace dash

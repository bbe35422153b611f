#include "app/shell/languages.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace dash {

Languages::Languages(QObject *parent)
    : QObject(parent)
{
}

Languages::~Languages() = default;

void Languages::use(const QString &code)
{
    m_current = code;
    const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    QLocale::setDefault(locale);
    m_ours = std::make_unique<QTranslator>();
    m_qts = std::make_unique<QTranslator>();
    bool translated = false;
    if (m_ours->load(locale, QStringLiteral("dash"), QStringLiteral("_"), QStringLiteral(":/i18n")) &&
        !m_ours->isEmpty()) {
        QCoreApplication::installTranslator(m_ours.get());
        translated = locale.language() != QLocale::English;
    }
    if (translated && m_qts->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(m_qts.get());
    // The direction follows the words: a system in a language that Dash does not speak gets English, left to right.
    QGuiApplication::setLayoutDirection(translated ? locale.textDirection() : Qt::LeftToRight);
}

} // namespace dash

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
    QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    // Arabic without a country: the digits that stand in charts, clocks and files as well. With a country, as it
    // writes.
    if (code == u"ar")
        locale = QLocale(QLocale::Arabic, QLocale::UnitedArabEmirates);
    if (locale.language() == QLocale::C)
        locale = QLocale(QLocale::English);
    QLocale::setDefault(locale);
    m_ours = std::make_unique<QTranslator>();
    m_qts = std::make_unique<QTranslator>();
    const auto load = [this](const QLocale &words) {
        return m_ours->load(words, QStringLiteral("dash"), QStringLiteral("_"), QStringLiteral(":/i18n")) &&
               !m_ours->isEmpty();
    };
    const bool spoken = load(locale);
    const bool translated = spoken && locale.language() != QLocale::English;
    // The English file holds plurals only ("1 row", "2 rows"), which every other language gets as well.
    if (spoken || load(QLocale(QLocale::English)))
        QCoreApplication::installTranslator(m_ours.get());
    if (translated && m_qts->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(m_qts.get());
    // The direction follows the words: a system in a language that Dash does not speak gets English, left to right.
    QGuiApplication::setLayoutDirection(translated ? locale.textDirection() : Qt::LeftToRight);
}

} // namespace dash

#include "app/theme/theme.h"

#include "app/theme/fonts.h"
#include "app/theme/style.h"
#include "app/theme/system_look.h"

#include <QApplication>

namespace dash {

Theme::Theme(const ThemeChoice &choice, QObject *parent)
    : QObject(parent)
    , m_choice(choice)
    , m_system(new SystemLook(this))
{
    connect(m_system, &SystemLook::changed, this, &Theme::apply);
    apply();
}

Theme::~Theme() = default;

void Theme::setChoice(const ThemeChoice &choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    apply();
}

Look Theme::look() const
{
    switch (m_choice.mode) {
    case ThemeChoice::Mode::Light:
        return Look::Light;
    case ThemeChoice::Mode::Dark:
        return Look::Dark;
    case ThemeChoice::Mode::Contrast:
        return m_system->dark() ? Look::ContrastDark : Look::ContrastLight;
    case ThemeChoice::Mode::System:
        break;
    }
    if (m_system->contrast())
        return m_system->dark() ? Look::ContrastDark : Look::ContrastLight;
    return m_system->dark() ? Look::Dark : Look::Light;
}

void Theme::followSystem()
{
    m_system->ask();
}

void Theme::apply()
{
    const bool still = m_choice.motions == ThemeChoice::Motions::Reduced || m_system->reducedMotion();
    if (m_applied && m_look == look() && m_still == still && m_density == m_choice.density)
        return;
    m_applied = true;
    m_look = look();
    m_still = still;
    m_density = m_choice.density;
    const Tokens &tokens = tokensFor(m_look);
    QApplication::setFont(roleFont(FontRole::Body));
    QApplication::setStyle(new DashStyle(tokens, metricsFor(m_density), still ? Motion{0, 0, 0, 0} : Motion{}));
    QApplication::setPalette(paletteFor(tokens));
    Q_EMIT changed();
}

} // namespace dash

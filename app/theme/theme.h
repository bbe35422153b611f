#pragma once
// Decides the look in force (the system's or a person's choice) and puts style, palette and font into the application.
// Owned by main; created after QApplication.

#include "app/theme/metrics.h"
#include "app/theme/tokens.h"

#include <QObject>

namespace dash {

class SystemLook;

struct ThemeChoice {
    enum class Mode { System, Light, Dark, Contrast } mode = Mode::System;
    Density density = Density::Comfortable;
    enum class Motions { System, Reduced } motions = Motions::System;
    friend bool operator==(const ThemeChoice &, const ThemeChoice &) = default;
};

class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(const ThemeChoice &choice = {}, QObject *parent = nullptr);
    ~Theme() override;

    const ThemeChoice &choice() const { return m_choice; }
    void setChoice(const ThemeChoice &choice);
    Look look() const;
    // Listens to the system's settings from now on.
    void followSystem();

Q_SIGNALS:
    void changed(); // look, density or motion; every widget has been told by Qt already

private:
    void apply();

    ThemeChoice m_choice;
    SystemLook *m_system;
    bool m_applied = false;
    Look m_look = Look::Light;
    bool m_still = false;
    Density m_density = Density::Comfortable;
};

} // namespace dash

#pragma once
// Settings: look, language, workspace, about. Everything acts at once and is saved as it is chosen.

#include "app/shell/page.h"

class QVBoxLayout;

namespace dash {

struct AppContext;
class Theme;
class Workspace;

class SettingsPage final : public Page {
    Q_OBJECT
public:
    SettingsPage(Workspace &workspace, Theme &theme, const QString &folder, QWidget *parent = nullptr);
    QString title() const override;

Q_SIGNALS:
    void languageChanged(const QString &code);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeLook();
    QWidget *makeWorkspace(const QString &folder);
    QWidget *makeCache();
    QWidget *makeAbout(const QString &folder);

    Workspace &m_workspace;
    Theme &m_theme;
    QVBoxLayout *m_cards;
};

Page *makeSettingsPage(AppContext &context, QWidget *parent);

// Versions, folder, fonts and screens; nothing secret. For "Copy diagnostics".
QString diagnostics(const QString &folder);

} // namespace dash

#include "app/settings/settings_page.h"

#include "app/app_context.h"
#include "app/data/cache_fields.h"
#include "app/settings/preferences.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/widgets/blocks.h"
#include "app/widgets/button.h"
#include "app/widgets/choice.h"
#include "app/widgets/combo.h"
#include "app/widgets/field.h"
#include "core/store/workspace.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScreen>
#include <QScrollArea>
#include <QSysInfo>
#include <QUrl>
#include <QVBoxLayout>

namespace dash {

namespace {

// Label and help at the start, the control at the end.
QWidget *makeRow(const QString &label, const QString &help, QWidget *control)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(24);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new TextLabel(label, FontRole::BodyMedium, &Tokens::text));
    if (!help.isEmpty()) {
        auto *note = new TextLabel(help, FontRole::Small, &Tokens::tertiary);
        note->setWrap(true);
        words->addWidget(note);
        control->setAccessibleDescription(help);
    }
    line->addLayout(words, 1);
    line->addWidget(control, 0, Qt::AlignVCenter);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(label);
    return row;
}

constexpr const char *kLicences = "Dash is free software under the GNU General Public License, version 3 or later.\n\n"
                                  "It is built with:\n"
                                  "Qt 6 (LGPL-3.0)\n"
                                  "SQLite (public domain)\n"
                                  "Zstandard (BSD-3-Clause)\n"
                                  "simdjson (Apache-2.0 or MIT)\n"
                                  "tl::expected (CC0-1.0)\n"
                                  "QtKeychain (BSD-2-Clause)\n"
                                  "GNU C++ library (GPL-3.0 with its runtime exception)\n\n"
                                  "Qt's own third-party parts: https://doc.qt.io/qt-6/licenses-used-in-qt.html\n";

} // namespace

QString diagnostics(const QString &folder)
{
    QStringList lines;
    lines << u"Dash " + QStringLiteral(DASH_VERSION) << u"Qt " + QString::fromLatin1(qVersion())
          << u"System " + QSysInfo::prettyProductName() + u", " + QSysInfo::kernelType() + u' ' +
                 QSysInfo::kernelVersion() + u", " + QSysInfo::currentCpuArchitecture()
          << u"Platform " + QGuiApplication::platformName() << u"Locale " + QLocale().name()
          << u"Workspace " + QDir::toNativeSeparators(folder);
    for (const QScreen *screen : QGuiApplication::screens())
        lines << QStringLiteral("Screen %1×%2 at %3")
                     .arg(screen->size().width())
                     .arg(screen->size().height())
                     .arg(screen->devicePixelRatio());
    return lines.join(u'\n');
}

SettingsPage::SettingsPage(Workspace &workspace, Theme &theme, const QString &folder, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("settingsPage"));
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(title());
    scroll->viewport()->setAutoFillBackground(false);
    auto *content = new QWidget;
    auto *middle = new QHBoxLayout(content);
    middle->setContentsMargins(metrics().pageMargin, metrics().pageMargin, metrics().pageMargin, metrics().pageMargin);
    auto *body = new QWidget;
    body->setMaximumWidth(760);
    m_cards = new QVBoxLayout(body);
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(metrics().gap);
    m_cards->addWidget(makeLook());
    m_cards->addWidget(makeWorkspace(folder));
    m_cards->addWidget(makeCache());
    m_cards->addWidget(makeAbout(folder));
    m_cards->addStretch();
    middle->addStretch(1);
    middle->addWidget(body, 100);
    middle->addStretch(1);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
}

QString SettingsPage::title() const
{
    return tr("Settings");
}

QWidget *SettingsPage::makeLook()
{
    auto *card = new Card(tr("Look"));
    card->setPadding(16);
    const ThemeChoice choice = m_theme.choice();
    const auto save = [this](const ThemeChoice &changed) {
        m_theme.setChoice(changed);
        writeThemeChoice(m_workspace, changed);
    };
    auto *mode = new Segmented;
    mode->setObjectName(QStringLiteral("themeChoice"));
    mode->setItems({tr("System"), tr("Light"), tr("Dark"), tr("Contrast")});
    mode->setCurrentIndex(int(choice.mode));
    connect(mode, &Segmented::changed, this, [this, save](int index) {
        ThemeChoice changed = m_theme.choice();
        changed.mode = ThemeChoice::Mode(index);
        save(changed);
    });
    connect(&m_theme, &Theme::changed, mode, [this, mode] { mode->setCurrentIndex(int(m_theme.choice().mode)); });
    card->column()->addWidget(makeRow(tr("Theme"), tr("System follows what the desktop is set to."), mode));

    auto *density = new Segmented;
    density->setObjectName(QStringLiteral("densityChoice"));
    density->setItems({tr("Comfortable"), tr("Compact")});
    density->setCurrentIndex(int(choice.density));
    connect(density, &Segmented::changed, this, [this, save](int index) {
        ThemeChoice changed = m_theme.choice();
        changed.density = Density(index);
        save(changed);
    });
    card->column()->addWidget(makeRow(tr("Density"), tr("Compact shows more rows and smaller gaps."), density));

    auto *still = new Switch(tr("Reduce motion"));
    still->setObjectName(QStringLiteral("reducedMotion"));
    still->setChecked(choice.motions == ThemeChoice::Motions::Reduced);
    connect(still, &QAbstractButton::toggled, this, [this, save](bool on) {
        ThemeChoice changed = m_theme.choice();
        changed.motions = on ? ThemeChoice::Motions::Reduced : ThemeChoice::Motions::System;
        save(changed);
    });
    card->column()->addWidget(makeRow(
        tr("Reduce motion"), tr("Nothing moves but the data. The system's own setting counts as well."), still));

    auto *language = new Combo;
    language->setObjectName(QStringLiteral("language"));
    for (const Language &one : languages())
        language->addItem(one.code.isEmpty() ? tr("Language of the system") : one.name, one.code);
    language->setValue(readLanguage(m_workspace));
    language->setFixedWidth(220);
    connect(language, &Combo::changed, this, [this, language] {
        const QString code = language->value().toString();
        m_workspace.setSetting(QLatin1StringView(kLanguageKey), code);
        Q_EMIT languageChanged(code);
    });
    card->column()->addWidget(makeRow(tr("Language"), tr("Also decides how numbers and dates are written."), language));
    return card;
}

QWidget *SettingsPage::makeWorkspace(const QString &folder)
{
    auto *card = new Card(tr("Workspace"));
    card->setPadding(16);
    const QString path = QDir::toNativeSeparators(folder); // reads left to right in every language
    auto *open = new Button(QStringLiteral("folder"), tr("Open folder"));
    open->setObjectName(QStringLiteral("openFolder"));
    connect(open, &QAbstractButton::clicked, this,
            [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
    card->column()->addWidget(makeRow(tr("Folder"), isRightToLeft() ? isolated(path) : path, open));
    return card;
}

QWidget *SettingsPage::makeCache()
{
    auto *card = new Card(tr("Data on this computer"));
    card->setPadding(16);
    card->column()->addWidget(makeRow(tr("Keep points"),
                                      tr("Older points leave the series; tables and pipelines stay."),
                                      makeKeepField(m_workspace)));
    card->column()->addWidget(makeRow(tr("At most on the disk"),
                                      tr("The oldest points of the largest series leave first"),
                                      makeCapField(m_workspace)));
    return card;
}

QWidget *SettingsPage::makeAbout(const QString &folder)
{
    auto *card = new Card(tr("About"));
    card->setPadding(16);
    auto *copy = new Button(QStringLiteral("copy"), tr("Copy diagnostics"));
    copy->setObjectName(QStringLiteral("copyDiagnostics"));
    connect(copy, &QAbstractButton::clicked, this, [folder, copy] {
        QGuiApplication::clipboard()->setText(diagnostics(folder));
        copy->setText(tr("Copied"));
        copy->updateGeometry();
    });
    card->column()->addWidget(
        makeRow(tr("Dash %1").arg(QStringLiteral(DASH_VERSION)),
                tr("Built with Qt %1. Diagnostics hold versions and folders, no data and no secrets.")
                    .arg(QString::fromLatin1(qVersion())),
                copy));
    auto *licences = new QPlainTextEdit(QString::fromLatin1(kLicences));
    licences->setObjectName(QStringLiteral("licences"));
    licences->setReadOnly(true);
    licences->setAccessibleName(tr("Licences"));
    licences->setFixedHeight(168);
    licences->setFont(roleFont(FontRole::Small));
    licences->setTabChangesFocus(true);
    card->column()->addWidget(new FormField(tr("Licences"), licences));
    return card;
}

void SettingsPage::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), tokensOf(this).window);
}

Page *makeSettingsPage(AppContext &context, QWidget *parent)
{
    return new SettingsPage(context.workspace, *context.theme, context.folder, parent);
}

} // namespace dash

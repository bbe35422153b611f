// The top bar of a dashboard, its menus and what leaves it as a file.
#include "app/dashboards/dashboards_page.h"

#include "app/charts/chart_view.h"
#include "app/dashboards/dashboard_grid.h"
#include "app/dashboards/full_chart.h"
#include "app/dashboards/time_range_control.h"
#include "app/dashboards/values_table.h"
#include "app/theme/icon.h"
#include "app/widgets/button.h"
#include "app/widgets/field.h"
#include "app/widgets/marks.h"
#include "app/widgets/popup.h"
#include "core/store/workspace.h"

#include <QAction>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeySequence>
#include <QLineEdit>
#include <QMenu>
#include <QSaveFile>
#include <QThreadPool>
#include <QVBoxLayout>

namespace dash {

void DashboardsPage::makeTools()
{
    m_live = new Badge({}, Badge::Kind::Ok, this);
    m_live->setObjectName(QStringLiteral("liveBadge"));
    m_hint = new TextLabel(tr("each change is saved"), FontRole::Small, &Tokens::tertiary, this);
    m_range = new TimeRangeControl(m_time, this);
    connect(m_range, &TimeRangeControl::chosen, this, [this](const TimeWindow &window) {
        if (!dashboard())
            return;
        Dashboard changed = *dashboard();
        changed.window = window;
        put(changed, tr("Change time shown"), QStringLiteral("window"));
    });
    const auto button = [this](const char *icon, const QString &text, const char *name, auto slot) {
        auto *made = new Button(QString::fromLatin1(icon), text, Button::Kind::Default, this);
        made->setObjectName(QString::fromLatin1(name));
        connect(made, &QAbstractButton::clicked, this, slot);
        return made;
    };
    m_compareButton = button("compare", tr("Compare"), "compare", [this](bool on) { setCompare(on); });
    m_compareButton->setCheckable(true);
    m_compareButton->setToolTip(tr("Show the previous period behind every chart"));
    m_edit = button("edit", tr("Edit"), "edit", [this] { setEditing(true); });
    m_add = button("plus", tr("Add widget"), "addWidget", [this] { openAddMenu(m_add); });
    m_add->setChevron(true);
    m_done = new Button(tr("Done"), Button::Kind::Primary, this);
    m_done->setObjectName(QStringLiteral("done"));
    connect(m_done, &QAbstractButton::clicked, this, [this] { setEditing(false); });
    m_measure = button("measure", tr("Measure"), "measure", [this](bool on) {
        if (m_fullChart)
            m_fullChart->setMeasuring(on);
    });
    m_measure->setCheckable(true);
    const auto icon = [this](const char *iconName, const QString &text, const char *name, auto slot) {
        auto *made = new IconButton(QString::fromLatin1(iconName), text, this);
        made->setObjectName(QString::fromLatin1(name));
        connect(made, &QAbstractButton::clicked, this, slot);
        return made;
    };
    m_undo = icon("undo", tr("Undo"), "undo", [this] { m_context.workspace.undo(entity()); });
    m_redo = icon("redo", tr("Redo"), "redo", [this] { m_context.workspace.redo(entity()); });
    m_export = icon("share", tr("Export this dashboard"), "export", [this] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const auto &[text, format] :
             {std::pair(tr("Document (PDF)"), "pdf"), std::pair(tr("Picture (PNG)"), "png"),
              std::pair(tr("Drawing (SVG)"), "svg"), std::pair(tr("Values (CSV)"), "csv")})
            connect(menu->addAction(text), &QAction::triggered, this,
                    [this, format = QString::fromLatin1(format)] { exportTo(format, m_full); });
        popupBelow(menu, m_export);
    });
    m_more = icon("more", tr("Dashboard menu"), "dashboardMenu", [this] { openMoreMenu(); });
    m_zoomReset = icon("zoomReset", tr("Values of the axis by themselves again"), "zoomReset", [this] {
        if (m_fullChart)
            m_fullChart->resetValues();
    });
    m_close = icon("close", tr("Back to the dashboard"), "closeFull", [this] {
        if (m_context.navigator)
            m_context.navigator->go({QStringLiteral("dashboards"), m_id.text(), {}});
        else
            shown({});
    });
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_live, m_hint, m_range, m_compareButton, m_edit, m_add, m_done, m_measure,
                                          m_undo, m_redo, m_export, m_more, m_zoomReset, m_close})
        widget->hide();
    const auto key = [this](auto keys, auto slot) {
        auto *action = new QAction(this);
        action->setShortcuts(keys); // all of a standard key's
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    key(QKeySequence::Undo, [this] { m_context.workspace.undo(entity()); });
    key(QKeySequence::Redo, [this] { m_context.workspace.redo(entity()); });
    key(QList{QKeySequence(Qt::Key_E)}, [this] { setEditing(!m_editing); });
    key(QList{QKeySequence(Qt::Key_C)}, [this] {
        if (dashboard())
            setCompare(!m_compare);
    });
}

QList<QWidget *> DashboardsPage::badges()
{
    if (!dashboard())
        return {};
    return m_editing ? QList<QWidget *>{m_live, m_hint} : QList<QWidget *>{m_live};
}

QList<QWidget *> DashboardsPage::tools()
{
    if (!dashboard())
        return {};
    if (!m_full.isNull())
        return {m_range, m_compareButton, m_measure, m_zoomReset, m_export, m_close};
    if (m_editing)
        return {m_undo, m_redo, m_add, m_range, m_done};
    if (width() < 1'000) // the others are in the menu
        return {m_range, m_more};
    return {m_range, m_compareButton, m_edit, m_export, m_more};
}

void DashboardsPage::updateTools()
{
    m_compareButton->setChecked(m_compare);
    const QString undo = m_context.workspace.undoText(entity());
    const QString redo = m_context.workspace.redoText(entity());
    m_undo->setEnabled(!undo.isEmpty());
    m_redo->setEnabled(!redo.isEmpty());
    m_undo->setName(undo.isEmpty() ? tr("Nothing to undo") : tr("Undo: %1").arg(undo));
    m_redo->setName(redo.isEmpty() ? tr("Nothing to redo") : tr("Redo: %1").arg(redo));
    m_measure->setChecked(m_fullChart && m_fullChart->measuring());
    m_export->setIconName(m_full.isNull() ? QStringLiteral("share") : QStringLiteral("download"));
}

QList<QAction *> DashboardsPage::paletteActions()
{
    if (!dashboard())
        return {};
    QList<QAction *> actions;
    const auto add = [&](const QString &text, auto slot) {
        auto *action = new QAction(text, this);
        connect(action, &QAction::triggered, this, slot);
        actions << action;
    };
    qDeleteAll(findChildren<QAction *>(QStringLiteral("paletteAction"), Qt::FindDirectChildrenOnly));
    add(m_editing ? tr("Finish editing") : tr("Edit dashboard"), [this] { setEditing(!m_editing); });
    for (const WidgetType &type : widgetTypes())
        add(tr("Add widget: %1").arg(widgetTypeLabel(type)), [this, id = type.id] { addWidget(id); });
    add(m_compare ? tr("Stop comparing") : tr("Compare with previous period"), [this] { setCompare(!m_compare); });
    add(tr("Follow: back to now"), [this] { m_time.follow(); });
    add(tr("Export dashboard as PDF"), [this] { exportTo(QStringLiteral("pdf"), {}); });
    add(tr("Rename dashboard"), [this] { rename(); });
    for (QAction *action : actions)
        action->setObjectName(QStringLiteral("paletteAction"));
    return actions;
}

void DashboardsPage::openAddMenu(QWidget *anchor)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("addMenu"));
    for (const WidgetType &type : widgetTypes())
        connect(menu->addAction(icon(type.icon), widgetTypeLabel(type)), &QAction::triggered, this,
                [this, id = type.id] { addWidget(id); });
    popupBelow(menu, anchor);
}

void DashboardsPage::openMoreMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, auto slot) {
        connect(menu->addAction(text), &QAction::triggered, this, slot);
    };
    if (width() < 1'000) {
        add(tr("Edit dashboard"), [this] { setEditing(true); });
        add(m_compare ? tr("Stop comparing") : tr("Compare with previous period"), [this] { setCompare(!m_compare); });
        menu->addSeparator();
    }
    add(tr("New dashboard"), [this] { newDashboard(); });
    add(tr("Duplicate dashboard"), [this] { duplicateDashboard(); });
    add(tr("Rename dashboard…"), [this] { rename(); });
    QMenu *exports = menu->addMenu(tr("Export"));
    for (const auto &[text, format] : {std::pair(tr("Document (PDF)"), "pdf"), std::pair(tr("Picture (PNG)"), "png"),
                                       std::pair(tr("Drawing (SVG)"), "svg"), std::pair(tr("Values (CSV)"), "csv")})
        connect(exports->addAction(text), &QAction::triggered, this,
                [this, format = QString::fromLatin1(format)] { exportTo(format, {}); });
    menu->addSeparator();
    add(tr("Remove dashboard"), [this] {
        const QString name = dashboard()->name;
        const EntityRef gone = entity();
        m_context.workspace.removeDashboard(m_id, {tr("Remove dashboard"), {}});
        if (m_context.navigator)
            m_context.navigator->toast(tr("“%1” was removed").arg(name), tr("Undo"),
                                       [workspace = &m_context.workspace, gone] { workspace->restore(gone); });
    });
    popupBelow(menu, m_more);
}

void DashboardsPage::rename()
{
    auto *popup = new Popup(this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    auto *name = new TextInput(popup);
    name->setObjectName(QStringLiteral("dashboardName"));
    name->setText(dashboard()->name);
    name->selectAll();
    auto *field = new FormField(tr("Name of the dashboard"), name, popup);
    popup->body()->addWidget(field);
    connect(name, &QLineEdit::returnPressed, popup, [this, name, popup] {
        const QString text = name->text().trimmed();
        if (!text.isEmpty() && dashboard() && text != dashboard()->name) {
            Dashboard changed = *dashboard();
            changed.name = text;
            put(changed, tr("Rename dashboard"));
        }
        popup->close();
    });
    popup->openBelow(m_more->isVisible() ? static_cast<QWidget *>(m_more) : this, 280);
    name->setFocus(Qt::PopupFocusReason);
}

void DashboardsPage::newDashboard()
{
    Dashboard made;
    made.id = DashboardId::create(m_context.clock.now(), m_context.random);
    made.name = tr("New dashboard");
    put(made, tr("New dashboard"));
    if (m_context.navigator)
        m_context.navigator->go({QStringLiteral("dashboards"), made.id.text(), {}});
    else
        m_id = made.id;
}

void DashboardsPage::duplicateDashboard()
{
    Dashboard copy = *dashboard();
    copy.id = DashboardId::create(m_context.clock.now(), m_context.random);
    copy.name = tr("%1, copy").arg(copy.name);
    for (Widget &widget : copy.widgets)
        widget.id = WidgetId::create(m_context.clock.now(), m_context.random);
    put(copy, tr("Duplicate dashboard"));
    if (m_context.navigator)
        m_context.navigator->go({QStringLiteral("dashboards"), copy.id.text(), {}});
}

void DashboardsPage::exportTo(const QString &format, WidgetId widget)
{
    const Dashboard *now = dashboard();
    if (!now)
        return;
    const QString name = widget.isNull() || !now->widget(widget) ? now->name : now->widget(widget)->title;
    auto *dialog = new QFileDialog(this, tr("Export as %1").arg(format.toUpper()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(format);
    dialog->setNameFilter(QStringLiteral("%1 (*.%2)").arg(format.toUpper(), format));
    dialog->selectFile(name + u'.' + format);
    connect(dialog, &QFileDialog::fileSelected, this, [this, widget](const QString &path) {
        if (!dashboard())
            return;
        // What is written is what the dashboard shows now, read afresh for the width of the picture.
        Dashboard shownNow = *dashboard();
        shownNow.window.last = Millis(0);
        shownNow.window.absolute = m_time.range();
        exportShown(path, widget, shownNow);
    });
    dialog->open();
}

void DashboardsPage::exportShown(const QString &path, WidgetId widget, const Dashboard &shownNow)
{
    const auto failed = [this](const Error &error) {
        if (m_context.navigator)
            m_context.navigator->showError(error);
    };
    m_reader.ask<DashboardPicture>(
        this, [shownNow, at = m_time.now()](ChartSource &source) { return readDashboard(source, shownNow, at, 1'384); },
        [this, path, widget, failed](DashboardPicture picture) {
            for (const auto &[id, answer] : picture.data) {
                if (answer && answer->error)
                    return failed(*answer->error);
            }
            picture.slots = m_scope.slots;
            for (const WidgetCard *card : m_grid->cards())
                picture.hidden[card->widget().id] = card->hiddenSeries();
            if (m_fullChart)
                picture.hidden[m_full] = m_fullChart->cards().front()->hiddenSeries();
            write(path, picture, widget);
        },
        failed);
}

void DashboardsPage::write(const QString &path, const DashboardPicture &picture, WidgetId widget)
{
    const auto format = pictureFormatFromName(path);
    ExportOptions options;
    options.look = tokensOf(this).look;
    if (format == PictureFormat::Pdf)
        options.look = Look::Light; // paper is white
    options.locale = locale();
    options.direction = layoutDirection();
    const Result<QByteArray> bytes =
        !format
            ? Result<QByteArray>(fail(ErrorCode::FileWrite,
                                      {{QLatin1StringView("file"), path},
                                       {QLatin1StringView("reason"), tr("the name must end in png, svg, pdf or csv")}}))
        : widget.isNull() ? exportDashboard(picture, *format, options)
                          : exportWidget(picture, widget, *format, options);
    if (!bytes) {
        if (m_context.navigator)
            m_context.navigator->showError(bytes.error());
        return;
    }
    QThreadPool::globalInstance()->start([path, content = *bytes, alive = QPointer<DashboardsPage>(this)] {
        QSaveFile file(path);
        const bool done = file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
        const QString reason = file.errorString();
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [alive, path, done, reason] {
                if (!alive || !alive->m_context.navigator)
                    return;
                if (done)
                    alive->m_context.navigator->toast(tr("Saved %1").arg(QFileInfo(path).fileName()));
                else
                    alive->m_context.navigator->showError(
                        {ErrorCode::FileWrite,
                         {{QLatin1StringView("file"), path}, {QLatin1StringView("reason"), reason}},
                         {}});
            },
            Qt::QueuedConnection);
    });
}

void DashboardsPage::showTable(WidgetId id)
{
    const WidgetCard *card = m_grid->card(id);
    if (!card)
        return;
    auto *table = new ValuesTable(card->widget(), card->data(), m_time.range(), window());
    table->setAttribute(Qt::WA_DeleteOnClose);
    table->show();
}

} // namespace dash

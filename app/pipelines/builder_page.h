#pragma once
// One pipeline, open: canvas above, rows below, settings beside, draft and running version.

#include "app/pipelines/canvas.h"
#include "app/pipelines/draft.h"
#include "app/shell/page.h"

#include <QPointer>

class QSplitter;

namespace dash {

class Badge;
class Button;
class IconButton;
class Inspector;
class RowsPanel;
class StepPopup;

class BuilderPage : public Page {
    Q_OBJECT
public:
    BuilderPage(AppContext &context, PipelineId id, QWidget *parent = nullptr);
    ~BuilderPage() override;

    QString title() const override;
    QString parentTitle() const override;
    QList<QWidget *> badges() override;
    QList<QWidget *> tools() override;
    QList<QAction *> paletteActions() override { return m_actions; }
    void shown(const QString &part) override;
    void hidden() override;

    Draft &draft() { return m_draft; }
    Canvas *canvas() const { return m_canvas; }
    Inspector *inspector() const { return m_inspector; }
    RowsPanel *rows() const { return m_rows; }
    void select(const QString &node);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void buildCanvasTools();
    void buildTopBar();
    void buildActions();
    QAction *addAction(const QString &text, const QKeySequence &keys, std::function<void()> act);
    void refreshGraph();
    void refreshHead();
    void obey(const CanvasCommand &command);
    void openStepPopup(const QString &after, const QPoint &at, bool branch);
    void insertKind(const struct KindInfo &kind, const QString &after, bool branch);
    void edit(const QString &label, const std::function<void(Pipeline &)> &change);
    void copyNode(const QString &node);
    void pasteNode(const QString &after);
    void showNodeMenu(QWidget *anchor);
    void showVersions();
    void showChanges();
    void exportDefinition();
    void fitLayout();
    void placeOverlays();
    void toggleFullRows();
    QString newestNode(const Pipeline &before) const;

    AppContext &m_context;
    Draft m_draft;
    QSplitter *m_columns;
    QSplitter *m_lines;
    Canvas *m_canvas;
    RowsPanel *m_rows;
    Inspector *m_inspector;
    QWidget *m_canvasTools = nullptr;
    QWidget *m_legend = nullptr;
    class EmptyState *m_begin = nullptr; // of a pipeline without steps
    QWidget *m_zoomBox = nullptr;
    Button *m_addStep = nullptr;
    IconButton *m_undo = nullptr;
    IconButton *m_redo = nullptr;
    Button *m_zoomText = nullptr;
    Badge *m_lastRun = nullptr;
    Badge *m_state = nullptr;
    Badge *m_draftBadge = nullptr;
    Button *m_where = nullptr;
    IconButton *m_versions = nullptr;
    IconButton *m_code = nullptr;
    Button *m_runOnce = nullptr;
    Button *m_pause = nullptr;
    IconButton *m_more = nullptr;
    QList<QAction *> m_actions;
    QPointer<StepPopup> m_popup;
    QString m_badgeState;
    bool m_narrow = false;
    bool m_fullRows = false;
};

} // namespace dash

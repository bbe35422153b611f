#pragma once
// All pipelines: what each is doing, when it last ran and will run, and its switch.

#include "app/app_context.h"
#include "app/shell/page.h"
#include "core/store/workspace.h"

class QVBoxLayout;

namespace dash {

class Button;
class EmptyState;
class PipelineRow;

class PipelineListPage : public Page {
    Q_OBJECT
public:
    explicit PipelineListPage(AppContext &context, QWidget *parent = nullptr);
    QString title() const override { return tr("Pipelines"); }
    QList<QWidget *> tools() override;
    QList<QAction *> paletteActions() override { return m_actions; }
    void shown(const QString &part) override;

    // A fresh pipeline, opened at once.
    PipelineId create();
    void begin();
    // Reads a definition; a wrong one is an error in the window and changes nothing.
    void importFile(const QString &path);
    Result<PipelineId> import(const QByteArray &json, const QString &fileName);
    PipelineId duplicate(PipelineId id);
    void remove(PipelineId id);

Q_SIGNALS:
    void openWanted(dash::PipelineId id);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void rebuild();
    void refresh();
    void askForFile();
    void showMenu(PipelineId id, QWidget *anchor);
    QString freshName(const QString &stem) const;

    AppContext &m_context;
    Button *m_new;
    Button *m_import;
    QVBoxLayout *m_column;
    QWidget *m_head;
    EmptyState *m_empty;
    std::vector<PipelineRow *> m_rows;
    std::vector<PipelineId> m_shown;
    QList<QAction *> m_actions;
};

} // namespace dash

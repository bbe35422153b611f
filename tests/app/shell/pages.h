#pragma once
// Pages and a workspace for tests of the window.

#include "app/shell/page_registry.h"
#include "core/base/clock.h"
#include "core/store/workspace.h"

#include <QAction>
#include <QTemporaryDir>

#include <memory>

namespace dash::test {

class PlainPage final : public Page {
    Q_OBJECT
public:
    PlainPage(QString title, QWidget *parent)
        : Page(parent)
        , m_title(std::move(title))
        , m_action(new QAction(QStringLiteral("Compare with last week"), this))
    {
        setFocusPolicy(Qt::StrongFocus);
        setAccessibleName(m_title);
        connect(m_action, &QAction::triggered, this, [this] { ++triggered; });
    }
    QString title() const override { return m_title; }
    QList<QAction *> paletteActions() override { return {m_action}; }
    void shown(const QString &part) override { parts << part; }
    QStringList parts;
    int triggered = 0;

private:
    QString m_title;
    QAction *m_action;
};

// A workspace with two dashboards and two pipelines in a folder of its own.
struct World {
    World();
    QTemporaryDir folder;
    ManualClock clock;
    SystemRandom random;
    std::unique_ptr<Workspace> workspace;
    DashboardId revenue, computer;
    PipelineId orders, sensors;
    std::vector<WindowPage> pages() const;
};

} // namespace dash::test

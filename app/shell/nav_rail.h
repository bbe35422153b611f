#pragma once
// The navigation rail: workspace head, search, sections with their dashboards and pipelines, settings, sync line.
// 216 wide; 56 as icons, opening over the page on hover or focus.

#include "app/app_context.h"
#include "app/shell/page_registry.h"
#include "app/theme/paint.h"

#include <QAbstractButton>
#include <QTimer>
#include <QWidget>

#include <optional>

class QVBoxLayout;
class QScrollArea;

namespace dash {

// What a row says beside its name.
struct RailMark {
    enum class Dot { None, Running, Attention, Failed, Off } dot = Dot::None;
    qint64 rejected = 0;
    QString words; // of the dot, for screen readers and the tooltip
};

struct RailItem {
    Location location;
    QString text;
    RailMark mark;
    friend bool operator==(const RailItem &a, const RailItem &b) { return a.location == b.location; }
};

class NavItem final : public QAbstractButton {
    Q_OBJECT
public:
    enum class Level { Section, Sub };
    NavItem(Level level, const QString &icon, const QString &text, QWidget *parent);
    void setSelected(bool selected);
    void setCount(int count);
    void setMark(const RailMark &mark);
    void setNarrow(bool narrow);
    bool isSelected() const { return m_selected; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void describe();
    Level m_level;
    QString m_icon;
    int m_count = -1;
    RailMark m_mark;
    bool m_selected = false;
    bool m_narrow = false;
};

class NavRail final : public QWidget {
    Q_OBJECT
public:
    explicit NavRail(QWidget *parent = nullptr);

    void setWorkspaceName(const QString &name, const QString &status);
    void setPages(const std::vector<WindowPage> &pages);
    void setItems(const QString &section, std::vector<RailItem> items); // sub-items, in order
    void setMark(const Location &location, const RailMark &mark);
    void setCurrent(const Location &location);
    enum class Sync { Saved, Saving, Failed };
    void setSync(Sync state, int count = 0);
    // Narrow: only icons until hovered or focused.
    void setNarrow(bool narrow);
    bool isNarrow() const { return m_narrow; }
    bool isOpen() const { return !m_narrow || m_over; }
    void setFolded(const QString &section, bool folded);
    QStringList folded() const { return m_folded; }

Q_SIGNALS:
    void asked(const dash::Location &location);
    void searchAsked();
    void menuAsked(QWidget *anchor);
    void foldedChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    struct Section {
        WindowPage page;
        NavItem *item = nullptr;
        std::vector<std::pair<RailItem, NavItem *>> subs;
        QVBoxLayout *column = nullptr;
    };
    void setOver(bool over);
    void applyWidth();
    void fold(Section &section);
    Section *find(const QString &section);

    QAbstractButton *m_head;
    QAbstractButton *m_search;
    QAbstractButton *m_sync;
    QScrollArea *m_scroll;
    QVBoxLayout *m_list;
    QVBoxLayout *m_foot;
    std::vector<Section> m_sections;
    std::optional<Location> m_current;
    QStringList m_folded;
    bool m_narrow = false;
    bool m_over = false;
    QTimer m_leave;
};

} // namespace dash

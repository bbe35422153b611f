#pragma once
// The command palette: a query and three groups: Go to, Series, Do. ">" shows commands only, "#" series by label.
// Places and commands are matched here at once; series are asked for through a function that answers later.

#include "app/shell/fuzzy.h"

#include <QVector>
#include <QWidget>

#include <functional>
#include <vector>

class QLineEdit;
class QListView;

namespace dash {

struct PaletteEntry {
    enum class Group { Go, Series, Do };
    Group group = Group::Go;
    QString text;
    QString note; // what it is: "Dashboard"
    QString icon;
    QString keys;              // shortcut, at the row's end
    QString value;             // last value of a series
    std::vector<double> spark; // its last points, oldest first
    bool mono = false;
    bool here = false; // is open now
    std::function<void()> run;
    std::function<void()> add; // Ctrl-Enter, where it makes sense
};

struct SeriesQuery {
    QString text;
    bool labels = false; // "#": match label values rather than names
};

class PaletteModel;

class CommandPalette final : public QWidget {
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *parent);

    // What can be found, asked for each time the palette opens.
    std::function<std::vector<PaletteEntry>()> places;
    std::function<std::vector<PaletteEntry>()> commands;
    // Off the GUI thread; the answer comes back as a call on it. Empty function: no series group.
    std::function<void(const SeriesQuery &, QObject *receiver, std::function<void(std::vector<PaletteEntry>)>)> series;

    void open(const QString &query);
    void close();
    int rows() const;               // that can be chosen
    QString rowText(int row) const; // as shown, for tests and screen readers
    QRect preferredGeometry(const QSize &window) const;

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void search();
    void showEntries();
    void moveBy(int step);
    void take(bool add);

    QLineEdit *m_query;
    QListView *m_list;
    PaletteModel *m_model;
    std::vector<PaletteEntry> m_places, m_commands, m_found;
    int m_asked = 0; // newest series question
};

} // namespace dash

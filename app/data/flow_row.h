#pragma once
// Chips in a row that breaks into further lines where the width ends, in reading direction.

#include <QWidget>

#include <vector>

namespace dash {

class FlowRow : public QWidget {
    Q_OBJECT
public:
    explicit FlowRow(QWidget *parent = nullptr);
    void add(QWidget *child);
    void addRule(); // a thin line between groups
    void clear();
    std::vector<QWidget *> children() const; // that take the focus, in order
    QWidget *child(const QString &objectName) const;
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    int place(int width, bool move) const;

    std::vector<QWidget *> m_children;
};

} // namespace dash

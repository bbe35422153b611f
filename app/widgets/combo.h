#pragma once
// A field with a chevron; the list opens as a popup with rows of 28 and a search field from 8 entries on.

#include <QVariant>
#include <QWidget>

#include <vector>

namespace dash {

struct ComboItem {
    QString text;
    QVariant value;
    QString icon = {}; // of resources/icons
    QString note = {}; // tertiary, behind the text
};

class Combo : public QWidget {
    Q_OBJECT
public:
    explicit Combo(QWidget *parent = nullptr);
    void setItems(std::vector<ComboItem> items); // keeps the current value when it is still there
    void addItem(const QString &text, const QVariant &value, const QString &icon = {}, const QString &note = {});
    const std::vector<ComboItem> &items() const { return m_items; }
    QVariant value() const;
    QString currentText() const;
    int currentIndex() const { return m_current; }
    void setValue(const QVariant &value); // silent
    void setCurrentIndex(int index);      // silent
    void setPlaceholder(const QString &text);
    void setMono(bool mono);
    void openList();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changed(); // by a person

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool event(QEvent *event) override;

private:
    void choose(int index);

    std::vector<ComboItem> m_items;
    int m_current = -1;
    QString m_placeholder;
    QString m_typed;
    bool m_mono = false;
};

} // namespace dash

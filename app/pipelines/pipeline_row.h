#pragma once
// One pipeline of the list: a card-wide line with state, last and next run, rejected rows, switch and menu.

#include "core/engine/host.h"
#include "core/store/workspace.h"

#include <QAbstractButton>

namespace dash {

class IconButton;
class Switch;

class PipelineRow : public QAbstractButton {
    Q_OBJECT
public:
    explicit PipelineRow(QWidget *parent = nullptr);
    void setEntity(const PipelineEntity &entity, const PipelineStatus &status);
    Switch *enabledSwitch() const { return m_switch; }
    IconButton *menuButton() const { return m_menu; }
    PipelineId id() const { return m_id; }
    QSize sizeHint() const override { return {600, 52}; }

    // Where the columns begin, for the head of the list too (left to right).
    struct Columns {
        qreal name, state, last, rows, next, rejected, end;
    };
    static Columns columns(qreal width);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    PipelineId m_id;
    QString m_name, m_about, m_state, m_last, m_rows, m_next;
    qint64 m_rejected = 0;
    enum class Tone { Ok, Neutral, Warn, Error } m_tone = Tone::Neutral;
    Switch *m_switch;
    IconButton *m_menu;
};

} // namespace dash

#pragma once
// The line at the bottom of a hovered widget: source › steps › series · interval, and the way to its pipeline.

#include "app/dashboards/widget_card.h"

namespace dash {

class Button;

class ProvenanceLine : public QWidget {
    Q_OBJECT
public:
    explicit ProvenanceLine(QWidget *parent);
    void setProvenance(const Provenance &made);

Q_SIGNALS:
    void pipelineAsked(dash::PipelineId id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    Provenance m_made;
    Button *m_open;
};

} // namespace dash

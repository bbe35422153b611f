#pragma once
// One template in the gallery: a picture drawn from its own sample rows, icon, name, summary.

#include "app/templates/catalog.h"
#include "app/theme/tokens.h"

#include <QAbstractButton>

#include <vector>

namespace dash {

// Lines or bars of a template's first chart, values 0 … 1 over its width, made from its sample rows.
struct TemplatePicture {
    enum class Kind { Line, Area, Bar } kind = Kind::Line;
    std::vector<std::vector<double>> traces; // NaN where nothing is
    QString value;                           // newest value with unit, for the details
};

class TemplateCard : public QAbstractButton {
    Q_OBJECT
public:
    TemplateCard(const Template &entry, QWidget *parent);

    const QString &templateId() const { return m_id; }
    const QString &category() const { return m_category; }
    bool matches(const QString &words) const;
    void setPicture(TemplatePicture picture);
    void setChosen(bool chosen);
    QSize sizeHint() const override { return {302, 274}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_id, m_category, m_icon, m_summary;
    TemplatePicture m_picture;
    bool m_chosen = false;
};

void paintTemplatePicture(QPainter *painter, const QRectF &rect, const TemplatePicture &picture, const Tokens &tokens);

} // namespace dash

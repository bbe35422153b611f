#pragma once
// The gallery of templates: a picture of each from its sample rows, details and "Use my data" beside it.

#include "app/app_context.h"
#include "app/shell/page.h"
#include "app/templates/template_details.h"

#include <map>
#include <memory>

class QBoxLayout;
class QGridLayout;
class QScrollArea;

namespace dash {

class EmptyState;
class Segmented;
class TextInput;
class TextLabel;

class TemplatesPage : public Page {
    Q_OBJECT
public:
    explicit TemplatesPage(AppContext &context, QWidget *parent = nullptr);
    ~TemplatesPage() override;

    QString title() const override { return tr("Templates"); }
    QList<QWidget *> tools() override;
    void shown(const QString &part) override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void load();
    void place();
    void placeHead();
    void choose(const QString &id);
    void askPicture(const Template &entry);

    AppContext &m_context;
    QScrollArea *m_scroll;
    QWidget *m_gallery;
    QGridLayout *m_grid;
    Segmented *m_categories;
    QBoxLayout *m_head = nullptr;
    TextLabel *m_promise = nullptr;
    EmptyState *m_none = nullptr;
    TextInput *m_search;
    TemplateDetails *m_details;
    QWidget *m_edge;
    std::vector<Template> m_entries;
    std::vector<TemplateCard *> m_cards;
    std::map<QString, TemplatePicture> m_pictures;
    QString m_chosen;
    bool m_loaded = false;
};

} // namespace dash

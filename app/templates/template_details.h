#pragma once
// What a template gives and asks for. "Use my data" asks right here, tests the source live and only then replaces the
// sample.

#include "app/app_context.h"
#include "app/templates/template_card.h"

#include <QWidget>

class QBoxLayout;
class QVBoxLayout;

namespace dash {

class Button;
class Card;
class FormField;
class TextInput;
class TextLabel;

class TemplateDetails : public QWidget {
    Q_OBJECT
public:
    TemplateDetails(AppContext &context, QWidget *parent);

    void show(const Template &entry, const TemplatePicture &picture);
    void setPicture(const TemplatePicture &picture);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeFoot();
    void rebuild();
    void addFacts(QVBoxLayout *column);
    void addAsks(QVBoxLayout *column);
    void openWithSample();
    void useOwnData();
    void keepSecrets(size_t index);
    void testOwnSource();
    void tested(const Pipeline &own, bool worked, const QString &message);
    void setBusy(bool busy);
    void chooseFile(TextInput *input);

    AppContext &m_context;
    Template m_entry;
    TemplatePicture m_picture;
    QWidget *m_body = nullptr;
    QBoxLayout *m_foot = nullptr;
    QWidget *m_drawing = nullptr;
    TextLabel *m_status = nullptr;
    Button *m_own = nullptr;
    Button *m_open = nullptr;
    std::vector<std::pair<FormField *, TextInput *>> m_fields; // in order of the asks
};

} // namespace dash

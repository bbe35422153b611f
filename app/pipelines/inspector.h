#pragma once
// Beside the canvas: what the chosen node is told, or the pipeline itself when none is chosen. Saves as typed.

#include "app/pipelines/draft.h"

#include <QWidget>

class QVBoxLayout;
class QScrollArea;

namespace dash {

class Button;
class Card;
class DraftSummary;
class IconButton;
class ParameterForm;
class SinkBox;
class TextInput;
class TextLabel;

class Inspector : public QWidget {
    Q_OBJECT
public:
    Inspector(Draft &draft, QWidget *parent = nullptr);
    void setNode(const QString &node); // empty: the pipeline
    const QString &node() const { return m_node; }
    ParameterForm *form() const { return m_form; }
    void focusFirst();

Q_SIGNALS:
    void changesWanted(); // "See changes"
    void menuWanted(QWidget *anchor);
    void focusLost(); // the setting that had it has gone

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void refresh();     // definition changed
    void refreshRows(); // rows or errors changed
    void showHead();
    void showProblems();
    void showErrorCard(const Error &error);
    void showFieldChips(const Error *error);
    void takeEdit(const QString &field);
    void rename(const QString &name);
    void useField(const QString &wrong, const QString &right);

    Draft &m_draft;
    QString m_node;
    QString m_built; // what the form was made for
    QWidget *m_icon;
    TextLabel *m_title;
    TextLabel *m_kind;
    IconButton *m_menu;
    Card *m_error;
    TextLabel *m_errorTitle;
    TextLabel *m_errorText;
    Button *m_useField;
    Button *m_chooseField;
    QString m_wrongField;
    QString m_rightField;
    QWidget *m_nameBox;
    TextInput *m_name;
    ParameterForm *m_form;
    QWidget *m_chipsBox;
    QWidget *m_chips;
    SinkBox *m_sink;
    DraftSummary *m_summary;
    std::map<QString, Error> m_settingProblems;
};

} // namespace dash

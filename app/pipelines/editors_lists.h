#pragma once
// Editors of choices and of several things: switches, choices, fields, headers, labels, lists of entries, secrets.

#include "app/pipelines/editors.h"

#include <QJsonArray>
#include <QJsonObject>

class QVBoxLayout;

namespace dash {

class Combo;
class ParameterForm;
class Segmented;
class Switch;
class TextInput;
class TextLabel;

class ToggleEditor : public Editor {
    Q_OBJECT
public:
    ToggleEditor(const Parameter &parameter, QWidget *parent);
    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;

private:
    Parameter m_parameter;
    Switch *m_switch;
};

class ChoiceEditor : public Editor {
    Q_OBJECT
public:
    ChoiceEditor(const Parameter &parameter, QWidget *parent);
    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;

private:
    Parameter m_parameter;
    Segmented *m_few = nullptr;
    Combo *m_many = nullptr;
    QString m_foreign; // a value that is not among the choices stays until a person changes it
};

// Names of columns: chips with a cross, a list of what arrives behind "Add field", and typing for what does not.
class FieldsEditor : public Editor {
    Q_OBJECT
public:
    FieldsEditor(const Parameter &parameter, QWidget *parent);
    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    void setScene(const EditorScene &scene) override;
    bool showProblem(const Error *error) override;

private:
    void rebuild();
    QStringList m_names;
    Batch m_arriving;
    QWidget *m_chips;
    TextInput *m_input;
};

// name → text (headers, query) or name → text or field (labels).
class PairsEditor : public Editor {
    Q_OBJECT
public:
    PairsEditor(const Parameter &parameter, QWidget *parent);
    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    void setScene(const EditorScene &scene) override;

private:
    struct Row {
        QWidget *widget;
        TextInput *name;
        TextInput *text;
        Segmented *kind; // labels only: text or field
    };
    void addRow(const QString &name, const QJsonValue &value);
    bool m_labels;
    std::vector<Row> m_rows;
    QVBoxLayout *m_column;
    EditorScene m_scene;
};

// Entries with members of their own: one open, the others one line each; add, remove, reorder (Alt with arrows).
class ListEditor : public Editor {
    Q_OBJECT
public:
    ListEditor(const Parameter &parameter, QWidget *parent);
    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    void setScene(const EditorScene &scene) override;
    bool showProblem(const Error *error) override;
    int openEntry() const { return m_open; }

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void rebuild();
    void addEntry();
    void removeEntry(int index);
    void moveEntry(int index, int by);
    QWidget *closedEntry(int index);
    QWidget *openedEntry(int index);
    QString entryTitle(int index) const;
    QString entryFact(int index) const;
    void reportMembers();

    Parameter m_parameter;
    QJsonArray m_entries;
    int m_open = 0;
    EditorScene m_scene;
    std::optional<Error> m_problem;
    QVBoxLayout *m_column;
    QWidget *m_body = nullptr;
    ParameterForm *m_form = nullptr;
};

// The secret's name is kept in the definition, its value in the keychain.
class SecretEditor : public Editor {
    Q_OBJECT
public:
    SecretEditor(const Parameter &parameter, QWidget *parent);
    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    void setScene(const EditorScene &scene) override;
    bool showProblem(const Error *error) override;

private:
    void keep();
    Parameter m_parameter;
    QString m_name;
    EditorScene m_scene;
    TextInput *m_input;
    TextLabel *m_note;
};

} // namespace dash

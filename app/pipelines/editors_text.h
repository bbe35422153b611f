#pragma once
// Editors of one text: lines, numbers, durations, sizes, addresses, files, paths, expressions, zones, currencies.

#include "app/pipelines/editors.h"

class QCompleter;

namespace dash {

class ExpressionField;
class TextInput;
class TextLabel;

class LineEditor : public Editor {
    Q_OBJECT
public:
    LineEditor(const Parameter &parameter, QWidget *parent);
    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    void setScene(const EditorScene &scene) override;
    bool showProblem(const Error *error) override;

private:
    void addBrowseButton();
    void setSuggestions(const QStringList &words, Qt::MatchFlag match);
    Parameter m_parameter;
    TextInput *m_input;
    QCompleter *m_completer = nullptr;
};

// The address others send to: to copy, or to replace by a new one. It is not typed.
class AddressEditor : public Editor {
    Q_OBJECT
public:
    AddressEditor(const Parameter &parameter, QWidget *parent);
    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    void setScene(const EditorScene &scene) override;
    bool showProblem(const Error *error) override;

private:
    Parameter m_parameter;
    EditorScene m_scene;
    QString m_token;
    TextInput *m_address;
};

class LongTextEditor : public Editor {
    Q_OBJECT
public:
    LongTextEditor(const Parameter &parameter, QWidget *parent);
    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    bool showProblem(const Error *error) override;

private:
    ExpressionField *m_input;
};

class ExpressionEditor : public Editor {
    Q_OBJECT
public:
    ExpressionEditor(const Parameter &parameter, QWidget *parent);
    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    void setScene(const EditorScene &scene) override;
    bool showProblem(const Error *error) override;
    // The field this expression makes: its value of the first row is shown below.
    void setResultField(const QString &name);
    ExpressionField *field() const { return m_field; }

private:
    void showFirstRow();
    EditorScene m_scene;
    QString m_resultField;
    ExpressionField *m_field;
    QWidget *m_preview;
    TextLabel *m_formula;
    TextLabel *m_result;
};

} // namespace dash

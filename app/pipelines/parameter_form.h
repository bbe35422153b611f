#pragma once
// A form made from declared parameters. It changes one setting at a time in a config it is given, and shows what is
// wrong beside each. Settings that do not apply are hidden but kept.

#include "app/pipelines/editors.h"

#include <QJsonObject>

#include <vector>

class QVBoxLayout;

namespace dash {

class Button;
class FormField;

class ParameterForm : public QWidget {
    Q_OBJECT
public:
    explicit ParameterForm(QWidget *parent = nullptr);

    // Editors are made anew only when the declarations differ, so that typing is never interrupted.
    void setParameters(const Parameters &parameters);
    const Parameters &parameters() const { return m_parameters; }
    void setConfig(const QJsonObject &config); // silent
    const QJsonObject &config() const { return m_config; }
    void setScene(const EditorScene &scene);
    // By field name; names of list members arrive as "fields[2].expression".
    void setProblems(const std::map<QString, Error> &problems);
    Editor *editor(const QString &name) const;
    FormField *field(const QString &name) const;

Q_SIGNALS:
    void edited(const QString &field); // config() holds the new value

private:
    struct Row {
        Parameter parameter;
        Editor *editor = nullptr;
        FormField *field = nullptr; // null for toggles, which carry their label
        QWidget *widget = nullptr;
    };
    void takeEdit(const Row &row);
    void showApplying();
    void linkExpression();
    QString focusedName() const;

    Parameters m_parameters;
    QJsonObject m_config;
    std::map<QString, Error> m_problems;
    std::vector<Row> m_rows;
    QVBoxLayout *m_column;
    QWidget *m_content = nullptr;
    Button *m_more = nullptr;
    QWidget *m_advanced = nullptr;
    bool m_advancedOpen = false;
    EditorScene m_scene;
};

// The problem as it stands below a field: what is wrong without naming the field again.
QString problemBelowField(const Error &error);
// Which setting of a config an error of the engine is about ("expression", "fields[2].expression"); empty: the node.
QString settingOf(const Error &error, const Parameters &parameters, const QJsonObject &config);

} // namespace dash

#pragma once
// One editor for each kind of parameter. An editor holds a value and says when a person changed it; what is right is
// judged for the whole config by the form.

#include "app/app_context.h"
#include "core/model/batch.h"
#include "core/model/parameter.h"

#include <QJsonObject>
#include <QWidget>

namespace dash {

class SecretStore;

// What editors can offer: the rows that arrive at the node, and where secrets live.
struct EditorScene {
    Batch arriving;
    Batch leaving;                  // rows the node makes now: the first one is shown below expressions
    QString secretStem;             // proposed name of a secret ("shop_orders_token")
    SecretStore *secrets = nullptr; // null where secrets cannot be kept
    // What the form holds: declared settings and their values.
    Parameters declared;
    QJsonObject config;
};

class Editor : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    // Undefined when empty: the setting is left out and the default counts.
    virtual QJsonValue value() const = 0;
    virtual void setValue(const QJsonValue &value) = 0; // silent
    virtual void setScene(const EditorScene &scene) { Q_UNUSED(scene) }
    // Marks the place of an error; empty sentence clears. Returns true when it shows the sentence itself.
    virtual bool showProblem(const Error *error)
    {
        Q_UNUSED(error)
        return false;
    }

Q_SIGNALS:
    void edited();
};

// Never null.
Editor *makeEditor(const Parameter &parameter, QWidget *parent);

} // namespace dash

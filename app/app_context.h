#pragma once
// The parts of a running desktop, handed to every page. Built once in shell/desktop.cpp, destroyed in reverse order.

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/engine/registry.h"

#include <QObject>
#include <QString>

#include <functional>

namespace dash {

class PipelineHost;
class PointsDb;
class SecretSource;
class SecretStore;
class Theme;
class Workspace;

// Where the window is or should go: a section ("dashboards", "pipelines", "data", "templates", "settings"), the id of
// what is open in it, and a part of that (a widget at full size, a node).
struct Location {
    QString section;
    QString id;
    QString part;
    friend bool operator==(const Location &, const Location &) = default;
};

// What pages ask of the window around them.
class Navigator : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void go(const Location &location) = 0; // with back and forward
    // A sentence at the bottom start for 6 s, with at most one action.
    virtual void toast(const QString &sentence, const QString &actionText = {}, std::function<void()> action = {}) = 0;
    // An error the page cannot show in place: a banner that stays until closed.
    virtual void showError(const Error &error) = 0;
    virtual void openPalette(const QString &query = {}) = 0;
};

struct AppContext {
    const Clock &clock;
    RandomSource &random;
    Workspace &workspace;
    PointsDb &points;
    PipelineHost &host;
    SecretSource &secrets;
    const Registry &registry;
    Navigator *navigator = nullptr;     // set by the window before pages are made
    SecretStore *secretStore = nullptr; // where pages put secrets people type in
    Theme *theme = nullptr;
    QString folder; // of the workspace
};

} // namespace dash

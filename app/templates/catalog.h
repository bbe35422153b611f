#pragma once
// Templates: a pipeline over sample data with its dashboard, and how to put a person's own source in the sample's
// place. One JSON file in resources/templates each; the gallery, the first run and tests read the same files.

#include "core/base/clock.h"
#include "core/model/dashboard.h"
#include "core/model/pipeline.h"

#include <QJsonArray>
#include <QMap>
#include <QStringList>

#include <vector>

namespace dash {

class Workspace;

// One thing a template has to know before it can read a person's own data.
struct TemplateAsk {
    enum class Kind { Text, Url, Secret, File };
    QString key; // "{key}" in the own source's settings
    QString label;
    QString example;
    QString help;
    Kind kind = Kind::Text;
    QString secretName; // Secret: the name under which the keychain keeps it
};

struct Template {
    QString id; // name of the file
    QString category;
    QString icon;
    QString name; // English, as every text here; context "Template" translates
    QString summary;
    QStringList facts;
    Pipeline pipeline; // reads sample data
    Dashboard dashboard;
    std::vector<TemplateAsk> asks;
    QJsonObject ownSource; // type and config that replace the sample's; texts hold {key}
    QJsonArray ownNodes;   // or all nodes anew, where the person's own rows have another shape
    Schedule ownSchedule;
};

// Gallery order. "this-computer" is not among them: it is what a new workspace opens with.
const std::vector<QString> &templateIds();
Result<Template> loadTemplate(const QString &id);
// Every text of a template that people see, for translation and its test.
QStringList templateTexts(const Template &entry);
// The text in the language of the window.
QString templateText(const QString &english);

struct OpenedTemplate {
    PipelineId pipeline;
    DashboardId dashboard;
};
// Creates pipeline and dashboard in the workspace, running, in one step of history each.
OpenedTemplate openTemplate(Workspace &workspace, const Template &entry, const Clock &clock, RandomSource &random);

// The same pipeline reading the person's own source. `answers` by key; secrets are not among them, only their names go
// into the definition. Fails with InvalidValue when an answer is missing.
Result<Pipeline> withOwnSource(const Pipeline &sample, const Template &entry, const QMap<QString, QString> &answers);

} // namespace dash

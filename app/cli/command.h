#pragma once
// dash-cli's commands: one table, from which parsing, --help and exit codes follow. A command is a function and one
// row.

#include "core/base/error.h"

#include <QJsonObject>
#include <QStringList>

#include <functional>
#include <map>
#include <vector>

namespace dash::cli {

// Exit codes, after sysexits.h where it has one.
enum Exit : int {
    Ok = 0,
    Failed = 1,       // the work was done and its result is bad (a run failed, a test did not match)
    Usage = 2,        // the command line
    Unavailable = 69, // a network or another machine did not answer; another process owns the workspace
    TryLater = 75,    // a file is busy, disk full: the same command may succeed later
    BadDefinition = 78,
};

struct Option {
    const char *name;  // "--input"
    const char *value; // "FILE"; empty: a switch
    const char *help;
    bool repeatable = false;
};

struct Arguments {
    QStringList positional;
    std::map<QString, QStringList> options; // "--input" → its values; a switch has one empty value
    bool has(const char *name) const { return options.count(QString::fromLatin1(name)) > 0; }
    QString value(const char *name, const QString &fallback = {}) const;
    QStringList values(const char *name) const;
};

struct Command {
    const char *name;     // "pipeline run"
    const char *operands; // "FILE", "[ID]"
    int minimum;          // operands
    int maximum;
    const char *help;
    std::vector<Option> options;
    std::function<int(const Arguments &)> run;
};

// What every command takes.
const std::vector<Option> &commonOptions();
std::vector<Command> pipelineCommands();
std::vector<Command> catalogueCommands();
std::vector<Command> dataCommands();
std::vector<Command> definitionCommands();
std::vector<Command> importCommands();
std::vector<Command> renderCommands();
std::vector<Command> doctorCommands();
std::vector<Command> decodeCommands();

// Made from the table: installer/linux/ keeps them, a test compares.
QString manualPage(const std::vector<Command> &commands);
QString bashCompletion(const std::vector<Command> &commands);

// The whole program: finds the command, parses, runs.
int runCommandLine(const QStringList &arguments);

// Standard output and error. Text ends without a line end; one is added.
void print(const QString &text);
void printJson(const QJsonObject &object);
// The error's sentence (and, with --json, an object with code, sentence and arguments) and the exit code it means.
int report(const Error &error, const Arguments &arguments);
int exitOf(ErrorCode code);

} // namespace dash::cli

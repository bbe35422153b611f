#include "app/cli/command.h"

#include "core/engine/closest_name.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

namespace dash::cli {

namespace {

const std::vector<Command> &allCommands()
{
    static const std::vector<Command> all = [] {
        std::vector<Command> commands = pipelineCommands();
        for (auto more : {definitionCommands(), catalogueCommands(), dataCommands(), importCommands(), renderCommands(),
                          doctorCommands(), decodeCommands()})
            for (Command &command : more)
                commands.push_back(std::move(command));
        return commands;
    }();
    return all;
}

QString optionText(const Option &option)
{
    return QLatin1StringView(option.name) + (*option.value ? u' ' + QString::fromUtf8(option.value) : QString());
}

void printOptions(const std::vector<Option> &options)
{
    for (const Option &option : options)
        print(u"  %1  %2"_qs.arg(optionText(option), -24).arg(QString::fromUtf8(option.help)));
}

void printHelp(const QString &group)
{
    print(u"Usage: dash-cli COMMAND [options]\n"_qs);
    print(u"Commands:"_qs);
    for (const Command &command : allCommands()) {
        const QString name = QString::fromUtf8(command.name);
        if (group.isEmpty() || name.startsWith(group + u' '))
            print(u"  %1  %2"_qs.arg(QString(name + u' ' + QString::fromUtf8(command.operands)), -28)
                      .arg(QString::fromUtf8(command.help)));
    }
    print(u"\nEvery command takes:"_qs);
    printOptions(commonOptions());
    print(
        u"\nExit codes: 0 done, 1 the result is bad, 2 wrong command line, 69 nothing answered or the workspace is open"_qs);
    print(u"in another Dash, 75 try again later, 78 the definition is wrong."_qs);
}

void printHelp(const Command &command)
{
    print(u"Usage: dash-cli %1 %2 [options]\n"_qs.arg(QString::fromUtf8(command.name),
                                                      QString::fromUtf8(command.operands)));
    print(QString::fromUtf8(command.help) + u"\n"_qs);
    printOptions(command.options);
    printOptions(commonOptions());
}

int wrongUsage(const QString &sentence)
{
    std::fprintf(stderr, "%s\n", qPrintable(QString(sentence + u" See dash-cli --help."_qs)));
    return Usage;
}

const Option *findOption(const Command &command, const QString &name)
{
    for (const auto *options : {&command.options, &commonOptions()})
        for (const Option &option : *options)
            if (QLatin1StringView(option.name) == name)
                return &option;
    return nullptr;
}

// The rest of the command line after the command's words; the sentence of what is wrong with it.
std::optional<QString> parse(const Command &command, const QStringList &words, Arguments &out)
{
    bool onlyOperands = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (onlyOperands || word == u"-" || !word.startsWith(u'-')) {
            out.positional.append(word);
            continue;
        }
        if (word == u"--") {
            onlyOperands = true;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = equals < 0 ? word : word.left(equals);
        const Option *option = findOption(command, name);
        if (!option) {
            QStringList names;
            for (const auto *options : {&command.options, &commonOptions()})
                for (const Option &known : *options)
                    names.append(QString::fromUtf8(known.name));
            const QString near = closestName(name, names);
            return near.isEmpty() ? u"There is no option %1."_qs.arg(name)
                                  : u"There is no option %1. Did you mean %2?"_qs.arg(name, near);
        }
        const bool takesValue = *option->value != 0;
        if (!takesValue && equals >= 0)
            return u"%1 takes no value."_qs.arg(name);
        if (takesValue && equals < 0 && i + 1 == words.size())
            return u"%1 needs a value."_qs.arg(optionText(*option));
        QStringList &values = out.options[name];
        if (!values.isEmpty() && !option->repeatable)
            return u"%1 was given twice."_qs.arg(name);
        values.append(!takesValue ? QString() : equals >= 0 ? word.mid(equals + 1) : words[++i]);
    }
    if (out.positional.size() < command.minimum)
        return u"%1 needs %2."_qs.arg(QString::fromUtf8(command.name), QString::fromUtf8(command.operands));
    if (out.positional.size() > command.maximum)
        return u"“%1” is one too many for %2."_qs.arg(out.positional[command.maximum], QString::fromUtf8(command.name));
    return std::nullopt;
}

} // namespace

QString Arguments::value(const char *name, const QString &fallback) const
{
    const auto found = options.find(QString::fromUtf8(name));
    return found == options.end() ? fallback : found->second.last();
}

QStringList Arguments::values(const char *name) const
{
    const auto found = options.find(QString::fromUtf8(name));
    return found == options.end() ? QStringList() : found->second;
}

const std::vector<Option> &commonOptions()
{
    static const std::vector<Option> options{
        {"--json", "", "Answer in JSON", false},
        {"--workspace", "DIR", "The workspace (also DASH_WORKSPACE)", false},
        {"--help", "", "This text", false},
    };
    return options;
}

void print(const QString &text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
}

void printJson(const QJsonObject &object)
{
    const QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Indented);
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
}

namespace {

QJsonObject errorJson(const Error &error)
{
    QJsonObject object{{QLatin1StringView("code"), QString(errorCodeText(error.code))},
                       {QLatin1StringView("sentence"), errorSentence(error)}};
    for (const auto &[name, value] : error.args)
        if (name == QLatin1StringView("step") || name == QLatin1StringView("node") ||
            name == QLatin1StringView("field") || name == QLatin1StringView("line"))
            object.insert(name, value);
    return object;
}

} // namespace

int exitOf(ErrorCode code)
{
    const QLatin1StringView text = errorCodeText(code);
    if (code == ErrorCode::Usage)
        return Usage;
    if (text.startsWith(QLatin1StringView("network.")) || code == ErrorCode::HttpStatus ||
        code == ErrorCode::WorkspaceInUse)
        return Unavailable;
    if (code == ErrorCode::DatabaseBusy || code == ErrorCode::DatabaseFull || code == ErrorCode::RunBusy)
        return TryLater;
    for (const char *area : {"definition.", "expression.", "path.", "schedule.", "template."})
        if (text.startsWith(QLatin1StringView(area)))
            return BadDefinition;
    return Failed;
}

int report(const Error &error, const Arguments &arguments)
{
    if (arguments.has("--json"))
        printJson(QJsonObject{{QLatin1StringView("error"), errorJson(error)}});
    else
        std::fprintf(stderr, "%s (%s)\n", qPrintable(errorSentence(error)), errorCodeText(error.code).data());
    return exitOf(error.code);
}

int runCommandLine(const QStringList &arguments)
{
    QStringList words = arguments.mid(1);
    if (words == QStringList{u"help"_qs, u"--man"_qs} || words == QStringList{u"help"_qs, u"--bash"_qs}) {
        const QByteArray text =
            (words[1] == u"--man" ? manualPage(allCommands()) : bashCompletion(allCommands())).toUtf8();
        std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
        return Ok;
    }
    if (words.isEmpty() || words.first() == u"--help" || words.first() == u"-h" || words.first() == u"help") {
        printHelp(QString());
        return words.isEmpty() ? Usage : Ok;
    }
    if (words.first() == u"--version") {
        print(u"dash-cli "_qs + QLatin1StringView(DASH_VERSION));
        return Ok;
    }
    QStringList names;
    for (const Command &command : allCommands()) {
        const QStringList path = QString::fromUtf8(command.name).split(u' ');
        names.append(path.join(u' '));
        if (words.mid(0, path.size()) != path)
            continue;
        const QStringList rest = words.mid(path.size());
        if (rest.contains(u"--help"_qs)) {
            printHelp(command);
            return Ok;
        }
        Arguments parsed;
        if (const auto problem = parse(command, rest, parsed))
            return wrongUsage(*problem);
        return command.run(parsed);
    }
    const bool group = std::any_of(names.begin(), names.end(),
                                   [&](const QString &name) { return name.startsWith(words.first() + u' '); });
    if (group && (words.size() == 1 || words[1] == u"--help")) {
        printHelp(words.first());
        return words.size() == 1 ? Usage : Ok;
    }
    // “piplein run”: both words, or the first alone.
    const QString given = words.mid(0, words.size() > 1 && !words[1].startsWith(u'-') ? 2 : 1).join(u' ');
    QString near = closestName(given, names);
    if (near.isEmpty() && !group) {
        QStringList first;
        for (const QString &name : names)
            first.append(name.section(u' ', 0, 0));
        near = closestName(words.first(), first);
    }
    return wrongUsage(near.isEmpty() ? u"There is no command “%1”."_qs.arg(given)
                                     : u"There is no command “%1”. Did you mean “%2”?"_qs.arg(given, near));
}

} // namespace dash::cli

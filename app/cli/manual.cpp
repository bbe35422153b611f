// The manual page and the shell completion, made from the table of commands: "help --man", "help --bash".
#include "app/cli/command.h"

#include <map>

namespace dash::cli {

namespace {

// Text of an mdoc page: dashes that are options, and no line that looks like a macro.
QString escaped(QString text)
{
    text.replace(u'\\', u"\\e"_qs).replace(u'-', u"\\-"_qs);
    return text.startsWith(u'.') || text.startsWith(u'\'') ? QString(u"\\&"_qs + text) : text;
}

void addOptions(QString &out, const std::vector<Option> &options)
{
    if (options.empty())
        return;
    out += u".Bl -tag -width Ds -compact\n"_qs;
    for (const Option &option : options) {
        out += u".It "_qs + escaped(QString::fromUtf8(option.name));
        if (*option.value)
            out += u" Ar "_qs + escaped(QString::fromUtf8(option.value));
        out += u'\n' + escaped(QString::fromUtf8(option.help)) + u".\n"_qs;
    }
    out += u".El\n"_qs;
}

} // namespace

QString manualPage(const std::vector<Command> &commands)
{
    QString out = u".Dd November 30, 2026\n.Dt DASH-CLI 1\n.Os\n.Sh NAME\n.Nm dash-cli\n.Nd Dash without a window\n"
                  ".Sh SYNOPSIS\n.Nm\n.Ar command\n.Op Ar options\n.Sh DESCRIPTION\n.Nm\n"
                  "checks and runs pipelines, reads and exports series and tables, and draws dashboards into files.\n"
                  "Reading works beside an open window; what changes a workspace goes through the window that has it "
                  "open.\n"
                  ".Pp\nEvery command takes:\n"_qs;
    addOptions(out, commonOptions());
    out += u".Sh COMMANDS\n"_qs;
    for (const Command &command : commands) {
        const QString operands = QString::fromUtf8(command.operands);
        out += u".Ss "_qs + escaped(QString::fromUtf8(command.name));
        if (!operands.isEmpty())
            out += u" Ar "_qs + escaped(operands);
        out += u'\n' + escaped(QString::fromUtf8(command.help)) + u".\n"_qs;
        addOptions(out, command.options);
    }
    out += u".Sh ENVIRONMENT\n.Bl -tag -width Ds\n.It Ev DASH_WORKSPACE\nThe workspace, unless \\-\\-workspace names "
           "one.\n.It Ev DASH_SECRET_NAME\nThe secret NAME of a pipeline: its name in capitals, other characters as "
           "underscores.\n.El\n"
           ".Sh EXIT STATUS\n.Bl -tag -width Ds -compact\n.It 0\nDone.\n.It 1\nThe work was done and its result is "
           "bad.\n.It 2\nThe command line is wrong.\n.It 69\nA network or machine did not answer, or the workspace is "
           "open in a Dash that does not answer.\n.It 75\nTry again later: a file is busy, a disk is full.\n.It 78\n"
           "The definition is wrong.\n.El\n"
           ".Sh SEE ALSO\n.Xr dash-desktop 1\n"_qs;
    return out;
}

QString bashCompletion(const std::vector<Command> &commands)
{
    const auto joined = [](const std::vector<Option> &options) {
        QStringList names;
        for (const Option &option : options)
            names.append(QString::fromUtf8(option.name));
        return names.join(u' ');
    };
    std::map<QString, QStringList> second; // first word → the words after it
    QString options;
    for (const Command &command : commands) {
        const QString name = QString::fromUtf8(command.name);
        QStringList &words = second[name.section(u' ', 0, 0)];
        if (name.contains(u' '))
            words.append(name.section(u' ', 1));
        const QString pattern = name.contains(u' ') ? QString(u'\'' + name + u'\'') : QString(u'\'' + name + u" '*"_qs);
        const QString known = QString(joined(command.options) + u' ' + joined(commonOptions())).trimmed();
        options += u"        %1) words='%2' ;;\n"_qs.arg(pattern, known);
    }
    QStringList first;
    QString groups;
    for (const auto &[word, words] : second) {
        first.append(word);
        if (!words.isEmpty())
            groups += u"        %1) words='%2' ;;\n"_qs.arg(word, words.join(u' '));
    }
    return u"# bash completion for dash-cli\n"
           "_dash_cli() {\n"
           "    local word=${COMP_WORDS[COMP_CWORD]} words=''\n"
           "    if [ \"$COMP_CWORD\" = 1 ]; then\n"
           "        COMPREPLY=($(compgen -W '%1 help --version' -- \"$word\"))\n"
           "        return\n"
           "    fi\n"
           "    if [ \"$COMP_CWORD\" = 2 ]; then\n"
           "        case ${COMP_WORDS[1]} in\n"
           "%2"
           "        esac\n"
           "        if [ -n \"$words\" ]; then\n"
           "            COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
           "            return\n"
           "        fi\n"
           "    fi\n"
           "    case $word in -*)\n"
           "        case \"${COMP_WORDS[1]} ${COMP_WORDS[2]}\" in\n"
           "%3"
           "        *) words='%4' ;;\n"
           "        esac\n"
           "        COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
           "        return ;;\n"
           "    esac\n"
           "    COMPREPLY=($(compgen -f -- \"$word\"))\n"
           "}\n"
           "complete -o filenames -F _dash_cli dash-cli\n"_qs.arg(first.join(u' '), groups, options,
                                                                  joined(commonOptions()));
}

} // namespace dash::cli

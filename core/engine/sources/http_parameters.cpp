#include "core/engine/sources/http_parameters.h"

namespace dash {

namespace {

Parameter shownWhen(Parameter parameter, const char *when)
{
    parameter.showWhen = QString::fromLatin1(when);
    return parameter;
}

Parameter withDefault(Parameter parameter, const QJsonValue &value)
{
    parameter.defaultValue = value;
    return parameter;
}

Parameter choice(const char *name, const char *label, const char *first, std::vector<ParameterChoice> choices)
{
    Parameter parameter = declare(name, ParameterKind::Choice, label);
    parameter.defaultValue = QString::fromLatin1(first);
    parameter.choices = std::move(choices);
    return parameter;
}

Parameter required(Parameter parameter)
{
    parameter.required = true;
    return parameter;
}

Parameter advanced(Parameter parameter)
{
    parameter.advanced = true;
    return parameter;
}

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

void addAuthentication(Parameters &all)
{
    all.push_back(choice("auth", QT_TRANSLATE_NOOP("Parameter", "Sign in"), "none",
                         {{text("none"), QT_TRANSLATE_NOOP("Parameter", "Nothing")},
                          {text("bearer"), QT_TRANSLATE_NOOP("Parameter", "Bearer token")},
                          {text("basic"), QT_TRANSLATE_NOOP("Parameter", "User and password")},
                          {text("key"), QT_TRANSLATE_NOOP("Parameter", "API key")}}));
    all.push_back(shownWhen(required(declare("token", ParameterKind::Secret, QT_TRANSLATE_NOOP("Parameter", "Token"))),
                            "auth=bearer"));
    all.push_back(
        shownWhen(declare("user", ParameterKind::Text, QT_TRANSLATE_NOOP("Parameter", "User")), "auth=basic"));
    all.push_back(shownWhen(declare("password", ParameterKind::Secret, QT_TRANSLATE_NOOP("Parameter", "Password")),
                            "auth=basic"));
    all.push_back(
        shownWhen(required(declare("key", ParameterKind::Secret, QT_TRANSLATE_NOOP("Parameter", "Key"))), "auth=key"));
    all.push_back(shownWhen(
        withDefault(declare("key_name", ParameterKind::Text, QT_TRANSLATE_NOOP("Parameter", "Name of the key")),
                    text("X-Api-Key")),
        "auth=key"));
    all.push_back(shownWhen(choice("key_in", QT_TRANSLATE_NOOP("Parameter", "Sent in"), "header",
                                   {{text("header"), QT_TRANSLATE_NOOP("Parameter", "A header")},
                                    {text("query"), QT_TRANSLATE_NOOP("Parameter", "The address")}}),
                            "auth=key"));
}

void addPaging(Parameters &all)
{
    all.push_back(choice("paging", QT_TRANSLATE_NOOP("Parameter", "Pages"), "none",
                         {{text("none"), QT_TRANSLATE_NOOP("Parameter", "One answer")},
                          {text("link"), QT_TRANSLATE_NOOP("Parameter", "Next link")},
                          {text("page"), QT_TRANSLATE_NOOP("Parameter", "Page number")},
                          {text("offset"), QT_TRANSLATE_NOOP("Parameter", "Offset")},
                          {text("cursor"), QT_TRANSLATE_NOOP("Parameter", "Cursor")}}));
    all.push_back(shownWhen(declare("next", ParameterKind::Path, QT_TRANSLATE_NOOP("Parameter", "Next link at"),
                                    QT_TRANSLATE_NOOP("Parameter", "Path in the answer. Empty: the Link header.")),
                            "paging=link"));
    all.push_back(shownWhen(
        declare("page_param", ParameterKind::Text, QT_TRANSLATE_NOOP("Parameter", "Query parameter"),
                QT_TRANSLATE_NOOP(
                    "Parameter",
                    "That carries the page, offset or cursor. {page}, {offset} and {cursor} work anywhere else.")),
        "paging=page|offset|cursor"));
    all.push_back(shownWhen(
        withDefault(declare("first_page", ParameterKind::Integer, QT_TRANSLATE_NOOP("Parameter", "First page")), 1),
        "paging=page"));
    all.push_back(shownWhen(
        declare("page_size", ParameterKind::Integer, QT_TRANSLATE_NOOP("Parameter", "Records a page"),
                QT_TRANSLATE_NOOP("Parameter", "A shorter page is the last. Empty: read until a page is empty.")),
        "paging=page|offset|cursor"));
    all.push_back(shownWhen(declare("size_param", ParameterKind::Text,
                                    QT_TRANSLATE_NOOP("Parameter", "Query parameter of the page's size")),
                            "paging=page|offset|cursor"));
    all.push_back(shownWhen(choice("cursor_from", QT_TRANSLATE_NOOP("Parameter", "Cursor from"), "body",
                                   {{text("body"), QT_TRANSLATE_NOOP("Parameter", "The answer")},
                                    {text("header"), QT_TRANSLATE_NOOP("Parameter", "A header")},
                                    {text("record"), QT_TRANSLATE_NOOP("Parameter", "The last record")}}),
                            "paging=cursor"));
    all.push_back(shownWhen(
        required(declare("cursor_at", ParameterKind::Text, QT_TRANSLATE_NOOP("Parameter", "Cursor at"),
                         QT_TRANSLATE_NOOP("Parameter", "A path ($.next_cursor), a header's name or a field."))),
        "paging=cursor"));
    all.push_back(shownWhen(declare("has_more", ParameterKind::Path, QT_TRANSLATE_NOOP("Parameter", "More pages while"),
                                    QT_TRANSLATE_NOOP("Parameter", "Path of a flag that is false on the last page.")),
                            "paging=link|page|offset|cursor"));
    Parameter pages = withDefault(
        declare("max_pages", ParameterKind::Integer, QT_TRANSLATE_NOOP("Parameter", "Pages at most")), 1'000);
    pages.minimum = 1;
    pages.maximum = 100'000;
    all.push_back(shownWhen(advanced(pages), "paging=link|page|offset|cursor"));
}

} // namespace

Parameter declare(const char *name, ParameterKind kind, const char *label, const char *help)
{
    Parameter parameter;
    parameter.name = QString::fromLatin1(name);
    parameter.kind = kind;
    parameter.label = label;
    parameter.help = help;
    return parameter;
}

Parameters httpParameters()
{
    Parameters all;
    all.push_back(required(declare("url", ParameterKind::Url, QT_TRANSLATE_NOOP("Parameter", "Address"),
                                   QT_TRANSLATE_NOOP("Parameter", "{now}, {cursor} and {last.field} are filled in."))));
    all.push_back(choice("method", QT_TRANSLATE_NOOP("Parameter", "Method"), "GET",
                         {{text("GET"), "GET"},
                          {text("POST"), "POST"},
                          {text("PUT"), "PUT"},
                          {text("PATCH"), "PATCH"},
                          {text("DELETE"), "DELETE"},
                          {text("HEAD"), "HEAD"}}));
    all.push_back(declare("query", ParameterKind::TextMap, QT_TRANSLATE_NOOP("Parameter", "Query")));
    all.push_back(declare("headers", ParameterKind::TextMap, QT_TRANSLATE_NOOP("Parameter", "Headers")));
    all.push_back(shownWhen(declare("body", ParameterKind::LongText, QT_TRANSLATE_NOOP("Parameter", "Body")),
                            "method=POST|PUT|PATCH"));
    addAuthentication(all);
    addPaging(all);
    all.push_back(advanced(
        withDefault(declare("conditional", ParameterKind::Toggle, QT_TRANSLATE_NOOP("Parameter", "Only when changed"),
                            QT_TRANSLATE_NOOP("Parameter", "Uses ETag and Last-Modified.")),
                    true)));
    all.push_back(
        advanced(withDefault(declare("max_age", ParameterKind::Toggle,
                                     QT_TRANSLATE_NOOP("Parameter", "Wait as long as the answer stays fresh")),
                             false)));
    all.push_back(advanced(declare("poll_header", ParameterKind::Text,
                                   QT_TRANSLATE_NOOP("Parameter", "Header with the seconds to wait"))));
    all.push_back(advanced(
        withDefault(declare("timeout", ParameterKind::Duration, QT_TRANSLATE_NOOP("Parameter", "Time for an answer")),
                    text("30s"))));
    all.push_back(advanced(withDefault(
        declare("max_bytes", ParameterKind::Bytes, QT_TRANSLATE_NOOP("Parameter", "Size of an answer at most")),
        text("64 MiB"))));
    return all;
}

} // namespace dash

// HTTP polling: one request, or as many as there are pages; only what changed where the server can tell.

#include "core/engine/parameters.h"
#include "core/engine/sources/http_paging.h"
#include "core/engine/sources/http_parameters.h"
#include "core/engine/sources/sources.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrlQuery>

#include <set>

namespace dash {

namespace {

QLatin1StringView key(const char *name)
{
    return QLatin1StringView(name);
}

// Ends a pause of the work clock however the wait ends.
class NetworkWait {
public:
    explicit NetworkWait(Budget &budget)
        : m_budget(budget)
    {
        m_budget.pauseClock();
    }
    ~NetworkWait() { m_budget.resumeClock(); }
    NetworkWait(const NetworkWait &) = delete;
    NetworkWait &operator=(const NetworkWait &) = delete;

private:
    Budget &m_budget;
};

QString adviceFor(int status)
{
    if (status == 401)
        return QStringLiteral("Check the key or password.");
    if (status == 403)
        return QStringLiteral("The key may not read this.");
    if (status == 404)
        return QStringLiteral("Check the address.");
    if (status == 429)
        return QStringLiteral("It asks for fewer requests and is tried again later.");
    if (status >= 500)
        return QStringLiteral("The fault is on its side. It is tried again.");
    return QStringLiteral("Check the request's settings.");
}

class HttpSource final : public Source {
public:
    HttpSource(const QJsonObject &config, const QString &node)
        : m_config(config)
        , m_state(QStringLiteral("cursor/") + node)
    {
    }

    Result<> read(RunContext &context, SourceOutput &out) override
    {
        m_memory = {};
        if (const auto kept = context.state.find(m_state); kept != context.state.end())
            m_memory = QJsonDocument::fromJson(kept->second).object();
        m_last = m_memory[key("last")].toObject();
        m_values = {{QStringLiteral("now"), isoUtc(toMs(context.clock.now()))}};
        m_pageValues = {};
        m_seen.clear();
        m_records = 0;
        out.watch([this](const Batch &rows) {
            m_pageRows += static_cast<qint64>(rows.rows);
            m_lastRows = rows;
            rememberLast(rows);
        });
        QUrl link;
        const qint64 maxPages = std::max<qint64>(1, m_config.integer(key("max_pages")));
        for (qint64 page = 0;; ++page) {
            Result<HttpRequest> request = build(context, page, link);
            if (!request)
                return fail(request.error());
            Result<HttpResponse> response = [&] {
                const NetworkWait wait(context.budget);
                return context.http.send(*request, context.budget.cancel());
            }();
            if (!response)
                return fail(response.error());
            hint(context, *response);
            if (response->status == 304)
                break;
            if (response->status < 200 || response->status >= 300)
                return fail(ErrorCode::HttpStatus, {{key("host"), request->url.host()},
                                                    {key("status"), QString::number(response->status)},
                                                    {key("reason"), adviceFor(response->status)}});
            if (page == 0)
                rememberValidators(*response);
            m_pageRows = 0;
            m_lastRows = {};
            Result<> given = out.bytes(response->body, true, response->url.path(), response->header("content-type"));
            if (!given)
                return given;
            if (context.mode == RunMode::Sample)
                return {};
            Result<bool> more = next(*response, m_pageRows + out.refused(), link);
            if (!more)
                return fail(more.error());
            if (!*more)
                break;
            if (page + 1 >= maxPages)
                return paging(
                    QStringLiteral("there are more than %1 pages. Raise the limit or ask for less.").arg(maxPages));
            if (Result<> within = context.budget.check(); !within)
                return within;
        }
        m_memory.insert(QStringLiteral("last"), m_last);
        if (context.mode == RunMode::Full)
            context.newState[m_state] = QJsonDocument(m_memory).toJson(QJsonDocument::Compact);
        return {};
    }

private:
    static Failure paging(const QString &reason) { return fail(ErrorCode::HttpPaging, {{key("reason"), reason}}); }

    // Fills {now}, {cursor}, {page}, {offset}, {last.field}. `known` becomes false when one of them has no value yet.
    QString filled(const QString &text, bool *known = nullptr) const
    {
        static const QRegularExpression placeholder(QStringLiteral("\\{(now|cursor|page|offset|last\\.[^{}]+)\\}"));
        QString out;
        qsizetype from = 0;
        for (auto found = placeholder.globalMatch(text); found.hasNext();) {
            const QRegularExpressionMatch match = found.next();
            const QString name = match.captured(1);
            QString value = name.startsWith(QStringLiteral("last.")) ? m_last[name.mid(5)].toString()
                                                                     : m_values.value(name, m_pageValues.value(name));
            if (name == QStringLiteral("cursor") && value.isEmpty())
                value = m_memory[key("cursor")].toString();
            if (value.isEmpty() && known != nullptr)
                *known = false;
            out += text.mid(from, match.capturedStart() - from) + value;
            from = match.capturedEnd();
        }
        return out + text.mid(from);
    }

    Result<HttpRequest> build(RunContext &context, qint64 page, const QUrl &link)
    {
        m_pageValues.insert(QStringLiteral("page"), QString::number(m_config.integer(key("first_page")) + page));
        m_pageValues.insert(QStringLiteral("offset"), QString::number(m_records));
        HttpRequest request;
        request.method = m_config.text(key("method")).toLatin1();
        if (request.method.isEmpty())
            request.method = "GET";
        request.timeout = m_config.duration(key("timeout"));
        if (request.timeout.count() <= 0)
            request.timeout = Millis(30'000);
        if (const qint64 bytes = m_config.bytes(key("max_bytes")); bytes > 0)
            request.maxBytes = bytes;
        request.url = link.isEmpty() ? QUrl(filled(m_config.text(key("url"))), QUrl::StrictMode) : link;
        const QJsonObject headers = m_config.json()[key("headers")].toObject();
        for (auto header = headers.begin(); header != headers.end(); ++header) {
            const QString name = header.key();
            const Result<QString> value = plainOrSecret(context, header.value());
            if (!value)
                return fail(value.error());
            const QString text = header.value().isString() ? filled(*value) : *value;
            if (text.contains(u'\n') || text.contains(u'\r') || name.contains(u'\n') || name.contains(u'\r'))
                return fail(ErrorCode::InvalidValue, {{key("value"), name},
                                                      {key("field"), QStringLiteral("headers")},
                                                      {key("reason"), QStringLiteral("a header is one line")}});
            request.headers.emplace_back(name.toLatin1(), text.toUtf8());
        }
        request.body = filled(m_config.text(key("body"))).toUtf8();
        if (link.isEmpty()) {
            if (Result<> added = addQuery(context, request, page); !added)
                return fail(added.error());
        }
        const QByteArray etag = m_memory[key("etag")].toString().toLatin1();
        const QByteArray modified = m_memory[key("modified")].toString().toLatin1();
        if (page == 0 && context.mode == RunMode::Full && request.method == "GET" &&
            m_config.toggle(key("conditional"))) {
            if (!etag.isEmpty())
                request.headers.emplace_back("If-None-Match", etag);
            else if (!modified.isEmpty())
                request.headers.emplace_back("If-Modified-Since", modified);
        }
        if (Result<> signedIn = authorise(context, request); !signedIn)
            return fail(signedIn.error());
        return request;
    }

    // {"secret": "name"} stands for the secret's value.
    static Result<QString> plainOrSecret(RunContext &context, const QJsonValue &value)
    {
        if (value.isString())
            return value.toString();
        const auto secret = context.secrets.secret(value.toObject()[key("secret")].toString());
        if (!secret)
            return fail(secret.error());
        return QString::fromUtf8(secret->trimmed());
    }

    // 0: nobody knows how many records a full page has.
    qint64 pageSize() const
    {
        constexpr qint64 kAsked = 100;
        const qint64 own = m_config.integer(key("page_size"));
        return own > 0 ? own : m_config.text(key("size_param")).isEmpty() ? 0 : kAsked;
    }

    static void setQuery(QUrlQuery &query, const QString &name, const QString &value)
    {
        query.removeQueryItem(name);
        query.addQueryItem(QString::fromLatin1(QUrl::toPercentEncoding(name)),
                           QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }

    Result<> addQuery(RunContext &context, HttpRequest &request, qint64 page) const
    {
        QUrlQuery query(request.url);
        const QJsonObject items = m_config.json()[key("query")].toObject();
        for (auto item = items.begin(); item != items.end(); ++item) {
            const Result<QString> value = plainOrSecret(context, item.value());
            if (!value)
                return fail(value.error());
            bool known = true;
            const QString text = item.value().isString() ? filled(*value, &known) : *value;
            if (known) // a first run has nothing to continue from
                setQuery(query, item.key(), text);
        }
        const QString kind = m_config.text(key("paging"));
        const QString sizeName = m_config.text(key("size_param"));
        if (kind != QStringLiteral("none") && !kind.isEmpty() && !sizeName.isEmpty())
            setQuery(query, sizeName, QString::number(pageSize()));
        const QString name = m_config.text(key("page_param"));
        if (kind == QStringLiteral("page") && !name.isEmpty())
            setQuery(query, name, m_pageValues.value(QStringLiteral("page")));
        if (kind == QStringLiteral("offset") && !name.isEmpty())
            setQuery(query, name, m_pageValues.value(QStringLiteral("offset")));
        const QString cursor = m_pageValues.value(QStringLiteral("cursor"));
        if (kind == QStringLiteral("cursor") && !name.isEmpty() && page > 0 && !cursor.isEmpty())
            setQuery(query, name, cursor);
        if (!query.isEmpty())
            request.url.setQuery(query);
        return {};
    }

    Result<> authorise(RunContext &context, HttpRequest &request) const
    {
        const QString kind = m_config.text(key("auth"));
        if (kind.isEmpty() || kind == QStringLiteral("none"))
            return {};
        const char *field = kind == QStringLiteral("bearer")  ? "token"
                            : kind == QStringLiteral("basic") ? "password"
                                                              : "key";
        QByteArray secret;
        if (const QString name = m_config.secret(key(field)); !name.isEmpty()) {
            Result<QByteArray> found = context.secrets.secret(name);
            if (!found)
                return fail(found.error());
            secret = found->trimmed();
        }
        if (secret.contains('\n') || secret.contains('\r'))
            return fail(ErrorCode::InvalidValue,
                        {{key("value"), QString::fromLatin1(field)},
                         {key("field"), QStringLiteral("auth")},
                         {key("reason"), QStringLiteral("a secret sent in a header is one line")}});
        if (kind == QStringLiteral("bearer")) {
            request.headers.emplace_back("Authorization", "Bearer " + secret);
        } else if (kind == QStringLiteral("basic")) {
            request.headers.emplace_back(
                "Authorization", "Basic " + QByteArray(m_config.text(key("user")).toUtf8() + ':' + secret).toBase64());
        } else if (m_config.is(key("key_in"), key("query"))) {
            QUrlQuery query(request.url);
            setQuery(query, m_config.text(key("key_name")), QString::fromUtf8(secret));
            request.url.setQuery(query);
        } else {
            request.headers.emplace_back(m_config.text(key("key_name")).toLatin1(), secret);
        }
        return {};
    }

    void rememberValidators(const HttpResponse &response)
    {
        m_memory.insert(QStringLiteral("etag"), QString::fromLatin1(response.header("etag")));
        m_memory.insert(QStringLiteral("modified"), QString::fromLatin1(response.header("last-modified")));
    }

    // The greatest value of every field that a {last.…} names.
    void rememberLast(const Batch &batch)
    {
        static const QRegularExpression placeholder(QStringLiteral("\\{last\\.([^{}]+)\\}"));
        QString all = m_config.text(key("url")) + m_config.text(key("body"));
        for (const char *map : {"query", "headers"}) {
            for (const auto &[name, value] : m_config.textMap(key(map)))
                all += u' ' + value;
        }
        for (auto found = placeholder.globalMatch(all); found.hasNext();) {
            const QString field = found.next().captured(1);
            const std::optional<QString> value = greatest(batch, field);
            if (value && (!m_last.contains(field) || comesAfter(*value, m_last[field].toString())))
                m_last.insert(field, *value);
        }
    }

    // How long to wait before the next poll: what the server asks for, and its caching where wanted.
    void hint(RunContext &context, const HttpResponse &response) const
    {
        std::optional<Millis> wait = retryAfter(response.header("retry-after"), context.clock.now());
        const QString own = m_config.text(key("poll_header"));
        if (!wait && !own.isEmpty())
            wait = retryAfter(response.header(own.toLower().toLatin1()), context.clock.now());
        if (!wait && m_config.toggle(key("max_age"))) {
            for (const QByteArray &part : response.header("cache-control").split(',')) {
                if (part.trimmed().startsWith("max-age="))
                    wait = retryAfter(part.trimmed().mid(8), context.clock.now());
            }
        }
        if (!wait && (response.status == 429 || response.status == 503))
            wait = Millis(30'000);
        if (wait && (!context.pollHint || *wait > *context.pollHint))
            context.pollHint = wait;
    }

    // Whether another page follows; prepares its link or cursor.
    Result<bool> next(const HttpResponse &response, qint64 records, QUrl &link)
    {
        const QString kind = m_config.text(key("paging"));
        if (kind.isEmpty() || kind == QStringLiteral("none"))
            return false;
        if (const QString flag = m_config.text(key("has_more")); !flag.isEmpty()) {
            const QString value = bodyValue(response.body, flag).value_or(QStringLiteral("false"));
            if (value == QStringLiteral("false") || value == QStringLiteral("0") || value.isEmpty())
                return finished(kind == QStringLiteral("cursor") ? cursorOf(response) : std::nullopt);
        }
        if (kind == QStringLiteral("link"))
            return nextByLink(response, link);
        if (kind == QStringLiteral("page") || kind == QStringLiteral("offset")) {
            m_records += records;
            return records > 0 && records >= pageSize();
        }
        return nextByCursor(response);
    }

    // The next run's {cursor}: where the last page ends, else where it began.
    Result<bool> finished(const std::optional<QString> &last = std::nullopt)
    {
        const QString cursor = last && !last->isEmpty() ? *last : m_pageValues.value(QStringLiteral("cursor"));
        if (!cursor.isEmpty())
            m_memory.insert(QStringLiteral("cursor"), cursor);
        return false;
    }

    Result<bool> nextByLink(const HttpResponse &response, QUrl &link)
    {
        const QString path = m_config.text(key("next"));
        const std::optional<QString> text =
            path.isEmpty() ? nextLink(response.header("link")) : bodyValue(response.body, path);
        if (!text || text->isEmpty())
            return false;
        const QUrl target = response.url.resolved(QUrl(*text));
        if (target.host() != response.url.host() || target.scheme() != response.url.scheme() ||
            target.port() != response.url.port())
            return paging(QStringLiteral("the next page is on another host (%1).").arg(target.host()));
        if (!m_seen.insert(target.toString()).second)
            return paging(QStringLiteral("the next link leads back to a page that was read already."));
        link = target;
        return true;
    }

    std::optional<QString> cursorOf(const HttpResponse &response) const
    {
        const QString from = m_config.text(key("cursor_from"));
        const QString where = m_config.text(key("cursor_at"));
        if (from == QStringLiteral("header"))
            return QString::fromUtf8(response.header(where.toLower().toLatin1()));
        if (from != QStringLiteral("record"))
            return bodyValue(response.body, where);
        const Column *column = m_lastRows.rows == 0 ? nullptr : m_lastRows.column(where);
        if (column == nullptr || column->isNull(m_lastRows.rows - 1))
            return std::nullopt;
        return QString::fromStdString(cellText(*column, m_lastRows.rows - 1));
    }

    Result<bool> nextByCursor(const HttpResponse &response)
    {
        const std::optional<QString> value = cursorOf(response);
        if (!value || value->isEmpty())
            return finished();
        if (!m_seen.insert(*value).second)
            return paging(QStringLiteral("the cursor %1 came a second time.").arg(value->left(60)));
        m_pageValues.insert(QStringLiteral("cursor"), *value);
        return true;
    }

    ConfigReader m_config;
    QString m_state;
    QJsonObject m_memory; // etag, modified, cursor, last
    QJsonObject m_last;
    QMap<QString, QString> m_values;
    QMap<QString, QString> m_pageValues;
    std::set<QString> m_seen;
    qint64 m_records = 0;  // of all pages so far
    qint64 m_pageRows = 0; // of this page
    Batch m_lastRows;      // the last of them
};

} // namespace

SourceType httpSource()
{
    SourceType type;
    type.type = "http";
    type.label = QT_TRANSLATE_NOOP("Engine", "HTTP");
    type.icon = "http";
    type.help = QT_TRANSLATE_NOOP("Engine", "Asks an address again and again, page by page, for what is new.");
    type.parameters = httpParameters();
    type.create = [](const QJsonObject &config, const QString &node) -> Result<std::unique_ptr<Source>> {
        return std::make_unique<HttpSource>(config, node);
    };
    return type;
}

} // namespace dash

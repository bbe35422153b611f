#pragma once
// A RunContext with everything outside replaced, and short ways to run a format or a source in it.

#include "core/engine/registry.h"
#include "tests/support/kit.h"

namespace dash::test {

class FixedRandom final : public RandomSource {
public:
    void fill(std::span<unsigned char> out) override
    {
        for (unsigned char &byte : out)
            byte = ++m_next;
    }

private:
    unsigned char m_next = 0;
};

class MapSecrets final : public SecretSource {
public:
    std::map<QString, QByteArray> values;
    Result<QByteArray> secret(const QString &name) override
    {
        const auto found = values.find(name);
        if (found == values.end())
            return fail(ErrorCode::SecretMissing, {{QLatin1StringView("name"), name}});
        return found->second;
    }
};

// For tests that must not touch the network.
class NoHttp final : public HttpClient {
public:
    Result<HttpResponse> send(const HttpRequest &, const CancelToken &) override
    {
        return fail(ErrorCode::NetworkUnreachable);
    }
};

struct EngineWorld {
    ManualClock clock;
    FixedRandom random;
    NoHttp noHttp;
    MapSecrets secrets;
    CancelToken cancel;
    Budget budget{clock, Millis(600'000), 100'000'000, 4'000'000'000, cancel};
    RunContext context;

    EngineWorld()
        : EngineWorld(nullptr)
    {
    }
    explicit EngineWorld(HttpClient *http)
        : context{clock, random, http != nullptr ? *http : noHttp, secrets, budget, RunMode::Full, {}, 1'000, {},
                  {},    {}}
    {
    }
    // What a committed run does with the state.
    void commit()
    {
        for (auto &[key, value] : context.newState)
            context.state[key] = value;
        context.newState.clear();
    }
};

struct Decoded {
    Batch rows;
    Rejects rejects;
    std::optional<Error> error;
    std::vector<std::size_t> batchRows;

    QString code() const { return error ? QString(errorCodeText(error->code)) : QStringLiteral("ok"); }
    // "int64 double text": types of the fields in order.
    QString types() const
    {
        QStringList names;
        for (const Field &field : rows.fields)
            names.append(QString(columnTypeName(field.column->type)));
        return names.join(u' ');
    }
    QString names() const
    {
        QStringList all;
        for (const Field &field : rows.fields)
            all.append(field.name);
        return all.join(u'|');
    }
    QString cell(const char *field, std::size_t row) const
    {
        const Column *column = rows.column(QString::fromUtf8(field));
        if (column == nullptr)
            return QStringLiteral("(no field)");
        return column->isNull(row) ? QStringLiteral("(null)") : QString::fromStdString(cellText(*column, row));
    }
};

// The document in portions of `step` bytes (0: at once).
inline Decoded decode(const FormatType &format, const QByteArray &document, const QJsonObject &config = {},
                      qsizetype step = 0)
{
    EngineWorld world;
    Decoded out;
    auto decoder = format.create(config, world.context);
    if (!decoder) {
        out.error = decoder.error();
        return out;
    }
    std::vector<Batch> batches;
    const auto take = [&](Batch batch) -> Result<> {
        out.batchRows.push_back(batch.rows);
        batches.push_back(std::move(batch));
        return {};
    };
    const qsizetype size = step == 0 ? std::max<qsizetype>(document.size(), 1) : step;
    for (qsizetype at = 0;; at += size) {
        const QByteArrayView part = QByteArrayView(document).sliced(at, std::min(size, document.size() - at));
        const bool last = at + size >= document.size();
        const Result<> decoded = (*decoder)->decode(part, last, take, out.rejects);
        if (!decoded) {
            out.error = decoded.error();
            break;
        }
        if (last)
            break;
    }
    if (!batches.empty())
        out.rows = concatenate(batches);
    return out;
}

} // namespace dash::test

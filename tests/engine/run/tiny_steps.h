#pragma once
// Tiny sources, formats, steps and sinks that show what a run does with well and badly behaved ones.

#include "core/engine/registry.h"

namespace dash::test {

// Sources: "numbers" {count} gives rows n = 0 … count-1 in batches of ten, cursor and all; "document" {text} gives
// bytes through a format. Format "lines": a row {line} per line, "bad" is refused. Steps: "double" n → 2n, "odd"
// refuses even n, "throw", "endless" (checks its budget), "sum" keeps state. Sink "notes": a delivery per batch.
Registry tinyRegistry();

class NoHttp final : public HttpClient {
public:
    Result<HttpResponse> send(const HttpRequest &request, const CancelToken &) override
    {
        return fail(ErrorCode::NetworkUnreachable, {{QLatin1StringView("host"), request.url.host()}});
    }
};

class NoSecrets final : public SecretSource {
public:
    Result<QByteArray> secret(const QString &name) override
    {
        return fail(ErrorCode::SecretMissing, {{QLatin1StringView("name"), name}});
    }
};

} // namespace dash::test

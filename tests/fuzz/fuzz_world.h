#pragma once
// What decoders and steps are given from outside, without an outside.

#include "core/engine/context.h"

namespace dash::fuzz {

class NoHttp final : public HttpClient {
public:
    Result<HttpResponse> send(const HttpRequest &, const CancelToken &) override
    {
        return fail(ErrorCode::NetworkUnreachable);
    }
};

class NoSecrets final : public SecretSource {
public:
    Result<QByteArray> secret(const QString &) override { return fail(ErrorCode::SecretMissing); }
};

class NoRandom final : public RandomSource {
public:
    void fill(std::span<unsigned char> out) override
    {
        std::fill(out.begin(), out.end(), static_cast<unsigned char>(7));
    }
};

struct World {
    ManualClock clock;
    NoRandom random;
    NoHttp http;
    NoSecrets secrets;
    Budget budget{clock, Millis(60'000), 10'000'000, 1'000'000'000, {}};
    RunContext context{clock, random, http, secrets, budget};
};

} // namespace dash::fuzz

// JSON, NDJSON and web forms of any bytes; the first byte says which, and how it is torn.

#include "core/engine/formats/formats.h"
#include "tests/fuzz/fuzz_format.h"

using namespace dash;
using namespace dash::fuzz;

static void fuzzJson(Input input)
{
    if (input.size() < 2)
        return;
    const std::uint8_t how = input[0];
    QJsonObject config;
    if ((how & 0x20) != 0)
        config.insert(QStringLiteral("numbers"), QStringLiteral("decimal"));
    const QByteArrayView bytes(reinterpret_cast<const char *>(input.data()) + 1,
                               static_cast<qsizetype>(input.size() - 1));
    const qsizetype portion = 1 + (how & 0x1f);
    switch (how >> 6) {
    case 0:
        decodeBothWays(jsonFormat(), config, bytes, portion);
        break;
    case 1:
        config.insert(QStringLiteral("records"), QStringLiteral("$.data[*]"));
        decodeBothWays(jsonFormat(), config, bytes, portion);
        break;
    case 2:
        decodeBothWays(ndjsonFormat(), config, bytes, portion);
        break;
    default:
        decodeBothWays(formFormat(), {}, bytes, portion);
        break;
    }
}

DASH_FUZZ(json, fuzzJson)

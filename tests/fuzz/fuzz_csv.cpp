// CSV and TSV of any bytes; the first byte says how it is torn and what is fixed instead of guessed.

#include "core/engine/formats/formats.h"
#include "tests/fuzz/fuzz_format.h"

using namespace dash;
using namespace dash::fuzz;

static void fuzzCsv(Input input)
{
    if (input.size() < 2)
        return;
    const std::uint8_t how = input[0];
    QJsonObject config;
    if ((how & 0x20) != 0)
        config.insert(QStringLiteral("header"), QStringLiteral("no"));
    if ((how & 0x40) != 0)
        config.insert(QStringLiteral("encoding"), QStringLiteral("windows-1252"));
    const QByteArrayView bytes(reinterpret_cast<const char *>(input.data()) + 1,
                               static_cast<qsizetype>(input.size() - 1));
    decodeBothWays((how & 0x80) != 0 ? tsvFormat() : csvFormat(), config, bytes, 1 + (how & 0x1f));
}

DASH_FUZZ(csv, fuzzCsv)

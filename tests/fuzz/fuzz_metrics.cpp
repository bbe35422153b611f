// OpenMetrics and Prometheus text of any bytes; the first byte says how it is torn.

#include "core/engine/formats/formats.h"
#include "tests/fuzz/fuzz_format.h"

using namespace dash;
using namespace dash::fuzz;

static void fuzzMetrics(Input input)
{
    if (input.size() < 2)
        return;
    const QByteArrayView bytes(reinterpret_cast<const char *>(input.data()) + 1,
                               static_cast<qsizetype>(input.size() - 1));
    decodeBothWays(openMetricsFormat(), {}, bytes, 1 + (input[0] & 0x1f));
}

DASH_FUZZ(metrics, fuzzMetrics)

// A pipeline definition of any bytes: refused, or judged with sentences; what is read is written and read again the
// same.

#include "core/engine/host.h"
#include "core/engine/registry.h"
#include "tests/fuzz/fuzz_target.h"

#include <cstdlib>

using namespace dash;
using namespace dash::fuzz;

static void fuzzDefinition(Input input)
{
    static const Registry registry = builtinRegistry();
    const QByteArray bytes(reinterpret_cast<const char *>(input.data()), static_cast<qsizetype>(input.size()));
    const auto pipeline = parsePipeline(bytes);
    if (!pipeline) {
        if (errorSentence(pipeline.error()).isEmpty())
            std::abort();
        return;
    }
    const auto again = parsePipeline(pipelineText(*pipeline));
    if (!again || !(*again == *pipeline))
        std::abort();
    for (const Error &error : checkPipeline(*pipeline, registry)) {
        if (errorSentence(error).isEmpty())
            std::abort();
    }
}

DASH_FUZZ(definition, fuzzDefinition)

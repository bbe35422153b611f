#pragma once
// One source, two uses: a libFuzzer target (preset fuzz: build/fuzz/bin/fuzz_NAME FOLDER), and a subject of
// fuzz_replay, which every test run feeds the kept inputs of corpus/NAME. A new crash becomes a file there.

#include <cstddef>
#include <cstdint>
#include <span>

namespace dash::fuzz {

using Input = std::span<const std::uint8_t>;
int registerTarget(const char *name, void (*run)(Input));

} // namespace dash::fuzz

#ifdef DASH_FUZZ_REPLAY
#define DASH_FUZZ(name, run)                                                                                           \
    [[maybe_unused]] static const int registered_##name = dash::fuzz::registerTarget(#name, run);
#else
#define DASH_FUZZ(name, run)                                                                                           \
    extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)                                  \
    {                                                                                                                  \
        run(dash::fuzz::Input(data, size));                                                                            \
        return 0;                                                                                                      \
    }
#endif

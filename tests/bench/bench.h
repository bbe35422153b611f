#pragma once
// dash-bench: measures the figures of the product. One file per subject, one DASH_BENCH line each; prints
// name, value, unit, goal and, where one was measured in the same run, the peer.

#include <QString>

#include <chrono>
#include <functional>

namespace dash::bench {

struct Figure {
    const char *name;
    double value;
    const char *unit;
    const char *goal; // "≥ 3" …; empty without one
    QString peer;     // "SQLite rows 0.8"; empty without one
};
void report(const Figure &figure);

int registerBench(const char *name, std::function<void()> run);

class Stopwatch {
public:
    double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count(); }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

} // namespace dash::bench

#define DASH_BENCH(name, function)                                                                                     \
    [[maybe_unused]] static const int registered_##name = dash::bench::registerBench(#name, function);

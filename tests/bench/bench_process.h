#pragma once
// What a process costs, as the system counts it. Linux only; elsewhere the functions return nothing.

#include <QtGlobal>

#include <optional>
#include <vector>

namespace dash::bench {

// Milliseconds of processor time of the calling thread.
std::optional<double> threadCpuMs();
// Bytes resident; `process` 0 is this one.
std::optional<qint64> residentBytes(qint64 process = 0);
// Empties the system's page cache; false where that is not allowed.
bool dropPageCache();

// The value below which the share `p` of the values lies; 0 for none.
double percentile(std::vector<double> values, double p);

} // namespace dash::bench

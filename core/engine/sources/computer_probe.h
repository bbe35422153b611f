#pragma once
// What the operating system counts about this computer. One platform file each, free of Qt. Counters only grow; rates
// are the difference of two readings. A number the system does not tell is −1.

#include <cstdint>
#include <string>
#include <vector>

namespace dash {

struct ComputerDisk {
    std::string mount; // "/", "C:\\"
    std::int64_t totalBytes = 0;
    std::int64_t freeBytes = 0; // for ordinary users
};

struct ComputerReading {
    // Processor time of all cores together, in any one unit.
    std::int64_t cpuUser = -1;
    std::int64_t cpuSystem = -1;
    std::int64_t cpuWait = -1; // waiting for disks
    std::int64_t cpuTotal = -1;
    std::int64_t memoryTotal = -1;
    std::int64_t memoryUsed = -1;
    std::int64_t memoryCached = -1;
    std::int64_t diskRead = -1;    // bytes
    std::int64_t diskWritten = -1; // bytes
    std::int64_t diskBusyMs = -1;  // of the busiest disk
    std::int64_t networkIn = -1;   // bytes, without loopback
    std::int64_t networkOut = -1;
    std::vector<ComputerDisk> disks;
};

ComputerReading readComputer();

} // namespace dash

#include "core/engine/sources/computer_probe.h"

#define WIN32_LEAN_AND_MEAN
#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <winsock2.h>

#include <windows.h>

#include <iphlpapi.h>
#include <netioapi.h>
#include <psapi.h>
#include <winioctl.h>

#include <algorithm>
#include <cstring>

namespace dash {

namespace {

std::int64_t fileTime(const FILETIME &time)
{
    return (static_cast<std::int64_t>(time.dwHighDateTime) << 32) | static_cast<std::int64_t>(time.dwLowDateTime);
}

void readCpu(ComputerReading &out)
{
    FILETIME idle, kernel, user;
    if (!GetSystemTimes(&idle, &kernel, &user))
        return;
    out.cpuUser = fileTime(user);
    out.cpuSystem = fileTime(kernel) - fileTime(idle); // kernel time contains the idle time
    out.cpuTotal = fileTime(user) + fileTime(kernel);
}

void readMemory(ComputerReading &out)
{
    MEMORYSTATUSEX status = {};
    status.dwLength = sizeof status;
    if (!GlobalMemoryStatusEx(&status))
        return;
    out.memoryTotal = static_cast<std::int64_t>(status.ullTotalPhys);
    out.memoryUsed = static_cast<std::int64_t>(status.ullTotalPhys - status.ullAvailPhys);
    PERFORMANCE_INFORMATION info = {};
    if (GetPerformanceInfo(&info, sizeof info))
        out.memoryCached = static_cast<std::int64_t>(info.SystemCache) * static_cast<std::int64_t>(info.PageSize);
}

void readDisks(ComputerReading &out)
{
    for (int number = 0; number < 32; ++number) {
        const std::wstring path = L"\\\\.\\PhysicalDrive" + std::to_wstring(number);
        const HANDLE disk =
            CreateFileW(path.c_str(), 0, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_EXISTING, 0, nullptr);
        if (disk == INVALID_HANDLE_VALUE)
            continue;
        DISK_PERFORMANCE counters = {};
        DWORD size = 0;
        if (DeviceIoControl(disk, IOCTL_DISK_PERFORMANCE, nullptr, 0, &counters, sizeof counters, &size, nullptr)) {
            out.diskRead = std::max<std::int64_t>(out.diskRead, 0) + counters.BytesRead.QuadPart;
            out.diskWritten = std::max<std::int64_t>(out.diskWritten, 0) + counters.BytesWritten.QuadPart;
            const std::int64_t busy = (counters.QueryTime.QuadPart - counters.IdleTime.QuadPart) / 10'000;
            out.diskBusyMs = std::max(out.diskBusyMs, busy);
        }
        CloseHandle(disk);
    }
}

void readNetwork(ComputerReading &out)
{
    MIB_IF_TABLE2 *table = nullptr;
    if (GetIfTable2(&table) != NO_ERROR)
        return;
    out.networkIn = 0;
    out.networkOut = 0;
    for (ULONG i = 0; i < table->NumEntries; ++i) {
        const MIB_IF_ROW2 &row = table->Table[i];
        // Filter drivers repeat their adapter's counters.
        if (row.Type == IF_TYPE_SOFTWARE_LOOPBACK || !row.InterfaceAndOperStatusFlags.HardwareInterface)
            continue;
        out.networkIn += static_cast<std::int64_t>(row.InOctets);
        out.networkOut += static_cast<std::int64_t>(row.OutOctets);
    }
    FreeMibTable(table);
}

void readMounts(ComputerReading &out)
{
    const DWORD drives = GetLogicalDrives();
    for (char letter = 'A'; letter <= 'Z'; ++letter) {
        if ((drives & (1U << (letter - 'A'))) == 0)
            continue;
        const std::string root = std::string(1, letter) + ":\\";
        ULARGE_INTEGER available, total;
        if (GetDriveTypeA(root.c_str()) != DRIVE_FIXED ||
            !GetDiskFreeSpaceExA(root.c_str(), &available, &total, nullptr))
            continue;
        out.disks.push_back(ComputerDisk{root, static_cast<std::int64_t>(total.QuadPart),
                                         static_cast<std::int64_t>(available.QuadPart)});
    }
}

} // namespace

ComputerReading readComputer()
{
    ComputerReading out;
    readCpu(out);
    readMemory(out);
    readDisks(out);
    readNetwork(out);
    readMounts(out);
    return out;
}

} // namespace dash

#include "core/engine/sources/computer_probe.h"

#include <ifaddrs.h>
#include <mach/mach.h>
#include <net/if.h>
#include <net/if_dl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/sysctl.h>

#include <cstring>

namespace dash {

namespace {

void readCpu(ComputerReading &out)
{
    host_cpu_load_info_data_t load = {};
    mach_msg_type_number_t count = HOST_CPU_LOAD_INFO_COUNT;
    if (host_statistics(mach_host_self(), HOST_CPU_LOAD_INFO, reinterpret_cast<host_info_t>(&load), &count) !=
        KERN_SUCCESS)
        return;
    out.cpuUser = static_cast<std::int64_t>(load.cpu_ticks[CPU_STATE_USER]) + load.cpu_ticks[CPU_STATE_NICE];
    out.cpuSystem = load.cpu_ticks[CPU_STATE_SYSTEM];
    out.cpuTotal = out.cpuUser + out.cpuSystem + load.cpu_ticks[CPU_STATE_IDLE];
}

void readMemory(ComputerReading &out)
{
    std::int64_t total = 0;
    std::size_t size = sizeof total;
    vm_statistics64_data_t pages = {};
    mach_msg_type_number_t count = HOST_VM_INFO64_COUNT;
    if (sysctlbyname("hw.memsize", &total, &size, nullptr, 0) != 0 ||
        host_statistics64(mach_host_self(), HOST_VM_INFO64, reinterpret_cast<host_info64_t>(&pages), &count) !=
            KERN_SUCCESS)
        return;
    const auto page = static_cast<std::int64_t>(vm_kernel_page_size);
    out.memoryTotal = total;
    out.memoryCached = static_cast<std::int64_t>(pages.external_page_count) * page;
    out.memoryUsed = (static_cast<std::int64_t>(pages.internal_page_count) - pages.purgeable_count + pages.wire_count +
                      pages.compressor_page_count) *
                     page;
}

void readNetwork(ComputerReading &out)
{
    ifaddrs *first = nullptr;
    if (getifaddrs(&first) != 0)
        return;
    out.networkIn = 0;
    out.networkOut = 0;
    for (const ifaddrs *at = first; at != nullptr; at = at->ifa_next) {
        if (at->ifa_addr == nullptr || at->ifa_addr->sa_family != AF_LINK || (at->ifa_flags & IFF_LOOPBACK) != 0 ||
            at->ifa_data == nullptr)
            continue;
        const auto *data = static_cast<const if_data *>(at->ifa_data);
        out.networkIn += data->ifi_ibytes;
        out.networkOut += data->ifi_obytes;
    }
    freeifaddrs(first);
}

void readMounts(ComputerReading &out)
{
    struct statfs *mounts = nullptr;
    const int count = getmntinfo(&mounts, MNT_NOWAIT);
    for (int i = 0; i < count; ++i) {
        if ((mounts[i].f_flags & MNT_LOCAL) == 0 || (mounts[i].f_flags & MNT_DONTBROWSE) != 0)
            continue;
        const auto block = static_cast<std::int64_t>(mounts[i].f_bsize);
        out.disks.push_back(ComputerDisk{mounts[i].f_mntonname, static_cast<std::int64_t>(mounts[i].f_blocks) * block,
                                         static_cast<std::int64_t>(mounts[i].f_bavail) * block});
    }
}

} // namespace

// Bytes read and written by disks need IOKit and are left out here.
ComputerReading readComputer()
{
    ComputerReading out;
    readCpu(out);
    readMemory(out);
    readNetwork(out);
    readMounts(out);
    return out;
}

} // namespace dash

#include "core/engine/sources/computer_probe.h"

#include <sys/statvfs.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

namespace dash {

namespace {

void readCpu(ComputerReading &out)
{
    std::ifstream file("/proc/stat");
    std::string word;
    std::int64_t user = 0, niced = 0, system = 0, idle = 0, wait = 0, irq = 0, softIrq = 0, steal = 0;
    if (!(file >> word >> user >> niced >> system >> idle >> wait >> irq >> softIrq >> steal) || word != "cpu")
        return;
    out.cpuUser = user + niced;
    out.cpuSystem = system + irq + softIrq;
    out.cpuWait = wait;
    out.cpuTotal = user + niced + system + idle + wait + irq + softIrq + steal;
}

void readMemory(ComputerReading &out)
{
    std::ifstream file("/proc/meminfo");
    std::string name, unit;
    std::int64_t value = 0, total = -1, available = -1, cached = 0;
    while (file >> name >> value && std::getline(file, unit)) {
        if (name == "MemTotal:")
            total = value * 1024;
        else if (name == "MemAvailable:")
            available = value * 1024;
        else if (name == "Cached:" || name == "Buffers:" || name == "SReclaimable:")
            cached += value * 1024;
    }
    if (total < 0 || available < 0)
        return;
    out.memoryTotal = total;
    out.memoryUsed = total - available;
    out.memoryCached = cached;
}

// Whole disks only: a partition's bytes are its disk's bytes too, and device mapper's are those of the disk below.
bool isWholeDisk(const std::string &name)
{
    for (const char *virtualName : {"loop", "ram", "dm-", "md", "zram", "sr", "fd"}) {
        if (name.rfind(virtualName, 0) == 0)
            return false;
    }
    std::ifstream partition("/sys/class/block/" + name + "/partition");
    return !partition.good();
}

void readDisks(ComputerReading &out)
{
    std::ifstream file("/proc/diskstats");
    std::string line;
    bool any = false;
    std::int64_t read = 0, written = 0, busy = 0;
    while (std::getline(file, line)) {
        std::istringstream words(line);
        std::int64_t major = 0, minor = 0, reads = 0, merged = 0, sectorsRead = 0, readMs = 0, writes = 0,
                     writesMerged = 0, sectorsWritten = 0, writeMs = 0, inFlight = 0, busyMs = 0;
        std::string name;
        if (!(words >> major >> minor >> name >> reads >> merged >> sectorsRead >> readMs >> writes >> writesMerged >>
              sectorsWritten >> writeMs >> inFlight >> busyMs) ||
            !isWholeDisk(name))
            continue;
        any = true;
        read += sectorsRead * 512; // always 512, whatever the device's own sector size
        written += sectorsWritten * 512;
        busy = std::max(busy, busyMs);
    }
    if (!any)
        return;
    out.diskRead = read;
    out.diskWritten = written;
    out.diskBusyMs = busy;
}

void readNetwork(ComputerReading &out)
{
    std::ifstream file("/proc/net/dev");
    std::string line;
    bool any = false;
    std::int64_t in = 0, sent = 0;
    while (std::getline(file, line)) {
        const std::size_t colon = line.find(':');
        if (colon == std::string::npos)
            continue;
        std::string name = line.substr(0, colon);
        name.erase(0, name.find_first_not_of(' '));
        std::istringstream words(line.substr(colon + 1));
        std::int64_t received = 0, skipped = 0, transmitted = 0;
        words >> received;
        for (int i = 0; i < 7; ++i)
            words >> skipped;
        // Bridges and virtual pairs repeat what a real interface counts already.
        if (!(words >> transmitted) || name == "lo" || name.rfind("veth", 0) == 0 || name.rfind("docker", 0) == 0 ||
            name.rfind("br-", 0) == 0)
            continue;
        any = true;
        in += received;
        sent += transmitted;
    }
    if (any) {
        out.networkIn = in;
        out.networkOut = sent;
    }
}

// "\040" in a mount's path is a space.
std::string unescapedMount(const std::string &text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 3 < text.size()) {
            out.push_back(static_cast<char>((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0')));
            i += 3;
        } else {
            out.push_back(text[i]);
        }
    }
    return out;
}

void readMounts(ComputerReading &out)
{
    static const std::set<std::string> kinds{"ext2", "ext3",  "ext4", "xfs",   "btrfs",   "zfs",     "f2fs",
                                             "vfat", "exfat", "ntfs", "ntfs3", "fuseblk", "overlay", "bcachefs"};
    std::ifstream file("/proc/mounts");
    std::string device, mount, kind, rest;
    std::set<std::string> seen; // one mount of each device
    while (file >> device >> mount >> kind && std::getline(file, rest)) {
        if (kinds.count(kind) == 0 || !seen.insert(device).second)
            continue;
        const std::string path = unescapedMount(mount);
        struct statvfs stats = {};
        if (statvfs(path.c_str(), &stats) != 0 || stats.f_blocks == 0)
            continue;
        const auto block = static_cast<std::int64_t>(stats.f_frsize);
        out.disks.push_back(ComputerDisk{path, static_cast<std::int64_t>(stats.f_blocks) * block,
                                         static_cast<std::int64_t>(stats.f_bavail) * block});
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

#include "tests/support/fault_vfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace dash::test {

namespace {

constexpr std::size_t kSector = 512;

struct Change { // bytes written at an offset, or the file cut to that length
    qint64 offset = 0;
    std::vector<unsigned char> bytes;
    bool truncates = false;
};

struct File {
    std::vector<unsigned char> now;     // what readers see
    std::vector<unsigned char> durable; // what surely survives
    std::vector<Change> unsynced;
    bool everSynced = false;
    // Locks between connections, as in SQLite's own VFS.
    int shared = 0;
    const void *reserved = nullptr;
    const void *pending = nullptr;
    const void *exclusive = nullptr;
    std::vector<std::unique_ptr<char[]>> memory; // of the write-ahead log's index
    std::array<int, SQLITE_SHM_NLOCK> memoryShared{};
    std::array<const void *, SQLITE_SHM_NLOCK> memoryExclusive{};
};

using FilePtr = std::shared_ptr<File>;

void applyChange(std::vector<unsigned char> &bytes, const Change &change)
{
    if (change.truncates) {
        if (static_cast<qint64>(bytes.size()) > change.offset)
            bytes.resize(static_cast<std::size_t>(change.offset));
        return;
    }
    const auto end = static_cast<std::size_t>(change.offset) + change.bytes.size();
    if (bytes.size() < end)
        bytes.resize(end);
    std::copy(change.bytes.begin(), change.bytes.end(), bytes.begin() + change.offset);
}

} // namespace

struct FaultDisk::Impl {
    mutable std::mutex mutex;
    std::string name;
    sqlite3_vfs vfs{};
    std::map<std::string, FilePtr> files;
    std::map<std::string, FilePtr> removed; // without the folder being synced: they may come back
    long operations = 0;
    long failing = 0; // the operation that fails
    Fault fault = Fault::None;
    std::uint32_t seed = 1;
    bool fired = false;
    bool off = false; // from a power cut on
    int life = 1;     // grows with each power cut; handles of an earlier one are dead
    qint64 capacity = -1;

    qint64 used() const
    {
        qint64 sum = 0;
        for (const auto &[path, file] : files)
            sum += static_cast<qint64>(file->now.size());
        return sum;
    }

    // Counts an operation; the code it has to fail with, or SQLITE_OK. Called with the mutex held.
    int pass(int ioError)
    {
        ++operations;
        if (fault == Fault::None || operations != failing)
            return SQLITE_OK;
        const Fault now = std::exchange(fault, Fault::None);
        fired = true;
        if (now == Fault::Full)
            return SQLITE_FULL;
        if (now == Fault::PowerCut)
            cut(seed);
        return ioError;
    }

    void cut(std::uint32_t cutSeed)
    {
        std::mt19937 random(cutSeed);
        for (const auto &[path, file] : removed) {
            if ((random() & 1) != 0)
                files.try_emplace(path, file);
        }
        removed.clear();
        // Some cuts lose all, some nearly nothing, most something.
        const auto keptOf8 = random() % 9;
        for (auto it = files.begin(); it != files.end();) {
            auto after = std::make_shared<File>();
            after->durable = it->second->durable;
            for (const Change &change : it->second->unsynced) {
                if (change.truncates) {
                    if (random() % 8 < keptOf8)
                        applyChange(after->durable, change);
                    continue;
                }
                for (std::size_t at = 0; at < change.bytes.size();) {
                    const auto place = static_cast<std::size_t>(change.offset) + at;
                    const std::size_t size = std::min(kSector - place % kSector, change.bytes.size() - at);
                    if (random() % 8 < keptOf8) {
                        const auto *from = change.bytes.data() + at;
                        applyChange(after->durable, Change{static_cast<qint64>(place), {from, from + size}, false});
                    }
                    at += size;
                }
            }
            after->now = after->durable;
            after->everSynced = it->second->everSynced;
            const bool lost = !after->everSynced && (random() & 1) != 0;
            it->second = std::move(after);
            it = lost ? files.erase(it) : std::next(it);
        }
        ++life;
        off = true;
    }
};

namespace {

struct Handle {
    sqlite3_file base;
    FaultDisk::Impl *disk;
    FilePtr *file;
    std::string *deleteOnClose;
    int life;
    bool syncsFolder; // the first sync of a new log or journal syncs its folder too, as SQLite's own VFS does it
    int lock;
    unsigned memoryHeld; // bits of shared-memory locks held, shared and exclusive
};

Handle *handleOf(sqlite3_file *file)
{
    return reinterpret_cast<Handle *>(file);
}

int fileClose(sqlite3_file *base);

int fileRead(sqlite3_file *base, void *out, int amount, sqlite3_int64 offset)
{
    const Handle *handle = handleOf(base);
    const std::lock_guard lock(handle->disk->mutex);
    if (handle->life != handle->disk->life)
        return SQLITE_IOERR_READ;
    const auto &bytes = (*handle->file)->now;
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    const auto got = std::clamp<sqlite3_int64>(size - offset, 0, amount);
    if (got > 0)
        std::memcpy(out, bytes.data() + offset, static_cast<std::size_t>(got));
    if (got == amount)
        return SQLITE_OK;
    std::memset(static_cast<char *>(out) + got, 0, static_cast<std::size_t>(amount - got));
    return SQLITE_IOERR_SHORT_READ;
}

int fileWrite(sqlite3_file *base, const void *data, int amount, sqlite3_int64 offset)
{
    const Handle *handle = handleOf(base);
    const std::lock_guard lock(handle->disk->mutex);
    if (handle->life != handle->disk->life)
        return SQLITE_IOERR_WRITE;
    File &file = **handle->file;
    const auto *bytes = static_cast<const unsigned char *>(data);
    Change change{offset, {bytes, bytes + amount}, false};
    const qint64 growth = std::max<qint64>(0, offset + amount - static_cast<qint64>(file.now.size()));
    if (handle->disk->capacity >= 0 && growth > 0 && handle->disk->used() + growth > handle->disk->capacity)
        return SQLITE_FULL;
    if (const int code = handle->disk->pass(SQLITE_IOERR_WRITE); code != SQLITE_OK)
        return code;
    applyChange(file.now, change);
    file.unsynced.push_back(std::move(change));
    return SQLITE_OK;
}

int fileTruncate(sqlite3_file *base, sqlite3_int64 size)
{
    const Handle *handle = handleOf(base);
    const std::lock_guard lock(handle->disk->mutex);
    if (handle->life != handle->disk->life)
        return SQLITE_IOERR_TRUNCATE;
    if (const int code = handle->disk->pass(SQLITE_IOERR_TRUNCATE); code != SQLITE_OK)
        return code;
    const Change change{size, {}, true};
    applyChange((*handle->file)->now, change);
    (*handle->file)->unsynced.push_back(change);
    return SQLITE_OK;
}

int fileSync(sqlite3_file *base, int)
{
    const Handle *handle = handleOf(base);
    const std::lock_guard lock(handle->disk->mutex);
    if (handle->life != handle->disk->life)
        return SQLITE_IOERR_FSYNC;
    File &file = **handle->file;
    if (const int code = handle->disk->pass(SQLITE_IOERR_FSYNC); code != SQLITE_OK)
        return code;
    for (const Change &change : file.unsynced)
        applyChange(file.durable, change);
    file.unsynced.clear();
    if (handle->syncsFolder && !file.everSynced)
        handle->disk->removed.clear();
    file.everSynced = true;
    return SQLITE_OK;
}

int fileSize(sqlite3_file *base, sqlite3_int64 *size)
{
    const Handle *handle = handleOf(base);
    const std::lock_guard lock(handle->disk->mutex);
    if (handle->life != handle->disk->life)
        return SQLITE_IOERR_FSTAT;
    *size = static_cast<sqlite3_int64>((*handle->file)->now.size());
    return SQLITE_OK;
}

int fileLock(sqlite3_file *base, int level)
{
    Handle *handle = handleOf(base);
    const std::lock_guard lock(handle->disk->mutex);
    if (handle->life != handle->disk->life)
        return SQLITE_IOERR_LOCK;
    File &file = **handle->file;
    if (handle->lock >= level)
        return SQLITE_OK;
    const auto free = [handle](const void *holder) { return holder == nullptr || holder == handle; };
    if (level == SQLITE_LOCK_SHARED) {
        if (!free(file.pending) || !free(file.exclusive))
            return SQLITE_BUSY;
        ++file.shared;
    } else if (level == SQLITE_LOCK_RESERVED) {
        if (!free(file.reserved))
            return SQLITE_BUSY;
        file.reserved = handle;
    } else {
        if (!free(file.pending) || !free(file.reserved))
            return SQLITE_BUSY;
        file.pending = handle;
        if (file.shared > 1) {
            handle->lock = SQLITE_LOCK_PENDING;
            return SQLITE_BUSY;
        }
        file.exclusive = handle;
    }
    handle->lock = level;
    return SQLITE_OK;
}

void release(Handle *handle, int level)
{
    File &file = **handle->file;
    if (handle->lock <= level)
        return;
    for (const void **holder : {&file.reserved, &file.pending, &file.exclusive}) {
        if (*holder == handle)
            *holder = nullptr;
    }
    if (level == SQLITE_LOCK_NONE && handle->lock >= SQLITE_LOCK_SHARED)
        --file.shared;
    handle->lock = level;
}

int fileUnlock(sqlite3_file *base, int level)
{
    Handle *handle = handleOf(base);
    const std::lock_guard lock(handle->disk->mutex);
    if (handle->life == handle->disk->life)
        release(handle, level);
    return SQLITE_OK;
}

int fileCheckReserved(sqlite3_file *base, int *out)
{
    const Handle *handle = handleOf(base);
    const std::lock_guard lock(handle->disk->mutex);
    *out = (*handle->file)->reserved != nullptr ? 1 : 0;
    return SQLITE_OK;
}

int fileControl(sqlite3_file *, int, void *)
{
    return SQLITE_NOTFOUND;
}
int fileSector(sqlite3_file *)
{
    return static_cast<int>(kSector);
}
int fileCharacteristics(sqlite3_file *)
{
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int memoryMap(sqlite3_file *base, int region, int size, int extend, void volatile **out)
{
    const Handle *handle = handleOf(base);
    const std::lock_guard lock(handle->disk->mutex);
    *out = nullptr;
    if (handle->life != handle->disk->life)
        return SQLITE_IOERR_SHMMAP;
    auto &memory = (*handle->file)->memory;
    if (static_cast<int>(memory.size()) <= region && extend == 0)
        return SQLITE_OK;
    while (static_cast<int>(memory.size()) <= region)
        memory.push_back(std::make_unique<char[]>(static_cast<std::size_t>(size)));
    *out = memory[static_cast<std::size_t>(region)].get();
    return SQLITE_OK;
}

int memoryLock(sqlite3_file *base, int offset, int n, int flags)
{
    Handle *handle = handleOf(base);
    const std::lock_guard lock(handle->disk->mutex);
    if (handle->life != handle->disk->life)
        return SQLITE_IOERR_SHMLOCK;
    File &file = **handle->file;
    const bool shared = (flags & SQLITE_SHM_SHARED) != 0;
    const auto first = static_cast<std::size_t>(offset);
    const auto end = first + static_cast<std::size_t>(n);
    for (std::size_t slot = first; slot < end && (flags & SQLITE_SHM_LOCK) != 0; ++slot) {
        const bool mineShared = (handle->memoryHeld & (1U << slot)) != 0;
        if (file.memoryExclusive[slot] != nullptr && file.memoryExclusive[slot] != handle)
            return SQLITE_BUSY;
        if (!shared && file.memoryShared[slot] > (mineShared ? 1 : 0))
            return SQLITE_BUSY;
    }
    for (std::size_t slot = first; slot < end; ++slot) {
        const unsigned bit = 1U << slot;
        if ((flags & SQLITE_SHM_LOCK) == 0) {
            if ((handle->memoryHeld & bit) != 0)
                --file.memoryShared[slot];
            handle->memoryHeld &= ~bit;
            if (file.memoryExclusive[slot] == handle)
                file.memoryExclusive[slot] = nullptr;
        } else if (!shared) {
            file.memoryExclusive[slot] = handle;
        } else if ((handle->memoryHeld & bit) == 0) {
            ++file.memoryShared[slot];
            handle->memoryHeld |= bit;
        }
    }
    return SQLITE_OK;
}

void memoryBarrier(sqlite3_file *)
{
    std::atomic_thread_fence(std::memory_order_seq_cst);
}

int memoryUnmap(sqlite3_file *base, int)
{
    Handle *handle = handleOf(base);
    memoryLock(base, 0, SQLITE_SHM_NLOCK, SQLITE_SHM_UNLOCK | SQLITE_SHM_EXCLUSIVE);
    handle->memoryHeld = 0;
    return SQLITE_OK;
}

const sqlite3_io_methods kMethods{
    2,           fileClose,         fileRead,    fileWrite,  fileTruncate,        fileSync,  fileSize,   fileLock,
    fileUnlock,  fileCheckReserved, fileControl, fileSector, fileCharacteristics, memoryMap, memoryLock, memoryBarrier,
    memoryUnmap, nullptr,           nullptr};

FaultDisk::Impl *diskOf(sqlite3_vfs *vfs)
{
    return static_cast<FaultDisk::Impl *>(vfs->pAppData);
}

int diskOpen(sqlite3_vfs *vfs, const char *name, sqlite3_file *base, int flags, int *outFlags)
{
    FaultDisk::Impl *disk = diskOf(vfs);
    Handle *handle = handleOf(base);
    *handle = Handle{};
    const std::lock_guard lock(disk->mutex);
    if (disk->off)
        return SQLITE_CANTOPEN;
    static std::atomic<int> temporary = 0;
    const std::string path = name != nullptr ? name : "temporary " + std::to_string(++temporary);
    auto it = disk->files.find(path);
    if (it == disk->files.end()) {
        if ((flags & SQLITE_OPEN_CREATE) == 0)
            return SQLITE_CANTOPEN;
        if (const int code = disk->pass(SQLITE_IOERR); code != SQLITE_OK)
            return code == SQLITE_IOERR ? SQLITE_CANTOPEN : code;
        it = disk->files.emplace(path, std::make_shared<File>()).first;
    }
    handle->disk = disk;
    handle->file = new FilePtr(it->second);
    handle->deleteOnClose = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0 ? new std::string(path) : nullptr;
    handle->life = disk->life;
    handle->syncsFolder = (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0;
    base->pMethods = &kMethods;
    if (outFlags != nullptr)
        *outFlags = flags;
    return SQLITE_OK;
}

int fileClose(sqlite3_file *base)
{
    Handle *handle = handleOf(base);
    const std::lock_guard lock(handle->disk->mutex);
    if (handle->life == handle->disk->life) {
        release(handle, SQLITE_LOCK_NONE);
        if (handle->deleteOnClose != nullptr)
            handle->disk->files.erase(*handle->deleteOnClose);
    }
    delete handle->file;
    delete handle->deleteOnClose;
    return SQLITE_OK;
}

int diskDelete(sqlite3_vfs *vfs, const char *name, int syncFolder)
{
    FaultDisk::Impl *disk = diskOf(vfs);
    const std::lock_guard lock(disk->mutex);
    if (disk->off)
        return SQLITE_IOERR_DELETE;
    const auto it = disk->files.find(name);
    if (it == disk->files.end())
        return SQLITE_IOERR_DELETE_NOENT;
    if (const int code = disk->pass(SQLITE_IOERR_DELETE); code != SQLITE_OK)
        return code;
    const auto again = disk->files.find(name); // a power cut has moved everything
    if (again == disk->files.end())
        return SQLITE_OK;
    if (syncFolder == 0)
        disk->removed[name] = again->second;
    disk->files.erase(again);
    return SQLITE_OK;
}

int diskAccess(sqlite3_vfs *vfs, const char *name, int, int *out)
{
    const FaultDisk::Impl *disk = diskOf(vfs);
    const std::lock_guard lock(disk->mutex);
    const auto it = disk->files.find(name);
    *out = it != disk->files.end() && !it->second->now.empty() ? 1 : 0; // as SQLite's own: an empty file is none
    return SQLITE_OK;
}

int diskFullPath(sqlite3_vfs *, const char *name, int size, char *out)
{
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
}

int diskRandom(sqlite3_vfs *, int size, char *out)
{
    static std::mt19937 random(1);
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    for (int i = 0; i < size; ++i)
        out[i] = static_cast<char>(random());
    return size;
}

int diskSleep(sqlite3_vfs *, int microseconds)
{
    std::this_thread::sleep_for(std::chrono::microseconds(microseconds));
    return microseconds;
}

int diskTime(sqlite3_vfs *, double *out)
{
    *out = 2'461'000.5;
    return SQLITE_OK;
}

int diskError(sqlite3_vfs *, int, char *)
{
    return 0;
}

} // namespace

FaultDisk::FaultDisk()
    : m_impl(std::make_unique<Impl>())
{
    static std::atomic<int> count = 0;
    m_impl->name = "fault-" + std::to_string(++count);
    sqlite3_vfs &vfs = m_impl->vfs;
    vfs.iVersion = 1;
    vfs.szOsFile = sizeof(Handle);
    vfs.mxPathname = 1'024;
    vfs.zName = m_impl->name.c_str();
    vfs.pAppData = m_impl.get();
    vfs.xOpen = diskOpen;
    vfs.xDelete = diskDelete;
    vfs.xAccess = diskAccess;
    vfs.xFullPathname = diskFullPath;
    vfs.xRandomness = diskRandom;
    vfs.xSleep = diskSleep;
    vfs.xCurrentTime = diskTime;
    vfs.xGetLastError = diskError;
    sqlite3_vfs_register(&vfs, 0);
}

FaultDisk::~FaultDisk()
{
    sqlite3_vfs_unregister(&m_impl->vfs);
}

QString FaultDisk::vfs() const
{
    return QString::fromStdString(m_impl->name);
}

long FaultDisk::operations() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->operations;
}

void FaultDisk::failAt(long n, Fault fault, std::uint32_t seed)
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->failing = m_impl->operations + n;
    m_impl->fault = fault;
    m_impl->seed = seed;
    m_impl->fired = false;
}

bool FaultDisk::fired() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->fired;
}

void FaultDisk::cutPowerNow(std::uint32_t seed)
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->cut(seed);
}

void FaultDisk::powerOn()
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->off = false;
    m_impl->fault = Fault::None;
}

void FaultDisk::setCapacity(qint64 bytes)
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->capacity = bytes;
}

qint64 FaultDisk::usedBytes() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->used();
}

} // namespace dash::test

#pragma once
// A disk in memory, registered as a SQLite VFS, on which anything can go wrong: the power is cut so that any part of
// what was not synced is lost, a write or sync fails, the disk is full. It counts every operation that changes the
// disk, so that a test can let the n-th one fail for n = 1, 2, 3 … until none fires.

#include <QString>

#include <cstdint>
#include <memory>

namespace dash::test {

class FaultDisk {
public:
    FaultDisk(); // registers a VFS with a name of its own
    ~FaultDisk();
    Q_DISABLE_COPY_MOVE(FaultDisk)

    QString vfs() const;
    // Operations so far that write, sync, truncate or remove.
    long operations() const;

    enum class Fault { None, IoError, Full, PowerCut };
    // The n-th operation from now fails. IoError and Full happen once; after a power cut every open file is dead, none
    // opens until powerOn(), and of what was not synced each 512-byte sector is kept or lost by the seed.
    void failAt(long n, Fault fault, std::uint32_t seed = 1);
    bool fired() const; // the fault of the last failAt() has happened
    void cutPowerNow(std::uint32_t seed);
    void powerOn(); // whatever held files before must be gone by then; a fault still to come is forgotten
    // Bytes all files together may have; writes beyond fail with a full disk. Negative: no limit.
    void setCapacity(qint64 bytes);
    qint64 usedBytes() const;

    struct Impl;

private:
    std::unique_ptr<Impl> m_impl;
};

} // namespace dash::test

#include "core/base/durable_file.h"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace dash {

bool syncFile(int descriptor)
{
    int result = 0;
#ifdef F_FULLFSYNC
    // On macOS fsync() leaves the data in the drive's own memory.
    if (::fcntl(descriptor, F_FULLFSYNC) == 0)
        return true;
#endif
    do {
        result = ::fsync(descriptor);
    } while (result != 0 && errno == EINTR);
    return result == 0;
}

bool syncFolder(const std::string &folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool done = syncFile(descriptor) || errno == EINVAL; // some network file systems know no such thing
    ::close(descriptor);
    return done;
}

} // namespace dash

#include "core/base/durable_file.h"

#include <io.h>

namespace dash {

bool syncFile(int descriptor)
{
    return _commit(descriptor) == 0;
}

bool syncFolder(const std::string &)
{
    return true; // NTFS keeps names in its own journal
}

} // namespace dash

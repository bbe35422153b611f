#pragma once
// What is written has reached the disk. A platform file each; no Qt, so that all of them can be checked anywhere.

#include <string>

namespace dash {

// Blocks until the file's contents are on the disk. `descriptor` as QFile::handle() gives it.
bool syncFile(int descriptor);
// The same for the names in a folder (UTF-8), after a file was made or renamed in it. True where the system does this
// by itself.
bool syncFolder(const std::string &folder);

} // namespace dash

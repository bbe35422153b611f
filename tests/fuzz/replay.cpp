// fuzz_replay NAME FOLDER: runs one target over every file of a folder. A crash or an abort fails it, and so does a
// folder without files.

#include "tests/fuzz/fuzz_target.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace dash::fuzz {

namespace {

std::map<std::string, void (*)(Input)> &targets()
{
    static std::map<std::string, void (*)(Input)> all;
    return all;
}

} // namespace

int registerTarget(const char *name, void (*run)(Input))
{
    targets()[name] = run;
    return 0;
}

} // namespace dash::fuzz

int main(int argc, char **argv)
{
    const auto &all = dash::fuzz::targets();
    const auto target = argc == 3 ? all.find(argv[1]) : all.end();
    if (target == all.end()) {
        std::fprintf(stderr, "fuzz_replay NAME FOLDER\n");
        return 2;
    }
    int files = 0;
    for (const auto &entry : std::filesystem::directory_iterator(argv[2])) {
        std::ifstream in(entry.path(), std::ios::binary);
        const std::vector<char> bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
        std::printf("%s\n", entry.path().filename().string().c_str());
        std::fflush(stdout);
        target->second(dash::fuzz::Input(reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size()));
        ++files;
    }
    std::printf("%d inputs\n", files);
    return files > 0 ? 0 : 1;
}

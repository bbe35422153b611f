// A path (first line) over a document (the rest), and a regular expression over a text. What a path finds lies in the
// document, and every match inside the text.

#include "core/engine/path/json_path.h"
#include "core/engine/path/regex.h"
#include "tests/fuzz/fuzz_target.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

using namespace dash;
using namespace dash::fuzz;

static void matchSome(std::string_view pattern, std::string_view text)
{
    const auto dialect = pattern.size() % 2 == 0 ? Regex::Dialect::Usual : Regex::Dialect::IRegexp;
    const auto regex = Regex::compile(pattern, dialect);
    if (!regex)
        return;
    (void)regex->matchesWhole(text);
    std::vector<std::string_view> found;
    const bool some = regex->matchesSomewhere(text) == Regex::Outcome::Match;
    const Regex::Outcome outcome = regex->find(text, found);
    if (outcome != Regex::Outcome::TooCostly && some != (outcome == Regex::Outcome::Match))
        std::abort();
    for (const std::string_view part : found) {
        if (outcome == Regex::Outcome::Match && part.data() != nullptr &&
            (part.data() < text.data() || part.data() + part.size() > text.data() + text.size()))
            std::abort();
    }
}

static void fuzzPath(Input input)
{
    const std::string_view all(reinterpret_cast<const char *>(input.data()), input.size());
    const std::size_t line = all.find('\n');
    if (line == std::string_view::npos)
        return;
    const std::string_view first = all.substr(0, line);
    const std::string_view rest = all.substr(line + 1);
    matchSome(first, rest);
    const auto path = JsonPath::compileShort(QString::fromUtf8(first.data(), static_cast<qsizetype>(first.size())));
    if (!path)
        return;
    const auto document = JsonDocument::parse(rest);
    if (!document)
        return;
    if (const auto nodes = path->evaluate(*document)) {
        if (path->isSingular() && nodes->size() > 1)
            std::abort();
        for (const std::uint32_t node : *nodes) {
            if (node >= document->size())
                std::abort();
            (void)document->raw(node);
        }
    }
}

DASH_FUZZ(path, fuzzPath)

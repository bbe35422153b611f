#pragma once
// Matches what is typed in the palette against names: letters in order, word starts and runs count more. Pure.

#include <QString>

#include <optional>
#include <vector>

namespace dash {

struct FuzzyMatch {
    int score = 0;            // higher is better
    std::vector<int> letters; // positions in the text, ascending
};

// Nothing when a letter is missing. An empty query matches everything with score 0.
std::optional<FuzzyMatch> fuzzyMatch(QStringView query, QStringView text);

} // namespace dash

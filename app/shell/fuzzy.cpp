#include "app/shell/fuzzy.h"

namespace dash {

namespace {

bool startsWord(QStringView text, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = text[at - 1], here = text[at];
    return !before.isLetterOrNumber() || (before.isLower() && here.isUpper());
}

// From one starting letter on, greedily, preferring to go on where the run is.
std::optional<FuzzyMatch> matchFrom(QStringView query, QStringView text, qsizetype start)
{
    FuzzyMatch match;
    qsizetype at = start;
    int run = 0;
    for (qsizetype q = 0; q < query.size(); ++q) {
        const QChar wanted = query[q].toCaseFolded();
        if (wanted.isSpace()) {
            run = 0;
            continue;
        }
        qsizetype found = -1;
        for (qsizetype i = at; i < text.size(); ++i) {
            if (text[i].toCaseFolded() != wanted)
                continue;
            if (found < 0)
                found = i;
            if (i == at || startsWord(text, i)) {
                found = i;
                break;
            }
        }
        if (found < 0)
            return std::nullopt;
        run = found == at && !match.letters.empty() ? run + 1 : 0;
        match.score += 4 + (startsWord(text, found) ? 8 : 0) + std::min(run, 6) * 5;
        if (!match.letters.empty())
            match.score -= std::min<int>(int(found - at), 8);
        match.letters.push_back(int(found));
        at = found + 1;
    }
    return match;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(QStringView query, QStringView text)
{
    query = query.trimmed();
    if (query.isEmpty())
        return FuzzyMatch{};
    std::optional<FuzzyMatch> best;
    const QChar first = query[0].toCaseFolded();
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].toCaseFolded() != first)
            continue;
        auto match = matchFrom(query, text, i);
        if (!match)
            break; // later starts have even less room
        if (!best || match->score > best->score)
            best = std::move(match);
    }
    if (best) {
        if (text.startsWith(query, Qt::CaseInsensitive))
            best->score += 30;
        best->score -= int(std::min<qsizetype>(text.size(), 60)) / 4; // shorter names first
    }
    return best;
}

} // namespace dash

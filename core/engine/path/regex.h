#pragma once
// Regular expressions that cannot run away: a Thompson automaton run with Pike's thread list, so the time is bounded by
// pattern × text whatever the pattern is. Syntax: RFC 9485 (I-Regexp) plus the usual ^ $ \b \d \w \s, lazy
// quantifiers, non-capturing groups and (?i). No back references, no look-around.
// (K. Thompson, "Regular Expression Search Algorithm", 1968; R. Cox, "Regular Expression Matching: the Virtual Machine
// Approach", 2009.)

#include "core/base/error.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dash {

class Regex {
public:
    enum class Dialect { Usual, IRegexp }; // IRegexp: ^, $ are refused and '.' does not match line ends
    // Fails with ExpressionSyntax: position (1-based, in the pattern) and reason.
    static Result<Regex> compile(std::string_view utf8Pattern, Dialect dialect = Dialect::Usual);

    enum class Outcome { Match, NoMatch, TooCostly };
    Outcome matchesWhole(std::string_view text) const;
    Outcome matchesSomewhere(std::string_view text) const;
    // Leftmost match: captures[0] is the whole, captures[n] group n (data() is null where a group took no part).
    Outcome find(std::string_view text, std::vector<std::string_view> &captures) const;
    int groups() const { return m_groups; }

private:
    friend class RegexCompiler;
    enum class Op : std::uint8_t {
        Char,
        Any,
        AnyButLine,
        Set,
        Split,
        Jump,
        Save,
        Begin,
        End,
        Boundary,
        NotBoundary,
        Match
    };
    struct Instruction {
        Op op;
        std::uint32_t x = 0; // character, set, first branch, slot
        std::uint32_t y = 0; // second branch
    };
    struct Range {
        char32_t from;
        char32_t to;
    };
    struct Set {
        std::vector<Range> ranges;
        std::uint32_t categories = 0;    // bit per QChar::Category
        std::uint32_t notCategories = 0; // \P{…}
        bool negated = false;
        std::array<bool, 128> ascii{};
        bool holds(char32_t c) const;
        bool computed(char32_t c, bool foldCase) const;
    };
    struct Run;
    Outcome run(std::string_view text, bool anchored, bool whole, std::vector<std::string_view> *captures) const;

    std::vector<Instruction> m_program;
    std::vector<Set> m_sets;
    int m_groups = 0;
    bool m_foldCase = false;
};

} // namespace dash

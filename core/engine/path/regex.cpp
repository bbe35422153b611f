#include "core/engine/path/regex.h"

#include "core/engine/path/utf8.h"

#include <QChar>

#include <algorithm>

namespace dash {

namespace {

constexpr std::size_t kMaxSteps = 40'000'000; // about a quarter of a second

bool isWord(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9') || c == U'_';
}

char32_t folded(char32_t c)
{
    return QChar::toCaseFolded(c);
}

} // namespace

// The list of threads, in order of preference, each with its capture slots.
struct Regex::Run {
    Run(const Regex &regex, std::string_view whole, std::size_t slotCount)
        : program(regex.m_program)
        , text(whole)
        , slots(slotCount)
        , seen(program.size(), 0)
    {
    }

    struct Threads {
        std::vector<std::uint32_t> pcs;
        std::vector<std::size_t> captures; // slots per thread
        void clear()
        {
            pcs.clear();
            captures.clear();
        }
    };

    bool boundary(std::size_t at, char32_t next) const
    {
        const bool before = at > 0 && isWord(static_cast<unsigned char>(text[at - 1]));
        return before != (at < text.size() && isWord(next));
    }

    // Follows the instructions that read nothing, with an explicit stack.
    void add(Threads &threads, std::uint32_t pc, std::size_t at, char32_t next, std::vector<std::size_t> caps)
    {
        struct Todo {
            std::uint32_t pc;
            std::size_t slot; // npos: go there; else: put the slot back
            std::size_t value;
        };
        constexpr std::size_t kGo = ~std::size_t{0};
        std::vector<Todo> todo{{pc, kGo, 0}};
        while (!todo.empty()) {
            const Todo top = todo.back();
            todo.pop_back();
            if (top.slot != kGo) {
                caps[top.slot] = top.value;
                continue;
            }
            if (seen[top.pc] == generation)
                continue;
            seen[top.pc] = generation;
            ++steps;
            const Instruction &in = program[top.pc];
            switch (in.op) {
            case Op::Jump:
                todo.push_back({in.x, kGo, 0});
                break;
            case Op::Split:
                todo.push_back({in.y, kGo, 0});
                todo.push_back({in.x, kGo, 0});
                break;
            case Op::Save:
                if (in.x < slots) {
                    todo.push_back({0, in.x, caps[in.x]});
                    caps[in.x] = at;
                }
                todo.push_back({top.pc + 1, kGo, 0});
                break;
            case Op::Begin:
                if (at == 0)
                    todo.push_back({top.pc + 1, kGo, 0});
                break;
            case Op::End:
                if (at == text.size())
                    todo.push_back({top.pc + 1, kGo, 0});
                break;
            case Op::Boundary:
            case Op::NotBoundary:
                if (boundary(at, next) == (in.op == Op::Boundary))
                    todo.push_back({top.pc + 1, kGo, 0});
                break;
            default:
                threads.pcs.push_back(top.pc);
                threads.captures.insert(threads.captures.end(), caps.begin(), caps.end());
            }
        }
    }

    const std::vector<Instruction> &program;
    std::string_view text;
    std::size_t slots;
    std::vector<std::uint32_t> seen;
    std::uint32_t generation = 1;
    std::size_t steps = 0;
};

Regex::Outcome Regex::run(std::string_view text, bool anchored, bool whole,
                          std::vector<std::string_view> *captures) const
{
    constexpr std::size_t kNone = ~std::size_t{0};
    const std::size_t slots = captures != nullptr ? static_cast<std::size_t>(m_groups + 1) * 2 : 0;
    Run run(*this, text, slots);
    Run::Threads now;
    Run::Threads next;
    std::vector<std::size_t> found;
    bool matched = false;
    std::size_t at = 0;
    const std::vector<std::size_t> fresh(slots, kNone);
    for (;;) {
        std::size_t after = at;
        const char32_t c = at < text.size() ? decodeUtf8(text, after) : U'\0';
        if (!matched && (at == 0 || !anchored))
            run.add(now, 0, at, c, fresh);
        if (now.pcs.empty() && (matched || anchored))
            break;
        ++run.generation;
        std::size_t peekAt = after;
        const char32_t following = after < text.size() ? decodeUtf8(text, peekAt) : U'\0';
        next.clear();
        for (std::size_t i = 0; i < now.pcs.size(); ++i) {
            const std::uint32_t pc = now.pcs[i];
            const Instruction &in = m_program[pc];
            if (in.op == Op::Match) {
                if (whole && at < text.size())
                    continue;
                matched = true;
                found.assign(now.captures.begin() + static_cast<std::ptrdiff_t>(i * slots),
                             now.captures.begin() + static_cast<std::ptrdiff_t>((i + 1) * slots));
                break; // threads behind it are less preferred
            }
            if (at >= text.size())
                continue;
            const bool step = in.op == Op::Char         ? (m_foldCase ? folded(c) : c) == in.x
                              : in.op == Op::AnyButLine ? c != U'\n' && c != U'\r'
                              : in.op == Op::Any        ? true
                              : c < 128                 ? m_sets[in.x].holds(c)
                                                        : m_sets[in.x].computed(c, m_foldCase);
            if (step)
                run.add(next, pc + 1, after, following,
                        {now.captures.begin() + static_cast<std::ptrdiff_t>(i * slots),
                         now.captures.begin() + static_cast<std::ptrdiff_t>((i + 1) * slots)});
        }
        if (at >= text.size() || run.steps > kMaxSteps)
            break;
        if (matched && slots == 0 && !whole)
            break;
        std::swap(now, next);
        at = after;
    }
    if (run.steps > kMaxSteps)
        return Outcome::TooCostly;
    if (!matched)
        return Outcome::NoMatch;
    if (captures != nullptr) {
        captures->clear();
        for (std::size_t i = 0; i + 1 < slots; i += 2)
            captures->push_back(found[i] == kNone || found[i + 1] == kNone
                                    ? std::string_view()
                                    : text.substr(found[i], found[i + 1] - found[i]));
    }
    return Outcome::Match;
}

Regex::Outcome Regex::matchesWhole(std::string_view text) const
{
    return run(text, true, true, nullptr);
}

Regex::Outcome Regex::matchesSomewhere(std::string_view text) const
{
    return run(text, false, false, nullptr);
}

Regex::Outcome Regex::find(std::string_view text, std::vector<std::string_view> &captures) const
{
    return run(text, false, false, &captures);
}

} // namespace dash

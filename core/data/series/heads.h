#pragma once
// Unsealed points in memory. A head is a list of slabs, each filled from the front; the writer appends behind what has
// been published, so readers share the slabs without a lock and without a copy. Anything but appending makes new slabs.

#include "core/data/series/chunk.h"

#include <array>
#include <deque>
#include <memory>
#include <mutex>

namespace dash::series {

struct Slab {
    Slab(std::size_t slots, ValueType type);

    std::size_t capacity;
    std::unique_ptr<qint64[]> times;
    std::unique_ptr<Word[]> words;        // unless text
    std::unique_ptr<std::string[]> texts; // text

    std::size_t bytes() const; // of its slots, used or not; what long texts hold besides is counted by the head
};

// Points of one series out of their slabs: ascending, unique times; words of text are indices into texts.
struct FlatPoints {
    std::vector<qint64> times;
    std::vector<Word> words;
    std::vector<std::string> texts;

    std::size_t size() const { return times.size(); }
    void push(qint64 time, Word word)
    {
        times.push_back(time);
        words.push_back(word);
    }
    void pushText(qint64 time, std::string_view text)
    {
        push(time, texts.size());
        texts.emplace_back(text);
    }
};

// Both hold ascending unique times; where they meet `newer` wins.
FlatPoints mergePoints(const FlatPoints &older, const FlatPoints &newer, ValueType type);

struct Head {
    struct Part {
        std::shared_ptr<Slab> slab;
        std::size_t size = 0;
    };
    ValueType type = ValueType::Double;
    std::vector<Part> parts;
    std::size_t points = 0;
    std::uint64_t added = 0; // of the points, those that are in no chunk
    std::size_t bytes = 0;   // of memory that its parts hold

    qint64 first() const { return parts.front().slab->times[0]; }
    qint64 last() const { return parts.back().slab->times[parts.back().size - 1]; }
    // Appends points that all lie behind last().
    void append(std::span<const qint64> times, std::span<const Word> words, std::span<const std::string> texts);
    // Puts in points of any time.
    void merge(const FlatPoints &newer);
    FlatPoints slice(qint64 from, qint64 to) const; // from <= t < to
    // Where the time is, as its word or text; nothing when it is not there.
    bool find(qint64 time, Word &word, std::string_view &text) const;
};

// All heads as of one change. Pages are shared between versions.
struct HeadVersion {
    static constexpr std::size_t kPage = 256;
    using Page = std::array<std::shared_ptr<const Head>, kPage>;

    qint64 change = 0;
    std::size_t sealed = 0; // bytes of heads that the version before still has and this one has not
    std::vector<std::shared_ptr<const Page>> pages;

    const Head *head(SeriesId id) const;
};

} // namespace dash::series

namespace dash {

struct SeriesStore::Heads {
    // The heads that belong to this change; empty when they are gone or not yet there (see newest()).
    std::shared_ptr<const series::HeadVersion> at(qint64 change) const;
    qint64 newest() const;
    void publish(std::shared_ptr<const series::HeadVersion> version);

private:
    static constexpr std::size_t kKept = 8;
    static constexpr std::size_t kKeptBytes = 16 * 1024 * 1024; // that only old versions hold; beyond it two are kept
    mutable std::mutex m_mutex;
    std::deque<std::shared_ptr<const series::HeadVersion>> m_versions; // by change
};

} // namespace dash

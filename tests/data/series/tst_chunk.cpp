// The chunk format: every value comes back bit for bit, damaged bytes are an error and nothing worse.

#include "core/data/series/batch_log.h"
#include "core/data/series/checksum.h"
#include "core/data/series/chunk.h"
#include "core/data/series/chunk_index.h"
#include "core/data/series/decimal_scale.h"
#include "tests/support/kit.h"

#include <cmath>
#include <limits>
#include <random>

using namespace dash;
using namespace dash::series;

namespace {

constexpr qint64 kStart = 1'767'225'600'000;

struct Sample {
    ValueType type = ValueType::Double;
    FlatPoints points;
};

Word word(double v)
{
    return std::bit_cast<Word>(v);
}

Sample regular(ValueType type, std::size_t n, const std::function<Word(std::size_t)> &value)
{
    Sample out{type, {}};
    for (std::size_t i = 0; i < n; ++i)
        out.points.push(kStart + static_cast<qint64>(i) * 10'000, value(i));
    return out;
}

Bytes encode(const Sample &s)
{
    return encodeChunk({s.type, s.points.times, s.points.words, s.points.texts});
}

Result<FlatPoints> decode(std::span<const std::uint8_t> bytes)
{
    const auto reader = ChunkReader::open(bytes);
    if (!reader)
        return fail(reader.error());
    FlatPoints out;
    if (const auto done = decodeAll(*reader, out); !done)
        return fail(done.error());
    return out;
}

bool same(const Sample &a, const FlatPoints &b)
{
    if (a.points.times != b.times)
        return false;
    if (a.type != ValueType::Text)
        return a.points.words == b.words;
    for (std::size_t i = 0; i < b.size(); ++i) {
        if (a.points.texts[a.points.words[i]] != b.texts[b.words[i]])
            return false;
    }
    return true;
}

// Makes a damaged header pass its checksum, so that the parts behind it are reached.
void repairChecksum(Bytes &bytes)
{
    ByteReader in(bytes);
    in.bytes(6);
    in.varint();
    const std::uint64_t head = in.varint();
    if (!in.ok() || head > in.left())
        return;
    const std::size_t end = bytes.size() - in.left() + static_cast<std::size_t>(head);
    const std::uint32_t crc = crc32c(std::span(bytes).subspan(6, end - 6));
    std::memcpy(bytes.data() + 2, &crc, sizeof crc);
}

Sample randomSample(std::mt19937_64 &random)
{
    Sample s;
    s.type = static_cast<ValueType>(random() % 5);
    const std::size_t n = 1 + random() % 3'000;
    const auto timing = random() % 6;
    const auto shape = random() % 9;
    qint64 t = timing == 5 ? kMinInstant : kStart + static_cast<qint64>(random() % 1'000'000);
    std::int64_t walk = static_cast<std::int64_t>(random());
    double smooth = std::uniform_real_distribution<>(-5, 5)(random);
    const int scale = static_cast<int>(random() % 16);
    for (std::size_t i = 0; i < n; ++i) {
        switch (timing) {
        case 0:
            t += 10'000;
            break;
        case 1:
            t += 10'000 + static_cast<qint64>(random() % 40) - 20;
            break;
        case 2:
            t += 1 + static_cast<qint64>(random() % 3);
            break;
        case 3:
            t += random() % 50 == 0 ? 3'600'000 : 1'000;
            break;
        case 4:
            t += i % 3 == 0 ? 334 : 333;
            break;
        default:
            t += 1 + static_cast<qint64>(random() % 80'000'000'000);
            break;
        }
        if (t >= kMaxInstant)
            break;
        smooth += std::normal_distribution<>(0, 0.15)(random);
        walk += static_cast<std::int64_t>(random() % 50);
        if (s.type == ValueType::Text) {
            s.points.pushText(t, shape < 4 ? std::string(random() % 4, 'x')
                                           : std::string(random() % 257, static_cast<char>(random())));
            continue;
        }
        Word w = 0;
        switch (shape) {
        case 0:
            w = word(std::round(smooth * kPowersOfTen[static_cast<std::size_t>(scale)]) /
                     kPowersOfTen[static_cast<std::size_t>(scale)]);
            break;
        case 1:
            w = word(smooth);
            break;
        case 2:
            w = static_cast<Word>(walk);
            break;
        case 3:
            w = random();
            break;
        case 4:
            w = random() % 40 == 0 ? random() % 4 : 1;
            break;
        case 5:
            w = word(i % 7 == 0 ? std::numeric_limits<double>::quiet_NaN() : std::round(smooth * 100) / 100);
            break;
        case 6:
            w = word(i % 90 == 0 ? (i % 180 == 0 ? HUGE_VAL : -0.0) : std::round(smooth));
            break;
        case 7:
            w = random() % 2 == 0 ? Word(INT64_MIN) : Word(INT64_MAX);
            break;
        default:
            w = random() % 100 == 0 ? random() : word(1.5);
            break;
        }
        s.points.push(t, s.type == ValueType::Bool ? w & 1 : w);
    }
    if (s.points.size() == 0)
        s.points.push(kStart, 0);
    return s;
}

} // namespace

class TstChunk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyShapeComesBackBitForBit()
    {
        std::mt19937_64 random(7);
        for (int round = 0; round < 400; ++round) {
            const Sample s = randomSample(random);
            const Bytes bytes = encode(s);
            const auto back = decode(bytes);
            QVERIFY_RESULT(back);
            QVERIFY2(same(s, *back), qPrintable(QStringLiteral("round %1").arg(round)));
        }
    }

    void rareDoublesKeepTheirBits()
    {
        const std::vector<Word> rare{word(0.0),
                                     word(-0.0),
                                     word(HUGE_VAL),
                                     word(-HUGE_VAL),
                                     word(5e-324),
                                     word(-5e-324),
                                     word(1.7976931348623157e308),
                                     word(std::numeric_limits<double>::quiet_NaN()),
                                     0x7ff8000000000001,
                                     0xfff8dead0000beef,
                                     0x7ff0000000000001,
                                     word(0.1 + 0.2),
                                     word(9007199254740993.0),
                                     word(1e22),
                                     word(123456789.125)};
        for (const std::size_t n : {std::size_t{1}, rare.size(), std::size_t{512}, std::size_t{513}, std::size_t{1'024},
                                    std::size_t{5'000}}) {
            const Sample s = regular(ValueType::Double, n, [&](std::size_t i) {
                return i % 31 < rare.size() ? rare[i % 31] : word(0.25 * static_cast<double>(i));
            });
            const Bytes bytes = encode(s);
            const auto back = decode(bytes);
            QVERIFY_RESULT(back);
            QVERIFY(same(s, *back));
        }
    }

    void aSteadySeriesCostsNextToNothing()
    {
        const Bytes bytes = encode(regular(ValueType::Double, 16'384, [](std::size_t) { return word(21.5); }));
        QVERIFY2(bytes.size() < 800, qPrintable(QString::number(bytes.size())));
    }

    void aSensorCostsLittleMoreThanItsNoise()
    {
        // Steps of a normal distribution with 15 units of deviation hold 5.95 bits; so do jitters of ±20 ms 5.3.
        std::mt19937_64 random(3);
        double value = 50;
        std::normal_distribution<> step(0, 0.15);
        Sample s;
        for (int i = 0; i < 16'384; ++i) {
            value += step(random);
            s.points.push(kStart + i * 10'000 + static_cast<qint64>(random() % 40) - 20,
                          word(std::round(value * 100) / 100));
        }
        const double bits = static_cast<double>(encode(s).size()) * 8 / 16'384;
        QVERIFY2(bits < (5.95 + 5.33) * 1.06, qPrintable(QString::number(bits)));
    }

    void blockSummariesAgreeWithTheirPoints()
    {
        std::mt19937_64 random(11);
        for (int round = 0; round < 60; ++round) {
            const Sample s = randomSample(random);
            const Bytes bytes = encode(s);
            const auto reader = ChunkReader::open(bytes);
            QVERIFY_RESULT(reader);
            for (std::size_t b = 0; b < reader->blocks(); ++b) {
                const std::size_t at = b * kBlockPoints;
                const auto words = std::span(s.points.words).subspan(at, reader->blockSize(b));
                const Summary want = summarize(s.type, std::span(s.points.times).subspan(at, words.size()), words);
                const Summary got = reader->blockSummary(b);
                QCOMPARE(got.count, want.count);
                QCOMPARE(got.numbers, want.numbers);
                QCOMPARE(got.firstTime, want.firstTime);
                QCOMPARE(got.minUnits, want.minUnits);
                QCOMPARE(got.maxUnits, want.maxUnits);
                QVERIFY(got.sumUnits == want.sumUnits);
                if (want.numbers > 0 && s.type == ValueType::Double) {
                    QCOMPARE(got.min, want.min);
                    QCOMPARE(got.max, want.max);
                    QVERIFY(got.sum == want.sum || std::isnan(want.sum) ||
                            std::abs(got.sum - want.sum) <= 1e-9 * std::max(std::abs(want.sum), 1e6));
                }
            }
        }
    }

    // Reading header and single blocks gives what reading all of it gives, in words and in units.
    void blocksDecodeFromTheirOwnBytes()
    {
        std::mt19937_64 random(13);
        int scaled = 0;
        for (int round = 0; round < 1'000; ++round) {
            const Sample s = randomSample(random);
            const Bytes bytes = encode(s);
            const std::size_t headBytes =
                ChunkReader::headBytes(std::span(bytes).first(std::min(bytes.size(), ChunkReader::kHeadPrefix)));
            QVERIFY(headBytes > 0 && headBytes <= bytes.size());
            const auto reader = ChunkReader::openHead(std::span(bytes).first(headBytes), bytes.size());
            QVERIFY_RESULT(reader);
            QVERIFY(!ChunkReader::openHead(std::span(bytes).first(headBytes - 1), bytes.size()));
            QVERIFY(!ChunkReader::openHead(std::span(bytes).first(headBytes), bytes.size() + 1));
            const std::size_t b = random() % reader->blocks();
            const std::size_t at = b * kBlockPoints;
            const std::size_t size = reader->blockSize(b);
            const auto part = std::span(bytes).subspan(reader->place(b).at, reader->place(b).bytes);
            std::array<qint64, kBlockPoints> times{};
            std::array<Word, kBlockPoints> words{};
            QVERIFY_RESULT(reader->decode(b, part, times.data(), words.data()));
            QVERIFY(std::equal(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(size),
                               s.points.times.begin() + static_cast<std::ptrdiff_t>(at)));
            for (std::size_t i = 0; i < size; ++i) {
                if (s.type == ValueType::Text)
                    QCOMPARE(reader->texts()[words[i]], s.points.texts[s.points.words[at + i]]);
                else
                    QCOMPARE(words[i], s.points.words[at + i]);
            }
            if (!part.empty()) {
                QVERIFY(!reader->decode(b, part.first(part.size() - 1), times.data(), words.data()));
                QVERIFY(!reader->decode(b, times.data(), words.data())); // the blocks are not there
            }
            if (!reader->isScaled(b))
                continue;
            ++scaled;
            std::array<std::int64_t, kBlockPoints> units{};
            QVERIFY_RESULT(reader->decodeUnits(b, part, times.data(), units.data()));
            const Summary got =
                summarizeScaled(reader->exponent(), std::span(times).first(size), std::span(units).first(size));
            const Summary want = summarize(s.type, std::span(times).first(size), std::span(words).first(size));
            QCOMPARE(got.count, want.count);
            QCOMPARE(got.first, want.first);
            QCOMPARE(got.last, want.last);
            QCOMPARE(got.min, want.min);
            QCOMPARE(got.max, want.max);
            QVERIFY(std::abs(got.sum - want.sum) <= 1e-9 * std::max(std::abs(want.sum), 1e6));
        }
        QVERIFY(scaled > 10);
    }

    void damagedBytesAreAnErrorAndNothingWorse()
    {
        std::mt19937_64 random(5);
        int refused = 0;
        int tried = 0;
        for (int round = 0; round < 60; ++round) {
            const Sample s = randomSample(random);
            const Bytes whole = encode(s);
            for (int flip = 0; flip < 60; ++flip) {
                Bytes bytes = whole;
                for (auto k = 1 + random() % 3; k > 0; --k)
                    bytes[random() % bytes.size()] ^= static_cast<std::uint8_t>(1 + random() % 255);
                if (random() % 4 == 0)
                    bytes.resize(random() % (bytes.size() + 1));
                const bool repaired = random() % 2 == 0 && bytes.size() > 12;
                if (repaired)
                    repairChecksum(bytes);
                const auto back = decode(bytes);
                if (repaired || bytes == whole)
                    continue; // only must not crash: a header with a right checksum may say anything
                ++tried;
                refused += back ? 0 : 1;
                if (!back)
                    QCOMPARE(test::codeOf(back), QStringLiteral("series.chunk_corrupt"));
                else
                    QVERIFY(same(s, *back)); // the flip undid itself
            }
        }
        QVERIFY(tried > 500);
        QCOMPARE(refused, tried);
    }

    void logRowsComeBackAndDamagedOnesAreRefused()
    {
        std::mt19937_64 random(9);
        for (int round = 0; round < 100; ++round) {
            std::vector<Sample> samples;
            LogWriter writer;
            for (int i = 0; i < 3; ++i) {
                samples.push_back(randomSample(random));
                const Sample &s = samples.back();
                writer.add(SeriesId{i + 1}, s.type, s.points.size() / 2, s.points.times, s.points.words,
                           s.points.texts);
            }
            const auto row = writer.finish();
            Bytes bytes(row.begin(), row.end());
            const auto blocks = readLogRow(bytes);
            QVERIFY_RESULT(blocks);
            QCOMPARE(blocks->size(), samples.size());
            for (std::size_t i = 0; i < samples.size(); ++i) {
                QVERIFY((*blocks)[i].series == SeriesId{static_cast<std::int64_t>(i + 1)});
                QCOMPARE((*blocks)[i].added, samples[i].points.size() / 2);
                QVERIFY(same(samples[i], (*blocks)[i].points));
            }
            bytes[random() % bytes.size()] ^= static_cast<std::uint8_t>(1 + random() % 255);
            QCOMPARE(test::codeOf(readLogRow(bytes)), QStringLiteral("series.chunk_corrupt"));
            const std::uint32_t crc = crc32c(std::span(bytes).subspan(5));
            std::memcpy(bytes.data() + 1, &crc, sizeof crc);
            (void)readLogRow(bytes); // must not crash
        }
    }

    void checksumIsTheOneOfTheStandard()
    {
        const std::string text = "123456789"; // the check value of CRC-32C
        QCOMPARE(crc32c(std::span(reinterpret_cast<const std::uint8_t *>(text.data()), text.size())), 0xe3069283U);
    }
};

DASH_TEST(TstChunk)
#include "tst_chunk.moc"

#include "app/shell/series_finder.h"

#include "app/app_context.h"
#include "app/shell/fuzzy.h"
#include "app/theme/numbers.h"

#include <QPointer>

#include <algorithm>
#include <cmath>

namespace dash {

namespace {

constexpr std::size_t kMost = 9;
constexpr std::size_t kSpark = 46;

QString labelText(const SeriesInfo &info)
{
    QStringList parts;
    for (const Label &label : info.key.labels)
        parts << QString::fromStdString(label.name) + u'=' + QString::fromStdString(label.value);
    return parts.join(QStringLiteral(", "));
}

double lastValue(const Points &points)
{
    if (points.type == ValueType::Double)
        return points.doubles.empty() ? std::nan("") : points.doubles.back();
    return points.ints.empty() ? std::nan("") : double(points.ints.back()) / std::pow(10.0, points.scale);
}

} // namespace

SeriesFinder::SeriesFinder(PointsDb &points, std::function<void(const Location &)> go)
    : m_points(points)
    , m_go(std::move(go))
{
    m_pool.setMaxThreadCount(1);
}

SeriesFinder::~SeriesFinder()
{
    ++m_asked;
    m_pool.waitForDone();
}

void SeriesFinder::find(const SeriesQuery &query, QObject *receiver,
                        std::function<void(std::vector<PaletteEntry>)> done)
{
    const int asked = ++m_asked;
    m_pool.start([this, query, asked, receiver = QPointer(receiver), done = std::move(done)] {
        if (asked != m_asked)
            return;
        auto entries = std::make_shared<std::vector<PaletteEntry>>(answer(query, asked));
        QMetaObject::invokeMethod(
            this,
            [this, receiver, done, entries] {
                for (PaletteEntry &entry : *entries) {
                    const QString id = entry.keys; // carried here from the other thread
                    entry.keys.clear();
                    entry.run = [go = m_go, id] { go(Location{QStringLiteral("data"), {}, id}); };
                }
                if (receiver)
                    done(std::move(*entries));
            },
            Qt::QueuedConnection);
    });
}

std::vector<PaletteEntry> SeriesFinder::answer(const SeriesQuery &query, int asked)
{
    const auto snapshot = m_points.snapshot();
    if (!snapshot)
        return {};
    const auto all = (*snapshot)->series().list();
    if (!all)
        return {};
    struct Hit {
        int score;
        const SeriesInfo *info;
    };
    std::vector<Hit> hits;
    for (const SeriesInfo &info : *all) {
        const QString text = query.labels ? labelText(info) : QString::fromStdString(info.key.name);
        if (const auto match = fuzzyMatch(query.text, text))
            hits.push_back({match->score, &info});
    }
    const std::size_t most = std::min(hits.size(), kMost);
    std::partial_sort(hits.begin(), hits.begin() + std::ptrdiff_t(most), hits.end(),
                      [](const Hit &a, const Hit &b) { return a.score > b.score; });
    std::vector<PaletteEntry> out;
    for (std::size_t i = 0; i < most && asked == m_asked; ++i) {
        const SeriesInfo &info = *hits[i].info;
        PaletteEntry entry;
        entry.group = PaletteEntry::Group::Series;
        entry.text = QString::fromStdString(info.key.name);
        entry.note = labelText(info);
        entry.icon = QStringLiteral("series");
        entry.mono = true;
        entry.keys = u"series/" + QString::fromStdString(info.key.owner) + u'/' + entry.text;
        if (info.points > 0 && info.type != ValueType::Text) {
            if (const auto last = (*snapshot)->series().last(info.id))
                entry.value = withUnit(cardNumber(lastValue(*last)), QString::fromStdString(info.unit));
            const TimeRange range{std::max(info.first, info.last - 3'600'000), info.last + 1};
            if (const auto buckets = (*snapshot)->series().buckets(std::span(&info.id, 1), range, kSpark);
                buckets && !buckets->empty()) {
                const Buckets &b = buckets->front();
                for (std::size_t n = 0; n < b.count.size(); ++n) {
                    if (b.count[n] > 0)
                        entry.spark.push_back(b.last[n]);
                }
            }
        }
        out.push_back(std::move(entry));
    }
    return out;
}

} // namespace dash

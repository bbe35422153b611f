#pragma once
// Answers the palette's question for series on a thread of its own: the best names with their last points.

#include "app/shell/palette.h"
#include "core/data/points_db.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <mutex>

namespace dash {

struct Location;

class SeriesFinder final : public QObject {
    Q_OBJECT
public:
    SeriesFinder(PointsDb &points, std::function<void(const Location &)> go);
    ~SeriesFinder() override; // waits for the question in hand
    // GUI thread. A newer question makes an older one that has not begun moot.
    void find(const SeriesQuery &query, QObject *receiver, std::function<void(std::vector<PaletteEntry>)> done);

private:
    std::vector<PaletteEntry> answer(const SeriesQuery &query, int asked);

    PointsDb &m_points;
    std::function<void(const Location &)> m_go;
    QThreadPool m_pool;
    std::atomic<int> m_asked{0};
};

} // namespace dash

#include "app/shell/palette_rows.h"

#include "app/theme/icon.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/widgets/marks.h"

#include <QFontMetricsF>
#include <QStyle>

#include <algorithm>

namespace dash {

namespace {

constexpr int kRow = 40, kHead = 30;

// The name with its matched letters in accent and 600.
qreal paintMatched(QPainter *p, const QRectF &rect, const PaletteRow &row, const Tokens &t,
                   Qt::LayoutDirection direction)
{
    const FontRole role = row.entry.mono ? FontRole::Mono : FontRole::BodyMedium;
    const QFont plain = roleFont(role);
    QFont bold = plain;
    bold.setWeight(QFont::DemiBold);
    const QString &text = row.entry.text;
    const bool rightToLeft = text.isRightToLeft() || direction == Qt::RightToLeft;
    if (row.letters.empty() || rightToLeft)
        return paintText(p, rect, text, role, t.text);
    qreal x = rect.left();
    qsizetype at = 0;
    while (at < text.size() && x < rect.right()) {
        const auto hit = [&](qsizetype i) {
            return std::binary_search(row.letters.begin(), row.letters.end(), int(i));
        };
        const bool on = hit(at);
        qsizetype end = at + 1;
        while (end < text.size() && hit(end) == on)
            ++end;
        p->setFont(on ? bold : plain);
        p->setPen(on ? t.accentText : t.text);
        const QFontMetricsF metrics(p->font());
        const QString part = metrics.elidedText(text.mid(at, end - at), Qt::ElideRight, rect.right() - x + 0.5);
        p->drawText(QRectF(x, rect.top(), rect.right() - x + 1, rect.height()), Qt::AlignVCenter | Qt::TextSingleLine,
                    part);
        x += metrics.horizontalAdvance(part);
        at = end;
    }
    return x - rect.left();
}

void paintSpark(QPainter *p, const QRectF &rect, const std::vector<double> &points, const Tokens &t)
{
    if (points.size() < 2)
        return;
    const auto [low, high] = std::minmax_element(points.begin(), points.end());
    const double span = *high > *low ? *high - *low : 1;
    QPolygonF line;
    for (std::size_t i = 0; i < points.size(); ++i)
        line << QPointF(rect.left() + rect.width() * double(i) / double(points.size() - 1),
                        rect.bottom() - 2 - (rect.height() - 4) * (points[i] - *low) / span);
    QPolygonF area = line;
    area << rect.bottomRight() << rect.bottomLeft();
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    p->setPen(Qt::NoPen);
    p->setBrush(withAlpha(t.series[0], 0.14));
    p->drawPolygon(area);
    p->setPen(QPen(t.series[0], 1.25));
    p->drawPolyline(line);
    paintMark(p, line.last(), Mark::Dot, t.series[0], 4);
    p->restore();
}

} // namespace

void appendGroup(std::vector<PaletteRow> &rows, const QString &head, const QString &query,
                 const std::vector<PaletteEntry> &entries, int most)
{
    struct Hit {
        const PaletteEntry *entry;
        FuzzyMatch match;
    };
    std::vector<Hit> hits;
    for (const PaletteEntry &entry : entries) {
        if (auto match = fuzzyMatch(query, entry.text))
            hits.push_back({&entry, std::move(*match)});
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](const Hit &a, const Hit &b) { return a.match.score > b.match.score; });
    if (hits.empty())
        return;
    rows.push_back({head, {}, {}});
    for (std::size_t i = 0; i < hits.size() && int(i) < most; ++i)
        rows.push_back({{}, *hits[i].entry, std::move(hits[i].match.letters)});
}

void PaletteModel::setRows(std::vector<PaletteRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    const PaletteRow *here = row(index);
    if (!here)
        return {};
    if (role == Qt::DisplayRole)
        return here->head.isEmpty() ? here->entry.text : here->head;
    if (role == Qt::AccessibleDescriptionRole)
        return QString(here->entry.note + u' ' + here->entry.value + u' ' + here->entry.keys);
    return {};
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    return entry(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

const PaletteRow *PaletteModel::row(const QModelIndex &index) const
{
    return index.isValid() && index.row() < int(m_rows.size()) ? &m_rows[std::size_t(index.row())] : nullptr;
}

const PaletteEntry *PaletteModel::entry(const QModelIndex &index) const
{
    const PaletteRow *here = row(index);
    return here && here->head.isEmpty() ? &here->entry : nullptr;
}

QModelIndex PaletteModel::nextEntry(const QModelIndex &from, int step) const
{
    for (int i = from.isValid() ? from.row() + step : 0; i >= 0 && i < int(m_rows.size()); i += step) {
        if (m_rows[std::size_t(i)].head.isEmpty())
            return index(i);
    }
    return {};
}

int PaletteModel::entries() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const PaletteRow &r) { return r.head.isEmpty(); }));
}

QString PaletteModel::entryText(int n) const
{
    for (const PaletteRow &row : m_rows) {
        if (row.head.isEmpty() && n-- == 0)
            return row.entry.text;
    }
    return {};
}

int PaletteModel::contentHeight() const
{
    int height = 0;
    for (const PaletteRow &row : m_rows)
        height += row.head.isEmpty() ? kRow : kHead;
    return height;
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto *model = static_cast<const PaletteModel *>(index.model());
    return {100, model->entry(index) ? kRow : kHead};
}

void PaletteDelegate::paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = tokensOf(option.widget);
    const PaletteRow *row = static_cast<const PaletteModel *>(index.model())->row(index);
    if (!row)
        return;
    const QRectF r(option.rect);
    p->save();
    p->setLayoutDirection(option.direction);
    const auto place = [&](qreal x, qreal w, qreal h) {
        return mirrored(QRectF(r.left() + x, r.center().y() - h / 2, w, h), r, option.direction);
    };
    if (!row->head.isEmpty()) {
        paintText(p, place(8, r.width() - 16, r.height()), row->head, FontRole::CaptionBold, t.secondary);
        p->restore();
        return;
    }
    const PaletteEntry &entry = row->entry;
    const bool on = option.state & QStyle::State_Selected;
    if (on)
        paintBox(p, r, metrics().radiusControl, t.selected);
    paintIcon(p, place(11, 16, 16), entry.icon, on ? t.text : t.secondary, option.direction);
    // From the end: keys, value, sparkline.
    qreal end = r.width() - 10;
    const QColor quiet = on ? t.secondary : t.tertiary;
    const QString keys = on && entry.keys.isEmpty() ? QStringLiteral("↵") : entry.keys;
    if (!keys.isEmpty()) {
        const qreal w = KeyCap::widthOf(keys);
        KeyCap::paint(p, place(end - w, w, 18), keys, t);
        end -= w + 12;
    }
    if (!entry.value.isEmpty()) {
        p->setFont(roleFont(FontRole::SmallBold));
        p->setPen(t.text);
        const qreal w = tabularWidth(p->font(), entry.value);
        drawTabular(p, place(end - w, w, r.height()), Qt::AlignLeft, entry.value);
        end -= std::max<qreal>(w, 64) + 24;
    }
    if (entry.spark.size() > 1) {
        paintSpark(p, place(end - 92, 92, 20), entry.spark, t);
        end -= 104;
    }
    if (entry.here) {
        const QString words = CommandPalette::tr("open now");
        const qreal w = textWidth(words, FontRole::Small) + 1;
        paintText(p, place(end - w, w, r.height()), words, FontRole::Small, quiet);
        end -= w + 12;
    }
    const FontRole role = entry.mono ? FontRole::Mono : FontRole::BodyMedium;
    const qreal nameRoom = std::min(textWidth(entry.text, role) * 1.08 + 2, std::max(60.0, end - 44));
    const qreal used = paintMatched(p, place(44, nameRoom, r.height()), *row, t, option.direction);
    const qreal noteAt = 44 + used + 10;
    if (end - noteAt > 40)
        paintText(p, place(noteAt, end - noteAt, r.height()), entry.note, FontRole::Small, quiet);
    p->restore();
}

} // namespace dash

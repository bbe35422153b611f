#include "app/data/data_list.h"

#include "app/theme/icon.h"
#include "app/theme/numbers.h"
#include "app/theme/paint.h"

#include <QLocale>
#include <QStyle>
#include <QStyledItemDelegate>

namespace dash {

namespace {

constexpr int kRowHeight = 28;
constexpr int kHeadHeight = 34;

class RowPainter : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const auto kind = static_cast<DataListModel::RowKind>(index.data(DataListModel::KindRole).toInt());
        return {100, kind == DataListModel::RowKind::Head ? kHeadHeight : kRowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &colors = tokensOf(option.widget);
        const auto kind = static_cast<DataListModel::RowKind>(index.data(DataListModel::KindRole).toInt());
        const QString text = index.data(Qt::DisplayRole).toString();
        const QString count = index.data(DataListModel::CountRole).toString();
        const QRectF box = QRectF(option.rect).adjusted(4, 0, -4, 0);
        const Qt::LayoutDirection direction = option.direction;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const qreal countWidth = textWidth(count, FontRole::Small) + 2;
        const QRectF countBox =
            mirrored(QRectF(box.right() - 8 - countWidth, box.top(), countWidth, box.height()), box, direction);
        if (kind == DataListModel::RowKind::Head) {
            const QRectF line = box.adjusted(8, 8, -8, 0);
            paintText(painter, line, text, FontRole::CaptionBold, colors.tertiary);
            painter->setFont(roleFont(FontRole::Caption));
            painter->setPen(colors.tertiary);
            drawTabular(painter, countBox.adjusted(0, 8, 0, 0), Qt::AlignTrailing | Qt::AlignVCenter, count);
            painter->restore();
            return;
        }
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected || option.state.testFlag(QStyle::State_MouseOver))
            paintBox(painter, box, 4, selected ? colors.selected : colors.hover);
        const QColor ink = selected ? colors.accentText : colors.text;
        const QString iconName = kind == DataListModel::RowKind::File     ? QStringLiteral("file")
                                 : kind == DataListModel::RowKind::Series ? QStringLiteral("series")
                                                                          : QStringLiteral("table");
        const QRectF iconBox = mirrored(QRectF(box.left() + 8, box.center().y() - 8, 16, 16), box, direction);
        paintIcon(painter, iconBox, iconName, selected ? colors.accentText : colors.secondary, direction);
        const QRectF words =
            mirrored(QRectF(box.left() + 32, box.top(), box.width() - 48 - countWidth, box.height()), box, direction);
        paintText(painter, words, text, FontRole::Mono, ink);
        painter->setFont(roleFont(FontRole::Small));
        painter->setPen(selected ? colors.secondary : colors.tertiary);
        drawTabular(painter, countBox, Qt::AlignTrailing | Qt::AlignVCenter, count);
        painter->restore();
    }
};

} // namespace

QString DataRef::part() const
{
    switch (kind) {
    case Kind::None:
        return {};
    case Kind::File:
        return QStringLiteral("file");
    case Kind::Series:
        return u"series/" + owner + u'/' + name;
    case Kind::Table:
        return u"table/" + owner + u'/' + name;
    }
    return {};
}

DataRef DataRef::fromPart(const QString &part)
{
    if (part == u"file")
        return {Kind::File, {}, {}};
    const qsizetype first = part.indexOf(u'/');
    const qsizetype second = part.indexOf(u'/', first + 1);
    if (first < 0 || second < 0)
        return {};
    const Kind kind = part.startsWith(u"series/")  ? Kind::Series
                      : part.startsWith(u"table/") ? Kind::Table
                                                   : Kind::None;
    return {kind, part.mid(first + 1, second - first - 1), part.mid(second + 1)};
}

QString shortCount(std::uint64_t count, const QLocale &locale)
{
    if (count < 1'000'000)
        return wholeNumber(qint64(count), locale);
    const double millions = double(count) / 1e6;
    if (millions < 1'000)
        return cardNumber(millions, millions < 100 ? 1 : 0, locale) + QStringLiteral(" M");
    return cardNumber(millions / 1'000, 1, locale) + QStringLiteral(" G");
}

void DataListModel::setCatalogue(const DataCatalogue &catalogue)
{
    m_catalogue = catalogue;
    rebuild();
}

void DataListModel::setFilter(const QString &words)
{
    if (m_filter == words)
        return;
    m_filter = words;
    rebuild();
}

void DataListModel::setFile(const QString &name, double share)
{
    const bool sameFile = m_file == name;
    m_file = name;
    m_share = share;
    if (sameFile && !m_rows.empty() && m_rows.size() > 1 && m_rows[1].kind == RowKind::File) {
        m_rows[1].share = share;
        m_rows[1].count = share < 0 ? QString() : QLocale().toString(int(share * 100)) + QStringLiteral(" %");
        Q_EMIT dataChanged(index(1), index(1));
        return;
    }
    rebuild();
}

void DataListModel::rebuild()
{
    std::vector<Row> rows;
    const auto fits = [this](const QString &text) {
        return m_filter.isEmpty() || text.contains(m_filter, Qt::CaseInsensitive);
    };
    if (!m_file.isEmpty()) {
        rows.push_back(Row{RowKind::Head, tr("Just dropped"), {}, -1, {}});
        const QString percent = m_share < 0 ? QString() : QLocale().toString(int(m_share * 100)) + QStringLiteral(" %");
        rows.push_back(Row{RowKind::File, m_file, percent, m_share, DataRef{DataRef::Kind::File, {}, {}}});
    }
    std::vector<Row> series;
    for (const SeriesGroup &group : m_catalogue.series) {
        const QString name = QString::fromStdString(group.name);
        if (fits(name))
            series.push_back(Row{RowKind::Series, name, shortCount(group.points), -1,
                                 DataRef{DataRef::Kind::Series, QString::fromStdString(group.owner), name}});
    }
    std::vector<Row> tables;
    for (const TableInfo &info : m_catalogue.tables) {
        const QString name = info.title.isEmpty() ? info.name.output : info.title;
        if (fits(name))
            tables.push_back(Row{RowKind::Table, name, shortCount(std::uint64_t(info.rows)), -1,
                                 DataRef{DataRef::Kind::Table, info.name.pipeline.text(), info.name.output}});
    }
    if (!series.empty())
        rows.push_back(Row{RowKind::Head, tr("Series"), wholeNumber(qint64(series.size())), -1, {}});
    rows.insert(rows.end(), series.begin(), series.end());
    if (!tables.empty())
        rows.push_back(Row{RowKind::Head, tr("Tables"), wholeNumber(qint64(tables.size())), -1, {}});
    rows.insert(rows.end(), tables.begin(), tables.end());

    const bool sameShape = rows.size() == m_rows.size() &&
                           std::equal(rows.begin(), rows.end(), m_rows.begin(), [](const Row &a, const Row &b) {
                               return a.kind == b.kind && a.ref == b.ref && a.text == b.text;
                           });
    if (sameShape) {
        // Live data changes counts all the time; selection and scroll position stay.
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QModelIndex DataListModel::indexOf(const DataRef &ref) const
{
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].ref == ref && ref.kind != DataRef::Kind::None)
            return index(int(i));
    }
    return {};
}

DataRef DataListModel::refAt(const QModelIndex &at) const
{
    return at.isValid() && size_t(at.row()) < m_rows.size() ? m_rows[size_t(at.row())].ref : DataRef();
}

int DataListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant DataListModel::data(const QModelIndex &at, int role) const
{
    if (!at.isValid() || size_t(at.row()) >= m_rows.size())
        return {};
    const Row &row = m_rows[size_t(at.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return row.text;
    case Qt::AccessibleTextRole:
        return row.count.isEmpty() ? row.text : QString(row.text + u", " + row.count);
    case KindRole:
        return int(row.kind);
    case CountRole:
        return row.count;
    case ShareRole:
        return row.share;
    default:
        return {};
    }
}

Qt::ItemFlags DataListModel::flags(const QModelIndex &at) const
{
    if (!at.isValid() || m_rows[size_t(at.row())].kind == RowKind::Head)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

DataList::DataList(QWidget *parent)
    : QListView(parent)
    , m_model(new DataListModel(this))
{
    setObjectName(QStringLiteral("data_list"));
    setAccessibleName(tr("Series and tables"));
    setModel(m_model);
    setItemDelegate(new RowPainter(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    viewport()->setAutoFillBackground(false);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        const DataRef ref = m_model->refAt(current);
        if (ref.kind != DataRef::Kind::None)
            Q_EMIT chosen(ref);
    });
}

void DataList::select(const DataRef &ref)
{
    const QModelIndex at = m_model->indexOf(ref);
    if (at.isValid() && at != currentIndex())
        setCurrentIndex(at);
}

} // namespace dash

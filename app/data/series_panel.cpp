#include "app/data/series_panel.h"

#include "app/pipelines/rows_table.h"
#include "app/theme/numbers.h"
#include "app/widgets/blocks.h"
#include "app/widgets/button.h"
#include "app/widgets/choice.h"
#include "app/widgets/field.h"

#include <QAbstractButton>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <climits>
#include <numeric>

namespace dash {

namespace {

constexpr std::size_t kShownPoints = 500;
constexpr std::array kKinds{"line", "area", "bar"};

QString dateText(qint64 ms)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms), QLocale::ShortFormat);
}

void appendPoint(Column &column, const Points &points, std::size_t i)
{
    switch (points.type) {
    case ValueType::Double:
        column.appendDouble(points.doubles[i]);
        break;
    case ValueType::Int64:
        column.appendInt(points.ints[i]);
        break;
    case ValueType::Bool:
        column.appendBool(points.ints[i] != 0);
        break;
    case ValueType::Decimal:
        if (!column.appendDecimal(Decimal{points.ints[i], points.scale}))
            column.appendNull();
        break;
    case ValueType::Text:
        column.appendText(points.texts[i]);
        break;
    }
}

ColumnType columnTypeOf(ValueType type)
{
    switch (type) {
    case ValueType::Double:
        return ColumnType::Double;
    case ValueType::Int64:
        return ColumnType::Int64;
    case ValueType::Bool:
        return ColumnType::Bool;
    case ValueType::Decimal:
        return ColumnType::Decimal;
    case ValueType::Text:
        return ColumnType::Text;
    }
    return ColumnType::Text;
}

} // namespace

Batch newestPoints(ChartSource &source, const SeriesGroup &group, std::size_t limit)
{
    // Walks back from the newest point in growing stretches, so that a long series is not read as a whole.
    std::vector<std::string> labelNames;
    for (const SeriesInfo &member : group.members) {
        for (const Label &label : member.key.labels) {
            if (std::find(labelNames.begin(), labelNames.end(), label.name) == labelNames.end())
                labelNames.push_back(label.name);
        }
    }
    std::vector<Batch> parts;
    for (const SeriesInfo &member : group.members) {
        if (member.points == 0)
            continue;
        qint64 span = std::max<qint64>(1, (member.last - member.first) / qint64(member.points) * qint64(limit));
        Result<Points> points = source.range(member.id, {member.last - span, member.last + 1}, SIZE_MAX);
        while (points && points->times.size() < std::min<std::uint64_t>(limit, member.points) &&
               member.last - span > member.first) {
            span *= 4;
            points = source.range(member.id, {std::max(member.first, member.last - span), member.last + 1}, SIZE_MAX);
        }
        if (!points)
            continue;
        Batch part;
        auto times = std::make_shared<Column>(ColumnType::Instant);
        auto values = std::make_shared<Column>(columnTypeOf(points->type), points->scale);
        const std::size_t size = points->times.size();
        for (std::size_t i = size > limit ? size - limit : 0; i < size; ++i) {
            times->appendInt(points->times[i]);
            appendPoint(*values, *points, i);
        }
        part.rows = times->size();
        part.set(QStringLiteral("time"), times);
        for (const std::string &name : labelNames) {
            auto column = std::make_shared<Column>(ColumnType::Text);
            const auto label = std::find_if(member.key.labels.begin(), member.key.labels.end(),
                                            [&](const Label &l) { return l.name == name; });
            for (std::size_t i = 0; i < part.rows; ++i) {
                if (label == member.key.labels.end())
                    column->appendNull();
                else
                    column->appendText(label->value);
            }
            part.set(QString::fromStdString(name), column);
        }
        part.set(QString::fromStdString(group.name), values, QString::fromStdString(group.unit));
        parts.push_back(std::move(part));
    }
    if (parts.empty())
        return {};
    const Batch all = concatenate(parts);
    std::vector<std::uint32_t> order(all.rows);
    std::iota(order.begin(), order.end(), 0u);
    const auto &times = all.fields.front().column->ints;
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return times[a] > times[b]; });
    order.resize(std::min(order.size(), limit));
    return takeRows(all, order);
}

SeriesPanel::SeriesPanel(AppContext &context, ChartReader &reader, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_reader(reader)
    , m_time(context.clock)
    , m_scope{m_time, reader, {}, 0, {}}
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_name = new TextLabel({}, FontRole::Title);
    m_facts = new TextLabel({}, FontRole::Small, &Tokens::tertiary);
    m_facts->setWrap(true);
    head->addWidget(m_name);
    head->addWidget(m_facts, 1);
    m_kind = new Segmented;
    m_kind->setItems({tr("Line"), tr("Area"), tr("Bar")});
    m_kind->setAccessibleName(tr("Draw as"));
    head->addWidget(m_kind);
    auto *save = new Button(QStringLiteral("download"), tr("Export CSV…"));
    save->setObjectName(QStringLiteral("series_export"));
    auto *drop = new Button(QStringLiteral("trash"), tr("Delete…"), Button::Kind::Danger);
    drop->setObjectName(QStringLiteral("series_delete"));
    head->addWidget(save);
    head->addWidget(drop);
    column->addLayout(head);
    m_chartRoom = new QWidget;
    auto *room = new QVBoxLayout(m_chartRoom);
    room->setContentsMargins(0, 0, 0, 0);
    m_chartRoom->setMinimumHeight(220);
    column->addWidget(m_chartRoom, 3);
    auto *card = new Card;
    auto *rowsColumn = card->column();
    rowsColumn->setContentsMargins(1, 8, 1, 1);
    auto *rowsHead = new QHBoxLayout;
    rowsHead->setContentsMargins(12, 0, 12, 0);
    rowsHead->addWidget(new TextLabel(tr("Newest points"), FontRole::BodyBold));
    rowsHead->addStretch();
    m_rowsNote = new TextLabel({}, FontRole::Small, &Tokens::tertiary);
    rowsHead->addWidget(m_rowsNote);
    rowsColumn->addLayout(rowsHead);
    m_rows = new RowsTable;
    m_rows->setPlainHead(true);
    m_rows->setAccessibleName(tr("Newest points"));
    rowsColumn->addWidget(m_rows, 1);
    column->addWidget(card, 2);
    connect(m_kind, &Segmented::changed, this, [this](int kind) {
        if (m_card != nullptr)
            m_card->setWidget(widgetFor(QString::fromLatin1(kKinds.at(size_t(kind)))));
    });
    connect(save, &Button::clicked, this, [this] { Q_EMIT exportAsked(m_group); });
    connect(drop, &Button::clicked, this, &SeriesPanel::remove);
}

SeriesPanel::~SeriesPanel()
{
    delete m_card; // uses m_scope
}

Widget SeriesPanel::widgetFor(const QString &type) const
{
    Widget widget;
    widget.id = WidgetId{QUuid::createUuidV5(QUuid(), QByteArray::fromStdString(m_group.owner + '/' + m_group.name))};
    widget.type = type;
    widget.title = QString::fromStdString(m_group.name);
    widget.unit = QString::fromStdString(m_group.unit);
    widget.cells = QRect(0, 0, 12, 6);
    WidgetQuery query;
    query.series.name = widget.title;
    query.series.pipeline = QString::fromStdString(m_group.owner);
    widget.queries.push_back(query);
    return widget;
}

void SeriesPanel::show(const SeriesGroup &group)
{
    const bool same = group.owner == m_group.owner && group.name == m_group.name && m_card != nullptr;
    m_group = group;
    updateHead();
    if (!same) {
        delete m_card;
        if (group.points > 0) {
            const qint64 margin = std::max<qint64>(1'000, (group.last - group.first) / 50);
            TimeWindow window;
            window.last = Millis(0);
            window.absolute = {group.first - margin, group.last + margin};
            m_time.setWindow(window);
        }
        m_card = new WidgetCard(m_scope, widgetFor(QString::fromLatin1(kKinds.at(size_t(m_kind->currentIndex())))),
                                m_chartRoom);
        m_chartRoom->layout()->addWidget(m_card);
        m_card->setFullSize(true);
        m_card->show();
    }
    ask();
}

void SeriesPanel::updateHead()
{
    m_name->setText(QString::fromStdString(m_group.name));
    QStringList facts;
    if (!m_group.unit.empty())
        facts.append(QString::fromStdString(m_group.unit));
    if (m_group.members.size() > 1)
        facts.append(tr("%n series", nullptr, int(m_group.members.size())));
    facts.append(tr("%Ln point(s)", nullptr, int(std::min<std::uint64_t>(m_group.points, INT_MAX))));
    if (m_group.points > 0)
        facts.append(tr("%1 to %2").arg(dateText(m_group.first), dateText(m_group.last)));
    m_facts->setText(facts.join(QStringLiteral(" · ")));
}

void SeriesPanel::ask()
{
    m_reader.ask<Batch>(
        this, [group = m_group](ChartSource &source) { return newestPoints(source, group, kShownPoints); },
        [this](const Batch &rows) {
            m_rows->setRows(rows);
            m_rowsNote->setText(
                tr("%1 of %2").arg(wholeNumber(qint64(rows.rows)), wholeNumber(qint64(m_group.points))));
        });
}

void SeriesPanel::dataChanged(const PointsDb::Change &change)
{
    if (m_card != nullptr)
        m_card->dataChanged(change, false);
}

void SeriesPanel::remove()
{
    const int points = int(std::min<std::uint64_t>(m_group.points, INT_MAX));
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Delete series"),
                                tr("Delete “%1” with %Ln point(s)? This cannot be undone.", nullptr, points)
                                    .arg(QString::fromStdString(m_group.name)),
                                QMessageBox::Cancel, window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    QAbstractButton *yes = box->addButton(tr("Delete points"), QMessageBox::DestructiveRole);
    connect(box, &QMessageBox::buttonClicked, this, [this, yes](QAbstractButton *clicked) {
        if (clicked == yes)
            Q_EMIT removed(m_group);
    });
    box->open();
}

} // namespace dash

// The Data tab of the edit panel, one query: which series, which labels, what is shown of an interval.
#include "app/dashboards/edit_panel.h"

#include "app/charts/traces.h"
#include "app/dashboards/widget_type.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/widgets/blocks.h"
#include "app/widgets/button.h"
#include "app/widgets/choice.h"
#include "app/widgets/combo.h"
#include "app/widgets/field.h"
#include "app/widgets/marks.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <set>

namespace dash {

namespace {

QString aggregateLabel(Aggregate aggregate)
{
    switch (aggregate) {
    case Aggregate::Average:
        return EditPanel::tr("Average");
    case Aggregate::Minimum:
        return EditPanel::tr("Lowest");
    case Aggregate::Maximum:
        return EditPanel::tr("Highest");
    case Aggregate::Sum:
        return EditPanel::tr("Sum");
    case Aggregate::Count:
        return EditPanel::tr("Count");
    case Aggregate::First:
        return EditPanel::tr("First");
    case Aggregate::Last:
        return EditPanel::tr("Last");
    }
    return {};
}

QString combineLabel(Combine combine)
{
    switch (combine) {
    case Combine::ByUnit:
        return EditPanel::tr("By the unit");
    case Combine::Sum:
        return EditPanel::tr("Sum");
    case Combine::Average:
        return EditPanel::tr("Average");
    case Combine::Minimum:
        return EditPanel::tr("Lowest");
    case Combine::Maximum:
        return EditPanel::tr("Highest");
    case Combine::First:
        return EditPanel::tr("First series only");
    }
    return {};
}

bool matches(const SeriesSelector &selector, const SeriesInfo &info)
{
    return QString::fromStdString(info.key.name) == selector.name &&
           std::all_of(selector.labels.begin(), selector.labels.end(), [&info](const auto &wanted) {
               return std::any_of(info.key.labels.begin(), info.key.labels.end(), [&wanted](const Label &label) {
                   return QString::fromStdString(label.name) == wanted.first &&
                          QString::fromStdString(label.value) == wanted.second;
               });
           });
}

} // namespace

// The letter of a query on its colour.
class LetterTile final : public QWidget {
public:
    LetterTile(const QString &letter, const QColor &color, QWidget *parent)
        : QWidget(parent)
        , m_letter(letter)
        , m_color(color)
    {
        setFixedSize(22, 22);
    }
    void setColor(const QColor &color)
    {
        if (m_color == color)
            return;
        m_color = color;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintBox(&painter, QRectF(rect()), 4, m_color);
        const QColor ink = contrastRatio(m_color, Qt::white) >= 3 ? QColor(Qt::white) : QColor(Qt::black);
        paintText(&painter, QRectF(rect()), m_letter, FontRole::CaptionBold, ink, Qt::AlignCenter);
    }

private:
    QString m_letter;
    QColor m_color;
};

void EditPanel::buildQuery(QVBoxLayout *column, std::size_t index)
{
    const WidgetQuery &query = m_widget->queries[index];
    auto *card = new Card;
    card->setPadding(8);
    auto *rows = card->column();
    rows->setSpacing(8);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    QueryMark mark;
    mark.tile = new LetterTile(queryLetter(index), tokensOf(this).series[9], card);
    top->addWidget(mark.tile);
    auto *series = new Combo(card);
    series->setMono(true);
    series->setObjectName(QStringLiteral("series%1").arg(index));
    series->setAccessibleName(tr("Series %1").arg(queryLetter(index)));
    series->setPlaceholder(tr("Choose a series"));
    std::map<QString, int> names;
    for (const SeriesInfo &info : m_series)
        ++names[QString::fromStdString(info.key.name)];
    std::vector<ComboItem> items;
    items.reserve(names.size() + m_tables.size());
    for (const auto &[name, count] : names)
        items.push_back(ComboItem{name, QVariant(name), QStringLiteral("series"),
                                  count > 1 ? tr("%Ln series", nullptr, count) : QString()});
    if (m_widget->type == u"table") {
        for (const TableInfo &table : m_tables)
            items.push_back(ComboItem{
                table.title.isEmpty() ? table.name.output : table.title,
                QVariant(QString(QStringLiteral("table:") + tableNameText(table.name))), QStringLiteral("table"),
                tr("%Ln row(s)", nullptr, static_cast<int>(std::min<qint64>(table.rows, 2'000'000'000)))});
    }
    series->setItems(std::move(items));
    series->setValue(query.table.isEmpty() ? query.series.name : QStringLiteral("table:") + query.table);
    connect(series, &Combo::changed, this, [this, index, series] {
        WidgetQuery &changedQuery = m_widget->queries[index];
        const QString value = series->value().toString();
        changedQuery.table = value.startsWith(u"table:") ? value.mid(6) : QString();
        changedQuery.series = {};
        if (changedQuery.table.isEmpty())
            changedQuery.series.name = value;
        for (const SeriesInfo &info : m_series) {
            if (QString::fromStdString(info.key.name) == value && m_widget->unit.isEmpty() && index == 0)
                m_widget->unit = QString::fromStdString(info.unit);
        }
        if (m_widget->title == tr("New widget") && !value.isEmpty())
            m_widget->title = changedQuery.table.isEmpty() ? value : series->currentText();
        emitChange(tr("Choose series"));
        rebuild();
    });
    top->addWidget(series, 1);
    auto *eye = new IconButton(QStringLiteral("eye"),
                               query.hidden ? tr("Show series %1").arg(queryLetter(index))
                                            : tr("Hide series %1").arg(queryLetter(index)),
                               card);
    eye->setCheckable(true);
    eye->setChecked(query.hidden);
    connect(eye, &QAbstractButton::clicked, this, [this, index](bool hide) {
        m_widget->queries[index].hidden = hide;
        emitChange(hide ? tr("Hide series") : tr("Show series"));
    });
    top->addWidget(eye);
    auto *remove = new IconButton(QStringLiteral("trash"), tr("Remove series %1").arg(queryLetter(index)), card);
    connect(remove, &QAbstractButton::clicked, this, [this, index] {
        m_widget->queries.erase(m_widget->queries.begin() + static_cast<std::ptrdiff_t>(index));
        emitChange(tr("Remove series"));
        rebuild();
    });
    top->addWidget(remove);
    rows->addLayout(top);
    if (query.table.isEmpty()) {
        auto *chips = new QHBoxLayout;
        chips->setSpacing(6);
        for (std::size_t l = 0; l < query.series.labels.size(); ++l) {
            const auto &[name, value] = query.series.labels[l];
            auto *chip = new Chip(name + QStringLiteral(": ") + value, card);
            chip->setEnd(Chip::End::Cross);
            connect(chip, &Chip::removed, this, [this, index, l] {
                auto &labels = m_widget->queries[index].series.labels;
                labels.erase(labels.begin() + static_cast<std::ptrdiff_t>(l));
                emitChange(tr("Remove filter"));
                rebuild();
            });
            chips->addWidget(chip);
        }
        auto *filter = new Chip(tr("Filter"), card);
        filter->setIconName(QStringLiteral("plus"));
        filter->setKind(Chip::Kind::Dashed);
        connect(filter, &QAbstractButton::clicked, this, [this, index, filter] { addFilterMenu(index, filter); });
        chips->addWidget(filter);
        chips->addStretch(1);
        rows->addLayout(chips);
        auto *how = new QHBoxLayout;
        how->setSpacing(6);
        how->addWidget(new TextLabel(tr("Show"), FontRole::Small, &Tokens::secondary));
        auto *aggregate = new Combo(card);
        aggregate->setAccessibleName(tr("Value of an interval"));
        for (const Aggregate a : {Aggregate::Average, Aggregate::Minimum, Aggregate::Maximum, Aggregate::Sum,
                                  Aggregate::Count, Aggregate::First, Aggregate::Last})
            aggregate->addItem(aggregateLabel(a), static_cast<int>(a));
        aggregate->setValue(static_cast<int>(query.aggregate));
        connect(aggregate, &Combo::changed, this, [this, index, aggregate] {
            m_widget->queries[index].aggregate = static_cast<Aggregate>(aggregate->value().toInt());
            emitChange(tr("Change aggregate"));
        });
        how->addWidget(aggregate, 1);
        how->addWidget(new TextLabel(tr("every"), FontRole::Small, &Tokens::secondary));
        auto *every = new Combo(card);
        every->setAccessibleName(tr("Interval"));
        constexpr qint64 minute = 60'000;
        for (const auto &[text, ms] :
             {std::pair(tr("pixel"), qint64(0)), std::pair(tr("second"), qint64(1'000)),
              std::pair(tr("minute"), minute), std::pair(tr("5 min"), 5 * minute), std::pair(tr("15 min"), 15 * minute),
              std::pair(tr("hour"), 60 * minute), std::pair(tr("6 hours"), 360 * minute),
              std::pair(tr("day"), 1'440 * minute), std::pair(tr("week"), 7 * 1'440 * minute)})
            every->addItem(text, ms);
        const bool known = std::any_of(every->items().begin(), every->items().end(), [&query](const ComboItem &item) {
            return item.value.toLongLong() == query.every.count();
        });
        if (!known) // of a file or template
            every->addItem(spanText(query.every.count()), qint64(query.every.count()));
        every->setValue(qint64(query.every.count()));
        connect(every, &Combo::changed, this, [this, index, every] {
            m_widget->queries[index].every = Millis(every->value().toLongLong());
            emitChange(tr("Change interval"));
        });
        how->addWidget(every, 1);
        mark.value = new TextLabel({}, FontRole::SmallBold, &Tokens::text, card);
        how->addWidget(mark.value);
        rows->addLayout(how);
        buildCombine(rows, index);
        auto *legend = new TextInput(card);
        legend->setText(query.legend);
        legend->setPlaceholderText(tr("Name in the legend, such as {host}"));
        legend->setAccessibleName(tr("Name in the legend"));
        connect(legend, &QLineEdit::textEdited, this, [this, index](const QString &text) {
            m_widget->queries[index].legend = text;
            emitChange(tr("Change legend"), QStringLiteral("legend%1").arg(index));
        });
        rows->addWidget(legend);
    }
    column->addWidget(card);
    m_marks.push_back(mark);
}

// How several series become one number; asked only where there is more than one.
void EditPanel::buildCombine(QVBoxLayout *rows, std::size_t index)
{
    const WidgetQuery &query = m_widget->queries[index];
    const WidgetType *type = widgetType(m_widget->type);
    QString unit = query.unit.isEmpty() ? m_widget->unit : query.unit;
    int series = 0;
    for (const SeriesInfo &info : m_series) {
        if (!matches(query.series, info))
            continue;
        ++series;
        if (unit.isEmpty())
            unit = QString::fromStdString(info.unit);
    }
    if (!type || !type->combines || (series < 2 && query.combine == Combine::ByUnit))
        return;
    auto *combine = new Combo;
    combine->setObjectName(QStringLiteral("combine%1").arg(index));
    combine->setAccessibleName(tr("How several series become one number"));
    const Combine byUnit = combineFor(Combine::ByUnit, query.aggregate, unit);
    combine->addItem(tr("%1 (%2)").arg(combineLabel(Combine::ByUnit), combineLabel(byUnit)),
                     static_cast<int>(Combine::ByUnit));
    for (const Combine c : {Combine::Sum, Combine::Average, Combine::Minimum, Combine::Maximum, Combine::First})
        combine->addItem(combineLabel(c), static_cast<int>(c));
    combine->setValue(static_cast<int>(query.combine));
    connect(combine, &Combo::changed, this, [this, index, combine] {
        m_widget->queries[index].combine = static_cast<Combine>(combine->value().toInt());
        emitChange(tr("Change how series are combined"));
    });
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(new TextLabel(tr("%Ln series as", nullptr, series), FontRole::Small, &Tokens::secondary));
    row->addWidget(combine, 1);
    rows->addLayout(row);
}

// The colour on the chart and the newest value of each query: of its first series, "…" behind it when there are more.
void EditPanel::showQueryMarks()
{
    if (!m_data || !m_widget)
        return;
    SeriesSlots colors = m_colors;
    const ChartSpec spec = chartSpecOf(*m_widget);
    for (std::size_t q = 0; q < m_marks.size(); ++q) {
        QString text;
        int count = 0;
        for (const DrawnSeries &drawn : m_data->series) {
            if (drawn.query != q || q >= m_widget->queries.size() || ++count > 1)
                continue;
            const WidgetQuery &query = m_widget->queries[q];
            const int number = colors.numberFor(seriesKeyText(drawn.info.key), query.slot);
            m_marks[q].tile->setColor(tokensOf(this).series[static_cast<std::size_t>(number % 10)]);
            QString unit = query.unit.isEmpty() ? m_widget->unit : query.unit;
            if (unit.isEmpty())
                unit = QString::fromStdString(drawn.info.unit);
            if (!drawn.last.times.empty() && drawn.info.type != ValueType::Text)
                text = valueText(pointValue(drawn.last, 0) * query.scale, spec, unit, locale(), layoutDirection(),
                                 query.scale == 1.0 ? exactPoint(drawn.last, 0) : std::optional<Decimal>());
        }
        if (m_marks[q].value)
            m_marks[q].value->setText(count > 1 ? text + QStringLiteral(" …") : text);
    }
}

void EditPanel::addFilterMenu(std::size_t index, QWidget *anchor)
{
    const WidgetQuery &query = m_widget->queries[index];
    std::map<QString, std::set<QString>> labels;
    for (const SeriesInfo &info : m_series) {
        if (QString::fromStdString(info.key.name) != query.series.name)
            continue;
        for (const Label &label : info.key.labels)
            labels[QString::fromStdString(label.name)].insert(QString::fromStdString(label.value));
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &[name, values] : labels) {
        QMenu *of = menu->addMenu(name);
        for (const QString &value : values) {
            connect(of->addAction(value), &QAction::triggered, this, [this, index, name = name, value] {
                auto &chosen = m_widget->queries[index].series.labels;
                std::erase_if(chosen, [&](const auto &label) { return label.first == name; });
                chosen.emplace_back(name, value);
                emitChange(tr("Add filter"));
                rebuild();
            });
        }
    }
    if (labels.empty())
        menu->addAction(tr("This series has no labels"))->setEnabled(false);
    popupBelow(menu, anchor);
}

} // namespace dash

#include "app/templates/templates_page.h"

#include "app/theme/numbers.h"
#include "app/theme/paint.h"
#include "app/widgets/blocks.h"
#include "app/widgets/choice.h"
#include "app/widgets/field.h"
#include "core/engine/host.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QResizeEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace dash {

namespace {

constexpr int kColumnsOfPicture = 48;
constexpr size_t kTraces = 3;

struct CategoryRow {
    const char *key;
    const char *label;
};
constexpr std::array kCategories{
    CategoryRow{"", QT_TRANSLATE_NOOP("dash::TemplatesPage", "All")},
    CategoryRow{"selling", QT_TRANSLATE_NOOP("dash::TemplatesPage", "Selling")},
    CategoryRow{"servers", QT_TRANSLATE_NOOP("dash::TemplatesPage", "Servers")},
    CategoryRow{"sensors", QT_TRANSLATE_NOOP("dash::TemplatesPage", "Sensors")},
    CategoryRow{"money", QT_TRANSLATE_NOOP("dash::TemplatesPage", "Money")},
};

double numberAt(const Column &column, std::size_t row)
{
    if (column.isNull(row))
        return std::numeric_limits<double>::quiet_NaN();
    switch (column.type) {
    case ColumnType::Double:
        return column.doubles[row];
    case ColumnType::Int64:
        return double(column.ints[row]);
    case ColumnType::Decimal:
        return toDouble(column.decimal(row));
    default:
        return std::numeric_limits<double>::quiet_NaN();
    }
}

// Stored points (time, name, labels, value) as traces of even columns between the first and last time.
TemplatePicture pictureOf(const Batch &points, const Widget &widget)
{
    TemplatePicture picture;
    picture.kind = widget.type == u"bar"    ? TemplatePicture::Kind::Bar
                   : widget.type == u"area" ? TemplatePicture::Kind::Area
                                            : TemplatePicture::Kind::Line;
    const Column *times = points.column(u"time");
    const Column *names = points.column(u"series");
    const Column *values = points.column(u"value");
    if (times == nullptr || names == nullptr || values == nullptr || points.rows == 0)
        return picture;
    const auto [first, last] = std::minmax_element(times->ints.begin(), times->ints.end());
    const double span = std::max<double>(1, double(*last - *first));
    std::vector<std::string> wanted;
    for (const WidgetQuery &query : widget.queries)
        wanted.push_back(query.series.name.toStdString());
    std::map<std::string, size_t> traceOf;
    std::vector<std::vector<int>> counts;
    for (std::size_t row = 0; row < points.rows; ++row) {
        const std::string name(names->text(row));
        const double value = numberAt(*values, row);
        if (std::isnan(value) || std::find(wanted.begin(), wanted.end(), name) == wanted.end())
            continue;
        std::string key = name;
        for (const Field &field : points.fields) {
            if (field.column->type == ColumnType::Text && field.column.get() != names)
                key += '\n' + std::string(field.column->text(row));
        }
        const auto [at, isNew] = traceOf.try_emplace(key, picture.traces.size());
        if (isNew) {
            if (picture.traces.size() == kTraces) {
                traceOf.erase(at);
                continue;
            }
            picture.traces.emplace_back(kColumnsOfPicture, 0.0);
            counts.emplace_back(kColumnsOfPicture, 0);
        }
        const auto column = std::min<size_t>(kColumnsOfPicture - 1,
                                             size_t(double(times->ints[row] - *first) / span * kColumnsOfPicture));
        picture.traces[at->second][column] += value;
        ++counts[at->second][column];
    }
    double low = picture.kind == TemplatePicture::Kind::Line ? std::numeric_limits<double>::max() : 0;
    double high = std::numeric_limits<double>::lowest();
    for (size_t trace = 0; trace < picture.traces.size(); ++trace) {
        for (size_t i = 0; i < kColumnsOfPicture; ++i) {
            double &value = picture.traces[trace][i];
            value = counts[trace][i] == 0                                ? std::numeric_limits<double>::quiet_NaN()
                    : widget.queries.front().aggregate == Aggregate::Sum ? value
                                                                         : value / counts[trace][i];
            if (!std::isnan(value)) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
        }
    }
    for (auto &trace : picture.traces) {
        for (double &value : trace)
            value = high > low ? (value - low) / (high - low) * 0.92 + (low == 0 ? 0 : 0.04) : 0.5;
    }
    return picture;
}

const Widget *firstChart(const Dashboard &dashboard)
{
    const auto it = std::find_if(dashboard.widgets.begin(), dashboard.widgets.end(), [](const Widget &widget) {
        return widget.type == u"line" || widget.type == u"area" || widget.type == u"bar";
    });
    return it == dashboard.widgets.end() ? nullptr : &*it;
}

} // namespace

TemplatesPage::TemplatesPage(AppContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_scroll(new QScrollArea(this))
    , m_gallery(new QWidget)
    , m_grid(new QGridLayout)
    , m_categories(new Segmented)
    , m_search(new TextInput(this))
    , m_details(new TemplateDetails(context, this))
    , m_edge(m_details)
{
    setObjectName(QStringLiteral("templates_page"));
    m_search->setIconName(QStringLiteral("search"));
    m_search->setObjectName(QStringLiteral("templates_search"));
    m_search->setAccessibleName(tr("Search templates"));
    m_search->setFixedWidth(240);
    m_search->hide();
    QStringList names;
    for (const CategoryRow &row : kCategories)
        names.append(tr(row.label));
    m_categories->setItems(names);
    m_categories->setAccessibleName(tr("Kind of template"));
    auto *column = new QVBoxLayout(m_gallery);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    m_head = new QBoxLayout(QBoxLayout::LeftToRight);
    m_head->setSpacing(16);
    m_head->addWidget(m_categories, 0, Qt::AlignLeading);
    m_promise = new TextLabel(tr("Each one opens with sample data. Nothing leaves this computer."), FontRole::Body,
                              &Tokens::tertiary);
    m_head->addWidget(m_promise);
    column->addLayout(m_head);
    m_grid->setSpacing(16);
    column->addLayout(m_grid);
    m_none =
        new EmptyState(QStringLiteral("templates"), tr("No template fits"), tr("Search for another word"), m_gallery);
    m_none->hide();
    column->addWidget(m_none, 1);
    column->addStretch();
    m_scroll->setFocusPolicy(Qt::NoFocus); // cards scroll into view
    m_scroll->setWidget(m_gallery);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_scroll, 1);
    row->addSpacing(1);
    row->addWidget(m_details);
    connect(m_categories, &Segmented::changed, this, [this] { place(); });
    connect(m_search, &QLineEdit::textChanged, this, [this] { place(); });
}

TemplatesPage::~TemplatesPage() = default;

QList<QWidget *> TemplatesPage::tools()
{
    return {m_search};
}

void TemplatesPage::shown(const QString &part)
{
    if (!m_loaded)
        load();
    if (!part.isEmpty())
        choose(part);
}

void TemplatesPage::load()
{
    m_loaded = true;
    for (const QString &id : templateIds()) {
        auto entry = loadTemplate(id);
        if (!entry) {
            m_context.navigator->showError(entry.error());
            continue;
        }
        auto *card = new TemplateCard(*entry, m_gallery);
        connect(card, &QAbstractButton::clicked, this, [this, id] { choose(id); });
        m_cards.push_back(card);
        m_entries.push_back(std::move(*entry));
    }
    m_search->setPlaceholderText(tr("Search %n template(s)", nullptr, int(m_entries.size())));
    place();
    if (!m_entries.empty())
        choose(m_entries.front().id);
    for (const Template &entry : m_entries)
        askPicture(entry);
}

void TemplatesPage::askPicture(const Template &entry)
{
    const Widget *chart = firstChart(entry.dashboard);
    if (chart == nullptr)
        return;
    Pipeline pipeline = entry.pipeline;
    pipeline.id = PipelineId::create(m_context.clock.now(), m_context.random);
    m_context.host.preview(pipeline, PipelineHost::Sampling::Refresh, this,
                           [this, id = entry.id, pipeline, widget = *chart](const PreviewResult &result) {
                               for (const Node &node : pipeline.nodes) {
                                   const auto at = result.nodes.find(node.id);
                                   if (node.type != u"series" || at == result.nodes.end())
                                       continue;
                                   TemplatePicture picture = pictureOf(at->second.rows, widget);
                                   if (picture.traces.empty())
                                       continue;
                                   m_pictures[id] = picture;
                                   for (TemplateCard *card : m_cards) {
                                       if (card->templateId() == id)
                                           card->setPicture(picture);
                                   }
                                   if (m_chosen == id)
                                       m_details->setPicture(picture);
                                   return;
                               }
                           });
}

void TemplatesPage::place()
{
    const QString category = QString::fromLatin1(kCategories.at(size_t(m_categories->currentIndex())).key);
    const int columns = width() - m_details->width() >= 940 ? 3 : 2;
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    int at = 0;
    for (TemplateCard *card : m_cards) {
        const bool fits = (category.isEmpty() || card->category() == category) && card->matches(m_search->text());
        card->setVisible(fits);
        if (!fits)
            continue;
        m_grid->addWidget(card, at / columns, at % columns);
        ++at;
    }
    m_none->setVisible(at == 0 && !m_cards.empty());
    for (int i = 0; i < 3; ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
}

void TemplatesPage::choose(const QString &id)
{
    const auto entry =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const Template &known) { return known.id == id; });
    if (entry == m_entries.end())
        return;
    m_chosen = id;
    for (TemplateCard *card : m_cards)
        card->setChosen(card->templateId() == id);
    m_details->show(*entry, m_pictures[id]);
}

void TemplatesPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_details->setFixedWidth(width() >= 1300 ? 416 : 360);
    placeHead();
    place();
}

// The promise stands beside the kinds where both fit, else below.
void TemplatesPage::placeHead()
{
    m_promise->setWrap(false);
    const int needed = m_categories->sizeHint().width() + m_promise->sizeHint().width() + 16 + 2 * 16 + 20;
    const bool beside = width() - m_details->width() >= needed;
    m_head->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_promise->setWrap(!beside);
    m_promise->setAlignment(beside ? Qt::AlignTrailing | Qt::AlignVCenter : Qt::AlignLeading);
}

void TemplatesPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &colors = tokensOf(this);
    const QRect side = m_details->geometry();
    painter.fillRect(side, colors.surface);
    const int x = layoutDirection() == Qt::RightToLeft ? side.right() + 1 : side.left() - 1;
    painter.fillRect(QRect(x, 0, 1, height()), colors.border);
}

} // namespace dash

#include "app/dashboards/edit_panel.h"

#include "app/dashboards/draw_as_picker.h"
#include "app/dashboards/widget_type.h"
#include "app/theme/icon.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/paint.h"
#include "app/widgets/blocks.h"
#include "app/widgets/button.h"
#include "app/widgets/choice.h"
#include "app/widgets/combo.h"
#include "app/widgets/field.h"
#include "app/widgets/marks.h"

#include <QAction>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <set>

namespace dash {

namespace {

QHBoxLayout *rowOf(QVBoxLayout *column, const QString &label, QWidget *editor)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *text = new TextLabel(label, FontRole::Small, &Tokens::secondary);
    text->setFixedWidth(108);
    text->setBuddy(editor);
    editor->setAccessibleName(label);
    row->addWidget(text);
    row->addWidget(editor, 1);
    column->addLayout(row);
    return row;
}

QString parameterWords(const char *english)
{
    return QCoreApplication::translate("Parameter", english);
}

} // namespace

EditPanel::EditPanel(ChartReader &reader, const SeriesSlots &colors, QWidget *parent)
    : QWidget(parent)
    , m_reader(reader)
    , m_colors(colors)
    , m_tabs(new Tabs(this))
    , m_scroll(new QScrollArea(this))
    , m_status(new TextLabel({}, FontRole::Small, &Tokens::secondary, this))
    , m_rows(new Button(tr("Show rows"), Button::Kind::Link, this))
{
    setObjectName(QStringLiteral("editPanel"));
    setAccessibleName(tr("Settings of the selected widget"));
    m_tabs->setItems({tr("Data"), tr("Look"), tr("Thresholds")});
    m_tabs->setObjectName(QStringLiteral("editTabs"));
    m_tabs->setAccessibleName(tr("Settings of the selected widget"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 4, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 0, 16, 0);
    head->addWidget(m_tabs, 1);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 8, 16, 8);
    foot->addWidget(m_status, 1);
    foot->addWidget(m_rows);
    column->addLayout(foot);
    connect(m_tabs, &Tabs::changed, this, &EditPanel::rebuild);
    connect(m_rows, &QAbstractButton::clicked, this, &EditPanel::rowsAsked);
    readCatalogue();
    rebuild();
}

void EditPanel::readCatalogue()
{
    using Catalogue = std::pair<std::vector<SeriesInfo>, std::vector<TableInfo>>;
    m_reader.ask<Catalogue>(
        this,
        [](ChartSource &source) {
            Catalogue all;
            if (auto series = source.find({}))
                all.first = std::move(*series);
            if (auto tables = source.tables())
                all.second = std::move(*tables);
            return all;
        },
        [this](Catalogue all) {
            m_series = std::move(all.first);
            m_tables = std::move(all.second);
            rebuild();
        });
}

void EditPanel::setWidget(const Widget *widget)
{
    const std::optional<Widget> next = widget ? std::optional(*widget) : std::nullopt;
    if (next == m_widget)
        return;
    // Moving it on the grid changes nothing here.
    const bool onlyMoved = next && m_widget && [&] {
        Widget same = *m_widget;
        same.cells = next->cells;
        return same == *next;
    }();
    const bool another = !next || !m_widget || !(next->id == m_widget->id);
    m_widget = next;
    if (another)
        m_data.reset();
    if (!onlyMoved)
        rebuild();
}

void EditPanel::setData(const WidgetDataPtr &answer)
{
    m_data = answer;
    const int series = static_cast<int>(answer->series.size());
    const int points = static_cast<int>(std::min<qint64>(static_cast<qint64>(answer->points), INT_MAX));
    m_status->setText(tr("%Ln series", nullptr, series) + QStringLiteral(", ") + tr("%Ln point(s)", nullptr, points) +
                      QStringLiteral(", ") + locale().toString(answer->tookMs, 'f', 1) + QStringLiteral(" ms"));
    showQueryMarks();
}

void EditPanel::emitChange(const QString &what, const QString &mergeKey)
{
    if (m_widget)
        Q_EMIT changed(*m_widget, what, mergeKey.isEmpty() ? QString() : mergeKey + u' ' + m_widget->id.text());
}

void EditPanel::rebuild()
{
    auto *content = new QWidget;
    content->setAutoFillBackground(false);
    m_marks.clear();
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(12);
    m_rows->setVisible(m_widget.has_value());
    m_status->setVisible(m_widget.has_value());
    if (!m_widget) {
        auto *empty = new EmptyState(QStringLiteral("select"), tr("Nothing selected"),
                                     tr("Click a widget, or press N for the next one"), content);
        column->addWidget(empty, 1);
    } else {
        m_tabs->setCount(2, m_widget->thresholds.empty() ? QString() : QString::number(m_widget->thresholds.size()));
        if (m_tabs->currentIndex() == 0) {
            buildData(column);
            showQueryMarks();
        } else if (m_tabs->currentIndex() == 1)
            buildLook(column);
        else
            buildThresholds(column);
        column->addStretch(1);
    }
    // Whoever works by keyboard stays where it was: at the same control of the new content.
    const QWidget *focused = m_scroll->widget() ? focusWidget() : nullptr;
    const bool inside = focused && focused->hasFocus() && m_scroll->widget()->isAncestorOf(focused);
    QWidget *same = nullptr;
    if (inside) {
        const QList<QWidget *> all = content->findChildren<QWidget *>();
        const auto found = std::find_if(all.begin(), all.end(), [focused](const QWidget *widget) {
            return widget->metaObject() == focused->metaObject() && widget->objectName() == focused->objectName() &&
                   widget->accessibleName() == focused->accessibleName();
        });
        same = found == all.end() ? m_tabs : *found;
    }
    if (QWidget *old = m_scroll->takeWidget()) {
        old->hide();
        old->deleteLater(); // it may hold the sender
    }
    m_scroll->setWidget(content);
    if (same)
        same->setFocus(Qt::OtherFocusReason);
}

void EditPanel::buildData(QVBoxLayout *column)
{
    if (m_widget->type != u"text") {
        for (std::size_t i = 0; i < m_widget->queries.size(); ++i)
            buildQuery(column, i);
        auto *add = new Button(QStringLiteral("plus"), tr("Add series"));
        add->setObjectName(QStringLiteral("addSeries"));
        connect(add, &QAbstractButton::clicked, this, [this] {
            WidgetQuery query;
            if (!m_widget->queries.empty())
                query = m_widget->queries.back();
            query.slot = 0;
            query.legend.clear();
            m_widget->queries.push_back(query);
            emitChange(tr("Add series"));
            rebuild();
        });
        auto *row = new QHBoxLayout;
        row->addWidget(add);
        row->addStretch(1);
        column->addLayout(row);
    }
    column->addWidget(new TextLabel(tr("Draw as"), FontRole::BodyBold));
    auto *picker = new DrawAsPicker;
    picker->setCurrent(m_widget->type);
    connect(picker, &DrawAsPicker::chosen, this, [this](const QString &type) {
        m_widget->type = type;
        emitChange(tr("Draw as %1").arg(widgetTypeLabel(*widgetType(type)).toLower()));
        rebuild();
    });
    column->addWidget(picker);
    const WidgetType *type = widgetType(m_widget->type);
    if (!type)
        return;
    for (const Parameter &parameter : type->parameters) {
        if (parameter.kind == ParameterKind::Choice || parameter.kind == ParameterKind::LongText)
            buildParameter(column, parameter);
        if (parameter.name == u"stack") {
            auto *unit = new TextInput;
            unit->setText(m_widget->unit);
            unit->setPlaceholderText(tr("none"));
            connect(unit, &QLineEdit::textEdited, this, [this](const QString &text) {
                m_widget->unit = text.trimmed();
                emitChange(tr("Change unit"), QStringLiteral("unit"));
            });
            rowOf(column, tr("Unit"), unit);
        }
    }
}

void EditPanel::buildParameter(QVBoxLayout *column, const Parameter &parameter)
{
    if (!parameter.showWhen.isEmpty()) {
        const QString key = parameter.showWhen.section(u'=', 0, 0);
        if (m_widget->options.value(key).toString() != parameter.showWhen.section(u'=', 1))
            return;
    }
    const QString label = parameterWords(parameter.label);
    const QString key = parameter.name;
    const QJsonValue value = m_widget->options.contains(key) ? m_widget->options.value(key) : parameter.defaultValue;
    const auto set = [this, key, label, standard = parameter.defaultValue](const QJsonValue &chosen,
                                                                           const QString &merge = {}) {
        if (chosen.isUndefined() || chosen.isNull() || chosen == standard)
            m_widget->options.remove(key);
        else
            m_widget->options.insert(key, chosen);
        emitChange(EditPanel::tr("Change “%1”").arg(label), merge);
    };
    switch (parameter.kind) {
    case ParameterKind::Choice: {
        if (parameter.choices.size() <= 3 && parameter.name == u"stack") {
            auto *segmented = new Segmented;
            QStringList texts;
            int current = 0;
            for (std::size_t i = 0; i < parameter.choices.size(); ++i) {
                texts << parameterWords(parameter.choices[i].label);
                if (parameter.choices[i].value == value.toString())
                    current = static_cast<int>(i);
            }
            segmented->setItems(texts);
            segmented->setCurrentIndex(current);
            connect(segmented, &Segmented::changed, this,
                    [set, choices = parameter.choices](int i) { set(choices[static_cast<std::size_t>(i)].value); });
            rowOf(column, label, segmented);
            return;
        }
        auto *combo = new Combo;
        for (const ParameterChoice &choice : parameter.choices)
            combo->addItem(parameterWords(choice.label), choice.value);
        combo->setValue(value.toString());
        connect(combo, &Combo::changed, this, [this, set, combo] {
            set(combo->value().toString());
            rebuild();
        });
        rowOf(column, label, combo);
        return;
    }
    case ParameterKind::Toggle: {
        auto *toggle = new Switch(label);
        toggle->setChecked(value.toBool());
        connect(toggle, &QAbstractButton::toggled, this, [set](bool on) { set(on); });
        auto *row = rowOf(column, label, toggle);
        row->addStretch(1);
        return;
    }
    case ParameterKind::LongText: {
        auto *text = new QPlainTextEdit(value.toString());
        text->setMinimumHeight(160);
        text->setAccessibleName(label);
        text->setTabChangesFocus(true);
        connect(text, &QPlainTextEdit::textChanged, this, [set, text, key] { set(text->toPlainText(), key); });
        auto *field = new FormField(label, text);
        field->setHelp(parameterWords(parameter.help));
        column->addWidget(field);
        return;
    }
    default: {
        auto *input = new TextInput;
        const bool number = parameter.kind == ParameterKind::Number || parameter.kind == ParameterKind::Integer;
        input->setText(number ? (value.isDouble() ? locale().toString(value.toDouble(), 'g', 12) : QString())
                              : value.toString());
        if (number)
            input->setPlaceholderText(tr("by itself"));
        connect(input, &QLineEdit::textEdited, this, [this, set, number, input, key](const QString &text) {
            if (!number) {
                set(text, key);
                return;
            }
            bool valid = false;
            const double parsed = locale().toDouble(text, &valid);
            input->setFailed(!valid && !text.trimmed().isEmpty());
            if (valid)
                set(parsed, key);
            else if (text.trimmed().isEmpty())
                set(QJsonValue(QJsonValue::Null), key);
        });
        rowOf(column, label, input);
        if (parameter.help && *parameter.help)
            column->addWidget(new TextLabel(parameterWords(parameter.help), FontRole::Small, &Tokens::tertiary));
    }
    }
}

void EditPanel::buildLook(QVBoxLayout *column)
{
    const auto text = [&](const QString &label, const QString &value, const QString &what, const QString &key,
                          auto assign) {
        auto *input = new TextInput;
        input->setText(value);
        input->setObjectName(key);
        connect(input, &QLineEdit::textEdited, this, [this, assign, what, key](const QString &typed) {
            assign(*m_widget, typed);
            emitChange(what, key);
        });
        rowOf(column, label, input);
    };
    text(tr("Title"), m_widget->title, tr("Change title"), QStringLiteral("title"),
         [](Widget &widget, const QString &t) { widget.title = t; });
    text(tr("Beside the title"), m_widget->scope, tr("Change words beside the title"), QStringLiteral("scope"),
         [](Widget &widget, const QString &t) { widget.scope = t; });
    text(tr("Unit"), m_widget->unit, tr("Change unit"), QStringLiteral("unit"),
         [](Widget &widget, const QString &t) { widget.unit = t.trimmed(); });
    auto *decimals = new Combo;
    decimals->addItem(tr("Three digits"), -1);
    for (int i = 0; i <= 4; ++i)
        decimals->addItem(tr("%Ln decimal(s)", nullptr, i), i);
    decimals->setValue(m_widget->decimals);
    connect(decimals, &Combo::changed, this, [this, decimals] {
        m_widget->decimals = decimals->value().toInt();
        emitChange(tr("Change decimals"));
    });
    rowOf(column, tr("Numbers"), decimals);
    if (const WidgetType *type = widgetType(m_widget->type)) {
        for (const Parameter &parameter : type->parameters) {
            if (parameter.kind != ParameterKind::Choice && parameter.kind != ParameterKind::LongText)
                buildParameter(column, parameter);
        }
    }
}

void EditPanel::buildThresholds(QVBoxLayout *column)
{
    for (std::size_t i = 0; i < m_widget->thresholds.size(); ++i) {
        const Threshold &threshold = m_widget->thresholds[i];
        auto *card = new Card;
        card->setPadding(8);
        card->column()->setSpacing(8);
        auto *row = new QHBoxLayout;
        row->setSpacing(6);
        auto *value = new TextInput(card);
        value->setText(locale().toString(threshold.value, 'g', 12));
        value->setUnit(m_widget->unit);
        value->setAccessibleName(tr("Value of the threshold"));
        connect(value, &QLineEdit::textEdited, this, [this, i, value](const QString &text) {
            bool valid = false;
            const double number = locale().toDouble(text, &valid);
            value->setFailed(!valid);
            if (!valid)
                return;
            m_widget->thresholds[i].value = number;
            emitChange(tr("Move threshold"), QStringLiteral("threshold%1").arg(i));
        });
        row->addWidget(value, 1);
        auto *level = new Combo(card);
        level->setAccessibleName(tr("Meaning of the threshold"));
        level->addItem(tr("Goal"), static_cast<int>(Threshold::Level::Goal));
        level->addItem(tr("Warning"), static_cast<int>(Threshold::Level::Warn));
        level->addItem(tr("Error"), static_cast<int>(Threshold::Level::Error));
        level->setValue(static_cast<int>(threshold.level));
        connect(level, &Combo::changed, this, [this, i, level] {
            m_widget->thresholds[i].level = static_cast<Threshold::Level>(level->value().toInt());
            emitChange(tr("Change threshold"));
        });
        row->addWidget(level, 1);
        auto *remove = new IconButton(QStringLiteral("trash"), tr("Remove threshold"), card);
        connect(remove, &QAbstractButton::clicked, this, [this, i] {
            m_widget->thresholds.erase(m_widget->thresholds.begin() + static_cast<std::ptrdiff_t>(i));
            emitChange(tr("Remove threshold"));
            rebuild();
        });
        row->addWidget(remove);
        card->column()->addLayout(row);
        auto *label = new TextInput(card);
        label->setText(threshold.label);
        label->setPlaceholderText(tr("Words on the line"));
        label->setAccessibleName(tr("Words on the line"));
        connect(label, &QLineEdit::textEdited, this, [this, i](const QString &text) {
            m_widget->thresholds[i].label = text;
            emitChange(tr("Change threshold"), QStringLiteral("thresholdLabel%1").arg(i));
        });
        card->column()->addWidget(label);
        column->addWidget(card);
    }
    auto *add = new Button(QStringLiteral("plus"), tr("Add threshold"));
    add->setObjectName(QStringLiteral("addThreshold"));
    connect(add, &QAbstractButton::clicked, this, [this] {
        Threshold threshold;
        // Begins where it can be seen: at the highest value shown.
        if (m_data) {
            for (const DrawnSeries &drawn : m_data->series) {
                for (std::size_t b = 0; b < drawn.columns.buckets.count.size(); ++b) {
                    if (drawn.columns.buckets.count[b] > 0)
                        threshold.value = std::max(threshold.value, drawn.columns.buckets.max[b] *
                                                                        m_data->request.queries[drawn.query].scale);
                }
            }
        }
        m_widget->thresholds.push_back(threshold);
        emitChange(tr("Add threshold"));
        rebuild();
    });
    auto *row = new QHBoxLayout;
    row->addWidget(add);
    row->addStretch(1);
    column->addLayout(row);
}

void EditPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = tokensOf(this);
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(QRectF(layoutDirection() == Qt::RightToLeft ? width() - 1 : 0, 0, 1, height()), tokens.border);
    painter.fillRect(QRectF(0, m_scroll->y() - 1, width(), 1), tokens.border);
    painter.fillRect(QRectF(0, m_scroll->geometry().bottom() + 1, width(), 1), tokens.border);
}

} // namespace dash

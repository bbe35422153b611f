#include "tests/app/shell/gallery.h"

#include "app/theme/icon.h"
#include "app/theme/metrics.h"
#include "app/widgets/blocks.h"
#include "app/widgets/button.h"
#include "app/widgets/choice.h"
#include "app/widgets/combo.h"
#include "app/widgets/field.h"
#include "app/widgets/marks.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QRadioButton>

#include <functional>

namespace dash::test {

namespace {

class Painted final : public QWidget {
public:
    Painted(QSize size, std::function<void(QPainter *, const Tokens &)> draw)
        : m_draw(std::move(draw))
    {
        setFixedSize(size);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setLayoutDirection(layoutDirection());
        m_draw(&painter, tokensOf(this));
    }

private:
    std::function<void(QPainter *, const Tokens &)> m_draw;
};

QHBoxLayout *rowOf(std::initializer_list<QWidget *> widgets, int spacing = 8)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing);
    for (QWidget *widget : widgets)
        row->addWidget(widget);
    row->addStretch();
    return row;
}

QWidget *swatches()
{
    static const std::pair<const char *, ColorRole> kRoles[] = {{"window", &Tokens::window},
                                                                {"rail", &Tokens::rail},
                                                                {"surface", &Tokens::surface},
                                                                {"sunken", &Tokens::sunken},
                                                                {"raised", &Tokens::raised},
                                                                {"hover", &Tokens::hover},
                                                                {"press", &Tokens::press},
                                                                {"selected", &Tokens::selected},
                                                                {"border", &Tokens::border},
                                                                {"border-strong", &Tokens::borderStrong},
                                                                {"control", &Tokens::control},
                                                                {"text", &Tokens::text},
                                                                {"secondary", &Tokens::secondary},
                                                                {"tertiary", &Tokens::tertiary},
                                                                {"accent-fill", &Tokens::accentFill},
                                                                {"accent-tint", &Tokens::accentTint},
                                                                {"ok", &Tokens::ok},
                                                                {"ok-tint", &Tokens::okTint},
                                                                {"warn graphic", &Tokens::warnGraphic},
                                                                {"warn-tint", &Tokens::warnTint},
                                                                {"error", &Tokens::error},
                                                                {"error tint", &Tokens::errorTint},
                                                                {"grid", &Tokens::grid},
                                                                {"track", &Tokens::track}};
    return new Painted({760, 150}, [](QPainter *p, const Tokens &t) {
        for (int i = 0; i < 24; ++i) {
            const QRectF box((i % 8) * 95, (i / 8) * 51, 89, 29);
            paintBox(p, box, 6, t.*kRoles[i].second, t.border);
            paintText(p, box.translated(1, 28).adjusted(0, 0, 0, -9), QLatin1StringView(kRoles[i].first),
                      FontRole::Caption, t.tertiary);
        }
    });
}

QWidget *series()
{
    return new Painted({730, 160}, [](QPainter *p, const Tokens &t) {
        for (int i = 0; i < 10; ++i) {
            paintBox(p, QRectF(i * 30, 0, 26, 30), 6, t.series[std::size_t(i)]);
            paintText(p, QRectF(i * 30 + 2, 30, 26, 16), QString::number(i + 1), FontRole::Caption, t.tertiary);
        }
        for (int i = 0; i < 300; ++i) {
            p->fillRect(QRectF(i, 54, 1, 20), scaleColor(t.sequential, i / 299.0));
            p->fillRect(QRectF(i, 84, 1, 20), scaleColor(t.diverging, i / 299.0));
        }
        p->setRenderHint(QPainter::Antialiasing);
        for (int s = 0; s < 10; ++s) {
            QPolygonF line;
            for (int x = 0; x < 390; x += 3)
                line << QPointF(316 + x, 140 - s * 12 - 4 * std::sin(x / (9.0 + s)) - (x / 3 % (29 + s) == 0 ? 18 : 0));
            p->setPen(QPen(t.series[std::size_t(s)], 1.5));
            p->drawPolyline(line);
        }
    });
}

QCheckBox *check(const QString &text, bool on)
{
    auto *box = new QCheckBox(text);
    box->setChecked(on);
    return box;
}

QRadioButton *radio(const QString &text, bool on)
{
    auto *box = new QRadioButton(text);
    box->setAutoExclusive(false);
    box->setChecked(on);
    return box;
}

Card *buttons()
{
    auto *card = new Card(QStringLiteral("Buttons"));
    auto *column = card->column();
    using Kind = Button::Kind;
    column->addLayout(
        rowOf({new Button(QStringLiteral("Use my data"), Kind::Primary),
               new Button(QStringLiteral("play"), QStringLiteral("Run once")),
               new Button(QStringLiteral("Not now"), Kind::Quiet), new Button(QStringLiteral("Delete…"), Kind::Danger),
               new Button(QStringLiteral("Open pipeline"), Kind::Link)}));
    auto *focused = new Button(QStringLiteral("Focused"), Kind::Primary);
    focused->setObjectName(QStringLiteral("focused"));
    auto *held = new Button(QStringLiteral("Held"));
    held->setDown(true);
    auto *disabled = new Button(QStringLiteral("Disabled"));
    disabled->setEnabled(false);
    auto *menu = new Button(QStringLiteral("download"), QStringLiteral("Export"));
    menu->setChevron(true);
    auto *toggled = new IconButton(QStringLiteral("compare"), QStringLiteral("Compare, on"));
    toggled->setCheckable(true);
    toggled->setChecked(true);
    column->addLayout(rowOf({focused, held, disabled, menu,
                             new IconButton(QStringLiteral("compare"), QStringLiteral("Compare")), toggled}));
    auto *segmented = new Segmented;
    segmented->setAccessibleName(QStringLiteral("Draw as"));
    segmented->setItems({QStringLiteral("Line"), QStringLiteral("Area"), QStringLiteral("Bar")});
    auto *on = new Switch(QStringLiteral("On"));
    on->setChecked(true);
    column->addLayout(rowOf({segmented, check(QStringLiteral("Stack"), true), check(QStringLiteral("Log"), false),
                             radio(QStringLiteral("Keep"), true), radio(QStringLiteral("Upload"), false), on,
                             new Switch(QStringLiteral("Off"))}));
    column->addStretch();
    return card;
}

Card *fields()
{
    auto *card = new Card(QStringLiteral("Fields"));
    auto *grid = new QGridLayout;
    grid->setSpacing(12);
    auto *name = new TextInput;
    name->setText(QStringLiteral("revenue"));
    grid->addWidget(new FormField(QStringLiteral("Name"), name), 0, 0, Qt::AlignTop);
    auto *url = new TextInput;
    url->setObjectName(QStringLiteral("url"));
    url->setText(QStringLiteral("https://api."));
    grid->addWidget(new FormField(QStringLiteral("Focused"), url), 0, 1, Qt::AlignTop);
    auto *unit = new Combo;
    unit->addItem(QStringLiteral("Euro, no cents"), 0);
    grid->addWidget(new FormField(QStringLiteral("Unit"), unit), 1, 0, Qt::AlignTop);
    auto *every = new TextInput;
    every->setText(QStringLiteral("soon"));
    every->setUnit(QStringLiteral("s"));
    auto *failing = new FormField(QStringLiteral("Every"), every);
    failing->setError(QStringLiteral("Give a number from 1 to 86 400"));
    grid->addWidget(failing, 1, 1, Qt::AlignTop);
    card->column()->addLayout(grid);
    card->column()->addStretch();
    return card;
}

Card *badges()
{
    auto *card = new Card(QStringLiteral("Badges, chips, sync, keys"));
    using Kind = Badge::Kind;
    auto *live = new Badge(QStringLiteral("Live"), Kind::Ok);
    live->setDot(true);
    card->column()->addLayout(
        rowOf({new Badge(QStringLiteral("Draft"), Kind::Accent), new Badge(QStringLiteral("Running"), Kind::Ok),
               new Badge(QStringLiteral("12 rejected"), Kind::Warn), new Badge(QStringLiteral("Failed"), Kind::Error),
               new Badge(QStringLiteral("Decimal")), new Badge(QStringLiteral("Yearly"), Kind::Outlined), live,
               new KeyCap(QStringLiteral("Ctrl")), new KeyCap(QStringLiteral("K"))}));
    auto *time = new Chip(QStringLiteral("Time: zeit"));
    time->setKind(Chip::Kind::Accent);
    time->setIconName(QStringLiteral("clock"));
    time->setEnd(Chip::End::Chevron);
    auto *kwh = new Chip(QStringLiteral("kwh"));
    kwh->setDotColor(tokens().series[0]);
    kwh->setEnd(Chip::End::Chevron);
    auto *shop = new Chip(QStringLiteral("shop: Berlin"));
    shop->setEnd(Chip::End::Cross);
    auto *follow = new Chip(QStringLiteral("Follow"));
    follow->setKind(Chip::Kind::Filled);
    follow->setIconName(QStringLiteral("arrowRight"));
    card->column()->addLayout(rowOf({time, kwh, shop, follow}));
    card->column()->addWidget(new Painted({500, 60}, [](QPainter *p, const Tokens &t) {
        paintMark(p, {4, 14}, Mark::Ring, t.ok);
        paintText(p, QRectF(20, 4, 100, 20), QStringLiteral("Saved"), FontRole::BodyMedium, t.secondary);
        paintMark(p, {4, 48}, Mark::Dot, t.ok);
        paintText(p, QRectF(20, 38, 100, 20), QStringLiteral("Synced"), FontRole::BodyMedium, t.secondary);
        paintMark(p, {254, 48}, Mark::Diamond, t.warnGraphic);
        paintText(p, QRectF(270, 38, 140, 20), QStringLiteral("Needs attention"), FontRole::BodyMedium, t.warn);
    }));
    card->column()->addStretch();
    return card;
}

Card *meters()
{
    auto *card = new Card(QStringLiteral("Meters, toast, empty"));
    auto *row = new QHBoxLayout;
    auto *column = new QVBoxLayout;
    for (const auto &[share, number, refused] :
         {std::tuple(0.45, "45 %", false), std::tuple(0.81, "81 %", false), std::tuple(1.0, "3 of 3", true)}) {
        auto *meter = new Meter;
        meter->setTitle(QStringLiteral("Storage"));
        meter->setNumber(QString::fromLatin1(number));
        meter->setShare(share);
        meter->setRefused(refused);
        column->addWidget(meter);
    }
    column->addStretch();
    row->addLayout(column, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(new Toast(QStringLiteral("Widget removed"), QStringLiteral("Undo"), {}, nullptr));
    auto *empty = new EmptyState(QStringLiteral("alerts"), QStringLiteral("No alerts yet"),
                                 QStringLiteral("Press [A] on a chart"));
    empty->setDropTarget(true);
    right->addWidget(empty);
    row->addLayout(right, 1);
    card->column()->addLayout(row);
    return card;
}

Card *icons()
{
    auto *card = new Card(QStringLiteral("Icons, 20 grid, stroke 1.5"));
    card->column()->addWidget(new Painted({1540, 240}, [](QPainter *p, const Tokens &t) {
        const QStringList names = iconNames();
        for (int i = 0; i < names.size(); ++i) {
            const QRectF cell((i % 19) * 80, (i / 19) * 40, 80, 40);
            paintIcon(p, QRectF(cell.center().x() - 10, cell.top(), 20, 20), names[i], t.text);
            paintText(p, QRectF(cell.left(), cell.top() + 20, 80, 16), names[i], FontRole::Caption, t.tertiary,
                      Qt::AlignCenter);
        }
    }));
    return card;
}

class Sheet final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), tokensOf(this).window);
    }
};

Card *titled(const QString &title, QWidget *content)
{
    auto *card = new Card(title);
    card->column()->addWidget(content);
    card->column()->addStretch();
    return card;
}

} // namespace

QWidget *makeGallery(QWidget *parent)
{
    auto *sheet = new Sheet(parent);
    sheet->resize(1600, 896);
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(12);
    auto *first = new QHBoxLayout;
    first->setSpacing(12);
    first->addWidget(titled(QStringLiteral("Surfaces, text and states"), swatches()));
    first->addWidget(titled(QStringLiteral("Series, sequential, diverging"), series()));
    column->addLayout(first);
    auto *second = new QHBoxLayout;
    second->setSpacing(12);
    second->addWidget(buttons(), 1);
    second->addWidget(fields(), 1);
    second->addWidget(badges(), 1);
    column->addLayout(second);
    column->addWidget(meters());
    column->addWidget(icons());
    return sheet;
}

} // namespace dash::test

#include "app/shell/help_page.h"

#include "app/shell/shortcuts.h"
#include "app/theme/metrics.h"
#include "app/widgets/blocks.h"
#include "app/widgets/field.h"
#include "app/widgets/marks.h"
#include "core/engine/expression/expression.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QKeySequence>
#include <QScrollArea>
#include <QVBoxLayout>

#include <map>

namespace dash {

namespace {

void addParagraph(Card *card, const QString &text)
{
    auto *label = new TextLabel(text, FontRole::Body, &Tokens::secondary);
    label->setWrap(true);
    card->column()->addWidget(label);
}

Card *makeCard(const QString &title, const QStringList &paragraphs)
{
    auto *card = new Card(title);
    card->setPadding(16);
    for (const QString &text : paragraphs)
        addParagraph(card, text);
    return card;
}

Card *shortcutCard(const QString &title, const QList<Shortcut> &list)
{
    auto *card = new Card(title);
    card->setPadding(16);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (const Shortcut &shortcut : list) {
        grid->addWidget(new TextLabel(shortcutText(shortcut.label), FontRole::Body, &Tokens::secondary), row, 0);
        grid->addWidget(new KeyCap(keysText(shortcut.keys.first())), row, 1, Qt::AlignTrailing | Qt::AlignVCenter);
        grid->setRowMinimumHeight(row, metrics().row);
        ++row;
    }
    card->column()->addLayout(grid);
    return card;
}

QString groupText(const QString &group)
{
    static const std::map<QString, const char *> words = {
        {QStringLiteral("Number"), QT_TRANSLATE_NOOP("dash::HelpPage", "Functions of numbers")},
        {QStringLiteral("Text"), QT_TRANSLATE_NOOP("dash::HelpPage", "Functions of texts")},
        {QStringLiteral("Time"), QT_TRANSLATE_NOOP("dash::HelpPage", "Functions of times")},
        {QStringLiteral("Logic"), QT_TRANSLATE_NOOP("dash::HelpPage", "Functions that choose")},
        {QStringLiteral("JSON"), QT_TRANSLATE_NOOP("dash::HelpPage", "Functions of lists and objects")}};
    const auto found = words.find(group);
    return found == words.end() ? group : HelpPage::tr(found->second);
}

// Every function an expression knows, by group: how it is called, what it does, an example.
std::vector<Card *> functionCards()
{
    std::vector<Card *> cards;
    std::map<QString, Card *> byGroup;
    for (const ExpressionFunction &function : expressionFunctions()) {
        Card *&card = byGroup[QString::fromUtf8(function.group)];
        if (!card) {
            card = new Card(groupText(QString::fromUtf8(function.group)));
            card->setPadding(16);
            cards.push_back(card);
        }
        auto *call = new TextLabel(QString::fromUtf8(function.signature), FontRole::Mono, &Tokens::text);
        call->setObjectName(QStringLiteral("functionCode"));
        call->setLayoutDirection(Qt::LeftToRight);
        card->column()->addWidget(call);
        addParagraph(card, QCoreApplication::translate("Function", function.help));
        auto *example = new TextLabel(QString::fromUtf8(function.example), FontRole::Mono, &Tokens::tertiary);
        example->setObjectName(QStringLiteral("functionCode"));
        example->setLayoutDirection(Qt::LeftToRight);
        example->setWrap(true);
        card->column()->addWidget(example);
        card->column()->addSpacing(6);
    }
    return cards;
}

} // namespace

HelpPage::HelpPage(QWidget *parent)
    : Page(parent)
{
    setObjectName(QStringLiteral("helpPage"));
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(title());
    scroll->viewport()->setAutoFillBackground(false);
    auto *content = new QWidget;
    content->setAutoFillBackground(false);
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(metrics().pageMargin, metrics().pageMargin, metrics().pageMargin, metrics().pageMargin);
    grid->setSpacing(metrics().gap);
    grid->addWidget(makeCard(tr("What is a pipeline"),
                             {tr("A pipeline brings data in and makes it useful: a source reads, steps change what was "
                                 "read, outputs keep it as series or tables, or send it on."),
                              tr("Rows are shown under every step while you type. A row that a step cannot use goes to "
                                 "the table “rejected” with the reason; nothing is lost, and it can be run again."),
                              tr("What you edit is a draft. The version that runs changes when you choose Apply, and "
                                 "the difference in rows is shown before.")}),
                    0, 0);
    grid->addWidget(makeCard(tr("What is a dashboard"),
                             {tr("A dashboard is a grid of widgets. Each one reads series and tables from the cache on "
                                 "this computer, so it looks the same live, offline and after a restart."),
                              tr("Point at a chart to read it, drag it to look back, turn the wheel to zoom. “Follow” "
                                 "goes back to now. The line below a chart says how it was made and opens its "
                                 "pipeline.")}),
                    0, 1);
    grid->addWidget(makeCard(tr("Where your data is"),
                             {tr("Everything is in the workspace folder: one file with what you made, one with the "
                                 "data. Saved means it is on the disk. Passwords and keys are in the keychain of the "
                                 "system, never in these files.")}),
                    1, 0);
    grid->addWidget(makeCard(tr("Finding things"),
                             {tr("Find anything opens with %1: type a few letters of a name. Begin with > for commands "
                                 "only, with # for series by label.")
                                  .arg(keysText(QKeySequence(Qt::CTRL | Qt::Key_K)))}),
                    1, 1);
    grid->addWidget(shortcutCard(tr("Keys of the window"), windowShortcuts()), 2, 0, Qt::AlignTop);
    grid->addWidget(shortcutCard(tr("Keys of charts and while editing"), pageShortcuts()), 2, 1, Qt::AlignTop);
    int place = 6;
    for (Card *card : functionCards()) {
        grid->addWidget(card, place / 2, place % 2, Qt::AlignTop);
        ++place;
    }
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(place / 2 + 1, 1);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
}

QString HelpPage::title() const
{
    return tr("Help");
}

void HelpPage::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), tokensOf(this).window);
}

} // namespace dash

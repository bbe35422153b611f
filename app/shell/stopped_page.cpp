#include "app/shell/stopped_page.h"

#include "app/settings/settings_page.h"
#include "app/theme/icon.h"
#include "app/theme/metrics.h"
#include "app/user_message.h"
#include "app/widgets/blocks.h"
#include "app/widgets/button.h"
#include "app/widgets/field.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QUrl>
#include <QVBoxLayout>

namespace dash {

namespace {

QString headline(ErrorCode code)
{
    switch (code) {
    case ErrorCode::DatabaseTooNew:
        return StoppedPage::tr("This workspace needs a newer Dash");
    case ErrorCode::DatabaseCorrupt:
        return StoppedPage::tr("The workspace is damaged");
    case ErrorCode::DatabaseReadOnly:
        return StoppedPage::tr("The workspace cannot be written");
    case ErrorCode::WorkspaceInUse:
    case ErrorCode::DatabaseBusy:
        return StoppedPage::tr("The workspace is open elsewhere");
    case ErrorCode::DatabaseFull:
        return StoppedPage::tr("The disk is full");
    default:
        return StoppedPage::tr("The workspace cannot be opened");
    }
}

class Tile final : public QWidget {
public:
    explicit Tile(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(40, 40);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        const Tokens &t = tokensOf(this);
        paintBox(&p, rect(), 8, t.errorTint, t.contrast() ? t.border : QColor());
        paintIcon(&p, QRectF(10, 10, 20, 20), u"warning", t.error);
    }
};

} // namespace

StoppedPage::StoppedPage(const Error &error, const QString &folder, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("stoppedPage"));
    setAccessibleName(headline(error.code));
    auto *card = new Card(this);
    card->setPadding(24);
    card->setFixedWidth(560);
    QVBoxLayout *column = card->column();
    column->addWidget(new Tile(card));
    column->addWidget(new TextLabel(headline(error.code), FontRole::PageTitle, &Tokens::text));
    auto *sentence = new TextLabel(userMessage(error), FontRole::Body, &Tokens::secondary);
    sentence->setObjectName(QStringLiteral("stoppedSentence"));
    sentence->setWrap(true);
    column->addWidget(sentence);
    m_safe = new TextLabel(tr("Nothing in the folder was changed."), FontRole::Body, &Tokens::secondary);
    m_safe->setWrap(true);
    column->addWidget(m_safe);
    column->addSpacing(4);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(8);
    auto *details = new Button(tr("Copy details"), Button::Kind::Quiet);
    details->setObjectName(QStringLiteral("copyDetails"));
    connect(details, &QAbstractButton::clicked, this, [error, folder] {
        QGuiApplication::clipboard()->setText(errorDetails(error) + u"\n\n" + diagnostics(folder));
    });
    auto *open = new Button(QStringLiteral("folder"), tr("Open folder"));
    open->setObjectName(QStringLiteral("openFolder"));
    connect(open, &QAbstractButton::clicked, this,
            [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
    auto *again = new Button(tr("Open again"), Button::Kind::Primary);
    again->setObjectName(QStringLiteral("openAgain"));
    connect(again, &QAbstractButton::clicked, this, &StoppedPage::againAsked);
    for (Button *button : {details, open, again})
        button->setLarge(true);
    m_buttons->addWidget(details);
    m_buttons->addStretch();
    m_buttons->addWidget(open);
    m_buttons->addWidget(again);
    column->addLayout(m_buttons);
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(2);
    auto *middle = new QHBoxLayout; // not an alignment: wrapped sentences need their height for the width
    middle->addStretch();
    middle->addWidget(card);
    middle->addStretch();
    outer->addLayout(middle);
    outer->addStretch(3);
}

void StoppedPage::offerNewData()
{
    m_safe->setText(
        tr("Pipelines and dashboards are safe. With new data, pipelines fill it from now on; this file is kept "
           "beside it under another name."));
    auto *fresh = new Button(tr("Start with new data"));
    fresh->setObjectName(QStringLiteral("startWithNewData"));
    fresh->setLarge(true);
    m_buttons->insertWidget(m_buttons->count() - 1, fresh);
    connect(fresh, &QAbstractButton::clicked, this, &StoppedPage::newDataAsked);
}

void StoppedPage::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), tokensOf(this).window);
}

} // namespace dash

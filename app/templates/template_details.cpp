#include "app/templates/template_details.h"

#include "app/shell/secrets.h"
#include "app/theme/icon.h"
#include "app/theme/paint.h"
#include "app/user_message.h"
#include "app/widgets/blocks.h"
#include "app/widgets/button.h"
#include "app/widgets/field.h"
#include "app/widgets/marks.h"
#include "core/engine/host.h"
#include "core/store/workspace.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace dash {

namespace {

// Icon tile beside a text of one or two lines.
class HeadLine : public QWidget {
public:
    HeadLine(const Template &entry, QWidget *parent)
        : QWidget(parent)
        , m_icon(entry.icon)
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(48, 0, 0, 0);
        auto *column = new QVBoxLayout;
        column->setSpacing(0);
        column->addWidget(new TextLabel(templateText(entry.name), FontRole::PageTitle));
        const int widgets = int(entry.dashboard.widgets.size());
        column->addWidget(new TextLabel(TemplateDetails::tr("1 pipeline, 1 dashboard, %n widget(s)", nullptr, widgets),
                                        FontRole::Small, &Tokens::tertiary));
        row->addLayout(column);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens &colors = tokensOf(this);
        const QRectF tile = mirrored(QRectF(0, (height() - 36) / 2.0, 36, 36), rect(), layoutDirection());
        paintBox(&painter, tile, 6, colors.accentTint);
        paintIcon(&painter, tile.adjusted(8, 8, -8, -8), m_icon, colors.accentText, layoutDirection());
    }

private:
    QString m_icon;
};

class Drawing : public QWidget {
public:
    Drawing(const TemplatePicture &picture, QWidget *parent)
        : QWidget(parent)
        , m_picture(picture)
    {
        setFixedHeight(150);
    }
    void set(const TemplatePicture &picture)
    {
        m_picture = picture;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintTemplatePicture(&painter, rect().adjusted(0, 6, 0, 0), m_picture, tokensOf(this));
    }

private:
    TemplatePicture m_picture;
};

// A tick before a line.
class FactLine : public QWidget {
public:
    FactLine(const QString &text, QWidget *parent)
        : QWidget(parent)
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(24, 0, 0, 0);
        auto *label = new TextLabel(text);
        label->setWrap(true);
        row->addWidget(label);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QRectF box = mirrored(QRectF(0, 2, 16, 16), rect(), layoutDirection());
        paintIcon(&painter, box, u"check", tokensOf(this).ok, layoutDirection());
    }
};

} // namespace

TemplateDetails::TemplateDetails(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)

{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
}

void TemplateDetails::show(const Template &entry, const TemplatePicture &picture)
{
    m_entry = entry;
    m_picture = picture;
    rebuild();
}

void TemplateDetails::setPicture(const TemplatePicture &picture)
{
    m_picture = picture;
    if (m_drawing != nullptr)
        static_cast<Drawing *>(m_drawing)->set(picture);
}

void TemplateDetails::rebuild()
{
    m_foot = nullptr;
    delete m_body;
    m_fields.clear();
    m_body = new QWidget(this);
    auto *outer = new QVBoxLayout(m_body);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *scroll = new QScrollArea;
    scroll->setAccessibleName(templateText(m_entry.name));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    auto *content = new QWidget;
    content->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 20, 16, 16);
    column->setSpacing(12);
    column->addWidget(new HeadLine(m_entry, content));
    auto *card = new Card(content);
    auto *inside = card->column();
    auto *line = new QHBoxLayout;
    const QString title = m_entry.dashboard.widgets.empty() ? m_entry.name : m_entry.dashboard.widgets.front().title;
    line->addWidget(new TextLabel(templateText(title), FontRole::BodyBold));
    line->addStretch();
    line->addWidget(new Badge(tr("Sample data"), Badge::Kind::Warn));
    inside->addLayout(line);
    m_drawing = new Drawing(m_picture, card);
    inside->addWidget(m_drawing);
    column->addWidget(card);
    addFacts(column);
    addAsks(column);
    column->addStretch();
    scroll->setWidget(content);
    content->setAutoFillBackground(false); // setWidget() turns it on
    outer->addWidget(scroll, 1);
    auto *foot = new QBoxLayout(QBoxLayout::LeftToRight);
    foot->setContentsMargins(16, 12, 16, 16);
    foot->setSpacing(8);
    m_open = new Button(tr("Open with sample data"), Button::Kind::Default);
    m_open->setObjectName(QStringLiteral("template_open"));
    m_open->setLarge(true);
    m_own = new Button(tr("Use my data"), Button::Kind::Primary);
    m_own->setObjectName(QStringLiteral("template_own"));
    m_own->setLarge(true);
    connect(m_open, &Button::clicked, this, &TemplateDetails::openWithSample);
    connect(m_own, &Button::clicked, this, &TemplateDetails::useOwnData);
    foot->addWidget(m_open, 1);
    foot->addWidget(m_own, 1);
    m_foot = foot;
    placeFoot();
    outer->addLayout(foot);
    layout()->addWidget(m_body);
    m_body->show();
}

// Beside each other where the words have room, else one above the other.
void TemplateDetails::placeFoot()
{
    if (!m_foot)
        return;
    const int needed = 2 * std::max(m_open->sizeHint().width(), m_own->sizeHint().width()) + 8 + 32;
    m_foot->setDirection(needed <= width() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void TemplateDetails::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeFoot();
}

void TemplateDetails::addFacts(QVBoxLayout *column)
{
    column->addSpacing(4);
    column->addWidget(new TextLabel(tr("What you get"), FontRole::BodyBold));
    for (const QString &fact : m_entry.facts)
        column->addWidget(new FactLine(templateText(fact), this));
}

void TemplateDetails::addAsks(QVBoxLayout *column)
{
    column->addSpacing(4);
    column->addWidget(new TextLabel(tr("To use your data we ask for"), FontRole::BodyBold));
    for (const TemplateAsk &ask : m_entry.asks) {
        auto *input = new TextInput;
        input->setObjectName(QStringLiteral("ask_") + ask.key);
        input->setPlaceholderText(ask.example);
        input->setSecret(ask.kind == TemplateAsk::Kind::Secret);
        QWidget *editor = input;
        if (ask.kind == TemplateAsk::Kind::File) {
            editor = new QWidget;
            auto *row = new QHBoxLayout(editor);
            row->setContentsMargins(0, 0, 0, 0);
            row->addWidget(input, 1);
            auto *choose = new Button(QStringLiteral("folder"), tr("Choose…"), Button::Kind::Default);
            connect(choose, &Button::clicked, this, [this, input] { chooseFile(input); });
            row->addWidget(choose);
        }
        auto *field = new FormField(templateText(ask.label), editor);
        const QString help = templateText(ask.help);
        field->setHelp(ask.kind == TemplateAsk::Kind::Secret && help.isEmpty() ? tr("Kept in your keychain") : help);
        input->setAccessibleName(templateText(ask.label));
        connect(input, &QLineEdit::textEdited, field, [field] { field->setError({}); });
        column->addWidget(field);
        m_fields.emplace_back(field, input);
    }
    m_status = new TextLabel(tr("It is tested live before anything is replaced. Until then the sample stays."),
                             FontRole::Small, &Tokens::tertiary);
    m_status->setObjectName(QStringLiteral("template_status"));
    m_status->setWrap(true);
    column->addWidget(m_status);
}

void TemplateDetails::chooseFile(TextInput *input)
{
    auto *dialog = new QFileDialog(window(), tr("Choose a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, input, &QLineEdit::setText);
    dialog->open();
}

void TemplateDetails::openWithSample()
{
    const OpenedTemplate opened = openTemplate(m_context.workspace, m_entry, m_context.clock, m_context.random);
    m_context.host.runNow(opened.pipeline); // samples have no schedule
    m_context.navigator->go({QStringLiteral("dashboards"), opened.dashboard.text(), {}});
    m_context.navigator->toast(tr("“%1” opened with sample data").arg(templateText(m_entry.name)));
}

void TemplateDetails::setBusy(bool busy)
{
    m_own->setEnabled(!busy);
    m_open->setEnabled(!busy);
    if (busy) {
        m_status->setColor(&Tokens::tertiary);
        m_status->setText(tr("Testing…"));
    }
}

void TemplateDetails::useOwnData()
{
    bool complete = true;
    for (auto &[field, input] : m_fields) {
        const bool empty = input->text().trimmed().isEmpty();
        field->setError(empty ? tr("Fill it in to go on") : QString());
        input->setFailed(empty);
        if (empty && complete)
            input->setFocus(Qt::OtherFocusReason);
        complete = complete && !empty;
    }
    if (!complete)
        return;
    setBusy(true);
    keepSecrets(0);
}

// One secret after the other; then the test.
void TemplateDetails::keepSecrets(size_t index)
{
    while (index < m_entry.asks.size() && m_entry.asks[index].kind != TemplateAsk::Kind::Secret)
        ++index;
    if (index == m_entry.asks.size()) {
        testOwnSource();
        return;
    }
    const QByteArray secret = m_fields[index].second->text().trimmed().toUtf8();
    m_context.secretStore->store(m_entry.asks[index].secretName, secret, this, [this, index](SecretStore::Kept kept) {
        if (kept == SecretStore::Kept::ThisSession)
            m_fields[index].first->setHelp(tr("No keychain answers here: it is kept until Dash ends"));
        keepSecrets(index + 1);
    });
}

void TemplateDetails::testOwnSource()
{
    QMap<QString, QString> answers;
    for (size_t i = 0; i < m_fields.size(); ++i) {
        if (m_entry.asks[i].kind != TemplateAsk::Kind::Secret)
            answers.insert(m_entry.asks[i].key, m_fields[i].second->text().trimmed());
    }
    auto own = withOwnSource(m_entry.pipeline, m_entry, answers);
    if (!own) {
        tested({}, false, userMessage(own.error()));
        return;
    }
    own->id = PipelineId::create(m_context.clock.now(), m_context.random);
    own->name = templateText(m_entry.name);
    m_context.host.preview(
        *own, PipelineHost::Sampling::Refresh, this, [this, own = *own](const PreviewResult &result) {
            if (result.error) {
                tested(own, false, userMessage(*result.error));
                return;
            }
            std::size_t rows = 0;
            for (const auto &[id, node] : result.nodes) {
                if (node.error) {
                    tested(own, false, userMessage(*node.error));
                    return;
                }
                if (const Node *entry = own.node(id); entry != nullptr && entry->kind == NodeKind::Source)
                    rows += node.totalRows;
            }
            tested(own, rows > 0, tr("The source answered, but brought no rows."));
        });
}

void TemplateDetails::tested(const Pipeline &own, bool worked, const QString &message)
{
    setBusy(false);
    if (!worked) {
        m_status->setColor(&Tokens::error);
        m_status->setText(message);
        return;
    }
    Template entry = m_entry;
    entry.pipeline = own;
    const OpenedTemplate opened = openTemplate(m_context.workspace, entry, m_context.clock, m_context.random);
    m_context.navigator->go({QStringLiteral("dashboards"), opened.dashboard.text(), {}});
    m_context.navigator->toast(tr("“%1” now reads your data").arg(templateText(m_entry.name)));
}

} // namespace dash

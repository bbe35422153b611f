#include "app/pipelines/sink_box.h"

#include "app/pipelines/rows_table.h"
#include "app/pipelines/words.h"
#include "app/theme/numbers.h"
#include "app/widgets/button.h"
#include "app/widgets/field.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace dash {

namespace {

constexpr qsizetype kShownBytes = 16 * 1024;

// Bytes as text; what is not UTF-8 as hexadecimal.
QString readable(const QByteArray &bytes)
{
    const QByteArray head = bytes.left(kShownBytes);
    const QString text = QString::fromUtf8(head);
    return text.contains(QChar::ReplacementCharacter) ? QString::fromLatin1(head.toHex(' ')) : text;
}

} // namespace

SinkBox::SinkBox(Draft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_bytesNote(new TextLabel({}, FontRole::SmallMedium, &Tokens::secondary))
    , m_bytes(new QPlainTextEdit)
    , m_queueNote(new TextLabel({}, FontRole::SmallMedium, &Tokens::secondary))
    , m_queue(new RowsTable)
    , m_pause(new Button(QStringLiteral("pause"), tr("Pause deliveries")))
    , m_resend(new Button(QStringLiteral("redo"), tr("Send again")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_bytes->setObjectName(QStringLiteral("deliveryBytes"));
    m_bytes->setAccessibleName(tr("Exact bytes of the next delivery"));
    m_bytes->setReadOnly(true);
    m_bytes->setFont(roleFont(FontRole::Mono));
    m_bytes->setLayoutDirection(Qt::LeftToRight);
    m_bytes->setFixedHeight(120);
    m_queue->setPlainHead(true);
    m_queue->setObjectName(QStringLiteral("deliveryQueue"));
    m_queue->setAccessibleName(tr("Deliveries"));
    m_queue->setEmptyText(tr("Nothing was sent yet"), {});
    m_queue->setFixedHeight(150);
    column->addWidget(m_bytesNote);
    column->addWidget(m_bytes);
    column->addSpacing(6);
    column->addWidget(m_queueNote);
    column->addWidget(m_queue);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_pause);
    buttons->addWidget(m_resend);
    buttons->addStretch();
    column->addLayout(buttons);
    connect(m_pause, &Button::clicked, this, [this] {
        changePoints(
            m_draft.context().points,
            [id = m_draft.id(), node = m_node, paused = !m_shown.summary.paused](PointsDb &points) {
                return points.pauseQueue(id, node, paused);
            },
            this, [this](const Result<> &) { refreshQueue(); });
    });
    connect(m_resend, &Button::clicked, this, [this] {
        const int row = m_queue->currentRow();
        if (row < 0 || row >= int(m_shown.deliveries.size()))
            return;
        changePoints(
            m_draft.context().points,
            [delivery = m_shown.deliveries[std::size_t(row)].id](PointsDb &points) { return points.resend(delivery); },
            this, [this](const Result<> &) { refreshQueue(); });
    });
    connect(m_queue, &RowsTable::currentRowChanged, this, [this](int row) { m_resend->setEnabled(row >= 0); });
    connect(&m_draft, &Draft::previewed, this, &SinkBox::refreshBytes);
    connect(&m_draft.context().points, &PointsDb::changed, this, [this](const PointsDb::Change &change) {
        if (std::find(change.queues.begin(), change.queues.end(), m_draft.id()) != change.queues.end())
            refreshQueue();
    });
    m_resend->setEnabled(false);
}

void SinkBox::setNode(const QString &node)
{
    const Node *found = m_draft.pipeline().node(node);
    const bool sink = found && found->kind == NodeKind::Output && m_draft.context().registry.sink(found->type);
    setVisible(sink);
    m_node = sink ? node : QString();
    refreshBytes();
    refreshQueue();
}

void SinkBox::refreshBytes()
{
    if (m_node.isEmpty())
        return;
    m_draft.context().host.previewDelivery(m_draft.pipeline(), m_node, this, [this](const Result<Delivery> &delivery) {
        m_bytes->setPlainText(delivery ? readable(delivery->payload) : QString());
        m_bytesNote->setText(delivery ? tr("Next delivery, %1").arg(byteText(delivery->payload.size()))
                                      : sentence(delivery.error()));
    });
}

void SinkBox::refreshQueue()
{
    if (m_node.isEmpty())
        return;
    readQueue(m_draft.context().points, m_draft.id(), m_node, this, [this](SinkQueue queue) {
        m_shown = std::move(queue);
        const QueueSummary &summary = m_shown.summary;
        m_queueNote->setText(
            tr("%1 waiting · %2 sent · %3 failed")
                .arg(wholeNumber(summary.pending), wholeNumber(summary.sent), wholeNumber(summary.failed)));
        m_pause->setText(summary.paused ? tr("Continue deliveries") : tr("Pause deliveries"));
        m_pause->setIconName(summary.paused ? QStringLiteral("play") : QStringLiteral("pause"));
        m_queue->setRows(deliveryRows(m_shown.deliveries));
    });
}

} // namespace dash

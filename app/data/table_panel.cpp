#include "app/data/table_panel.h"

#include "app/pipelines/rows_table.h"
#include "app/pipelines/words.h"
#include "app/theme/numbers.h"
#include "app/widgets/blocks.h"
#include "app/widgets/button.h"
#include "app/widgets/combo.h"
#include "app/widgets/field.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace dash {

TablePanel::TablePanel(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_name = new TextLabel({}, FontRole::Title);
    m_facts = new TextLabel({}, FontRole::Small, &Tokens::tertiary);
    head->addWidget(m_name);
    head->addWidget(m_facts, 1);
    auto *save = new Button(QStringLiteral("download"), tr("Export CSV…"));
    save->setObjectName(QStringLiteral("table_export"));
    auto *drop = new Button(QStringLiteral("trash"), tr("Delete…"), Button::Kind::Danger);
    drop->setObjectName(QStringLiteral("table_delete"));
    head->addWidget(save);
    head->addWidget(drop);
    column->addLayout(head);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(8);
    m_search = new TextInput;
    m_search->setIconName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Search these rows"));
    m_search->setAccessibleName(tr("Search these rows"));
    m_search->setFixedWidth(220);
    tools->addWidget(m_search);
    tools->addStretch();
    tools->addWidget(new TextLabel(tr("Sort by"), FontRole::Small, &Tokens::tertiary));
    m_sort = new Combo;
    m_sort->setAccessibleName(tr("Sort by"));
    m_sort->setMinimumWidth(160);
    tools->addWidget(m_sort);
    m_direction = new IconButton(QStringLiteral("arrowDown"), tr("Largest first"));
    m_direction->setFramed(true);
    tools->addWidget(m_direction);
    m_before = new IconButton(QStringLiteral("chevronLeft"), tr("Rows before"));
    m_after = new IconButton(QStringLiteral("chevronRight"), tr("Rows after"));
    m_page = new TextLabel({}, FontRole::Small, &Tokens::tertiary);
    tools->addWidget(m_before);
    tools->addWidget(m_page);
    tools->addWidget(m_after);
    column->addLayout(tools);
    auto *card = new Card;
    card->column()->setContentsMargins(1, 1, 1, 1);
    m_rows = new RowsTable;
    m_rows->setEmptyText(tr("No rows yet"), tr("They appear with the pipeline's next run"));
    card->column()->addWidget(m_rows);
    column->addWidget(card, 1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(250);
    connect(&m_soon, &QTimer::timeout, this, &TablePanel::ask);
    connect(save, &Button::clicked, this, [this] { Q_EMIT exportAsked(m_info); });
    connect(drop, &Button::clicked, this, &TablePanel::remove);
    connect(m_search, &QLineEdit::textChanged, m_rows, &RowsTable::setSearch);
    connect(m_sort, &Combo::changed, this, [this] {
        m_offset = 0;
        ask();
    });
    connect(m_direction, &QAbstractButton::clicked, this, [this] {
        m_descending = !m_descending;
        m_direction->setIconName(m_descending ? QStringLiteral("arrowDown") : QStringLiteral("arrowUp"));
        m_direction->setName(m_descending ? tr("Largest first") : tr("Smallest first"));
        m_offset = 0;
        ask();
    });
    connect(m_before, &QAbstractButton::clicked, this, [this] {
        m_offset = std::max<qint64>(0, m_offset - kPage);
        ask();
    });
    connect(m_after, &QAbstractButton::clicked, this, [this] {
        m_offset += kPage;
        ask();
    });
}

void TablePanel::show(const TableInfo &info)
{
    const bool same = info.name == m_info.name;
    m_info = info;
    m_name->setText(info.title.isEmpty() ? info.name.output : info.title);
    QStringList facts{rowsText(info.rows), byteText(info.bytes)};
    if (!info.key.isEmpty())
        facts.append(tr("Key %1").arg(info.key.join(QStringLiteral(", "))));
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    if (!same) {
        m_offset = 0;
        std::vector<ComboItem> items{{tr("Order of arrival"), QString(), {}, {}}};
        for (const auto &[name, type] : info.columns)
            items.push_back({name, name, {}, {}});
        m_sort->setItems(std::move(items));
        m_sort->setCurrentIndex(0);
    }
    ask();
}

void TablePanel::ask()
{
    const QString column = m_sort->value().toString();
    m_rows->setStale(true);
    Q_EMIT rowsAsked(m_info.name, {column, m_descending ? Qt::DescendingOrder : Qt::AscendingOrder}, m_offset, kPage);
    const qint64 last = std::min(m_info.rows, m_offset + kPage);
    m_page->setText(
        m_info.rows == 0
            ? QString()
            : tr("%1–%2 of %3").arg(wholeNumber(m_offset + 1), wholeNumber(last), wholeNumber(m_info.rows)));
    m_before->setEnabled(m_offset > 0);
    m_after->setEnabled(last < m_info.rows);
}

void TablePanel::setRows(const Batch &rows)
{
    m_rows->setRows(rows);
}

void TablePanel::dataChanged(const PointsDb::Change &change)
{
    const bool touched = std::find(change.tables.begin(), change.tables.end(), m_info.name) != change.tables.end();
    if (touched && isVisible() && !m_soon.isActive())
        m_soon.start();
}

void TablePanel::remove()
{
    const int rows = int(std::min<qint64>(m_info.rows, INT_MAX));
    auto *box =
        new QMessageBox(QMessageBox::NoIcon, tr("Delete table"),
                        tr("Delete “%1” with %Ln row(s)? This cannot be undone.", nullptr, rows).arg(m_name->text()),
                        QMessageBox::Cancel, window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    QAbstractButton *yes = box->addButton(tr("Delete rows"), QMessageBox::DestructiveRole);
    connect(box, &QMessageBox::buttonClicked, this, [this, yes](QAbstractButton *clicked) {
        if (clicked == yes)
            Q_EMIT removed(m_info);
    });
    box->open();
}

} // namespace dash

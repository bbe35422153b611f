// The row "We read it as": what was guessed about a file, each guess one click to change.

#include "app/data/file_panel.h"
#include "app/data/flow_row.h"
#include "app/theme/paint.h"
#include "app/widgets/button.h"
#include "app/widgets/marks.h"

#include <QMenu>
#include <QTimeZone>

namespace dash {

QStringList FilePanel::fieldsOf(bool numbers) const
{
    QStringList out;
    for (const DetectedField &field : m_guess.detected.fields) {
        const bool isNumber = field.type == ColumnType::Int64 || field.type == ColumnType::Double ||
                              field.type == ColumnType::Decimal || field.type == ColumnType::Bool;
        if (isNumber == numbers)
            out.append(field.name);
    }
    return out;
}

void FilePanel::fieldMenu(QWidget *anchor, const QStringList &fields,
                          const std::function<void(const QString &)> &chosen)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &field : fields)
        menu->addAction(field.isEmpty() ? tr("None") : field, this, [chosen, field] { chosen(field); });
    popupBelow(menu, anchor);
}

void FilePanel::rebuildChips()
{
    const QWidget *focused = focusWidget();
    const QString name = focused && m_chips->isAncestorOf(focused) ? focused->objectName() : QString();
    m_chips->clear();
    addTimeChip();
    m_chips->addRule();
    int slot = 0;
    for (const QString &field : fieldsOf(true)) {
        if (field != m_choice.timeField)
            addValueChip(field, slot++);
    }
    m_chips->addRule();
    for (const QString &field : m_choice.labelFields)
        addLabelChip(field);
    auto *more = new Chip(tr("Add label"));
    more->setIconName(QStringLiteral("plus"));
    more->setKind(Chip::Kind::Dashed);
    connect(more, &QAbstractButton::clicked, this, [this, more] {
        QStringList free;
        for (const QString &field : fieldsOf(false)) {
            if (!m_choice.labelFields.contains(field) && field != m_choice.timeField)
                free.append(field);
        }
        fieldMenu(more, free, [this](const QString &field) {
            ImportChoice choice = m_choice;
            choice.labelFields.append(field);
            change(choice);
        });
    });
    more->setObjectName(QStringLiteral("chip_more"));
    m_chips->add(more);
    // In reading order, and the key that changed a guess is still on it.
    QWidget *before = m_stop;
    for (QWidget *chip : m_chips->children()) {
        setTabOrder(before, chip);
        before = chip;
    }
    QWidget *again = m_chips->child(name);
    if (!again && (!focused || !name.isEmpty() || focused == this))
        again = m_chips->child(QStringLiteral("chip_time"));
    if (again)
        again->setFocus(Qt::OtherFocusReason);
}

void FilePanel::addTimeChip()
{
    auto *chip = new Chip(m_choice.timeField.isEmpty() ? tr("No time") : tr("Time: %1").arg(m_choice.timeField));
    chip->setObjectName(QStringLiteral("chip_time"));
    chip->setIconName(QStringLiteral("clock"));
    chip->setKind(m_choice.timeField.isEmpty() ? Chip::Kind::Dashed : Chip::Kind::Accent);
    chip->setEnd(Chip::End::Chevron);
    connect(chip, &QAbstractButton::clicked, this, [this, chip] {
        QStringList fields;
        for (const DetectedField &field : m_guess.detected.fields)
            fields.append(field.name);
        fields.append(QString());
        fieldMenu(chip, fields, [this](const QString &field) {
            ImportChoice choice = m_choice;
            choice.timeField = field;
            choice.valueFields.removeAll(field);
            choice.labelFields.removeAll(field);
            change(choice);
        });
    });
    m_chips->add(chip);
    const QString zone = m_choice.formatConfig.value(QLatin1StringView("zone")).toString(QStringLiteral("UTC"));
    const QString dates = m_choice.formatConfig.value(QLatin1StringView("dates")).toString();
    const QString order = dates == u"dmy"   ? tr("%1, day first").arg(zone)
                          : dates == u"mdy" ? tr("%1, month first").arg(zone)
                                            : zone;
    auto *zoneChip = new Chip(order);
    zoneChip->setObjectName(QStringLiteral("chip_zone"));
    zoneChip->setEnd(Chip::End::Chevron);
    connect(zoneChip, &QAbstractButton::clicked, this, [this, zoneChip] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        const auto set = [this](const QString &key, const QString &value) {
            ImportChoice choice = m_choice;
            choice.formatConfig.insert(key, value);
            change(choice);
        };
        for (const QString &name : {QStringLiteral("UTC"), QString::fromUtf8(QTimeZone::systemTimeZoneId())})
            menu->addAction(name, this, [set, name] { set(QStringLiteral("zone"), name); });
        menu->addSeparator();
        menu->addAction(tr("Day first"), this, [set] { set(QStringLiteral("dates"), QStringLiteral("dmy")); });
        menu->addAction(tr("Month first"), this, [set] { set(QStringLiteral("dates"), QStringLiteral("mdy")); });
        popupBelow(menu, zoneChip);
    });
    m_chips->add(zoneChip);
}

void FilePanel::addValueChip(const QString &field, int slot)
{
    const bool used = m_choice.valueFields.contains(field);
    auto *chip = new Chip(field);
    chip->setObjectName(QStringLiteral("chip_value_") + field);
    chip->setDotColor(tokensOf(this).series[size_t(slot) % 10]);
    chip->setKind(used ? Chip::Kind::Outlined : Chip::Kind::Dashed);
    chip->setAccessibleName(used ? tr("%1, charted").arg(field) : tr("%1, not charted").arg(field));
    connect(chip, &QAbstractButton::clicked, this, [this, field, used] {
        ImportChoice choice = m_choice;
        if (used)
            choice.valueFields.removeAll(field);
        else
            choice.valueFields.append(field);
        change(choice);
    });
    m_chips->add(chip);
}

void FilePanel::addLabelChip(const QString &field)
{
    auto *chip = new Chip(tr("Label: %1").arg(field));
    chip->setObjectName(QStringLiteral("chip_label_") + field);
    chip->setIconName(QStringLiteral("label"));
    chip->setEnd(Chip::End::Cross);
    const auto drop = [this, field] {
        ImportChoice choice = m_choice;
        choice.labelFields.removeAll(field);
        change(choice);
    };
    connect(chip, &Chip::removed, this, drop);
    connect(chip, &QAbstractButton::clicked, this, drop);
    m_chips->add(chip);
}

} // namespace dash

#pragma once
// Rows of the palette: groups with a head, matched letters, how a row is drawn.

#include "app/shell/palette.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <optional>

namespace dash {

struct PaletteRow {
    QString head; // of a group; then there is no entry
    PaletteEntry entry;
    std::vector<int> letters;
};

// The best `most` entries of a group under its head; nothing when none matches.
void appendGroup(std::vector<PaletteRow> &rows, const QString &head, const QString &query,
                 const std::vector<PaletteEntry> &entries, int most);

class PaletteModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void setRows(std::vector<PaletteRow> rows);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    const PaletteRow *row(const QModelIndex &index) const;
    const PaletteEntry *entry(const QModelIndex &index) const;
    QModelIndex firstEntry() const { return nextEntry({}, 1); }
    QModelIndex nextEntry(const QModelIndex &from, int step) const;
    int entries() const;
    QString entryText(int n) const;
    int contentHeight() const;

private:
    std::vector<PaletteRow> m_rows;
};

class PaletteDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace dash

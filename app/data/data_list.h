#pragma once
// The list at the start of the data page: a file just dropped, series, tables, each with its size.

#include "app/data/catalogue.h"

#include <QAbstractItemModel>
#include <QListView>

namespace dash {

// What is chosen in the list, and the part of a Location by which it is found again.
struct DataRef {
    enum class Kind { None, File, Series, Table } kind = Kind::None;
    QString owner; // pipeline id text
    QString name;  // of the series, or the table's output
    QString part() const;
    static DataRef fromPart(const QString &part);
    friend bool operator==(const DataRef &, const DataRef &) = default;
};

class DataListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { KindRole = Qt::UserRole, CountRole, ShareRole, RefRole };
    enum class RowKind { Head, File, Series, Table };

    using QAbstractListModel::QAbstractListModel;
    void setCatalogue(const DataCatalogue &catalogue);
    void setFilter(const QString &words);
    // The file being read; an empty name removes it. `share` 0 … 1, negative when done.
    void setFile(const QString &name, double share);
    QModelIndex indexOf(const DataRef &ref) const;
    DataRef refAt(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        RowKind kind = RowKind::Head;
        QString text;
        QString count;
        double share = -1;
        DataRef ref;
    };
    void rebuild();

    DataCatalogue m_catalogue;
    QString m_filter;
    QString m_file;
    double m_share = -1;
    std::vector<Row> m_rows;
};

class DataList : public QListView {
    Q_OBJECT
public:
    explicit DataList(QWidget *parent = nullptr);
    DataListModel *list() { return m_model; }
    void select(const DataRef &ref);

Q_SIGNALS:
    void chosen(const dash::DataRef &ref);

private:
    DataListModel *m_model;
};

// 2 100 000 → "2.1 M"; small counts in full.
QString shortCount(std::uint64_t count, const QLocale &locale = QLocale());

} // namespace dash

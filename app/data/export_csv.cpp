#include "app/data/export_csv.h"

#include <QSaveFile>

#include <algorithm>

namespace dash {

namespace {

constexpr qint64 kPortion = 50'000;

// Quotes where needed. A text that a spreadsheet would run as a formula is quoted with a leading apostrophe.
void appendCell(QByteArray &out, std::string_view text, bool isText)
{
    const bool formula =
        isText && !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    const bool quoted = formula || text.find_first_of(",\"\r\n") != std::string_view::npos;
    if (!quoted) {
        out.append(text.data(), qsizetype(text.size()));
        return;
    }
    out += '"';
    if (formula)
        out += '\'';
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

void appendRows(QByteArray &out, const Batch &rows)
{
    for (std::size_t row = 0; row < rows.rows; ++row) {
        for (std::size_t i = 0; i < rows.fields.size(); ++i) {
            if (i > 0)
                out += ',';
            const Column &column = *rows.fields[i].column;
            appendCell(out, cellText(column, row), column.type == ColumnType::Text || column.type == ColumnType::Json);
        }
        out += "\r\n";
    }
}

Failure unwritable(const QSaveFile &file)
{
    return fail(ErrorCode::FileWrite,
                {{QLatin1StringView("file"), file.fileName()}, {QLatin1StringView("reason"), file.errorString()}});
}

std::string pointText(const Points &points, std::size_t i)
{
    Column cell;
    switch (points.type) {
    case ValueType::Double:
        cell.type = ColumnType::Double;
        cell.appendDouble(points.doubles[i]);
        break;
    case ValueType::Int64:
        return std::to_string(points.ints[i]);
    case ValueType::Bool:
        return points.ints[i] != 0 ? "true" : "false";
    case ValueType::Decimal:
        return decimalText(Decimal{points.ints[i], points.scale});
    case ValueType::Text:
        return points.texts[i];
    }
    return cellText(cell, 0);
}

} // namespace

Result<qint64> exportSeriesCsv(const PointsSnapshot &snapshot, const SeriesGroup &group, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(file);
    std::vector<std::string> labels;
    for (const SeriesInfo &member : group.members) {
        for (const Label &label : member.key.labels) {
            if (std::find(labels.begin(), labels.end(), label.name) == labels.end())
                labels.push_back(label.name);
        }
    }
    QByteArray out = "time";
    for (const std::string &label : labels) {
        out += ',';
        appendCell(out, label, true);
    }
    out += ',';
    appendCell(out, group.name, true);
    out += "\r\n";
    qint64 rows = 0;
    for (const SeriesInfo &member : group.members) {
        QByteArray prefix;
        for (const std::string &name : labels) {
            prefix += ',';
            const auto label = std::find_if(member.key.labels.begin(), member.key.labels.end(),
                                            [&](const Label &l) { return l.name == name; });
            if (label != member.key.labels.end())
                appendCell(prefix, label->value, true);
        }
        qint64 from = kMinInstant;
        for (;;) {
            const auto points = snapshot.series().range(member.id, {from, kMaxInstant}, std::size_t(kPortion));
            if (!points)
                return fail(points.error());
            for (std::size_t i = 0; i < points->times.size(); ++i) {
                out += isoUtc(points->times[i]).toLatin1() + prefix + ',';
                appendCell(out, pointText(*points, i), points->type == ValueType::Text);
                out += "\r\n";
            }
            rows += qint64(points->times.size());
            if (file.write(out) != out.size())
                return unwritable(file);
            out.clear();
            if (qint64(points->times.size()) < kPortion)
                break;
            from = points->times.back() + 1;
        }
    }
    if (!file.commit())
        return unwritable(file);
    return rows;
}

Result<qint64> exportTableCsv(const PointsSnapshot &snapshot, const TableInfo &info, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(file);
    QByteArray out;
    for (std::size_t i = 0; i < info.columns.size(); ++i) {
        if (i > 0)
            out += ',';
        appendCell(out, info.columns[i].first.toStdString(), true);
    }
    out += "\r\n";
    qint64 offset = 0;
    for (;;) {
        const auto rows = snapshot.rows(info.name, {QString(), Qt::AscendingOrder}, offset, kPortion);
        if (!rows)
            return fail(rows.error());
        appendRows(out, *rows);
        offset += qint64(rows->rows);
        if (file.write(out) != out.size())
            return unwritable(file);
        out.clear();
        if (qint64(rows->rows) < kPortion)
            break;
    }
    if (!file.commit())
        return unwritable(file);
    return offset;
}

} // namespace dash

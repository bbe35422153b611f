#include "core/engine/formats/csv_columns.h"

#include "core/engine/formats/column_builder.h"
#include "core/engine/formats/limits.h"
#include "core/engine/row_text.h"

namespace dash {

namespace {

QString utf16(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

CsvColumns::CsvColumns(CsvPlan plan, const QTimeZone &zone, const char *format)
    : m_plan(std::move(plan))
    , m_zone(zone)
    , m_format(format)
{
}

Result<> CsvColumns::reject(Error reason, const std::string_view *cells, std::size_t count, Rejects &rejects) const
{
    if (rejects.size() >= kMaxBrokenRecords)
        return fail(std::move(reason));
    std::string record = "{";
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0)
            record.push_back(',');
        const QString name =
            i < m_plan.columns.size() ? m_plan.columns[i].name : QStringLiteral("column %1").arg(i + 1);
        appendJsonString(record, name.toStdString());
        record.push_back(':');
        appendJsonString(record, cells[i]);
    }
    record.push_back('}');
    rejects.push_back(Reject{std::move(reason), QByteArray(record.data(), static_cast<qsizetype>(record.size()))});
    return {};
}

Result<> CsvColumns::add(const CsvRow &cells, qint64 line, Rejects &rejects)
{
    const std::size_t width = m_plan.columns.size();
    std::size_t count = cells.size();
    while (count > width && trimmed(cells[count - 1]).empty())
        --count;
    if (count != width) {
        const QString reason =
            QStringLiteral("the row has %1 cells where the table has %2").arg(cells.size()).arg(width);
        return reject(formatSyntax(m_format, line, reason).value(), cells.data(), cells.size(), rejects);
    }
    m_cells.insert(m_cells.end(), cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(width));
    m_lines.push_back(line);
    return {};
}

bool CsvColumns::appendNumber(Column &to, const CsvColumnPlan &plan, std::string_view cell)
{
    CellNumber number;
    const bool exact = plan.type == ColumnType::Decimal;
    if (!readNumber(cell, m_plan.decimalMark, number, exact ? &m_scratch : nullptr))
        return false;
    if (plan.type == ColumnType::Int64) {
        if (number.integer)
            to.appendInt(number.whole);
        return number.integer;
    }
    if (!exact) {
        to.appendDouble(number.real);
        return true;
    }
    const std::optional<Decimal> decimal = parseDecimal(m_scratch);
    return decimal && to.appendDecimal(*decimal);
}

bool CsvColumns::append(Column &to, CsvColumnPlan &plan, std::string_view cell)
{
    switch (plan.type) {
    case ColumnType::Int64:
    case ColumnType::Double:
    case ColumnType::Decimal:
        return appendNumber(to, plan, cell);
    case ColumnType::Bool: {
        const char c = cell[0];
        const bool yes = cell.size() == 4 && (c == 't' || c == 'T');
        if (!yes && !(cell.size() == 5 && (c == 'f' || c == 'F')))
            return false;
        to.appendBool(yes);
        return true;
    }
    case ColumnType::Instant: {
        const std::optional<std::int64_t> ms = readInstant(cell, plan.date, m_zone);
        if (ms)
            to.appendInt(*ms);
        return ms.has_value();
    }
    case ColumnType::Text:
    case ColumnType::Json:
        break;
    }
    to.appendText(cell);
    return true;
}

std::shared_ptr<Column> CsvColumns::convert(std::size_t column, std::vector<Refused> &refused)
{
    CsvColumnPlan &plan = m_plan.columns[column];
    const std::size_t width = m_plan.columns.size();
    const std::size_t rowCount = m_lines.size();
    auto to = std::make_shared<Column>(plan.type);
    to->reserve(rowCount);
    const bool text = plan.type == ColumnType::Text;
    for (std::size_t row = 0; row < rowCount; ++row) {
        const std::string_view raw = m_cells[row * width + column];
        const std::string_view cell = text ? raw : trimmed(raw);
        if (text ? cell.empty() : isEmptyWord(cell)) {
            to->appendNull();
            continue;
        }
        if (append(*to, plan, cell))
            continue;
        // A column of whole numbers meets its first fraction: it goes on as a wider type, with all digits.
        if (plan.type == ColumnType::Int64) {
            CellNumber number;
            if (readNumber(cell, m_plan.decimalMark, number) && !number.integer) {
                plan.type = number.wide ? ColumnType::Decimal : ColumnType::Double;
                std::shared_ptr<Column> wider = convertedColumn(*to, plan.type);
                if (!wider) {
                    plan.type = ColumnType::Decimal;
                    wider = convertedColumn(*to, plan.type);
                }
                to = std::move(wider);
                if (append(*to, plan, cell))
                    continue;
            }
        }
        to->appendNull();
        refused.push_back(Refused{row, column});
    }
    return to;
}

Result<Batch> CsvColumns::take(Rejects &rejects)
{
    Batch batch;
    batch.rows = m_lines.size();
    std::vector<Refused> refused;
    for (std::size_t column = 0; column < m_plan.columns.size(); ++column) {
        std::shared_ptr<Column> done = convert(column, refused);
        batch.fields.push_back(Field{m_plan.columns[column].name, std::move(done), m_plan.columns[column].unit});
    }
    if (!refused.empty()) {
        const std::size_t width = m_plan.columns.size();
        std::vector<std::uint8_t> keep(batch.rows, 1);
        for (const Refused &one : refused) {
            if (keep[one.row] == 0)
                continue; // one reason is enough
            keep[one.row] = 0;
            const CsvColumnPlan &plan = m_plan.columns[one.column];
            const QString reason =
                QStringLiteral("%1: “%2” is not %3")
                    .arg(plan.name, utf16(m_cells[one.row * width + one.column].substr(0, 80)),
                         plan.type == ColumnType::Instant ? QStringLiteral("a time as in the rows before")
                         : plan.type == ColumnType::Bool  ? QStringLiteral("true or false")
                                                          : QStringLiteral("a number"));
            Result<> kept = reject(formatSyntax(m_format, m_lines[one.row], reason).value(), &m_cells[one.row * width],
                                   width, rejects);
            if (!kept)
                return fail(kept.error());
        }
        batch = filterRows(batch, keep);
    }
    m_cells.clear();
    m_lines.clear();
    return batch;
}

} // namespace dash

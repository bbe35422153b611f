#pragma once
// Rows of cells → typed columns by a plan.

#include "core/engine/formats/csv_guess.h"
#include "core/engine/rejects.h"

namespace dash {

class CsvColumns {
public:
    CsvColumns(CsvPlan plan, const QTimeZone &zone, const char *format);
    const CsvPlan &plan() const { return m_plan; }

    // One record; rows of another width are rejected. Cells must live until take().
    Result<> add(const CsvRow &cells, qint64 line, Rejects &rejects);
    std::size_t rows() const { return m_lines.size(); }
    // Rows so far; rows with a value that does not fit its column go to `rejects`.
    Result<Batch> take(Rejects &rejects);

private:
    struct Refused {
        std::size_t row;
        std::size_t column;
    };
    std::shared_ptr<Column> convert(std::size_t column, std::vector<Refused> &refused);
    bool append(Column &to, CsvColumnPlan &plan, std::string_view cell);
    bool appendNumber(Column &to, const CsvColumnPlan &plan, std::string_view cell);
    Result<> reject(Error reason, const std::string_view *cells, std::size_t count, Rejects &rejects) const;

    CsvPlan m_plan;
    LocalZone m_zone;
    const char *m_format;
    std::vector<std::string_view> m_cells; // row by row
    std::vector<qint64> m_lines;
    std::string m_scratch;
};

} // namespace dash

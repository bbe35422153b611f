#pragma once
// What a delimited text most likely is: delimiter, where its header stands, decimal mark, and a type for each column.
// Guesses come from the first rows; a setting given by a person always wins.

#include "core/engine/formats/csv_cells.h"
#include "core/model/batch.h"

#include <string>
#include <string_view>
#include <vector>

namespace dash {

using CsvRow = std::vector<std::string_view>;

// Cells of one record. Views point into the text, or into `arena` where quotes had to be removed.
class CsvSplitter {
public:
    explicit CsvSplitter(char delimiter)
        : m_delimiter(delimiter)
    {
    }
    enum class Outcome { Record, NeedMore, OpenQuote };
    // Reads the record at `at` and moves behind it. With `last`, the end of the text ends the record.
    Outcome next(std::string_view text, std::size_t &at, bool last, CsvRow &cells);
    // Forgets unquoted cells; views into them end.
    void clearArena() { m_arena.clear(); }
    qint64 lines() const { return m_lines; } // line breaks passed

private:
    Outcome quoted(std::string_view text, std::size_t &at, bool last, std::string_view &cell);

    char m_delimiter;
    qint64 m_lines = 0;
    std::vector<std::unique_ptr<std::string>> m_arena;
};

struct CsvColumnPlan {
    QString name;
    ColumnType type = ColumnType::Text;
    DateForm date = DateForm::None;
    QString unit;
};

struct CsvSettings {
    char delimiter = 0;              // 0: guess
    int header = -1;                 // 1 yes, 0 no, −1 guess
    int skipLines = -1;              // records before the header; −1: guess
    char decimalMark = 0;            // 0: guess
    DateForm dates = DateForm::None; // None: guess
    bool decimals = false;           // numbers with a fraction are exact decimals
};

struct CsvPlan {
    char delimiter = ',';
    std::size_t skip = 0; // records before the first row or header
    bool header = false;
    char decimalMark = '.';
    std::vector<CsvColumnPlan> columns;
};

char guessDelimiter(std::string_view head);
// From the first records, cut with the delimiter.
CsvPlan guessPlan(const std::vector<CsvRow> &sample, char delimiter, const CsvSettings &settings);

} // namespace dash

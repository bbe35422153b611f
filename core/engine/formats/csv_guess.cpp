#include "core/engine/formats/csv_guess.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace dash {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Names under which a bare number is a moment rather than an amount.
bool namesTime(const QString &name)
{
    static const QStringList words{
        QStringLiteral("time"),       QStringLiteral("timestamp"),  QStringLiteral("ts"),
        QStringLiteral("date"),       QStringLiteral("epoch"),      QStringLiteral("created"),
        QStringLiteral("created_at"), QStringLiteral("updated_at"), QStringLiteral("datetime"),
        QStringLiteral("zeit"),       QStringLiteral("unix")};
    const QString lower = name.toLower();
    return words.contains(lower) || lower.endsWith(QStringLiteral("_time")) ||
           lower.endsWith(QStringLiteral("timestamp")) || lower.startsWith(QStringLiteral("time_"));
}

struct ColumnEvidence {
    std::size_t filled = 0;
    std::size_t integers = 0;
    std::size_t numbers = 0;
    std::size_t codes = 0;
    std::size_t wide = 0;
    std::size_t bools = 0;
    std::size_t dates = 0;
    std::size_t yearFirst = 0;
    std::size_t dayFirst = 0; // only possible as day first
    std::size_t monthFirst = 0;
    char separator = 0;
    std::int64_t low = 0;
    std::int64_t high = 0;
    std::string sign;
    bool oneSign = true;
    std::vector<CellDate> seen;
};

bool isBool(std::string_view cell)
{
    return cell == "true" || cell == "false" || cell == "TRUE" || cell == "FALSE" || cell == "True" || cell == "False";
}

ColumnEvidence weigh(const std::vector<CsvRow> &sample, std::size_t firstRow, std::size_t column, char mark)
{
    ColumnEvidence out;
    for (std::size_t row = firstRow; row < sample.size(); ++row) {
        if (column >= sample[row].size())
            continue;
        const std::string_view cell = trimmed(sample[row][column]);
        if (isEmptyWord(cell))
            continue;
        ++out.filled;
        CellNumber number;
        CellDate date;
        if (readNumber(cell, mark, number)) {
            ++out.numbers;
            out.wide += number.wide ? 1 : 0;
            const bool zeroFirst = cell.size() > 1 && cell[0] == '0' && isDigit(cell[1]);
            out.codes += number.code || zeroFirst ? 1 : 0;
            if (out.numbers == 1)
                out.sign = number.sign;
            out.oneSign = out.oneSign && out.sign == number.sign;
            if (number.integer) {
                out.low = out.integers == 0 ? number.whole : std::min(out.low, number.whole);
                out.high = out.integers == 0 ? number.whole : std::max(out.high, number.whole);
                ++out.integers;
            }
        }
        if (isBool(cell))
            ++out.bools;
        if (readDate(cell, date)) {
            ++out.dates;
            out.separator = date.separator;
            out.yearFirst += date.yearFirst ? 1 : 0;
            out.dayFirst += !date.yearFirst && date.first > 12 ? 1 : 0;
            out.monthFirst += !date.yearFirst && date.second > 12 ? 1 : 0;
            out.seen.push_back(date);
        }
    }
    return out;
}

// How often the order of time turns around when the dates are read this way; impossible dates count much.
std::size_t turns(const std::vector<CellDate> &dates, DateForm form)
{
    std::size_t count = 0;
    std::int64_t before = 0;
    int direction = 0;
    for (std::size_t i = 0; i < dates.size(); ++i) {
        const std::optional<std::int64_t> ms = dateToLocalMs(dates[i], form);
        if (!ms) {
            count += 1'000;
            continue;
        }
        const int now = i == 0 || *ms == before ? direction : *ms > before ? 1 : -1;
        count += direction != 0 && now != direction ? 1 : 0;
        direction = now;
        before = *ms;
    }
    return count;
}

DateForm dateForm(const ColumnEvidence &evidence, char decimalMark, char delimiter)
{
    if (evidence.yearFirst == evidence.dates)
        return evidence.separator == '-' ? DateForm::Iso : DateForm::YearFirst;
    if (evidence.yearFirst > 0)
        return DateForm::None;
    if (evidence.dayFirst > 0 || evidence.monthFirst > 0)
        return evidence.dayFirst > 0 && evidence.monthFirst > 0 ? DateForm::None
               : evidence.dayFirst > 0                          ? DateForm::DayFirst
                                                                : DateForm::MonthFirst;
    if (evidence.separator == '.')
        return DateForm::DayFirst;
    const std::size_t asDay = turns(evidence.seen, DateForm::DayFirst);
    const std::size_t asMonth = turns(evidence.seen, DateForm::MonthFirst);
    if (asDay != asMonth)
        return asDay < asMonth ? DateForm::DayFirst : DateForm::MonthFirst;
    return decimalMark == ',' || delimiter == ';' ? DateForm::DayFirst : DateForm::MonthFirst;
}

// "Power (kW)", "temp [°C]", "energy_kWh": a unit that is known; "net" in "Total (net)" is none. Letters that are words
// or numbers of columns as well count in brackets only.
QString unitInName(const QString &name)
{
    static const QStringList units{
        QStringLiteral("°C"),   QStringLiteral("°F"),  QStringLiteral("kW"),   QStringLiteral("MW"),
        QStringLiteral("kWh"),  QStringLiteral("MWh"), QStringLiteral("Wh"),   QStringLiteral("kV"),
        QStringLiteral("mV"),   QStringLiteral("mA"),  QStringLiteral("Hz"),   QStringLiteral("kHz"),
        QStringLiteral("MHz"),  QStringLiteral("GHz"), QStringLiteral("kB"),   QStringLiteral("MB"),
        QStringLiteral("GB"),   QStringLiteral("TB"),  QStringLiteral("MB/s"), QStringLiteral("kB/s"),
        QStringLiteral("ms"),   QStringLiteral("km"),  QStringLiteral("cm"),   QStringLiteral("mm"),
        QStringLiteral("kg"),   QStringLiteral("hPa"), QStringLiteral("kPa"),  QStringLiteral("mbar"),
        QStringLiteral("km/h"), QStringLiteral("m/s"), QStringLiteral("m³"),   QStringLiteral("ppm"),
        QStringLiteral("lx"),   QStringLiteral("dB"),  QStringLiteral("EUR"),  QStringLiteral("USD"),
        QStringLiteral("GBP"),  QStringLiteral("CHF"), QStringLiteral("€"),    QStringLiteral("%")};
    static const QStringList onlyInBrackets{
        QStringLiteral("V"), QStringLiteral("A"), QStringLiteral("W"),   QStringLiteral("K"),
        QStringLiteral("B"), QStringLiteral("s"), QStringLiteral("h"),   QStringLiteral("min"),
        QStringLiteral("m"), QStringLiteral("g"), QStringLiteral("t"),   QStringLiteral("l"),
        QStringLiteral("C"), QStringLiteral("F"), QStringLiteral("bar"), QStringLiteral("Pa")};
    const QString text = name.trimmed();
    const bool round = text.endsWith(u')'), square = text.endsWith(u']');
    if (round || square) {
        const qsizetype open = text.lastIndexOf(round ? u'(' : u'[');
        const QString unit = open > 0 ? text.mid(open + 1).chopped(1).trimmed() : QString();
        if (unit == u"C" || unit == u"F")
            return u'°' + unit;
        return units.contains(unit) || onlyInBrackets.contains(unit) ? unit : QString();
    }
    const qsizetype gap = std::max(text.lastIndexOf(u'_'), text.lastIndexOf(u' '));
    const QString last = text.mid(gap + 1);
    return gap > 0 && units.contains(last) ? last : QString();
}

CsvColumnPlan planColumn(const ColumnEvidence &evidence, const QString &name, const CsvPlan &plan,
                         const CsvSettings &settings)
{
    CsvColumnPlan column;
    column.name = name;
    if (evidence.filled == 0)
        return column;
    if (evidence.numbers == evidence.filled && evidence.codes == 0) {
        const bool whole = evidence.integers == evidence.numbers;
        if (whole && namesTime(name) && evidence.low >= 100'000'000 && evidence.high < 100'000'000'000) {
            column.type = ColumnType::Instant;
            column.date = DateForm::EpochSeconds;
        } else if (whole && namesTime(name) && evidence.low >= 100'000'000'000 && evidence.high < 100'000'000'000'000) {
            column.type = ColumnType::Instant;
            column.date = DateForm::EpochMillis;
        } else if (whole) {
            column.type = ColumnType::Int64;
        } else {
            column.type = settings.decimals || evidence.wide > 0 ? ColumnType::Decimal : ColumnType::Double;
        }
        if (column.type != ColumnType::Instant && evidence.oneSign)
            column.unit = evidence.sign.empty() ? unitInName(name) : QString::fromStdString(evidence.sign);
        return column;
    }
    if (evidence.bools == evidence.filled) {
        column.type = ColumnType::Bool;
        return column;
    }
    if (evidence.dates == evidence.filled) {
        const bool forced = settings.dates != DateForm::None && evidence.yearFirst == 0;
        column.date = forced ? settings.dates : dateForm(evidence, plan.decimalMark, plan.delimiter);
        if (column.date != DateForm::None)
            column.type = ColumnType::Instant;
    }
    return column;
}

// Files from banks and instruments begin with a few lines of their own: the table begins at the first record as wide as
// most are.
std::size_t guessSkip(const std::vector<CsvRow> &sample, std::size_t &width)
{
    std::map<std::size_t, std::size_t> counts;
    for (const CsvRow &row : sample)
        ++counts[row.size()];
    std::size_t best = 0;
    for (const auto &[size, count] : counts) {
        if (count > best || (count == best && size > width)) {
            best = count;
            width = size;
        }
    }
    for (std::size_t i = 0; i < sample.size(); ++i) {
        if (sample[i].size() == width)
            return i;
    }
    return 0;
}

bool looksLikeHeader(const std::vector<CsvRow> &sample, std::size_t skip, char mark)
{
    const CsvRow &first = sample[skip];
    std::set<std::string_view> names;
    bool twice = false;
    bool valuesBelow = false; // numbers or dates under the words
    for (std::size_t column = 0; column < first.size() && skip + 1 < sample.size(); ++column) {
        const CsvRow &next = sample[skip + 1];
        CellNumber number;
        CellDate date;
        valuesBelow = valuesBelow || (column < next.size() && (readNumber(trimmed(next[column]), mark, number) ||
                                                               readDate(trimmed(next[column]), date)));
    }
    for (const std::string_view raw : first) {
        const std::string_view cell = trimmed(raw);
        CellNumber number;
        CellDate date;
        if (readNumber(cell, mark, number) || readDate(cell, date) || isBool(cell))
            return false;
        twice = twice || (!cell.empty() && !names.insert(cell).second);
    }
    return !names.empty() && (!twice || valuesBelow);
}

QString uniqueName(const QString &wanted, std::size_t column, std::set<QString> &taken)
{
    QString base = wanted.isEmpty() ? QStringLiteral("column %1").arg(column + 1) : wanted;
    QString name = base;
    for (int n = 2; !taken.insert(name).second; ++n)
        name = QStringLiteral("%1 %2").arg(base).arg(n);
    return name;
}

} // namespace

CsvSplitter::Outcome CsvSplitter::quoted(std::string_view text, std::size_t &at, bool last, std::string_view &cell)
{
    std::size_t i = at + 1;
    const std::size_t begin = i;
    std::string *plain = nullptr;
    std::size_t copied = begin;
    while (true) {
        const std::size_t quote = text.find('"', i);
        if (quote == std::string_view::npos)
            return last ? Outcome::OpenQuote : Outcome::NeedMore;
        if (quote + 1 == text.size() && !last)
            return Outcome::NeedMore;
        if (quote + 1 < text.size() && text[quote + 1] == '"') {
            if (plain == nullptr)
                plain = m_arena.emplace_back(std::make_unique<std::string>()).get();
            plain->append(text.substr(copied, quote + 1 - copied));
            i = copied = quote + 2;
            continue;
        }
        m_lines += std::count(text.begin() + static_cast<std::ptrdiff_t>(begin),
                              text.begin() + static_cast<std::ptrdiff_t>(quote), '\n');
        std::size_t end = quote + 1;
        while (end < text.size() && text[end] != m_delimiter && text[end] != '\n' && text[end] != '\r')
            ++end;
        if (end > quote + 1 && plain == nullptr) // text after the closing quote belongs to the cell
            plain = m_arena.emplace_back(std::make_unique<std::string>()).get();
        if (plain != nullptr) {
            plain->append(text.substr(copied, quote - copied));
            plain->append(text.substr(quote + 1, end - quote - 1));
            cell = *plain;
        } else {
            cell = text.substr(begin, quote - begin);
        }
        at = end;
        return Outcome::Record;
    }
}

CsvSplitter::Outcome CsvSplitter::next(std::string_view text, std::size_t &at, bool last, CsvRow &cells)
{
    cells.clear();
    std::size_t i = at;
    const qint64 linesBefore = m_lines;
    const char *data = text.data();
    while (true) {
        std::string_view cell;
        if (i < text.size() && data[i] == '"') {
            const Outcome outcome = quoted(text, i, last, cell);
            if (outcome != Outcome::Record) {
                m_lines = linesBefore;
                return outcome;
            }
        } else {
            const std::size_t begin = i;
            while (i < text.size() && data[i] != m_delimiter && data[i] != '\n' && data[i] != '\r')
                ++i;
            cell = text.substr(begin, i - begin);
        }
        if (i == text.size() && !last) {
            m_lines = linesBefore;
            return Outcome::NeedMore;
        }
        cells.push_back(cell);
        if (i == text.size())
            break;
        if (data[i] == m_delimiter) {
            ++i;
            continue;
        }
        if (data[i] == '\r') {
            if (i + 1 == text.size() && !last) {
                m_lines = linesBefore;
                return Outcome::NeedMore;
            }
            i += i + 1 < text.size() && data[i + 1] == '\n' ? 2 : 1;
        } else {
            ++i;
        }
        ++m_lines;
        break;
    }
    at = i;
    return Outcome::Record;
}

// The delimiter that cuts most records into the same number of several cells; a comma only when nothing rarer does as
// well, because numbers hold commas too.
char guessDelimiter(std::string_view head)
{
    if (head.substr(0, 4) == "sep=" && head.size() > 4)
        return head[4];
    char best = ',';
    double bestScore = 0;
    for (const char candidate : {'\t', ';', '|', ','}) {
        CsvSplitter splitter(candidate);
        std::map<std::size_t, std::size_t> widths;
        CsvRow row;
        std::size_t at = 0;
        std::size_t records = 0;
        while (at < head.size() && records < 100 &&
               splitter.next(head, at, false, row) == CsvSplitter::Outcome::Record) {
            if (row.size() == 1 && trimmed(row[0]).empty())
                continue;
            ++widths[row.size()];
            ++records;
        }
        if (records == 0 && at < head.size() && splitter.next(head, at, true, row) == CsvSplitter::Outcome::Record) {
            ++widths[row.size()];
            ++records;
        }
        for (const auto &[width, count] : widths) {
            const double share = static_cast<double>(count) / static_cast<double>(records);
            const double score = width < 2 ? 0 : share;
            if (score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
    }
    return best;
}

CsvPlan guessPlan(const std::vector<CsvRow> &sample, char delimiter, const CsvSettings &settings)
{
    CsvPlan plan;
    plan.delimiter = delimiter;
    if (sample.empty())
        return plan;
    std::size_t width = 0;
    plan.skip = guessSkip(sample, width);
    if (settings.skipLines >= 0)
        plan.skip = std::min(static_cast<std::size_t>(settings.skipLines), sample.size() - 1);
    width = sample[plan.skip].size();
    int commas = 0;
    for (std::size_t row = plan.skip; row < sample.size(); ++row) {
        for (const std::string_view cell : sample[row])
            commas += decimalCommaEvidence(trimmed(cell));
    }
    plan.decimalMark = settings.decimalMark != 0                         ? settings.decimalMark
                       : commas > 0 || (commas == 0 && delimiter == ';') ? ','
                                                                         : '.';
    plan.header = settings.header >= 0 ? settings.header == 1 : looksLikeHeader(sample, plan.skip, plan.decimalMark);
    const std::size_t firstRow = plan.skip + (plan.header ? 1 : 0);
    // Delimiters at the very end of the header's line make no column.
    if (plan.header) {
        while (width > 1 && trimmed(sample[plan.skip][width - 1]).empty() &&
               weigh(sample, firstRow, width - 1, '.').filled == 0)
            --width;
    }
    std::set<QString> taken;
    for (std::size_t column = 0; column < width; ++column) {
        const std::string_view cell = plan.header ? trimmed(sample[plan.skip][column]) : std::string_view();
        const QString name =
            uniqueName(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())), column, taken);
        plan.columns.push_back(planColumn(weigh(sample, firstRow, column, plan.decimalMark), name, plan, settings));
    }
    return plan;
}

} // namespace dash

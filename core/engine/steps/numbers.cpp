#include "core/engine/steps/numbers.h"

#include <algorithm>
#include <cmath>

namespace dash {

Number cellNumber(const Column &column, std::size_t row)
{
    if (!isNumberColumn(column) || column.isNull(row))
        return {};
    Number out;
    out.valid = true;
    out.floating = column.type == ColumnType::Double;
    if (out.floating)
        out.real = column.doubles[row];
    else
        out.exact = column.type == ColumnType::Decimal ? column.decimal(row) : Decimal{column.ints[row], 0};
    return out;
}

Number minus(const Number &a, const Number &b)
{
    Number out;
    if (!a.valid || !b.valid)
        return out;
    out.valid = true;
    out.floating = a.floating || b.floating;
    if (out.floating) {
        out.real = a.asDouble() - b.asDouble();
        return out;
    }
    const auto difference = subtract(a.exact, b.exact);
    out.valid = difference.has_value();
    out.overflow = !out.valid;
    if (difference)
        out.exact = *difference;
    return out;
}

double summedUp(double sum, double lost, double more)
{
    const double both = sum + more;
    if (!std::isfinite(both))
        return both;
    return both + (lost + (std::abs(sum) >= std::abs(more) ? (sum - both) + more : (more - both) + sum));
}

void RunningTotal::add(const Number &number)
{
    if (!number.valid)
        return;
    m_any = true;
    if (!number.floating) {
        const auto sum = dash::add(m_exact, number.exact);
        m_overflow = m_overflow || !sum;
        if (sum)
            m_exact = *sum;
        return;
    }
    m_floating = true;
    const double x = number.real;
    const double sum = m_real + x;
    m_lost += std::abs(m_real) >= std::abs(x) ? (m_real - sum) + x : (x - sum) + m_real;
    m_real = sum;
}

Number RunningTotal::value() const
{
    Number out;
    out.valid = m_any && !m_overflow;
    out.overflow = m_overflow;
    out.floating = m_floating;
    out.exact = m_exact;
    if (m_floating) {
        out.real = summedUp(m_real, m_lost, toDouble(m_exact));
    }
    return out;
}

void RunningTotal::write(StateWriter &state) const
{
    state.number((m_any ? 1 : 0) | (m_floating ? 2 : 0) | (m_overflow ? 4 : 0));
    state.wide(m_exact.units);
    state.number(m_exact.scale);
    state.real(m_real);
    state.real(m_lost);
}

RunningTotal RunningTotal::read(StateReader &state)
{
    RunningTotal out;
    const std::int64_t flags = state.number();
    out.m_any = (flags & 1) != 0;
    out.m_floating = (flags & 2) != 0;
    out.m_overflow = (flags & 4) != 0;
    out.m_exact.units = state.wide();
    out.m_exact.scale = static_cast<int>(std::clamp<std::int64_t>(state.number(), 0, kMaxDecimalScale));
    out.m_real = state.real();
    out.m_lost = state.real();
    return out;
}

std::shared_ptr<Column> numberColumn(const std::vector<Number> &numbers, const std::function<void(std::size_t)> &wrong)
{
    bool floating = false;
    bool whole = true;
    for (const Number &number : numbers) {
        floating = floating || (number.valid && number.floating);
        whole = whole && (!number.valid || number.exact.scale == 0);
    }
    auto out = std::make_shared<Column>(floating ? ColumnType::Double
                                        : whole  ? ColumnType::Int64
                                                 : ColumnType::Decimal);
    out->reserve(numbers.size());
    for (std::size_t row = 0; row < numbers.size(); ++row) {
        const Number &number = numbers[row];
        if (!number.valid) {
            out->appendNull();
            if (number.overflow)
                wrong(row);
        } else if (floating) {
            out->appendDouble(number.asDouble());
        } else if (whole) {
            const auto units = exactUnits(number.exact, 0);
            if (units) {
                out->appendInt(*units);
            } else {
                out->appendNull();
                wrong(row);
            }
        } else if (!out->appendDecimal(number.exact)) {
            out->appendNull();
            wrong(row);
        }
    }
    return out;
}

// A field of which no row has a value is of no type yet, whatever the format called it.
static bool hasNoValue(const Column &column)
{
    const std::vector<std::uint8_t> &valid = column.valid;
    return !valid.empty() && std::find(valid.begin(), valid.end(), 1) == valid.end();
}

Result<const Column *> numberField(const Batch &batch, const QString &name, const QString &step, const SeenFields &seen)
{
    auto found = fieldOf(batch, name, step, seen);
    if (!found || *found == nullptr || isNumberColumn(**found))
        return found;
    if (hasNoValue(**found))
        return found;
    return fail(
        ErrorCode::DefinitionField,
        {{QLatin1StringView("step"), step},
         {QLatin1StringView("field"), name},
         {QLatin1StringView("reason"), QStringLiteral("holds %1; a number is needed. Type it with Choose fields first.")
                                           .arg(columnTypeName((*found)->type))}});
}

Result<const Column *> timeField(const Batch &batch, const QString &name, const QString &step, const SeenFields &seen)
{
    auto found = fieldOf(batch, name, step, seen);
    if (!found || *found == nullptr || (*found)->type == ColumnType::Instant || hasNoValue(**found))
        return found;
    return fail(ErrorCode::DefinitionField,
                {{QLatin1StringView("step"), step},
                 {QLatin1StringView("field"), name},
                 {QLatin1StringView("reason"), QStringLiteral("is not a time. Add Parse time before this step.")}});
}

Result<std::vector<const Column *>> fieldsOf(const Batch &batch, const QStringList &names, const QString &step,
                                             const SeenFields &seen)
{
    std::vector<const Column *> out;
    for (const QString &name : names) {
        auto column = fieldOf(batch, name, step, seen);
        if (!column)
            return fail(column.error());
        out.push_back(*column);
    }
    return out;
}

Result<std::shared_ptr<const Zone>> zoneOf(const ConfigReader &reader, const QString &step)
{
    auto zone = Zone::load(reader.text(QLatin1StringView("zone")));
    if (!zone)
        return fail(zone.error().with(QLatin1StringView("step"), step));
    return zone;
}

Result<TimeBucket> bucketOf(const ConfigReader &reader, QLatin1StringView parameter, const QString &step)
{
    const QString text = reader.text(parameter);
    if (const auto bucket = parseTimeBucket(text))
        return *bucket;
    return fail(ErrorCode::DefinitionField,
                {{QLatin1StringView("step"), step},
                 {QLatin1StringView("field"), QString(parameter)},
                 {QLatin1StringView("reason"),
                  QStringLiteral("must be a span such as 15m, hour, day, week or month, not “%1”.").arg(text)}});
}

Parameter fieldParameter(const char *name, const char *label, bool required)
{
    Parameter p;
    p.name = QString::fromLatin1(name);
    p.kind = ParameterKind::Field;
    p.label = label;
    p.required = required;
    return p;
}

Parameter fieldsParameter(const char *name, const char *label)
{
    Parameter p;
    p.name = QString::fromLatin1(name);
    p.kind = ParameterKind::Fields;
    p.label = label;
    return p;
}

Parameter zoneParameter()
{
    Parameter p;
    p.name = QStringLiteral("zone");
    p.kind = ParameterKind::Zone;
    p.label = QT_TRANSLATE_NOOP("Parameter", "Time zone");
    p.help = QT_TRANSLATE_NOOP("Parameter", "Where days begin at midnight.");
    p.defaultValue = QStringLiteral("UTC");
    return p;
}

} // namespace dash

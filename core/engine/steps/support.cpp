#include "core/engine/steps/support.h"

#include "core/engine/closest_name.h"

#include <cstring>

namespace dash {

void SeenFields::note(const Batch &batch)
{
    if (batch.fields.size() == static_cast<std::size_t>(m_names.size()) && !m_names.isEmpty() &&
        batch.fields.back().name == m_names.back())
        return;
    for (const Field &field : batch.fields) {
        if (!m_names.contains(field.name))
            m_names.push_back(field.name);
    }
}

Error unknownField(const Batch &batch, const QString &name, const QString &step)
{
    QStringList names;
    for (const Field &field : batch.fields)
        names.push_back(field.name);
    const QString near = closestName(name, names);
    const QString reason =
        !near.isEmpty() ? QStringLiteral("Did you mean “%1”?").arg(near)
        : names.isEmpty()
            ? QStringLiteral("The step before it delivers no fields.")
            : QStringLiteral("The step before it delivers %1.").arg(names.mid(0, 12).join(QStringLiteral(", ")));
    return Error{ErrorCode::ExpressionUnknownField,
                 {{QLatin1StringView("field"), name},
                  {QLatin1StringView("reason"), reason},
                  {QLatin1StringView("suggestion"), near},
                  {QLatin1StringView("step"), step}},
                 {}};
}

Result<const Column *> fieldOf(const Batch &batch, const QString &name, const QString &step, const SeenFields &seen)
{
    if (const Column *column = batch.column(name))
        return column;
    if ((batch.rows == 0 && batch.fields.empty()) || seen.names().contains(name))
        return nullptr;
    return fail(unknownField(batch, name, step));
}

Error rowFailure(const QString &step, const QString &field, const QString &reason)
{
    return Error{
        ErrorCode::RecordRejected,
        {{QLatin1StringView("step"), step}, {QLatin1StringView("field"), field}, {QLatin1StringView("reason"), reason}},
        {}};
}

void rejectRow(Rejects &rejects, const Batch &batch, std::size_t row, const QString &step, const QString &field,
               const QString &reason)
{
    rejects.push_back({rowFailure(step, field, reason), rowJson(batch, row)});
}

Parameter onErrorParameter()
{
    Parameter p;
    p.name = QStringLiteral("onError");
    p.kind = ParameterKind::Choice;
    p.label = QT_TRANSLATE_NOOP("Parameter", "If a row cannot be computed");
    p.defaultValue = QStringLiteral("reject");
    p.choices = {{QStringLiteral("reject"), QT_TRANSLATE_NOOP("Parameter", "Reject with reason")},
                 {QStringLiteral("null"), QT_TRANSLATE_NOOP("Parameter", "Leave empty")},
                 {QStringLiteral("stop"), QT_TRANSLATE_NOOP("Parameter", "Stop the run")}};
    return p;
}

OnError onErrorOf(const ConfigReader &config)
{
    const QString choice = config.text(QLatin1StringView("onError"));
    return choice == QLatin1StringView("null")   ? OnError::Null
           : choice == QLatin1StringView("stop") ? OnError::Stop
                                                 : OnError::Reject;
}

const std::string &RowKey::at(std::size_t row)
{
    m_key.clear();
    const auto raw = [this](const auto &value) {
        char bytes[sizeof(value)];
        std::memcpy(bytes, &value, sizeof(value));
        m_key.append(bytes, sizeof(value));
    };
    for (const Column *column : m_columns) {
        if (column == nullptr || column->isNull(row)) {
            m_key.push_back('n');
            continue;
        }
        switch (column->type) {
        case ColumnType::Bool:
            m_key.push_back(column->bools[row] != 0 ? 't' : 'f');
            break;
        case ColumnType::Int64:
        case ColumnType::Instant:
            m_key.push_back('i');
            raw(column->ints[row]);
            break;
        case ColumnType::Double: {
            const double value = column->doubles[row];
            // A whole number is the same key whether it came as whole or floating.
            if (value >= -9.2e18 && value <= 9.2e18 && value == static_cast<double>(static_cast<std::int64_t>(value))) {
                m_key.push_back('i');
                raw(static_cast<std::int64_t>(value));
            } else {
                m_key.push_back('d');
                raw(value);
            }
            break;
        }
        case ColumnType::Decimal: {
            Decimal value = column->decimal(row);
            while (value.scale > 0 && value.units % 10 == 0) {
                value.units /= 10;
                --value.scale;
            }
            if (value.scale == 0 && value.units <= INT64_MAX && value.units >= INT64_MIN) {
                m_key.push_back('i');
                raw(static_cast<std::int64_t>(value.units));
            } else if (const double real = toDouble(value); decimalFromDouble(real) == value) {
                m_key.push_back('d'); // the same whether it came exact or floating
                raw(real);
            } else {
                m_key.push_back('x');
                m_key.push_back(static_cast<char>(value.scale));
                raw(value.units);
            }
            break;
        }
        case ColumnType::Text:
        case ColumnType::Json: {
            const std::string_view text = column->text(row);
            m_key.push_back('s');
            raw(static_cast<std::uint32_t>(text.size()));
            m_key.append(text);
            break;
        }
        }
    }
    return m_key;
}

void StateWriter::number(std::int64_t value)
{
    char bytes[8];
    for (unsigned i = 0; i < 8; ++i)
        bytes[i] = static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i));
    m_bytes.append(bytes, 8);
}

void StateWriter::real(double value)
{
    std::int64_t bits = 0;
    std::memcpy(&bits, &value, 8);
    number(bits);
}

void StateWriter::wide(Int128 value)
{
    number(static_cast<std::int64_t>(value >> 64));
    number(static_cast<std::int64_t>(value));
}

void StateWriter::text(std::string_view value)
{
    number(static_cast<std::int64_t>(value.size()));
    m_bytes.append(value.data(), static_cast<qsizetype>(value.size()));
}

StateReader::StateReader(const QByteArray &bytes, std::uint8_t version)
    : m_bytes(bytes)
    , m_at(1)
{
    m_ok = !bytes.isEmpty() && static_cast<std::uint8_t>(bytes[0]) == version;
}

bool StateReader::take(void *to, qsizetype size)
{
    if (!m_ok || m_bytes.size() - m_at < size) {
        m_ok = false;
        return false;
    }
    std::memcpy(to, m_bytes.constData() + m_at, static_cast<std::size_t>(size));
    m_at += size;
    return true;
}

std::int64_t StateReader::number()
{
    unsigned char bytes[8];
    if (!take(bytes, 8))
        return 0;
    std::uint64_t value = 0;
    for (unsigned i = 0; i < 8; ++i)
        value |= static_cast<std::uint64_t>(bytes[i]) << (8 * i);
    return static_cast<std::int64_t>(value);
}

double StateReader::real()
{
    const std::int64_t bits = number();
    double value = 0;
    std::memcpy(&value, &bits, 8);
    return value;
}

Int128 StateReader::wide()
{
    const Int128 high{number()};
    const auto low = static_cast<std::uint64_t>(number());
    return high * (Int128{1} << 64) + Int128{low};
}

std::string StateReader::text()
{
    const std::int64_t size = number();
    if (!m_ok || size < 0 || size > m_bytes.size() - m_at) {
        m_ok = false;
        return {};
    }
    std::string value(m_bytes.constData() + m_at, static_cast<std::size_t>(size));
    m_at += static_cast<qsizetype>(size);
    return value;
}

QString qtText(const std::string &text)
{
    return QString::fromStdString(text);
}

bool isNumberColumn(const Column &column)
{
    return column.type == ColumnType::Int64 || column.type == ColumnType::Double || column.type == ColumnType::Decimal;
}

double numberAt(const Column &column, std::size_t row)
{
    if (column.type == ColumnType::Double)
        return column.doubles[row];
    if (column.type == ColumnType::Decimal)
        return toDouble(column.decimal(row));
    return static_cast<double>(column.ints[row]);
}

Result<Batch> HeldBatches::join(Budget &budget)
{
    budget.setWorkingBytes(
        m_bytes); // both are there while they are joined; later it is the joined one and what comes out
    if (auto within = budget.check(); !within)
        return fail(within.error());
    Batch all = concatenate(m_batches);
    m_batches = {};
    m_bytes = 0;
    return all;
}

} // namespace dash

// Amounts in minor units (cents) to decimals and back, by the places of their currency; never through a double.
#include "core/base/money.h"
#include "core/engine/steps/entries.h"
#include "core/engine/steps/support.h"

namespace dash {

namespace {

std::optional<Decimal> amountOf(const Column &column, std::size_t row)
{
    switch (column.type) {
    case ColumnType::Int64:
        return Decimal{column.ints[row], 0};
    case ColumnType::Decimal:
        return column.decimal(row);
    case ColumnType::Double:
        return decimalFromDouble(column.doubles[row]);
    case ColumnType::Text:
        return parseDecimal(column.text(row));
    default:
        return std::nullopt;
    }
}

// Without the places that only other rows need.
QString shown(Decimal amount)
{
    while (amount.scale > 0 && amount.units % 10 == 0) {
        amount.units /= 10;
        --amount.scale;
    }
    return decimalString(amount);
}

class Money final : public Step {
public:
    struct Settings {
        QString field, as, currency, currencyField;
        bool toMinor = false;
        OnError onError = OnError::Reject;
    };
    Money(Settings settings, StepContext context)
        : m_settings(std::move(settings))
        , m_context(std::move(context))
    {
    }

    Result<Batch> process(Batch batch, Rejects &rejects) override
    {
        if (batch.rows == 0)
            return batch;
        auto amounts = fieldOf(batch, m_settings.field, m_context.name, m_seen);
        const Column *codes = nullptr;
        if (amounts && !m_settings.currencyField.isEmpty()) {
            auto found = fieldOf(batch, m_settings.currencyField, m_context.name, m_seen);
            if (!found)
                return fail(found.error());
            codes = *found;
        }
        if (!amounts)
            return fail(amounts.error());
        m_seen.note(batch);
        auto out = std::make_shared<Column>(m_settings.toMinor ? ColumnType::Int64 : ColumnType::Decimal);
        std::vector<std::uint8_t> keep(batch.rows, 1);
        for (std::size_t row = 0; row < batch.rows; ++row) {
            if (atCheck(row)) {
                if (auto ok = m_context.budget.check(); !ok)
                    return fail(ok.error());
            }
            if (*amounts == nullptr || (*amounts)->isNull(row)) {
                out->appendNull();
                continue;
            }
            const QString reason = convert(**amounts, codes, row, *out);
            if (reason.isEmpty())
                continue;
            out->appendNull();
            if (m_settings.onError == OnError::Stop)
                return fail(rowFailure(m_context.name, m_settings.field, reason));
            if (m_settings.onError == OnError::Reject) {
                keep[row] = 0;
                rejectRow(rejects, batch, row, m_context.name, m_settings.field, reason);
            }
        }
        const QString unit =
            m_settings.currencyField.isEmpty() && !m_settings.toMinor ? m_settings.currency.toUpper() : QString();
        batch.set(m_settings.as, std::move(out), unit);
        return filterRows(batch, keep);
    }

private:
    // Appends the amount, or says why it cannot be had and appends nothing.
    QString convert(const Column &amounts, const Column *codes, std::size_t row, Column &out) const
    {
        QString code = m_settings.currency;
        if (!m_settings.currencyField.isEmpty())
            code = codes == nullptr || codes->isNull(row) ? QString() : qtText(cellText(*codes, row)).trimmed();
        if (code.isEmpty())
            return QStringLiteral("has no currency beside it");
        const auto digits = currencyDigits(code);
        if (!digits)
            return QStringLiteral("has “%1” beside it, which is not a currency").arg(code.left(20));
        const auto amount = amountOf(amounts, row);
        if (!amount)
            return QStringLiteral("“%1” is not an exact number").arg(qtText(cellText(amounts, row)).left(40));
        if (m_settings.toMinor) {
            const auto units = exactUnits(*amount, *digits);
            if (!units)
                return QStringLiteral("%1 is not a whole number of the smallest unit of %2")
                    .arg(shown(*amount), code.toUpper());
            out.appendInt(*units);
            return {};
        }
        const auto units = exactUnits(*amount, 0);
        if (!units)
            return QStringLiteral("%1 is not a whole number of minor units").arg(shown(*amount));
        return out.appendDecimal(Decimal{*units, *digits}) ? QString() : QStringLiteral("is too large");
    }

    Settings m_settings;
    StepContext m_context;
    SeenFields m_seen;
};

Result<std::unique_ptr<Step>> create(const Parameters &parameters, const QJsonObject &config, StepContext context)
{
    auto checked = checkedConfig(config, parameters, context.name);
    if (!checked)
        return fail(checked.error());
    const ConfigReader reader(*checked);
    Money::Settings settings;
    settings.field = reader.text(QLatin1StringView("field"));
    settings.as = reader.text(QLatin1StringView("as"));
    if (settings.as.isEmpty())
        settings.as = settings.field;
    settings.toMinor = reader.is(QLatin1StringView("mode"), QLatin1StringView("to_minor"));
    if (reader.is(QLatin1StringView("from"), QLatin1StringView("field")))
        settings.currencyField = reader.text(QLatin1StringView("currencyField"));
    else
        settings.currency = reader.text(QLatin1StringView("currency"));
    settings.onError = onErrorOf(reader);
    return std::unique_ptr<Step>(std::make_unique<Money>(std::move(settings), std::move(context)));
}

} // namespace

StepType moneyStep()
{
    StepType type;
    type.type = "money";
    type.label = QT_TRANSLATE_NOOP("Engine", "Money");
    type.icon = "bank";
    type.help =
        QT_TRANSLATE_NOOP("Engine", "Turns cents into amounts, or amounts into cents, by the currency's places.");
    type.tier = "basic";
    Parameter field;
    field.name = QStringLiteral("field");
    field.kind = ParameterKind::Field;
    field.label = QT_TRANSLATE_NOOP("Parameter", "Amount");
    field.required = true;
    Parameter mode;
    mode.name = QStringLiteral("mode");
    mode.kind = ParameterKind::Choice;
    mode.label = QT_TRANSLATE_NOOP("Parameter", "Turn");
    mode.defaultValue = QStringLiteral("to_decimal");
    mode.choices = {{QStringLiteral("to_decimal"), QT_TRANSLATE_NOOP("Parameter", "1250 into 12.50")},
                    {QStringLiteral("to_minor"), QT_TRANSLATE_NOOP("Parameter", "12.50 into 1250")}};
    Parameter from;
    from.name = QStringLiteral("from");
    from.kind = ParameterKind::Choice;
    from.label = QT_TRANSLATE_NOOP("Parameter", "Currency is");
    from.defaultValue = QStringLiteral("fixed");
    from.choices = {{QStringLiteral("fixed"), QT_TRANSLATE_NOOP("Parameter", "The same in all rows")},
                    {QStringLiteral("field"), QT_TRANSLATE_NOOP("Parameter", "In a field")}};
    Parameter currency;
    currency.name = QStringLiteral("currency");
    currency.kind = ParameterKind::Currency;
    currency.label = QT_TRANSLATE_NOOP("Parameter", "Currency");
    currency.help = QT_TRANSLATE_NOOP("Parameter", "EUR and USD have 2 places, JPY none, KWD 3.");
    currency.required = true;
    currency.showWhen = QStringLiteral("from=fixed");
    Parameter currencyField;
    currencyField.name = QStringLiteral("currencyField");
    currencyField.kind = ParameterKind::Field;
    currencyField.label = QT_TRANSLATE_NOOP("Parameter", "Field with the currency");
    currencyField.required = true;
    currencyField.showWhen = QStringLiteral("from=field");
    Parameter as;
    as.name = QStringLiteral("as");
    as.label = QT_TRANSLATE_NOOP("Parameter", "Into field");
    as.help = QT_TRANSLATE_NOOP("Parameter", "Empty: the field itself.");
    type.parameters = {field, mode, from, currency, currencyField, as, onErrorParameter()};
    type.fact = [](const QJsonObject &config) { return config.value(QLatin1StringView("field")).toString(); };
    type.create = [parameters = type.parameters](const QJsonObject &config, StepContext context) {
        return create(parameters, config, std::move(context));
    };
    type.streaming = true;
    return type;
}

} // namespace dash

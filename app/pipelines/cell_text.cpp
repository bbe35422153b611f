#include "app/pipelines/cell_text.h"

#include "app/theme/numbers.h"
#include "core/base/time.h"

#include <QCoreApplication>
#include <QDateTime>

namespace dash {

namespace {

// Exact digits, grouped: a decimal never goes through a double.
QString decimalDisplay(const Decimal &value, const QLocale &locale)
{
    QString digits = decimalString(value);
    const bool negative = digits.startsWith(u'-');
    if (negative)
        digits.remove(0, 1);
    const qsizetype point = digits.indexOf(u'.');
    QString whole = point < 0 ? digits : digits.left(point);
    const QString group =
        locale.groupSeparator() == QStringView(u"\u00a0") ? QString(QChar(0x202f)) : locale.groupSeparator();
    for (qsizetype at = whole.size() - 3; at > 0; at -= 3)
        whole.insert(at, group);
    if (point >= 0)
        whole += locale.decimalPoint() + digits.mid(point + 1);
    return negative ? QChar(0x2212) + whole : whole;
}

QString instantDisplay(qint64 ms)
{
    if (ms < kMinInstant || ms >= kMaxInstant)
        return QString::number(ms);
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms);
    return time.toString(ms % 1000 == 0 ? QStringLiteral("yyyy-MM-dd HH:mm:ss")
                                        : QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
}

} // namespace

QString cellDisplay(const Column &column, std::size_t row, const QLocale &locale)
{
    if (column.isNull(row))
        return {};
    switch (column.type) {
    case ColumnType::Bool:
        return column.bools[row] ? QCoreApplication::translate("Cell", "yes")
                                 : QCoreApplication::translate("Cell", "no");
    case ColumnType::Int64:
        return wholeNumber(column.ints[row], locale);
    case ColumnType::Double:
        return fullNumber(column.doubles[row], locale);
    case ColumnType::Decimal:
        return decimalDisplay(column.decimal(row), locale);
    case ColumnType::Instant:
        return instantDisplay(column.ints[row]);
    case ColumnType::Text:
    case ColumnType::Json:
        break;
    }
    constexpr std::size_t kShown = 400; // a cell is a line, not a document
    const std::string_view text = column.text(row).substr(0, kShown);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).simplified();
}

bool isNumeric(ColumnType type)
{
    return type == ColumnType::Int64 || type == ColumnType::Double || type == ColumnType::Decimal;
}

QString columnTypeIcon(ColumnType type)
{
    switch (type) {
    case ColumnType::Bool:
        return QStringLiteral("check");
    case ColumnType::Int64:
    case ColumnType::Double:
    case ColumnType::Decimal:
        return QStringLiteral("number");
    case ColumnType::Instant:
        return QStringLiteral("clock");
    case ColumnType::Json:
        return QStringLiteral("code");
    case ColumnType::Text:
        break;
    }
    return QStringLiteral("text");
}

QString columnTypeLabel(ColumnType type)
{
    switch (type) {
    case ColumnType::Bool:
        return QCoreApplication::translate("Cell", "Yes/no");
    case ColumnType::Int64:
        return QCoreApplication::translate("Cell", "Whole number");
    case ColumnType::Double:
        return QCoreApplication::translate("Cell", "Number");
    case ColumnType::Decimal:
        return QCoreApplication::translate("Cell", "Decimal");
    case ColumnType::Instant:
        return QCoreApplication::translate("Cell", "Time");
    case ColumnType::Json:
        return QCoreApplication::translate("Cell", "JSON");
    case ColumnType::Text:
        break;
    }
    return QCoreApplication::translate("Cell", "Text");
}

QString columnPath(const QString &name)
{
    bool plain = !name.isEmpty() && !name[0].isDigit();
    for (const QChar c : name)
        plain = plain && (c.isLetterOrNumber() || c == u'_');
    if (plain)
        return u"$." + name;
    QString quoted = name;
    quoted.replace(u'\\', QLatin1String("\\\\")).replace(u'\'', QLatin1String("\\'"));
    return u"$['" + quoted + u"']";
}

} // namespace dash

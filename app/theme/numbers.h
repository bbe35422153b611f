#pragma once
// Numbers as people read them: grouped by the locale, true minus, three significant digits on cards and all digits in
// tables and tooltips.

#include "core/base/decimal.h"

#include <QLocale>
#include <QString>

namespace dash {

// Three significant digits (11.2, 0.333, 1 240); `decimals` ≥ 0 fixes the places instead.
QString cardNumber(double value, int decimals = -1, const QLocale &locale = QLocale());
// Every digit that identifies the value.
QString fullNumber(double value, const QLocale &locale = QLocale());
// Every digit of an exact number, rounded to `places` when it is not negative.
QString exactNumber(const Decimal &value, int places = -1, const QLocale &locale = QLocale());
// Places behind the point that leave three significant digits.
int cardPlaces(double value);
QString wholeNumber(qint64 value, const QLocale &locale = QLocale());
// "11.2 GB" as one left-to-right isolate in right-to-left text.
QString withUnit(const QString &number, const QString &unit, Qt::LayoutDirection direction = Qt::LeftToRight);
QString isolated(const QString &text);
// "4.2 MB", powers of 1 000.
QString byteText(qint64 bytes, const QLocale &locale = QLocale());

} // namespace dash

#pragma once
// Words of the engine in the reader's language: labels of kinds and parameters, sentences of errors.

#include "core/base/error.h"

#include <QLocale>

namespace dash {

QString engineWord(const char *english);    // labels of sources, steps, sinks, formats
QString parameterWord(const char *english); // labels, helps and choices of parameters
QString sentence(const Error &error);       // what happened, where, what to do
QString shortProblem(const Error &error);   // two or three words for a node ("Unknown field")
// Where in an expression the error is (0-based), or -1.
int errorPosition(const Error &error);
QString clockTime(qint64 ms);  // "14:46:51", with the date when it is another day
QString rowsText(qint64 rows); // "231 rows"

} // namespace dash

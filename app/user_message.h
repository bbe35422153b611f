#pragma once
// Words for people: the sentences of core's errors and the labels of the registries, translated.

#include "core/base/error.h"

#include <QString>

namespace dash {

// The sentence of an error in the language of the application (context "Error").
QString userMessage(const Error &error);
// What core says inside a sentence, such as "there is no such file." (context "Reason"); as it is where unknown.
QString reasonText(const QString &english);
// Code and detail, for "Details" and diagnostics. Not translated.
QString errorDetails(const Error &error);
// A label or help of a declared parameter (context "Parameter"), and a name or description in a registry ("Engine").
QString parameterText(const char *english);
QString engineText(const char *english);

} // namespace dash

#pragma once
// Words for people: the sentences of core's errors and the labels of the registries, translated.

#include "core/base/error.h"

#include <QString>

#include <optional>

namespace dash {

// The sentence of an error in the language of the application (context "Error").
QString userMessage(const Error &error);
// What core says inside a sentence, such as "there is no such file." (context "Reason"); as it is where unknown.
QString reasonText(const QString &english);
// The error behind a sentence that core has stored in English: its code (empty: any) and the sentence as it stands
// there. What is known of its arguments tells where one ends and the next begins. Nothing when no sentence of core
// fits.
std::optional<Error> errorOfSentence(QStringView code, const QString &sentence, const ErrorArgs &known = {});
// A stored sentence in the language of the application; as it stands where it is unknown.
QString storedMessage(QStringView code, const QString &sentence, const ErrorArgs &known = {});
// Code and detail, for "Details" and diagnostics. Not translated.
QString errorDetails(const Error &error);
// A label or help of a declared parameter (context "Parameter"), and a name or description in a registry ("Engine").
QString parameterText(const char *english);
QString engineText(const char *english);

} // namespace dash

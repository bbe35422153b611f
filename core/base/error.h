#pragma once
// Errors are values: a stable code, named arguments for its sentence, and a detail that only logs see.

#include "core/base/error_table.h"

#include <QString>

#include <tl/expected.hpp>

#include <initializer_list>
#include <optional>
#include <utility>
#include <vector>

namespace dash {

enum class ErrorCode {
#define DASH_ERROR_ENUM(name, code, sentence) name,
    DASH_ERROR_TABLE(DASH_ERROR_ENUM)
#undef DASH_ERROR_ENUM
};

// Named arguments of an error's sentence, in the order given. Well-known names: step, field, line, limit, reason.
using ErrorArgs = std::vector<std::pair<QLatin1StringView, QString>>;

struct Error {
    ErrorCode code = ErrorCode::Internal;
    ErrorArgs args;
    QString detail; // for logs only, never shown, never holds a secret

    // The value of a named argument, or an empty string.
    QString arg(QLatin1StringView name) const;
    Error &with(QLatin1StringView name, QString value); // sets or replaces one argument
};

template <class T = void>
using Result = tl::expected<T, Error>;
using Failure = tl::unexpected<Error>;

[[nodiscard]] Failure fail(ErrorCode code, ErrorArgs args = {}, QString detail = {});
[[nodiscard]] Failure fail(Error error);

// The stable text of a code, such as "series.type". Never changes once released.
QLatin1StringView errorCodeText(ErrorCode code);
// The inverse of errorCodeText; nothing for a text this version does not know.
std::optional<ErrorCode> errorCodeFromText(QStringView text);
// The untranslated sentence with its {placeholders}; the key under which app/ finds the translation (context "Error").
const char *errorSentenceTemplate(ErrorCode code);
// Fills the {placeholders} of a sentence. Unknown placeholders become empty.
QString fillSentence(const QString &sentence, const ErrorArgs &args);
// The English sentence, for CLI and logs.
QString errorSentence(const Error &error);

} // namespace dash

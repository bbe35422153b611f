#pragma once
// Bytes of a text document → valid UTF-8, in any portions. Finds the encoding by byte order mark or by content; while
// only ASCII has been seen the choice between UTF-8 and Windows-1252 stays open.

#include "core/base/error.h"

#include <QByteArrayView>
#include <QString>

#include <string>

namespace dash {

// Unicode: UTF-8 or UTF-16 by its mark, never a single-byte encoding (what JSON may be).
enum class TextEncoding { Auto, Utf8, Utf16Le, Utf16Be, Latin1, Windows1252, Unicode };

// "auto", "utf-8", "utf-16le", "utf-16be", "latin-1", "windows-1252"; Auto for anything else.
TextEncoding textEncodingFromName(QStringView name);
QLatin1StringView textEncodingName(TextEncoding encoding);

class TextDecoder {
public:
    explicit TextDecoder(TextEncoding encoding = TextEncoding::Auto)
        : m_encoding(encoding)
    {
    }
    // Appends the text to `out`. Errors: FormatEncoding, when the bytes cannot be text in this encoding.
    Result<> decode(QByteArrayView bytes, bool last, std::string &out);
    // What was found, or Auto while nothing but ASCII was seen.
    TextEncoding encoding() const { return m_encoding; }

private:
    Result<> decodeUtf8(std::string_view text, bool last, std::string &out);
    Result<> decodeUtf16(std::string_view text, bool last, std::string &out);
    void chooseByStart();

    TextEncoding m_encoding;
    bool m_started = false;
    bool m_sawUtf8 = false; // a character beyond ASCII was valid UTF-8
    std::string m_pending;  // start of a character or of the document
};

} // namespace dash

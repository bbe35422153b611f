#include "core/engine/formats/text_decoder.h"

#include "core/engine/formats/json_cursor.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace dash {

namespace {

constexpr std::array kNames{"auto", "utf-8", "utf-16le", "utf-16be", "latin-1", "windows-1252", "utf-8"};

// Windows-1252 0x80 … 0x9F (Unicode's mapping table CP1252.TXT); the five unassigned bytes map to themselves.
constexpr std::array<std::uint16_t, 32> kWindows1252{0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                     0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                                     0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                     0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

void decodeSingleByte(std::string_view text, TextEncoding encoding, std::string &out)
{
    for (const char raw : text) {
        const auto c = static_cast<unsigned char>(raw);
        if (c >= 0x80 && c < 0xA0 && encoding == TextEncoding::Windows1252)
            appendUtf8(out, kWindows1252[c - 0x80U]);
        else
            appendUtf8(out, c);
    }
}

// Bytes at the end of `text` that begin a UTF-8 character which is not complete yet.
std::size_t incompleteTail(std::string_view text)
{
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
        const auto c = static_cast<unsigned char>(text[text.size() - back]);
        if ((c & 0xC0) == 0x80)
            continue;
        const std::size_t length = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
        return length > back ? back : 0;
    }
    return 0;
}

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

Failure wrongEncoding(TextEncoding encoding)
{
    return fail(ErrorCode::FormatEncoding, {{QLatin1StringView("encoding"), QString(textEncodingName(encoding))}});
}

} // namespace

TextEncoding textEncodingFromName(QStringView name)
{
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (name == QLatin1StringView(kNames[i]))
            return static_cast<TextEncoding>(i);
    }
    return TextEncoding::Auto;
}

QLatin1StringView textEncodingName(TextEncoding encoding)
{
    return QLatin1StringView(kNames.at(static_cast<std::size_t>(encoding)));
}

// A byte order mark decides; without one, zero bytes in every other place are UTF-16 of mostly Latin text.
void TextDecoder::chooseByStart()
{
    const std::string_view head(m_pending);
    std::size_t mark = 0;
    const bool strict = m_encoding == TextEncoding::Unicode;
    if (strict)
        m_encoding = TextEncoding::Auto;
    const auto startsWith = [&](std::string_view bytes) { return head.substr(0, bytes.size()) == bytes; };
    if (startsWith("\xEF\xBB\xBF") && (m_encoding == TextEncoding::Auto || m_encoding == TextEncoding::Utf8)) {
        m_encoding = TextEncoding::Utf8;
        mark = 3;
    } else if (startsWith("\xFF\xFE") && (m_encoding == TextEncoding::Auto || m_encoding == TextEncoding::Utf16Le)) {
        m_encoding = TextEncoding::Utf16Le;
        mark = 2;
    } else if (startsWith("\xFE\xFF") && (m_encoding == TextEncoding::Auto || m_encoding == TextEncoding::Utf16Be)) {
        m_encoding = TextEncoding::Utf16Be;
        mark = 2;
    } else if (m_encoding == TextEncoding::Auto && head.size() >= 4) {
        if (head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0)
            m_encoding = TextEncoding::Utf16Le;
        else if (head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0)
            m_encoding = TextEncoding::Utf16Be;
    }
    if (strict && m_encoding == TextEncoding::Auto)
        m_encoding = TextEncoding::Utf8;
    m_pending.erase(0, mark);
    m_started = true;
}

Result<> TextDecoder::decode(QByteArrayView bytes, bool last, std::string &out)
{
    std::string_view text(bytes.data(), static_cast<std::size_t>(bytes.size()));
    std::string joined;
    if (!m_started || !m_pending.empty()) {
        m_pending.append(text);
        if (!m_started) {
            if (m_pending.size() < 4 && !last)
                return {};
            chooseByStart();
        }
        joined = std::move(m_pending);
        m_pending.clear();
        text = joined;
    }
    switch (m_encoding) {
    case TextEncoding::Auto:
    case TextEncoding::Unicode:
    case TextEncoding::Utf8:
        return decodeUtf8(text, last, out);
    case TextEncoding::Utf16Le:
    case TextEncoding::Utf16Be:
        return decodeUtf16(text, last, out);
    case TextEncoding::Latin1:
    case TextEncoding::Windows1252:
        decodeSingleByte(text, m_encoding, out);
        return {};
    }
    return {};
}

Result<> TextDecoder::decodeUtf8(std::string_view text, bool last, std::string &out)
{
    const std::size_t tail = last ? 0 : incompleteTail(text);
    const std::string_view whole = text.substr(0, text.size() - tail);
    if (!simdjson::validate_utf8(whole.data(), whole.size())) {
        if (m_encoding != TextEncoding::Auto || m_sawUtf8)
            return wrongEncoding(TextEncoding::Utf8);
        m_encoding = TextEncoding::Windows1252;
        decodeSingleByte(text, m_encoding, out);
        return {};
    }
    if (m_encoding == TextEncoding::Auto && !m_sawUtf8 && !isAscii(whole))
        m_sawUtf8 = true;
    out.append(whole);
    m_pending.assign(text.substr(whole.size()));
    return {};
}

Result<> TextDecoder::decodeUtf16(std::string_view text, bool last, std::string &out)
{
    const bool little = m_encoding == TextEncoding::Utf16Le;
    const auto unitAt = [&](std::size_t i) {
        const auto a = static_cast<unsigned char>(text[i]);
        const auto b = static_cast<unsigned char>(text[i + 1]);
        return static_cast<std::uint32_t>(little ? a | (b << 8) : b | (a << 8));
    };
    std::size_t i = 0;
    while (i + 1 < text.size()) {
        const std::uint32_t unit = unitAt(i);
        if (unit < 0xD800 || unit > 0xDFFF) {
            appendUtf8(out, unit);
            i += 2;
            continue;
        }
        if (i + 3 >= text.size())
            break;
        const std::uint32_t low = unitAt(i + 2);
        if (unit > 0xDBFF || low < 0xDC00 || low > 0xDFFF)
            return wrongEncoding(m_encoding);
        appendUtf8(out, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
        i += 4;
    }
    m_pending.assign(text.substr(i));
    if (last && !m_pending.empty())
        return wrongEncoding(m_encoding);
    return {};
}

} // namespace dash

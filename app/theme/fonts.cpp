#include "app/theme/fonts.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>
#include <QPainter>

#include <array>
#include <optional>

namespace dash {

namespace {

struct RoleSpec {
    int size;
    int line;
    QFont::Weight weight;
};

RoleSpec specOf(FontRole role)
{
    switch (role) {
    case FontRole::Caption:
        return {11, 14, QFont::Normal};
    case FontRole::CaptionBold:
        return {11, 14, QFont::DemiBold};
    case FontRole::Small:
    case FontRole::Mono:
        return {12, 16, QFont::Normal};
    case FontRole::SmallMedium:
        return {12, 16, QFont::Medium};
    case FontRole::SmallBold:
        return {12, 16, QFont::DemiBold};
    case FontRole::Body:
        return {13, 20, QFont::Normal};
    case FontRole::BodyMedium:
        return {13, 20, QFont::Medium};
    case FontRole::BodyBold:
        return {13, 20, QFont::DemiBold};
    case FontRole::Title:
        return {15, 20, QFont::DemiBold};
    case FontRole::Query:
        return {16, 24, QFont::Normal};
    case FontRole::PageTitle:
        return {20, 28, QFont::DemiBold};
    case FontRole::Figure:
        return {26, 32, QFont::DemiBold};
    case FontRole::FigureLarge:
        return {32, 40, QFont::DemiBold};
    }
    return {13, 20, QFont::Normal};
}

constexpr int kBase = 13;

// A system without a desktop names only a generic family; the best installed one stands in for it.
QFont systemBase()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    const QString family = font.family();
    const bool generic = family.isEmpty() || family.compare(u"Sans Serif", Qt::CaseInsensitive) == 0 ||
                         family.compare(u"Sans", Qt::CaseInsensitive) == 0 ||
                         family.compare(u"Helvetica", Qt::CaseInsensitive) == 0;
    int pixels = QFontInfo(font).pixelSize();
    if (generic) {
        for (const char *name : {"Inter", "Noto Sans", "Cantarell"}) {
            if (QFontDatabase::hasFamily(QLatin1StringView(name))) {
                font.setFamily(QLatin1StringView(name));
                break;
            }
        }
        pixels = std::max(pixels, kBase);
    }
    font.setPixelSize(std::clamp(pixels, 11, 32));
    return font;
}

struct FontSet {
    int base = kBase;
    std::array<QFont, 14> fonts;
};

int scaled(int size, int base)
{
    return std::max(11, qRound(double(size) * base / kBase));
}

FontSet buildFonts()
{
    FontSet set;
    const QFont general = systemBase();
    set.base = general.pixelSize();
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    // A family without 500 would fall back to 400 and lose the difference: 600 stands in.
    const bool medium = [&] {
        const QStringList styles = QFontDatabase::styles(general.family());
        return std::any_of(styles.begin(), styles.end(),
                           [](const QString &s) { return s.contains(u"Medium", Qt::CaseInsensitive); });
    }();
    for (std::size_t i = 0; i < set.fonts.size(); ++i) {
        const auto role = FontRole(int(i));
        const RoleSpec spec = specOf(role);
        QFont font = role == FontRole::Mono ? fixed : general;
        font.setPixelSize(scaled(spec.size, set.base));
        font.setWeight(spec.weight == QFont::Medium && !medium ? QFont::DemiBold : spec.weight);
        if (role == FontRole::Figure || role == FontRole::FigureLarge)
            font.setLetterSpacing(QFont::AbsoluteSpacing, -0.2);
        if (role == FontRole::Mono)
            font.setStyleHint(QFont::Monospace);
        set.fonts[i] = font;
    }
    return set;
}

// Fonts may be asked for before and between applications in tests; they are rebuilt when forgotten.
std::optional<FontSet> &fontSet()
{
    static std::optional<FontSet> set;
    return set;
}

const FontSet &fonts()
{
    auto &set = fontSet();
    if (!set)
        set = buildFonts();
    return *set;
}

qreal digitWidth(const QFontMetricsF &metrics)
{
    qreal widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

bool isPlain(const QString &text)
{
    for (QChar ch : text) {
        if (ch.isDigit() && ch.unicode() > u'9')
            return false;
        if (ch.direction() == QChar::DirR || ch.direction() == QChar::DirAL)
            return false;
    }
    return true;
}

// Calls piece(text, width) for each digit and each run without digits.
template <class Piece>
void eachPiece(const QString &text, const QFontMetricsF &metrics, Piece piece)
{
    const qreal digit = digitWidth(metrics);
    qsizetype start = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool end = i == text.size();
        if (!end && !(text[i] >= u'0' && text[i] <= u'9'))
            continue;
        if (i > start) {
            const QString run = text.mid(start, i - start);
            piece(run, metrics.horizontalAdvance(run));
        }
        if (!end)
            piece(QString(text[i]), digit);
        start = i + 1;
    }
}

} // namespace

const QFont &roleFont(FontRole role)
{
    return fonts().fonts[std::size_t(role)];
}

int lineHeight(FontRole role)
{
    const RoleSpec spec = specOf(role);
    return std::max(spec.line, qRound(double(spec.line) * fonts().base / kBase));
}

void forgetFonts()
{
    fontSet().reset();
}

qreal tabularWidth(const QFont &font, const QString &text)
{
    const QFontMetricsF metrics(font);
    if (!isPlain(text))
        return metrics.horizontalAdvance(text);
    qreal width = 0;
    eachPiece(text, metrics, [&](const QString &, qreal w) { width += w; });
    return width;
}

void drawTabular(QPainter *painter, const QRectF &rect, Qt::Alignment flags, const QString &text)
{
    if (!(flags & Qt::AlignVertical_Mask))
        flags |= Qt::AlignVCenter;
    if (!isPlain(text)) {
        painter->drawText(rect, int(flags) | Qt::TextSingleLine, text);
        return;
    }
    const QFontMetricsF metrics(painter->font());
    const qreal width = tabularWidth(painter->font(), text);
    qreal x = rect.left();
    if (flags & Qt::AlignRight)
        x = rect.right() - width;
    else if (flags & Qt::AlignHCenter)
        x = rect.center().x() - width / 2;
    qreal y = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    if (flags & Qt::AlignTop)
        y = rect.top() + metrics.ascent();
    else if (flags & Qt::AlignBottom)
        y = rect.bottom() - metrics.descent();
    eachPiece(text, metrics, [&](const QString &piece, qreal w) {
        const bool digit = piece.size() == 1 && piece[0] >= u'0' && piece[0] <= u'9';
        const qreal inset = digit ? (w - metrics.horizontalAdvance(piece)) / 2 : 0;
        painter->drawText(QPointF(x + inset, y), piece);
        x += w;
    });
}

} // namespace dash

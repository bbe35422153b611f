#include "app/theme/tokens.h"

#include "app/theme/style.h"

#include <QApplication>
#include <QCoreApplication>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace dash {

namespace {

constexpr QRgb rgb(unsigned hex)
{
    return 0xff000000u | hex;
}

template <std::size_t N>
std::array<QColor, N> colors(const unsigned (&hex)[N])
{
    std::array<QColor, N> out;
    for (std::size_t i = 0; i < N; ++i)
        out[i] = QColor(rgb(hex[i]));
    return out;
}

QColor c(unsigned hex)
{
    return QColor(rgb(hex));
}

Tokens makeLight()
{
    Tokens t;
    t.look = Look::Light;
    t.window = c(0xF4F5F7), t.rail = c(0xECEEF1), t.surface = c(0xFFFFFF), t.sunken = c(0xF7F8FA),
    t.raised = c(0xFFFFFF);
    t.hover = c(0xEEF0F3), t.press = c(0xE3E6EB), t.selected = c(0xE7EBFD);
    t.border = c(0xDFE3E8), t.borderStrong = c(0xCBD1D9), t.control = c(0x8B93A0);
    t.text = c(0x15181D), t.secondary = c(0x4A525D), t.tertiary = c(0x646D79), t.disabled = c(0xA3AAB5);
    t.accent = c(0x3A50D2), t.accentFill = c(0x3A50D2), t.accentFillHover = c(0x3145BC), t.onAccentFill = c(0xFFFFFF);
    t.accentText = c(0x2F43BE), t.accentTint = c(0xE9EDFD);
    t.ok = c(0x1A7A48), t.okTint = c(0xE4F4EA);
    t.warn = c(0x8F5B00), t.warnGraphic = c(0xC77C00), t.warnTint = c(0xFFF3DB);
    t.error = c(0xC22F2A), t.errorTint = c(0xFDEBEA);
    t.grid = c(0xE9ECF0), t.axis = c(0xC9CFD7), t.track = c(0xE6E9EE);
    t.tip = c(0x22262D), t.tipText = c(0xF3F5F7), t.tipQuiet = c(0xB4BBC6);
    t.scrim = withAlpha(c(0x15181D), 0.32);
    t.shadowAlpha = 41;
    t.series =
        colors({0x2622BF, 0xA35E22, 0x23846F, 0xE130AE, 0x683FE5, 0x058CD9, 0x045306, 0xA38C0B, 0xA10325, 0x525561});
    t.sequential = colors({0xEEF1FC, 0xCFD8F7, 0xA9B8EF, 0x7F92E4, 0x566AD6, 0x3541B6, 0x1C1F7E});
    t.diverging = colors({0x7A3F0C, 0xB4702C, 0xDFB686, 0xF2F1EE, 0x97CEC2, 0x3F9383, 0x0B5A4D});
    return t;
}

Tokens makeDark()
{
    Tokens t;
    t.look = Look::Dark;
    t.window = c(0x101216), t.rail = c(0x0C0E11), t.surface = c(0x171A1F), t.sunken = c(0x121519),
    t.raised = c(0x1F232A);
    t.hover = c(0x22262D), t.press = c(0x2B3038), t.selected = c(0x242B4B);
    t.border = c(0x282D35), t.borderStrong = c(0x3A414B), t.control = c(0x6A7381);
    t.text = c(0xE9EBEE), t.secondary = c(0xAEB5C0), t.tertiary = c(0x8891A0), t.disabled = c(0x565E6A);
    t.accent = c(0x93A1FF), t.accentFill = c(0x5165E6), t.accentFillHover = c(0x6377F0), t.onAccentFill = c(0xFFFFFF);
    t.accentText = c(0xA3AFFF), t.accentTint = c(0x20264A);
    t.ok = c(0x4CC38A), t.okTint = c(0x14291F);
    t.warn = c(0xF0B54A), t.warnGraphic = c(0xE8A53A), t.warnTint = c(0x2E2412);
    t.error = c(0xFF7D75), t.errorTint = c(0x351B1C);
    t.grid = c(0x22272E), t.axis = c(0x3A414B), t.track = c(0x2A2F37);
    t.tip = c(0x2B3038), t.tipText = c(0xF0F2F5), t.tipQuiet = c(0xAEB5C0);
    t.scrim = withAlpha(c(0x000000), 0.45);
    t.shadowAlpha = 128;
    t.series =
        colors({0x5268EE, 0xE38A02, 0x64EEBB, 0xB34379, 0xA9A5F8, 0x9BCFEF, 0xC8EE3C, 0xE2BD61, 0xB7775F, 0x7D94B3});
    t.sequential = colors({0x20263F, 0x2E3A6C, 0x40529D, 0x5A72CF, 0x8197EA, 0xADBEF6, 0xDEE6FD});
    t.diverging = colors({0xFFC27A, 0xCE8A3C, 0x7A5226, 0x2B2E34, 0x265F56, 0x33A08D, 0x7DF3C8});
    return t;
}

// Two colours and an accent; state keeps its hue only where it reads at 7 : 1.
Tokens makeContrast(const Tokens &base, const QColor &ground, const QColor &ink, const QColor &accent)
{
    Tokens t = base;
    for (ColorRole role :
         {&Tokens::window, &Tokens::rail, &Tokens::surface, &Tokens::sunken, &Tokens::raised, &Tokens::hover,
          &Tokens::okTint, &Tokens::warnTint, &Tokens::errorTint, &Tokens::accentTint, &Tokens::track, &Tokens::tip})
        t.*role = ground;
    for (ColorRole role : {&Tokens::border, &Tokens::borderStrong, &Tokens::control, &Tokens::text, &Tokens::secondary,
                           &Tokens::tertiary, &Tokens::axis, &Tokens::tipText, &Tokens::tipQuiet})
        t.*role = ink;
    t.accent = t.accentFill = t.accentText = t.accentFillHover = accent;
    t.onAccentFill = ground;
    t.press = t.selected = mixOklab(ground, accent, 0.25);
    t.grid = mixOklab(ground, ink, 0.35);
    t.shadowAlpha = 0;
    return t;
}

Tokens makeContrastLight()
{
    Tokens t = makeContrast(tokensFor(Look::Light), c(0xFFFFFF), c(0x000000), c(0x2622BF));
    t.look = Look::ContrastLight;
    t.disabled = c(0x5A5F68);
    t.ok = c(0x0B5A30), t.warn = t.warnGraphic = c(0x6B4300), t.error = c(0x97120E);
    t.series =
        colors({0x2622BF, 0x8A4A12, 0x0F6B58, 0xB8108A, 0x5B31D6, 0x0068A8, 0x045306, 0x6E5D00, 0xA10325, 0x3C404A});
    return t;
}

Tokens makeContrastDark()
{
    Tokens t = makeContrast(tokensFor(Look::Dark), c(0x000000), c(0xFFFFFF), c(0x94A3FF));
    t.look = Look::ContrastDark;
    t.disabled = c(0x9AA1AC);
    t.ok = c(0x64EEBB), t.warn = t.warnGraphic = c(0xFFC65C), t.error = c(0xFF9C96);
    t.series =
        colors({0x94A3FF, 0xFFA733, 0x64EEBB, 0xFF86C0, 0xC3C0FF, 0x9BCFEF, 0xC8EE3C, 0xF2D37C, 0xE5A48C, 0xA9BCD6});
    return t;
}

double toLinear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double toGamma(double linear)
{
    const double v = linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
    return std::clamp(v, 0.0, 1.0);
}

// OKLab: Björn Ottosson, "A perceptual color space for image processing", 2020.
struct Lab {
    double l, a, b;
};

Lab toOklab(const QColor &color)
{
    const double r = toLinear(color.redF()), g = toLinear(color.greenF()), b = toLinear(color.blueF());
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

QColor fromOklab(const Lab &lab)
{
    const double l = std::pow(lab.l + 0.3963377774 * lab.a + 0.2158037573 * lab.b, 3);
    const double m = std::pow(lab.l - 0.1055613458 * lab.a - 0.0638541728 * lab.b, 3);
    const double s = std::pow(lab.l - 0.0894841775 * lab.a - 1.2914855480 * lab.b, 3);
    return QColor::fromRgbF(float(toGamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)),
                            float(toGamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)),
                            float(toGamma(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)));
}

double luminance(const QColor &color)
{
    return 0.2126 * toLinear(color.redF()) + 0.7152 * toLinear(color.greenF()) + 0.0722 * toLinear(color.blueF());
}

} // namespace

const Tokens &tokensFor(Look look)
{
    static const Tokens light = makeLight();
    static const Tokens dark = makeDark();
    switch (look) {
    case Look::Light:
        return light;
    case Look::Dark:
        return dark;
    case Look::ContrastLight: {
        static const Tokens contrastLight = makeContrastLight();
        return contrastLight;
    }
    case Look::ContrastDark: {
        static const Tokens contrastDark = makeContrastDark();
        return contrastDark;
    }
    }
    return light;
}

const Tokens &tokensOf(const QWidget *widget)
{
    if (const auto *style = widget ? qobject_cast<const DashStyle *>(widget->style()) : nullptr)
        return style->tokens();
    return tokens();
}

const Tokens &tokens()
{
    if (qobject_cast<const QApplication *>(QCoreApplication::instance())) {
        if (const auto *style = qobject_cast<const DashStyle *>(QApplication::style()))
            return style->tokens();
    }
    return tokensFor(Look::Light);
}

QPalette paletteFor(const Tokens &t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.surface);
    p.setColor(QPalette::AlternateBase, t.sunken);
    p.setColor(QPalette::ToolTipBase, t.tip);
    p.setColor(QPalette::ToolTipText, t.tipText);
    p.setColor(QPalette::PlaceholderText, t.tertiary);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::Button, t.surface);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.error);
    p.setColor(QPalette::Light, t.raised);
    p.setColor(QPalette::Midlight, t.hover);
    p.setColor(QPalette::Mid, t.border);
    p.setColor(QPalette::Dark, t.borderStrong);
    p.setColor(QPalette::Shadow, t.control);
    p.setColor(QPalette::Highlight, t.contrast() ? t.accentFill : t.selected);
    p.setColor(QPalette::HighlightedText, t.contrast() ? t.onAccentFill : t.text);
    p.setColor(QPalette::Link, t.accentText);
    p.setColor(QPalette::LinkVisited, t.accentText);
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, t.disabled);
    p.setColor(QPalette::Disabled, QPalette::Base, t.sunken);
    p.setColor(QPalette::Disabled, QPalette::Button, t.sunken);
    return p;
}

QColor mixOklab(const QColor &a, const QColor &b, double t)
{
    const Lab x = toOklab(a), y = toOklab(b);
    return fromOklab({x.l + (y.l - x.l) * t, x.a + (y.a - x.a) * t, x.b + (y.b - x.b) * t});
}

QColor scaleColor(std::span<const QColor> stops, double t)
{
    if (stops.empty())
        return {};
    const double at = std::clamp(t, 0.0, 1.0) * double(stops.size() - 1);
    const auto low = std::min(std::size_t(at), stops.size() - 1);
    const auto high = std::min(low + 1, stops.size() - 1);
    return mixOklab(stops[low], stops[high], at - double(low));
}

QColor withAlpha(QColor color, double alpha)
{
    color.setAlphaF(float(alpha));
    return color;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

double oklabDistance(const QColor &a, const QColor &b)
{
    const Lab x = toOklab(a), y = toOklab(b);
    return std::sqrt((x.l - y.l) * (x.l - y.l) + (x.a - y.a) * (x.a - y.a) + (x.b - y.b) * (x.b - y.b));
}

QList<qreal> seriesDashes(int index)
{
    switch (index / 10) {
    case 0:
        return {};
    case 1:
        return {6, 3};
    default:
        return {2, 2};
    }
}

} // namespace dash

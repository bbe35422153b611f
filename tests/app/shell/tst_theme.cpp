// The look by numbers: contrast of every text on every ground it may stand on, distances of series colours, digits.

#include "app/theme/fonts.h"
#include "app/theme/icon.h"
#include "app/theme/numbers.h"
#include "app/theme/theme.h"
#include "app/theme/tokens.h"
#include "app/widgets/button.h"
#include "app/widgets/focus_ring.h"
#include "tests/app/shell/gallery.h"
#include "tests/support/kit.h"

#include <QAbstractButton>
#include <QLineEdit>

#include <cmath>

using namespace dash;

namespace {

struct Pair {
    const char *name;
    ColorRole ink, ground;
    double atLeast;
};

const std::vector<Pair> &textPairs()
{
    static const std::vector<Pair> pairs = {
        {"text on surface", &Tokens::text, &Tokens::surface, 14},
        {"text on window", &Tokens::text, &Tokens::window, 14},
        {"text on rail", &Tokens::text, &Tokens::rail, 14},
        {"secondary on surface", &Tokens::secondary, &Tokens::surface, 6.8},
        {"secondary on window", &Tokens::secondary, &Tokens::window, 6.8},
        {"secondary on rail", &Tokens::secondary, &Tokens::rail, 6.7},
        {"tertiary on surface", &Tokens::tertiary, &Tokens::surface, 4.5},
        {"tertiary on window", &Tokens::tertiary, &Tokens::window, 4.5},
        {"tertiary on rail", &Tokens::tertiary, &Tokens::rail, 4.45},
        {"tertiary on sunken", &Tokens::tertiary, &Tokens::sunken, 4.5},
        {"secondary on press", &Tokens::secondary, &Tokens::press, 4.5},
        {"secondary on selected", &Tokens::secondary, &Tokens::selected, 4.5},
        {"secondary on hover", &Tokens::secondary, &Tokens::hover, 4.5},
        {"text on raised", &Tokens::text, &Tokens::raised, 7},
        {"text on hover", &Tokens::text, &Tokens::hover, 7},
        {"text on press", &Tokens::text, &Tokens::press, 7},
        {"text on selected", &Tokens::text, &Tokens::selected, 7},
        {"accent text on selected", &Tokens::accentText, &Tokens::selected, 4.5},
        {"accent text on surface", &Tokens::accentText, &Tokens::surface, 4.5},
        {"accent text on tint", &Tokens::accentText, &Tokens::accentTint, 4.5},
        {"on accent fill", &Tokens::onAccentFill, &Tokens::accentFill, 4.5},
        {"ok on tint", &Tokens::ok, &Tokens::okTint, 4.5},
        {"ok on surface", &Tokens::ok, &Tokens::surface, 4.5},
        {"warn on tint", &Tokens::warn, &Tokens::warnTint, 4.5},
        {"warn on surface", &Tokens::warn, &Tokens::surface, 4.5},
        {"error on tint", &Tokens::error, &Tokens::errorTint, 4.5},
        {"error on surface", &Tokens::error, &Tokens::surface, 4.5},
        {"text on warn tint", &Tokens::text, &Tokens::warnTint, 7},
        {"text on error tint", &Tokens::text, &Tokens::errorTint, 7},
        {"tip text", &Tokens::tipText, &Tokens::tip, 7},
        {"tip quiet", &Tokens::tipQuiet, &Tokens::tip, 4.5},
        {"control on surface", &Tokens::control, &Tokens::surface, 3},
        {"accent on surface", &Tokens::accent, &Tokens::surface, 3},
        {"accent on window", &Tokens::accent, &Tokens::window, 3},
        {"warn mark on surface", &Tokens::warnGraphic, &Tokens::surface, 3},
    };
    return pairs;
}

// Dichromat simulation in linear RGB: Viénot, Brettel, Mollon 1999 (protan, deutan), Brettel et al. 1997 reduced to one
// plane (tritan).
QColor simulated(const QColor &color, int kind)
{
    static const double kMatrix[3][9] = {
        {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
        {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
        {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900}};
    const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    const auto gamma = [](double v) {
        v = std::clamp(v, 0.0, 1.0);
        return v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
    };
    const double in[3] = {linear(color.redF()), linear(color.greenF()), linear(color.blueF())};
    double out[3];
    for (int row = 0; row < 3; ++row)
        out[row] = gamma(kMatrix[kind][row * 3] * in[0] + kMatrix[kind][row * 3 + 1] * in[1] +
                         kMatrix[kind][row * 3 + 2] * in[2]);
    return QColor::fromRgbF(float(out[0]), float(out[1]), float(out[2]));
}

const std::pair<const char *, Look> kLooks[] = {{"light", Look::Light},
                                                {"dark", Look::Dark},
                                                {"contrast light", Look::ContrastLight},
                                                {"contrast dark", Look::ContrastDark}};

} // namespace

class TstTheme : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTextReadsOnItsGround_data()
    {
        QTest::addColumn<int>("look");
        QTest::addColumn<int>("pair");
        for (const auto &[name, look] : kLooks) {
            for (std::size_t i = 0; i < textPairs().size(); ++i)
                QTest::newRow(qPrintable(
                    QStringLiteral("%1: %2").arg(QLatin1StringView(name), QLatin1StringView(textPairs()[i].name))))
                    << int(look) << int(i);
        }
    }
    void everyTextReadsOnItsGround()
    {
        QFETCH(int, look);
        QFETCH(int, pair);
        const Tokens &t = tokensFor(Look(look));
        const Pair &p = textPairs()[std::size_t(pair)];
        const double ratio = contrastRatio(t.*p.ink, t.*p.ground);
        QVERIFY2(ratio >= p.atLeast - 0.005, qPrintable(QStringLiteral("%1 < %2").arg(ratio).arg(p.atLeast)));
    }

    void seriesStandOutFromTheirGrounds()
    {
        for (const auto &[name, look] : kLooks) {
            const Tokens &t = tokensFor(look);
            for (std::size_t i = 0; i < t.series.size(); ++i) {
                QVERIFY2(contrastRatio(t.series[i], t.surface) >= 3,
                         qPrintable(QStringLiteral("%1 slot %2 on surface").arg(QLatin1StringView(name)).arg(i + 1)));
                QVERIFY2(contrastRatio(t.series[i], t.window) >= 2.95,
                         qPrintable(QStringLiteral("%1 slot %2 on window").arg(QLatin1StringView(name)).arg(i + 1)));
            }
        }
    }

    void seriesStayApartForEveryKindOfSight()
    {
        for (const Look look : {Look::Light, Look::Dark}) {
            const Tokens &t = tokensFor(look);
            for (int kind = -1; kind < 3; ++kind) {
                double least = 1;
                for (std::size_t i = 0; i < t.series.size(); ++i) {
                    for (std::size_t j = i + 1; j < t.series.size(); ++j) {
                        const QColor a = kind < 0 ? t.series[i] : simulated(t.series[i], kind);
                        const QColor b = kind < 0 ? t.series[j] : simulated(t.series[j], kind);
                        least = std::min(least, oklabDistance(a, b));
                    }
                }
                QVERIFY2(least >= 0.065,
                         qPrintable(QStringLiteral("look %1 sight %2: %3").arg(int(look)).arg(kind).arg(least)));
            }
        }
    }

    void tabularDigitsAllTakeTheSameRoom()
    {
        const QFont font = roleFont(FontRole::Body);
        QCOMPARE(tabularWidth(font, QStringLiteral("111.11")), tabularWidth(font, QStringLiteral("888.88")));
        QVERIFY(tabularWidth(font, QStringLiteral("1")) > 0);
    }

    void numbersReadAsTheLocaleWritesThem()
    {
        const QLocale german(QLocale::German, QLocale::Germany), english(QLocale::English, QLocale::UnitedStates);
        QCOMPARE(cardNumber(11.2345, -1, english), QStringLiteral("11.2"));
        QCOMPARE(cardNumber(-0.33333, -1, english), QStringLiteral("−0.333"));
        QCOMPARE(cardNumber(18240.4, -1, german), QStringLiteral("18.240"));
        QCOMPARE(cardNumber(9.996, -1, english), QStringLiteral("10.0"));
        QCOMPARE(cardNumber(5, -1, english), QStringLiteral("5"));
        QCOMPARE(cardNumber(qQNaN(), -1, english), QStringLiteral("–"));
        QCOMPARE(fullNumber(0.1, english), QStringLiteral("0.1"));
        QCOMPARE(byteText(4'200'000, english), QStringLiteral("4.20\u00a0MB"));
        QVERIFY(withUnit(QStringLiteral("1"), QStringLiteral("GB"), Qt::RightToLeft).startsWith(QChar(0x2066)));
    }

    void everyIconDrawsSomethingInItsColour()
    {
        QVERIFY(iconNames().size() > 90);
        for (const QString &name : iconNames()) {
            QImage image(20, 20, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            paintIcon(&painter, QRectF(0, 0, 20, 20), name, QColor(255, 0, 0));
            painter.end();
            int reds = 0;
            for (int y = 0; y < 20; ++y) {
                for (int x = 0; x < 20; ++x) {
                    const QColor pixel = image.pixelColor(x, y);
                    QVERIFY2(pixel.alpha() < 16 || (pixel.red() > 200 && pixel.blue() < 60), qPrintable(name));
                    reds += pixel.alpha() > 128;
                }
            }
            QVERIFY2(reds >= 6, qPrintable(name));
        }
        QVERIFY(hasIcon(u"zoom-in"));
        QVERIFY(!hasIcon(u"no-such"));
    }

    void directionalIconsMirrorAndClocksDoNot()
    {
        const auto render = [](QStringView name, Qt::LayoutDirection direction) {
            QImage image(20, 20, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            paintIcon(&painter, QRectF(0, 0, 20, 20), name, Qt::black, direction);
            return image;
        };
        const QImage plain = render(u"arrowLeft", Qt::LeftToRight), flipped = render(u"arrowLeft", Qt::RightToLeft);
        QVERIFY(plain != flipped);
        for (int y = 0; y < 20; ++y) {
            for (int x = 0; x < 20; ++x)
                QVERIFY(std::abs(qAlpha(flipped.pixel(x, y)) - qAlpha(plain.pixel(19 - x, y))) < 40);
        }
        QCOMPARE(render(u"clock", Qt::RightToLeft), render(u"clock", Qt::LeftToRight));
    }

    void changingTheLookRepaintsWhatIsOpen()
    {
        Theme theme({ThemeChoice::Mode::Light, Density::Comfortable, ThemeChoice::Motions::Reduced});
        const std::unique_ptr<QWidget> gallery(test::makeGallery());
        gallery->show();
        const QImage light = gallery->grab().toImage();
        theme.setChoice({ThemeChoice::Mode::Dark, Density::Comfortable, ThemeChoice::Motions::Reduced});
        auto *input = gallery->findChild<QLineEdit *>(QStringLiteral("url"));
        QTRY_COMPARE(input->palette().color(QPalette::Text), tokensFor(Look::Dark).text);
        const QImage dark = gallery->grab().toImage();
        QCOMPARE(light.pixelColor(2, 2), tokensFor(Look::Light).window);
        QCOMPARE(dark.pixelColor(2, 2), tokensFor(Look::Dark).window);
        const QByteArray folder = qgetenv("DASH_SCREENSHOTS");
        if (!folder.isEmpty()) {
            QVERIFY(light.save(QString::fromLocal8Bit(folder) + u"/00-light.png"));
            QVERIFY(dark.save(QString::fromLocal8Bit(folder) + u"/00-dark.png"));
            gallery->setLayoutDirection(Qt::RightToLeft);
            QVERIFY(gallery->grab().save(QString::fromLocal8Bit(folder) + u"/00-rtl.png"));
            gallery->setLayoutDirection(Qt::LeftToRight);
            theme.setChoice({ThemeChoice::Mode::Contrast, Density::Comfortable, ThemeChoice::Motions::Reduced});
            QVERIFY(gallery->grab().save(QString::fromLocal8Bit(folder) + u"/00-contrast.png"));
        }
    }

    void theRingFollowsTheKeyboardOnly()
    {
        Theme theme;
        FocusRing ring(nullptr);
        QWidget window;
        auto *first = new Button(QStringLiteral("First"), Button::Kind::Default, &window);
        auto *second = new Button(QStringLiteral("Second"), Button::Kind::Default, &window);
        first->setGeometry(20, 20, 80, 28);
        second->setGeometry(120, 20, 80, 28);
        window.resize(300, 100);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        first->setFocus(Qt::MouseFocusReason);
        QVERIFY(!window.findChild<QWidget *>(QStringLiteral("focusRing")));
        QTest::keyClick(first, Qt::Key_Tab);
        QCOMPARE(ring.target(), second);
        auto *overlay = window.findChild<QWidget *>(QStringLiteral("focusRing"));
        QVERIFY(overlay && overlay->isVisible());
        QCOMPARE(overlay->geometry(), QRect(116, 16, 88, 36));
        QTest::mouseClick(first, Qt::LeftButton);
        QVERIFY(!ring.target());
    }

    void everyControlOfTheGalleryHasAName()
    {
        Theme theme;
        const std::unique_ptr<QWidget> gallery(test::makeGallery());
        int seen = 0;
        for (QWidget *widget : gallery->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus)
                continue;
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     widget->metaObject()->className());
            ++seen;
        }
        QVERIFY(seen > 15);
    }
};

DASH_TEST(TstTheme)
#include "tst_theme.moc"

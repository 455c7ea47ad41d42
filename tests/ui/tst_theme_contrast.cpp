#include "ui/widgets/Theme.h"

#include <QTest>

#include <cmath>

using namespace countersign;

namespace {

/// WCAG 2.1, relative luminance of an sRGB colour.
double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

struct Pair {
    const char *name;
    QColor Theme::*above;
    QColor Theme::*ground;
    double least;
};

constexpr double kText = 4.5;
constexpr double kControl = 3.0;

// Every pair that the style sheet, the delegates and the charts put together.
constexpr Pair kPairs[] = {
    {"text on background", &Theme::text, &Theme::background, kText},
    {"text on surface", &Theme::text, &Theme::surface, kText},
    {"text on sunken", &Theme::text, &Theme::sunken, kText},
    {"text on a chosen row", &Theme::text, &Theme::accentSoft, kText},
    {"muted on background", &Theme::muted, &Theme::background, kText},
    {"muted on surface", &Theme::muted, &Theme::surface, kText},
    {"muted on sunken", &Theme::muted, &Theme::sunken, kText},
    {"muted on a chosen row", &Theme::muted, &Theme::accentSoft, kText},
    {"accent on surface", &Theme::accent, &Theme::surface, kText},
    {"accent on background", &Theme::accent, &Theme::background, kText},
    {"accent on a chosen option", &Theme::accent, &Theme::accentSoft, kText},
    {"text of a primary button", &Theme::onAccent, &Theme::accent, kText},
    {"raises on surface", &Theme::raises, &Theme::surface, kText},
    {"raises on its badge", &Theme::raises, &Theme::raisesSoft, kText},
    {"lowers on surface", &Theme::lowers, &Theme::surface, kText},
    {"lowers on its badge", &Theme::lowers, &Theme::lowersSoft, kText},
    {"warning on its badge", &Theme::warning, &Theme::warningSoft, kText},
    {"breach on its badge", &Theme::breach, &Theme::breachSoft, kText},
    {"breach on surface", &Theme::breach, &Theme::surface, kText},
    {"score marker on the declined zone", &Theme::text, &Theme::lowersSoft, kControl},
    {"score marker on the approved zone", &Theme::text, &Theme::raisesSoft, kControl},
    {"score marker on the person's zone", &Theme::text, &Theme::line, kControl},
    {"outline of a control on surface", &Theme::outline, &Theme::surface, kControl},
    {"outline of an input", &Theme::outline, &Theme::sunken, kControl},
    {"outline of a control on background", &Theme::outline, &Theme::background, kControl},
    {"outline of a chosen chip", &Theme::accent, &Theme::surface, kControl},
    {"outline of a wrong input", &Theme::breach, &Theme::surface, kControl},
};

} // namespace

class TestThemeContrast : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPairHasTheContrastItNeeds_data();
    void everyPairHasTheContrastItNeeds();
    void theMeasureKnowsBlackAndWhite();
};

void TestThemeContrast::everyPairHasTheContrastItNeeds_data()
{
    QTest::addColumn<QColor>("above");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("least");
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark}) {
        const Theme &theme = Theme::of(kind);
        for (const Pair &pair : kPairs)
            QTest::addRow("%s, %s", pair.name, theme.isDark() ? "dark" : "light")
                << theme.*pair.above << theme.*pair.ground << pair.least;
    }
}

void TestThemeContrast::everyPairHasTheContrastItNeeds()
{
    QFETCH(QColor, above);
    QFETCH(QColor, ground);
    QFETCH(double, least);
    const double found = contrast(above, ground);
    QVERIFY2(found >= least,
             qPrintable(QString("%1 on %2 is %3:1").arg(above.name(), ground.name()).arg(found, 0, 'f', 2)));
}

void TestThemeContrast::theMeasureKnowsBlackAndWhite()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(QColor("#777777"), QColor("#777777")), 1.0);
}

QTEST_APPLESS_MAIN(TestThemeContrast)
#include "tst_theme_contrast.moc"

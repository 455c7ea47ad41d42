#include "core/scoring/FactorText.h"
#include "core/scoring/Features.h"
#include "ui/models/SlaText.h"
#include "ui/models/Words.h"
#include "ui/shell/Language.h"
#include "ui/widgets/QtTexts.h"
#include "ui/widgets/RiskGauge.h"

#include <QApplication>
#include <QTest>

using namespace countersign;

class TestLanguages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { useLanguage("en"); }
    void countsAsTheLanguageDoes_data();
    void countsAsTheLanguageDoes();
    void everyFeatureIsSaidInSerbian();
    void everyCategoryIsSaidInSerbian();
    void employmentStabilityIsSaidInYears();
    void whatQtSaysIsSaidInSerbian();
    void serbianIsWrittenInLatin();
    void widgetsThatAreOpenChangeTheirLanguage();
};

void TestLanguages::countsAsTheLanguageDoes_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("text");
    QTest::newRow("English, two") << "en" << 2 << "2 days left";
    QTest::newRow("English, five") << "en" << 5 << "5 days left";
    QTest::newRow("Serbian, two") << "sr-Latn-RS" << 2 << QString::fromUtf8("još 2 dana");
    QTest::newRow("Serbian, five") << "sr-Latn-RS" << 5 << QString::fromUtf8("još 5 dana");
    QTest::newRow("Serbian, eleven") << "sr-Latn-RS" << 11 << QString::fromUtf8("još 11 dana");
    QTest::newRow("Serbian, twenty-one") << "sr-Latn-RS" << 21 << QString::fromUtf8("još 21 dan");
}

void TestLanguages::countsAsTheLanguageDoes()
{
    QFETCH(QString, language);
    QFETCH(int, days);
    QFETCH(QString, text);
    useLanguage(language);
    QCOMPARE(slaText(qint64(days) * 86400, SlaState::Ok), text);
}

void TestLanguages::everyFeatureIsSaidInSerbian()
{
    useLanguage("sr-Latn-RS");
    for (const Feature &feature : kFeatures)
        for (const char *text : {feature.label, feature.formula})
            QVERIFY2(QCoreApplication::translate("Features", text) != QLatin1String(text), text);
}

void TestLanguages::everyCategoryIsSaidInSerbian()
{
    const QLocale locale(QLocale::Serbian, QLocale::LatinScript, QLocale::Serbia);
    for (const Feature &feature : kFeatures) {
        for (const char *category : feature.categories) {
            const FeatureValue value{std::nullopt, category};
            useLanguage("en");
            const QString english = factorValueText(feature.id, value, Currency(), locale);
            QVERIFY2(!english.contains(QLatin1Char('_')), category);
            useLanguage("sr-Latn-RS");
            QVERIFY2(factorValueText(feature.id, value, Currency(), locale) != english, category);
        }
    }
}

void TestLanguages::employmentStabilityIsSaidInYears()
{
    api::TopFactor factor;
    factor.feature = QStringLiteral("employment_stability");
    factor.value = 17.6;
    useLanguage("en"); // numbers as in the region
    QCOMPARE(words::factorValue(factor, Currency()), QStringLiteral("17,6 y"));
    useLanguage("sr-Latn-RS");
    QCOMPARE(words::factorValue(factor, Currency()), QStringLiteral("17,6 god."));
}

void TestLanguages::whatQtSaysIsSaidInSerbian()
{
    QVERIFY(qtTexts().size() > 50);
    useLanguage("sr-Latn-RS");
    for (const QtText &text : qtTexts())
        QVERIFY2(QCoreApplication::translate(text.context, text.source) != QLatin1String(text.source), text.source);
}

void TestLanguages::serbianIsWrittenInLatin()
{
    useLanguage("sr-Latn-RS");
    QCOMPARE(QLocale().script(), QLocale::LatinScript);
    QCOMPARE(QLocale().dayName(1), QString("ponedeljak"));
    QCOMPARE(QLocale().toString(1234.5, 'f', 2), QString("1.234,50"));
}

void TestLanguages::widgetsThatAreOpenChangeTheirLanguage()
{
    RiskGauge gauge;
    gauge.setValue(612, 480, 720);
    gauge.show();
    useLanguage("sr-Latn-RS");
    QTRY_VERIFY(gauge.accessibleDescription().startsWith("Skor 612 od 1000"));
    useLanguage("en");
    QTRY_VERIFY(gauge.accessibleDescription().startsWith("Score 612 of 1000"));
}

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"

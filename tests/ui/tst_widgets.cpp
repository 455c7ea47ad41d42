#include "tests/ui/WidgetPictures.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FactorBars.h"
#include "ui/widgets/FactorChart.h"
#include "ui/widgets/RiskGauge.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <QVBoxLayout>

using namespace countersign;

namespace {

QList<FactorRow> mockedRows()
{
    return {{"Savings relative to the loan", "41,7 %", 38},
            {"Employment stability", "permanent, 3,5 y", 21},
            {"Loan-to-value", "78 %", 14},
            {"Housing", "owner", 9},
            {"Term", "48 months", 4},
            {"Existing debt relative to the loan", "12,5 %", -7},
            {"Payment-to-income", "16,6 %", -12},
            {"Bureau: derogatory record", "none known", -16},
            {"Debt-to-income", "33,3 %", -44}};
}

/// Wide labels, wide values, a large number and one that does not count.
QList<FactorRow> serbianRows()
{
    return {{"Odnos mesečnih obaveza i neto mesečne zarade podnosioca zahteva", "nije poznato", -268},
            {"Ušteđevina u odnosu na traženi iznos", "1.234.567,00 RSD na oročenoj štednji", 112},
            {"Stabilnost zaposlenja", "na neodređeno, 12,5 godina", 0.2},
            {"Vrsta ugovora", "na neodređeno", 3}};
}

QFrame *card()
{
    auto *frame = new QFrame;
    frame->setProperty("card", true);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(16, 12, 16, 12);
    return frame;
}

} // namespace

class TestWidgets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gaugeSaysWhereTheScoreStands_data();
    void gaugeSaysWhereTheScoreStands();
    void gaugeStandsWithoutAScore();
    void gaugePutsItsMarkerAtTheScore();
    void barsMoveByKeysAndSayEachRow();
    void barsAreReadableAsATable();
    void barsKeepFocusAndRowWhenTheTableIsShown();
    void pointsCarryTheirSignTwice();
    void longTextsAreElidedAndKeptInTheToolTip();
    void picturesOfBothThemes_data();
    void picturesOfBothThemes();
};

void TestWidgets::gaugeSaysWhereTheScoreStands_data()
{
    QTest::addColumn<int>("score");
    QTest::addColumn<QString>("zone");
    QTest::newRow("the cutoff itself declines") << 480 << "declined automatically";
    QTest::newRow("one above it is for a person") << 481 << "a person decides";
    QTest::newRow("one below approval too") << 719 << "a person decides";
    QTest::newRow("the cutoff itself approves") << 720 << "approved automatically";
}

void TestWidgets::gaugeSaysWhereTheScoreStands()
{
    QFETCH(int, score);
    QFETCH(QString, zone);
    RiskGauge gauge;
    gauge.setValue(score, 480, 720);
    QCOMPARE(gauge.accessibleName(), QString("Risk score"));
    const QString sentence = gauge.accessibleDescription().section('.', 0, 0);
    QVERIFY2(sentence.contains(zone) && sentence.contains(QString::number(score)), qPrintable(sentence));
    QVERIFY(gauge.accessibleDescription().contains("480") && gauge.accessibleDescription().contains("720"));
}

void TestWidgets::gaugeStandsWithoutAScore()
{
    RiskGauge gauge;
    gauge.setValue(std::nullopt, ScoreZones{});
    QVERIFY(gauge.accessibleDescription().startsWith("No score"));
    gauge.resize(400, gauge.sizeHint().height());
    const QImage without = gauge.grab().toImage();
    gauge.setValue(612, 480, 720);
    QVERIFY(gauge.grab().toImage() != without);
}

void TestWidgets::gaugePutsItsMarkerAtTheScore()
{
    RiskGauge gauge;
    gauge.resize(1000, gauge.sizeHint().height());
    const QRgb marker = Theme::current().text.rgb();
    for (const int score : {0, 100, 850, 1000}) {
        gauge.setValue(score, 480, 720);
        const QImage picture = gauge.grab().toImage();
        const qreal scale = picture.devicePixelRatio();
        QList<int> columns;
        for (int x = 0; x < picture.width(); ++x)
            if (picture.pixel(x, int(scale)) == marker)
                columns << int(x / scale);
        QVERIFY2(!columns.isEmpty(), qPrintable(QString::number(score)));
        const int middle = (columns.first() + columns.last()) / 2;
        QVERIFY2(qAbs(middle - qBound(2, score, 998)) <= 2, qPrintable(QString("%1 at %2").arg(score).arg(middle)));
    }
}

void TestWidgets::barsMoveByKeysAndSayEachRow()
{
    FactorBars bars;
    bars.setRows(mockedRows());
    bars.show();
    FactorChart *chart = bars.chart();
    chart->setFocus();
    QCOMPARE(chart->currentRow(), 0);
    QVERIFY(chart->accessibleDescription().startsWith("Savings relative to the loan, 41,7 %: raises the score by 38"));
    QTest::keyClick(chart, Qt::Key_Down);
    QCOMPARE(chart->currentRow(), 1);
    QTest::keyClick(chart, Qt::Key_End);
    QVERIFY(chart->accessibleDescription().startsWith("Debt-to-income, 33,3 %: lowers the score by 44"));
    QVERIFY(chart->accessibleDescription().endsWith("Row 9 of 9."));
    QTest::keyClick(chart, Qt::Key_Down);
    QCOMPARE(chart->currentRow(), 8);
    QTest::keyClick(chart, Qt::Key_Home);
    QTest::keyClick(chart, Qt::Key_Up);
    QCOMPARE(chart->currentRow(), 0);
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, QPoint(20, chart->height() * 5 / 18));
    QCOMPARE(chart->currentRow(), 2);
    bars.setRows({});
    QCOMPARE(chart->currentRow(), -1);
    QTest::keyClick(chart, Qt::Key_Down);
    QCOMPARE(chart->currentRow(), -1);
}

void TestWidgets::barsAreReadableAsATable()
{
    FactorBars bars;
    bars.setRows(mockedRows());
    bars.show();
    auto *toggle = bars.findChild<QPushButton *>("factorTableToggle");
    QVERIFY(toggle && !toggle->accessibleName().isEmpty());
    QVERIFY(!bars.table()->isVisible());
    toggle->setFocus();
    QTest::keyClick(toggle, Qt::Key_Space);
    QVERIFY(bars.isTableShown() && bars.table()->isVisible() && !bars.chart()->isVisible());
    QVERIFY(!bars.table()->accessibleName().isEmpty());
    QCOMPARE(bars.table()->rowCount(), 9);
    for (int row = 0; row < 9; ++row) {
        const FactorRow &factor = bars.rows().at(row);
        QCOMPARE(bars.table()->item(row, 0)->text(), factor.label);
        QCOMPARE(bars.table()->item(row, 1)->text(), factor.value);
        QCOMPARE(bars.table()->item(row, 2)->text(), pointsText(factor.points));
    }
    QTest::keyClick(toggle, Qt::Key_Space);
    QVERIFY(bars.chart()->isVisible());
}

void TestWidgets::barsKeepFocusAndRowWhenTheTableIsShown()
{
    FactorBars bars;
    bars.setRows(mockedRows());
    bars.show();
    bars.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&bars));
    bars.chart()->setFocus();
    QTRY_VERIFY(bars.chart()->hasFocus());
    bars.chart()->setCurrentRow(3);
    bars.setTableShown(true);
    QVERIFY(bars.table()->hasFocus());
    QCOMPARE(bars.table()->currentRow(), 3);
    QTest::keyClick(bars.table(), Qt::Key_Down);
    bars.setTableShown(false);
    QVERIFY(bars.chart()->hasFocus());
    QCOMPARE(bars.chart()->currentRow(), 4);
}

void TestWidgets::pointsCarryTheirSignTwice()
{
    QCOMPARE(pointsText(38), QString::fromUtf8("▲ +38"));
    QCOMPARE(pointsText(-44), QString::fromUtf8("▼ −44"));
    QCOMPARE(pointsText(0.4), QString("0"));
    QCOMPARE(pointsText(-0.6), QString::fromUtf8("▼ −1"));
}

void TestWidgets::longTextsAreElidedAndKeptInTheToolTip()
{
    ElidedLabel label;
    const QString text = "points, compared with applicants who just passed";
    label.setFullText(text);
    label.resize(label.sizeHint());
    label.show();
    QCOMPARE(label.text(), text);
    QVERIFY(label.toolTip().isEmpty());
    label.resize(label.sizeHint().width() / 2, label.height());
    QVERIFY(label.text().endsWith(QChar(0x2026)) && label.text() != text);
    QCOMPARE(label.toolTip(), text);
    QCOMPARE(label.accessibleName(), text);
}

void TestWidgets::picturesOfBothThemes_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestWidgets::picturesOfBothThemes()
{
    QFETCH(bool, dark);
    Theme::apply(*qApp, dark ? ThemeKind::Dark : ThemeKind::Light);

    std::unique_ptr<QFrame> gauges(card());
    for (const auto &[score, zones] :
         {std::pair{std::optional(612), ScoreZones{}}, std::pair{std::optional(1000), ScoreZones{}},
          std::pair{std::optional(131), ScoreZones{450, 460, 470}},
          std::pair{std::optional<int>(), ScoreZones{60, 500, 940}}}) {
        auto *gauge = new RiskGauge;
        gauge->setValue(score, zones);
        gauges->layout()->addWidget(gauge);
    }
    gauges->resize(484, gauges->sizeHint().height());
    gauges->show();
    QVERIFY(savePicture(*gauges, "gauge"));

    for (const auto &[name, rows, width] :
         {std::tuple{"factors", mockedRows(), 756}, std::tuple{"factors-serbian", serbianRows(), 560}}) {
        std::unique_ptr<QFrame> frame(card());
        auto *bars = new FactorBars;
        bars->setRows(rows);
        bars->setCaption(QString::fromUtf8("points, compared with applicants who just passed · starts at 605"));
        frame->layout()->addWidget(bars);
        frame->resize(width, frame->sizeHint().height());
        frame->show();
        QVERIFY(savePicture(*frame, name));
        frame->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(frame.get()));
        bars->chart()->setFocus();
        bars->chart()->setCurrentRow(1);
        QVERIFY(savePicture(*frame, QString(name) + "-focused"));
        bars->setTableShown(true);
        QCoreApplication::processEvents();
        frame->resize(width, frame->sizeHint().height());
        QVERIFY(savePicture(*frame, QString(name) + "-table"));
    }
    Theme::apply(*qApp, ThemeKind::Light);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Theme::apply(application, ThemeKind::Light);
    TestWidgets test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_widgets.moc"

#include "tests/ui/WidgetPictures.h"
#include "ui/delegates/NumberDelegate.h"
#include "ui/delegates/ScoreDelegate.h"
#include "ui/delegates/SlaBadgeDelegate.h"
#include "ui/delegates/TabularText.h"
#include "ui/models/CellRoles.h"
#include "ui/models/SlaText.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QPainter>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

using namespace countersign;

namespace {

struct Case {
    const char *name;
    const char *number;
    const char *amount;
    int months;
    int score;
    qint64 secondsLeft;
    SlaState state;
};

constexpr Case kCases[] = {
    {"Jelena Stanković", "APP-2026-001198", "5.400.000,00 RSD", 84, 741, -18 * 60, SlaState::Breached},
    {"Marko Petrović", "APP-2026-001234", "1.200.000,00 RSD", 48, 612, 42 * 60, SlaState::Approaching},
    {"Nikola Đorđević", "APP-2026-001240", "980.000,00 RSD", 36, 655, 130 * 60, SlaState::Ok},
    {"Milica Radovanović-Stojanović", "APP-2026-001252", "111.111,11 RSD", 60, 1000, 200 * 60, SlaState::Ok},
    {"Petar Kovačević", "APP-2026-001260", "310.000,00 RSD", 18, -1, 251 * 60, SlaState::Paused},
    {"Sara Nikolić", "APP-2026-001274", "760.000,00 RSD", 36, 0, 70 * 3600, SlaState::Ok},
};

enum Column { Name, Number, Amount, Months, Score, Sla, ColumnCount };

void fill(QStandardItemModel &model)
{
    model.setHorizontalHeaderLabels({"Applicant", "Application", "Amount", "Months", "Score", "SLA"});
    for (const Case &entry : kCases) {
        QList<QStandardItem *> row;
        for (const QString &text : {QString(entry.name), QString(entry.number), QString(entry.amount),
                                    QString::number(entry.months), QString("none"), QString()})
            row << new QStandardItem(text);
        row[Name]->setData(true, BoldRole);
        row[Number]->setData(true, MutedRole);
        if (entry.score >= 0)
            row[Score]->setData(entry.score, ScoreRole);
        row[Score]->setData(480, DeclineMaxRole);
        row[Score]->setData(720, ApproveMinRole);
        row[Sla]->setData(entry.secondsLeft, SecondsLeftRole);
        row[Sla]->setData(int(entry.state), SlaStateRole);
        model.appendRow(row);
    }
    for (const int column : {Amount, Months})
        model.setHeaderData(column, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    for (const int column : {Name, Number, Score, Sla})
        model.setHeaderData(column, Qt::Horizontal, int(Qt::AlignLeft | Qt::AlignVCenter), Qt::TextAlignmentRole);
}

void dress(QTableView &table)
{
    table.setShowGrid(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table.verticalHeader()->hide();
    table.horizontalHeader()->setHighlightSections(false);
    table.setItemDelegate(new RowDelegate(&table));
    table.setItemDelegateForColumn(Amount, new NumberDelegate(&table));
    table.setItemDelegateForColumn(Months, new NumberDelegate(&table));
    table.setItemDelegateForColumn(Score, new ScoreDelegate(&table));
    table.setItemDelegateForColumn(Sla, new SlaBadgeDelegate(&table));
    table.resizeColumnsToContents();
    table.resizeRowsToContents();
    table.horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
}

QImage painted(const QString &text, Qt::Alignment alignment, QFont font, qreal width = 300)
{
    QImage image(int(width), 40, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(font);
    painter.setPen(Qt::black);
    tabular::draw(painter, QRectF(0, 0, width, 40), alignment, text);
    return image;
}

bool hasColour(const QImage &image, const QColor &colour)
{
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixel(x, y) == colour.rgb())
                return true;
    return false;
}

} // namespace

class TestDelegates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void digitsAreAllOfOneWidth();
    void digitsStandUnderEachOther();
    void aNumberThatDoesNotFitIsElided();
    void columnsAreAsWideAsTheirCellsNeed();
    void badgesCarryTheColourOfTheirState_data();
    void badgesCarryTheColourOfTheirState();
    void theRowWithTheFocusIsMarked();
    void scoreCellsWithoutAScoreShowTheirText();
    void paintingAScreenOfCellsIsQuick();
    void picturesOfBothThemes();

private:
    QImage cell(Column column, int row);

    QStandardItemModel m_model;
    QTableView m_table;
};

void TestDelegates::initTestCase()
{
    fill(m_model);
    m_table.setModel(&m_model);
    dress(m_table);
    const int rows = m_table.verticalHeader()->length() + m_table.horizontalHeader()->sizeHint().height();
    m_table.resize(860, rows);
    m_table.show();
}

QImage TestDelegates::cell(Column column, int row)
{
    const QRect rect = m_table.visualRect(m_model.index(row, column));
    return m_table.viewport()->grab(rect).toImage();
}

void TestDelegates::digitsAreAllOfOneWidth()
{
    const QFont font = QApplication::font();
    QVERIFY(QFontMetricsF(font).horizontalAdvance("1111") != QFontMetricsF(font).horizontalAdvance("0000"));
    for (int digit = 0; digit < 10; ++digit)
        QCOMPARE(tabular::width(QString(4, QLatin1Char(char('0' + digit))), font), tabular::width("8888", font));
    QCOMPARE(tabular::width("RSD", font), QFontMetricsF(font).horizontalAdvance("RSD"));
    QCOMPARE(tabular::width(QString(), font), 0.0);
}

void TestDelegates::digitsStandUnderEachOther()
{
    // All but the last digit is the same place in both: what follows a digit does not depend on which it is.
    const QFont font = QApplication::font();
    const QImage narrow = painted("111,77", Qt::AlignRight, font);
    const QImage wide = painted("808,77", Qt::AlignRight, font);
    const int from = 300 - int(tabular::width(",77", font));
    QCOMPARE(narrow.copy(from, 0, 300 - from, 40), wide.copy(from, 0, 300 - from, 40));
    QVERIFY(narrow != wide);
}

void TestDelegates::aNumberThatDoesNotFitIsElided()
{
    const QFont font = QApplication::font();
    QVERIFY(painted("1.200.000,00 RSD", Qt::AlignRight, font, 60)
            != painted("1.200.000,99 RSD", Qt::AlignRight, font, 300).copy(0, 0, 60, 40));
    QCOMPARE(painted("1.200.000,00 RSD", Qt::AlignRight, font, 60),
             painted("1.200.000,77 RSD", Qt::AlignRight, font, 60));
}

void TestDelegates::columnsAreAsWideAsTheirCellsNeed()
{
    QCOMPARE(m_table.rowHeight(0), measure::kRow);
    QCOMPARE(RowDelegate::rowHeight(m_table.fontMetrics()), measure::kRow);
    const qreal amount = tabular::width("5.400.000,00 RSD", m_table.font()) + 2 * measure::kGap;
    QVERIFY(m_table.columnWidth(Amount) >= amount && m_table.columnWidth(Amount) <= amount + 3);
    QFont large = m_table.font();
    large.setPixelSize(26);
    QCOMPARE(RowDelegate::rowHeight(QFontMetrics(large)), qRound(QFontMetrics(large).height() * 2.25));
}

void TestDelegates::badgesCarryTheColourOfTheirState_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<QString>("text");
    const Theme &theme = Theme::of(ThemeKind::Light);
    QTest::newRow("breached") << 0 << theme.breachSoft << "! 18 min late";
    QTest::newRow("approaching") << 1 << theme.warningSoft << "! 42 min left";
    QTest::newRow("in time") << 2 << theme.sunken << "2 h 10 left";
    QTest::newRow("paused") << 4 << theme.sunken << "paused";
}

void TestDelegates::badgesCarryTheColourOfTheirState()
{
    QFETCH(int, row);
    QFETCH(QColor, ground);
    QFETCH(QString, text);
    QVERIFY(hasColour(cell(Sla, row), ground));
    QCOMPARE(slaText(kCases[row].secondsLeft, kCases[row].state), text);
    for (const QColor &other : {Theme::current().breachSoft, Theme::current().warningSoft})
        QVERIFY(other == ground || !hasColour(cell(Sla, row), other));
}

void TestDelegates::theRowWithTheFocusIsMarked()
{
    const QColor accent = Theme::current().accent;
    m_table.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_table));
    m_table.setFocus();
    m_table.selectRow(0);
    QTest::keyClick(&m_table, Qt::Key_Down);
    QCOMPARE(m_table.currentIndex().row(), 1);
    for (const Column column : {Name, Amount, Score, Sla}) {
        QVERIFY(hasColour(cell(column, 1), accent) && hasColour(cell(column, 1), Theme::current().accentSoft));
        QVERIFY(!hasColour(cell(column, 0), accent));
    }
    m_table.clearFocus();
    QVERIFY(!hasColour(cell(Name, 1), accent));
    QVERIFY(hasColour(cell(Name, 1), Theme::current().accentSoft));
}

void TestDelegates::scoreCellsWithoutAScoreShowTheirText()
{
    const Theme &theme = Theme::current();
    QVERIFY(hasColour(cell(Score, 0), theme.lowersSoft) && hasColour(cell(Score, 0), theme.raisesSoft));
    QVERIFY(!hasColour(cell(Score, 4), theme.lowersSoft));
    m_model.item(4, Score)->setText("no score");
    const QImage renamed = cell(Score, 4);
    m_model.item(4, Score)->setText("none");
    QVERIFY(renamed != cell(Score, 4));
}

void TestDelegates::paintingAScreenOfCellsIsQuick()
{
    QStandardItemModel many;
    for (int i = 0; i < 8; ++i)
        fill(many);
    QTableView table;
    table.setModel(&many);
    dress(table);
    table.resize(1200, 36 * 30);
    table.show();
    table.grab();
    QElapsedTimer timer;
    timer.start();
    constexpr int kTimes = 5;
    for (int i = 0; i < kTimes; ++i)
        table.viewport()->grab();
    const double each = double(timer.nsecsElapsed()) / 1e6 / kTimes;
    qInfo("30 rows of 6 columns: %.1f ms", each);
    QVERIFY2(each < 50, "the window must never be held up for longer");
}

void TestDelegates::picturesOfBothThemes()
{
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark}) {
        Theme::apply(*qApp, kind);
        m_table.selectRow(1);
        m_table.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_table));
        m_table.setFocus();
        QVERIFY(savePicture(m_table, "queue-cells-focused"));
        m_table.clearFocus();
        QVERIFY(savePicture(m_table, "queue-cells"));
    }
    Theme::apply(*qApp, ThemeKind::Light);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Theme::apply(application, ThemeKind::Light);
    TestDelegates test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_delegates.moc"

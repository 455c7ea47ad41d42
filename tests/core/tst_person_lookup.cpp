#include "core/application/PersonLookup.h"

#include <QTest>

using namespace countersign;

class TestPersonLookup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void spellingsOfTheSameAreOneForm();
    void aSearchIsTakenForWhatItCouldBe_data();
    void aSearchIsTakenForWhatItCouldBe();
};

void TestPersonLookup::spellingsOfTheSameAreOneForm()
{
    QCOMPARE(nationalIdForm(QStringLiteral("1503 985-71/00.01")), QStringLiteral("1503985710001"));
    QCOMPARE(nationalIdForm(QStringLiteral("ab12345c")), QStringLiteral("AB12345C"));
    QCOMPARE(emailForm(QStringLiteral(" Zivka@Mail.Example ")), QStringLiteral("zivka@mail.example"));
    QCOMPARE(phoneForm(QStringLiteral("+381 (64) 123-4567")), QStringLiteral("+381641234567"));
}

void TestPersonLookup::aSearchIsTakenForWhatItCouldBe_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("is");
    QTest::newRow("national id") << "1503985710001"
                                 << "n";
    QTest::newRow("national id with blanks") << " 1503 985 710001 "
                                             << "n";
    QTest::newRow("external id") << "APP-2026-000001"
                                 << "n";
    QTest::newRow("too short") << "1503"
                               << "";
    QTest::newRow("name") << "Petrović"
                          << "";
    QTest::newRow("name in ASCII") << "Petrovic"
                                   << "";
    QTest::newRow("address") << "zivka@mail.example"
                             << "e";
    QTest::newRow("half an address") << "zivka@mail"
                                     << "";
    QTest::newRow("phone") << "+381641234567"
                           << "p";
    QTest::newRow("phone with signs") << "+381 (64) 123-4567"
                                      << "p";
    QTest::newRow("phone without plus") << "0641234567"
                                        << "n";
}

void TestPersonLookup::aSearchIsTakenForWhatItCouldBe()
{
    QFETCH(QString, text);
    QFETCH(QString, is);
    QCOMPARE(looksLikeNationalId(text), is.contains(u'n'));
    QCOMPARE(looksLikeEmail(text), is.contains(u'e'));
    QCOMPARE(looksLikePhone(text), is.contains(u'p'));
}

QTEST_GUILESS_MAIN(TestPersonLookup)
#include "tst_person_lookup.moc"

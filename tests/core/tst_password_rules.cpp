// What passwords are taken.
#include "core/access/FirstGuesses.h"
#include "core/access/PasswordRules.h"

#include <QtTest>

using namespace countersign;

class TestPasswordRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesTheRuleThatIsBroken_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("code"); // empty: it will do
        QTest::newRow("empty") << "" << "too_short";
        QTest::newRow("eleven") << "gRm7-vQx2kT" << "too_short";
        QTest::newRow("twelve") << "gRm7-vQx2kTz" << "";
        QTest::newRow("twelve code points in more bytes") << QString::fromUtf8("žđšćč-ЖЯ-😀х7") << "";
        QTest::newRow("eleven code points in more units") << QString::fromUtf8("😀😁😂😃😄😅😆😇😈😉😊") << "too_short";
        QTest::newRow("1024 bytes") << QStringLiteral("ab3-X").repeated(204) + QStringLiteral("abcd") << "";
        QTest::newRow("1025 bytes") << QStringLiteral("ab3-X").repeated(205) << "too_long";
        QTest::newRow("1025 bytes in fewer characters") << QString::fromUtf8("žab3-Xđ").repeated(114) << "too_long";
        QTest::newRow("one character") << QString(20, QLatin1Char('k')) << "too_common";
        QTest::newRow("four characters") << QStringLiteral("wgkm").repeated(5) << "too_common";
        QTest::newRow("address") << "7-ana.petrovic-7x" << "contains_address";
        QTest::newRow("address in capitals") << "ANA.PETROVIC-kvq7" << "contains_address";
        QTest::newRow("a passphrase") << "otter trombone violet kiosk" << "";
    }
    void namesTheRuleThatIsBroken()
    {
        QFETCH(QString, password);
        QFETCH(QString, code);
        const auto fault = passwordFault(password, QStringLiteral("ana.petrovic@alpha.example"), QStringLiteral("new_password"));
        QCOMPARE(fault ? fault->code : QString(), code);
        if (fault)
            QCOMPARE(fault->path, QStringLiteral("new_password"));
    }

    void answersForEachRuleByItself()
    {
        const QString email = QStringLiteral("ana.petrovic@alpha.example");
        QVERIFY(!keepsRule(PasswordRule::LongEnough, QStringLiteral("gRm7-"), email));
        QVERIFY(keepsRule(PasswordRule::NotCommon, QStringLiteral("gRm7-"), email));
        QVERIFY(!keepsRule(PasswordRule::NotCommon, QStringLiteral("password"), email));
        QVERIFY(keepsRule(PasswordRule::NotTooLong, QStringLiteral("ana.petrovic"), email));
        QVERIFY(!keepsRule(PasswordRule::NotTheAddress, QStringLiteral("ana.petrovic"), email));
    }

    void aShortAddressForbidsNothing()
    {
        QVERIFY(!passwordFault(QStringLiteral("quince-ana-trombone"), QStringLiteral("ana@alpha.example"), {}));
    }

    void knowsWhatIsTriedFirst_data()
    {
        QTest::addColumn<bool>("common");
        for (const char *text : {"passwordpassword", "Password1234!", "P@ssw0rd2026!", "123456789012", "qwertyuiop123", "Welcome-2026-!", "iloveyou12345",
                                 "letmein!letmein!", "admin admin 123", "Partizan1945!!", "Lozinka12345!"})
            QTest::newRow(text) << true;
        QTest::newRow("Šifra-Šifra-12") << true;
        for (const char *text : {"gRm7-vQx2kTz", "otter trombone violet kiosk", "passwrd-kestrel", "correct staple 7 Battery"})
            QTest::newRow(text) << false;
    }
    void knowsWhatIsTriedFirst()
    {
        QFETCH(bool, common);
        QCOMPARE(isMadeOfCommonWords(QString::fromUtf8(QTest::currentDataTag())), common);
    }
};

QTEST_APPLESS_MAIN(TestPasswordRules)
#include "tst_password_rules.moc"

// Masks, differences and the canonical form of the record of changes.
#include "core/api/TenantDtos.h"
#include "core/audit/AuditDiff.h"
#include "core/audit/AuditEntry.h"
#include "core/audit/AuditedFields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QtTest>

using namespace countersign;

namespace {

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

Q_DECLARE_METATYPE(countersign::MaskKind)

class TestAudit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void plan_1_3_3_masksAreExact_data()
    {
        QTest::addColumn<MaskKind>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("email") << MaskKind::Email << "marko@" "domain.com" << "***@domain.com";
        QTest::newRow("two at signs") << MaskKind::Email << "a@b@" "domain.com" << "***@domain.com";
        QTest::newRow("no email") << MaskKind::Email << "marko" << "***";
        QTest::newRow("phone") << MaskKind::Phone << "+381641234567" << "+381******67";
        QTest::newRow("short phone") << MaskKind::Phone << "1234567" << "******67";
        QTest::newRow("shorter phone") << MaskKind::Phone << "12345" << "******";
        QTest::newRow("national id") << MaskKind::NationalId << "1503985710001" << "1503*********";
        QTest::newRow("short national id") << MaskKind::NationalId << "15039" << "*********";
        QTest::newRow("name") << MaskKind::Name << QStringLiteral("Marković") << QStringLiteral("Ma***ć");
        QTest::newRow("composed of surrogates") << MaskKind::Name << QString::fromUcs4(U"𐐀𐐁𐐂𐐃𐐄") << QString::fromUcs4(U"𐐀𐐁***𐐄");
        QTest::newRow("four letters") << MaskKind::Name << "Anja" << "A***";
        QTest::newRow("two letters") << MaskKind::Name << "Bo" << "B***";
        QTest::newRow("one letter") << MaskKind::Name << "B" << "***";
        QTest::newRow("nothing") << MaskKind::Name << "" << "***";
        QTest::newRow("code") << MaskKind::Code << "borderline_score" << "borderline_score";
        QTest::newRow("words") << MaskKind::Code << "Marko called" << "***";
        QTest::newRow("digits are no code") << MaskKind::Code << "1503985710001" << "***";
        QTest::newRow("hidden") << MaskKind::Hidden << "anything" << "***";
    }
    void plan_1_3_3_masksAreExact()
    {
        QFETCH(MaskKind, kind);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(masked(kind, text), expected);
    }
    void noMaskedTextIsEverShownWhole()
    {
        for (const MaskKind kind : {MaskKind::Email, MaskKind::Phone, MaskKind::NationalId, MaskKind::Name, MaskKind::Hidden})
            for (int length = 1; length <= 20; ++length) {
                const QString text = QStringLiteral("+ab1defghijklmnopqrst").left(length);
                QVERIFY2(!masked(kind, text).contains(text), qPrintable(text));
            }
    }
    void aFieldThatIsNotListedIsHidden()
    {
        const QJsonObject shown = maskedFields(QLatin1String("application"), object(R"({"score": 612, "favourite_colour": "blue", "shoe_size": 43,
            "inner": {"new": true}, "list": ["a", 1], "nothing": null})"));
        QCOMPARE(shown, object(R"({"score": 612, "favourite_colour": "***", "shoe_size": "***", "inner": {"new": "***"}, "list": ["***", "***"],
            "nothing": null})"));
        QCOMPARE(maskedFields(QLatin1String("spaceship"), object(R"({"score": 612})")), object(R"({"score": "***"})"));
    }
    /// An auditor must see what an administrator changed: not one setting of a tenant hides behind stars.
    void everySettingOfATenantIsShown()
    {
        api::TenantInfo tenant;
        tenant.portfolioBadRate = 0.04;
        tenant.slaCalendar.holidays = {QDate(2027, 1, 7)};
        tenant.authorityLimits = {Amount::whole(1), Amount::whole(2)};
        QJsonObject settings = Codec<api::TenantInfo>::write(tenant).toObject();
        for (const char *constant : {"id", "slug", "created_at", "version"})
            settings.remove(QLatin1String(constant));
        const QByteArray shown = QJsonDocument(maskedFields(QLatin1String("tenant"), settings)).toJson();
        QVERIFY2(!shown.contains("***"), shown.constData());
    }
    void everyFieldIsListedOnce()
    {
        QSet<QByteArray> seen;
        for (const AuditedField &row : auditedFields()) {
            const QByteArray key = QByteArray(row.entity) + '/' + row.field;
            QVERIFY2(!seen.contains(key), key.constData());
            seen.insert(key);
        }
    }
    void innerFieldsHaveTheirOwnMask()
    {
        const QJsonObject shown = maskedFields(QLatin1String("application"), object(R"({"applicant_data": {"personal": {"last_name": "Marković",
            "national_id": "1503985710001", "email": "m@domain.example", "phone": "+381641234567", "date_of_birth": "1985-03-15"}}})"));
        QCOMPARE(shown, object(R"({"applicant_data": {"personal": {"last_name": "Ma***ć", "national_id": "1503*********",
            "email": "***@domain.example", "phone": "+381******67", "date_of_birth": "***"}}})"));
    }
    void theDifferenceHoldsWhatChanged()
    {
        QCOMPARE(auditDiff(object(R"({"a": 1, "b": 2, "c": {"d": 3, "e": [1]}, "gone": true})"),
                           object(R"({"a": 1, "b": 5, "c": {"d": 3, "e": [1, 2]}, "came": "x"})")),
                 object(R"({"b": {"old": 2, "new": 5}, "c.e": {"old": [1], "new": [1, 2]}, "gone": {"old": true, "new": null},
                            "came": {"old": null, "new": "x"}})"));
        QCOMPARE(auditDiff(object(R"({"a": {"b": 1}})"), object(R"({"a": 2})")), object(R"({"a": {"old": {"b": 1}, "new": 2}})"));
        QVERIFY(auditDiff(object(R"({"a": 1})"), object(R"({"a": 1})")).isEmpty());
    }
    void aChangeOfAMaskedValueShowsAsAChange()
    {
        const MaskedEntry entry = masked({"user", {}, "changed", object(R"({"email": "old@domain.example", "role": "analyst"})"),
                                          object(R"({"email": "new@domain.example", "role": "analyst"})")});
        QCOMPARE(entry.diff, object(R"({"email": {"old": "***@domain.example", "new": "***@domain.example"}})"));
        QCOMPARE(entry.oldValue, entry.newValue);
    }
    void onlyAnUpdateHasADifference()
    {
        QVERIFY(masked({"user", {}, "created", {}, object(R"({"role": "analyst"})")}).diff.isEmpty());
        QVERIFY(masked({"user", {}, "deleted", object(R"({"role": "analyst"})"), {}}).diff.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"

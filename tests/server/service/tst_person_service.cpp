#include "PersonFixture.h"

#include "core/json/Json.h"
#include "server/service/CaseService.h"
#include "server/service/KeyCheck.h"
#include "server/service/PersonService.h"

#include <QTest>

#include <thread>

using namespace countersign;

class TestPersonService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<PersonFixture>(); }
    void init() { m_bank->sql.run(QStringLiteral("TRUNCATE persons, jobs CASCADE")); }
    void cleanupTestCase() { m_bank.reset(); }

    void everythingComesBackAsItWasSent();
    void nothingReadableIsInTheDatabase();
    void onePersonForAllSpellingsOfANationalId();
    void tenantsShareNoPersons();
    void aRefusedApplicationLeavesNoPerson();
    void manyThreadsSendOnePersonAndOneIsMade();
    void exactSearchesFindThePerson_data();
    void exactSearchesFindThePerson();
    void otherTenantsFindNoPerson();
    void aCopyHoldsEverythingThatWasSent();
    void anotherKeyFileIsRefusedAndNothingIsHalfRead();
    void aRowMovedToAnotherApplicationDoesNotOpen();

private:
    std::unique_ptr<PersonFixture> m_bank;
};

void TestPersonService::everythingComesBackAsItWasSent()
{
    const auto application = m_bank->fullApplication(kToReview);
    const auto read = m_bank->detail(m_bank->send(application));
    QCOMPARE(writeJson(read.applicantData), writeJson(application.applicantData));
    QCOMPARE(read.metadata, application.metadata);
    QCOMPARE(read.applicantName, QStringLiteral("Živka ") + application.applicantData.personal.lastName);
    QVERIFY(!read.personId.isNull());
    QVERIFY(!read.erasedAt);
    QVERIFY(read.queueInfo);
    QCOMPARE(read.queueInfo->applicantName, read.applicantName);
    const auto listed = CaseService(m_bank->context).list(m_bank->analyst, {});
    QVERIFY(listed);
    QCOMPARE(listed->items[0].applicantName, read.applicantName);
    const auto queue = QueueService(m_bank->context).list(m_bank->analyst, {});
    QVERIFY(queue);
    QCOMPARE(queue->items[0].applicantName, read.applicantName);
}

void TestPersonService::nothingReadableIsInTheDatabase()
{
    const auto application = m_bank->fullApplication(kToReview);
    m_bank->send(application);
    const QString rows = m_bank->sql.text(
        QStringLiteral("SELECT to_jsonb(a) - 'search_text' || jsonb_build_object('p', to_jsonb(p), 'l', to_jsonb(l)) "
                       "FROM applications a "
                       "JOIN persons p ON p.id = a.person_id JOIN person_lookups l ON l.person_id = p.id"));
    QVERIFY(!rows.isEmpty());
    const api::Personal &personal = application.applicantData.personal;
    for (const QString &secret :
         {personal.firstName, personal.lastName, personal.nationalId, *personal.email, *personal.phone,
          QStringLiteral("1985-03-15"), QStringLiteral("Knez"), QStringLiteral("Beograd"), QStringLiteral("Elektro"),
          QStringLiteral("Dispatcher"), QStringLiteral("friend")})
        QVERIFY2(!rows.contains(secret, Qt::CaseInsensitive), qPrintable(secret));
    QVERIFY(rows.contains(
        QStringLiteral("\"country\": \"RS\""))); // scoring and statistics need it, and it says nobody's name
}

void TestPersonService::onePersonForAllSpellingsOfANationalId()
{
    auto first = m_bank->application(kToReview);
    first.applicantData.personal.nationalId = QStringLiteral("AB 123-456");
    auto second = m_bank->application(kToReview);
    second.applicantData.personal.nationalId = QStringLiteral("ab123456");
    second.applicantData.personal.firstName = QStringLiteral("Zivka");
    const auto a = m_bank->detail(m_bank->send(first));
    const auto b = m_bank->detail(m_bank->send(second));
    QCOMPARE(a.personId, b.personId);
    QCOMPARE(b.applicantData.personal.firstName, QStringLiteral("Zivka"));
    QCOMPARE(b.applicantData.personal.nationalId, QStringLiteral("ab123456"));
    QVERIFY(m_bank->detail(m_bank->send(m_bank->application(kToReview))).personId != a.personId);
}

void TestPersonService::tenantsShareNoPersons()
{
    const auto application = m_bank->application(kToReview);
    m_bank->send(application);
    QVERIFY(IntakeService(m_bank->context).create(m_bank->betaAnalyst, application));
    QCOMPARE(
        m_bank->sql.value(QStringLiteral("SELECT count(DISTINCT (id, national_id_hash, wrapped_key)) FROM persons"))
            .toInt(),
        2);
}

void TestPersonService::aRefusedApplicationLeavesNoPerson()
{
    const auto application = m_bank->application(kToReview);
    m_bank->send(application);
    auto duplicate = m_bank->application(kToReview);
    duplicate.externalId = application.externalId;
    QVERIFY(!IntakeService(m_bank->context).create(m_bank->sender, duplicate));
    QVERIFY(IntakeService(m_bank->context)
                .createMany(m_bank->sender, {{Codec<api::ApplicationCreate>::write(duplicate).toObject()}}));
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM persons")).toInt(), 1);
}

void TestPersonService::manyThreadsSendOnePersonAndOneIsMade()
{
    QList<api::ApplicationCreate> applications;
    for (int i = 0; i < 16; ++i) {
        applications.append(m_bank->application(kToReview));
        applications[i].applicantData.personal.nationalId =
            QStringLiteral("150398571%1").arg(i % 2, 4, 10, QLatin1Char('7'));
    }
    std::vector<std::thread> threads;
    std::atomic<int> stored = 0;
    for (int i = 0; i < 16; i += 4)
        threads.emplace_back([&, i] {
            api::BatchCreate batch;
            for (int n : {0, 1, 2, 3}) // in both orders, so that a lock taken out of order would show
                batch.items.append(
                    Codec<api::ApplicationCreate>::write(applications[i + (i % 8 == 0 ? n : 3 - n)]).toObject());
            const auto answer = IntakeService(m_bank->context).createMany(m_bank->sender, batch);
            stored += answer ? answer->created : 0;
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(stored.load(), 16);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM persons")).toInt(), 2);
}

void TestPersonService::exactSearchesFindThePerson_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<bool>("finds");
    QTest::newRow("national id") << "NID-77 00" << true;
    QTest::newRow("national id, other spelling") << "nid7700" << true;
    QTest::newRow("part of the national id") << "nid770" << false;
    QTest::newRow("e-mail") << "Someone@Mail.Example" << true;
    QTest::newRow("part of the e-mail") << "omeone@mail.example" << false;
    QTest::newRow("phone") << "+381 64 123 45 67" << true;
    QTest::newRow("another phone") << "+381641234568" << false;
    QTest::newRow("name") << "zivka dordevic" << true;
}

void TestPersonService::exactSearchesFindThePerson()
{
    QFETCH(QString, search);
    QFETCH(bool, finds);
    auto application = m_bank->fullApplication(kToReview);
    application.applicantData.personal.nationalId = QStringLiteral("NID-7700");
    application.applicantData.personal.email = QStringLiteral("someone@mail.example");
    const auto id = m_bank->send(application);
    auto other = m_bank->fullApplication(kToReview);
    other.applicantData.personal = {
        QStringLiteral("Petar"),         QStringLiteral("Petrović"),           QDate(1970, 1, 1),
        QStringLiteral("0101970710006"), QStringLiteral("petar@mail.example"), QStringLiteral("+381600000000")};
    m_bank->send(other);
    QCOMPARE(m_bank->found(search), finds ? QStringList{id.toString()} : QStringList());
    api::ApplicationQuery query;
    query.search = search;
    const auto elsewhere = CaseService(m_bank->context).list(m_bank->betaAnalyst, query);
    QVERIFY(elsewhere);
    QVERIFY(elsewhere->items.isEmpty());
}

void TestPersonService::otherTenantsFindNoPerson()
{
    const PersonId person = m_bank->detail(m_bank->send(m_bank->fullApplication(kApproved))).personId;
    const PersonService persons(m_bank->context);
    const auto erased = m_bank->erase(m_bank->betaAnalyst, person);
    QVERIFY(!erased);
    QCOMPARE(erased.error().code, ErrorCode::NotFound);
    const auto copy = persons.exportAll(m_bank->betaAnalyst, person);
    QVERIFY(!copy);
    QCOMPARE(copy.error().code, ErrorCode::NotFound);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM persons WHERE erased_at IS NULL")).toInt(), 1);
}

void TestPersonService::aCopyHoldsEverythingThatWasSent()
{
    const auto first = m_bank->fullApplication(kApproved);
    auto second = m_bank->fullApplication(kToReview);
    second.applicantData.personal.nationalId = first.applicantData.personal.nationalId;
    const auto id = m_bank->send(first);
    m_bank->clock.advance(std::chrono::minutes(1));
    m_bank->send(second);
    m_bank->send(m_bank->fullApplication(kToReview)); // somebody else's
    const PersonId person = m_bank->detail(id).personId;
    const auto copy = PersonService(m_bank->context).exportAll(m_bank->admin, person);
    QVERIFY(copy);
    QCOMPARE(copy->applications.size(), 2);
    QCOMPARE(copy->applications[0].id, id);
    QCOMPARE(writeJson(copy->applications[0].applicantData), writeJson(first.applicantData));
    QCOMPARE(writeJson(copy->applications[1].applicantData), writeJson(second.applicantData));
    QCOMPARE(copy->applications[0].metadata, first.metadata);
    QCOMPARE(copy->protectedAttributes.size(), 2);
    QCOMPARE(copy->protectedAttributes[0].applicationId, id);
    QCOMPARE(copy->protectedAttributes[0].attributes.maritalStatus, std::optional(QStringLiteral("married")));
    QCOMPARE(m_bank->sql
                 .value(QStringLiteral("SELECT count(*) FROM audit_logs WHERE action = 'exported' AND entity_id = '%1'")
                            .arg(person.toString()))
                 .toInt(),
             1);
}

void TestPersonService::anotherKeyFileIsRefusedAndNothingIsHalfRead()
{
    const auto id = m_bank->send(m_bank->fullApplication(kToReview));
    const KeyRing other = *KeyRing::parse(KeyRing::makeText());
    const auto checked = checkKeys(m_bank->database.daemon(), other, m_bank->clock.now());
    QVERIFY(!checked);
    QCOMPARE(checked.error().reason, QStringLiteral("privacy_key_missing"));
    QVERIFY(checkKeys(m_bank->database.daemon(), m_bank->keys, m_bank->clock.now()));

    const ServiceContext context{m_bank->database.daemon(), m_bank->clock, m_bank->metrics, other};
    const auto read = CaseService(context).detail(m_bank->analyst, id);
    QVERIFY(!read);
    QCOMPARE(read.error().reason, QStringLiteral("unsealable"));
    QVERIFY(!CaseService(context).list(m_bank->analyst, {}));
}

void TestPersonService::aRowMovedToAnotherApplicationDoesNotOpen()
{
    auto first = m_bank->fullApplication(kToReview);
    auto second = m_bank->fullApplication(kToReview);
    second.applicantData.personal.nationalId = first.applicantData.personal.nationalId; // the same key
    const auto a = m_bank->send(first);
    const auto b = m_bank->send(second);
    m_bank->sql.run(QStringLiteral("UPDATE applications t SET sealed_person = s.sealed_person FROM applications s "
                                   "WHERE t.id = '%1' AND s.id = '%2'")
                        .arg(a.toString(), b.toString()));
    const auto read = CaseService(m_bank->context).detail(m_bank->analyst, a);
    QVERIFY(!read);
    QCOMPARE(read.error().reason, QStringLiteral("unsealable"));
    QVERIFY(CaseService(m_bank->context).detail(m_bank->analyst, b));
}

QTEST_GUILESS_MAIN(TestPersonService)
#include "tst_person_service.moc"

// Receiving applications: what is stored with them, what is refused, and that nothing comes in twice.
#include "ServiceFixture.h"

#include "core/json/Json.h"
#include "server/service/BootstrapService.h"

#include <QtTest>

#include <thread>

using namespace countersign;

namespace {

QJsonObject jsonOf(const api::ApplicationCreate &create)
{
    return Codec<api::ApplicationCreate>::write(create).toObject();
}

} // namespace

class TestIntakeService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<ServiceFixture>(); }
    void cleanupTestCase() { m_bank.reset(); }
    void init();

    void plan_2_1_1_validApplicationIsCreated();
    void plan_2_1_1_validationErrorsNameEveryField();
    void everythingIsStoredOrNothing();
    void protectedAttributesAreStoredApart();
    void externalIdsAreMadeWhenAbsent();
    void aTakenExternalIdNamesItsApplication();
    void tenantsShareNoExternalIds();
    void aBatchIsAnsweredItemByItem();
    void aMadeUpExternalIdThatIsTakenMakesWayForTheNext();
    void sixteenThreadsSendTheSameApplicationAndOneIsStored();
    void withoutAPolicyNothingIsReceived();

private:
    int count(const QString &table) { return m_bank->sql.value(QStringLiteral("SELECT count(*) FROM ") + table).toInt(); }
    Result<api::ApplicationCreated> create(const api::ApplicationCreate &application)
    {
        return IntakeService(m_bank->context).create(m_bank->sender, application);
    }

    std::unique_ptr<ServiceFixture> m_bank;
};

void TestIntakeService::init()
{
    m_bank->sql.run(QStringLiteral("TRUNCATE applications, jobs CASCADE"));
    m_bank->wakes = 0;
}

void TestIntakeService::plan_2_1_1_validApplicationIsCreated()
{
    const auto application = m_bank->application(650);
    const auto created = create(application);
    QVERIFY(created);
    QCOMPARE(created->status, ApplicationStatus::Pending);
    QCOMPARE(created->externalId, *application.externalId);
    QCOMPARE(created->createdAt, m_bank->clock.now());
    const auto row = m_bank->sql.row(QStringLiteral("SELECT status, version, search_text, amount_minor, extract(epoch FROM expires_at - created_at)::int, "
                                                    "round(dti_ratio::numeric, 6)::text, created_by::text FROM applications"));
    QCOMPARE(row[0].toString(), QStringLiteral("pending"));
    QCOMPARE(row[1].toInt(), 1);
    QVERIFY(row[2].toString().startsWith(QStringLiteral("zivka djordjevic")));
    QCOMPARE(row[3].toLongLong(), 60'000'000);
    QCOMPARE(row[4].toInt(), 30 * 24 * 3600);
    QCOMPARE(row[5].toString(), QStringLiteral("0.222222"));
    QCOMPARE(row[6].toString(), m_bank->sender.user->toString());
    const QString id = created->id.toString();
    QCOMPARE(m_bank->sql.column(QStringLiteral("SELECT payload ->> 'application_id' FROM jobs WHERE kind = 'score_application' AND state = 'ready'")),
             QList<QVariant>{id});
    QCOMPARE(m_bank->sql.column(QStringLiteral("SELECT action FROM audit_logs WHERE entity_id = '%1'").arg(id)), QList<QVariant>{QStringLiteral("received")});
    QCOMPARE(m_bank->wakes.load(), 1);
}

void TestIntakeService::plan_2_1_1_validationErrorsNameEveryField()
{
    auto application = m_bank->application(650);
    application.applicantData.personal.dateOfBirth = QDate(2010, 1, 1);
    application.loanRequest.currency = *Currency::fromCode(u"EUR");
    const auto refused = create(application);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Invalid);
    QCOMPARE(refused.error().fields.size(), 2);
    QCOMPARE(refused.error().fields[0].path, QStringLiteral("applicant_data.personal.date_of_birth"));
    QCOMPARE(refused.error().fields[1].path, QStringLiteral("loan_request.currency"));
    QCOMPARE(count(QStringLiteral("applications")), 0);
}

/// The job comes last: when it cannot be written, neither application nor audit entry stays.
void TestIntakeService::everythingIsStoredOrNothing()
{
    const int audited = count(QStringLiteral("audit_logs"));
    m_bank->sql.run(QStringLiteral("ALTER TABLE jobs ADD CONSTRAINT refused CHECK (queue <> 'scoring')"));
    const auto failed = create(m_bank->application(650));
    m_bank->sql.run(QStringLiteral("ALTER TABLE jobs DROP CONSTRAINT refused"));
    QVERIFY(!failed);
    QCOMPARE(count(QStringLiteral("applications")), 0);
    QCOMPARE(count(QStringLiteral("protected_attributes")), 0);
    QCOMPARE(count(QStringLiteral("audit_logs")), audited);
    QCOMPARE(m_bank->wakes.load(), 0);
}

void TestIntakeService::protectedAttributesAreStoredApart()
{
    QVERIFY(create(m_bank->application(650)));
    QCOMPARE(m_bank->sql.row(QStringLiteral("SELECT marital_status, sex FROM protected_attributes")), (QList<QVariant>{"married", "female"}));
    const QString rest = m_bank->sql.text(QStringLiteral("SELECT concat(applicant_data, financial_data, credit_bureau_data) FROM applications"));
    QVERIFY(!rest.contains(QStringLiteral("married")));
    QVERIFY(!rest.contains(QStringLiteral("female")));
}

void TestIntakeService::externalIdsAreMadeWhenAbsent()
{
    std::vector<std::thread> threads;
    std::atomic<int> wrong = 0;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([this, &wrong] {
            const QRegularExpression form(QStringLiteral("^APP-2026-[0-9]{6,}$"));
            for (int n = 0; n < 10; ++n) {
                api::ApplicationCreate application;
                {
                    static std::mutex mutex;
                    const std::scoped_lock lock(mutex);
                    application = m_bank->application(650);
                }
                application.externalId.reset();
                const auto created = create(application);
                wrong += created && form.match(created->externalId).hasMatch() ? 0 : 1;
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(count(QStringLiteral("(SELECT DISTINCT external_id FROM applications) AS x")), 40);
}

void TestIntakeService::aTakenExternalIdNamesItsApplication()
{
    auto application = m_bank->application(650);
    const auto first = create(application);
    QVERIFY(first);
    application.loanRequest.amount = Amount::whole(1);
    const auto second = create(application);
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::Conflict);
    QCOMPARE(second.error().reason, QStringLiteral("duplicate_external_id"));
    QVERIFY(second.error().detail.contains(first->id.toString()));
    QCOMPARE(count(QStringLiteral("applications")), 1);
    QCOMPARE(count(QStringLiteral("jobs")), 1);
}

void TestIntakeService::tenantsShareNoExternalIds()
{
    const auto application = m_bank->application(650);
    QVERIFY(create(application));
    QVERIFY(IntakeService(m_bank->context).create(m_bank->betaAnalyst, application));
    QCOMPARE(count(QStringLiteral("applications")), 2);
}

void TestIntakeService::aBatchIsAnsweredItemByItem()
{
    const auto known = create(m_bank->application(650));
    QVERIFY(known);
    const auto good = m_bank->application(650);
    auto again = m_bank->application(650);
    again.externalId = known->externalId;
    auto young = m_bank->application(650);
    young.applicantData.personal.dateOfBirth = QDate(2015, 1, 1);
    auto nameless = m_bank->application(650);
    nameless.externalId.reset();
    QJsonObject broken = jsonOf(m_bank->application(650));
    broken.insert(QStringLiteral("surprise"), 1);

    const auto answer = IntakeService(m_bank->context)
                            .createMany(m_bank->sender, {{jsonOf(good), jsonOf(again), jsonOf(good), jsonOf(young), jsonOf(nameless), broken}});
    QVERIFY(answer);
    QCOMPARE(answer->created, 2);
    QCOMPARE(answer->refused, 4);
    using enum api::BatchItemStatus;
    const QList<api::BatchItemStatus> expected{Created, Duplicate, Duplicate, Invalid, Created, Invalid};
    for (int i = 0; i < expected.size(); ++i) {
        QCOMPARE(answer->items[i].index, i);
        QCOMPARE(answer->items[i].status, expected[i]);
    }
    QCOMPARE(answer->items[1].id, known->id);
    QCOMPARE(answer->items[2].id, answer->items[0].id);
    QCOMPARE(answer->items[3].errors[0].path, QStringLiteral("applicant_data.personal.date_of_birth"));
    QVERIFY(answer->items[4].externalId->startsWith(QStringLiteral("APP-2026-")));
    QCOMPARE(answer->items[5].errors[0].path, QStringLiteral("surprise"));
    QCOMPARE(count(QStringLiteral("applications")), 3);
    QCOMPARE(count(QStringLiteral("jobs")), 3);
    QCOMPARE(count(QStringLiteral("protected_attributes")), 3);
}

void TestIntakeService::aMadeUpExternalIdThatIsTakenMakesWayForTheNext()
{
    auto nameless = m_bank->application(650);
    nameless.externalId.reset();
    const auto before = create(nameless);
    QVERIFY(before);
    const int number = before->externalId.mid(9).toInt();
    auto squatter = m_bank->application(650);
    squatter.externalId = QStringLiteral("APP-2026-%1").arg(number + 1, 6, 10, QLatin1Char('0'));
    QVERIFY(create(squatter));
    const auto answer = IntakeService(m_bank->context).createMany(m_bank->sender, {{jsonOf(m_bank->application(650)), jsonOf(nameless)}});
    QVERIFY(answer);
    QCOMPARE(answer->created, 2);
    QVERIFY(answer->items[1].externalId != squatter.externalId);
    QCOMPARE(count(QStringLiteral("applications")), 4);
}

void TestIntakeService::sixteenThreadsSendTheSameApplicationAndOneIsStored()
{
    const auto application = m_bank->application(650);
    std::vector<std::thread> threads;
    std::atomic<int> created = 0;
    std::atomic<int> duplicates = 0;
    for (int i = 0; i < 16; ++i)
        threads.emplace_back([&] {
            const auto answer = create(application);
            created += answer ? 1 : 0;
            duplicates += !answer && answer.error().reason == QLatin1String("duplicate_external_id") ? 1 : 0;
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(created.load(), 1);
    QCOMPARE(duplicates.load(), 15);
    QCOMPARE(count(QStringLiteral("applications")), 1);
    QCOMPARE(count(QStringLiteral("jobs")), 1);
}

void TestIntakeService::withoutAPolicyNothingIsReceived()
{
    // The sender of another bank, which has not written its policy yet.
    Actor sender = m_bank->sender;
    sender.tenant = *BootstrapService(m_bank->context)
                         .ensureTenant({QStringLiteral("young"), QStringLiteral("Young"), *Currency::fromCode(u"RSD"), QStringLiteral("en"), QStringLiteral("UTC")});
    const auto refused = IntakeService(m_bank->context).create(sender, m_bank->application(650));
    QVERIFY(!refused);
    QCOMPARE(refused.error().reason, QStringLiteral("no_active_policy"));
    QCOMPARE(count(QStringLiteral("applications")), 0);
}

QTEST_GUILESS_MAIN(TestIntakeService)
#include "tst_intake_service.moc"

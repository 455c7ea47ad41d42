#include "ServiceFixture.h"

#include "server/service/BootstrapService.h"
#include "server/service/KeyCheck.h"

namespace countersign {

namespace {

const QString kBundle(64, QLatin1Char('a'));

template <class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().reason), qPrintable(result.error().detail));
    return std::move(*result);
}

void must(Result<void> result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().reason), qPrintable(result.error().detail));
}

Currency dinar()
{
    return *Currency::fromCode(u"RSD");
}

} // namespace

ServiceFixture::ServiceFixture()
    : sql(database.superuserSettings()),
      clock(Instant(std::chrono::sys_days(std::chrono::year(2026) / 11 / 24)) + std::chrono::hours(10)),
      keys(must(KeyRing::parse(KeyRing::makeText()))),
      context{database.daemon(), clock, metrics, keys, [this](JobQueue queue) { wakes += queue == JobQueue::Scoring ? 1 : 0; }},
      scorer(std::make_shared<ScriptedScorer>(kBundle)), alpha(makeTenant(QStringLiteral("alpha"))),
      beta(makeTenant(QStringLiteral("beta"))), admin(person(alpha, QStringLiteral("admin@alpha.example"), Role::Admin)),
      senior(person(alpha, QStringLiteral("senior@alpha.example"), Role::SeniorAnalyst)),
      analyst(person(alpha, QStringLiteral("analyst@alpha.example"), Role::Analyst)),
      otherAnalyst(person(alpha, QStringLiteral("other@alpha.example"), Role::Analyst)),
      sender(person(alpha, QStringLiteral("api@alpha.example"), Role::ApiConsumer)),
      betaAnalyst(person(beta, QStringLiteral("analyst@beta.example"), Role::Analyst))
{
    must(checkKeys(database.daemon(), keys, clock.now()));
    models.set(scorer);
}

TenantId ServiceFixture::makeTenant(const QString &slug)
{
    const BootstrapService bootstrap(context);
    const TenantId tenant = must(bootstrap.ensureTenant({slug, slug, dinar(), QStringLiteral("en"), QStringLiteral("Europe/Belgrade")}));
    must(bootstrap.ensurePolicy(tenant, Policy{}, dinar()));
    must(bootstrap.ensureModel(tenant, kBundle, QString::fromLatin1(kFeatureSet), {}));
    return tenant;
}

Actor ServiceFixture::person(TenantId tenant, const QString &email, Role role)
{
    must(BootstrapService(context).ensureUser(tenant, {email, email.section(QLatin1Char('@'), 0, 0), role, QStringLiteral("x"), false}));
    const QString id = sql.value(QStringLiteral("SELECT id FROM users WHERE email = '%1'").arg(email)).toString();
    return {tenant, UserId::parse(id), permissionsOf(role), QUuid::createUuid(), QString()};
}

Actor ServiceFixture::makePerson(const QString &email, Role role)
{
    return person(alpha, email, role);
}

api::ApplicationCreate ServiceFixture::application(int score, Amount amount)
{
    api::ApplicationCreate create;
    create.externalId = QStringLiteral("T-%1").arg(++m_made);
    create.applicantData.personal = {QStringLiteral("Živka"), QStringLiteral("Đorđević %1").arg(m_made), QDate(1985, 3, 15),
                                     QStringLiteral("150398571%1").arg(m_made, 4, 10, QLatin1Char('0')), QStringLiteral("zivka@mail.example"), {}};
    create.applicantData.employment.yearsEmployed = 3.5;
    create.applicantData.employment.contractType = ContractType::Permanent;
    create.financialData.income = api::Income{Amount::whole(180'000), {}, {}, {}};
    create.financialData.expenses.monthlyObligations = Amount::whole(40'000);
    create.financialData.assets = api::Assets{Amount::whole(score), {}};
    create.protectedAttributes = api::ProtectedAttributes{QStringLiteral("married"), QStringLiteral("female")};
    create.loanRequest = {amount, dinar(), 24, LoanPurpose::Car, {}, {}};
    return create;
}

ApplicationId ServiceFixture::route(int score, Amount amount)
{
    const ApplicationId id = must(IntakeService(context).create(sender, application(score, amount))).id;
    scoreAll();
    return id;
}

void ServiceFixture::scoreAll()
{
    const ScoringService scoring(context, models);
    while (must(scoring.runBatch(256)).jobs > 0) { }
}

QueueId ServiceFixture::entryOf(ApplicationId application)
{
    return *QueueId::parse(sql.value(QStringLiteral("SELECT id FROM analyst_queues WHERE application_id = '%1' ORDER BY created_at DESC LIMIT 1")
                                         .arg(application.toString())).toString());
}

ServiceFixture::Case ServiceFixture::startedCase(int score, const Actor &actor, Amount amount)
{
    const ApplicationId id = route(score, amount);
    const QueueId entry = entryOf(id);
    const QueueService queue(context);
    must(queue.assign(actor, entry, {}, {}));
    must(queue.start(actor, entry, {}));
    return {id, entry, versionOf(id)};
}

QString ServiceFixture::statusOf(ApplicationId application)
{
    return sql.value(QStringLiteral("SELECT status FROM applications WHERE id = '%1'").arg(application.toString())).toString();
}

int ServiceFixture::versionOf(ApplicationId application)
{
    return sql.value(QStringLiteral("SELECT version FROM applications WHERE id = '%1'").arg(application.toString())).toInt();
}

void ServiceFixture::emptyQueue()
{
    sql.run(QStringLiteral("UPDATE analyst_queues SET status = 'cancelled' WHERE status <> 'completed'"));
}

api::DecisionCreate approval(const ServiceFixture::Case &inHand)
{
    api::DecisionCreate decision;
    decision.applicationId = inHand.application;
    decision.applicationVersion = inHand.version;
    decision.decisionOutcome = DecisionOutcome::Approved;
    decision.approvedTerms = api::ApprovedTerms{Amount::whole(600'000), 24, 9.5};
    decision.reasonCodes = {ReasonCode::StableEmployment};
    decision.reasoning = QStringLiteral("Steady income for three years and a car as security.");
    return decision;
}

api::DecisionCreate decline(const ServiceFixture::Case &inHand)
{
    api::DecisionCreate decision;
    decision.applicationId = inHand.application;
    decision.applicationVersion = inHand.version;
    decision.decisionOutcome = DecisionOutcome::Declined;
    decision.reasonCodes = {ReasonCode::DebtToIncomeTooHigh};
    decision.reasoning = QStringLiteral("The monthly obligations leave too little for the payment.");
    return decision;
}

api::DecisionCreate asOverride(api::DecisionCreate decision)
{
    decision.overrideReason = OverrideReason::CompensatingFactors;
    decision.overrideJustification = QStringLiteral("The employer confirmed a new permanent contract that the data do not show yet.");
    return decision;
}

} // namespace countersign

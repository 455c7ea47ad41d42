// Policies: two persons, a simulation in between, one in force, and rules that nobody changes; the stop switch.
#include "ServiceFixture.h"

#include "server/auth/StepUpTokens.h"
#include "server/repo/PolicyRepo.h"
#include "server/service/PolicyService.h"

#include <QtTest>

#include <thread>

using namespace countersign;

namespace {

const QString kReason = QStringLiteral("Fewer referrals before the holidays.");

template <class T>
QString reasonOf(const Result<T> &result)
{
    return result ? QStringLiteral("done") : result.error().reason;
}

Policy looser()
{
    Policy policy;
    policy.autoApproveMin = 700;
    policy.requireReviewPurposes = {LoanPurpose::Education};
    return policy;
}

} // namespace

class TestPolicyService : public QObject {
    Q_OBJECT

    std::unique_ptr<ServiceFixture> m_bank;
    std::unique_ptr<PolicyService> m_policies;
    Actor m_maker;
    Actor m_checker;

    Actor signedIn(const QString &email)
    {
        Actor actor = m_bank->makePerson(email, Role::Admin);
        actor.session = SessionId(QUuid::createUuid());
        m_bank->sql.run(
            QStringLiteral(
                "INSERT INTO sessions (id, tenant_id, user_id, token_hash, family_key, created_at, rotated_at, expires_at) "
                "VALUES ('%1', '%2', '%3', sha256('a'), sha256('b'), now(), now(), now() + interval '12 hours')")
                .arg(actor.session->toString(), actor.tenant.toString(), actor.user->toString()));
        return actor;
    }
    /// The actor with a fresh proof of who he is.
    Actor proven(Actor actor, StepUpAction action, const QUuid &object)
    {
        const auto token = UnitOfWork::run<QString>(m_bank->context, actor, [&](UnitOfWork &unit) {
            return StepUpTokens(unit.transaction(), unit.actor()).issue({action, object});
        });
        actor.stepUp = *token;
        return actor;
    }
    api::PolicyInfo draft(const Policy &rules = looser()) { return *m_policies->create(m_maker, {rules, kReason}); }
    api::PolicyInfo approved(const Policy &rules = looser())
    {
        const api::PolicyInfo policy = draft(rules);
        if (!m_policies->simulate(m_maker, policy.id, {}))
            qFatal("cannot simulate");
        return *m_policies->approve(proven(m_checker, StepUpAction::PolicyApproval, policy.id.uuid()), policy.id);
    }
    Result<api::PolicyInfo> activate(const Actor &actor, PolicyId id)
    {
        return m_policies->activate(proven(actor, StepUpAction::PolicyActivation, id.uuid()), id);
    }
    int versionInForce()
    {
        return m_bank->sql
            .value(QStringLiteral("SELECT version FROM decision_thresholds WHERE tenant_id = '%1' AND state = 'active'")
                       .arg(m_bank->alpha.toString()))
            .toInt();
    }

private Q_SLOTS:
    void init()
    {
        m_bank = std::make_unique<ServiceFixture>();
        m_policies = std::make_unique<PolicyService>(m_bank->context);
        m_maker = signedIn(QStringLiteral("maker@alpha.example"));
        m_checker = signedIn(QStringLiteral("checker@alpha.example"));
    }
    void cleanup()
    {
        m_policies.reset();
        m_bank.reset();
    }

    void goesFromADraftIntoForce()
    {
        const api::PolicyInfo made = draft();
        QCOMPARE(made.version, 2);
        QCOMPARE(made.state, PolicyState::Draft);
        QCOMPARE(made.createdBy->id, *m_maker.user);
        QCOMPARE(made.reason, kReason);
        Policy rules = made.rules;
        rules.version = 1;
        QVERIFY(rules == looser());
        QCOMPARE(versionInForce(), 1);
        QVERIFY(m_policies->simulate(m_maker, made.id, {}));
        const auto simulated = m_policies->get(m_maker, made.id);
        QCOMPARE(simulated->state, PolicyState::Simulated);
        QVERIFY(simulated->simulation);
        const auto agreed =
            m_policies->approve(proven(m_checker, StepUpAction::PolicyApproval, made.id.uuid()), made.id);
        QCOMPARE(reasonOf(agreed), QStringLiteral("done"));
        QCOMPARE(agreed->approvedBy->id, *m_checker.user);
        QCOMPARE(versionInForce(), 1);
        const auto active = activate(m_maker, made.id);
        QCOMPARE(reasonOf(active), QStringLiteral("done"));
        QCOMPARE(active->state, PolicyState::Active);
        QCOMPARE(versionInForce(), 2);
        const auto all = m_policies->list(m_maker, {});
        QCOMPARE(all->total, 2);
        QCOMPARE(all->items[0].version, 2);
        QCOMPARE(all->items[1].state, PolicyState::Retired);
        QVERIFY(all->items[1].retiredAt);
        QVERIFY(!all->items[1].createdBy);
    }
    void whatIsRoutedNextFollowsThePolicyInForce()
    {
        const ApplicationId before = m_bank->route(710);
        QCOMPARE(m_bank->statusOf(before), QStringLiteral("review"));
        QCOMPARE(reasonOf(activate(m_checker, approved().id)), QStringLiteral("done"));
        QCOMPARE(m_bank->statusOf(m_bank->route(710)), QStringLiteral("approved"));
        QCOMPARE(m_bank->statusOf(before), QStringLiteral("review"));
    }
    void nobodyApprovesHisOwn()
    {
        const api::PolicyInfo made = draft();
        QVERIFY(m_policies->simulate(m_maker, made.id, {}));
        const Actor maker = proven(m_maker, StepUpAction::PolicyApproval, made.id.uuid());
        QCOMPARE(reasonOf(m_policies->approve(maker, made.id)), QStringLiteral("four_eyes"));
        // And the database says so by itself.
        const QString update = QStringLiteral("UPDATE decision_thresholds SET state = 'approved', approved_by = "
                                              "created_by, approved_at = now() WHERE id = '%1'");
        QVERIFY(m_bank->sql.failureOf(update.arg(made.id.toString()))
                    .contains(QStringLiteral("decision_thresholds_four_eyes")));
    }
    void everyStepNeedsAFreshProof()
    {
        const api::PolicyInfo made = draft();
        QVERIFY(m_policies->simulate(m_maker, made.id, {}));
        QCOMPARE(reasonOf(m_policies->approve(m_checker, made.id)), QStringLiteral("step_up_required"));
        const Actor other = proven(m_checker, StepUpAction::PolicyApproval, draft().id.uuid());
        QCOMPARE(reasonOf(m_policies->approve(other, made.id)), QStringLiteral("step_up_required"));
        const Actor once = proven(m_checker, StepUpAction::PolicyApproval, made.id.uuid());
        QCOMPARE(reasonOf(m_policies->approve(once, made.id)), QStringLiteral("done"));
        QCOMPARE(reasonOf(m_policies->activate(once, made.id)), QStringLiteral("step_up_required"));
        QCOMPARE(reasonOf(activate(m_checker, made.id)), QStringLiteral("done"));
    }
    void noStateIsLeftOut()
    {
        const api::PolicyInfo made = draft();
        QCOMPARE(
            reasonOf(m_policies->approve(proven(m_checker, StepUpAction::PolicyApproval, made.id.uuid()), made.id)),
            QStringLiteral("bad_transition"));
        QCOMPARE(reasonOf(activate(m_checker, made.id)), QStringLiteral("bad_transition"));
        const api::PolicyInfo first = approved();
        QCOMPARE(reasonOf(activate(m_checker, first.id)), QStringLiteral("done"));
        QCOMPARE(reasonOf(activate(m_checker, approved().id)), QStringLiteral("done"));
        QCOMPARE(reasonOf(activate(m_checker, first.id)), QStringLiteral("bad_transition")); // retired
        QVERIFY(m_bank->sql
                    .failureOf(QStringLiteral("UPDATE decision_thresholds SET state = 'approved' WHERE state = 'draft'"))
                    .contains(QStringLiteral("decision_thresholds_signed")));
    }
    void theRulesOfAVersionStayAsTheyAre()
    {
        const api::PolicyInfo made = draft();
        for (const char *change :
             {"auto_approve_min = 999", "reason = ''", "require_review_purposes = '{}'", "created_by = 'system'"})
            QVERIFY(m_bank->sql
                        .failureOf(QStringLiteral("UPDATE decision_thresholds SET %1 WHERE id = '%2'")
                                     .arg(QLatin1String(change), made.id.toString()))
                        .contains(QStringLiteral("decision_thresholds_immutable")));
        QVERIFY(
            m_bank->sql.failureOf(QStringLiteral("UPDATE decision_thresholds SET state = 'draft' WHERE state = 'active'"))
                .contains(QStringLiteral("decision_thresholds_immutable")));
    }
    void contradictionsAreNamed()
    {
        Policy upsideDown;
        upsideDown.autoApproveMin = 400;
        const auto refused = m_policies->create(m_maker, {upsideDown, kReason});
        QCOMPARE(refused.error().code, ErrorCode::Invalid);
        QCOMPARE(refused.error().fields.first().path, QStringLiteral("rules.recommendation_cutoff"));
    }
    void plan_2_1_1_simulatingThePolicyInForceReproducesItsRoutes()
    {
        for (int score = 0; score <= 1000; score += 20)
            m_bank->route(score, score % 200 == 0 ? Amount::whole(2'500'000) : Amount::whole(600'000));
        m_bank->sql.run(QStringLiteral("UPDATE tenants SET automation = 'approve_only'"));
        m_bank->route(300);
        m_bank->sql.run(QStringLiteral("UPDATE tenants SET automation = 'off'"));
        m_bank->route(900);
        const PolicyId active = m_policies->list(m_maker, {})->items.first().id;
        const auto report = m_policies->simulate(m_maker, active, {});
        QCOMPARE(reasonOf(report), QStringLiteral("done"));
        QCOMPARE(report->cases, 53);
        QVERIFY(report->swaps.isEmpty());
        QCOMPARE(report->now.autoApproved, report->then.autoApproved);
        QCOMPARE(report->now.referredByHour, report->then.referredByHour);
        QCOMPARE(m_policies->get(m_maker, active)->state, PolicyState::Active); // it only looked
        QVERIFY(!report->rateDiffers);
    }
    void aSimulationSaysWhoChangesSideAndHowTheyWent()
    {
        const ApplicationId good = m_bank->route(710);
        const ApplicationId bad = m_bank->route(705);
        m_bank->route(702);
        m_bank->route(690);
        for (const auto &[id, outcome] : {std::pair{good, "repaid"}, std::pair{bad, "defaulted"}})
            m_bank->sql.run(QStringLiteral("INSERT INTO loan_outcomes (tenant_id, id, application_id, outcome, "
                                           "observed_at, created_at, updated_at) "
                                           "VALUES ('%1', gen_random_uuid(), '%2', '%3', now(), now(), now())")
                                .arg(m_bank->alpha.toString(), id.toString(), QLatin1String(outcome)));
        const auto report = m_policies->simulate(m_maker, draft().id, {});
        QCOMPARE(report->swaps.size(), 1);
        QCOMPARE(report->swaps[0].cases, 3);
        QCOMPARE(report->swaps[0].badRate.known, 2);
        QCOMPARE(report->swaps[0].badRate.bad, 1);
        QCOMPARE(report->swaps[0].badRate.highestPossible, 2.0 / 3);
        QCOMPARE(report->then.referred, 4);
        QCOMPARE(report->now.referred, 1);
        QCOMPARE(report->reviewMinutesMeasured, false);
        QVERIFY(report->now.analystHoursPerDay < report->then.analystHoursPerDay);
        // Hours are those of the tenant.
        const QString zone =
            m_bank->sql
                .value(QStringLiteral("SELECT time_zone FROM tenants WHERE id = '%1'").arg(m_bank->alpha.toString()))
                .toString();
        const int hour = toDateTime(m_bank->clock.now()).toTimeZone(QTimeZone(zone.toLatin1())).time().hour();
        QCOMPARE(report->then.referredByHour[hour], 4);
    }
    void aPeriodWithoutCasesIsNoError()
    {
        m_bank->route(650);
        const auto report = m_policies->simulate(m_maker, draft().id, {QDate(2020, 1, 1), QDate(2020, 1, 31)});
        QCOMPARE(report->cases, 0);
        QVERIFY(!report->now.autoApprovedBadRate.rate);
        QCOMPARE(reasonOf(m_policies->simulate(m_maker, draft().id, {QDate(2020, 2, 1), QDate(2020, 1, 31)})),
                 QStringLiteral("validation_failed"));
    }
    void otherTenantsDoNotExist()
    {
        const PolicyId id = draft().id;
        Actor foreign = m_bank->betaAnalyst;
        QCOMPARE(m_policies->get(foreign, id).error().code, ErrorCode::NotFound);
        QCOMPARE(m_policies->simulate(foreign, id, {}).error().code, ErrorCode::NotFound);
        QCOMPARE(m_policies->approve(foreign, id).error().code, ErrorCode::NotFound);
        QCOMPARE(m_policies->activate(foreign, id).error().code, ErrorCode::NotFound);
        QCOMPARE(m_policies->list(foreign, {})->total, 1);
    }
    void ofTwoActivationsAtOnceTheLastStays()
    {
        const api::PolicyInfo one = approved();
        const api::PolicyInfo two = approved();
        std::atomic<int> done = 0;
        std::vector<std::thread> threads;
        for (const api::PolicyInfo &policy : {one, two})
            threads.emplace_back(
                [&, actor = proven(m_checker, StepUpAction::PolicyActivation, policy.id.uuid()), id = policy.id] {
                    done += m_policies->activate(actor, id) ? 1 : 0;
                    m_bank->database.daemon().closeThreadConnection();
                });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(done.load(), 2);
        QCOMPARE(m_bank->sql
                     .value(QStringLiteral(
                                "SELECT count(*) FROM decision_thresholds WHERE tenant_id = '%1' AND state = 'active'")
                                .arg(m_bank->alpha.toString()))
                     .toInt(),
                 1);
    }
    void draftsMadeAtOnceGetDifferentVersions()
    {
        std::vector<std::thread> threads;
        std::atomic<int> made = 0;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] {
                made += m_policies->create(m_maker, {looser(), kReason}) ? 1 : 0;
                m_bank->database.daemon().closeThreadConnection();
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(made.load(), 8);
        QCOMPARE(m_policies->list(m_maker, {})->items.first().version, 9);
    }
    void theStopSwitchSendsEverythingToPeople()
    {
        const QUuid tenant = m_bank->alpha.uuid();
        QCOMPARE(reasonOf(m_policies->setAutomation(m_maker, {Automation::Off, kReason})),
                 QStringLiteral("step_up_required"));
        QCOMPARE(m_policies->automation(m_maker)->automation, Automation::On);
        const auto off =
            m_policies->setAutomation(proven(m_maker, StepUpAction::StopSwitch, tenant), {Automation::Off, kReason});
        QCOMPARE(reasonOf(off), QStringLiteral("done"));
        QCOMPARE(m_policies->automation(m_maker)->automation, Automation::Off);
        QCOMPARE(m_bank->statusOf(m_bank->route(990)), QStringLiteral("review"));
        QCOMPARE(m_policies->automation(m_bank->betaAnalyst)->automation, Automation::On);
        QVERIFY(m_policies->setAutomation(proven(m_maker, StepUpAction::StopSwitch, tenant),
                                          {Automation::ApproveOnly, kReason}));
        QCOMPARE(m_bank->statusOf(m_bank->route(990)), QStringLiteral("approved"));
        QCOMPARE(m_bank->statusOf(m_bank->route(100)), QStringLiteral("review"));
    }
};

QTEST_GUILESS_MAIN(TestPolicyService)
#include "tst_policy_service.moc"

// The own account: sessions, password, and proving again who one is.
#include "SignInFixture.h"
#include "server/service/Purge.h"
#include "server/service/UserService.h"

#include <QtTest>

#include <thread>

using namespace countersign;
using namespace std::chrono_literals;

class TestAccountService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<SignInFixture>(); }
    void cleanupTestCase() { m_bank.reset(); }
    void init();

    void plan_1_2_1_meDescribesTheSignedInUser();
    void sessionsAreListedAndEnded();
    void aMonthAfterItsEndASessionIsForgotten();
    void nobodyEndsTheSessionsOfOthers();
    void allSessionsCanBeEndedAtOnce();
    void changingThePasswordEndsTheOtherSessions();
    void aNewPasswordMustKeepTheRules_data();
    void aNewPasswordMustKeepTheRules();
    void aWrongCurrentPasswordCountsAsAFailedSignIn();
    void aFirstPasswordMustBeChanged();
    void aResetEndsEverythingAndUnlocks();
    void aStepUpIsGoodOnce();
    void aStepUpIsBoundToUserSessionActionAndObject();
    void aStepUpIsOverAfterTwoMinutes();
    void aStepUpSurvivesAUnitThatRollsBack();
    void ofThirtyTwoThreadsOneUsesTheStepUp();
    void aStepUpNeedsThePassword();

private:
    Result<> change(const Actor &actor, const QString &current, const QString &fresh)
    {
        return m_bank->accounts.changePassword(actor, {current, fresh});
    }
    /// Uses a token the way a service does, and commits.
    Result<> use(const Actor &actor, const QString &token, StepUpAction action, const QUuid &object);
    QString stepUp(const Actor &actor);

    std::unique_ptr<SignInFixture> m_bank;
    int m_made = 0;
    QString m_email;
    UserId m_user;
    api::TokenResponse m_tokens;
    Actor m_actor;
    const QUuid m_object{"0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1a77"};
    const QString m_fresh = QStringLiteral("another Hörse 9 battery");
};

void TestAccountService::init()
{
    m_email = QStringLiteral("person%1@alpha.example").arg(++m_made);
    m_user = m_bank->makeUser(m_email);
    m_tokens = m_bank->mustLogin(m_email);
    m_actor = m_bank->actorOf(m_tokens);
}

Result<> TestAccountService::use(const Actor &actor, const QString &token, StepUpAction action, const QUuid &object)
{
    Actor with = actor;
    with.stepUp = token;
    const auto done = UnitOfWork::run<bool>(m_bank->context, with, [&](UnitOfWork &unit) -> Result<bool> {
        const auto used = StepUpService::require(unit, action, object);
        return used ? Result<bool>(true) : used.error();
    });
    return done ? Result<>() : Result<>(done.error());
}

QString TestAccountService::stepUp(const Actor &actor)
{
    const auto token =
        m_bank->stepUps.stepUp(actor, {StepUpAction::OverrideApproval, m_object, SignInFixture::kPassword, {}});
    return token ? token->token : QString();
}

void TestAccountService::plan_1_2_1_meDescribesTheSignedInUser()
{
    const auto me = m_bank->accounts.describe(m_actor);
    QVERIFY(me);
    QCOMPARE(me->email, m_email);
    QCOMPARE(me->tenantId, m_bank->alpha);
    m_bank->sql.run(QStringLiteral("UPDATE users SET is_active = false WHERE id = '%1'").arg(m_user.toString()));
    QCOMPARE(m_bank->accounts.describe(m_actor).error().code, ErrorCode::Unauthenticated);
}

void TestAccountService::sessionsAreListedAndEnded()
{
    m_bank->clock.advance(1min);
    const Actor other = m_bank->actorOf(m_bank->mustLogin(m_email));
    auto list = m_bank->accounts.sessions(m_actor);
    QCOMPARE(list->items.size(), 2);
    QCOMPARE(list->items[0].id, *other.session); // used last
    QCOMPARE(list->items[0].current, false);
    QCOMPARE(list->items[1].current, true);
    QCOMPARE(list->items[1].address, SignInFixture::kVisitor.address);
    QCOMPARE(list->items[1].userAgent, SignInFixture::kVisitor.userAgent);
    QCOMPARE(list->items[1].expiresAt - list->items[1].createdAt, Duration(12h));

    QVERIFY(m_bank->accounts.endSession(m_actor, *other.session));
    QCOMPARE(m_bank->accounts.endSession(m_actor, *other.session).error().code, ErrorCode::NotFound);
    QCOMPARE(m_bank->accounts.sessions(m_actor)->items.size(), 1);
    QCOMPARE(m_bank->recorded(other.session->uuid()), QStringList{QStringLiteral("ended ended_by_user")});
    m_bank->clock.advance(30min); // what can no longer be refreshed is not listed
    QCOMPARE(m_bank->accounts.sessions(m_actor)->items.size(), 0);
}

void TestAccountService::aMonthAfterItsEndASessionIsForgotten()
{
    m_bank->mustLogin(m_email); // one more, that goes on until it runs out
    m_bank->sql.run(QStringLiteral("DELETE FROM sessions WHERE user_id <> '%1'").arg(m_user.toString()));
    QVERIFY(m_bank->accounts.endSession(m_actor, *m_actor.session).ok());
    const auto kept = [this] { return m_bank->sql.value(QStringLiteral("SELECT count(*) || ' ' || count(c.session_id) FROM sessions s LEFT JOIN session_clients c ON c.session_id = s.id")).toString(); };
    const Instant ended = m_bank->clock.now();
    m_bank->clock.set(ended + std::chrono::days(30));
    QCOMPARE(*purgeSessions(m_bank->context), 0);
    QCOMPARE(kept(), QStringLiteral("2 2"));
    m_bank->clock.set(ended + std::chrono::days(30) + 1s);
    QCOMPARE(*purgeSessions(m_bank->context), 1);
    QCOMPARE(kept(), QStringLiteral("1 1"));
    m_bank->clock.set(ended + std::chrono::days(31));
    QCOMPARE(*purgeSessions(m_bank->context), 1);
    QCOMPARE(kept(), QStringLiteral("0 0"));
    m_bank->clock.set(ended);
}

void TestAccountService::nobodyEndsTheSessionsOfOthers()
{
    m_bank->makeUser(m_bank->beta, m_email, SignInFixture::kPassword); // the same address in another tenant
    QCOMPARE(m_bank->login(m_email, SignInFixture::kPassword).error().reason, QStringLiteral("invalid_credentials"));
    const auto beta = m_bank->login(m_email, SignInFixture::kPassword, QStringLiteral("beta"));
    QVERIFY(beta);
    const Actor stranger = m_bank->actorOf(*beta);
    QCOMPARE(m_bank->accounts.endSession(stranger, *m_actor.session).error().code, ErrorCode::NotFound);
    QCOMPARE(m_bank->accounts.sessions(stranger)->items.size(), 1);
    QVERIFY(m_bank->isAlive(*m_actor.session));
}

void TestAccountService::allSessionsCanBeEndedAtOnce()
{
    const auto other = m_bank->mustLogin(m_email);
    QVERIFY(m_bank->accounts.endAllSessions(m_actor));
    QVERIFY(!m_bank->refresh(m_tokens.refreshToken));
    QVERIFY(!m_bank->refresh(other.refreshToken));
    QCOMPARE(m_bank->sql
                 .value(QStringLiteral("SELECT count(*) FROM sessions WHERE user_id = '%1' AND ended_at IS NULL")
                            .arg(m_user.toString()))
                 .toInt(),
             0);
}

void TestAccountService::changingThePasswordEndsTheOtherSessions()
{
    const auto other = m_bank->mustLogin(m_email);
    QVERIFY(change(m_actor, SignInFixture::kPassword, m_fresh));
    QVERIFY(!m_bank->login(m_email, SignInFixture::kPassword));
    QVERIFY(m_bank->login(m_email, m_fresh));
    QVERIFY(!m_bank->refresh(other.refreshToken));
    QVERIFY(m_bank->refresh(m_tokens.refreshToken));
    QVERIFY(m_bank->recorded(m_user.uuid()).contains(QStringLiteral("password_changed")));
}

void TestAccountService::aNewPasswordMustKeepTheRules_data()
{
    QTest::addColumn<QString>("fresh");
    QTest::addColumn<QString>("code");
    QTest::newRow("short") << "Xk7!pq2#Lm9"
                           << "too_short";
    QTest::newRow("long") << QString(1025, QLatin1Char('x')) << "too_long";
    QTest::newRow("common") << "Password-2026!"
                            << "too_common";
    QTest::newRow("the same") << SignInFixture::kPassword << "unchanged";
    QTest::newRow("address") << "my-PERSON%1-is-here"
                             << "contains_address";
}

void TestAccountService::aNewPasswordMustKeepTheRules()
{
    QFETCH(QString, fresh);
    QFETCH(QString, code);
    const auto changed =
        change(m_actor, SignInFixture::kPassword, fresh.contains(QLatin1Char('%')) ? fresh.arg(m_made) : fresh);
    QVERIFY(!changed);
    QCOMPARE(changed.error().code, ErrorCode::Invalid);
    QCOMPARE(changed.error().fields.first().path, QStringLiteral("new_password"));
    QCOMPARE(changed.error().fields.first().code, code);
    QVERIFY(m_bank->login(m_email, SignInFixture::kPassword));
}

void TestAccountService::aWrongCurrentPasswordCountsAsAFailedSignIn()
{
    for (int i = 0; i < 5; ++i) {
        const auto changed = change(m_actor, QStringLiteral("wrong"), m_fresh);
        QCOMPARE(changed.error().code, ErrorCode::Forbidden);
        QCOMPARE(changed.error().reason, QStringLiteral("invalid_credentials"));
    }
    QVERIFY(!change(m_actor, SignInFixture::kPassword, m_fresh));
    QVERIFY(!m_bank->login(m_email, SignInFixture::kPassword));
    QVERIFY(stepUp(m_actor).isEmpty());
    m_bank->clock.advance(1min);
    QVERIFY(change(m_actor, SignInFixture::kPassword, m_fresh));
}

void TestAccountService::aFirstPasswordMustBeChanged()
{
    m_bank->sql.run(
        QStringLiteral("UPDATE users SET must_change_password = true WHERE id = '%1'").arg(m_user.toString()));
    const auto tokens = m_bank->mustLogin(m_email);
    QVERIFY(tokens.user.mustChangePassword);
    QCOMPARE(m_bank->principalOf(tokens).scope, TokenScope::PasswordChange);
    const auto refreshed = m_bank->refresh(tokens.refreshToken);
    QCOMPARE(m_bank->principalOf(*refreshed).scope, TokenScope::PasswordChange);
    QVERIFY(change(m_bank->actorOf(*refreshed), SignInFixture::kPassword, m_fresh));
    const auto free = m_bank->refresh(refreshed->refreshToken);
    QCOMPARE(m_bank->principalOf(*free).scope, TokenScope::Full);
    QVERIFY(m_bank->principalOf(*free).authzVersion
            > m_bank->principalOf(*refreshed).authzVersion); // the old one is good no more
}

void TestAccountService::aResetEndsEverythingAndUnlocks()
{
    m_bank->sql.run(QStringLiteral("UPDATE users SET failed_logins = 9, locked_until = '2100-01-01Z' WHERE id = '%1'")
                        .arg(m_user.toString()));
    const QString administrator = QStringLiteral("resets%1@alpha.example").arg(m_made);
    m_bank->makeUser(m_bank->alpha, administrator, SignInFixture::kPassword, Role::Admin);
    const UserService users({m_bank->context, m_bank->passwords, m_bank->clock});
    const auto issued = users.resetPassword(m_bank->actorOf(m_bank->mustLogin(administrator)), m_user, {});
    QVERIFY(issued);
    QVERIFY(!m_bank->refresh(m_tokens.refreshToken));
    const auto tokens = m_bank->login(m_email, issued->oneTimePassword);
    QVERIFY(tokens);
    QVERIFY(tokens->user.mustChangePassword);
    QVERIFY(m_bank->recorded(m_user.uuid()).contains(QStringLiteral("password_reset")));
}

void TestAccountService::aStepUpIsGoodOnce()
{
    const QString token = stepUp(m_actor);
    QCOMPARE(token.size(), 43);
    QVERIFY(use(m_actor, token, StepUpAction::OverrideApproval, m_object));
    const auto again = use(m_actor, token, StepUpAction::OverrideApproval, m_object);
    QCOMPARE(again.error().code, ErrorCode::Forbidden);
    QCOMPARE(again.error().reason, QStringLiteral("step_up_required"));
    QVERIFY(!m_bank->sql.text(QStringLiteral("SELECT row_to_json(step_up_tokens)::text FROM step_up_tokens"))
                 .contains(token));
}

void TestAccountService::aStepUpIsBoundToUserSessionActionAndObject()
{
    const QString token = stepUp(m_actor);
    const Actor elsewhere = m_bank->actorOf(m_bank->mustLogin(m_email));
    m_bank->makeUser(QStringLiteral("thief%1@alpha.example").arg(m_made));
    Actor thief = m_bank->actorOf(m_bank->mustLogin(QStringLiteral("thief%1@alpha.example").arg(m_made)));
    QVERIFY(!use(elsewhere, token, StepUpAction::OverrideApproval, m_object));
    QVERIFY(!use(thief, token, StepUpAction::OverrideApproval, m_object));
    thief.session = m_actor.session;
    QVERIFY(!use(thief, token, StepUpAction::OverrideApproval, m_object));
    QVERIFY(!use(m_actor, token, StepUpAction::Erasure, m_object));
    QVERIFY(!use(m_actor, token, StepUpAction::OverrideApproval, QUuid::createUuid()));
    for (const QString &other : {QString(), token.chopped(1), token + QLatin1Char('A'), QString(43, QLatin1Char('A'))})
        QVERIFY(!use(m_actor, other, StepUpAction::OverrideApproval, m_object));
    QVERIFY(!use(Actor::system(m_bank->alpha), token, StepUpAction::OverrideApproval, m_object));
    QVERIFY(use(m_actor, token, StepUpAction::OverrideApproval, m_object)); // none of them used it up
}

void TestAccountService::aStepUpIsOverAfterTwoMinutes()
{
    const QString late = stepUp(m_actor);
    m_bank->sql.run(QStringLiteral("UPDATE step_up_tokens SET expires_at = expires_at - interval '120 seconds'"));
    QVERIFY(!use(m_actor, late, StepUpAction::OverrideApproval, m_object));
    const QString inTime = stepUp(m_actor);
    m_bank->sql.run(QStringLiteral("UPDATE step_up_tokens SET expires_at = expires_at - interval '60 seconds'"));
    QVERIFY(use(m_actor, inTime, StepUpAction::OverrideApproval, m_object));
}

void TestAccountService::aStepUpSurvivesAUnitThatRollsBack()
{
    Actor actor = m_actor;
    actor.stepUp = stepUp(m_actor);
    const auto failed = UnitOfWork::run<bool>(m_bank->context, actor, [&](UnitOfWork &unit) -> Result<bool> {
        if (auto used = StepUpService::require(unit, StepUpAction::OverrideApproval, m_object); !used)
            return used.error();
        return Error{ErrorCode::Conflict, QStringLiteral("stale_version"), {}, {}};
    });
    QCOMPARE(failed.error().code, ErrorCode::Conflict);
    QVERIFY(use(m_actor, actor.stepUp, StepUpAction::OverrideApproval, m_object));
}

void TestAccountService::ofThirtyTwoThreadsOneUsesTheStepUp()
{
    const QString token = stepUp(m_actor);
    std::atomic<int> used = 0;
    std::atomic<int> refused = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 32; ++i)
        threads.emplace_back([&] {
            const auto done = use(m_actor, token, StepUpAction::OverrideApproval, m_object);
            used += done ? 1 : 0;
            refused += !done && done.error().reason == QLatin1String("step_up_required") ? 1 : 0;
            m_bank->database.daemon().closeThreadConnection();
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(used.load(), 1);
    QCOMPARE(refused.load(), 31);
}

void TestAccountService::aStepUpNeedsThePassword()
{
    const auto refused =
        m_bank->stepUps.stepUp(m_actor, {StepUpAction::StopSwitch, m_object, QStringLiteral("wrong"), {}});
    QCOMPARE(refused.error().code, ErrorCode::Forbidden);
    QCOMPARE(refused.error().reason, QStringLiteral("invalid_credentials"));
    QCOMPARE(m_bank->valueOfUser(QStringLiteral("failed_logins"), m_user).toInt(), 1);
    QVERIFY(m_bank->recorded(m_user.uuid()).contains(QStringLiteral("step_up_refused password")));
}

QTEST_GUILESS_MAIN(TestAccountService)
#include "tst_account_service.moc"

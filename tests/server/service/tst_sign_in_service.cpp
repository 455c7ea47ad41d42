// Signing in and staying signed in: who gets tokens, for how long, and what is recorded.
#include "SignInFixture.h"

#include "server/auth/Lockout.h"

#include <QElapsedTimer>
#include <QtTest>

#include <crypt.h>

#include <thread>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

constexpr char kRefused[] = "invalid_refresh_token";

QString bcryptOf(const char *kind, const QString &password)
{
    crypt_data data{};
    char salt[CRYPT_GENSALT_OUTPUT_SIZE];
    crypt_gensalt_rn(kind, 4, "0123456789abcdef", 16, salt, sizeof salt);
    return QString::fromLatin1(crypt_r(password.toUtf8().constData(), salt, &data));
}

} // namespace

class TestSignInService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<SignInFixture>(); }
    void cleanupTestCase() { m_bank.reset(); }
    void init()
    {
        m_email = QStringLiteral("user%1@alpha.example").arg(++m_made);
        m_user = m_bank->makeUser(m_email);
    }

    void plan_1_2_1_loginWithValidCredentialsReturnsTokens();
    void plan_1_2_1_loginWithInvalidCredentialsReturns401_data();
    void plan_1_2_1_loginWithInvalidCredentialsReturns401();
    void plan_1_2_1_accessTokenExpiresCorrectly();
    void plan_1_2_1_refreshTokenWorks();
    void accessTokensNeverOutliveTheirSession();
    void idleAndOldSessionsCannotBeRefreshed();
    void everyAncestorThatComesAgainEndsTheSession();
    void thePredecessorIsTakenForTenSeconds();
    void anInventedTokenEndsNothing();
    void refreshingTakesInWhatChangedAboutTheUser();
    void signingOutEndsTheSession();
    void lockoutDoublesUpToFifteenMinutes();
    void failuresWhileLockedDoNotProlong();
    void aRightPasswordBesideWrongOnesDoesNotSlipThroughALock();
    void unknownAddressesTakeTheSameTime();
    void importedHashesAreTakenAndReplaced_data();
    void importedHashesAreTakenAndReplaced();
    void theRecordHoldsNoSecret();

private:
    std::unique_ptr<SignInFixture> m_bank;
    int m_made = 0;
    QString m_email;
    UserId m_user;
};

void TestSignInService::plan_1_2_1_loginWithValidCredentialsReturnsTokens()
{
    const auto tokens = m_bank->login(QStringLiteral(" ") + m_email.toUpper(), SignInFixture::kPassword);
    QVERIFY(tokens);
    QCOMPARE(tokens->tokenType, QStringLiteral("bearer"));
    QCOMPARE(tokens->expiresIn, 600);
    QCOMPARE(tokens->user.id, m_user);
    QCOMPARE(tokens->user.permissions, permissionsOf(Role::Analyst).toTexts());
    const Principal principal = m_bank->principalOf(*tokens);
    QCOMPARE(principal.userId, m_user);
    QCOMPARE(principal.tenantId, m_bank->alpha);
    QCOMPARE(principal.scope, TokenScope::Full);
    QVERIFY(m_bank->isAlive(principal.sessionId));
    QCOMPARE(m_bank->recorded(m_user.uuid()).last(), QStringLiteral("signed_in"));
}

void TestSignInService::plan_1_2_1_loginWithInvalidCredentialsReturns401_data()
{
    QTest::addColumn<QString>("change"); // of the user, as SQL
    QTest::addColumn<QString>("email");  // empty: the user's
    QTest::addColumn<QString>("password");
    const QString right = SignInFixture::kPassword;
    QTest::newRow("wrong password") << ""
                                    << ""
                                    << "correct staple 7 battery";
    QTest::newRow("empty hash") << "password_hash = ''"
                                << "" << right;
    QTest::newRow("no hash") << "password_hash = NULL"
                             << "" << right;
    QTest::newRow("unknown address") << ""
                                     << "nobody@alpha.example" << right;
    QTest::newRow("inactive") << "is_active = false"
                              << "" << right;
    QTest::newRow("locked") << "locked_until = '2100-01-01Z'"
                            << "" << right;
    QTest::newRow("address as a pattern") << ""
                                          << "%@alpha.example" << right;
}

void TestSignInService::plan_1_2_1_loginWithInvalidCredentialsReturns401()
{
    QFETCH(QString, change);
    QFETCH(QString, email);
    QFETCH(QString, password);
    if (!change.isEmpty())
        m_bank->sql.run(QStringLiteral("UPDATE users SET %1 WHERE id = '%2'").arg(change, m_user.toString()));
    const auto answer = m_bank->login(email.isEmpty() ? m_email : email, password);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Unauthenticated);
    QCOMPARE(answer.error().reason, QStringLiteral("invalid_credentials"));
    QCOMPARE(answer.error().detail, m_bank->login(QStringLiteral("nobody@x.example"), password).error().detail);
    if (email.isEmpty())
        QVERIFY(m_bank->recorded(m_user.uuid()).last().startsWith(QLatin1String("sign_in_failed ")));
}

void TestSignInService::plan_1_2_1_accessTokenExpiresCorrectly()
{
    const auto tokens = m_bank->mustLogin(m_email);
    const QByteArray access = tokens.accessToken.toLatin1();
    m_bank->clock.advance(599s);
    QVERIFY(m_bank->tokens.verify(access));
    m_bank->clock.advance(1s);
    QCOMPARE(m_bank->tokens.verify(access).error().reason, QStringLiteral("token_expired"));
}

void TestSignInService::plan_1_2_1_refreshTokenWorks()
{
    const auto first = m_bank->mustLogin(m_email);
    m_bank->clock.advance(600s);
    const auto second = m_bank->refresh(first.refreshToken);
    QVERIFY(second);
    QVERIFY(second->refreshToken != first.refreshToken);
    QVERIFY(m_bank->tokens.verify(second->accessToken.toLatin1()));
    QCOMPARE(m_bank->principalOf(*second).sessionId, RefreshToken::parse(first.refreshToken)->session);
    m_bank->clock.advance(600s);
    QVERIFY(m_bank->refresh(second->refreshToken));
    QCOMPARE(m_bank->refresh(second->accessToken).error().reason, QLatin1String(kRefused));
}

void TestSignInService::accessTokensNeverOutliveTheirSession()
{
    auto tokens = m_bank->mustLogin(m_email);
    for (int i = 0; i < 28; ++i) { // to 4 minutes before the end of the 12 hours
        m_bank->clock.advance(i < 27 ? 26min : 14min);
        const auto next = m_bank->refresh(tokens.refreshToken);
        QVERIFY(next);
        tokens = *next;
    }
    QCOMPARE(tokens.expiresIn, 240);
    m_bank->clock.advance(239s);
    QVERIFY(m_bank->tokens.verify(tokens.accessToken.toLatin1()));
    m_bank->clock.advance(1s);
    QVERIFY(!m_bank->tokens.verify(tokens.accessToken.toLatin1()));
    QCOMPARE(m_bank->refresh(tokens.refreshToken).error().reason, QLatin1String(kRefused));
}

void TestSignInService::idleAndOldSessionsCannotBeRefreshed()
{
    const auto idle = m_bank->mustLogin(m_email);
    m_bank->clock.advance(30min - 1s);
    const auto kept = m_bank->refresh(idle.refreshToken);
    QVERIFY(kept);
    m_bank->clock.advance(30min);
    QCOMPARE(m_bank->refresh(kept->refreshToken).error().reason, QLatin1String(kRefused));
    QCOMPARE(m_bank->recorded(RefreshToken::parse(kept->refreshToken)->session.uuid()).last(),
             QStringLiteral("refresh_refused expired"));
}

void TestSignInService::everyAncestorThatComesAgainEndsTheSession()
{
    constexpr int kGenerations = 6;
    for (int stolen = 0; stolen < kGenerations; ++stolen) {
        QStringList family{m_bank->mustLogin(m_email).refreshToken};
        for (int i = 0; i < kGenerations; ++i) {
            m_bank->clock.advance(11s);
            family.append(m_bank->refresh(family.last())->refreshToken);
        }
        m_bank->clock.advance(11s);
        const SessionId session = RefreshToken::parse(family.last())->session;
        QCOMPARE(m_bank->refresh(family[stolen]).error().reason, QLatin1String(kRefused));
        QVERIFY(!m_bank->isAlive(session));
        QCOMPARE(m_bank->refresh(family.last()).error().reason, QLatin1String(kRefused));
        QCOMPARE(m_bank->recorded(session.uuid()), QStringList{QStringLiteral("ended token_reused")});
    }
}

void TestSignInService::thePredecessorIsTakenForTenSeconds()
{
    const auto first = m_bank->mustLogin(m_email);
    const auto lost = m_bank->refresh(first.refreshToken);
    m_bank->clock.advance(9s);
    const auto again = m_bank->refresh(first.refreshToken); // the answer before was lost
    QVERIFY(again);
    QVERIFY(m_bank->refresh(again->refreshToken)); // only the last one goes on ...
    QCOMPARE(m_bank->refresh(lost->refreshToken).error().reason,
             QLatin1String(kRefused)); // ... and the lost one tells of a copy
    QVERIFY(!m_bank->isAlive(RefreshToken::parse(first.refreshToken)->session));

    const auto other = m_bank->mustLogin(m_email);
    QVERIFY(m_bank->refresh(other.refreshToken));
    m_bank->clock.advance(10s);
    QVERIFY(!m_bank->refresh(other.refreshToken));
    QVERIFY(!m_bank->isAlive(RefreshToken::parse(other.refreshToken)->session));

    const auto oldest = m_bank->mustLogin(m_email);
    const auto middle = m_bank->refresh(oldest.refreshToken);
    QVERIFY(m_bank->refresh(middle->refreshToken));
    QVERIFY(!m_bank->refresh(oldest.refreshToken)); // within the time, but not the one before
    QVERIFY(!m_bank->isAlive(RefreshToken::parse(oldest.refreshToken)->session));
}

void TestSignInService::anInventedTokenEndsNothing()
{
    const auto tokens = m_bank->mustLogin(m_email);
    const SessionId session = RefreshToken::parse(tokens.refreshToken)->session;
    const QString invented = RefreshToken::make(session, RefreshToken::makeFamilyKey()).toText();
    QCOMPARE(m_bank->refresh(invented).error().reason, QLatin1String(kRefused));
    QVERIFY(m_bank->signIn.signOut(SignInFixture::kVisitor, {invented}));
    QVERIFY(m_bank->isAlive(session));
    QVERIFY(m_bank->refresh(tokens.refreshToken));
    const QString nowhere =
        RefreshToken::make(SessionId::make(m_bank->clock.now()), RefreshToken::makeFamilyKey()).toText();
    QCOMPARE(m_bank->refresh(nowhere).error().reason, QLatin1String(kRefused));
}

void TestSignInService::refreshingTakesInWhatChangedAboutTheUser()
{
    const auto tokens = m_bank->mustLogin(m_email);
    m_bank->sql.run(QStringLiteral("UPDATE users SET role = 'readonly' WHERE id = '%1'").arg(m_user.toString()));
    const auto next = m_bank->refresh(tokens.refreshToken);
    QVERIFY(next);
    QCOMPARE(m_bank->principalOf(*next).role, Role::Readonly);
    QCOMPARE(m_bank->principalOf(*next).authzVersion, m_bank->principalOf(tokens).authzVersion + 1);
    m_bank->sql.run(QStringLiteral("UPDATE users SET is_active = false WHERE id = '%1'").arg(m_user.toString()));
    QCOMPARE(m_bank->refresh(next->refreshToken).error().reason, QStringLiteral("user_inactive"));
}

void TestSignInService::signingOutEndsTheSession()
{
    const auto tokens = m_bank->mustLogin(m_email);
    const auto other = m_bank->mustLogin(m_email);
    const SessionId session = RefreshToken::parse(tokens.refreshToken)->session;
    QVERIFY(m_bank->signIn.signOut(SignInFixture::kVisitor, {tokens.refreshToken}));
    QVERIFY(m_bank->signIn.signOut(SignInFixture::kVisitor, {tokens.refreshToken}));
    QVERIFY(m_bank->signIn.signOut(SignInFixture::kVisitor, {QStringLiteral("no token")}));
    QVERIFY(!m_bank->refresh(tokens.refreshToken));
    QVERIFY(m_bank->refresh(other.refreshToken));
    QCOMPARE(m_bank->recorded(session.uuid()), QStringList{QStringLiteral("ended signed_out")});
}

void TestSignInService::lockoutDoublesUpToFifteenMinutes()
{
    const QString wrong = QStringLiteral("wrong");
    for (int i = 0; i < 4; ++i)
        QVERIFY(!m_bank->login(m_email, wrong));
    QVERIFY(m_bank->login(m_email, SignInFixture::kPassword)); // four do not lock, and success forgets them
    for (int i = 0; i < 5; ++i)
        QVERIFY(!m_bank->login(m_email, wrong));
    for (const auto lockout : {1min, 2min, 4min, 8min, 15min, 15min}) {
        QVERIFY(!m_bank->login(m_email, SignInFixture::kPassword));
        m_bank->clock.advance(lockout - 1s);
        QVERIFY2(!m_bank->login(m_email, SignInFixture::kPassword), QByteArray::number(lockout.count()).constData());
        m_bank->clock.advance(1s);
        QVERIFY2(!m_bank->login(m_email, wrong), QByteArray::number(lockout.count()).constData());
    }
    m_bank->clock.advance(15min);
    QVERIFY(m_bank->login(m_email, SignInFixture::kPassword));
    QCOMPARE(m_bank->valueOfUser(QStringLiteral("failed_logins"), m_user).toInt(), 0);
}

void TestSignInService::failuresWhileLockedDoNotProlong()
{
    for (int i = 0; i < 15; ++i)
        QVERIFY(!m_bank->login(m_email, QStringLiteral("wrong")));
    QCOMPARE(m_bank->valueOfUser(QStringLiteral("failed_logins"), m_user).toInt(), 5);
    m_bank->clock.advance(1min);
    QVERIFY(m_bank->login(m_email, SignInFixture::kPassword));
    QCOMPARE(m_bank->recorded(m_user.uuid()).count(QStringLiteral("sign_in_failed locked")), 10);
}

/// All are compared before the first failure is counted; the lock is looked at once more before a session is opened.
void TestSignInService::aRightPasswordBesideWrongOnesDoesNotSlipThroughALock()
{
    std::atomic<int> entered = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&, i] {
            if (m_bank->login(m_email, i == 7 ? SignInFixture::kPassword : QStringLiteral("wrong")))
                ++entered;
            m_bank->database.daemon().closeThreadConnection();
        });
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY(entered <= 1);
    const int failures = m_bank->valueOfUser(QStringLiteral("failed_logins"), m_user).toInt();
    QVERIFY2(failures == 5 || entered == 1, qPrintable(QString::number(failures)));
    QVERIFY(!m_bank->login(m_email, QStringLiteral("wrong")));
}

void TestSignInService::unknownAddressesTakeTheSameTime()
{
    PasswordCost cost = SignInFixture::cheap();
    cost.memory = 16 << 20;
    SignInFixture bank(cost);
    bank.makeUser(m_email);
    const auto fastest = [&bank](const QString &email) {
        qint64 best = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 5; ++i) {
            QElapsedTimer timer;
            timer.start();
            (void)bank.login(email, QStringLiteral("wrong"));
            best = std::min(best, timer.nsecsElapsed());
            bank.clock.advance(16min);
        }
        return double(best) / 1e6;
    };
    const double known = fastest(m_email);
    const double unknown = fastest(QStringLiteral("nobody@alpha.example"));
    qInfo("wrong password %.2f ms, unknown address %.2f ms", known, unknown);
    QVERIFY(known > unknown / 2 && known < unknown * 2);
    // Both leave something behind, so both wait for the disk.
    QCOMPARE(bank.sql.value(QStringLiteral("SELECT sum(failures) FROM unknown_sign_ins")).toInt(), 5);
}

void TestSignInService::importedHashesAreTakenAndReplaced_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"$2a$", "$2b$", "$2y$"})
        QTest::newRow(kind) << kind;
}

void TestSignInService::importedHashesAreTakenAndReplaced()
{
    QFETCH(QString, kind);
    const QString hash = bcryptOf(kind.toLatin1().constData(), SignInFixture::kPassword);
    QCOMPARE(hash.size(), 60);
    m_bank->sql.run(
        QStringLiteral("UPDATE users SET password_hash = '%1' WHERE id = '%2'").arg(hash, m_user.toString()));
    QVERIFY(!m_bank->login(m_email, QStringLiteral("wrong")));
    QCOMPARE(m_bank->valueOfUser(QStringLiteral("password_hash"), m_user).toString(), hash);
    QVERIFY(m_bank->login(m_email, SignInFixture::kPassword));
    QVERIFY(m_bank->valueOfUser(QStringLiteral("password_hash"), m_user)
                .toString()
                .startsWith(QLatin1String("$argon2id$")));
    QVERIFY(m_bank->login(m_email, SignInFixture::kPassword));
    QVERIFY(!m_bank->login(m_email, QStringLiteral("wrong")));
}

void TestSignInService::theRecordHoldsNoSecret()
{
    const auto tokens = m_bank->mustLogin(m_email);
    (void)m_bank->login(m_email, QStringLiteral("a wrong password"));
    (void)m_bank->signIn.signOut(SignInFixture::kVisitor, {tokens.refreshToken});
    const QString record = m_bank->sql.text(QStringLiteral("SELECT row_to_json(audit_logs)::text FROM audit_logs"));
    QVERIFY(record.contains(m_user.toString()));
    for (const QString &secret : {SignInFixture::kPassword, QStringLiteral("a wrong password"), tokens.refreshToken,
                                  tokens.accessToken, QStringLiteral("argon2id")})
        QVERIFY(!record.contains(secret));
}

QTEST_GUILESS_MAIN(TestSignInService)
#include "tst_sign_in_service.moc"

// One-time codes: beginning, confirming, signing in with them, and proving oneself again.
#include "SignInFixture.h"

#include "server/auth/Totp.h"
#include "server/service/SecondFactorService.h"
#include "server/service/UserService.h"

#include <QtTest>

#include <thread>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

QByteArray fromBase32(const QString &text)
{
    const QString alphabet = QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    QByteArray bytes;
    quint32 bits = 0;
    int held = 0;
    for (const QChar c : text) {
        bits = (bits << 5 | quint32(alphabet.indexOf(c))) & 0xffff;
        held += 5;
        if (held >= 8) {
            held -= 8;
            bytes.append(char(bits >> held));
        }
    }
    return bytes;
}

} // namespace

class TestSecondFactor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_bank = std::make_unique<SignInFixture>();
        m_factors = std::make_unique<SecondFactorService>(m_bank->parts);
    }
    void cleanupTestCase()
    {
        m_factors.reset();
        m_bank.reset();
    }
    void init();

    void nothingChangesBeforeItIsConfirmed();
    void signingInNeedsACodeFromThenOn();
    void noCodeIsGoodTwice();
    void ofThirtyTwoThreadsOneEntersWithACode();
    void wrongCodesLock();
    void removingNeedsPasswordAndCode();
    void aStepUpTakesACode();
    void aResetRemovesIt();
    void theSecretIsSealed();

private:
    Result<api::TokenResponse> login(const std::optional<QString> &code);
    /// The code of `steps` from now.
    QString code(qint64 steps = 0) const { return totp::codeOf(m_secret, totp::stepOf(m_bank->clock.now()) + steps); }
    /// Enrols, and lets the step of the confirming code pass.
    void enrol();

    std::unique_ptr<SignInFixture> m_bank;
    std::unique_ptr<SecondFactorService> m_factors;
    int m_made = 0;
    QString m_email;
    UserId m_user;
    Actor m_actor;
    QByteArray m_secret;
};

void TestSecondFactor::init()
{
    m_email = QStringLiteral("user%1@alpha.example").arg(++m_made);
    m_user = m_bank->makeUser(m_email);
    m_actor = m_bank->actorOf(m_bank->mustLogin(m_email));
}

Result<api::TokenResponse> TestSecondFactor::login(const std::optional<QString> &code)
{
    return m_bank->signIn.signIn(SignInFixture::kVisitor, {m_email, SignInFixture::kPassword, {}, code});
}

void TestSecondFactor::enrol()
{
    const auto begun = m_factors->begin(m_actor, {SignInFixture::kPassword});
    QVERIFY(begun);
    m_secret = fromBase32(begun->secret);
    QVERIFY(m_factors->confirm(m_actor, {code()}));
    m_bank->clock.advance(30s);
}

void TestSecondFactor::nothingChangesBeforeItIsConfirmed()
{
    QCOMPARE(m_factors->confirm(m_actor, {QStringLiteral("123456")}).error().reason, QStringLiteral("totp_not_begun"));
    QCOMPARE(m_factors->begin(m_actor, {QStringLiteral("wrong")}).error().code, ErrorCode::Forbidden);
    const auto first = m_factors->begin(m_actor, {SignInFixture::kPassword});
    QVERIFY(first->otpauthUri.contains(QStringLiteral("secret=") + first->secret));
    QVERIFY(login({}));
    const auto second = m_factors->begin(m_actor, {SignInFixture::kPassword});
    QVERIFY(second->secret != first->secret);
    m_secret = fromBase32(first->secret);
    QCOMPARE(m_factors->confirm(m_actor, {code()}).error().reason,
             QStringLiteral("invalid_credentials")); // of a secret that was replaced
    QVERIFY(!m_bank->accounts.describe(m_actor)->totpEnabled);
    m_secret = fromBase32(second->secret);
    QVERIFY(m_factors->confirm(m_actor, {code()}));
    QVERIFY(m_bank->accounts.describe(m_actor)->totpEnabled);
    QCOMPARE(m_factors->begin(m_actor, {SignInFixture::kPassword}).error().reason, QStringLiteral("totp_enabled"));
    QCOMPARE(m_factors->confirm(m_actor, {code(1)}).error().reason, QStringLiteral("totp_not_begun"));
}

void TestSecondFactor::signingInNeedsACodeFromThenOn()
{
    enrol();
    const auto without = login({});
    QCOMPARE(without.error().code, ErrorCode::Unauthenticated);
    QCOMPARE(without.error().reason, QStringLiteral("totp_required"));
    QCOMPARE(m_bank->valueOfUser(QStringLiteral("failed_logins"), m_user).toInt(), 0);
    const auto wrong = m_bank->signIn.signIn(SignInFixture::kVisitor, {m_email, QStringLiteral("wrong"), {}, code()});
    QCOMPARE(wrong.error().reason, QStringLiteral("invalid_credentials")); // says nothing of codes
    const auto tokens = login(code());
    QVERIFY(tokens);
    QVERIFY(tokens->user.totpEnabled);
}

void TestSecondFactor::noCodeIsGoodTwice()
{
    enrol();
    const QString used = code(1); // of a phone that is ahead
    QVERIFY(login(used));
    QCOMPARE(login(used).error().reason, QStringLiteral("invalid_totp"));
    QCOMPARE(login(code()).error().reason, QStringLiteral("invalid_totp")); // older than the last one
    m_bank->clock.advance(60s);
    QVERIFY(login(code()));
}

void TestSecondFactor::ofThirtyTwoThreadsOneEntersWithACode()
{
    enrol();
    const QString one = code();
    std::atomic<int> entered = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 32; ++i)
        threads.emplace_back([&] {
            entered += login(one) ? 1 : 0;
            m_bank->database.daemon().closeThreadConnection();
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(entered.load(), 1);
}

void TestSecondFactor::wrongCodesLock()
{
    enrol();
    const QString wrong = code(40);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(login(wrong).error().reason, QStringLiteral("invalid_totp"));
    QCOMPARE(login(code()).error().reason, QStringLiteral("invalid_credentials"));
    m_bank->clock.advance(1min);
    QVERIFY(login(code()));
}

void TestSecondFactor::removingNeedsPasswordAndCode()
{
    QCOMPARE(m_factors->remove(m_actor, {SignInFixture::kPassword, QStringLiteral("123456")}).error().reason,
             QStringLiteral("totp_not_enabled"));
    enrol();
    QCOMPARE(m_factors->remove(m_actor, {QStringLiteral("wrong"), code()}).error().reason,
             QStringLiteral("invalid_credentials"));
    QCOMPARE(m_factors->remove(m_actor, {SignInFixture::kPassword, code(40)}).error().reason,
             QStringLiteral("invalid_credentials"));
    QVERIFY(m_factors->remove(m_actor, {SignInFixture::kPassword, code()}));
    QVERIFY(login({}));
    const QStringList recorded = m_bank->recorded(m_user.uuid());
    QCOMPARE(recorded.count(QStringLiteral("totp_refused totp")), 2);
    QCOMPARE(recorded.count(QStringLiteral("totp_removed")), 1);
}

void TestSecondFactor::aStepUpTakesACode()
{
    const QUuid object = QUuid::createUuid();
    const auto ask = [&](const std::optional<QString> &password, const std::optional<QString> &totp) {
        return m_bank->stepUps.stepUp(m_actor, {StepUpAction::PolicyActivation, object, password, totp});
    };
    QCOMPARE(ask({}, QStringLiteral("123456")).error().reason,
             QStringLiteral("invalid_credentials")); // none is in force
    enrol();
    QCOMPARE(ask({}, {}).error().code, ErrorCode::Invalid);
    QCOMPARE(ask(SignInFixture::kPassword, code()).error().code, ErrorCode::Invalid);
    QVERIFY(ask({}, code()));
    QCOMPARE(ask({}, code()).error().code, ErrorCode::Forbidden); // used
    QVERIFY(ask(SignInFixture::kPassword, {}));
}

void TestSecondFactor::aResetRemovesIt()
{
    enrol();
    const QString administrator = QStringLiteral("resets%1@alpha.example").arg(m_made);
    m_bank->makeUser(m_bank->alpha, administrator, SignInFixture::kPassword, Role::Admin);
    const UserService users({m_bank->context, m_bank->passwords, m_bank->clock});
    const auto issued = users.resetPassword(m_bank->actorOf(m_bank->mustLogin(administrator)), m_user, {});
    QVERIFY(issued);
    QVERIFY(m_bank->login(m_email, issued->oneTimePassword)); // without a code
}

void TestSecondFactor::theSecretIsSealed()
{
    enrol();
    const QByteArray stored = QByteArray::fromHex(
        m_bank->sql
            .value(QStringLiteral("SELECT encode(sealed_secret, 'hex') FROM user_totp WHERE user_id = '%1'")
                       .arg(m_user.toString()))
            .toString()
            .toLatin1());
    QVERIFY(stored.size() > m_secret.size());
    QVERIFY(!stored.contains(m_secret));
    const QString record = m_bank->sql.text(QStringLiteral("SELECT row_to_json(audit_logs)::text FROM audit_logs"));
    QVERIFY(!record.contains(totp::toBase32(m_secret)));
    // A row that was moved to another user opens nothing.
    const UserId thief = m_bank->makeUser(QStringLiteral("thief%1@alpha.example").arg(m_made));
    m_bank->sql.run(QStringLiteral("UPDATE user_totp SET user_id = '%1' WHERE user_id = '%2'")
                        .arg(thief.toString(), m_user.toString()));
    QCOMPARE(m_bank->signIn
                 .signIn(SignInFixture::kVisitor,
                         {QStringLiteral("thief%1@alpha.example").arg(m_made), SignInFixture::kPassword, {}, code()})
                 .error()
                 .code,
             ErrorCode::Internal);
}

QTEST_GUILESS_MAIN(TestSecondFactor)
#include "tst_second_factor.moc"

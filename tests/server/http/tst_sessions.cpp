// Sessions over HTTP, on two daemons that share one database: what one ends is over on the other within a second.
#include "tests/server/http/RawClient.h"
#include "tests/server/http/SignInServer.h"

#include "core/json/Json.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

struct Reply {
    int status = 0;
    QByteArray body;
    QString code() const { return parseJson(body)->toObject().value(QLatin1String("code")).toString(); }
};

Reply ask(const SignInServer &server, const QByteArray &request)
{
    RawClient client(server.port());
    client.send(request);
    // Whoever waits here also runs the servers' event loop.
    if (!QTest::qWaitFor([&] { return !client.statuses().isEmpty(); }, 10'000))
        return {};
    return {client.statuses().first(), client.bodies().first()};
}

QByteArray bearer(const QString &token)
{
    return "Authorization: Bearer " + token.toLatin1() + "\r\n";
}

QByteArray post(const char *path, const QByteArray &body, const QByteArray &more = {})
{
    return postRequest(QByteArray("/api/v1") + path, body, "Content-Type: application/json\r\n" + more);
}

QByteArray get(const char *path, const QString &token)
{
    return getRequest(QByteArray("/api/v1") + path, bearer(token));
}

} // namespace

class TestSessions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();

    void plan_1_2_1_loginOverHttp();
    void plan_1_2_1_blacklistedTokensAreRejected();
    void changedRightsHoldOnEveryDaemonWithinASecond();
    void changedPasswordsEndOtherSessionsOnEveryDaemonWithinASecond();
    void aReusedRefreshTokenEndsTheSessionOnEveryDaemonWithinASecond();
    void aTenantThatIsSwitchedOffIsOut();
    void whoMustChangeThePasswordCanDoNothingElse();
    void whileADaemonIsDeafItAsksTheDatabase();

private:
    api::TokenResponse login();
    bool isRevoked(const SignInServer &server, const QString &token);
    /// Both daemons answer token_revoked; how long that took is printed and bounded.
    void verifyRevokedSoon(const QString &token);

    std::unique_ptr<SignInFixture> m_bank;
    std::unique_ptr<SignInServer> m_first;
    std::unique_ptr<SignInServer> m_second;
    int m_made = 0;
    QString m_email;
    UserId m_user;
};

void TestSessions::initTestCase()
{
    m_bank = std::make_unique<SignInFixture>();
    m_first = std::make_unique<SignInServer>(*m_bank);
    m_second = std::make_unique<SignInServer>(*m_bank);
}

void TestSessions::cleanupTestCase()
{
    m_second.reset();
    m_first.reset();
    m_bank.reset();
}

void TestSessions::init()
{
    m_email = QStringLiteral("user%1@alpha.example").arg(++m_made);
    m_user = m_bank->makeUser(m_email);
    for (const auto *server : {m_first.get(), m_second.get()})
        QTRY_COMPARE(server->revocations().of({}), Revocations::Standing::Good); // it hears
}

api::TokenResponse TestSessions::login()
{
    const QByteArray body = writeJson(api::LoginRequest{m_email, SignInFixture::kPassword, {}, {}});
    const Reply reply = ask(*m_first, post("/auth/login", body));
    const auto tokens = readJson<api::TokenResponse>(reply.body);
    return tokens ? *tokens : api::TokenResponse{};
}

bool TestSessions::isRevoked(const SignInServer &server, const QString &token)
{
    const Reply reply = ask(server, get("/auth/me", token));
    return reply.status == 401 && reply.code() == QLatin1String("token_revoked");
}

void TestSessions::verifyRevokedSoon(const QString &token)
{
    QElapsedTimer timer;
    timer.start();
    for (const auto *server : {m_first.get(), m_second.get()})
        QTRY_VERIFY_WITH_TIMEOUT(isRevoked(*server, token), 5000);
    qInfo("refused by both daemons after %lld ms", timer.elapsed());
    QVERIFY2(timer.elapsed() < 1000, QByteArray::number(timer.elapsed()).constData());
}

void TestSessions::plan_1_2_1_loginOverHttp()
{
    const auto tokens = login();
    QCOMPARE(tokens.user.id, m_user);
    for (const auto *server : {m_first.get(), m_second.get()})
        QCOMPARE(ask(*server, get("/auth/me", tokens.accessToken)).status, 200);
    const Reply wrong =
        ask(*m_first, post("/auth/login", writeJson(api::LoginRequest{m_email, QStringLiteral("wrong"), {}, {}})));
    QCOMPARE(wrong.status, 401);
    QCOMPARE(wrong.code(), QStringLiteral("invalid_credentials"));
    const Reply list = ask(*m_second, get("/auth/sessions", tokens.accessToken));
    QCOMPARE(list.status, 200);
    const auto sessions = readJson<api::SessionList>(list.body);
    QCOMPARE(sessions->items.size(), 1);
    QVERIFY(sessions->items.first().current);
    QCOMPARE(sessions->items.first().address, QStringLiteral("127.0.0.1"));
}

void TestSessions::plan_1_2_1_blacklistedTokensAreRejected()
{
    const auto tokens = login();
    QCOMPARE(ask(*m_second, get("/auth/me", tokens.accessToken)).status, 200);
    QCOMPARE(ask(*m_first, post("/auth/logout", writeJson(api::RefreshRequest{tokens.refreshToken}))).status, 204);
    verifyRevokedSoon(tokens.accessToken);
    QCOMPARE(ask(*m_second, post("/auth/refresh", writeJson(api::RefreshRequest{tokens.refreshToken}))).status, 401);
}

void TestSessions::changedRightsHoldOnEveryDaemonWithinASecond()
{
    const auto tokens = login();
    m_bank->sql.run(QStringLiteral("UPDATE users SET denials = '{queue:view}' WHERE id = '%1'").arg(m_user.toString()));
    verifyRevokedSoon(tokens.accessToken);
    const Reply refreshed = ask(*m_second, post("/auth/refresh", writeJson(api::RefreshRequest{tokens.refreshToken})));
    QCOMPARE(refreshed.status, 200);
    const auto next = readJson<api::TokenResponse>(refreshed.body);
    QVERIFY(!next->user.permissions.contains(QStringLiteral("queue:view")));
    QCOMPARE(ask(*m_first, get("/auth/me", next->accessToken)).status, 200);
}

void TestSessions::changedPasswordsEndOtherSessionsOnEveryDaemonWithinASecond()
{
    const auto own = login();
    const auto other = login();
    const QByteArray body =
        writeJson(api::PasswordChange{SignInFixture::kPassword, QStringLiteral("another kestrel-9 battery")});
    QCOMPARE(ask(*m_second, post("/auth/password", body, bearer(own.accessToken))).status, 204);
    verifyRevokedSoon(other.accessToken);
    QCOMPARE(ask(*m_first, get("/auth/me", own.accessToken)).status, 200);
}

void TestSessions::aReusedRefreshTokenEndsTheSessionOnEveryDaemonWithinASecond()
{
    const auto first = login();
    const auto second = m_bank->refresh(first.refreshToken);
    m_bank->clock.advance(11s);
    QCOMPARE(ask(*m_second, post("/auth/refresh", writeJson(api::RefreshRequest{first.refreshToken}))).status, 401);
    verifyRevokedSoon(second->accessToken);
}

void TestSessions::aTenantThatIsSwitchedOffIsOut()
{
    const auto tokens = login();
    m_bank->sql.run(
        QStringLiteral("UPDATE tenants SET is_active = false WHERE id = '%1'").arg(m_bank->alpha.toString()));
    verifyRevokedSoon(tokens.accessToken);
    m_bank->sql.run(
        QStringLiteral("UPDATE tenants SET is_active = true WHERE id = '%1'").arg(m_bank->alpha.toString()));
}

void TestSessions::whoMustChangeThePasswordCanDoNothingElse()
{
    m_bank->sql.run(
        QStringLiteral("UPDATE users SET must_change_password = true WHERE id = '%1'").arg(m_user.toString()));
    const auto tokens = login();
    QVERIFY(tokens.user.mustChangePassword);
    const Reply sessions = ask(*m_first, get("/auth/sessions", tokens.accessToken));
    QCOMPARE(sessions.status, 403);
    QCOMPARE(sessions.code(), QStringLiteral("password_change_required"));
    QCOMPARE(ask(*m_first, post("/auth/logout-all", {}, bearer(tokens.accessToken))).code(),
             QStringLiteral("password_change_required"));
    QCOMPARE(ask(*m_first, get("/auth/me", tokens.accessToken)).status, 200);
    const QByteArray body =
        writeJson(api::PasswordChange{SignInFixture::kPassword, QStringLiteral("another kestrel-9 battery")});
    QCOMPARE(ask(*m_first, post("/auth/password", body, bearer(tokens.accessToken))).status, 204);
    verifyRevokedSoon(tokens.accessToken); // it says that the password must be changed, which is no longer so
    const auto next = readJson<api::TokenResponse>(
        ask(*m_second, post("/auth/refresh", writeJson(api::RefreshRequest{tokens.refreshToken}))).body);
    QCOMPARE(ask(*m_second, get("/auth/sessions", next->accessToken)).status, 200);
}

void TestSessions::whileADaemonIsDeafItAsksTheDatabase()
{
    const auto tokens = login();
    const Principal principal = m_bank->principalOf(tokens);
    Revocations deaf(m_bank->clock); // never fed
    const SessionCheck check(deaf, m_bank->database.daemon());
    QVERIFY(check.check(principal));
    QCOMPARE(m_bank->signIn.signOut(SignInFixture::kVisitor, {tokens.refreshToken}).ok(), true);
    QCOMPARE(check.check(principal).error().reason, QStringLiteral("token_revoked"));
    QVERIFY(check.checkInMemory(principal));

    // The listening connections are cut; both daemons notice, come back and know what they missed.
    const auto other = login();
    m_bank->sql.run(QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE "
                                   "'%revocation%' AND pid <> pg_backend_pid()"));
    QVERIFY(m_bank->signIn.signOut(SignInFixture::kVisitor, {other.refreshToken}));
    verifyRevokedSoon(other.accessToken);
    for (const auto *server : {m_first.get(), m_second.get()})
        QTRY_COMPARE(server->revocations().of({}), Revocations::Standing::Good);
}

QTEST_GUILESS_MAIN(TestSessions)
#include "tst_sessions.moc"

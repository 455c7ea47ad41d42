#include "server/auth/AccessTokens.h"
#include "tests/server/auth/ForgedTokens.h"
#include "tests/support/FakeClock.h"

#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

const QByteArray kSecret(32, 'k');
const QByteArray kOldSecret(32, 'o');

TokenSettings settings()
{
    TokenSettings settings;
    settings.keys = {{"now", kSecret}, {"old", kOldSecret}};
    return settings;
}

Principal someone()
{
    Principal principal;
    principal.userId = UserId(QUuid("0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1a90"));
    principal.tenantId = TenantId(QUuid("0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1a91"));
    principal.sessionId = SessionId(QUuid("0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1a92"));
    principal.role = Role::Analyst;
    principal.permissions = permissionsOf(Role::Analyst);
    principal.authzVersion = 7;
    return principal;
}

} // namespace

class AccessTokensTest final : public QObject {
    Q_OBJECT

    FakeClock m_clock;

private Q_SLOTS:
    void init() { m_clock.set(Instant(std::chrono::sys_days(std::chrono::year(2026) / 11 / 24))); }

    void readsWhatItWrote()
    {
        const auto tokens = AccessTokens::make(settings(), m_clock);
        const auto read = tokens->verify(tokens->issue(someone()));
        QVERIFY(read.ok());
        QCOMPARE(read->userId, someone().userId);
        QCOMPARE(read->tenantId, someone().tenantId);
        QCOMPARE(read->sessionId, someone().sessionId);
        QCOMPARE(read->role, Role::Analyst);
        QVERIFY(read->permissions == someone().permissions);
        QCOMPARE(read->authzVersion, 7);
        QCOMPARE(read->scope, TokenScope::Full);
        Principal newcomer = someone();
        newcomer.scope = TokenScope::PasswordChange;
        QCOMPARE(tokens->verify(tokens->issue(newcomer))->scope, TokenScope::PasswordChange);
    }

    void acceptsEveryListedKeyAndNoOther()
    {
        const auto tokens = AccessTokens::make(settings(), m_clock);
        TokenSettings old = settings();
        old.keys = {{"old", kOldSecret}};
        QVERIFY(tokens->verify(AccessTokens::make(old, m_clock)->issue(someone())).ok());
        old.keys = {{"older", kOldSecret}};
        QVERIFY(!tokens->verify(AccessTokens::make(old, m_clock)->issue(someone())));
        old.keys = {{"now", kOldSecret}};
        QVERIFY(!tokens->verify(AccessTokens::make(old, m_clock)->issue(someone())));
    }

    void expires()
    {
        const auto tokens = AccessTokens::make(settings(), m_clock);
        const QByteArray token = tokens->issue(someone());
        m_clock.advance(599s);
        QVERIFY(tokens->verify(token).ok());
        m_clock.advance(1s);
        QCOMPARE(tokens->verify(token).error().reason, QStringLiteral("token_expired"));
        m_clock.advance(-700s); // a token of the future, past the skew
        QCOMPARE(tokens->verify(token).error().reason, QStringLiteral("invalid_token"));
        m_clock.advance(96s);
        QVERIFY(tokens->verify(token).ok());
    }

    void endsWithItsSessionWhenThatIsSooner()
    {
        const auto tokens = AccessTokens::make(settings(), m_clock);
        const QByteArray token = tokens->issue(someone(), m_clock.now() + 90s);
        m_clock.advance(89s);
        QVERIFY(tokens->verify(token).ok());
        m_clock.advance(1s);
        QCOMPARE(tokens->verify(token).error().reason, QStringLiteral("token_expired"));
    }

    void keysRotateWhileItWorks()
    {
        auto tokens = AccessTokens::make(settings(), m_clock);
        const QByteArray before = tokens->issue(someone());
        QVERIFY(tokens->replaceKeys({{"next", QByteArray(32, 'n')}, {"now", kSecret}}));
        const QByteArray after = tokens->issue(someone());
        QVERIFY(tokens->verify(before).ok());
        QVERIFY(tokens->verify(after).ok());
        QVERIFY(!AccessTokens::make(settings(), m_clock)->verify(after)); // signed by the new key
        QVERIFY(tokens->replaceKeys({{"next", QByteArray(32, 'n')}}));
        QVERIFY(!tokens->verify(before));
        QVERIFY(tokens->verify(after).ok());
        QVERIFY(!tokens->replaceKeys({}));
        QVERIFY(!tokens->replaceKeys({{"a", kSecret}, {"a", kOldSecret}}));
        QVERIFY(tokens->verify(after).ok());
    }

    void refusesKeysThatAreNoKeys()
    {
        for (const TokenKey &key : {TokenKey{"a", QByteArray(31, 'x')}, TokenKey{"a", QByteArray(33, 'x')}, TokenKey{"a", {}},
                                    TokenKey{"", QByteArray(32, 'x')}, TokenKey{"a\"b", QByteArray(32, 'x')}}) {
            TokenSettings bad = settings();
            bad.keys = {key};
            QVERIFY(!AccessTokens::make(bad, m_clock));
        }
        TokenSettings none = settings();
        none.keys.clear();
        QVERIFY(!AccessTokens::make(none, m_clock));
    }

    void refusesForgedTokens_data()
    {
        QTest::addColumn<QByteArray>("token");
        const auto tokens = AccessTokens::make(settings(), m_clock);
        for (const ForgedToken &forged : forgedTokens(tokens->issue(someone()), kSecret))
            QTest::newRow(forged.name) << forged.token;
        QVERIFY(forgedTokens(tokens->issue(someone()), kSecret).size() >= 60);
    }
    void refusesForgedTokens()
    {
        QFETCH(QByteArray, token);
        const auto tokens = AccessTokens::make(settings(), m_clock);
        const auto read = tokens->verify(token);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Unauthenticated);
        QCOMPARE(read.error().reason, QStringLiteral("invalid_token"));
    }

    void refusesEveryChangedCharacter()
    {
        const auto tokens = AccessTokens::make(settings(), m_clock);
        const QByteArray good = tokens->issue(someone());
        for (qsizetype i = 0; i < good.size(); ++i) {
            QByteArray changed = good;
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            QVERIFY2(!tokens->verify(changed), QByteArray::number(i).constData());
        }
    }
};

QTEST_APPLESS_MAIN(AccessTokensTest)
#include "tst_access_tokens.moc"

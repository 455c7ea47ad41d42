#include "server/auth/Passwords.h"

#include <crypt.h>
#include <sodium.h>

#include <memory>

namespace countersign {

namespace {

Error overloaded()
{
    return {ErrorCode::Unavailable, QStringLiteral("overloaded"), QStringLiteral("too many sign-ins at once"), {}};
}

/// `$2b$12$` and 53 characters. A cost over 15 would hold a core for seconds.
bool isBcrypt(const QByteArray &hash)
{
    constexpr int kLength = 60;
    constexpr int kHighestCost = 15;
    if (hash.size() != kLength || hash[3] != '$' || hash[6] != '$')
        return false;
    const QByteArray kind = hash.left(3);
    const int cost = hash.sliced(4, 2).toInt();
    return (kind == "$2a" || kind == "$2b" || kind == "$2y") && cost >= 4 && cost <= kHighestCost;
}

bool verifyBcrypt(const QByteArray &hash, const QByteArray &password)
{
    // bcrypt ends a password at a zero byte, so one that has any was never hashed by it.
    if (password.contains('\0'))
        return false;
    const auto data = std::make_unique<crypt_data>();
    const char *made = crypt_r(password.constData(), hash.constData(), data.get());
    const bool isSame = made && qsizetype(qstrlen(made)) == hash.size() && sodium_memcmp(made, hash.constData(), std::size_t(hash.size())) == 0;
    sodium_memzero(data.get(), sizeof(crypt_data));
    return isSame;
}

} // namespace

/// One of the places in which a hash may be computed, for the life of the object.
class Passwords::Turn {
public:
    explicit Turn(Passwords &owner) : m_owner(owner), m_has(owner.enter()) {}
    ~Turn()
    {
        if (m_has)
            m_owner.leave();
    }
    Q_DISABLE_COPY_MOVE(Turn)
    bool has() const { return m_has; }

private:
    Passwords &m_owner;
    const bool m_has;
};

Passwords::Passwords(const PasswordCost &cost) : m_cost(cost)
{
    if (sodium_init() < 0)
        qFatal("libsodium cannot start");
}

bool Passwords::enter()
{
    std::unique_lock lock(m_mutex);
    if (m_running >= m_cost.atOnce) {
        if (m_waiting >= m_cost.waiting)
            return false;
        ++m_waiting;
        m_free.wait(lock, [this] { return m_running < m_cost.atOnce; });
        --m_waiting;
    }
    ++m_running;
    return true;
}

void Passwords::leave()
{
    {
        const std::lock_guard lock(m_mutex);
        --m_running;
    }
    m_free.notify_one();
}

Result<QString> Passwords::hash(const QString &password)
{
    const Turn turn(*this);
    if (!turn.has())
        return overloaded();
    const QByteArray bytes = password.toUtf8();
    char text[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str(text, bytes.constData(), quint64(bytes.size()), m_cost.operations, m_cost.memory) != 0)
        return Error{ErrorCode::Unavailable, QStringLiteral("overloaded"), QStringLiteral("no memory for a hash"), {}};
    return QString::fromLatin1(text);
}

Result<bool> Passwords::verify(const QString &hash, const QString &password)
{
    const Turn turn(*this);
    if (!turn.has())
        return overloaded();
    const QByteArray text = hash.toLatin1();
    const QByteArray bytes = password.toUtf8();
    if (isBcrypt(text))
        return verifyBcrypt(text, bytes);
    return crypto_pwhash_str_verify(text.constData(), bytes.constData(), quint64(bytes.size())) == 0;
}

bool Passwords::isOutdated(const QString &hash) const
{
    return crypto_pwhash_str_needs_rehash(hash.toLatin1().constData(), m_cost.operations, m_cost.memory) != 0;
}

Result<bool> Passwords::verifyNobody(const QString &password)
{
    const QString nobody = QStringLiteral("$argon2id$v=19$m=%1,t=%2,p=1$AAAAAAAAAAAAAAAAAAAAAA$%3")
                               .arg(m_cost.memory / 1024)
                               .arg(m_cost.operations)
                               .arg(QString(43, QLatin1Char('A')));
    const Result<bool> verified = verify(nobody, password);
    return verified ? Result<bool>(false) : verified;
}

} // namespace countersign

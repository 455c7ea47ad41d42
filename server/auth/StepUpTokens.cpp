#include "server/auth/StepUpTokens.h"

#include "server/auth/Base64Url.h"

#include <sodium.h>

namespace countersign {

namespace {

constexpr qsizetype kTokenBytes = 32;

QByteArray hashOf(const QByteArray &token)
{
    QByteArray hash(kTokenBytes, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<uchar *>(hash.data()), std::size_t(hash.size()),
                       reinterpret_cast<const uchar *>(token.constData()), std::size_t(token.size()), nullptr, 0);
    return hash;
}

} // namespace

Result<QString> StepUpTokens::issue(const Purpose &purpose)
{
    Query sweep = m_transaction.query("step_up/forget_old");
    if (auto done = sweep.exec(); !done)
        return done.error();
    QByteArray token(kTokenBytes, Qt::Uninitialized);
    randombytes_buf(token.data(), std::size_t(token.size()));
    Query create = m_transaction.query("step_up/create");
    create.bind("token_hash", hashOf(token)).bind("session_id", m_actor.session).bind("user_id", m_actor.user);
    create.bind("action", toText(purpose.action))
        .bind("object_id", purpose.object)
        .bind("seconds", int(kLifetime.count()));
    if (auto done = create.exec(); !done)
        return done.error();
    return QString::fromLatin1(toBase64Url(token));
}

Result<bool> StepUpTokens::use(const Purpose &purpose)
{
    const auto token = fromBase64Url(m_actor.stepUp.toLatin1());
    if (!token || token->size() != kTokenBytes)
        return false;
    Query use = m_transaction.query("step_up/use");
    use.bind("token_hash", hashOf(*token)).bind("session_id", m_actor.session).bind("user_id", m_actor.user);
    use.bind("action", toText(purpose.action)).bind("object_id", purpose.object);
    if (auto done = use.exec(); !done)
        return done.error();
    return use.affectedRows() == 1;
}

} // namespace countersign

#include "server/service/KeyCheck.h"

#include "server/db/Transaction.h"

namespace countersign {

namespace {

Error foreign(quint32 number)
{
    const QString which =
        number == 0 ? QStringLiteral("another lookup key") : QStringLiteral("master key %1").arg(number);
    return {
        ErrorCode::Unavailable,
        QStringLiteral("privacy_key_missing"),
        QStringLiteral(
            "the personal data in the database needs %1, which the privacy key file does not hold; bring the file back "
            "from its backup")
            .arg(which),
        {}};
}

/// The numbers of the keys that the database knows. The ring holds all but those that are retired.
Result<QSet<quint32>> provenKeys(Query known, const KeyRing &keys)
{
    if (auto done = known.exec(); !done)
        return done.error();
    QSet<quint32> proven;
    while (known.next()) {
        const auto number = quint32(known.get<qint64>("number"));
        if (!known.get<bool>("is_retired") && !keys.isProof(number, known.get<QByteArray>("proof")))
            return foreign(number);
        proven.insert(number);
    }
    return proven;
}

} // namespace

Result<bool> needsKeys(Database &database)
{
    Query known = Query::alone(database, "privacy/known_keys");
    const auto done = known.exec();
    return done ? Result<bool>(known.rowCount() > 0) : Result<bool>(done.error());
}

Result<void> compareKeys(Database &database, const KeyRing &keys)
{
    const auto proven = provenKeys(Query::alone(database, "privacy/known_keys"), keys);
    return proven ? Result<void>() : Result<void>(proven.error());
}

Result<void> checkKeys(Database &database, const KeyRing &keys, Instant now)
{
    auto transaction = Transaction::begin(database, {});
    if (!transaction)
        return transaction.error();
    const auto proven = provenKeys(transaction->query("privacy/known_keys"), keys);
    if (!proven)
        return proven.error();
    for (const quint32 number : keys.numbers() + QList<quint32>{0}) {
        if (proven->contains(number))
            continue;
        Query add = transaction->query("privacy/add_key");
        if (auto done = add.bind("number", qint64(number)).bind("proof", keys.proofOf(number)).bind("now", now).exec();
            !done)
            return done;
    }
    // A daemon with another new file may have been faster: a new statement sees what it has proved.
    if (const auto agreed = provenKeys(transaction->query("privacy/known_keys"), keys); !agreed)
        return agreed.error();
    return transaction->commit();
}

} // namespace countersign

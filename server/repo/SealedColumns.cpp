#include "server/repo/SealedColumns.h"

#include "server/repo/PersonalParts.h"

namespace countersign::repo {

Result<std::optional<SecretKey>> Opener::keyOf(const Query &row) const
{
    const auto wrapped = row.get<std::optional<QByteArray>>("wrapped_key");
    if (!wrapped)
        return std::optional<SecretKey>();
    const auto key = keys.unwrap(tenant, row.get<PersonId>("person_id"), *wrapped);
    return key ? Result<std::optional<SecretKey>>(*key) : Result<std::optional<SecretKey>>(key.error());
}

Result<QByteArray> Opener::open(const SecretKey &key, const QUuid &owner, const Query &row, const char *column) const
{
    return unseal(key, {tenant, owner, column}, row.get<QByteArray>(column));
}

Result<QString> Opener::nameOf(const Query &row, ApplicationId application) const
{
    const auto key = keyOf(row);
    if (!key)
        return key.error();
    if (!*key)
        return QString(QLatin1String(kErasedName));
    const auto name = open(**key, application.uuid(), row, kSealedName);
    return name ? Result<QString>(QString::fromUtf8(*name)) : Result<QString>(name.error());
}

} // namespace countersign::repo

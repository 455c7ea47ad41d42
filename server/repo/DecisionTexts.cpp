#include "server/repo/DecisionTexts.h"

#include "server/repo/PersonalParts.h"
#include "server/repo/RowRead.h"

namespace countersign::repo {

namespace {

/// Nothing when the key was destroyed, or when an earlier version stored the text readable, which a migration removed.
Result<std::optional<QByteArray>> opened(const std::optional<SecretKey> &key, const SealPlace &place,
                                         const QByteArray &sealed)
{
    if (!key || sealed.isEmpty())
        return std::optional<QByteArray>();
    const auto plain = unseal(*key, place, sealed);
    return plain ? Result<std::optional<QByteArray>>(*plain) : Result<std::optional<QByteArray>>(plain.error());
}

Result<QString> openedText(const std::optional<SecretKey> &key, const SealPlace &place, const QByteArray &sealed)
{
    const auto plain = opened(key, place, sealed);
    if (!plain)
        return plain.error();
    return *plain ? QString::fromUtf8(**plain) : QString(QLatin1String(kErasedName));
}

Result<void> readConditions(const Query &row, api::DecisionInfo &info, const std::optional<SecretKey> &key,
                            TenantId tenant)
{
    const auto stored = jsonOf<QList<StoredCondition>>(row, "conditions");
    if (!stored)
        return stored.error();
    for (const StoredCondition &condition : *stored) {
        info.conditions.append({condition.id,
                                condition.type,
                                {},
                                condition.dueDate,
                                condition.status,
                                {},
                                condition.changedBy,
                                condition.changedAt,
                                condition.version});
        if (!condition.sealedNote)
            continue;
        const auto note = openedText(key, {tenant, condition.id.uuid(), kSealedNote},
                                     QByteArray::fromBase64(condition.sealedNote->toLatin1()));
        if (!note)
            return note.error();
        info.conditions.last().note = *note;
    }
    return {};
}

void putBack(const DecisionTexts &texts, api::DecisionInfo &decision)
{
    decision.reasoning = texts.reasoning;
    decision.overrideJustification = texts.overrideJustification;
    for (qsizetype i = 0; i < decision.conditions.size(); ++i)
        decision.conditions[i].description = texts.conditions.value(i).description;
}

void putErased(api::DecisionInfo &decision)
{
    const QString erased = QLatin1String(kErasedName);
    decision.reasoning = erased;
    if (decision.overrideFlag)
        decision.overrideJustification = erased;
    for (api::ConditionInfo &condition : decision.conditions)
        condition.description = erased;
}

} // namespace

DecisionTexts textsOf(const api::DecisionInfo &decision)
{
    DecisionTexts texts{decision.reasoning, decision.overrideJustification, {}};
    for (const api::ConditionInfo &condition : decision.conditions)
        texts.conditions.append({condition.type, condition.description, condition.dueDate});
    return texts;
}

QList<PlainCondition> plainConditionsOf(const api::DecisionInfo &decision)
{
    QList<PlainCondition> plain;
    for (const api::ConditionInfo &condition : decision.conditions)
        plain.append({condition.type, condition.dueDate});
    return plain;
}

Result<void> readTexts(const Query &row, api::DecisionInfo &info, const Opener &opener)
{
    const auto sealed = row.get<std::optional<QByteArray>>(kSealedTexts);
    if (!sealed)
        return {}; // the policy's own: nobody wrote anything
    const auto key = opener.keyOf(row);
    if (!key)
        return key.error();
    if (auto read = readConditions(row, info, *key, opener.tenant); !read)
        return read;
    if (const auto comment = row.get<std::optional<QByteArray>>(kSealedComment)) {
        const auto text = openedText(*key, {opener.tenant, info.id.uuid(), kSealedComment}, *comment);
        if (!text)
            return text.error();
        info.overrideComment = *text;
    }
    const auto plain = opened(*key, {opener.tenant, info.id.uuid(), kSealedTexts}, *sealed);
    if (!plain)
        return plain.error();
    if (!*plain) {
        putErased(info);
        return {};
    }
    const auto texts = readJson<DecisionTexts>(**plain);
    if (!texts)
        return texts.error();
    putBack(*texts, info);
    return {};
}

} // namespace countersign::repo

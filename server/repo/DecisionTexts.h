// What people write into and about a decision: it may say who the applicant is, so it is sealed with the applicant's key.
#pragma once

#include "core/api/DecisionDtos.h"
#include "server/repo/SealedColumns.h"

namespace countersign::repo {

inline constexpr char kSealedTexts[] = "sealed_texts";
inline constexpr char kSealedComment[] = "sealed_comment"; ///< of the second person
inline constexpr char kSealedNote[] = "sealed_note";       ///< on what became of a condition

/// What the decider wrote.
struct DecisionTexts {
    QString reasoning;
    std::optional<QString> overrideJustification;
    QList<api::ConditionCreate> conditions; ///< as they were signed, in their order
};

DecisionTexts textsOf(const api::DecisionInfo &decision);

/// A condition as it stays readable: it says what is asked for, not of whom.
struct PlainCondition {
    ConditionType type = ConditionType::Other;
    std::optional<QDate> dueDate;
};

QList<PlainCondition> plainConditionsOf(const api::DecisionInfo &decision);

/// A condition as its row has it now.
struct StoredCondition {
    ConditionId id;
    ConditionType type = ConditionType::Other;
    std::optional<QDate> dueDate;
    ConditionStatus status = ConditionStatus::Open;
    std::optional<QString> sealedNote; ///< in base64
    std::optional<api::Person> changedBy;
    std::optional<Instant> changedAt;
    int version = 1;
};

/// Conditions and texts of the row's decision. Where the applicant was erased something stands for them that says so.
Result<void> readTexts(const Query &row, api::DecisionInfo &info, const Opener &opener);

} // namespace countersign::repo

namespace countersign {

template <>
inline constexpr auto fieldsOf<repo::DecisionTexts> = record("DecisionTexts",
    field("reasoning", &repo::DecisionTexts::reasoning, rule::longText(0, 5000)),
    field("override_justification", &repo::DecisionTexts::overrideJustification, rule::longText(0, 5000)),
    field("conditions", &repo::DecisionTexts::conditions));

template <>
inline constexpr auto fieldsOf<repo::PlainCondition> = record("PlainCondition",
    field("type", &repo::PlainCondition::type),
    field("due_date", &repo::PlainCondition::dueDate));

template <>
inline constexpr auto fieldsOf<repo::StoredCondition> = record("StoredCondition",
    field("id", &repo::StoredCondition::id),
    field("type", &repo::StoredCondition::type),
    field("due_date", &repo::StoredCondition::dueDate),
    field("status", &repo::StoredCondition::status),
    field("sealed_note", &repo::StoredCondition::sealedNote, rule::longText(0, 10'000)),
    field("changed_by", &repo::StoredCondition::changedBy),
    field("changed_at", &repo::StoredCondition::changedAt),
    field("version", &repo::StoredCondition::version));

} // namespace countersign

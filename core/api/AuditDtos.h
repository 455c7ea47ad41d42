// The record of what was done and its proof, on the wire.
#pragma once

#include "core/api/PageDtos.h"

namespace countersign::api {

/// Of the page, newest first.
struct AuditTimelineQuery {
    int page = 1;
    int pageSize = kDefaultPageSize;
    std::optional<QString> cursor;
};

struct AuditQuery {
    std::optional<QString> entityType;
    std::optional<QUuid> entityId;
    std::optional<QUuid> user; ///< who did it
    std::optional<QString> action;
    std::optional<Instant> fromDate;
    std::optional<Instant> toDate;
    int page = 1;
    int pageSize = kDefaultPageSize;
    std::optional<QString> cursor;
};

/// Who did it: a user, an API key or the system itself.
struct AuditActor {
    QString type;
    std::optional<QUuid> id;
    std::optional<QString> name;
};

struct AuditItem {
    QUuid id;
    Instant occurredAt;
    AuditActor actor;
    std::optional<QString> address;
    std::optional<QUuid> requestId;
    QString entityType;
    QUuid entityId;
    QString action;
    std::optional<QJsonObject> oldValue;
    std::optional<QJsonObject> newValue;
    std::optional<QJsonObject> diff;
    std::optional<qint64> sequence; ///< absent: not sealed yet
};

struct AuditVerify {
    qint64 afterSequence = 0;
    int limit = 20'000;
};

struct AuditFault {
    QString kind;
    std::optional<qint64> sequence; ///< absent: the entry is not in the chain
    std::optional<QUuid> entryId;
};

struct AuditCheckpoint {
    qint64 sequence = 0;
    Instant time;
};

struct AuditVerified {
    qint64 verified = 0;
    qint64 afterSequence = 0;
    qint64 lastSequence = 0;
    bool isComplete = false;
    std::optional<AuditFault> fault;
    std::optional<AuditCheckpoint> checkpoint;
};

} // namespace countersign::api

namespace countersign {

template <>
inline constexpr auto fieldsOf<api::AuditTimelineQuery> = record("AuditTimelineQuery",
    field("page", &api::AuditTimelineQuery::page, rule::defaulted(rule::range(1, kMaxOffset))),
    field("page_size", &api::AuditTimelineQuery::pageSize, rule::defaulted(rule::range(1, kMaxPageSize))),
    field("cursor", &api::AuditTimelineQuery::cursor, rule::text(1, 500)));

template <>
inline constexpr auto fieldsOf<api::AuditQuery> = record("AuditQuery",
    field("entity_type", &api::AuditQuery::entityType, rule::text(1, 50), "application, user, tenant ..."),
    field("entity_id", &api::AuditQuery::entityId),
    field("user", &api::AuditQuery::user, "who did it"),
    field("action", &api::AuditQuery::action, rule::text(1, 50), "received, scored, viewed, refused ..."),
    field("from_date", &api::AuditQuery::fromDate),
    field("to_date", &api::AuditQuery::toDate, "exclusive"),
    field("page", &api::AuditQuery::page, rule::defaulted(rule::range(1, kMaxOffset))),
    field("page_size", &api::AuditQuery::pageSize, rule::defaulted(rule::range(1, kMaxPageSize))),
    field("cursor", &api::AuditQuery::cursor, rule::text(1, 500)));

template <>
inline constexpr auto fieldsOf<api::AuditActor> = record("AuditActor",
    field("type", &api::AuditActor::type, "user, api_key or system"),
    field("id", &api::AuditActor::id),
    field("name", &api::AuditActor::name));

template <>
inline constexpr auto fieldsOf<api::AuditItem> = record("AuditItem",
    field("id", &api::AuditItem::id),
    field("occurred_at", &api::AuditItem::occurredAt),
    field("actor", &api::AuditItem::actor),
    field("address", &api::AuditItem::address),
    field("request_id", &api::AuditItem::requestId),
    field("entity_type", &api::AuditItem::entityType),
    field("entity_id", &api::AuditItem::entityId),
    field("action", &api::AuditItem::action),
    field("old_value", &api::AuditItem::oldValue, "personal data is masked"),
    field("new_value", &api::AuditItem::newValue),
    field("diff", &api::AuditItem::diff, "{field: {old, new}}"),
    field("sequence", &api::AuditItem::sequence, "place in the sealed chain; absent until it is sealed"));

template <>
inline constexpr auto fieldsOf<api::AuditVerify> = record("AuditVerify",
    field("after_sequence", &api::AuditVerify::afterSequence, rule::defaulted(rule::range(0, 1e15)), "go on after last_sequence"),
    field("limit", &api::AuditVerify::limit, rule::defaulted(rule::range(1, 100'000)), "entries in this call, roughly"));

template <>
inline constexpr auto fieldsOf<api::AuditFault> = record("AuditFault",
    field("kind", &api::AuditFault::kind, "altered, missing, inserted, swapped, cut_tail, forged or checkpoint"),
    field("sequence", &api::AuditFault::sequence),
    field("entry_id", &api::AuditFault::entryId));

template <>
inline constexpr auto fieldsOf<api::AuditCheckpoint> = record("AuditCheckpoint",
    field("sequence", &api::AuditCheckpoint::sequence),
    field("time", &api::AuditCheckpoint::time));

template <>
inline constexpr auto fieldsOf<api::AuditVerified> = record("AuditVerified",
    field("verified", &api::AuditVerified::verified, "entries found right in this call"),
    field("after_sequence", &api::AuditVerified::afterSequence),
    field("last_sequence", &api::AuditVerified::lastSequence),
    field("is_complete", &api::AuditVerified::isComplete, "the end of the chain was reached"),
    field("fault", &api::AuditVerified::fault, "the first wrong entry"),
    field("checkpoint", &api::AuditVerified::checkpoint, "the last signed one that was passed"));

} // namespace countersign

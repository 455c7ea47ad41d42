// Identifiers that cannot be mixed up: one C++ type per kind of thing, a UUIDv7 inside.
#pragma once

#include "core/base/Instant.h"

#include <QHashFunctions>
#include <QString>
#include <QUuid>

#include <optional>

namespace countersign {

/// A new UUIDv7 (RFC 9562): 48 bit of `now` in milliseconds, then random bits, so that keys made
/// one after the other lie beside each other in an index.
QUuid makeUuidV7(Instant now);

template <class Tag>
class Id {
public:
    Id() = default;
    explicit Id(const QUuid &uuid) : m_uuid(uuid) {}

    static Id make(Instant now) { return Id(makeUuidV7(now)); }

    /// Reads the canonical form, with or without braces; nothing for anything else or the null UUID.
    static std::optional<Id> parse(QStringView text)
    {
        const QUuid uuid = QUuid::fromString(text);
        return uuid.isNull() ? std::nullopt : std::optional(Id(uuid));
    }

    bool isNull() const { return m_uuid.isNull(); }
    const QUuid &uuid() const { return m_uuid; }
    QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }

    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

using TenantId = Id<struct TenantTag>;
using UserId = Id<struct UserTag>;
using ApplicationId = Id<struct ApplicationTag>;
using ScoringId = Id<struct ScoringTag>;
using QueueId = Id<struct QueueTag>;
using DecisionId = Id<struct DecisionTag>;
using ConditionId = Id<struct ConditionTag>;
using PolicyId = Id<struct PolicyTag>;
using ModelId = Id<struct ModelTag>;
using JobId = Id<struct JobTag>;

} // namespace countersign

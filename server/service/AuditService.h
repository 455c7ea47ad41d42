// Reads the record of what was done, and proves it.
#pragma once

#include "core/api/AuditDtos.h"
#include "server/audit/ChainVerifier.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

/// Where the proof outside the database is.
struct AuditProof {
    QString checkpointFolder;
    QByteArray publicKey;
};

class AuditService {
public:
    AuditService(const ServiceContext &context, AuditProof proof) : m_context(context), m_proof(std::move(proof)) {}

    Result<Page<api::AuditItem>> list(const Actor &actor, const api::AuditQuery &query) const;
    /// What happened to one thing, newest first. NotFound when nothing is recorded of it, as for things of other tenants.
    Result<Page<api::AuditItem>> timeline(const Actor &actor, const QString &entityType, const QUuid &entityId,
                                          const api::AuditTimelineQuery &query) const;
    /// A part of the chain in one call, so that a long one is verified in several; the last call also looks for entries
    /// that are in no chain.
    Result<api::AuditVerified> verify(const Actor &actor, const api::AuditVerify &request) const;

    /// The chain as it stands in the database, for a verifier. Must not outlive the service.
    ChainVerifier::Source source(TenantId tenant) const;
    /// The whole of it, or a part as above.
    Result<ChainReport> verifyChain(const ChainVerifier::Source &source, qint64 after, qint64 atMost) const;

private:
    const ServiceContext &m_context;
    const AuditProof m_proof;
};

} // namespace countersign

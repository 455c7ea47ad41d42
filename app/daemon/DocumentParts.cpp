#include "app/daemon/DocumentParts.h"

#include "server/http/RouteTable.h"
#include "server/http/handlers/CaseHandlers.h"
#include "server/http/handlers/DocumentHandlers.h"

namespace countersign {

namespace {

template <class T>
Result<void> withoutValue(const Result<T> &result)
{
    return result ? Result<void>() : Result<void>(result.error());
}

template <class AnyId>
AnyId idOf(const JobRun &job, const char *member)
{
    return AnyId::parse(job.payload.value(QLatin1String(member)).toString()).value_or(AnyId());
}

} // namespace

void DocumentParts::bindJobs(JobTable &jobs) const
{
    jobs.bind(kScanDocument, [this](const JobRun &job) {
        return m_documents.scan(Actor::system(job.tenant.value_or(TenantId())), idOf<ApplicationId>(job, "application_id"),
                                idOf<DocumentId>(job, "document_id"));
    });
    jobs.bind(kCheckDocuments, [this](const JobRun &) { return withoutValue(m_requests.endOverdue()); });
    jobs.bind(kExpireApplications, [this](const JobRun &) { return withoutValue(m_expiry.sweep()); });
}

void DocumentParts::bindRoutes(RouteTable &routes) const
{
    bindDocuments(routes, m_requests, m_documents);
    bindEditing(routes, m_edits, m_notes);
}

} // namespace countersign

#include "server/service/IntakeService.h"

#include "core/api/IntakeRules.h"
#include "core/json/Json.h"
#include "server/repo/ApplicationRepo.h"
#include "server/repo/PolicyRepo.h"
#include "server/service/LegalClock.h"

#include <QTimeZone>

namespace countersign {

namespace {

Error invalid(const QList<FieldError> &faults)
{
    return {ErrorCode::Invalid, QStringLiteral("validation_failed"),
            QStringLiteral("The request has wrong fields; see errors."), faults};
}

QDate todayIn(const QByteArray &timeZone, Instant now)
{
    return toDateTime(now).toTimeZone(QTimeZone(timeZone)).date();
}

NewApplication derive(const api::ApplicationCreate &create, const ActivePolicy &active, Instant now)
{
    const LoanInputs inputs = loanInputsOf(create.applicantData, create.financialData, create.creditBureauData, create.loanRequest);
    return {ApplicationId::make(now), create, derivedOf(inputs, create.loanRequest, active.policy.indicativeRate),
            now + std::chrono::days(active.expiryDays)};
}

/// What the record says of a new application: the loan, and nothing about the person.
QJsonObject recordOf(const NewApplication &application)
{
    const api::LoanRequest &loan = application.create.loanRequest;
    return {{QStringLiteral("source"), toText(application.create.source)},
            {QStringLiteral("status"), toText(ApplicationStatus::Pending)},
            {QStringLiteral("amount"), loan.amount.toNumber()},
            {QStringLiteral("currency"), loan.currency.code()},
            {QStringLiteral("term_months"), loan.termMonths},
            {QStringLiteral("purpose"), toText(loan.purpose)}};
}

using Stored = QHash<ApplicationId, QString>; ///< under which external id

/// Finds or makes the applicants and stores the applications, sealed with their keys.
Result<Stored> insertWithPeople(UnitOfWork &unit, const QList<NewApplication> &applications)
{
    PersonRepo persons(unit.transaction(), unit.tenant(), unit.keys());
    QList<const api::Personal *> applicants;
    for (const NewApplication &application : applications)
        applicants.append(&application.create.applicantData.personal);
    const auto people = persons.findOrMake(applicants, unit.now());
    if (!people)
        return people.error();
    auto stored = ApplicationRepo(unit.transaction(), unit.tenant()).insertMany(applications, *people, unit.actor(), unit.now());
    if (!stored)
        return stored;
    QList<PersonId> unused;
    for (qsizetype i = 0; i < applications.size(); ++i)
        if ((*people)[i].isNew && !stored->contains(applications[i].id))
            unused.append((*people)[i].id);
    if (!unused.isEmpty())
        if (auto dropped = persons.dropUnused(unused); !dropped)
            return dropped.error();
    return stored;
}

/// The legal clocks begin.
Result<void> noteReceived(UnitOfWork &unit, const QList<NewApplication> &applications, const Stored &stored)
{
    QList<ApplicationId> complete;
    QList<ApplicationId> incomplete;
    for (const NewApplication &application : applications)
        if (stored.contains(application.id))
            (isComplete(application.create) ? complete : incomplete).append(application.id);
    LegalClock clock(unit);
    if (auto noted = clock.note(LegalEvent::ReceivedComplete, complete); !noted)
        return noted;
    return clock.note(LegalEvent::ReceivedIncomplete, incomplete);
}

/// Stores what is good, with its audit entries and its jobs.
Result<Stored> insertWithJobs(UnitOfWork &unit, const QList<NewApplication> &applications)
{
    auto stored = insertWithPeople(unit, applications);
    if (!stored)
        return stored;
    for (const NewApplication &application : applications) {
        if (!stored->contains(application.id))
            continue;
        unit.audit({"application", application.id.uuid(), "received", {}, recordOf(application)});
        unit.enqueue(kScoreApplication, {{QStringLiteral("application_id"), application.id.toString()}});
    }
    if (auto noted = noteReceived(unit, applications, *stored); !noted)
        return noted.error();
    return stored;
}

Error duplicateOf(const QString &externalId, ApplicationId existing)
{
    return {ErrorCode::Conflict, QStringLiteral("duplicate_external_id"),
            QStringLiteral("The external id belongs to application %1.").arg(existing.toString()),
            {{QStringLiteral("external_id"), QStringLiteral("duplicate"),
              QStringLiteral("%1 is taken").arg(externalId)}}};
}

/// Somebody chose a number that looks like ours: the next attempt takes the next one.
Error madeUpIdIsTaken()
{
    return {ErrorCode::Conflict, QStringLiteral("serialization_failure"), QStringLiteral("made-up id is taken"), {}};
}

/// The items of a batch on their way through: what was read, what was wrong, what was stored.
struct Batch {
    QList<NewApplication> good;
    QList<int> indexOfGood; ///< position in the request
    QList<api::BatchItemResult> results;

    void refuse(int index, const QList<FieldError> &faults)
    {
        api::BatchItemResult &result = results[index];
        result.status = api::BatchItemStatus::Invalid;
        for (const FieldError &fault : faults)
            result.errors.append({fault.path, fault.code, fault.message});
    }
};

Batch judge(const api::BatchCreate &request, const ActivePolicy &active, Instant now)
{
    Batch batch;
    const QDate today = todayIn(active.timeZone, now);
    QSet<QString> seen;
    for (int i = 0; i < request.items.size(); ++i) {
        batch.results.append({i, api::BatchItemStatus::Created, {}, {}, {}});
        const auto read = readValue<api::ApplicationCreate>(request.items[i]);
        const QList<FieldError> faults = read ? validateIntake(*read, active.currency, today) : read.error().fields;
        if (read)
            batch.results[i].externalId = read->externalId;
        if (!faults.isEmpty()) {
            batch.refuse(i, faults);
        } else if (read->externalId && seen.contains(*read->externalId)) {
            batch.results[i].status = api::BatchItemStatus::Duplicate;
        } else {
            if (read->externalId)
                seen.insert(*read->externalId);
            batch.good.append(derive(*read, active, now));
            batch.indexOfGood.append(i);
        }
    }
    return batch;
}

Result<void> nameDuplicates(UnitOfWork &unit, Batch &batch, const QHash<ApplicationId, QString> &stored)
{
    QStringList taken;
    for (qsizetype i = 0; i < batch.good.size(); ++i) {
        api::BatchItemResult &result = batch.results[batch.indexOfGood[i]];
        const auto known = stored.constFind(batch.good[i].id);
        if (known != stored.constEnd()) {
            result.id = batch.good[i].id;
            result.externalId = *known;
        } else if (!result.externalId) {
            return madeUpIdIsTaken();
        } else {
            result.status = api::BatchItemStatus::Duplicate;
        }
    }
    for (const api::BatchItemResult &result : batch.results)
        if (result.status == api::BatchItemStatus::Duplicate)
            taken.append(*result.externalId);
    if (taken.isEmpty())
        return {};
    const auto existing = ApplicationRepo(unit.transaction(), unit.tenant()).findByExternalIds(taken);
    if (!existing)
        return existing.error();
    for (api::BatchItemResult &result : batch.results)
        if (result.status == api::BatchItemStatus::Duplicate)
            result.id = existing->value(*result.externalId);
    return {};
}

} // namespace

Result<api::ApplicationCreated> IntakeService::create(const Actor &actor, const api::ApplicationCreate &application) const
{
    return UnitOfWork::run<api::ApplicationCreated>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::ApplicationCreated> {
        const auto active = PolicyRepo(unit.transaction(), unit.tenant()).active();
        if (!active)
            return active.error();
        const auto faults = validateIntake(application, active->currency, todayIn(active->timeZone, unit.now()));
        if (!faults.isEmpty())
            return invalid(faults);
        const NewApplication fresh = derive(application, *active, unit.now());
        const auto stored = insertWithJobs(unit, {fresh});
        if (!stored)
            return stored.error();
        if (stored->contains(fresh.id))
            return api::ApplicationCreated{fresh.id, stored->value(fresh.id), ApplicationStatus::Pending, unit.now()};
        if (!application.externalId)
            return madeUpIdIsTaken();
        const auto existing = ApplicationRepo(unit.transaction(), unit.tenant()).findByExternalIds({*application.externalId});
        if (!existing)
            return existing.error();
        return duplicateOf(*application.externalId, existing->value(*application.externalId));
    });
}

Result<api::BatchCreated> IntakeService::createMany(const Actor &actor, const api::BatchCreate &request) const
{
    return UnitOfWork::run<api::BatchCreated>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::BatchCreated> {
        const auto active = PolicyRepo(unit.transaction(), unit.tenant()).active();
        if (!active)
            return active.error();
        Batch batch = judge(request, *active, unit.now());
        QHash<ApplicationId, QString> stored;
        if (!batch.good.isEmpty()) {
            auto inserted = insertWithJobs(unit, batch.good);
            if (!inserted)
                return inserted.error();
            stored = *inserted;
        }
        if (auto named = nameDuplicates(unit, batch, stored); !named)
            return named.error();
        const int created = int(stored.size());
        return api::BatchCreated{created, int(batch.results.size()) - created, batch.results};
    });
}

} // namespace countersign

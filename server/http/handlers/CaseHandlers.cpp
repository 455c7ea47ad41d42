#include "server/http/handlers/CaseHandlers.h"

#include "core/api/endpoints/ApplicationEndpoints.h"
#include "core/api/endpoints/PersonEndpoints.h"
#include "core/api/endpoints/PolicyEndpoints.h"
#include "core/api/endpoints/QueueEndpoints.h"
#include "server/http/RouteTable.h"
#include "server/service/CancellationService.h"
#include "server/service/CaseService.h"
#include "server/service/EditService.h"
#include "server/service/IntakeService.h"
#include "server/service/NoteService.h"
#include "server/service/PersonService.h"
#include "server/service/QueueService.h"
#include "server/service/SlaService.h"

namespace countersign {

namespace {

void bindAttention(RouteTable &routes, const QueueService &queue)
{
    using Item = Result<api::QueueItem>;
    routes.bind<api::recuseCase>([&](const Call &call, const api::RecuseCase &body) -> Item {
        const auto id = call.id<QueueId>();
        return id ? queue.recuse(call.actor(), *id, body, call.version) : Item(id.error());
    });
    routes.bind<api::escalateCase>([&](const Call &call, const api::EscalateCase &body) -> Item {
        const auto id = call.id<QueueId>();
        return id ? queue.escalate(call.actor(), *id, body, call.version) : Item(id.error());
    });
    routes.bind<api::flagCase>([&](const Call &call, const api::FlagCase &body) -> Item {
        const auto id = call.id<QueueId>();
        return id ? queue.flag(call.actor(), *id, body, call.version) : Item(id.error());
    });
    routes.bind<api::requestHelp>([&](const Call &call, const api::RequestHelp &body) -> Item {
        const auto id = call.id<QueueId>();
        return id ? queue.requestHelp(call.actor(), *id, body, call.version) : Item(id.error());
    });
}

} // namespace

void bindApplications(RouteTable &routes, const IntakeService &intake, const CaseService &cases)
{
    routes.bind<api::createApplication>(
        [&](const Call &call, const api::ApplicationCreate &body) { return intake.create(call.actor(), body); });
    routes.bind<api::createApplications>(
        [&](const Call &call, const api::BatchCreate &body) { return intake.createMany(call.actor(), body); });
    routes.bind<api::listApplications>(
        [&](const Call &call, const api::ApplicationQuery &query) { return cases.list(call.actor(), query); });
    routes.bind<api::getApplication>([&](const Call &call) -> Result<api::CaseDetail> {
        const auto id = call.id<ApplicationId>();
        return id ? cases.detail(call.actor(), *id) : Result<api::CaseDetail>(id.error());
    });
    routes.bind<api::modelInfo>([&](const Call &call) { return cases.systemInfo(call.actor()); });
}

void bindQueue(RouteTable &routes, const QueueService &queue, const SlaService &sla)
{
    using Item = Result<api::QueueItem>;
    routes.bind<api::listQueue>([&](const Call &call, const api::QueueQuery &query) { return queue.list(call.actor(), query); });
    routes.bind<api::queueSummary>([&](const Call &call) { return queue.summary(call.actor()); });
    routes.bind<api::slaMetrics>([&](const Call &call, const api::SlaMetricsQuery &query) { return sla.metrics(call.actor(), query); });
    routes.bind<api::assignCase>([&](const Call &call, const api::AssignCase &body) -> Item {
        const auto id = call.id<QueueId>();
        return id ? queue.assign(call.actor(), *id, body, call.version) : Item(id.error());
    });
    routes.bind<api::startCase>([&](const Call &call) -> Item {
        const auto id = call.id<QueueId>();
        return id ? queue.start(call.actor(), *id, call.version) : Item(id.error());
    });
    routes.bind<api::releaseCase>([&](const Call &call, const api::ReleaseCase &body) -> Item {
        const auto id = call.id<QueueId>();
        return id ? queue.release(call.actor(), *id, body, call.version) : Item(id.error());
    });
    routes.bind<api::undoMove>([&](const Call &call) -> Item {
        const auto id = call.id<QueueId>();
        return id ? queue.undo(call.actor(), *id, call.version) : Item(id.error());
    });
    bindAttention(routes, queue);
    routes.bind<api::nextCase>([&](const Call &call, const api::TakeNext &body) { return queue.next(call.actor(), body); });
    routes.bind<api::moveCases>([&](const Call &call, const api::QueueBulk &body) { return queue.moveMany(call.actor(), body); });
    routes.bind<api::workload>([&](const Call &call) { return queue.workload(call.actor()); });
}

void bindCancellation(RouteTable &routes, const CancellationService &cancellation)
{
    routes.bind<api::cancelApplication>([&](const Call &call, const api::ApplicationCancel &body) -> Result<> {
        const auto id = call.id<ApplicationId>();
        return id ? cancellation.cancel(call.actor(), *id, body, *call.version) : Result<>(id.error());
    });
}

void bindEditing(RouteTable &routes, const EditService &edits, const NoteService &notes)
{
    routes.bind<api::updateApplication>([&](const Call &call, const api::ApplicationPatch &body) -> Result<api::CaseDetail> {
        const auto id = call.id<ApplicationId>();
        return id ? edits.correct(call.actor(), *id, body, *call.version) : Result<api::CaseDetail>(id.error());
    });
    routes.bind<api::listNotes>([&](const Call &call) -> Result<api::NoteList> {
        const auto id = call.id<ApplicationId>();
        return id ? notes.list(call.actor(), *id) : Result<api::NoteList>(id.error());
    });
    routes.bind<api::createNote>([&](const Call &call, const api::NoteCreate &body) -> Result<api::NoteInfo> {
        const auto id = call.id<ApplicationId>();
        return id ? notes.create(call.actor(), *id, body) : Result<api::NoteInfo>(id.error());
    });
}

void bindPersons(RouteTable &routes, const PersonService &persons)
{
    routes.bind<api::exportPerson>([&](const Call &call) -> Result<api::PersonExport> {
        const auto id = call.id<PersonId>();
        return id ? persons.exportAll(call.actor(), *id) : Result<api::PersonExport>(id.error());
    });
    routes.bind<api::erasePerson>([&](const Call &call) -> Result<api::PersonErased> {
        const auto id = call.id<PersonId>();
        return id ? persons.erase(call.actor(), *id) : Result<api::PersonErased>(id.error());
    });
}

} // namespace countersign

#include "PersonFixture.h"

#include "server/auth/StepUpTokens.h"

namespace countersign {

api::ApplicationCreate PersonFixture::fullApplication(int score)
{
    api::ApplicationCreate application = this->application(score);
    application.metadata = QJsonObject{{QStringLiteral("note"), QStringLiteral("a friend of the branch manager")}};
    application.applicantData.personal.phone = QStringLiteral("+381641234567");
    application.applicantData.address =
        api::Address{QStringLiteral("Knez Mihailova 7"), QStringLiteral("Beograd"), QStringLiteral("11000"),
                     QStringLiteral("RS"), HousingStatus::Rent};
    application.applicantData.employment.employerName = QStringLiteral("Elektroprivreda");
    application.applicantData.employment.jobTitle = QStringLiteral("Dispatcher");
    return application;
}

ApplicationId PersonFixture::send(const api::ApplicationCreate &application)
{
    const auto created = IntakeService(context).create(sender, application);
    if (!created)
        qFatal("%s", qPrintable(created.error().detail));
    scoreAll();
    return created->id;
}

api::CaseDetail PersonFixture::detail(ApplicationId id)
{
    const auto detail = CaseService(context).detail(analyst, id);
    if (!detail)
        qFatal("%s", qPrintable(detail.error().detail));
    return *detail;
}

Actor PersonFixture::provedForErasure(const Actor &who, PersonId person)
{
    Actor actor = who;
    actor.session = SessionId(QUuid::createUuid());
    sql.run(QStringLiteral("INSERT INTO sessions (id, tenant_id, user_id, token_hash, family_key, created_at, "
                           "rotated_at, expires_at) VALUES ('%1', '%2', '%3', sha256('%1'), sha256('%1'), now(), "
                           "now(), now() + interval '1 hour')")
                .arg(actor.session->toString(), actor.tenant.toString(), actor.user->toString()));
    const auto token = UnitOfWork::run<QString>(context, actor, [&](UnitOfWork &unit) {
        return StepUpTokens(unit.transaction(), unit.actor()).issue({StepUpAction::Erasure, person.uuid()});
    });
    if (!token)
        qFatal("%s", qPrintable(token.error().detail));
    actor.stepUp = *token;
    return actor;
}

Result<api::PersonErased> PersonFixture::erase(const Actor &who, PersonId person)
{
    return PersonService(context).erase(provedForErasure(who, person), person);
}

QStringList PersonFixture::found(const QString &search)
{
    api::ApplicationQuery query;
    query.search = search;
    const auto page = CaseService(context).list(analyst, query);
    if (!page)
        qFatal("%s", qPrintable(page.error().detail));
    QStringList ids;
    for (const api::ApplicationItem &item : page->items)
        ids.append(item.id.toString());
    return ids;
}

} // namespace countersign

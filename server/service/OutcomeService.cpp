#include "server/service/OutcomeService.h"

#include "server/repo/OutcomeRepo.h"
#include "server/service/Blindness.h"
#include "server/service/LegalClock.h"

namespace countersign {

namespace {

/// The loans of a batch, and what is known of them so far.
struct Book {
    QHash<ApplicationId, LockedLoan> loans;
    QHash<QString, ApplicationId> byExternalId;
    ObservationsByApplication observations;
    QList<NewOutcome> fresh;
    QList<ApplicationId> booked; ///< loans that were not known to be before

    const LockedLoan *find(const api::OutcomeCreate &item) const
    {
        const ApplicationId id = item.applicationId ? *item.applicationId : byExternalId.value(*item.externalId);
        const auto found = loans.find(id);
        return found == loans.end() ? nullptr : &*found;
    }
};

Result<Book> openBook(UnitOfWork &unit, const api::OutcomeBatch &batch)
{
    QStringList ids;
    QStringList externalIds;
    for (const api::OutcomeCreate &item : batch.items) {
        if (item.applicationId)
            ids.append(item.applicationId->toString());
        else if (item.externalId)
            externalIds.append(*item.externalId);
    }
    OutcomeRepo outcomes(unit.transaction(), unit.tenant());
    const auto loans = outcomes.lockLoans(ids, externalIds, unit.actor().apiKey);
    if (!loans)
        return loans.error();
    const auto hidden = hiddenFrom(unit);
    if (!hidden)
        return hidden.error();
    Book book;
    QList<ApplicationId> found;
    for (const LockedLoan &loan : *loans) {
        if (loan.application == *hidden)
            continue;
        book.loans.insert(loan.application, loan);
        book.byExternalId.insert(loan.externalId, loan.application);
        found.append(loan.application);
    }
    auto observations = outcomes.of(found);
    if (!observations)
        return observations.error();
    book.observations = std::move(*observations);
    return book;
}

LoanObservation observationOf(const api::OutcomeCreate &item)
{
    const int least = leastDaysPastDue(item.performance);
    const bool isCounted = item.performance <= LoanPerformance::PastDue90;
    return {item.performance, item.observedAt,
            item.daysPastDue ? item.daysPastDue
                : isCounted  ? std::optional(least)
                             : std::nullopt,
            item.monthsOnBook};
}

struct Verdict {
    api::OutcomeResult result = api::OutcomeResult::Recorded;
    QString code;
};

Verdict refused(const char *code)
{
    return {api::OutcomeResult::Refused, QLatin1String(code)};
}

/// Records the item in the book, or says why not.
Verdict judge(Book &book, const api::OutcomeCreate &item, Instant now)
{
    if (item.applicationId.has_value() == item.externalId.has_value())
        return refused("name_one_application");
    const LockedLoan *loan = book.find(item);
    if (!loan)
        return refused("unknown_application");
    if (loan->status != ApplicationStatus::Approved || !loan->decidedAt)
        return refused("not_approved");
    QList<LoanObservation> &known = book.observations[loan->application];
    const LoanObservation observed = observationOf(item);
    if (known.contains(observed))
        return {api::OutcomeResult::Unchanged, {}};
    const auto last = known.isEmpty() ? std::nullopt : std::optional(known.last());
    if (const auto refusal = refusalOf(observed, last, *loan->decidedAt, now))
        return refused(toCString(*refusal));
    if (known.isEmpty())
        book.booked.append(loan->application);
    known.append(observed);
    book.fresh.append({loan->application, observed});
    return {};
}

void count(api::OutcomesRecorded &all, api::OutcomeResult result)
{
    all.recorded += result == api::OutcomeResult::Recorded ? 1 : 0;
    all.unchanged += result == api::OutcomeResult::Unchanged ? 1 : 0;
    all.refused += result == api::OutcomeResult::Refused ? 1 : 0;
}

Result<void> store(UnitOfWork &unit, const Book &book)
{
    if (auto done = OutcomeRepo(unit.transaction(), unit.tenant()).insert(book.fresh, unit.actor().user, unit.now());
        !done)
        return done;
    for (const NewOutcome &outcome : book.fresh)
        unit.audit({"application",
                    outcome.application.uuid(),
                    "outcome_recorded",
                    {},
                    {{QStringLiteral("performance"), toText(outcome.observed.performance)},
                     {QStringLiteral("observed_at"), toIso(outcome.observed.observedAt)}}});
    // Whoever draws the loan has accepted what was offered.
    return LegalClock(unit).note(LegalEvent::CounterofferAnswered, book.booked);
}

} // namespace

Result<api::OutcomesRecorded> OutcomeService::record(const Actor &actor, const api::OutcomeBatch &batch) const
{
    return UnitOfWork::run<api::OutcomesRecorded>(
        m_context, actor, [&](UnitOfWork &unit) -> Result<api::OutcomesRecorded> {
            auto book = openBook(unit, batch);
            if (!book)
                return book.error();
            api::OutcomesRecorded all;
            for (const api::OutcomeCreate &item : batch.items) {
                const Verdict verdict = judge(*book, item, unit.now());
                const LockedLoan *loan =
                    item.applicationId.has_value() != item.externalId.has_value() ? book->find(item) : nullptr;
                all.items.append({int(all.items.size()), verdict.result,
                                  loan ? std::optional(loan->application) : std::nullopt,
                                  verdict.code.isEmpty() ? std::nullopt : std::optional(verdict.code)});
                count(all, verdict.result);
            }
            if (auto stored = store(unit, *book); !stored)
                return stored.error();
            return all;
        });
}

} // namespace countersign

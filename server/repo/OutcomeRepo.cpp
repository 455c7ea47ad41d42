#include "server/repo/OutcomeRepo.h"

#include "server/repo/RowRead.h"

namespace countersign {

namespace {

/// The column keeps what a loan came to; how late a running one is, its days say.
struct Stored {
    LoanPerformance performance;
    const char *outcome;
};
constexpr std::array kEnded{Stored{LoanPerformance::Default, "defaulted"},
                            Stored{LoanPerformance::WrittenOff, "written_off"},
                            Stored{LoanPerformance::Repaid, "repaid"}};

QLatin1String outcomeOf(LoanPerformance performance)
{
    for (const Stored &row : kEnded)
        if (row.performance == performance)
            return QLatin1String(row.outcome);
    return QLatin1String("performing");
}

LoanPerformance performanceOf(const QString &outcome, int daysPastDue)
{
    for (const Stored &row : kEnded)
        if (outcome == QLatin1String(row.outcome))
            return row.performance;
    return performanceAt(daysPastDue);
}

QJsonValue numberOrNull(const std::optional<int> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

} // namespace

Result<QList<LockedLoan>> OutcomeRepo::lockLoans(const QStringList &ids, const QStringList &externalIds,
                                                 const std::optional<ApiKeyId> &key)
{
    Query row = m_transaction.query("outcome/lock_loans");
    row.bind("tenant_id", m_tenant).bind("ids", ids).bind("external_ids", externalIds).bind("created_by_key", key);
    if (auto done = row.exec(); !done)
        return done.error();
    QList<LockedLoan> loans;
    while (row.next())
        loans.append({row.get<ApplicationId>("id"), row.get<QString>("external_id"),
                      repo::enumOf<ApplicationStatus>(row, "status"), row.get<std::optional<Instant>>("decided_at")});
    return loans;
}

Result<ObservationsByApplication> OutcomeRepo::of(const QList<ApplicationId> &applications)
{
    QStringList ids;
    for (const ApplicationId application : applications)
        ids.append(application.toString());
    Query row = m_transaction.query("outcome/of_applications");
    if (auto done = row.bind("tenant_id", m_tenant).bind("application_ids", ids).exec(); !done)
        return done.error();
    ObservationsByApplication found;
    while (row.next()) {
        LoanObservation observed;
        observed.daysPastDue = row.get<std::optional<int>>("days_past_due");
        observed.performance = performanceOf(row.get<QString>("outcome"), observed.daysPastDue.value_or(0));
        observed.observedAt = row.get<Instant>("observed_at");
        observed.monthsOnBook = row.get<std::optional<int>>("months_on_book");
        found[row.get<ApplicationId>("application_id")].append(observed);
    }
    return found;
}

Result<void> OutcomeRepo::insert(const QList<NewOutcome> &outcomes, std::optional<UserId> by, Instant now)
{
    if (outcomes.isEmpty())
        return {};
    QJsonArray rows;
    for (const NewOutcome &outcome : outcomes)
        rows.append(QJsonObject{{QStringLiteral("id"), QUuid(makeUuidV7(now)).toString(QUuid::WithoutBraces)},
                                {QStringLiteral("application_id"), outcome.application.toString()},
                                {QStringLiteral("outcome"), outcomeOf(outcome.observed.performance)},
                                {QStringLiteral("days_past_due"), numberOrNull(outcome.observed.daysPastDue)},
                                {QStringLiteral("months_on_book"), numberOrNull(outcome.observed.monthsOnBook)},
                                {QStringLiteral("observed_at"), toIso(outcome.observed.observedAt)}});
    Query insert = m_transaction.query("outcome/insert_many");
    return insert.bind("tenant_id", m_tenant).bind("rows", rows).bind("recorded_by", by).bind("now", now).exec();
}

} // namespace countersign

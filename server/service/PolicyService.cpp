#include "server/service/PolicyService.h"

#include "server/repo/PolicyVersionRepo.h"
#include "server/repo/TenantRepo.h"
#include "server/service/Cursor.h"
#include "server/service/SimulationReports.h"
#include "server/service/StepUpService.h"

namespace countersign {

namespace {

constexpr std::size_t kMaxCases = 1'000'000;
constexpr int kDefaultDays = 365;
const CursorOrder kOrder{QStringLiteral("policies"), CursorKey::Integer};

Error notFound()
{
    return {ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such policy."), {}};
}

Error badTransition(const api::PolicyInfo &policy, PolicyState to)
{
    QStringList from;
    for (const PolicyMove &move : kPolicyMoves)
        if (move.to == to)
            from.append(toText(move.from));
    return {ErrorCode::Conflict,
            QStringLiteral("bad_transition"),
            QStringLiteral("Policy %1 is %2; it becomes %3 from: %4.")
                .arg(policy.version)
                .arg(toText(policy.state), toText(to), from.join(QStringLiteral(", "))),
            {}};
}

QString nameOf(const Actor &actor)
{
    return actor.user ? QStringLiteral("user:") + actor.user->toString() : QStringLiteral("system");
}

Result<Currency> currencyOf(UnitOfWork &unit)
{
    const auto tenant = TenantRepo(unit.transaction()).get(unit.tenant());
    if (!tenant)
        return tenant.error();
    return *tenant ? Result<Currency>((*tenant)->currency) : Result<Currency>(notFound());
}

Result<void> check(const Policy &rules, const Currency &currency)
{
    if (auto checked = checkPolicy(rules); !checked) {
        Error error = checked.error();
        for (FieldError &field : error.fields)
            field.path.prepend(QStringLiteral("rules."));
        return error;
    }
    if (const auto limit = Money::fromAmount(rules.maxLoanAmountAuto, currency); !limit)
        return Error{ErrorCode::Invalid,
                     QStringLiteral("invalid_policy"),
                     QStringLiteral("the policy contradicts itself"),
                     {{QStringLiteral("rules.max_loan_amount_auto"), limit.error().reason, limit.error().detail}}};
    return {};
}

struct Days {
    QDate from;
    QDate to;

    Period period() const { return {startOf(from), startOf(to.addDays(1))}; }
    static Instant startOf(QDate day) { return toInstant(day.startOfDay(Qt::UTC)); }
};

Result<Days> daysOf(const api::SimulationRequest &request, Instant now)
{
    Days days;
    days.to = request.toDate.value_or(toDateTime(now).date());
    days.from = request.fromDate.value_or(days.to.addDays(-kDefaultDays));
    if (days.from <= days.to)
        return days;
    return Error{ErrorCode::Invalid,
                 QStringLiteral("validation_failed"),
                 QStringLiteral("The period ends before it begins."),
                 {{QStringLiteral("from_date"), QStringLiteral("out_of_range"), QStringLiteral("lies after to_date")}}};
}

struct History {
    api::PolicyInfo policy;
    std::vector<PastCase> cases;
    std::optional<double> reviewMinutes;
    bool hadOtherRate = false;
};

Result<History> read(UnitOfWork &unit, PolicyId id, const Period &period)
{
    PolicyVersionRepo policies(unit.transaction(), unit.tenant());
    const auto policy = policies.get(id);
    if (!policy)
        return policy.error();
    if (!*policy)
        return notFound();
    auto cases = policies.pastCases(period, (*policy)->currency, kMaxCases + 1);
    if (!cases)
        return cases.error();
    const auto minutes = policies.reviewMinutes(period);
    if (!minutes)
        return minutes.error();
    const auto other = policies.hadOtherRate(period, (*policy)->rules.indicativeRate);
    if (!other)
        return other.error();
    return History{**policy, std::move(*cases), *minutes, *other};
}

QJsonObject auditOf(const api::PolicyInfo &policy)
{
    return {{QStringLiteral("version"), policy.version}, {QStringLiteral("state"), toText(policy.state)}};
}

Result<api::PolicyInfo> stored(UnitOfWork &unit, PolicyId id)
{
    const auto policy = PolicyVersionRepo(unit.transaction(), unit.tenant()).get(id);
    if (!policy)
        return policy.error();
    return *policy ? Result<api::PolicyInfo>(**policy) : Result<api::PolicyInfo>(notFound());
}

} // namespace

Result<Page<api::PolicyInfo>> PolicyService::list(const Actor &actor, const api::PolicyQuery &query) const
{
    const auto start = pageStart(query.cursor, kOrder, query.page, query.pageSize);
    if (!start)
        return start.error();
    const std::optional<PolicyId> after = start->start ? std::optional(PolicyId(start->start->afterId)) : std::nullopt;
    return UnitOfWork::run<Page<api::PolicyInfo>>(
        m_context, actor, [&](UnitOfWork &unit) -> Result<Page<api::PolicyInfo>> {
            PolicyVersionRepo policies(unit.transaction(), unit.tenant());
            const auto items = policies.list(query, after);
            if (!items)
                return items.error();
            const auto total = policies.count(query);
            if (!total)
                return total.error();
            Page<api::PolicyInfo> page{*items, *total, true, query.page, query.pageSize, {}};
            if (items->size() == query.pageSize)
                page.nextCursor = makeCursor(kOrder, QStringLiteral("0"), items->last().id.uuid(), unit.now());
            return page;
        });
}

Result<api::PolicyInfo> PolicyService::get(const Actor &actor, PolicyId id) const
{
    return UnitOfWork::run<api::PolicyInfo>(m_context, actor, [&](UnitOfWork &unit) { return stored(unit, id); });
}

Result<api::PolicyInfo> PolicyService::create(const Actor &actor, const api::PolicyCreate &request) const
{
    return UnitOfWork::run<api::PolicyInfo>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::PolicyInfo> {
        const auto currency = currencyOf(unit);
        if (!currency)
            return currency.error();
        if (auto checked = check(request.rules, *currency); !checked)
            return checked.error();
        PolicyVersionRepo policies(unit.transaction(), unit.tenant());
        if (auto locked = policies.lock(); !locked)
            return locked.error();
        const NewPolicy policy{PolicyId::make(unit.now()), request, nameOf(actor)};
        if (auto inserted = policies.insert(policy, *currency, unit.now()); !inserted)
            return inserted.error();
        const auto made = stored(unit, policy.id);
        if (!made)
            return made.error();
        QJsonObject record = Codec<Policy>::write(made->rules).toObject();
        record.insert(QStringLiteral("version"), made->version);
        unit.audit({"policy", policy.id.uuid(), "created", {}, record});
        return *made;
    });
}

Result<api::SimulationReport> PolicyService::simulate(const Actor &actor, PolicyId id,
                                                      const api::SimulationRequest &request) const
{
    const auto days = daysOf(request, m_context.clock.now());
    if (!days)
        return days.error();
    // Reading and counting take their time: nothing is locked before there is something to store.
    auto history =
        UnitOfWork::run<History>(m_context, actor, [&](UnitOfWork &unit) { return read(unit, id, days->period()); });
    if (!history)
        return history.error();
    const bool isComplete = history->cases.size() <= kMaxCases;
    if (!isComplete)
        history->cases.pop_back();
    const Simulation simulation = countersign::simulate(history->cases, history->policy.rules);
    api::SimulationReport report = reportOf(simulation, {days->from, days->to, history->reviewMinutes});
    report.isComplete = isComplete;
    report.rateDiffers = history->hadOtherRate;
    return UnitOfWork::run<api::SimulationReport>(
        m_context, actor, [&](UnitOfWork &unit) -> Result<api::SimulationReport> {
            report.simulatedAt = unit.now();
            PolicyVersionRepo policies(unit.transaction(), unit.tenant());
            if (auto locked = policies.lock(); !locked)
                return locked.error();
            const auto kept = policies.setSimulated(id, report, unit.now());
            if (!kept)
                return kept.error();
            if (*kept)
                unit.audit(
                    {"policy",
                     id.uuid(),
                     "simulated",
                     {},
                     {{QStringLiteral("version"), history->policy.version}, {QStringLiteral("cases"), report.cases}}});
            return report;
        });
}

Result<api::PolicyInfo> PolicyService::move(const Actor &actor, PolicyId id, PolicyState to, const Move &move) const
{
    return UnitOfWork::run<api::PolicyInfo>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::PolicyInfo> {
        if (auto locked = PolicyVersionRepo(unit.transaction(), unit.tenant()).lock(); !locked)
            return locked.error();
        const auto before = stored(unit, id);
        if (!before)
            return before.error();
        if (!mayMove(before->state, to))
            return badTransition(*before, to);
        const auto moved = move(unit, *before);
        if (!moved)
            return moved.error();
        if (!*moved)
            return badTransition(*before, to);
        const auto after = stored(unit, id);
        if (!after)
            return after.error();
        unit.audit({"policy", id.uuid(), to == PolicyState::Approved ? "approved" : "activated", auditOf(*before),
                    auditOf(*after)});
        return *after;
    });
}

Result<api::PolicyInfo> PolicyService::approve(const Actor &actor, PolicyId id) const
{
    return move(actor, id, PolicyState::Approved, [&](UnitOfWork &unit, const api::PolicyInfo &before) -> Result<bool> {
        if (before.createdBy && before.createdBy->id == actor.user)
            return Error{ErrorCode::Forbidden,
                         QStringLiteral("four_eyes"),
                         QStringLiteral("Who made a policy cannot approve it; another person does."),
                         {}};
        if (auto proven = StepUpService::require(unit, StepUpAction::PolicyApproval, id.uuid()); !proven)
            return proven.error();
        return PolicyVersionRepo(unit.transaction(), unit.tenant()).setApproved(id, nameOf(actor), unit.now());
    });
}

Result<api::PolicyInfo> PolicyService::activate(const Actor &actor, PolicyId id) const
{
    return move(actor, id, PolicyState::Active, [&](UnitOfWork &unit, const api::PolicyInfo &) -> Result<bool> {
        if (auto proven = StepUpService::require(unit, StepUpAction::PolicyActivation, id.uuid()); !proven)
            return proven.error();
        return PolicyVersionRepo(unit.transaction(), unit.tenant()).setActive(id, unit.now());
    });
}

Result<api::AutomationInfo> PolicyService::automation(const Actor &actor) const
{
    return UnitOfWork::run<api::AutomationInfo>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::AutomationInfo> {
        const auto automation = PolicyVersionRepo(unit.transaction(), unit.tenant()).automation();
        return automation ? Result<api::AutomationInfo>(api::AutomationInfo{*automation}) : automation.error();
    });
}

Result<api::AutomationInfo> PolicyService::setAutomation(const Actor &actor, const api::AutomationChange &change) const
{
    return UnitOfWork::run<api::AutomationInfo>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::AutomationInfo> {
        PolicyVersionRepo policies(unit.transaction(), unit.tenant());
        const auto before = policies.lock();
        if (!before)
            return before.error();
        if (auto proven = StepUpService::require(unit, StepUpAction::StopSwitch, unit.tenant().uuid()); !proven)
            return proven.error();
        if (auto set = policies.setAutomation(change.automation, unit.now()); !set)
            return set.error();
        const QString name = QStringLiteral("automation");
        unit.audit({"tenant",
                    unit.tenant().uuid(),
                    "automation_changed",
                    {{name, toText(*before)}},
                    {{name, toText(change.automation)}, {QStringLiteral("reason"), change.reason}}});
        return api::AutomationInfo{change.automation};
    });
}

} // namespace countersign

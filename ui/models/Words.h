// The words of the window for what the daemon writes in codes, in the language in use.
#pragma once

#include "core/access/Permission.h"
#include "core/api/CaseDtos.h"
#include "core/queue/SlaCalendar.h"

namespace countersign::words {

QString of(LoanPurpose purpose);
QString of(RouteReason reason);
QString of(RiskCategory category);
QString of(ApplicationStatus status);
QString of(ApplicationSource source);
QString of(QueueStatus status);
QString of(ContractType contract);
QString of(EmploymentStatus status);
QString of(HousingStatus housing);
QString of(ConditionType type);
QString of(ReasonCode reason);
QString of(OverrideReason reason);
QString of(OverrideDirection direction);
QString of(OverrideKind kind);
QString of(DecisionType type);
QString of(CancelReason reason);
QString of(Role role);
QString of(Permission permission);
QString of(Weekday weekday);

QString monthsText(int months);                               ///< `48 months`
QString percentText(double ratio, int decimals = 1);          ///< 0.333 -> `33.3 %`
QString rateText(double percent);                             ///< 9.5 -> `9.50 %`
QString moneyText(Amount amount, const Currency &currency);   ///< `1.200.000,00 RSD`
QString momentText(Instant at, Instant now);                  ///< `today 06:35`, `24.11.2026 06:35`; local time
QString dateText(QDate date);

/// Label of a feature; `feature` as the API names it, `fallback` for one that this program does not know.
QString factorLabel(const QString &feature, const QString &fallback);
QString factorValue(const api::TopFactor &factor, const Currency &currency);

/// An event of the timeline: `received`, `decided` ... as the audit names it
QString timelineEvent(const QString &event);
QString timelineDetail(const api::TimelineEntry &entry); ///< codes in words, texts of people as they are

} // namespace countersign::words

#include "ui/models/Words.h"

#include "core/scoring/FactorText.h"

#include <QCoreApplication>
#include <QLocale>

namespace countersign::words {

namespace {

constexpr char kContext[] = "Words";

template <class E>
struct Word {
    E value;
    const char *text;
};

template <class E, std::size_t N>
QString lookUp(const std::array<Word<E>, N> &table, E value)
{
    static_assert(N == enumTexts<E>.size(), "every code has a word");
    for (const Word<E> &word : table)
        if (word.value == value)
            return QCoreApplication::translate(kContext, word.text);
    return {};
}

constexpr std::array kPurposes{
    Word{LoanPurpose::Car, QT_TRANSLATE_NOOP("Words", "Car")},
    Word{LoanPurpose::ConsumerGoods, QT_TRANSLATE_NOOP("Words", "Consumer goods")},
    Word{LoanPurpose::HomeImprovement, QT_TRANSLATE_NOOP("Words", "Home improvement")},
    Word{LoanPurpose::DebtConsolidation, QT_TRANSLATE_NOOP("Words", "Debt consolidation")},
    Word{LoanPurpose::Education, QT_TRANSLATE_NOOP("Words", "Education")},
    Word{LoanPurpose::Medical, QT_TRANSLATE_NOOP("Words", "Medical")},
    Word{LoanPurpose::Travel, QT_TRANSLATE_NOOP("Words", "Travel")},
    Word{LoanPurpose::Business, QT_TRANSLATE_NOOP("Words", "Business")},
    Word{LoanPurpose::Other, QT_TRANSLATE_NOOP("Words", "Other purpose")},
};
constexpr std::array kRouteReasons{
    Word{RouteReason::ModelUnavailable, QT_TRANSLATE_NOOP("Words", "No model available")},
    Word{RouteReason::AutomationSuspended, QT_TRANSLATE_NOOP("Words", "Automation suspended")},
    Word{RouteReason::HighValueLoan, QT_TRANSLATE_NOOP("Words", "High value loan")},
    Word{RouteReason::LongTerm, QT_TRANSLATE_NOOP("Words", "Long term")},
    Word{RouteReason::PurposeReview, QT_TRANSLATE_NOOP("Words", "Purpose needs review")},
    Word{RouteReason::SecondReview, QT_TRANSLATE_NOOP("Words", "Second review")},
    Word{RouteReason::ScoreAboveThreshold, QT_TRANSLATE_NOOP("Words", "Score above threshold")},
    Word{RouteReason::ScoreBelowThreshold, QT_TRANSLATE_NOOP("Words", "Score below threshold")},
    Word{RouteReason::BorderlineScore, QT_TRANSLATE_NOOP("Words", "Borderline score")},
};
constexpr std::array kRisks{
    Word{RiskCategory::VeryLow, QT_TRANSLATE_NOOP("Words", "very low risk")},
    Word{RiskCategory::Low, QT_TRANSLATE_NOOP("Words", "low risk")},
    Word{RiskCategory::Medium, QT_TRANSLATE_NOOP("Words", "medium risk")},
    Word{RiskCategory::High, QT_TRANSLATE_NOOP("Words", "high risk")},
    Word{RiskCategory::VeryHigh, QT_TRANSLATE_NOOP("Words", "very high risk")},
};
constexpr std::array kStatuses{
    Word{ApplicationStatus::Pending, QT_TRANSLATE_NOOP("Words", "Received")},
    Word{ApplicationStatus::Scoring, QT_TRANSLATE_NOOP("Words", "Being scored")},
    Word{ApplicationStatus::Review, QT_TRANSLATE_NOOP("Words", "In review")},
    Word{ApplicationStatus::AwaitingDocuments, QT_TRANSLATE_NOOP("Words", "Waiting for documents")},
    Word{ApplicationStatus::PendingApproval, QT_TRANSLATE_NOOP("Words", "Waiting for the second signature")},
    Word{ApplicationStatus::Approved, QT_TRANSLATE_NOOP("Words", "Approved")},
    Word{ApplicationStatus::Declined, QT_TRANSLATE_NOOP("Words", "Declined")},
    Word{ApplicationStatus::Cancelled, QT_TRANSLATE_NOOP("Words", "Cancelled")},
    Word{ApplicationStatus::Expired, QT_TRANSLATE_NOOP("Words", "Expired")},
};
constexpr std::array kSources{
    Word{ApplicationSource::Web, QT_TRANSLATE_NOOP("Words", "by web")},
    Word{ApplicationSource::Branch, QT_TRANSLATE_NOOP("Words", "at a branch")},
    Word{ApplicationSource::Partner, QT_TRANSLATE_NOOP("Words", "by a partner")},
    Word{ApplicationSource::Import, QT_TRANSLATE_NOOP("Words", "by import")},
    Word{ApplicationSource::Api, QT_TRANSLATE_NOOP("Words", "by API")},
};
constexpr std::array kQueueStatuses{
    Word{QueueStatus::Pending, QT_TRANSLATE_NOOP("Words", "Waiting")},
    Word{QueueStatus::Assigned, QT_TRANSLATE_NOOP("Words", "Assigned")},
    Word{QueueStatus::InProgress, QT_TRANSLATE_NOOP("Words", "In review")},
    Word{QueueStatus::AwaitingDocuments, QT_TRANSLATE_NOOP("Words", "Waiting for documents")},
    Word{QueueStatus::AwaitingApproval, QT_TRANSLATE_NOOP("Words", "Waiting for the second signature")},
    Word{QueueStatus::Completed, QT_TRANSLATE_NOOP("Words", "Completed")},
    Word{QueueStatus::Cancelled, QT_TRANSLATE_NOOP("Words", "Cancelled")},
};
constexpr std::array kContracts{
    Word{ContractType::Permanent, QT_TRANSLATE_NOOP("Words", "Permanent contract")},
    Word{ContractType::FixedTerm, QT_TRANSLATE_NOOP("Words", "Fixed-term contract")},
    Word{ContractType::PartTime, QT_TRANSLATE_NOOP("Words", "Part-time contract")},
    Word{ContractType::SelfEmployed, QT_TRANSLATE_NOOP("Words", "Own business")},
    Word{ContractType::Other, QT_TRANSLATE_NOOP("Words", "Other contract")},
    Word{ContractType::Unemployed, QT_TRANSLATE_NOOP("Words", "No contract")},
};
constexpr std::array kEmployments{
    Word{EmploymentStatus::Employed, QT_TRANSLATE_NOOP("Words", "Employed")},
    Word{EmploymentStatus::SelfEmployed, QT_TRANSLATE_NOOP("Words", "Self-employed")},
    Word{EmploymentStatus::Unemployed, QT_TRANSLATE_NOOP("Words", "Unemployed")},
    Word{EmploymentStatus::Retired, QT_TRANSLATE_NOOP("Words", "Retired")},
    Word{EmploymentStatus::Student, QT_TRANSLATE_NOOP("Words", "Student")},
};
constexpr std::array kHousing{
    Word{HousingStatus::Owner, QT_TRANSLATE_NOOP("Words", "Owner")},
    Word{HousingStatus::Rent, QT_TRANSLATE_NOOP("Words", "Tenant")},
    Word{HousingStatus::Parents, QT_TRANSLATE_NOOP("Words", "With parents")},
    Word{HousingStatus::Priv, QT_TRANSLATE_NOOP("Words", "Private arrangement")},
    Word{HousingStatus::Ignore, QT_TRANSLATE_NOOP("Words", "Not stated")},
    Word{HousingStatus::Other, QT_TRANSLATE_NOOP("Words", "Other housing")},
};
constexpr std::array kConditions{
    Word{ConditionType::Documentation, QT_TRANSLATE_NOOP("Words", "Documentation")},
    Word{ConditionType::Collateral, QT_TRANSLATE_NOOP("Words", "Collateral")},
    Word{ConditionType::Guarantor, QT_TRANSLATE_NOOP("Words", "Guarantor")},
    Word{ConditionType::ReducedAmount, QT_TRANSLATE_NOOP("Words", "Reduced amount")},
    Word{ConditionType::ReducedTerm, QT_TRANSLATE_NOOP("Words", "Reduced term")},
    Word{ConditionType::Other, QT_TRANSLATE_NOOP("Words", "Other condition")},
};
constexpr std::array kReasons{
    Word{ReasonCode::StableEmployment, QT_TRANSLATE_NOOP("Words", "Stable employment")},
    Word{ReasonCode::SufficientIncome, QT_TRANSLATE_NOOP("Words", "Sufficient income")},
    Word{ReasonCode::SavingsCoverLoan, QT_TRANSLATE_NOOP("Words", "Savings cover the loan")},
    Word{ReasonCode::GoodRepaymentHistory, QT_TRANSLATE_NOOP("Words", "Good repayment history")},
    Word{ReasonCode::SecuredLoan, QT_TRANSLATE_NOOP("Words", "Secured loan")},
    Word{ReasonCode::IncomeTooLow, QT_TRANSLATE_NOOP("Words", "Income too low")},
    Word{ReasonCode::DebtToIncomeTooHigh, QT_TRANSLATE_NOOP("Words", "Debt-to-income too high")},
    Word{ReasonCode::PaymentTooHigh, QT_TRANSLATE_NOOP("Words", "Payment too high for the income")},
    Word{ReasonCode::UnstableEmployment, QT_TRANSLATE_NOOP("Words", "Unstable employment")},
    Word{ReasonCode::DerogatoryRecord, QT_TRANSLATE_NOOP("Words", "Derogatory bureau record")},
    Word{ReasonCode::TooMuchExistingDebt, QT_TRANSLATE_NOOP("Words", "Too much existing debt")},
    Word{ReasonCode::LoanToValueTooHigh, QT_TRANSLATE_NOOP("Words", "Loan-to-value too high")},
    Word{ReasonCode::InformationNotVerified, QT_TRANSLATE_NOOP("Words", "Information not verified")},
    Word{ReasonCode::IncompleteApplication, QT_TRANSLATE_NOOP("Words", "Incomplete application")},
    Word{ReasonCode::Other, QT_TRANSLATE_NOOP("Words", "Other reason")},
};
constexpr std::array kOverrideReasons{
    Word{OverrideReason::NewInformation, QT_TRANSLATE_NOOP("Words", "New information")},
    Word{OverrideReason::CompensatingFactors, QT_TRANSLATE_NOOP("Words", "Compensating factors")},
    Word{OverrideReason::PolicyException, QT_TRANSLATE_NOOP("Words", "Policy exception")},
    Word{OverrideReason::DataError, QT_TRANSLATE_NOOP("Words", "Error in the data")},
    Word{OverrideReason::ModelLimitation, QT_TRANSLATE_NOOP("Words", "Limitation of the model")},
    Word{OverrideReason::Other, QT_TRANSLATE_NOOP("Words", "Other reason")},
};
constexpr std::array kDirections{
    Word{OverrideDirection::ModelApproveAnalystDecline, QT_TRANSLATE_NOOP("Words", "Decline against the model")},
    Word{OverrideDirection::ModelDeclineAnalystApprove, QT_TRANSLATE_NOOP("Words", "Approval against the model")},
};
constexpr std::array kOverrideKinds{
    Word{OverrideKind::OutsideBand, QT_TRANSLATE_NOOP("Words", "Outside the band")},
    Word{OverrideKind::InsideBand, QT_TRANSLATE_NOOP("Words", "Inside the band")},
};
constexpr std::array kCancelReasons{
    Word{CancelReason::WithdrawnByApplicant, QT_TRANSLATE_NOOP("Words", "Withdrawn by the applicant")},
    Word{CancelReason::Duplicate, QT_TRANSLATE_NOOP("Words", "Sent twice")},
    Word{CancelReason::EnteredInError, QT_TRANSLATE_NOOP("Words", "Entered in error")},
    Word{CancelReason::Other, QT_TRANSLATE_NOOP("Words", "Other reason")},
};
constexpr std::array kDecisions{
    Word{DecisionType::AutoApprove, QT_TRANSLATE_NOOP("Words", "Approved automatically")},
    Word{DecisionType::AutoDecline, QT_TRANSLATE_NOOP("Words", "Declined automatically")},
    Word{DecisionType::AnalystApprove, QT_TRANSLATE_NOOP("Words", "Approved by an analyst")},
    Word{DecisionType::AnalystDecline, QT_TRANSLATE_NOOP("Words", "Declined by an analyst")},
    Word{DecisionType::AnalystApproveWithConditions, QT_TRANSLATE_NOOP("Words", "Approved with conditions")},
};
constexpr std::array kRoles{
    Word{Role::Admin, QT_TRANSLATE_NOOP("Words", "Administrator")},
    Word{Role::SeniorAnalyst, QT_TRANSLATE_NOOP("Words", "Senior analyst")},
    Word{Role::Analyst, QT_TRANSLATE_NOOP("Words", "Analyst")},
    Word{Role::Readonly, QT_TRANSLATE_NOOP("Words", "Reader")},
    Word{Role::ApiConsumer, QT_TRANSLATE_NOOP("Words", "Program")},
    Word{Role::Auditor, QT_TRANSLATE_NOOP("Words", "Auditor")},
    Word{Role::PlatformAdmin, QT_TRANSLATE_NOOP("Words", "Platform administrator")},
};
constexpr std::array kPermissions{
    Word{Permission::ApplicationView, QT_TRANSLATE_NOOP("Words", "See applications")},
    Word{Permission::ApplicationCreate, QT_TRANSLATE_NOOP("Words", "Enter applications")},
    Word{Permission::ApplicationScore, QT_TRANSLATE_NOOP("Words", "Have applications scored again")},
    Word{Permission::QueueView, QT_TRANSLATE_NOOP("Words", "See the queue")},
    Word{Permission::QueueAssign, QT_TRANSLATE_NOOP("Words", "Take and assign cases")},
    Word{Permission::DecisionView, QT_TRANSLATE_NOOP("Words", "See decisions")},
    Word{Permission::DecisionCreate, QT_TRANSLATE_NOOP("Words", "Decide cases")},
    Word{Permission::DecisionOverride, QT_TRANSLATE_NOOP("Words", "Decide against the model")},
    Word{Permission::DecisionApproveOverride, QT_TRANSLATE_NOOP("Words", "Countersign decisions against the model")},
    Word{Permission::AnalyticsView, QT_TRANSLATE_NOOP("Words", "See analytics")},
    Word{Permission::ConfigManage, QT_TRANSLATE_NOOP("Words", "Manage settings, policies and models")},
    Word{Permission::UserManage, QT_TRANSLATE_NOOP("Words", "Manage users")},
    Word{Permission::AuditView, QT_TRANSLATE_NOOP("Words", "Read and verify the audit record")},
    Word{Permission::TenantManage, QT_TRANSLATE_NOOP("Words", "Manage tenants")},
};
constexpr std::array kWeekdays{
    Word{Weekday::Monday, QT_TRANSLATE_NOOP("Words", "Monday")},
    Word{Weekday::Tuesday, QT_TRANSLATE_NOOP("Words", "Tuesday")},
    Word{Weekday::Wednesday, QT_TRANSLATE_NOOP("Words", "Wednesday")},
    Word{Weekday::Thursday, QT_TRANSLATE_NOOP("Words", "Thursday")},
    Word{Weekday::Friday, QT_TRANSLATE_NOOP("Words", "Friday")},
    Word{Weekday::Saturday, QT_TRANSLATE_NOOP("Words", "Saturday")},
    Word{Weekday::Sunday, QT_TRANSLATE_NOOP("Words", "Sunday")},
};

struct Event {
    const char *event;
    const char *text;
};
constexpr std::array kEvents{
    Event{"received", QT_TRANSLATE_NOOP("Words", "Received")},
    Event{"scored", QT_TRANSLATE_NOOP("Words", "Scored")},
    Event{"scoring_failed", QT_TRANSLATE_NOOP("Words", "Could not be scored")},
    Event{"assigned", QT_TRANSLATE_NOOP("Words", "Assigned")},
    Event{"started", QT_TRANSLATE_NOOP("Words", "Review started")},
    Event{"released", QT_TRANSLATE_NOOP("Words", "Released")},
    Event{"skipped", QT_TRANSLATE_NOOP("Words", "Passed over")},
    Event{"recused", QT_TRANSLATE_NOOP("Words", "Stood back from the case")},
    Event{"escalated", QT_TRANSLATE_NOOP("Words", "Brought to the senior analysts")},
    Event{"flagged", QT_TRANSLATE_NOOP("Words", "Priority mark changed")},
    Event{"help_requested", QT_TRANSLATE_NOOP("Words", "Help asked for")},
    Event{"undone", QT_TRANSLATE_NOOP("Words", "Last move taken back")},
    Event{"auto_assigned", QT_TRANSLATE_NOOP("Words", "Assigned by the system")},
    Event{"sla_warning", QT_TRANSLATE_NOOP("Words", "SLA deadline approaching")},
    Event{"sla_breached", QT_TRANSLATE_NOOP("Words", "SLA deadline missed")},
    Event{"deadline_approaching", QT_TRANSLATE_NOOP("Words", "Legal deadline approaching")},
    Event{"deadline_missed", QT_TRANSLATE_NOOP("Words", "Legal deadline missed")},
    Event{"decided", QT_TRANSLATE_NOOP("Words", "Decided")},
    Event{"override_approved", QT_TRANSLATE_NOOP("Words", "Signed by a second person")},
    Event{"override_rejected", QT_TRANSLATE_NOOP("Words", "Override rejected")},
    Event{"condition_changed", QT_TRANSLATE_NOOP("Words", "Condition changed")},
    Event{"documents_requested", QT_TRANSLATE_NOOP("Words", "Documents requested")},
    Event{"document_uploaded", QT_TRANSLATE_NOOP("Words", "Document received")},
    Event{"document_item_changed", QT_TRANSLATE_NOOP("Words", "Checklist changed")},
    Event{"document_scanned", QT_TRANSLATE_NOOP("Words", "Document scanned")},
    Event{"document_viewed", QT_TRANSLATE_NOOP("Words", "Document opened")},
    Event{"documents_received", QT_TRANSLATE_NOOP("Words", "All documents received")},
    Event{"documents_overdue", QT_TRANSLATE_NOOP("Words", "Documents overdue")},
    Event{"note_added", QT_TRANSLATE_NOOP("Words", "Note added")},
    Event{"corrected", QT_TRANSLATE_NOOP("Words", "Corrected")},
    Event{"expiry_told", QT_TRANSLATE_NOOP("Words", "Expiry announced")},
    Event{"expired", QT_TRANSLATE_NOOP("Words", "Expired")},
    Event{"override_overdue", QT_TRANSLATE_NOOP("Words", "Second signature overdue")},
    Event{"outcome_recorded", QT_TRANSLATE_NOOP("Words", "Course of the loan recorded")},
    Event{"second_look_taken", QT_TRANSLATE_NOOP("Words", "Second look begun")},
    Event{"second_look_released", QT_TRANSLATE_NOOP("Words", "Second look left to somebody else")},
    Event{"second_look_decided", QT_TRANSLATE_NOOP("Words", "Decided a second time")},
    Event{"second_look_settled", QT_TRANSLATE_NOOP("Words", "Second look settled")},
    Event{"cancelled", QT_TRANSLATE_NOOP("Words", "Cancelled")},
};

} // namespace

QString of(LoanPurpose purpose) { return lookUp(kPurposes, purpose); }
QString of(RouteReason reason) { return lookUp(kRouteReasons, reason); }
QString of(RiskCategory category) { return lookUp(kRisks, category); }
QString of(ApplicationStatus status) { return lookUp(kStatuses, status); }
QString of(ApplicationSource source) { return lookUp(kSources, source); }
QString of(QueueStatus status) { return lookUp(kQueueStatuses, status); }
QString of(ContractType contract) { return lookUp(kContracts, contract); }
QString of(EmploymentStatus status) { return lookUp(kEmployments, status); }
QString of(HousingStatus housing) { return lookUp(kHousing, housing); }
QString of(ConditionType type) { return lookUp(kConditions, type); }
QString of(ReasonCode reason) { return lookUp(kReasons, reason); }
QString of(OverrideReason reason) { return lookUp(kOverrideReasons, reason); }
QString of(CancelReason reason) { return lookUp(kCancelReasons, reason); }
QString of(OverrideDirection direction) { return lookUp(kDirections, direction); }
QString of(OverrideKind kind) { return lookUp(kOverrideKinds, kind); }
QString of(DecisionType type) { return lookUp(kDecisions, type); }
QString of(Role role) { return lookUp(kRoles, role); }
QString of(Permission permission) { return lookUp(kPermissions, permission); }
QString of(Weekday weekday) { return lookUp(kWeekdays, weekday); }

QString timelineEvent(const QString &event)
{
    for (const Event &row : kEvents)
        if (event == QLatin1String(row.event))
            return QCoreApplication::translate(kContext, row.text);
    return event;
}

QString timelineDetail(const api::TimelineEntry &entry)
{
    const QString detail = entry.detail.value_or(QString());
    if (const auto source = fromText<ApplicationSource>(detail))
        return of(*source);
    if (const auto reason = fromText<RouteReason>(detail))
        return of(*reason);
    if (const auto status = fromText<ApplicationStatus>(detail))
        return of(*status);
    if (const auto reason = fromText<CancelReason>(detail))
        return of(*reason);
    return detail;
}

} // namespace countersign::words

// The words a decision is described with.
#pragma once

#include "core/base/EnumText.h"

namespace countersign {

enum class DecisionOutcome { Approved, Declined };
template <>
inline constexpr auto enumTexts<DecisionOutcome> = std::array{
    EnumText{DecisionOutcome::Approved, "approved"},
    EnumText{DecisionOutcome::Declined, "declined"},
};

enum class DecisionType { AutoApprove, AutoDecline, AnalystApprove, AnalystDecline, AnalystApproveWithConditions };
template <>
inline constexpr auto enumTexts<DecisionType> = std::array{
    EnumText{DecisionType::AutoApprove, "auto_approve"},
    EnumText{DecisionType::AutoDecline, "auto_decline"},
    EnumText{DecisionType::AnalystApprove, "analyst_approve"},
    EnumText{DecisionType::AnalystDecline, "analyst_decline"},
    EnumText{DecisionType::AnalystApproveWithConditions, "analyst_approve_with_conditions"},
};

enum class DecisionStatus {
    Final,
    PendingApproval, ///< waits for the second person
    Rejected,        ///< by the second person; the case is in review again
    Withdrawn,       ///< the application was withdrawn while the decision waited
};
template <>
inline constexpr auto enumTexts<DecisionStatus> = std::array{
    EnumText{DecisionStatus::Final, "final"},
    EnumText{DecisionStatus::PendingApproval, "pending_approval"},
    EnumText{DecisionStatus::Rejected, "rejected"},
    EnumText{DecisionStatus::Withdrawn, "withdrawn"},
};

enum class OverrideDirection { ModelApproveAnalystDecline, ModelDeclineAnalystApprove };
template <>
inline constexpr auto enumTexts<OverrideDirection> = std::array{
    EnumText{OverrideDirection::ModelApproveAnalystDecline, "model_approve_analyst_decline"},
    EnumText{OverrideDirection::ModelDeclineAnalystApprove, "model_decline_analyst_approve"},
};

/// Against what: the thresholds, where the policy would have decided by itself, or the recommendation between them.
enum class OverrideKind { OutsideBand, InsideBand };
template <>
inline constexpr auto enumTexts<OverrideKind> = std::array{
    EnumText{OverrideKind::OutsideBand, "outside_band"},
    EnumText{OverrideKind::InsideBand, "inside_band"},
};

enum class ConditionType { Documentation, Collateral, Guarantor, ReducedAmount, ReducedTerm, Other };
template <>
inline constexpr auto enumTexts<ConditionType> = std::array{
    EnumText{ConditionType::Documentation, "documentation"},
    EnumText{ConditionType::Collateral, "collateral"},
    EnumText{ConditionType::Guarantor, "guarantor"},
    EnumText{ConditionType::ReducedAmount, "reduced_amount"},
    EnumText{ConditionType::ReducedTerm, "reduced_term"},
    EnumText{ConditionType::Other, "other"},
};

enum class ConditionStatus { Open, Received, Satisfied, Waived, Failed };
template <>
inline constexpr auto enumTexts<ConditionStatus> = std::array{
    EnumText{ConditionStatus::Open, "open"},           EnumText{ConditionStatus::Received, "received"},
    EnumText{ConditionStatus::Satisfied, "satisfied"}, EnumText{ConditionStatus::Waived, "waived"},
    EnumText{ConditionStatus::Failed, "failed"},
};

/// The coded reasons an analyst chooses from; those of a decline are what the applicant is told.
enum class ReasonCode {
    StableEmployment,
    SufficientIncome,
    SavingsCoverLoan,
    GoodRepaymentHistory,
    SecuredLoan,
    IncomeTooLow,
    DebtToIncomeTooHigh,
    PaymentTooHigh,
    UnstableEmployment,
    DerogatoryRecord,
    TooMuchExistingDebt,
    LoanToValueTooHigh,
    InformationNotVerified,
    IncompleteApplication,
    Other,
};
template <>
inline constexpr auto enumTexts<ReasonCode> = std::array{
    EnumText{ReasonCode::StableEmployment, "stable_employment"},
    EnumText{ReasonCode::SufficientIncome, "sufficient_income"},
    EnumText{ReasonCode::SavingsCoverLoan, "savings_cover_loan"},
    EnumText{ReasonCode::GoodRepaymentHistory, "good_repayment_history"},
    EnumText{ReasonCode::SecuredLoan, "secured_loan"},
    EnumText{ReasonCode::IncomeTooLow, "income_too_low"},
    EnumText{ReasonCode::DebtToIncomeTooHigh, "debt_to_income_too_high"},
    EnumText{ReasonCode::PaymentTooHigh, "payment_too_high"},
    EnumText{ReasonCode::UnstableEmployment, "unstable_employment"},
    EnumText{ReasonCode::DerogatoryRecord, "derogatory_record"},
    EnumText{ReasonCode::TooMuchExistingDebt, "too_much_existing_debt"},
    EnumText{ReasonCode::LoanToValueTooHigh, "loan_to_value_too_high"},
    EnumText{ReasonCode::InformationNotVerified, "information_not_verified"},
    EnumText{ReasonCode::IncompleteApplication, "incomplete_application"},
    EnumText{ReasonCode::Other, "other"},
};

/// Which outcome a reason can stand for; `other` stands for both.
bool reasonFits(ReasonCode reason, DecisionOutcome outcome);

/// Why a person decides against the model.
enum class OverrideReason { NewInformation, CompensatingFactors, PolicyException, DataError, ModelLimitation, Other };
template <>
inline constexpr auto enumTexts<OverrideReason> = std::array{
    EnumText{OverrideReason::NewInformation, "new_information"},
    EnumText{OverrideReason::CompensatingFactors, "compensating_factors"},
    EnumText{OverrideReason::PolicyException, "policy_exception"},
    EnumText{OverrideReason::DataError, "data_error"},
    EnumText{OverrideReason::ModelLimitation, "model_limitation"},
    EnumText{OverrideReason::Other, "other"},
};

inline constexpr int kMinReasoning = 20;     ///< characters
inline constexpr int kMinJustification = 50; ///< characters, for an override

} // namespace countersign

// Documents that belong to an application: what is asked for, what came in, and how far it may be trusted.
#pragma once

#include "core/base/EnumText.h"
#include "core/base/Id.h"

namespace countersign {

using DocumentId = Id<struct DocumentTag>;
using DocumentItemId = Id<struct DocumentItemTag>;
using DocumentRequestId = Id<struct DocumentRequestTag>;

enum class DocumentKind {
    Identity,
    IncomeProof,
    BankStatement,
    EmploymentProof,
    TaxReturn,
    ResidenceProof,
    Collateral,
    PurchaseContract,
    Other,
};

template <>
inline constexpr auto enumTexts<DocumentKind> = std::array{
    EnumText{DocumentKind::Identity, "identity"},
    EnumText{DocumentKind::IncomeProof, "income_proof"},
    EnumText{DocumentKind::BankStatement, "bank_statement"},
    EnumText{DocumentKind::EmploymentProof, "employment_proof"},
    EnumText{DocumentKind::TaxReturn, "tax_return"},
    EnumText{DocumentKind::ResidenceProof, "residence_proof"},
    EnumText{DocumentKind::Collateral, "collateral"},
    EnumText{DocumentKind::PurchaseContract, "purchase_contract"},
    EnumText{DocumentKind::Other, "other"},
};

/// Of one line of a checklist.
enum class DocumentItemStatus { Requested, Received, Waived };

template <>
inline constexpr auto enumTexts<DocumentItemStatus> = std::array{
    EnumText{DocumentItemStatus::Requested, "requested"},
    EnumText{DocumentItemStatus::Received, "received"},
    EnumText{DocumentItemStatus::Waived, "waived"},
};

/// How a request ended.
enum class DocumentRequestOutcome {
    Received,  ///< nothing was outstanding any more
    Overdue,   ///< the time was over first
    Withdrawn, ///< the application ended first
};

template <>
inline constexpr auto enumTexts<DocumentRequestOutcome> = std::array{
    EnumText{DocumentRequestOutcome::Received, "received"},
    EnumText{DocumentRequestOutcome::Overdue, "overdue"},
    EnumText{DocumentRequestOutcome::Withdrawn, "withdrawn"},
};

/// What a scanner for malware has said. Only what was not scanned, because none is configured, and what is clean is given
/// out.
enum class DocumentScan { NotScanned, Quarantined, Clean, Infected };

template <>
inline constexpr auto enumTexts<DocumentScan> = std::array{
    EnumText{DocumentScan::NotScanned, "not_scanned"},
    EnumText{DocumentScan::Quarantined, "quarantined"},
    EnumText{DocumentScan::Clean, "clean"},
    EnumText{DocumentScan::Infected, "infected"},
};

inline constexpr int kMaxDocuments = 50; ///< of one application
inline constexpr int kMaxDocumentItems = 20; ///< of one request

} // namespace countersign

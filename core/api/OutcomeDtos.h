// How booked loans go, on the wire.
#pragma once

#include "core/application/LoanPerformance.h"
#include "core/base/Id.h"
#include "core/json/Fields.h"

namespace countersign::api {

/// The application is named by one of both.
struct OutcomeCreate {
    std::optional<ApplicationId> applicationId;
    std::optional<QString> externalId;
    LoanPerformance performance = LoanPerformance::Current;
    Instant observedAt;
    std::optional<int> daysPastDue;
    std::optional<int> monthsOnBook;
};

struct OutcomeBatch {
    QList<OutcomeCreate> items;
};

enum class OutcomeResult {
    Recorded,
    Unchanged, ///< the same was recorded before
    Refused,
};

struct OutcomeItemResult {
    int index = 0;
    OutcomeResult result = OutcomeResult::Recorded;
    std::optional<ApplicationId> applicationId;
    std::optional<QString> code; ///< why it was refused
};

struct OutcomesRecorded {
    int recorded = 0;
    int unchanged = 0;
    int refused = 0;
    QList<OutcomeItemResult> items; ///< in the order of the request
};

/// One observation of a case.
struct OutcomeInfo {
    LoanPerformance performance = LoanPerformance::Current;
    Instant observedAt;
    std::optional<int> daysPastDue;
    std::optional<int> monthsOnBook;
};

} // namespace countersign::api

namespace countersign {

template <>
inline constexpr auto enumTexts<api::OutcomeResult> = std::array{
    EnumText{api::OutcomeResult::Recorded, "recorded"},
    EnumText{api::OutcomeResult::Unchanged, "unchanged"},
    EnumText{api::OutcomeResult::Refused, "refused"},
};

template <>
inline constexpr auto fieldsOf<api::OutcomeCreate> = record("OutcomeCreate",
    field("application_id", &api::OutcomeCreate::applicationId, "this or external_id"),
    field("external_id", &api::OutcomeCreate::externalId, rule::text(1, 100), "this or application_id"),
    field("performance", &api::OutcomeCreate::performance),
    field("observed_at", &api::OutcomeCreate::observedAt, "later than what was recorded before"),
    field("days_past_due", &api::OutcomeCreate::daysPastDue, rule::range(0, 36'500), "absent: the least of the state"),
    field("months_on_book", &api::OutcomeCreate::monthsOnBook, rule::range(0, 1'200)));

template <>
inline constexpr auto fieldsOf<api::OutcomeBatch> = record("OutcomeBatch",
    field("items", &api::OutcomeBatch::items, rule::items(1, 1000)));

template <>
inline constexpr auto fieldsOf<api::OutcomeItemResult> = record("OutcomeItemResult",
    field("index", &api::OutcomeItemResult::index),
    field("result", &api::OutcomeItemResult::result),
    field("application_id", &api::OutcomeItemResult::applicationId),
    field("code", &api::OutcomeItemResult::code, "why it was refused"));

template <>
inline constexpr auto fieldsOf<api::OutcomesRecorded> = record("OutcomesRecorded",
    field("recorded", &api::OutcomesRecorded::recorded),
    field("unchanged", &api::OutcomesRecorded::unchanged, "the same was recorded before"),
    field("refused", &api::OutcomesRecorded::refused),
    field("items", &api::OutcomesRecorded::items, "in the order of the request"));

template <>
inline constexpr auto fieldsOf<api::OutcomeInfo> = record("OutcomeInfo",
    field("performance", &api::OutcomeInfo::performance),
    field("observed_at", &api::OutcomeInfo::observedAt),
    field("days_past_due", &api::OutcomeInfo::daysPastDue),
    field("months_on_book", &api::OutcomeInfo::monthsOnBook));

} // namespace countersign

// Who decides an application: the policy by itself, or a person, and why.
#pragma once

#include "core/policy/Policy.h"
#include "core/policy/RouteTypes.h"

#include <QList>

#include <optional>

namespace countersign {

/// The stop switch of a tenant.
enum class Automation {
    On,
    ApproveOnly, ///< what would be declined automatically goes to a person
    Off          ///< everything goes to a person
};

template <>
inline constexpr auto enumTexts<Automation> = std::array{
    EnumText{Automation::On, "on"},
    EnumText{Automation::ApproveOnly, "approve_only"},
    EnumText{Automation::Off, "off"},
};

/// What a route depends on, and nothing else does.
struct RouteQuestion {
    std::optional<int> score; ///< nothing: no model could score it
    Amount amount;            ///< requested, in the tenant's currency
    int termMonths = 0;
    LoanPurpose purpose = LoanPurpose::Other;
    Automation automation = Automation::On;
    bool drawnForSecondReview = false; ///< a blind second opinion is wanted

    friend bool operator==(const RouteQuestion &, const RouteQuestion &) = default;
};

struct Routing {
    Route route = Route::HumanReview;
    QList<RouteReason> reasons; ///< every reason for this route, in table order; never empty
    std::optional<Recommendation> recommendation; ///< nothing without a score

    friend bool operator==(const Routing &, const Routing &) = default;
};

/// Pure, and a table with one rule per RouteReason in their order: what forces a review stands before what the score
/// says, so that the first reason is the one to show. A reason is listed only when it argues for the route taken.
Routing routeOf(const RouteQuestion &question, const Policy &policy);

/// The model's side: the thresholds outside the band, the recommendation cutoff inside it.
Recommendation recommendationFor(int score, const Policy &policy);

} // namespace countersign

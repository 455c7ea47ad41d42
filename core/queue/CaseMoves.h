// Why a case is passed over, given up or brought to others: codes, since what is said freely may name people.
#pragma once

#include "core/base/EnumText.h"
#include "core/base/Instant.h"

namespace countersign {

enum class SkipReason { Expertise, Language, TooComplex, NoTime, Other };

template <>
inline constexpr auto enumTexts<SkipReason> = std::array{
    EnumText{SkipReason::Expertise, "expertise"}, EnumText{SkipReason::Language, "language"},
    EnumText{SkipReason::TooComplex, "too_complex"}, EnumText{SkipReason::NoTime, "no_time"},
    EnumText{SkipReason::Other, "other"},
};

/// What the applicant is to an analyst who stands back.
enum class RecusalRelation { Self, Relative, Friend, Business, Other };

template <>
inline constexpr auto enumTexts<RecusalRelation> = std::array{
    EnumText{RecusalRelation::Self, "self"}, EnumText{RecusalRelation::Relative, "relative"},
    EnumText{RecusalRelation::Friend, "friend"}, EnumText{RecusalRelation::Business, "business"},
    EnumText{RecusalRelation::Other, "other"},
};

enum class HelpTopic { SecondOpinion, Policy, Documents, System, Other };

template <>
inline constexpr auto enumTexts<HelpTopic> = std::array{
    EnumText{HelpTopic::SecondOpinion, "second_opinion"}, EnumText{HelpTopic::Policy, "policy"},
    EnumText{HelpTopic::Documents, "documents"}, EnumText{HelpTopic::System, "system"},
    EnumText{HelpTopic::Other, "other"},
};

inline constexpr Duration kUndoTime = std::chrono::seconds(10);
inline constexpr Duration kSkipTime = std::chrono::hours(12); ///< a case that was passed over is not offered again

} // namespace countersign

// Blind second looks: which decisions somebody else decides again, so that it is known how far people agree.
#pragma once

#include "core/base/EnumText.h"
#include "core/base/Id.h"

#include <QByteArray>

#include <optional>

namespace countersign {

using SecondLookId = Id<struct SecondLookTag>;

enum class SecondLookReason {
    Sample,          ///< drawn by lot
    LowSideOverride, ///< approved against a suggested decline
};

template <>
inline constexpr auto enumTexts<SecondLookReason> = std::array{
    EnumText{SecondLookReason::Sample, "sample"},
    EnumText{SecondLookReason::LowSideOverride, "low_side_override"},
};

enum class SecondLookState {
    Waiting,
    Taken,     ///< somebody decides the case again and sees neither score nor first decision
    Disagreed, ///< waits for a senior analyst, who is neither of the two
    Closed,
};

template <>
inline constexpr auto enumTexts<SecondLookState> = std::array{
    EnumText{SecondLookState::Waiting, "waiting"},
    EnumText{SecondLookState::Taken, "taken"},
    EnumText{SecondLookState::Disagreed, "disagreed"},
    EnumText{SecondLookState::Closed, "closed"},
};

inline constexpr int kDrawRange = 1'000'000; ///< draws are below it; a rate is so many of them
inline constexpr qsizetype kSeedBytes = 32;

/// The same for the same seed and decision, always: with the seed anybody can draw again. Nobody can choose it, since the
/// daemon makes the decision's id when the decision is made, and only the daemon knows the seed.
int drawOf(const QByteArray &seed, DecisionId decision);

/// How many draws of kDrawRange are chosen at a rate of 0 to 1.
int chosenAt(double rate);

struct SecondLookRules {
    double rate = 0.02;             ///< of the decisions of people
    bool allLowSideOverrides = false;
};

/// Why a decision is looked at again; nothing for most.
std::optional<SecondLookReason> secondLookReason(int draw, bool isLowSideOverride, const SecondLookRules &rules);

} // namespace countersign

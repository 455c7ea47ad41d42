// A case decided by keys alone, step by step.
#pragma once

#include "app/drive/Drive.h"
#include "ui/pages/case/DecisionForm.h"

namespace countersign {

bool isQueueShown(Drive &drive);
std::optional<ApplicationId> shownCase(Drive &drive); ///< with its form

/// What is typed into the form; the terms stay those that were asked for.
struct TypedDecision {
    Outcome outcome = Outcome::Approve;
    QString condition; ///< with ApproveWithConditions
    int reason = 0;    ///< the how-many-th of the menu, from 1; 0: none
    QString reasoning;
    QString justification; ///< where it goes against the model
};

/// All of these: false, and a line on stderr, when a step does not lead where it should.
bool signInByKeys(Drive &drive, const QString &password);
bool takeNextCase(Drive &drive);
bool typeDecision(Drive &drive, const TypedDecision &decision);

} // namespace countersign

#include "app/drive/CaseKeys.h"

#include "ui/pages/case/CasePage.h"
#include "ui/pages/case/OverridePart.h"
#include "ui/pages/case/ReasonsEdit.h"
#include "ui/pages/queue/QueuePage.h"

#include <QTableView>

namespace countersign {

namespace {

constexpr std::array kKeyOf{Qt::Key_1, Qt::Key_2, Qt::Key_3}; // in the order of Outcome

bool typeCondition(Drive &drive, const DecisionForm &form, const QString &condition)
{
    if (!drive.until("the condition", [&] { return form.draft().conditions.size() == 1; }))
        return false;
    drive.type(condition); // the focus is in the new condition
    return true;
}

bool chooseReason(Drive &drive, const DecisionForm &form, int reason)
{
    if (!drive.tabTo(ReasonsEdit::tr("Add a reason")))
        return false;
    drive.press(Qt::Key_Space);
    for (int i = 0; i < reason; ++i)
        drive.press(Qt::Key_Down);
    drive.press(Qt::Key_Return);
    return drive.until("the reason", [&] { return form.draft().reasons.size() == 1; });
}

/// What a decision against the model asks for on top.
bool justify(Drive &drive, const OverridePart &part, const QString &justification)
{
    if (!drive.tabTo(OverridePart::tr("Why against the model")))
        return false;
    drive.press(Qt::Key_Down);
    if (!drive.tabTo(OverridePart::tr("Justification")))
        return false;
    drive.type(justification);
    if (!drive.tabTo(OverridePart::tr("I know that this goes against the model")))
        return false;
    drive.press(Qt::Key_Space);
    return part.isUnderstood();
}

} // namespace

bool isQueueShown(Drive &drive)
{
    auto *table = drive.find<QTableView>();
    return drive.find<QueuePage>() && table && table->model()->rowCount() > 0;
}

std::optional<ApplicationId> shownCase(Drive &drive)
{
    auto *page = drive.find<CasePage>();
    return page && drive.find<DecisionForm>() ? page->shown() : std::nullopt;
}

bool signInByKeys(Drive &drive, const QString &password)
{
    drive.type(password); // the address is there, the focus is in the password
    drive.press(Qt::Key_Return);
    return drive.until("the queue", [&] { return isQueueShown(drive); });
}

bool takeNextCase(Drive &drive)
{
    drive.press(Qt::Key_N);
    return drive.until("the case", [&] { return shownCase(drive).has_value(); });
}

bool typeDecision(Drive &drive, const TypedDecision &decision)
{
    auto *form = drive.find<DecisionForm>();
    drive.press(kKeyOf[std::size_t(decision.outcome)]);
    if (!decision.condition.isEmpty() && !typeCondition(drive, *form, decision.condition))
        return false;
    if (decision.reason > 0 && !chooseReason(drive, *form, decision.reason))
        return false;
    if (!drive.tabTo(DecisionForm::tr("Reasoning")))
        return false;
    drive.type(decision.reasoning);
    auto *part = drive.find<OverridePart>();
    return !part || justify(drive, *part, decision.justification);
}

} // namespace countersign

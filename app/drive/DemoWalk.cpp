#include "app/drive/DemoWalk.h"

#include "app/drive/CaseKeys.h"
#include "ui/pages/queue/CasePreview.h"
#include "ui/shell/CommandPalette.h"
#include "ui/widgets/ReasonDialog.h"

namespace countersign {

namespace {

bool signIn(Drive &drive, const QString &password)
{
    return drive.picture(QStringLiteral("01-sign-in")) && signInByKeys(drive, password);
}

bool lookAtTheQueue(Drive &drive)
{
    for (const int key : {Qt::Key_J, Qt::Key_J, Qt::Key_K})
        drive.press(key);
    return drive.until("the preview", [&] { return drive.find<CasePreview>() && drive.find<CasePreview>()->isComplete(); })
           && drive.picture(QStringLiteral("02-queue"));
}

bool takeACase(Drive &drive)
{
    return takeNextCase(drive) && drive.picture(QStringLiteral("03-case"));
}

/// With a condition and a coded reason: every part of the form.
TypedDecision demoDecision()
{
    return {Outcome::ApproveWithConditions, QStringLiteral("Bank statements of the last three months"), 1,
            QStringLiteral(
                "Income and savings carry the payment; the bank statements of three months are to confirm them."),
            QStringLiteral("The applicant has announced bank statements that the application does not contain yet; "
                           "they are to confirm the income.")};
}

bool decide(Drive &drive)
{
    const auto before = shownCase(drive);
    if (!typeDecision(drive, demoDecision()) || !drive.picture(QStringLiteral("04-decision")))
        return false;
    drive.press(Qt::Key_Return, Qt::ControlModifier);
    return drive.until("the decision and the next case", [&] { return shownCase(drive) && shownCase(drive) != before; })
           && drive.picture(QStringLiteral("05-next-case"));
}

/// So that the next run, and the analyst who goes on, begin with free hands.
bool giveBack(Drive &drive)
{
    drive.press(Qt::Key_R);
    if (!drive.until("the question why", [&] { return qobject_cast<ReasonDialog *>(drive.front()) != nullptr; }))
        return false;
    drive.type(QStringLiteral("End of the demonstration."));
    if (!drive.picture(QStringLiteral("10-release-serbian")))
        return false;
    drive.press(Qt::Key_Return, Qt::ControlModifier);
    return true;
}

bool lookAround(Drive &drive)
{
    drive.press(Qt::Key_K, Qt::ControlModifier);
    if (!drive.until("the palette", [&] { return qobject_cast<CommandPalette *>(drive.front()); }))
        return false;
    drive.type(QStringLiteral("petrov"));
    auto *palette = qobject_cast<CommandPalette *>(drive.front());
    if (!drive.until("what is found", [&] { return !palette->isSearching(); }) || !drive.picture(QStringLiteral("06-palette")))
        return false;
    drive.press(Qt::Key_Escape);
    drive.workbench().setTheme(ThemeKind::Dark);
    if (!drive.picture(QStringLiteral("07-case-dark")))
        return false;
    drive.workbench().setLanguage(QStringLiteral("sr-Latn-RS"));
    if (!drive.until("the case in Serbian", [&] { return shownCase(drive).has_value(); }) || !drive.picture(QStringLiteral("08-case-dark-serbian")))
        return false;
    drive.workbench().setTheme(ThemeKind::Light);
    if (!drive.picture(QStringLiteral("09-case-serbian")))
        return false;
    if (!giveBack(drive))
        return false;
    return drive.until("the queue in Serbian", [&] { return isQueueShown(drive); })
        && drive.picture(QStringLiteral("11-queue-serbian"));
}

} // namespace

bool walkThroughDemo(Drive &drive, const QString &password)
{
    return signIn(drive, password) && lookAtTheQueue(drive) && takeACase(drive) && decide(drive) && lookAround(drive);
}

} // namespace countersign

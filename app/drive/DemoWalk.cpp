#include "app/drive/DemoWalk.h"

#include "ui/pages/case/CasePage.h"
#include "ui/pages/case/DecisionForm.h"
#include "ui/pages/case/OverridePart.h"
#include "ui/pages/case/ReasonsEdit.h"
#include "ui/pages/queue/CasePreview.h"
#include "ui/pages/queue/QueuePage.h"
#include "ui/shell/CommandPalette.h"
#include "ui/widgets/ReasonDialog.h"

#include <QTableView>

namespace countersign {

namespace {

bool queueIsShown(Drive &drive)
{
    auto *table = drive.find<QTableView>();
    return drive.find<QueuePage>() && table && table->model()->rowCount() > 0;
}

std::optional<ApplicationId> shownCase(Drive &drive)
{
    auto *page = drive.find<CasePage>();
    return page && drive.find<DecisionForm>() ? page->shown() : std::nullopt;
}

bool signIn(Drive &drive, const QString &password)
{
    if (!drive.picture(QStringLiteral("01-sign-in")))
        return false;
    drive.type(password); // the address is there, the focus is in the password
    drive.press(Qt::Key_Return);
    return drive.until("the queue", [&] { return queueIsShown(drive); });
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
    drive.press(Qt::Key_N);
    return drive.until("the case", [&] { return shownCase(drive).has_value(); }) && drive.picture(QStringLiteral("03-case"));
}

/// With a condition, a smaller amount and a coded reason: every part of the form, by keys alone.
bool fillTheForm(Drive &drive)
{
    auto *form = drive.find<DecisionForm>();
    drive.press(Qt::Key_2);
    if (!drive.until("the condition", [&] { return form->draft().conditions.size() == 1; }))
        return false;
    drive.type(QStringLiteral("Bank statements of the last three months")); // the focus is in the new condition
    if (!drive.tabTo(ReasonsEdit::tr("Add a reason")))
        return false;
    drive.press(Qt::Key_Space);
    drive.press(Qt::Key_Down);
    drive.press(Qt::Key_Return);
    if (!drive.tabTo(DecisionForm::tr("Reasoning")))
        return false;
    drive.type(QStringLiteral("Permanent contract and savings cover a third of the loan; the statements confirm the income."));
    return drive.until("the reason", [&] { return form->draft().reasons.size() == 1; });
}

/// What a decision against the model asks for on top.
bool justifyIfAsked(Drive &drive)
{
    auto *part = drive.find<OverridePart>();
    if (!part)
        return true;
    if (!drive.tabTo(OverridePart::tr("Why against the model")))
        return false;
    drive.press(Qt::Key_Down);
    if (!drive.tabTo(OverridePart::tr("Justification")))
        return false;
    drive.type(QStringLiteral("The employer confirmed a raise by letter, which the application does not contain yet."));
    if (!drive.tabTo(OverridePart::tr("I know that this goes against the model")))
        return false;
    drive.press(Qt::Key_Space);
    return part->isUnderstood();
}

bool decide(Drive &drive)
{
    const auto before = shownCase(drive);
    if (!fillTheForm(drive) || !justifyIfAsked(drive) || !drive.picture(QStringLiteral("04-decision")))
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
    return drive.until("the queue in Serbian", [&] { return queueIsShown(drive); }) && drive.picture(QStringLiteral("11-queue-serbian"));
}

} // namespace

bool walkThroughDemo(Drive &drive, const QString &password)
{
    return signIn(drive, password) && lookAtTheQueue(drive) && takeACase(drive) && decide(drive) && lookAround(drive);
}

} // namespace countersign

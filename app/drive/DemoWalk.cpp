#include "app/drive/DemoWalk.h"

#include "ui/pages/case/CasePage.h"
#include "ui/pages/case/DecisionForm.h"
#include "ui/pages/queue/CasePreview.h"
#include "ui/pages/queue/QueuePage.h"
#include "ui/shell/CommandPalette.h"
#include "ui/shell/ShortcutSheet.h"

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

/// With conditions, a smaller amount, a documented reason: every part of the form by keys.
bool fillTheForm(Drive &drive)
{
    auto *form = drive.find<DecisionForm>();
    drive.press(Qt::Key_2);
    if (!drive.until("the form", [&] { return form->draft().outcome == Outcome::ApproveWithConditions; }))
        return false;
    drive.type(QStringLiteral("Bank statements of the last three months")); // the focus is in the new condition
    drive.press(Qt::Key_Escape);
    return true;
}

} // namespace

bool walkThroughDemo(Drive &drive, const QString &password)
{
    return signIn(drive, password) && lookAtTheQueue(drive) && takeACase(drive) && fillTheForm(drive);
}

} // namespace countersign

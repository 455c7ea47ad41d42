// Every command of the window: one table for menus, keys, palette and the sheet of shortcuts.
#pragma once

#include <QList>
#include <QString>

class QAction;
class QWidget;

namespace countersign {

enum class ActionId {
    Palette,
    Shortcuts,
    Refresh,
    GoToQueue,
    GoToOverrides,
    Account,
    GoToAudit,
    GoToAdministration,
    SwitchTheme,
    SwitchLanguage,
    SignOut,
    Quit,
    NextCase,
    OpenCase,
    SelectNext,
    SelectPrevious,
    AssignToMe,
    StartReview,
    Release,
    BackToQueue,
    OpenNext,
    OpenPrevious,
    Approve,
    ApproveWithConditions,
    Decline,
    Submit,
    SignOverride,
    RejectOverride,
    FindInList,
    BackToList,
    More,
    ShowRecord,
    NewEntry,
    Save,
    VerifyChain,
};

struct ActionRow {
    ActionId id;
    const char *text; ///< English; translate in the context "Actions"
    const char *keys; ///< as QKeySequence reads them, several divided by blanks; the first one is shown
    const char *where; ///< a heading of the sheet of shortcuts, same context
};

const QList<ActionRow> &actionRows();

/// A new action of the row, in the language in use, whose keys work while `owner` or something in it has the focus.
QAction *makeAction(QWidget *owner, ActionId id);

QString actionText(ActionId id);
QString actionKey(ActionId id); ///< the first key as people write it: `Ctrl+Enter`

} // namespace countersign

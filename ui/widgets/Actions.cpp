#include "ui/widgets/Actions.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>
#include <QVariant>
#include <QWidget>

#include <algorithm>

namespace countersign {

namespace {

constexpr char kEverywhere[] = QT_TRANSLATE_NOOP("Actions", "Everywhere");
constexpr char kInTheQueue[] = QT_TRANSLATE_NOOP("Actions", "In the queue");
constexpr char kInACase[] = QT_TRANSLATE_NOOP("Actions", "In a case");
constexpr char kInLists[] = QT_TRANSLATE_NOOP("Actions", "In the audit record and the administration");
constexpr char kRecorded[] = QT_TRANSLATE_NOOP("Actions", "In a case, the audit record and the administration");
constexpr char kInTheAdministration[] = QT_TRANSLATE_NOOP("Actions", "In the administration");
constexpr char kInTheAudit[] = QT_TRANSLATE_NOOP("Actions", "In the audit record");
constexpr char kInOverrides[] = QT_TRANSLATE_NOOP("Actions", "Among the overrides");
constexpr char kBoth[] = QT_TRANSLATE_NOOP("Actions", "In the queue and in a case");

const ActionRow &rowOf(ActionId id)
{
    const QList<ActionRow> &rows = actionRows();
    return *std::find_if(rows.begin(), rows.end(), [id](const ActionRow &row) { return row.id == id; });
}

} // namespace

const QList<ActionRow> &actionRows()
{
    static const QList<ActionRow> rows{
        {ActionId::Palette, QT_TRANSLATE_NOOP("Actions", "Search or run a command"), "Ctrl+K", kEverywhere},
        {ActionId::Shortcuts, QT_TRANSLATE_NOOP("Actions", "Show all shortcuts"), "Ctrl+/", kEverywhere},
        {ActionId::Refresh, QT_TRANSLATE_NOOP("Actions", "Refresh"), "F5", kEverywhere},
        {ActionId::GoToQueue, QT_TRANSLATE_NOOP("Actions", "Go to the queue"), "Alt+1", kEverywhere},
        {ActionId::GoToOverrides, QT_TRANSLATE_NOOP("Actions", "Go to the overrides"), "Alt+2", kEverywhere},
        {ActionId::Account, QT_TRANSLATE_NOOP("Actions", "Your account"), "Ctrl+,", kEverywhere},
        {ActionId::GoToAudit, QT_TRANSLATE_NOOP("Actions", "Go to the audit record"), "Alt+7", kEverywhere},
        {ActionId::GoToAdministration, QT_TRANSLATE_NOOP("Actions", "Go to the administration"), "Alt+8", kEverywhere},
        {ActionId::SwitchTheme, QT_TRANSLATE_NOOP("Actions", "Switch between light and dark"), "Ctrl+Shift+T", kEverywhere},
        {ActionId::SwitchLanguage, QT_TRANSLATE_NOOP("Actions", "Switch the language"), "Ctrl+Shift+L", kEverywhere},
        {ActionId::SignOut, QT_TRANSLATE_NOOP("Actions", "Sign out"), "", kEverywhere},
        {ActionId::Quit, QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q", kEverywhere},
        {ActionId::NextCase, QT_TRANSLATE_NOOP("Actions", "Get next case"), "N", kBoth},
        {ActionId::OpenCase, QT_TRANSLATE_NOOP("Actions", "Open case"), "Return Enter", kInTheQueue},
        {ActionId::SelectNext, QT_TRANSLATE_NOOP("Actions", "Next row"), "J", kInTheQueue},
        {ActionId::SelectPrevious, QT_TRANSLATE_NOOP("Actions", "Previous row"), "K", kInTheQueue},
        {ActionId::AssignToMe, QT_TRANSLATE_NOOP("Actions", "Assign to me"), "A", kBoth},
        {ActionId::StartReview, QT_TRANSLATE_NOOP("Actions", "Start review"), "S", kBoth},
        {ActionId::Release, QT_TRANSLATE_NOOP("Actions", "Release"), "R", kBoth},
        {ActionId::BackToQueue, QT_TRANSLATE_NOOP("Actions", "Back to the queue"), "Esc", kInACase},
        {ActionId::OpenNext, QT_TRANSLATE_NOOP("Actions", "Next case in the list"), "Ctrl+N", kInACase},
        {ActionId::OpenPrevious, QT_TRANSLATE_NOOP("Actions", "Previous case in the list"), "Ctrl+P", kInACase},
        {ActionId::Approve, QT_TRANSLATE_NOOP("Actions", "Approve"), "1 Ctrl+Shift+A", kInACase},
        {ActionId::ApproveWithConditions, QT_TRANSLATE_NOOP("Actions", "With conditions"), "2", kInACase},
        {ActionId::Decline, QT_TRANSLATE_NOOP("Actions", "Decline"), "3 Ctrl+Shift+D", kInACase},
        {ActionId::Submit, QT_TRANSLATE_NOOP("Actions", "Submit"), "Ctrl+Return Ctrl+Enter", kInACase},
        {ActionId::SignOverride, QT_TRANSLATE_NOOP("Actions", "Sign"), "Ctrl+Return Ctrl+Enter", kInOverrides},
        {ActionId::RejectOverride, QT_TRANSLATE_NOOP("Actions", "Reject"), "Ctrl+Shift+D", kInOverrides},
        {ActionId::FindInList, QT_TRANSLATE_NOOP("Actions", "Search the list"), "Ctrl+F", kInLists},
        {ActionId::BackToList, QT_TRANSLATE_NOOP("Actions", "Back to the list"), "Esc", kInLists},
        {ActionId::More, QT_TRANSLATE_NOOP("Actions", "More rows"), "Ctrl+M", kInLists},
        {ActionId::ShowRecord, QT_TRANSLATE_NOOP("Actions", "Show what is recorded of it"), "T", kRecorded},
        {ActionId::NewEntry, QT_TRANSLATE_NOOP("Actions", "Make a new one"), "Ctrl+N", kInTheAdministration},
        {ActionId::Save, QT_TRANSLATE_NOOP("Actions", "Save"), "Ctrl+Return Ctrl+Enter", kInTheAdministration},
        {ActionId::VerifyChain, QT_TRANSLATE_NOOP("Actions", "Verify the record"), "Ctrl+Shift+V", kInTheAudit},
    };
    return rows;
}

QAction *makeAction(QWidget *owner, ActionId id)
{
    const ActionRow &row = rowOf(id);
    auto *action = new QAction(actionText(id), owner);
    QList<QKeySequence> keys;
    for (const QString &key : QString::fromLatin1(row.keys).split(QLatin1Char(' '), Qt::SkipEmptyParts))
        keys.append(QKeySequence(key, QKeySequence::PortableText));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setAutoRepeat(id == ActionId::SelectNext || id == ActionId::SelectPrevious);
    action->setData(int(id));
    owner->addAction(action);
    return action;
}

QString actionText(ActionId id)
{
    return QCoreApplication::translate("Actions", rowOf(id).text);
}

QString actionKey(ActionId id)
{
    const QString first = QString::fromLatin1(rowOf(id).keys).section(QLatin1Char(' '), 0, 0);
    return QString(first).replace(QLatin1String("Return"), QCoreApplication::translate("Actions", "Enter"));
}

} // namespace countersign

#include "ui/models/UserDraft.h"

#include "ui/models/Words.h"

#include <QCoreApplication>

namespace countersign {

namespace {

PermissionSet setOf(const QList<Permission> &permissions)
{
    PermissionSet set;
    for (const Permission permission : permissions)
        set = set | PermissionSet{permission};
    return set;
}

QList<Permission> listOf(PermissionSet set)
{
    QList<Permission> permissions;
    for (const auto &row : enumTexts<Permission>)
        if (set.contains(row.value))
            permissions.append(row.value);
    return permissions;
}

QString inWords(PermissionSet set)
{
    QStringList words;
    for (const Permission permission : listOf(set))
        words.append(words::of(permission));
    return words.join(QStringLiteral(", "));
}

QString translated(const char *text)
{
    return QCoreApplication::translate("UserDraft", text);
}

template <class T>
void rebase(T &typed, const T &before, const T &now)
{
    if (typed == before)
        typed = now;
}

void addChange(QStringList &changes, const char *what, const QString &before, const QString &now)
{
    if (before != now)
        changes.append(QStringLiteral("%1: %2 → %3").arg(translated(what), before, now));
}

/// `Granted: Decide cases`, when there is something that is in the second and not in the first.
void addSet(QStringList &changes, const char *what, PermissionSet before, PermissionSet now)
{
    if (const PermissionSet added = now - before; !added.isEmpty())
        changes.append(QStringLiteral("%1: %2").arg(translated(what), inWords(added)));
}

} // namespace

UserDraft draftOf(const api::UserAccount &user)
{
    return {user.email, user.name, user.role, setOf(user.grants), setOf(user.denials)};
}

UserRights rightsOf(const UserDraft &draft, bool isActive)
{
    return {draft.role, draft.grants, draft.denials, isActive};
}

api::UserPatch patchFor(const api::UserAccount &user, const UserDraft &draft)
{
    const UserDraft known = draftOf(user);
    api::UserPatch patch;
    if (draft.name.trimmed() != known.name)
        patch.name = draft.name.trimmed();
    if (draft.role != known.role)
        patch.role = draft.role;
    if (draft.grants != known.grants)
        patch.grants = listOf(draft.grants);
    if (draft.denials != known.denials)
        patch.denials = listOf(draft.denials);
    return patch;
}

UserDraft rebased(const UserDraft &draft, const api::UserAccount &before, const api::UserAccount &now)
{
    const UserDraft was = draftOf(before);
    const UserDraft is = draftOf(now);
    UserDraft result = draft;
    rebase(result.name, was.name, is.name);
    rebase(result.role, was.role, is.role);
    for (const auto &row : enumTexts<Permission>) {
        const PermissionSet one{row.value};
        const bool typed = draft.grants.contains(row.value) != was.grants.contains(row.value)
            || draft.denials.contains(row.value) != was.denials.contains(row.value);
        if (typed)
            continue;
        result.grants = is.grants.contains(row.value) ? result.grants | one : result.grants - one;
        result.denials = is.denials.contains(row.value) ? result.denials | one : result.denials - one;
    }
    return result;
}

QStringList changesBetween(const api::UserAccount &before, const api::UserAccount &now)
{
    const UserDraft was = draftOf(before);
    const UserDraft is = draftOf(now);
    QStringList changes;
    addChange(changes, QT_TRANSLATE_NOOP("UserDraft", "Name"), was.name, is.name);
    addChange(changes, QT_TRANSLATE_NOOP("UserDraft", "Role"), words::of(was.role), words::of(is.role));
    addSet(changes, QT_TRANSLATE_NOOP("UserDraft", "Granted"), was.grants, is.grants);
    addSet(changes, QT_TRANSLATE_NOOP("UserDraft", "No longer granted"), is.grants, was.grants);
    addSet(changes, QT_TRANSLATE_NOOP("UserDraft", "Denied"), was.denials, is.denials);
    addSet(changes, QT_TRANSLATE_NOOP("UserDraft", "No longer denied"), is.denials, was.denials);
    if (before.isActive != now.isActive)
        changes.append(now.isActive ? translated(QT_TRANSLATE_NOOP("UserDraft", "Switched on"))
                                    : translated(QT_TRANSLATE_NOOP("UserDraft", "Switched off")));
    if (now.mustChangePassword && !before.mustChangePassword)
        changes.append(translated(QT_TRANSLATE_NOOP("UserDraft", "Has a new one-time password")));
    return changes;
}

} // namespace countersign

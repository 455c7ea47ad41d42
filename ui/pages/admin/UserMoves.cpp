// What is done with a user: making, changing, switching off and on, a new password; and what comes back.
#include "core/api/endpoints/AuditEndpoints.h"
#include "core/api/endpoints/UserEndpoints.h"
#include "ui/pages/admin/PasswordDialog.h"
#include "ui/pages/admin/UsersPage.h"
#include "ui/models/Words.h"
#include "ui/widgets/ConfirmDialog.h"

#include <QLineEdit>

namespace countersign {

namespace {

/// What in the record changes the version of a user.
constexpr std::array kChanges{"renamed", "rights_changed", "activated", "deactivated", "unlocked", "password_reset"};

bool isChange(const api::AuditItem &entry)
{
    return entry.actor.name && std::any_of(kChanges.begin(), kChanges.end(), [&entry](const char *action) {
               return entry.action == QLatin1String(action);
           });
}

QList<Permission> listOf(PermissionSet set)
{
    QList<Permission> list;
    for (const auto &row : enumTexts<Permission>)
        if (set.contains(row.value))
            list.append(row.value);
    return list;
}

} // namespace

void UsersPage::submit()
{
    m_form->setBusy(true);
    if (m_form->isNew())
        create();
    else
        save();
}

void UsersPage::create()
{
    const UserDraft draft = m_form->draft();
    m_parts.client.call(
        api::createUser,
        api::UserCreate{draft.email, draft.name.trimmed(), draft.role, listOf(draft.grants), listOf(draft.denials)},
        this, [this](const Result<api::IssuedPassword> &answer) {
            m_form->setBusy(false);
            if (!answer)
                return fail({}, answer.error());
            m_newDraft = {};
            m_form->showNobody();
            m_search->setText(answer->email); // so that the new one is in sight
            load();
            PasswordDialog::show(*answer, this);
        });
}

void UsersPage::save()
{
    const api::UserAccount seen = *m_form->user();
    m_parts.client.callFor(api::updateUser, {seen.id.toString(), seen.version}, patchFor(seen, m_form->draft()), this,
                           [this, seen](const Result<api::UserAccount> &answer) {
                               m_form->setBusy(false);
                               if (answer) {
                                   m_drafts.remove(seen.id);
                                   adopt(*answer, tr("%1: saved.").arg(answer->name));
                               } else if (answer.error().reason == QLatin1String("stale_version")) {
                                   reconcile(seen);
                               } else {
                                   fail(seen.id, answer.error());
                               }
                           });
}

void UsersPage::switchOnOrOff()
{
    if (!m_form->user())
        return;
    const api::UserAccount user = *m_form->user();
    if (!user.isActive)
        return act(api::activateUser, tr("%1 may sign in again."));
    ConfirmDialog::ask(
        {tr("Switch off %1").arg(user.name),
         tr("Every session ends at once, and nobody can sign in with this address until it is switched on again."),
         tr("Switch off")},
        this, [this, id = user.id] {
            if (isShown(id))
                act(api::deactivateUser, tr("%1 is switched off."));
        });
}

void UsersPage::act(const Endpoint<Nothing, api::UserAccount> &endpoint, const QString &done)
{
    if (!m_form->user())
        return;
    const api::UserAccount seen = *m_form->user();
    keepDraft();
    m_form->setBusy(true);
    m_parts.client.callFor(endpoint, {seen.id.toString(), seen.version}, Nothing{}, this,
                           [this, seen, done](const Result<api::UserAccount> &answer) {
                               m_form->setBusy(false);
                               if (answer)
                                   adopt(*answer, done.arg(answer->name));
                               else if (answer.error().reason == QLatin1String("stale_version"))
                                   reconcile(seen);
                               else
                                   fail(seen.id, answer.error());
                           });
}

void UsersPage::resetPassword()
{
    if (!m_form->user())
        return;
    const api::UserAccount user = *m_form->user();
    const auto reset = [this, user] {
        m_parts.client.callFor(api::resetUserPassword, {user.id.toString(), user.version}, Nothing{}, this,
                               [this, user](const Result<api::IssuedPassword> &answer) {
                                   if (!answer)
                                       return answer.error().reason == QLatin1String("stale_version")
                                           ? reconcile(user)
                                           : fail(user.id, answer.error());
                                   PasswordDialog::show(*answer, this);
                                   load();
                               });
    };
    ConfirmDialog::ask({tr("A new one-time password for %1").arg(user.name),
                        tr("The password of today stops working and every session ends at once."), tr("Make it")},
                       this, reset);
}

void UsersPage::adopt(const api::UserAccount &user, const QString &sentence)
{
    m_model->setNow(m_parts.clock.now());
    m_model->update(user);
    if (isShown(user.id))
        show(user);
    Q_EMIT done(sentence);
}

void UsersPage::fail(UserId id, const Error &error)
{
    if (!id.isNull() && !isShown(id))
        return Q_EMIT done(sentenceFor(error));
    m_form->say(sentenceFor(error), Tone::Breach);
    m_form->showFaults(error.fields);
}

void UsersPage::reconcile(const api::UserAccount &seen)
{
    m_parts.client.callFor(api::getUser, {seen.id.toString(), {}}, Nothing{}, this,
                           [this, seen](const Result<api::UserAccount> &answer) {
                               if (!answer)
                                   return fail(seen.id, answer.error());
                               m_model->update(*answer);
                               if (!isShown(seen.id))
                                   return;
                               m_drafts.insert(seen.id, rebased(m_form->draft(), seen, *answer));
                               show(*answer);
                               sayWhoChanged(seen, *answer);
                           });
}

void UsersPage::sayWhoChanged(const api::UserAccount &seen, const api::UserAccount &now)
{
    const QStringList changes = changesBetween(seen, now);
    if (!m_parts.session.may(Permission::AuditView))
        return sayChanged(seen.id, tr("Somebody"), changes);
    m_parts.client.listOf(
        api::auditTimeline, {QStringLiteral("user"), seen.id.toString()}, api::AuditTimelineQuery{}, this,
        [this, id = seen.id, changes](const Result<Page<api::AuditItem>> &answer) {
            const auto entries = answer ? answer->items : QList<api::AuditItem>();
            const auto last = std::find_if(entries.begin(), entries.end(), isChange);
            sayChanged(id,
                       last == entries.end()
                           ? tr("Somebody")
                           : QStringLiteral("%1 (%2)").arg(*last->actor.name,
                                                           words::momentText(last->occurredAt, m_parts.clock.now())),
                       changes);
        });
}

void UsersPage::sayChanged(UserId id, const QString &who, const QStringList &changes)
{
    if (!isShown(id))
        return;
    const QString what = changes.isEmpty() ? QString() : QStringLiteral(": ") + changes.join(QStringLiteral("; "));
    m_form->say(
        tr("%1 changed this user meanwhile%2. What you typed is kept; look at it and save again.").arg(who, what),
        Tone::Warning);
}

} // namespace countersign

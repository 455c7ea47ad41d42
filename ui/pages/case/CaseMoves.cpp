// What is done with an open case: taking, starting, giving back, deciding.
#include "ui/client/Sentences.h"
#include "ui/pages/case/CaseHeading.h"
#include "ui/pages/case/CasePage.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/ReasonDialog.h"

namespace countersign {

void CasePage::assign(bool startAfterwards)
{
    if (!m_case || !m_case->queueInfo || !m_parts.session.may(Permission::QueueAssign))
        return;
    const api::QueueItem &entry = *m_case->queueInfo;
    if (entry.status == QueueStatus::Assigned && startAfterwards)
        return start(entry);
    if (entry.status != QueueStatus::Pending)
        return;
    m_parts.client.callFor(api::assignCase, {entry.queueId.toString(), entry.version}, api::AssignCase{}, this,
                           [this, startAfterwards](const Result<api::QueueItem> &answer) {
                               if (!answer)
                                   fail(answer.error());
                               else if (startAfterwards)
                                   start(*answer);
                               else
                                   load(true);
                           });
}

void CasePage::start(const api::QueueItem &entry)
{
    m_parts.client.callFor(api::startCase, {entry.queueId.toString(), entry.version}, Nothing{}, this,
                           [this](const Result<api::QueueItem> &answer) {
                               if (answer)
                                   load(true);
                               else
                                   fail(answer.error());
                           });
}

void CasePage::release()
{
    if (!isMine() || !isActive(m_case->queueInfo->status))
        return;
    ReasonDialog::ask({tr("Release the case of %1").arg(m_case->applicantName), tr("Why do you give it back?"), tr("Release")}, this,
                      [this, entry = *m_case->queueInfo](const QString &reason) { giveBack(entry, reason); });
}

void CasePage::giveBack(const api::QueueItem &entry, const QString &reason)
{
    m_parts.client.callFor(api::releaseCase, {entry.queueId.toString(), entry.version}, api::ReleaseCase{reason}, this,
                           [this, name = entry.applicantName](const Result<api::QueueItem> &answer) {
                               if (!answer)
                                   return fail(answer.error());
                               keepDraft();
                               Q_EMIT decided(tr("The case of %1 is back in the queue.").arg(name));
                               Q_EMIT closeRequested();
                           });
}

void CasePage::submit(api::DecisionCreate decision)
{
    if (!m_case)
        return;
    decision.applicationId = m_case->id;
    decision.applicationVersion = m_case->version;
    m_form->setBusy(true);
    m_banner->clear();
    m_parts.client.call(api::createDecision, decision, this,
                        [this, id = m_case->id, name = m_case->applicantName](const Result<api::DecisionInfo> &answer) {
                            m_form->setBusy(false);
                            if (!answer) {
                                m_form->showFaults(answer.error().fields);
                                return fail(answer.error());
                            }
                            m_drafts.remove(id);
                            if (m_case && m_case->id == id)
                                m_case.reset(); // what is in the form is no draft any more
                            Q_EMIT decided(answer->status == DecisionStatus::PendingApproval
                                               ? tr("%1: your decision waits for the second signature.").arg(name)
                                           : answer->decisionOutcome == DecisionOutcome::Approved ? tr("%1: approved.").arg(name)
                                                                                                  : tr("%1: declined.").arg(name));
                            Q_EMIT nextRequested();
                        });
}

void CasePage::fail(const Error &error)
{
    // Nothing that was typed is lost: the form stays as it is, and looking again keeps it.
    const bool changed = error.code == ErrorCode::Conflict || error.code == ErrorCode::NotFound;
    m_banner->say(sentenceFor(error), changed ? Tone::Warning : Tone::Breach, changed ? tr("Look again") : QString());
}

} // namespace countersign

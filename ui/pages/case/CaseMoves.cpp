// What is done with an open case: taking, starting, giving back, deciding.
#include "core/api/endpoints/DecisionEndpoints.h"
#include "core/api/endpoints/QueueEndpoints.h"
#include "ui/client/Problem.h"
#include "ui/client/Sentences.h"
#include "ui/pages/case/CaseHeading.h"
#include "ui/pages/case/CasePage.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/ReasonDialog.h"

#include <QCoreApplication>

namespace countersign {

namespace {

struct DecidedText {
    DecisionType type;
    const char *text;
};
constexpr std::array kDecided{
    DecidedText{DecisionType::AnalystApprove, QT_TRANSLATE_NOOP("Decided", "%1: approved.")},
    DecidedText{DecisionType::AnalystApproveWithConditions,
                QT_TRANSLATE_NOOP("Decided", "%1: approved with conditions.")},
    DecidedText{DecisionType::AnalystDecline, QT_TRANSLATE_NOOP("Decided", "%1: declined.")},
};

QString decidedText(const api::DecisionInfo &decision)
{
    if (decision.status == DecisionStatus::PendingApproval)
        return QCoreApplication::translate("Decided", "%1: the decision waits for a second person.");
    for (const DecidedText &row : kDecided)
        if (row.type == decision.decisionType)
            return QCoreApplication::translate("Decided", row.text);
    return QCoreApplication::translate("Decided", "%1: decided.");
}

} // namespace

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
                           [this, subject = Subject{entry.applicationId, entry.applicantName},
                            startAfterwards](const Result<api::QueueItem> &answer) {
                               if (!answer)
                                   fail(subject, answer.error());
                               else if (startAfterwards)
                                   start(*answer);
                               else
                                   moved(*answer);
                           });
}

void CasePage::start(const api::QueueItem &entry)
{
    m_parts.client.callFor(
        api::startCase, {entry.queueId.toString(), entry.version}, Nothing{}, this,
        [this, subject = Subject{entry.applicationId, entry.applicantName}](const Result<api::QueueItem> &answer) {
            if (answer)
                moved(*answer);
            else
                fail(subject, answer.error());
        });
}

void CasePage::moved(const api::QueueItem &entry)
{
    Q_EMIT entryChanged(entry);
    if (isShown(entry.applicationId))
        load(true);
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
    m_parts.client.callFor(
        api::releaseCase, {entry.queueId.toString(), entry.version}, api::ReleaseCase{reason}, this,
        [this, subject = Subject{entry.applicationId, entry.applicantName}](const Result<api::QueueItem> &answer) {
            if (!answer)
                return fail(subject, answer.error());
            Q_EMIT entryChanged(*answer);
            Q_EMIT done(tr("The case of %1 is back in the queue.").arg(subject.name));
            if (!isShown(subject.id) || !isVisible())
                return;
            keepDraft();
            Q_EMIT closeRequested();
        });
}

void CasePage::askForPreview()
{
    const auto intent = m_form->intent();
    if (!intent || !m_case || !blockedBecause().isEmpty())
        return;
    api::DecisionPreviewRequest request = *intent;
    request.applicationId = m_case->id;
    m_parts.client.call(api::previewDecision, request, this, [this, intent, id = m_case->id](const Result<api::DecisionPreview> &answer) {
        if (answer && isShown(id) && m_form->intent() == intent)
            m_form->showPreview(*answer);
    });
}

void CasePage::showRecord()
{
    if (m_case && m_parts.session.may(Permission::AuditView))
        Q_EMIT recordRequested(QStringLiteral("application"), m_case->id.uuid(), m_case->applicantName);
}

void CasePage::submit(api::DecisionCreate decision)
{
    if (!m_case)
        return;
    decision.applicationId = m_case->id;
    decision.applicationVersion = m_case->version;
    m_form->setBusy(true);
    m_banner->clear();
    m_parts.client.call(
        api::createDecision, decision, this,
        [this, subject = Subject{m_case->id, m_case->applicantName}](const Result<api::DecisionInfo> &answer) {
            if (isShown(subject.id))
                m_form->setBusy(false);
            if (answer)
                return finish(subject, *answer);
            if (isShown(subject.id))
                m_form->showFaults(answer.error().fields);
            fail(subject, answer.error());
        });
}

void CasePage::finish(const Subject &subject, const api::DecisionInfo &decision)
{
    m_drafts.remove(subject.id);
    Q_EMIT done(decidedText(decision).arg(subject.name));
    if (!isShown(subject.id))
        return;
    m_case.reset(); // what is in the form is no draft any more
    if (isVisible())
        Q_EMIT nextRequested();
}

void CasePage::fail(const Subject &subject, const Error &error)
{
    if (!isShown(subject.id) || !isVisible())
        return Q_EMIT failedElsewhere(tr("%1: %2").arg(subject.name, sentenceFor(error)));
    // Nothing that was typed is lost: the form stays as it is, and looking again keeps it.
    const bool changed = error.code == ErrorCode::Conflict || error.code == ErrorCode::NotFound
        || error.reason == QLatin1String(kOutcomeUnknown);
    m_banner->say(sentenceFor(error), changed ? Tone::Warning : Tone::Breach, changed ? tr("Look again") : QString());
}

} // namespace countersign

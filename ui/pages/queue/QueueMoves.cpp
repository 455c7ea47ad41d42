// Taking, starting and giving back cases from the queue.
#include "core/api/endpoints/QueueEndpoints.h"
#include "ui/client/Sentences.h"
#include "ui/models/QueueModel.h"
#include "ui/pages/queue/QueuePage.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/ReasonDialog.h"

namespace countersign {

namespace {

constexpr int kAttempts = 5; ///< at a case that others may take in the same moment

} // namespace

void QueuePage::assignSelected()
{
    const api::QueueItem *item = selected();
    if (!item || item->status != QueueStatus::Pending || !m_parts.session.may(Permission::QueueAssign))
        return;
    const QString name = item->applicantName;
    m_parts.client.callFor(api::assignCase, {item->queueId.toString(), item->version}, api::AssignCase{}, this,
                           [this, name](const Result<api::QueueItem> &answer) {
                               if (!answer)
                                   return showFailure(answer.error());
                               m_model->update(*answer);
                               selectionChanged();
                               say(tr("The case of %1 is yours.").arg(name));
                               loadCounts();
                           });
}

void QueuePage::startSelected()
{
    const api::QueueItem *item = selected();
    if (!item || !m_parts.session.may(Permission::QueueAssign))
        return;
    if (item->status != QueueStatus::Pending)
        return act(api::startCase, *item, tr("The review has started."));
    if (!std::exchange(m_taking, true))
        takeCase(*item, 1);
}

void QueuePage::act(const Endpoint<Nothing, api::QueueItem> &endpoint, const api::QueueItem &item, const QString &done)
{
    m_parts.client.callFor(endpoint, {item.queueId.toString(), item.version}, Nothing{}, this,
                           [this, done](const Result<api::QueueItem> &answer) {
                               if (!answer)
                                   return showFailure(answer.error());
                               m_model->update(*answer);
                               say(done);
                               loadCounts();
                           });
}

void QueuePage::releaseSelected()
{
    const api::QueueItem *item = selected();
    if (!item || !item->analyst || !m_parts.session.may(Permission::QueueAssign))
        return;
    // The entry by value: the list may change while the dialog is open.
    ReasonDialog::ask({tr("Release the case of %1").arg(item->applicantName), tr("Why do you give it back?"), tr("Release")}, this,
                      [this, entry = *item](const QString &reason) { release(entry, reason); });
}

void QueuePage::release(const api::QueueItem &item, const QString &reason)
{
    m_parts.client.callFor(api::releaseCase, {item.queueId.toString(), item.version}, api::ReleaseCase{reason}, this,
                           [this, name = item.applicantName](const Result<api::QueueItem> &answer) {
                               if (!answer)
                                   return showFailure(answer.error());
                               say(tr("The case of %1 is back in the queue.").arg(name));
                               refresh();
                           });
}

void QueuePage::takeNext()
{
    if (m_parts.session.may(Permission::QueueAssign) && !std::exchange(m_taking, true))
        takeMostUrgent(kAttempts);
}

void QueuePage::takeMostUrgent(int attemptsLeft)
{
    api::QueueQuery query;
    query.status = QueueStatus::Pending;
    query.pageSize = 1;
    m_parts.client.list(api::listQueue, query, this, [this, attemptsLeft](const Result<Page<api::QueueItem>> &answer) {
        if (!answer)
            return tookNothing(answer.error());
        if (answer->items.isEmpty()) {
            m_taking = false;
            say(tr("No case is waiting."));
            Q_EMIT nothingTaken();
            return;
        }
        takeCase(answer->items.first(), attemptsLeft);
    });
}

void QueuePage::takeCase(api::QueueItem item, int attemptsLeft)
{
    m_parts.client.callFor(
        api::assignCase, {item.queueId.toString(), item.version}, api::AssignCase{}, this,
        [this, attemptsLeft](const Result<api::QueueItem> &assigned) {
            if (!assigned) {
                // Somebody else was faster: the next one, not an error.
                const bool taken = assigned.error().code == ErrorCode::Conflict && assigned.error().reason != QLatin1String("workload_full");
                return taken && attemptsLeft > 1 ? takeMostUrgent(attemptsLeft - 1) : tookNothing(assigned.error());
            }
            m_parts.client.callFor(api::startCase, {assigned->queueId.toString(), assigned->version}, Nothing{}, this,
                                   [this](const Result<api::QueueItem> &started) {
                                       if (!started)
                                           return tookNothing(started.error());
                                       m_taking = false;
                                       m_model->update(*started);
                                       loadCounts();
                                       Q_EMIT openRequested(started->applicationId);
                                   });
        });
}

void QueuePage::tookNothing(const Error &error)
{
    m_taking = false;
    showFailure(error);
}

} // namespace countersign

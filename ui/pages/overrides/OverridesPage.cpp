#include "ui/pages/overrides/OverridesPage.h"

#include "core/api/endpoints/ApplicationEndpoints.h"
#include "core/api/endpoints/DecisionEndpoints.h"
#include "ui/client/Sentences.h"
#include "ui/models/OverridesModel.h"
#include "ui/pages/overrides/OverrideDetail.h"
#include "ui/pages/overrides/OverridesTable.h"
#include "ui/pages/overrides/SignatureCard.h"
#include "ui/widgets/Actions.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/StatefulView.h"

#include <QAction>
#include <QLabel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign {

namespace {

constexpr int kTickMs = 1'000;
constexpr int kReloadMs = 30'000;
constexpr int kListPage = 100; ///< rows asked for at a time

} // namespace

OverridesPage::OverridesPage(Parts parts, QWidget *parent) : QWidget(parent), m_parts(parts)
{
    setProperty("look", "page");
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(makeLabel("title", tr("Overrides"), this));
    m_banner = new Banner(this);
    column->addWidget(m_banner);
    m_view = new StatefulView(makeContent(), this);
    column->addWidget(m_view, 1);
    connect(m_view, &StatefulView::actionTriggered, this, &OverridesPage::refresh);
    connect(m_banner, &Banner::actionTriggered, this, &OverridesPage::refresh);
    makeActions();
    connect(&m_tick, &QTimer::timeout, this, [this] { m_model->setNow(m_parts.clock.now()); });
    m_tick.start(kTickMs);
    connect(&m_reload, &QTimer::timeout, this, [this] {
        if (isVisible() && m_parts.session.isSignedIn())
            refresh();
    });
    m_reload.start(kReloadMs);
}

QWidget *OverridesPage::makeContent()
{
    m_model = new OverridesModel(this);
    m_table = makeOverridesTable(m_model);
    auto *list = new Card;
    list->setAccessibleName(tr("Decisions that wait for a second person"));
    list->body()->setContentsMargins(1, 1, 1, 1);
    list->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    list->body()->addWidget(m_table);
    m_detail = new OverrideDetail;
    m_detailView = new StatefulView(m_detail);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setHandleWidth(12);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(list);
    splitter->addWidget(m_detailView);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({190, 520});
    connect(m_model, &OverridesModel::moreWanted, this, &OverridesPage::loadMore);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &OverridesPage::selectionChanged);
    connect(m_detailView, &StatefulView::actionTriggered, this, &OverridesPage::selectionChanged);
    connect(m_detail->signature(), &SignatureCard::signRequested, this, &OverridesPage::sign);
    connect(m_detail->signature(), &SignatureCard::rejectRequested, this, &OverridesPage::reject);
    return splitter;
}

void OverridesPage::makeActions()
{
    const auto bind = [this](ActionId id, auto slot) { connect(makeAction(this, id), &QAction::triggered, this, slot); };
    const auto move = [this](int step) {
        const int row = std::clamp(m_table->currentIndex().row() + step, 0, std::max(0, m_model->rowCount() - 1));
        m_table->setCurrentIndex(m_model->index(row, m_table->currentIndex().column()));
    };
    bind(ActionId::SelectNext, [move] { move(1); });
    bind(ActionId::SelectPrevious, [move] { move(-1); });
    bind(ActionId::OpenCase, [this] {
        if (const api::WaitingOverride *item = selected(); item && m_table->hasFocus())
            Q_EMIT openRequested(item->applicationId);
    });
    bind(ActionId::SignOverride, [this] { m_detail->signature()->sign(); });
    bind(ActionId::RejectOverride, [this] { m_detail->signature()->reject(); });
    bind(ActionId::Refresh, &OverridesPage::refresh);
}

void OverridesPage::setSystem(const api::SystemInfo &system)
{
    if (system.cutoffs)
        m_model->setCutoffs(*system.cutoffs);
}

void OverridesPage::setReachable(bool reachable)
{
    m_reachable = reachable;
    showPermissions();
}

void OverridesPage::focusList()
{
    m_table->setFocus();
}

void OverridesPage::clear()
{
    ++m_generation;
    m_loaded = false;
    m_shown.reset();
    m_banner->clear();
    m_model->setFirst({});
    m_isDetailShown = false;
    m_detail->signature()->begin();
    m_view->showLoading();
}

void OverridesPage::refresh()
{
    if (!m_parts.session.may(Permission::DecisionApproveOverride))
        return;
    if (!m_loaded)
        m_view->showLoading();
    api::OverrideQuery query;
    query.pageSize = kListPage;
    m_parts.client.list(api::listWaitingOverrides, query, this,
                        [this, generation = ++m_generation](const Result<Page<api::WaitingOverride>> &answer) {
                            if (generation != m_generation)
                                return;
                            if (answer)
                                showList(*answer);
                            else
                                showListFailure(answer.error());
                        });
}

void OverridesPage::loadMore(const QString &cursor)
{
    api::OverrideQuery query;
    query.pageSize = kListPage;
    query.cursor = cursor;
    m_parts.client.list(api::listWaitingOverrides, query, this,
                        [this, generation = m_generation](const Result<Page<api::WaitingOverride>> &answer) {
                            if (generation != m_generation)
                                return;
                            if (answer)
                                m_model->append(*answer);
                            else
                                m_model->moreFailed();
                        });
}

void OverridesPage::showListFailure(const Error &error)
{
    if (m_loaded) // what is on the screen stays readable
        m_banner->say(sentenceFor(error), Tone::Warning, tr("Try again"));
    else
        m_view->showMessage({tr("The overrides cannot be shown"), sentenceFor(error), tr("Try again")});
}

void OverridesPage::showList(const Page<api::WaitingOverride> &page)
{
    const DecisionId before = m_shown ? m_shown->first : DecisionId();
    const int rowBefore = std::max(0, m_table->currentIndex().row());
    m_loaded = true;
    m_model->setNow(m_parts.clock.now());
    m_model->setFirst(page);
    Q_EMIT countChanged(page.total);
    if (page.items.isEmpty()) {
        m_shown.reset();
        m_view->showMessage({tr("Nothing waits for a second signature"),
                             tr("Decisions against the model appear here when they need one."), tr("Refresh")});
        return;
    }
    m_view->showContent();
    const int row = m_model->rowOf(before);
    m_table->setCurrentIndex(m_model->index(row >= 0 ? row : std::min(rowBefore, m_model->rowCount() - 1), OverridesModel::Applicant));
}

const api::WaitingOverride *OverridesPage::selected() const
{
    return m_model->at(m_table->currentIndex());
}

void OverridesPage::selectionChanged()
{
    const api::WaitingOverride *item = selected();
    if (!item)
        return;
    const std::pair wanted(item->id, item->version);
    if (m_shown == wanted && m_detailView->isShowingContent())
        return showPermissions();
    if (!m_shown || m_shown->first != item->id)
        m_detail->signature()->begin();
    m_shown = wanted;
    loadDetail(*item);
}

void OverridesPage::loadDetail(const api::WaitingOverride &item)
{
    m_isDetailShown = false; // what is on the screen may be another case: nothing is signed before this one is there
    showPermissions();
    m_detailView->showLoading();
    m_parts.client.callFor(api::getApplication, {item.applicationId.toString(), {}}, Nothing{}, this,
                           [this, item](const Result<api::CaseDetail> &answer) {
                               if (m_shown != std::pair(item.id, item.version))
                                   return;
                               if (answer)
                                   showDetail(item, *answer);
                               else
                                   m_detailView->showMessage({tr("The case cannot be shown"), sentenceFor(answer.error()), tr("Try again")});
                           });
}

void OverridesPage::showDetail(const api::WaitingOverride &item, const api::CaseDetail &detail)
{
    for (const api::DecisionInfo &decision : detail.decisionHistory) {
        if (decision.id != item.id)
            continue;
        m_detail->showCase(detail, decision, m_parts.clock.now());
        m_detailView->showContent();
        m_isDetailShown = true;
        showPermissions();
        return;
    }
    refresh(); // it does not wait any more
}

QString OverridesPage::blockedBecause() const
{
    const api::WaitingOverride *item = selected();
    if (!m_reachable)
        return tr("The server does not answer. What you type is kept.");
    if (!m_isDetailShown)
        return tr("The case is being loaded.");
    if (item && item->isOwn)
        return tr("You decided this yourself. Somebody else has to sign it.");
    return {};
}

void OverridesPage::showPermissions()
{
    m_detail->signature()->setBlocked(blockedBecause());
}

void OverridesPage::sign(const QString &comment)
{
    const api::WaitingOverride *item = selected();
    if (!item || !blockedBecause().isEmpty())
        return;
    m_detail->signature()->setBusy(true);
    m_banner->clear();
    const api::OverrideApproval approval{comment.isEmpty() ? std::nullopt : std::optional(comment)};
    m_parts.stepUp.callFor(api::approveOverride,
                           {StepUpAction::OverrideApproval, item->id.uuid(), {item->id.toString(), item->version, {}}}, approval, this,
                           [this, item = *item](const Result<api::DecisionInfo> &answer) { settle(item, answer); });
}

void OverridesPage::reject(const QString &comment)
{
    const api::WaitingOverride *item = selected();
    if (!item || !blockedBecause().isEmpty())
        return;
    m_detail->signature()->setBusy(true);
    m_banner->clear();
    m_parts.client.callFor(api::rejectOverride, {item->id.toString(), item->version, {}}, api::OverrideRejection{comment}, this,
                           [this, item = *item](const Result<api::DecisionInfo> &answer) { settle(item, answer); });
}

void OverridesPage::settle(const api::WaitingOverride &item, const Result<api::DecisionInfo> &answer)
{
    const bool isShown = m_shown && m_shown->first == item.id;
    if (isShown)
        m_detail->signature()->setBusy(false);
    if (!answer && StepUp::isCancelled(answer.error()))
        return;
    if (!answer) {
        const bool changed = answer.error().code == ErrorCode::Conflict || answer.error().code == ErrorCode::NotFound;
        m_banner->say(tr("%1: %2").arg(item.applicantName, sentenceFor(answer.error())), changed ? Tone::Warning : Tone::Breach,
                      changed ? tr("Look again") : QString());
        return;
    }
    Q_EMIT done(answer->status == DecisionStatus::Final ? tr("%1: signed, the decision is in force.").arg(item.applicantName)
                                                        : tr("%1: rejected, the case is back with %2.").arg(item.applicantName, item.decidedBy.name));
    refresh();
}

} // namespace countersign

#include "ui/pages/case/CasePage.h"

#include "core/api/endpoints/ApplicationEndpoints.h"
#include "ui/client/Sentences.h"
#include "ui/models/Words.h"
#include "ui/pages/case/CaseHeading.h"
#include "ui/pages/case/FactorTexts.h"
#include "ui/pages/case/FactsCard.h"
#include "ui/pages/case/RiskCard.h"
#include "ui/widgets/Actions.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/FactorBars.h"
#include "ui/widgets/ReasonDialog.h"
#include "ui/widgets/StatefulView.h"
#include "ui/widgets/Theme.h"

#include <QAction>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace countersign {

namespace {

constexpr int kAskMs = 250; ///< after the last change

/// Cards below each other, as high as they are.
QScrollArea *scrolled(const QList<QWidget *> &cards)
{
    auto *page = new QWidget;
    page->setProperty("look", "page");
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    for (QWidget *card : cards)
        column->addWidget(card);
    column->addStretch();
    auto *area = new QScrollArea;
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

} // namespace

CasePage::CasePage(Parts parts, QWidget *parent) : QWidget(parent), m_parts(parts)
{
    setProperty("look", "page");
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 14, 20, 14);
    column->setSpacing(12);
    m_view = new StatefulView(makeContent(), this);
    column->addWidget(m_view);
    connect(m_view, &StatefulView::actionTriggered, this, [this] { load(true); });
    connect(m_heading, &CaseHeading::backRequested, this, &CasePage::closeRequested);
    connect(m_heading, &CaseHeading::assignRequested, this, [this] { assign(false); });
    connect(m_heading, &CaseHeading::startRequested, this, [this] { assign(true); });
    connect(m_heading, &CaseHeading::releaseRequested, this, &CasePage::release);
    connect(m_heading, &CaseHeading::neighbourRequested, this, &CasePage::neighbourRequested);
    connect(m_banner, &Banner::actionTriggered, this, [this] { load(true); });
    connect(m_form, &DecisionForm::submitted, this, &CasePage::submit);
    connect(m_form, &DecisionForm::intentChanged, &m_ask, qOverload<>(&QTimer::start));
    m_ask.setSingleShot(true);
    m_ask.setInterval(kAskMs);
    connect(&m_ask, &QTimer::timeout, this, &CasePage::askForPreview);
    connect(m_facts, &FactsCard::recordRequested, this, &CasePage::showRecord);
    makeActions();
    connect(&m_tick, &QTimer::timeout, this, [this] { m_heading->setNow(m_parts.clock.now()); });
    m_tick.start(std::chrono::seconds(1));
}

QWidget *CasePage::makeContent()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_heading = new CaseHeading(content);
    column->addWidget(m_heading);
    m_banner = new Banner(content);
    column->addWidget(m_banner);
    m_splitter = new QSplitter(Qt::Horizontal, content);
    m_splitter->setHandleWidth(14);
    m_splitter->setChildrenCollapsible(false);
    m_form = new DecisionForm;
    m_splitter->addWidget(makeLeft());
    m_splitter->addWidget(scrolled({m_form}));
    m_splitter->setStretchFactor(0, 62);
    m_splitter->setStretchFactor(1, 38);
    m_splitter->setSizes({744, 440});
    column->addWidget(m_splitter, 1);
    return content;
}

QWidget *CasePage::makeLeft()
{
    m_risk = new RiskCard;
    auto *factors = new Card;
    factors->setAccessibleName(tr("What moved the score"));
    m_factors = new FactorBars(factors);
    factors->body()->addWidget(m_factors);
    m_facts = new FactsCard;
    return scrolled({m_risk, factors, m_facts});
}

void CasePage::makeActions()
{
    const auto bind = [this](ActionId id, auto slot) { connect(makeAction(this, id), &QAction::triggered, this, slot); };
    bind(ActionId::BackToQueue, &CasePage::closeRequested);
    bind(ActionId::NextCase, &CasePage::nextRequested);
    bind(ActionId::OpenNext, [this] { Q_EMIT neighbourRequested(1); });
    bind(ActionId::OpenPrevious, [this] { Q_EMIT neighbourRequested(-1); });
    bind(ActionId::AssignToMe, [this] { assign(false); });
    bind(ActionId::StartReview, [this] { assign(true); });
    bind(ActionId::Release, &CasePage::release);
    bind(ActionId::Approve, [this] { m_form->choose(Outcome::Approve); });
    bind(ActionId::ApproveWithConditions, [this] { m_form->choose(Outcome::ApproveWithConditions); });
    bind(ActionId::Decline, [this] { m_form->choose(Outcome::Decline); });
    bind(ActionId::Submit, [this] { m_form->submit(); });
    bind(ActionId::Refresh, [this] { load(true); });
    bind(ActionId::ShowRecord, &CasePage::showRecord);
}

std::optional<ApplicationId> CasePage::shown() const
{
    return m_case ? std::optional(m_case->id) : std::nullopt;
}

void CasePage::setSystem(const api::SystemInfo &system)
{
    m_system = system;
}

void CasePage::setNeighbours(bool previous, bool next)
{
    m_heading->setNeighbours(previous, next);
}

void CasePage::setReachable(bool reachable)
{
    m_reachable = reachable;
    if (m_case)
        showPermissions();
}

QHash<ApplicationId, DecisionDraft> CasePage::takeDrafts()
{
    keepDraft();
    m_case.reset();
    m_wanted = {};
    m_form->setCase({}, {}, {});
    m_view->showLoading();
    return std::exchange(m_drafts, {});
}

void CasePage::keepDraft()
{
    if (!m_case)
        return;
    const DecisionDraft draft = m_form->draft();
    if (draft.isEmpty())
        m_drafts.remove(m_case->id);
    else
        m_drafts.insert(m_case->id, draft);
}

void CasePage::open(ApplicationId id)
{
    keepDraft();
    m_banner->clear();
    m_case.reset();
    m_wanted = id;
    load(false);
}

void CasePage::load(bool keepTyped)
{
    if (keepTyped)
        keepDraft();
    else
        m_view->showLoading();
    m_parts.client.callFor(api::getApplication, {m_wanted.toString(), {}}, Nothing{}, this,
                           [this, id = m_wanted](const Result<api::CaseDetail> &answer) {
                               if (id != m_wanted)
                                   return;
                               if (answer)
                                   show(*answer);
                               else if (m_case)
                                   m_banner->say(sentenceFor(answer.error()), Tone::Warning, tr("Try again"));
                               else
                                   m_view->showMessage({tr("The case cannot be shown"), sentenceFor(answer.error()), tr("Try again")});
                           });
}

void CasePage::show(const api::CaseDetail &detail)
{
    const bool isNew = !isShown(detail.id);
    m_case = detail;
    m_banner->clear();
    const Instant now = m_parts.clock.now();
    m_heading->showCase(detail, now);
    m_risk->showScoring(detail.scoringResult);
    showFactors(*m_factors, detail.scoringResult, detail.loanRequest.currency);
    m_facts->showCase(detail, now);
    if (isNew)
        m_form->setCase(context(), requestedTerms(), m_drafts.value(detail.id));
    else
        m_form->renew(context(), requestedTerms()); // somebody may be typing
    showPermissions();
    m_view->showContent();
    if (isNew)
        setFocus();
}

DecisionContext CasePage::context() const
{
    DecisionContext context;
    context.requestedAmount = m_case->loanRequest.amount;
    context.requestedTermMonths = m_case->loanRequest.termMonths;
    context.currency = m_case->loanRequest.currency;
    if (m_case->scoringResult)
        context.score = m_case->scoringResult->score;
    if (m_system.cutoffs) {
        context.policy.autoApproveMin = m_system.cutoffs->autoApproveMin;
        context.policy.autoDeclineMax = m_system.cutoffs->autoDeclineMax;
        context.policy.recommendationCutoff = m_system.cutoffs->recommendationCutoff;
    }
    context.policy.bandOverrideApproval = m_system.bandOverrideApproval.value_or(context.policy.bandOverrideApproval);
    context.today = toDateTime(m_parts.clock.now()).toLocalTime().date();
    return context;
}

api::ApprovedTerms CasePage::requestedTerms() const
{
    const api::LoanRequest &loan = m_case->loanRequest;
    return {loan.amount, loan.termMonths, loan.interestRate.value_or(m_system.indicativeRate.value_or(Policy{}.indicativeRate))};
}

bool CasePage::isMine() const
{
    return m_parts.session.isSignedIn() && m_case && m_case->queueInfo && m_case->queueInfo->analyst
        && m_case->queueInfo->analyst->id == m_parts.session.user().id;
}

QString CasePage::blockedBecause() const
{
    if (!m_reachable)
        return tr("The server does not answer. What you type is kept.");
    if (!m_parts.session.may(Permission::DecisionCreate))
        return tr("You may read this case, but not decide it.");
    if (m_case->status != ApplicationStatus::Review || !m_case->queueInfo)
        return tr("This case is not in review: %1.").arg(words::of(m_case->status));
    if (m_case->queueInfo->analyst && !isMine())
        return tr("%1 works on this case.").arg(m_case->queueInfo->analyst->name);
    if (m_case->queueInfo->status != QueueStatus::InProgress)
        return tr("Start the review (%1) to decide it.").arg(actionKey(ActionId::StartReview));
    return {};
}

void CasePage::showPermissions()
{
    const QString blocked = blockedBecause();
    const bool mayMove = m_parts.session.may(Permission::QueueAssign) && m_case->queueInfo && m_case->status == ApplicationStatus::Review;
    const QueueStatus status = m_case->queueInfo ? m_case->queueInfo->status : QueueStatus::Completed;
    m_facts->setRecordOffered(m_parts.session.may(Permission::AuditView));
    m_heading->setMoves({mayMove && status == QueueStatus::Pending,
                         mayMove && (status == QueueStatus::Pending || (status == QueueStatus::Assigned && isMine())),
                         mayMove && isMine() && isActive(status)});
    const bool notForMe = !m_parts.session.may(Permission::DecisionCreate) || m_case->status != ApplicationStatus::Review
                          || (m_case->queueInfo && m_case->queueInfo->analyst && !isMine());
    m_form->setReadOnly(notForMe);
    m_form->setBlocked(blocked);
}

} // namespace countersign

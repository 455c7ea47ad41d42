#include "ui/pages/queue/QueuePage.h"

#include "core/api/endpoints/ApplicationEndpoints.h"
#include "core/api/endpoints/QueueEndpoints.h"
#include "ui/client/Sentences.h"
#include "ui/models/QueueModel.h"
#include "ui/models/Words.h"
#include "ui/pages/queue/CasePreview.h"
#include "ui/pages/queue/QueueFilters.h"
#include "ui/pages/queue/QueueTable.h"
#include "ui/widgets/Actions.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/ReasonDialog.h"
#include "ui/widgets/StatefulView.h"
#include "ui/widgets/Theme.h"

#include <QAction>
#include <QButtonGroup>
#include <QCoreApplication>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace countersign {

namespace {

constexpr int kTickMs = 1'000;
constexpr int kReloadMs = 30'000;
constexpr int kListPage = 100; ///< rows asked for at a time

} // namespace

QueuePage::QueuePage(Parts parts, QWidget *parent) : QWidget(parent), m_parts(parts)
{
    setProperty("look", "page");
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(makeHeading());
    column->addWidget(makeFilters());
    m_banner = new Banner(this);
    column->addWidget(m_banner);
    column->addWidget(makeList(), 1);
    m_preview = new CasePreview(this);
    column->addWidget(m_preview);
    connect(m_preview, &CasePreview::openRequested, this, &QueuePage::openSelected);
    makeActions();
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, [this] { m_model->setNow(m_parts.clock.now()); });
    m_tick.start();
    m_reload.setInterval(kReloadMs);
    connect(&m_reload, &QTimer::timeout, this, [this] {
        if (isVisible() && m_parts.session.isSignedIn())
            refresh();
    });
    m_reload.start();
}

QWidget *QueuePage::makeHeading()
{
    auto *heading = new QWidget(this);
    auto *row = new QHBoxLayout(heading);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(makeLabel("title", tr("Queue"), heading));
    row->addStretch();
    m_assign = new KeyButton(actionText(ActionId::AssignToMe), actionKey(ActionId::AssignToMe), heading);
    m_next = new KeyButton(actionText(ActionId::NextCase), actionKey(ActionId::NextCase), heading);
    m_next->setPrimary(true);
    row->addWidget(m_assign);
    row->addWidget(m_next);
    connect(m_assign, &KeyButton::clicked, this, &QueuePage::assignSelected);
    connect(m_next, &KeyButton::clicked, this, &QueuePage::takeNext);
    return heading;
}

QWidget *QueuePage::makeFilters()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(measure::kGap);
    m_filters = new QButtonGroup(this);
    for (int i = 0; i < queueFilters().size(); ++i) {
        auto *chip = new QPushButton(QCoreApplication::translate("QueueFilters", queueFilters()[i].text), bar);
        chip->setProperty("chip", true);
        chip->setCheckable(true);
        chip->setChecked(i == 0);
        m_filters->addButton(chip, i);
        row->addWidget(chip);
    }
    row->addStretch();
    row->addWidget(makeLabel("muted", tr("Most urgent first"), bar));
    connect(m_filters, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (!on)
            return;
        loadCounts();
        loadList(0);
    });
    return bar;
}

QWidget *QueuePage::makeList()
{
    m_model = new QueueModel(this);
    m_table = makeQueueTable(m_model);
    auto *card = new Card({}, this);
    card->setAccessibleName(tr("Cases that wait for a person"));
    card->body()->setContentsMargins(1, 1, 1, 1);
    card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    m_view = new StatefulView(m_table, card);
    card->body()->addWidget(m_view);
    connect(m_view, &StatefulView::actionTriggered, this, [this] {
        if (QAbstractButton *all = m_filters->button(0); !all->isChecked())
            all->setChecked(true); // an empty filter is cleared; everything else is tried again
        else
            refresh();
    });
    connect(m_model, &QueueModel::moreWanted, this, &QueuePage::loadMore);
    connect(m_table, &QTableView::activated, this, &QueuePage::openSelected);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &QueuePage::selectionChanged);
    return card;
}

void QueuePage::makeActions()
{
    const auto bind = [this](ActionId id, auto slot) { connect(makeAction(this, id), &QAction::triggered, this, slot); };
    const auto move = [this](int step) {
        const int row = std::clamp(m_table->currentIndex().row() + step, 0, std::max(0, m_model->rowCount() - 1));
        m_table->setCurrentIndex(m_model->index(row, m_table->currentIndex().column()));
    };
    bind(ActionId::NextCase, &QueuePage::takeNext);
    bind(ActionId::OpenCase, &QueuePage::openSelected);
    bind(ActionId::SelectNext, [move] { move(1); });
    bind(ActionId::SelectPrevious, [move] { move(-1); });
    bind(ActionId::AssignToMe, &QueuePage::assignSelected);
    bind(ActionId::StartReview, &QueuePage::startSelected);
    bind(ActionId::Release, &QueuePage::releaseSelected);
    bind(ActionId::Refresh, &QueuePage::refresh);
}

void QueuePage::setSystem(const api::SystemInfo &system)
{
    if (system.cutoffs)
        m_model->setCutoffs(*system.cutoffs);
}

void QueuePage::say(const QString &text)
{
    m_banner->sayBriefly(text, Tone::Raises);
}

api::QueueQuery QueuePage::query() const
{
    api::QueueQuery query;
    query.pageSize = kListPage;
    queueFilters()[m_filters->checkedId()].apply(query);
    return query;
}

void QueuePage::refresh()
{
    if (!m_parts.session.may(Permission::QueueView))
        return;
    m_model->setMe(m_parts.session.user().id);
    const bool may = m_parts.session.may(Permission::QueueAssign);
    m_assign->setVisible(may);
    m_next->setVisible(may);
    loadCounts();
    loadList(m_model->rowCount());
}

void QueuePage::clear()
{
    ++m_generation;
    m_loaded = false;
    m_selectedId = {};
    m_previewed.reset();
    m_model->setFirst({});
    m_preview->clear();
}

void QueuePage::adopt(const api::QueueItem &item)
{
    m_model->update(item);
}

void QueuePage::loadCounts()
{
    m_parts.client.list(api::queueSummary, Nothing{}, this, [this](const Result<api::QueueSummary> &answer) {
        if (answer)
            showCounts(*answer);
    });
}

void QueuePage::showCounts(const api::QueueSummary &summary)
{
    m_parts.clock.adopt(summary.asOf);
    m_model->setNow(m_parts.clock.now());
    for (int i = 0; i < queueFilters().size(); ++i) {
        const QueueFilter &filter = queueFilters()[i];
        m_filters->button(i)->setText(QStringLiteral("%1 %2").arg(QCoreApplication::translate("QueueFilters", filter.text),
                                                                  QLocale().toString(filter.count(summary))));
    }
    Q_EMIT countsChanged(summary);
}

void QueuePage::loadList(qsizetype atLeast)
{
    if (!m_loaded)
        m_view->showLoading();
    ++m_generation;
    gather({}, atLeast);
}

void QueuePage::gather(const QList<Page<api::QueueItem>> &before, qsizetype atLeast)
{
    api::QueueQuery next = query();
    if (!before.isEmpty())
        next.cursor = before.last().nextCursor;
    m_parts.client.list(
        api::listQueue, next, this,
        [this, pages = before, atLeast, generation = m_generation](const Result<Page<api::QueueItem>> &answer) mutable {
            if (generation != m_generation)
                return;
            if (!answer)
                return showListFailure(answer.error());
            pages.append(*answer);
            if (answer->nextCursor && pages.size() * kListPage < atLeast)
                gather(pages, atLeast);
            else
                showList(pages);
        });
}

void QueuePage::showListFailure(const Error &error)
{
    if (m_loaded) // what is on the screen stays readable
        m_banner->say(sentenceFor(error), Tone::Warning);
    else
        m_view->showMessage({tr("The queue cannot be shown"), sentenceFor(error), tr("Try again")});
}

void QueuePage::showList(const QList<Page<api::QueueItem>> &pages)
{
    m_loaded = true;
    const QueueId before = m_selectedId;
    const int rowBefore = std::max(0, m_table->currentIndex().row());
    m_model->setFirst(pages.first());
    for (const Page<api::QueueItem> &page : pages.mid(1))
        m_model->append(page);
    Q_EMIT listChanged();
    if (m_model->items().isEmpty()) {
        m_preview->clear();
        m_previewed.reset();
        if (m_filters->checkedId() > 0)
            m_view->showMessage({tr("No case matches"), tr("Nothing in the queue fits this filter."), tr("Show all")});
        else
            m_view->showMessage({tr("The queue is empty"), tr("Every case is decided. New ones appear here by themselves."), tr("Refresh")});
        return;
    }
    m_view->showContent();
    const int row = m_model->rowOf(before);
    m_table->setCurrentIndex(m_model->index(row >= 0 ? row : std::min(rowBefore, m_model->rowCount() - 1), QueueModel::Applicant));
}

void QueuePage::loadMore(const QString &cursor)
{
    api::QueueQuery more = query();
    more.cursor = cursor;
    const int generation = m_generation;
    m_parts.client.list(api::listQueue, more, this, [this, generation](const Result<Page<api::QueueItem>> &answer) {
        if (generation != m_generation)
            return;
        if (!answer)
            return m_model->moreFailed();
        m_model->append(*answer);
        Q_EMIT listChanged();
    });
}

const api::QueueItem *QueuePage::selected() const
{
    return m_model->at(m_table->currentIndex());
}

void QueuePage::selectionChanged()
{
    const api::QueueItem *item = selected();
    if (!item)
        return;
    m_selectedId = item->queueId;
    m_preview->showItem(*item);
    m_assign->setEnabled(item->status == QueueStatus::Pending);
    loadPreview(*item);
}

void QueuePage::loadPreview(const api::QueueItem &item)
{
    const std::pair wanted(item.queueId, item.version);
    if (m_previewed == wanted)
        return;
    m_previewed = wanted;
    m_preview->clearFactors();
    m_parts.client.callFor(api::getApplication, {item.applicationId.toString(), {}}, Nothing{}, this,
                           [this, wanted](const Result<api::CaseDetail> &answer) {
                               if (m_previewed != wanted)
                                   return;
                               if (!answer)
                                   m_previewed.reset(); // asked for again with the next list
                               else if (answer->scoringResult)
                                   m_preview->showFactors(*answer->scoringResult, answer->loanRequest.currency);
                           });
}

std::optional<ApplicationId> QueuePage::neighbourOf(ApplicationId id, int step) const
{
    const int row = m_model->rowOf(id) + step;
    if (m_model->rowOf(id) < 0 || row < 0 || row >= m_model->rowCount())
        return std::nullopt;
    return m_model->items()[row].applicationId;
}

void QueuePage::showFailure(const Error &error)
{
    m_banner->say(sentenceFor(error), Tone::Breach);
    refresh();
    Q_EMIT nothingTaken();
}

void QueuePage::focusList()
{
    m_table->setFocus();
}

void QueuePage::openSelected()
{
    if (const api::QueueItem *item = selected())
        Q_EMIT openRequested(item->applicationId);
}

} // namespace countersign

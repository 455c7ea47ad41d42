#include "ui/pages/audit/AuditPage.h"

#include "core/api/endpoints/AuditEndpoints.h"
#include "ui/models/AuditWords.h"
#include "ui/pages/audit/AuditFilters.h"
#include "ui/pages/audit/ChainCheck.h"
#include "ui/pages/audit/EntryCard.h"
#include "ui/widgets/Actions.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTableView>

namespace countersign {

namespace {

constexpr int kListPage = 50; ///< rows asked for at a time

constexpr std::array kColumns{
    PagedTable::Column{AuditModel::Time, 16}, PagedTable::Column{AuditModel::Who, 18},
    PagedTable::Column{AuditModel::What, 21}, PagedTable::Column{AuditModel::Thing, 0},
    PagedTable::Column{AuditModel::From, 11}, PagedTable::Column{AuditModel::Number, 9},
};

} // namespace

AuditPage::AuditPage(Parts parts, QWidget *parent) : QWidget(parent), m_parts(parts)
{
    setProperty("look", "page");
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(makeHeading());
    m_filters = new AuditFilters(this);
    column->addWidget(m_filters);
    m_check = new ChainCheck(m_parts.client, this);
    column->addWidget(m_check);
    column->addWidget(makeContent(), 1);
    setFocusProxy(m_list->table());
    makeActions();
    connect(m_filters, &AuditFilters::changed, this, &AuditPage::load);
    connect(m_entry, &EntryCard::timelineRequested, this, &AuditPage::openTimeline);
    connect(m_entry, &EntryCard::personRequested, this, &AuditPage::showPerson);
    showMode();
}

QWidget *AuditPage::makeHeading()
{
    auto *heading = new QWidget(this);
    auto *row = new QHBoxLayout(heading);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(measure::kGap);
    m_back = new KeyButton(tr("‹ Back"), actionKey(ActionId::BackToList), heading);
    m_title = makeLabel("title", {}, heading);
    m_verify = new KeyButton(actionText(ActionId::VerifyChain), actionKey(ActionId::VerifyChain), heading);
    row->addWidget(m_back);
    row->addWidget(m_title, 1);
    row->addWidget(m_verify);
    connect(m_back, &QPushButton::clicked, this, &AuditPage::back);
    connect(m_verify, &QPushButton::clicked, this, [this] { m_check->start(); });
    return heading;
}

QWidget *AuditPage::makeContent()
{
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setHandleWidth(14);
    splitter->setChildrenCollapsible(false);
    m_model = new AuditModel(this);
    m_list = new PagedTable(m_model, tr("Entries of the record, newest first"), kColumns);
    m_feed = std::make_unique<ListFeed<api::AuditItem>>(
        *m_model, *m_list,
        ListFeed<api::AuditItem>::Texts{
            {tr("Nothing is recorded yet"), tr("Whatever somebody changes, looks at or is refused appears here."),
             tr("Refresh")},
            {tr("No entry matches"), tr("Nothing in the record fits these filters."), tr("Clear filters")},
            tr("The record cannot be shown"),
            tr("Try again")});
    m_entry = new EntryCard;
    m_entry->setMinimumWidth(360);
    splitter->addWidget(m_list);
    splitter->addWidget(m_entry);
    splitter->setStretchFactor(0, 64);
    splitter->setStretchFactor(1, 36);
    splitter->setSizes({760, 430});
    connect(m_list, &PagedTable::moreRequested, this, [this] { m_feed->more(); });
    connect(m_list, &PagedTable::currentChanged, this, &AuditPage::selectionChanged);
    connect(m_list, &PagedTable::actionTriggered, this, [this] {
        if (m_feed->isFiltered())
            m_filters->clear();
        else
            load();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &AuditPage::listChanged);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &AuditPage::listChanged);
    return splitter;
}

void AuditPage::makeActions()
{
    const auto bind = [this](ActionId id, auto slot) {
        connect(makeAction(this, id), &QAction::triggered, this, slot);
    };
    bind(ActionId::Refresh, &AuditPage::load);
    bind(ActionId::FindInList, [this] { m_filters->focusFirst(); });
    bind(ActionId::BackToList, &AuditPage::back);
    bind(ActionId::More, [this] { m_feed->more(); });
    bind(ActionId::ShowRecord, &AuditPage::openTimeline);
    bind(ActionId::VerifyChain, [this] { m_check->start(); });
}

void AuditPage::enter()
{
    m_subject.reset();
    m_feed->clear();
    showMode();
    load();
    m_list->focusRows();
}

void AuditPage::showTimeline(const Subject &subject)
{
    m_subject = subject;
    m_cameFromHere = false;
    m_feed->clear();
    showMode();
    load();
    m_list->focusRows();
}

void AuditPage::clear()
{
    m_subject.reset();
    m_filters->clear();
    m_filters->forgetPeople();
    m_feed->clear();
    m_entry->showNothing();
    m_check->clear();
}

void AuditPage::showMode()
{
    m_back->setVisible(m_subject.has_value());
    m_filters->setVisible(!m_subject);
    m_verify->setVisible(!m_subject);
    m_entry->setInTimeline(m_subject.has_value());
    m_list->table()->setColumnHidden(AuditModel::Thing, m_subject.has_value());
    m_list->table()->horizontalHeader()->setSectionResizeMode(
        AuditModel::What, m_subject ? QHeaderView::Stretch : QHeaderView::Interactive);
    if (!m_subject)
        return m_title->setText(tr("Audit"));
    const QString type = words::auditEntity(m_subject->entityType);
    m_title->setText(tr("What is recorded of: %1")
                         .arg(m_subject->name.isEmpty() ? type : QStringLiteral("%1 · %2").arg(type, m_subject->name)));
}

void AuditPage::load()
{
    if (!m_parts.session.may(Permission::AuditView))
        return;
    m_model->setNow(m_parts.clock.now());
    m_filters->setToday(toDateTime(m_parts.clock.now()).toLocalTime().date());
    if (m_subject) {
        m_feed->load(
            [this, subject = *m_subject](const std::optional<QString> &cursor, ListFeed<api::AuditItem>::Done done) {
                api::AuditTimelineQuery query;
                query.pageSize = kListPage;
                query.cursor = cursor;
                m_parts.client.listOf(api::auditTimeline,
                                      {subject.entityType, subject.id.toString(QUuid::WithoutBraces)}, query, this,
                                      std::move(done));
            },
            false);
        return;
    }
    m_feed->load(
        [this, query = m_filters->query()](const std::optional<QString> &cursor, ListFeed<api::AuditItem>::Done done) {
            api::AuditQuery next = query;
            next.pageSize = kListPage;
            next.cursor = cursor;
            m_parts.client.list(api::listAudit, next, this, std::move(done));
        },
        m_filters->isFiltering());
}

void AuditPage::selectionChanged()
{
    if (const api::AuditItem *entry = m_model->at(m_list->table()->currentIndex()))
        m_entry->showEntry(*entry);
}

void AuditPage::listChanged()
{
    if (m_model->items().isEmpty())
        m_entry->showNothing();
    m_filters->addPeople(m_model->items());
    for (const api::AuditItem &entry : m_model->items())
        m_check->setNewest(entry.sequence.value_or(0));
}

void AuditPage::openTimeline()
{
    if (m_subject || !m_entry->entry())
        return;
    const api::AuditItem entry = *m_entry->entry();
    const bool isActor = entry.actor.id == entry.entityId && entry.actor.name;
    showTimeline({entry.entityType, entry.entityId, isActor ? *entry.actor.name : QString()});
    m_cameFromHere = true;
}

void AuditPage::showPerson()
{
    if (!m_entry->entry() || !m_entry->entry()->actor.id)
        return;
    const QUuid person = *m_entry->entry()->actor.id;
    if (m_subject)
        enter();
    m_filters->choosePerson(person);
}

void AuditPage::back()
{
    if (!m_subject)
        return m_list->focusRows();
    if (m_cameFromHere)
        enter();
    else
        Q_EMIT closeRequested();
}

} // namespace countersign

#include "ui/pages/audit/EntryCard.h"

#include "ui/delegates/RowDelegate.h"
#include "ui/models/AuditDiffModel.h"
#include "ui/models/AuditWords.h"
#include "ui/widgets/Actions.h"
#include "ui/widgets/FieldGrid.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

namespace countersign {

EntryCard::EntryCard(QWidget *parent) : Card({}, parent)
{
    setAccessibleName(tr("The selected entry"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    m_title = makeLabel("title", {}, this);
    m_title->setWordWrap(true);
    body()->addWidget(m_title);
    m_facts = new FieldGrid(2, this);
    body()->addWidget(m_facts);
    m_ids = new FieldGrid(1, this);
    body()->addWidget(m_ids);
    m_moves = new QWidget(this);
    auto *moves = new FlowLayout(measure::kGap, m_moves);
    m_timeline = new KeyButton(tr("All of this thing"), actionKey(ActionId::ShowRecord), m_moves);
    m_person = new QPushButton(tr("All by this person"), m_moves);
    moves->addWidget(m_timeline);
    moves->addWidget(m_person);
    body()->addWidget(m_moves);
    m_changes = makeLabel("section", {}, this);
    m_diff = makeDiff();
    body()->addWidget(m_changes);
    body()->addWidget(m_diff, 1);
    body()->addStretch();
    connect(m_timeline, &QPushButton::clicked, this, &EntryCard::timelineRequested);
    connect(m_person, &QPushButton::clicked, this, &EntryCard::personRequested);
    showNothing();
}

QTableView *EntryCard::makeDiff()
{
    m_model = new AuditDiffModel(this);
    auto *table = new QTableView(this);
    table->setModel(m_model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setItemDelegate(new RowDelegate(table));
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setAccessibleName(tr("What changed"));
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(RowDelegate::rowHeight(table->fontMetrics()));
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    return table;
}

void EntryCard::showNothing()
{
    m_entry.reset();
    m_title->setText(tr("No entry is selected"));
    m_facts->setFields({});
    m_ids->setFields({});
    m_moves->hide();
    m_model->clear();
    m_changes->setText(tr("Select an entry to see what it says."));
    m_diff->hide();
}

void EntryCard::showEntry(const api::AuditItem &entry)
{
    m_entry = entry;
    const QString action = words::auditAction(entry.action);
    m_title->setText(m_inTimeline ? action : QStringLiteral("%1: %2").arg(words::auditThing(entry), action));
    const QDateTime local = toDateTime(entry.occurredAt).toLocalTime();
    m_facts->setFields(
        {{tr("When"), local.toString(QStringLiteral("dd.MM.yyyy HH:mm:ss.zzz"))},
         {tr("Who"), words::auditActor(entry.actor)},
         {tr("From"), entry.address.value_or(QString())},
         {tr("Sealed as"), entry.sequence ? tr("no. %1").arg(QLocale().toString(*entry.sequence)) : tr("not yet")}});
    m_ids->setFields({{tr("Of what"), entry.entityId.toString(QUuid::WithoutBraces)},
                      {tr("Request"), entry.requestId ? entry.requestId->toString(QUuid::WithoutBraces) : QString()}});
    m_moves->setVisible(!m_inTimeline || entry.actor.id);
    m_timeline->setVisible(!m_inTimeline);
    m_person->setVisible(entry.actor.id.has_value());
    m_model->setEntry(entry);
    const bool changed = m_model->rowCount() > 0;
    m_changes->setText(changed ? tr("What changed") : tr("Nothing was changed by it."));
    m_diff->setVisible(changed);
}

void EntryCard::setInTimeline(bool inTimeline)
{
    m_inTimeline = inTimeline;
}

} // namespace countersign

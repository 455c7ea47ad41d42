#include "ui/pages/case/FactsCard.h"

#include "ui/models/Words.h"
#include "ui/pages/case/CaseFacts.h"
#include "ui/widgets/Actions.h"
#include "ui/widgets/FieldGrid.h"
#include "ui/widgets/KeyButton.h"

#include <QGridLayout>
#include <QLabel>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace countersign {

namespace {

constexpr int kColumns = 4;

/// A page of the tabs whose content begins at its top.
QWidget *paged(QWidget *content)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(15, 8, 15, 8);
    column->addWidget(content);
    column->addStretch();
    return page;
}

} // namespace

FactsCard::FactsCard(QWidget *parent) : Card({}, parent)
{
    setAccessibleName(tr("Facts"));
    body()->setContentsMargins(1, 1, 1, 4);
    m_tabs = new QTabWidget(this);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->setAccessibleName(tr("Facts"));
    m_applicant = new FieldGrid(kColumns);
    m_finances = new FieldGrid(kColumns);
    m_bureau = new FieldGrid(kColumns);
    m_history = new QWidget;
    m_tabs->addTab(paged(m_applicant), tr("Applicant"));
    m_tabs->addTab(paged(m_finances), tr("Finances"));
    m_tabs->addTab(paged(m_bureau), tr("Bureau"));
    m_tabs->addTab(paged(m_history), tr("History"));
    m_record = new KeyButton(tr("What is recorded"), actionKey(ActionId::ShowRecord));
    m_tabs->setCornerWidget(m_record);
    connect(m_record, &KeyButton::clicked, this, &FactsCard::recordRequested);
    body()->addWidget(m_tabs);
}

void FactsCard::setRecordOffered(bool offered)
{
    m_record->setVisible(offered);
}

void FactsCard::showCase(const api::CaseDetail &detail, Instant now)
{
    m_applicant->setFields(applicantFacts(detail, toDateTime(now).toLocalTime().date()));
    m_finances->setFields(financeFacts(detail));
    const QList<FieldText> bureau = bureauFacts(detail);
    m_bureau->setFields(bureau.isEmpty() ? QList<FieldText>{{tr("Bureau"), tr("no report was sent with the application")}} : bureau);
    showHistory(detail, now);
    m_tabs->setTabText(3, tr("History %1").arg(detail.timeline.size()));
}

void FactsCard::showHistory(const api::CaseDetail &detail, Instant now)
{
    delete m_history->layout();
    qDeleteAll(m_history->findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly));
    auto *grid = new QGridLayout(m_history);
    grid->setContentsMargins(0, 4, 0, 4);
    grid->setHorizontalSpacing(20);
    int row = 0;
    for (auto entry = detail.timeline.rbegin(); entry != detail.timeline.rend(); ++entry, ++row) {
        grid->addWidget(makeLabel("muted", words::momentText(entry->at, now), m_history), row, 0);
        grid->addWidget(makeLabel("strong", words::timelineEvent(entry->event), m_history), row, 1);
        grid->addWidget(makeLabel("muted", entry->actor.value_or(tr("automatically")), m_history), row, 2);
        auto *text = makeLabel("value", words::timelineDetail(*entry), m_history);
        text->setWordWrap(true);
        grid->addWidget(text, row, 3);
    }
    grid->setColumnStretch(3, 1);
}

} // namespace countersign

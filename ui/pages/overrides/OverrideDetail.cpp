#include "ui/pages/overrides/OverrideDetail.h"

#include "ui/pages/case/FactorTexts.h"
#include "ui/pages/case/FactsCard.h"
#include "ui/pages/case/RiskCard.h"
#include "ui/pages/overrides/ReasoningCard.h"
#include "ui/pages/overrides/SignatureCard.h"
#include "ui/widgets/FactorBars.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace countersign {

namespace {

constexpr int kGap = 12; ///< px between cards

QVBoxLayout *addSide(QHBoxLayout *sides, const QList<QWidget *> &cards)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(kGap);
    for (QWidget *card : cards)
        column->addWidget(card);
    column->addStretch();
    sides->addLayout(column, 1);
    return column;
}

} // namespace

OverrideDetail::OverrideDetail(QWidget *parent) : QScrollArea(parent)
{
    auto *page = new QWidget;
    page->setProperty("look", "page");
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(makeSides());
    m_facts = new FactsCard(page);
    column->addWidget(m_facts);
    column->addStretch();
    setWidget(page);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
}

QWidget *OverrideDetail::makeSides()
{
    auto *widget = new QWidget;
    auto *sides = new QHBoxLayout(widget);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(kGap);
    m_risk = new RiskCard;
    auto *factors = new Card;
    factors->setAccessibleName(tr("What moved the score"));
    m_factors = new FactorBars(factors);
    factors->body()->addWidget(m_factors);
    m_reasoning = new ReasoningCard;
    m_signature = new SignatureCard;
    addSide(sides, {m_risk, factors});
    addSide(sides, {m_reasoning, m_signature});
    return widget;
}

void OverrideDetail::showCase(const api::CaseDetail &detail, const api::DecisionInfo &decision, Instant now)
{
    m_risk->showScoring(detail.scoringResult);
    showFactors(*m_factors, detail.scoringResult, detail.loanRequest.currency);
    m_reasoning->showDecision(decision, now);
    m_facts->showCase(detail, now);
}

} // namespace countersign

#include "ui/pages/overrides/ReasoningCard.h"

#include "ui/models/Words.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/FieldGrid.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace countersign {

namespace {

QString reasonsText(const QList<ReasonCode> &codes)
{
    QStringList texts;
    for (const ReasonCode code : codes)
        texts.append(words::of(code));
    return texts.isEmpty() ? QStringLiteral("—") : texts.join(QStringLiteral(", "));
}

QString conditionsText(const QList<api::ConditionInfo> &conditions)
{
    QStringList lines;
    for (const api::ConditionInfo &condition : conditions)
        lines.append(condition.dueDate ? ReasoningCard::tr("%1: %2, due %3")
                                             .arg(words::of(condition.type), condition.description, words::dateText(*condition.dueDate))
                                       : ReasoningCard::tr("%1: %2").arg(words::of(condition.type), condition.description));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

ReasoningCard::ReasoningCard(QWidget *parent) : Card(tr("The analyst"), parent)
{
    auto *head = new QHBoxLayout;
    m_outcome = new Badge(this);
    m_who = makeLabel("muted", {}, this);
    head->addWidget(m_outcome);
    head->addWidget(m_who, 1);
    body()->addLayout(head);
    m_terms = new FieldGrid(4, this);
    body()->addWidget(m_terms);
    m_conditions = addText(tr("Conditions"));
    m_reasons = addText(tr("Reasons"));
    m_reasoning = addText(tr("Reasoning"));
    m_against = addText(tr("Why against the model"));
    m_justification = addText(tr("Justification"));
}

QLabel *ReasoningCard::addText(const QString &title)
{
    auto *heading = makeLabel("small", title, this);
    auto *text = makeLabel("value", {}, this);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setAccessibleName(title);
    heading->setBuddy(text);
    body()->addWidget(heading);
    body()->addWidget(text);
    return text;
}

void ReasoningCard::showTerms(const api::DecisionInfo &decision)
{
    m_terms->setVisible(decision.approvedTerms.has_value());
    if (!decision.approvedTerms)
        return;
    const Currency currency = decision.currency.value_or(Currency());
    m_terms->setFields({{tr("Amount"), words::moneyText(decision.approvedTerms->amount, currency)},
                        {tr("Term"), words::monthsText(decision.approvedTerms->termMonths)},
                        {tr("Rate"), words::rateText(decision.approvedTerms->interestRate)},
                        {tr("Payment, monthly"),
                         decision.monthlyPayment ? words::moneyText(*decision.monthlyPayment, currency) : QString()}});
}

void ReasoningCard::showDecision(const api::DecisionInfo &decision, Instant now)
{
    const bool approves = decision.decisionOutcome == DecisionOutcome::Approved;
    m_outcome->show(approves ? tr("✓ Approve") : tr("✕ Decline"), approves ? Tone::Raises : Tone::Lowers);
    const QString who = decision.decidedBy ? decision.decidedBy->name : QStringLiteral("—");
    m_who->setText(QStringLiteral("%1, %2").arg(who, words::momentText(decision.decidedAt, now)));
    showTerms(decision);
    m_conditions->setText(decision.conditions.isEmpty() ? tr("none") : conditionsText(decision.conditions));
    m_reasons->setText(reasonsText(decision.reasonCodes));
    m_reasoning->setText(decision.reasoning);
    m_against->setText(decision.overrideReason ? words::of(*decision.overrideReason) : QStringLiteral("—"));
    m_justification->setText(decision.overrideJustification.value_or(QStringLiteral("—")));
}

} // namespace countersign

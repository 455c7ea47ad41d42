#include "ui/pages/case/RiskCard.h"

#include "ui/models/Words.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/RiskGauge.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace countersign {

RiskCard::RiskCard(QWidget *parent) : Card(tr("Risk"), parent)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    m_score = makeLabel("score", {}, this);
    m_category = new Badge(this);
    auto *number = new QHBoxLayout;
    number->setSpacing(6);
    number->addWidget(m_score);
    number->addWidget(m_category, 0, Qt::AlignVCenter);
    row->addLayout(number);
    m_gauge = new RiskGauge(this);
    row->addWidget(m_gauge, 1);
    auto *suggests = new QVBoxLayout;
    suggests->setSpacing(2);
    suggests->addStretch();
    suggests->addWidget(makeLabel("muted", tr("Model suggests"), this), 0, Qt::AlignRight);
    m_suggestion = new Badge(this);
    suggests->addWidget(m_suggestion, 0, Qt::AlignRight);
    suggests->addStretch();
    row->addLayout(suggests);
    body()->addLayout(row);
    m_reasons = makeLabel("muted", {}, this);
    m_reasons->setWordWrap(true);
    body()->addWidget(m_reasons);
}

void RiskCard::showScoring(const std::optional<api::ScoringResult> &scoring)
{
    if (!scoring || !scoring->score) {
        m_score->setText(QStringLiteral("—"));
        m_category->show(tr("no score"), Tone::Neutral);
        m_gauge->setValue(std::nullopt, scoring ? ScoreZones{scoring->cutoffs.autoDeclineMax, scoring->cutoffs.recommendationCutoff,
                                                            scoring->cutoffs.autoApproveMin}
                                                : ScoreZones{});
        m_suggestion->show(tr("nothing"), Tone::Neutral);
        setAside({});
        m_reasons->setText(scoring ? words::of(scoring->routingReason) : tr("Not scored yet"));
        return;
    }
    m_score->setText(QString::number(*scoring->score));
    m_score->setAccessibleName(tr("Score %1").arg(*scoring->score));
    if (scoring->riskCategory)
        m_category->show(words::of(*scoring->riskCategory), Tone::Neutral);
    m_gauge->setValue(scoring->score, {scoring->cutoffs.autoDeclineMax, scoring->cutoffs.recommendationCutoff, scoring->cutoffs.autoApproveMin});
    const bool approve = scoring->recommendation == Recommendation::Approve;
    m_suggestion->show(approve ? tr("✓ Approve") : tr("✕ Decline"), approve ? Tone::Raises : Tone::Lowers);
    setAside(scoring->probabilityDefault ? tr("Probability of default %1, calibrated").arg(words::percentText(*scoring->probabilityDefault)) : QString());
    QStringList reasons;
    for (const RouteReason reason : scoring->routingReasons)
        reasons.append(words::of(reason));
    m_reasons->setText(tr("Why manual review: %1").arg(reasons.join(QStringLiteral(", "))));
}

} // namespace countersign

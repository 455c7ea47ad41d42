// The score, where it stands between the cutoffs, and what it suggests.
#pragma once

#include "core/api/ScoringDtos.h"
#include "ui/widgets/Card.h"

namespace countersign {

class Badge;
class RiskGauge;

class RiskCard : public Card {
    Q_OBJECT

public:
    explicit RiskCard(QWidget *parent = nullptr);
    void showScoring(const std::optional<api::ScoringResult> &scoring);

private:
    QLabel *m_score = nullptr;
    Badge *m_category = nullptr;
    RiskGauge *m_gauge = nullptr;
    Badge *m_suggestion = nullptr;
    QLabel *m_reasons = nullptr;
};

} // namespace countersign

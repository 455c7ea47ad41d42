// What is known of the selected case, at a glance.
#pragma once

#include "core/api/CaseDtos.h"

#include "ui/widgets/Card.h"

class QVBoxLayout;

namespace countersign {

class Badge;
class KeyButton;

class CasePreview : public Card {
    Q_OBJECT

public:
    explicit CasePreview(QWidget *parent = nullptr);

    void showItem(const api::QueueItem &item); ///< from the list, at once; the factors stay
    void clearFactors();                       ///< of another case
    void showFactors(const api::ScoringResult &scoring, const Currency &currency); ///< when they have arrived
    void clear();
    bool isComplete() const; ///< the factors are there too

Q_SIGNALS:
    void openRequested();

private:
    QLabel *m_name = nullptr;
    QLabel *m_loan = nullptr;
    Badge *m_risk = nullptr;
    QLabel *m_model = nullptr;
    QVBoxLayout *m_factors = nullptr;
    QLabel *m_why = nullptr;
    QLabel *m_waited = nullptr;
    KeyButton *m_open = nullptr;
};

} // namespace countersign

// What is known of applicant, finances and bureau, and what happened so far, in tabs.
#pragma once

#include "core/api/CaseDtos.h"
#include "ui/widgets/Card.h"

class QTabWidget;

namespace countersign {

class FieldGrid;
class KeyButton;

class FactsCard : public Card {
    Q_OBJECT

public:
    explicit FactsCard(QWidget *parent = nullptr);
    void showCase(const api::CaseDetail &detail, Instant now);
    void setRecordOffered(bool offered); ///< the way to everything that is recorded of the case

Q_SIGNALS:
    void recordRequested();

private:
    void showHistory(const api::CaseDetail &detail, Instant now);

    QTabWidget *m_tabs = nullptr;
    KeyButton *m_record = nullptr;
    FieldGrid *m_applicant = nullptr;
    FieldGrid *m_finances = nullptr;
    FieldGrid *m_bureau = nullptr;
    QWidget *m_history = nullptr;
};

} // namespace countersign

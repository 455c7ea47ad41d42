// Amount, months and rate of an approval, with the payment they lead to while one types.
#pragma once

#include "core/api/DecisionRules.h"
#include "ui/pages/case/FormPart.h"

#include <optional>

class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace countersign {

class Badge;
class MoneyEdit;

class TermsEdit : public FormPart {
    Q_OBJECT

public:
    explicit TermsEdit(QWidget *parent = nullptr);

    void setCase(const DecisionContext &context, const api::ApprovedTerms &requested);
    void setTerms(const api::ApprovedTerms &terms);
    bool isChanged() const;                          ///< something else than requested is there
    std::optional<api::ApprovedTerms> terms() const; ///< nothing while the amount is no amount

Q_SIGNALS:
    void changed();

private:
    void showPayment();

    DecisionContext m_context;
    std::optional<api::ApprovedTerms> m_requested; ///< as the fields say it
    MoneyEdit *m_amount = nullptr;
    QSpinBox *m_months = nullptr;
    QDoubleSpinBox *m_rate = nullptr;
    QLabel *m_payment = nullptr;
    Badge *m_counteroffer = nullptr;
};

} // namespace countersign

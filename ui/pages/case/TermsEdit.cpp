#include "ui/pages/case/TermsEdit.h"

#include "core/scoring/Annuity.h"
#include "ui/models/Words.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/MoneyEdit.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

namespace countersign {

TermsEdit::TermsEdit(QWidget *parent) : FormPart(tr("Terms"), parent)
{
    m_amount = new MoneyEdit(this);
    m_amount->setAccessibleName(tr("Approved amount"));
    m_months = new QSpinBox(this);
    m_months->setRange(1, 480);
    m_months->setSuffix(tr(" months"));
    m_months->setAccessibleName(tr("Months to repay"));
    m_rate = new QDoubleSpinBox(this);
    m_rate->setRange(0, 100);
    m_rate->setDecimals(2);
    m_rate->setSuffix(QStringLiteral(" %"));
    m_rate->setSingleStep(0.25);
    m_rate->setAccessibleName(tr("Nominal yearly interest rate"));
    for (QAbstractSpinBox *box : {static_cast<QAbstractSpinBox *>(m_months), static_cast<QAbstractSpinBox *>(m_rate)}) {
        box->setButtonSymbols(QAbstractSpinBox::NoButtons);
        box->setFocusPolicy(Qt::StrongFocus); // the wheel that scrolls the page changes no terms
    }
    heading()->setBuddy(m_amount);
    auto *row = new QHBoxLayout;
    row->setSpacing(measure::kGap);
    row->addWidget(m_amount, 5);
    row->addWidget(m_months, 3);
    row->addWidget(m_rate, 3);
    body()->addLayout(row);
    auto *below = new QHBoxLayout;
    below->addWidget(makeLabel("muted", tr("Payment"), this));
    m_payment = makeLabel("strong", {}, this);
    m_payment->setAccessibleDescription(tr("Monthly payment"));
    below->addWidget(m_payment);
    below->addStretch();
    m_counteroffer = new Badge(this);
    below->addWidget(m_counteroffer);
    body()->addLayout(below);
    const auto change = [this] {
        showPayment();
        Q_EMIT changed();
    };
    connect(m_amount, &MoneyEdit::amountChanged, this, change);
    connect(m_months, &QSpinBox::valueChanged, this, change);
    connect(m_rate, &QDoubleSpinBox::valueChanged, this, change);
}

void TermsEdit::setCase(const DecisionContext &context, const api::ApprovedTerms &requested)
{
    m_context = context;
    m_amount->setCurrency(context.currency);
    setTerms(requested);
    m_requested = terms();
}

void TermsEdit::setTerms(const api::ApprovedTerms &terms)
{
    m_amount->setAmount(terms.amount);
    m_months->setValue(terms.termMonths);
    m_rate->setValue(terms.interestRate);
    showPayment();
}

bool TermsEdit::isChanged() const
{
    const auto typed = terms();
    if (!typed || !m_requested)
        return typed.has_value() != m_requested.has_value();
    return typed->amount != m_requested->amount || typed->termMonths != m_requested->termMonths
        || typed->interestRate != m_requested->interestRate;
}

std::optional<api::ApprovedTerms> TermsEdit::terms() const
{
    const auto amount = m_amount->amount();
    return amount ? std::optional(api::ApprovedTerms{*amount, m_months->value(), m_rate->value()}) : std::nullopt;
}

void TermsEdit::showPayment()
{
    const auto typed = terms();
    setLook(m_amount, "fault", !typed);
    m_counteroffer->show({}, Tone::Accent);
    m_payment->setText(QStringLiteral("—"));
    if (!typed)
        return;
    const auto money = Money::fromAmount(typed->amount, m_context.currency);
    const auto payment = money ? annuityPayment(*money, typed->termMonths, typed->interestRate) : Result<Money>(money.error());
    if (payment)
        m_payment->setText(tr("%1 monthly").arg(payment->format(QLocale())));
    if (typed->amount == m_context.requestedAmount && typed->termMonths == m_context.requestedTermMonths)
        return;
    const Amount less{m_context.requestedAmount.hundredths - typed->amount.hundredths};
    const int fewer = m_context.requestedTermMonths - typed->termMonths;
    QStringList differences;
    if (less.hundredths != 0)
        differences.append((less.hundredths > 0 ? QStringLiteral("−") : QStringLiteral("+"))
                           + words::moneyText(Amount{std::abs(less.hundredths)}, m_context.currency));
    if (fewer != 0)
        differences.append((fewer > 0 ? QStringLiteral("−") : QStringLiteral("+")) + words::monthsText(std::abs(fewer)));
    m_counteroffer->show(tr("Counteroffer %1").arg(differences.join(QStringLiteral(", "))), Tone::Accent);
}

} // namespace countersign

// An amount that is typed as people write it and read back as money.
#pragma once

#include "core/base/Money.h"

#include <QLineEdit>

namespace countersign {

class MoneyEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit MoneyEdit(QWidget *parent = nullptr);

    void setCurrency(const Currency &currency);
    void setAmount(Amount amount);
    /// Nothing when the text is no amount of the currency. Groups may be written with points, commas or blanks.
    std::optional<Amount> amount() const;

Q_SIGNALS:
    void amountChanged();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    Currency m_currency;
};

/// Reads `1.200.000,50`, `1200000.50`, `1 200 000` in the manner of `locale`, with or without a currency code after it.
std::optional<Amount> parseAmount(const QString &text, const Currency &currency, const QLocale &locale);

} // namespace countersign

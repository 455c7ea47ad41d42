#include "ui/widgets/MoneyEdit.h"

namespace countersign {

std::optional<Amount> parseAmount(const QString &text, const Currency &currency, const QLocale &locale)
{
    QString digits = text.simplified();
    if (digits.endsWith(currency.code(), Qt::CaseInsensitive))
        digits.chop(3);
    digits.remove(QLatin1Char(' ')).remove(QChar(QChar::Nbsp)).remove(QChar(0x202F));
    const QString decimal = locale.decimalPoint();
    const QString group = locale.groupSeparator();
    const qsizetype decimals = digits.count(decimal);
    if (decimals > 1)
        return std::nullopt;
    // A separator is a group's only before three digits; anywhere else it would be guessed at.
    const QStringList groups = digits.section(decimal, 0, 0).split(group);
    for (qsizetype i = 1; i < groups.size(); ++i)
        if (groups[i].size() != 3 || groups[0].isEmpty())
            return std::nullopt;
    const QString fraction = decimals == 1 ? digits.section(decimal, 1) : QString();
    const QString whole = groups.join(QString());
    const auto allDigits = [](const QString &part) {
        return std::all_of(part.begin(), part.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    };
    if (whole.isEmpty() || whole.size() > 13 || fraction.size() > currency.decimals() || !allDigits(whole) || !allDigits(fraction))
        return std::nullopt;
    const Amount amount{whole.toLongLong() * 100 + fraction.leftJustified(2, QLatin1Char('0')).toLongLong()};
    return amount.hundredths <= Amount::kMaxHundredths ? std::optional(amount) : std::nullopt;
}

MoneyEdit::MoneyEdit(QWidget *parent) : QLineEdit(parent)
{
    connect(this, &QLineEdit::textChanged, this, &MoneyEdit::amountChanged);
}

void MoneyEdit::setCurrency(const Currency &currency)
{
    m_currency = currency;
}

void MoneyEdit::setAmount(Amount amount)
{
    const auto money = Money::fromAmount(amount, m_currency);
    setText(money ? money->format(QLocale()) : QString());
}

std::optional<Amount> MoneyEdit::amount() const
{
    return parseAmount(text(), m_currency, QLocale());
}

void MoneyEdit::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    selectAll();
}

void MoneyEdit::focusOutEvent(QFocusEvent *event)
{
    if (const auto typed = amount())
        setAmount(*typed);
    QLineEdit::focusOutEvent(event);
}

} // namespace countersign

#include "ui/widgets/CodeEdit.h"

#include <QLineEdit>
#include <QRegularExpressionValidator>

namespace countersign {

namespace {

constexpr int kDigits = 6;

} // namespace

CodeEdit::CodeEdit(const QString &label, QWidget *parent) : LabeledEdit(label, parent)
{
    static const QRegularExpression grouped(QStringLiteral("(\\d ?){0,6}"));
    edit()->setValidator(new QRegularExpressionValidator(grouped, this));
    edit()->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    edit()->setPlaceholderText(tr("6 digits"));
}

QString CodeEdit::code() const
{
    return text().remove(QLatin1Char(' '));
}

bool CodeEdit::isWhole() const
{
    return code().size() == kDigits;
}

bool CodeEdit::checkWhole()
{
    setFault(isWhole() ? QString() : tr("Enter the six digits that the app shows now."));
    return isWhole();
}

} // namespace countersign

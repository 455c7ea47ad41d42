#include "ui/widgets/StepUpDialog.h"

#include "ui/widgets/Card.h"
#include "ui/widgets/CodeEdit.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace countersign {

namespace {

constexpr int kWidth = 380; ///< px, of the fields

} // namespace

StepUpDialog::StepUpDialog(const Question &question, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Confirm that it is you"));
    setAccessibleDescription(question.deed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(measure::kGap + 2);
    column->setSizeConstraint(QLayout::SetFixedSize); // grows with what is said below a field
    column->addWidget(makeLabel("title", windowTitle(), this));
    for (const QString &line : {question.deed, tr("Signed in as %1").arg(question.email)}) {
        auto *label = makeLabel("muted", line, this);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    m_password = new LabeledEdit(tr("Your password"), this);
    m_password->edit()->setEchoMode(QLineEdit::Password);
    m_password->setMinimumWidth(kWidth);
    m_code = new CodeEdit(tr("Code of your authenticator app"), this);
    m_code->setMinimumWidth(kWidth);
    m_other = new QPushButton(this);
    m_other->setProperty("flat", true);
    m_other->setAutoDefault(false);
    m_other->setVisible(question.hasCode);
    column->addWidget(m_password);
    column->addWidget(m_code);
    column->addWidget(m_other, 0, Qt::AlignLeft);
    column->addWidget(makeButtons());
    connect(m_other, &QPushButton::clicked, this, [this] { askFor(!m_asksForCode); });
    askFor(question.hasCode);
}

QWidget *StepUpDialog::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, measure::kGap, 0, 0);
    row->addStretch();
    auto *cancel = new QPushButton(tr("Cancel"), buttons);
    cancel->setAutoDefault(false);
    m_accept = new QPushButton(tr("Confirm"), buttons);
    m_accept->setProperty("primary", true);
    m_accept->setDefault(true);
    row->addWidget(cancel);
    row->addWidget(m_accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &StepUpDialog::submit);
    return buttons;
}

LabeledEdit *StepUpDialog::shown() const
{
    return m_asksForCode ? m_code : m_password;
}

void StepUpDialog::askFor(bool code)
{
    m_asksForCode = code;
    m_code->setVisible(code);
    m_password->setVisible(!code);
    m_other->setText(code ? tr("Use the password instead") : tr("Use a code instead"));
    shown()->setFocus();
}

void StepUpDialog::submit()
{
    if (m_asksForCode && !m_code->checkWhole())
        return;
    if (!m_asksForCode && m_password->text().isEmpty())
        return refuse(tr("Enter your password."));
    setBusy(true);
    if (m_asksForCode)
        Q_EMIT codeGiven(m_code->code());
    else
        Q_EMIT passwordGiven(m_password->text());
}

void StepUpDialog::refuse(const QString &sentence)
{
    setBusy(false);
    shown()->setFault(sentence);
    shown()->edit()->selectAll();
    shown()->setFocus();
}

void StepUpDialog::setBusy(bool busy)
{
    m_accept->setEnabled(!busy);
    m_accept->setText(busy ? tr("Checking…") : tr("Confirm"));
}

} // namespace countersign

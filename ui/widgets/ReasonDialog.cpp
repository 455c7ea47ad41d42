#include "ui/widgets/ReasonDialog.h"

#include "ui/widgets/Card.h"
#include "ui/widgets/Theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace countersign {

void ReasonDialog::ask(const Question &question, QWidget *parent, std::function<void(const QString &)> done)
{
    auto *dialog = new ReasonDialog(question, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, parent, [dialog, done = std::move(done)] { done(dialog->reason()); });
    dialog->open();
}

ReasonDialog::ReasonDialog(const Question &question, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(question.title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(measure::kGap);
    column->addWidget(makeLabel("title", question.title, this));
    auto *label = makeLabel("section", question.label, this);
    column->addWidget(label);
    m_edit = new QPlainTextEdit(this);
    m_edit->setTabChangesFocus(true);
    m_edit->setAccessibleName(question.label);
    m_edit->setMinimumSize(420, 84);
    label->setBuddy(m_edit);
    column->addWidget(m_edit);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    auto *cancel = new QPushButton(tr("Cancel"), this);
    m_accept = new QPushButton(question.accept, this);
    m_accept->setProperty("primary", true);
    m_accept->setEnabled(false);
    buttons->addWidget(cancel);
    buttons->addWidget(m_accept);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] { m_accept->setEnabled(!reason().isEmpty()); });
    auto *submit = new QAction(this);
    submit->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    addAction(submit);
    connect(submit, &QAction::triggered, m_accept, &QPushButton::click);
    m_edit->setFocus();
}

QString ReasonDialog::reason() const
{
    return m_edit->toPlainText().trimmed();
}

} // namespace countersign

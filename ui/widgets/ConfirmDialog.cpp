#include "ui/widgets/ConfirmDialog.h"

#include "ui/widgets/Card.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace countersign {

void ConfirmDialog::ask(const Question &question, QWidget *parent, std::function<void()> done)
{
    auto *dialog = new ConfirmDialog(question, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, parent, std::move(done));
    dialog->open();
}

ConfirmDialog::ConfirmDialog(const Question &question, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(question.title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(measure::kGap);
    column->addWidget(makeLabel("title", question.title, this));
    auto *text = makeLabel("muted", question.text, this);
    text->setWordWrap(true);
    text->setMinimumWidth(380);
    column->addWidget(text);
    column->addSpacing(measure::kGap);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *accept = new QPushButton(question.accept, this);
    accept->setProperty("danger", true);
    accept->setAutoDefault(false);
    buttons->addWidget(cancel);
    buttons->addWidget(accept);
    column->addLayout(buttons);
    setAccessibleDescription(question.text);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(accept, &QPushButton::clicked, this, &QDialog::accept);
    cancel->setDefault(true);
    cancel->setFocus();
}

} // namespace countersign

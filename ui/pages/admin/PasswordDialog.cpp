#include "ui/pages/admin/PasswordDialog.h"

#include "ui/widgets/Card.h"
#include "ui/widgets/Theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace countersign {

void PasswordDialog::show(const api::IssuedPassword &issued, QWidget *parent)
{
    auto *dialog = new PasswordDialog(issued, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

PasswordDialog::PasswordDialog(const api::IssuedPassword &issued, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("One-time password"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(measure::kGap);
    column->addWidget(makeLabel("title", windowTitle(), this));
    auto *text = makeLabel(
        "value",
        tr("For %1. It is shown only now and stored nowhere: hand it over by a way that nobody else reads. It must "
           "be changed at the first sign-in.")
            .arg(issued.email),
        this);
    text->setWordWrap(true);
    text->setMinimumWidth(440);
    column->addWidget(text);
    column->addWidget(makePassword(issued.oneTimePassword));
    m_stored = new QCheckBox(tr("I have stored it"), this);
    column->addWidget(m_stored);
    auto *close = new QPushButton(tr("Close"), this);
    close->setProperty("primary", true);
    close->setEnabled(false);
    column->addWidget(close, 0, Qt::AlignRight);
    connect(m_stored, &QCheckBox::toggled, close, &QPushButton::setEnabled);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

QWidget *PasswordDialog::makePassword(const QString &password)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    m_password = new QLineEdit(password, line);
    m_password->setReadOnly(true);
    m_password->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_password->setAccessibleName(windowTitle());
    m_password->selectAll();
    auto *copy = new QPushButton(tr("Copy"), line);
    row->addWidget(m_password, 1);
    row->addWidget(copy);
    connect(copy, &QPushButton::clicked, this, [this, copy] {
        QGuiApplication::clipboard()->setText(m_password->text());
        copy->setText(tr("Copied"));
    });
    copy->setFocus();
    return line;
}

void PasswordDialog::reject()
{
    if (m_stored->isChecked())
        QDialog::reject();
    else
        m_stored->setFocus();
}

} // namespace countersign

#include "ui/pages/account/TotpSwitchOff.h"

#include "core/api/endpoints/AuthEndpoints.h"
#include "ui/client/Sentences.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/CodeEdit.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace countersign {

TotpSwitchOff::TotpSwitchOff(ApiClient &client, QWidget *parent) : QWidget(parent), m_client(client)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::kGap + 2);
    auto *text = makeLabel("muted",
                           tr("Signing in needs a code of your authenticator app. Without the app an administrator can "
                              "reset your password, which switches the codes off."),
                           this);
    text->setWordWrap(true);
    column->addWidget(text);
    auto *begin = new QPushButton(tr("Switch one-time codes off"), this);
    m_begin = begin;
    column->addWidget(m_begin, 0, Qt::AlignLeft);
    m_form = makeForm();
    column->addWidget(m_form);
    connect(begin, &QPushButton::clicked, this, [this] {
        m_begin->hide();
        m_form->show();
        m_password->setFocus();
    });
    reset();
}

QWidget *TotpSwitchOff::makeForm()
{
    auto *form = new QWidget(this);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::kGap + 2);
    m_password = new LabeledEdit(tr("Your password"), form);
    m_password->edit()->setEchoMode(QLineEdit::Password);
    m_code = new CodeEdit(tr("The code that the app shows now"), form);
    column->addWidget(m_password);
    column->addWidget(m_code);
    auto *row = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("Cancel"), form);
    auto *accept = new QPushButton(tr("Switch off"), form);
    accept->setProperty("danger", true);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(accept);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &TotpSwitchOff::reset);
    connect(accept, &QPushButton::clicked, this, &TotpSwitchOff::submit);
    connect(m_password->edit(), &QLineEdit::returnPressed, m_code, qOverload<>(&QWidget::setFocus));
    connect(m_code->edit(), &QLineEdit::returnPressed, this, &TotpSwitchOff::submit);
    return form;
}

void TotpSwitchOff::reset()
{
    m_password->clear();
    m_code->clear();
    m_form->hide();
    m_begin->show();
}

void TotpSwitchOff::submit()
{
    if (m_password->text().isEmpty())
        return m_password->setFault(sentenceFor(FieldError{{}, QStringLiteral("required"), {}}));
    if (!m_code->checkWhole())
        return;
    m_client.call(api::removeTotp, api::TotpRemove{m_password->text(), m_code->code()}, this,
                  [this](const Result<Nothing> &answer) {
                      if (!answer) // the daemon does not say which of the two it was
                          return m_code->setFault(sentenceFor(answer.error()));
                      reset();
                      Q_EMIT switchedOff();
                  });
}

} // namespace countersign

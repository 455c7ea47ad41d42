#include "ui/pages/overrides/SignatureCard.h"

#include "core/base/Characters.h"
#include "core/decision/DecisionTypes.h"
#include "ui/widgets/Actions.h"
#include "ui/widgets/KeyButton.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace countersign {

namespace {

constexpr int kLines = 3;

} // namespace

SignatureCard::SignatureCard(QWidget *parent) : Card(tr("Second signature"), parent)
{
    m_comment = new QPlainTextEdit(this);
    m_comment->setTabChangesFocus(true);
    m_comment->setAccessibleName(tr("Comment"));
    m_comment->setPlaceholderText(tr("Comment; to reject, say what the analyst should look at again"));
    m_comment->setFixedHeight(kLines * m_comment->fontMetrics().lineSpacing() + 24);
    m_fault = makeLabel("fault", {}, this);
    m_fault->hide();
    body()->addWidget(m_comment);
    body()->addWidget(m_fault);
    m_note = makeLabel("muted", {}, this);
    m_note->setWordWrap(true);
    m_reject = new KeyButton(actionText(ActionId::RejectOverride), actionKey(ActionId::RejectOverride), this);
    m_sign = new KeyButton(actionText(ActionId::SignOverride), actionKey(ActionId::SignOverride), this);
    m_sign->setPrimary(true);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_note, 1);
    foot->addWidget(m_reject);
    foot->addWidget(m_sign);
    body()->addLayout(foot);
    connect(m_sign, &KeyButton::clicked, this, &SignatureCard::sign);
    connect(m_reject, &KeyButton::clicked, this, &SignatureCard::reject);
    connect(m_comment, &QPlainTextEdit::textChanged, m_fault, &QLabel::hide);
}

void SignatureCard::begin()
{
    m_comment->clear();
    m_fault->hide();
    setBusy(false);
}

void SignatureCard::setBlocked(const QString &why)
{
    m_blocked = why;
    refresh();
}

void SignatureCard::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void SignatureCard::refresh()
{
    m_note->setText(m_blocked);
    m_sign->setEnabled(m_blocked.isEmpty() && !m_busy);
    m_reject->setEnabled(m_sign->isEnabled());
}

QString SignatureCard::comment() const
{
    return m_comment->toPlainText().trimmed();
}

void SignatureCard::sign()
{
    if (m_sign->isEnabled())
        Q_EMIT signRequested(comment());
}

void SignatureCard::reject()
{
    if (!m_reject->isEnabled())
        return;
    if (characterCount(comment()) >= kMinReasoning)
        return Q_EMIT rejectRequested(comment());
    m_fault->setText(tr("Say why, in at least %1 characters; the analyst reads it.").arg(kMinReasoning));
    m_fault->show();
    m_comment->setFocus();
}

} // namespace countersign

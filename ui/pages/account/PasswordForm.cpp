#include "ui/pages/account/PasswordForm.h"

#include "core/access/PasswordRules.h"
#include "core/api/endpoints/AuthEndpoints.h"
#include "ui/client/Sentences.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/LabeledEdit.h"
#include "ui/widgets/RuleList.h"
#include "ui/widgets/Theme.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace countersign {

namespace {

/// The rules as a person meets them; the last two are about the other fields.
enum Row { LongEnough, NotCommon, NotTheAddress, IsNew, IsRepeated };

} // namespace

PasswordForm::PasswordForm(ApiClient &client, const Session &session, const QString &submit, QWidget *parent)
    : QWidget(parent), m_client(client), m_session(session), m_submitText(submit)
{
    makeFields();
    for (LabeledEdit *field : {m_current, m_new, m_repeated}) {
        connect(field->edit(), &QLineEdit::textChanged, this, [this] { showRules(false); });
        connect(field->edit(), &QLineEdit::returnPressed, this, &PasswordForm::goOn);
    }
    connect(m_submit, &QPushButton::clicked, this, &PasswordForm::submit);
}

void PasswordForm::makeFields()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::kGap + 2);
    m_banner = new Banner(this);
    m_current = new LabeledEdit(tr("Current password"), this);
    m_new = new LabeledEdit(tr("New password"), this);
    m_repeated = new LabeledEdit(tr("New password again"), this);
    m_rules = new RuleList({tr("At least %1 characters").arg(kMinPasswordLength),
                            tr("Not made of words and numbers that are tried first"), tr("Without your e-mail address"),
                            tr("Another one than now"), tr("Typed twice alike")},
                           this);
    auto *visible = new QCheckBox(tr("Show the passwords"), this);
    m_submit = new QPushButton(m_submitText, this);
    m_submit->setProperty("primary", true);
    m_submit->setMinimumHeight(34);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_banner), static_cast<QWidget *>(m_current), static_cast<QWidget *>(m_new),
          static_cast<QWidget *>(m_repeated), static_cast<QWidget *>(m_rules), static_cast<QWidget *>(visible),
          static_cast<QWidget *>(m_submit)})
        column->addWidget(widget);
    const auto show = [this](bool shown) {
        for (LabeledEdit *field : {m_current, m_new, m_repeated})
            field->edit()->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    };
    show(false);
    connect(visible, &QCheckBox::toggled, this, show);
}

void PasswordForm::clear()
{
    for (LabeledEdit *field : {m_current, m_new, m_repeated})
        field->clear();
    m_banner->clear();
    setBusy(false);
}

void PasswordForm::focusFirst()
{
    m_current->setFocus();
}

void PasswordForm::showRules(bool isSubmitted)
{
    if (!m_session.isSignedIn())
        return;
    const QString password = m_new->text();
    const QString email = m_session.user().email;
    const auto keeps = [&](PasswordRule rule) { return !password.isEmpty() && keepsRule(rule, password, email); };
    const std::array kept{std::pair{LongEnough, keeps(PasswordRule::LongEnough)},
                          std::pair{NotCommon, keeps(PasswordRule::NotCommon)},
                          std::pair{NotTheAddress, keeps(PasswordRule::NotTheAddress)},
                          std::pair{IsNew, !password.isEmpty() && password != m_current->text()},
                          std::pair{IsRepeated, !password.isEmpty() && password == m_repeated->text()}};
    const auto otherwise = isSubmitted ? RuleList::State::Broken : RuleList::State::Open;
    for (const auto &[rule, isKept] : kept)
        m_rules->setState(rule, isKept ? RuleList::State::Kept : otherwise);
}

void PasswordForm::goOn()
{
    for (LabeledEdit *field : {m_current, m_new, m_repeated})
        if (field->text().isEmpty())
            return field->setFocus();
    submit();
}

bool PasswordForm::checkFields()
{
    showRules(true);
    const QString path = QStringLiteral("new_password");
    auto fault = passwordFault(m_new->text(), m_session.user().email, path);
    if (!fault && m_new->text() == m_current->text())
        fault = FieldError{path, QStringLiteral("unchanged"), {}};
    m_current->setFault(m_current->text().isEmpty() ? sentenceFor(FieldError{{}, QStringLiteral("required"), {}})
                                                    : QString());
    m_new->setFault(fault ? sentenceFor(*fault) : QString());
    m_repeated->setFault(m_new->text() == m_repeated->text() ? QString() : tr("This is not what you typed above."));
    for (LabeledEdit *field : {m_current, m_new, m_repeated}) {
        if (!field->fault().isEmpty()) {
            field->setFocus();
            return false;
        }
    }
    return true;
}

void PasswordForm::submit()
{
    if (!m_submit->isEnabled() || !checkFields())
        return;
    m_banner->clear();
    setBusy(true);
    m_client.call(api::changePassword, api::PasswordChange{m_current->text(), m_new->text()}, this,
                  [this](const Result<Nothing> &answer) {
                      if (!answer)
                          return fail(answer.error());
                      clear();
                      Q_EMIT changed();
                  });
}

void PasswordForm::fail(const Error &error)
{
    setBusy(false);
    if (error.code == ErrorCode::Forbidden) { // the proof by the current password
        m_current->setFault(sentenceFor(error));
        m_current->edit()->selectAll();
        return m_current->setFocus();
    }
    for (const FieldError &fault : error.fields)
        (fault.path == QLatin1String("new_password") ? m_new : m_current)->setFault(sentenceFor(fault));
    if (error.fields.isEmpty())
        m_banner->say(sentenceFor(error), Tone::Breach);
    m_new->setFocus();
}

void PasswordForm::setBusy(bool busy)
{
    m_submit->setEnabled(!busy);
    m_submit->setText(busy ? tr("Changing…") : m_submitText);
}

} // namespace countersign

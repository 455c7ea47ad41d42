#include "ui/pages/signin/SignInPage.h"

#include "ui/client/Sentences.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/CodeEdit.h"
#include "ui/widgets/Theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace countersign {

namespace {

constexpr char kCodeRequired[] = "totp_required";
constexpr char kCodeRefused[] = "invalid_totp";

QLabel *buddyLabel(const QString &text, QLineEdit *edit)
{
    auto *label = makeLabel("section", text, edit->parentWidget());
    label->setBuddy(edit);
    edit->setAccessibleName(text);
    return label;
}

} // namespace

SignInPage::SignInPage(Session &session, const QString &server, QWidget *parent) : QWidget(parent), m_session(session)
{
    setProperty("look", "page");
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    auto *row = new QHBoxLayout; // not by alignment: lines that wrap would be measured as wide as the page
    row->addStretch();
    row->addWidget(makeForm(server));
    row->addStretch();
    column->addLayout(row);
    column->addStretch(3);
    connect(m_submit, &QPushButton::clicked, this, &SignInPage::submit);
    for (QLineEdit *edit : {m_email, m_password, m_tenant, m_code->edit()})
        connect(edit, &QLineEdit::returnPressed, this, &SignInPage::submit);
    for (QLineEdit *edit : {m_email, m_tenant})
        connect(edit, &QLineEdit::textEdited, m_code, &QWidget::hide); // of somebody else
    connect(&m_session, &Session::signInFailed, this, &SignInPage::fail);
    connect(&m_session, &Session::signedIn, this, [this] {
        m_password->clear();
        m_code->clear();
        m_code->hide();
        m_banner->clear();
        setBusy(false);
    });
}

QWidget *SignInPage::makeForm(const QString &server)
{
    auto *card = new Card({}, this);
    card->setFixedWidth(400);
    card->setAccessibleName(tr("Sign in"));
    card->body()->setContentsMargins(28, 26, 28, 28);
    card->body()->addWidget(makeLabel("title", tr("Sign in to Countersign"), card));
    card->body()->addWidget(makeLabel("muted", tr("Server: %1").arg(server), card));
    card->body()->addSpacing(measure::kGap);
    m_banner = new Banner(card);
    card->body()->addWidget(m_banner);
    m_email = new QLineEdit(card);
    m_password = new QLineEdit(card);
    m_password->setEchoMode(QLineEdit::Password);
    m_tenant = new QLineEdit(card);
    m_tenant->setPlaceholderText(tr("only if you work at several banks"));
    m_email->setPlaceholderText(tr("name@bank.example"));
    card->body()->addWidget(buddyLabel(tr("E-mail address"), m_email));
    card->body()->addWidget(m_email);
    card->body()->addWidget(buddyLabel(tr("Password"), m_password));
    card->body()->addWidget(m_password);
    card->body()->addWidget(buddyLabel(tr("Bank"), m_tenant));
    card->body()->addWidget(m_tenant);
    m_code = new CodeEdit(tr("Code of your authenticator app"), card);
    m_code->hide();
    card->body()->addWidget(m_code);
    card->body()->addSpacing(measure::kGap);
    m_submit = new QPushButton(tr("Sign in"), card);
    m_submit->setProperty("primary", true);
    m_submit->setMinimumHeight(34);
    card->body()->addWidget(m_submit);
    return card;
}

void SignInPage::setEmail(const QString &email)
{
    m_email->setText(email);
    (email.isEmpty() ? m_email : m_password)->setFocus();
}

void SignInPage::say(const QString &sentence)
{
    m_banner->say(sentence, Tone::Warning);
}

void SignInPage::submit()
{
    if (!m_submit->isEnabled())
        return;
    const QString email = m_email->text().trimmed();
    if (email.isEmpty() || m_password->text().isEmpty()) {
        m_banner->say(tr("Enter your e-mail address and your password."), Tone::Warning);
        (email.isEmpty() ? m_email : m_password)->setFocus();
        return;
    }
    if (m_code->isVisible() && !m_code->checkWhole())
        return m_code->setFocus();
    setBusy(true);
    api::LoginRequest request{email, m_password->text(), {}, {}};
    if (m_code->isVisible())
        request.totp = m_code->code();
    if (!m_tenant->text().trimmed().isEmpty())
        request.tenant = m_tenant->text().trimmed();
    m_session.signIn(request);
}

void SignInPage::fail(const Error &error)
{
    setBusy(false);
    if (error.reason == QLatin1String(kCodeRequired) || error.reason == QLatin1String(kCodeRefused))
        return askForCode(error);
    m_banner->say(sentenceFor(error), Tone::Breach);
    m_password->setFocus();
    m_password->selectAll();
}

/// The password was right; what was typed stays.
void SignInPage::askForCode(const Error &error)
{
    m_banner->clear();
    m_code->clear();
    m_code->show();
    if (error.reason == QLatin1String(kCodeRefused))
        m_code->setFault(sentenceFor(error));
    m_code->setFocus();
}

void SignInPage::setBusy(bool busy)
{
    m_submit->setEnabled(!busy);
    m_submit->setText(busy ? tr("Signing in…") : tr("Sign in"));
}

} // namespace countersign

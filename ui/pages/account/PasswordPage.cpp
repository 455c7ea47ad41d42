#include "ui/pages/account/PasswordPage.h"

#include "ui/client/Sentences.h"
#include "ui/pages/account/PasswordForm.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Theme.h"

#include <QLabel>
#include <QPushButton>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace countersign {

PasswordPage::PasswordPage(ApiClient &client, Session &session, QWidget *parent) : QWidget(parent), m_session(session)
{
    setProperty("look", "page");
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    auto *card = new Card({}, this);
    card->setFixedWidth(440);
    card->setAccessibleName(tr("Choose your own password"));
    card->body()->setContentsMargins(28, 26, 28, 24);
    card->body()->addWidget(makeLabel("title", card->accessibleName(), card));
    auto *why =
        makeLabel("muted",
                  tr("An administrator gave you the password that you signed in with, so you are not the only one who "
                     "knows it. Choose one that only you know; then you go on to your work."),
                  card);
    why->setWordWrap(true);
    card->body()->addWidget(why);
    card->body()->addSpacing(measure::kGap);
    m_banner = new Banner(card);
    card->body()->addWidget(m_banner);
    m_form = new PasswordForm(client, session, tr("Change the password and go on"), card);
    card->body()->addWidget(m_form);
    auto *leave = new QPushButton(tr("Sign out"), card);
    leave->setProperty("flat", true);
    card->body()->addWidget(leave, 0, Qt::AlignHCenter);
    auto *row = new QHBoxLayout; // not by alignment: lines that wrap would be measured as wide as the page
    row->addStretch();
    row->addWidget(card);
    row->addStretch();
    column->addLayout(row);
    column->addStretch(3);
    connect(m_form, &PasswordForm::changed, this, &PasswordPage::renew);
    connect(m_banner, &Banner::actionTriggered, this, &PasswordPage::renew);
    connect(leave, &QPushButton::clicked, &m_session, &Session::signOut);
}

void PasswordPage::begin()
{
    m_banner->clear();
    m_form->clear();
    m_form->show();
    m_form->focusFirst();
}

void PasswordPage::renew()
{
    // The tokens so far are good for nothing but changing the password.
    m_session.renew(this, [this](const Result<Nothing> &answer) {
        if (answer)
            return Q_EMIT finished();
        m_form->hide();
        m_banner->say(tr("The password is changed.") + QLatin1Char(' ') + sentenceFor(answer.error()), Tone::Warning,
                      tr("Go on"));
    });
}

} // namespace countersign

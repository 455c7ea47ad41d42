#include "ui/pages/account/TotpCard.h"

#include "ui/pages/account/TotpSetUp.h"
#include "ui/pages/account/TotpSwitchOff.h"

#include <QVBoxLayout>

namespace countersign {

TotpCard::TotpCard(ApiClient &client, Session &session, QWidget *parent)
    : Card(tr("One-time codes"), parent), m_session(session)
{
    m_setUp = new TotpSetUp(client, this);
    m_switchOff = new TotpSwitchOff(client, this);
    body()->addWidget(m_setUp);
    body()->addWidget(m_switchOff);
    connect(m_setUp, &TotpSetUp::switchedOn, this, [this] { renew(tr("Signing in needs a code from now on.")); });
    connect(m_switchOff, &TotpSwitchOff::switchedOff, this,
            [this] { renew(tr("Signing in needs no code any more.")); });
}

void TotpCard::showState()
{
    const bool isOn = m_session.user().totpEnabled;
    setAside(isOn ? tr("on") : tr("off"));
    forget();
    m_setUp->setVisible(!isOn);
    m_switchOff->setVisible(isOn);
}

void TotpCard::forget()
{
    m_setUp->reset();
    m_switchOff->reset();
}

void TotpCard::renew(const QString &saidThen)
{
    m_session.renew(this, [this, saidThen](const Result<Nothing> &) {
        if (!m_session.isSignedIn())
            return;
        showState();
        Q_EMIT done(saidThen);
    });
}

} // namespace countersign

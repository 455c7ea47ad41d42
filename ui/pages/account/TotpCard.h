// The second factor: whether it is on, and switching it.
#pragma once

#include "ui/client/Session.h"
#include "ui/widgets/Card.h"

namespace countersign {

class TotpSetUp;
class TotpSwitchOff;

class TotpCard : public Card {
    Q_OBJECT

public:
    TotpCard(ApiClient &client, Session &session, QWidget *parent = nullptr);

    void showState();
    void forget(); ///< what was typed and shown

Q_SIGNALS:
    void done(const QString &text);

private:
    void renew(const QString &saidThen);

    Session &m_session;
    TotpSetUp *m_setUp = nullptr;
    TotpSwitchOff *m_switchOff = nullptr;
};

} // namespace countersign

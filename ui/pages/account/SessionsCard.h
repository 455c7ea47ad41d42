// Where the person is signed in, and ending it there.
#pragma once

#include "core/api/AuthDtos.h"
#include "core/base/Clock.h"
#include "ui/client/ApiClient.h"
#include "ui/widgets/Card.h"

class QPushButton;

namespace countersign {

class StatefulView;

class SessionsCard : public Card {
    Q_OBJECT

public:
    SessionsCard(ApiClient &client, const Clock &clock, QWidget *parent = nullptr);

    void load();

Q_SIGNALS:
    void done(const QString &text);
    void failed(const QString &text);
    void endedEverywhere(); ///< here as well

private:
    QWidget *makeButtons();
    void show(const api::SessionList &sessions);
    void askToEnd(const api::SessionItem &item);
    void askToEndOthers();
    void askToEndAll();
    void end(const QList<SessionId> &sessions, const QString &saidThen);

    ApiClient &m_client;
    const Clock &m_clock;
    QList<SessionId> m_others;
    StatefulView *m_view = nullptr;
    QWidget *m_list = nullptr;
    QPushButton *m_endOthers = nullptr;
};

} // namespace countersign

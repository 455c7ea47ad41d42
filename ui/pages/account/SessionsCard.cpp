#include "ui/pages/account/SessionsCard.h"

#include "core/api/endpoints/AuthEndpoints.h"
#include "ui/client/DeviceName.h"
#include "ui/client/Sentences.h"
#include "ui/pages/account/SessionRow.h"
#include "ui/widgets/ConfirmDialog.h"
#include "ui/widgets/StatefulView.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <memory>

namespace countersign {

SessionsCard::SessionsCard(ApiClient &client, const Clock &clock, QWidget *parent)
    : Card(tr("Where you are signed in"), parent), m_client(client), m_clock(clock)
{
    m_list = new QWidget(this);
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->setAlignment(Qt::AlignTop);
    m_view = new StatefulView(m_list, this);
    body()->addWidget(m_view);
    body()->addWidget(makeButtons());
    connect(m_view, &StatefulView::actionTriggered, this, &SessionsCard::load);
}

QWidget *SessionsCard::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    m_endOthers = new QPushButton(tr("End all others"), buttons);
    auto *endAll = new QPushButton(tr("Sign out everywhere"), buttons);
    row->addStretch();
    row->addWidget(m_endOthers);
    row->addWidget(endAll);
    connect(m_endOthers, &QPushButton::clicked, this, &SessionsCard::askToEndOthers);
    connect(endAll, &QPushButton::clicked, this, &SessionsCard::askToEndAll);
    return buttons;
}

void SessionsCard::load()
{
    m_view->showLoading();
    m_client.list(api::listSessions, Nothing{}, this, [this](const Result<api::SessionList> &answer) {
        if (answer)
            return show(*answer);
        m_view->showMessage({tr("The sessions cannot be shown"), sentenceFor(answer.error()), tr("Try again")});
    });
}

void SessionsCard::show(const api::SessionList &sessions)
{
    m_others.clear();
    qDeleteAll(m_list->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    for (const api::SessionItem &item : sessions.items) {
        if (m_list->layout()->count() > 0) {
            auto *line = new QFrame(m_list);
            line->setProperty("line", true);
            m_list->layout()->addWidget(line);
        }
        auto *row = new SessionRow(item, m_clock.now(), m_list);
        m_list->layout()->addWidget(row);
        connect(row, &SessionRow::endRequested, this, [this, item] { askToEnd(item); });
        if (!item.current)
            m_others.append(item.id);
    }
    m_endOthers->setEnabled(!m_others.isEmpty());
    setAside(tr("%n session(s)", nullptr, int(sessions.items.size())));
    m_view->showContent();
}

void SessionsCard::askToEnd(const api::SessionItem &item)
{
    const QString device = deviceOf(item.userAgent).device;
    ConfirmDialog::ask(
        {tr("End this session?"),
         tr("Whoever works on %1 with it is signed out within a second.").arg(device.isEmpty() ? item.address : device),
         tr("End the session")},
        this, [this, id = item.id] { end({id}, tr("The session has ended.")); });
}

void SessionsCard::askToEndOthers()
{
    ConfirmDialog::ask({tr("End all other sessions?"),
                        tr("You stay signed in here; everywhere else one has to sign in again."), tr("End all others")},
                       this, [this] { end(m_others, tr("All other sessions have ended.")); });
}

void SessionsCard::askToEndAll()
{
    ConfirmDialog::ask({tr("Sign out everywhere?"), tr("This session ends as well; you have to sign in again."),
                        tr("Sign out everywhere")},
                       this, [this] {
                           m_client.call(api::logoutAll, Nothing{}, this, [this](const Result<Nothing> &answer) {
                               if (answer)
                                   Q_EMIT endedEverywhere();
                               else
                                   Q_EMIT failed(sentenceFor(answer.error()));
                           });
                       });
}

void SessionsCard::end(const QList<SessionId> &sessions, const QString &saidThen)
{
    struct Progress {
        qsizetype open;
        std::optional<Error> error;
    };
    const auto progress = std::make_shared<Progress>(Progress{sessions.size(), {}});
    for (const SessionId &session : sessions) {
        m_client.callFor(api::endSession, {session.toString(), {}, {}}, Nothing{}, this,
                         [this, progress, saidThen](const Result<Nothing> &answer) {
                             if (!answer && answer.error().code != ErrorCode::NotFound) // that one is over already
                                 progress->error = answer.error();
                             if (--progress->open > 0)
                                 return;
                             if (progress->error)
                                 Q_EMIT failed(sentenceFor(*progress->error));
                             else
                                 Q_EMIT done(saidThen);
                             load();
                         });
    }
}

} // namespace countersign

// Decisions against the model that wait for a second person: the list, both sides of the selected one, and the signature.
#pragma once

#include "core/api/CaseDtos.h"
#include "core/api/OverrideDtos.h"
#include "ui/client/ApiClient.h"
#include "ui/client/ServiceClock.h"
#include "ui/client/Session.h"
#include "ui/client/StepUp.h"

#include <QTimer>
#include <QWidget>

class QTableView;

namespace countersign {

class Banner;
class OverrideDetail;
class OverridesModel;
class StatefulView;

class OverridesPage : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        ApiClient &client;
        Session &session;
        ServiceClock &clock;
        StepUp &stepUp;
    };
    explicit OverridesPage(Parts parts, QWidget *parent = nullptr);

    void refresh(); ///< the selection stays, and what was typed for it
    void clear();   ///< what was shown to somebody else
    void setSystem(const api::SystemInfo &system); ///< cutoffs for the scores
    void setReachable(bool reachable);             ///< without the daemon nothing is signed
    void focusList();

Q_SIGNALS:
    void countChanged(qint64 waiting);
    void openRequested(ApplicationId id);
    void done(const QString &sentence);

private:
    QWidget *makeContent();
    void makeActions();
    void loadMore(const QString &cursor);
    void showList(const Page<api::WaitingOverride> &page);
    void showListFailure(const Error &error);
    const api::WaitingOverride *selected() const;
    void selectionChanged();
    void loadDetail(const api::WaitingOverride &item);
    void showDetail(const api::WaitingOverride &item, const api::CaseDetail &detail);
    QString blockedBecause() const;
    void showPermissions();
    void sign(const QString &comment);
    void reject(const QString &comment);
    void settle(const api::WaitingOverride &item, const Result<api::DecisionInfo> &answer);

    Parts m_parts;
    OverridesModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    StatefulView *m_view = nullptr;
    StatefulView *m_detailView = nullptr;
    OverrideDetail *m_detail = nullptr;
    Banner *m_banner = nullptr;
    QTimer m_tick;   ///< countdowns
    QTimer m_reload; ///< what others did meanwhile
    std::optional<std::pair<DecisionId, int>> m_shown; ///< decision and version; looking at a case is recorded each time
    int m_generation = 0;   ///< of the list; answers to an older question are dropped
    bool m_isDetailShown = false; ///< of m_shown
    bool m_loaded = false;
    bool m_reachable = true;
};

} // namespace countersign

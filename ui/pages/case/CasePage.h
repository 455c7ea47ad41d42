// One case: what is known of it on the left, the decision on the right.
#pragma once

#include "ui/client/ApiClient.h"
#include "ui/client/ServiceClock.h"
#include "ui/client/Session.h"
#include "ui/pages/case/DecisionForm.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

class QSplitter;

namespace countersign {

class Banner;
class CaseHeading;
class FactorBars;
class FactsCard;
class RiskCard;
class StatefulView;

class CasePage : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        ApiClient &client;
        Session &session;
        ServiceClock &clock;
    };
    explicit CasePage(Parts parts, QWidget *parent = nullptr);

    void open(ApplicationId id);
    std::optional<ApplicationId> shown() const;
    ApplicationId wanted() const { return m_wanted; } ///< the one that was opened last, from before it has arrived
    void setSystem(const api::SystemInfo &system);
    void setNeighbours(bool previous, bool next);
    void setReachable(bool reachable); ///< without the daemon one may type, but not submit
    /// What was typed so far; nothing is left here, of the case neither.
    QHash<ApplicationId, DecisionDraft> takeDrafts();
    void setDrafts(QHash<ApplicationId, DecisionDraft> drafts) { m_drafts = std::move(drafts); }

Q_SIGNALS:
    void closeRequested();
    void neighbourRequested(int step);
    void nextRequested(); ///< any next case that waits
    void done(const QString &sentence);
    void failedElsewhere(const QString &sentence); ///< with a case that is not shown any more
    void entryChanged(const api::QueueItem &entry);
    void recordRequested(const QString &entityType, const QUuid &id, const QString &name);

private:
    QWidget *makeContent();
    QWidget *makeLeft();
    void makeActions();
    void load(bool keepTyped);
    void show(const api::CaseDetail &detail);
    void showPermissions();
    QString blockedBecause() const;
    bool isMine() const;
    void keepDraft();
    void assign(bool startAfterwards);
    void start(const api::QueueItem &entry);
    void release();
    void showRecord();
    void giveBack(const api::QueueItem &entry, const QString &reason);
    void askForPreview(); ///< what the decision would lead to, as the daemon says
    void submit(api::DecisionCreate decision);
    /// The case that a call was about; by its answer another one may be shown.
    struct Subject {
        ApplicationId id;
        QString name;
    };
    void moved(const api::QueueItem &entry);
    void finish(const Subject &subject, const api::DecisionInfo &decision);
    void fail(const Subject &subject, const Error &error);
    bool isShown(ApplicationId id) const { return m_case && m_case->id == id; }
    DecisionContext context() const;
    api::ApprovedTerms requestedTerms() const;

    Parts m_parts;
    api::SystemInfo m_system;
    std::optional<api::CaseDetail> m_case;
    ApplicationId m_wanted; ///< answers about another one are dropped
    QHash<ApplicationId, DecisionDraft> m_drafts;
    StatefulView *m_view = nullptr;
    CaseHeading *m_heading = nullptr;
    Banner *m_banner = nullptr;
    QSplitter *m_splitter = nullptr;
    RiskCard *m_risk = nullptr;
    FactorBars *m_factors = nullptr;
    FactsCard *m_facts = nullptr;
    DecisionForm *m_form = nullptr;
    QTimer m_tick;
    QTimer m_ask;
    bool m_reachable = true;
};

} // namespace countersign

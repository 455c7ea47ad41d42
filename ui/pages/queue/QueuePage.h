// The review queue: filters, the list with its countdowns, a preview of the selected case, and taking cases.
#pragma once

#include "core/api/QueueDtos.h"
#include "core/api/ScoringDtos.h"
#include "ui/client/ApiClient.h"
#include "ui/client/ServiceClock.h"
#include "ui/client/Session.h"

#include <QTimer>
#include <QWidget>

class QButtonGroup;
class QLabel;
class QTableView;

namespace countersign {

class Banner;
class CasePreview;
class KeyButton;
class QueueModel;
class StatefulView;

class QueuePage : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        ApiClient &client;
        Session &session;
        ServiceClock &clock;
    };
    explicit QueuePage(Parts parts, QWidget *parent = nullptr);

    void refresh(); ///< list and counts; the selection and the rows that were loaded stay
    void clear();   ///< what was shown to somebody else
    void setSystem(const api::SystemInfo &system); ///< cutoffs for the scores
    void takeNext();                               ///< assigns, starts and opens the most urgent case that waits
    void release(const api::QueueItem &item, const QString &reason);
    /// The case `step` rows below (above when negative) in the list; nothing at its ends.
    std::optional<ApplicationId> neighbourOf(ApplicationId id, int step) const;
    void adopt(const api::QueueItem &item); ///< as it is after something was done with it elsewhere
    void say(const QString &text); ///< of something that was done
    void focusList();

Q_SIGNALS:
    void openRequested(ApplicationId id);
    void countsChanged(const api::QueueSummary &summary);
    void nothingTaken(); ///< takeNext() ended without a case; the page says why
    void listChanged();

private:
    QWidget *makeHeading();
    QWidget *makeFilters();
    QWidget *makeList();
    void makeActions();
    api::QueueQuery query() const;
    void loadList(qsizetype atLeast);
    /// Asks for the page after `before`, until there are `atLeast` rows.
    void gather(const QList<Page<api::QueueItem>> &before, qsizetype atLeast);
    void loadCounts();
    void showList(const QList<Page<api::QueueItem>> &pages);
    void showListFailure(const Error &error);
    void loadMore(const QString &cursor);
    void showCounts(const api::QueueSummary &summary);
    void showFailure(const Error &error);
    void select(QueueId id);
    const api::QueueItem *selected() const;
    void selectionChanged();
    void loadPreview(const api::QueueItem &item);
    void takeMostUrgent(int attemptsLeft);
    void takeCase(api::QueueItem item, int attemptsLeft);
    void tookNothing(const Error &error);
    void act(const Endpoint<Nothing, api::QueueItem> &endpoint, const api::QueueItem &item, const QString &done);
    void assignSelected();
    void startSelected();
    void releaseSelected();
    void openSelected();

    Parts m_parts;
    QueueModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    StatefulView *m_view = nullptr;
    CasePreview *m_preview = nullptr;
    Banner *m_banner = nullptr;
    QButtonGroup *m_filters = nullptr;
    KeyButton *m_assign = nullptr;
    KeyButton *m_next = nullptr;
    QTimer m_tick;     ///< countdowns
    QTimer m_reload;   ///< what others did meanwhile
    QueueId m_selectedId;
    std::optional<std::pair<QueueId, int>> m_previewed; ///< entry and version; looking at a case is recorded each time
    int m_generation = 0; ///< of the list; answers to an older question are dropped
    bool m_loaded = false;
    bool m_taking = false; ///< a case; a second key press takes no second one
};

} // namespace countersign

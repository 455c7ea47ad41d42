// The record of what was done: filtered, entry by entry, or as the timeline of one thing; and its proof.
#pragma once

#include "ui/client/ServiceClock.h"
#include "ui/client/Session.h"
#include "ui/models/AuditModel.h"
#include "ui/pages/list/ListFeed.h"

namespace countersign {

class AuditFilters;
class ChainCheck;
class EntryCard;
class KeyButton;

class AuditPage : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        ApiClient &client;
        Session &session;
        ServiceClock &clock;
    };
    /// Whose timeline it is.
    struct Subject {
        QString entityType;
        QUuid id;
        QString name; ///< as the page knew it that leads here; may be empty
    };
    explicit AuditPage(Parts parts, QWidget *parent = nullptr);

    void enter(); ///< the whole record, as it was filtered
    void showTimeline(const Subject &subject);
    void clear(); ///< what was shown to somebody else

Q_SIGNALS:
    void closeRequested(); ///< of the timeline

private:
    QWidget *makeHeading();
    QWidget *makeContent();
    void makeActions();
    void load();
    void showMode();
    void selectionChanged();
    void listChanged();
    void openTimeline();
    void showPerson();
    void back();

    Parts m_parts;
    std::optional<Subject> m_subject; ///< nothing: the whole record
    bool m_cameFromHere = false;      ///< to the timeline: the way back leads to the list
    QLabel *m_title = nullptr;
    KeyButton *m_back = nullptr;
    KeyButton *m_verify = nullptr;
    AuditFilters *m_filters = nullptr;
    ChainCheck *m_check = nullptr;
    AuditModel *m_model = nullptr;
    PagedTable *m_list = nullptr;
    std::unique_ptr<ListFeed<api::AuditItem>> m_feed;
    EntryCard *m_entry = nullptr;
};

} // namespace countersign

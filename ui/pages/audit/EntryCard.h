// One entry of the record: who, when, from where, and every field before and after.
#pragma once

#include "core/api/AuditDtos.h"
#include "ui/widgets/Card.h"

#include <optional>

class QPushButton;
class QTableView;

namespace countersign {

class AuditDiffModel;
class FieldGrid;
class KeyButton;

class EntryCard : public Card {
    Q_OBJECT

public:
    explicit EntryCard(QWidget *parent = nullptr);

    void showEntry(const api::AuditItem &entry);
    void showNothing();
    void setInTimeline(bool inTimeline); ///< the way to the timeline leads nowhere then
    const std::optional<api::AuditItem> &entry() const { return m_entry; }

Q_SIGNALS:
    void timelineRequested();
    void personRequested(); ///< everything that the same person did

private:
    QTableView *makeDiff();

    std::optional<api::AuditItem> m_entry;
    bool m_inTimeline = false;
    QLabel *m_title = nullptr;
    FieldGrid *m_facts = nullptr;
    FieldGrid *m_ids = nullptr;
    AuditDiffModel *m_model = nullptr;
    QTableView *m_diff = nullptr;
    QLabel *m_changes = nullptr; ///< heading of the table, or why there is none
    KeyButton *m_timeline = nullptr;
    QPushButton *m_person = nullptr;
    QWidget *m_moves = nullptr;
};

} // namespace countersign

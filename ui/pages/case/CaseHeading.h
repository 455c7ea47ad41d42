// The top of a case: who, how much, until when, and what can be done with the case as a whole.
#pragma once

#include "core/api/CaseDtos.h"

#include <QWidget>

class QLabel;

namespace countersign {

class Badge;
class ElidedLabel;
class KeyButton;

class CaseHeading : public QWidget {
    Q_OBJECT

public:
    explicit CaseHeading(QWidget *parent = nullptr);

    void showCase(const api::CaseDetail &detail, Instant now);
    void setNow(Instant now); ///< counts the deadline down
    struct Moves {
        bool assign = false;
        bool start = false;
        bool release = false;
    };
    void setMoves(const Moves &moves); ///< what is possible now; the rest is hidden
    void setNeighbours(bool previous, bool next);

Q_SIGNALS:
    void backRequested();
    void assignRequested();
    void startRequested();
    void releaseRequested();
    void neighbourRequested(int step);

private:
    QWidget *makeTitles();

    std::optional<api::QueueItem> m_entry;
    QLabel *m_name = nullptr;
    QLabel *m_number = nullptr;
    ElidedLabel *m_loan = nullptr;
    Badge *m_sla = nullptr;
    Badge *m_status = nullptr;
    KeyButton *m_assign = nullptr;
    KeyButton *m_start = nullptr;
    KeyButton *m_release = nullptr;
    KeyButton *m_previous = nullptr;
    KeyButton *m_next = nullptr;
};

} // namespace countersign

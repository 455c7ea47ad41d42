// What a model tells the delegates beside the text of a cell.
#pragma once

#include <Qt>

namespace countersign {

enum CellRole {
    ScoreRole = Qt::UserRole, ///< int 0 to 1000; invalid when there is no score
    DeclineMaxRole,           ///< int: declined automatically up to and including this score
    ApproveMinRole,           ///< int: approved automatically from this score on
    SecondsLeftRole,          ///< qint64 until the deadline, below zero when it has passed
    SlaStateRole,             ///< int, of SlaState
    BoldRole,                 ///< bool: what the row is found by
    MutedRole,                ///< bool: says little
};

} // namespace countersign

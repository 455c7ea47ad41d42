// Verifies a tenant's chain against its checkpoints, row by row, and names the first that is wrong.
#pragma once

#include "core/audit/ChainedEntry.h"
#include "core/base/EnumText.h"
#include "server/audit/CheckpointLog.h"

#include <functional>

namespace countersign {

enum class ChainFaultKind {
    Altered,    ///< the entry or its hash is not what was sealed
    Missing,    ///< the entry or its link is gone
    Inserted,   ///< stands where another entry was sealed, or is in the log and not in the chain
    Swapped,    ///< an entry that was sealed at another place
    CutTail,    ///< the chain ends before its last checkpoint
    Forged,     ///< entry and hash fit each other, and contradict a checkpoint
    Checkpoint, ///< a checkpoint cannot be read, is not signed by the key or does not follow the one before
};

template <>
inline constexpr auto enumTexts<ChainFaultKind> = std::array{
    EnumText{ChainFaultKind::Altered, "altered"},   EnumText{ChainFaultKind::Missing, "missing"},
    EnumText{ChainFaultKind::Inserted, "inserted"}, EnumText{ChainFaultKind::Swapped, "swapped"},
    EnumText{ChainFaultKind::CutTail, "cut_tail"},  EnumText{ChainFaultKind::Forged, "forged"},
    EnumText{ChainFaultKind::Checkpoint, "checkpoint"},
};

struct ChainFault {
    ChainFaultKind kind = ChainFaultKind::Altered;
    qint64 sequence = 0;          ///< of the first wrong row; 0: the entry has none
    std::optional<QUuid> entryId; ///< where a row stands there
};

struct ChainReport {
    qint64 verified = 0; ///< rows found right
    qint64 last = 0;     ///< sequence of the last of them
    bool isComplete = false; ///< the end of the chain was reached
    std::optional<ChainFault> fault;
    std::optional<Checkpoint> checkpoint; ///< the last that was passed
};

class ChainVerifier {
public:
    struct Source {
        TenantId tenant;
        /// The next rows after a sequence, in order; none at the end. Asked again from the beginning to tell what happened
        /// to a wrong row.
        std::function<Result<QList<ChainRow>>(qint64 after)> rows;
        std::function<CheckpointReader()> checkpoints;
        std::function<void(qint64 sequence)> progress = [](qint64) {};
    };

    explicit ChainVerifier(Source source) : m_source(std::move(source)) {}

    /// From the row after `after`, about `atMost` rows; memory does not grow with them. An error means that the source
    /// failed; what is wrong with the chain is in the report.
    Result<ChainReport> verify(qint64 after, qint64 atMost);

private:
    struct Place {
        qint64 sequence;
        QByteArray previous; ///< hash before it
    };

    Result<void> advanceCheckpoint(qint64 sequence);
    Result<QByteArray> hashAt(qint64 sequence) const;
    QByteArrayView markOf(qint64 sequence) const;
    bool contradictsCheckpoint(qint64 sequence, const QByteArray &hash) const;
    std::optional<ChainFault> check(const ChainRow &row, Place &place) const;
    Result<ChainFaultKind> kindOf(const ChainRow &row, const Place &place) const;
    Result<std::optional<ChainRow>> sealedHere(const ChainRow &row, const Place &place) const;
    Result<ChainReport> walk(qint64 after, qint64 atMost, Place place);

    const Source m_source;
    std::optional<CheckpointReader> m_reader;
    std::optional<Checkpoint> m_checkpoint;       ///< that covers the row at hand, or a later one
    std::optional<Checkpoint> m_passedCheckpoint;
};

} // namespace countersign

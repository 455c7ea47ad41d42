#include "server/audit/ChainVerifier.h"

#include "server/audit/ChainHash.h"

namespace countersign {

namespace {

ChainedEntry under(ChainedEntry entry, const QUuid &id)
{
    entry.id = id;
    return entry;
}

} // namespace

/// Until m_checkpoint covers `sequence`; nothing is left when none does.
Result<void> ChainVerifier::advanceCheckpoint(qint64 sequence)
{
    while (m_reader && (!m_checkpoint || m_checkpoint->sequence < sequence)) {
        if (m_checkpoint)
            m_passedCheckpoint = std::exchange(m_checkpoint, std::nullopt);
        auto next = m_reader->next();
        if (!next)
            return next.error();
        if (!*next)
            m_reader.reset();
        m_checkpoint = std::move(*next);
    }
    if (m_checkpoint && m_checkpoint->sequence < sequence)
        m_passedCheckpoint = std::exchange(m_checkpoint, std::nullopt);
    return {};
}

QByteArrayView ChainVerifier::markOf(qint64 sequence) const
{
    if (!m_checkpoint || sequence < m_checkpoint->first || sequence > m_checkpoint->sequence)
        return {};
    return QByteArrayView(m_checkpoint->marks).sliced((sequence - m_checkpoint->first) * kMarkBytes, kMarkBytes);
}

bool ChainVerifier::contradictsCheckpoint(qint64 sequence, const QByteArray &hash) const
{
    const bool isWhole = m_checkpoint && m_checkpoint->sequence == sequence;
    return !hash.startsWith(markOf(sequence)) || (isWhole && m_checkpoint->hash != hash);
}

Result<QByteArray> ChainVerifier::hashAt(qint64 sequence) const
{
    if (sequence == 0)
        return genesisHash(m_source.tenant);
    const auto rows = m_source.rows(sequence - 1);
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? QByteArray() : rows->first().hash;
}

/// Nothing when the row is right; then `place` is the next one.
std::optional<ChainFault> ChainVerifier::check(const ChainRow &row, Place &place) const
{
    if (row.sequence != place.sequence)
        return ChainFault{ChainFaultKind::Missing, place.sequence, {}};
    if (!row.entry)
        return ChainFault{ChainFaultKind::Missing, place.sequence, row.entryId};
    QByteArray hash = chainHash(place.previous, place.sequence, *row.entry);
    if (hash != row.hash || contradictsCheckpoint(place.sequence, hash))
        return ChainFault{ChainFaultKind::Altered, place.sequence, row.entryId};
    place = {place.sequence + 1, std::move(hash)};
    return std::nullopt;
}

/// The row whose entry was sealed at this place, wherever it stands now, with the entry as it was sealed.
Result<std::optional<ChainRow>> ChainVerifier::sealedHere(const ChainRow &row, const Place &place) const
{
    const QByteArrayView mark = markOf(place.sequence);
    const auto fits = [&](const ChainedEntry &entry) {
        const QByteArray hash = chainHash(place.previous, place.sequence, entry);
        return mark.isEmpty() ? hash == row.hash : hash.startsWith(mark);
    };
    for (qint64 after = 0;;) {
        auto rows = m_source.rows(after);
        if (!rows)
            return rows.error();
        if (rows->isEmpty())
            return std::optional<ChainRow>();
        for (ChainRow &other : *rows) {
            if (!other.entry || other.sequence == place.sequence)
                continue;
            if (fits(*other.entry))
                return std::optional(std::move(other));
            other.entry->id = row.entryId; // ids may have been exchanged instead of entries
            if (fits(*other.entry))
                return std::optional(std::move(other));
        }
        after = rows->last().sequence;
    }
}

Result<ChainFaultKind> ChainVerifier::kindOf(const ChainRow &row, const Place &place) const
{
    const QByteArray hash = chainHash(place.previous, place.sequence, *row.entry);
    const auto other = sealedHere(row, place);
    if (!other)
        return other.error();
    if (!*other)
        return hash == row.hash ? ChainFaultKind::Forged : ChainFaultKind::Altered;
    if ((*other)->sequence != place.sequence + 1)
        return ChainFaultKind::Swapped;
    // Its neighbour belongs here: it was pushed on by something new, unless this row belongs there.
    const QByteArray sealed = chainHash(place.previous, place.sequence, *(*other)->entry);
    const QByteArrayView mark = markOf(place.sequence + 1);
    const auto belongsThere = [&](const ChainedEntry &entry) { return chainHash(sealed, place.sequence + 1, entry).startsWith(mark); };
    return belongsThere(*row.entry) || belongsThere(under(*row.entry, (*other)->entryId)) ? ChainFaultKind::Swapped : ChainFaultKind::Inserted;
}

Result<ChainReport> ChainVerifier::walk(qint64 after, qint64 atMost, Place place)
{
    ChainReport report;
    report.last = after;
    while (report.verified < atMost) {
        const auto rows = m_source.rows(report.last);
        if (!rows)
            return rows.error();
        report.isComplete = rows->isEmpty();
        for (const ChainRow &row : *rows) {
            if (!advanceCheckpoint(place.sequence)) {
                report.fault = ChainFault{ChainFaultKind::Checkpoint, place.sequence, {}};
                return report;
            }
            report.fault = check(row, place);
            if (report.fault && report.fault->kind == ChainFaultKind::Altered) {
                const auto kind = kindOf(row, place);
                if (!kind)
                    return kind.error();
                report.fault->kind = *kind;
            }
            if (report.fault)
                return report;
            ++report.verified;
            report.last = row.sequence;
        }
        m_source.progress(report.last);
        if (report.isComplete)
            break;
    }
    if (!report.isComplete)
        return report;
    if (!advanceCheckpoint(place.sequence))
        report.fault = ChainFault{ChainFaultKind::Checkpoint, place.sequence, {}};
    else if (m_checkpoint)
        report.fault = ChainFault{ChainFaultKind::CutTail, place.sequence, {}};
    return report;
}

Result<ChainReport> ChainVerifier::verify(qint64 after, qint64 atMost)
{
    m_reader.emplace(m_source.checkpoints());
    m_checkpoint.reset();
    m_passedCheckpoint.reset();
    const auto previous = hashAt(after);
    if (!previous)
        return previous.error();
    auto report = walk(after, atMost, {after + 1, *previous});
    if (report)
        report->checkpoint = m_checkpoint && m_checkpoint->sequence <= report->last ? m_checkpoint : m_passedCheckpoint;
    return report;
}

} // namespace countersign

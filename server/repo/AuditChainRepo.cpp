#include "server/repo/AuditChainRepo.h"

namespace countersign {

namespace {

std::optional<QByteArray> bytesOf(const Query &row, const char *column)
{
    const auto text = row.get<std::optional<QString>>(column);
    return text ? std::optional(text->toUtf8()) : std::nullopt;
}

ChainedEntry entryOf(const Query &row, TenantId tenant)
{
    return {tenant, row.get<QUuid>("id"), *bytesOf(row, "entity_type"), row.get<QUuid>("entity_id"), *bytesOf(row, "action"),
            *bytesOf(row, "actor_type"), row.get<std::optional<QUuid>>("actor_id"), bytesOf(row, "address"),
            row.get<std::optional<QUuid>>("request_id"), bytesOf(row, "old_value"), bytesOf(row, "new_value"), bytesOf(row, "diff"),
            row.get<Instant>("occurred_at")};
}

} // namespace

Result<bool> AuditChainRepo::lock()
{
    Query row = m_transaction.query("audit/lock_sealing");
    if (auto done = row.bind("tenant_id", m_tenant).exec(); !done)
        return done.error();
    row.next();
    return row.get<bool>("locked");
}

Result<SealHead> AuditChainRepo::head()
{
    Query row = m_transaction.query("audit/seal_head");
    if (auto done = row.bind("tenant_id", m_tenant).exec(); !done)
        return done.error();
    row.next();
    return SealHead{row.get<qint64>("sequence"), row.get<QByteArray>("hash"), row.get<qint64>("settled_before"),
                    row.get<qint64>("running_from"), row.get<qint64>("unborn_from")};
}

Result<QList<UnsealedEntry>> AuditChainRepo::unsealed(qint64 from, qint64 to, int limit)
{
    Query row = m_transaction.query("audit/unsealed");
    if (auto done = row.bind("tenant_id", m_tenant).bind("from", from).bind("to", to).bind("limit", limit).exec(); !done)
        return done.error();
    QList<UnsealedEntry> entries;
    while (row.next())
        entries.append({entryOf(row, m_tenant), row.get<qint64>("transaction_id")});
    return entries;
}

Result<void> AuditChainRepo::append(qint64 first, const QList<QUuid> &entries, const QList<QByteArray> &hashes)
{
    QStringList texts;
    for (const QByteArray &hash : hashes)
        texts.append(QString::fromLatin1(hash.toHex()));
    Query insert = m_transaction.query("audit/append_chain");
    return insert.bind("tenant_id", m_tenant).bind("first", first).bind("entries", entries).bind("hashes", texts).exec();
}

Result<void> AuditChainRepo::settle(qint64 before)
{
    Query update = m_transaction.query("audit/settle");
    return update.bind("tenant_id", m_tenant).bind("before", before).exec();
}

Result<QList<ChainMark>> AuditChainRepo::hashes(qint64 after, int limit)
{
    Query row = m_transaction.query("audit/chain_hashes");
    if (auto done = row.bind("tenant_id", m_tenant).bind("after", after).bind("limit", limit).exec(); !done)
        return done.error();
    QList<ChainMark> marks;
    while (row.next())
        marks.append({row.get<qint64>("sequence"), row.get<QByteArray>("hash")});
    return marks;
}

Result<std::optional<QUuid>> AuditChainRepo::oldestUnsealed(Instant before)
{
    Query row = m_transaction.query("audit/oldest_unsealed");
    if (auto done = row.bind("tenant_id", m_tenant).bind("before", before).exec(); !done)
        return done.error();
    return row.next() ? std::optional(row.get<QUuid>("id")) : std::nullopt;
}

Result<QList<ChainRow>> AuditChainRepo::page(qint64 after, int limit)
{
    Query row = m_transaction.query("audit/chain_page");
    if (auto done = row.bind("tenant_id", m_tenant).bind("after", after).bind("limit", limit).exec(); !done)
        return done.error();
    QList<ChainRow> rows;
    while (row.next()) {
        const bool isThere = row.get<std::optional<QUuid>>("id").has_value();
        rows.append({row.get<qint64>("sequence"), row.get<QUuid>("entry_id"), row.get<QByteArray>("hash"),
                     isThere ? std::optional(entryOf(row, m_tenant)) : std::nullopt});
    }
    return rows;
}

} // namespace countersign

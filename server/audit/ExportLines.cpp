#include "server/audit/ExportLines.h"

#include "core/json/Json.h"

#include <QFile>

#include <memory>

namespace countersign {

namespace {

constexpr int kPage = 5000;
constexpr Rule kLong = rule::longText(0, 1 << 24);

struct Header {
    QString format;
    TenantId tenant;
};

/// Values of jsonb are texts here, so that not a byte of them changes.
struct Line {
    qint64 sequence = 0;
    QString hash;
    QUuid id;
    QString entityType;
    QUuid entityId;
    QString action;
    QString actorType;
    std::optional<QUuid> actorId;
    std::optional<QString> address;
    std::optional<QUuid> requestId;
    std::optional<QString> oldValue;
    std::optional<QString> newValue;
    std::optional<QString> diff;
    Instant occurredAt;
};

std::optional<QString> textOf(const std::optional<QByteArray> &bytes)
{
    return bytes ? std::optional(QString::fromUtf8(*bytes)) : std::nullopt;
}

std::optional<QByteArray> bytesOf(const std::optional<QString> &text)
{
    return text ? std::optional(text->toUtf8()) : std::nullopt;
}

Error malformed(const QString &what)
{
    return {ErrorCode::Malformed, QStringLiteral("bad_export"), what, {}};
}

bool isRow(const QByteArray &line)
{
    return line.contains("\"sequence\"") && !line.contains("\"signature\"");
}

} // namespace

template <>
inline constexpr auto fieldsOf<Header> = record("AuditExport",
    field("format", &Header::format),
    field("tenant", &Header::tenant));

template <>
inline constexpr auto fieldsOf<Line> = record("AuditExportLine",
    field("sequence", &Line::sequence, rule::range(1, 1e15)),
    field("hash", &Line::hash),
    field("id", &Line::id),
    field("entity_type", &Line::entityType),
    field("entity_id", &Line::entityId),
    field("action", &Line::action),
    field("actor_type", &Line::actorType),
    field("actor_id", &Line::actorId),
    field("address", &Line::address),
    field("request_id", &Line::requestId),
    field("old_value", &Line::oldValue, kLong),
    field("new_value", &Line::newValue, kLong),
    field("diff", &Line::diff, kLong),
    field("occurred_at", &Line::occurredAt));

QByteArray exportHeader(TenantId tenant)
{
    return writeJson(Header{QStringLiteral("countersign audit export 1"), tenant});
}

QByteArray toLine(const ChainRow &row)
{
    const ChainedEntry &entry = *row.entry;
    return writeJson(Line{row.sequence, QString::fromLatin1(row.hash.toHex()), entry.id, QString::fromUtf8(entry.entityType),
                          entry.entityId, QString::fromUtf8(entry.action), QString::fromUtf8(entry.actorType), entry.actorId,
                          textOf(entry.address), entry.requestId, textOf(entry.oldValue), textOf(entry.newValue), textOf(entry.diff),
                          entry.occurredAt});
}

Result<ChainRow> chainRowFromLine(const QByteArray &text, TenantId tenant)
{
    const auto line = readJson<Line>(text);
    if (!line)
        return malformed(QStringLiteral("a line of the export is no entry"));
    return ChainRow{line->sequence, line->id, QByteArray::fromHex(line->hash.toLatin1()),
                    ChainedEntry{tenant, line->id, line->entityType.toUtf8(), line->entityId, line->action.toUtf8(), line->actorType.toUtf8(),
                                 line->actorId, bytesOf(line->address), line->requestId, bytesOf(line->oldValue), bytesOf(line->newValue),
                                 bytesOf(line->diff), line->occurredAt}};
}

namespace {

/// The rows of a file in order, from the first again when somebody asks for what was passed.
class ExportRows {
public:
    ExportRows(const QString &path, TenantId tenant) : m_file(path), m_tenant(tenant) {}

    Result<QList<ChainRow>> after(qint64 sequence)
    {
        if (!m_file.isOpen() && !m_file.open(QIODevice::ReadOnly))
            return malformed(m_file.errorString());
        if (sequence < m_last) {
            m_file.seek(0);
            m_last = 0;
        }
        QList<ChainRow> rows;
        while (rows.size() < kPage && !m_file.atEnd()) {
            const QByteArray line = m_file.readLine();
            if (!isRow(line))
                continue;
            auto row = chainRowFromLine(line, m_tenant);
            if (!row)
                return row.error();
            m_last = row->sequence;
            if (row->sequence > sequence)
                rows.append(std::move(*row));
        }
        return rows;
    }

private:
    QFile m_file;
    const TenantId m_tenant;
    qint64 m_last = 0;
};

CheckpointReader checkpointsOf(const QString &path, TenantId tenant, const QByteArray &publicKey)
{
    const auto file = std::make_shared<QFile>(path);
    const bool isOpen = file->open(QIODevice::ReadOnly);
    if (isOpen)
        file->readLine(); // the header
    return CheckpointReader(tenant, publicKey, [file, isOpen]() -> std::optional<QByteArray> {
        const QByteArray line = isOpen ? file->readLine() : QByteArray();
        return line.isEmpty() || isRow(line) ? std::nullopt : std::optional(line.trimmed());
    });
}

} // namespace

Result<qint64> writeExport(QIODevice &out, const ChainVerifier::Source &source)
{
    out.write(exportHeader(source.tenant) + '\n');
    CheckpointReader checkpoints = source.checkpoints();
    for (auto next = checkpoints.next(); !next || *next; next = checkpoints.next()) {
        if (!next)
            return next.error();
        out.write(toLine(**next) + '\n');
    }
    for (qint64 last = 0;;) {
        const auto rows = source.rows(last);
        if (!rows)
            return rows.error();
        if (rows->isEmpty())
            return last;
        for (const ChainRow &row : *rows) {
            if (!row.entry)
                return Error{ErrorCode::Conflict, QStringLiteral("audit_chain_broken"),
                             QStringLiteral("entry %1 is gone: verify the chain").arg(row.sequence), {}};
            out.write(toLine(row) + '\n');
            last = row.sequence;
        }
        source.progress(last);
    }
}

Result<ChainVerifier::Source> exportSource(const QString &path, const QByteArray &publicKey)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, QStringLiteral("cannot_read"), QStringLiteral("cannot read %1: %2").arg(path, file.errorString()), {}};
    const auto header = readJson<Header>(file.readLine());
    if (!header || header->format != QLatin1String("countersign audit export 1"))
        return malformed(QStringLiteral("%1 is no export of an audit log").arg(path));
    const TenantId tenant = header->tenant;
    const auto rows = std::make_shared<ExportRows>(path, tenant);
    return ChainVerifier::Source{tenant, [rows](qint64 after) { return rows->after(after); },
                                 [path, tenant, publicKey] { return checkpointsOf(path, tenant, publicKey); }};
}

} // namespace countersign

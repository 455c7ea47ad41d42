// A tenant's chain as lines of JSON, to be verified where there is no database.
#pragma once

#include "core/audit/ChainedEntry.h"
#include "core/base/Result.h"
#include "server/audit/ChainVerifier.h"

class QIODevice;

namespace countersign {

/// A file: exportHeader(), then each checkpoint as toLine() writes it, then each row.
QByteArray exportHeader(TenantId tenant);
/// Of a row that has its entry.
QByteArray toLine(const ChainRow &row);
/// Malformed for anything that toLine() does not write.
Result<ChainRow> chainRowFromLine(const QByteArray &line, TenantId tenant);

/// Writes such a file and answers the number of entries. Conflict (`audit_chain_broken`) when an entry is gone.
Result<qint64> writeExport(QIODevice &out, const ChainVerifier::Source &source);

/// Reads such a file for a verifier. NotFound or Malformed when it is none.
Result<ChainVerifier::Source> exportSource(const QString &path, const QByteArray &publicKey);

} // namespace countersign

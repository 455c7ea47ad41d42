// Rows of three tenants for tests of plans and isolation.
#pragma once

#include <QString>

namespace countersign {
class SqlConsole;
}

namespace countersign::seed {

inline const QString kTenant = QStringLiteral("00000000-0000-7000-8000-0000000000a1");
inline const QString kOtherTenant = QStringLiteral("00000000-0000-7000-8000-0000000000b2");
inline const QString kAnalyst = QStringLiteral("00000000-0000-7000-8000-00000000aaa1");
inline const QString kSenior = QStringLiteral("00000000-0000-7000-8000-00000000aaa2");

/// `rows` applications of kTenant and a tenth of that of kOtherTenant, each with a scoring result; every fourth is in the
/// queue, every second decided, all with an audit entry and a job. `superuser` because no other role sees all tenants.
void fill(SqlConsole &superuser, int rows);

/// One application as SQL, `id` and `external_id` given: for tests of single rows.
QString insertApplication(const QString &tenant, const QString &id, const QString &externalId);

} // namespace countersign::seed

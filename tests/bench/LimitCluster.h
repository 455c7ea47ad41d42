// What PostgreSQL itself can do: pgbench with the best SQL for the work, on a cluster of the same kind.
#pragma once

#include "server/db/PrivateCluster.h"

#include <QStringList>

namespace countersign::bench {

class LimitCluster {
public:
    /// A fresh, migrated cluster in `folder` with one tenant; ends the program with one line when it does not start.
    /// `applicant` and `finances` are the documents that each row carries.
    LimitCluster(const QString &folder, QByteArray applicant, QByteArray finances);
    ~LimitCluster();
    Q_DISABLE_COPY_MOVE(LimitCluster)

    /// Transactions a second of a script in tests/bench, as the daemon's role under row-level security.
    double perSecond(const char *script, int clients, int seconds) const;

private:
    PrivateCluster m_cluster;
    const QByteArray m_applicant;
    const QByteArray m_finances;
};

} // namespace countersign::bench

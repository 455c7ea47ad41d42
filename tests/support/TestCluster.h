// The one PostgreSQL that all tests of a build share, started by whoever needs it first.
#pragma once

#include "server/db/PrivateCluster.h"
#include "server/db/SharedUse.h"

namespace countersign {

/// Under ctest it runs until the fixture `postgres` is cleaned up. A test that is started by hand stops it at its end,
/// unless another still uses it.
class TestCluster {
public:
    static TestCluster &instance(); ///< starts the server; ends the program with one line when that fails
    ~TestCluster();

    const PrivateCluster &cluster() const { return m_cluster; }
    const QString &templateDatabase() const { return m_template; } ///< migrated, empty

    static bool stop(); ///< stops the server whoever uses it

private:
    TestCluster();
    void makeTemplate();

    PrivateCluster m_cluster;
    QString m_template;
    std::optional<SharedUse> m_use;
};

} // namespace countersign

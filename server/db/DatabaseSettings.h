// Where PostgreSQL is and who we are there.
#pragma once

#include <QString>

namespace countersign {

struct DatabaseSettings {
    QString host; ///< name, address, or the folder of a unix socket
    int port = 5432;
    QString database;
    QString user;
    QString password; ///< empty where the socket or pg_hba.conf says who we are
    QString sslMode;  ///< libpq's sslmode; empty leaves libpq's default
    int connectTimeoutSeconds = 5;
    int statementTimeoutSeconds = 30; ///< 0: none
};

} // namespace countersign

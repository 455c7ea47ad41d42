// The line at the bottom: connection, model and policy in force, the service clock.
#pragma once

#include "core/api/ScoringDtos.h"

#include <QFrame>
#include <QUrl>

class QLabel;

namespace countersign {

class StatusLine : public QFrame {
    Q_OBJECT

public:
    explicit StatusLine(const QUrl &server, QWidget *parent = nullptr);

    void setReachable(bool reachable);
    void showSystem(const api::SystemInfo &system);
    void setNow(Instant now);
    void hint(const QString &text); ///< said quietly, until something else is

private:
    const QString m_server;
    QLabel *m_dot = nullptr;
    QLabel *m_connection = nullptr;
    QLabel *m_system = nullptr;
    QLabel *m_hint = nullptr;
    QLabel *m_clock = nullptr;
};

} // namespace countersign

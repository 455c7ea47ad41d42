// SIGTERM, SIGINT and SIGHUP as Qt signals.
#pragma once

#include <QObject>

QT_FORWARD_DECLARE_CLASS(QSocketNotifier)

namespace countersign {

/// One per process. A handler may only write a byte; the event loop reads it and does the rest.
class StopSignals : public QObject {
    Q_OBJECT

public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

Q_SIGNALS:
    void stopRequested();
    void reloadRequested();

private:
    void read();
    int m_pipe[2];
    QSocketNotifier *m_notifier;
};

} // namespace countersign

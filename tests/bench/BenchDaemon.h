// A countersignd of one's own to measure: real process, private cluster, trained model, demo bank.
#pragma once

#include <QProcess>

namespace countersign::bench {

class BenchDaemon {
public:
    /// Everything is under `folder`; the cluster is fresh, a trained model there is used again. Ends the program with
    /// one line when something does not start.
    explicit BenchDaemon(const QString &folder);
    ~BenchDaemon();
    Q_DISABLE_COPY_MOVE(BenchDaemon)

    quint16 port() const { return m_port; }
    QByteArray token() const { return m_token; } ///< of analyst@demo.example

private:
    QString bundle() const;
    void start(const QString &bundle);
    void signIn();

    const QString m_folder;
    const quint16 m_port;
    QProcess m_process;
    QByteArray m_token;
};

} // namespace countersign::bench

// Has the record verified, part by part, and says plainly what came of it.
#pragma once

#include "core/api/AuditDtos.h"
#include "ui/client/ApiClient.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace countersign {

class Banner;

class ChainCheck : public QFrame {
    Q_OBJECT

public:
    explicit ChainCheck(ApiClient &client, QWidget *parent = nullptr);

    void start();                    ///< nothing while it runs
    void clear();                    ///< stops, and takes the result away
    void setNewest(qint64 sequence); ///< about as far as the chain goes; what the progress is measured by

Q_SIGNALS:
    void finished();

private:
    void ask(qint64 after);
    void received(const Result<api::AuditVerified> &answer);
    void conclude(const QString &sentence, bool isGood);

    ApiClient &m_client;
    QWidget *m_running = nullptr;
    QLabel *m_text = nullptr;
    QProgressBar *m_progress = nullptr;
    Banner *m_result = nullptr;
    std::optional<api::AuditCheckpoint> m_checkpoint; ///< the last one that was passed
    qint64 m_newest = 0;
    int m_generation = 0; ///< answers to a check that was stopped are dropped
    bool m_isRunning = false;
};

} // namespace countersign

// Sends the data set through the API, waits until all of it is routed and says how it went.
#pragma once

#include "app/demo/DemoClient.h"
#include "core/application/ApplicationStatus.h"
#include "core/base/Clock.h"
#include "core/policy/OutcomeRates.h"
#include "core/scoring/CreditData.h"

#include <QElapsedTimer>
#include <QTextStream>

namespace countersign::demo {

struct DemoAccount {
    QUrl server;
    QString password; ///< one for all demo users
};

struct LoadReport {
    int received = 0;
    int scored = 0;
    int autoApproved = 0;
    int autoDeclined = 0;
    int humanReview = 0;
    int decidedByPeople = 0;
    double perSecond = 0; ///< from the first application sent to the last one routed; 0 when all were there already
    OutcomeRates unseen;  ///< on the rows the model has never seen
    double unseenAuc = 0; ///< of the score on them
};

class DemoLoad {
public:
    DemoLoad(DemoAccount account, const Clock &clock, QTextStream &out);

    /// Waits up to a minute for the daemon, sends what is not there yet, waits until nothing is pending and the daemon's
    /// clock has caught up. A daemon that goes away in between is waited for again; what it has already received is not
    /// sent twice.
    Result<LoadReport> run(const QList<CreditDataRow> &rows);

    /// One more application, as a new person with the finances of a known row. `number` counts from 1.
    Result<void> sendLive(const CreditDataRow &row, int number);

private:
    Result<void> waitUntilReady();
    Result<int> sendBatch(const QList<CreditDataRow> &rows); ///< how many were new
    template <class Step>
    auto patiently(Step step) -> decltype(step());
    Result<qint64> countOf(ApplicationStatus status);
    Result<void> waitUntilRouted(qsizetype expected);
    Result<void> waitUntilPresent();
    Result<LoadReport> report(const QList<CreditDataRow> &rows);

    const DemoAccount m_account;
    const Clock &m_clock;
    QTextStream &m_out;
    DemoClient m_sender; ///< api@: may create
    DemoClient m_reader; ///< readonly@: may look
};

} // namespace countersign::demo

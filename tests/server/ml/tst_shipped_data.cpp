// The shipped data reaches the model through the API as it did in training: otherwise no rate of the demo would be true.
#include "TrainedFixture.h"

#include "app/demo/DemoApplication.h"
#include "core/api/IntakeRules.h"
#include "core/json/Codec.h"

#include <QtTest>

#include <cstring>

using namespace countersign;

class TestShippedData : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRowIsAnAcceptableApplication()
    {
        const QDate today(2026, 11, 24);
        for (const CreditDataRow &row : creditData()) {
            const auto faults = validateIntake(demo::demoApplication(row, today), *Currency::fromCode(u"RSD"), today);
            QVERIFY2(faults.isEmpty(), faults.isEmpty() ? "" : qPrintable(faults.first().path + faults.first().message));
        }
    }
    void everyRowHasTheSameFeaturesThroughTheApiAsInTraining()
    {
        for (const CreditDataRow &row : creditData()) {
            const api::ApplicationCreate sent = demo::demoApplication(row, QDate(2026, 11, 24));
            const LoanInputs inputs
                = loanInputsOf(sent.applicantData, sent.financialData, sent.creditBureauData, sent.loanRequest);
            QVERIFY2(inputs == row.loanInputs(), qPrintable(QString::number(row.number)));
            const FeatureVector viaApi = featuresOf(inputs, kTrainingRate);
            const FeatureVector inTraining = featuresOf(row.loanInputs(), kTrainingRate);
            QCOMPARE(std::memcmp(viaApi.data(), inTraining.data(), sizeof viaApi), 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestShippedData)
#include "tst_shipped_data.moc"

// Annuity, ratios and features: formulas, and what happens when an input is missing.
#include "core/scoring/Annuity.h"
#include "core/scoring/CreditData.h"
#include "core/scoring/FactorText.h"
#include "core/scoring/FeatureVector.h"
#include "core/scoring/HoldOut.h"
#include "core/scoring/Ratios.h"

#include <QCryptographicHash>
#include <QtTest>

#include <cmath>
#include <numeric>

using namespace countersign;

namespace {

const Currency kRsd = *Currency::fromCode(u"RSD");

LoanInputs applicant()
{
    LoanInputs inputs;
    inputs.amount = 600'000;
    inputs.termMonths = 60;
    inputs.purchasePrice = 800'000;
    inputs.netMonthlyIncome = 100'000;
    inputs.monthlyObligations = 20'000;
    inputs.rentMortgage = 15'000;
    inputs.existingLoansPayment = 5'000;
    inputs.savings = 150'000;
    inputs.existingLoans = 90'000;
    inputs.yearsEmployed = 5;
    inputs.contractType = ContractType::FixedTerm;
    inputs.housingStatus = HousingStatus::Rent;
    inputs.derogatoryRecords = false;
    return inputs;
}

qint64 payment(qint64 minor, int months, double rate)
{
    return annuityPayment(Money(minor, kRsd), months, rate)->minor();
}

} // namespace

class TestScoringRatios : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void paysKnownAnnuities()
    {
        QCOMPARE(payment(100'000'00, 12, 12.0), 8'884'88); // every textbook's 8,884.88
        QCOMPARE(payment(200'000'00, 360, 6.5), 1'264'14); // and its mortgage
        QCOMPARE(payment(600'000'00, 60, 12.0), 13'346'67);
        QCOMPARE(payment(1'200'000'00, 84, 9.5), 19'612'78);
    }
    void dividesEvenlyAtRateZeroAndRoundsHalfUp()
    {
        QCOMPARE(payment(100, 3, 0), 33);
        QCOMPARE(payment(200, 3, 0), 67);
        QCOMPARE(payment(1, 2, 0), 1); // exactly a half
        QCOMPARE(payment(5, 2, 0), 3);
        QCOMPARE(payment(120'000'00, 12, 0), 10'000'00);
    }
    void roundsAnExactHalfUpAtAnyRate()
    {
        // One month at 12 %: the payment is amount x 1.01, so 50 minor units more end in a half.
        QCOMPARE(payment(50, 1, 12.0), 51);         // 50.5
        QCOMPARE(payment(10'050, 1, 12.0), 10'151); // 10150.5
        QCOMPARE(payment(1'000'000'050, 1, 12.0), 1'010'000'051);
    }
    void refusesATermOfZeroAndNegativeRates()
    {
        QCOMPARE(annuityPayment(Money(100, kRsd), 0, 9.5).error().reason, QStringLiteral("must_be_positive"));
        QCOMPARE(annuityPayment(Money(100, kRsd), 12, -1).error().reason, QStringLiteral("must_not_be_negative"));
        QCOMPARE(annuityPayment(Money(-1, kRsd), 12, 1).error().reason, QStringLiteral("must_not_be_negative"));
        QCOMPARE(annuityPayment(Money(1, kRsd), 12, std::nan("")).error().reason,
                 QStringLiteral("must_not_be_negative"));
    }
    void paymentsRepayTheLoanToTheUnit()
    {
        for (const double rate : {0.5, 7.25, 12.0, 29.9})
            for (const int months : {1, 7, 84, 480}) {
                double balance = 750'000;
                const double each = annuity(balance, months, rate);
                for (int month = 0; month < months; ++month)
                    balance = balance * (1 + rate / 1200) - each;
                QVERIFY2(std::abs(balance) < 1e-3, qPrintable(QString::number(balance)));
            }
    }
    void roundsInYenWithoutMinorUnit()
    {
        const Currency yen = *Currency::fromCode(u"JPY");
        QCOMPARE(annuityPayment(Money(100'000, yen), 12, 12.0)->minor(), 8'885);
    }
    void plan_3_1_1_featuresAreCalculatedByTheirFormulas()
    {
        const Ratios ratios = ratiosOf(applicant(), 12.0);
        QCOMPARE(*ratios.dtiRatio, 0.40); // (20 + 15 + 5) / 100
        QCOMPARE(*ratios.loanToIncome, 0.5);
        QCOMPARE(*ratios.paymentToIncome, 0.13346668610941066);
        QCOMPARE(*ratios.savingsRatio, 0.25);
        QCOMPARE(*ratios.existingDebtRatio, 0.15);
        QCOMPARE(*ratios.loanToValue, 0.75);
        QCOMPARE(*ratios.employmentStability, 3.5); // 5 x 0.7
    }
    void plan_3_1_1_edgeCasesGiveMissingAndNeverInfinity()
    {
        for (const double income : {0.0, -1.0, std::nan("")}) {
            LoanInputs inputs = applicant();
            inputs.netMonthlyIncome = income;
            const Ratios ratios = ratiosOf(inputs, 12.0);
            QVERIFY(!ratios.dtiRatio && !ratios.loanToIncome && !ratios.paymentToIncome);
        }
        LoanInputs bare;
        bare.amount = 1;
        bare.termMonths = 1;
        QCOMPARE(ratiosOf(bare, 12.0), Ratios{});
        bare.amount = 0;
        bare.savings = 10;
        bare.existingLoans = 0;
        QVERIFY(!ratiosOf(bare, 12.0).savingsRatio && !ratiosOf(bare, 12.0).existingDebtRatio);
        bare.termMonths = 0;
        bare.netMonthlyIncome = 5;
        QVERIFY(!ratiosOf(bare, 12.0).paymentToIncome);
        for (const float value : featuresOf(bare, 12.0))
            QVERIFY(!std::isinf(value));
    }
    void absentRentAndLoanPaymentsCountAsNothingButUnknownObligationsDoNot()
    {
        LoanInputs inputs = applicant();
        inputs.rentMortgage.reset();
        inputs.existingLoansPayment.reset();
        QCOMPARE(*ratiosOf(inputs, 12.0).dtiRatio, 0.20);
        inputs.monthlyObligations.reset();
        QVERIFY(!ratiosOf(inputs, 12.0).dtiRatio);
    }
    void unemployedHaveNoStabilityWhateverTheYears()
    {
        LoanInputs inputs = applicant();
        inputs.contractType = ContractType::Unemployed;
        QCOMPARE(*ratiosOf(inputs, 12.0).employmentStability, 0.0);
        inputs.contractType.reset();
        QVERIFY(!ratiosOf(inputs, 12.0).employmentStability);
    }
    void eachCategoryIsExactlyOneColumn()
    {
        const FeatureVector row = featuresOf(applicant(), 12.0);
        std::array<int, kFeatureCount> ones{};
        for (std::size_t i = 0; i < kColumnCount; ++i)
            if (featureColumns()[i].category >= 0)
                ones[std::size_t(featureColumns()[i].feature)] += row[i] == 1.0F ? 1 : 0;
        for (const Feature &feature : kFeatures)
            QCOMPARE(ones[std::size_t(feature.id)], feature.categories.empty() ? 0 : 1);
    }
    void readsValuesBackFromARow()
    {
        const FeatureVector row = featuresOf(applicant(), 12.0);
        QCOMPARE(*valueOf(FeatureId::DtiRatio, row).number, double(0.4F));
        QCOMPARE(valueOf(FeatureId::ContractType, row).category, "fixed_term");
        QCOMPARE(valueOf(FeatureId::DerogatoryRecords, row).category, "no");
        QVERIFY(valueOf(FeatureId::CreditUtilization, row).isMissing());
        LoanInputs unknown = applicant();
        unknown.housingStatus.reset();
        unknown.derogatoryRecords = true;
        QCOMPARE(valueOf(FeatureId::HousingStatus, featuresOf(unknown, 12.0)).category, "unknown");
        QCOMPARE(valueOf(FeatureId::DerogatoryRecords, featuresOf(unknown, 12.0)).category, "yes");
    }
    void sumsOneHotColumnsBackToTheirFeature()
    {
        std::array<double, kColumnCount> columns{};
        std::iota(columns.begin(), columns.end(), 1.0);
        const auto sums = sumByFeature(columns);
        QCOMPARE(sums[0], 1.0);
        QCOMPARE(sums[std::size_t(FeatureId::ContractType)], 17.0 + 18 + 19 + 20 + 21 + 22 + 23);
        QCOMPARE(sums[std::size_t(FeatureId::DerogatoryRecords)], 31.0 + 32 + 33);
    }
    void plan_3_1_1_everyFeatureIsDocumented()
    {
        QStringList names;
        QStringList reasons;
        for (const Feature &feature : kFeatures) {
            QVERIFY(qstrlen(feature.label) > 0 && qstrlen(feature.formula) > 0 && qstrlen(feature.reasonCode) > 0);
            QCOMPARE(feature.categories.empty(), feature.unit != FeatureUnit::Category);
            if (!feature.categories.empty())
                QCOMPARE(feature.categories.back(), "unknown");
            names.append(QLatin1String(feature.name));
            reasons.append(QLatin1String(feature.reasonCode));
        }
        QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
        QCOMPARE(QSet<QString>(reasons.begin(), reasons.end()).size(), reasons.size());
    }
    void noFeatureComesFromAProtectedAttribute()
    {
        for (const FeatureColumn &column : featureColumns())
            for (const char *word :
                 {"age", "sex", "marital", "gender", "national", "city", "street", "postal", "birth"})
                QVERIFY2(!column.name().split(QRegularExpression(QStringLiteral("[_=]"))).contains(QLatin1String(word)),
                         qPrintable(column.name()));
    }
    void aChangedFormulaNeedsANewFeatureSet()
    {
        // Fails when a feature changes: give kFeatureSet a new text, then this fingerprint.
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(QByteArray(kFeatureSet));
        for (const FeatureColumn &column : featureColumns())
            hash.addData(column.name().toUtf8() + '\n');
        for (const Feature &feature : kFeatures)
            hash.addData(QByteArray(feature.formula) + '\n');
        const FeatureVector row = featuresOf(applicant(), 12.0);
        for (const float value : row)
            hash.addData(QByteArray::number(double(value), 'g', 9) + '\n');
        QCOMPARE(hash.result().toHex().left(16), QByteArray("cdc07c3ffe9f46f6"));
    }
    void plan_3_2_3_valuesReadLikeWords()
    {
        const QLocale english(QLocale::English, QLocale::UnitedStates);
        const auto text = [&](FeatureId id, double number) {
            return factorValueText(id, {number, nullptr}, kRsd, english);
        };
        QCOMPARE(text(FeatureId::DtiRatio, 0.342), QStringLiteral("34.2 %"));
        QCOMPARE(text(FeatureId::EmploymentYears, 7), QStringLiteral("7.0 years"));
        QCOMPARE(text(FeatureId::TermMonths, 48), QStringLiteral("48 months"));
        QCOMPARE(text(FeatureId::Amount, 1'200'000), QStringLiteral("1,200,000.00\u00a0RSD"));
        QCOMPARE(factorValueText(FeatureId::ContractType, {{}, "part_time"}, kRsd, english),
                 QStringLiteral("part time"));
        QCOMPARE(factorValueText(FeatureId::ContractType, {{}, "unknown"}, kRsd, english), QStringLiteral("not known"));
        QCOMPARE(factorValueText(FeatureId::DtiRatio, {}, kRsd, english), QStringLiteral("not known"));
    }
    void mapsTheShippedDataToAnApplication()
    {
        const auto rows =
            parseCreditData("\"Status\",\"Seniority\",\"Home\",\"Time\",\"Age\",\"Marital\",\"Records\",\"Job\","
                            "\"Expenses\",\"Income\","
                            "\"Assets\",\"Debt\",\"Amount\",\"Price\"\n"
                            "\"good\",9,\"rent\",60,30,\"married\",\"no\",\"freelance\",73,129,0,0,800,846\n"
                            "\"bad\",0,,24,26,,\"yes\",,46,,,,310,910\n");
        QVERIFY(rows);
        QCOMPARE(rows->size(), 2);
        const LoanInputs first = rows->at(0).loanInputs();
        QVERIFY(!rows->at(0).defaulted);
        QCOMPARE(first.amount, 563'200.0);
        QCOMPARE(*first.netMonthlyIncome, 90'816.0);
        QCOMPARE(*first.monthlyObligations, 51'392.0);
        QCOMPARE(*first.contractType, ContractType::SelfEmployed);
        QCOMPARE(*first.housingStatus, HousingStatus::Rent);
        QVERIFY(!first.rentMortgage);
        QCOMPARE(*first.savings, 0.0);
        const LoanInputs second = rows->at(1).loanInputs();
        QVERIFY(rows->at(1).defaulted && *second.derogatoryRecords);
        QVERIFY(!second.netMonthlyIncome && !second.savings && !second.existingLoans);
        QVERIFY(!second.contractType && !second.housingStatus);
        QCOMPARE(rows->at(1).number, 2);
        QVERIFY(rows->at(1).maritalStatus.isEmpty());
    }
    void namesTheLineAndColumnItCannotRead()
    {
        const QByteArray header =
            "Status,Seniority,Home,Time,Age,Marital,Records,Job,Expenses,Income,Assets,Debt,Amount,Price\n";
        const QByteArray good = "good,9,rent,60,30,married,no,fixed,73,129,0,0,800,846\n";
        const auto fault = [&](const QByteArray &line) { return parseCreditData(header + good + line).error().detail; };
        QVERIFY(fault("good,9,rent,60,30,married,no,wizard,73,129,0,0,800,846")
                    .contains(QLatin1String("line 3: cannot read column Job")));
        QVERIFY(fault("good,9,rent,x,30,married,no,fixed,73,129,0,0,800,846").contains(QLatin1String("column Time")));
        QVERIFY(fault("good,9,rent,60,30,married,no,fixed,73,129,0,0,,846").contains(QLatin1String("column Amount")));
        QVERIFY(
            fault("good,-9,rent,60,30,married,no,fixed,73,129,0,0,1,846").contains(QLatin1String("column Seniority")));
        QVERIFY(fault("good,9").contains(QLatin1String("14 columns")));
        QVERIFY(!parseCreditData("a,b\n"));
        QVERIFY(!parseCreditData(""));
        QVERIFY(!parseCreditData(header));
    }
    void trainsOnSixtyPercentForEver()
    {
        int training = 0;
        for (int row = 1; row <= 4454; ++row)
            training += isTrainingRow(row) ? 1 : 0;
        QCOMPARE(training, 2720);
        const QList<bool> firstRows{isTrainingRow(1), isTrainingRow(2), isTrainingRow(3), isTrainingRow(4),
                                    isTrainingRow(5)};
        QCOMPARE(firstRows, (QList<bool>{true, true, false, true, true}));
    }
};

QTEST_GUILESS_MAIN(TestScoringRatios)
#include "tst_scoring_ratios.moc"

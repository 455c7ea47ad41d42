// What an application must satisfy, what is derived from it, and how names are searched.
#include "core/api/IntakeRules.h"
#include "core/application/SearchText.h"

#include <QtTest>

using namespace countersign;

namespace {

const QDate kToday(2026, 11, 24);
const Currency kDinar = *Currency::fromCode(u"RSD");

api::ApplicationCreate application()
{
    api::ApplicationCreate create;
    create.applicantData.personal = {QStringLiteral("Marko"), QStringLiteral("Petrović"), QDate(1985, 3, 15), QStringLiteral("1503985710001"), {}, {}};
    create.applicantData.employment.yearsEmployed = 3.5;
    create.applicantData.employment.contractType = ContractType::Permanent;
    create.financialData.income = api::Income{Amount::whole(180'000), {}, {}, {}};
    create.financialData.expenses.monthlyObligations = Amount::whole(40'000);
    create.financialData.expenses.rentMortgage = Amount::whole(15'000);
    create.financialData.expenses.existingLoansPayment = Amount::whole(5'000);
    create.loanRequest = {Amount::whole(1'200'000), kDinar, 48, LoanPurpose::Car, Amount::whole(1'500'000), {}};
    return create;
}

QStringList faultsOf(const api::ApplicationCreate &create)
{
    QStringList texts;
    for (const FieldError &error : validateIntake(create, kDinar, kToday))
        texts.append(error.path + QLatin1Char(' ') + error.code);
    return texts;
}

} // namespace

class TestIntake : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void acceptsAnOrdinaryApplication() { QVERIFY(faultsOf(application()).isEmpty()); }

    void ageIsFromEighteenToAHundredYears_data()
    {
        QTest::addColumn<QDate>("born");
        QTest::addColumn<QString>("code");
        QTest::newRow("eighteen today") << QDate(2008, 11, 24) << QString();
        QTest::newRow("eighteen tomorrow") << QDate(2008, 11, 25) << "too_young";
        QTest::newRow("a hundred and almost one") << QDate(1925, 11, 25) << QString();
        QTest::newRow("a hundred and one today") << QDate(1925, 11, 24) << "too_old";
        QTest::newRow("not born yet") << QDate(2027, 1, 1) << "in_the_future";
        QTest::newRow("leap day, eighteen") << QDate(2008, 2, 29) << QString();
    }
    void ageIsFromEighteenToAHundredYears()
    {
        QFETCH(QDate, born);
        QFETCH(QString, code);
        auto create = application();
        create.applicantData.personal.dateOfBirth = born;
        const QStringList expected = code.isEmpty() ? QStringList() : QStringList{QStringLiteral("applicant_data.personal.date_of_birth ") + code};
        QCOMPARE(faultsOf(create), expected);
    }
    void theTenantLendsInOneCurrency()
    {
        auto create = application();
        create.loanRequest.currency = *Currency::fromCode(u"EUR");
        QCOMPARE(faultsOf(create), QStringList{QStringLiteral("loan_request.currency not_lent_in")});
    }
    void metadataIsSmallAndFlat()
    {
        auto create = application();
        create.metadata = QJsonObject{{QStringLiteral("a"), QJsonObject()}};
        QCOMPARE(faultsOf(create), QStringList{QStringLiteral("metadata not_flat")});
        create.metadata = QJsonObject{{QStringLiteral("a"), QString(4100, QLatin1Char('x'))}};
        QCOMPARE(faultsOf(create), QStringList{QStringLiteral("metadata too_long")});
    }
    void plan_2_1_1_derivedFieldsAreCalculatedCorrectly()
    {
        const auto create = application();
        const LoanInputs inputs = loanInputsOf(create.applicantData, create.financialData, create.creditBureauData, create.loanRequest);
        const api::Derived derived = derivedOf(inputs, create.loanRequest, 12.0);
        QCOMPARE(*derived.dtiRatio, 60'000.0 / 180'000.0);
        QCOMPARE(*derived.loanToIncome, 1'200'000.0 / (12 * 180'000.0));
        QCOMPARE(derived.estimatedPayment->hundredths, 31'600'60); // 1,200,000 over 48 months at 12 %
        QVERIFY(std::abs(*derived.paymentToIncome - 31'600.60 / 180'000.0) < 1e-6);
    }
    void missingIncomeStaysMissing()
    {
        auto create = application();
        create.financialData.income.reset();
        const LoanInputs inputs = loanInputsOf(create.applicantData, create.financialData, {}, create.loanRequest);
        QVERIFY(!inputs.netMonthlyIncome);
        const api::Derived derived = derivedOf(inputs, create.loanRequest, 12.0);
        QVERIFY(!derived.dtiRatio && !derived.loanToIncome && !derived.paymentToIncome);
        QVERIFY(derived.estimatedPayment);
    }
    void namesAreFoundWithoutDiacritics()
    {
        QCOMPARE(searchText(QStringLiteral("Đorđe Živković")), QStringLiteral("djordje zivkovic dorde zivkovic"));
        QCOMPARE(searchText(QStringLiteral("  O'Neill-Čolić ")), QStringLiteral("o neill colic"));
        QCOMPARE(searchTerm(QStringLiteral("PETROVIĆ")), QStringLiteral("petrovic"));
        QCOMPARE(searchTerm(QStringLiteral("%_'\\")), QString());
    }
};

QTEST_GUILESS_MAIN(TestIntake)
#include "tst_intake.moc"

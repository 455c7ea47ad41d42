// Field lists, codecs and validation: every wrong field of a document is named, all at once.
#include "core/api/ApplicationDtos.h"
#include "core/api/CaseDtos.h"
#include "core/json/Json.h"

#include <QtTest>

using namespace countersign;

namespace {

const QByteArray kGood = R"({
  "external_id": "APP-1", "source": "branch", "metadata": {"campaign": "spring"},
  "applicant_data": {
    "personal": {"first_name": "Đorđe", "last_name": "Živković", "date_of_birth": "1985-03-15", "national_id": "1503985710001",
                 "email": "dj@example.com", "phone": "+381641234567"},
    "employment": {"status": "employed", "contract_type": "permanent", "years_employed": 3.5}},
  "financial_data": {"income": {"net_monthly": 180000.5}, "expenses": {"monthly_obligations": 60000}},
  "loan_request": {"amount": 1200000, "currency": "RSD", "term_months": 48, "purpose": "car"}})";

QJsonObject good() { return QJsonDocument::fromJson(kGood).object(); }

/// `document` with the member at `path` (dots between names) set to `value`; undefined removes it.
QJsonObject with(QJsonObject document, const QStringList &path, const QJsonValue &value)
{
    if (path.size() > 1)
        document[path.first()] = with(document[path.first()].toObject(), path.mid(1), value);
    else if (value.isUndefined())
        document.remove(path.first());
    else
        document[path.first()] = value;
    return document;
}

QStringList faults(const QJsonObject &document)
{
    const auto result = readJson<api::ApplicationCreate>(toJsonBytes(document));
    QStringList texts;
    if (!result)
        for (const FieldError &error : result.error().fields)
            texts.append(error.path + QLatin1Char(' ') + error.code);
    return texts;
}

} // namespace

class TestJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAWholeApplicationAndWritesItBack()
    {
        const auto read = readJson<api::ApplicationCreate>(kGood);
        QVERIFY(read);
        QCOMPARE(read->loanRequest.amount, Amount::whole(1'200'000));
        QCOMPARE(read->financialData.income->netMonthly, Amount{18000050});
        QCOMPARE(read->applicantData.personal.firstName, QStringLiteral("Đorđe"));
        const auto again = readJson<api::ApplicationCreate>(writeJson(*read));
        QVERIFY(again);
        QCOMPARE(writeJson(*again), writeJson(*read));
    }

    void namesEveryWrongFieldByItsPath_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("code");
        const auto row = [this](const char *path, const QJsonValue &value, const char *code) {
            QTest::addRow("%s = %s", path, qPrintable(QString::number(++m_rows)))
                << QString::fromLatin1(path) << value << QString::fromLatin1(code);
        };
        const QJsonValue absent(QJsonValue::Undefined);
        row("loan_request.amount", 0, "must_be_positive");
        row("loan_request.amount", -5, "must_be_positive");
        row("loan_request.amount", 1.005, "too_many_decimals");
        row("loan_request.amount", 1e15, "too_large");
        row("loan_request.amount", QStringLiteral("1200000"), "wrong_type");
        row("loan_request.amount", absent, "required");
        row("loan_request.amount", QJsonValue(QJsonValue::Null), "wrong_type");
        row("loan_request.currency", QStringLiteral("XQQ"), "unknown_currency");
        row("loan_request.currency", 7, "wrong_type");
        row("loan_request.term_months", 0, "too_small");
        row("loan_request.term_months", 481, "too_large");
        row("loan_request.term_months", 12.5, "wrong_type");
        row("loan_request.term_months", 1e18, "too_large");
        row("loan_request.purpose", QStringLiteral("yacht"), "not_allowed");
        row("loan_request.colour", QStringLiteral("red"), "unknown_field");
        row("applicant_data.personal.first_name", QStringLiteral("  "), "too_short");
        row("applicant_data.personal.first_name", QString(101, QLatin1Char('a')), "too_long");
        row("applicant_data.personal.first_name", QStringLiteral("\U0001F4B6").repeated(101), "too_long");
        row("applicant_data.personal.first_name", QStringLiteral("A\nB"), "forbidden_character");
        row("applicant_data.personal.first_name", QString(QChar(0)), "forbidden_character");
        row("applicant_data.personal.first_name", QString(QChar(0xd800)), "forbidden_character");
        row("applicant_data.personal.date_of_birth", QStringLiteral("1985-02-30"), "bad_date");
        row("applicant_data.personal.date_of_birth", QStringLiteral("15.03.1985"), "bad_date");
        row("applicant_data.personal.email", QStringLiteral("nobody"), "bad_format");
        row("applicant_data.personal.phone", QStringLiteral("064 123"), "bad_format");
        row("applicant_data.personal", QJsonArray(), "wrong_type");
        row("applicant_data.employment.years_employed", 61, "too_large");
        row("financial_data.expenses.monthly_obligations", -1, "too_small");
        row("financial_data.expenses.monthly_obligations", QJsonValue(true), "wrong_type");
        row("metadata", QStringLiteral("x"), "wrong_type");
        row("external_id", QStringLiteral(""), "too_short");
        row("external_id", QStringLiteral("a b"), "bad_format");
    }
    void namesEveryWrongFieldByItsPath()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        QFETCH(QString, code);
        // Half a surrogate pair cannot travel as UTF-8: it arrives as an escape.
        QByteArray bytes = toJsonBytes(with(good(), path.split(QLatin1Char('.')), value));
        if (value.toString() == QString(QChar(0xd800)))
            bytes.replace("\xef\xbf\xbd", "\\ud800");
        const auto result = readJson<api::ApplicationCreate>(bytes);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Invalid);
        QCOMPARE(result.error().fields.size(), 1);
        QCOMPARE(result.error().fields.first().path, path);
        QCOMPARE(result.error().fields.first().code, code);
    }

    void namesAllWrongFieldsInOneAnswer()
    {
        auto document = with(good(), {QStringLiteral("loan_request"), QStringLiteral("amount")}, 0);
        document = with(document, {QStringLiteral("loan_request"), QStringLiteral("term_months")}, 0);
        document = with(document, {QStringLiteral("applicant_data"), QStringLiteral("personal"), QStringLiteral("last_name")}, QJsonValue::Undefined);
        document = with(document, {QStringLiteral("extra")}, 1);
        const QStringList expected{QStringLiteral("applicant_data.personal.last_name required"),
                                   QStringLiteral("loan_request.amount must_be_positive"),
                                   QStringLiteral("loan_request.term_months too_small"),
                                   QStringLiteral("extra unknown_field")};
        QCOMPARE(faults(document), expected);
    }

    void refusesWhatIsNoJson_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("half") << QByteArray("{\"a\":");
        QTest::newRow("illegal UTF-8") << QByteArray("{\"a\":\"\xff\xfe\"}");
        QTest::newRow("trailing text") << QByteArray("{} x");
        QTest::newRow("nested 100,000 deep") << QByteArray(100'000, '[') + QByteArray(100'000, ']');
        QTest::newRow("nested 65 deep") << QByteArray(65, '[') + QByteArray(65, ']');
        QTest::newRow("single quotes") << QByteArray("{'a': 1}");
        QTest::newRow("NaN") << QByteArray("{\"a\": NaN}");
    }
    void refusesWhatIsNoJson()
    {
        QFETCH(QByteArray, bytes);
        const auto result = parseJson(bytes);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Malformed);
    }

    void refusesNumbersOutsideADouble()
    {
        const QByteArray bytes = QByteArray(kGood).replace("1200000", "1e999");
        const auto result = readJson<api::ApplicationCreate>(bytes);
        QVERIFY(!result);
    }

    void boundsTheNumberOfErrorsAndTheLengthOfNames()
    {
        QJsonObject document = good();
        for (int i = 0; i < 5000; ++i)
            document.insert(QStringLiteral("x").repeated(2000) + QString::number(i), 1);
        const QStringList all = faults(document);
        QCOMPARE(all.size(), 100);
        QVERIFY(all.first().size() < 120);
    }

    void readsAQueryStringByTheTypesOfItsFields()
    {
        const auto query = readQuery<api::ApplicationQuery>(
            QUrlQuery(QStringLiteral("status=review,approved&amount_min=1000.50&page=3&search=Petrovi%C4%87+A%2BB&sort_order=asc")));
        QVERIFY(query);
        QCOMPARE(query->status, (QList{ApplicationStatus::Review, ApplicationStatus::Approved}));
        QCOMPARE(query->amountMin->hundredths, 100050);
        QCOMPARE(query->page, 3);
        QCOMPARE(*query->search, QStringLiteral("Petrović A+B"));
        QCOMPARE(query->sortOrder, SortOrder::Asc);
        const auto again = readQuery<api::ApplicationQuery>(writeQuery(*query));
        QVERIFY(again);
        QCOMPARE(*again->search, *query->search);
        QCOMPARE(again->status, query->status);
        const auto repeated = readQuery<api::ApplicationQuery>(QUrlQuery(QStringLiteral("status=review&status=approved")));
        QVERIFY(repeated);
        QCOMPARE(repeated->status, query->status);
        QVERIFY(!writeQuery(api::ApplicationQuery{}).hasQueryItem(QStringLiteral("status")));
    }
    void namesWrongQueryParameters()
    {
        const auto query = readQuery<api::ApplicationQuery>(QUrlQuery(QStringLiteral("page=0&page_size=x&colour=red")));
        QVERIFY(!query);
        QCOMPARE(query.error().fields.size(), 3);
    }
    void readsAndWritesTimesToTheMicrosecond()
    {
        const auto instant = instantFromIso(u"2026-11-24T14:35:12.123456Z");
        QVERIFY(instant);
        QCOMPARE(toIso(*instant), QStringLiteral("2026-11-24T14:35:12.123456Z"));
        QCOMPARE(instantFromIso(u"2026-11-24T15:35:12.123456+01:00"), instant);
        for (const auto *bad : {u"2026-11-24", u"2026-11-24T14:35:12", u"2026-13-24T14:35:12Z", u"yesterday at a quarter past"})
            QVERIFY2(!instantFromIso(QStringView(bad)), qPrintable(QString::fromUtf16(bad)));
    }

private:
    int m_rows = 0;
};

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"

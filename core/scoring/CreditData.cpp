#include "core/scoring/CreditData.h"

#include <QByteArrayList>

#include <cmath>

namespace countersign {

namespace {

const QByteArrayList kColumns{"Status", "Seniority", "Home",   "Time", "Age",    "Marital", "Records",
                              "Job",    "Expenses",  "Income", "Assets", "Debt", "Amount",  "Price"};

template <class T>
struct Word {
    const char *inFile;
    T value;
};
template <class T>
Word(const char *, T) -> Word<T>;

constexpr std::array kHomes{
    Word{"owner", HousingStatus::Owner}, Word{"rent", HousingStatus::Rent},
    Word{"parents", HousingStatus::Parents}, Word{"priv", HousingStatus::Priv},
    Word{"ignore", HousingStatus::Ignore}, Word{"other", HousingStatus::Other},
};
constexpr std::array kJobs{
    Word{"fixed", ContractType::Permanent}, Word{"partime", ContractType::PartTime},
    Word{"freelance", ContractType::SelfEmployed}, Word{"others", ContractType::Other},
};
constexpr std::array kYesNo{Word{"yes", true}, Word{"no", false}};
constexpr std::array kStatuses{Word{"bad", true}, Word{"good", false}};

Error malformed(int line, const QString &what)
{
    return {ErrorCode::Malformed, QStringLiteral("malformed_data"), QStringLiteral("line %1: %2").arg(line).arg(what), {}};
}

/// Reads the fields of one line by their column; remembers the first that it cannot read.
class LineReader {
public:
    explicit LineReader(const QByteArray &line) : m_fields(line.split(','))
    {
        for (QByteArray &field : m_fields)
            if (field.size() >= 2 && field.startsWith('"') && field.endsWith('"'))
                field = field.mid(1, field.size() - 2);
    }

    bool isComplete() const { return m_fields.size() == kColumns.size(); }
    const QByteArrayList &fields() const { return m_fields; }
    const QByteArray &wrongColumn() const { return m_wrongColumn; }

    template <class T, std::size_t N>
    std::optional<T> word(const char *column, const std::array<Word<T>, N> &words)
    {
        const QByteArray field = at(column);
        for (const Word<T> &word : words)
            if (field == word.inFile)
                return word.value;
        if (!field.isEmpty())
            note(column);
        return std::nullopt;
    }
    std::optional<int> whole(const char *column)
    {
        const QByteArray field = at(column);
        if (field.isEmpty())
            return std::nullopt;
        bool ok = false;
        const int value = field.toInt(&ok);
        if (!ok || value < 0 || value > 10'000'000)
            note(column);
        return value;
    }
    std::optional<Amount> money(const char *column)
    {
        const auto units = whole(column);
        return units ? std::optional(Amount::whole(*units * kRsdPerUnit)) : std::nullopt;
    }
    template <class T>
    T required(const char *column, std::optional<T> value)
    {
        if (!value)
            note(column);
        return value.value_or(T{});
    }
    QString text(const char *column) const { return QString::fromUtf8(at(column)); }

private:
    QByteArray at(const char *column) const { return m_fields.value(kColumns.indexOf(column)); }
    void note(const char *column)
    {
        if (m_wrongColumn.isEmpty())
            m_wrongColumn = column;
    }

    QByteArrayList m_fields;
    QByteArray m_wrongColumn;
};

CreditDataRow readRow(LineReader &line)
{
    CreditDataRow row;
    row.defaulted = line.required("Status", line.word("Status", kStatuses));
    row.yearsEmployed = line.required("Seniority", line.whole("Seniority"));
    row.housingStatus = line.word("Home", kHomes);
    row.contractType = line.word("Job", kJobs);
    row.derogatoryRecords = line.word("Records", kYesNo);
    row.monthlyObligations = line.required("Expenses", line.money("Expenses"));
    row.netMonthly = line.money("Income");
    row.savings = line.money("Assets");
    row.existingLoans = line.money("Debt");
    row.amount = line.required("Amount", line.money("Amount"));
    row.purchasePrice = line.required("Price", line.money("Price"));
    row.termMonths = line.required("Time", line.whole("Time"));
    row.age = line.required("Age", line.whole("Age"));
    row.maritalStatus = line.text("Marital");
    return row;
}

std::optional<double> wholeUnits(std::optional<Amount> amount)
{
    return amount ? std::optional(amount->toNumber()) : std::nullopt;
}

} // namespace

LoanInputs CreditDataRow::loanInputs() const
{
    LoanInputs inputs;
    inputs.amount = amount.toNumber();
    inputs.termMonths = termMonths;
    inputs.purchasePrice = purchasePrice.toNumber();
    inputs.netMonthlyIncome = wholeUnits(netMonthly);
    inputs.monthlyObligations = monthlyObligations.toNumber();
    inputs.savings = wholeUnits(savings);
    inputs.existingLoans = wholeUnits(existingLoans);
    inputs.yearsEmployed = yearsEmployed;
    inputs.contractType = contractType;
    inputs.housingStatus = housingStatus;
    inputs.derogatoryRecords = derogatoryRecords;
    return inputs;
}

Result<QList<CreditDataRow>> parseCreditData(const QByteArray &csv)
{
    QList<CreditDataRow> rows;
    const QByteArrayList lines = csv.split('\n');
    for (int i = 0; i < lines.size(); ++i) {
        if (lines[i].trimmed().isEmpty())
            continue;
        LineReader line(lines[i].trimmed());
        if (i == 0) {
            if (line.fields() != kColumns)
                return malformed(1, QStringLiteral("the header must be %1").arg(QString::fromLatin1(kColumns.join(','))));
            continue;
        }
        if (!line.isComplete())
            return malformed(i + 1, QStringLiteral("%1 columns expected").arg(kColumns.size()));
        CreditDataRow row = readRow(line);
        if (!line.wrongColumn().isEmpty())
            return malformed(i + 1, QStringLiteral("cannot read column %1").arg(QString::fromLatin1(line.wrongColumn())));
        row.number = int(rows.size()) + 1;
        rows.append(row);
    }
    if (rows.isEmpty())
        return malformed(1, QStringLiteral("there is no data"));
    return rows;
}

} // namespace countersign

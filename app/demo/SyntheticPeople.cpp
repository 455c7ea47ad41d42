#include "app/demo/SyntheticPeople.h"

#include <span>

namespace countersign::demo {

namespace {

/// A fixed function of its arguments (SplitMix64's finaliser): the standard generators may differ between libraries.
quint64 draw(int number, int salt)
{
    quint64 z = (quint64(number) * 31 + quint64(salt)) * 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

template <std::size_t N>
QString pick(const std::array<const char *, N> &texts, int number, int salt)
{
    return QString::fromUtf8(texts[draw(number, salt) % N]);
}

constexpr std::array kSerbianFirst{
    "Marko", "Jelena", "Nikola", "Ana", "Stefan", "Milica", "Petar", "Ivana", "Dragan", "Tamara", "Luka", "Sara",
    "Đorđe", "Živana", "Aleksandar", "Katarina", "Miloš", "Teodora", "Vladimir", "Jovana", "Nemanja", "Snežana",
    "Dušan", "Ljiljana", "Bojan", "Maja", "Goran", "Svetlana", "Uroš", "Anđela", "Zoran", "Biljana", "Lazar", "Nevena",
    "Slobodan", "Gordana", "Filip", "Danijela", "Radovan", "Vesna"};
constexpr std::array kSerbianLast{
    "Petrović", "Stanković", "Đorđević", "Živković", "Ilić", "Radovanović", "Kovačević", "Lukić", "Mitrović", "Vuković",
    "Jovanović", "Nikolić", "Stojanović", "Pavlović", "Milošević", "Todorović", "Savić", "Popović", "Simić", "Marković",
    "Kostić", "Ristić", "Tomić", "Vasić", "Filipović", "Marinković", "Obradović", "Cvetković", "Stevanović", "Bogdanović",
    "Čolić", "Šarić", "Ćirić", "Žarković", "Đukić"};
constexpr std::array kEnglishFirst{
    "James", "Emma", "Oliver", "Charlotte", "William", "Amelia", "Henry", "Sophia", "Thomas", "Grace", "George", "Alice",
    "Samuel", "Eleanor", "Daniel", "Hannah", "Joseph", "Lucy", "Edward", "Martha"};
constexpr std::array kEnglishLast{
    "Smith", "Taylor", "Brown", "Walker", "Wright", "Hughes", "Green", "Baker", "Cooper", "Ward", "Morgan", "Bennett",
    "Cox", "Richardson", "Palmer", "Fletcher", "Featherstonehaugh", "O'Neill", "Barnes", "Whitfield"};

struct Town {
    const char *city;
    const char *postalCode;
};
constexpr std::array kTowns{
    Town{"Beograd", "11000"}, Town{"Novi Sad", "21000"}, Town{"Niš", "18000"},       Town{"Kragujevac", "34000"},
    Town{"Subotica", "24000"}, Town{"Čačak", "32000"},   Town{"Užice", "31000"},     Town{"Šabac", "15000"},
    Town{"Kraljevo", "36000"}, Town{"Zrenjanin", "23000"}, Town{"Leskovac", "16000"}, Town{"Sremska Mitrovica", "22000"}};
constexpr std::array kStreets{"Kneza Miloša", "Cara Dušana", "Vojvode Stepe", "Njegoševa", "Nemanjina", "Svetog Save",
                              "Karađorđeva", "Bulevar oslobođenja", "Železnička", "Šumadijska"};
constexpr std::array kEmployers{"Metal Centar d.o.o.", "Gradska bolnica", "Voćar Zadruga", "Delta Transport d.o.o.",
                                "Tekstil Kombinat", "OŠ Vuk Karadžić", "Servis Petrović", "Pekara Zlatno zrno",
                                "Elektro Sistem d.o.o.", "Opštinska uprava", "Drvo i dom d.o.o.", "Media Studio"};

/// How many of a hundred loans are for what.
struct PurposeShare {
    LoanPurpose purpose;
    unsigned percent;
};
constexpr std::array kPurposes{
    PurposeShare{LoanPurpose::Car, 34},      PurposeShare{LoanPurpose::ConsumerGoods, 22},
    PurposeShare{LoanPurpose::HomeImprovement, 16}, PurposeShare{LoanPurpose::DebtConsolidation, 8},
    PurposeShare{LoanPurpose::Medical, 6},   PurposeShare{LoanPurpose::Education, 5},
    PurposeShare{LoanPurpose::Travel, 5},    PurposeShare{LoanPurpose::Other, 4},
};

/// Every fortieth person has two family names, as about that many people have: windows must have room for them.
QString familyName(int number, bool serbian)
{
    if (!serbian)
        return pick(kEnglishLast, number, 3);
    const QString name = pick(kSerbianLast, number, 3);
    if (draw(number, 4) % 40 != 0)
        return name;
    const QString second = pick(kSerbianLast, number, 5);
    return second == name ? name : name + QLatin1Char('-') + second;
}

QString asciiName(const QString &name)
{
    QString plain;
    for (const QChar c : name.toLower().replace(QChar(0x111), QLatin1String("dj")).normalized(QString::NormalizationForm_D))
        if (c.unicode() < 0x80 && c.isLetter())
            plain += c;
    return plain;
}

} // namespace

api::Personal syntheticPerson(int number, QDate dateOfBirth)
{
    const bool serbian = draw(number, 1) % 3 != 0;
    api::Personal person;
    person.firstName = serbian ? pick(kSerbianFirst, number, 2) : pick(kEnglishFirst, number, 2);
    person.lastName = familyName(number, serbian);
    person.dateOfBirth = dateOfBirth;
    person.nationalId = dateOfBirth.toString(QStringLiteral("ddMM"))
        + QStringLiteral("%1%2").arg(dateOfBirth.year() % 1000, 3, 10, QLatin1Char('0')).arg(number % 1000, 3, 10, QLatin1Char('0'))
        + QStringLiteral("000");
    person.email = QStringLiteral("%1.%2%3@synthetic.example").arg(asciiName(person.firstName), asciiName(person.lastName)).arg(number);
    person.phone = QStringLiteral("+38100%1").arg(number, 7, 10, QLatin1Char('0'));
    return person;
}

api::Address syntheticAddress(int number)
{
    const Town &town = kTowns[draw(number, 6) % kTowns.size()];
    api::Address address;
    address.street = QStringLiteral("%1 %2").arg(pick(kStreets, number, 7)).arg(draw(number, 8) % 140 + 1);
    address.city = QString::fromUtf8(town.city);
    address.postalCode = QLatin1String(town.postalCode);
    address.country = QStringLiteral("RS");
    return address;
}

QString syntheticEmployer(int number)
{
    return pick(kEmployers, number, 9);
}

LoanPurpose syntheticPurpose(int number)
{
    auto rest = unsigned(draw(number, 10) % 100);
    for (const PurposeShare &share : kPurposes) {
        if (rest < share.percent)
            return share.purpose;
        rest -= share.percent;
    }
    return LoanPurpose::Other;
}

} // namespace countersign::demo

#include "core/access/FirstGuesses.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <algorithm>
#include <array>

namespace countersign {

namespace {

// Sorted. What people choose when they must choose something: words for a secret, rows of keys, names, teams, animals,
// days, seasons; English and Serbian.
constexpr std::array kWords{
    "aaa", "abc", "abcabc", "abcd", "abcde", "abcdef", "abcdefg", "abcdefgh", "abcdefghi", "abcdefghij",
    "abcdefghijkl", "access", "account", "admin", "administrator", "aleksandar", "aleksandra", "alex", "alexander",
    "alexandra", "always", "amanda", "amen", "america", "ana", "analyst", "and", "andrew", "android", "angel",
    "angels", "anna", "anthony", "anybody", "apple", "april", "arsenal", "asd", "asdf", "asdfg", "asdfgh",
    "asdfghjk", "asdfghjkl", "ashley", "audi", "august", "autumn", "avatar", "avgust", "azerty", "baby", "babyboy",
    "babygirl", "balkan", "banana", "bank", "banka", "banking", "bar", "barbara", "barca", "barcelona", "baseball",
    "basketball", "batman", "baz", "bbb", "bear", "beatles", "beba", "bela", "belgrade", "beograd", "berlin",
    "betty", "bible", "bird", "black", "blah", "blahblah", "bless", "blessed", "blue", "bmw", "bog", "bojan",
    "boston", "brat", "brother", "buddy", "bulls", "bunny", "burger", "business", "buster", "butter", "butterfly",
    "camaro", "candy", "cash", "cat", "ccc", "cde", "celtic", "cetvrtak", "champion", "change", "changeme",
    "charlie", "cheese", "chelsea", "cherry", "chevy", "chicago", "chicken", "chocolate", "christ", "church",
    "ciao", "cisco", "class", "coffee", "college", "company", "computer", "contrasena", "cookie", "cookies",
    "corvette", "countersign", "cow", "cowboy", "cowboys", "credit", "cricket", "crna", "crvena", "crvenazvezda",
    "crystal", "cvb", "dad", "daddy", "daisy", "dallas", "dance", "daniel", "daniela", "darling", "database",
    "david", "davidson", "decembar", "december", "default", "dejan", "delije", "demo", "desktop", "dfg", "diamond",
    "dinamo", "dinar", "disco", "dobrodosli", "dog", "doggy", "dollar", "dolphin", "dragan", "dragon", "drums",
    "eagle", "earth", "edc", "eminem", "emma", "energy", "england", "english", "enter", "ert", "europe", "everton",
    "everything", "facebook", "faith", "fakultet", "falcon", "fall", "family", "father", "februar", "february",
    "ferrari", "fgh", "fighter", "fire", "first", "fish", "flower", "flowers", "foo", "foobar", "football", "for",
    "ford", "forever", "fortnite", "france", "freedom", "friday", "friend", "friends", "game", "gamer", "games",
    "george", "germany", "ghost", "ginger", "gmail", "goal", "god", "gold", "golden", "golf", "golfer", "google",
    "goran", "green", "grobari", "guest", "guitar", "hajduk", "hallo", "hannah", "harley", "harry", "haslo", "hawk",
    "heaven", "helen", "hello", "helpdesk", "hero", "heslo", "hey", "hockey", "hola", "honda", "honey", "hope",
    "horse", "hotmail", "hram", "hulk", "hunter", "ice", "ilove", "iloveyou", "initial", "instagram", "inter",
    "internet", "iphone", "iron", "ironman", "italy", "ivan", "ivana", "jackson", "james", "januar", "january",
    "jedi", "jeep", "jelena", "jennifer", "jesen", "jessica", "jesus", "john", "johnny", "joker", "jordan",
    "joseph", "joshua", "jovan", "jovana", "jugoslavija", "jul", "july", "jun", "june", "juventus", "karen", "key",
    "keys", "killer", "king", "kingdom", "kitten", "kitty", "knight", "kragujevac", "kredit", "lakers", "laptop",
    "laura", "legend", "lemon", "letmein", "leto", "lightning", "lily", "linda", "linux", "lion", "lisa",
    "liverpool", "ljubav", "ljubavi", "lkjhgfdsa", "login", "logon", "london", "love", "lovely", "lover", "loveyou",
    "lozinka", "loznika", "lucas", "lucky", "luka", "maggie", "magic", "magnum", "maj", "maja", "mama", "manager",
    "manchester", "mango", "march", "maria", "marie", "marija", "mario", "mark", "marko", "mart", "martin",
    "master", "math", "matrix", "matthew", "maverick", "may", "medena", "mercedes", "mercury", "merlin", "metal",
    "metallica", "michael", "michelle", "microsoft", "midnight", "mika", "milan", "milica", "milos", "minecraft",
    "mnbvcxz", "mom", "mommy", "monday", "money", "monkey", "moon", "morgan", "motdepasse", "mother", "mountain",
    "murphy", "music", "mustang", "mysql", "mystic", "nancy", "naruto", "nascar", "nathan", "nedelja", "nelson",
    "network", "newman", "newyork", "nicolas", "nicole", "nikola", "nina", "ninja", "nintendo", "nirvana", "nis",
    "nobody", "nokia", "nothing", "novembar", "november", "novisad", "ocean", "october", "office", "oktobar",
    "oliver", "online", "opensesame", "openup", "oracle", "orange", "outlook", "packers", "panther", "panties",
    "paris", "parola", "partizan", "party", "pass", "passphrase", "passw", "passwd", "password", "passwort",
    "patrick", "paul", "peace", "peach", "peanut", "pearl", "pepper", "pera", "petak", "petar", "peter", "phantom",
    "phoenix", "piano", "pig", "pikachu", "pink", "pirate", "pizza", "plava", "player", "playstation", "please",
    "poiuytrewq", "pokemon", "ponedeljak", "pony", "porodica", "porsche", "postgres", "power", "prince", "princess",
    "princeza", "private", "prolece", "puppy", "purple", "qaz", "qazwsx", "qazwsxedc", "queen", "qux", "qwe",
    "qwer", "qwert", "qwerty", "qwertyu", "qwertyui", "qwertyuiop", "qwertz", "qwertzuiop", "rabbit", "rachel",
    "racing", "radnicki", "raiders", "rainbow", "rally", "ranger", "rangers", "rapper", "realmadrid", "red",
    "redsox", "rfv", "richard", "river", "robert", "roblox", "rock", "roll", "root", "rose", "router", "rty",
    "rugby", "russia", "safe", "samantha", "samson", "samsung", "samurai", "sanja", "sarah", "saturday", "school",
    "science", "scooter", "score", "scorpion", "sdf", "season", "secret", "secure", "security", "senha",
    "septembar", "september", "serbia", "server", "service", "sesame", "sestra", "shadow", "shark", "sifra",
    "signin", "silver", "sister", "skola", "sky", "skywalker", "slayer", "smokey", "snake", "sniper", "snoopy",
    "snow", "soccer", "soldier", "something", "sonic", "sophie", "spain", "sparky", "spider", "spiderman", "spirit",
    "spring", "srbija", "srbin", "srce", "sreda", "star", "startrek", "starwars", "steel", "steelers", "stefan",
    "stefana", "steven", "sticky", "stone", "storm", "student", "stupid", "subota", "subotica", "sugar", "summer",
    "sun", "sunce", "sunday", "sunny", "sunshine", "super", "superman", "superuser", "supervisor", "support",
    "susan", "sweet", "sweetheart", "swordfish", "sydney", "system", "tajna", "tanja", "tata", "taylor", "teacher",
    "temp", "temporary", "tennis", "test", "tester", "testing", "texas", "tgb", "thanks", "the", "thomas", "thor",
    "thunder", "thursday", "tiger", "tigger", "tomcat", "toyota", "trouble", "trustno", "trustnoone", "tuesday",
    "turbo", "turtle", "twitter", "ubuntu", "ujm", "united", "university", "unlock", "usa", "user", "utorak",
    "vader", "vampire", "vbn", "vegas", "victor", "victoria", "viking", "viper", "vladan", "vladimir", "vojvodina",
    "volimte", "voodoo", "voyager", "walter", "warcraft", "warrior", "wars", "water", "wednesday", "welcome", "wer",
    "whatever", "white", "wifi", "william", "windows", "winner", "winter", "wireless", "wizard", "wolf", "world",
    "wsx", "xavier", "xbox", "xcv", "xsw", "xxx", "xyz", "yahoo", "yamaha", "yankees", "yellow", "yhn", "yoda",
    "you", "young", "youtube", "yugo", "yugoslavia", "yxcvbnm", "zaphod", "zaq", "zdravo", "zelda", "zelena",
    "zeppelin", "zika", "zima", "zlato", "zoran", "zorro", "zvezda", "zxc", "zxcv", "zxcvb", "zxcvbn", "zxcvbnm",
    "zzz",
};

const QSet<QString> &words()
{
    static const QSet<QString> all = [] {
        QSet<QString> set;
        for (const char *word : kWords)
            set.insert(QLatin1String(word));
        return set;
    }();
    return all;
}

/// Letters that people write as digits or signs, read back; and Serbian letters without their marks.
QChar plain(QChar c)
{
    static const QHash<QChar, QChar> table{
        {u'0', u'o'}, {u'1', u'i'}, {u'3', u'e'}, {u'4', u'a'}, {u'5', u's'}, {u'7', u't'}, {u'8', u'b'}, {u'9', u'g'},
        {u'@', u'a'}, {u'$', u's'}, {u'!', u'i'}, {u'|', u'l'}, {u'+', u't'}, {u'\u0161', u's'}, {u'\u0111', u'd'},
        {u'\u010d', u'c'}, {u'\u0107', u'c'}, {u'\u017e', u'z'},
    };
    return table.value(c, c);
}

} // namespace

bool isMadeOfCommonWords(const QString &text)
{
    constexpr qsizetype kShortest = 3;
    constexpr qsizetype kLongest = 14;
    const QString folded = text.toLower();
    QString read = folded;
    std::transform(read.begin(), read.end(), read.begin(), plain);

    // reached[i]: the first i characters are words, digits and signs.
    QList<bool> reached(folded.size() + 1, false);
    reached[0] = true;
    for (qsizetype i = 0; i < folded.size(); ++i) {
        if (!reached[i])
            continue;
        if (!folded[i].isLetter())
            reached[i + 1] = true;
        for (qsizetype length = kShortest; length <= std::min(kLongest, folded.size() - i); ++length)
            if (words().contains(read.sliced(i, length)))
                reached[i + length] = true;
    }
    return reached.last();
}

} // namespace countersign

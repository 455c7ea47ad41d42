#include "core/notify/MailTexts.h"

namespace countersign {

namespace {

/// A subject and a text in each language.
struct Template {
    const char *subject[2];
    const char *text[2];
};

// In the order of NoticeKind.
constexpr std::array kNotices{
    Template{{"New case assigned: {external_id}", "Dodeljen vam je predmet: {external_id}"},
             {"The case {external_id} was assigned to you. Open Countersign to review it.",
              "Dodeljen vam je predmet {external_id}. Otvorite Countersign da biste ga pregledali."}},
    Template{{"Case escalated: {external_id}", "Predmet je prosleđen višoj instanci: {external_id}"},
             {"The case {external_id} was escalated and waits for a senior analyst.",
              "Predmet {external_id} je prosleđen višoj instanci i čeka višeg analitičara."}},
    Template{
        {"Help requested: {external_id}", "Zatražena je pomoć: {external_id}"},
        {"An analyst asks for help with the case {external_id}.", "Analitičar traži pomoć u predmetu {external_id}."}},
    Template{{"SLA approaching for {external_id}", "Bliži se rok za {external_id}"},
             {"The deadline of the case {external_id} is near. Open Countersign to see how much time is left.",
              "Bliži se rok za predmet {external_id}. Otvorite Countersign da biste videli koliko je vremena ostalo."}},
    Template{{"SLA breached for {external_id}", "Prekoračen je rok za {external_id}"},
             {"The case {external_id} was not decided by its deadline.",
              "O predmetu {external_id} nije odlučeno u predviđenom roku."}},
    Template{
        {"Override rejected: {external_id}", "Odstupanje je odbijeno: {external_id}"},
        {"Your decision on {external_id} against the recommendation was not signed. The case is with you again; the "
         "reason is in Countersign.",
         "Vaša odluka o predmetu {external_id} suprotna preporuci nije potpisana. Predmet je ponovo kod vas; razlog "
         "je naveden u Countersignu."}},
    Template{{"Documents requested: {external_id}", "Zatražena je dokumentacija: {external_id}"},
             {"Documents were requested for the case {external_id}. Its deadline stands still until they arrive.",
              "Zatražena je dokumentacija za predmet {external_id}. Rok miruje dok dokumentacija ne stigne."}},
    Template{{"Documents received: {external_id}", "Dokumentacija je primljena: {external_id}"},
             {"The documents for the case {external_id} are here. It is in review again.",
              "Dokumentacija za predmet {external_id} je primljena. Predmet je ponovo u obradi."}},
    Template{{"Documents overdue: {external_id}", "Dokumentacija kasni: {external_id}"},
             {"The last day for the documents of the case {external_id} has passed. It is in review again.",
              "Istekao je rok za dokumentaciju predmeta {external_id}. Predmet je ponovo u obradi."}},
    Template{
        {"Document refused: {external_id}", "Dokument je odbijen: {external_id}"},
        {"A document that you uploaded to the case {external_id} did not pass the check for malware. It cannot be "
         "opened.",
         "Dokument koji ste priložili predmetu {external_id} nije prošao proveru na zlonamerni sadržaj. Ne može se "
         "otvoriti."}},
    Template{{"Application about to expire: {external_id}", "Zahtev uskoro ističe: {external_id}"},
             {"The application {external_id} will expire soon unless it is decided.",
              "Zahtev {external_id} uskoro ističe ako se o njemu ne odluči."}},
    Template{{"Application expired: {external_id}", "Zahtev je istekao: {external_id}"},
             {"The application {external_id} has expired without a decision.",
              "Zahtev {external_id} je istekao bez odluke."}},
    Template{{"Legal deadline approaching: {external_id}", "Bliži se zakonski rok: {external_id}"},
             {"The applicant of {external_id} must be answered soon by law. Open Countersign to see the last day.",
              "Podnosiocu zahteva {external_id} se po zakonu uskoro mora odgovoriti. Otvorite Countersign da biste videli "
              "poslednji dan."}},
    Template{{"Legal deadline missed: {external_id}", "Prekoračen je zakonski rok: {external_id}"},
             {"The last day by law to answer the applicant of {external_id} has passed.",
              "Istekao je zakonski rok za odgovor podnosiocu zahteva {external_id}."}},
    Template{{"Two decisions differ: {external_id}", "Dve odluke se razlikuju: {external_id}"},
             {"The case {external_id} was decided a second time, and differently. A third person has to say which "
              "decision was right.",
              "O predmetu {external_id} je odlučeno po drugi put, i to drugačije. Treća osoba treba da kaže koja je odluka "
              "bila ispravna."}},
    Template{{"Override not signed in time: {external_id}", "Odstupanje nije potpisano na vreme: {external_id}"},
             {"A decision on {external_id} against the recommendation has waited too long for its second signature.",
              "Odluka o predmetu {external_id} suprotna preporuci predugo čeka drugi potpis."}},
    Template{{"Override pending approval: {external_id}", "Odstupanje čeka odobrenje: {external_id}"},
             {"A decision on {external_id} against the recommendation waits for a second signature.",
              "Odluka o predmetu {external_id} suprotna preporuci čeka drugi potpis."}},
    Template{{"A webhook was switched off", "Vebhuk je isključen"},
             {"A receiver of webhooks has failed for too long and gets nothing more. An administrator can look at its "
              "deliveries in Countersign and switch it on again.",
              "Primalac vebhukova predugo ne odgovara i više ništa ne dobija. Administrator može u Countersignu da "
              "pregleda isporuke i da ga ponovo uključi."}},
};
static_assert(kNotices.size() == enumTexts<NoticeKind>.size());

// In the order of ApplicantMail.
constexpr std::array kApplicants{
    Template{
        {"Your application {external_id}", "Vaš zahtev {external_id}"},
        {"Dear Sir or Madam,\n\na decision on your application {external_id} has been made. We will tell you what it "
         "is and what comes next in the way you have agreed with us.\n\n{bank}\n\nThis message was sent "
         "automatically; please do not reply to it.",
         "Poštovani,\n\no vašem zahtevu {external_id} je doneta odluka. O njenom sadržaju i daljim koracima "
         "obavestićemo vas na ugovoreni način.\n\n{bank}\n\nOva poruka je poslata automatski; molimo vas da na nju ne "
         "odgovarate."}},
    Template{
        {"Documents for your application {external_id}", "Dokumentacija uz vaš zahtev {external_id}"},
        {"Dear Sir or Madam,\n\nto go on with your application {external_id} we need further documents from you. "
         "Please ask us which ones in the way you have agreed with us.\n\n{bank}\n\nThis message was sent "
         "automatically; please do not reply to it.",
         "Poštovani,\n\nza nastavak obrade vašeg zahteva {external_id} potrebna nam je dodatna dokumentacija. O tome "
         "koja je dokumentacija potrebna raspitajte se kod nas na ugovoreni način.\n\n{bank}\n\nOva poruka je poslata "
         "automatski; molimo vas da na nju ne odgovarate."}},
};
static_assert(kApplicants.size() == enumTexts<ApplicantMail>.size());

MailText textOf(const Template &made, MailLanguage language, const MailFacts &facts)
{
    const auto index = std::size_t(language);
    return {filled(QString::fromUtf8(made.subject[index]), facts), filled(QString::fromUtf8(made.text[index]), facts)};
}

} // namespace

MailLanguage mailLanguageOf(const QString &locale)
{
    return fromText<MailLanguage>(locale.section(u'-', 0, 0)).value_or(MailLanguage::English);
}

QString filled(const QString &text, const MailFacts &facts)
{
    QString result;
    for (qsizetype at = 0; at < text.size();) {
        const QStringView rest = QStringView(text).mid(at);
        const auto put = [&](QLatin1String place, const QString &value) {
            if (!rest.startsWith(place))
                return false;
            result += value;
            at += place.size();
            return true;
        };
        if (!put(QLatin1String("{external_id}"), facts.externalId) && !put(QLatin1String("{bank}"), facts.bank))
            result += text[at++];
    }
    return result;
}

MailText mailTextOf(NoticeKind kind, MailLanguage language, const MailFacts &facts)
{
    return textOf(kNotices[std::size_t(kind)], language, facts);
}

MailText mailTextOf(ApplicantMail kind, MailLanguage language, const MailFacts &facts)
{
    return textOf(kApplicants[std::size_t(kind)], language, facts);
}

} // namespace countersign

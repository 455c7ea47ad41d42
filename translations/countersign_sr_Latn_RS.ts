<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sr_Latn_RS" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Everywhere</source>
        <translation>Svuda</translation>
    </message>
    <message>
        <source>In the queue</source>
        <translation>U redu čekanja</translation>
    </message>
    <message>
        <source>In a case</source>
        <translation>U predmetu</translation>
    </message>
    <message>
        <source>In the queue and in a case</source>
        <translation>U redu čekanja i u predmetu</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Pretraži ili izvrši komandu</translation>
    </message>
    <message>
        <source>Show all shortcuts</source>
        <translation>Prikaži sve prečice</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Osveži</translation>
    </message>
    <message>
        <source>Go to the queue</source>
        <translation>Idi na red čekanja</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>Promeni svetlu i tamnu temu</translation>
    </message>
    <message>
        <source>Switch the language</source>
        <translation>Promeni jezik</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Odjavi se</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Zatvori program</translation>
    </message>
    <message>
        <source>Get next case</source>
        <translation>Uzmi sledeći predmet</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>Otvori predmet</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Sledeći red</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>Prethodni red</translation>
    </message>
    <message>
        <source>Assign to me</source>
        <translation>Dodeli meni</translation>
    </message>
    <message>
        <source>Start review</source>
        <translation>Započni razmatranje</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Vrati u red</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>Nazad na red čekanja</translation>
    </message>
    <message>
        <source>Next case in the list</source>
        <translation>Sledeći predmet na spisku</translation>
    </message>
    <message>
        <source>Previous case in the list</source>
        <translation>Prethodni predmet na spisku</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Odobri</translation>
    </message>
    <message>
        <source>With conditions</source>
        <translation>Uz uslove</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Odbij</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Potvrdi</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>In the audit record and the administration</source>
        <translation>U zapisniku i administraciji</translation>
    </message>
    <message>
        <source>In a case, the audit record and the administration</source>
        <translation>U predmetu, zapisniku i administraciji</translation>
    </message>
    <message>
        <source>In the administration</source>
        <translation>U administraciji</translation>
    </message>
    <message>
        <source>In the audit record</source>
        <translation>U zapisniku</translation>
    </message>
    <message>
        <source>Go to the audit record</source>
        <translation>Idi na zapisnik</translation>
    </message>
    <message>
        <source>Go to the administration</source>
        <translation>Idi na administraciju</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>Vaš nalog</translation>
    </message>
    <message>
        <source>Search the list</source>
        <translation>Pretraži listu</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Nazad na listu</translation>
    </message>
    <message>
        <source>More rows</source>
        <translation>Još redova</translation>
    </message>
    <message>
        <source>Show what is recorded of it</source>
        <translation>Prikaži šta je o tome zapisano</translation>
    </message>
    <message>
        <source>Make a new one</source>
        <translation>Napravi novi unos</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sačuvaj</translation>
    </message>
    <message>
        <source>Verify the record</source>
        <translation>Proveri zapisnik</translation>
    </message>
    <message>
        <source>Among the overrides</source>
        <translation>Među odstupanjima</translation>
    </message>
    <message>
        <source>Go to the overrides</source>
        <translation>Idi na odstupanja</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Supotpiši</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Odbij</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>Application</source>
        <translation>Zahtev</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Korisnik</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesija</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Banka</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Politika</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API ključ</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Podnosilac</translation>
    </message>
    <message>
        <source>received</source>
        <translation>primljeno</translation>
    </message>
    <message>
        <source>looked at</source>
        <translation>pogledano</translation>
    </message>
    <message>
        <source>scored</source>
        <translation>ocenjeno</translation>
    </message>
    <message>
        <source>could not be scored</source>
        <translation>ocenjivanje nije uspelo</translation>
    </message>
    <message>
        <source>assigned</source>
        <translation>dodeljeno</translation>
    </message>
    <message>
        <source>review started</source>
        <translation>pregled započet</translation>
    </message>
    <message>
        <source>released</source>
        <translation>vraćeno u red</translation>
    </message>
    <message>
        <source>deadline approaching</source>
        <translation>rok se približava</translation>
    </message>
    <message>
        <source>deadline missed</source>
        <translation>rok prekoračen</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>odlučeno</translation>
    </message>
    <message>
        <source>made</source>
        <translation>napravljeno</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>izmenjeno</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>preimenovano</translation>
    </message>
    <message>
        <source>rights changed</source>
        <translation>prava izmenjena</translation>
    </message>
    <message>
        <source>switched on</source>
        <translation>uključeno</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>isključeno</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simulirano</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>odobreno</translation>
    </message>
    <message>
        <source>unlocked</source>
        <translation>otključano</translation>
    </message>
    <message>
        <source>given a one-time password</source>
        <translation>izdata jednokratna lozinka</translation>
    </message>
    <message>
        <source>password changed</source>
        <translation>lozinka promenjena</translation>
    </message>
    <message>
        <source>password change refused</source>
        <translation>promena lozinke odbijena</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>prijava</translation>
    </message>
    <message>
        <source>sign-in failed</source>
        <translation>neuspela prijava</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>završeno</translation>
    </message>
    <message>
        <source>renewal refused</source>
        <translation>obnova odbijena</translation>
    </message>
    <message>
        <source>identity proved again</source>
        <translation>identitet ponovo dokazan</translation>
    </message>
    <message>
        <source>proof of identity refused</source>
        <translation>dokaz identiteta odbijen</translation>
    </message>
    <message>
        <source>one-time codes begun</source>
        <translation>jednokratni kodovi započeti</translation>
    </message>
    <message>
        <source>one-time codes switched on</source>
        <translation>jednokratni kodovi uključeni</translation>
    </message>
    <message>
        <source>one-time codes removed</source>
        <translation>jednokratni kodovi uklonjeni</translation>
    </message>
    <message>
        <source>one-time code refused</source>
        <translation>jednokratni kod odbijen</translation>
    </message>
    <message>
        <source>request refused</source>
        <translation>zahtev za pristup odbijen</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>opozvano</translation>
    </message>
    <message>
        <source>record exported</source>
        <translation>zapisnik izvezen</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>izbrisano</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>neko</translation>
    </message>
    <message>
        <source>an integration</source>
        <translation>integracija</translation>
    </message>
    <message>
        <source>the system</source>
        <translation>sistem</translation>
    </message>
    <message>
        <source>Entry %1 is not what was written: it was altered.</source>
        <translation>Zapis %1 nije onakav kakav je upisan: izmenjen je.</translation>
    </message>
    <message>
        <source>Entry %1 is missing.</source>
        <translation>Zapis %1 nedostaje.</translation>
    </message>
    <message>
        <source>Entry %1 was put into the record by somebody else than the system.</source>
        <translation>Zapis %1 je u zapisnik uneo neko drugi, a ne sistem.</translation>
    </message>
    <message>
        <source>Entry %1 stands in the place of another one.</source>
        <translation>Zapis %1 stoji na mestu drugog zapisa.</translation>
    </message>
    <message>
        <source>The record ends before entry %1, which a signed checkpoint proves.</source>
        <translation>Zapisnik se završava pre zapisa %1, čije postojanje dokazuje potpisana kontrolna tačka.</translation>
    </message>
    <message>
        <source>Entry %1 was exchanged together with its seal.</source>
        <translation>Zapis %1 je zamenjen zajedno sa svojim pečatom.</translation>
    </message>
    <message>
        <source>The signed checkpoint at entry %1 cannot be trusted.</source>
        <translation>Potpisanoj kontrolnoj tački kod zapisa %1 ne može se verovati.</translation>
    </message>
    <message>
        <source>documents requested</source>
        <translation>dokumenta zatražena</translation>
    </message>
    <message>
        <source>document received</source>
        <translation>dokument primljen</translation>
    </message>
    <message>
        <source>checklist changed</source>
        <translation>spisak dokumenata izmenjen</translation>
    </message>
    <message>
        <source>document scanned</source>
        <translation>dokument proveren</translation>
    </message>
    <message>
        <source>document opened</source>
        <translation>dokument otvoren</translation>
    </message>
    <message>
        <source>all documents received</source>
        <translation>sva dokumenta primljena</translation>
    </message>
    <message>
        <source>documents overdue</source>
        <translation>dokumenta kasne</translation>
    </message>
    <message>
        <source>note added</source>
        <translation>beleška dodata</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>ispravljeno</translation>
    </message>
    <message>
        <source>expiry announced</source>
        <translation>istek najavljen</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>isteklo</translation>
    </message>
    <message>
        <source>passed over</source>
        <translation>preskočeno</translation>
    </message>
    <message>
        <source>stood back from</source>
        <translation>izuzeće</translation>
    </message>
    <message>
        <source>brought to the senior analysts</source>
        <translation>upućeno višim analitičarima</translation>
    </message>
    <message>
        <source>priority mark changed</source>
        <translation>oznaka prioriteta promenjena</translation>
    </message>
    <message>
        <source>help asked for</source>
        <translation>zatražena pomoć</translation>
    </message>
    <message>
        <source>last move taken back</source>
        <translation>poslednji potez poništen</translation>
    </message>
    <message>
        <source>assigned by the system</source>
        <translation>dodelio sistem</translation>
    </message>
    <message>
        <source>legal deadline approaching</source>
        <translation>zakonski rok se približava</translation>
    </message>
    <message>
        <source>legal deadline missed</source>
        <translation>zakonski rok prekoračen</translation>
    </message>
    <message>
        <source>second signature overdue</source>
        <translation>drugi potpis kasni</translation>
    </message>
    <message>
        <source>course of the loan recorded</source>
        <translation>zabeležen tok otplate kredita</translation>
    </message>
    <message>
        <source>second look begun</source>
        <translation>počelo drugo odlučivanje</translation>
    </message>
    <message>
        <source>second look left to somebody else</source>
        <translation>drugo odlučivanje prepušteno drugome</translation>
    </message>
    <message>
        <source>decided a second time</source>
        <translation>odlučeno po drugi put</translation>
    </message>
    <message>
        <source>second look settled</source>
        <translation>drugo odlučivanje razrešeno</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Vebhuk</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>uklonjeno</translation>
    </message>
    <message>
        <source>given a new secret</source>
        <translation>dodeljena nova tajna</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>isključeno zbog neuspeha</translation>
    </message>
</context>
<context>
    <name>CaseFacts</name>
    <message>
        <source>yes</source>
        <translation>da</translation>
    </message>
    <message>
        <source>no</source>
        <translation>ne</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 god.</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Rođenje</translation>
    </message>
    <message>
        <source>National ID</source>
        <translation>JMBG</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Poslodavac</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Ugovor</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Zanimanje</translation>
    </message>
    <message>
        <source>Housing</source>
        <translation>Stambeni status</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresa</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Net income, monthly</source>
        <translation>Neto prihod, mesečno</translation>
    </message>
    <message>
        <source>Income verified</source>
        <translation>Prihod proveren</translation>
    </message>
    <message>
        <source>Obligations, monthly</source>
        <translation>Obaveze, mesečno</translation>
    </message>
    <message>
        <source>Rent or mortgage, monthly</source>
        <translation>Kirija ili stambeni kredit, mesečno</translation>
    </message>
    <message>
        <source>Debt-to-income</source>
        <translation>Odnos obaveza i prihoda</translation>
    </message>
    <message>
        <source>Payment-to-income</source>
        <translation>Odnos rate i prihoda</translation>
    </message>
    <message>
        <source>Payment at the indicative rate</source>
        <translation>Rata po indikativnoj stopi</translation>
    </message>
    <message>
        <source>Loan to yearly income</source>
        <translation>Kredit prema godišnjem prihodu</translation>
    </message>
    <message>
        <source>Savings</source>
        <translation>Ušteđevina</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Nekretnine</translation>
    </message>
    <message>
        <source>Existing loans</source>
        <translation>Postojeći krediti</translation>
    </message>
    <message>
        <source>Price of the purchase</source>
        <translation>Kupovna cena</translation>
    </message>
    <message>
        <source>Derogatory records</source>
        <translation>Negativni podaci u kreditnom birou</translation>
    </message>
    <message>
        <source>Credit utilization</source>
        <translation>Iskorišćenost kreditnih limita</translation>
    </message>
    <message>
        <source>Credit history</source>
        <translation>Kreditna istorija</translation>
    </message>
    <message>
        <source>Inquiries, 6 months</source>
        <translation>Upiti, 6 meseci</translation>
    </message>
    <message>
        <source>Bureau score</source>
        <translation>Skor kreditnog biroa</translation>
    </message>
</context>
<context>
    <name>Decided</name>
    <message>
        <source>%1: approved.</source>
        <translation>%1: odobreno.</translation>
    </message>
    <message>
        <source>%1: approved with conditions.</source>
        <translation>%1: odobreno uz uslove.</translation>
    </message>
    <message>
        <source>%1: declined.</source>
        <translation>%1: odbijeno.</translation>
    </message>
    <message>
        <source>%1: the decision waits for a second person.</source>
        <translation>%1: odluka čeka drugu osobu.</translation>
    </message>
    <message>
        <source>%1: decided.</source>
        <translation>%1: odluka je doneta.</translation>
    </message>
</context>
<context>
    <name>FactorTexts</name>
    <message>
        <source>points · starts at %1 · other factors %2</source>
        <translation>poeni · polazi od %1 · ostali faktori %2</translation>
    </message>
</context>
<context>
    <name>Features</name>
    <message>
        <source>%1 years</source>
        <translation>%1 god.</translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation>%1 mes.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nije poznato</translation>
    </message>
    <message>
        <source>Debt-to-income ratio</source>
        <translation>Odnos obaveza i prihoda (DTI)</translation>
    </message>
    <message>
        <source>(monthly obligations + rent or mortgage + payments on existing loans) / net monthly income</source>
        <translation>(mesečne obaveze + kirija ili stambeni kredit + rate postojećih kredita) / neto mesečni prihod</translation>
    </message>
    <message>
        <source>Loan to annual income</source>
        <translation>Kredit prema godišnjem prihodu</translation>
    </message>
    <message>
        <source>amount / (12 x net monthly income)</source>
        <translation>iznos / (12 x neto mesečni prihod)</translation>
    </message>
    <message>
        <source>Payment to income</source>
        <translation>Rata prema prihodu</translation>
    </message>
    <message>
        <source>monthly payment at the indicative rate / net monthly income</source>
        <translation>mesečna rata po indikativnoj stopi / neto mesečni prihod</translation>
    </message>
    <message>
        <source>Years in employment</source>
        <translation>Godine radnog odnosa</translation>
    </message>
    <message>
        <source>years with the present employer, as given</source>
        <translation>godine kod sadašnjeg poslodavca, kako je navedeno</translation>
    </message>
    <message>
        <source>Employment stability</source>
        <translation>Stabilnost zaposlenja</translation>
    </message>
    <message>
        <source>years in employment x weight of the contract (permanent 1.0, self-employed 0.8, fixed term 0.7, part time 0.6, other 0.5, unemployed 0)</source>
        <translation>godine radnog odnosa x ponder ugovora (na neodređeno 1,0; samostalna delatnost 0,8; na određeno 0,7; nepuno radno vreme 0,6; ostalo 0,5; bez zaposlenja 0)</translation>
    </message>
    <message>
        <source>Savings to amount</source>
        <translation>Ušteđevina prema iznosu</translation>
    </message>
    <message>
        <source>savings / amount</source>
        <translation>ušteđevina / iznos</translation>
    </message>
    <message>
        <source>Existing debt to amount</source>
        <translation>Postojeći dug prema iznosu</translation>
    </message>
    <message>
        <source>existing loans / amount</source>
        <translation>postojeći krediti / iznos</translation>
    </message>
    <message>
        <source>Loan to purchase price</source>
        <translation>Kredit prema kupovnoj ceni</translation>
    </message>
    <message>
        <source>amount / purchase price</source>
        <translation>iznos / kupovna cena</translation>
    </message>
    <message>
        <source>Credit utilization</source>
        <translation>Iskorišćenost kreditnih limita</translation>
    </message>
    <message>
        <source>as reported by the credit bureau</source>
        <translation>prema izveštaju kreditnog biroa</translation>
    </message>
    <message>
        <source>Length of credit history</source>
        <translation>Dužina kreditne istorije</translation>
    </message>
    <message>
        <source>Net monthly income</source>
        <translation>Neto mesečni prihod</translation>
    </message>
    <message>
        <source>as given</source>
        <translation>kako je navedeno</translation>
    </message>
    <message>
        <source>Loan amount</source>
        <translation>Iznos kredita</translation>
    </message>
    <message>
        <source>as requested</source>
        <translation>kako je traženo</translation>
    </message>
    <message>
        <source>Loan term</source>
        <translation>Rok otplate</translation>
    </message>
    <message>
        <source>Monthly obligations</source>
        <translation>Mesečne obaveze</translation>
    </message>
    <message>
        <source>as given, without rent and loan payments</source>
        <translation>kako je navedeno, bez kirije i rata kredita</translation>
    </message>
    <message>
        <source>Savings</source>
        <translation>Ušteđevina</translation>
    </message>
    <message>
        <source>Existing loans</source>
        <translation>Postojeći krediti</translation>
    </message>
    <message>
        <source>outstanding principal, as given</source>
        <translation>preostala glavnica, kako je navedeno</translation>
    </message>
    <message>
        <source>Type of contract</source>
        <translation>Vrsta ugovora o radu</translation>
    </message>
    <message>
        <source>Housing</source>
        <translation>Stambeni status</translation>
    </message>
    <message>
        <source>Derogatory records</source>
        <translation>Negativni podaci u kreditnom birou</translation>
    </message>
    <message>
        <source>permanent</source>
        <translation>na neodređeno</translation>
    </message>
    <message>
        <source>fixed term</source>
        <translation>na određeno</translation>
    </message>
    <message>
        <source>part time</source>
        <translation>nepuno radno vreme</translation>
    </message>
    <message>
        <source>self-employed</source>
        <translation>samostalna delatnost</translation>
    </message>
    <message>
        <source>unemployed</source>
        <translation>bez zaposlenja</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>vlasnik</translation>
    </message>
    <message>
        <source>tenant</source>
        <translation>zakupac</translation>
    </message>
    <message>
        <source>with parents</source>
        <translation>kod roditelja</translation>
    </message>
    <message>
        <source>private arrangement</source>
        <translation>privatni dogovor</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nije navedeno</translation>
    </message>
    <message>
        <source>other</source>
        <translation>drugo</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>da</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>nema poznatih</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Queue</source>
        <translation>Red čekanja</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Zapisnik</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administracija</translation>
    </message>
    <message>
        <source>Overrides</source>
        <translation>Odstupanja</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>&amp;Izaberi sve</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>&amp;Povećaj</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>&amp;Smanji</translation>
    </message>
</context>
<context>
    <name>QComboBox</name>
    <message>
        <source>Open the combo box selection popup</source>
        <translation>Otvori listu za izbor</translation>
    </message>
</context>
<context>
    <name>QDialogButtonBox</name>
    <message>
        <source>OK</source>
        <translation>U redu</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Opozovi</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Ponovi</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Iseci</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiraj</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Nalepi</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Obriši</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Izaberi sve</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>OK</source>
        <translation>U redu</translation>
    </message>
    <message>
        <source>Show Details...</source>
        <translation>Prikaži detalje...</translation>
    </message>
    <message>
        <source>Hide Details...</source>
        <translation>Sakrij detalje...</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>U redu</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sačuvaj</translation>
    </message>
    <message>
        <source>Save All</source>
        <translation>Sačuvaj sve</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Otvori</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Da</translation>
    </message>
    <message>
        <source>Yes to &amp;All</source>
        <translation>Da za &amp;sve</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Ne</translation>
    </message>
    <message>
        <source>N&amp;o to All</source>
        <translation>N&amp;e za sve</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>Prekini</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Pokušaj ponovo</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Zanemari</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zatvori</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Otkaži</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Odbaci</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Pomoć</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Primeni</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Poništi</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>Vrati podrazumevano</translation>
    </message>
</context>
<context>
    <name>QScrollBar</name>
    <message>
        <source>Scroll here</source>
        <translation>Pomeri ovde</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translation>Leva ivica</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Vrh</translation>
    </message>
    <message>
        <source>Right edge</source>
        <translation>Desna ivica</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>Dno</translation>
    </message>
    <message>
        <source>Page left</source>
        <translation>Stranica levo</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>Stranica nagore</translation>
    </message>
    <message>
        <source>Page right</source>
        <translation>Stranica desno</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>Stranica nadole</translation>
    </message>
    <message>
        <source>Scroll left</source>
        <translation>Pomeri levo</translation>
    </message>
    <message>
        <source>Scroll up</source>
        <translation>Pomeri nagore</translation>
    </message>
    <message>
        <source>Scroll right</source>
        <translation>Pomeri desno</translation>
    </message>
    <message>
        <source>Scroll down</source>
        <translation>Pomeri nadole</translation>
    </message>
</context>
<context>
    <name>QTabBar</name>
    <message>
        <source>Scroll Left</source>
        <translation>Pomeri levo</translation>
    </message>
    <message>
        <source>Scroll Right</source>
        <translation>Pomeri desno</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Opozovi</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Ponovi</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Iseci</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiraj</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation>Kopiraj &amp;adresu veze</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Nalepi</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Obriši</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Izaberi sve</translation>
    </message>
</context>
<context>
    <name>QueueFilters</name>
    <message>
        <source>All</source>
        <translation>Svi</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Moji</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Nedodeljeni</translation>
    </message>
    <message>
        <source>Approaching</source>
        <translation>Pred istekom</translation>
    </message>
    <message>
        <source>Breached</source>
        <translation>Prekoračeni</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>The session has ended. Sign in again; what you typed is still here.</source>
        <translation>Sesija je istekla. Prijavite se ponovo; ono što ste uneli je sačuvano.</translation>
    </message>
    <message>
        <source>Somebody else works on this case now. What you typed is kept.</source>
        <translation>Na ovom predmetu sada radi neko drugi. Vaš unos je sačuvan.</translation>
    </message>
    <message>
        <source>Start the review of this case before you decide it.</source>
        <translation>Započnite razmatranje ovog predmeta pre nego što odlučite.</translation>
    </message>
    <message>
        <source>This case is not in review any more.</source>
        <translation>Ovaj predmet više nije u razmatranju.</translation>
    </message>
    <message>
        <source>This case has been decided already.</source>
        <translation>O ovom predmetu je već odlučeno.</translation>
    </message>
    <message>
        <source>You have five active cases already. Finish or release one first.</source>
        <translation>Već imate pet aktivnih predmeta. Prvo završite ili vratite jedan.</translation>
    </message>
    <message>
        <source>This is not possible in the state that the case is in now.</source>
        <translation>To nije moguće u sadašnjem stanju predmeta.</translation>
    </message>
    <message>
        <source>No policy is in force. An administrator has to publish one.</source>
        <translation>Nijedna kreditna politika nije na snazi. Administrator treba da je objavi.</translation>
    </message>
    <message>
        <source>The server and this program do not understand each other. Check that both have the same version.</source>
        <translation>Server i ovaj program se ne razumeju. Proverite da li su iste verzije.</translation>
    </message>
    <message>
        <source>You do not have the right to do this. An administrator can grant it.</source>
        <translation>Nemate pravo na ovu radnju. Može ga dodeliti administrator.</translation>
    </message>
    <message>
        <source>This does not exist, or you may not see it.</source>
        <translation>Ovo ne postoji ili nemate pravo uvida.</translation>
    </message>
    <message>
        <source>This changed meanwhile. Look at it again and repeat what you did.</source>
        <translation>Ovo je u međuvremenu izmenjeno. Pogledajte ponovo i ponovite radnju.</translation>
    </message>
    <message>
        <source>Some fields are not right; they are marked.</source>
        <translation>Neka polja nisu ispravna; označena su.</translation>
    </message>
    <message>
        <source>Too many requests in a short time. Wait a moment and try again.</source>
        <translation>Previše zahteva za kratko vreme. Sačekajte trenutak i pokušajte ponovo.</translation>
    </message>
    <message>
        <source>The answer took too long. Try again.</source>
        <translation>Odgovor je predugo trajao. Pokušajte ponovo.</translation>
    </message>
    <message>
        <source>The server cannot do this at the moment. Try again in a moment.</source>
        <translation>Server to trenutno ne može da obradi. Pokušajte ponovo za koji trenutak.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Ovo je obavezno.</translation>
    </message>
    <message>
        <source>This is too short.</source>
        <translation>Ovo je prekratko.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Ovo je predugačko.</translation>
    </message>
    <message>
        <source>This must be more than 0.</source>
        <translation>Mora biti veće od 0.</translation>
    </message>
    <message>
        <source>This is more than the applicant asked for.</source>
        <translation>To je više nego što je podnosilac tražio.</translation>
    </message>
    <message>
        <source>A reduction has to be below the request.</source>
        <translation>Umanjenje mora biti ispod traženog.</translation>
    </message>
    <message>
        <source>The currency has fewer decimals.</source>
        <translation>Valuta ima manje decimala.</translation>
    </message>
    <message>
        <source>This is outside of what is possible.</source>
        <translation>To je van mogućih granica.</translation>
    </message>
    <message>
        <source>This day has passed.</source>
        <translation>Taj dan je prošao.</translation>
    </message>
    <message>
        <source>This argues for the other outcome.</source>
        <translation>To govori u prilog drugom ishodu.</translation>
    </message>
    <message>
        <source>This is named twice.</source>
        <translation>Ovo je navedeno dvaput.</translation>
    </message>
    <message>
        <source>Something went wrong in the server. Nothing was changed.</source>
        <translation>Došlo je do greške na serveru. Ništa nije promenjeno.</translation>
    </message>
    <message>
        <source>Tell the operator this number: %1</source>
        <translation>Saopštite operateru ovaj broj: %1</translation>
    </message>
    <message>
        <source>This is not right.</source>
        <translation>Ovo nije ispravno.</translation>
    </message>
    <message>
        <source>The server does not answer. Try again when the connection is back.</source>
        <translation>Server ne odgovara. Pokušajte ponovo kad se veza uspostavi.</translation>
    </message>
    <message>
        <source>The server did not answer. It is not known whether this was done: look again before you repeat it.</source>
        <translation>Server nije odgovorio. Ne zna se da li je ovo izvršeno: proverite pre nego što ponovite.</translation>
    </message>
    <message>
        <source>You decided this yourself. Somebody else has to sign it.</source>
        <translation>Ovu odluku ste doneli sami. Mora da je supotpiše neko drugi.</translation>
    </message>
    <message>
        <source>This decision does not wait for a signature any more.</source>
        <translation>Ova odluka više ne čeka potpis.</translation>
    </message>
    <message>
        <source>The decision is not in force: its conditions do not count yet, or no longer.</source>
        <translation>Odluka nije na snazi: njeni uslovi još ne važe ili više ne važe.</translation>
    </message>
    <message>
        <source>What became of this condition is settled.</source>
        <translation>Ishod ovog uslova je već utvrđen.</translation>
    </message>
    <message>
        <source>Prove once more who you are to do this.</source>
        <translation>Za ovo morate ponovo da potvrdite identitet.</translation>
    </message>
    <message>
        <source>The password or the code is not right. After five failures one has to wait a minute, then longer.</source>
        <translation>Lozinka ili kod nisu ispravni. Posle pet neuspelih pokušaja mora se sačekati minut, zatim duže.</translation>
    </message>
    <message>
        <source>The address or the password is not right. If your address is used at several banks, name yours as well. After five failures one has to wait a minute, then longer.</source>
        <translation>Adresa ili lozinka nije ispravna. Ako se vaša adresa koristi u više banaka, navedite i svoju. Posle pet neuspelih pokušaja mora se sačekati minut, zatim duže.</translation>
    </message>
    <message>
        <source>Enter the code that your authenticator app shows now.</source>
        <translation>Unesite kod koji aplikacija za potvrdu identiteta sada prikazuje.</translation>
    </message>
    <message>
        <source>This code is not right, or it was used already. Wait for the next one.</source>
        <translation>Ovaj kod nije ispravan ili je već iskorišćen. Sačekajte sledeći.</translation>
    </message>
    <message>
        <source>Choose a password of your own first.</source>
        <translation>Najpre izaberite sopstvenu lozinku.</translation>
    </message>
    <message>
        <source>This has to be confirmed by your password or a code.</source>
        <translation>Ovo se mora potvrditi vašom lozinkom ili kodom.</translation>
    </message>
    <message>
        <source>Nothing was done, because it was not confirmed.</source>
        <translation>Ništa nije urađeno, jer nije potvrđeno.</translation>
    </message>
    <message>
        <source>This account has been switched off. An administrator can switch it on again.</source>
        <translation>Ovaj nalog je isključen. Administrator može ponovo da ga uključi.</translation>
    </message>
    <message>
        <source>Somebody changed this meanwhile. What you typed is kept; look at it again before you submit.</source>
        <translation>Neko je ovo u međuvremenu izmenio. Ono što ste upisali je sačuvano; pogledajte ponovo pre slanja.</translation>
    </message>
    <message>
        <source>This policy contradicts itself; what is wrong is marked.</source>
        <translation>Ova politika protivreči sama sebi; greške su označene.</translation>
    </message>
    <message>
        <source>Whoever made this cannot approve it. Ask somebody else for the second signature.</source>
        <translation>Ko je ovo napravio, ne može to i da odobri. Zatražite drugi potpis od nekog drugog.</translation>
    </message>
    <message>
        <source>This is not possible in its present state. Refresh and look again.</source>
        <translation>U sadašnjem stanju ovo nije moguće. Osvežite i pogledajte ponovo.</translation>
    </message>
    <message>
        <source>Nobody changes the own role and rights or switches the own account off. Ask another administrator.</source>
        <translation>Niko ne menja sopstvenu ulogu i prava niti isključuje sopstveni nalog. Obratite se drugom administratoru.</translation>
    </message>
    <message>
        <source>You cannot give rights that you do not have, nor change the account of somebody who has more.</source>
        <translation>Ne možete dati prava koja nemate, niti menjati nalog onoga ko ih ima više.</translation>
    </message>
    <message>
        <source>A bank must not be left without an administrator. Make somebody else one first.</source>
        <translation>Banka ne sme ostati bez administratora. Najpre imenujte drugog.</translation>
    </message>
    <message>
        <source>Change your own password in your account.</source>
        <translation>Sopstvenu lozinku promenite u svom nalogu.</translation>
    </message>
    <message>
        <source>There is a user with this address already.</source>
        <translation>Korisnik sa ovom adresom već postoji.</translation>
    </message>
    <message>
        <source>There is a bank with this short name already.</source>
        <translation>Banka sa ovim kratkim nazivom već postoji.</translation>
    </message>
    <message>
        <source>There is an application with this number already.</source>
        <translation>Zahtev sa ovim brojem već postoji.</translation>
    </message>
    <message>
        <source>The platform&apos;s own bank cannot be switched off.</source>
        <translation>Sopstvena banka platforme ne može se isključiti.</translation>
    </message>
    <message>
        <source>There are amounts in the present currency already, so it stays.</source>
        <translation>Već postoje iznosi u sadašnjoj valuti, pa ona ostaje.</translation>
    </message>
    <message>
        <source>One-time codes are switched on already.</source>
        <translation>Jednokratni kodovi su već uključeni.</translation>
    </message>
    <message>
        <source>The set-up was begun anew elsewhere. Begin again.</source>
        <translation>Podešavanje je započeto iznova na drugom mestu. Počnite ponovo.</translation>
    </message>
    <message>
        <source>One-time codes are switched off already.</source>
        <translation>Jednokratni kodovi su već isključeni.</translation>
    </message>
    <message>
        <source>This server has no key for one-time codes. Its operator can make one.</source>
        <translation>Ovaj server nema ključ za jednokratne kodove. Operater servera može da ga napravi.</translation>
    </message>
    <message>
        <source>This was created already when you sent it before. Refresh the list.</source>
        <translation>Ovo je već napravljeno kada ste ranije poslali. Osvežite listu.</translation>
    </message>
    <message>
        <source>This is being done already. Wait a moment.</source>
        <translation>Ovo je već u toku. Sačekajte trenutak.</translation>
    </message>
    <message>
        <source>The server is busy. Try again in a moment.</source>
        <translation>Server je zauzet. Pokušajte ponovo za trenutak.</translation>
    </message>
    <message>
        <source>This is more than the server takes at once.</source>
        <translation>Ovo je više nego što server prima odjednom.</translation>
    </message>
    <message>
        <source>This is the one that you have now.</source>
        <translation>Ovu već imate.</translation>
    </message>
    <message>
        <source>This is made of words and numbers that are tried first.</source>
        <translation>Sastoji se od reči i brojeva koji se prvi pogađaju.</translation>
    </message>
    <message>
        <source>This contains your e-mail address.</source>
        <translation>Sadrži vašu adresu e-pošte.</translation>
    </message>
    <message>
        <source>This is not possible here.</source>
        <translation>Ovo ovde nije moguće.</translation>
    </message>
    <message>
        <source>This is granted and denied at once.</source>
        <translation>Ovo je istovremeno dato i uskraćeno.</translation>
    </message>
    <message>
        <source>This cannot be granted.</source>
        <translation>Ovo se ne može dati.</translation>
    </message>
    <message>
        <source>This role does not exist at this bank.</source>
        <translation>Ova uloga ne postoji u ovoj banci.</translation>
    </message>
    <message>
        <source>This is not known.</source>
        <translation>Ovo nije poznato.</translation>
    </message>
    <message>
        <source>This is not written as it has to be.</source>
        <translation>Ovo nije napisano kako treba.</translation>
    </message>
    <message>
        <source>This has to be in the future.</source>
        <translation>Ovo mora biti u budućnosti.</translation>
    </message>
    <message>
        <source>This analyst has stood back from this case. Choose somebody else.</source>
        <translation>Ovaj analitičar se izuzeo iz ovog predmeta. Izaberite nekog drugog.</translation>
    </message>
    <message>
        <source>The amount is above what this analyst may decide. Choose a senior analyst.</source>
        <translation>Iznos prelazi ono o čemu ovaj analitičar sme da odlučuje. Izaberite višeg analitičara.</translation>
    </message>
    <message>
        <source>This job has not failed for good; only such jobs are run again.</source>
        <translation>Ovaj posao nije konačno propao; samo takvi se ponovo pokreću.</translation>
    </message>
    <message>
        <source>The applicant&apos;s personal data was erased. Nothing more can be written about this case.</source>
        <translation>Lični podaci podnosioca su obrisani. O ovom predmetu se više ništa ne može upisati.</translation>
    </message>
    <message>
        <source>This person has applications that have not ended. Decide or cancel them first.</source>
        <translation>Ovo lice ima zahteve koji nisu okončani. Najpre odlučite o njima ili ih otkažite.</translation>
    </message>
    <message>
        <source>The server cannot read personal data at the moment. Its operator has to restore a key.</source>
        <translation>Server trenutno ne može da čita lične podatke. Njegov operater mora da vrati ključ.</translation>
    </message>
    <message>
        <source>The server cannot store personal data at the moment. Its operator has to give it the new key.</source>
        <translation>Server trenutno ne može da čuva lične podatke. Njegov operater mora da mu dodeli novi ključ.</translation>
    </message>
    <message>
        <source>The application has ended. It takes no more documents.</source>
        <translation>Zahtev je završen. Dokumenta se više ne primaju.</translation>
    </message>
    <message>
        <source>These documents are not asked for any more. Reload the case.</source>
        <translation>Ova dokumenta se više ne traže. Ponovo učitajte predmet.</translation>
    </message>
    <message>
        <source>The application has as many documents as it may have.</source>
        <translation>Zahtev ima najveći dozvoljeni broj dokumenata.</translation>
    </message>
    <message>
        <source>Only whole PDF, JPEG, PNG and TIFF files are taken.</source>
        <translation>Primaju se samo ispravne PDF, JPEG, PNG i TIFF datoteke.</translation>
    </message>
    <message>
        <source>The name of the file does not fit what is in it.</source>
        <translation>Naziv datoteke ne odgovara njenom sadržaju.</translation>
    </message>
    <message>
        <source>The document is still being scanned for malware. Try again in a minute.</source>
        <translation>Dokument se još proverava na zlonamerni softver. Pokušajte ponovo za minut.</translation>
    </message>
    <message>
        <source>Malware was found in the document. It is not given out.</source>
        <translation>U dokumentu je pronađen zlonamerni softver. Dokument se ne izdaje.</translation>
    </message>
    <message>
        <source>The scanner for malware does not answer.</source>
        <translation>Program za proveru na zlonamerni softver ne odgovara.</translation>
    </message>
    <message>
        <source>The application is scored already and cannot be corrected any more.</source>
        <translation>Zahtev je već ocenjen i više se ne može ispraviti.</translation>
    </message>
    <message>
        <source>The case has as many notes as it may have.</source>
        <translation>Predmet ima najveći dozvoljeni broj beleški.</translation>
    </message>
    <message>
        <source>This case has been decided a second time already, or there is nothing to settle.</source>
        <translation>O ovom predmetu je već odlučeno po drugi put ili nema šta da se razreši.</translation>
    </message>
    <message>
        <source>You may read the record of every case, so you cannot decide one again without knowing its first decision.</source>
        <translation>Imate uvid u zapise svih predmeta, pa ne možete ponovo odlučivati bez znanja o prvoj odluci.</translation>
    </message>
    <message>
        <source>You have decided or signed this case. A third person says which decision was right.</source>
        <translation>Vi ste o ovom predmetu odlučili ili ga potpisali. Treća osoba kaže koja je odluka bila ispravna.</translation>
    </message>
    <message>
        <source>There are twenty webhooks already. Remove one that is not needed first.</source>
        <translation>Već postoji dvadeset vebhukova. Najpre uklonite onaj koji nije potreban.</translation>
    </message>
</context>
<context>
    <name>SlaText</name>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation>%1 h %2</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n dan</numerusform>
            <numerusform>%n dana</numerusform>
            <numerusform>%n dana</numerusform>
        </translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pauzirano</translation>
    </message>
    <message>
        <source>! %1 late</source>
        <translation>! kasni %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>još %1</translation>
    </message>
</context>
<context>
    <name>StepUpPrompt</name>
    <message>
        <source>You are about to give the second signature to a decision against the model.</source>
        <translation>Dajete drugi potpis na odluku koja je suprotna modelu.</translation>
    </message>
    <message>
        <source>You are about to approve a policy.</source>
        <translation>Odobravate politiku.</translation>
    </message>
    <message>
        <source>You are about to put a policy in force.</source>
        <translation>Stavljate politiku na snagu.</translation>
    </message>
    <message>
        <source>You are about to put a model in production.</source>
        <translation>Stavljate model u upotrebu.</translation>
    </message>
    <message>
        <source>You are about to stop or start automatic decisions.</source>
        <translation>Zaustavljate ili pokrećete automatsko odlučivanje.</translation>
    </message>
    <message>
        <source>You are about to erase a person&apos;s data for good.</source>
        <translation>Trajno brišete podatke jedne osobe.</translation>
    </message>
</context>
<context>
    <name>TenantDraft</name>
    <message>
        <source>Name</source>
        <translation>Naziv</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Valuta</translation>
    </message>
    <message>
        <source>Locale</source>
        <translation>Jezik i region</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Vremenska zona</translation>
    </message>
    <message>
        <source>Portfolio bad rate</source>
        <translation>Stopa loših kredita</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>Radno vreme</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Uključeno</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Isključeno</translation>
    </message>
</context>
<context>
    <name>UserDraft</name>
    <message>
        <source>Name</source>
        <translation>Ime</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Uloga</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>Dodeljeno</translation>
    </message>
    <message>
        <source>No longer granted</source>
        <translation>Više nije dodeljeno</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Uskraćeno</translation>
    </message>
    <message>
        <source>No longer denied</source>
        <translation>Više nije uskraćeno</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Uključeno</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Isključeno</translation>
    </message>
    <message>
        <source>Has a new one-time password</source>
        <translation>Ima novu jednokratnu lozinku</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n mesec</numerusform>
            <numerusform>%n meseca</numerusform>
            <numerusform>%n meseci</numerusform>
        </translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>danas %1</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Automobil</translation>
    </message>
    <message>
        <source>Consumer goods</source>
        <translation>Potrošna roba</translation>
    </message>
    <message>
        <source>Debt consolidation</source>
        <translation>Refinansiranje</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>Obrazovanje</translation>
    </message>
    <message>
        <source>Medical</source>
        <translation>Lečenje</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Putovanje</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>Poslovna namena</translation>
    </message>
    <message>
        <source>Other purpose</source>
        <translation>Druga namena</translation>
    </message>
    <message>
        <source>No model available</source>
        <translation>Model nije dostupan</translation>
    </message>
    <message>
        <source>Automation suspended</source>
        <translation>Automatika obustavljena</translation>
    </message>
    <message>
        <source>High value loan</source>
        <translation>Visok iznos kredita</translation>
    </message>
    <message>
        <source>Long term</source>
        <translation>Dug rok otplate</translation>
    </message>
    <message>
        <source>Purpose needs review</source>
        <translation>Namena traži proveru</translation>
    </message>
    <message>
        <source>Second review</source>
        <translation>Drugo razmatranje</translation>
    </message>
    <message>
        <source>Score above threshold</source>
        <translation>Skor iznad praga</translation>
    </message>
    <message>
        <source>Score below threshold</source>
        <translation>Skor ispod praga</translation>
    </message>
    <message>
        <source>Borderline score</source>
        <translation>Granični skor</translation>
    </message>
    <message>
        <source>very low risk</source>
        <translation>vrlo nizak rizik</translation>
    </message>
    <message>
        <source>low risk</source>
        <translation>nizak rizik</translation>
    </message>
    <message>
        <source>medium risk</source>
        <translation>srednji rizik</translation>
    </message>
    <message>
        <source>high risk</source>
        <translation>visok rizik</translation>
    </message>
    <message>
        <source>very high risk</source>
        <translation>vrlo visok rizik</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Primljen</translation>
    </message>
    <message>
        <source>Being scored</source>
        <translation>Skorovanje u toku</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>U razmatranju</translation>
    </message>
    <message>
        <source>Waiting for documents</source>
        <translation>Čeka dokumenta</translation>
    </message>
    <message>
        <source>Waiting for the second signature</source>
        <translation>Čeka drugi potpis</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Odobren</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Odbijen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Otkazan</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Istekao</translation>
    </message>
    <message>
        <source>by web</source>
        <translation>preko veba</translation>
    </message>
    <message>
        <source>at a branch</source>
        <translation>u ekspozituri</translation>
    </message>
    <message>
        <source>by a partner</source>
        <translation>preko partnera</translation>
    </message>
    <message>
        <source>by import</source>
        <translation>uvozom</translation>
    </message>
    <message>
        <source>by API</source>
        <translation>preko API-ja</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Čeka</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Dodeljen</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Završen</translation>
    </message>
    <message>
        <source>Permanent contract</source>
        <translation>Ugovor na neodređeno</translation>
    </message>
    <message>
        <source>Fixed-term contract</source>
        <translation>Ugovor na određeno</translation>
    </message>
    <message>
        <source>Part-time contract</source>
        <translation>Nepuno radno vreme</translation>
    </message>
    <message>
        <source>Own business</source>
        <translation>Samostalna delatnost</translation>
    </message>
    <message>
        <source>Other contract</source>
        <translation>Drugi ugovor</translation>
    </message>
    <message>
        <source>No contract</source>
        <translation>Bez ugovora</translation>
    </message>
    <message>
        <source>Employed</source>
        <translation>U radnom odnosu</translation>
    </message>
    <message>
        <source>Self-employed</source>
        <translation>Samostalna delatnost</translation>
    </message>
    <message>
        <source>Unemployed</source>
        <translation>Bez zaposlenja</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>U penziji</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Student</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Vlasnik</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Zakupac</translation>
    </message>
    <message>
        <source>With parents</source>
        <translation>Kod roditelja</translation>
    </message>
    <message>
        <source>Private arrangement</source>
        <translation>Privatni dogovor</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Nije navedeno</translation>
    </message>
    <message>
        <source>Other housing</source>
        <translation>Drugi smeštaj</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>Dokumentacija</translation>
    </message>
    <message>
        <source>Collateral</source>
        <translation>Sredstvo obezbeđenja</translation>
    </message>
    <message>
        <source>Guarantor</source>
        <translation>Jemac</translation>
    </message>
    <message>
        <source>Reduced amount</source>
        <translation>Umanjen iznos</translation>
    </message>
    <message>
        <source>Reduced term</source>
        <translation>Skraćen rok</translation>
    </message>
    <message>
        <source>Other condition</source>
        <translation>Drugi uslov</translation>
    </message>
    <message>
        <source>Stable employment</source>
        <translation>Stabilno zaposlenje</translation>
    </message>
    <message>
        <source>Sufficient income</source>
        <translation>Dovoljan prihod</translation>
    </message>
    <message>
        <source>Savings cover the loan</source>
        <translation>Ušteđevina pokriva kredit</translation>
    </message>
    <message>
        <source>Good repayment history</source>
        <translation>Uredna otplata u prošlosti</translation>
    </message>
    <message>
        <source>Secured loan</source>
        <translation>Obezbeđen kredit</translation>
    </message>
    <message>
        <source>Income too low</source>
        <translation>Prihod prenizak</translation>
    </message>
    <message>
        <source>Debt-to-income too high</source>
        <translation>Obaveze previsoke prema prihodu</translation>
    </message>
    <message>
        <source>Payment too high for the income</source>
        <translation>Rata previsoka za prihod</translation>
    </message>
    <message>
        <source>Unstable employment</source>
        <translation>Nestabilno zaposlenje</translation>
    </message>
    <message>
        <source>Derogatory bureau record</source>
        <translation>Negativan podatak u kreditnom birou</translation>
    </message>
    <message>
        <source>Too much existing debt</source>
        <translation>Preveliko postojeće zaduženje</translation>
    </message>
    <message>
        <source>Loan-to-value too high</source>
        <translation>Kredit previsok prema vrednosti</translation>
    </message>
    <message>
        <source>Information not verified</source>
        <translation>Podaci nisu provereni</translation>
    </message>
    <message>
        <source>Incomplete application</source>
        <translation>Nepotpun zahtev</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>Drugi razlog</translation>
    </message>
    <message>
        <source>New information</source>
        <translation>Nove informacije</translation>
    </message>
    <message>
        <source>Compensating factors</source>
        <translation>Olakšavajuće okolnosti</translation>
    </message>
    <message>
        <source>Policy exception</source>
        <translation>Izuzetak od politike</translation>
    </message>
    <message>
        <source>Error in the data</source>
        <translation>Greška u podacima</translation>
    </message>
    <message>
        <source>Limitation of the model</source>
        <translation>Ograničenje modela</translation>
    </message>
    <message>
        <source>Approved automatically</source>
        <translation>Automatski odobren</translation>
    </message>
    <message>
        <source>Declined automatically</source>
        <translation>Automatski odbijen</translation>
    </message>
    <message>
        <source>Approved by an analyst</source>
        <translation>Odobrio analitičar</translation>
    </message>
    <message>
        <source>Declined by an analyst</source>
        <translation>Odbio analitičar</translation>
    </message>
    <message>
        <source>Approved with conditions</source>
        <translation>Odobren uz uslove</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Senior analyst</source>
        <translation>Viši analitičar</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>Analitičar</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Samo uvid</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Revizor</translation>
    </message>
    <message>
        <source>Platform administrator</source>
        <translation>Administrator platforme</translation>
    </message>
    <message>
        <source>Scored</source>
        <translation>Skorovan</translation>
    </message>
    <message>
        <source>Could not be scored</source>
        <translation>Skorovanje nije uspelo</translation>
    </message>
    <message>
        <source>Review started</source>
        <translation>Razmatranje započeto</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Vraćen u red</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Odluka doneta</translation>
    </message>
    <message>
        <source>%1 y</source>
        <translation>%1 god.</translation>
    </message>
    <message>
        <source>Home improvement</source>
        <translation>Adaptacija stana</translation>
    </message>
    <message>
        <source>Withdrawn by the applicant</source>
        <translation>Povukao podnosilac</translation>
    </message>
    <message>
        <source>Sent twice</source>
        <translation>Poslato dvaput</translation>
    </message>
    <message>
        <source>Entered in error</source>
        <translation>Greškom uneto</translation>
    </message>
    <message>
        <source>Signed by a second person</source>
        <translation>Supotpisala druga osoba</translation>
    </message>
    <message>
        <source>Override rejected</source>
        <translation>Odstupanje odbijeno</translation>
    </message>
    <message>
        <source>Condition changed</source>
        <translation>Uslov izmenjen</translation>
    </message>
    <message>
        <source>See applications</source>
        <translation>Uvid u zahteve</translation>
    </message>
    <message>
        <source>Enter applications</source>
        <translation>Unos zahteva</translation>
    </message>
    <message>
        <source>Have applications scored again</source>
        <translation>Ponovno ocenjivanje zahteva</translation>
    </message>
    <message>
        <source>See the queue</source>
        <translation>Uvid u red čekanja</translation>
    </message>
    <message>
        <source>Take and assign cases</source>
        <translation>Preuzimanje i dodela predmeta</translation>
    </message>
    <message>
        <source>See decisions</source>
        <translation>Uvid u odluke</translation>
    </message>
    <message>
        <source>Decide cases</source>
        <translation>Odlučivanje o predmetima</translation>
    </message>
    <message>
        <source>Decide against the model</source>
        <translation>Odlučivanje suprotno modelu</translation>
    </message>
    <message>
        <source>Countersign decisions against the model</source>
        <translation>Supotpis odluka suprotnih modelu</translation>
    </message>
    <message>
        <source>See analytics</source>
        <translation>Uvid u analitiku</translation>
    </message>
    <message>
        <source>Manage settings, policies and models</source>
        <translation>Upravljanje podešavanjima, politikama i modelima</translation>
    </message>
    <message>
        <source>Manage users</source>
        <translation>Upravljanje korisnicima</translation>
    </message>
    <message>
        <source>Read and verify the audit record</source>
        <translation>Čitanje i provera zapisnika</translation>
    </message>
    <message>
        <source>Manage tenants</source>
        <translation>Upravljanje bankama</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Ponedeljak</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Utorak</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Sreda</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Četvrtak</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Petak</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Subota</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Nedelja</translation>
    </message>
    <message>
        <source>Decline against the model</source>
        <translation>Odbijanje suprotno modelu</translation>
    </message>
    <message>
        <source>Approval against the model</source>
        <translation>Odobrenje suprotno modelu</translation>
    </message>
    <message>
        <source>Outside the band</source>
        <translation>Van opsega</translation>
    </message>
    <message>
        <source>Inside the band</source>
        <translation>Unutar opsega</translation>
    </message>
    <message>
        <source>Documents requested</source>
        <translation>Dokumenta zatražena</translation>
    </message>
    <message>
        <source>Document received</source>
        <translation>Dokument primljen</translation>
    </message>
    <message>
        <source>Checklist changed</source>
        <translation>Spisak dokumenata izmenjen</translation>
    </message>
    <message>
        <source>Document scanned</source>
        <translation>Dokument proveren</translation>
    </message>
    <message>
        <source>Document opened</source>
        <translation>Dokument otvoren</translation>
    </message>
    <message>
        <source>All documents received</source>
        <translation>Sva dokumenta primljena</translation>
    </message>
    <message>
        <source>Documents overdue</source>
        <translation>Dokumenta kasne</translation>
    </message>
    <message>
        <source>Note added</source>
        <translation>Beleška dodata</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Ispravljeno</translation>
    </message>
    <message>
        <source>Expiry announced</source>
        <translation>Istek najavljen</translation>
    </message>
    <message>
        <source>Passed over</source>
        <translation>Preskočeno</translation>
    </message>
    <message>
        <source>Stood back from the case</source>
        <translation>Izuzeće od predmeta</translation>
    </message>
    <message>
        <source>Brought to the senior analysts</source>
        <translation>Upućeno višim analitičarima</translation>
    </message>
    <message>
        <source>Priority mark changed</source>
        <translation>Oznaka prioriteta promenjena</translation>
    </message>
    <message>
        <source>Help asked for</source>
        <translation>Zatražena pomoć</translation>
    </message>
    <message>
        <source>Last move taken back</source>
        <translation>Poslednji potez poništen</translation>
    </message>
    <message>
        <source>Assigned by the system</source>
        <translation>Dodelio sistem</translation>
    </message>
    <message>
        <source>SLA deadline approaching</source>
        <translation>SLA rok se približava</translation>
    </message>
    <message>
        <source>SLA deadline missed</source>
        <translation>SLA rok prekoračen</translation>
    </message>
    <message>
        <source>Legal deadline approaching</source>
        <translation>Zakonski rok se približava</translation>
    </message>
    <message>
        <source>Legal deadline missed</source>
        <translation>Zakonski rok prekoračen</translation>
    </message>
    <message>
        <source>Second signature overdue</source>
        <translation>Drugi potpis kasni</translation>
    </message>
    <message>
        <source>Course of the loan recorded</source>
        <translation>Zabeležen tok otplate kredita</translation>
    </message>
    <message>
        <source>Second look begun</source>
        <translation>Počelo drugo odlučivanje</translation>
    </message>
    <message>
        <source>Second look left to somebody else</source>
        <translation>Drugo odlučivanje prepušteno drugome</translation>
    </message>
    <message>
        <source>Decided a second time</source>
        <translation>Odlučeno po drugi put</translation>
    </message>
    <message>
        <source>Second look settled</source>
        <translation>Drugo odlučivanje razrešeno</translation>
    </message>
</context>
<context>
    <name>countersign::AccountPage</name>
    <message>
        <source>Queue</source>
        <translation>Red čekanja</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>Vaš nalog</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Lozinka</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Promenite lozinku</translation>
    </message>
    <message>
        <source>The password is changed. Your other sessions have ended.</source>
        <translation>Lozinka je promenjena. Vaše ostale sesije su završene.</translation>
    </message>
</context>
<context>
    <name>countersign::AdministrationPage</name>
    <message>
        <source>Administration</source>
        <translation>Administracija</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Korisnici</translation>
    </message>
    <message>
        <source>Banks</source>
        <translation>Banke</translation>
    </message>
    <message>
        <source>Settings of the bank</source>
        <translation>Podešavanja banke</translation>
    </message>
</context>
<context>
    <name>countersign::AuditDiffModel</name>
    <message>
        <source>%1 (masked)</source>
        <translation>%1 (skriveno)</translation>
    </message>
    <message>
        <source>Personal data is masked before it is recorded; nobody can see it here.</source>
        <translation>Lični podaci se skrivaju pre upisa; ovde ih niko ne može videti.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Polje</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Pre</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Posle</translation>
    </message>
</context>
<context>
    <name>countersign::AuditFilters</name>
    <message>
        <source>Filter by thing</source>
        <translation>Filter po predmetu zapisa</translation>
    </message>
    <message>
        <source>All things</source>
        <translation>Sve</translation>
    </message>
    <message>
        <source>Filter by action</source>
        <translation>Filter po radnji</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>Sve radnje</translation>
    </message>
    <message>
        <source>Filter by person</source>
        <translation>Filter po osobi</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Svi</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Od</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Do</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Ukloni filtere</translation>
    </message>
</context>
<context>
    <name>countersign::AuditModel</name>
    <message>
        <source>Time</source>
        <translation>Vreme</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ko</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Šta</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>Na čemu</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Sa adrese</translation>
    </message>
    <message>
        <source>Sealed as</source>
        <translation>Pečat</translation>
    </message>
    <message>
        <source>no. %1</source>
        <translation>br. %1</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>još nije</translation>
    </message>
</context>
<context>
    <name>countersign::AuditPage</name>
    <message>
        <source>‹ Back</source>
        <translation>‹ Nazad</translation>
    </message>
    <message>
        <source>Entries of the record, newest first</source>
        <translation>Zapisi, najnoviji prvi</translation>
    </message>
    <message>
        <source>Nothing is recorded yet</source>
        <translation>Još ništa nije zapisano</translation>
    </message>
    <message>
        <source>Whatever somebody changes, looks at or is refused appears here.</source>
        <translation>Ovde se pojavljuje sve što neko izmeni, pogleda ili što mu bude odbijeno.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Osveži</translation>
    </message>
    <message>
        <source>No entry matches</source>
        <translation>Nijedan zapis ne odgovara</translation>
    </message>
    <message>
        <source>Nothing in the record fits these filters.</source>
        <translation>Ništa u zapisniku ne odgovara ovim filterima.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Ukloni filtere</translation>
    </message>
    <message>
        <source>The record cannot be shown</source>
        <translation>Zapisnik ne može da se prikaže</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Pokušaj ponovo</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Zapisnik</translation>
    </message>
    <message>
        <source>What is recorded of: %1</source>
        <translation>Šta je zapisano: %1</translation>
    </message>
</context>
<context>
    <name>countersign::CalendarEdit</name>
    <message>
        <source>One day on each line, for example 01.05.2027</source>
        <translation>Jedan dan u svakom redu, na primer 01.05.2027</translation>
    </message>
    <message>
        <source>Opens (HH:MM)</source>
        <translation>Otvara (HH:MM)</translation>
    </message>
    <message>
        <source>Closes (HH:MM, 24:00 for midnight)</source>
        <translation>Zatvara (HH:MM, 24:00 za ponoć)</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>Radni dani</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>Praznici</translation>
    </message>
</context>
<context>
    <name>countersign::CaseHeading</name>
    <message>
        <source>‹ Queue</source>
        <translation>‹ Red čekanja</translation>
    </message>
    <message>
        <source>received %1 %2</source>
        <translation>primljen %1 %2</translation>
    </message>
    <message>
        <source>%1 · SLA until %2</source>
        <translation>%1 · SLA do %2</translation>
    </message>
</context>
<context>
    <name>countersign::CasePage</name>
    <message>
        <source>Release the case of %1</source>
        <translation>Vraćanje predmeta: %1</translation>
    </message>
    <message>
        <source>Why do you give it back?</source>
        <translation>Zašto ga vraćate?</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Vrati u red</translation>
    </message>
    <message>
        <source>The case of %1 is back in the queue.</source>
        <translation>Predmet „%1“ je vraćen u red.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Pogledaj ponovo</translation>
    </message>
    <message>
        <source>What moved the score</source>
        <translation>Šta je uticalo na skor</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Pokušaj ponovo</translation>
    </message>
    <message>
        <source>The case cannot be shown</source>
        <translation>Predmet se ne može prikazati</translation>
    </message>
    <message>
        <source>The server does not answer. What you type is kept.</source>
        <translation>Server ne odgovara. Vaš unos ostaje sačuvan.</translation>
    </message>
    <message>
        <source>You may read this case, but not decide it.</source>
        <translation>Imate uvid u ovaj predmet, ali ne i pravo odlučivanja.</translation>
    </message>
    <message>
        <source>This case is not in review: %1.</source>
        <translation>Ovaj predmet nije u razmatranju: %1.</translation>
    </message>
    <message>
        <source>%1 works on this case.</source>
        <translation>Na ovom predmetu radi %1.</translation>
    </message>
    <message>
        <source>Start the review (%1) to decide it.</source>
        <translation>Za odluku prvo započnite razmatranje (%1).</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>countersign::CasePreview</name>
    <message>
        <source>Preview of the selected case</source>
        <translation>Pregled izabranog predmeta</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Izabrano</translation>
    </message>
    <message>
        <source>What moved the score</source>
        <translation>Šta je uticalo na skor</translation>
    </message>
    <message>
        <source>No case is selected</source>
        <translation>Nijedan predmet nije izabran</translation>
    </message>
    <message>
        <source>%1 over %2, %3</source>
        <translation>%1 na %2, %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>no score</source>
        <translation>nema skora</translation>
    </message>
    <message>
        <source>waits for %1 h %2</source>
        <translation>čeka %1 h %2</translation>
    </message>
    <message numerus="yes">
        <source>released %n time(s)</source>
        <translation>
            <numerusform>vraćen %n put</numerusform>
            <numerusform>vraćen %n puta</numerusform>
            <numerusform>vraćen %n puta</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>PD %1, suggests %2</source>
        <translation>PD %1, predlog: %2</translation>
    </message>
    <message>
        <source>approve</source>
        <translation>odobriti</translation>
    </message>
    <message>
        <source>decline</source>
        <translation>odbiti</translation>
    </message>
    <message>
        <source>Why manual review</source>
        <translation>Zašto ručno</translation>
    </message>
</context>
<context>
    <name>countersign::ChainCheck</name>
    <message>
        <source>Verifying the record</source>
        <translation>Provera zapisnika</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zaustavi</translation>
    </message>
    <message>
        <source>Verifying: %1 entries so far</source>
        <translation>Provera: do sada %1 zapisa</translation>
    </message>
    <message>
        <source>Change nothing, and tell whoever runs the installation: countersignctl audit verify shows the rest.</source>
        <translation>Ne menjajte ništa i obavestite onoga ko održava sistem: countersignctl audit verify pokazuje ostalo.</translation>
    </message>
    <message>
        <source>Verified up to entry no. %1: nothing was altered, removed or added.</source>
        <translation>Provereno do zapisa br. %1: ništa nije izmenjeno, uklonjeno ni dodato.</translation>
    </message>
    <message>
        <source>The last signed checkpoint is at entry no. %1, of %2.</source>
        <translation>Poslednja potpisana kontrolna tačka je kod zapisa br. %1, od %2.</translation>
    </message>
    <message>
        <source>No signed checkpoint has been made yet.</source>
        <translation>Još nije napravljena nijedna potpisana kontrolna tačka.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zatvori</translation>
    </message>
</context>
<context>
    <name>countersign::CodeEdit</name>
    <message>
        <source>6 digits</source>
        <translation>6 cifara</translation>
    </message>
    <message>
        <source>Enter the six digits that the app shows now.</source>
        <translation>Unesite šest cifara koje aplikacija sada prikazuje.</translation>
    </message>
</context>
<context>
    <name>countersign::CommandPalette</name>
    <message>
        <source>Search or run a command</source>
        <translation>Pretraži ili izvrši komandu</translation>
    </message>
    <message>
        <source>Command, applicant or application number</source>
        <translation>Komanda, podnosilac ili broj zahteva</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Pronađeno</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>Pretraga …</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ništa nije pronađeno</translation>
    </message>
</context>
<context>
    <name>countersign::ConditionRow</name>
    <message>
        <source>Kind of condition</source>
        <translation>Vrsta uslova</translation>
    </message>
    <message>
        <source>What the applicant has to do</source>
        <translation>Šta podnosilac treba da uradi</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Rok do</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>Ukloni ovaj uslov</translation>
    </message>
    <message>
        <source>due</source>
        <translation>rok</translation>
    </message>
</context>
<context>
    <name>countersign::ConditionsEdit</name>
    <message>
        <source>Conditions</source>
        <translation>Dodatni uslovi</translation>
    </message>
    <message>
        <source>+ Add condition</source>
        <translation>+ Dodaj uslov</translation>
    </message>
</context>
<context>
    <name>countersign::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Otkaži</translation>
    </message>
</context>
<context>
    <name>countersign::DecisionForm</name>
    <message>
        <source>Decision</source>
        <translation>Odluka</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Obrazloženje</translation>
    </message>
    <message>
        <source>What decided it; auditors read this years from now</source>
        <translation>Šta je presudilo; revizori ovo čitaju i godinama kasnije</translation>
    </message>
    <message>
        <source>Submitting…</source>
        <translation>Slanje…</translation>
    </message>
    <message>
        <source>Choose an outcome: 1, 2 or 3.</source>
        <translation>Izaberite ishod: 1, 2 ili 3.</translation>
    </message>
    <message>
        <source>The model gave no score. Your judgement decides.</source>
        <translation>Model nije dao skor. Odlučuje vaša procena.</translation>
    </message>
    <message>
        <source>✓ Follows the model&apos;s suggestion. No second person needed.</source>
        <translation>✓ U skladu s predlogom modela. Druga osoba nije potrebna.</translation>
    </message>
    <message>
        <source>! Goes against the model&apos;s suggestion. A second person has to countersign it.</source>
        <translation>! Suprotno predlogu modela. Odluku mora da supotpiše druga osoba.</translation>
    </message>
    <message>
        <source>! Goes against the model&apos;s suggestion. It needs a reason and a justification.</source>
        <translation>! Suprotno predlogu modela. Potrebni su razlog i opravdanje.</translation>
    </message>
    <message>
        <source>Choose an outcome first.</source>
        <translation>Prvo izaberite ishod.</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to complete</source>
        <translation>
            <numerusform>Još %n polje za popunjavanje</numerusform>
            <numerusform>Još %n polja za popunjavanje</numerusform>
            <numerusform>Još %n polja za popunjavanje</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirm that you know it goes against the model.</source>
        <translation>Potvrdite da znate da je suprotno modelu.</translation>
    </message>
    <message>
        <source>! Goes against the model&apos;s suggestion. A second person has to countersign it, and nobody else may at the moment.</source>
        <translation>! Suprotno predlogu modela. Odluku mora da supotpiše druga osoba, a trenutno niko drugi nema to pravo.</translation>
    </message>
    <message numerus="yes">
        <source>! Goes against the model&apos;s suggestion. A second person has to countersign it; %n other(s) may.</source>
        <translation>
            <numerusform>! Suprotno predlogu modela. Odluku mora da supotpiše druga osoba; pravo na to ima %n osoba.</numerusform>
            <numerusform>! Suprotno predlogu modela. Odluku mora da supotpiše druga osoba; pravo na to imaju %n osobe.</numerusform>
            <numerusform>! Suprotno predlogu modela. Odluku mora da supotpiše druga osoba; pravo na to ima %n osoba.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::EntryCard</name>
    <message>
        <source>The selected entry</source>
        <translation>Izabrani zapis</translation>
    </message>
    <message>
        <source>All of this thing</source>
        <translation>Sve o ovome</translation>
    </message>
    <message>
        <source>All by this person</source>
        <translation>Sve što je učinila ova osoba</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Šta je izmenjeno</translation>
    </message>
    <message>
        <source>No entry is selected</source>
        <translation>Nijedan zapis nije izabran</translation>
    </message>
    <message>
        <source>Select an entry to see what it says.</source>
        <translation>Izaberite zapis da biste videli šta sadrži.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kada</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ko</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Sa adrese</translation>
    </message>
    <message>
        <source>Sealed as</source>
        <translation>Pečat</translation>
    </message>
    <message>
        <source>no. %1</source>
        <translation>br. %1</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>još nije</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>Na čemu</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Poziv</translation>
    </message>
    <message>
        <source>Nothing was changed by it.</source>
        <translation>Ovim ništa nije izmenjeno.</translation>
    </message>
</context>
<context>
    <name>countersign::FactorBars</name>
    <message>
        <source>What moved the score</source>
        <translation>Šta je uticalo na skor</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabela</translation>
    </message>
    <message>
        <source>Show the factors as a table</source>
        <translation>Prikaži činioce kao tabelu</translation>
    </message>
    <message>
        <source>What moved the score, as a table</source>
        <translation>Šta je uticalo na skor, kao tabela</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Činilac</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Vrednost</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Poeni</translation>
    </message>
</context>
<context>
    <name>countersign::FactorChart</name>
    <message>
        <source>What moved the score</source>
        <translation>Šta je uticalo na skor</translation>
    </message>
    <message>
        <source>%1, %2: does not move the score</source>
        <translation>%1, %2: ne utiče na skor</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2: raises the score by %n point(s)</source>
        <translation>
            <numerusform>%1, %2: povećava skor za %n poen</numerusform>
            <numerusform>%1, %2: povećava skor za %n poena</numerusform>
            <numerusform>%1, %2: povećava skor za %n poena</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2: lowers the score by %n point(s)</source>
        <translation>
            <numerusform>%1, %2: smanjuje skor za %n poen</numerusform>
            <numerusform>%1, %2: smanjuje skor za %n poena</numerusform>
            <numerusform>%1, %2: smanjuje skor za %n poena</numerusform>
        </translation>
    </message>
    <message>
        <source>No factors.</source>
        <translation>Nema činilaca.</translation>
    </message>
    <message>
        <source>%1. Row %2 of %3.</source>
        <translation>%1. Red %2 od %3.</translation>
    </message>
</context>
<context>
    <name>countersign::FactsCard</name>
    <message>
        <source>Facts</source>
        <translation>Podaci</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Podnosilac</translation>
    </message>
    <message>
        <source>Finances</source>
        <translation>Finansije</translation>
    </message>
    <message>
        <source>Bureau</source>
        <translation>Kreditni biro</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Istorija</translation>
    </message>
    <message>
        <source>no report was sent with the application</source>
        <translation>uz zahtev nije poslat izveštaj</translation>
    </message>
    <message>
        <source>History %1</source>
        <translation>Istorija %1</translation>
    </message>
    <message>
        <source>automatically</source>
        <translation>automatski</translation>
    </message>
    <message>
        <source>What is recorded</source>
        <translation>Šta je zapisano</translation>
    </message>
</context>
<context>
    <name>countersign::MainWindow</name>
    <message>
        <source>The server does not answer. What is on the screen is as of %1. Trying again every %2 seconds.</source>
        <translation>Server ne odgovara. Podaci na ekranu su od %1. Novi pokušaj na svakih %2 s.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Pokušaj sada</translation>
    </message>
</context>
<context>
    <name>countersign::OverrideDetail</name>
    <message>
        <source>What moved the score</source>
        <translation>Šta je uticalo na skor</translation>
    </message>
</context>
<context>
    <name>countersign::OverridePart</name>
    <message>
        <source>Why against the model</source>
        <translation>Zašto suprotno modelu</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>Izaberite razlog</translation>
    </message>
    <message>
        <source>Justification</source>
        <translation>Opravdanje</translation>
    </message>
    <message>
        <source>What the model does not know or weighs wrongly</source>
        <translation>Šta model ne zna ili pogrešno vrednuje</translation>
    </message>
    <message>
        <source>I know that this goes against the model</source>
        <translation>Znam da je ovo suprotno modelu</translation>
    </message>
</context>
<context>
    <name>countersign::OverridesModel</name>
    <message>
        <source>none</source>
        <translation>nema</translation>
    </message>
    <message>
        <source>me</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Podnosilac</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Zahtev</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Iznos</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Skor</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Odluka</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Gde</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Odlučio</translation>
    </message>
    <message>
        <source>To sign within</source>
        <translation>Rok za potpis</translation>
    </message>
    <message>
        <source>Decisions that wait for a second person</source>
        <translation>Odluke koje čekaju drugu osobu</translation>
    </message>
</context>
<context>
    <name>countersign::OverridesPage</name>
    <message>
        <source>Overrides</source>
        <translation>Odstupanja</translation>
    </message>
    <message>
        <source>Decisions that wait for a second person</source>
        <translation>Odluke koje čekaju drugu osobu</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Pokušaj ponovo</translation>
    </message>
    <message>
        <source>The overrides cannot be shown</source>
        <translation>Odstupanja se ne mogu prikazati</translation>
    </message>
    <message>
        <source>Nothing waits for a second signature</source>
        <translation>Nijedna odluka ne čeka drugi potpis</translation>
    </message>
    <message>
        <source>Decisions against the model appear here when they need one.</source>
        <translation>Odluke suprotne modelu pojavljuju se ovde kada im je potreban.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Osveži</translation>
    </message>
    <message>
        <source>The case cannot be shown</source>
        <translation>Predmet se ne može prikazati</translation>
    </message>
    <message>
        <source>The server does not answer. What you type is kept.</source>
        <translation>Server ne odgovara. Ono što kucate ostaje sačuvano.</translation>
    </message>
    <message>
        <source>You decided this yourself. Somebody else has to sign it.</source>
        <translation>Ovu odluku ste doneli sami. Mora da je supotpiše neko drugi.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Pogledaj ponovo</translation>
    </message>
    <message>
        <source>%1: signed, the decision is in force.</source>
        <translation>%1: supotpisano, odluka je na snazi.</translation>
    </message>
    <message>
        <source>%1: rejected, the case is back with %2.</source>
        <translation>%1: odbijeno, predmet je ponovo kod: %2.</translation>
    </message>
    <message>
        <source>The case is being loaded.</source>
        <translation>Predmet se učitava.</translation>
    </message>
</context>
<context>
    <name>countersign::OwnTenantPage</name>
    <message>
        <source>The settings cannot be shown</source>
        <translation>Podešavanja ne mogu da se prikažu</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Pokušaj ponovo</translation>
    </message>
</context>
<context>
    <name>countersign::PagedTable</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 od %2</translation>
    </message>
    <message>
        <source>%1 of more than %2</source>
        <translation>%1 od više od %2</translation>
    </message>
</context>
<context>
    <name>countersign::PasswordDialog</name>
    <message>
        <source>One-time password</source>
        <translation>Jednokratna lozinka</translation>
    </message>
    <message>
        <source>For %1. It is shown only now and stored nowhere: hand it over by a way that nobody else reads. It must be changed at the first sign-in.</source>
        <translation>Za %1. Prikazuje se samo sada i nigde se ne čuva: predajte je na način koji niko drugi ne čita. Mora se promeniti pri prvoj prijavi.</translation>
    </message>
    <message>
        <source>I have stored it</source>
        <translation>Zabeležio/la sam je</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zatvori</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiraj</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopirano</translation>
    </message>
</context>
<context>
    <name>countersign::PasswordForm</name>
    <message>
        <source>Current password</source>
        <translation>Sadašnja lozinka</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Nova lozinka</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Nova lozinka ponovo</translation>
    </message>
    <message>
        <source>At least %1 characters</source>
        <translation>Najmanje %1 znakova</translation>
    </message>
    <message>
        <source>Not made of words and numbers that are tried first</source>
        <translation>Ne sastoji se od reči i brojeva koji se prvi pogađaju</translation>
    </message>
    <message>
        <source>Without your e-mail address</source>
        <translation>Bez vaše adrese e-pošte</translation>
    </message>
    <message>
        <source>Another one than now</source>
        <translation>Različita od sadašnje</translation>
    </message>
    <message>
        <source>Typed twice alike</source>
        <translation>Oba puta upisana isto</translation>
    </message>
    <message>
        <source>Show the passwords</source>
        <translation>Prikaži lozinke</translation>
    </message>
    <message>
        <source>This is not what you typed above.</source>
        <translation>Ovo nije isto što ste upisali iznad.</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>Menja se…</translation>
    </message>
</context>
<context>
    <name>countersign::PasswordPage</name>
    <message>
        <source>Choose your own password</source>
        <translation>Izaberite sopstvenu lozinku</translation>
    </message>
    <message>
        <source>An administrator gave you the password that you signed in with, so you are not the only one who knows it. Choose one that only you know; then you go on to your work.</source>
        <translation>Lozinku kojom ste se prijavili dodelio vam je administrator, pa je ne znate samo vi. Izaberite lozinku koju znate samo vi; zatim nastavljate sa radom.</translation>
    </message>
    <message>
        <source>Change the password and go on</source>
        <translation>Promenite lozinku i nastavite</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Odjavi se</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>Lozinka je promenjena.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Nastavi</translation>
    </message>
</context>
<context>
    <name>countersign::PermissionsEdit</name>
    <message>
        <source>Granted</source>
        <translation>Dodeljeno</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Uskraćeno</translation>
    </message>
    <message>
        <source>As the role: yes</source>
        <translation>Po ulozi: da</translation>
    </message>
    <message>
        <source>As the role: no</source>
        <translation>Po ulozi: ne</translation>
    </message>
    <message>
        <source>✓ may</source>
        <translation>✓ sme</translation>
    </message>
    <message>
        <source>– may not</source>
        <translation>– ne sme</translation>
    </message>
</context>
<context>
    <name>countersign::QueueModel</name>
    <message>
        <source>none</source>
        <translation>nema</translation>
    </message>
    <message>
        <source>me</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioritet</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Podnosilac</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Zahtev</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Iznos</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Meseci</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Namena</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Skor</translation>
    </message>
    <message>
        <source>SLA</source>
        <translation>SLA</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>Analitičar</translation>
    </message>
    <message>
        <source>Cases that wait for a person</source>
        <translation>Predmeti koji čekaju odluku</translation>
    </message>
    <message>
        <source>Why manual review</source>
        <translation>Zašto ručno</translation>
    </message>
</context>
<context>
    <name>countersign::QueuePage</name>
    <message>
        <source>The case of %1 is yours.</source>
        <translation>Predmet „%1“ je dodeljen vama.</translation>
    </message>
    <message>
        <source>The review has started.</source>
        <translation>Razmatranje je započeto.</translation>
    </message>
    <message>
        <source>Release the case of %1</source>
        <translation>Vraćanje predmeta: %1</translation>
    </message>
    <message>
        <source>Why do you give it back?</source>
        <translation>Zašto ga vraćate?</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Vrati u red</translation>
    </message>
    <message>
        <source>The case of %1 is back in the queue.</source>
        <translation>Predmet „%1“ je vraćen u red.</translation>
    </message>
    <message>
        <source>No case is waiting.</source>
        <translation>Nijedan predmet ne čeka.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Red čekanja</translation>
    </message>
    <message>
        <source>Most urgent first</source>
        <translation>Prvo najhitniji</translation>
    </message>
    <message>
        <source>Cases that wait for a person</source>
        <translation>Predmeti koji čekaju odluku</translation>
    </message>
    <message>
        <source>The queue cannot be shown</source>
        <translation>Red čekanja se ne može prikazati</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Pokušaj ponovo</translation>
    </message>
    <message>
        <source>No case matches</source>
        <translation>Nema odgovarajućih predmeta</translation>
    </message>
    <message>
        <source>Nothing in the queue fits this filter.</source>
        <translation>Ništa u redu čekanja ne odgovara ovom filteru.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Prikaži sve</translation>
    </message>
    <message>
        <source>The queue is empty</source>
        <translation>Red čekanja je prazan</translation>
    </message>
    <message>
        <source>Every case is decided. New ones appear here by themselves.</source>
        <translation>O svim predmetima je odlučeno. Novi se ovde pojavljuju sami.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Osveži</translation>
    </message>
</context>
<context>
    <name>countersign::ReasonDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Otkaži</translation>
    </message>
</context>
<context>
    <name>countersign::ReasoningCard</name>
    <message>
        <source>%1: %2, due %3</source>
        <translation>%1: %2, rok %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The analyst</source>
        <translation>Analitičar</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Uslovi</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Razlozi</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Obrazloženje</translation>
    </message>
    <message>
        <source>Why against the model</source>
        <translation>Zašto suprotno modelu</translation>
    </message>
    <message>
        <source>Justification</source>
        <translation>Opravdanje</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Iznos</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Rok otplate</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Kamatna stopa</translation>
    </message>
    <message>
        <source>Payment, monthly</source>
        <translation>Mesečna rata</translation>
    </message>
    <message>
        <source>✓ Approve</source>
        <translation>✓ Odobrenje</translation>
    </message>
    <message>
        <source>✕ Decline</source>
        <translation>✕ Odbijanje</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nema</translation>
    </message>
</context>
<context>
    <name>countersign::ReasonsEdit</name>
    <message>
        <source>Reasons</source>
        <translation>Razlozi</translation>
    </message>
    <message>
        <source>+ Reason</source>
        <translation>+ Razlog</translation>
    </message>
    <message>
        <source>Reason %1; press to remove</source>
        <translation>Razlog %1; pritisnite da ga uklonite</translation>
    </message>
    <message>
        <source>Add a reason</source>
        <translation>Dodaj razlog</translation>
    </message>
</context>
<context>
    <name>countersign::RiskCard</name>
    <message>
        <source>Risk</source>
        <translation>Rizik</translation>
    </message>
    <message>
        <source>Model suggests</source>
        <translation>Predlog modela</translation>
    </message>
    <message>
        <source>no score</source>
        <translation>nema skora</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nema predloga</translation>
    </message>
    <message>
        <source>Not scored yet</source>
        <translation>Još nije skorovan</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Skor %1</translation>
    </message>
    <message>
        <source>✓ Approve</source>
        <translation>✓ Odobrenje</translation>
    </message>
    <message>
        <source>✕ Decline</source>
        <translation>✕ Odbijanje</translation>
    </message>
    <message>
        <source>Probability of default %1, calibrated</source>
        <translation>Verovatnoća neizmirenja obaveza %1, kalibrisana</translation>
    </message>
    <message>
        <source>Why manual review: %1</source>
        <translation>Zašto ručno: %1</translation>
    </message>
</context>
<context>
    <name>countersign::RiskGauge</name>
    <message>
        <source>declined auto.</source>
        <translation>autom. odbijanje</translation>
    </message>
    <message>
        <source>approved auto.</source>
        <translation>autom. odobravanje</translation>
    </message>
    <message>
        <source>Risk score</source>
        <translation>Skor rizika</translation>
    </message>
    <message>
        <source>No score: no model could be asked.</source>
        <translation>Nema skora: nijedan model nije bio dostupan.</translation>
    </message>
    <message>
        <source>Score %1 of 1000: in the zone that is declined automatically.</source>
        <translation>Skor %1 od 1000: u zoni automatskog odbijanja.</translation>
    </message>
    <message>
        <source>Score %1 of 1000: in the zone that is approved automatically.</source>
        <translation>Skor %1 od 1000: u zoni automatskog odobrenja.</translation>
    </message>
    <message>
        <source>Score %1 of 1000: in the zone where a person decides.</source>
        <translation>Skor %1 od 1000: u zoni u kojoj odlučuje čovek.</translation>
    </message>
    <message>
        <source>Declined automatically up to %1, approving suggested from %2, approved automatically from %3.</source>
        <translation>Automatski se odbija do %1, odobrenje se predlaže od %2, automatski se odobrava od %3.</translation>
    </message>
</context>
<context>
    <name>countersign::RuleList</name>
    <message>
        <source>done</source>
        <translation>ispunjeno</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>još nije ispunjeno</translation>
    </message>
</context>
<context>
    <name>countersign::SessionRow</name>
    <message>
        <source>Unknown program</source>
        <translation>Nepoznat program</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>ova</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>prijava %1</translation>
    </message>
    <message>
        <source>last used %1</source>
        <translation>poslednja upotreba %1</translation>
    </message>
    <message>
        <source>ends %1 at the latest</source>
        <translation>ističe najkasnije %1</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Završi</translation>
    </message>
    <message>
        <source>End the session on %1</source>
        <translation>Završi sesiju na uređaju %1</translation>
    </message>
</context>
<context>
    <name>countersign::SessionsCard</name>
    <message>
        <source>Where you are signed in</source>
        <translation>Gde ste prijavljeni</translation>
    </message>
    <message>
        <source>End all others</source>
        <translation>Završi sve ostale</translation>
    </message>
    <message>
        <source>Sign out everywhere</source>
        <translation>Odjava svuda</translation>
    </message>
    <message>
        <source>The sessions cannot be shown</source>
        <translation>Sesije se ne mogu prikazati</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Pokušaj ponovo</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n sesija</numerusform>
            <numerusform>%n sesije</numerusform>
            <numerusform>%n sesija</numerusform>
        </translation>
    </message>
    <message>
        <source>End this session?</source>
        <translation>Završiti ovu sesiju?</translation>
    </message>
    <message>
        <source>Whoever works on %1 with it is signed out within a second.</source>
        <translation>Ko god na njoj radi na uređaju %1 biće odjavljen u roku od jedne sekunde.</translation>
    </message>
    <message>
        <source>End the session</source>
        <translation>Završi sesiju</translation>
    </message>
    <message>
        <source>The session has ended.</source>
        <translation>Sesija je završena.</translation>
    </message>
    <message>
        <source>End all other sessions?</source>
        <translation>Završiti sve ostale sesije?</translation>
    </message>
    <message>
        <source>You stay signed in here; everywhere else one has to sign in again.</source>
        <translation>Ovde ostajete prijavljeni; na svim drugim mestima potrebna je nova prijava.</translation>
    </message>
    <message>
        <source>All other sessions have ended.</source>
        <translation>Sve ostale sesije su završene.</translation>
    </message>
    <message>
        <source>Sign out everywhere?</source>
        <translation>Odjaviti se svuda?</translation>
    </message>
    <message>
        <source>This session ends as well; you have to sign in again.</source>
        <translation>Završava se i ova sesija; moraćete ponovo da se prijavite.</translation>
    </message>
</context>
<context>
    <name>countersign::ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation>Prečice</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zatvori</translation>
    </message>
</context>
<context>
    <name>countersign::SideBar</name>
    <message>
        <source>Pages</source>
        <translation>Stranice</translation>
    </message>
</context>
<context>
    <name>countersign::SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Prijavi se</translation>
    </message>
    <message>
        <source>Sign in to Countersign</source>
        <translation>Prijava u Countersign</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Server: %1</translation>
    </message>
    <message>
        <source>only if you work at several banks</source>
        <translation>samo ako radite u više banaka</translation>
    </message>
    <message>
        <source>name@bank.example</source>
        <translation>ime@banka.example</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Adresa e-pošte</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Lozinka</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Banka</translation>
    </message>
    <message>
        <source>Enter your e-mail address and your password.</source>
        <translation>Unesite adresu e-pošte i lozinku.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Prijavljivanje…</translation>
    </message>
    <message>
        <source>Code of your authenticator app</source>
        <translation>Kod iz aplikacije za potvrdu identiteta</translation>
    </message>
</context>
<context>
    <name>countersign::SignatureCard</name>
    <message>
        <source>Second signature</source>
        <translation>Drugi potpis</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Komentar</translation>
    </message>
    <message>
        <source>Comment; to reject, say what the analyst should look at again</source>
        <translation>Komentar; ako odbijate, navedite šta analitičar treba ponovo da razmotri</translation>
    </message>
    <message>
        <source>Say why, in at least %1 characters; the analyst reads it.</source>
        <translation>Navedite zašto, najmanje %1 znakova; analitičar to čita.</translation>
    </message>
</context>
<context>
    <name>countersign::StatefulView</name>
    <message>
        <source>Loading…</source>
        <translation>Učitavanje…</translation>
    </message>
</context>
<context>
    <name>countersign::StatusLine</name>
    <message>
        <source>Model %1 · %2 · %3</source>
        <translation>Model %1 · %2 · %3</translation>
    </message>
    <message>
        <source>No model: every case goes to a person</source>
        <translation>Nema modela: o svakom predmetu odlučuje čovek</translation>
    </message>
    <message>
        <source>Policy v%1</source>
        <translation>Politika v%1</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Povezano sa %1</translation>
    </message>
    <message>
        <source>No answer from %1</source>
        <translation>%1 ne odgovara</translation>
    </message>
</context>
<context>
    <name>countersign::StepUpDialog</name>
    <message>
        <source>Confirm that it is you</source>
        <translation>Potvrdite da ste to vi</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Prijavljeni kao %1</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>Vaša lozinka</translation>
    </message>
    <message>
        <source>Code of your authenticator app</source>
        <translation>Kod iz aplikacije za potvrdu identiteta</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Otkaži</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Potvrdi</translation>
    </message>
    <message>
        <source>Use the password instead</source>
        <translation>Koristi lozinku</translation>
    </message>
    <message>
        <source>Use a code instead</source>
        <translation>Koristi kod</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>Unesite svoju lozinku.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Proverava se…</translation>
    </message>
</context>
<context>
    <name>countersign::TenantEditor</name>
    <message>
        <source>%1: saved.</source>
        <translation>%1: sačuvano.</translation>
    </message>
    <message>
        <source>Switch off %1</source>
        <translation>Isključi: %1</translation>
    </message>
    <message>
        <source>Every session of its people ends at once, and nobody can sign in there until it is switched on again.</source>
        <translation>Sve sesije njenih korisnika odmah se završavaju i niko ne može da se prijavi dok se ponovo ne uključi.</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Isključi</translation>
    </message>
    <message>
        <source>Somebody changed this bank meanwhile: %1. What you typed is kept; look at it and save again.</source>
        <translation>Neko je u međuvremenu izmenio ovu banku: %1. Ono što ste uneli je zadržano; pogledajte i sačuvajte ponovo.</translation>
    </message>
</context>
<context>
    <name>countersign::TenantForm</name>
    <message>
        <source>The settings of a bank</source>
        <translation>Podešavanja banke</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kratko ime</translation>
    </message>
    <message>
        <source>names the bank at sign-in; a-z, 0-9 and -</source>
        <translation>označava banku pri prijavi; a-z, 0-9 i -</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naziv</translation>
    </message>
    <message>
        <source>E-mail address of the first administrator</source>
        <translation>E-adresa prvog administratora</translation>
    </message>
    <message>
        <source>Name of the first administrator</source>
        <translation>Ime prvog administratora</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Valuta</translation>
    </message>
    <message>
        <source>three letters, for example RSD</source>
        <translation>tri slova, na primer RSD</translation>
    </message>
    <message>
        <source>Locale</source>
        <translation>Jezik i region</translation>
    </message>
    <message>
        <source>for example sr-Latn-RS</source>
        <translation>na primer sr-Latn-RS</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Vremenska zona</translation>
    </message>
    <message>
        <source>Portfolio bad rate (%)</source>
        <translation>Stopa loših kredita (%)</translation>
    </message>
    <message>
        <source>share of loans that go bad, for example 4,5</source>
        <translation>udeo kredita koji se ne vraćaju, na primer 4,5</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Odbaci</translation>
    </message>
    <message>
        <source>No bank is selected</source>
        <translation>Nijedna banka nije izabrana</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktivna</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Isključena</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Isključi</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Uključi</translation>
    </message>
    <message>
        <source>New bank</source>
        <translation>Nova banka</translation>
    </message>
</context>
<context>
    <name>countersign::TenantModel</name>
    <message>
        <source>Name</source>
        <translation>Naziv</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kratko ime</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Valuta</translation>
    </message>
    <message>
        <source>Locale</source>
        <translation>Jezik i region</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Vremenska zona</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stanje</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktivna</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Isključena</translation>
    </message>
</context>
<context>
    <name>countersign::TenantsPage</name>
    <message>
        <source>Filter by state</source>
        <translation>Filter po stanju</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Sva stanja</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Uključene</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Isključene</translation>
    </message>
    <message>
        <source>New bank</source>
        <translation>Nova banka</translation>
    </message>
    <message>
        <source>Banks</source>
        <translation>Banke</translation>
    </message>
    <message>
        <source>There are no banks</source>
        <translation>Nema banaka</translation>
    </message>
    <message>
        <source>The first one is made with the button above.</source>
        <translation>Prvi unos se pravi dugmetom iznad.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Osveži</translation>
    </message>
    <message>
        <source>No bank matches</source>
        <translation>Nijedna banka ne odgovara</translation>
    </message>
    <message>
        <source>No bank fits this filter.</source>
        <translation>Nijedna banka ne odgovara ovom filteru.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Prikaži sve</translation>
    </message>
    <message>
        <source>The banks cannot be shown</source>
        <translation>Banke ne mogu da se prikažu</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Pokušaj ponovo</translation>
    </message>
</context>
<context>
    <name>countersign::TermsEdit</name>
    <message>
        <source>Terms</source>
        <translation>Parametri kredita</translation>
    </message>
    <message>
        <source>Approved amount</source>
        <translation>Odobreni iznos</translation>
    </message>
    <message>
        <source> months</source>
        <translation> mes.</translation>
    </message>
    <message>
        <source>Months to repay</source>
        <translation>Rok otplate u mesecima</translation>
    </message>
    <message>
        <source>Nominal yearly interest rate</source>
        <translation>Nominalna godišnja kamatna stopa</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Rata</translation>
    </message>
    <message>
        <source>Monthly payment</source>
        <translation>Mesečna rata</translation>
    </message>
    <message>
        <source>%1 monthly</source>
        <translation>%1 mesečno</translation>
    </message>
    <message>
        <source>Counteroffer %1</source>
        <translation>Kontraponuda %1</translation>
    </message>
</context>
<context>
    <name>countersign::TextPart</name>
    <message>
        <source>%1, at least %2</source>
        <translation>%1, najmanje %2</translation>
    </message>
</context>
<context>
    <name>countersign::TopBar</name>
    <message>
        <source>%1: menu</source>
        <translation>%1: meni</translation>
    </message>
</context>
<context>
    <name>countersign::TotpCard</name>
    <message>
        <source>One-time codes</source>
        <translation>Jednokratni kodovi</translation>
    </message>
    <message>
        <source>Signing in needs a code from now on.</source>
        <translation>Od sada je za prijavu potreban kod.</translation>
    </message>
    <message>
        <source>Signing in needs no code any more.</source>
        <translation>Za prijavu više nije potreban kod.</translation>
    </message>
    <message>
        <source>on</source>
        <translation>uključeni</translation>
    </message>
    <message>
        <source>off</source>
        <translation>isključeni</translation>
    </message>
</context>
<context>
    <name>countersign::TotpSetUp</name>
    <message>
        <source>A code of an authenticator app, asked for when you sign in, keeps whoever learns your password out of your account.</source>
        <translation>Kod iz aplikacije za potvrdu identiteta, koji se traži pri prijavi, štiti vaš nalog i kada neko sazna vašu lozinku.</translation>
    </message>
    <message>
        <source>Set up one-time codes</source>
        <translation>Podesi jednokratne kodove</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>Vaša lozinka</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Nastavi</translation>
    </message>
    <message>
        <source>Scan this with your authenticator app, or type the secret into it. It is shown this once.</source>
        <translation>Skenirajte ovo aplikacijom za potvrdu identiteta ili u nju upišite tajni ključ. Prikazuje se samo sada.</translation>
    </message>
    <message>
        <source>The secret as a QR code</source>
        <translation>Tajni ključ kao QR kod</translation>
    </message>
    <message>
        <source>The code that the app shows now</source>
        <translation>Kod koji aplikacija sada prikazuje</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Uključi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Otkaži</translation>
    </message>
    <message>
        <source>Secret: %1</source>
        <translation>Tajni ključ: %1</translation>
    </message>
</context>
<context>
    <name>countersign::TotpSwitchOff</name>
    <message>
        <source>Signing in needs a code of your authenticator app. Without the app an administrator can reset your password, which switches the codes off.</source>
        <translation>Za prijavu je potreban kod iz aplikacije za potvrdu identiteta. Ako ostanete bez aplikacije, administrator može da vam poništi lozinku, čime se kodovi isključuju.</translation>
    </message>
    <message>
        <source>Switch one-time codes off</source>
        <translation>Isključi jednokratne kodove</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>Vaša lozinka</translation>
    </message>
    <message>
        <source>The code that the app shows now</source>
        <translation>Kod koji aplikacija sada prikazuje</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Otkaži</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Isključi</translation>
    </message>
</context>
<context>
    <name>countersign::UserForm</name>
    <message>
        <source>The selected user</source>
        <translation>Izabrani korisnik</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Otključaj</translation>
    </message>
    <message>
        <source>New one-time password</source>
        <translation>Nova jednokratna lozinka</translation>
    </message>
    <message>
        <source>What is recorded</source>
        <translation>Šta je zapisano</translation>
    </message>
    <message>
        <source>name@bank.example</source>
        <translation>ime@banka.example</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Adresa e-pošte</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ime</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Uloga</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Dozvole</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Odbaci</translation>
    </message>
    <message>
        <source>Nobody is selected</source>
        <translation>Niko nije izabran</translation>
    </message>
    <message>
        <source>made %1</source>
        <translation>napravljen %1</translation>
    </message>
    <message>
        <source>signed in last %1</source>
        <translation>poslednja prijava %1</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Isključi</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Uključi</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Novi korisnik</translation>
    </message>
    <message>
        <source>Gets a one-time password, which you are shown once.</source>
        <translation>Dobija jednokratnu lozinku, koja vam se prikazuje jednom.</translation>
    </message>
</context>
<context>
    <name>countersign::UserModel</name>
    <message>
        <source>Switched off</source>
        <translation>Isključen</translation>
    </message>
    <message>
        <source>Locked until %1</source>
        <translation>Zaključan do %1</translation>
    </message>
    <message>
        <source>Has a one-time password</source>
        <translation>Ima jednokratnu lozinku</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktivan</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ime</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Adresa e-pošte</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Uloga</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stanje</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Poslednja prijava</translation>
    </message>
    <message>
        <source>%1, adjusted</source>
        <translation>%1, prilagođeno</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nikada</translation>
    </message>
</context>
<context>
    <name>countersign::UsersPage</name>
    <message>
        <source>%1: saved.</source>
        <translation>%1: sačuvano.</translation>
    </message>
    <message>
        <source>%1 may sign in again.</source>
        <translation>%1 može ponovo da se prijavi.</translation>
    </message>
    <message>
        <source>Switch off %1</source>
        <translation>Isključi: %1</translation>
    </message>
    <message>
        <source>Every session ends at once, and nobody can sign in with this address until it is switched on again.</source>
        <translation>Sve sesije se odmah završavaju i niko ne može da se prijavi ovom adresom dok se ponovo ne uključi.</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Isključi</translation>
    </message>
    <message>
        <source>%1 is switched off.</source>
        <translation>%1: isključeno.</translation>
    </message>
    <message>
        <source>A new one-time password for %1</source>
        <translation>Nova jednokratna lozinka: %1</translation>
    </message>
    <message>
        <source>The password of today stops working and every session ends at once.</source>
        <translation>Sadašnja lozinka prestaje da važi i sve sesije se odmah završavaju.</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Napravi</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Neko</translation>
    </message>
    <message>
        <source>%1 changed this user meanwhile%2. What you typed is kept; look at it and save again.</source>
        <translation>%1: u međuvremenu je izmenjen ovaj korisnik%2. Ono što ste uneli je zadržano; pogledajte i sačuvajte ponovo.</translation>
    </message>
    <message>
        <source>%1 may try again.</source>
        <translation>%1 može ponovo da pokuša.</translation>
    </message>
    <message>
        <source>Name or address (%1)</source>
        <translation>Ime ili adresa (%1)</translation>
    </message>
    <message>
        <source>Search users</source>
        <translation>Pretraga korisnika</translation>
    </message>
    <message>
        <source>Filter by role</source>
        <translation>Filter po ulozi</translation>
    </message>
    <message>
        <source>All roles</source>
        <translation>Sve uloge</translation>
    </message>
    <message>
        <source>Filter by state</source>
        <translation>Filter po stanju</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Sva stanja</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Uključeni</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Isključeni</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Novi korisnik</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Korisnici</translation>
    </message>
    <message>
        <source>There are no users</source>
        <translation>Nema korisnika</translation>
    </message>
    <message>
        <source>The first one is made with the button above.</source>
        <translation>Prvi unos se pravi dugmetom iznad.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Osveži</translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation>Niko ne odgovara</translation>
    </message>
    <message>
        <source>No user fits this search and these filters.</source>
        <translation>Nijedan korisnik ne odgovara ovoj pretrazi i ovim filterima.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Prikaži sve</translation>
    </message>
    <message>
        <source>The users cannot be shown</source>
        <translation>Korisnici ne mogu da se prikažu</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Pokušaj ponovo</translation>
    </message>
</context>
<context>
    <name>countersign::Workbench</name>
    <message>
        <source>No keychain: you will be asked for the password at the next start.</source>
        <translation>Nema sistemskog trezora lozinki: pri sledećem pokretanju biće tražena lozinka.</translation>
    </message>
</context>
</TS>

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
        <source>The address or the password is not right. If your address is used at several banks, name yours as well.</source>
        <translation>Adresa ili lozinka nije ispravna. Ako se vaša adresa koristi u više banaka, navedite i svoju banku.</translation>
    </message>
    <message>
        <source>The session has ended. Sign in again; what you typed is still here.</source>
        <translation>Sesija je istekla. Prijavite se ponovo; ono što ste uneli je sačuvano.</translation>
    </message>
    <message>
        <source>Somebody changed this case meanwhile. What you typed is kept; look at the case again before you submit.</source>
        <translation>Neko je u međuvremenu izmenio ovaj predmet. Vaš unos je sačuvan; pogledajte predmet ponovo pre potvrde.</translation>
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
    <message>
        <source>Queue</source>
        <translation>Red čekanja</translation>
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
    <name>countersign::Workbench</name>
    <message>
        <source>No keychain: you will be asked for the password at the next start.</source>
        <translation>Nema sistemskog trezora lozinki: pri sledećem pokretanju biće tražena lozinka.</translation>
    </message>
</context>
</TS>

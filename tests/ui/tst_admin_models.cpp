// Users, tenants and the record of changes as tables, and what somebody types about them.
#include "ui/models/AuditDiffModel.h"
#include "ui/models/AuditModel.h"
#include "ui/models/AuditWords.h"
#include "ui/models/CellRoles.h"
#include "ui/models/TenantDraft.h"
#include "ui/models/TenantModel.h"
#include "ui/models/UserDraft.h"
#include "ui/models/UserModel.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace countersign;

namespace {

const Instant kNow = *instantFromIso(u"2026-11-24T12:00:00Z");

api::UserAccount user(const char *name, Role role = Role::Analyst)
{
    api::UserAccount account;
    account.id = UserId::make(kNow);
    account.name = QString::fromUtf8(name);
    account.email = QString::fromUtf8(name).toLower().remove(QLatin1Char(' ')) + QStringLiteral("@demo.example");
    account.role = role;
    account.createdAt = kNow;
    return account;
}

template <class Item>
Page<Item> page(const QList<Item> &items)
{
    Page<Item> result;
    result.items = items;
    result.total = items.size();
    return result;
}

QString cell(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

api::AuditItem entryOf(const QJsonObject &before, const QJsonObject &after, const QJsonObject &diff = {})
{
    api::AuditItem entry;
    entry.id = makeUuidV7(kNow);
    entry.occurredAt = kNow;
    entry.actor = {QStringLiteral("user"), makeUuidV7(kNow), QStringLiteral("Vera Admin")};
    entry.entityType = QStringLiteral("user");
    entry.entityId = makeUuidV7(kNow);
    entry.action = QStringLiteral("rights_changed");
    entry.oldValue = before;
    entry.newValue = after;
    if (!diff.isEmpty())
        entry.diff = diff;
    return entry;
}

} // namespace

class TestAdminModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::Serbian, QLocale::LatinScript, QLocale::Serbia)); }
    void usersComePageByPageAndOnce();
    void aUserSaysWhatKeepsHimOut();
    void everyModelKeepsTheRulesOfItemModels();
    void onlyWhatWasTypedIsSent();
    void whatWasTypedStaysAndTheRestIsTakenOver();
    void whatOthersChangedIsSaidInWords();
    void aTenantsDraftIsReadAndJudged();
    void aTenantsDraftIsRebased();
    void theRecordShowsWhatChangedAndWhatIsMasked();
    void aMaskedChangeIsShownAsAChange();
    void codesOfTheRecordHaveWords();
    void aFaultOfTheChainSaysWhere();
};

void TestAdminModels::usersComePageByPageAndOnce()
{
    UserModel model;
    const QAbstractItemModelTester tester(&model);
    const api::UserAccount ana = user("Ana Pregled");
    const api::UserAccount vera = user("Vera Admin", Role::Admin);
    model.setFirst(page<api::UserAccount>({ana}));
    model.append(page<api::UserAccount>({ana, vera}));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(cell(model, 1, UserModel::Name), QStringLiteral("Vera Admin"));
    QCOMPARE(cell(model, 1, UserModel::UserRole), QStringLiteral("Administrator"));
    api::UserAccount renamed = ana;
    renamed.name = QStringLiteral("Ana Novak");
    model.update(renamed);
    QCOMPARE(cell(model, 0, UserModel::Name), QStringLiteral("Ana Novak"));
    QCOMPARE(model.rowOf(vera.id), 1);
    model.setFirst({});
    QCOMPARE(model.rowCount(), 0);
}

void TestAdminModels::aUserSaysWhatKeepsHimOut()
{
    api::UserAccount account = user("Ana Pregled");
    QCOMPARE(UserModel::stateText(account, kNow), QStringLiteral("Active"));
    account.mustChangePassword = true;
    QCOMPARE(UserModel::stateText(account, kNow), QStringLiteral("Has a one-time password"));
    account.lockedUntil = kNow + std::chrono::minutes(5);
    QVERIFY(UserModel::stateText(account, kNow).startsWith(QLatin1String("Locked until")));
    QVERIFY(!isLocked(account, kNow + std::chrono::minutes(6))); // by itself
    account.isActive = false;
    QCOMPARE(UserModel::stateText(account, kNow), QStringLiteral("Switched off"));
    UserModel model;
    account.grants = {Permission::AuditView};
    model.setFirst(page<api::UserAccount>({account}));
    QCOMPARE(cell(model, 0, UserModel::UserRole), QStringLiteral("Analyst, adjusted"));
    QVERIFY(model.index(0, UserModel::Name).data(MutedRole).toBool());
}

void TestAdminModels::everyModelKeepsTheRulesOfItemModels()
{
    TenantModel tenants;
    AuditModel audit;
    AuditDiffModel diff;
    const QAbstractItemModelTester first(&tenants);
    const QAbstractItemModelTester second(&audit);
    const QAbstractItemModelTester third(&diff);
    api::TenantInfo tenant;
    tenant.id = TenantId::make(kNow);
    tenant.name = QStringLiteral("Demo bank");
    tenants.setFirst(page<api::TenantInfo>({tenant}));
    audit.setNow(kNow);
    audit.setFirst(page<api::AuditItem>({entryOf({}, {})}));
    audit.append(page<api::AuditItem>({entryOf({}, {}), entryOf({}, {})}));
    diff.setEntry(entryOf({{QStringLiteral("role"), QStringLiteral("analyst")}},
                          {{QStringLiteral("role"), QStringLiteral("admin")}}));
    QCOMPARE(audit.rowCount(), 3);
    QCOMPARE(cell(audit, 0, AuditModel::Who), QStringLiteral("Vera Admin"));
    QCOMPARE(cell(audit, 0, AuditModel::Number), QStringLiteral("not yet"));
    diff.clear();
    tenants.setFirst({});
}

void TestAdminModels::onlyWhatWasTypedIsSent()
{
    const api::UserAccount account = user("Ana Pregled");
    UserDraft draft = draftOf(account);
    QVERIFY(!patchFor(account, draft).name);
    draft.grants = {Permission::AuditView};
    const api::UserPatch patch = patchFor(account, draft);
    QVERIFY(!patch.name && !patch.role && !patch.denials);
    QCOMPARE(*patch.grants, QList<Permission>{Permission::AuditView});
    draft.grants = {};
    draft.name = QStringLiteral("  Ana Novak ");
    QCOMPARE(*patchFor(account, draft).name, QStringLiteral("Ana Novak"));
}

void TestAdminModels::whatWasTypedStaysAndTheRestIsTakenOver()
{
    const api::UserAccount before = user("Ana Pregled");
    UserDraft typed = draftOf(before);
    typed.grants = {Permission::AuditView};
    typed.name = QStringLiteral("Ana Novak");
    api::UserAccount now = before;
    now.role = Role::SeniorAnalyst;
    now.name = QStringLiteral("Ana P.");
    now.denials = {Permission::DecisionCreate};
    const UserDraft result = rebased(typed, before, now);
    QCOMPARE(result.name, QStringLiteral("Ana Novak"));
    QCOMPARE(result.role, Role::SeniorAnalyst);
    QVERIFY(result.grants == PermissionSet{Permission::AuditView});
    QVERIFY(result.denials == PermissionSet{Permission::DecisionCreate});
}

void TestAdminModels::whatOthersChangedIsSaidInWords()
{
    const api::UserAccount before = user("Ana Pregled");
    QVERIFY(changesBetween(before, before).isEmpty());
    api::UserAccount now = before;
    now.role = Role::Readonly;
    now.grants = {Permission::AuditView};
    now.isActive = false;
    QCOMPARE(
        changesBetween(before, now),
        (QStringList{QString::fromUtf8("Role: Analyst → Reader"),
                     QStringLiteral("Granted: Read and verify the audit record"), QStringLiteral("Switched off")}));
    QCOMPARE(changesBetween(now, before).at(1), QStringLiteral("No longer granted: Read and verify the audit record"));
}

void TestAdminModels::aTenantsDraftIsReadAndJudged()
{
    api::TenantInfo tenant;
    tenant.name = QStringLiteral("Demo bank");
    tenant.locale = QStringLiteral("sr-Latn-RS");
    tenant.timeZone = QStringLiteral("Europe/Belgrade");
    tenant.portfolioBadRate = 0.045;
    TenantDraft draft = draftOf(tenant);
    QCOMPARE(draft.badRate, QStringLiteral("4,5"));
    QVERIFY(faultsOf(draft, false).isEmpty());
    QVERIFY(!patchFor(tenant, draft).portfolioBadRate);
    draft.badRate = QStringLiteral("5.25 %");
    QCOMPARE(*patchFor(tenant, draft).portfolioBadRate, 0.0525);
    draft.badRate = QStringLiteral("a lot");
    draft.currency = QStringLiteral("XYZ");
    draft.timeZone = QStringLiteral("Europe/Nowhere");
    draft.calendar.closes = QStringLiteral("00:00");
    QStringList paths;
    for (const FieldError &fault : faultsOf(draft, true))
        paths.append(fault.path);
    for (const char *path : {"slug", "administrator.email", "administrator.name", "currency", "portfolio_bad_rate",
                             "time_zone", "sla_calendar.closes"})
        QVERIFY2(paths.contains(QLatin1String(path)), path);
}

void TestAdminModels::aTenantsDraftIsRebased()
{
    api::TenantInfo before;
    before.name = QStringLiteral("Demo bank");
    TenantDraft typed = draftOf(before);
    typed.badRate = QStringLiteral("4");
    api::TenantInfo now = before;
    now.locale = QStringLiteral("en");
    now.slaCalendar.opens = QStringLiteral("08:00");
    const TenantDraft result = rebased(typed, before, now);
    QCOMPARE(result.badRate, QStringLiteral("4"));
    QCOMPARE(result.locale, QStringLiteral("en"));
    QCOMPARE(result.calendar.opens, QStringLiteral("08:00"));
    QCOMPARE(changesBetween(before, now).size(), 2);
}

void TestAdminModels::theRecordShowsWhatChangedAndWhatIsMasked()
{
    AuditDiffModel model;
    // Of a thing that was made: everything.
    model.setEntry(entryOf(
        {}, {{QStringLiteral("email"), QStringLiteral("***@demo.example")}, {QStringLiteral("is_active"), true}}));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(cell(model, 0, AuditDiffModel::After), QStringLiteral("***@demo.example (masked)"));
    QCOMPARE(cell(model, 0, AuditDiffModel::Before), QString::fromUtf8("—"));
    QCOMPARE(cell(model, 1, AuditDiffModel::Field), QStringLiteral("Is active"));
    QCOMPARE(cell(model, 1, AuditDiffModel::After), QStringLiteral("yes"));
    QVERIFY(model.index(0, AuditDiffModel::After).data(MutedRole).toBool());
}

void TestAdminModels::aMaskedChangeIsShownAsAChange()
{
    const QJsonObject same{{QStringLiteral("name"), QStringLiteral("Ma***k")}};
    const QJsonObject diff{{QStringLiteral("name"),
                            QJsonObject{{QStringLiteral("old"), QStringLiteral("Ma***k")},
                                        {QStringLiteral("new"), QStringLiteral("Ma***k")}}}};
    AuditDiffModel model;
    model.setEntry(entryOf(same, same, diff));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(cell(model, 0, AuditDiffModel::Field), QStringLiteral("Name"));
    model.setEntry(entryOf({}, {}));
    QCOMPARE(model.rowCount(), 0);
}

void TestAdminModels::codesOfTheRecordHaveWords()
{
    QCOMPARE(words::auditAction(QStringLiteral("rights_changed")), QStringLiteral("rights changed"));
    QCOMPARE(words::auditAction(QStringLiteral("something_new")), QStringLiteral("something_new"));
    QCOMPARE(words::auditField(QStringLiteral("applicant_data.personal.email")),
             QStringLiteral("Applicant data: Personal: Email"));
    QCOMPARE(words::auditActor({QStringLiteral("system"), {}, {}}), QStringLiteral("the system"));
}

void TestAdminModels::aFaultOfTheChainSaysWhere()
{
    QCOMPARE(words::auditFault({QStringLiteral("altered"), 1234, {}}),
             QStringLiteral("Entry no. 1.234 is not what was written: it was altered."));
    const QUuid id = makeUuidV7(kNow);
    QVERIFY(words::auditFault({QStringLiteral("inserted"), {}, id}).contains(id.toString(QUuid::WithoutBraces)));
    for (const char *kind : {"altered", "missing", "inserted", "swapped", "cut_tail", "forged", "checkpoint"})
        QVERIFY2(!words::auditFault({QLatin1String(kind), 7, {}}).contains(QLatin1String(kind) + QLatin1String(" (")),
                 kind);
}

QTEST_GUILESS_MAIN(TestAdminModels)
#include "tst_admin_models.moc"

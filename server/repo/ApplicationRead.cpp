// The reading half of ApplicationRepo: lists, counts, searches and the detail.
#include "core/application/PersonLookup.h"
#include "core/application/SearchText.h"
#include "server/repo/ApplicationRepo.h"
#include "server/repo/PersonalParts.h"
#include "server/repo/RowRead.h"
#include "server/repo/SealedColumns.h"

namespace countersign {

namespace {

struct ListRow {
    api::ApplicationSort sort;
    SortOrder order;
    const char *statement;
    const char *ofStatuses = nullptr; ///< for several statuses, where each is read in order
};
constexpr std::array kLists{
    ListRow{api::ApplicationSort::CreatedAt, SortOrder::Asc, "application/list_by_created_at_asc",
            "application/list_statuses_by_created_at_asc"},
    ListRow{api::ApplicationSort::CreatedAt, SortOrder::Desc, "application/list_by_created_at_desc",
            "application/list_statuses_by_created_at_desc"},
    ListRow{api::ApplicationSort::Amount, SortOrder::Asc, "application/list_by_amount_asc"},
    ListRow{api::ApplicationSort::Amount, SortOrder::Desc, "application/list_by_amount_desc"},
    ListRow{api::ApplicationSort::Score, SortOrder::Asc, "application/list_by_score_asc"},
    ListRow{api::ApplicationSort::Score, SortOrder::Desc, "application/list_by_score_desc"},
};

/// The amounts of a filter are compared with minor units of the tenant's own currency; two decimals serve all that the
/// product lends in but the few without a minor unit, whose amounts are whole.
std::optional<qint64> minorFilter(const std::optional<Amount> &amount)
{
    return amount ? std::optional(amount->hundredths) : std::nullopt;
}

void bindFilters(Query &query, const api::ApplicationQuery &filter, const ListLimits &limits)
{
    query.bind("from_date", filter.fromDate)
        .bind("to_date", filter.toDate)
        .bind("amount_min", minorFilter(filter.amountMin))
        .bind("amount_max", minorFilter(filter.amountMax))
        .bind("score_min", filter.scoreMin)
        .bind("score_max", filter.scoreMax)
        .bind("ids", limits.ids)
        .bind("hidden_id", limits.hidden);
}

/// One status is asked for otherwise than several: an index has its applications in their order.
struct StatusFilter {
    std::optional<QString> only;
    std::optional<QStringList> several;
};

StatusFilter statusFilter(const api::ApplicationQuery &query)
{
    QStringList texts;
    for (const ApplicationStatus status : query.status)
        texts.append(toText(status));
    texts.removeDuplicates();
    if (texts.isEmpty())
        return {};
    return texts.size() == 1 ? StatusFilter{texts.first(), {}} : StatusFilter{{}, texts};
}

/// What a typed text could be of a person.
struct PersonHashes {
    std::optional<QByteArray> nationalId;
    std::optional<QByteArray> contact;
};

PersonHashes hashesOf(const QString &text, const KeyRing &keys, TenantId tenant)
{
    PersonHashes hashes;
    if (looksLikeNationalId(text))
        hashes.nationalId = keys.lookupHash(tenant, LookupKind::NationalId, nationalIdForm(text));
    if (looksLikeEmail(text))
        hashes.contact = keys.lookupHash(tenant, LookupKind::Email, emailForm(text));
    else if (looksLikePhone(text))
        hashes.contact = keys.lookupHash(tenant, LookupKind::Phone, phoneForm(text));
    return hashes;
}

Result<api::ApplicationItem> itemOf(const Query &row, const repo::Opener &opener)
{
    api::ApplicationItem item;
    item.id = row.get<ApplicationId>("id");
    item.externalId = row.get<QString>("external_id");
    auto name = opener.nameOf(row, item.id);
    if (!name)
        return name.error();
    item.applicantName = std::move(*name);
    item.currency = repo::currencyOf(row);
    item.amount = repo::amountOf(row, "amount_minor", item.currency);
    item.termMonths = row.get<int>("term_months");
    item.purpose = repo::enumOf<LoanPurpose>(row, "purpose");
    item.status = repo::enumOf<ApplicationStatus>(row, "status");
    item.score = row.get<std::optional<int>>("score");
    item.riskCategory = repo::optionalEnumOf<RiskCategory>(row, "risk_category");
    item.createdAt = row.get<Instant>("created_at");
    item.version = row.get<int>("version");
    return item;
}

/// What is sealed, or what stands for it when the person was erased.
Result<repo::SealedPart> readSealed(const Query &row, api::CaseDetail &detail, const repo::Opener &opener)
{
    const auto key = opener.keyOf(row);
    if (!key)
        return key.error();
    if (!*key)
        return repo::erasedPart();
    if (row.get<std::optional<QByteArray>>(repo::kSealedMetadata)) {
        const auto metadata = opener.open(**key, detail.id.uuid(), row, repo::kSealedMetadata);
        if (!metadata)
            return metadata.error();
        detail.metadata = QJsonDocument::fromJson(*metadata).object();
    }
    const auto part = opener.open(**key, detail.id.uuid(), row, repo::kSealedPerson);
    return part ? readJson<repo::SealedPart>(*part) : Result<repo::SealedPart>(part.error());
}

Result<void> readApplicant(const Query &row, api::CaseDetail &detail, const repo::Opener &opener)
{
    detail.personId = row.get<PersonId>("person_id");
    detail.erasedAt = row.get<std::optional<Instant>>("erased_at");
    auto name = opener.nameOf(row, detail.id);
    if (!name)
        return name.error();
    detail.applicantName = std::move(*name);
    const auto plain = repo::jsonOf<repo::PlainPart>(row, "applicant_data");
    if (!plain)
        return plain.error();
    const auto sealed = readSealed(row, detail, opener);
    if (!sealed)
        return sealed.error();
    detail.applicantData = repo::joined(*plain, *sealed);
    return {};
}

Result<void> readDocuments(const Query &row, api::CaseDetail &detail)
{
    auto finances = repo::jsonOf<api::FinancialData>(row, "financial_data");
    if (!finances)
        return finances.error();
    detail.financialData = *finances;
    if (row.get<std::optional<QString>>("credit_bureau_data")) {
        auto bureau = repo::jsonOf<api::CreditBureauData>(row, "credit_bureau_data");
        if (!bureau)
            return bureau.error();
        detail.creditBureauData = *bureau;
    }
    return {};
}

} // namespace

Result<QList<api::ApplicationItem>> ApplicationRepo::list(const api::ApplicationQuery &query,
                                                          const ListLimits &limits,
                                                          const std::optional<PageStart> &start, const KeyRing &keys)
{
    if (auto planned = m_transaction.query("session/plan_for_values").exec(); !planned)
        return planned.error();
    const auto row = std::find_if(kLists.begin(), kLists.end(), [&query](const ListRow &list) {
        return list.sort == query.sortBy && list.order == query.sortOrder;
    });
    const StatusFilter status = statusFilter(query);
    const bool isMerged = status.several && row->ofStatuses;
    Query page = m_transaction.query(isMerged ? row->ofStatuses : row->statement);
    bindFilters(page, query, limits);
    if (!isMerged)
        page.bind("status", status.only);
    if (isMerged || !row->ofStatuses)
        page.bind("statuses", status.several);
    page.bind("tenant_id", m_tenant)
        .bind("after_key", start ? std::optional(start->afterKey) : std::nullopt)
        .bind("after_id", start ? std::optional(start->afterId) : std::nullopt)
        .bind("limit", query.pageSize)
        .bind("offset", start ? 0 : (query.page - 1) * query.pageSize);
    if (auto done = page.exec(); !done)
        return done.error();
    QList<api::ApplicationItem> items;
    while (page.next()) {
        auto item = itemOf(page, {keys, m_tenant});
        if (!item)
            return item.error();
        items.append(std::move(*item));
    }
    return items;
}

Result<qint64> ApplicationRepo::count(const api::ApplicationQuery &query, const ListLimits &limits, int cap)
{
    Query counted = m_transaction.query("application/count");
    bindFilters(counted, query, limits);
    const StatusFilter status = statusFilter(query);
    counted.bind("status", status.only).bind("statuses", status.several);
    counted.bind("tenant_id", m_tenant).bind("scored_only", query.sortBy == api::ApplicationSort::Score).bind("cap", cap);
    if (auto done = counted.exec(); !done)
        return done.error();
    counted.next();
    return counted.get<qint64>("total");
}

Result<QStringList> ApplicationRepo::search(const QString &text, int limit, const KeyRing &keys)
{
    QSet<QString> ids;
    const auto collect = [&ids](Query &found) -> Result<void> {
        if (auto done = found.exec(); !done)
            return done;
        while (found.next())
            ids.insert(found.get<QString>("id"));
        return {};
    };
    Query byId = m_transaction.query("application/find_by_external_prefix");
    // In the C collation every text that begins with the prefix lies before the prefix and the largest character.
    byId.bind("tenant_id", m_tenant).bind("prefix", text).bind("prefix_end", QString(text + QChar(0xffff))).bind("limit", limit);
    if (auto done = collect(byId); !done)
        return done.error();
    if (const PersonHashes hashes = hashesOf(text, keys, m_tenant); hashes.nationalId || hashes.contact) {
        Query byHash = m_transaction.query("application/find_by_hashes");
        byHash.bind("tenant_id", m_tenant).bind("national_id_hash", hashes.nationalId).bind("contact_hash", hashes.contact).bind("limit", limit);
        if (auto done = collect(byHash); !done)
            return done.error();
    }
    const QString needle = searchTerm(text);
    if (needle.size() >= 3) {
        Query byName = m_transaction.query("application/search_by_name");
        byName.bind("tenant_id", m_tenant).bind("needle", needle).bind("limit", limit);
        if (auto done = collect(byName); !done)
            return done.error();
    }
    return QStringList(ids.begin(), ids.end());
}

Result<ApplicationExtras> ApplicationRepo::extrasOf(ApplicationId id)
{
    Query row = m_transaction.query("application/extras");
    if (auto done = row.bind("tenant_id", m_tenant).bind("id", id).exec(); !done)
        return done.error();
    if (!row.next())
        return ApplicationExtras();
    return ApplicationExtras{row.get<bool>("has_requests"), row.get<bool>("has_documents"), row.get<bool>("has_notes"),
                             row.get<bool>("has_others")};
}

Result<QList<api::RelatedApplication>> ApplicationRepo::ofSamePerson(ApplicationId id, int limit)
{
    Query row = m_transaction.query("application/of_same_person");
    if (auto done = row.bind("tenant_id", m_tenant).bind("id", id).bind("limit", limit).exec(); !done)
        return done.error();
    QList<api::RelatedApplication> others;
    while (row.next()) {
        const Currency currency = repo::currencyOf(row);
        others.append({row.get<ApplicationId>("id"), row.get<QString>("external_id"), repo::enumOf<ApplicationStatus>(row, "status"),
                       repo::amountOf(row, "amount_minor", currency), currency, row.get<Instant>("created_at")});
    }
    return others;
}

Result<QList<ApplicationId>> ApplicationRepo::idsOf(PersonId person)
{
    Query row = m_transaction.query("application/ids_of_person");
    if (auto done = row.bind("tenant_id", m_tenant).bind("person_id", person).exec(); !done)
        return done.error();
    QList<ApplicationId> ids;
    while (row.next())
        ids.append(row.get<ApplicationId>("id"));
    return ids;
}

Result<SecretKey> ApplicationRepo::keyOfApplicant(ApplicationId id, const KeyRing &keys)
{
    Query row = m_transaction.query("application/person_key");
    if (auto done = row.bind("tenant_id", m_tenant).bind("id", id).exec(); !done)
        return done.error();
    const auto key = row.next() ? repo::Opener{keys, m_tenant}.keyOf(row) : std::optional<SecretKey>();
    if (!key)
        return key.error();
    if (*key)
        return **key;
    return Error{ErrorCode::Conflict,
                 QStringLiteral("person_erased"),
                 QStringLiteral("The applicant's personal data was erased; nothing more can be written about the case."),
                 {}};
}

Result<std::optional<api::CaseDetail>> ApplicationRepo::detail(ApplicationId id, const KeyRing &keys,
                                                                  const std::optional<ApiKeyId> &key)
{
    Query row = m_transaction.query("application/detail");
    if (auto done = row.bind("tenant_id", m_tenant).bind("id", id).bind("created_by_key", key).exec(); !done)
        return done.error();
    if (!row.next())
        return std::optional<api::CaseDetail>();
    api::CaseDetail detail;
    detail.id = id;
    detail.externalId = row.get<QString>("external_id");
    detail.status = repo::enumOf<ApplicationStatus>(row, "status");
    detail.source = repo::enumOf<ApplicationSource>(row, "source");
    detail.priorityCustomer = row.get<bool>("priority_customer");
    if (auto read = readApplicant(row, detail, {keys, m_tenant}); !read)
        return read.error();
    if (auto read = readDocuments(row, detail); !read)
        return read.error();
    detail.loanRequest = repo::loanRequestOf(row);
    detail.derived = {row.get<std::optional<double>>("dti_ratio"), row.get<std::optional<double>>("loan_to_income"),
                      row.get<std::optional<double>>("payment_to_income"),
                      repo::optionalAmountOf(row, "estimated_payment_minor", detail.loanRequest.currency)};
    detail.createdAt = row.get<Instant>("created_at");
    detail.expiresAt = row.get<Instant>("expires_at");
    detail.cancelReason = repo::optionalEnumOf<CancelReason>(row, "cancel_reason");
    detail.version = row.get<int>("version");
    return std::optional(detail);
}

} // namespace countersign

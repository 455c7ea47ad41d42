#include "core/api/ApplicationEdit.h"

#include "core/application/PersonLookup.h"

namespace countersign {

namespace {

api::ApplicationCreate asReceived(const api::CaseDetail &detail)
{
    api::ApplicationCreate application;
    application.externalId = detail.externalId;
    application.source = detail.source;
    application.metadata = detail.metadata;
    application.priorityCustomer = detail.priorityCustomer;
    application.applicantData = detail.applicantData;
    application.financialData = detail.financialData;
    application.creditBureauData = detail.creditBureauData;
    application.loanRequest = detail.loanRequest;
    return application;
}

/// Metadata is one of them: its names are the sender's own and may say anything.
void collectLeaves(const QString &path, const QJsonValue &value, QJsonObject &leaves)
{
    if (!value.isObject() || path == QLatin1String("metadata")) {
        if (!value.isNull())
            leaves.insert(path, value);
        return;
    }
    const QJsonObject members = value.toObject();
    for (auto member = members.begin(); member != members.end(); ++member)
        collectLeaves(path.isEmpty() ? member.key() : path + QLatin1Char('.') + member.key(), member.value(), leaves);
}

QJsonObject leavesOf(const api::ApplicationCreate &application)
{
    QJsonObject leaves;
    collectLeaves({}, Codec<api::ApplicationCreate>::write(application), leaves);
    return leaves;
}

} // namespace

api::ApplicationCreate corrected(const api::CaseDetail &before, const api::ApplicationPatch &patch)
{
    api::ApplicationCreate after = asReceived(before);
    after.priorityCustomer = patch.priorityCustomer.value_or(after.priorityCustomer);
    if (patch.metadata)
        after.metadata = patch.metadata;
    after.applicantData = patch.applicantData.value_or(after.applicantData);
    after.financialData = patch.financialData.value_or(after.financialData);
    if (patch.creditBureauData)
        after.creditBureauData = patch.creditBureauData;
    after.loanRequest = patch.loanRequest.value_or(after.loanRequest);
    return after;
}

QList<FieldError> validateCorrection(const api::CaseDetail &before, const api::ApplicationCreate &after)
{
    const auto idOf = [](const api::ApplicantData &applicant) { return nationalIdForm(applicant.personal.nationalId); };
    if (idOf(before.applicantData) == idOf(after.applicantData))
        return {};
    return {{QStringLiteral("applicant_data.personal.national_id"), QStringLiteral("another_person"),
             QStringLiteral("must stay; cancel the application and send one for the other person")}};
}

ChangedFields changedFields(const api::CaseDetail &before, const api::ApplicationCreate &after)
{
    ChangedFields changed{leavesOf(asReceived(before)), leavesOf(after)};
    for (const QString &path : changed.before.keys()) {
        if (changed.after.value(path) != changed.before.value(path))
            continue;
        changed.before.remove(path);
        changed.after.remove(path);
    }
    return changed;
}

} // namespace countersign

#include "DocumentFixture.h"

namespace countersign {

api::RequestDocuments DocumentFixture::twoDocuments() const
{
    return {{{DocumentKind::IncomeProof, QStringLiteral("Payslips of Živka for three months")},
             {DocumentKind::Identity, QStringLiteral("Her passport")}},
            QDate(2026, 11, 30),
            QStringLiteral("Please ask Živka for both.")};
}

DocumentFixture::Case DocumentFixture::waitingCase()
{
    Case inHand = startedCase(kToReview, analyst);
    const auto asked = requests.request(analyst, inHand.entry, twoDocuments(), {});
    if (!asked)
        qFatal("%s: %s", qPrintable(asked.error().reason), qPrintable(asked.error().detail));
    inHand.version = versionOf(inHand.application);
    return inHand;
}

api::DocumentFolder DocumentFixture::folder(ApplicationId application)
{
    const auto folder = documents.folder(analyst, application);
    if (!folder)
        qFatal("%s", qPrintable(folder.error().detail));
    return *folder;
}

Result<api::DocumentInfo> DocumentFixture::upload(const Actor &actor, ApplicationId application, std::optional<DocumentItemId> item,
                                                  const QByteArray &content, const QString &name)
{
    return documents.upload(actor, application, {content, QString(), name}, {item, {}});
}

api::QueueItem DocumentFixture::entry(const Case &inHand)
{
    const auto items = QueueService(context).list(analyst, {});
    if (items)
        for (const api::QueueItem &item : items->items)
            if (item.queueId == inHand.entry)
                return item;
    qFatal("the case is not in the queue");
}

QStringList DocumentFixture::noticesOf(ApplicationId application)
{
    QStringList notices;
    for (const QVariant &row :
         sql.column(QStringLiteral("SELECT n.kind || ': ' || u.name FROM notifications n JOIN users u ON u.id = n.user_id WHERE n.subject_id = '%1' "
                                   "ORDER BY n.created_at, n.kind, u.name").arg(application.toString())))
        notices.append(row.toString());
    return notices;
}

} // namespace countersign

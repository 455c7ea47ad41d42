// A bank in which cases wait for documents.
#pragma once

#include "PersonFixture.h"

#include "server/service/DocumentRequests.h"
#include "server/service/DocumentService.h"
#include "tests/support/SampleFiles.h"

namespace countersign {

class DocumentFixture : public PersonFixture {
public:
    DocumentScanner noScanner;
    DocumentRequests requests{context};
    DocumentService documents{context, noScanner};

    /// A payslip and a passport, until the end of 30 November in Belgrade.
    api::RequestDocuments twoDocuments() const;
    /// A case in review for which the analyst has asked for them.
    Case waitingCase();
    api::DocumentFolder folder(ApplicationId application);
    /// The lines of the newest request.
    QList<api::DocumentItem> itemsOf(ApplicationId application) { return folder(application).requests.first().items; }
    Result<api::DocumentInfo> upload(const Actor &actor, ApplicationId application, std::optional<DocumentItemId> item = {},
                                     const QByteArray &content = samples::pdf(), const QString &name = {});

    api::QueueItem entry(const Case &inHand);
    /// `kind: recipient` of every notice about the application.
    QStringList noticesOf(ApplicationId application);
};

template <class T>
QString reasonOf(const Result<T> &result)
{
    return result ? QStringLiteral("none") : result.error().reason;
}

} // namespace countersign

// What is answered on the event loop because it lies ready: health, the OpenAPI document, the docs.
#pragma once

#include "server/http/HttpRequest.h"
#include "server/http/HttpResponse.h"

#include <QHash>

#include <functional>
#include <optional>

namespace countersign {

class Health;

class MemoryPages {
public:
    /// `health` must outlive the pages.
    MemoryPages(const Health &health, const QString &version);

    bool contains(const QByteArray &path) const { return m_pages.contains(path); }

    /// The page of a GET or HEAD; nothing for another path or method.
    std::optional<HttpResponse> find(const HttpRequest &request) const;

private:
    QHash<QByteArray, std::function<HttpResponse()>> m_pages;
};

} // namespace countersign

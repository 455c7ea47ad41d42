// One structured line for each request, without personal data: ids and the route template, never the path.
#pragma once

#include "core/base/Instant.h"
#include "server/http/RequestHandler.h"

#include <memory>

namespace spdlog {
class logger;
}

namespace countersign {

enum class LogForm { Text, Json };

class AccessLog {
public:
    /// Text lines are `request method=GET route=/api/v1/queue status=200 ...`; Json lines are whole objects,
    /// so the logger's pattern should then be `%v` or embed them.
    AccessLog(std::shared_ptr<spdlog::logger> logger, LogForm form);
    ~AccessLog();

    void write(const Exchange &exchange, Instant now);
    /// A defect behind a 500, found by the request id that the client was given.
    void writeFault(const QByteArray &requestId, const QByteArray &route, const Error &error);

private:
    std::shared_ptr<spdlog::logger> m_logger;
    const LogForm m_form;
};

} // namespace countersign

#include "server/http/AccessLog.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <spdlog/logger.h>

namespace countersign {

namespace {

/// Values are ids, enumerators, templates and numbers; anything else would be a leak, so no quoting.
std::string textLine(const Exchange &exchange)
{
    QByteArray line = "request method=" + exchange.method + " route=" + exchange.route
        + " status=" + QByteArray::number(exchange.status)
        + " duration_us=" + QByteArray::number(qint64(exchange.duration.count()))
        + " bytes=" + QByteArray::number(exchange.bytes) + " request_id=" + exchange.requestId;
    if (!exchange.userId.isEmpty())
        line += " user_id=" + exchange.userId + " tenant_id=" + exchange.tenantId;
    return line.toStdString();
}

/// What a defect says may hold anything; a line of the log stays one line, and moves no terminal's cursor.
std::string onOneLine(const QString &text)
{
    QString line = text;
    for (QChar &character : line)
        if (!character.isPrint())
            character = QLatin1Char(' ');
    return line.toStdString();
}

std::string jsonLine(const Exchange &exchange, Instant now)
{
    QByteArray line = "{\"time\":\"" + toIso(now).toLatin1() + "\",\"level\":\"info\",\"event\":\"request\",\"method\":\""
        + exchange.method + "\",\"route\":\"" + exchange.route + "\",\"status\":" + QByteArray::number(exchange.status)
        + ",\"duration_us\":" + QByteArray::number(qint64(exchange.duration.count()))
        + ",\"bytes\":" + QByteArray::number(exchange.bytes) + ",\"request_id\":\"" + exchange.requestId + '"';
    if (!exchange.userId.isEmpty())
        line += ",\"user_id\":\"" + exchange.userId + "\",\"tenant_id\":\"" + exchange.tenantId + '"';
    return (line + '}').toStdString();
}

} // namespace

AccessLog::AccessLog(std::shared_ptr<spdlog::logger> logger, LogForm form) : m_logger(std::move(logger)), m_form(form)
{
}

AccessLog::~AccessLog() = default;

void AccessLog::write(const Exchange &exchange, Instant now)
{
    if (!m_logger->should_log(spdlog::level::info))
        return;
    m_logger->info(m_form == LogForm::Text ? textLine(exchange) : jsonLine(exchange, now));
}

void AccessLog::writeFault(const QByteArray &requestId, const QByteArray &route, const Error &error)
{
    const QJsonObject fault{
        {QStringLiteral("level"), QStringLiteral("error")},
        {QStringLiteral("event"), QStringLiteral("request_failed")},
        {QStringLiteral("request_id"), QString::fromLatin1(requestId)},
        {QStringLiteral("route"), QString::fromLatin1(route)},
        {QStringLiteral("reason"), error.reason},
        {QStringLiteral("detail"), error.detail},
    };
    if (m_form == LogForm::Json)
        return m_logger->error(QJsonDocument(fault).toJson(QJsonDocument::Compact).toStdString());
    m_logger->error("request_failed route={} request_id={} reason={} detail={}", route.toStdString(),
                    requestId.toStdString(), onOneLine(error.reason), onOneLine(error.detail));
}

} // namespace countersign

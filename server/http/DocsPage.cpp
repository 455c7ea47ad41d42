#include "server/http/DocsPage.h"

#include "server/http/DocsSchema.h"
#include "server/http/DocsStyle.h"
#include "server/http/ErrorReply.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

namespace countersign {

namespace {

struct Operation {
    QString verb;
    QString path;
    QJsonObject object;

    QString anchor() const { return object.value(QLatin1String("operationId")).toString().toHtmlEscaped(); }
};

QString text(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString().toHtmlEscaped();
}

QMap<QString, QList<Operation>> operationsByTag(const QJsonObject &paths)
{
    QMap<QString, QList<Operation>> tags;
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject verbs = path->toObject();
        for (auto verb = verbs.begin(); verb != verbs.end(); ++verb) {
            const QJsonObject object = verb->toObject();
            tags[object.value(QLatin1String("tags")).toArray().first().toString()]
                .append({verb.key().toUpper(), path.key(), object});
        }
    }
    return tags;
}

QJsonObject bodySchema(const QJsonObject &holder)
{
    return holder.value(QLatin1String("content")).toObject().value(QLatin1String("application/json")).toObject()
        .value(QLatin1String("schema")).toObject();
}

QString pretty(const QJsonValue &value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Indented)).trimmed();
}

QString exampleHtml(const QString &title, const QString &content)
{
    return QStringLiteral("<details><summary>%1</summary><pre>%2</pre></details>\n").arg(title, content.toHtmlEscaped());
}

QString parametersHtml(const DocsSchema &schemas, const QJsonArray &parameters)
{
    QString rows;
    for (const auto &value : parameters) {
        const QJsonObject parameter = value.toObject();
        const QJsonObject schema = parameter.value(QLatin1String("schema")).toObject();
        const bool isRequired = parameter.value(QLatin1String("required")).toBool();
        rows += QStringLiteral("<tr><td class=\"name\"><code>%1</code>%2</td><td>%3</td><td>%4</td><td>%5 <span class=\"rule\">%6</span></td></tr>\n")
                    .arg(text(parameter, "name"), isRequired ? QStringLiteral(" <b class=\"must\">*</b>") : QString(),
                         text(parameter, "in"), schemas.typeHtml(schema), text(parameter, "description"),
                         schemas.rulesHtml(schema));
    }
    if (rows.isEmpty())
        return {};
    return QStringLiteral("<h3>Parameters</h3><div class=\"scroll\"><table><thead><tr><th>Name</th><th>In</th><th>Type</th>"
                          "<th>Meaning and rules</th></tr></thead><tbody>\n%1</tbody></table></div>\n").arg(rows);
}

QString curl(const Operation &operation, const DocsSchema &schemas, const QJsonObject &body)
{
    QString command = QStringLiteral("curl");
    if (operation.verb != QLatin1String("GET"))
        command += QStringLiteral(" -X ") + operation.verb;
    command += QStringLiteral(" http://127.0.0.1:8400") + operation.path;
    if (!operation.object.value(QLatin1String("security")).toArray().isEmpty())
        command += QStringLiteral(" \\\n  -H 'Authorization: Bearer '\"$TOKEN\"");
    if (!body.isEmpty())
        command += QStringLiteral(" \\\n  -H 'Content-Type: application/json' \\\n  -d '%1'").arg(pretty(schemas.example(body)));
    return command;
}

QString operationHtml(const Operation &operation, const DocsSchema &schemas)
{
    const QJsonObject &object = operation.object;
    const QString permission = text(object, "x-permission");
    const bool isPublic = object.value(QLatin1String("security")).toArray().isEmpty();
    const QString who = !permission.isEmpty() ? permission : isPublic ? QStringLiteral("everyone") : QStringLiteral("signed in");
    QString html = QStringLiteral("<article id=\"%1\"><header><span class=\"verb %2\">%2</span><span class=\"path\">%3</span>"
                                  "<span class=\"badge\" title=\"who may call\">%4</span></header>\n<p>%5</p>\n")
                       .arg(operation.anchor(), operation.verb, operation.path.toHtmlEscaped(), who, text(object, "summary"));
    html += parametersHtml(schemas, object.value(QLatin1String("parameters")).toArray());
    const QJsonObject body = bodySchema(object.value(QLatin1String("requestBody")).toObject());
    if (!body.isEmpty())
        html += QStringLiteral("<h3>Request: %1</h3>\n").arg(schemas.typeHtml(body)) + schemas.fieldsHtml(body);
    html += exampleHtml(QStringLiteral("Example request"), curl(operation, schemas, body));
    QString codes;
    const QJsonObject responses = object.value(QLatin1String("responses")).toObject();
    for (auto it = responses.begin(); it != responses.end(); ++it) {
        const QJsonObject response = it->toObject();
        codes += QStringLiteral("<span title=\"%2\">%1</span>").arg(it.key(), text(response, "description"));
        const QJsonObject schema = bodySchema(response);
        if (schema.isEmpty())
            continue;
        html += QStringLiteral("<details><summary>Answer %1: %2</summary>%3</details>\n")
                    .arg(it.key(), schemas.typeHtml(schema), schemas.fieldsHtml(schema));
        html += exampleHtml(QStringLiteral("Example answer"), pretty(schemas.example(schema)));
    }
    return html + QStringLiteral("<div class=\"codes\">%1</div></article>\n").arg(codes);
}

QString problemsHtml()
{
    QString rows;
    for (int i = 0; i <= int(ErrorCode::Internal); ++i) {
        const auto code = ErrorCode(i);
        rows += QStringLiteral("<tr id=\"problem-%1\"><td>%2</td><td class=\"name\"><code>%1</code></td><td>%3</td></tr>\n")
                    .arg(defaultReason(code), QString::number(statusOf(code)), QString::fromLatin1(reasonPhrase(statusOf(code))));
    }
    return QStringLiteral("<section id=\"problems\"><h2>Errors</h2><p>Errors are <code>application/problem+json</code> (RFC 9457) with a stable "
                          "<code>code</code>, every wrong field in <code>errors</code>, and the <code>request_id</code> that finds the request in "
                          "the log. Answers of 500 and above carry nothing else. 429 and 503 say in <code>Retry-After</code> when to try again.</p>"
                          "<div class=\"scroll\"><table><thead><tr><th>Status</th><th>Kind</th><th>Title</th></tr></thead><tbody>\n%1</tbody></table></div></section>\n")
        .arg(rows);
}

QString startHtml()
{
    return QStringLiteral(
        "<section id=\"start\"><h2>Getting started</h2>"
        "<p>Sign in with <code>POST /api/v1/auth/login</code> and send the access token with every request: "
        "<code>Authorization: Bearer &lt;token&gt;</code>. Everything is JSON in UTF-8; times are ISO 8601 in UTC, money is a number beside its "
        "currency, ids are UUIDs. Lists take <code>page</code> and <code>page_size</code>, or a <code>cursor</code>.</p>"
        "<p>Objects that change carry a <code>version</code>, also as <code>ETag</code>: send it back in <code>If-Match</code>. Every answer has an "
        "<code>X-Request-Id</code>; yours is kept when it is a UUID. For programs: <a href=\"/openapi.json\">/openapi.json</a> (OpenAPI 3.1), "
        "<a href=\"/health\">/health</a>, <a href=\"/health/live\">/health/live</a>, <a href=\"/health/ready\">/health/ready</a>, "
        "<a href=\"/metrics\">/metrics</a>.</p></section>\n");
}

QString schemasHtml(const DocsSchema &schemas, const QJsonObject &definitions)
{
    QString html = QStringLiteral("<section id=\"schemas\"><h2>Schemas</h2>\n");
    for (auto it = definitions.begin(); it != definitions.end(); ++it)
        html += QStringLiteral("<article id=\"schema-%1\"><header><span class=\"path\">%1</span></header><p>%2</p>%3</article>\n")
                    .arg(it.key().toHtmlEscaped(), text(it->toObject(), "description"), schemas.fieldsHtml(it->toObject()));
    return html + QStringLiteral("</section>\n");
}

} // namespace

QByteArray docsPage(const QJsonObject &openApi)
{
    const QJsonObject info = openApi.value(QLatin1String("info")).toObject();
    const QJsonObject definitions = openApi.value(QLatin1String("components")).toObject()
                                        .value(QLatin1String("schemas")).toObject();
    const DocsSchema schemas(definitions);
    QString navigation = QStringLiteral("<h2>Overview</h2><a href=\"#start\">Getting started</a><a href=\"#problems\">Errors</a>"
                                        "<a href=\"#schemas\">Schemas</a>\n");
    QString sections;
    const QMap<QString, QList<Operation>> tags = operationsByTag(openApi.value(QLatin1String("paths")).toObject());
    for (auto tag = tags.begin(); tag != tags.end(); ++tag) {
        const QString name = tag.key().toHtmlEscaped();
        navigation += QStringLiteral("<h2>%1</h2>\n").arg(name);
        sections += QStringLiteral("<section><h2>%1</h2>\n").arg(name);
        for (const Operation &operation : *tag) {
            navigation += QStringLiteral("<a href=\"#%1\"><span class=\"verb %2\">%2</span>%3</a>\n")
                              .arg(operation.anchor(), operation.verb,
                                   operation.path.section(QLatin1Char('/'), 3).prepend(QLatin1Char('/')).toHtmlEscaped());
            sections += operationHtml(operation, schemas);
        }
        sections += QStringLiteral("</section>\n");
    }
    const QString page = QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                                        "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>%1 API</title><style>%2</style></head>\n"
                                        "<body><nav aria-label=\"Contents\"><h1>%1</h1><p class=\"version\">API %3 &middot; OpenAPI 3.1</p>%4</nav>\n"
                                        "<main><p class=\"quiet\">%5</p>%6%7%8%9</main></body></html>\n");
    return page
        .arg(text(info, "title"), QLatin1String(kDocsStyle), text(info, "version"), navigation, text(info, "description"),
             startHtml(), sections, problemsHtml(), schemasHtml(schemas, definitions))
        .toUtf8();
}

} // namespace countersign

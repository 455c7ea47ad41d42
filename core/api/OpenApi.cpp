#include "core/api/OpenApi.h"

#include "core/api/EndpointRows.h"
#include "core/api/FileDtos.h"
#include "core/application/DocumentType.h"

namespace countersign::api {

namespace {

QJsonObject text(const char *type, const QString &description)
{
    return {{QStringLiteral("type"), QLatin1String(type)}, {QStringLiteral("description"), description}};
}

QJsonObject problemSchema()
{
    const QJsonObject fault{
        {QStringLiteral("type"), QStringLiteral("object")},
        {QStringLiteral("properties"),
         QJsonObject{{QStringLiteral("path"), text("string", QStringLiteral("JSON path of the wrong field"))},
                     {QStringLiteral("code"), text("string", QStringLiteral("stable, snake_case"))},
                     {QStringLiteral("message"), text("string", QStringLiteral("for developers"))}}},
        {QStringLiteral("required"), QJsonArray{QStringLiteral("path"), QStringLiteral("code"), QStringLiteral("message")}},
        {QStringLiteral("additionalProperties"), false}};
    const QJsonObject properties{
        {QStringLiteral("type"), text("string", QStringLiteral("URI reference of the kind of problem"))},
        {QStringLiteral("title"), text("string", QStringLiteral("the kind of problem"))},
        {QStringLiteral("status"), text("integer", QStringLiteral("the HTTP status"))},
        {QStringLiteral("code"), text("string", QStringLiteral("stable, snake_case"))},
        {QStringLiteral("detail"), text("string", QStringLiteral("what is wrong with this request"))},
        {QStringLiteral("request_id"), text("string", QStringLiteral("for support"))},
        {QStringLiteral("errors"),
         QJsonObject{{QStringLiteral("type"), QStringLiteral("array")}, {QStringLiteral("items"), fault}}}};
    return {{QStringLiteral("type"), QStringLiteral("object")},
            {QStringLiteral("description"), QStringLiteral("RFC 9457; answers of 500 and above carry the request id and nothing else of the cause")},
            {QStringLiteral("properties"), properties},
            {QStringLiteral("required"), QJsonArray{QStringLiteral("type"), QStringLiteral("title"), QStringLiteral("status"),
                                                    QStringLiteral("code"), QStringLiteral("request_id")}},
            {QStringLiteral("additionalProperties"), false}};
}

QJsonObject content(const char *mediaType, const QJsonObject &schema)
{
    return {{QLatin1String(mediaType), QJsonObject{{QStringLiteral("schema"), schema}}}};
}

QJsonObject idempotencyKey(Repeat repeat)
{
    const QString promise = QStringLiteral("One effect for each key within 24 hours, for each caller and endpoint. ")
        + (repeat == Repeat::GetsTheAnswer ? QStringLiteral("The same content again gets the stored answer; ")
                                           : QStringLiteral("The answer carries a secret, so the same content again is 409 already_created; "))
        + QStringLiteral("other content is 422 idempotency_key_reused; while the first runs, 409 idempotency_in_flight. "
                         "A request that failed leaves nothing behind: its key may be used again.");
    return {{QStringLiteral("name"), QStringLiteral("Idempotency-Key")},
            {QStringLiteral("in"), QStringLiteral("header")},
            {QStringLiteral("required"), false},
            {QStringLiteral("description"), promise},
            {QStringLiteral("schema"), QJsonObject{{QStringLiteral("type"), QStringLiteral("string")},
                                                   {QStringLiteral("minLength"), 1},
                                                   {QStringLiteral("maxLength"), kMaxIdempotencyKey},
                                                   {QStringLiteral("pattern"), QStringLiteral("^[ -~]+$")}}}};
}

QJsonObject header(const char *name, bool required, const QString &description, const QJsonObject &schema)
{
    return {{QStringLiteral("name"), QLatin1String(name)},
            {QStringLiteral("in"), QStringLiteral("header")},
            {QStringLiteral("required"), required},
            {QStringLiteral("description"), description},
            {QStringLiteral("schema"), schema}};
}

QJsonObject versionSchema()
{
    return {{QStringLiteral("type"), QStringLiteral("string")}, {QStringLiteral("pattern"), QStringLiteral("^\"[0-9]{1,9}\"$")}};
}

bool answersFile(const EndpointRow &row)
{
    return row.hasResponse && qstrcmp(row.responseMedia, kBodyMedia<Nothing>) != 0;
}

/// The media type is that of the file.
QJsonObject fileContent(const QJsonObject &schema)
{
    QJsonObject all;
    for (const auto &[type, text] : enumTexts<DocumentType>)
        all.insert(QLatin1String(text), QJsonObject{{QStringLiteral("schema"), schema}});
    return all;
}

/// The headers that a request of this row is read for.
void appendHeaders(const EndpointRow &row, QJsonArray &list)
{
    if (row.ifMatch != IfMatch::Ignored)
        list.append(header("If-Match", row.ifMatch == IfMatch::Required,
                           QStringLiteral("The version that was read, in quotes, as ETag gave it; when it is no longer the one in force, "
                                          "409 stale_version says who changed what."),
                           versionSchema()));
    if (row.stepUp)
        list.append(header("X-Step-Up", true,
                           QStringLiteral("A token of POST /auth/step-up for the action %1 on this object; without it 403 step_up_required.")
                               .arg(toText(*row.stepUp)),
                           {{QStringLiteral("type"), QStringLiteral("string")}}));
    if (row.repeat != Repeat::RunsAgain)
        list.append(idempotencyKey(row.repeat));
    if (row.hasBody && qstrcmp(row.requestMedia, kBodyMedia<Nothing>) != 0)
        list.append(header("X-File-Name", false, QStringLiteral("The name of the file, UTF-8, percent-encoded."),
                           {{QStringLiteral("type"), QStringLiteral("string")}}));
}

QJsonArray parameters(const EndpointRow &row, SchemaDefinitions &definitions)
{
    QJsonArray list;
    for (const QString &name : pathParameters(row.path))
        list.append(QJsonObject{{QStringLiteral("name"), name},
                                {QStringLiteral("in"), QStringLiteral("path")},
                                {QStringLiteral("required"), true},
                                {QStringLiteral("schema"), Codec<QUuid>::schema(Rule{}, definitions)}});
    for (const FieldAccess &field : row.queryFields) {
        QJsonObject parameter{{QStringLiteral("name"), QLatin1String(field.name)},
                              {QStringLiteral("in"), QStringLiteral("query")},
                              {QStringLiteral("required"), field.required},
                              {QStringLiteral("schema"), field.schema(field.rule, definitions)}};
        if (*field.doc)
            parameter.insert(QStringLiteral("description"), QString::fromUtf8(field.doc));
        list.append(parameter);
    }
    appendHeaders(row, list);
    return list;
}

/// The headers of a success that say what to do next with the object.
QJsonObject successHeaders(const EndpointRow &row, const QJsonObject &schema, const SchemaDefinitions &definitions)
{
    QJsonObject headers;
    const QString name = schema.value(QLatin1String("$ref")).toString().section(QLatin1Char('/'), -1);
    const QJsonObject members = definitions.value(name).toObject().value(QLatin1String("properties")).toObject();
    if (members.contains(QLatin1String("version")))
        headers.insert(QStringLiteral("ETag"),
                       QJsonObject{{QStringLiteral("description"), QStringLiteral("The object's version, for If-Match.")},
                                   {QStringLiteral("schema"), versionSchema()}});
    if (answersLocation(row.path, row.successStatus))
        headers.insert(QStringLiteral("Location"),
                       QJsonObject{{QStringLiteral("description"), QStringLiteral("Where the new object can be read.")},
                                   {QStringLiteral("schema"), QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}}}});
    return headers;
}

struct ProblemStatus {
    const char *status;
    const char *description;
    bool onlyWithBody;
    bool onlySignedIn;
    bool onlyWithVersion = false;
};
constexpr std::array kProblems{
    ProblemStatus{"400", "Malformed request", false, false},
    ProblemStatus{"401", "Not signed in, or the token is no longer good", false, false},
    ProblemStatus{"403", "Signed in, but without the right", false, true},
    ProblemStatus{"404", "No such thing in this tenant", false, false},
    ProblemStatus{"409", "Stale version, forbidden transition or duplicate", true, false},
    ProblemStatus{"413", "Body too large", true, false},
    ProblemStatus{"415", "The body is of another media type than it must be", true, false},
    ProblemStatus{"422", "Wrong fields, all of them named", false, false},
    ProblemStatus{"428", "The version that was read is missing: send If-Match", false, false, true},
    ProblemStatus{"429", "Too many requests", false, false},
    ProblemStatus{"500", "A defect; the request id finds it in the log", false, false},
    ProblemStatus{"503", "Overloaded or a dependency is away; see Retry-After", false, false},
};

QJsonObject responses(const EndpointRow &row, SchemaDefinitions &definitions)
{
    QJsonObject success{{QStringLiteral("description"), QString::fromUtf8(row.summary)}};
    if (row.hasResponse) {
        const QJsonObject schema = row.responseSchema(definitions);
        success.insert(QStringLiteral("content"), answersFile(row) ? fileContent(schema) : content(row.responseMedia, schema));
        if (const QJsonObject headers = successHeaders(row, schema, definitions); !headers.isEmpty())
            success.insert(QStringLiteral("headers"), headers);
    }
    QJsonObject all{{QString::number(row.successStatus), success}};
    const QJsonObject problem{{QStringLiteral("$ref"), QStringLiteral("#/components/schemas/Problem")}};
    for (const ProblemStatus &status : kProblems) {
        if (status.onlyWithVersion && row.ifMatch != IfMatch::Required)
            continue;
        const bool isOfAFile = answersFile(row) && qstrcmp(status.status, "409") == 0;
        if ((status.onlyWithBody && row.method == Method::Get && !isOfAFile) || (status.onlySignedIn && row.access.isPublic()))
            continue;
        all.insert(QLatin1String(status.status),
                   QJsonObject{{QStringLiteral("description"), QLatin1String(status.description)},
                               {QStringLiteral("content"), content("application/problem+json", problem)}});
    }
    return all;
}

QString operationId(const EndpointRow &row)
{
    QString id = toText(row.method).toLower() + QLatin1String(row.path);
    for (QChar &c : id)
        if (!c.isLetterOrNumber())
            c = QLatin1Char('_');
    return id;
}

QJsonArray security(const Access &access)
{
    QJsonArray ways;
    if (!access.isPublic())
        ways.append(QJsonObject{{QStringLiteral("bearer"), QJsonArray{}}});
    if (access.allowsKey(permissionsOf(Role::ApiConsumer)))
        ways.append(QJsonObject{{QStringLiteral("api_key"), QJsonArray{}}});
    return ways;
}

QJsonObject operation(const EndpointRow &row, SchemaDefinitions &definitions)
{
    QJsonObject object{
        {QStringLiteral("operationId"), operationId(row)},
        {QStringLiteral("summary"), QString::fromUtf8(row.summary)},
        {QStringLiteral("tags"), QJsonArray{QString::fromLatin1(row.path).section(QLatin1Char('/'), 1, 1)}},
        {QStringLiteral("parameters"), parameters(row, definitions)},
        {QStringLiteral("responses"), responses(row, definitions)},
        {QStringLiteral("security"), security(row.access)}};
    if (const PermissionSet permissions = row.access.permissions(); !permissions.isEmpty())
        object.insert(QStringLiteral("x-permission"), permissions.toTexts().join(QStringLiteral(" or ")));
    if (row.hasBody)
        object.insert(QStringLiteral("requestBody"),
                      QJsonObject{{QStringLiteral("required"), true},
                                  {QStringLiteral("content"), content(row.requestMedia, row.requestSchema(definitions))}});
    return object;
}

QJsonObject securitySchemes()
{
    return {{QStringLiteral("bearer"), QJsonObject{{QStringLiteral("type"), QStringLiteral("http")},
                                                   {QStringLiteral("scheme"), QStringLiteral("bearer")},
                                                   {QStringLiteral("bearerFormat"), QStringLiteral("JWT")}}},
            {QStringLiteral("api_key"), QJsonObject{{QStringLiteral("type"), QStringLiteral("apiKey")},
                                                    {QStringLiteral("in"), QStringLiteral("header")},
                                                    {QStringLiteral("name"), QStringLiteral("X-Api-Key")}}}};
}

} // namespace

QJsonObject openApiDocument(const QString &version)
{
    SchemaDefinitions definitions{{QStringLiteral("Problem"), problemSchema()}};
    QJsonObject paths;
    for (const EndpointRow &row : endpointRows()) {
        const QString path = QLatin1String(kPrefix) + QLatin1String(row.path);
        QJsonObject item = paths.value(path).toObject();
        item.insert(toText(row.method).toLower(), operation(row, definitions));
        paths.insert(path, item);
    }
    return {{QStringLiteral("openapi"), QStringLiteral("3.1.0")},
            {QStringLiteral("info"),
             QJsonObject{{QStringLiteral("title"), QStringLiteral("Countersign")},
                         {QStringLiteral("version"), version},
                         {QStringLiteral("description"),
                          QStringLiteral("Human-in-the-loop credit approval: intake, scoring, review and decisions. "
                                         "In a request a member that is null is the same as one that is absent; an answer has every "
                                         "member of its schema, null where there is nothing to say.")},
                         {QStringLiteral("license"), QJsonObject{{QStringLiteral("name"), QStringLiteral("GPL-3.0-or-later")},
                                                                 {QStringLiteral("identifier"), QStringLiteral("GPL-3.0-or-later")}}}}},
            {QStringLiteral("paths"), paths},
            {QStringLiteral("components"),
             QJsonObject{{QStringLiteral("schemas"), definitions},
                         {QStringLiteral("securitySchemes"), securitySchemes()}}}};
}

} // namespace countersign::api

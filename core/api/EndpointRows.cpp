#include "core/api/EndpointRows.h"

#include "core/api/Endpoints.h"
#include "core/api/FileDtos.h"

#include <QRegularExpression>

namespace countersign::api {

namespace {

template <class T>
QJsonObject schemaOf(SchemaDefinitions &definitions)
{
    return Codec<T>::schema(Rule{}, definitions);
}

template <class Row>
EndpointRow rowOf(const Row &row)
{
    return {&row,
            row.method,
            row.path,
            row.access,
            row.summary,
            row.successStatus,
            row.bodyLimit,
            row.repeat,
            row.ifMatch,
            row.stepUp,
            !std::is_same_v<typename Row::Request, Nothing>,
            !std::is_same_v<typename Row::Response, Nothing>,
            kBodyMedia<typename Row::Request>,
            kBodyMedia<typename Row::Response>,
            &schemaOf<typename Row::Request>,
            &schemaOf<typename Row::Response>,
            json::fieldsOfRecord<typename Row::Query>()};
}

} // namespace

std::span<const EndpointRow> endpointRows()
{
    static const auto rows = std::apply(
        [](auto... row) { return std::array<EndpointRow, sizeof...(row)>{rowOf(*row)...}; }, kEndpoints);
    return rows;
}

bool answersLocation(const char *path, int successStatus)
{
    const QByteArray itemPath = QByteArray(path) + "/{id}";
    const auto rows = endpointRows();
    return successStatus == 201 && std::any_of(rows.begin(), rows.end(), [&itemPath](const EndpointRow &row) {
        return row.method == Method::Get && row.path == itemPath;
    });
}

QStringList pathParameters(const char *path)
{
    static const QRegularExpression braces(QStringLiteral("\\{([a-z_]+)\\}"));
    QStringList names;
    auto matches = braces.globalMatch(QLatin1String(path));
    while (matches.hasNext())
        names.append(matches.next().captured(1));
    return names;
}

} // namespace countersign::api

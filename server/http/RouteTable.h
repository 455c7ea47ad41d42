// Binds each row of the endpoint table to the function that serves it; a wrong signature does not compile.
#pragma once

#include "core/api/EndpointRows.h"
#include "core/api/FileDtos.h"
#include "core/json/Json.h"
#include "server/http/HttpRouter.h"
#include "server/http/OnceOnly.h"

#include <concepts>

namespace countersign {

/// For an endpoint with request, query and response: `Result<Res>(const Call &, const Req &, const Query &)`,
/// without the parts that are Nothing; `Result<>` when the response is Nothing.
template <class Row>
struct HandlerOf {
    using Req = typename Row::Request;
    using Query = typename Row::Query;
    using Res = typename Row::Response;
    static constexpr bool takesBody = !std::same_as<Req, Nothing>;
    static constexpr bool takesQuery = !std::same_as<Query, Nothing>;
    using Answer = std::conditional_t<std::same_as<Res, Nothing>, Result<>, Result<Res>>;

    template <class F>
    static constexpr bool fits()
    {
        if constexpr (takesBody && takesQuery)
            return std::is_invocable_r_v<Answer, F, const Call &, const Req &, const Query &>;
        else if constexpr (takesBody)
            return std::is_invocable_r_v<Answer, F, const Call &, const Req &>;
        else if constexpr (takesQuery)
            return std::is_invocable_r_v<Answer, F, const Call &, const Query &>;
        else
            return std::is_invocable_r_v<Answer, F, const Call &>;
    }
};

class RouteTable {
public:
    /// `seal` encrypts the answers that are kept for repeats, and must outlive the table.
    explicit RouteTable(const AnswerSeal &seal) : m_seal(seal) {}

    /// `table.bind<api::login>([&](const Call &call, const api::LoginRequest &body) { ... });`
    template <const auto &row, class Handler>
    void bind(Handler handler)
    {
        using Row = std::remove_cvref_t<decltype(row)>;
        static_assert(HandlerOf<Row>::template fits<Handler>(),
                      "the handler's parameters or result are not those of the endpoint row");
        static_assert(row.repeat == Repeat::RunsAgain || !std::same_as<typename Row::Response, Nothing>,
                      "there is no answer to repeat");
        const Success success{row.successStatus, api::answersLocation(row.path, row.successStatus)};
        add({row.method, row.path, row.access, bodyLimitOf(row), row.repeat, &typeid(typename Row::Response), success},
            [handler = std::move(handler), success](const Call &call, const HttpRequest &request) {
                if constexpr (row.ifMatch == IfMatch::Required)
                    if (const auto version = call.requiredVersion(); !version)
                        return Result<HttpResponse>(version.error());
                return serve<Row>(handler, call, request, success);
            });
    }

    const HttpRouter &router() const { return m_router; }
    HttpRouter &router() { return m_router; }

    /// `GET /queue` and so on, for every row of the table that no handler is bound to.
    QStringList unbound() const;

private:
    struct Success {
        int status;
        bool hasLocation; ///< what was made can be read below the same path
    };
    struct RowFacts {
        Method method;
        const char *path;
        Access access;
        qint64 bodyLimit;
        Repeat repeat;
        const std::type_info *answer;
        Success success;
    };

    void add(const RowFacts &facts, Serve serve);

    template <class Row>
    static constexpr qint64 bodyLimitOf(const Row &row)
    {
        return HandlerOf<Row>::takesBody ? row.bodyLimit : kBodyOfNothing;
    }

    template <class Body>
    static Result<Body> bodyOf(const HttpRequest &request)
    {
        if constexpr (std::same_as<Body, api::FileUpload>) {
            return fileOf(request);
        } else {
            const auto bytes = jsonBody(request);
            return bytes ? readJson<Body>(*bytes) : Result<Body>(bytes.error());
        }
    }

    /// Malformed (`bad_file_name`) when the name is not percent-encoded UTF-8.
    static Result<api::FileUpload> fileOf(const HttpRequest &request);
    /// To be saved, never to be shown or run in the place it came from.
    static HttpResponse fileResponse(const api::FileDownload &file);
    /// The bytes a body is read from; UnsupportedMedia when it is not declared as JSON.
    static Result<QByteArray> jsonBody(const HttpRequest &request);
    static QUrlQuery queryOf(const HttpRequest &request);
    static HttpResponse jsonResponse(Success success, const QJsonValue &value, const HttpRequest &request);

    template <class Row, class Handler>
    static Result<HttpResponse> serve(const Handler &handler, const Call &call, const HttpRequest &request,
                                      Success success)
    {
        const auto body = bodyOf<typename Row::Request>(request);
        if (!body)
            return body.error();
        const auto query = readQuery<typename Row::Query>(queryOf(request));
        if (!query)
            return query.error();
        const auto answer = invoke<Row>(handler, call, *body, *query);
        if (!answer)
            return answer.error();
        if constexpr (std::same_as<typename Row::Response, Nothing>)
            return HttpResponse{204, {}, {}, {}};
        else if constexpr (std::same_as<typename Row::Response, api::FileDownload>)
            return fileResponse(*answer);
        else
            return jsonResponse(success, Codec<typename Row::Response>::write(*answer), request);
    }

    template <class Row, class Handler>
    static auto invoke(const Handler &handler, const Call &call, const typename Row::Request &body,
                      const typename Row::Query &query) -> typename HandlerOf<Row>::Answer
    {
        if constexpr (HandlerOf<Row>::takesBody && HandlerOf<Row>::takesQuery)
            return handler(call, body, query);
        else if constexpr (HandlerOf<Row>::takesBody)
            return handler(call, body);
        else if constexpr (HandlerOf<Row>::takesQuery)
            return handler(call, query);
        else
            return handler(call);
    }

    static constexpr qint64 kBodyOfNothing = 1024; ///< `{}` and white space
    const AnswerSeal &m_seal;
    HttpRouter m_router;
};

} // namespace countersign

// What went wrong, in a closed set of codes that callers can act on.
#pragma once

#include <QList>
#include <QString>

namespace countersign {

/// Every failure belongs to exactly one of these. The HTTP status is derived from it in
/// server/http/ErrorReply.cpp, the sentence for people in ui/client/Sentences.cpp, and nowhere else.
enum class ErrorCode {
    Malformed,          ///< the bytes are not what the protocol or the format allows
    Unauthenticated,    ///< nobody is signed in, or the token is not good (any more)
    Forbidden,          ///< signed in, but without the right
    NotFound,           ///< no such thing, or it belongs to another tenant
    MethodNotAllowed,
    Conflict,           ///< stale version, forbidden transition, duplicate
    PayloadTooLarge,
    UnsupportedMedia,
    Invalid,            ///< understood but not acceptable; `fields` says where
    VersionRequired,
    TooManyRequests,
    HeadersTooLarge,
    Timeout,
    Unavailable,        ///< a dependency is away; trying again later may help
    Internal,           ///< a defect or a broken installation; details belong in the log only
};

/// One wrong field of a request.
struct FieldError {
    QString path;    ///< JSON path without a leading dot: `loan_request.amount`, `items[3].currency`
    QString code;    ///< stable, snake_case: `must_be_positive`
    QString message; ///< English, for developers
    friend bool operator==(const FieldError &, const FieldError &) = default;
};

struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString reason; ///< stable, snake_case: `stale_version`; part of the API
    QString detail; ///< English, for developers and logs; never carries personal data
    QList<FieldError> fields;
    friend bool operator==(const Error &, const Error &) = default;
};

} // namespace countersign

// One endpoint of the API: what it needs, what it takes, what it answers.
#pragma once

#include "core/access/Permission.h"
#include "core/access/StepUp.h"
#include "core/json/Codec.h"

namespace countersign {

enum class Method { Get, Post, Patch, Put, Delete };

template <>
inline constexpr auto enumTexts<Method> = std::array{
    EnumText{Method::Get, "GET"}, EnumText{Method::Post, "POST"},     EnumText{Method::Patch, "PATCH"},
    EnumText{Method::Put, "PUT"}, EnumText{Method::Delete, "DELETE"},
};

/// Who may call: anyone, anyone who is signed in (also before the first password was changed, where it says so), or the
/// holders of a permission.
class Access {
public:
    static constexpr Access everyone() { return Access(Kind::Everyone, {}); }
    static constexpr Access newcomer() { return Access(Kind::Newcomer, {}); }
    static constexpr Access signedIn() { return Access(Kind::SignedIn, {}); }
    /// The holders of at least one of them; the service looks which one, and at what.
    static constexpr Access anyOf(PermissionSet permissions) { return Access(Kind::Permitted, permissions); }
    constexpr Access(Permission permission) : m_kind(Kind::Permitted), m_permissions{permission} {}

    /// An API key with `permission` may call as well; what it then sees is the service's to limit.
    constexpr Access orKeyWith(Permission permission) const
    {
        Access access = *this;
        access.m_keyPermission = permission;
        return access;
    }

    constexpr bool isPublic() const { return m_kind == Kind::Everyone; }
    /// Whether who must change the password first may call.
    constexpr bool admitsNewcomers() const { return m_kind == Kind::Everyone || m_kind == Kind::Newcomer; }
    /// One of them is needed; none where it is enough to be signed in, or not even that.
    constexpr PermissionSet permissions() const { return m_permissions; }
    constexpr bool allows(PermissionSet held) const
    {
        return m_kind != Kind::Permitted || held.containsAny(m_permissions);
    }

    /// Whether an API key with these scopes may call: never what is there for whoever is signed in.
    constexpr bool allowsKey(PermissionSet scopes) const
    {
        return m_kind == Kind::Permitted && (allows(scopes) || (m_keyPermission && scopes.contains(*m_keyPermission)));
    }

private:
    enum class Kind { Everyone, Newcomer, SignedIn, Permitted };
    constexpr Access(Kind kind, PermissionSet permissions) : m_kind(kind), m_permissions(permissions) {}
    Kind m_kind;
    PermissionSet m_permissions;
    std::optional<Permission> m_keyPermission;
};

/// What a request does that comes again within 24 hours with the same Idempotency-Key and the same content.
enum class Repeat {
    RunsAgain,     ///< the endpoint passes the header over
    GetsTheAnswer, ///< one effect; each repeat gets the bytes of the first answer
    IsRefused,     ///< one effect; its answer carries a secret and is never stored: Conflict `already_created`
};

/// What the version in If-Match is to a request.
enum class IfMatch {
    Ignored,
    Optional, ///< when it is there, it must be the one in force: Conflict `stale_version`
    Required, ///< VersionRequired without it
};

/// The absence of a body, of a query or of an answer's content.
struct Nothing {};

template <>
inline constexpr auto fieldsOf<Nothing> = record("Nothing");

inline constexpr qint64 kDefaultBodyLimit = 1 << 20;
inline constexpr int kMaxIdempotencyKey = 255; ///< printable ASCII characters

/// A row of the endpoint table. `path` is below /api/v1; its `{name}` parts are path parameters.
template <class RequestT, class ResponseT, class QueryT = Nothing>
struct Endpoint {
    using Request = RequestT;
    using Response = ResponseT;
    using Query = QueryT;

    Method method;
    const char *path;
    Access access;
    const char *summary;
    int successStatus = 200;
    qint64 bodyLimit = kDefaultBodyLimit;
    Repeat repeat = Repeat::RunsAgain;
    IfMatch ifMatch = IfMatch::Ignored;
    std::optional<StepUpAction> stepUp = {}; ///< needs a token of POST /auth/step-up in X-Step-Up

    constexpr Endpoint takingVersion() const { return with(IfMatch::Optional, stepUp); }
    constexpr Endpoint needingVersion() const { return with(IfMatch::Required, stepUp); }
    constexpr Endpoint needingStepUp(StepUpAction action) const { return with(ifMatch, action); }

private:
    constexpr Endpoint with(IfMatch match, std::optional<StepUpAction> action) const
    {
        Endpoint changed = *this;
        changed.ifMatch = match;
        changed.stepUp = action;
        return changed;
    }
};

} // namespace countersign

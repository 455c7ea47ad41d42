#include "tests/server/auth/ForgedTokens.h"

#include "server/auth/Base64Url.h"

#include <sodium.h>

namespace countersign {

namespace {

QByteArray signedToken(const QByteArray &header, const QByteArray &claims, const QByteArray &secret)
{
    const QByteArray message = toBase64Url(header) + '.' + toBase64Url(claims);
    QByteArray signature(32, '\0');
    crypto_auth_hmacsha256(reinterpret_cast<uchar *>(signature.data()), reinterpret_cast<const uchar *>(message.constData()),
                           std::size_t(message.size()), reinterpret_cast<const uchar *>(secret.constData()));
    return message + '.' + toBase64Url(signature);
}

/// A good token taken apart, so that each forgery changes one thing and signs it again.
struct Template {
    Template(const QByteArray &good, const QByteArray &secretKey)
        : token(good), secret(secretKey), parts(good.split('.')), header(*fromBase64Url(parts[0])), claims(*fromBase64Url(parts[1]))
    {
    }
    QByteArray withHeader(const QByteArray &other) const { return signedToken(other, claims, secret); }
    QByteArray withClaims(const QByteArray &other) const { return signedToken(header, other, secret); }
    QByteArray replaced(const QByteArray &what, const QByteArray &by) const
    {
        if (!claims.contains(what))
            qFatal("the claims have no %s", what.constData());
        return withClaims(QByteArray(claims).replace(what, by));
    }
    QByteArray token, secret;
    QList<QByteArray> parts;
    QByteArray header, claims;
};

QByteArray issuedAt(const QByteArray &claims)
{
    const qsizetype from = claims.indexOf(R"("iat":)") + 6;
    return claims.mid(from, claims.indexOf(',', from) - from);
}

QList<ForgedToken> formForgeries(const Template &good)
{
    return {
        {"empty", ""},
        {"dots", ".."},
        {"one part", good.parts[0]},
        {"two parts", good.parts[0] + '.' + good.parts[1]},
        {"four parts", good.token + ".x"},
        {"empty signature", good.parts[0] + '.' + good.parts[1] + '.'},
        {"no signature of alg none", toBase64Url(R"({"alg":"none","typ":"at+jwt"})") + '.' + good.parts[1] + '.'},
        {"payload changed", good.parts[0] + '.' + toBase64Url(QByteArray(good.claims).replace("analyst", "admin")) + '.' + good.parts[2]},
        {"signature of other claims", good.parts[0] + '.' + good.parts[1] + '.' + good.replaced("queue:view ", "").split('.').last()},
        {"signature cut", good.token.chopped(4)},
        {"signature padded", good.token + '='},
        {"signature with stray bits", good.token.chopped(1) + (good.token.endsWith('B') ? 'C' : 'B')},
        {"standard base64", good.parts[0] + '.' + good.claims.toBase64(QByteArray::OmitTrailingEquals) + "+/." + good.parts[2]},
        {"space around", ' ' + good.token},
        {"line break inside", good.parts[0] + ".\n" + good.parts[1] + '.' + good.parts[2]},
        {"signed with nothing", signedToken(good.header, good.claims, QByteArray(32, '\0'))},
        {"signed with the key's name", signedToken(good.header, good.claims, QByteArray("now").leftJustified(32, '\0'))},
        {"far too long", good.token + QByteArray(100'000, 'A')},
        {"an opaque refresh token", toBase64Url(QByteArray(48, 'r'))},
    };
}

QList<ForgedToken> headerForgeries(const Template &good)
{
    return {
        {"alg none, signed", good.withHeader(R"({"alg":"none","kid":"now","typ":"at+jwt"})")},
        {"alg None", good.withHeader(R"({"alg":"None","kid":"now","typ":"at+jwt"})")},
        {"alg HS512", good.withHeader(R"({"alg":"HS512","kid":"now","typ":"at+jwt"})")},
        {"alg RS256", good.withHeader(R"({"alg":"RS256","kid":"now","typ":"at+jwt"})")},
        {"alg lower case", good.withHeader(R"({"alg":"hs256","kid":"now","typ":"at+jwt"})")},
        {"no alg", good.withHeader(R"({"kid":"now","typ":"at+jwt"})")},
        {"typ JWT", good.withHeader(R"({"alg":"HS256","kid":"now","typ":"JWT"})")},
        {"typ of a refresh token", good.withHeader(R"({"alg":"HS256","kid":"now","typ":"rt+jwt"})")},
        {"no typ", good.withHeader(R"({"alg":"HS256","kid":"now"})")},
        {"no kid", good.withHeader(R"({"alg":"HS256","typ":"at+jwt"})")},
        {"unknown kid", good.withHeader(R"({"alg":"HS256","kid":"other","typ":"at+jwt"})")},
        {"kid as a path", good.withHeader(R"({"alg":"HS256","kid":"../../dev/null","typ":"at+jwt"})")},
        {"other kid of ours", good.withHeader(R"({"alg":"HS256","kid":"old","typ":"at+jwt"})")},
        {"duplicate alg", good.withHeader(R"({"alg":"HS256","alg":"none","kid":"now","typ":"at+jwt"})")},
        {"header with jwk", good.withHeader(R"({"alg":"HS256","kid":"now","typ":"at+jwt","jwk":{}})")},
        {"header with crit", good.withHeader(R"({"alg":"HS256","kid":"now","typ":"at+jwt","crit":["x"]})")},
        {"header in other order", good.withHeader(R"({"typ":"at+jwt","alg":"HS256","kid":"now"})")},
        {"header with a space", good.withHeader(R"({"alg": "HS256","kid":"now","typ":"at+jwt"})")},
    };
}

QList<ForgedToken> identityForgeries(const Template &good)
{
    return {
        {"other issuer", good.replaced(R"("iss":"countersign")", R"("iss":"other")")},
        {"other audience", good.replaced(R"("aud":"countersign-api")", R"("aud":"other")")},
        {"audience as a list", good.replaced(R"("aud":"countersign-api")", R"("aud":["countersign-api"])")},
        {"duplicate role", good.replaced(R"("role":"analyst")", R"("role":"analyst","role":"admin")")},
        {"duplicate sub", good.withClaims(QByteArray(good.claims).replace("}", R"(,"sub":"x"})"))},
        {"wider scope", good.replaced(R"("scope":"full")", R"("scope":"everything")")},
        {"no scope", good.replaced(R"("scope":"full",)", "")},
        {"scope twice", good.replaced(R"("scope":"full")", R"("scope":"password_change","scope":"full")")},
        {"unknown role", good.replaced(R"("role":"analyst")", R"("role":"root")")},
        {"role as a number", good.replaced(R"("role":"analyst")", R"("role":0)")},
        {"unknown permission", good.replaced("queue:view", "queue:everything")},
        {"permissions in other order", good.replaced("queue:view queue:assign", "queue:assign queue:view")},
        {"permission twice", good.replaced("queue:view", "queue:view queue:view")},
        {"unknown claim", good.withClaims(QByteArray(good.claims).replace("}", R"(,"admin":"yes"})"))},
        {"no sub", good.replaced(R"("sub":"0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1a90",)", "")},
        {"null user", good.replaced("0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1a90", "00000000-0000-0000-0000-000000000000")},
        {"user in upper case", good.replaced("0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1a90", "0193A5C2-7B1E-7C44-9F0A-5D2E8B6F1A90")},
        {"user in braces", good.replaced("0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1a90", "{0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1a90}")},
        {"tenant that is no id", good.replaced("0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1a91", "' OR 1=1 --")},
    };
}

QList<ForgedToken> claimForgeries(const Template &good)
{
    return {
        {"longer life", good.replaced(R"("exp":)", R"("exp":9)")},
        {"expiry as a text", good.withClaims(QByteArray(good.claims).replace(R"("exp":)", R"("exp":")").replace("}", "\"}"))},
        {"expiry with an exponent", good.withClaims(QByteArray(good.claims).replace("}", "e9}"))},
        {"expiry with a fraction", good.withClaims(QByteArray(good.claims).replace("}", ".0}"))},
        {"no life", good.withClaims(good.claims.left(good.claims.indexOf(R"("exp":)")) + R"("exp":)" + issuedAt(good.claims) + '}')},
        {"expiry before the beginning", good.withClaims(good.claims.left(good.claims.indexOf(R"("exp":)")) + R"("exp":1})")},
        {"no expiry", good.withClaims(good.claims.left(good.claims.indexOf(R"(,"exp":)")) + '}')},
        {"no beginning", good.withClaims(QByteArray(good.claims).replace(R"("nbf":)", R"("nbg":)"))},
        {"not yet", good.withClaims(QByteArray(good.claims).replace(R"("nbf":)", R"("nbf":9)"))},
        {"issued in the future", good.withClaims(QByteArray(good.claims).replace(R"("iat":)", R"("iat":9)"))},
        {"negative version", good.replaced(R"("authz_version":7)", R"("authz_version":-7)")},
        {"version with a leading zero", good.replaced(R"("authz_version":7)", R"("authz_version":07)")},
        {"claims with white space", good.withClaims(QByteArray(good.claims).replace("{", "{ "))},
        {"claims with an escape", good.replaced(R"("role":"analyst")", R"("role":"anal\u0079st")")},
        {"bytes after the claims", good.withClaims(good.claims + ' ')},
        {"claims as a list", good.withClaims('[' + good.claims + ']')},
        {"nested claims", good.replaced(R"("role":"analyst")", R"("role":{"a":"analyst"})")},
        {"claims that are no JSON", good.withClaims("admin")},
        {"empty claims", good.withClaims("{}")},
    };
}

} // namespace

QList<ForgedToken> forgedTokens(const QByteArray &good, const QByteArray &secret)
{
    const Template taken(good, secret);
    return formForgeries(taken) + headerForgeries(taken) + identityForgeries(taken) + claimForgeries(taken);
}

} // namespace countersign

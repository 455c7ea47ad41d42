#include "server/http/HttpRouter.h"

namespace countersign {

namespace {

bool isParameter(const QByteArray &part)
{
    return part.startsWith('{') && part.endsWith('}');
}

bool fits(const QList<QByteArray> &pattern, const QList<QByteArray> &parts)
{
    for (qsizetype i = 0; i < pattern.size(); ++i)
        if (isParameter(pattern[i]) ? parts[i].isEmpty() : pattern[i] != parts[i])
            return false;
    return true;
}

QList<std::pair<QByteArray, QString>> valuesOf(const QList<QByteArray> &pattern, const QList<QByteArray> &parts)
{
    QList<std::pair<QByteArray, QString>> values;
    for (qsizetype i = 0; i < pattern.size(); ++i)
        if (isParameter(pattern[i]))
            values.emplaceBack(pattern[i].sliced(1, pattern[i].size() - 2),
                               QString::fromUtf8(QByteArray::fromPercentEncoding(parts[i])));
    return values;
}

} // namespace

void HttpRouter::add(HttpRoute route)
{
    m_routes.push_back(std::make_unique<HttpRoute>(std::move(route)));
    const HttpRoute *added = m_routes.back().get();
    if (!added->path.contains('{')) {
        m_plain[added->path].append(added);
        return;
    }
    const QList<QByteArray> pattern = added->path.split('/');
    auto &sameLength = m_patterns[pattern.size()];
    for (auto &[known, routes] : sameLength) {
        if (known == pattern) {
            routes.append(added);
            return;
        }
    }
    sameLength.emplaceBack(pattern, SamePath{added});
}

HttpRouter::Match HttpRouter::choose(const SamePath &candidates, const QByteArray &method)
{
    Match match;
    const QByteArray wanted = method == "HEAD" ? QByteArray("GET") : method;
    for (const HttpRoute *route : candidates) {
        const char *text = toCString(route->method);
        if (wanted == text)
            match.route = route;
        match.allow += (match.allow.isEmpty() ? "" : ", ") + QByteArray(text);
    }
    return match;
}

HttpRouter::Match HttpRouter::find(const QByteArray &method, const QByteArray &path) const
{
    const auto plain = m_plain.constFind(path);
    if (plain != m_plain.cend())
        return choose(*plain, method);
    const QList<QByteArray> parts = path.split('/');
    const auto sameLength = m_patterns.constFind(parts.size());
    if (sameLength == m_patterns.cend())
        return {};
    for (const auto &[pattern, routes] : *sameLength) {
        if (!fits(pattern, parts))
            continue;
        Match match = choose(routes, method);
        match.values = valuesOf(pattern, parts);
        return match;
    }
    return {};
}

} // namespace countersign

#include "core/json/ReadContext.h"

namespace countersign {

namespace {
// A hostile document must not make an answer larger than itself.
constexpr qsizetype kMaxErrors = 100;
constexpr qsizetype kMaxShownName = 80;
} // namespace

void ReadContext::fail(const char *code, const QString &message)
{
    if (m_errors.size() < kMaxErrors)
        m_errors.append({m_path, QLatin1String(code), message});
}

ReadContext::Step::Step(ReadContext &context, QLatin1String member)
    : m_context(context), m_lengthBefore(context.m_path.size())
{
    if (m_lengthBefore > 0)
        m_context.m_path += QLatin1Char('.');
    m_context.m_path += member;
}

ReadContext::Step::Step(ReadContext &context, QStringView member)
    : m_context(context), m_lengthBefore(context.m_path.size())
{
    if (m_lengthBefore > 0)
        m_context.m_path += QLatin1Char('.');
    for (const QChar c : member.left(kMaxShownName))
        m_context.m_path += c.isPrint() ? c : QChar(QChar::ReplacementCharacter);
}

ReadContext::Step::Step(ReadContext &context, qsizetype index)
    : m_context(context), m_lengthBefore(context.m_path.size())
{
    m_context.m_path += QStringLiteral("[%1]").arg(index);
}

ReadContext::Step::~Step()
{
    m_context.m_path.truncate(m_lengthBefore);
}

} // namespace countersign

#include "server/db/Sql.h"

#include <QHash>

#include <cctype>

namespace countersign::sql {

namespace {

bool isNameStart(char c)
{
    return std::isalpha(uchar(c)) || c == '_';
}

bool isNamePart(char c)
{
    return std::isalnum(uchar(c)) || c == '_';
}

/// Reads SQL from the left and copies it, so that nothing inside quotes or comments is taken for a parameter.
class Scanner {
public:
    explicit Scanner(QByteArrayView text) : m_text(text) {}

    bool atEnd() const { return m_at >= m_text.size(); }
    char at(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }
    bool startsWith(QByteArrayView what) const { return m_text.sliced(m_at).startsWith(what); }
    QByteArrayView take(qsizetype count)
    {
        const auto taken = m_text.sliced(m_at, qMin(count, m_text.size() - m_at));
        m_at += taken.size();
        return taken;
    }
    QByteArrayView takeThrough(QByteArrayView closing, qsizetype opening)
    {
        const qsizetype end = m_text.indexOf(closing, m_at + opening);
        return take(end < 0 ? m_text.size() : end + closing.size() - m_at);
    }
    QByteArrayView takeName()
    {
        qsizetype length = 0;
        while (isNamePart(at(length)))
            ++length;
        return take(length);
    }
    /// A quoted piece or comment that begins here, whole; empty when none does.
    QByteArrayView takeVerbatim()
    {
        if (startsWith("--"))
            return takeThrough("\n", 2);
        if (startsWith("/*"))
            return takeThrough("*/", 2);
        if (startsWith("$$"))
            return takeThrough("$$", 2);
        if (at() == '\'')
            return takeThrough("'", 1);
        if (at() == '"')
            return takeThrough("\"", 1);
        return {};
    }
    /// `::type` or `::type[]` that stands here, without moving on; empty when there is none.
    QByteArrayView castAhead() const
    {
        if (!startsWith("::"))
            return {};
        qsizetype length = 2;
        while (isNamePart(at(length)))
            ++length;
        if (at(length) == '[' && at(length + 1) == ']')
            length += 2;
        return m_text.sliced(m_at, length);
    }

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
};

} // namespace

Statement parseStatement(const char *name, const char *text)
{
    Statement statement{name, {}, {}};
    QHash<QByteArray, int> castNumbers;
    Scanner scanner{QByteArrayView(text)};
    while (!scanner.atEnd()) {
        if (const auto verbatim = scanner.takeVerbatim(); !verbatim.isEmpty()) {
            statement.text += verbatim;
        } else if (scanner.startsWith("::")) {
            statement.text += scanner.take(2);
        } else if (scanner.at() == ':' && isNameStart(scanner.at(1))) {
            scanner.take(1);
            const QByteArray parameter = scanner.takeName().toByteArray();
            const QByteArray cast = scanner.castAhead().toByteArray();
            int number = cast.isEmpty() ? 0 : castNumbers.value(parameter + cast);
            if (number == 0) {
                statement.parameters.append(parameter);
                number = int(statement.parameters.size());
                if (!cast.isEmpty())
                    castNumbers.insert(parameter + cast, number);
            }
            statement.text += '$' + QByteArray::number(number);
        } else {
            statement.text += scanner.take(1);
        }
    }
    return statement;
}

const Statement &statement(const char *name)
{
    static const QHash<QByteArray, Statement> all = [] {
        QHash<QByteArray, Statement> parsed;
        for (const EmbeddedText &row : statements())
            parsed.insert(row.name, parseStatement(row.name, row.text));
        return parsed;
    }();
    const auto found = all.constFind(QByteArray::fromRawData(name, qsizetype(qstrlen(name))));
    if (found == all.constEnd())
        qFatal("there is no SQL statement '%s'", name);
    return *found;
}

} // namespace countersign::sql

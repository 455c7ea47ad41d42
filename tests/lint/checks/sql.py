"""SQL lives in server/db/sql, one statement to a file, each used and asked for rightly; tenants are always named."""
import os
import re

from tree import CPP, Finding, strings_of

SQL_WORDS = re.compile(
    r"^\s*(SELECT\s|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|WITH\s+\w+\s+AS|CREATE\s+(TABLE|INDEX|VIEW|ROLE|FUNCTION)|"
    r"DROP\s+(TABLE|INDEX|VIEW)|ALTER\s+TABLE|GRANT\s|NOTIFY\s|LISTEN\s)")
STATEMENTS = "server/db/sql/"
MIGRATIONS = "server/db/migrations/"


def plain(text):
    """SQL without comments, and without what stands in quotes."""
    text = re.sub(r"--[^\n]*", "", text)
    return re.sub(r"'[^']*'", "''", text)


def tenant_tables(tree):
    """The tables under row-level security."""
    tables = set()
    for file in tree.files(".up.sql", MIGRATIONS):
        tables.update(re.findall(r"ALTER TABLE (\w+) ENABLE ROW LEVEL SECURITY", file.text))
    return tables


def parameters(sql):
    return set(re.findall(r"(?<![:\w]):([a-z_]\w*)", plain(sql)))


def check_statement(file, tables):
    sql = plain(file.text)
    if re.search(r";\s*\S", re.sub(r"\$\$.*?\$\$", "", sql, flags=re.S)):
        yield Finding(file.path, 1, "more than one statement")
    named = sorted(table for table in tables if re.search(r"\b(FROM|JOIN|INTO|UPDATE|USING)\s+(ONLY\s+)?%s\b" % table, sql))
    if named and "tenant_id" not in parameters(file.text):
        yield Finding(file.path, 1, "reads or writes %s without :tenant_id" % ", ".join(named))


def check_uses(file, statements, used):
    """Names of statements that do not exist, and parameters that the statement before does not have."""
    current = None
    for match in re.finditer(r'(\w+)?\s*\(?[^"()]*"([a-z_]+/[a-z_]+)"|\bbind\("(\w+)"|^}|\bquery\((?!")', file.text, re.M):
        if match.group(0) in ("}", "query("):
            current = None
        elif match[2]:
            current = match[2] if match[2] in statements else None
            used.add(match[2])
            asks = re.search(r"(query|alone|Query\s+\w+)\([^;]*$", file.text[:match.end()].rsplit("\n", 2)[-1])
            if current is None and asks:
                yield file.finding(match.end(), "there is no statement %s" % match[2])
        elif current and match[3] not in parameters(statements[current].text):
            yield file.finding(match.start(), "%s has no parameter :%s" % (current, match[3]))


def check(tree):
    tables = tenant_tables(tree)
    statements = {file.path[len(STATEMENTS):-len(".sql")]: file for file in tree.files(".sql", STATEMENTS)}
    for file in statements.values():
        yield from check_statement(file, tables)
    used = set()
    for file in tree.files(CPP, "core/", "server/", "ui/", "app/"):
        for offset, text in strings_of(file.text):
            if SQL_WORDS.match(text):
                yield file.finding(offset, "SQL belongs in %s" % STATEMENTS)
        if not file.path.startswith("server/db/"):
            yield from check_uses(file, statements, used)
        else:
            used.update(text for _, text in strings_of(file.text))
    for file in tree.files(".cpp", "tests/"):
        used.update(text for _, text in strings_of(file.text))
    for name, file in statements.items():
        if name not in used:
            yield Finding(file.path, 1, "nothing uses this statement")
    for path in tree.paths:
        if path.endswith(".sql") and not path.startswith((STATEMENTS, MIGRATIONS, "tests/", "installer/")):
            yield Finding(path, 1, "statements live in %s, steps of the schema in %s" % (STATEMENTS, MIGRATIONS))
    for path in tree.paths:
        if path.endswith(".up.sql") and not os.path.exists(os.path.join(tree.root, path[:-len(".up.sql")] + ".down.sql")):
            yield Finding(path, 1, "has no way back: no .down.sql")


PROOF = {
    "files": {
        MIGRATIONS + "020_rls.up.sql": "ALTER TABLE queues ENABLE ROW LEVEL SECURITY;\n",
        STATEMENTS + "queue/list.sql": "SELECT id FROM queues WHERE tenant_id = :tenant_id AND at = :at::timestamptz\n",
        STATEMENTS + "queue/all.sql": "SELECT id FROM queues -- :tenant_id\n",
        STATEMENTS + "queue/two.sql": "SELECT 1; SELECT ':x'\n",
        STATEMENTS + "queue/forgotten.sql": "SELECT 1\n",
        "extra.sql": "SELECT 1\n",
        "server/repo/QueueRepo.cpp":
            'void f()\n{\n    Query q = unit.query("queue/list");\n    q.bind("tenant_id", 1).bind("att", 2);\n'
            '    unit.query("queue/all");\n    unit.query("queue/two");\n    unit.query("queue/lost");\n}\n'
            'const char *text = "SELECT id FROM queues";\nconst char *words = "Select a case";\n',
    },
    "findings": [
        "extra.sql:1: statements live in server/db/sql/, steps of the schema in server/db/migrations/",
        "server/db/migrations/020_rls.up.sql:1: has no way back: no .down.sql",
        "server/db/sql/queue/all.sql:1: reads or writes queues without :tenant_id",
        "server/db/sql/queue/forgotten.sql:1: nothing uses this statement",
        "server/db/sql/queue/two.sql:1: more than one statement",
        "server/repo/QueueRepo.cpp:4: queue/list has no parameter :att",
        "server/repo/QueueRepo.cpp:7: there is no statement queue/lost",
        "server/repo/QueueRepo.cpp:9: SQL belongs in server/db/sql/",
    ],
}

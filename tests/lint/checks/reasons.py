"""Every reason for which the daemon may refuse a person has a sentence of its own in the workbench."""
import re

from tree import CPP

SENTENCES = "ui/client/Sentences.cpp"
# What is answered over the API comes from here; the rest of the daemon fails at its start or in its log.
FOLDERS = ("core/", "server/http/", "server/service/", "server/repo/", "server/auth/")
# The sentence of the kind of error says it all: a protocol that the workbench speaks, a defect, a missing header.
KINDS = "Unauthenticated|Forbidden|NotFound|Conflict|Invalid|TooManyRequests|Unavailable"
# reasons that need none, and why
EXEMPT = {
    "forbidden": "its kind says it",
    "not_found": "its kind says it",
    "validation_failed": "its kind says it; the fields say the rest",
    "serialization_failure": "retried by the daemon",
    "idempotency_repeated": "never leaves the daemon",
    "idempotency_key_reused": "the workbench makes a key for each content",
    "invalid_api_key": "for integrations",
    "no_address": "of a mail to an applicant, which is recorded and answered to nobody",
    "api_keys_unread": "for integrations",
    "bad_certificate": "ends the daemon's start",
    "bad_key": "ends the daemon's start",
    "bad_token_key": "ends the daemon's start",
    "must_not_be_negative": "for callers of the annuity, which are checked before",
    "must_be_positive": "a fault of a field, with its sentence there",
    "too_many_decimals": "a fault of a field, with its sentence there",
}

DIRECT = re.compile(r'ErrorCode::(?:%s)\s*,\s*(?:QStringLiteral|QLatin1String)\("([a-z_]+)"\)' % KINDS)
# A function that takes the reason as its first argument and puts one code to it.
MAKER = re.compile(r"\bError (\w+)\(const char \*reason[^{;]*\)\s*\{[^}]*?ErrorCode::(?:%s)\b" % KINDS)
ROW = re.compile(r'Sentence\{"([a-z_]+)"')


def reasons(file):
    """(offset, reason)"""
    for match in DIRECT.finditer(file.text):
        yield match.start(), match[1]
    for maker in MAKER.finditer(file.text):
        for call in re.finditer(r'\b%s\(\s*"([a-z_]+)"' % maker[1], file.text):
            yield call.start(), call[1]


def check(tree):
    said = set()
    for file in tree.files(CPP, SENTENCES):
        said.update(ROW.findall(file.text))
    for file in tree.files(CPP, *FOLDERS):
        for position, reason in reasons(file):
            if reason not in said and reason not in EXEMPT:
                yield file.finding(position, '"%s" has no sentence in %s' % (reason, SENTENCES))


PROOF = {
    "files": {
        SENTENCES: 'constexpr std::array kReasons{\n    Sentence{"known", "text"},\n    Sentence{"also_known", "text"},\n};\n',
        "server/service/Rules.cpp":
            'Error conflict(const char *reason, const QString &detail)\n{\n'
            '    return {ErrorCode::Conflict, QLatin1String(reason), detail, {}};\n}\n'
            'Error a() { return conflict("known", {}); }\n'
            'Error b() { return conflict("unheard_of", {}); }\n'
            'Error c() { return {ErrorCode::Forbidden, QStringLiteral("also_known"), {}, {}}; }\n'
            'Error d() { return {ErrorCode::Invalid,\n    QStringLiteral("new_rule"), {}, {}}; }\n'
            'Error e() { return {ErrorCode::Internal, QStringLiteral("defect"), {}, {}}; }\n'
            'Error f() { return {ErrorCode::NotFound, QStringLiteral("not_found"), {}, {}}; }\n',
        "server/db/Start.cpp": 'Error g() { return {ErrorCode::Conflict, QStringLiteral("at_start"), {}, {}}; }\n',
    },
    "findings": [
        'server/service/Rules.cpp:6: "unheard_of" has no sentence in ui/client/Sentences.cpp',
        'server/service/Rules.cpp:8: "new_rule" has no sentence in ui/client/Sentences.cpp',
    ],
}

"""No secrets, no paths of one machine, no addresses of real people or hosts."""
import re

from tree import Finding

TEXT = (".cpp", ".h", ".py", ".sh", ".sql", ".cmake", ".txt", ".md", ".toml", ".json", ".yml", ".yaml", ".service", ".ts",
        ".desktop", ".xml", ".in", ".qss", ".svg", "dev", "run")
RULES = [
    (r"-----BEGIN [A-Z ]*PRIVATE KEY-----", "a private key"),
    (r"\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{30,}\b|\bglpat-[\w-]{20}\b|\bxox[abp]-[\w-]{10,}", "an access key"),
    (r"\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}", "a token"),
    (r"(?<![\w.%}])/(home|Users|root|work|mnt|media)/\w[\w./-]*", "a path of one machine"),
    (r"\b[A-Z]:\\\\\w+", "a path of one machine"),
    (r"(?<![\w.+-])[\w.+-]+@(?!([\w-]+\.)*(example|invalid|test|localhost)\b)([\w-]+\.)+(com|org|net|rs|io|de|dev|eu)\b",
     "an address outside .example"),
]
ADDRESS = re.compile(r"(?<![\w.])(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?![\w.])")
DOCUMENTATION = re.compile(r"^(0|10|127|169\.254|192\.0\.2|198\.51\.100|203\.0\.113|192\.168|172\.(1[6-9]|2\d|3[01])|255)\.")
EXEMPT = ("LICENSE", "resources/data/")


def check(tree):
    for file in tree.files(TEXT):
        if file.path.startswith(EXEMPT):
            continue
        for pattern, what in RULES:
            for match in re.finditer(pattern, file.text):
                yield file.finding(match.start(), what)
        for match in ADDRESS.finditer(file.text):
            if all(int(part) < 256 for part in match.groups()) and not DOCUMENTATION.match(match[0]):
                yield file.finding(match.start(), "an address of a real host; 192.0.2.0/24 is for examples")


def joined(*parts):
    """Keeps what is looked for out of this very file."""
    return "".join(parts)


PROOF = {
    "files": {
        "docs/a.md": joined("-----BEGIN RSA ", "PRIVATE KEY-----\n") + joined("see /ho", "me/anna/notes\n"),
        "app/a.cpp": joined('auto key = "AKIA', 'ABCDEFGHIJKLMNOP";\n') + joined('auto host = "8.8.', '8.8";\n')
        + 'auto version = "1.2.3.4.5"; auto own = "127.0.0.1";\n',
        "tests/b.py": joined('MAIL = "anna@bank', '.com"\nGOOD = "anna@bank.example"\n'),
    },
    "findings": [
        "app/a.cpp:1: an access key",
        "app/a.cpp:2: an address of a real host; 192.0.2.0/24 is for examples",
        "docs/a.md:1: a private key",
        "docs/a.md:2: a path of one machine",
        "tests/b.py:1: an address outside .example",
    ],
}

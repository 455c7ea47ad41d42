"""Every sentence for people in ui/ goes through tr(), and the .ts files hold what the sources say."""
import os
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree

from tree import CPP, Finding, code_only

LUPDATE = next((path for path in ("/usr/lib/qt6/bin/lupdate", shutil.which("lupdate6") or "", shutil.which("lupdate") or "")
                if path and os.path.exists(path)), "")
FOLDERS = ("core", "ui", "app/workbench")
LANGUAGES = "translations/"

# Calls whose text a person reads; a literal directly in them was not translated.
SHOWN = re.compile(
    r"\b(setText|setWindowTitle|setTitle|setToolTip|setStatusTip|setWhatsThis|setPlaceholderText|setAccessibleName|"
    r"setAccessibleDescription|setLabelText|setInformativeText|setTitleText|setHeaderLabels|addTab|addAction|addMenu|"
    r"addRow|addItem|setPrefix|setSuffix|showMessage|"
    r"QLabel|QPushButton|QCheckBox|QRadioButton|QGroupBox|QAction|QToolButton)"
    r"(?:\s+\w+)?\s*[({]\s*(?:QStringLiteral\(|QLatin1String\(|QString(?:::from\w+)?\()?(\")")
LETTERS = re.compile(r"[^\W\d_]{2,}")


def missing_program():
    return None if LUPDATE else "lupdate (qt6-l10n-tools)"


def messages(path):
    """{(context, source, comment): whether it is translated} of a .ts file; what is gone from the sources does not count."""
    found = {}
    for context in xml.etree.ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            kind = translation.get("type", "") if translation is not None else "unfinished"
            if kind in ("vanished", "obsolete"):
                continue
            comment = message.findtext("comment") or ""
            found[(context.findtext("name"), message.findtext("source"), comment)] = kind != "unfinished"
    return found


def fresh_messages(tree):
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "fresh.ts")
        sources = [path for path in FOLDERS if os.path.isdir(os.path.join(tree.root, path))]
        subprocess.run([LUPDATE, "-silent", "-locations", "none", *sources, "-ts", out], cwd=tree.root, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return messages(out) if os.path.exists(out) else {}


def check_literals(file):
    code = code_only(file.text)
    for match in SHOWN.finditer(code):
        literal = re.match(r'"((?:[^"\\]|\\.)*)"', file.text[match.start(2):])
        if literal and LETTERS.search(literal[1]):
            yield file.finding(match.start(), "%s(\"%s\"): a sentence for people goes through tr()" % (match[1], literal[1]))


def check(tree):
    for file in tree.files(CPP, "ui/", "app/workbench/"):
        yield from check_literals(file)
    wanted = None
    for path in tree.paths:
        if not (path.startswith(LANGUAGES) and path.endswith(".ts")):
            continue
        wanted = fresh_messages(tree) if wanted is None else wanted
        held = messages(os.path.join(tree.root, path))
        for context, source, _ in sorted(wanted.keys() - held.keys()):
            yield Finding(path, 1, "lacks %s: \"%s\"; run ./dev format" % (context, source))
        for context, source, _ in sorted(held.keys() - wanted.keys()):
            yield Finding(path, 1, "holds %s: \"%s\", which no source says; run ./dev format" % (context, source))


def report(tree):
    """How much of each language is still to be translated."""
    for path in tree.paths:
        if path.startswith(LANGUAGES) and path.endswith(".ts"):
            held = messages(os.path.join(tree.root, path))
            open_ones = [source for (_, source, _), done in held.items() if not done]
            yield "%s: %d of %d translated%s" % (path, len(held) - len(open_ones), len(held),
                                                "".join("\n  - " + source for source in open_ones[:20]))


PROOF = {
    "files": {
        "ui/pages/Page.cpp":
            "class Page : public QWidget {\n    Q_OBJECT\n    void f()\n    {\n"
            '        setText(tr("Hello"));\n        setToolTip(QStringLiteral("Bye now"));\n'
            '        setText(QStringLiteral("%1"));\n        auto *label = new QLabel("Queue", this);\n'
            '        label->setObjectName("queue");\n    }\n};\n',
        "translations/countersign_sr.ts":
            '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="sr_RS">\n<context>\n'
            "    <name>Page</name>\n    <message><source>Gone</source><translation>Nema</translation></message>\n"
            "</context>\n</TS>\n",
    },
    "findings": [
        'translations/countersign_sr.ts:1: holds Page: "Gone", which no source says; run ./dev format',
        'translations/countersign_sr.ts:1: lacks Page: "Hello"; run ./dev format',
        'ui/pages/Page.cpp:6: setToolTip("Bye now"): a sentence for people goes through tr()',
        'ui/pages/Page.cpp:8: QLabel("Queue"): a sentence for people goes through tr()',
    ],
}

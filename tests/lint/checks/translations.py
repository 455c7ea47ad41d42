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
SOURCE_LANGUAGE = "_en.ts"  # the sentences themselves; its file holds plural forms only
PLACEHOLDER = re.compile(r"%(?:L?\d|n)")

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


def entries(path):
    """(context, message, kind) of a .ts file; what is gone from the sources does not count."""
    for context in xml.etree.ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            kind = translation.get("type", "") if translation is not None else "unfinished"
            if kind not in ("vanished", "obsolete"):
                yield context.findtext("name"), message, kind


def messages(path, plural_only=False):
    """{(context, source, comment): whether it is translated}"""
    found = {}
    for context, message, kind in entries(path):
        if message.get("numerus") == "yes" or not plural_only:
            found[(context, message.findtext("source"), message.findtext("comment") or "")] = kind != "unfinished"
    return found


def check_placeholders(path, full_path):
    """Every translation names what the sentence names; a plural form may leave the number out."""
    for context, message, kind in entries(full_path):
        if kind == "unfinished":
            continue
        source = message.findtext("source")
        translation = message.find("translation")
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        wanted = set(PLACEHOLDER.findall(source))
        for form in forms:
            if set(PLACEHOLDER.findall(form)) | ({"%n"} & wanted) != wanted:
                yield Finding(path, 1, "%s: \"%s\" does not name what \"%s\" names" % (context, form, source))


def fresh_messages(tree):
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "fresh.ts")
        sources = [path for path in FOLDERS if os.path.isdir(os.path.join(tree.root, path))]
        subprocess.run([LUPDATE, "-silent", "-I", ".", "-locations", "none", *sources, "-ts", out], cwd=tree.root, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)
        if not os.path.exists(out):
            return {}, {}
        return messages(out), messages(out, plural_only=True)


def check_literals(file):
    code = code_only(file.text)
    for match in SHOWN.finditer(code):
        literal = re.match(r'"((?:[^"\\]|\\.)*)"', file.text[match.start(2):])
        if literal and LETTERS.search(literal[1]):
            yield file.finding(match.start(), "%s(\"%s\"): a sentence for people goes through tr()" % (match[1], literal[1]))


def check(tree):
    for file in tree.files(CPP, "ui/", "app/workbench/"):
        yield from check_literals(file)
    fresh = None
    for path in tree.paths:
        if not (path.startswith(LANGUAGES) and path.endswith(".ts")):
            continue
        fresh = fresh_messages(tree) if fresh is None else fresh
        wanted = fresh[1] if path.endswith(SOURCE_LANGUAGE) else fresh[0]
        full_path = os.path.join(tree.root, path)
        held = messages(full_path)
        yield from check_placeholders(path, full_path)
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
            '        setText(tr("Hello"));\n        setText(tr("%1 of %2"));\n        setText(tr("%n day(s)", nullptr, count));\n        setToolTip(QStringLiteral("Bye now"));\n'
            '        setText(QStringLiteral("%1"));\n        auto *label = new QLabel("Queue", this);\n'
            '        label->setObjectName("queue");\n    }\n};\n',
        "translations/countersign_sr.ts":
            '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="sr_RS">\n<context>\n'
            "    <name>Page</name>\n    <message><source>Gone</source><translation>Nema</translation></message>\n"
            "    <message><source>%1 of %2</source><translation>%1 od %1</translation></message>\n"
            "</context>\n</TS>\n",
        "translations/countersign_en.ts":
            '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="en">\n<context>\n'
            '    <name>Page</name>\n    <message numerus="yes"><source>%n day(s)</source><translation>'
            "<numerusform>one day</numerusform><numerusform>%n days</numerusform></translation></message>\n"
            "</context>\n</TS>\n",
    },
    "findings": [
        'translations/countersign_sr.ts:1: holds Page: "Gone", which no source says; run ./dev format',
        'translations/countersign_sr.ts:1: Page: "%1 od %1" does not name what "%1 of %2" names',
        'translations/countersign_sr.ts:1: lacks Page: "%n day(s)"; run ./dev format',
        'translations/countersign_sr.ts:1: lacks Page: "Hello"; run ./dev format',
        'ui/pages/Page.cpp:8: setToolTip("Bye now"): a sentence for people goes through tr()',
        'ui/pages/Page.cpp:10: QLabel("Queue"): a sentence for people goes through tr()',
    ],
}

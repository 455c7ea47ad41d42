"""What this tree does not do: waiting by sleeping, reading clocks, connecting by strings, leaving notes, vague names."""
import re

from tree import CPP, Finding, code_only, comments_only, without_comments

# pattern in code without comments and strings, what to say, folders it holds for, files that may
CODE_RULES = [
    (r"\b(SIGNAL|SLOT)\s*\(", "connect by pointers to members or lambdas", (), ()),
    (r"\b(signals|slots)\s*:", "write Q_SIGNALS and Q_SLOTS", (), ()),
    (r"(?<!\w)emit\s", "write Q_EMIT", (), ()),
    (r"\b(qWait|qSleep)\s*\(", "wait for a condition: QTRY_*, QSignalSpy, FakeClock", (), ()),
    (r"\b(msleep|usleep|nanosleep|sleep_for|sleep_until|sleep)\s*\(", "wait for a condition, not for a time",
     (), ("server/db/PrivateCluster.cpp",)),  # another program's files are all it can look at
    (r"\b(system_clock::now|currentDateTime(Utc)?|currentMSecsSinceEpoch|currentSecsSinceEpoch|currentDate|currentTime|"
     r"gettimeofday|CLOCK_REALTIME)\b|\btime\(\s*(nullptr|NULL|0)\s*\)", "only SystemClock reads the clock",
     (), ("app/SystemClock.cpp",)),
    (r"\busing\s+namespace\s+std\s*;", "name what you use of std", (), ()),
    (r"\bthrow\b(?!\s*\()", "answer a Result", ("core/", "server/", "ui/", "app/"), ()),
]
NOTES = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
VAGUE = re.compile(r"(util|common|helper|manager|misc)s?$", re.I)
WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
COMMENTED_OUT = re.compile(r"^\s*//[^/!<].*(;|\{|\})\s*$|^\s*//\s*(if|for|while|return)\b.*[;{(]\s*$")
PLAIN_NAMES = re.compile(r"(main|tst_[a-z0-9_]+|bench_[a-z0-9_]+|fuzz_[a-z0-9_]+)\.cpp|[A-Z][A-Za-z0-9]*\.(cpp|h|h\.in)")


def check_code(file):
    code = code_only(file.text)
    for pattern, advice, folders, exempt in CODE_RULES:
        if file.path in exempt or (folders and not file.path.startswith(folders)):
            continue
        for match in re.finditer(pattern, code):
            yield file.finding(match.start(), "%s: %s" % (match.group(0).strip(), advice))
    for match in NOTES.finditer(comments_only(file.text)):
        yield file.finding(match.start(), "%s: do it, or write an issue" % match.group(0))
    shown = without_comments(file.text).splitlines()
    for number, line in enumerate(file.lines(), 1):
        if COMMENTED_OUT.match(line) and not shown[number - 1].strip():
            yield Finding(file.path, number, "code in a comment: delete it")


def check_shape(file):
    first = file.text.lstrip("\ufeff").split("\n", 1)[0]
    if file.suffix == ".h":
        if not re.match(r"//\s*\S.*", first):
            yield Finding(file.path, 1, "a header begins with one comment sentence: what this is for")
        if "#pragma once" not in file.text:
            yield Finding(file.path, 1, "no #pragma once")
    own = re.search(r'#include "([^"]*/)?%s\.h"' % re.escape(file.stem), file.text)
    includes = re.findall(r"#include\s+[<\"]([^>\"]+)", file.text)
    if file.suffix == ".cpp" and own and includes and includes[0].split("/")[-1] != file.stem + ".h":
        yield Finding(file.path, 1, "the own header comes first")
    if not PLAIN_NAMES.fullmatch(file.name):
        yield Finding(file.path, 1, "the file is called like its class, in PascalCase")


def check(tree):
    for path in tree.paths:
        for part in path.split("/"):
            stem = part.split(".")[0]
            if VAGUE.match(stem) or any(VAGUE.fullmatch(word) for word in WORDS.findall(stem)):
                yield Finding(path, 1, "'%s' says nothing: name the one idea" % stem)
    for file in tree.files(CPP):
        yield from check_code(file)
        if not file.path.startswith("cmake/"):
            yield from check_shape(file)


PROOF = {
    "files": {
        "core/queue/QueueUtils.h": "// Things.\n#pragma once\n",
        "ui/common/Bar.h": "#pragma once\n",
        "server/jobs/Timer.cpp": '#include <QTimer>\n#include "server/jobs/Timer.h"\nvoid f()\n{\n'
                                 "    // why: because\n    // int old = 3;\n    auto now = QDateTime::currentDateTimeUtc();\n"
                                 '    connect(a, SIGNAL(done()), b, [] {}); // "SLOT("\n    throw 1;\n}\n// TODO more\n',
        "tests/core/tst_timer.cpp": "void f()\n{\n    QTest::qWait(10);\n    std::this_thread::sleep_for(a);\n}\n",
        "tests/core/TimerTest.cpp": '// the word "sleep(1)" in a string is none\nconst char *s = "sleep(1)";\n',
        "app/timer.cpp": "int a;\n",
    },
    "findings": [
        "app/timer.cpp:1: the file is called like its class, in PascalCase",
        "core/queue/QueueUtils.h:1: 'QueueUtils' says nothing: name the one idea",
        "server/jobs/Timer.cpp:11: TODO: do it, or write an issue",
        "server/jobs/Timer.cpp:1: the own header comes first",
        "server/jobs/Timer.cpp:6: code in a comment: delete it",
        "server/jobs/Timer.cpp:7: currentDateTimeUtc: only SystemClock reads the clock",
        "server/jobs/Timer.cpp:8: SIGNAL(: connect by pointers to members or lambdas",
        "server/jobs/Timer.cpp:9: throw: answer a Result",
        "tests/core/tst_timer.cpp:3: qWait(: wait for a condition: QTRY_*, QSignalSpy, FakeClock",
        "tests/core/tst_timer.cpp:4: sleep_for(: wait for a condition, not for a time",
        "ui/common/Bar.h:1: 'common' says nothing: name the one idea",
        "ui/common/Bar.h:1: a header begins with one comment sentence: what this is for",
    ],
}

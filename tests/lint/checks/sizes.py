"""Files of at most 400 lines, functions (constructors too) of at most 60, parameters of at most 5."""
import re

from tree import CPP, Finding, code_only

FILE_LINES, FUNCTION_LINES, PARAMETERS = 400, 60, 5
MEASURED = CPP + (".py", ".sh", ".sql", ".cmake", "CMakeLists.txt", ".qss", "dev")
NOT_FUNCTIONS = {"if", "for", "while", "switch", "catch", "return", "decltype", "alignas", "sizeof", "Q_PROPERTY"}
# `) const noexcept -> Result<int> : m_a(b), m_c{d} {` : what may stand between parameters and body
BETWEEN = re.compile(r"\s*(?:(?:const|noexcept|override|final|mutable|&&?|->\s*[\w:<>,&* ]+?)\s*)*(?=[:{;=])")


def matching(text, start, opening, closing):
    """Offset of the bracket that closes the one at start, or -1."""
    depth = 0
    for match in re.finditer("[%s%s]" % (re.escape(opening), re.escape(closing)), text[start:]):
        depth += 1 if match.group(0) == opening else -1
        if depth == 0:
            return start + match.start()
    return -1


def skip_initialisers(text, at):
    """From the ':' after a constructor's parameters to the '{' of its body, or -1."""
    position = at + 1
    while True:
        match = re.compile(r"\s*[\w:]+(?:<[^;{}()]*>)?\s*([({])").match(text, position)
        if not match:
            return -1
        end = matching(text, match.end() - 1, match[1], ")" if match[1] == "(" else "}")
        if end < 0:
            return -1
        after = re.compile(r"\s*([,{])").match(text, end + 1)
        if not after:
            return -1
        if after[1] == "{":
            return after.end() - 1
        position = after.end()


def parameter_count(text):
    if not text.strip() or text.strip() == "void":
        return 0
    count, depth = 1, 0
    for character in text:
        depth += {"(": 1, "<": 1, "{": 1, "[": 1, ")": -1, ">": -1, "}": -1, "]": -1}.get(character, 0)
        count += character == "," and depth == 0
    return count


def functions(text):
    """(offset, name, parameters, lines) of every function that is defined in code without comments and strings."""
    for match in re.finditer(r"(?<![.\w>])((?:\w+::)*(?:~?\w+|operator\s*[^\s\w(]{1,3}|operator\(\)))\s*\(", text):
        name = match[1]
        if name.split("::")[-1] in NOT_FUNCTIONS:
            continue
        close = matching(text, match.end() - 1, "(", ")")
        between = BETWEEN.match(text, close + 1) if close >= 0 else None
        if not between:
            continue
        body = between.end()
        if text[body] == ":":
            body = skip_initialisers(text, body)
        if body < 0 or text[body] != "{":
            continue
        end = matching(text, body, "{", "}")
        if end >= 0:
            lines = text.count("\n", match.start(), end) + 1
            yield match.start(), name, parameter_count(text[match.end():close]), lines


def check(tree):
    for file in tree.files(MEASURED):
        count = len(file.lines())
        if count > FILE_LINES:
            yield Finding(file.path, 1, "%d lines; at most %d" % (count, FILE_LINES))
        if not file.path.endswith(CPP):
            continue
        for offset, name, parameters, lines in functions(code_only(file.text)):
            if lines > FUNCTION_LINES:
                yield file.finding(offset, "%s has %d lines; at most %d" % (name, lines, FUNCTION_LINES))
            if parameters > PARAMETERS:
                yield file.finding(offset, "%s takes %d parameters; at most %d" % (name, parameters, PARAMETERS))


PROOF = {
    "files": {
        "core/Long.cpp": "//\n" * 401,
        "core/Window.cpp": "Window::Window(QWidget *parent)\n    : QWidget(parent), m_a{1}\n{\n" + "    call();\n" * 60 + "}\n",
        "core/Many.h": "inline int add(int a, QMap<int, int> b, int c, int d, int e)\n{ return f(a, b, c, d, e, 1, 2); }\n"
                       "inline int more(int a, int b, int c, int d, int e, int f) const noexcept { return 0; }\n",
        "core/Fine.cpp": "void f()\n{\n" + "    call(\"{\", '{'); // {\n" * 57 + "}\n",
    },
    "findings": [
        "core/Long.cpp:1: 401 lines; at most 400",
        "core/Many.h:3: more takes 6 parameters; at most 5",
        "core/Window.cpp:1: Window::Window has 64 lines; at most 60",
    ],
}

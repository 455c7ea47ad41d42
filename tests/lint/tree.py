"""The files of a source tree as lints look at them."""
import os
import re

SKIPPED_FOLDERS = {"build", ".git", ".cache", "__pycache__", "corpus"}
CPP = (".cpp", ".h")


class Finding:
    def __init__(self, path, line, text):
        self.path, self.line, self.text = path, line, text

    def __str__(self):
        return "%s:%d: %s" % (self.path, self.line, self.text)


class File:
    def __init__(self, root, path):
        self.path = path
        self.name = os.path.basename(path)
        self.stem, self.suffix = os.path.splitext(self.name)
        with open(os.path.join(root, path), encoding="utf-8") as source:
            self.text = source.read()

    def lines(self):
        return self.text.splitlines()

    def finding(self, position, text):
        """A finding at an offset of the text."""
        return Finding(self.path, self.text.count("\n", 0, position) + 1, text)


class Tree:
    def __init__(self, root):
        self.root = root
        self.paths = []
        for folder, folders, files in os.walk(root):
            folders[:] = sorted(set(folders) - SKIPPED_FOLDERS)
            for name in sorted(files):
                self.paths.append(os.path.relpath(os.path.join(folder, name), root))

    def files(self, suffixes, *under):
        """Every file with one of the suffixes, below one of the folders when some are named."""
        for path in self.paths:
            if path.endswith(suffixes) and (not under or path.startswith(under)):
                yield File(self.root, path)


TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/'                       # comments
    r'|R"(?P<tag>[^()\s\\]*)\(.*?\)(?P=tag)"'   # raw strings
    r'|"(?:[^"\\\n]|\\.)*"'                     # strings
    r"|(?<![0-9A-Fa-f])'(?:[^'\\\n]|\\.)+'",    # characters, but not the ' of 10'000
    re.S)


def blank(text):
    return re.sub(r"[^\n]", " ", text)


def code_only(text):
    """C++ without comments and with empty strings; every offset stays what it was."""
    def replace(match):
        token = match.group(0)
        if token.startswith("/"):
            return blank(token)
        return token[0] + blank(token[1:-1]) + token[-1] if token[0] in "\"'" else blank(token)
    return TOKEN.sub(replace, text)


def strings_of(text):
    """(offset, content) of every string literal of C++ source."""
    for match in TOKEN.finditer(text):
        token = match.group(0)
        if token.startswith('"'):
            yield match.start(), token[1:-1]
        elif token.startswith("R"):
            yield match.start(), token[token.index("(") + 1:token.rindex(")")]


def without_comments(text):
    """C++ whose comments are blank; strings stay."""
    return TOKEN.sub(lambda match: blank(match.group(0)) if match.group(0).startswith("/") else match.group(0), text)


def comments_only(text):
    """The opposite: everything but the comments is blank."""
    shown = without_comments(text)
    return "".join(a if a == "\n" or b != a else " " for a, b in zip(text, shown))

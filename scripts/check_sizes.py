#!/usr/bin/env python3
"""Checks that no function is over 70 lines and no file over 500. Prints file:line of each breach, exits 1.

C++ is not parsed: comments and literals are blanked and braces counted. A function is a brace pair outside of
functions whose introduction has a parameter list and is no initialiser. Of a table inside a function, the rows
that are nothing but literals are data and do not count. Python and shell functions count too.
"""

import ast
import pathlib
import re
import subprocess
import sys

MOST_FUNCTION_LINES = 70
MOST_FILE_LINES = 500

BLANKED = re.compile(
    r"""//[^\n]*                                    # comments
      | /\*.*?\*/
      | R"(?P<delimiter>[^()\s\\]{0,16})\(.*?\)(?P=delimiter)"   # raw strings
      | "(?:\\.|[^"\\\n])*"                         # strings
      | (?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'         # characters, but not the 1'000 of a number
      | ^[ \t]*\#(?:[^\n]*\\\n)*[^\n]*              # preprocessor lines
    """, re.S | re.X | re.M)
NO_FUNCTION = re.compile(r"^\s*(?:inline\s+)?(?:namespace|class|struct|union|enum)\b|^\s*extern\s*$|=\s*$|^[^()]*=")


def blank(text):
    return BLANKED.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text)


def is_function(introduction):
    # A template's head and attributes say nothing about what follows.
    words = re.sub(r"\btemplate\s*<[^{}]*?>\s*(?=\w)|\[\[.*?\]\]", " ", introduction, flags=re.S).strip()
    return ")" in words and not NO_FUNCTION.search(re.sub(r"\boperator\s*[^\s\w(]+", "operator", words))


def is_initialiser(introduction, rest):
    """True where the brace pair that just closed was one member's, as in `A::A() : a_{1}, b_{2} {`."""
    return re.search(r"\)[^:]*:(?!:)", introduction) and re.match(r"\s*[,{]", rest)


def data_lines(text, blanked):
    """The numbers of lines that hold literals and nothing but them, commas and brackets."""
    pairs = zip(text.splitlines(), blanked.splitlines())
    return {number for number, (line, rest) in enumerate(pairs, 1)
            if re.match(r'\s*\{*"', line) and re.fullmatch(r"[\s{},()]*;?", rest)}


def cxx_functions(text):
    """(first line, last line, name) of the outermost functions, in order."""
    text = blank(text)
    functions, stack, begin, inside = [], [], 0, None
    for match in re.finditer(r"[{};]", text):
        mark, at = match[0], match.start()
        after = match.end()
        if mark == "{":
            # After an access label, whose colon is no part of a name.
            introduction = re.split(r"\b(?:public|private|protected)\s*:(?!:)", text[begin:at])[-1]
            argument = introduction.count("(") > introduction.count(")")
            stack.append(begin if argument else None)
            if inside is None and not argument and is_function(introduction):
                inside = (len(stack), at - len(introduction.lstrip()), introduction)
        elif mark == "}" and stack:
            ends = inside is not None and len(stack) == inside[0]
            if ends and not is_initialiser(inside[2], text[at + 1:at + 200]):
                name = re.search(r"([~\w:]+|operator\S+)\s*\(", inside[2])
                first, last = (text.count("\n", 0, place) + 1 for place in (inside[1], at))
                functions.append((first, last, name[1] if name else "?"))
                inside = None
            argument_begin = stack.pop()
            after = after if argument_begin is None else argument_begin
        begin = after
    return functions


def python_functions(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.lineno, node.end_lineno, node.name


def shell_functions(text):
    first = name = None
    for number, line in enumerate(text.splitlines(), 1):
        match = re.match(r"(?:function\s+)?([\w.-]+)\s*\(\)\s*[{(]\s*$", line)
        if match and first is None:
            first, name = number, match[1]
        elif first is not None and re.match(r"[})]", line):
            yield first, number, name
            first = None


def functions_for(path, text):
    """The function finder of a file's language, or None where sizes do not count."""
    if path.suffix in (".h", ".cc", ".inc"):
        return cxx_functions
    first = text.split("\n", 1)[0]
    if path.suffix == ".py" or re.match(r"#!.*python", first):
        return python_functions
    if path.suffix == ".sh" or re.match(r"#!.*\b(?:sh|bash|dash)\b", first):
        return shell_functions
    return None


def check_text(path, text):
    finder = functions_for(path, text)
    if finder is None:
        return
    lines = text.count("\n") + (not text.endswith("\n"))
    if lines > MOST_FILE_LINES:
        yield f"{path}:{MOST_FILE_LINES + 1}: {lines} lines in a file; at most {MOST_FILE_LINES}"
    data = data_lines(text, blank(text)) if finder is cxx_functions else set()
    for first, last, name in finder(text):
        lines = sum(1 for number in range(first, last + 1) if number not in data)
        if lines > MOST_FUNCTION_LINES:
            yield f"{path}:{first}: {name} has {lines} lines; at most {MOST_FUNCTION_LINES}"


def files_of(root):
    """What git tracks or would track; in a tree without git, everything but the build folder."""
    listed = subprocess.run(["git", "-C", root, "ls-files", "-coz", "--exclude-standard"], capture_output=True,
                            check=False)
    if listed.returncode == 0:
        names = {name.decode("utf-8", "surrogateescape") for name in listed.stdout.split(b"\0") if name}
    else:
        names = {p.relative_to(root).as_posix() for p in root.rglob("*")}
    for name in sorted(names):
        path = root / name
        if path.is_file() and not path.is_symlink() and not name.startswith(("build/", ".git/", "testdata/")):
            yield path


def main():
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent
    found = False
    for path in files_of(root):
        for problem in check_text(path.relative_to(root), path.read_text(errors="replace")):
            print(problem)
            found = True
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

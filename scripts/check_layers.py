#!/usr/bin/env python3
"""Checks that the includes in analyzer/ keep to analyzer/layers.txt. Prints file:line of each breach, exits 1."""

import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')
SOURCE_ENDINGS = {".h", ".cc", ".inc"}


class Layers:
    """layers.txt: folders, libraries and system headers; mistakes in it are in `problems`."""

    def __init__(self, path):
        self.path = path
        self.folders, self.libraries, self.system, self.problems = {}, {}, [], []
        section = None
        for number, line in enumerate(path.read_text().splitlines(), 1):
            line = line.split("#")[0].strip()
            if line.startswith("["):
                section = line
            elif line:
                self._read(section, line, number)
        self._check()

    def _read(self, section, line, number):
        names, colon, allowed = line.partition(":")
        if section == "[system]":
            self.system += line.split()
        elif section in ("[folders]", "[libraries]") and colon:
            table = self.folders if section == "[folders]" else self.libraries
            for name in names.split():
                if name in table:
                    self.problems.append(f'{self.path}:{number}: "{name}" stands there twice')
                table[name] = allowed.split()
        else:
            self.problems.append(f'{self.path}:{number}: expected "name: names" in a section')

    def _check(self):
        for name, allowed in [*self.folders.items(), *self.libraries.items()]:
            for other in allowed:
                if other != "*" and not other.endswith(".h") and other not in self.folders:
                    self.problems.append(f'{self.path}: "{name}" names the unknown folder "{other}"')
        for name in self.folders:
            chain = self._circle(name, [name])
            if chain:
                self.problems.append(f"{self.path}: folders in a circle: {' -> '.join(chain)}")
                break

    def _circle(self, name, chain):
        for other in self.folders.get(name, []):
            if other == chain[0]:
                return [*chain, other]
            if other in self.folders and other not in chain:
                found = self._circle(other, [*chain, other])
                if found:
                    return found
        return None

    def folder_of(self, relative):
        """The longest listed folder that holds the path, or None."""
        parts = relative.split("/")[:-1]
        if not parts:
            return "."
        for size in range(len(parts), 0, -1):
            if "/".join(parts[:size]) in self.folders:
                return "/".join(parts[:size])
        return None

    def own_problem(self, folder, header):
        """Why this folder may not include the header of analyzer/, or None."""
        home = self.folder_of(header)
        if home is None:
            return f'"{header}" lies in a folder that layers.txt does not name'
        allowed = self.folders[folder]
        if home == folder or "*" in allowed or home in allowed or header in allowed:
            return None
        return f"{folder} may not include {home} ({header})"

    def library_problem(self, folder, header):
        for prefix, homes in self.libraries.items():
            if header == prefix or (prefix.endswith("/") and header.startswith(prefix)):
                if "*" in homes or folder in homes:
                    return None
                return f"<{header}> is at home in {', '.join(homes)}, not in {folder}"
        if any(header == s or (s.endswith("/") and header.startswith(s)) for s in self.system):
            return None
        if re.fullmatch(r"[a-z_0-9]+", header):
            return None
        return f"<{header}> is of no library that layers.txt gives a home"


def blank_comments(text):
    """The text with /* */ comments blanked, so that an include inside one does not count."""
    return re.sub(r"/\*.*?\*/", lambda m: re.sub(r"[^\n]", " ", m[0]), text, flags=re.S)


def check_file(layers, analyzer, path):
    relative = path.relative_to(analyzer).as_posix()
    folder = layers.folder_of(relative)
    if folder is None:
        return [f"{path}:1: its folder is not in layers.txt"]
    problems = []
    lines = blank_comments(path.read_text(errors="replace")).splitlines()
    for number, line in enumerate(lines, 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        quoted, angled = match.groups()
        if quoted is None:
            problem = layers.library_problem(folder, angled)
        elif quoted.startswith("analyzer/"):
            problem = layers.own_problem(folder, quoted.removeprefix("analyzer/"))
        else:
            problem = f'"{quoted}": write our headers as "analyzer/..." and libraries in <>'
        if problem:
            problems.append(f"{path}:{number}: {problem}")
    return problems


def check(root):
    analyzer = root / "analyzer"
    layers = Layers(analyzer / "layers.txt")
    problems = list(layers.problems)
    for path in sorted(analyzer.rglob("*")):
        if path.suffix in SOURCE_ENDINGS and path.is_file():
            problems += check_file(layers, analyzer, path)
    return problems


def main():
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent
    problems = check(root)
    for problem in problems:
        print(problem.removeprefix(f"{root}/"))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

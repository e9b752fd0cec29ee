"""A small tree of YAML for tests: read with PyYAML, changed, and written again in block style, where each node knows
its line. Paths are those of docs/config_patterns.md, as far as a test of rules needs them."""

import json
import re

import yaml

PLAIN_KEY = re.compile(r"[A-Za-z0-9_./-]+$")


class Node:
    def __init__(self, kind, text="", quoted=False):
        self.kind, self.text, self.quoted = kind, text, quoted
        self.entries, self.parent, self.key, self.line = [], None, None, 0
        self.first, self.last = 0, 0  # lines of the text that it was read from

    def add(self, key, child):
        child.parent, child.key = self, key
        self.entries.append(child)

    def entry(self, key):
        return next((child for child in self.entries if child.key == key), None)

    def copy(self):
        other = Node(self.kind, self.text, self.quoted)
        for child in self.entries:
            other.add(child.key, child.copy())
        return other

    def replace_by(self, other):
        """Becomes what `other` is, at its own place."""
        self.kind, self.text, self.quoted, self.entries = other.kind, other.text, other.quoted, []
        for child in other.copy().entries:
            self.add(child.key, child)

    def remove(self):
        self.parent.entries = [child for child in self.parent.entries if child is not self]

    def root(self):
        return self.parent.root() if self.parent else self


def from_yaml(node):
    first = node.start_mark.line + 1
    last = max(first, node.end_mark.line + (node.end_mark.column > 0))
    if isinstance(node, yaml.ScalarNode):
        result = Node("scalar", node.value, node.style is not None)
    elif isinstance(node, yaml.SequenceNode):
        result = Node("list")
        for number, item in enumerate(node.value):
            result.add(number, from_yaml(item))
    else:
        result = Node("map")
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):  # `{{ call }}` of a template
                raise yaml.YAMLError("a key that is no text")
            child = from_yaml(value)
            child.first = key.start_mark.line + 1
            result.add(key.value, child)
    result.first, result.last = result.first or first, last
    return result


def read(text):
    return [from_yaml(document) for document in yaml.compose_all(text) if document is not None]


def scalar_text(node):
    plain = not node.quoted and "\n" not in node.text
    return node.text if plain else json.dumps(node.text, ensure_ascii=False)


def write_node(node, indent, lines):
    for child in node.entries:
        child.line = len(lines) + 1
        pad = " " * indent
        if node.kind == "map":
            key = child.key if PLAIN_KEY.match(child.key) else json.dumps(child.key, ensure_ascii=False)
            head = f"{pad}{key}:"
        else:
            head = f"{pad}-"
        if child.kind == "scalar":
            lines.append(f"{head} {scalar_text(child)}".rstrip())
        elif not child.entries:
            lines.append(head + (" {}" if child.kind == "map" else " []"))
        elif node.kind == "map":
            lines.append(head)
            write_node(child, indent + 2, lines)
        else:
            begin = len(lines)
            write_node(child, indent + 2, lines)
            lines[begin] = pad + "- " + lines[begin][indent + 2:]


def write(documents):
    lines = []
    for number, document in enumerate(documents):
        if number:
            lines.append("---")
        document.line = len(lines) + 1
        write_node(document, 0, lines)
    return "\n".join(lines) + "\n"


def write_json_node(node, indent, lines, end):
    """The node after what stands at the end of the last line."""
    if node.kind == "scalar":
        plain = not node.quoted and re.fullmatch(r"-?[\d.]+|true|false|null", node.text)
        lines[-1] += (node.text if plain else json.dumps(node.text, ensure_ascii=False)) + end
        return
    opening, closing = "{}" if node.kind == "map" else "[]"
    lines[-1] += opening
    for number, child in enumerate(node.entries, 1):
        lines.append(" " * (indent + 2) + (json.dumps(child.key) + ": " if node.kind == "map" else ""))
        child.line = len(lines)
        write_json_node(child, indent + 2, lines, "," if number < len(node.entries) else "")
    lines.append(" " * indent + closing + end)


def write_json(document):
    lines, document.line = [""], 1
    write_json_node(document, 0, lines, "")
    return "\n".join(lines) + "\n"


def steps_of(path):
    """('here' | 'root' | levels above, [(names, index), ...]); None for what is no path here."""
    begin = "here"
    if path.startswith("$") or path == ".":
        return (begin, []) if path == "." else None
    if path.startswith("/"):
        begin, path = "root", path[1:]
    above = 0
    while path.startswith("../"):
        above, path = above + 1, path[3:]
    steps = []
    for quoted, plain, index in re.findall(r'"([^"]*)"|([^.\[\]"]+)|\[([^\]]*)\]', path):
        if index:
            steps.append(("item", index))
        elif quoted:
            steps.append(("deep", "") if quoted == "**" else ("names", [quoted]))
        elif plain == "**":
            steps.append(("deep", ""))
        elif plain.startswith("$"):
            return None
        else:
            steps.append(("names", plain.split("|")))
    return (above or begin), steps


def fits(name, key):
    return re.fullmatch(re.escape(name).replace(r"\*", ".*"), str(key)) is not None


def descend(node, step):
    sort, what = step
    if sort == "names" and node.kind == "map":
        if what == ["*"]:
            return list(node.entries)
        return [child for name in what for child in node.entries if fits(name, child.key)]
    if sort == "item":
        items = node.entries if node.kind == "list" else [node]
        if what == "*":
            return list(items)
        if re.fullmatch(r"-?\d+", what):
            return items[int(what):][:1] if what == "-1" or int(what) < len(items) else []
        key, _, value = what.partition("=")
        return [i for i in items if i.kind == "map" and i.entry(key) is not None and i.entry(key).text == value]
    if sort == "deep":
        return [node] + [below for child in node.entries for below in descend(child, step)]
    return []


def begin_of(path, node):
    parsed = steps_of(path)
    if parsed is None:
        return None, []
    begin, steps = parsed
    if begin == "root":
        return node.root(), steps
    while isinstance(begin, int) and begin > 0 and node is not None:
        node, begin = node.parent, begin - 1
    return node, steps


def follow_around(path, node):
    around = node
    while around is not None:
        found, reached, left = follow(path, around)
        if found:
            return found, reached, left
        around = around.parent
    return follow(path, node)


def follow(path, node):
    """(nodes that the path leads to, the deepest node on the way, the steps that are left from there)."""
    if path.startswith("^"):
        return follow_around(path[1:], node)
    start, steps = begin_of(path, node)
    if start is None:
        return [], None, []
    found, reached, left = [start], start, steps
    for number, step in enumerate(steps):
        found = [below for each in found for below in descend(each, step)]
        if not found:
            return [], reached, left
        reached, left = found[0], steps[number + 1:]
    return found, reached, left


def insert(path, node, value):
    """Puts `value` where the path leads, and makes what is missing on the way; None where names alone do not say it."""
    found, reached, left = follow(path, node)
    if found or reached is None:
        return None
    known = all(what == "*" if sort == "item" else sort == "names" and "*" not in what[0] for sort, what in left)
    if not known or left[0][0] != "names" or reached.kind != "map":
        return None
    for number, (sort, what) in enumerate(left):
        after = left[number + 1][0] if number + 1 < len(left) else ""
        child = {"": value.copy(), "item": Node("list")}.get(after) or Node("map")
        reached.add(what[0] if sort == "names" else 0, child)
        reached = child
    return reached

"""Mutants of the rules' own examples: of each rule with a clause `config:` an example without a finding is taken, the
field that the rule speaks of is deleted or gets the value of an example with a finding, and the finding must appear at
the line of that field, or of the key under which it would stand.

What the field is follows from the rule: the paths under `find:`. Needs PyYAML. Rules that no example of which can be
changed this way are listed with the reason; a rule that could be, or is gone, must leave the list."""

import difflib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(__file__))
sys.dont_write_bytecode = True
try:
    import yaml

    import config_tree
except ImportError:
    yaml = None

ROOT = pathlib.Path(__file__).resolve().parents[3]
GONOGO = os.path.abspath(os.environ.get("GONOGO", ROOT / "build/release/gonogo"))
MARK = re.compile(r"\s*(?:#|//|;|<!--)\s*<- finding.*$")

PODS = {"Pod": "spec", "CronJob": "spec.jobTemplate.spec.template.spec"}
SERVING = ("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "DeploymentConfig", "Rollout")
for kind in SERVING + ("Job",):
    PODS[kind] = "spec.template.spec"

# Rules no example of which becomes wrong by one field, with the reason.
NOT_MUTATED = {
    "cluster-not-measured": "one of several settings must be a certain one",
    "forgetful-redis": "two settings are wrong together",
    "load-test-checks-nothing": "a whole element of the test plan is missing",
    "misplaced-start-limit": "a setting stands in the wrong section",
    "open-status-page": "one of several protections is enough",
    "plain-http-listener": "what the listener does must be to forward",
    "plain-http-alone": "an entry point with another address is missing",
    "requests-without-identity": "a name is missing in a line, and no directive may hand one on",
    "rollout-not-awaited": "a second command is missing behind the first",
    "servers-without-bounds": "one word of each of several lines is missing",
    "served-without-encryption": "the server with TLS must stand beside it",
    "slow-requests-unbounded": "a directive is missing in a section, and others must be there",
    "unbounded-cache-lifetime": "a directive is missing, and another must be there",
    "unbounded-upstream-tries": "a directive is missing, and others must be there",
    "unchecked-servers": "one word of a line is missing",
    "unprotected-write": "the operation must have no other protection",
    "unverified-telemetry-store": "the examples name different stores",
    "unverified-upstream": "a directive is missing, and another must be there",
}

# Rules whose finding may move to another object or entry when one changes, because they ask about several.
ABOUT_SEVERAL = {"access-not-logged", "dashboards-without-login", "database-may-be-cleaned",
                 "default-dashboard-password", "default-service-password", "deleted-with-the-stack",
                 "floating-image", "headers-lost-in-location", "liveness-like-readiness",
                 "one-replica-in-production", "open-cluster-endpoint", "policy-reaches-everything",
                 "shell-as-first-process", "statistics-for-everybody"}


def usual_paths():
    text = (ROOT / "analyzer/model/config_shape.cc").read_text()
    return dict(re.findall(r'ShapeRow\{ConfigShape::\w+, "([\w-]+)", "([^"]+)"\}', text))


USUAL = usual_paths()


def as_list(value):
    return value if isinstance(value, list) else [value]


def files_of(example, of):
    """{path: (text, marked lines)}"""
    if isinstance(example, str):
        example = {USUAL.get(of, USUAL["kubernetes"]): example}
    listed = [place.rsplit(":", 1) for place in as_list(example.get("find", []))]
    files = {}
    for path, text in example.items():
        if path == "find":
            continue
        lines = text.split("\n")
        marks = [int(line) for file, line in listed if file == path]
        marks = marks or [n for n, line in enumerate(lines, 1) if MARK.search(line)]
        files[path] = ("\n".join(MARK.sub("", line) for line in lines), marks)
    return files


def places(documents, of, each):
    """The nodes that a clause is about."""
    result = []
    for document in documents:
        kind = document.entry("kind").text if document.kind == "map" and document.entry("kind") else ""
        start = document
        if of in ("pod", "serving-pod"):
            found = config_tree.follow(PODS[kind], document)[0] if kind in PODS else []
            start = found[0] if found else None
        elif of[:1].isupper() and kind != of.split(".")[0]:
            start = None
        if start is None:
            continue
        for path in as_list(each) if each else [None]:
            result += config_tree.follow(path, start)[0] if path else [start]
    return result


def alternatives(find):
    """Lists of (path, test), or of a comparison (None, text), that together make a finding."""
    terms, choices = [], [[]]
    for part in as_list(find):
        for path, test in part.items():
            if path == "any_of":
                choices = [c for inner in test for c in alternatives(inner)]
            elif path == "compare":
                terms += [(None, text) for text in as_list(test)]
            elif path != "not":
                terms.append((path, test))
    return [terms + choice for choice in choices]


def is_missing(test):
    return test in ("missing", "empty") or isinstance(test, dict) and ("none" in test or test.get("count") == 0)


class Change:
    """One mutant of the documents of a file: `line_nodes` say at which lines the finding may stand."""

    def __init__(self, clause, marks):
        self.clause, self.marks, self.line_nodes, self.done = clause, marks, [], False

    def note(self, path, place):
        found, reached, _ = config_tree.follow(path, place)
        node = found[0] if found else reached
        if node is not None:
            self.line_nodes.append(node)

    def apply(self, path, test, place, bad_place):
        if path is None:
            return self.apply_comparison(test, place, bad_place)
        if isinstance(test, dict) and "has" in test:
            return self.apply_below(path, test["has"], place, bad_place)
        mine = config_tree.follow(path, place)[0]
        theirs = config_tree.follow(path, bad_place)[0] if bad_place is not None else []
        if is_missing(test) or not theirs:
            for node in mine:
                if node.parent is None:
                    return
                node.remove()
                self.done = True
        elif mine:
            for node in mine if isinstance(test, dict) and "every" in test else mine[:1]:
                wrong = marked(theirs, self.marks)
                self.done |= config_tree.scalar_text(node) != config_tree.scalar_text(wrong) or node.kind != "scalar"
                node.replace_by(wrong)
        else:
            self.done |= config_tree.insert(path, place, marked(theirs, self.marks)) is not None
        self.note(path, place)

    def apply_below(self, path, conditions, place, bad_place):
        mine = config_tree.follow(path, place)[0]
        theirs = config_tree.follow(path, bad_place)[0] if bad_place is not None else []
        if mine and theirs:
            for inner, test in alternatives(conditions)[0]:
                self.apply(inner, test, mine[0], marked(theirs, self.marks))
            self.line_nodes.append(mine[0])

    def apply_comparison(self, text, place, bad_place):
        captures = self.clause.get("capture", {})
        for name in re.findall(r"[a-z_]+", text):
            if name in captures:
                path = captures[name]["path"] if isinstance(captures[name], dict) else captures[name]
                self.apply(path, {}, place, bad_place)


def marked(nodes, lines):
    """Of the nodes the one with a marked line, the innermost; else the first."""
    around = [node for node in nodes if any(node.first <= line <= node.last for line in lines)]
    return around[-1] if around else (nodes[0] if nodes else None)


def tree_mutants(clause, of, good, bad, marks, is_json):
    """Of one example without and one with a finding: (text, lines) for each way in which the rule may fire."""
    try:
        bad_documents = config_tree.read(bad)
        config_tree.read(good)
    except yaml.YAMLError:
        return
    bad_place = marked(places(bad_documents, of, clause.get("each")), marks)
    for terms in alternatives(clause.get("find", {})):
        for number in range(len(places(config_tree.read(good), of, clause.get("each")))):
            documents = config_tree.read(good)
            place = places(documents, of, clause.get("each"))[number]
            change = Change(clause, marks)
            for path, test in terms:
                change.apply(path, test, place, bad_place)
            if clause.get("at"):
                change.line_nodes = []
                change.note(clause["at"], place)
            if change.done:
                text = config_tree.write_json(documents[0]) if is_json else config_tree.write(documents)
                yield text, {node.line for node in change.line_nodes}


def indent_of(line):
    return len(line) - len(line.lstrip())


def header_of(lines, number):
    """The line under which line `number` stands: a block, a section; else the first."""
    for above in range(number - 1, -1, -1):
        line = lines[above]
        if line.strip() and (indent_of(line) < indent_of(lines[number]) or re.match(r"\[.*\]$|FROM ", line.strip())):
            return above
    return 0


def last_names(paths):
    names = {(re.findall(r'"([^"]+)"|([^.\[\]"]+)', path) or [("", "")])[-1] for path in paths}
    return {name for quoted, plain in names for name in (quoted or plain).split("|")} - {"*", "**", ""}


def is_about(line, names):
    word = re.match(r'\s*"?([\w.-]+)', line)
    spaced = any(" " in name and line.strip().startswith(name) for name in names)
    return spaced or word is not None and any(config_tree.fits(n.lower(), word[1].lower()) for n in names)


def like(wrong, lines):
    """The numbers of lines that speak of the same field; else of the one that is most like it, if any is."""
    fields = [n for n, line in enumerate(lines)
              if line.split()[:1] == wrong.split()[:1] and line.strip() != wrong.strip()]
    if fields or wrong.strip() in (line.strip() for line in lines):
        return fields

    def likeness(number):
        return difflib.SequenceMatcher(None, lines[number].strip(), wrong.strip()).ratio()

    best = max(range(len(lines)), key=likeness)
    return [best] if likeness(best) > 0.5 else []


def line_mutants(clause, good, bad, marks):
    """The same for formats whose fields are lines: a line goes, or becomes that of the example with a finding."""
    fields = last_names(path for terms in alternatives(clause.get("find", {})) for path, _ in terms if path)
    around = fields | last_names([clause["at"]] if "at" in clause else [])
    around.add("FROM")  # what is missing in a stage is told there
    around |= {name for path in as_list(clause.get("each", [])) for name in re.split(r"[.|]", path)} - {"*"}
    bad_lines = [MARK.sub("", line) for line in bad.rstrip("\n").split("\n")]
    lines = good.rstrip("\n").split("\n")
    for number, line in enumerate(lines):
        if is_about(line, fields):
            rest = lines[:number] + lines[number + 1:]
            near = {n for n, each in enumerate(rest, 1) if is_about(each, around)}
            yield "\n".join(rest) + "\n", near | {header_of(lines, number) + 1}
    for mark in marks:
        for number in like(bad_lines[mark - 1], lines):
            other = " " * indent_of(lines[number]) + bad_lines[mark - 1].strip()
            yield "\n".join(lines[:number] + [other] + lines[number + 1:]) + "\n", {number + 1}
        header = header_of(bad_lines, mark - 1)
        for number, line in enumerate(lines):
            fresh = not any(is_about(each, fields) or each.strip() == bad_lines[mark - 1].strip() for each in lines)
            if mark > 1 and fresh and line.strip() == bad_lines[header].strip():
                yield "\n".join(lines[:number + 1] + [bad_lines[mark - 1]] + lines[number + 1:]) + "\n", {number + 2}


def mutants_of(rule):
    """(path, other files, text, lines) of each mutant."""
    for match in as_list(rule["match"]):
        clause = match.get("config")
        if not clause or "find" not in clause:
            continue
        for of in as_list(clause["of"]):
            for good in as_list(rule.get("ok", [])):
                for bad in as_list(rule.get("bad", [])):
                    yield from mutants_of_pair(clause, of, files_of(good, as_list(clause["of"])[0]),
                                               files_of(bad, as_list(clause["of"])[0]))


def mutants_of_pair(clause, of, good, bad):
    for path, (text, _) in good.items():
        for bad_path, (bad_text, marks) in bad.items():
            if pathlib.PurePath(bad_path).suffix != pathlib.PurePath(path).suffix:
                continue
            if path.endswith((".yml", ".yaml", ".json")):
                made = tree_mutants(clause, of, text, bad_text, marks, path.endswith(".json"))
            else:
                made = line_mutants(clause, text, bad_text, marks)
            others = {name: other for name, (other, _) in good.items() if name != path}
            for mutant, lines in made:
                yield bad_path, others, mutant, lines


def rules():
    for path in sorted((ROOT / "rules/config").glob("*/*.yaml")):
        rule = yaml.safe_load(path.read_text())
        clauses = [m.get("config", {}) for m in as_list(rule["match"])]
        if "fact" not in rule and any("find" in c for c in clauses):
            yield rule


@unittest.skipIf(yaml is None, "needs PyYAML")
class ConfigMutants(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.expected = []  # (rule id, path of the file, lines)
        for number, rule in enumerate(rules()):
            for count, (path, others, text, lines) in enumerate(mutants_of(rule)):
                home = pathlib.Path(cls.folder.name, f"r{number}", f"m{count}")
                for other, other_text in {**others, path: text}.items():
                    file = home / other
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_text(other_text)
                cls.expected.append((rule["id"], f"r{number}/m{count}/{path}", lines))
        cls.found = cls.run_gonogo()

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def run_gonogo(cls):
        """{(rule id, path): lines}"""
        report = pathlib.Path(cls.folder.name).with_suffix(".json")
        command = [GONOGO, "check", "--isolated", "--no-ignore", "--fail-on", "none", "-f", f"json={report}", "."]
        subprocess.run(command, cwd=cls.folder.name, check=False, stdout=subprocess.DEVNULL)
        found = {}
        for finding in json.loads(report.read_text(encoding="utf-8"))["findings"]:
            # What a rule says of a whole tree is one finding with places.
            same = [place for place in finding["related"] if place["message"] == "the same here"]
            for place in [finding["place"], *same]:
                found.setdefault((finding["rule"], place["path"]), set()).add(place["start"]["line"])
        report.unlink()
        return found

    def outcome(self):
        """(rules with a mutant that is found, mutants whose finding stands elsewhere)."""
        hit, astray = set(), []
        for rule, path, lines in self.expected:
            found = self.found.get((rule, path), set())
            if found & lines:
                hit.add(rule)
            elif found and rule not in ABOUT_SEVERAL:
                text = pathlib.Path(self.folder.name, path).read_text()
                astray.append(f"{rule}: at {sorted(found)}, not {sorted(lines)}, of\n{text}")
        return hit, astray

    def test_each_rule_finds_its_mutant(self):
        hit, _ = self.outcome()
        missed = {rule["id"] for rule in rules()} - hit
        self.assertEqual(missed - set(NOT_MUTATED), set(), "no mutant of these rules is found")
        self.assertEqual(set(NOT_MUTATED) - missed, set(), "mutants of these rules are found: unlist them")

    def test_findings_stand_at_the_field(self):
        _, astray = self.outcome()
        self.assertEqual(astray[:5], [], f"{len(astray)} findings of mutants stand at another line")

    def test_enough_is_mutated(self):
        hit, _ = self.outcome()
        print(f"{len(self.expected)} mutants, {len(hit)} rules")
        self.assertGreater(len(hit), 200)


if __name__ == "__main__":
    unittest.main()

"""Rules that state facts and rules that ask for them, through the whole program: findings, verdicts, suppressions,
examples, and mistakes.
"""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
GONOGO = os.environ.get("GONOGO", str(ROOT / "build/release/gonogo"))
STATES = r"""
id: demo-call
item: A2
concept: outbound-call
why: A call leaves the process.
match:
  - files: {kind: cpp}
    text: {keywords: [demo_get], regex: '(?P<function>\w+)\.demo_get\((?P<bound>\d*)\)'}
fact: {kind: outbound_call, library: demo, state: bounded}
bad:
  - "f.demo_get(3);  // <- finding\n"
ok:
  - "demo_put(3);\n"
"""
ASKS = r"""
id: slow-demo-call
item: A2
concept: timeout-missing
why: It waits.
fix: Set a limit.
match:
  - facts:
      sql: |
        SELECT c.path, c.line, c."column", c.bound, o.path AS other FROM outbound_call c
        JOIN outbound_call o ON o.function = c.function AND o.path <> c.path
        WHERE CAST(c.bound AS INTEGER) > 5
severity: medium
precision: high
message: "waits {bound}, and {other} calls it too"
bad:
  - a.cc: |
      f.demo_get(3);
    b.cc: |

      f.demo_get(7);  // <- finding
ok:
  - {a.cc: "f.demo_get(7);\n", b.cc: "g.demo_get(3);\n"}
"""


class Facts(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.top = pathlib.Path(scratch.name).resolve()
        self.write("rules/states.yaml", STATES)
        self.write("rules/asks.yaml", ASKS)
        self.write("tree/src/one.cc", "int main() {\n  x(); f.demo_get(9);\n}\n")
        self.write("tree/src/two.cc", "// gonogo:ignore slow-demo-call -- measured\nf.demo_get(8);\n")
        self.write("tree/src/three.cc", "g.demo_get(70);\n")

    def write(self, path, text):
        file = self.top / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def gonogo(self, *arguments, codes=(0, 1)):
        done = subprocess.run([GONOGO, *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
                              cwd=self.top)
        self.assertIn(done.returncode, codes, done.stderr)
        return done

    def check(self, target):
        return json.loads(self.gonogo("check", target, "--isolated", "--rules", "rules", "--format", "json").stdout)

    def test_facts_of_several_files_are_joined(self):
        report = self.check("tree")
        found = [(f["rule"], f["place"]["path"], f["place"]["start"]["line"], f["place"]["start"]["byte_column"],
                  f["disposition"], f["message"]) for f in report["findings"]]
        self.assertEqual(found, [
            ("slow-demo-call", "src/one.cc", 2, 8, "new", "waits 9, and src/two.cc calls it too"),
            ("slow-demo-call", "src/two.cc", 2, 1, "suppressed", "waits 8, and src/one.cc calls it too")])
        self.assertEqual(self.check("tree"), report)

    def test_of_single_files_nothing_is_asked(self):
        report = self.check("tree/src/two.cc")
        self.assertEqual(report["findings"], [])  # nor is the suppression called unused
        self.assertIn("wider-rules-not-run", [notice["id"] for notice in report["notices"]])

    def test_facts_are_told_with_the_verdict(self):
        text = self.gonogo("checklist", "tree", "--isolated", "--rules", "rules").stdout
        self.assertIn("3 of 3 outbound calls of C and C++ are bounded", text)

    def test_examples_run_over_all_their_files(self):
        self.assertIn("4 examples passed, 0 failures", self.gonogo("rules", "test", "rules").stdout)
        self.write("rules/asks.yaml", ASKS.replace("b.cc: \"g.", "b.cc: \"f."))
        done = self.gonogo("rules", "test", "rules", codes=(1,))
        self.assertIn("a.cc", done.stdout + done.stderr)

    def test_mistakes_are_told_before_anything_is_read(self):
        self.write("rules/asks.yaml", ASKS.replace("c.bound,", "c.bond,"))
        done = self.gonogo("check", "tree", "--rules", "rules", codes=(2,))
        self.assertIn("in line 1 of the SQL: no such column: c.bond", done.stderr)
        self.write("rules/asks.yaml", ASKS.replace("c.bound, o.path", "load_extension('x') AS bound, o.path"))
        done = self.gonogo("check", "tree", "--rules", "rules", codes=(2,))
        self.assertIn("not authorized to use function: load_extension", done.stderr)

    def test_a_query_without_end_is_told_and_the_run_goes_on(self):
        endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT path, line, i AS bound, i AS " \
                  "other FROM outbound_call, n WHERE i < 0"
        start, end = ASKS.index("        SELECT"), ASKS.index("severity:")
        self.write("rules/asks.yaml", ASKS[:start] + "        " + endless + "\n" + ASKS[end:])
        report = self.check("tree")
        self.assertIn("facts-unanswered", [notice["id"] for notice in report["notices"]])


if __name__ == "__main__":
    unittest.main()

"""What `gonogo config show` prints is a config that means the same, and says of each setting where it comes from; what a
config sets holds in the run.
"""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
GONOGO = os.environ.get("GONOGO", str(ROOT / "build/release/gonogo"))
CONFIG = """\
gate: low
max_file_size: 2 MiB
paths:
  exclude: ["/vendor", 'a "b"']
rules:
  floating-image: off
  python-tls-unverified: low
ignore:
  - {path: /old.py, rule: requests-without-timeout, reason: "goes: soon"}
"""
# Put together here, so that no scanner takes this file for a leak.
ADDRESS = "postgres" "://shop:" "Xk29vLqm7Rt4@orders.shop.net:5432/orders"
OTHER_ADDRESS = "postgres" "://shop:" "Wq83hTbn5Zs2@drafts.shop.net:5432/drafts"


class Config(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.top = pathlib.Path(scratch.name).resolve()
        (self.top / ".git").mkdir()

    def gonogo(self, *arguments):
        done = subprocess.run([GONOGO, *arguments, str(self.top)], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              check=False)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        return done.stdout

    def shown(self, *arguments):
        return self.gonogo("config", "show", "--trust-tree", *arguments)

    def test_without_a_config_all_is_default(self):
        shown = self.shown()
        self.assertIn("# config: none", shown)
        self.assertRegex(shown, r"(?m)^gate: medium  # default$|^gate: high  # default$")
        self.assertRegex(shown, r"(?m)^max_file_size: \d+  # default$")

    def test_each_setting_has_its_place(self):
        (self.top / ".gonogo.yaml").write_text(CONFIG)
        shown = self.shown()
        for line in ("gate: low  # .gonogo.yaml:1", "max_file_size: 2097152  # .gonogo.yaml:2",
                     '    - "/vendor"  # .gonogo.yaml:4', '    - "a \\"b\\""  # .gonogo.yaml:4',
                     "  floating-image: off  # .gonogo.yaml:6", "  python-tls-unverified: low  # .gonogo.yaml:7"):
            self.assertIn(line, shown.split("\n"))
        self.assertRegex(shown, r'(?m)reason: "goes: soon"\}  # \.gonogo\.yaml:9$')

    def test_the_command_line_wins_and_says_so(self):
        (self.top / ".gonogo.yaml").write_text(CONFIG)
        shown = self.shown("--fail-on", "high", "--threads", "3")
        self.assertIn("gate: high  # --fail-on\n", shown)
        self.assertIn("# threads: 3 (--threads)\n", shown)

    def test_what_is_shown_is_a_config_with_the_same_meaning(self):
        def meaning(shown):
            return re.sub(r"(?m)^#.*\n|  # .*$", "", shown)

        (self.top / ".gonogo.yaml").write_text(CONFIG)
        first = self.shown()
        (self.top / ".gonogo.yaml").write_text(first)
        self.assertEqual(meaning(first), meaning(self.shown()))

    def test_a_configured_severity_goes_down_in_a_test(self):
        (self.top / ".gonogo.yaml").write_text("rules:\n  password-in-url: medium\n")
        (self.top / "settings.py").write_text(f"DATABASE = '{ADDRESS}'\n")
        (self.top / "tests").mkdir()
        (self.top / "tests" / "test_settings.py").write_text(f"DATABASE = '{OTHER_ADDRESS}'\n")
        report = json.loads(self.gonogo("check", "--trust-tree", "--format", "json"))
        self.assertEqual({"settings.py": "medium", "tests/test_settings.py": "low"},
                         {f["place"]["path"]: f["severity"] for f in report["findings"]})


if __name__ == "__main__":
    unittest.main()

"""check_layers.py on small trees: what it lets pass and what it reports, with file and line."""

import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "scripts"))
import check_layers  # noqa: E402

LAYERS = """\
[folders]
base:
model: base
engines: model
engines/text: engines walk/ignore.h
walk: base
.: *
[libraries]
re2/: engines/text
hs.h: engines/text
fmt/: *
[system]
unistd.h sys/
"""


class Includes(unittest.TestCase):
    def problems(self, name, line, layers=LAYERS):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            path = root / "analyzer" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            (root / "analyzer/layers.txt").write_text(layers)
            path.write_text(f"// first line\n{line}\n")
            return [problem.removeprefix(f"{root}/analyzer/") for problem in check_layers.check(root)]

    def test_what_passes(self):
        for name, line in [
            ("base/a.cc", '#include "analyzer/base/a.h"'),
            ("model/a.h", '#include "analyzer/base/a.h"'),
            ("engines/text/a.cc", '#include "analyzer/engines/engine.h"'),
            ("engines/text/deep/a.cc", "#include <re2/re2.h>"),
            ("engines/text/a.cc", '#include "analyzer/walk/ignore.h"'),
            ("main.cc", '#include "analyzer/walk/walker.h"'),
            ("base/a.cc", "#include <fmt/format.h>"),
            ("base/a.cc", "#include <string_view>"),
            ("base/a.cc", "  #  include <sys/stat.h>"),
            ("base/a.cc", "/* #include <re2/re2.h> */"),
            ("base/a.md", "#include <re2/re2.h>"),
        ]:
            with self.subTest(name + " " + line):
                self.assertEqual([], self.problems(name, line))

    def test_what_does_not(self):
        for name, line, says in [
            ("base/a.cc", '#include "analyzer/model/a.h"', "base may not include model (model/a.h)"),
            ("engines/text/a.cc", '#include "analyzer/walk/walker.h"', "may not include walk (walk/walker.h)"),
            ("walk/a.cc", "#include <re2/re2.h>", "<re2/re2.h> is at home in engines/text, not in walk"),
            ("main.cc", "#include <hs.h>", "<hs.h> is at home in engines/text"),
            ("base/a.cc", "#include <pugixml.hpp>", "is of no library"),
            ("base/a.cc", '#include "a.h"', 'write our headers as "analyzer/..."'),
            ("base/a.cc", '#include "analyzer/new/a.h"', "lies in a folder that layers.txt does not name"),
        ]:
            with self.subTest(name + " " + line):
                problems = self.problems(name, line)
                self.assertEqual(1, len(problems))
                self.assertTrue(problems[0].startswith(f"{name}:2: "), problems)
                self.assertIn(says, problems[0])

    def test_a_file_in_an_unknown_folder(self):
        self.assertEqual(["new/a.cc:1: its folder is not in layers.txt"], self.problems("new/a.cc", ""))

    def test_mistakes_in_the_table(self):
        circle = self.problems("base/a.cc", "", "[folders]\nbase: model\nmodel: base\n")
        self.assertIn("folders in a circle: base -> model -> base", circle[0])
        unknown = self.problems("base/a.cc", "", "[folders]\nbase: other\n")
        self.assertIn('"base" names the unknown folder "other"', unknown[0])


if __name__ == "__main__":
    unittest.main()

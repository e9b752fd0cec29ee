"""cmake --install gives a tree that works wherever it is moved, with nothing of the sources in reach."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("GONOGO", str(ROOT / "build/release/gonogo"))).parent


class Install(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.top = pathlib.Path(scratch.name)
        subprocess.run(["cmake", "--install", BUILD, "--prefix", self.top / "first"], check=True,
                       stdout=subprocess.DEVNULL)
        self.tree = self.top / "moved" / "here"
        self.tree.parent.mkdir()
        shutil.move(self.top / "first", self.tree)

    def test_what_is_there(self):
        for name in ["bin/gonogo", "share/gonogo/schema/rule.schema.json", "share/gonogo/schema/config.schema.json",
                     "share/gonogo/rules/secrets/github-token.yaml", "share/doc/gonogo/README.md",
                     "share/doc/gonogo/LICENSE", "share/doc/gonogo/changelog.md", "share/doc/gonogo/checklist.md",
                     "share/doc/gonogo/rules/github-token.md"]:
            with self.subTest(name):
                self.assertTrue((self.tree / name).is_file())

    def test_it_works_where_it_was_moved(self):
        (self.top / "scanned").mkdir()
        (self.top / "scanned/key.pem").write_text("-----BEGIN " + "PRIVATE KEY-----\n" + "QUJD" * 16 + "\n")
        done = subprocess.run([self.tree / "bin/gonogo", "rules", "list"], env={}, capture_output=True, text=True)
        self.assertEqual((0, ""), (done.returncode, done.stderr))
        self.assertIn("github-token", done.stdout)
        done = subprocess.run([self.tree / "bin/gonogo", "check", self.top / "scanned"], env={}, capture_output=True,
                              text=True)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        self.assertIn("1 file", done.stdout)

    def test_no_path_of_the_sources_is_in_it(self):
        program = (self.tree / "bin/gonogo").read_bytes()
        for folder in (b"/analyzer", b"/rules", b"/build"):
            self.assertFalse(os.fsencode(ROOT) + folder in program, folder)


if __name__ == "__main__":
    unittest.main()

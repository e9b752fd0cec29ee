"""scripts/gonogo builds exactly when it must. The build itself is replaced by one that counts its calls."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

LAUNCHER = pathlib.Path(__file__).resolve().parents[2] / "scripts/gonogo"
BUILD = """#!/bin/sh
cd "${0%/*}/.." && echo "$*" >> calls && mkdir -p build/release/run
printf '#!/bin/sh\\necho "$PWD|$*"\\nexit 7\\n' > build/release/run/gonogo
chmod +x build/release/run/gonogo
"""


class Launcher(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.top = pathlib.Path(folder.name).resolve()
        self.root = self.top / "a checkout"
        for name in ["analyzer/walk/walker.cc", "rules/a.yaml", "CMakeLists.txt", "scripts/install"]:
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("")
        (self.root / "scripts/build").write_text(BUILD)
        (self.root / "scripts/build").chmod(0o755)
        shutil.copy(LAUNCHER, self.root / "scripts/gonogo")

    def run_it(self, *arguments, script=None, folder=None, prefix=()):
        command = [*prefix, script or self.root / "scripts/gonogo", *arguments]
        return subprocess.run(command, cwd=folder or self.top, capture_output=True, text=True, check=False)

    def builds(self):
        calls = self.root / "calls"
        return len(calls.read_text().splitlines()) if calls.exists() else 0

    def test_builds_once_and_becomes_the_program(self):
        first = self.run_it("check", "a b", "")
        self.assertEqual((f"{self.top}|check a b \n", 7), (first.stdout, first.returncode))
        self.run_it()
        self.run_it()
        self.assertEqual("--type release --target gonogo\n", (self.root / "calls").read_text())

    def test_a_change_builds_again(self):
        self.run_it()
        walker = self.root / "analyzer/walk/walker.cc"
        changes = {
            "written": lambda: walker.write_text("//"),
            "copied with an old date": lambda: (walker.write_text("///"), os.utime(walker, (1, 1))),
            "added": lambda: (self.root / "rules/b.yaml").write_text(""),
            "removed": lambda: (self.root / "rules/b.yaml").unlink(),
            "CMakeLists.txt": lambda: (self.root / "CMakeLists.txt").write_text("#"),
        }
        for count, (what, change) in enumerate(changes.items(), 2):
            with self.subTest(what):
                change()
                self.run_it()
                self.run_it()
                self.assertEqual(count, self.builds())

    def test_other_files_do_not_build(self):
        self.run_it()
        (self.root / "docs").mkdir()
        (self.root / "README.md").write_text("x")
        self.run_it()
        self.assertEqual(1, self.builds())

    def test_from_any_folder_and_through_links(self):
        self.run_it()
        link = self.top / "link"
        link.symlink_to(self.root / "scripts/gonogo")
        (self.top / "folder").symlink_to(self.root / "scripts")
        for script, folder in [(link, self.top), ("./gonogo", self.root / "scripts"), ("../scripts/gonogo",
                               self.root / "rules"), (self.top / "folder/gonogo", self.root)]:
            with self.subTest(f"{script} in {folder}"):
                self.assertEqual(f"{folder}|x\n", self.run_it("x", script=script, folder=folder).stdout)
        self.assertEqual(1, self.builds())

    def test_a_failed_build_is_not_run(self):
        (self.root / "scripts/build").write_text("#!/bin/sh\nexit 3\n")
        done = self.run_it()
        self.assertEqual(("", 3), (done.stdout, done.returncode))

    def read_only(self):
        """A command prefix that sees the checkout read-only, or None."""
        prefix = ["unshare", "--mount", "sh", "-c",
                  'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"', self.root]
        return prefix if subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode == 0 else None

    def test_a_read_only_checkout(self):
        self.run_it()
        prefix = self.read_only()
        if prefix is None:
            self.skipTest("mounting is not allowed here")
        done = self.run_it("x", prefix=prefix)
        self.assertEqual((f"{self.top}|x\n", ""), (done.stdout, done.stderr))
        (self.root / "rules/a.yaml").write_text("changed")
        done = self.run_it("x", prefix=prefix)
        self.assertEqual(f"{self.top}|x\n", done.stdout)
        self.assertIn("running what was built before", done.stderr)


if __name__ == "__main__":
    unittest.main()

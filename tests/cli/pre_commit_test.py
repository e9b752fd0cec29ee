"""The hooks with the real pre-commit on a real repository: what adds a secret is stopped, the message says where and
how to repair, and the repaired commit passes. The token is put together here, so that no scanner takes this file for a leak.
"""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest
import zlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
GONOGO = os.environ.get("GONOGO", str(ROOT / "build/release/gonogo"))
BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def fake_token():
    """A token that is well-formed, with its checksum, and opens nothing."""
    body = "Q7r2Xw9Lk4Zt1Vb8Nc5Hd3Jf6Gs0Pm"
    rest, check = zlib.crc32(body.encode()), ""
    for _ in range(6):
        rest, digit = divmod(rest, 62)
        check = BASE62[digit] + check
    return "gh" + "p_" + body + check


class Hooks(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.top = pathlib.Path(scratch.name).resolve()
        programs = self.top / "bin"
        programs.mkdir()
        (programs / "gonogo").symlink_to(GONOGO)
        self.environment = {
            "PATH": f"{programs}:{os.environ['PATH']}", "HOME": str(self.top), "LC_ALL": "C.UTF-8",
            "PRE_COMMIT_HOME": str(self.top / "cache"), "GIT_CONFIG_NOSYSTEM": "1", "PRE_COMMIT_COLOR": "never",
            "GIT_AUTHOR_NAME": "test", "GIT_AUTHOR_EMAIL": "test@example.com",
            "GIT_COMMITTER_NAME": "test", "GIT_COMMITTER_EMAIL": "test@example.com",
        }
        # The hooks, published as their users see them: a repository with a tag.
        self.hooks = self.repository("hooks")
        shutil.copy(ROOT / ".pre-commit-hooks.yaml", self.hooks)
        self.commit_all(self.hooks)
        self.must(self.hooks, "git", "tag", "v0.1.0")
        self.project = self.repository("project")
        (self.project / ".pre-commit-config.yaml").write_text(
            f"repos:\n  - repo: {self.hooks}\n    rev: v0.1.0\n    hooks:\n      - id: gonogo\n      - id: gonogo-full\n")
        self.commit_all(self.project)
        self.must(self.project, "pre-commit", "install", "-t", "pre-commit", "-t", "pre-push")

    def run_in(self, folder, *command):
        return subprocess.run(command, cwd=folder, env=self.environment, stdin=subprocess.DEVNULL, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)

    def must(self, folder, *command):
        done = self.run_in(folder, *command)
        self.assertEqual(0, done.returncode, f"{command}: {done.stdout}")
        return done.stdout

    def repository(self, name):
        folder = self.top / name
        self.must(self.top, "git", "init", "-q", "-b", "main", str(folder))
        return folder

    def commit_all(self, folder):
        self.must(folder, "git", "add", "-A")
        self.must(folder, "git", "commit", "-q", "--no-verify", "-m", "begin")

    def commit(self):
        self.must(self.project, "git", "add", "-A")
        return self.run_in(self.project, "git", "commit", "-m", "change")

    def head(self):
        return self.must(self.project, "git", "rev-parse", "HEAD")

    def test_a_secret_is_stopped_and_the_repaired_commit_passes(self):
        before = self.head()
        source = self.project / "deploy.py"
        token = fake_token()
        source.write_text(f'import os\n\nTOKEN = "{token}"\n')
        stopped = self.commit()
        self.assertNotEqual(0, stopped.returncode, stopped.stdout)
        self.assertEqual(before, self.head())
        for part in ["deploy.py", ":3:", "github-token", "Revoke the token", "environment"]:
            self.assertIn(part, stopped.stdout)
        self.assertNotIn(token, stopped.stdout)

        source.write_text('import os\n\nTOKEN = os.environ["DEPLOY_TOKEN"]\n')
        passed = self.commit()
        self.assertEqual(0, passed.returncode, passed.stdout)
        self.assertIn("Passed", passed.stdout)
        self.assertNotEqual(before, self.head())

    def test_only_the_files_of_the_commit_count_and_binary_files_are_left_out(self):
        (self.project / "old.py").write_text(f'TOKEN = "{fake_token()}"\n')
        self.commit_all(self.project)
        (self.project / "new.py").write_text("print(1)\n")
        (self.project / "icon.bin").write_bytes(b"\0\1\2" * 100)
        done = self.commit()
        self.assertEqual(0, done.returncode, done.stdout)

    def test_before_a_push_the_whole_repository_counts(self):
        (self.project / "old.py").write_text(f'TOKEN = "{fake_token()}"\n')
        self.commit_all(self.project)
        self.must(self.top, "git", "init", "-q", "--bare", "remote")
        self.must(self.project, "git", "remote", "add", "origin", str(self.top / "remote"))
        stopped = self.run_in(self.project, "git", "push", "-q", "origin", "main")
        self.assertNotEqual(0, stopped.returncode, stopped.stdout)
        self.assertIn("old.py", stopped.stdout)
        (self.project / "old.py").write_text("print(2)\n")
        self.commit_all(self.project)
        self.must(self.project, "git", "push", "-q", "origin", "main")


if __name__ == "__main__":
    unittest.main()

"""Secrets of many kinds are planted, all of them side by side, and everything that gonogo writes is searched for them:
none may stand there whole, found or rejected, plain or encoded, in whatever format, command or stream.
"""

import base64
import json
import os
import pathlib
import random
import string
import subprocess
import tempfile
import unittest
import zlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
GONOGO = os.environ.get("GONOGO", str(ROOT / "build/release/gonogo"))
LETTERS = string.ascii_letters + string.digits
BASE62 = string.digits + string.ascii_uppercase + string.ascii_lowercase


class Secrets:
    """Makes values that nobody has and remembers each."""

    def __init__(self):
        self.random = random.Random(7)
        self.made = []

    def keep(self, value):
        self.made.append(value)
        return value

    def text(self, alphabet, count):
        return "".join(self.random.choice(alphabet) for _ in range(count))

    def password(self):
        return self.keep(self.text(string.ascii_lowercase, 5) + self.text(string.digits, 3) + "!" + self.text(LETTERS, 5))

    def key(self):
        return self.keep(self.text(LETTERS, 40))

    def github(self):
        body = self.text(LETTERS, 30)
        rest, check = zlib.crc32(body.encode()), ""
        for _ in range(6):
            rest, digit = divmod(rest, 62)
            check = BASE62[digit] + check
        return self.keep("gh" + "p_" + body + check)

    def word(self):
        """Weak: a candidate that is rejected, or found as possible, and a secret all the same."""
        return self.keep(self.random.choice(("plumtree", "oxbowlake", "quillwort", "zebrafinch")) + self.text(string.ascii_lowercase, 4))


def plant(secrets):
    """Path -> text."""
    s = secrets
    basic = base64.b64encode(f"shop:{s.password()}".encode()).decode()
    hidden = s.github()
    twice = base64.b64encode(base64.b64encode(f"token={s.github()}".encode())).decode()
    dsn = "postgres" + "://shop:" + s.password() + "@db.shop.net/shop"
    return {
        "app/settings.py": f'PASSWORD = "{s.password()}"  # {s.github()}\nAPI_KEY = "{s.key()}"; other = "{s.github()}"\n'
                           f'pwd = "{s.word()}"\ndsn = "{dsn}"\nlogin("shop", "{s.password()}")\n',
        "src/Main.java": f'class Main {{ void run() {{ o.setPassword("{s.password()}"); o.put("clientSecret", "{s.key()}"); }} }}\n',
        "src/app.ts": f'const headers = {{ Authorization: "Bearer {s.key()}" }};\nconst db = {{ user: "shop", password: \'{s.word()}\' }};\n',
        "config/app.yaml": f"db:\n  user: shop\n  password: {s.password()}\n  token: {s.github()}\nsecretKey: {s.key()}\n",
        "config/app.json": json.dumps({"password": s.password(), "nested": {"api_key": s.key()}, "dsn": "Server=db;User Id=a;Password=" + s.password() + ";"}),
        "config/web.xml": f'<config><add key="Password" value="{s.password()}"/><password>{s.password()}</password></config>\n',
        ".env": f"DB_PASSWORD={s.password()}\nGH_TOKEN={s.github()}\nRESET_PASSWORD={s.password()}\n",
        "deploy.sh": f"curl -u builder:{s.password()} https://repo.shop.net/\nexport TOKEN={s.github()}\nmysql -u root -p{s.password()} orders\n",
        "init.sql": f"CREATE USER shop IDENTIFIED BY '{s.password()}';\n",
        ".netrc": f"machine repo.shop.net login builder password {s.password()}\n",
        ".npmrc": f"//npm.shop.net/:_auth={basic}\n",
        "secret.yaml": f"kind: Secret\ndata:\n  token: {base64.b64encode(hidden.encode()).decode()}\n  more: {twice}\n",
        "docs/guide.md": f"Log in with `--password={s.password()}`, or\n\n    token = \"{s.github()}\"\n",
        "tests/test_login.py": f'assert login("shop", "{s.password()}")\npassword = "{s.word()}"\n',
        "a" * 30 + ".py": f'x = 1  # no suppression\npassword = "{s.password()}"  # gonogo:ignore hardcoded-password -- a test\n',
        "wide.txt": "\ufeff" + f'password = "{s.password()}"\n',
        ".gonogo.yaml": "gate: low\n",
    }


class Leaks(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.top = pathlib.Path(scratch.name).resolve()
        self.tree = self.top / "tree"
        self.secrets = Secrets()
        for path, text in plant(self.secrets).items():
            (self.tree / path).parent.mkdir(parents=True, exist_ok=True)
            (self.tree / path).write_text(text, encoding="utf-16" if path == "wide.txt" else "utf-8")

    def written_by(self, *arguments):
        out = self.top / "out"
        out.mkdir(exist_ok=True)
        done = subprocess.run([GONOGO, *arguments, str(self.tree)], stdin=subprocess.DEVNULL, capture_output=True, check=False,
                              cwd=out, env={"HOME": str(out), "PATH": os.environ["PATH"], "TMPDIR": str(out)})
        self.assertIn(done.returncode, (0, 1), done.stderr)
        files = [path.read_bytes() for path in out.rglob("*") if path.is_file()]
        return b"\n".join([done.stdout, done.stderr, *files])

    def forms(self, secret):
        """The secret as it is, and as somebody could still read it."""
        raw = secret.encode()
        escaped = json.dumps(secret)[1:-1].encode()
        return {raw, escaped, raw.hex().encode(), base64.b64encode(raw).rstrip(b"="), raw[::-1]}

    def check_none(self, written):
        for number, secret in enumerate(self.secrets.made):
            for form in self.forms(secret):
                self.assertFalse(form in written, f"planted secret {number} stands in what was written")

    def test_no_report_holds_one(self):
        formats = [f"--format={name}=report.{name}" for name in ("text", "sarif", "json", "github", "checklist")]
        for more in ([], ["--explain-rejected"], ["--verbose", "--color=always"], ["--sarif-profile=github"]):
            with self.subTest(more=more):
                self.check_none(self.written_by("check", *formats, *more))

    def test_no_other_command_holds_one(self):
        for command in (["checklist"], ["checklist", "--format=sarif"], ["config", "show"], ["config", "verify"]):
            with self.subTest(command=command):
                self.check_none(self.written_by(*command))

    def test_nearly_all_of_them_are_found(self):
        # Else the other tests would prove nothing.
        report = json.loads(self.written_by("check", "--format=json").split(b"\n{", 1)[0] or b"{}")
        self.assertGreaterEqual(sum(f["secret"] for f in report["findings"]), len(self.secrets.made) - 8)


if __name__ == "__main__":
    unittest.main()

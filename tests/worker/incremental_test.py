"""What a second run parses. The worker is a wrapper that gives a copy of all that it is sent to a pipe: it may write no
file."""

import os
import pathlib
import subprocess
import tempfile
import threading
import unittest

WRAPPER = """#!/bin/sh
exec tee "{pipe}" | exec "{worker}"
"""

END = b"\0end of run\0"

FILES = {
    "src/fetch.h": "#include <curl/curl.h>\nvoid Fetch(CURL* handle);\nvoid Plain(CURL* handle);\n",
    "src/fetch.cpp": '#include "fetch.h"\nvoid Fetch(CURL* handle) {\n'
                     "  curl_easy_setopt(handle, CURLOPT_TIMEOUT, 5L);\n  curl_easy_perform(handle);\n}\n",
    "src/plain.cpp": '#include "fetch.h"\nvoid Plain(CURL* handle) {\n  curl_easy_perform(handle);\n}\n',
    "src/main.cpp": '#include "fetch.h"\nint main() {\n  CURL* handle = curl_easy_init();\n'
                    '  curl_easy_setopt(handle, CURLOPT_URL, "https://shop.net");\n  Fetch(handle);\n'
                    "  curl_easy_cleanup(handle);\n}\n",
    "src/other.cpp": "int Other() { return 1; }\n",
}


class SecondRun(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        top = pathlib.Path(self.scratch.name)
        self.tree, self.cache, pipe = top / "tree", top / "cache", top / "pipe"
        for path, text in FILES.items():
            (self.tree / path).parent.mkdir(parents=True, exist_ok=True)
            (self.tree / path).write_text(text)
        os.mkfifo(pipe)
        self.pipe = os.open(pipe, os.O_RDWR)
        wrapper = top / "worker"
        wrapper.write_text(WRAPPER.format(pipe=pipe, worker=os.environ["GONOGO_CXX"]))
        wrapper.chmod(0o755)
        self.environment = {**os.environ, "GONOGO_CXX": str(wrapper)}

    def tearDown(self):
        os.close(self.pipe)
        self.scratch.cleanup()

    def run_once(self, *options):
        """The report, and the files that the worker was asked to parse."""
        sent = []
        reader = threading.Thread(target=lambda: sent.extend(iter(self.read_some, END)))
        reader.start()
        done = subprocess.run([os.environ["GONOGO"], "check", "--isolated", "--fail-on", "none", "--cache-dir",
                               str(self.cache), *options, str(self.tree)], env=self.environment, check=True,
                              stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
        os.write(self.pipe, END)
        reader.join()
        requests = b"".join(sent).decode(errors="replace")
        return done.stdout, sorted(name for name in FILES if f'"file":"{self.tree.resolve()}/{name}"' in requests)

    def read_some(self):
        """What was sent, or END alone, which is written when nobody else writes any more."""
        bytes_read = os.read(self.pipe, 1 << 20)
        if bytes_read.endswith(END) and bytes_read != END:
            os.write(self.pipe, END)
            return bytes_read[:-len(END)]
        return bytes_read

    def test_nothing_changed_nothing_parsed(self):
        first, parsed = self.run_once()
        self.assertEqual(["src/fetch.cpp", "src/main.cpp", "src/plain.cpp"], parsed)
        second, parsed = self.run_once()
        self.assertEqual([], parsed)
        self.assertEqual(first, second)

    def test_one_file_changed_one_file_parsed(self):
        before, _ = self.run_once()
        self.assertNotIn(b"src/main.cpp: 1 finding", before)
        (self.tree / "src/fetch.cpp").write_text(FILES["src/fetch.cpp"].replace("TIMEOUT, 5L", "VERBOSE, 1L"))
        after, parsed = self.run_once()
        self.assertEqual(["src/fetch.cpp"], parsed)
        self.assertIn(b"src/main.cpp: 1 finding", after)

    def test_a_changed_header_is_parsed_with_all_that_include_it(self):
        self.run_once()
        (self.tree / "src/fetch.h").write_text(FILES["src/fetch.h"] + "int More();\n")
        self.assertEqual(["src/fetch.cpp", "src/main.cpp", "src/plain.cpp"], self.run_once()[1])

    def test_the_number_of_workers_changes_no_byte(self):
        reports = {self.run_once("--no-cache", "--threads", count)[0] for count in ("1", "2", "7")}
        self.assertEqual(1, len(reports))


if __name__ == "__main__":
    unittest.main()

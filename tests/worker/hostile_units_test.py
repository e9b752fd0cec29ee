"""What a hostile tree or compile command asks of gonogo-cxx, failing to do harm. On disk, in a scratch folder."""

import os
import pathlib
import tempfile
import unittest

from worker_client import Unit, Worker

SECRET = "int leaked_from_outside(void);\n"


class HostileUnits(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.top = pathlib.Path(self.scratch.name).resolve()
        self.tree = self.top / "tree"
        (self.tree / "src").mkdir(parents=True)
        (self.top / "outside").mkdir()
        (self.top / "outside/secret.h").write_text(SECRET)
        self.worker = Worker()

    def tearDown(self):
        self.worker.__exit__()
        self.scratch.cleanup()

    def parse(self, text, *flags, **more):
        (self.tree / "src/a.c").write_text(text)
        before = self.everything()
        answer = self.worker.ask({"id": 1, "directory": str(self.tree / "src"), "file": str(self.tree / "src/a.c"),
                                  "root": str(self.tree), "arguments": ["cc", *flags], **more}, "parse")
        self.assertEqual(before, self.everything(), "the worker wrote something")
        self.assertNotIn("failure", answer)
        return Unit(answer["unit"])

    def everything(self):
        return sorted((str(p), p.lstat().st_mtime_ns) for p in self.top.rglob("*"))

    def outside(self, unit):
        return [d for d in unit.raw.get("deps", []) if "secret" in d or d.startswith("/etc")]

    def test_includes_of_files_outside_find_nothing(self):
        os.symlink(self.top / "outside/secret.h", self.tree / "src/alias.h")
        os.symlink(self.top / "outside", self.tree / "src/folder")
        for include in ['"/etc/passwd"', f'"{self.top}/outside/secret.h"', '"../../outside/secret.h"', '"alias.h"',
                        '"folder/secret.h"', "</etc/passwd>"]:
            unit = self.parse(f"#include {include}\nint f(void) {{ return 1; }}\n")
            self.assertEqual([], self.outside(unit), include)
            self.assertEqual(1, unit.raw["und"]["m"], include)

    def test_flags_do_not_lead_outside(self):
        for flags in [["-include", "/etc/passwd"], ["-imacros", "/etc/passwd"], [f"-I{self.top}/outside", "-DX"],
                      [f"--sysroot={self.top}/outside"], [f"@{self.top}/outside/secret.h"]]:
            unit = self.parse("#if __has_include(<secret.h>)\n#include <secret.h>\n#endif\nint f(void) { return 1; }\n",
                              *flags)
            self.assertEqual([], self.outside(unit), flags)
            self.assertIn("f", unit.functions)

    def test_exhausted_memory_is_told_by_the_exit_code(self):
        doubled = "".join(f"#define A{i} A{i - 1}, A{i - 1}\n" for i in range(1, 31))
        with Worker(memory=1 << 30) as worker:
            with self.assertRaisesRegex(RuntimeError, "the worker ended with 12"):
                worker.parse({"a.c": f"#define A0 1\n{doubled}int x[] = {{A30}};\n"})

    def test_embed_reads_nothing_outside(self):
        unit = self.parse('const char x[] = {\n#embed "/etc/passwd"\n};\nint f(void) { return 1; }\n', "-std=c2x")
        self.assertEqual([], self.outside(unit))

    def test_a_database_that_the_user_named_reads_elsewhere(self):
        unit = self.parse(f'#include "{self.top}/outside/secret.h"\nint f(void) {{ return 1; }}\n', trusted=True)
        self.assertEqual(1, len(self.outside(unit)))

    def test_a_build_folder_beside_the_tree_is_read(self):
        (self.top / "build").mkdir()
        (self.top / "build/made.h").write_text("#define MADE 1\n")
        text = "#include <made.h>\nint f(void) { return MADE; }\n"
        unit = self.parse(text, f"-I{self.top}/build", readable=[str(self.top / "build")])
        self.assertNotIn("m", unit.raw.get("und", {}))

    def test_fifos_and_devices_do_not_hold_it_up(self):
        os.mkfifo(self.tree / "src/pipe.h")
        unit = self.parse('#include "pipe.h"\n#include "/dev/zero"\n#include "/proc/self/environ"\nint f(void) { return 1; }\n',
                          trusted=True)
        self.assertIn("f", unit.functions)
        self.assertEqual(3, unit.raw["und"]["m"])

    def test_what_compilers_would_write_or_load_is_not(self):
        unit = self.parse("int f(void) { return 1; }\n", "-o", "out.o", "-MD", "-MF", "deps.d", "-save-temps",
                          "-fplugin=./evil.so", "-Xclang", "-load", "-Xclang", "./evil.so", "-ftime-trace=x.json",
                          "--serialize-diagnostics", "x.dia", "-fmodules", "-fmodules-cache-path=cache", "-emit-ast",
                          "-working-directory", "/", "-ivfsoverlay", "evil.yaml", "--config", "evil.cfg")
        self.assertIn("f", unit.functions)

    def test_the_stack_survives_depth(self):
        for text in ["int f(void) { return " + "(" * 20000 + "1" + ")" * 20000 + "; }\n",
                     "int f(int x) { return " + "x + " * 20000 + "1; }\n",
                     "void f(int x) { " + "if (x) { " * 5000 + "}" * 5000 + " }\n",
                     "void f(int x) { " + "".join(f"if (x == {i}) x++; else " for i in range(3000)) + "x--; }\n",
                     "int " + "*" * 50000 + " x;\n", "[" * 100000, "#if 1\n" * 20000, "\x01\x02\xff" * 1000,
                     "#include \"a.c\"\n", "#define A A A\n#define B A A\nint f(void) { return B; }\n"]:
            self.parse(text)
        self.assertIn("g", self.parse("int g(void) { return 1; }\n").functions)


if __name__ == "__main__":
    unittest.main()

"""What check_sizes.py counts as a function, and what it does not."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "scripts"))
import check_sizes  # noqa: E402


class CxxFunctions(unittest.TestCase):
    def test_names_and_lines(self):
        rows = [
            ("int F() {\n  return 1;\n}\n", [(1, 3, "F")]),
            ("namespace a {\nint F() {\n}\n}\n", [(2, 3, "F")]),
            ("namespace {\nclass A {\n public:\n  int G() const {\n  }\n  int x_ = 0;\n};\n}\n", [(4, 5, "G")]),
            ("A::A() : a_{1},\n    b_{2} {\n  F();\n}\n", [(1, 4, "A::A")]),
            ("A::A(int x) : a_(x) {\n}\n", [(1, 2, "A::A")]),
            ('extern "C" int F(int x) {\n  if (x) {\n  }\n}\n', [(1, 4, "F")]),
            ('extern "C" {\nint F() {\n}\n}\n', [(2, 3, "F")]),
            ("template <typename T, typename = int>\nT F(T t = {}) {\n}\n", None),
            ("bool operator==(A a, A b) {\n}\n", [(1, 2, "operator==")]),
            ("bool operator<=(A a, A b) {\n}\n", [(1, 2, "operator<=")]),
            ("const int kTable[] = {\n 1,\n 2,\n};\n", []),
            ("constexpr auto kF = [](int x) {\n  return x;\n};\n", []),
            ("enum class E : int {\n kA,\n};\nstruct S {\n int a;\n};\n", []),
            ('const char* k = "{ (";\nint F() {\n  // }\n  return \'}\';\n}\n', [(2, 5, "F")]),
            ('const char* k = R"x(\n) { " )x";\nint F() {\n}\n', [(3, 4, "F")]),
            ("int F(int x = 1'000'000) {\n}\n", [(1, 2, "F")]),
            ("#define X(a) { \\\n  a\nint F() {\n}\n", [(3, 4, "F")]),
            ("int F() {\n  auto g = [](int x) {\n    return x;\n  };\n}\n", [(1, 5, "F")]),
        ]
        for text, expected in rows:
            with self.subTest(text):
                if expected is None:
                    self.assertEqual(["F"], [name for *_, name in check_sizes.cxx_functions(text)])
                else:
                    self.assertEqual(expected, check_sizes.cxx_functions(text))


class Limits(unittest.TestCase):
    def problems(self, name, text):
        return list(check_sizes.check_text(pathlib.Path(name), text))

    def test_a_function_of_70_lines_passes_and_one_of_71_does_not(self):
        function = "int F() {{\n{}}}\n".format
        self.assertEqual([], self.problems("a.cc", function("  F();\n" * 68)))
        self.assertEqual(["a.cc:1: F has 71 lines; at most 70"], self.problems("a.cc", function("  F();\n" * 69)))

    def test_rows_of_literals_are_data(self):
        rows = '      {"a", "b"},\n      "c",\n' * 50
        self.assertEqual([], self.problems("a.cc", "void F() {\n  Use({\n" + rows + "  });\n}\n"))
        calls = '  Use("a");\n' * 69
        self.assertEqual(1, len(self.problems("a.cc", "void F() {\n" + calls + "}\n")))

    def test_python_and_shell_functions_count(self):
        self.assertEqual(["a.py:1: f has 71 lines; at most 70"], self.problems("a.py", "def f():\n" + "  g()\n" * 70))
        shell = "#!/bin/sh\nf() {\n" + "  g\n" * 69 + "}\n"
        self.assertEqual(["tool:2: f has 71 lines; at most 70"], self.problems("tool", shell))

    def test_files_over_500_lines(self):
        self.assertEqual([], self.problems("a.h", "\n" * 500))
        self.assertEqual(["a.h:501: 501 lines in a file; at most 500"], self.problems("a.h", "\n" * 501))
        self.assertEqual([], self.problems("a.yaml", "\n" * 501))


if __name__ == "__main__":
    unittest.main()

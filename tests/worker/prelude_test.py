"""Standard headers that the worker reads precompiled, and bodies that it skips."""

import unittest

from worker_client import Unit, Worker

USES = """
#include <string>
#include <vector>
#include <cstdio>
int take(FILE* file, std::size_t size);
int run(const std::string& name, std::vector<int>& list, FILE* file) {
  list.push_back(name.size());
  std::string copy = name + ".txt";
  if (copy.empty()) return 0;
  return take(file, list.size());
}
"""
SHARED = {"prelude": ["cstdio", "map", "string", "vector"]}


class PreludeTest(unittest.TestCase):
    def setUp(self):
        self.worker = Worker()

    def tearDown(self):
        self.worker.__exit__()

    def unit(self, files, **more):
        answer = self.worker.parse(files, ["-std=c++17"], **more)
        self.assertNotIn("failure", answer)
        return Unit(answer["unit"])

    def test_a_unit_comes_to_the_same_with_a_prelude_and_without(self):
        plain, shared = self.unit({"a.cc": USES}), self.unit({"a.cc": USES}, **SHARED)
        again = self.unit({"a.cc": USES}, **SHARED)
        self.assertEqual(plain.lines("run"), shared.lines("run"))
        self.assertEqual(plain.functions, shared.functions)
        self.assertEqual(shared.raw, again.raw)
        types = [parameter["ty"] for parameter in shared.functions["run"]["pa"]]
        self.assertEqual(["std::basic_string", "std::vector", "__FILE"], types)

    def test_what_the_prelude_read_is_among_what_the_unit_depends_on(self):
        plain = self.unit({"a.cc": USES}).raw["deps"]
        shared = self.unit({"a.cc": USES}, **SHARED).raw["deps"]
        self.assertEqual([], sorted(set(plain) - set(shared)))
        self.assertTrue(any(path.endswith("/map") for path in shared))

    def test_no_file_of_the_tree_gets_into_it(self):
        unit = self.unit({"a.cc": USES, "inc/string": "#error not the standard's\n"}, **SHARED)
        self.assertIn("run", unit.functions)
        answer = self.worker.parse({"a.cc": USES, "inc/map": "int planted();\n"}, ["-std=c++17", "-I/tree/inc"], **SHARED)
        self.assertEqual(self.unit({"a.cc": USES}, **SHARED).functions, Unit(answer["unit"]).functions)

    def test_names_that_are_no_headers_and_flags_that_do_not_compile_leave_the_unit_as_it_is(self):
        plain = self.unit({"a.cc": USES}).raw
        for prelude in [["../../etc/passwd"], ["string>\n#include </etc/passwd"], ["no_such_header"]]:
            self.assertEqual(plain["fn"], self.unit({"a.cc": USES}, prelude=prelude).raw["fn"])
        answer = self.worker.parse({"a.cc": "int f();\nint g() { return f(); }\n"}, ["-std=c++17", "-nostdinc"], **SHARED)
        self.assertEqual(["0 call f", "1 return (#0)"], Unit(answer["unit"]).lines("g"))

    def test_c_has_none(self):
        answer = self.worker.parse({"a.c": "int f(void);\nint g(void) { return f(); }\n"}, [], **SHARED)
        self.assertEqual(["0 call f", "1 return (#0)"], Unit(answer["unit"]).lines("g"))

    def test_macros_of_the_unit_are_its_own(self):
        self.unit({"a.cc": "#define LIMIT 7\n" + USES}, **SHARED)
        unit = self.unit({"b.cc": "int f(int);\n#ifdef LIMIT\nint g() { return f(1); }\n#else\nint g() { return f(2); }\n#endif\n"},
                         **SHARED)
        self.assertEqual("0 call f (2)", unit.lines("g")[0])


class ForeignTest(unittest.TestCase):
    FILES = {"a.cc": '#include "lib/x.h"\n#include "own.h"\nint run() { return far() + near(); }\n',
             "lib/x.h": "int f(int);\ninline int far() { return f(1); }\n",
             "own.h": "int f(int);\ninline int near() { return f(2); }\n"}

    def functions(self, foreign):
        with Worker() as worker:
            unit = Unit(worker.parse(self.FILES, ["-std=c++17"], foreign=foreign)["unit"])
            return {name: len(function.get("b", [])) > 0 for name, function in unit.functions.items()}

    def test_bodies_of_foreign_headers_are_skipped_and_calls_to_them_are_not(self):
        self.assertEqual({"far": True, "near": True, "run": True}, self.functions([]))
        for foreign in [["lib/"], ["lib/x.h"]]:
            seen = self.functions(foreign)
            self.assertTrue(seen["run"] and seen["near"])
            self.assertFalse(seen.get("far", False))
        self.assertTrue(self.functions(["li"])["far"])


if __name__ == "__main__":
    unittest.main()

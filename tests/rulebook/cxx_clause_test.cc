#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "analyzer/rulebook/cxx_clause_reader.h"
#include "tests/rulebook/rule_files.h"

namespace gonogo {
namespace {

constexpr std::string_view kHead = R"yaml(id: unbounded-demo
item: A2
concept: timeout-missing
why: It waits for ever.
fix: Set a limit.
match:
)yaml";

constexpr std::string_view kTail = R"yaml(bad:
  - |
    demo_run(handle);  // <- finding
ok:
  - |
    demo_stop(handle);
)yaml";

constexpr std::string_view kTypestate = R"yaml(  - cxx:
      typestate:
        object: transfer
        types: [DEMO]
        made_by: [demo_init()]
        bound_by:
          - demo_set($, LIMIT | LIMIT_MS, {limit}=bound)
          - all: ["demo_set($, SLOW_TIME, bound)", "demo_set($, SLOW_RATE, bound)"]
        reset_by: demo_reset($)
        copied_by: [demo_copy($)]
        used_by: [demo_run($)]
        unit: s
        huge: 5min
grades:
  certain: {severity: high, precision: very-high, message: "{object} {handle} has no limit"}
  bounded: {severity: evidence, message: "bounded by {bound}, {limit}"}
  huge: {severity: low, precision: high, message: "waits {bound}"}
)yaml";

constexpr std::string_view kCall = R"yaml(  - cxx:
      call:
        of: [demo_insecure()]
        unless: ["demo_set($, VERIFY, 1)"]
grades:
  certain: {severity: high, precision: high, message: "{callee} in {function}"}
)yaml";

constexpr std::string_view kLoop = R"yaml(  - cxx:
      loop:
        find: constant-pace
        calls: [demo_run(_)]
        connects: [demo_connect(...)]
        waits: [sleep($)]
        clocks: [time(_)]
        randoms: [rand()]
        resumes: [EINTR]
        hopeless: ["403", EACCES]
grades:
  certain: {severity: low, precision: high, message: "{call} ({tried}) waits {wait} until {bound} in {function}"}
)yaml";

constexpr std::string_view kMatcher = R"yaml(  - files: {kind: c}
    cxx:
      matcher:
        expression: callExpr(callee(functionDecl(hasName("gets")).bind("f"))).bind("root")
        words: [gets]
severity: high
precision: high
message: "{f} has no limit"
)yaml";

std::string File(std::string_view middle) {
  return std::string(kHead) + std::string(middle) + std::string(kTail);
}

/// `middle` with one part replaced; the part must be in it.
std::string With(std::string_view middle, std::string_view part, std::string_view by) {
  std::string text(middle);
  const std::size_t at = text.find(part);
  REQUIRE(at != std::string::npos);
  return File(text.replace(at, part.size(), by));
}

TEST_CASE("a typestate clause is read whole") {
  const RuleSet set = ReadOne(File(kTypestate));
  REQUIRE(DescribeAll(set) == "");
  const MatchAlternative& match = set.rules[0]->match[0];
  REQUIRE(match.type == ClauseType::kCxx);
  REQUIRE(match.cxx != nullptr);
  CHECK(match.cxx->sort == CxxClauseSort::kTypestate);
  const TypestateClause& clause = match.cxx->typestate;
  CHECK(clause.object == "transfer");
  REQUIRE(clause.types.size() == 1);
  CHECK(clause.types[0] == "DEMO");
  REQUIRE(clause.made_by.size() == 1);
  CHECK(clause.made_by[0].on_object);
  REQUIRE(clause.bound_by.size() == 2);
  CHECK_FALSE(clause.bound_by[0].all);
  REQUIRE(clause.bound_by[0].patterns.size() == 1);
  CHECK(clause.bound_by[0].patterns[0].arguments[2].capture == "limit");
  CHECK(clause.bound_by[1].all);
  REQUIRE(clause.bound_by[1].patterns.size() == 2);
  CHECK(clause.bound_by[1].patterns[1].text == "demo_set($, SLOW_RATE, bound)");
  CHECK(clause.reset_by.size() == 1);
  CHECK(clause.copied_by.size() == 1);
  CHECK(clause.used_by.size() == 1);
  CHECK_FALSE(clause.starts_bounded);
  CHECK(clause.unit == 1'000'000'000);
  CHECK(clause.huge == 300'000'000'000);
  CHECK(set.rules[0]->grades.size() == 3);
}

TEST_CASE("a loop clause is read whole") {
  const RuleSet set = ReadOne(File(kLoop));
  REQUIRE(DescribeAll(set) == "");
  const CxxClause& cxx = *set.rules[0]->match[0].cxx;
  CHECK(cxx.sort == CxxClauseSort::kLoop);
  CHECK(cxx.loop.find == LoopFault::kConstantPace);
  CHECK(cxx.loop.calls.size() == 1);
  CHECK(cxx.loop.connects.size() == 1);
  REQUIRE(cxx.loop.waits.size() == 1);
  CHECK(cxx.loop.waits[0].arguments[0].sort == ArgumentSort::kObject);
  CHECK(cxx.loop.clocks.size() == 1);
  CHECK(cxx.loop.randoms.size() == 1);
  REQUIRE(cxx.loop.resumes.size() == 1);
  CHECK(cxx.loop.resumes[0] == "EINTR");
  REQUIRE(cxx.loop.hopeless.size() == 2);
  CHECK(cxx.loop.hopeless[1] == "EACCES");
}

TEST_CASE("a loop clause takes the lists of another rule's") {
  std::string other = File(kLoop);
  std::string like =
      With(kLoop, "find: constant-pace\n", "find: endless\n        like: other-rule\n");
  const auto cut = [&](std::string_view from, std::string_view to) {
    like.erase(like.find(from), like.find(to) - like.find(from));
  };
  cut("        calls:", "grades:");
  const std::size_t id = other.find("id: ") + 4;
  other.replace(id, other.find('\n', id) - id, "other-rule");
  RuleReader reader;
  reader.Read("like.yaml", like);
  reader.Read("other.yaml", other);
  const RuleSet set = std::move(reader).Finish();
  REQUIRE(DescribeAll(set) == "");
  REQUIRE(set.rules.size() == 2);
  for (const Rule* rule : set.rules) {
    const LoopClause& loop = rule->match[0].cxx->loop;
    CHECK(loop.calls.data() == set.rules[0]->match[0].cxx->loop.calls.data());
    CHECK(loop.calls.size() == 1);
    CHECK(loop.hopeless.size() == 2);
    CHECK(loop.find == (rule->id == "other-rule" ? LoopFault::kConstantPace : LoopFault::kEndless));
  }
}

TEST_CASE("cxx clauses look at C and C++, and their examples are C++ unless said otherwise") {
  const RuleSet both = ReadOne(File(kCall));
  REQUIRE(DescribeAll(both) == "");
  const auto kinds = both.rules[0]->match[0].files.kinds;
  REQUIRE(kinds.size() == 2);
  CHECK(kinds[0] == FileKind::kC);
  CHECK(kinds[1] == FileKind::kCpp);
  CHECK(both.rules[0]->bad[0].files[0].path == "main.cpp");
  const RuleSet one = ReadOne(File(kMatcher));
  REQUIRE(DescribeAll(one) == "");
  CHECK(one.rules[0]->bad[0].files[0].path == "main.c");
  CHECK(one.rules[0]->match[0].cxx->matcher.words[0] == "gets");
}

TEST_CASE("mistakes of cxx clauses are told with their place and a way out") {
  struct Row {
    std::string_view middle;
    std::string part, by, mistakes;
  };
  const std::vector<Row> rows = {
      {kTypestate, "used_by:", "usd_by:",
       "r.yaml:9:9: missing key \"used_by\"\n"
       "r.yaml:17:9: unknown key \"usd_by\"; did you mean \"used_by\"?\n"},
      {kTypestate, "[demo_run($)]", "[demo_run($, 1)]",
       "r.yaml:17:29: the pattern ends before its \")\"; in a [list] a pattern with commas stands "
       "in "
       "quotes\n"
       "r.yaml:17:31: expected a name\n"},
      {kTypestate, "{limit}=bound", "{limit}=bonud",
       "r.yaml:13:51: unknown form \"bonud\"; did you mean \"bound\"?\n"},
      {kTypestate, "\"demo_set($, SLOW_TIME, bound)\"", "\"demo_set($, SLOW_TIME bound)\"",
       "r.yaml:14:42: expected \",\" or \")\"\n"},
      {kTypestate, "- all:", "- al:",
       "r.yaml:14:13: missing key \"all\"\n"
       "r.yaml:14:13: unknown key \"al\"; did you mean \"all\"?\n"},
      {kTypestate, "[DEMO]", "[\"DEMO*\"]",
       "r.yaml:10:17: \"DEMO*\" is no type: a qualified name without template arguments, pointers "
       "and const\n"},
      {kTypestate, "        types: [DEMO]\n        made_by: [demo_init()]\n", "",
       "r.yaml:9:9: missing \"made_by\" or \"types\": nothing says which objects\n"},
      {kTypestate, "[demo_init()]", "[A::b = 1]",
       "r.yaml:11:19: a store neither makes nor copies an object\n"},
      {kTypestate, "unit: s", "unit: sec",
       "r.yaml:18:15: unknown unit \"sec\"; it is one of ns, us, ms, s, min, h\n"},
      {kTypestate, "5min", "5",
       "r.yaml:19:15: \"5\" is no duration, such as 500ms, 30s or 5min\n"
       "r.yaml:23:3: the clause has no outcome \"huge\"; it has certain, possible, bounded\n"},
      {kTypestate, "5min", "99999999999h",
       "r.yaml:19:15: \"99999999999h\" is no duration, such as 500ms, 30s or 5min\n"
       "r.yaml:23:3: the clause has no outcome \"huge\"; it has certain, possible, bounded\n"},
      {kTypestate, "certain:", "certan:",
       "r.yaml:21:3: the clause has no outcome \"certan\"; did you mean \"certain\"?\n"},
      {kTypestate, "{handle}", "{handel}",
       "r.yaml:21:60: unknown capture {handel}; did you mean {handle}?\n"},
      {kCall, "{function}", "{bound}",
       "r.yaml:12:55: unknown capture {bound}; it has callee, function, handle, "
       "reached, value\n"},
      {kCall, "certain:", "bounded:",
       "r.yaml:12:3: the clause has no outcome \"bounded\"; it has certain, possible\n"},
      {kCall, "[demo_insecure()]", "demo_login({password}=literal)",
       "r.yaml:9:13: capture \"password\" looks like a secret; say \"secret: password\" so that it "
       "is redacted\n"},
      {kCall, "[demo_insecure()]", "demo_login({key}=literal)\n        secret: kye",
       "r.yaml:10:17: \"secret\" names no capture of \"of\": \"kye\"; did you mean \"key\"?\n"},
      {kCall,
       "grades:\n  certain: {severity: high, precision: high, message: \"{callee} in "
       "{function}\"}\n",
       "severity: high\nprecision: high\nmessage: bad\n",
       "r.yaml:1:1: missing key \"grades\"; the clause tells certain, possible apart\n"},
      {kMatcher, "        words: [gets]\n", "", "r.yaml:10:9: missing key \"words\"\n"},
      {kMatcher, "[gets]", "[go, a-b]",
       "r.yaml:11:17: word \"go\" is shorter than 3 bytes\n"
       "r.yaml:11:21: \"a-b\" is no identifier\n"},
      {kMatcher, "hasName(\"gets\"))", "hasName(\"gets\")))",
       "r.yaml:10:78: \")\" without its \"(\"\n"},
      {kMatcher, "(callee(", "((callee(", "r.yaml:10:21: \"(\" without its \")\"\n"},
      {kMatcher, "{f}", "{name}", "r.yaml:14:10: unknown capture {name}; it has f, root\n"},
      {kMatcher, "kind: c}", "kind: [c, java]}",
       "r.yaml:7:23: \"cxx\" reads c and cpp, not \"java\"\n"},
      {kMatcher, "severity: high\nprecision: high\nmessage: \"{f} has no limit\"\n",
       "grades:\n  certain: {severity: high, precision: high, message: bad}\n",
       "r.yaml:13:3: grade \"certain\": the clause has one outcome, without a name; write "
       "\"severity\", \"precision\" and \"message\"\n"},
      {kLoop, "        calls: [demo_run(_)]\n        connects: [demo_connect(...)]\n", "",
       "r.yaml:9:9: missing \"calls\", \"connects\" or \"like\": nothing is tried again\n"},
      {kLoop, "find: constant-pace\n", "find: endless\n        like: another\n",
       "r.yaml:10:15: beside \"like\" there is only \"find\": the lists are those of the other "
       "rule\n"
       "r.yaml:10:15: unknown rule \"another\"\n"},
      {kLoop, "constant-pace", "constant",
       "r.yaml:9:15: unknown fault of a loop \"constant\"; did you mean \"constant-pace\"?\n"},
      {kLoop, "{wait}", "{pause}",
       "r.yaml:18:54: unknown capture {pause}; it has bound, call, function, tried, wait\n"},
      {kMatcher, "matcher:\n", "lop:\n",
       "r.yaml:9:7: \"cxx\" has one of the keys \"typestate\", \"call\", \"taint\", \"loop\" and "
       "\"matcher\"\n"
       "r.yaml:9:7: unknown key \"lop\"; did you mean \"loop\"?\n"
       "r.yaml:14:10: unknown capture {f}; it has \n"},
  };
  for (const Row& row : rows) {
    INFO(row.part << " -> " << row.by);
    CHECK(DescribeAll(ReadOne(With(row.middle, row.part, row.by))) == row.mistakes);
  }
}

TEST_CASE("what a typestate clause can never find, or finds always, is a mistake") {
  const std::string bounds =
      "        bound_by:\n"
      "          - demo_set($, LIMIT | LIMIT_MS, {limit}=bound)\n"
      "          - all: [\"demo_set($, SLOW_TIME, bound)\", \"demo_set($, SLOW_RATE, bound)\"]\n";
  CHECK(DescribeAll(ReadOne(With(kTypestate, bounds, ""))).contains("missing \"bound_by\": each"));
  const std::string starts = "        starts: bounded\n";
  CHECK(DescribeAll(ReadOne(With(kTypestate, bounds, starts)))
            .contains("nothing takes the bound away"));
  CHECK(DescribeAll(ReadOne(With(kTypestate, bounds, bounds + starts))) == "");
  const std::string unbound = "        unbound_by: [demo_unlimit($)]\n";
  CHECK_FALSE(DescribeAll(ReadOne(With(kTypestate, bounds, unbound + starts)))
                  .contains("nothing takes the bound away"));
}

TEST_CASE("an alternative has one clause") {
  const std::string two =
      With(kCall, "  - cxx:", "  - text: {keywords: [demo], regex: demo}\n    cxx:");
  CHECK(DescribeAll(ReadOne(two))
            .contains(
                "an alternative has one clause: \"text\", \"assignment\", \"config\", \"cxx\" or "
                "\"facts\""));
}

TEST_CASE("examples of several files mark lines in sources and headers") {
  std::string text = File(kCall);
  const std::string single = "  - |\n    demo_run(handle);  // <- finding\n";
  text.replace(text.find(single), single.size(),
               "  - main.c: |\n"
               "      demo_run(handle); /* <- finding */\n"
               "    lib/demo.h: |\n"
               "      inline void Run() { demo_insecure(); }  // <- finding\n"
               "    lib/demo.cc: |\n"
               "      #include \"demo.h\"\n"
               "      void F() { demo_insecure(); }\n"
               "    find: [lib/demo.cc:2]\n");
  const RuleSet set = ReadOne(text);
  REQUIRE(DescribeAll(set) == "");
  const auto files = set.rules[0]->bad[0].files;
  REQUIRE(files.size() == 3);
  CHECK(files[0].path == "lib/demo.cc");
  CHECK(files[0].find[0] == 2);
  CHECK(files[1].path == "lib/demo.h");
  CHECK(files[1].text == "inline void Run() { demo_insecure(); }\n");
  CHECK(files[2].path == "main.c");
  CHECK(files[2].text == "demo_run(handle);\n");
}

TEST_CASE("bind names of a matcher") {
  const auto names = BindNames("a(b().bind(\"x\"), c().bind( \"root\")).bind(\"x\").bind(y)");
  CHECK(names == std::vector<std::string_view>{"root", "x"});
}

}  // namespace
}  // namespace gonogo

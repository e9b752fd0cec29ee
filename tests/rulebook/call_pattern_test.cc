#include "analyzer/rulebook/call_pattern.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace gonogo {
namespace {

std::string Joined(std::span<const std::string_view> names) {
  return fmt::format("{}", fmt::join(names, " or "));
}

std::string Describe(const ArgumentPattern& argument) {
  std::string form;
  switch (argument.sort) {
    case ArgumentSort::kAny:
      form = "any";
      break;
    case ArgumentSort::kObject:
      form = "object";
      break;
    case ArgumentSort::kBound:
      form = "bound";
      break;
    case ArgumentSort::kNone:
      form = "none";
      break;
    case ArgumentSort::kNames:
      form = "names " + Joined(argument.names);
      break;
    case ArgumentSort::kNumber:
      form = fmt::format("number {}", argument.number);
      break;
    case ArgumentSort::kText:
      form = fmt::format("text <{}>", argument.text);
      break;
    case ArgumentSort::kRegex:
      form = fmt::format("regex <{}>", argument.text);
      break;
    case ArgumentSort::kType:
      form = "type " + Joined(argument.names);
      break;
    case ArgumentSort::kCalls:
      form = "calls " + Joined(argument.names);
      break;
    case ArgumentSort::kEnds:
      form = "ends " + Joined(argument.names);
      break;
    case ArgumentSort::kFixed:
      form = "fixed";
      break;
    case ArgumentSort::kLiteral:
      form = "literal";
      break;
  }
  return fmt::format("{}{}{}{}", argument.some ? "some " : "", argument.negated ? "not " : "", form,
                     argument.capture.empty() ? "" : fmt::format(" as {}", argument.capture));
}

std::string Describe(const CallPattern& pattern) {
  std::string text =
      fmt::format("{} {}", pattern.sort == PatternSort::kCall ? "call" : "store", pattern.name);
  for (const ArgumentPattern& argument : pattern.arguments) text += "; " + Describe(argument);
  if (pattern.open) text += "; more";
  return text + (pattern.on_object ? "; on object" : "");
}

/// What the pattern says, or "offset: fault".
std::string Read(std::string_view text) {
  RuleStorage storage;
  const auto pattern = ParseCallPattern(text, storage);
  if (!pattern) return fmt::format("{}: {}", pattern.error().offset, pattern.error().message);
  CHECK(pattern->text == text);
  return Describe(*pattern);
}

TEST_CASE("call patterns are read") {
  struct Row {
    std::string text, meaning;
  };
  const std::vector<Row> rows = {
      {"curl_easy_init()", "call curl_easy_init; on object"},
      {"curl_easy_perform($)", "call curl_easy_perform; object"},
      {"curl_easy_setopt($, CURLOPT_TIMEOUT | CURLOPT_TIMEOUT_MS, {bound}=bound)",
       "call curl_easy_setopt; object; names CURLOPT_TIMEOUT or CURLOPT_TIMEOUT_MS; bound as "
       "bound"},
      {"sqlite3_open(_, $)", "call sqlite3_open; any; object"},
      {"cpr::Get(any(type(cpr::Timeout)), ...)",
       "call cpr::Get; some type cpr::Timeout; more; on object"},
      {"f(...)", "call f; more; on object"},
      {"f( )", "call f; on object"},
      {"grpc::ClientContext::set_deadline({deadline})",
       "call grpc::ClientContext::set_deadline; any as deadline; on object"},
      {"Options::timeout_ms = none", "store Options::timeout_ms; none; on object"},
      {"Options::url = {url}=/^http:\\/\\//",
       "store Options::url; regex <^http://> as url; on "
       "object"},
      {"f(!nullptr, ! type(A | b::C), -1, 0x10, 7)",
       "call f; not names nullptr; not type A or b::C; number -1; number 16; number 7; on object"},
      {"f($, \"a, (\\\"b\\\") \\\\n\", literal, none)",
       "call f; object; text <a, (\"b\") \\n>; literal; none"},
      {"f($, {callback}=calls(time | std::chrono::steady_clock::now))",
       "call f; object; calls time or std::chrono::steady_clock::now as callback"},
      {"f(calls(a | b), ends(exit | _exit), !fixed, fixed | other)",
       "call f; calls a or b; ends exit or _exit; not fixed; names fixed or other; on object"},
      {"f(any(/x+/), _x, __y)", "call f; some regex <x+>; names _x; names __y; on object"},
      {"f({a}=!any(type(T)))", "call f; some not type T as a; on object"},
      {"Url::operator<<($, _)", "call Url::operator<<; object; any"},
      {"Url::operator()(_)", "call Url::operator(); any; on object"},
      {"f ( $ , ... ) ", "call f; object; more"},
      {"f(-9223372036854775807)", "call f; number -9223372036854775807; on object"},
      {"f(bound | other)", "call f; names bound or other; on object"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Read(row.text) == row.meaning);
  }
}

TEST_CASE("faults of call patterns are told with their column") {
  const std::string unclosed =
      "the pattern ends before its \")\"; in a [list] a pattern with commas stands in quotes";
  const std::string argument =
      "expected an argument: $, _, bound, none, literal, a name, a number, \"text\", /regex/, "
      "fixed, type(...), calls(...), ends(...), answers(...) or any(...)";
  struct Row {
    std::string text, fault;
  };
  const std::vector<Row> rows = {
      {"f", "1: expected \"(\" of a call or \"=\" of a store"},
      {"f g()", "2: expected \"(\" of a call, \"=\" of a store or \"::\""},
      {"", "0: expected a name"},
      {"1f()", "0: expected a name"},
      {"::f()", "0: a name is written without a leading \"::\""},
      {"std::vector<int>::push_back($)", "11: names have no template arguments here"},
      {"a::()", "3: expected a name"},
      {"f(", "2: " + unclosed},
      {"f($", "3: " + unclosed},
      {"f($,", "4: " + unclosed},
      {"f($ $)", "4: expected \",\" or \")\""},
      {"f(,)", "2: " + argument},
      {"f($,)", "4: " + argument},
      {"f(..., $)", "5: \"...\" is the last argument: expected \")\""},
      {"f($) g", "5: text behind the end of the pattern"},
      {"f($, $)", "0: \"$\" stands twice; the object followed is one"},
      {"f(!_)", "2: \"!\" before what is always there"},
      {"f(!$)", "2: \"!\" before what is always there"},
      {"f(!{a}=bound)", "3: the capture stands before \"!\""},
      {"f({a}, {a}=bound)", "7: capture \"a\" stands twice"},
      {"f({}=bound)", "3: expected the name of a capture"},
      {"f({a=bound)", "4: expected \"}\" behind the name of a capture"},
      {"f(bonud)", "2: unknown form \"bonud\"; did you mean \"bound\"?"},
      {"f(typ(A))", "2: unknown form \"typ(\"; did you mean \"type\"?"},
      {"f(g(A))", "2: unknown form \"g(\"; it is one of type, calls, ends, answers, any"},
      {"f(any(any(_)))", "6: \"any\" inside \"any\""},
      {"f(type(A)", "9: " + unclosed},
      {"f(type(A, B))", "8: expected \")\" of \"type\""},
      {"f(type())", "7: expected a name"},
      {"f(A | 3)", "6: expected a name"},
      {"f(30s)", "4: a number has neither unit nor point"},
      {"f(1.5)", "3: a number has neither unit nor point"},
      {"f(9223372036854775808)", "2: expected a whole number of at most 64 bits"},
      {"f(-)", "3: expected a whole number of at most 64 bits"},
      {"f(\"abc)", "2: the text does not end"},
      {"f(/abc)", "2: the regex does not end"},
      {"f(/a(/)", "2: not a valid RE2: missing ): (?m)a("},
      {"f(/a*/)", "2: the regex matches the empty text"},
      {"f(/(?P<x>a)/)", "2: a group with a name captures nothing here; write {name}=/.../"},
      {"A::x = any(bound)", "17: \"any\" chooses among arguments, and a store has one"},
      {"A::x = ", "7: " + unclosed},
      {"A::x = 1, 2", "8: text behind the end of the pattern"},
      {"X::operator?()", "11: expected the symbol of an operator"},
      {std::string(4001, 'f'), "0: longer than 4000 bytes"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Read(row.text) == row.fault);
  }
}

TEST_CASE("no beginning of a pattern crashes the reader") {
  const std::string text =
      "a::b($, !{c}=any(type(T | U)), {d}=\"x\\\"y\", /a\\/b/, -0x1f, calls(f | g::h), ...)";
  for (std::size_t length = 0; length <= text.size(); ++length) {
    for (const char c : std::string_view("(){}=!|\"/\\$_.,:x0- ")) {
      RuleStorage storage;
      const std::string changed = text.substr(0, length) + c;
      const auto pattern = ParseCallPattern(changed, storage);
      if (!pattern) CHECK(pattern.error().offset <= changed.size());
    }
  }
}

TEST_CASE("qualified names") {
  CHECK(IsQualifiedName("CURL"));
  CHECK(IsQualifiedName("grpc::ClientContext"));
  for (const std::string_view wrong : {"", "::a", "a::", "a b", "std::vector<int>", "CURL*"}) {
    INFO(wrong);
    CHECK_FALSE(IsQualifiedName(wrong));
  }
}

}  // namespace
}  // namespace gonogo

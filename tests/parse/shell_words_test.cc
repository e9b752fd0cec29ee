#include "analyzer/parse/shell_words.h"

#include <catch2/catch.hpp>

namespace gonogo {
namespace {

/// Words in brackets, assignments with ':', redirections with '!', '$' behind what expands; how
/// commands are joined between them.
std::string ScriptText(std::string_view text) {
  constexpr const char* kJoins[] = {"", "; ", "&& ", "|| ", "| "};
  const ShellScript script = SplitShell(text);
  std::string result;
  for (const ShellCommand& command : script.commands) {
    result += kJoins[static_cast<int>(command.join)];
    result += std::string(command.depth, '(');
    for (const ShellWord& word : command.assignments) result += ":" + word.text + " ";
    for (const ShellWord& word : command.words) {
      result += "[" + word.text + "]" + (word.expands ? "$" : "");
    }
    for (const ShellWord& word : command.redirections) result += "!" + word.text;
    if (command.background) result += "&";
  }
  return script.complete ? result : result + " ...";
}

TEST_CASE("scripts are split into commands and words") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"", ""},
      {"a b  c", "[a][b][c]"},
      {"a 'b c' \"d $e\" f\\ g", "[a][b c][d $e]$[f g]"},
      {"a && b || c | d; e &\nf", "[a]&& [b]|| [c]| [d]; [e]&; [f]"},
      {"A=1 B=\"x y\" c D=2", ":A=1 :B=x y [c][D=2]"},
      {"set -euo pipefail\npg_dump x | gzip > y.gz",
       "[set][-euo][pipefail]; [pg_dump][x]| [gzip]!>y.gz"},
      {"a 2>&1 >/dev/null </x", "[a]!2>&1!>/dev/null!</x"},
      {"a $(b | c) `d` e", "[a][$(b | c)]$[`d`]$[e]; ([b]| ([c]; ([d]"},
      {"a \\\n  b # c\n# d\ne", "[a][b]; [e]"},
      {"(a; b) && c", "([a]; ([b]&& [c]"},
      {"a <<EOF\nb $c\nEOF\nd", "[a]!<<EOF; [d]"},
      {"a &&\n  b", "[a]&& [b]"},
      {"a ${b:-c d} $((1 + 2)) $?", "[a][${b:-c d}]$[$((1 + 2))]$[$?]$"},
      {"a 'b", "[a][b] ..."},
      {"a $(b", "[a][$(b]$; ([b] ..."},
      {"a; b;; c", "[a]; [b]; [c]"},
      {"a $'b'", "[a][b]"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    CHECK(ScriptText(text) == expected);
  }
}

TEST_CASE("words know their places") {
  const std::string text = "curl -k \"https://x\" || true";
  const ShellScript script = SplitShell(text);
  REQUIRE(script.commands.size() == 2);
  const ShellWord& word = script.commands[0].words[2];
  CHECK(text.substr(word.begin, word.end - word.begin) == "\"https://x\"");
  CHECK(script.commands[1].begin == 23);
  CHECK(script.commands[1].join == ShellJoin::kOr);
}

TEST_CASE("deep and endless scripts are bounded") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "$(a ";
  CHECK(!SplitShell(deep).complete);
  std::string many;
  for (int i = 0; i < 300'000; ++i) many += "a;";
  CHECK(SplitShell(many).commands.size() == 100'000);
}

}  // namespace
}  // namespace gonogo

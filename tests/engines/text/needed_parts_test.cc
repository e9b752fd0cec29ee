#include "analyzer/engines/text/needed_parts.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "analyzer/rulebook/rule_book.h"

namespace gonogo {
namespace {

TEST_CASE("A run that every match holds is read off the pattern") {
  struct Row {
    std::string pattern;
    std::size_t count;
    std::string inside;   // bytes of the class
    std::string outside;  // bytes that are none
  };
  const Row rows[] = {
      {"key = (?P<token>[0-9a-f]{32})", 32, "09af", "gA-"},
      {"x[a-f]{8}y[0-9]{12,20}?z", 12, "09", "a"},
      {"[A-Z2-7]{8,}", 8, "AZ27", "a1"},
      {"[]a-]{9}", 9, "]a-", "b"},
      {"[\\x41-\\x43\\d_]{9}", 9, "ABC0_", "D"},
      {"\\w{10}", 10, "aZ9_", "-"},
      {"a(?:[0-9]{20}|[a-c]{16})", 16, "09ac", "d"},
      {"(?i:pre)[a-c]{16}", 16, "abcABC", "d"},
      {"(?i)[A-C]{16}", 16, "abcABC", "d"},
      {"(?:[0-9]{20})+", 20, "5", "a"},
      {"(?:(?P<a>[0-9]{20})x){2}", 20, "5", "x"},
      {"\\bfoo\\b\\.[0-9]{20}$", 20, "5", "o"},
      {"[\"'`\\])]{0,3}[0-9]{20}", 20, "5", "\""},
  };
  for (const Row& row : rows) {
    INFO(row.pattern);
    const PatternNeeds run = NeedsOf(row.pattern);
    CHECK(run.run_length == row.count);
    for (const char c : row.inside) CHECK(run.run[static_cast<unsigned char>(c)]);
    for (const char c : row.outside) CHECK_FALSE(run.run[static_cast<unsigned char>(c)]);
  }
}

TEST_CASE("Where a pattern says it not plainly no run is needed") {
  for (const std::string pattern : {"",
                                    "abc",
                                    "[0-9]{7}",
                                    "(?:[0-9]{20})?",
                                    "(?:[0-9]{20})*x",
                                    "[0-9]{20}|x",
                                    "(?:[0-9]{20}|)",
                                    "[0-9]{0,20}",
                                    "[0-9]*",
                                    "[0-9]{20}{2}",
                                    "[^0-9]{20}",
                                    ".{20}",
                                    "\\pL{20}",
                                    "[[:alpha:]]{20}",
                                    "\\Q[0-9]{20}\\E",
                                    "[\\D]{20}",
                                    "[0-9]{20}(",
                                    "[0-9]{20})",
                                    "[0-9]{20",
                                    "[0-9",
                                    "(?<!a)[0-9]{20}",
                                    "(?P<a[0-9]{20}",
                                    "\\"}) {
    INFO(pattern);
    CHECK(NeedsOf(pattern).run_length == 0);
  }
}

TEST_CASE("Words and rare bytes that every match holds are read off the pattern") {
  using Groups = std::vector<std::vector<std::string>>;
  struct Row {
    std::string pattern;
    Groups words;
    std::string bytes;
  };
  const Row rows[] = {
      {R"((?i)\bdocker\sLogin\b)", {{"docker"}, {"login"}}, ""},
      {R"((?:create|alter)\s(?:user|role)?x)", {{"create", "alter"}}, ""},
      {R"(log(?:in)?\s?\()", {{"log"}}, "("},
      {R"(abc?d+e)", {{"ab"}}, ""},
      {R"(ab{2}cd)", {{"ab"}, {"cd"}}, ""},
      {R"((?:a|bc)@)", {}, "@"},
      {R"([;&]x[=])", {}, ";&"},
      {R"(\w+://)", {{"://"}}, ":"},
      {R"((?:\(|@)x)", {}, "(@"},
      {R"((?:ab|c(?:de|fg))h)", {{"ab", "de", "fg"}}, ""},
      {R"([\"'a-z]{3}\x3d)", {}, "="},
  };
  for (const Row& row : rows) {
    INFO(row.pattern);
    const PatternNeeds needs = NeedsOf(row.pattern);
    CHECK(needs.words == row.words);
    std::string bytes;
    for (unsigned c = 0; c < 128; ++c) {
      if (needs.byte[c]) bytes += static_cast<char>(c);
    }
    std::string expected = row.bytes;
    std::ranges::sort(expected);
    CHECK(bytes == expected);
  }
}

TEST_CASE("A text holds all parts that are needed, or no match") {
  struct Row {
    std::string pattern;
    std::string text;
    bool holds;
  };
  const Row rows[] = {
      {"[0-9]{8}", "12345678", true},
      {"[0-9]{8}", "x1234567812345678", true},
      {"[0-9]{8}", "1234567x12345678", true},
      {"[0-9]{8}", "1234567", false},
      {"[0-9]{8}", "1234567x1234567x1234567", false},
      {"[0-9]{8}", "", false},
      {".*", "", true},
      {"docker login", "DOCKER LOGIN", true},
      {"docker login", "docker logi", false},
      {"(?:create|alter) user", "x alter user", true},
      {"(?:create|alter)\\suser", "x drop user", false},
      {"login\\s?\\(", "login: x", false},
  };
  for (const Row& row : rows) {
    INFO(row.pattern << " in " << row.text);
    CHECK(NeededParts(row.pattern).AreIn(row.text) == row.holds);
  }
}

TEST_CASE("Most token rules need a run") {
  std::size_t all = 0;
  std::size_t some = 0;
  for (const Rule& rule : EmbeddedRules().rules) {
    for (const MatchAlternative& alternative : rule.match) {
      if (alternative.text.secret.empty() || alternative.text.regex.empty()) continue;
      ++all;
      some += NeedsOf(alternative.text.regex).run_length > 0 ? 1U : 0U;
    }
  }
  INFO(some << " of " << all);
  CHECK(some * 4 > all * 3);
}

}  // namespace
}  // namespace gonogo

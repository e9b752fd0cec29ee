#include "analyzer/engines/text/name_finder.h"

#include <re2/re2.h>

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "analyzer/engines/text/regex_options.h"
#include "analyzer/rulebook/rule_book.h"

namespace gonogo {
namespace {

std::vector<std::string> FoundBy(const NameFinder& names, std::string_view text) {
  std::vector<std::string> found;
  for (std::uint64_t from = 0; const auto place = names.Find(text, from, text.size());) {
    found.emplace_back(text.substr(place->begin, place->end - place->begin));
    from = place->end;
  }
  return found;
}

TEST_CASE("Of the names at one place the longest is found, in any case") {
  const std::vector<std::string_view> words = {"api_key", "api_keys", "key", "pass", "password"};
  const NameFinder names(words);
  CHECK(FoundBy(names, "API_KEYS, passkey, Passwor") ==
        std::vector<std::string>{"API_KEYS", "pass", "key", "Pass"});
  CHECK(FoundBy(names, "api_ke").empty());
  CHECK(FoundBy(names, "").empty());
  CHECK(names.Find("a password", 2, 8)->end == 6);
  CHECK_FALSE(names.Find("a key", 0, 4));
}

/// Pieces of the names, so that most texts nearly hold one.
std::string TextOf(std::span<const std::string_view> words, std::mt19937_64& random) {
  std::string text;
  for (int pieces = 0; pieces < 12; ++pieces) {
    const std::string_view word = words[random() % words.size()];
    std::string piece(word.substr(0, word.size() - random() % 3 % word.size()));
    if (random() % 3 == 0) piece[0] = static_cast<char>(std::toupper(piece[0]));
    text += piece;
    if (random() % 2 == 0) text += static_cast<char>(random() % 256);
  }
  return text;
}

TEST_CASE("Names are found where the regex of their clause finds them") {
  std::mt19937_64 random(7);
  std::size_t clauses = 0;
  for (const Rule& rule : EmbeddedRules().rules) {
    for (const MatchAlternative& alternative : rule.match) {
      if (alternative.type != ClauseType::kAssignment) continue;
      ++clauses;
      const NameFinder names(alternative.text.keywords);
      const RE2 regex(RulePattern(alternative.text.regex), RuleRegexOptions());
      for (int i = 0; i < 500; ++i) {
        const std::string text = TextOf(alternative.text.keywords, random);
        std::vector<std::string> expected;
        re2::StringPiece rest(text);
        for (std::string match; RE2::FindAndConsume(&rest, regex, &match);)
          expected.push_back(match);
        CHECK(FoundBy(names, text) == expected);
      }
    }
  }
  CHECK(clauses > 0);
}

}  // namespace
}  // namespace gonogo

#include "analyzer/walk/gitignore.h"

#include <catch2/catch.hpp>

#include "analyzer/walk/wild_match.h"

namespace gonogo {
namespace {

struct Row {
  std::string patterns;
  std::string path;  // a directory ends with a slash
  IgnoreAnswer answer;
};

IgnoreAnswer Ask(const GitIgnore& patterns, std::string path) {
  const bool is_directory = path.ends_with('/');
  if (is_directory) path.pop_back();
  return patterns.Ask(path, is_directory);
}

TEST_CASE("the last pattern that matches decides") {
  constexpr IgnoreAnswer kSilent = IgnoreAnswer::kSilent;
  constexpr IgnoreAnswer kIgnored = IgnoreAnswer::kIgnored;
  constexpr IgnoreAnswer kKept = IgnoreAnswer::kKept;
  const Row rows[] = {
      {"", "a", kSilent},
      {"a", "a", kIgnored},
      {"a", "x/y/a", kIgnored},
      {"/a", "x/a", kSilent},
      {"x/a", "x/a", kIgnored},
      {"x/a", "y/x/a", kSilent},
      {"a/", "a", kSilent},
      {"a/", "a/", kIgnored},
      {"a\n!a", "a", kKept},
      {"!a\na", "a", kIgnored},
      {"a\n!a/", "a", kIgnored},
      {"a\n!a/", "a/", kKept},
      {"*.o\n!main.o", "main.o", kKept},
      {"!main.o\n*.o", "main.o", kIgnored},
      {"*.o\n!m?in.o\n/main.o", "main.o", kIgnored},
      {"*.o\n!m?in.o\n/main.o", "x/main.o", kKept},
      {"*.tar.gz", "x.gz", kSilent},
      {"*.tar.gz", "x.tar.gz", kIgnored},
      {"*", "anything", kIgnored},
      {"a/**", "a/", kSilent},
      {"a/**", "a/b/c", kIgnored},
      {"**/a/b", "a/b", kIgnored},
      {"**/a/b", "x/y/a/b", kIgnored},
      {"a/**/b", "a/b", kIgnored},
      {"a/**/b", "a/x/y/b", kIgnored},
      {"a/*/b", "a/x/y/b", kSilent},
      {"#a", "#a", kSilent},
      {"\\#a", "#a", kIgnored},
      {"a  ", "a", kIgnored},
      {"a\\ ", "a ", kIgnored},
      {"a\t", "a", kSilent},
      {"a\r\nb\r\n", "a", kIgnored},
      {"\xEF\xBB\xBF"
       "a",
       "a", kIgnored},
      {"A", "a", kSilent},
      {std::string("a\0b", 3), "a", kIgnored},
  };
  for (const Row& row : rows) {
    CAPTURE(row.patterns, row.path);
    CHECK(Ask(GitIgnore(row.patterns), row.path) == row.answer);
  }
}

TEST_CASE("only what holds no pattern is empty") {
  CHECK(GitIgnore("").empty());
  CHECK(GitIgnore("# a\n\n\r\n   \n").empty());
  CHECK_FALSE(GitIgnore("a").empty());
  CHECK_FALSE(GitIgnore("/a/b").empty());
  CHECK_FALSE(GitIgnore("*.a").empty());
  CHECK_FALSE(GitIgnore("a*b").empty());
}

TEST_CASE("no pattern takes more than a bounded number of steps") {
  std::string stars;
  for (int i = 0; i < 60; ++i) stars += "a*";
  std::uint64_t steps = 100'000;
  CHECK(WildMatch(stars + "b", std::string(200, 'a'), steps) == WildAnswer::kNoMatch);
  CHECK(steps > 50'000);

  std::string deep;
  std::string path;
  for (int i = 0; i < 40; ++i) deep += "**/a/";
  for (int i = 0; i < 400; ++i) path += "a/";
  steps = 100'000;
  CHECK(WildMatch(deep + "b", path + "c", steps) == WildAnswer::kNoMatch);
  CHECK(steps > 50'000);

  steps = 10;
  CHECK(WildMatch("*a*b*c", std::string(200, 'x'), steps) == WildAnswer::kTooCostly);
  CHECK(steps == 0);
}

TEST_CASE("thousands of hostile patterns are given up, thousands of plain ones are not") {
  std::string hostile;
  std::string plain;
  for (int i = 0; i < 20'000; ++i) {
    hostile += "*aaaaaaaa*a*a*a*b" + std::to_string(i) + "\n";
    plain += "name" + std::to_string(i) + "\n/path/" + std::to_string(i) + "\n*.ext" +
             std::to_string(i) + "\n";
  }
  CHECK(GitIgnore(hostile).Ask(std::string(250, 'a'), false) == IgnoreAnswer::kTooCostly);
  const GitIgnore patterns(plain);
  CHECK(patterns.Ask("x/name777", false) == IgnoreAnswer::kIgnored);
  CHECK(patterns.Ask("path/19999", false) == IgnoreAnswer::kIgnored);
  CHECK(patterns.Ask("x.ext12345", false) == IgnoreAnswer::kIgnored);
  CHECK(patterns.Ask("x/path/1", false) == IgnoreAnswer::kSilent);
}

TEST_CASE("as globs, the last pattern that matches a file or a folder above it has the last word") {
  const GitIgnore all_but_tests("*\n!**/test*/**\n!*_test.conf\n");
  CHECK(all_but_tests.Covers("etc/broker.conf"));
  CHECK(all_but_tests.Covers("broker.conf"));
  CHECK_FALSE(all_but_tests.Covers("etc/tests/broker.conf"));
  CHECK_FALSE(all_but_tests.Covers("etc/broker_test.conf"));
  const GitIgnore folder("build\n");
  CHECK(folder.Covers("a/build/b/c.c"));
  CHECK_FALSE(folder.Covers("a/builds/c.c"));
}

}  // namespace
}  // namespace gonogo

#include "analyzer/report/wording.h"

#include <catch2/catch.hpp>

#include "analyzer/report/code_point.h"
#include "analyzer/report/markdown.h"
#include "analyzer/report/uri.h"

namespace gonogo {
namespace {

struct Row {
  std::string input;
  std::string expected;
};

TEST_CASE("a message becomes a sentence") {
  const Row rows[] = {
      {"transfer has no time limit", "Transfer has no time limit."},
      {"requests.get has no timeout", "requests.get has no timeout."},
      {"tlsVerify is false", "tlsVerify is false."},
      {"is it so?", "Is it so?"},
      {"ends \n", "Ends."},
      {"é", "é."},
      {"\xFF", "\uFFFD."},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.input);
    CHECK(Sentence(row.input) == row.expected);
  }
}

TEST_CASE("an id becomes a title and a name") {
  CHECK(TitleOf("github-token") == "GitHub token");
  CHECK(TitleOf("tls-not-verified") == "TLS not verified");
  CHECK(TitleOf("npm-token") == "npm token");
  CHECK(PascalCase("github-token") == "GithubToken");
  CHECK(PascalCase("a-rule/certain") == "ARuleCertain");
  CHECK(DistinctName("unreadable", "Notice") == "NoticeUnreadable");
  CHECK(DistinctName("too-large", "Notice") == "TooLarge");
}

TEST_CASE("text is wrapped by columns, not bytes") {
  CHECK(Wrapped("one two three", 7, "  ") == "  one two\n  three\n");
  CHECK(Wrapped("ééé ééé", 7, "") == "ééé ééé\n");
  CHECK(Wrapped("", 7, "  ") == "  \n");
}

TEST_CASE("nothing that steers a terminal is shown as it is") {
  const Row rows[] = {
      {"plain é 世", "plain é 世"},
      {"\x1B[31m", "\\u{1B}[31m"},
      {"a\nb\tc\r", "a\\nb\\tc\\r"},
      {"x\u202Ey", "x\\u{202E}y"},
      {"x\u2066y\u200B", "x\\u{2066}y\\u{200B}"},
      {"\u009B31m", "\\u{9B}31m"},
      {"\xFF\xC3", "\\xFF\\xC3"},
      {"\xED\xA0\x80", "\\xED\\xA0\\x80"},
      {"\xC0\x8A", "\\xC0\\x8A"},
      {std::string("\0", 1), "\\u{0}"},
  };
  for (const Row& row : rows) {
    INFO(row.expected);
    CHECK(ShownText(row.input) == row.expected);
  }
}

TEST_CASE("text is shortened by characters and never inside one") {
  CHECK(Shortened("abc", 3) == "abc");
  CHECK(Shortened("abcd", 3) == "ab…");
  CHECK(Shortened("ééé", 2) == "é…");
  CHECK(Shortened("", 3) == "");
}

TEST_CASE("a path is percent-encoded byte by byte") {
  const Row rows[] = {
      {"a/b-c_d.~e", "a/b-c_d.~e"},
      {"a b#c%d?e", "a%20b%23c%25d%3Fe"},
      {"\xFF\n", "%FF%0A"},
      {"é:@", "%C3%A9%3A%40"},
      {"", ""},
  };
  for (const Row& row : rows) CHECK(UriOfPath(row.input) == row.expected);
  CHECK(FileUriOfDirectory("/a b") == "file:///a%20b/");
  CHECK(FileUriOfDirectory("/") == "file:///");
}

TEST_CASE("a remote becomes an absolute uri without a password") {
  const Row rows[] = {
      {"https://github.com/a/b.git", "https://github.com/a/b.git"},
      {"https://user:pw@host/a", "https://host/a"},
      {"git@host:a/b.git", "ssh://git@host/a/b.git"},
      {"ssh://git@host:22/a", "ssh://git@host:22/a"},
      {"/srv/git/x.git", ""},
      {"../x", ""},
      {"./a:b", ""},
      {"file:///srv/x", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.input);
    CHECK(RepositoryUri(row.input) == row.expected);
  }
}

TEST_CASE("foreign text stays text in markdown") {
  CHECK(MarkdownText("a <b> [c](d) `e` *f*\ng") == "a \\<b\\> \\[c\\](d) \\`e\\` \\*f\\* g");
  CHECK(CodeSpan("a`b") == "`` a`b ``");
  CHECK(FencedBlock("py", "x = '```'\n") == "````py\nx = '```'\n````\n");
  CHECK(WithPlaceholders("a <<fake:t>> b <<fake:t:2>> <<fake:") == "a <t> b <t-2> <<fake:");
}

}  // namespace
}  // namespace gonogo

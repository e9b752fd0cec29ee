#include "analyzer/merge/redaction.h"

#include <catch2/catch.hpp>

#include "tests/merge/sample.h"

namespace gonogo {
namespace {

using sample::Leak;
using sample::Marked;
using sample::RangeOf;

std::string RedactAll(std::string_view text, std::vector<ByteRange> secrets) {
  Redactor redactor;
  for (const ByteRange& secret : secrets) redactor.Add(text, secret);
  redactor.Seal(text);
  return redactor.Text(text, {0, text.size()});
}

TEST_CASE("a secret is shown by its begin and its length") {
  struct Row {
    std::string secret, shown;
  };
  const Row rows[] = {
      {"", "…(0 characters)"},
      {"x", "…(1 character)"},
      {"abcdefgh", "…(8 characters)"},
      {"abcdefghijk", "…(11 characters)"},
      {"abcdefghijkl", "ab…(12 characters)"},
      {"abcdefghijklmnopqrstuvwxyzabcd", "abcdef…(30 characters)"},
      {"ghp" + ("_aB" + std::string(34, 'c')), "ghp_aB…(40 characters)"},
      {"github_pat" + ("_xy" + std::string(80, 'c')), "github_pat_xy…(93 characters)"},
      {"caf\xC3\xA9 au lait!", "ca…(13 characters)"},
      {"\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
       "\xC3\xA9",
       "\xC3\xA9\xC3\xA9…(12 characters)"},
      {std::string("\xFF\xFE\x1B") + std::string(30, 'c'),
       "\xEF\xBF\xBD\xEF\xBF\xBD\\x1bccc…(33 characters)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.secret);
    CHECK(RedactSecret(row.secret) == row.shown);
  }
}

TEST_CASE("at least half of a secret stays hidden, whatever its prefix and length") {
  for (std::size_t length = 0; length < 200; ++length) {
    for (const std::string prefix :
         {"", "ghp_", "github_pat_", "sk_live_", "sk-ant-api03-", "AKIA"}) {
      const std::string secret = (prefix + Marked(length, 200)).substr(0, length);
      const std::string shown = RedactSecret(secret);
      CAPTURE(secret, shown);
      CHECK(shown.find("…") <= length / 2);
      CHECK((length >= 12 || shown.starts_with("…")));
    }
  }
}

TEST_CASE("a key block keeps its armour and its lines") {
  const std::string label =
      "RSA PRIVATE"
      " KEY-----";
  const std::string body = Marked(1, 64) + "\n    " + Marked(2, 64) + "\r\n    " + Marked(3, 20);
  const std::string key = "-----BEGIN " + label + "\n    " + body + "\n    -----END " + label;
  const std::string text = "key: |\n    " + key + "\nnext: 1\n";
  CHECK(RedactAll(text, {RangeOf(text, key)}) == "key: |\n    -----BEGIN " + label +
                                                     "\n    …\n    …\r\n    …\n    -----END " +
                                                     label + "\nnext: 1\n");
  CHECK(RedactSecret(key).starts_with("-----BEGIN " + label + "…("));
  CHECK(Leak(RedactSecret(key), body, 0).empty());
}

TEST_CASE("no more is shown of overlapping secrets than of the smallest") {
  const std::string text = "dsn = sa:hunter2@db-server-with-a-long-name;pooling\n";
  const ByteRange whole = RangeOf(text, "sa:hunter2@db-server-with-a-long-name;pooling");
  const ByteRange inner = RangeOf(text, "hunter2");
  CHECK(RedactAll(text, {whole}) == "dsn = sa:hun…(45 characters)\n");
  CHECK(RedactAll(text, {whole, inner}) == "dsn = sa:…(45 characters)\n");
  CHECK(RedactAll(text, {inner, whole}) == "dsn = sa:…(45 characters)\n");
}

TEST_CASE("a part of a text redacts the part of a secret within it") {
  const std::string secret = Marked(4, 40);
  const std::string text = "a = \"" + secret + "\"";
  Redactor redactor;
  redactor.Add(text, RangeOf(text, secret));
  redactor.Seal(text);
  CHECK(redactor.Text(text, {0, 20}) == "a = \"" + secret.substr(0, 6) + "…(40 characters)");
  CHECK(redactor.Text(text, {20, text.size()}) == "…\"");
  CHECK(redactor.Text(text, {20, 30}) == "…");
  CHECK(redactor.Text(text, {0, 0}).empty());
  CHECK(redactor.BeginOfSecretAt(20) == 5);
  CHECK(redactor.BeginOfSecretAt(2) == 2);
}

TEST_CASE("a copy of a secret is hidden where no rule matched") {
  const std::string secret = Marked(5, 40);
  const std::string text =
      "a = \"" + secret + "\"\n# was " + secret + " before, " + secret.substr(10, 12) + "\n";
  Redactor redactor;
  redactor.Add(text, RangeOf(text, secret));
  redactor.Seal(text);
  CHECK(redactor.Text(text, {0, text.size()}) ==
        "a = \"" + secret.substr(0, 6) + "…(40 characters)\"\n# was … before, …\n");
  CHECK(redactor.Hide("x" + secret + "y" + secret) == "x…y…");
  CHECK(redactor.Hide(secret.substr(0, 7)) == secret.substr(0, 7));
}

TEST_CASE("a name may share letters with a secret, but never hold a whole one") {
  const std::string text = "password = correct_password\n";
  Redactor redactor;
  redactor.Add(text, RangeOf(text, "correct_password"));
  redactor.Seal(text);
  CHECK(redactor.HideInName("password") == "password");
  CHECK(redactor.Hide("password") == "…");
  CHECK(redactor.HideInName("old_correct_password") == "old_…");
}

TEST_CASE("ordinary words survive the hiding of copies") {
  const std::string text = "password = postgres\n";
  Redactor redactor;
  redactor.Add(text, RangeOf(text, "postgres"));
  redactor.Seal(text);
  CHECK(redactor.Hide("image: postgres:15 --------------") == "image: postgres:15 --------------");
}

}  // namespace
}  // namespace gonogo

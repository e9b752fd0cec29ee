#include "analyzer/filter/suppressions.h"

#include <catch2/catch.hpp>

#include "tests/merge/sample.h"

namespace gonogo {
namespace {

using sample::Build;
using sample::Marked;
using sample::PlainAt;
using sample::RangeOf;
using sample::Rules;
using sample::SecretAt;

/// The offsets that the text engine would give.
std::vector<std::uint64_t> OffsetsIn(std::string_view text) {
  std::vector<std::uint64_t> offsets;
  for (std::size_t at = text.find("gonogo:ignore"); at != text.npos;
       at = text.find("gonogo:ignore", at + 1)) {
    offsets.push_back(at);
  }
  return offsets;
}

/// A book with the rules bad-call ("BAD") and worse-call ("WORSE") and those about suppressions.
struct Book {
  Rules rules;
  RuleBook book;
  const Rule& bad = rules.Add(
      "bad-call", {.message = "bad", .formerly = {"old-call"}, .kinds = {FileKind::kCpp}});
  const Rule& worse = rules.Add("worse-call", {.message = "worse"});

  explicit Book(std::vector<std::string_view> about = {"unused-suppression", "unknown-suppression",
                                                       "malformed-suppression",
                                                       "expired-suppression"}) {
    for (const std::string_view id : about)
      rules.Add(id, {.severity = Severity::kLow, .secret = false});
    book.Add(rules.pointers(), nullptr);
  }

  FileFindings Apply(std::string_view text, FileKind kind = FileKind::kCpp,
                     std::span<const Rule* const> enabled = {},
                     std::span<const ObjectSuppression> objects = {}) {
    const SourceFile file{"src/a.cc", kind, FileRole::kProduct};
    std::vector<Match> matches;
    for (const auto& [rule, word] : {std::pair{&bad, "BAD"}, std::pair{&worse, "WORSE"}}) {
      for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
        matches.push_back(PlainAt(*rule, {at, at + 3}));
      }
    }
    FileFindings found = Build(text, std::move(matches), file);
    ApplySuppressions({file, text}, LineIndex(text), OffsetsIn(text),
                      {&book, enabled.empty() ? rules.pointers() : enabled, "2030-06-15", objects},
                      found);
    return found;
  }
};

/// "LINE: MESSAGE" of what is open, "LINE- REASON" of what is suppressed, joined by " / ".
std::string Told(const FileFindings& found) {
  std::string told;
  for (const Finding& finding : found.findings) {
    const bool open = finding.disposition == Disposition::kNew;
    if (!told.empty()) told += " / ";
    told += std::to_string(finding.region.start.line) + (open ? ": " : "- ");
    told += open ? finding.message : finding.justification;
  }
  return told;
}

TEST_CASE("a suppression speaks for its own line or, alone on it, for the next line of code") {
  struct Row {
    std::string_view text, told;
  };
  const Row rows[] = {
      {"BAD(); // gonogo:ignore bad-call -- fine\n", "1- fine"},
      {"BAD(); /* gonogo:ignore bad-call -- fine */ x();\n", "1- fine"},
      {"// gonogo:ignore bad-call -- fine\nBAD();\nBAD();\n", "2- fine / 3: bad"},
      {"// gonogo:ignore bad-call -- fine\n// more\n/* and more */\nBAD();\n", "4- fine"},
      {"// gonogo:ignore bad-call -- fine\n// gonogo:ignore worse-call -- too\nBAD(WORSE);\n",
       "3- fine / 3- too"},
      {"// gonogo:ignore bad-call, worse-call -- fine\nBAD(WORSE);\n", "2- fine / 2- fine"},
      {"// gonogo:ignore bad-call -- fine\r\nBAD();\r\n", "2- fine"},
      {"/* gonogo:ignore bad-call -- fine */ BAD();\n", "1- fine"},
      {"/*\n * gonogo:ignore bad-call -- fine\n * more\n */\nBAD();\n", "5- fine"},
      {"// BAD gonogo:ignore bad-call -- fine\n", "1- fine"},
      {"// gonogo:ignore old-call -- fine\nBAD();\n", "2- fine"},
      {"BAD(); // gonogo:ignore bad-call until=2030-06-15 -- fine\n", "1- fine"},
      {"BAD(); // NOLINT gonogo:ignore bad-call -- a gonogo:ignore x\n", "1- a gonogo:ignore x"},
      {"s = \"// gonogo:ignore bad-call -- fine\"; BAD();\n", "1: bad"},
      {"x(); // gonogo:ignore bad-call -- fine\nBAD();\n",
       "1: this suppression of \"bad-call\" hides nothing; remove it / 2: bad"},
      {"// gonogo:ignore bad-call -- fine\n\nBAD();\n",
       "1: this suppression of \"bad-call\" hides nothing; remove it / 3: bad"},
      {"// write \"gonogo:ignore\" or `gonogo:ignore RULE` to hide\nBAD();\n", "2: bad"},
      {"// gonogo:ignore bad-call -- last line",
       "1: this suppression of \"bad-call\" hides nothing; remove it"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(Told(Book().Apply(row.text)) == row.told);
  }
}

TEST_CASE("what is wrong with a suppression is a finding that shows the repair") {
  struct Row {
    std::string_view text, told;
  };
  const Row rows[] = {
      {"BAD(); // gonogo:ignore bad-call\n",
       "1: bad / 1: this suppression is not understood: it gives no reason; write \"gonogo:ignore "
       "bad-call -- REASON\""},
      {"BAD(); // gonogo:ignore -- fine\n",
       "1: bad / 1: this suppression is not understood: it names no rule; write \"gonogo:ignore "
       "RULE -- REASON\""},
      {"BAD(); // gonogo:ignore bad-cal -- fine\n",
       "1: bad / 1: this suppression names the rule \"bad-cal\", which does not exist; did you "
       "mean \"bad-call\"?"},
      {"BAD(); // gonogo:ignore bad-call,zzzzzzzz -- fine\n",
       "1- fine / 1: this suppression names the rule \"zzzzzzzz\", which does not exist; `gonogo "
       "rules list` shows all"},
      {"BAD(); // gonogo:ignore bad-call until=2030-06-14 -- fine\n",
       "1: bad / 1: this suppression expired on 2030-06-14; repair what it hides, or give a later "
       "date"},
      {"BAD(); // gonogo:ignore bad-call,unused-suppression -- fine\n",
       "1- fine / 1: \"unused-suppression\" cannot be suppressed; repair the suppression that it "
       "is about"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    Book book;
    const FileFindings found = book.Apply(row.text);
    CHECK(Told(found) == row.told);
    const Finding& last = found.findings.back();
    CHECK(last.severity == Severity::kLow);
    CHECK(last.region.start.offset == row.text.find("gonogo:ignore"));
    CHECK(last.region.end.offset == row.text.size() - 1);
    CHECK(last.context.lines.size() == 2);
  }
}

TEST_CASE("a suppression is called unused only where its rule ran") {
  Book book;
  const std::string_view text = "x(); # gonogo:ignore bad-call -- fine\n";
  CHECK(Told(book.Apply(text, FileKind::kPython)).empty());  // bad-call looks at C++ alone
  const std::string_view cpp = "x(); // gonogo:ignore bad-call -- fine\n";
  CHECK_FALSE(Told(book.Apply(cpp)).empty());
  std::vector<const Rule*> others = book.rules.pointers();
  std::erase(others, &book.bad);
  CHECK(Told(book.Apply(cpp, FileKind::kCpp, others)).empty());
  CHECK(Told(book.Apply(cpp, FileKind::kCpp, std::vector<const Rule*>{&book.bad})).empty());
}

TEST_CASE("an object speaks for what begins within it, until its date") {
  constexpr std::string_view kText = "note: x\nBAD\nBAD\nnote: y\nBAD\n";
  const auto told = [&](std::string text) {
    Book book;
    const std::vector<ObjectSuppression> objects = {{{0, 16}, {6, 7}, std::move(text)}};
    return Told(book.Apply(kText, FileKind::kCpp, {}, objects));
  };
  CHECK(told("bad-call -- of the mesh") == "2- of the mesh / 3- of the mesh / 5: bad");
  CHECK(told("bad-call until=2030-06-15 -- last day") == "2- last day / 3- last day / 5: bad");
  CHECK(told("bad-call until=2030-06-14 -- over")
            .starts_with("1: this suppression expired on 2030-06-14"));
  CHECK(told("worse-call -- nothing").starts_with("1: this suppression of \"worse-call\" hides"));
  CHECK(told("bad-call").starts_with("1: this suppression is not understood"));
}

TEST_CASE("a reason is shown without secrets and control characters") {
  Book book;
  const std::string secret = Marked(7, 30);
  const std::string text =
      "k = \"" + secret + "\"; // gonogo:ignore worse-call -- it was \x1b[1m" + secret + "\n";
  const SourceFile file{"a.cc", FileKind::kCpp, FileRole::kProduct};
  FileFindings found = Build(text, {SecretAt(book.worse, text, RangeOf(text, secret))}, file);
  ApplySuppressions({file, text}, LineIndex(text), OffsetsIn(text),
                    {&book.book, book.rules.pointers(), ""}, found);
  REQUIRE(found.findings.size() == 1);
  CHECK(found.findings[0].disposition == Disposition::kSuppressed);
  CHECK(found.findings[0].justification == "it was \\x1b[1m…");
}

// Anything quadratic here takes minutes.
TEST_CASE("tens of thousands of suppressions cost what reading them costs") {
  std::string stacked, one_line, wrong;
  for (int i = 0; i < 20'000; ++i) {
    stacked += "// gonogo:ignore bad-call -- fine\n";
    one_line += "BAD /* gonogo:ignore bad-call -- fine */ ";
    wrong += "BAD(); // gonogo:ignore bad-cal" + std::to_string(i) + " -- fine\n";
  }
  stacked += "BAD();\n";
  Book book;
  const FileFindings last = book.Apply(stacked);
  CHECK(last.findings.size() == 1);
  CHECK(last.findings.back().disposition == Disposition::kSuppressed);
  CHECK(book.Apply(one_line).findings.size() == 20'000);
  CHECK(book.Apply(wrong).findings.size() == 40'000);
}

}  // namespace
}  // namespace gonogo

// Two ways to one answer: the text engine, which looks only where its picker saw a keyword, against
// the reference engine, which looks everywhere. With the built-in rules this also shows that every
// match holds a keyword of its clause.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "analyzer/engines/text/alphabets.h"
#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/secret_formats.h"
#include "analyzer/engines/text/text_engine.h"
#include "analyzer/rulebook/rule_book.h"
#include "tests/engines/text/test_rules.h"

namespace gonogo {
namespace {

/// Fewer in the suite, which runs often; GONOGO_AGREEMENT_INPUTS asks for more.
int Inputs() {
  const char* asked = std::getenv("GONOGO_AGREEMENT_INPUTS");
  return asked ? std::atoi(asked) : 20'000;
}

class TextMaker {
 public:
  explicit TextMaker(std::span<const Rule> rules) {
    for (const Rule& rule : rules) {
      for (const MatchAlternative& alternative : rule.match) {
        for (std::string_view keyword : alternative.text.keywords) keywords_.push_back(keyword);
      }
    }
  }

  std::string Make() {
    const std::string_view line_end = OneOf<std::string_view>({"\n", "\r\n", "\r", "\n"});
    std::string text;
    for (std::size_t lines = Below(4) + 1; lines > 0; --lines) {
      for (std::size_t pieces = Below(3) + 1; pieces > 0; --pieces) text += Piece();
      text += line_end;
    }
    return text;
  }

  std::size_t Below(std::size_t limit) { return random_() % limit; }

 private:
  template <class T>
  T OneOf(std::initializer_list<T> list) {
    return list.begin()[Below(list.size())];
  }

  std::string Piece() {
    switch (Below(8)) {
      case 0:
        return Noise();
      case 1:
        return std::string(keywords_[Below(keywords_.size())]);
      case 2:
        return Encoded(Fake());
      case 3:
        return Encoded(Encoded(Fake()));
      case 4:
        return Broken(Fake());
      case 5:
        return std::string(OneOf<std::string_view>({"changeme", "${VALUE}", "<token>", "xxxx"}));
      default:
        break;
    }
    return std::string(OneOf<std::string_view>(
               {"key = \"", "password: ", "token=", "url: ", "AccountKey="})) +
           Fake() + std::string(OneOf<std::string_view>({"\"", "", " ", ";", "', "}));
  }

  std::string Fake() {
    const auto formats = SecretFormats();
    return formats[Below(formats.size())].generate(Below(50));
  }

  std::string Encoded(const std::string& text) {
    switch (Below(6)) {
      case 0:
        return Base64Encode(text);
      case 1:
        return Base64Encode("ab" + text, Base64Alphabet::kUrlSafe);
      case 2:
        return Base64Encode("{\"auth\":\"" + text + "\"}");
      case 3:
        return HexEncode(text);
      case 4:
        return PercentEncode(text);
      default:
        return text;
    }
  }

  std::string Broken(std::string text) {
    const std::size_t at = Below(text.size());
    if (Below(2) == 0) return text.substr(0, at);
    text[at] = static_cast<char>(Below(256));
    return text;
  }

  std::string Noise() {
    if (Below(12) == 0) return std::string(3000 + Below(4000), 'z');
    std::string text;
    for (std::size_t i = Below(60); i > 0; --i)
      text += static_cast<char>(Below(4) == 0 ? Below(256) : 32 + Below(95));
    return text;
  }

  std::mt19937_64 random_{20};
  std::vector<std::string_view> keywords_;
};

/// Sorted lines, one for each thing that an engine said.
std::vector<std::string> Said(const EngineOutput& output) {
  std::vector<std::string> lines;
  for (const Match& match : output.matches) {
    std::string line = std::string(match.rule->id) + " at " + std::to_string(match.range.begin) +
                       "-" + std::to_string(match.range.end) + ": " + match.secret;
    for (const std::string& sign : match.signs) line += " [" + sign + "]";
    for (const Capture& capture : match.captures) line += " " + capture.text;
    lines.push_back(line);
  }
  for (const Rejection& rejection : output.rejections) {
    lines.push_back(std::string(rejection.rule->id) + " not at " +
                    std::to_string(rejection.range.begin) + ": " + rejection.reason);
  }
  for (std::uint64_t offset : output.suppression_offsets) {
    lines.push_back("suppression at " + std::to_string(offset));
  }
  std::ranges::sort(lines);
  return lines;
}

/// What stands in one list only.
std::string Difference(const std::vector<std::string>& picked,
                       const std::vector<std::string>& plain) {
  std::vector<std::string> only_picked;
  std::vector<std::string> only_plain;
  std::ranges::set_difference(picked, plain, std::back_inserter(only_picked));
  std::ranges::set_difference(plain, picked, std::back_inserter(only_plain));
  std::string text;
  for (const std::string& line : only_picked) text += "only picked: " + line + "\n";
  for (const std::string& line : only_plain) text += "only plain: " + line + "\n";
  return text;
}

}  // namespace

TEST_CASE("the picker misses nothing that plain search finds", "[agreement]") {
  std::vector<const Rule*> rules;
  for (const Rule& rule : EmbeddedRules().rules) rules.push_back(&rule);
  const auto fast = MakeTextEngine(rules, EmbeddedRules().keyword_database, 1);
  const auto slow = MakeReferenceTextEngine(rules);
  const std::vector<SourceFile> files = {
      {"a.yaml", FileKind::kYaml},
      {"src/a.py", FileKind::kPython},
      {"a.c", FileKind::kC},
      {"a_test.go", FileKind::kGo, FileRole::kTest},
      {"README.md", FileKind::kMarkdown, FileRole::kDocumentation},
      {".env", FileKind::kDotenv},
      {"a.java", FileKind::kJava},
      {"a"}};
  TextMaker maker(EmbeddedRules().rules);
  std::size_t matches = 0;
  std::size_t decoded = 0;
  const int inputs = Inputs();
  for (int i = 0; i < inputs; ++i) {
    const std::string text = maker.Make();
    const SourceFile& file = files[maker.Below(files.size())];
    const EngineOutput picked = Scan(**fast, text, file, true);
    const EngineOutput plain = Scan(**slow, text, file, true);
    CAPTURE(i, file.path);
    REQUIRE(Difference(Said(picked), Said(plain)) == "");
    matches += picked.matches.size();
    for (const Match& match : picked.matches) decoded += match.signs.size() > 1 ? 1 : 0;
  }
  // The comparison is worth something only where there is something to find.
  CHECK(matches > static_cast<std::size_t>(inputs) / 2);
  CHECK(decoded > static_cast<std::size_t>(inputs) / 20);
}

TEST_CASE("what stands before encoded text does not hide it", "[agreement]") {
  std::vector<const Rule*> rules;
  for (const Rule& rule : EmbeddedRules().rules) rules.push_back(&rule);
  const auto fast = MakeTextEngine(rules, EmbeddedRules().keyword_database, 1);
  for (const char* name : {"stripe-secret-key", "github-token", "npm-token"}) {
    const std::string encoded = Base64Encode(MakeFake(name, 1).value());
    for (const char before : kAlnum) {
      CAPTURE(name, before);
      CHECK(
          Scan(**fast, before + encoded + "\n", {"a.yaml", FileKind::kYaml}, true).matches.size() >=
          1);
    }
  }
}

}  // namespace gonogo

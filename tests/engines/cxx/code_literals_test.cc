#include "analyzer/engines/cxx/code_literals.h"

#include <catch2/catch.hpp>
#include <random>

#include "analyzer/engines/cxx/clause_words.h"
#include "analyzer/engines/cxx/code_note.h"
#include "analyzer/engines/text/text_engine.h"
#include "analyzer/rulebook/rule_book.h"

namespace gonogo {
namespace {

std::vector<ClauseWord> WordsOfAll(std::span<const Rule* const> rules) {
  std::vector<ClauseWord> words;
  for (const Rule* rule : rules) {
    for (const MatchAlternative& alternative : rule->match) {
      if (alternative.cxx == nullptr) continue;
      for (ClauseWord& word : WordsOf(*alternative.cxx)) words.push_back(std::move(word));
    }
  }
  words = MergedWords(std::move(words));
  std::erase_if(words, [](const ClauseWord& word) { return word.text == "*"; });
  return words;
}

CodeScan ScanFor(std::span<const ClauseWord> words) {
  std::vector<std::string> texts;
  std::vector<WordPlace> places;
  for (const ClauseWord& word : words) {
    texts.push_back(word.text);
    places.push_back(word.place);
  }
  return CodeScan(std::move(texts), std::move(places));
}

std::vector<std::uint64_t> Offsets(const Engine& engine, const EngineInput& input) {
  EngineOutput output;
  engine.ScanFile(input, 0, output);
  std::ranges::sort(output.word_offsets);
  return output.word_offsets;
}

std::string Told(const CodeNote& note, std::span<const ClauseWord> words) {
  std::string told = note.has_main ? "main;" : ";";
  for (const std::uint32_t word : note.words) told += " " + words[word].text;
  for (const WrittenInclude& include : note.includes) told += " <" + std::string(include.spelled);
  return told;
}

/// A text in which words stand in all ways that are looked for, and in ways that do not count. (A
/// blank behind :: and two before a bracket are not looked for.)
std::string SomeCode(std::span<const ClauseWord> words, std::mt19937& random) {
  static constexpr std::string_view kBefore[] = {"",      "x", "::", "namespace ", ".",  "->",
                                                 "\n// ", "_", "\"", "/* ",        ";\n"};
  static constexpr std::string_view kAfter[] = {"(",   " (", "\n    (", ";",  "::", "x",   " = 1;",
                                                ";\n", "\"", " */",     "_t", "()", "(0);"};
  static constexpr std::string_view kLines[] = {"\nint main() {}\n", "\n#include <a/b.h>\n",
                                                "\n# include \"c.h\"\n", "\n#\tinclude <d>\n",
                                                "\n// #include\n"};
  const auto any = [&](const auto& list) { return list[random() % std::size(list)]; };
  std::string code;
  for (int i = 0; i < 40; ++i) {
    code += any(kBefore);
    code += words[random() % words.size()].text;
    code += any(kAfter);
    if (random() % 16 == 0) code += any(kLines);
  }
  return code;
}

}  // namespace

TEST_CASE("the pass over keywords tells of the same words as a scan for them", "[cxx]") {
  std::vector<const Rule*> rules;
  for (const Rule& rule : EmbeddedRules().rules) rules.push_back(&rule);
  const std::vector<ClauseWord> words = WordsOfAll(rules);
  REQUIRE(words.size() > 100);
  const CodeScan scan = ScanFor(words);
  const std::vector<WantedText> wanted = CodeLiteralsOf(rules);
  const auto fast = MakeTextEngine({}, {}, 1, [&] { return wanted; }).value();
  const auto slow = MakeReferenceTextEngine({}, wanted).value();
  std::mt19937 random(1);
  std::size_t told = 0;
  for (int i = 0; i < 2000; ++i) {
    const std::string code = SomeCode(words, random);
    const SourceFile file{"a.cc", FileKind::kCpp};
    const std::vector<std::uint64_t> offsets = Offsets(*fast, {file, code});
    CAPTURE(code);
    REQUIRE(offsets == Offsets(*slow, {file, code}));
    const CodeNote note = NoteOf(file, code, scan);
    REQUIRE(Told(NoteOf(file, code, offsets, scan), words) == Told(note, words));
    told += note.words.size() + note.includes.size();
  }
  CHECK(told > 2000);
}

}  // namespace gonogo

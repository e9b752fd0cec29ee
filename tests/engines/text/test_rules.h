// TextRule: a rule with one text clause, for tests that want to say only what matters to them.
#pragma once

#include <string_view>
#include <vector>

#include "analyzer/engines/engine.h"
#include "analyzer/engines/text/text_engine.h"

namespace gonogo {

struct TextRule {
  TextRule(std::string_view id, std::vector<std::string_view> words, std::string_view regex)
      : keywords(std::move(words)) {
    rule.id = id;
    alternative.text.keywords = keywords;
    alternative.text.regex = regex;
    rule.match = {&alternative, 1};
    rule.grades = {&grade, 1};
  }
  TextRule(const TextRule&) = delete;

  TextClause& clause() { return alternative.text; }

  std::vector<std::string_view> keywords;
  Grade grade;
  MatchAlternative alternative;
  Rule rule;
};

inline EngineOutput Scan(const Engine& engine, std::string_view text, SourceFile file = {"a.txt"},
                         bool explain = false) {
  EngineOutput output;
  output.explain = explain;
  engine.ScanFile({file, text}, 0, output);
  return output;
}

/// Scans with an engine for these rules alone.
inline EngineOutput ScanWith(std::vector<const Rule*> rules, std::string_view text,
                             SourceFile file = {"a.txt"}, bool explain = false) {
  const auto engine = MakeTextEngine(rules, {}, 1);
  return Scan(*engine.value(), text, file, explain);
}

}  // namespace gonogo

// A rule with one clause `config:`, read and asked about one file, for tests.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/text_position.h"
#include "analyzer/classify/classifier.h"
#include "analyzer/engines/config/config_engine.h"
#include "tests/rulebook/rule_files.h"

namespace gonogo {

/// `clause` is what stands below `config:`, each line with its indentation.
inline std::string ConfigRule(std::string_view clause,
                              std::string_view message = "{field}: {value}") {
  std::string text =
      "id: demo\nitem: A1\nconcept: demo\nwhy: It is so.\nfix: Do it.\nmatch:\n  - config:\n";
  while (!clause.empty()) {
    const std::size_t end = std::min(clause.find('\n'), clause.size());
    text += "      " + std::string(clause.substr(0, end)) + "\n";
    clause.remove_prefix(std::min(end + 1, clause.size()));
  }
  return text + "severity: low\nprecision: high\nmessage: \"" + std::string(message) +
         "\"\nbad: [{a.yaml: x, find: [\"a.yaml:1\"]}]\nok: [y]\n";
}

/// The matches with the notices of one file.
inline EngineOutput AskConfig(std::string_view clause, std::string_view path, std::string_view text,
                              const FileSystem* tree = nullptr) {
  static std::vector<RuleSet> sets;  // matches point into them
  sets.push_back(ReadOne(ConfigRule(clause, "x")));
  INFO(DescribeAll(sets.back()));
  REQUIRE(sets.back().mistakes.empty());
  const auto engine = MakeConfigEngine(sets.back().rules);
  const SourceFile file = Classify(std::string(path), text);
  EngineOutput output;
  engine->ScanFile({file, text, tree}, 0, output);
  return output;
}

/// "line: field: value", one a match.
inline std::string FoundIn(std::string_view clause, std::string_view path, std::string_view text,
                           const FileSystem* tree = nullptr) {
  const EngineOutput output = AskConfig(clause, path, text, tree);
  const LineIndex lines(text);
  std::string found;
  for (const Match& match : output.matches) {
    found += std::to_string(lines.At(match.range.begin).line) + ":";
    for (const Capture& capture : match.captures) {
      if (capture.name == "field" || capture.name == "value") found += " " + capture.text;
    }
    found += "\n";
  }
  return found;
}

}  // namespace gonogo

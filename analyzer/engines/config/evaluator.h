// Evaluator: the conditions of a clause at one place, in three values. A condition that depends on
// what is not known is unknown, and a rule whose answer is unknown is silent.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/engines/config/path_walk.h"
#include "analyzer/engines/config/regex_store.h"
#include "analyzer/model/config_clause.h"
#include "analyzer/model/source_file.h"

namespace gonogo {

enum class Tri : std::uint8_t { kNo, kUnknown, kYes };

/// What made a condition hold: a node, or the place where a missing one belongs.
struct Witness {
  NodeIndex node = kNoNode;
  NodeIndex belongs_in = kNoNode;  // where `node` is none
  std::string_view path = {};
  std::size_t depth = 0;  // steps of the path that lead into `belongs_in`
};

using Witnesses = std::vector<Witness>;

class Evaluator {
 public:
  Evaluator(const PathWalk& walk, const RegexStore& regexes, const SourceFile& file,
            std::span<const ConfigCapture> captures)
      : walk_(walk), regexes_(regexes), file_(file), captures_(captures) {}

  /// Witnesses are added where the answer is yes; with `witnesses` null nobody asks for them.
  Tri Holds(const ConfigTerm& condition, const ConfigPlace& place, Witnesses* witnesses) const;
  /// Captures of the clause are looked up from here, even in conditions below another node.
  void BeginAt(const ConfigPlace& place) { start_ = place; }
  /// The text of a capture; nothing where there is none, or it is not known.
  std::optional<std::string> CaptureText(const ConfigCapture& capture) const;

 private:
  /// A value under test: a node, or a text that the format assumes.
  struct Value {
    NodeIndex node = kNoNode;
    std::string_view text = {};
  };
  struct Number {
    Tri known = Tri::kNo;
    double value = 0;
  };

  Tri All(std::span<const ConfigTerm> terms, const ConfigPlace& place, Witnesses* witnesses) const;
  Tri AnyOf(std::span<const ConfigTerm> terms, const ConfigPlace& place,
            Witnesses* witnesses) const;
  Tri PathHolds(const ConfigTerm& term, const ConfigPlace& place, Witnesses* witnesses) const;
  Tri TestAll(const ConfigTerm& test, const ConfigTerm& term, const PathAnswer& answer,
              const ConfigPlace& place, Witnesses* witnesses) const;
  Tri TestPresence(ConfigTermSort sort, const PathAnswer& answer, std::string_view path,
                   Witnesses* witnesses) const;
  Tri TestMany(const ConfigTerm& test, const ConfigTerm& term, const PathAnswer& answer,
               const ConfigPlace& place, Witnesses* witnesses) const;
  Tri TestOne(const ConfigTerm& test, const Value& value, const ConfigPlace& place,
              Witnesses* witnesses) const;
  Tri TestText(const ConfigTerm& test, std::string_view text) const;
  Tri MatchesWritten(const ConfigTerm& test, std::string_view text) const;
  Tri TestNode(const ConfigTerm& test, const Value& value) const;
  Tri IsSame(const ConfigTerm& test, std::string_view text) const;
  Tri Runs(const ConfigTerm& test, const Value& value) const;
  Tri Compare(const ConfigTerm& term, Witnesses* witnesses) const;
  Number Operand(const ConfigTerm& term, Witnesses* witnesses) const;
  Number CaptureNumber(const ConfigCapture& capture, Witnesses* witnesses) const;
  PathAnswer Follow(const ConfigPath& path, const ConfigPlace& place) const;
  std::string WordText(ConfigWord word, const ConfigPlace& place) const;
  bool IsFilled(NodeIndex node) const;
  std::string PairsOf(NodeIndex map, bool with_values) const;
  std::string TextsOf(const PathAnswer& answer) const;

  const PathWalk& walk_;
  const RegexStore& regexes_;
  const SourceFile& file_;
  std::span<const ConfigCapture> captures_;
  ConfigPlace start_;
};

}  // namespace gonogo

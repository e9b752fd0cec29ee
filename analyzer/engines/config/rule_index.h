// RuleIndex: the clauses `config:` of all rules, by what they are about: of a file only those are
// tried whose shape or kind it holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/model/rule.h"
#include "analyzer/model/source_file.h"
#include "analyzer/parse/config_shape.h"
#include "analyzer/walk/gitignore.h"

namespace gonogo {

class RuleIndex;

/// One alternative of one rule, about one target.
struct IndexedClause {
  const Rule* rule = nullptr;
  const ConfigClause* clause = nullptr;
  const ConfigTarget* target = nullptr;
  const FileFilter* files = nullptr;
  std::size_t paths = 0;  // index into RuleIndex::paths(); 0: any
};

/// Which clauses a file is left to. Many clauses have the same patterns, and are asked for each
/// object of the file: each pattern is tried once.
class FileFits {
 public:
  /// Both live on.
  FileFits(const RuleIndex& index, const SourceFile& file);

  bool operator()(const IndexedClause& clause);

 private:
  enum class Answer : std::uint8_t { kUnknown, kYes, kNo };

  const RuleIndex& index_;
  const SourceFile& file_;
  std::vector<Answer> paths_;
};

class RuleIndex {
 public:
  explicit RuleIndex(std::span<const Rule* const> rules);

  /// Whether any clause is about files of this shape.
  bool Wants(ConfigShape shape) const { return wanted_[static_cast<std::size_t>(shape)]; }
  /// The clauses about roots of this shape; of Kubernetes all that are not about a kind or pods.
  std::span<const IndexedClause> OfShape(ConfigShape shape) const;
  /// The clauses about objects of this kind, whatever their group.
  std::span<const IndexedClause> OfKind(std::string_view kind) const;
  std::span<const IndexedClause> OfPods() const { return pods_; }
  std::span<const IndexedClause> OfErrors() const { return errors_; }
  std::span<const GitIgnore> paths() const { return paths_; }

 private:
  void Add(const Rule& rule, const MatchAlternative& alternative);

  std::vector<std::vector<IndexedClause>> shapes_;
  std::map<std::string_view, std::vector<IndexedClause>, std::less<>> kinds_;
  std::vector<IndexedClause> pods_;
  std::vector<IndexedClause> errors_;
  std::map<std::string, std::size_t, std::less<>> path_numbers_;  // by patterns, a line each
  std::vector<GitIgnore> paths_;                                  // 0 stands for none
  std::vector<bool> wanted_;
};

}  // namespace gonogo

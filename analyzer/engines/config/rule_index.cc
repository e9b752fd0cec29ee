#include "analyzer/engines/config/rule_index.h"

#include <algorithm>

namespace gonogo {

bool IndexedClause::Fits(const SourceFile& file) const {
  const auto holds = [](const auto& list, const auto& value) {
    return list.empty() || std::ranges::find(list, value) != list.end();
  };
  if (!holds(files->kinds, file.kind) || !holds(files->roles, file.role)) return false;
  return !paths || paths->Ask(file.path, false) == IgnoreAnswer::kIgnored;
}

RuleIndex::RuleIndex(std::span<const Rule* const> rules) {
  shapes_.resize(ConfigShapes().size());
  wanted_.resize(ConfigShapes().size());
  for (const Rule* rule : rules) {
    for (const MatchAlternative& alternative : rule->match) {
      if (alternative.type == ClauseType::kConfig) Add(*rule, alternative);
    }
  }
}

void RuleIndex::Add(const Rule& rule, const MatchAlternative& alternative) {
  const FileFilter* const files = &alternative.files;
  const GitIgnore* paths = nullptr;
  if (!files->paths.empty()) {
    std::string patterns;
    for (const std::string_view path : files->paths) patterns.append(path).push_back('\n');
    paths = &globs_.emplace(files, GitIgnore(patterns)).first->second;
  }
  for (const ConfigTarget& target : alternative.config->of) {
    const IndexedClause row{&rule, alternative.config, &target, files, paths};
    wanted_[static_cast<std::size_t>(target.shape)] = true;
    if (alternative.config->errors != ConfigErrors::kNone) {
      errors_.push_back(row);
    } else if (target.sort == ConfigTargetSort::kShape) {
      shapes_[static_cast<std::size_t>(target.shape)].push_back(row);
    } else if (target.sort == ConfigTargetSort::kKind) {
      kinds_[target.kind].push_back(row);
    } else {
      pods_.push_back(row);
    }
  }
}

std::span<const IndexedClause> RuleIndex::OfShape(ConfigShape shape) const {
  return shapes_[static_cast<std::size_t>(shape)];
}

std::span<const IndexedClause> RuleIndex::OfKind(std::string_view kind) const {
  const auto found = kinds_.find(kind);
  if (found == kinds_.end()) return {};
  return found->second;
}

}  // namespace gonogo

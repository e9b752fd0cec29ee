#include "analyzer/engines/config/rule_index.h"

#include <algorithm>

namespace gonogo {

FileFits::FileFits(const RuleIndex& index, const SourceFile& file)
    : index_(index), file_(file), paths_(index.paths().size()) {
  paths_[0] = Answer::kYes;
}

bool FileFits::operator()(const IndexedClause& clause) {
  const auto holds = [](const auto& list, const auto& value) {
    return list.empty() || std::ranges::find(list, value) != list.end();
  };
  if (!holds(clause.files->kinds, file_.kind) || !holds(clause.files->roles, file_.role))
    return false;
  Answer& answer = paths_[clause.paths];
  if (answer == Answer::kUnknown) {
    const bool is_asked =
        index_.paths()[clause.paths].Ask(file_.path, false) == IgnoreAnswer::kIgnored;
    answer = is_asked ? Answer::kYes : Answer::kNo;
  }
  return answer == Answer::kYes;
}

RuleIndex::RuleIndex(std::span<const Rule* const> rules) {
  paths_.emplace_back("");
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
  std::size_t paths = 0;
  if (!files->paths.empty()) {
    std::string patterns;
    for (const std::string_view path : files->paths) patterns.append(path).push_back('\n');
    const auto [at, is_new] = path_numbers_.try_emplace(patterns, paths_.size());
    if (is_new) paths_.emplace_back(patterns);
    paths = at->second;
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

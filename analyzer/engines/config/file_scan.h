// FileScan: one configuration against the rules that are about what it holds.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "analyzer/engines/config/config_file.h"
#include "analyzer/engines/config/evaluator.h"
#include "analyzer/engines/config/regex_store.h"
#include "analyzer/engines/config/rule_index.h"
#include "analyzer/engines/engine.h"

namespace gonogo {

class FileScan {
 public:
  FileScan(const EngineInput& input, const ConfigFile& file, const RuleIndex& index,
           const RegexStore& regexes, EngineOutput& output);

  void Run();

 private:
  void ScanPart(const ConfigPart& part);
  void Ask(std::span<const IndexedClause> clauses, const ConfigPlace& start);
  void AskPods(const ConfigPart& part, ConfigPlace place);
  void AskClause(const IndexedClause& row, const ConfigPlace& start);
  void AskPlace(const IndexedClause& row, const ConfigPlace& place, NodeIndex node);
  void Report(const IndexedClause& row, const Evaluator& evaluator, const ConfigPlace& place,
              Witnesses witnesses);
  void AddCaptures(const IndexedClause& row, const Evaluator& evaluator, const Witnesses& witnesses,
                   Match& match) const;
  void AddRelated(const Witnesses& witnesses, Match& match) const;
  bool IsOfOtherFile(const Witness& witness) const;
  bool IsToldElsewhere(const ConfigPlace& place, const Witness& witness) const;
  std::uint64_t TemplateKey(const ConfigPart& part);
  void NoteAnnotation(const ConfigPart& part);
  void ReportErrors();
  void ReportDuplicateKeys(const IndexedClause& row);
  void TellErrors();

  const EngineInput& input_;
  const ConfigFile& file_;
  const RuleIndex& index_;
  const RegexStore& regexes_;
  EngineOutput& output_;
  std::uint64_t budget_;
  std::map<const Rule*, std::size_t> matches_;
  std::size_t left_out_ = 0;
  const ConfigPart* keyed_ = nullptr;  // whose key is at hand
  std::uint64_t template_key_ = 0;
  PathWalk walk_;
  FileFits fits_;
};

}  // namespace gonogo

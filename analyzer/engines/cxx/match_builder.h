// MatchBuilder: what the analyses and the matchers found becomes matches: places become bytes,
// captures source text. What lies outside of the scanned files, in code of others, or in files that
// the clause does not look at, is left out.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "analyzer/base/file_system.h"
#include "analyzer/engines/cxx/code_note.h"
#include "analyzer/engines/cxx/flow/analysis.h"
#include "analyzer/engines/cxx/link_units.h"
#include "analyzer/engines/cxx/source_texts.h"
#include "analyzer/engines/engine.h"
#include "analyzer/walk/gitignore.h"

namespace gonogo {

class MatchBuilder {
 public:
  /// All live on. `notes` are sorted by path. `names` keeps the names of captures alive.
  MatchBuilder(const FileSystem& tree, std::span<const CodeNote> notes,
               std::span<const LinkUnit> links, std::set<std::string, std::less<>>& names);

  void Add(const FlowOutcome& outcome, ProgramOutput& output);
  void Add(const Rule& rule, const MatchAlternative& alternative, const CxxUnit& unit,
           const CxxMatcherHit& hit, ProgramOutput& output);

 private:
  bool Accepts(const MatchAlternative& alternative, std::string_view path);
  const GitIgnore& GlobsOf(const MatchAlternative& alternative);
  void AddCapture(const FlowCapture& capture, const FlowOutcome& outcome, Match& match);
  void AddPlaces(const FlowOutcome& outcome, Match& match);
  void AddLinkUnit(std::string_view path, Match& match) const;

  SourceTexts texts_;
  std::span<const CodeNote> notes_;
  std::map<std::string, std::string, std::less<>> link_of_;  // names of link units, by source
  std::set<std::string, std::less<>>& names_;
  std::map<const MatchAlternative*, GitIgnore> globs_;
  /// A header's hit is found once in each unit that includes it.
  std::set<std::string> seen_;
};

}  // namespace gonogo

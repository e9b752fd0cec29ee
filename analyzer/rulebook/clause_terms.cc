#include "analyzer/rulebook/clause_terms.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>

#include "analyzer/rulebook/clause_check.h"
#include "analyzer/rulebook/cxx_clause_reader.h"
#include "analyzer/rulebook/fact_reader.h"

namespace gonogo {
namespace {

using Names = std::vector<std::string>;

void SortUnique(Names& names) {
  std::ranges::sort(names);
  names.erase(std::ranges::unique(names).begin(), names.end());
}

Names CapturesOf(const CallPattern& pattern) {
  Names names;
  for (const ArgumentPattern& argument : pattern.arguments) {
    if (!argument.capture.empty()) names.emplace_back(argument.capture);
  }
  SortUnique(names);
  return names;
}

void Add(std::span<const CallPattern> patterns, Names& names) {
  for (const CallPattern& pattern : patterns)
    std::ranges::move(CapturesOf(pattern), std::back_inserter(names));
}

Names PatternCaptures(const TypestateClause& clause) {
  Names names;
  for (const auto& patterns :
       {clause.made_by, clause.unbound_by, clause.reset_by, clause.copied_by, clause.used_by}) {
    Add(patterns, names);
  }
  for (const PatternGroup& group : clause.bound_by) Add(group.patterns, names);
  return names;
}

/// Which of the patterns meets an object differs from finding to finding, so any may be asked for.
Names CapturesOf(const TypestateClause& clause) {
  Names names = PatternCaptures(clause);
  std::ranges::move(
      Names{"object", "handle", "maker", "use", "bound", "reason", "function", "value"},
      std::back_inserter(names));
  return names;
}

/// A finding is of one pattern, so only what each of them captures can be asked for.
Names CapturesOf(const CallClause& clause) {
  Names common;
  for (std::size_t i = 0; i < clause.of.size(); ++i) {
    const Names names = CapturesOf(clause.of[i]);
    Names both;
    std::ranges::set_intersection(common, names, std::back_inserter(both));
    common = i == 0 ? names : both;
  }
  std::ranges::move(Names{"callee", "value", "function", "handle", "reached"},
                    std::back_inserter(common));
  return common;
}

Names CapturesOf(const CxxClause& clause) {
  switch (clause.sort) {
    case CxxClauseSort::kMatcher: {
      const auto names = BindNames(clause.matcher.expression);
      return {names.begin(), names.end()};
    }
    case CxxClauseSort::kTypestate:
      return CapturesOf(clause.typestate);
    case CxxClauseSort::kCall:
      return CapturesOf(clause.call);
    case CxxClauseSort::kTaint:
      return {"sink", "piece", "function"};
    case CxxClauseSort::kLoop:
      return {"call", "tried", "wait", "bound", "function"};
  }
  return {};
}

/// Beside the author's: the fields that `find` is about, the value of the first, and why a file
/// could not be read.
Names CapturesOf(const ConfigClause& clause) {
  if (clause.errors != ConfigErrors::kNone) return {"reason"};
  Names names = {"field", "value"};
  for (const ConfigCapture& capture : clause.captures) names.emplace_back(capture.name);
  return names;
}

std::vector<std::string_view> OutcomesOf(const CxxClause& clause) {
  switch (clause.sort) {
    case CxxClauseSort::kMatcher:
      return {};
    case CxxClauseSort::kTypestate:
      if (clause.typestate.huge == 0) return {"certain", "possible", "bounded"};
      return {"certain", "possible", "bounded", "huge"};
    case CxxClauseSort::kCall:
    case CxxClauseSort::kTaint:
      return {"certain", "possible"};
    case CxxClauseSort::kLoop:
      if (clause.loop.find != LoopFault::kEndless) return {"certain", "possible"};
      return {"certain", "possible", "bounded"};
  }
  return {};
}

}  // namespace

std::optional<Names> CapturesOf(const MatchAlternative& alternative) {
  if (alternative.type == ClauseType::kFacts) {
    auto terms = TermsOfQuery(alternative.facts->sql);
    return terms ? std::optional(std::move(terms->captures)) : std::nullopt;
  }
  const bool of_config = alternative.type == ClauseType::kConfig;
  if (!of_config && alternative.type != ClauseType::kCxx) return GroupNames(alternative.text.regex);
  Names names = of_config ? CapturesOf(*alternative.config) : CapturesOf(*alternative.cxx);
  SortUnique(names);
  return names;
}

Names AuthorsCapturesOf(const MatchAlternative& alternative) {
  Names names;
  std::string_view secret;
  if (alternative.type == ClauseType::kText) {
    names = GroupNames(alternative.text.regex).value_or(Names());
    secret = alternative.text.secret;
  } else if (alternative.type == ClauseType::kConfig) {
    for (const ConfigCapture& capture : alternative.config->captures)
      names.emplace_back(capture.name);
  } else if (alternative.type == ClauseType::kCxx) {
    const CxxClause& clause = *alternative.cxx;
    names = PatternCaptures(clause.typestate);
    Add(clause.call.of, names);
    for (const std::string_view name : BindNames(clause.matcher.expression))
      names.emplace_back(name);
    secret = clause.call.secret;
    std::erase(names, "root");
  }
  SortUnique(names);
  std::erase(names, secret);
  return names;
}

bool TellsGrades(const MatchAlternative& alternative) {
  if (alternative.type != ClauseType::kFacts) return false;
  const auto terms = TermsOfQuery(alternative.facts->sql);
  return terms && terms->grades;
}

std::vector<std::string_view> OutcomesOf(const MatchAlternative& alternative) {
  switch (alternative.type) {
    case ClauseType::kText:
      return alternative.text.validator.empty() ? std::vector<std::string_view>{}
                                                : std::vector<std::string_view>{"proved", "likely"};
    case ClauseType::kAssignment:
      return {"likely", "possible"};
    case ClauseType::kCxx:
      return OutcomesOf(*alternative.cxx);
    case ClauseType::kConfig:
    case ClauseType::kFacts:
      return {};
  }
  return {};
}

}  // namespace gonogo

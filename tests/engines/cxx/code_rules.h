// Rules over C and C++ for tests of the engine, as the rule reader would build them.
#pragma once

#include <string_view>

#include "analyzer/model/rule.h"

namespace gonogo {

/// A matcher, a call and a typestate, each the one alternative of a rule.
struct CodeRules {
  CodeRules() {
    matcher.sort = CxxClauseSort::kMatcher;
    matcher.matcher = {R"(callExpr(callee(functionDecl(hasName("system")))).bind("root"))",
                       matcher_words};
    made[0].name = "curl_easy_init";
    used_arguments[0].sort = ArgumentSort::kObject;
    used[0].name = "curl_easy_perform";
    used[0].arguments = used_arguments;
    bound_arguments[0].sort = ArgumentSort::kObject;
    bound_arguments[1].sort = ArgumentSort::kNames;
    bound_arguments[1].names = bound_options;
    bound_arguments[2].sort = ArgumentSort::kBound;
    bound[0].name = "curl_easy_setopt";
    bound[0].arguments = bound_arguments;
    bound_group[0].patterns = bound;
    typestate.sort = CxxClauseSort::kTypestate;
    typestate.typestate.object = "transfer";
    typestate.typestate.types = types;
    typestate.typestate.made_by = made;
    typestate.typestate.bound_by = bound_group;
    typestate.typestate.used_by = used;
    Fill(matcher_rule, "system-call", matcher_match, matcher, matcher_grades);
    Fill(typestate_rule, "unbounded-transfer", typestate_match, typestate, typestate_grades);
  }
  CodeRules(const CodeRules&) = delete;
  CodeRules& operator=(const CodeRules&) = delete;

  const Rule* const all[2] = {&matcher_rule, &typestate_rule};
  Rule matcher_rule;
  Rule typestate_rule;

 private:
  static void Fill(Rule& rule, std::string_view id, MatchAlternative (&match)[1],
                   const CxxClause& clause, std::span<const Grade> grades) {
    match[0].type = ClauseType::kCxx;
    match[0].cxx = &clause;
    rule.id = id;
    rule.match = match;
    rule.grades = grades;
  }

  std::string_view matcher_words[1] = {"system"};
  std::string_view types[1] = {"CURL"};
  std::string_view bound_options[1] = {"CURLOPT_TIMEOUT"};
  CallPattern made[1];
  ArgumentPattern used_arguments[1];
  CallPattern used[1];
  ArgumentPattern bound_arguments[3];
  CallPattern bound[1];
  PatternGroup bound_group[1];
  CxxClause matcher;
  CxxClause typestate;
  MatchAlternative matcher_match[1];
  MatchAlternative typestate_match[1];
  Grade matcher_grades[1] = {{"", Severity::kMedium, Precision::kMedium, "a shell is run"}};
  Grade typestate_grades[2] = {
      {"certain", Severity::kHigh, Precision::kVeryHigh, "{handle} has no time limit"},
      {"possible", Severity::kMedium, Precision::kMedium, "{handle} may have no time limit"}};
};

}  // namespace gonogo

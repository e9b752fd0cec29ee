// Rules for tests of the flow analyses, their patterns written as in rule files.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/model/rule.h"

namespace gonogo {

/// Keeps all that a rule's views point to. Patterns of one alternative are given by name.
class MiniRule {
 public:
  using Texts = std::vector<std::string>;

  struct Typestate {
    Texts types = {}, made_by = {}, bound_by = {}, unbound_by = {}, reset_by = {};
    Texts copied_by = {}, used_by = {};
    std::vector<Texts> all_of = {};  // groups of bound_by of which all are needed
    bool starts_bounded = false;
    std::int64_t unit = 0;
    std::int64_t huge = 0;
  };

  struct Loop {
    LoopFault find = LoopFault::kEndless;
    Texts calls = {}, connects = {}, waits = {}, clocks = {}, randoms = {};
    std::vector<std::string_view> resumes = {}, hopeless = {};
  };

  explicit MiniRule(const Typestate& clause);
  explicit MiniRule(const Loop& clause);
  MiniRule(const Texts& of, const Texts& unless);
  MiniRule(const MiniRule&) = delete;
  MiniRule& operator=(const MiniRule&) = delete;

  const Rule& rule() const { return rule_; }
  /// Nothing but facts: no grades.
  void StateFact(std::string_view fact) {
    rule_.fact = fact;
    rule_.grades = {};
  }

  /// "curl_easy_setopt($, CURLOPT_TIMEOUT | CURLOPT_TIMEOUT_MS, {bound}=bound)"
  CallPattern Pattern(std::string_view text);

 private:
  void Finish();
  std::string_view Keep(std::string_view text);
  ArgumentPattern Argument(std::string_view text);
  std::span<const CallPattern> Patterns(const Texts& texts);
  std::span<const std::string_view> Names(std::string_view text);

  std::deque<std::string> texts_;
  std::deque<std::vector<CallPattern>> patterns_;
  std::deque<std::vector<ArgumentPattern>> arguments_;
  std::deque<std::vector<std::string_view>> names_;
  std::vector<std::string_view> types_;
  std::vector<PatternGroup> groups_;
  std::vector<Grade> grades_;
  std::vector<MatchAlternative> alternatives_;
  CxxClause clause_;
  Rule rule_;
};

/// The rule that most tests use: libcurl transfers.
MiniRule::Typestate CurlTransfer();

}  // namespace gonogo

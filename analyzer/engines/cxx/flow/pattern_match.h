// PatternMatcher: whether an event of the IR is what a CallPattern describes. Arguments are
// compared with the constants that they can be, so the answer has degrees: an option may be known,
// be one of several, or come from where nobody can see.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "analyzer/engines/cxx/flow/handler_body.h"
#include "analyzer/engines/cxx/flow/program.h"
#include "analyzer/engines/cxx/flow/values.h"
#include "analyzer/model/rule.h"

namespace re2 {
class RE2;
}

namespace gonogo {

/// Ordered. kUnknown: nothing speaks for it, and it cannot be ruled out. kSome: some of the values
/// that the program itself gives.
enum class Verdict : std::uint8_t { kNo, kUnknown, kSome, kYes };

struct PatternVerdict {
  Verdict verdict = Verdict::kNo;  // with `bound` arguments taken as anything
  bool none = false;               // a `bound` argument is none
  Verdict bound = Verdict::kYes;   // the least of the `bound` arguments
  bool table = false;              // an argument is an element of a table that is walked
};

/// Where in an event the object of a pattern stands.
enum class ObjectSpot : std::uint8_t { kNowhere, kValue, kHolder, kResult };

struct ObjectAt {
  ObjectSpot spot = ObjectSpot::kNowhere;
  const CxxValue* value = nullptr;   // kValue
  const CxxObject* field = nullptr;  // kHolder: of which the last component is dropped
};

struct PatternCapture {
  std::string_view name;
  const CxxValue* value = nullptr;     // as it stands in the call
  const CxxValue* constant = nullptr;  // what it was followed to, where it is one constant
};

/// Names of events that a pattern may match, for a quick no.
class PatternNames {
 public:
  void Add(const CallPattern& pattern, std::uint32_t index);
  /// Takes the pattern also by the method's own name, for calls in templates, on what is of any
  /// type (`stream.read_some(...)`). Whoever asks knows the object.
  void AddMethod(const CallPattern& pattern, std::uint32_t index);
  /// Indices of the patterns whose name fits, ascending.
  std::vector<std::uint32_t> Candidates(const CxxEvent& event) const;
  /// The events of the program that have candidates, and perhaps others, ascending.
  std::vector<EventId> EventsIn(const CxxProgram& program) const;
  bool AnyIn(const CxxProgram& program) const;
  bool empty() const { return calls_.empty() && fields_.empty(); }
  static bool IsAnyCall(const CallPattern& pattern) { return pattern.name == "*"; }

 private:
  void AddFields(std::string_view usr, std::vector<std::uint32_t>& found) const;

  std::unordered_map<std::string_view, std::vector<std::uint32_t>> calls_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> methods_;  // by last component
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> fields_;   // by last component
  std::vector<std::pair<std::string_view, std::uint32_t>> field_names_;
};

class PatternMatcher {
 public:
  PatternMatcher(const CxxProgram& program, Resolver& resolver);
  ~PatternMatcher();

  /// A constant of which it is false fits nothing: one that somebody chose.
  void SetFilter(std::function<bool(const Constant&)> counts) { counts_ = std::move(counts); }

  /// What tells the texts that a text is made of, where it is no constant.
  using TextsOf = std::function<std::vector<std::string>(const CxxValue&, FunctionId)>;
  void SetTexts(TextsOf texts) { texts_ = std::move(texts); }

  /// The name has been compared.
  PatternVerdict Match(const CallPattern& pattern, EventId at, const ParameterConstants& given);
  /// Whether the form alone fits one value; for tables and tests.
  Verdict MatchArgument(const ArgumentPattern& form, const CxxValue& value, FunctionId function,
                        const ParameterConstants& given);
  std::vector<PatternCapture> Captures(const CallPattern& pattern, EventId at,
                                       const ParameterConstants& given);

  /// Of the first argument that is a function which a form asks for something: the calls in it, one
  /// inside the other, that do it.
  std::vector<EventId> ChainOf(const CallPattern& pattern, EventId at,
                               const ParameterConstants& given);

  static ObjectAt ObjectOf(const CallPattern& pattern, const CxxEvent& event, bool made);
  /// The arguments that decide whether the pattern fits, for which callers' constants matter.
  static std::vector<const CxxValue*> Deciding(const CallPattern& pattern, const CxxEvent& event);

 private:
  Verdict Plain(const ArgumentPattern& form, const CxxValue& value, FunctionId function,
                const ParameterConstants& given);
  Verdict Constants(const ArgumentPattern& form, const Resolved& resolved);
  bool Fits(const ArgumentPattern& form, const CxxValue& constant);
  /// Whether one of the texts that an unknown text is made of begins as the form asks.
  Verdict Begins(const ArgumentPattern& form, const CxxValue& value, FunctionId function,
                 Verdict otherwise);
  /// Whether none of the texts that an unknown text is made of has what the form looks for.
  Verdict Lacks(const ArgumentPattern& form, const CxxValue& value, FunctionId function);
  Verdict None(const CxxValue& value, FunctionId function, const ParameterConstants& given);
  Verdict NoneOfStruct(const CxxValue& value, FunctionId function, const ParameterConstants& given);
  Verdict Type(const ArgumentPattern& form, const CxxValue& value, FunctionId function) const;
  Verdict Body(const ArgumentPattern& form, const CxxValue& value, FunctionId function,
               const ParameterConstants& given);
  /// The bodies that a value may be. False where there may be others.
  bool Bodies(const CxxValue& value, FunctionId function, const ParameterConstants& given,
              std::vector<FunctionId>& bodies);
  bool DoesIt(const ArgumentPattern& form, FunctionId body);
  const re2::RE2& Regex(std::string_view text);

  bool Counts(const Constant& constant) const { return !counts_ || counts_(constant); }

  const CxxProgram& program_;
  Resolver& resolver_;
  std::function<bool(const Constant&)> counts_;
  TextsOf texts_;
  bool partly_ = false;  // a text with an unknown piece did not fit
  bool table_ = false;   // met by the match that is being made
  std::map<std::string_view, std::unique_ptr<re2::RE2>> regexes_;
  HandlerBody handlers_;
  EventId asked_;  // the event of the match that is being made
};

}  // namespace gonogo

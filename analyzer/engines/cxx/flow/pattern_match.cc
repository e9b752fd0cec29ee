#include "analyzer/engines/cxx/flow/pattern_match.h"

#include <re2/re2.h>

#include <algorithm>
#include <set>

#include "analyzer/engines/cxx/flow/address_text.h"
#include "analyzer/engines/cxx/flow/constant_answer.h"
#include "analyzer/engines/cxx/flow/joined_text.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

std::string_view LastComponent(std::string_view name) {
  const std::size_t at = name.rfind("::");
  return at == std::string_view::npos ? name : name.substr(at + 2);
}

/// A parameter of the function that calls, handed on as it is.
bool IsGiven(const CxxValue& value) {
  return value.kind == CxxValueKind::kObject && value.object.root == CxxRoot::kParameter &&
         value.object.path.empty();
}

bool Named(const ArgumentPattern& form, const CxxValue& value) {
  return std::ranges::any_of(form.names, [&](std::string_view name) {
    if (name == "true") return value.kind == CxxValueKind::kInteger && value.integer == 1;
    if (name == "false") return value.kind == CxxValueKind::kInteger && value.integer == 0;
    if (name == "nullptr" || name == "NULL") {
      return value.kind == CxxValueKind::kNull ||
             (value.kind == CxxValueKind::kInteger && value.integer == 0);
    }
    if (name == "given" && IsGiven(value)) return true;
    if (value.kind == CxxValueKind::kObject && value.object.root == CxxRoot::kGlobal &&
        value.object.path.empty()) {
      return LastNameOfUsr(value.object.usr) == LastComponent(name);
    }
    return !value.name.empty() && LastComponent(value.name) == LastComponent(name);
  });
}

/// Flags that are joined: `A | B` is A as well as B.
bool NamedAmongFlags(const ArgumentPattern& form, const CxxValue& value) {
  if (Named(form, value)) return true;
  return value.kind == CxxValueKind::kCombined && value.operation == "|" &&
         std::ranges::any_of(value.parts,
                             [&](const CxxValue& part) { return NamedAmongFlags(form, part); });
}

bool IsPlaceholder(std::string_view text) {
  if (text.empty() || text.find("${") != std::string_view::npos ||
      text.find("{{") != std::string_view::npos) {
    return true;
  }
  if (text.front() == '<' && text.back() == '>') return true;
  if (text.find_first_not_of(text.front()) == std::string_view::npos) return true;
  return text == "%s" || text == "{}" || text == "changeme" || text == "(null)";
}

Verdict Not(Verdict verdict) {
  if (verdict == Verdict::kYes) return Verdict::kNo;
  return verdict == Verdict::kNo ? Verdict::kYes : verdict;
}

}  // namespace

PatternMatcher::PatternMatcher(const CxxProgram& program, Resolver& resolver)
    : program_(program), resolver_(resolver), handlers_(program) {}

PatternMatcher::~PatternMatcher() = default;

PatternVerdict PatternMatcher::Match(const CallPattern& pattern, EventId at,
                                     const ParameterConstants& given) {
  const CxxEvent& event = program_.EventAt(at);
  const auto fixed = static_cast<std::size_t>(std::ranges::count_if(
      pattern.arguments, [](const ArgumentPattern& form) { return !form.some; }));
  const bool any = fixed < pattern.arguments.size();
  const std::size_t count = event.arguments.size();
  if (pattern.open || any ? count < fixed : count != fixed) return {};
  PatternVerdict answer{.verdict = Verdict::kYes};
  table_ = false;
  asked_ = at;
  std::size_t position = 0;
  for (const ArgumentPattern& form : pattern.arguments) {
    Verdict verdict = Verdict::kNo;
    if (form.some) {
      for (const CxxValue& value : event.arguments) {
        verdict = std::max(verdict, Plain(form, value, at.function, given));
      }
      if (form.negated) verdict = Not(verdict);
    } else {
      const CxxValue& value = event.arguments[position++];
      verdict = MatchArgument(form, value, at.function, given);
      if (form.sort == ArgumentSort::kBound && !form.negated) {
        answer.none = answer.none || verdict == Verdict::kNo;
        answer.bound = std::min(answer.bound, verdict);
        continue;
      }
    }
    answer.verdict = std::min(answer.verdict, verdict);
    if (answer.verdict == Verdict::kNo) return {};
  }
  answer.table = table_;
  return answer;
}

Verdict PatternMatcher::MatchArgument(const ArgumentPattern& form, const CxxValue& value,
                                      FunctionId function, const ParameterConstants& given) {
  partly_ = false;
  const Verdict verdict = Plain(form, value, function, given);
  if (!form.negated) {
    const bool open = verdict == Verdict::kUnknown || (verdict == Verdict::kNo && partly_);
    return open && texts_ && AsksForAddress(form) ? Begins(form, value, function, verdict)
                                                  : verdict;
  }
  if (form.sort == ArgumentSort::kRegex && texts_ && (partly_ || verdict == Verdict::kUnknown)) {
    const Verdict lacks = Lacks(form, value, function);
    if (!partly_ || lacks != Verdict::kUnknown) return lacks;
  }
  // What is known of the text does not fit; what is not known could.
  if (partly_ && verdict <= Verdict::kUnknown) return Verdict::kSome;
  return Not(verdict);
}

Verdict PatternMatcher::Begins(const ArgumentPattern& form, const CxxValue& value,
                               FunctionId function, Verdict otherwise) {
  const std::vector<std::string> texts = texts_(value, function);
  const bool begins = std::ranges::any_of(
      texts, [&](const std::string& text) { return RE2::PartialMatch(text, Regex(form.text)); });
  // Who has an encrypted way, too, chooses between them.
  const bool chosen = std::ranges::any_of(texts, IsEncryptedAddress);
  return begins && !chosen ? Verdict::kSome : otherwise;
}

Verdict PatternMatcher::Lacks(const ArgumentPattern& form, const CxxValue& value,
                              FunctionId function) {
  const std::vector<std::string> texts = texts_(value, function);
  const bool has = std::ranges::any_of(
      texts, [&](const std::string& text) { return RE2::PartialMatch(text, Regex(form.text)); });
  if (has) return Verdict::kNo;
  return texts.empty() ? Verdict::kUnknown : Verdict::kSome;
}

Verdict PatternMatcher::Plain(const ArgumentPattern& form, const CxxValue& value,
                              FunctionId function, const ParameterConstants& given) {
  switch (form.sort) {
    case ArgumentSort::kAny:
    case ArgumentSort::kObject:
      return Verdict::kYes;
    case ArgumentSort::kType:
      return Type(form, value, function);
    case ArgumentSort::kBound:
      return None(value, function, given) == Verdict::kYes ? Verdict::kNo : Verdict::kYes;
    case ArgumentSort::kNone:
      return None(value, function, given);
    case ArgumentSort::kCalls:
    case ArgumentSort::kEnds:
    case ArgumentSort::kFixed:
      return Body(form, value, function, given);
    case ArgumentSort::kNames:
      if (NamedAmongFlags(form, value)) return Verdict::kYes;
      return Constants(form, resolver_.Resolve(value, function, given));
    default:
      return Constants(form, resolver_.Resolve(value, function, given));
  }
}

Verdict PatternMatcher::Constants(const ArgumentPattern& form, const Resolved& resolved) {
  std::size_t fitting = 0;
  bool element = false;
  // That somebody may choose another address makes a plain one no choice of theirs.
  const bool any_choice =
      AsksForAddress(form) && std::ranges::none_of(resolved.constants, [](const Constant& one) {
        return one.value->kind == CxxValueKind::kText && IsEncryptedAddress(one.value->text);
      });
  const auto counts = [&](const Constant& one) {
    const bool meant = any_choice && (one.test == nullptr ||
                                      !SpeaksOfEncryption(program_, one.test_function, *one.test));
    return meant || Counts(one);
  };
  for (const Constant& constant : resolved.constants) {
    if (!Fits(form, *constant.value) || !counts(constant)) {
      partly_ = partly_ || HasUnknownPiece(constant.value->text);
      continue;
    }
    ++fitting;
    element = element || constant.element;
  }
  if (fitting == 0) return resolved.open ? Verdict::kUnknown : Verdict::kNo;
  table_ = table_ || element;
  if (element) return Verdict::kYes;
  return fitting == resolved.constants.size() && !resolved.open ? Verdict::kYes : Verdict::kSome;
}

bool PatternMatcher::Fits(const ArgumentPattern& form, const CxxValue& constant) {
  const bool text = constant.kind == CxxValueKind::kText;
  switch (form.sort) {
    case ArgumentSort::kNames:
      return NamedAmongFlags(form, constant);
    case ArgumentSort::kNumber:
      if (constant.kind == CxxValueKind::kNull) return form.number == 0;
      if (constant.kind == CxxValueKind::kReal) {
        return constant.real == static_cast<double>(form.number);
      }
      return (constant.kind == CxxValueKind::kInteger ||
              constant.kind == CxxValueKind::kDuration) &&
             constant.integer == form.number;
    case ArgumentSort::kText:
      return text && constant.text == form.text;
    case ArgumentSort::kRegex:
      return text && RE2::PartialMatch(constant.text, Regex(form.text));
    case ArgumentSort::kLiteral:
      return text && constant.operation.empty() && !IsPlaceholder(constant.text);
    default:
      return false;
  }
}

Verdict PatternMatcher::None(const CxxValue& value, FunctionId function,
                             const ParameterConstants& given) {
  const Verdict whole = NoneOfStruct(value, function, given);
  if (whole != Verdict::kUnknown) return whole;
  const Resolved resolved = resolver_.Resolve(value, function, given);
  const auto none = static_cast<std::size_t>(std::ranges::count_if(
      resolved.constants, [&](const Constant& c) { return IsNone(*c.value) && Counts(c); }));
  if (none == 0) return Verdict::kNo;
  return none == resolved.constants.size() && !resolved.open ? Verdict::kYes : Verdict::kSome;
}

/// A struct such as timeval, filled field by field, or a class such as a duration, made of numbers:
/// none where all of them are.
Verdict PatternMatcher::NoneOfStruct(const CxxValue& value, FunctionId function,
                                     const ParameterConstants& given) {
  if (value.kind == CxxValueKind::kCombined && value.operation == "{}" && !value.parts.empty()) {
    Verdict least = Verdict::kYes;
    for (const CxxValue& part : value.parts) least = std::min(least, None(part, function, given));
    return least == Verdict::kYes ? Verdict::kYes : Verdict::kNo;
  }
  const auto& events = program_.function(function).events;
  if (value.kind == CxxValueKind::kResult && value.event < events.size() &&
      events[value.event]->kind == CxxEventKind::kConstruct) {
    const auto& numbers = events[value.event]->arguments;
    const bool zero = !numbers.empty() && std::ranges::all_of(numbers, [](const CxxValue& number) {
      return IsConstant(number) && IsNone(number);
    });
    if (zero) return Verdict::kYes;
  }
  return Verdict::kUnknown;
}

Verdict PatternMatcher::Type(const ArgumentPattern& form, const CxxValue& value,
                             FunctionId function) const {
  std::string_view type = value.type;
  const auto& events = program_.function(function).events;
  const bool result = value.kind == CxxValueKind::kResult && value.event < events.size();
  if (result && events[value.event]->kind == CxxEventKind::kConstruct) {
    type = events[value.event]->callee;
  }
  const bool fits = std::ranges::any_of(form.names, [&](std::string_view name) {
    return program_.IsOrDerives(type, name) ||
           (result && std::ranges::count(events[value.event]->also, name) > 0);
  });
  return fits ? Verdict::kYes : Verdict::kNo;
}

Verdict PatternMatcher::Body(const ArgumentPattern& form, const CxxValue& value,
                             FunctionId function, const ParameterConstants& given) {
  std::vector<FunctionId> bodies;
  const bool all = Bodies(value, function, given, bodies);
  if (std::ranges::any_of(bodies, [&](FunctionId body) { return DoesIt(form, body); }))
    return Verdict::kYes;
  return all ? Verdict::kNo : Verdict::kUnknown;
}

bool PatternMatcher::Bodies(const CxxValue& value, FunctionId function,
                            const ParameterConstants& given, std::vector<FunctionId>& bodies) {
  Resolved resolved = resolver_.Resolve(value, function, given);
  std::vector<const CxxValue*> functions;
  const auto& events = program_.function(function).events;
  if (value.kind == CxxValueKind::kResult && value.event < events.size()) {
    // A lambda that becomes a pointer.
    const CxxValue& self = events[value.event]->self;
    if (self.kind == CxxValueKind::kFunction) functions.push_back(&self);
    // std::bind(&Client::OnProgress, this)
    for (const CxxValue& part : events[value.event]->arguments) {
      for (const Constant& constant : resolver_.Resolve(part, function, given).constants)
        functions.push_back(constant.value);
    }
  }
  for (const Constant& constant : resolved.constants) functions.push_back(constant.value);
  for (const CxxValue* held : resolver_.HeldFunctions(value, asked_, given))
    functions.push_back(held);
  bool all = !resolved.open || !functions.empty();
  for (const CxxValue* candidate : functions) {
    if (candidate->kind != CxxValueKind::kFunction) continue;
    const std::vector<FunctionId> targets = program_.Callees(function, candidate->usr, true);
    all = all && !targets.empty();
    bodies.insert(bodies.end(), targets.begin(), targets.end());
  }
  return all;
}

bool PatternMatcher::DoesIt(const ArgumentPattern& form, FunctionId body) {
  switch (form.sort) {
    case ArgumentSort::kCalls:
      return !handlers_.ChainTo(body, form.names).empty();
    case ArgumentSort::kEnds:
      return !handlers_.EndOf(body, form.names).empty();
    default:
      return form.names.empty() ? handlers_.IsFixed(body)
                                : AnswersAlways(program_, body, form.number);
  }
}

std::vector<EventId> PatternMatcher::ChainOf(const CallPattern& pattern, EventId at,
                                             const ParameterConstants& given) {
  asked_ = at;
  const CxxEvent& event = program_.EventAt(at);
  std::size_t position = 0;
  for (const ArgumentPattern& form : pattern.arguments) {
    if (form.some || position >= event.arguments.size()) continue;
    const CxxValue& value = event.arguments[position++];
    const bool calls = form.sort == ArgumentSort::kCalls || form.sort == ArgumentSort::kEnds;
    if (!calls || form.negated) continue;
    std::vector<FunctionId> bodies;
    (void)Bodies(value, at.function, given, bodies);
    for (const FunctionId body : bodies) {
      const auto& chain = form.sort == ArgumentSort::kCalls ? handlers_.ChainTo(body, form.names)
                                                            : handlers_.EndOf(body, form.names);
      if (!chain.empty()) return chain;
    }
  }
  return {};
}

const re2::RE2& PatternMatcher::Regex(std::string_view text) {
  std::unique_ptr<re2::RE2>& regex = regexes_[text];
  if (regex == nullptr) {
    re2::RE2::Options options;
    options.set_log_errors(false);
    regex = std::make_unique<re2::RE2>(re2::StringPiece(text.data(), text.size()), options);
  }
  return *regex;
}

std::vector<PatternCapture> PatternMatcher::Captures(const CallPattern& pattern, EventId at,
                                                     const ParameterConstants& given) {
  std::vector<PatternCapture> captures;
  const CxxEvent& event = program_.EventAt(at);
  std::size_t position = 0;
  for (const ArgumentPattern& form : pattern.arguments) {
    const CxxValue* value = nullptr;
    if (form.some) {
      for (const CxxValue& argument : event.arguments) {
        const bool fits = MatchArgument(form, argument, at.function, given) >= Verdict::kSome;
        if (value == nullptr && fits) value = &argument;
      }
    } else if (position < event.arguments.size()) {
      value = &event.arguments[position];
    }
    position += form.some ? 0 : 1;
    if (form.capture.empty() || value == nullptr) continue;
    const CxxValue* constant = resolver_.Single(*value, at.function, given);
    if (constant == nullptr) {
      for (const Constant& other : resolver_.Resolve(*value, at.function, given).constants) {
        if (constant == nullptr && Fits(form, *other.value)) constant = other.value;
      }
    }
    captures.push_back({form.capture, value, constant});
  }
  return captures;
}

}  // namespace gonogo

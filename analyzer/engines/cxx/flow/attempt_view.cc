#include "analyzer/engines/cxx/flow/attempt_view.h"

#include <algorithm>
#include <utility>

#include "analyzer/engines/cxx/flow/attempt_names.h"
#include "analyzer/engines/cxx/flow/function_traits.h"
#include "analyzer/engines/cxx/flow/loop_nest.h"
#include "analyzer/engines/cxx/flow/outcome_text.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

constexpr unsigned kDeepestValue = 6;
constexpr unsigned kMostSteps = 300;  // values may be made of one another, widely

bool IsBranch(const CxxBlock& block) { return block.has_condition && block.next.size() == 2; }

bool IsTextClass(std::string_view type) {
  return type == "std::basic_string" || type == "QString" || type == "QByteArray";
}

bool AsksForLength(std::string_view method) {
  return method == "size" || method == "length" || method == "count";
}

bool HasFieldPath(const CxxObject& object) {
  return !object.path.empty() && object.path.back() != "[]";
}

}  // namespace

std::optional<std::int64_t> ConstantNumberOf(const CxxValue& value) {
  if (value.kind == CxxValueKind::kInteger) return value.integer;
  if (value.kind == CxxValueKind::kNull) return 0;
  return std::nullopt;
}

bool SameObject(const CxxObject& one, const CxxObject& other) {
  return one.root == other.root && one.index == other.index && one.usr == other.usr &&
         one.path == other.path;
}

std::optional<std::uint32_t> HandlerOf(const CxxBlock& block) {
  const bool calls =
      !block.events.empty() && (block.events.back().kind == CxxEventKind::kCall ||
                                block.events.back().kind == CxxEventKind::kConstruct);
  const bool decides = block.has_condition || block.condition.kind != CxxValueKind::kUnknown ||
                       block.place.line != 0;
  if (!calls || decides || block.next.size() != 2) return std::nullopt;
  return block.next[1];
}

AttemptView::AttemptView(OutcomeReader& reader, const Attempt& attempt,
                         const std::vector<bool>& part)
    : reader_(reader),
      attempt_(attempt),
      entry_(reader.program().function(attempt.at.function)),
      event_(*entry_.events[attempt.at.event]),
      part_(part),
      // A callback has been told when it begins, whatever it does first.
      block_(attempt.outcome ? 0 : entry_.block_of[attempt.at.event]),
      machine_(reader, attempt.at.function, part, attempt.at.event),
      tests_(entry_.function->blocks.size()),
      by_state_(entry_.function->blocks.size()),
      one_error_(entry_.function->blocks.size()),
      steps_on_(entry_.function->blocks.size()),
      failing_(entry_.function->blocks.size()),
      closed_(entry_.function->blocks.size()) {
  for (const CxxEvent* event : entry_.events) {
    const bool assigns = event->kind == CxxEventKind::kCall && event->arguments.size() == 1 &&
                         event->self.kind == CxxValueKind::kObject &&
                         LastNameOf(event->callee) == "operator=";
    if (assigns) assigned_.push_back(event);
  }
  ReadTests();
  ReadShapes();
  failed_ = Walk(false);
  succeeded_ = Walk(true);
  ReadFlags();
  if (!flags_.empty()) {
    ReadTests();
    failed_ = Walk(false);
    succeeded_ = Walk(true);
  }
  FindWayBack();
}

void AttemptView::ReadTests() {
  const auto& blocks = entry_.function->blocks;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    if (!part_[i] || !IsBranch(blocks[i])) continue;
    met_state_ = false;
    met_one_error_ = false;
    testing_ = &blocks[i];
    tests_[i] = SignOf(blocks[i].condition);
    by_state_[i] = met_state_;
    one_error_[i] = met_one_error_;
    const bool after = attempt_.connects && tests_[i] == OutcomeSign::kRaw && !blocks[i].is_loop;
    // Nobody comes there but behind the attempt.
    const bool step = after && !LeadsPast(*entry_.function, 0, i, block_);
    steps_on_[i] = step ? SignOfStep(blocks[i].condition, 0) : OutcomeSign::kNone;
    testing_ = nullptr;
    if (!flags_.empty()) closed_[i] = ClosedToSuccess(blocks[i].condition);
  }
}

/// `done = true` behind the success alone says so wherever `done` is asked.
void AttemptView::ReadFlags() {
  for (std::uint32_t i = 0; i < entry_.function->blocks.size(); ++i) {
    if (part_[i] && succeeded_.reached[i] != failed_.tested[i]) AddFlags(i);
  }
}

/// What holds the result of the attempt tells by its value, whoever else writes into it; what
/// counts attempts says how often, and not how they ended.
bool AttemptView::IsNoFlag(const CxxObject& object) const {
  if (SoundsLikeRetry(NameOfObject(reader_.program(), attempt_.at.function, object))) return true;
  return std::ranges::any_of(entry_.events, [&](const CxxEvent* event) {
    const bool stores = event->kind == CxxEventKind::kStore && !event->arguments.empty() &&
                        event->target.kind == CxxValueKind::kObject &&
                        SameObject(event->target.object, object);
    if (!stores) return false;
    const CxxValue& value = event->arguments[0];
    return value.kind == CxxValueKind::kResult && value.event == attempt_.at.event;
  });
}

bool AttemptView::StaysAfterSuccess(std::uint32_t head) const {
  return succeeded_.reached[head] && Walk(true, head, head).again;
}

OutcomeSign AttemptView::SignOf(const CxxValue& value, unsigned depth) const {
  if (depth > kDeepestValue || ++steps_ > kMostSteps) return OutcomeSign::kNone;
  switch (value.kind) {
    case CxxValueKind::kResult:
      return SignOfResult(value, depth);
    case CxxValueKind::kObject:
      return SignOfObject(value, depth);
    case CxxValueKind::kCombined:
      return SignOfCombined(value, depth);
    case CxxValueKind::kUnknown:
      return value.name.empty() ? OutcomeSign::kNone : SignOfUndeclared(value.name, depth);
    default:
      return OutcomeSign::kNone;
  }
}

/// A variable whose type no header declares is known by its name alone.
OutcomeSign AttemptView::SignOfUndeclared(std::string_view name, unsigned depth) const {
  OutcomeSign best = OutcomeSign::kNone;
  for (const CxxEvent* event : entry_.events) {
    const bool stores = event->kind == CxxEventKind::kStore && !event->arguments.empty() &&
                        event->target.kind == CxxValueKind::kUnknown && event->target.name == name;
    if (!stores || event->arguments[0].kind == CxxValueKind::kUnknown) continue;
    const OutcomeSign sign = SignOf(event->arguments[0], depth + 1);
    if (best == OutcomeSign::kNone || best == OutcomeSign::kRaw)
      best = sign == OutcomeSign::kNone ? best : sign;
  }
  return best;
}

OutcomeSign AttemptView::SignOfResult(const CxxValue& value, unsigned depth) const {
  const bool own = value.event == attempt_.at.event && !attempt_.outcome;
  if (own) return SignOfOwnResult(value.type);
  if (value.event >= entry_.events.size()) return OutcomeSign::kNone;
  return SignOfCall(*entry_.events[value.event], depth);
}

OutcomeSign AttemptView::SignOfOwnResult(std::string_view type) const {
  // A text that is empty where it failed.
  if (IsTextClass(type) && !GivesOneOfMany(LastNameOf(event_.callee))) return OutcomeSign::kRaw;
  for (const FunctionId target : attempt_.targets) {
    const ReturnMeaning& meaning = reader_.MeaningOf(target);
    if (meaning.truth != OutcomeSign::kNone) return meaning.truth;
  }
  if (attempt_.targets.empty()) return SignOfType(type);
  // It says that it connects, and what is seen of it does not say how that ends.
  if (SoundsLikeConnect(event_)) return SignOfType(type);
  return attempt_.connects ? OutcomeSign::kRaw : OutcomeSign::kNone;
}

/// The object that the attempt is made on, or is given, and not a number.
bool AttemptView::IsHandle(const CxxValue& value) const {
  if (value.kind != CxxValueKind::kObject || !IsGiven(value)) return false;
  const bool self =
      event_.self.kind == CxxValueKind::kObject && SameObject(event_.self.object, value.object);
  const OutcomeSign sign = SignOfType(value.type);
  const bool is_code = sign == OutcomeSign::kFailure && value.type != "int" &&
                       !value.type.starts_with("unsigned") && !value.type.starts_with("long");
  return self || sign == OutcomeSign::kSuccess || is_code;
}

/// A predicate on what came out of the attempt, or on the object that it was made on.
OutcomeSign AttemptView::SignOfCall(const CxxEvent& event, unsigned depth) const {
  if (event.kind != CxxEventKind::kCall) return OutcomeSign::kNone;
  OutcomeSign flows = OutcomeSign::kNone;
  bool handle = IsHandle(event.self);
  if (event.self.kind != CxxValueKind::kUnknown) flows = SignOf(event.self, depth + 1);
  for (const CxxValue& argument : event.arguments) {
    handle = handle || IsHandle(argument);
    if (flows == OutcomeSign::kNone) flows = SignOf(argument, depth + 1);
  }
  if (flows == OutcomeSign::kNone && !handle) return flows;
  const std::string_view name = LastNameOf(event.callee);
  if (flows == OutcomeSign::kRaw && IsTextClass(event.self.type)) {
    if (AsksForLength(name)) return OutcomeSign::kSuccess;
    if (name == "empty" || name == "isEmpty" || name == "isNull") return OutcomeSign::kFailure;
  }
  // How long it waits may come from the attempt; how the wait ended does not.
  if (SoundsLikeWait(name) || (flows == OutcomeSign::kNone && Naps(event)))
    return OutcomeSign::kNone;
  // What is left of what the attempt brought is asked again and again.
  if (SoundsLikeNext(name)) return OutcomeSign::kNone;
  // Whether the program ends is no outcome, even where the same object is asked.
  if (flows == OutcomeSign::kNone && SoundsLikeStop(name)) return OutcomeSign::kNone;
  const bool made = event.self.kind == CxxValueKind::kObject && IsMade(event.self.object);
  if (flows == OutcomeSign::kNone && !made) met_state_ = true;
  if (name == "operator!")
    return Opposite(flows != OutcomeSign::kNone ? flows : OutcomeSign::kSuccess);
  if (name.starts_with("operator ")) {
    const OutcomeSign of_type = SignOfType(event.self.type);
    return of_type == OutcomeSign::kNone ? flows : of_type;
  }
  if (name.starts_with("operator") && IsComparisonOperation(name.substr(8))) {
    const bool member = event.self.kind != CxxValueKind::kUnknown && event.arguments.size() == 1;
    if (member) return Compare(name.substr(8), event.self, event.arguments[0], depth);
    if (event.arguments.size() == 2)
      return Compare(name.substr(8), event.arguments[0], event.arguments[1], depth);
  }
  // What is done with the handle says nothing of the attempt; what asks it does.
  const OutcomeSign named = SignOfName(name);
  if (named != OutcomeSign::kRaw) return named;
  if (flows != OutcomeSign::kNone) return name.starts_with("operator") ? flows : OutcomeSign::kRaw;
  return OutcomeSign::kRaw;
}

/// A short function of the program that sleeps, whatever it is given.
bool AttemptView::Naps(const CxxEvent& event) const {
  constexpr std::size_t kShort = 12;
  const FunctionTraits& traits = reader_.traits();
  return std::ranges::any_of(entry_.calls, [&](const CallSite& site) {
    if (site.reference || entry_.events[site.event] != &event) return false;
    return std::ranges::any_of(site.targets, [&](FunctionId target) {
      const bool sleeps = std::ranges::any_of(
          traits.WaitsIn(target), [&](const WaitCall& wait) { return traits.Sleeps(wait.at); });
      return sleeps && reader_.program().function(target).events.size() <= kShort;
    });
  });
}

OutcomeSign AttemptView::SignOfFlag(const CxxObject& object) const {
  if (flags_.empty() || IsReset(object)) return OutcomeSign::kNone;
  OutcomeSign sign = OutcomeSign::kNone;
  for (const Flag& flag : flags_) {
    if (!SameObject(flag.object, object)) continue;
    const OutcomeSign one =
        (flag.value != 0) == flag.success ? OutcomeSign::kSuccess : OutcomeSign::kFailure;
    if (sign != OutcomeSign::kNone && sign != one) return OutcomeSign::kRaw;
    sign = one;
  }
  return sign;
}

OutcomeSign AttemptView::SignOfObject(const CxxValue& value, unsigned depth) const {
  const CxxObject& object = value.object;
  const bool local = object.root == CxxRoot::kLocal || object.root == CxxRoot::kParameter;
  const FunctionId here = attempt_.at.function;
  if (attempt_.outcome && object.root == CxxRoot::kParameter && object.path.empty() &&
      object.index == *attempt_.outcome) {
    return SignOfType(entry_.function->parameters[object.index].type);
  }
  // What a result says goes before what a state does, and before what says nothing clear.
  const auto look = [&](const Sources& sources, bool whole) {
    const bool met_before = met_state_;
    bool met = false;
    OutcomeSign best = OutcomeSign::kNone;
    for (const Source& source : sources.stores) {
      if (source.at.function != here || source.at.event >= entry_.events.size()) continue;
      if (source.value == nullptr) continue;
      const CxxValue& target = entry_.events[source.at.event]->target;
      const bool other = target.kind != CxxValueKind::kObject || !SameObject(target.object, object);
      if (whole && other) continue;
      met_state_ = false;
      const OutcomeSign sign = SignOf(*source.value, depth + 1);
      const bool better =
          best == OutcomeSign::kNone || best == OutcomeSign::kRaw || (met && !met_state_);
      if (sign == OutcomeSign::kNone || !better) continue;
      if (sign == OutcomeSign::kRaw && best != OutcomeSign::kNone) continue;
      best = sign;
      met = met_state_;
    }
    met_state_ = met_before || met;
    return best;
  };
  if (const CxxValue* last = StoredBeforeTest(object)) return SignOf(*last, depth + 1);
  for (const CxxEvent* event : assigned_) {
    if (!SameObject(event->self.object, object)) continue;
    const OutcomeSign sign = SignOf(event->arguments[0], depth + 1);
    if (sign != OutcomeSign::kNone) return sign;
  }
  if (local && object.path.empty()) {
    const OutcomeSign sign = look(reader_.sources().Of(here, object.root, object.index), false);
    const OutcomeSign told = sign == OutcomeSign::kRaw ? SignOfFlag(object) : OutcomeSign::kNone;
    if (told != OutcomeSign::kNone) return told;
    if (sign != OutcomeSign::kNone) return sign;
  }
  if (HasFieldPath(object)) {
    const OutcomeSign sign = look(reader_.sources().OfField(object.path.back()), true);
    if (sign != OutcomeSign::kNone) return sign;
  } else if (object.root == CxxRoot::kGlobal && object.path.empty()) {
    const OutcomeSign sign = look(reader_.sources().OfGlobal(object.usr), true);
    if (sign != OutcomeSign::kNone) return sign;
  }
  const OutcomeSign flag = SignOfFlag(object);
  if (flag != OutcomeSign::kNone) return flag;
  const bool handle = IsHandle(value) && SignOfType(value.type) == OutcomeSign::kFailure;
  if (handle) return OutcomeSign::kFailure;
  const OutcomeSign part = object.path.empty() ? OutcomeSign::kNone : SignOfPart(value, depth);
  const OutcomeSign state = part == OutcomeSign::kNone ? SignOfField(value) : part;
  return state == OutcomeSign::kNone ? SignOfFilled(value) : state;
}

/// What the block that tests has last stored in the object: nothing else is in it then.
const CxxValue* AttemptView::StoredBeforeTest(const CxxObject& object) const {
  const CxxValue* last = nullptr;
  if (testing_ == nullptr) return last;
  for (const CxxEvent& event : testing_->events) {
    const bool stores = event.kind == CxxEventKind::kStore && !event.arguments.empty() &&
                        event.target.kind == CxxValueKind::kObject &&
                        SameObject(event.target.object, object);
    if (stores && !IsConstant(event.arguments[0])) last = &event.arguments[0];
  }
  return last;
}

/// A field of what was returned, or of what the attempt was made on.
OutcomeSign AttemptView::SignOfPart(const CxxValue& value, unsigned depth) const {
  CxxValue whole = value;
  whole.object.path.pop_back();
  whole.type.clear();
  const std::string& last = value.object.path.back();
  const OutcomeSign named = last == "[]" ? OutcomeSign::kRaw : SignOfName(LastNameOfUsr(last));
  const bool self = whole.object.root == CxxRoot::kThis && whole.object.path.empty();
  if (!self && SignOf(whole, depth + 1) != OutcomeSign::kNone) return named;
  if (self || !IsGiven(whole) || named == OutcomeSign::kRaw) return OutcomeSign::kNone;
  met_state_ = true;
  return named;
}

/// The attempt is made on the object, or is given it.
bool AttemptView::IsGiven(const CxxValue& value) const {
  const auto same = [&](const CxxValue& other) {
    return other.kind == CxxValueKind::kObject && SameObject(other.object, value.object);
  };
  return same(event_.self) || std::ranges::any_of(event_.arguments, same);
}

/// A field or global that the function which tries stores in.
OutcomeSign AttemptView::SignOfField(const CxxValue& value) const {
  const CxxObject& object = value.object;
  const bool field = HasFieldPath(object);
  if (!field && object.root != CxxRoot::kGlobal) return OutcomeSign::kNone;
  const std::string_view usr = field ? std::string_view(object.path.back()) : object.usr;
  const bool stores = std::ranges::any_of(
      attempt_.targets, [&](FunctionId target) { return reader_.StoresIn(target, usr); });
  if (!stores) return OutcomeSign::kNone;
  met_state_ = met_state_ || !IsMade(object);
  const OutcomeSign named = SignOfName(LastNameOfUsr(usr));
  if (named != OutcomeSign::kRaw) return named;
  const OutcomeSign typed = SignOfType(value.type);
  return typed == OutcomeSign::kSuccess ? typed : OutcomeSign::kRaw;
}

OutcomeSign AttemptView::SignOfCombined(const CxxValue& value, unsigned depth) const {
  const std::string& operation = value.operation;
  if (value.parts.empty()) return OutcomeSign::kNone;
  if (operation == "!") return Opposite(SignOf(value.parts[0], depth + 1));
  if (IsComparisonOperation(operation) && value.parts.size() == 2) {
    return Compare(operation, value.parts[0], value.parts[1], depth);
  }
  if (operation == "?:" && value.parts.size() == 3) {
    const auto first = ConstantNumberOf(value.parts[1]);
    const auto second = ConstantNumberOf(value.parts[2]);
    // `count > 0 ? 0 : EAGAIN`
    const bool turns = first && second && *first == 0 && *second != 0;
    if (turns) return Opposite(SignOf(value.parts[0], depth + 1));
  }
  OutcomeSign sign = OutcomeSign::kNone;
  for (const CxxValue& part : value.parts) {
    const OutcomeSign one = SignOf(part, depth + 1);
    if (sign == OutcomeSign::kNone || sign == OutcomeSign::kRaw) {
      sign = one == OutcomeSign::kNone ? sign : one;
    }
  }
  const bool keeps = operation == "&&" || operation == "||" || operation == "?:" ||
                     operation == "," || operation == "=";
  return sign == OutcomeSign::kNone || keeps ? sign : OutcomeSign::kRaw;
}

OutcomeSign AttemptView::Compare(std::string_view operation, const CxxValue& part,
                                 const CxxValue& constant, unsigned depth) const {
  if (IsConstant(part) && !IsConstant(constant)) {
    return Compare(Mirrored(operation), constant, part, depth);
  }
  OutcomeSign sign = SignOf(part, depth + 1);
  // A function that no header declares returns an int, even where that is a pointer.
  const bool null = constant.kind == CxxValueKind::kNull || constant.name == "NULL";
  if (null && sign == OutcomeSign::kFailure && (part.type.empty() || part.type == "int"))
    sign = OutcomeSign::kSuccess;
  const auto number = ConstantNumberOf(constant);
  const bool equal = operation == "==" || operation == "!=";
  const bool no_text = constant.kind == CxxValueKind::kText && constant.text.empty();
  if (no_text && equal && sign == OutcomeSign::kRaw)
    return operation == "==" ? OutcomeSign::kFailure : OutcomeSign::kSuccess;
  if (equal && number && sign != OutcomeSign::kNone && IsOneError(part, constant, sign)) {
    met_one_error_ = true;
    return operation == "==" ? OutcomeSign::kFailure : OutcomeSign::kSuccess;
  }
  if (number && equal) {
    auto known = CompareFlag(part, *number);
    const bool tells = constant.kind == CxxValueKind::kInteger && constant.type != "bool" &&
                       SignOfName(constant.name) == OutcomeSign::kRaw;
    if (!known && tells && sign != OutcomeSign::kNone) known = CompareReturn(*number);
    if (known) return operation == "==" ? *known : Opposite(*known);
  }
  if (sign == OutcomeSign::kNone) return sign;
  if (IsConstant(constant)) return SignOfComparison(operation, sign, constant);
  // As much as was asked for; or an enumerator of another library, whose name may tell.
  if (constant.name.empty() && equal && sign == OutcomeSign::kFailure) {
    return operation == "==" ? OutcomeSign::kSuccess : OutcomeSign::kFailure;
  }
  if (constant.name.empty() || !equal) return OutcomeSign::kRaw;
  return SignOfComparison(operation, sign, constant);
}

/// Whether the comparison asks for one error among others: it holds after a failure alone, and
/// where it does not hold nothing is said.
bool AttemptView::IsOneError(const CxxValue& part, const CxxValue& constant,
                             OutcomeSign sign) const {
  if (constant.kind != CxxValueKind::kInteger || constant.integer == 0) return false;
  if (IsErrorNumber(part)) return true;
  const bool named = !constant.name.empty() && constant.type != "bool" &&
                     SignOfName(constant.name) != OutcomeSign::kSuccess;
  return named && sign == OutcomeSign::kFailure && constant.integer != -1 &&
         part.kind != CxxValueKind::kCombined;
}

/// `errno`, `mysql_errno(db)`, or a variable that holds one.
bool AttemptView::IsErrorNumber(const CxxValue& value) const {
  const auto of_call = [&](const CxxValue& result) {
    if (result.kind != CxxValueKind::kResult || result.event >= entry_.events.size()) return false;
    const std::string_view name = LastNameOf(entry_.events[result.event]->callee);
    return name.ends_with("errno") || name.ends_with("GetLastError");
  };
  if (LastNameOf(value.name) == "errno" || of_call(value)) return true;
  if (value.kind != CxxValueKind::kObject || value.object.root != CxxRoot::kLocal) return false;
  const CxxObject& object = value.object;
  const auto& stores = reader_.sources().Of(attempt_.at.function, object.root, object.index).stores;
  return std::ranges::any_of(stores, [&](const Source& source) {
    return source.value != nullptr &&
           (of_call(*source.value) || LastNameOf(source.value->name) == "errno");
  });
}

std::optional<OutcomeSign> AttemptView::CompareFlag(const CxxValue& part,
                                                    std::int64_t number) const {
  if (part.kind != CxxValueKind::kObject) return std::nullopt;
  if (StoredBeforeTest(part.object) != nullptr) return std::nullopt;
  if (flags_.empty() || IsReset(part.object)) return std::nullopt;
  std::optional<OutcomeSign> sign;
  for (const Flag& flag : flags_) {
    if (flag.value != number || !SameObject(flag.object, part.object)) continue;
    const OutcomeSign one = flag.success ? OutcomeSign::kSuccess : OutcomeSign::kFailure;
    if (sign && *sign != one) return std::nullopt;
    sign = one;
  }
  return sign;
}

/// A number that a function of the program returns after one outcome alone.
std::optional<OutcomeSign> AttemptView::CompareReturn(std::int64_t number) const {
  for (const FunctionId target : attempt_.targets) {
    const ReturnMeaning& meaning = reader_.MeaningOf(target);
    const bool fails = std::ranges::count(meaning.failures, number) > 0;
    const bool succeeds = std::ranges::count(meaning.successes, number) > 0;
    if (fails != succeeds) return fails ? OutcomeSign::kFailure : OutcomeSign::kSuccess;
  }
  return std::nullopt;
}

}  // namespace gonogo

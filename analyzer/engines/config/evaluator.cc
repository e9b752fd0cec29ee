// A path may lead to many nodes. Tests about presence and quantifiers ask about all of them at
// once, "whole" tests below; any other test holds where one node passes it.
#include "analyzer/engines/config/evaluator.h"

#include <algorithm>

#include "analyzer/engines/config/quantity.h"
#include "analyzer/engines/config/value_sense.h"

namespace gonogo {
namespace {

Tri Not(Tri answer) {
  if (answer == Tri::kUnknown) return Tri::kUnknown;
  return answer == Tri::kYes ? Tri::kNo : Tri::kYes;
}

Tri TriOf(bool answer) { return answer ? Tri::kYes : Tri::kNo; }

bool InRelation(double left, ConfigRelation relation, double right) {
  switch (relation) {
    case ConfigRelation::kBelow:
      return left < right;
    case ConfigRelation::kAtMost:
      return left <= right;
    case ConfigRelation::kAbove:
      return left > right;
    case ConfigRelation::kAtLeast:
      return left >= right;
    case ConfigRelation::kEqual:
      return left == right;
    case ConfigRelation::kUnequal:
      return left != right;
  }
  return false;
}

bool IsPresence(ConfigTermSort sort) {
  return sort == ConfigTermSort::kMissing || sort == ConfigTermSort::kPresent ||
         sort == ConfigTermSort::kEmpty || sort == ConfigTermSort::kFilled;
}

bool IsQuantifier(ConfigTermSort sort) {
  return sort == ConfigTermSort::kEvery || sort == ConfigTermSort::kNone ||
         sort == ConfigTermSort::kCount;
}

bool IsJoining(ConfigTermSort sort) {
  return sort == ConfigTermSort::kNot || sort == ConfigTermSort::kAnyOf ||
         sort == ConfigTermSort::kNodes;
}

bool IsWhole(const ConfigTerm& test) {
  if (IsPresence(test.sort) || IsQuantifier(test.sort)) return true;
  return IsJoining(test.sort) && std::ranges::any_of(test.terms, IsWhole);
}

/// A word of the rule and a text of the tree: numbers and booleans by what they mean.
bool EqualTexts(std::string_view wanted, std::string_view text) {
  if (wanted == text) return true;
  if (wanted == "true") return HasSense(text, ConfigSense::kTrue) && text != "1";
  if (wanted == "false") return HasSense(text, ConfigSense::kFalse) && text != "0";
  if (!HasSense(wanted, ConfigSense::kNumber)) return false;
  const auto left = ParseQuantity(wanted, ConfigUnit::kSeconds);
  const auto right = ParseQuantity(text, ConfigUnit::kSeconds);
  return left && right && *left == *right;
}

}  // namespace

Tri Evaluator::Holds(const ConfigTerm& condition, const ConfigPlace& place,
                     Witnesses* witnesses) const {
  switch (condition.sort) {
    case ConfigTermSort::kAll:
      return All(condition.terms, place, witnesses);
    case ConfigTermSort::kAnyOf:
      return AnyOf(condition.terms, place, witnesses);
    case ConfigTermSort::kNot: {
      const Tri answer = Not(Holds(condition.terms[0], place, nullptr));
      return answer;
    }
    case ConfigTermSort::kSurely:
      return TriOf(Holds(condition.terms[0], place, nullptr) == Tri::kYes);
    case ConfigTermSort::kPath:
      return PathHolds(condition, place, witnesses);
    case ConfigTermSort::kCompare:
      return Compare(condition, witnesses);
    default:
      return Tri::kNo;
  }
}

Tri Evaluator::All(std::span<const ConfigTerm> terms, const ConfigPlace& place,
                   Witnesses* witnesses) const {
  Tri all = Tri::kYes;
  for (const ConfigTerm& term : terms) {
    all = std::min(all, Holds(term, place, witnesses));
    if (all == Tri::kNo) break;
  }
  return all;
}

/// All of them are asked, so that each that holds is a witness.
Tri Evaluator::AnyOf(std::span<const ConfigTerm> terms, const ConfigPlace& place,
                     Witnesses* witnesses) const {
  Tri any = Tri::kNo;
  for (const ConfigTerm& term : terms) {
    Witnesses own;
    const Tri answer = Holds(term, place, witnesses ? &own : nullptr);
    any = std::max(any, answer);
    if (answer != Tri::kYes) continue;
    if (!witnesses) break;
    witnesses->insert(witnesses->end(), own.begin(), own.end());
  }
  return any;
}

PathAnswer Evaluator::Follow(const ConfigPath& path, const ConfigPlace& place) const {
  return walk_.Follow(path, place);
}

Tri Evaluator::PathHolds(const ConfigTerm& term, const ConfigPlace& place,
                         Witnesses* witnesses) const {
  const ConfigTerm& test = term.terms[0];
  if (term.path.from == ConfigFrom::kWord) {
    const std::string text = WordText(term.path.word, place);
    const Tri answer = TestOne(test, {.text = text}, place, nullptr);
    if (answer == Tri::kYes && witnesses) witnesses->push_back({.node = place.node});
    return answer;
  }
  const PathAnswer answer = Follow(term.path, place);
  const bool nothing =
      std::ranges::all_of(answer.found, [&](NodeIndex node) { return walk_.IsNothing(node); });
  if (!term.assumes || !nothing) return TestAll(test, term, answer, place, witnesses);
  if (answer.unknown) return Tri::kUnknown;
  const Tri holds = TestOne(test, {.text = term.assumed}, place, nullptr);
  if (holds == Tri::kYes && witnesses)
    witnesses->push_back(
        {.belongs_in = answer.reached, .path = term.path.text, .depth = answer.steps_reached});
  return holds;
}

Tri Evaluator::TestAll(const ConfigTerm& test, const ConfigTerm& term, const PathAnswer& answer,
                       const ConfigPlace& place, Witnesses* witnesses) const {
  if (IsPresence(test.sort)) return TestPresence(test.sort, answer, term.path.text, witnesses);
  if (IsQuantifier(test.sort)) return TestMany(test, term, answer, place, witnesses);
  if (IsWhole(test)) {
    if (test.sort == ConfigTermSort::kNot) {
      const Tri holds = Not(TestAll(test.terms[0], term, answer, place, nullptr));
      if (holds == Tri::kYes && witnesses)
        witnesses->push_back({.belongs_in = answer.reached, .path = term.path.text});
      return holds;
    }
    const bool all = test.sort == ConfigTermSort::kNodes;
    Tri joined = TriOf(all);
    for (const ConfigTerm& inner : test.terms) {
      const Tri holds = TestAll(inner, term, answer, place, witnesses);
      joined = all ? std::min(joined, holds) : std::max(joined, holds);
    }
    return joined;
  }
  Tri some = answer.unknown ? Tri::kUnknown : Tri::kNo;
  for (const NodeIndex node : answer.found) {
    if (walk_.IsNothing(node)) continue;
    Witnesses own;
    const Tri holds =
        TestOne(test, {.node = node, .text = walk_.tree().Text(walk_.tree().Resolve(node))}, place,
                witnesses ? &own : nullptr);
    some = std::max(some, holds);
    if (holds != Tri::kYes) continue;
    if (!witnesses) break;
    if (own.empty()) own.push_back({.node = node, .path = term.path.text});
    witnesses->insert(witnesses->end(), own.begin(), own.end());
  }
  return some;
}

bool Evaluator::IsFilled(NodeIndex node) const {
  const NodeIndex resolved = walk_.tree().Resolve(node);
  switch (walk_.tree().node(resolved).kind) {
    case NodeKind::kMap:
    case NodeKind::kList:
      return walk_.tree().FirstChild(resolved) != kNoNode ||
             walk_.tree().node(resolved).Is(kIsOpen);
    case NodeKind::kScalar:
      return !walk_.IsNothing(node) && !walk_.tree().Text(resolved).empty();
    default:
      return true;
  }
}

Tri Evaluator::TestPresence(ConfigTermSort sort, const PathAnswer& answer, std::string_view path,
                            Witnesses* witnesses) const {
  const bool filled = sort == ConfigTermSort::kFilled || sort == ConfigTermSort::kEmpty;
  const bool wants = sort == ConfigTermSort::kPresent || sort == ConfigTermSort::kFilled;
  Tri there = answer.unknown ? Tri::kUnknown : Tri::kNo;
  NodeIndex at = kNoNode, hollow = kNoNode;
  for (const NodeIndex node : answer.found) {
    const ConfigTree& tree = walk_.tree();
    const bool opaque = tree.node(tree.Resolve(node)).kind == NodeKind::kOpaque;
    if (opaque && !walk_.file().traits.opaque_is_there) {
      there = std::max(there, Tri::kUnknown);
    } else if (walk_.IsNothing(node) || (filled && !IsFilled(node))) {
      hollow = node;
    } else {
      there = Tri::kYes;
      if (at == kNoNode) at = node;
    }
  }
  const Tri holds = wants ? there : Not(there);
  if (holds != Tri::kYes || !witnesses) return holds;
  if (!wants) at = hollow;
  witnesses->push_back(
      {.node = at, .belongs_in = answer.reached, .path = path, .depth = answer.steps_reached});
  return holds;
}

Tri Evaluator::TestMany(const ConfigTerm& test, const ConfigTerm& term, const PathAnswer& answer,
                        const ConfigPlace& place, Witnesses* witnesses) const {
  std::size_t passed = 0, failed = 0, unknown = answer.unknown ? 1 : 0;
  NodeIndex first_failed = kNoNode;
  for (const NodeIndex node : answer.found) {
    const Value value{.node = node, .text = walk_.tree().Text(walk_.tree().Resolve(node))};
    const Tri holds = TestOne(test.terms[0], value, place, nullptr);
    passed += holds == Tri::kYes ? 1 : 0;
    failed += holds == Tri::kNo ? 1 : 0;
    unknown += holds == Tri::kUnknown ? 1 : 0;
    if (holds != Tri::kYes && first_failed == kNoNode) first_failed = node;
  }
  Tri holds = unknown > 0 ? Tri::kUnknown : Tri::kNo;
  if (test.sort == ConfigTermSort::kNone) {
    holds = passed > 0 ? Tri::kNo : unknown > 0 ? Tri::kUnknown : Tri::kYes;
  } else if (test.sort == ConfigTermSort::kEvery) {
    holds = failed > 0 ? Tri::kNo : unknown > 0 ? Tri::kUnknown : TriOf(passed > 0);
  } else if (unknown == 0) {
    holds = TriOf(InRelation(static_cast<double>(passed), test.relation, test.number));
  }
  if (holds != Tri::kYes || !witnesses) return holds;
  const bool one = test.sort == ConfigTermSort::kEvery && !answer.found.empty();
  NodeIndex belongs_in = answer.reached;
  // What none of the items has belongs beside them.
  if (!one && !answer.found.empty()) belongs_in = walk_.ListAround(answer.found.front());
  witnesses->push_back({.node = one ? answer.found.front() : kNoNode,
                        .belongs_in = belongs_in,
                        .path = term.path.text});
  return holds;
}

Tri Evaluator::TestOne(const ConfigTerm& test, const Value& value, const ConfigPlace& place,
                       Witnesses* witnesses) const {
  switch (test.sort) {
    case ConfigTermSort::kNot:
      return Not(TestOne(test.terms[0], value, place, nullptr));
    case ConfigTermSort::kAnyOf: {
      Tri any = Tri::kNo;
      for (const ConfigTerm& inner : test.terms)
        any = std::max(any, TestOne(inner, value, place, witnesses));
      return any;
    }
    case ConfigTermSort::kNodes: {
      Tri all = Tri::kYes;
      for (const ConfigTerm& inner : test.terms)
        all = std::min(all, TestOne(inner, value, place, witnesses));
      return all;
    }
    case ConfigTermSort::kHas: {
      if (value.node == kNoNode) return Tri::kNo;
      ConfigPlace below = place;
      below.node = walk_.tree().Resolve(value.node);
      return Holds(test.terms[0], below, witnesses);
    }
    default:
      return value.node == kNoNode ? TestText(test, value.text) : TestNode(test, value);
  }
}

Tri Evaluator::TestNode(const ConfigTerm& test, const Value& value) const {
  const NodeKind kind = walk_.tree().node(walk_.tree().Resolve(value.node)).kind;
  const bool opaque = kind == NodeKind::kOpaque;
  switch (test.sort) {
    case ConfigTermSort::kPresent:
    case ConfigTermSort::kMissing: {
      if (opaque && !walk_.file().traits.opaque_is_there) return Tri::kUnknown;
      return TriOf(walk_.IsNothing(value.node) == (test.sort == ConfigTermSort::kMissing));
    }
    case ConfigTermSort::kFilled:
    case ConfigTermSort::kEmpty:
      if (opaque) return Tri::kUnknown;
      return TriOf(IsFilled(value.node) == (test.sort == ConfigTermSort::kFilled));
    case ConfigTermSort::kRuns:
      return opaque ? Tri::kUnknown : Runs(test, value);
    case ConfigTermSort::kMatches:
      return opaque ? MatchesWritten(test, value.text) : TestText(test, value.text);
    default:
      if (opaque || kind == NodeKind::kAlias) return Tri::kUnknown;
      return kind == NodeKind::kScalar ? TestText(test, value.text) : Tri::kNo;
  }
}

/// What is written beside a variable stands there whatever the variable is.
Tri Evaluator::MatchesWritten(const ConfigTerm& test, std::string_view text) const {
  const std::string parts = WrittenParts(text);
  return regexes_.MatchesBeside(test.texts[0], parts, kReferenceMark) ? Tri::kYes : Tri::kUnknown;
}

Tri Evaluator::TestText(const ConfigTerm& test, std::string_view text) const {
  switch (test.sort) {
    case ConfigTermSort::kPresent:
    case ConfigTermSort::kFilled:
      return TriOf(!text.empty());
    case ConfigTermSort::kMissing:
    case ConfigTermSort::kEmpty:
      return TriOf(text.empty());
    case ConfigTermSort::kEquals:
      return TriOf(std::ranges::any_of(
          test.texts, [&](std::string_view wanted) { return EqualTexts(wanted, text); }));
    case ConfigTermSort::kMatches:
      return TriOf(regexes_.Matches(test.texts[0], text) ||
                   (HoldsDefault(text) && regexes_.Matches(test.texts[0], WithDefaults(text))));
    case ConfigTermSort::kNumber: {
      const auto number = ParseQuantity(text, test.unit);
      if (!number) return HoldsReference(text) ? Tri::kUnknown : Tri::kNo;
      return TriOf(InRelation(*number, test.relation, test.number));
    }
    case ConfigTermSort::kSense:
      return TriOf(HasSense(text, test.sense));
    case ConfigTermSort::kSameAs:
    case ConfigTermSort::kPartOf:
      return IsSame(test, text);
    default:
      return Tri::kNo;
  }
}

Tri Evaluator::IsSame(const ConfigTerm& test, std::string_view text) const {
  if (test.path.from == ConfigFrom::kWord) {
    const std::string word = WordText(test.path.word, start_);
    if (test.sort == ConfigTermSort::kPartOf) return TriOf(!text.empty() && word.contains(text));
    return TriOf(word == text);
  }
  const PathAnswer answer = Follow(test.path, start_);
  if (answer.found.empty()) return answer.unknown ? Tri::kUnknown : Tri::kNo;
  Tri some = answer.unknown ? Tri::kUnknown : Tri::kNo;
  for (const NodeIndex found : answer.found) {
    const NodeIndex node = walk_.tree().Resolve(found);
    if (walk_.tree().node(node).kind == NodeKind::kOpaque) return Tri::kUnknown;
    const std::string_view other = walk_.tree().Text(node);
    const bool part = test.sort == ConfigTermSort::kPartOf;
    some = std::max(some, TriOf(part ? !text.empty() && other.contains(text) : other == text));
  }
  return some;
}

Tri Evaluator::Compare(const ConfigTerm& term, Witnesses* witnesses) const {
  const Number left = Operand(term.terms[0], witnesses);
  const Number right = Operand(term.terms[1], witnesses);
  const Tri known = std::min(left.known, right.known);
  if (known != Tri::kYes) return known;
  return TriOf(InRelation(left.value, term.relation, right.value));
}

Evaluator::Number Evaluator::Operand(const ConfigTerm& term, Witnesses* witnesses) const {
  if (term.sort == ConfigTermSort::kLiteral) return {Tri::kYes, term.number};
  if (term.sort == ConfigTermSort::kCapture)
    return CaptureNumber(captures_[term.capture], witnesses);
  const Number left = Operand(term.terms[0], witnesses);
  const Number right = Operand(term.terms[1], witnesses);
  const Tri known = std::min(left.known, right.known);
  if (known != Tri::kYes) return {known, 0};
  switch (term.sort) {
    case ConfigTermSort::kPlus:
      return {known, left.value + right.value};
    case ConfigTermSort::kMinus:
      return {known, left.value - right.value};
    case ConfigTermSort::kTimes:
      return {known, left.value * right.value};
    default:
      return right.value == 0 ? Number{} : Number{known, left.value / right.value};
  }
}

Evaluator::Number Evaluator::CaptureNumber(const ConfigCapture& capture,
                                           Witnesses* witnesses) const {
  const PathAnswer answer = Follow(capture.path, start_);
  if (capture.sort == ConfigCaptureSort::kCount) {
    if (answer.unknown) return {Tri::kUnknown, 0};
    return {Tri::kYes, static_cast<double>(answer.found.size())};
  }
  const bool there = !answer.found.empty() && !walk_.IsNothing(answer.found.front());
  if (!there && answer.unknown) return {Tri::kUnknown, 0};
  if (!there && !capture.assumes) return {Tri::kNo, 0};
  std::string_view text = capture.assumed;
  if (there) {
    const NodeIndex node = walk_.tree().Resolve(answer.found.front());
    if (walk_.tree().node(node).kind == NodeKind::kOpaque) return {Tri::kUnknown, 0};
    text = walk_.tree().Text(node);
  }
  if (witnesses) {
    witnesses->push_back({.node = there ? answer.found.front() : kNoNode,
                          .belongs_in = answer.reached,
                          .path = capture.path.text});
  }
  const auto number = ParseQuantity(text, capture.unit);
  if (!number) return {HoldsReference(text) ? Tri::kUnknown : Tri::kNo, 0};
  return {Tri::kYes, *number};
}

}  // namespace gonogo

// What stands around an attempt and tells of it: the steps that go on with what it set up, flags
// that each turn sets anew, and the object that it makes.
#include <algorithm>

#include "analyzer/engines/cxx/flow/attempt_names.h"
#include "analyzer/engines/cxx/flow/attempt_view.h"
#include "analyzer/engines/cxx/flow/loop_nest.h"
#include "analyzer/engines/cxx/flow/outcome_text.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

constexpr unsigned kDeepestStep = 6;

}  // namespace

/// Of a call that goes on with what the attempt set up, as `login` does behind `connect`: whether
/// it went well. The attempt is made again for its sake too.
OutcomeSign AttemptView::SignOfStep(const CxxValue& condition, unsigned depth) const {
  if (depth > kDeepestStep) return OutcomeSign::kNone;
  if (condition.kind == CxxValueKind::kObject) {
    const CxxValue* last = StoredBeforeTest(condition.object);
    return last == nullptr ? OutcomeSign::kNone : SignOfStep(*last, depth + 1);
  }
  if (condition.kind == CxxValueKind::kCombined) {
    const std::string& operation = condition.operation;
    if (operation == "!" && condition.parts.size() == 1)
      return Opposite(SignOfStep(condition.parts[0], depth + 1));
    const bool compares = IsComparisonOperation(operation) && condition.parts.size() == 2;
    if (!compares || !IsConstant(condition.parts[1])) return OutcomeSign::kNone;
    const OutcomeSign sign = SignOfStep(condition.parts[0], depth + 1);
    return SignOfComparison(operation, sign, condition.parts[1]);
  }
  if (condition.kind != CxxValueKind::kResult || condition.event >= entry_.events.size())
    return OutcomeSign::kNone;
  const CxxEvent& event = *entry_.events[condition.event];
  const std::string_view name = LastNameOf(event.callee);
  const bool asks = &event == &event_ || SoundsLikeReceive(name) || SoundsLikeNext(name) ||
                    SoundsLikeStop(name) || SoundsLikeWait(name) || SoundsLikeQuestion(name) ||
                    SignOfName(name) != OutcomeSign::kRaw;
  const bool type = condition.type == "bool" || SignOfType(condition.type) == OutcomeSign::kFailure;
  const bool library = event.callee.starts_with("std::") || name.starts_with("operator");
  if (event.kind != CxxEventKind::kCall || name.empty() || asks || library || !type)
    return OutcomeSign::kNone;
  const auto same = [](const CxxValue& one, const CxxValue& other) {
    return one.kind == CxxValueKind::kObject && other.kind == CxxValueKind::kObject &&
           SameObject(one.object, other.object);
  };
  const bool met = met_state_;
  const auto from_it = [&](const CxxValue& value) {
    met_state_ = false;
    return SignOf(value, depth + 1) != OutcomeSign::kNone && !met_state_;
  };
  const bool step = same(event.self, event_.self) || from_it(event.self) ||
                    std::ranges::any_of(event.arguments, from_it);
  met_state_ = met;
  return step ? SignOfType(condition.type) : OutcomeSign::kNone;
}

/// `ok = true;` at the beginning of each turn: what is asked behind it, and before the attempt, is
/// not how the last one ended.
bool AttemptView::IsReset(const CxxObject& object) const {
  if (testing_ == nullptr) return false;
  const auto& blocks = entry_.function->blocks;
  const auto test = static_cast<std::uint32_t>(testing_ - blocks.data());
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    if (!part_[i] || !succeeded_.reached[i] || !failed_.reached[i] || i == test) continue;
    const bool sets = std::ranges::any_of(blocks[i].events, [&](const CxxEvent& event) {
      return event.kind == CxxEventKind::kStore && event.arguments.size() == 1 &&
             IsConstant(event.arguments[0]) && event.target.kind == CxxValueKind::kObject &&
             SameObject(event.target.object, object);
    });
    if (sets && !LeadsPast(*entry_.function, block_, test, i)) return true;
  }
  return false;
}

/// Whether the attempt is the construction of the object, which has no other result:
/// `Socket to(host); if (to.fd >= 0)`.
bool AttemptView::IsMade(const CxxObject& object) const {
  const CxxValue& made = event_.target;
  return event_.kind == CxxEventKind::kConstruct && made.kind == CxxValueKind::kObject &&
         made.object.root == object.root && made.object.index == object.index &&
         made.object.root == CxxRoot::kLocal;
}

}  // namespace gonogo

#include "analyzer/engines/cxx/flow/state_machine.h"

#include <algorithm>

#include "analyzer/engines/cxx/flow/attempt_view.h"
#include "analyzer/engines/cxx/flow/loop_nest.h"

namespace gonogo {
namespace {

constexpr std::size_t kFewestTests = 2;
constexpr std::size_t kMostStates = 48;

/// `state == kConnecting`; null where the test asks for something else.
const CxxObject* ComparedWithConstant(const CxxBlock& block) {
  const CxxValue& test = block.condition;
  const bool compares = block.has_condition && block.next.size() == 2 &&
                        test.kind == CxxValueKind::kCombined && test.operation == "==" &&
                        test.parts.size() == 2 && test.parts[0].kind == CxxValueKind::kObject &&
                        test.parts[1].kind == CxxValueKind::kInteger;
  return compares ? &test.parts[0].object : nullptr;
}

}  // namespace

StateMachine::StateMachine(OutcomeReader& reader, FunctionId function,
                           const std::vector<bool>& part, std::uint32_t attempt)
    : reader_(reader), function_(function), entry_(reader.program().function(function)) {
  const std::uint32_t home = entry_.block_of[attempt];
  Find(part, home, 0);
  // The last case of a switch that has all: no test is left to ask for it.
  if (object_ == nullptr) Find(part, home, 1);
  if (object_ == nullptr) return;
  // What the block stores before the attempt counts as well.
  for (std::uint32_t i = 0; i < attempt; ++i) {
    const CxxEvent& event = *entry_.events[i];
    const bool stores = entry_.block_of[i] == home && event.kind == CxxEventKind::kStore &&
                        event.arguments.size() == 1 && event.target.kind == CxxValueKind::kObject &&
                        SameObject(event.target.object, *object_);
    if (!stores) continue;
    const auto value = ConstantNumberOf(event.arguments[0]);
    first_ = value ? NumberOf(*value) : kAny;
  }
}

/// The variable of which a test leads to the attempt, and others ask too.
void StateMachine::Find(const std::vector<bool>& part, std::uint32_t home, std::size_t side) {
  const auto& blocks = entry_.function->blocks;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    const CxxObject* object = part[i] && i != home ? ComparedWithConstant(blocks[i]) : nullptr;
    if (object == nullptr || object_ != nullptr) continue;
    const bool leads = LeadsPast(*entry_.function, blocks[i].next[side], home, i) &&
                       !LeadsPast(*entry_.function, blocks[i].next[1 - side], home, i);
    if (!leads) continue;
    std::vector<std::int64_t> values;
    for (std::uint32_t other = 0; other < blocks.size(); ++other) {
      const CxxObject* tested = part[other] ? ComparedWithConstant(blocks[other]) : nullptr;
      if (tested == nullptr || !SameObject(*tested, *object)) continue;
      const std::int64_t value = blocks[other].condition.parts[1].integer;
      if (std::ranges::count(values, value) == 0) values.push_back(value);
    }
    if (values.size() < kFewestTests || values.size() > kMostStates) continue;
    if (!IsSetToConstants(*object)) continue;
    object_ = object;
    values_ = std::move(values);
    first_ = side == 0 ? NumberOf(blocks[i].condition.parts[1].integer) : size() - 1;
  }
}

/// Whether the program goes from one state to another by constants; what an item of a list is, it
/// remains.
bool StateMachine::IsSetToConstants(const CxxObject& object) const {
  if (std::ranges::count(object.path, "[]") > 0) return false;
  const ValueSources& sources = reader_.sources();
  const Sources& stores = !object.path.empty() ? sources.OfField(object.path.back())
                          : object.root == CxxRoot::kGlobal
                              ? sources.OfGlobal(object.usr)
                              : sources.Of(function_, object.root, object.index);
  return std::ranges::count_if(stores.stores, [](const Source& source) {
           return source.value != nullptr && ConstantNumberOf(*source.value);
         }) > 1;
}

std::uint32_t StateMachine::NumberOf(std::int64_t value) const {
  const auto at = std::ranges::find(values_, value);
  return static_cast<std::uint32_t>(at - values_.begin()) + 1;
}

std::uint32_t StateMachine::Behind(std::uint32_t block, std::uint32_t from_event,
                                   std::uint32_t state) const {
  const std::string_view usr = object_->path.empty() ? std::string_view(object_->usr)
                                                     : std::string_view(object_->path.back());
  const bool outlives = !object_->path.empty() || object_->root == CxxRoot::kGlobal;
  for (std::uint32_t i = from_event; i < entry_.events.size(); ++i) {
    if (entry_.block_of[i] != block) continue;
    const CxxEvent& event = *entry_.events[i];
    const bool stores = event.kind == CxxEventKind::kStore && event.arguments.size() == 1 &&
                        event.target.kind == CxxValueKind::kObject &&
                        SameObject(event.target.object, *object_);
    if (stores) {
      const auto value = ConstantNumberOf(event.arguments[0]);
      state = value ? NumberOf(*value) : kAny;
    } else if (event.kind == CxxEventKind::kCall && outlives) {
      for (const FunctionId target : reader_.program().TargetsOf({function_, i})) {
        const auto stored = reader_.ConstantsStoredIn(target, usr);
        if (stored.empty()) continue;
        state = stored.size() == 1 && stored[0] ? NumberOf(*stored[0]) : kAny;
      }
    }
  }
  return state;
}

std::optional<std::size_t> StateMachine::WayOf(std::uint32_t block, std::uint32_t state) const {
  if (state == kAny) return std::nullopt;
  const CxxBlock& test = entry_.function->blocks[block];
  const CxxObject* tested = ComparedWithConstant(test);
  if (tested == nullptr || !SameObject(*tested, *object_)) return std::nullopt;
  return state <= values_.size() && values_[state - 1] == test.condition.parts[1].integer ? 0 : 1;
}

}  // namespace gonogo

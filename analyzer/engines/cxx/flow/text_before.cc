// Which writes into a text count for what is read at one event: those that come before it, and that
// no later one replaces.
#include <algorithm>

#include "analyzer/engines/cxx/flow/loop_nest.h"
#include "analyzer/engines/cxx/flow/text_pieces.h"

namespace gonogo {
namespace {

constexpr unsigned kDeepestMention = 12;

/// Whether nothing behind the block runs any more.
bool EndsProgram(const CxxBlock& block) { return std::ranges::any_of(block.events, NeverReturns); }

}  // namespace

void TextPieces::LookBefore(EventId at) {
  const ProgramFunction& entry = program_.function(at.function);
  const auto& blocks = entry.function->blocks;
  std::vector<std::vector<std::uint32_t>> previous(blocks.size());
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    for (std::size_t edge = 0; edge < blocks[i].next.size(); ++edge) {
      const std::uint32_t next = blocks[i].next[edge];
      if (next < blocks.size() && live_.CanGo(at.function, i, edge)) previous[next].push_back(i);
    }
  }
  before_ = {at, std::vector<bool>(blocks.size())};
  std::vector<std::uint32_t> open = {entry.block_of[at.event]};
  while (!open.empty()) {
    const std::uint32_t block = open.back();
    open.pop_back();
    for (const std::uint32_t other : previous[block]) {
      if (before_.blocks[other]) continue;
      before_.blocks[other] = true;
      open.push_back(other);
    }
  }
}

bool TextPieces::MayBeBefore(FunctionId function, std::uint32_t event) {
  if (!live_.IsLive({function, event})) return false;
  if (before_.at.event == kNoEvent || before_.at.function != function) return true;
  const std::uint32_t block = program_.function(function).block_of[event];
  const std::uint32_t home = program_.function(function).block_of[before_.at.event];
  return before_.blocks[block] || (block == home && event < before_.at.event);
}

/// Whether the value is made of the object, whatever is done with it on the way.
bool TextPieces::Mentions(const CxxValue& value, FunctionId function, const CxxObject& object,
                          unsigned depth) const {
  if (depth > kDeepestMention) return true;
  const auto mentions = [&](const CxxValue& part) {
    return Mentions(part, function, object, depth + 1);
  };
  if (value.kind == CxxValueKind::kObject) return SameRoot(BufferOf(value, function), object);
  if (value.kind != CxxValueKind::kResult) return std::ranges::any_of(value.parts, mentions);
  const auto& events = program_.function(function).events;
  if (value.event >= events.size()) return true;
  const CxxEvent& event = *events[value.event];
  return mentions(event.self) || std::ranges::any_of(event.arguments, mentions);
}

/// `sql = "SELECT " + name`, `std::string sql = ...`, `sql.clear()`: of an object of a class.
bool TextPieces::AssignsWhole(EventId at, const CxxObject& object) const {
  const CxxEvent& event = program_.EventAt(at);
  const bool made = event.kind == CxxEventKind::kConstruct || event.kind == CxxEventKind::kStore;
  const CxxValue& target = made ? event.target : event.self;
  if (!made && !Empties(event)) return false;
  if (target.kind != CxxValueKind::kObject || !SameRoot(target.object, object)) return false;
  if (!std::ranges::equal(target.object.path, object.path)) return false;
  return std::ranges::none_of(event.arguments, [&](const CxxValue& value) {
    return Mentions(value, at.function, object, 0);
  });
}

/// Whether the event writes the object anew, and not from what it holds.
bool TextPieces::ReplacesWhole(EventId at, const CxxObject& object) {
  const CxxEvent& event = program_.EventAt(at);
  if (AssignsWhole(at, object)) return true;
  // `replace_all(text, "'", "''")`: what was in it is made safe.
  if (event.kind == CxxEventKind::kCall && Means(meanings_.escapes, at, &object)) return true;
  const std::optional<TextWrite> write = TextWriteOf(event);
  if (!write || write->into == TextWrite::kSelf || !Replaces(event)) return false;
  for (std::size_t i = 0; i < event.arguments.size(); ++i) {
    const CxxObject* const root = RootOf(event.arguments[i], at.function);
    const bool meant = root != nullptr && Overlap(*root, object);
    if (i == write->into) {
      const CxxValue& target = event.arguments[i];
      // A pointer that runs through the object writes into a part of it.
      if (!meant || target.kind != CxxValueKind::kObject || !Overlap(target.object, object))
        return false;
      if (!std::ranges::equal(WithoutElement(target.object.path), WithoutElement(object.path)))
        return false;
    } else if (meant) {
      return false;
    }
  }
  return true;
}

/// Whether something else is in the object by the time that the event asked about comes; of another
/// function, by its end.
bool TextPieces::IsReplaced(EventId at, const CxxObject& object,
                            const std::vector<std::uint32_t>& writers) {
  constexpr std::size_t kMostWriters = 120;
  if (before_.at.event == kNoEvent || writers.size() > kMostWriters) return false;
  return std::ranges::any_of(writers, [&](std::uint32_t other) {
    return other != at.event && MayBeBefore(at.function, other) &&
           ReplacesWhole({at.function, other}, object) && Passes(at, other);
  });
}

/// Whether each way from a write to the event asked about, or to the end of another function,
/// passes another event.
bool TextPieces::Passes(EventId write, std::uint32_t replacing) const {
  const ProgramFunction& entry = program_.function(write.function);
  const bool is_asked = write.function == before_.at.function;
  const std::uint32_t from = entry.block_of[write.event], over = entry.block_of[replacing];
  const std::uint32_t home = is_asked ? entry.block_of[before_.at.event] : kNoEvent;
  const bool at_once = from == home && write.event < before_.at.event;
  if (from == over && replacing > write.event) return !(at_once && before_.at.event < replacing);
  if (at_once) return false;
  std::vector<bool> seen(entry.function->blocks.size());
  std::vector<std::uint32_t> open = {from};
  while (!open.empty()) {
    const std::uint32_t block = open.back();
    open.pop_back();
    if (block != from && EndsProgram(entry.function->blocks[block])) continue;
    if (!is_asked && entry.function->blocks[block].next.empty()) return false;
    for (const std::uint32_t next : entry.function->blocks[block].next) {
      if (next >= seen.size() || seen[next]) continue;
      if (next == over && (over != home || replacing < before_.at.event)) continue;
      if (next == home) return false;
      seen[next] = true;
      open.push_back(next);
    }
  }
  return true;
}

/// Whether each way from the beginning of the function to the event asked about passes a write of
/// the whole object.
bool TextPieces::IsWrittenAnew(const CxxObject& object, FunctionId function) {
  if (before_.at.event == kNoEvent || before_.at.function != function) return false;
  const ProgramFunction& entry = program_.function(function);
  const Writers& all = WritersOf(function);
  const auto writers = all.find({object.root, object.index});
  if (writers == all.end()) return false;
  const std::uint32_t home = entry.block_of[before_.at.event];
  return std::ranges::any_of(writers->second, [&](std::uint32_t event) {
    if (!MayBeBefore(function, event) || !ReplacesWhole({function, event}, object)) return false;
    const std::uint32_t over = entry.block_of[event];
    return over == home ? event < before_.at.event : !LeadsPast(*entry.function, 0, home, over);
  });
}

}  // namespace gonogo

#include "analyzer/engines/cxx/flow/handler_body.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <set>

namespace gonogo {
namespace {

constexpr std::size_t kMostReached = 4000;
constexpr unsigned kDeepest = 6;  // of bodies that must be fixed for another to be

bool IsNamed(const CxxEvent& event, const std::set<std::string_view>& names) {
  if (event.kind != CxxEventKind::kCall && event.kind != CxxEventKind::kConstruct) return false;
  return names.contains(event.callee) ||
         std::ranges::any_of(event.also,
                             [&](const std::string& name) { return names.contains(name); });
}

/// Whether a test asks for nothing but what the function was handed.
bool IsOfParameters(const CxxValue& condition) {
  switch (condition.kind) {
    case CxxValueKind::kObject:
      return condition.object.root == CxxRoot::kParameter && condition.object.path.empty();
    case CxxValueKind::kCombined:
      return !condition.parts.empty() && std::ranges::all_of(condition.parts, IsOfParameters);
    case CxxValueKind::kInteger:
    case CxxValueKind::kNull:
      return true;
    default:
      return false;
  }
}

bool IsStream(std::string_view usr) {
  return usr.ends_with("@cout") || usr.ends_with("@cerr") || usr.ends_with("@clog") ||
         usr == "c:@stdout" || usr == "c:@stderr";
}

/// Whether a value is the function's own: a constant, something it was handed or has made.
bool IsOwn(const CxxValue& value, const CxxFunction& function) {
  switch (value.kind) {
    case CxxValueKind::kUnknown:
      return false;
    case CxxValueKind::kCombined:
      return std::ranges::all_of(value.parts,
                                 [&](const CxxValue& part) { return IsOwn(part, function); });
    case CxxValueKind::kObject:
      break;
    default:
      return true;
  }
  const CxxObject& object = value.object;
  if (object.root == CxxRoot::kThis) return false;
  if (object.root == CxxRoot::kGlobal) return IsStream(object.usr);
  return std::ranges::none_of(function.captures, [&](const auto& capture) {
    return capture.first.root == object.root && capture.first.index == object.index;
  });
}

/// The first event of those that end each way through the function; nothing where one goes past.
std::optional<std::uint32_t> EndOfEveryWay(const ProgramFunction& entry,
                                           const std::set<std::string_view>& wanted) {
  const auto& blocks = entry.function->blocks;
  std::vector<bool> seen(blocks.size());
  std::optional<std::uint32_t> first;
  for (std::uint32_t i = 0; i < entry.events.size(); ++i) {
    if (!IsNamed(*entry.events[i], wanted)) continue;
    if (!first) first = i;
    seen[entry.block_of[i]] = true;
  }
  std::vector<std::uint32_t> open = {0};
  while (first && !open.empty()) {
    const std::uint32_t at = open.back();
    open.pop_back();
    if (at >= blocks.size()) return std::nullopt;
    if (seen[at]) continue;
    seen[at] = true;
    if (blocks[at].next.empty()) return std::nullopt;
    open.insert(open.end(), blocks[at].next.begin(), blocks[at].next.end());
  }
  return first;
}

}  // namespace

const std::vector<EventId>& HandlerBody::ChainTo(FunctionId body,
                                                 std::span<const std::string_view> names) {
  return Find(body, names, false, chains_);
}

const std::vector<EventId>& HandlerBody::EndOf(FunctionId body,
                                               std::span<const std::string_view> names) {
  return Find(body, names, true, ends_);
}

const std::vector<EventId>& HandlerBody::Find(FunctionId body,
                                              std::span<const std::string_view> names,
                                              bool each_time, Chains& chains) {
  const auto [known, fresh] = chains.try_emplace({names.data(), body});
  if (!fresh) return known->second;
  const std::set<std::string_view> wanted(names.begin(), names.end());
  std::map<FunctionId, EventId> from = {{body, EventId{}}};
  std::deque<FunctionId> open = {body};
  while (!open.empty() && from.size() < kMostReached) {
    const FunctionId id = open.front();
    open.pop_front();
    const ProgramFunction& function = program_.function(id);
    for (std::uint32_t i = 0; i < function.events.size(); ++i) {
      const EventId at{id, i};
      if (!IsNamed(*function.events[i], wanted) || (each_time && !IsEachTime(at))) continue;
      std::vector<EventId>& chain = known->second;
      for (EventId step = at; step.event != kNoEvent; step = from[step.function])
        chain.push_back(step);
      std::ranges::reverse(chain);
      return chain;
    }
    for (const CallSite& site : function.calls) {
      const EventId at{id, site.event};
      if (site.reference || (each_time && !IsEachTime(at))) continue;
      // A tree may hold what another system is given in place of the library.
      if (function.events[site.event]->callee.starts_with("pthread_")) continue;
      for (const FunctionId target : site.targets) {
        if (from.try_emplace(target, at).second) open.push_back(target);
      }
    }
  }
  if (!each_time) return known->second;
  const std::optional<std::uint32_t> end = EndOfEveryWay(program_.function(body), wanted);
  if (end) known->second.push_back({body, *end});
  return known->second;
}

bool HandlerBody::IsEachTime(EventId at) {
  const ProgramFunction& entry = program_.function(at.function);
  std::unique_ptr<FlowGraph>& graph = graphs_[at.function];
  if (graph == nullptr) graph = std::make_unique<FlowGraph>(*entry.function);
  return std::ranges::all_of(graph->GuardsOf(entry.block_of[at.event]), [&](const Guard& guard) {
    return IsOfParameters(entry.function->blocks[guard.block].condition);
  });
}

bool HandlerBody::IsFixed(FunctionId body) { return IsFixed(body, 0); }

bool HandlerBody::IsFixed(FunctionId body, unsigned depth) {
  if (depth > kDeepest) return false;
  // One that calls itself does not end without a test.
  const auto [known, fresh] = fixed_.try_emplace(body, false);
  if (!fresh) return known->second;
  const ProgramFunction& entry = program_.function(body);
  const bool straight = std::ranges::all_of(entry.function->blocks, [](const CxxBlock& block) {
    return !block.has_condition && block.next.size() <= 1;
  });
  if (!straight) return false;
  for (std::uint32_t i = 0; i < entry.events.size(); ++i) {
    if (!IsFixed(EventId{body, i})) return false;
  }
  for (const CallSite& site : entry.calls) {
    for (const FunctionId target : site.targets) {
      if (!IsFixed(target, depth + 1)) return false;
    }
  }
  return fixed_[body] = true;
}

bool HandlerBody::IsFixed(EventId at) const {
  const ProgramFunction& entry = program_.function(at.function);
  const CxxEvent& event = *entry.events[at.event];
  if (event.kind == CxxEventKind::kDestroy) return true;
  if (event.kind == CxxEventKind::kThrow) return false;
  const CxxFunction& function = *entry.function;
  const bool is_call = event.kind == CxxEventKind::kCall;
  // What the tree declares and nobody has shown may do anything.
  if (is_call && event.in_tree && program_.TargetsOf(at).empty()) return false;
  if (is_call && event.self.kind != CxxValueKind::kUnknown && !IsOwn(event.self, function))
    return false;
  return std::ranges::all_of(event.arguments,
                             [&](const CxxValue& value) { return IsOwn(value, function); });
}

}  // namespace gonogo

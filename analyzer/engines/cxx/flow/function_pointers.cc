#include "analyzer/engines/cxx/flow/function_pointers.h"

#include <algorithm>

namespace gonogo {
namespace {

/// A table of more handlers (commands, file systems) is a dispatcher, and any of them says nothing.
constexpr std::size_t kMostKept = 16;

constexpr std::string_view kStandardFunction = "std::function";

/// The field, or else the global, that an object is kept in; elements count as their array.
std::string_view HolderOf(const CxxObject& object) {
  for (auto part = object.path.rbegin(); part != object.path.rend(); ++part) {
    if (*part != "[]") return *part;
  }
  return object.root == CxxRoot::kGlobal ? std::string_view(object.usr) : std::string_view();
}

bool MayKeep(const CxxEvent& event) {
  const bool stores = event.kind == CxxEventKind::kStore ||
                      (event.kind == CxxEventKind::kConstruct && event.callee == kStandardFunction);
  return stores && event.target.kind == CxxValueKind::kObject && !event.arguments.empty();
}

bool IsThroughPointer(const CxxEvent& event) {
  return event.kind == CxxEventKind::kCall && event.self.kind == CxxValueKind::kObject &&
         (event.usr.empty() || event.callee.starts_with(kStandardFunction));
}

}  // namespace

void FunctionPointers::Keep(std::string_view holder, const CxxValue& value) {
  if (value.kind == CxxValueKind::kFunction && !holder.empty()) kept_[holder].push_back(value.usr);
}

void FunctionPointers::Add(const CxxEvent& event) {
  if (!MayKeep(event)) return;
  Keep(HolderOf(event.target.object), event.arguments[0]);
}

void FunctionPointers::Add(const CxxClass& type) {
  for (const auto& [field, value] : type.initialisers) Keep(field, value);
}

void FunctionPointers::Finish() {
  for (auto& [holder, functions] : kept_) {
    std::ranges::sort(functions);
    functions.erase(std::ranges::unique(functions).begin(), functions.end());
    if (functions.size() > kMostKept) functions.clear();
  }
}

std::span<const std::string_view> FunctionPointers::CalledBy(const CxxEvent& event) const {
  if (!IsThroughPointer(event)) return {};
  const auto found = kept_.find(HolderOf(event.self.object));
  return found == kept_.end() ? std::span<const std::string_view>() : found->second;
}

std::vector<std::string_view> FunctionPointers::KeptIn(std::span<const CxxEvent* const> events,
                                                       const CxxEvent& call) {
  std::vector<std::string_view> kept;
  const CxxObject& variable = call.self.object;
  if (!IsThroughPointer(call) || variable.root != CxxRoot::kLocal || !variable.path.empty())
    return kept;
  for (const CxxEvent* event : events) {
    if (!MayKeep(*event) || event->arguments[0].kind != CxxValueKind::kFunction) continue;
    const CxxObject& target = event->target.object;
    const bool same = target.root == CxxRoot::kLocal && target.index == variable.index;
    if (same && target.path.empty()) kept.push_back(event->arguments[0].usr);
  }
  return kept;
}

std::vector<std::string_view> FunctionPointers::HoldersOf(std::string_view function) const {
  std::vector<std::string_view> holders;
  for (const auto& [holder, functions] : kept_) {
    if (std::ranges::binary_search(functions, function)) holders.push_back(holder);
  }
  std::ranges::sort(holders);
  return holders;
}

}  // namespace gonogo

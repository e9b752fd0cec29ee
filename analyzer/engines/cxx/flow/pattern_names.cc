#include <algorithm>

#include "analyzer/engines/cxx/flow/pattern_match.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

std::string_view LastComponent(std::string_view name) {
  const std::size_t at = name.rfind("::");
  return at == std::string_view::npos ? name : name.substr(at + 2);
}

void Append(const std::unordered_map<std::string_view, std::vector<std::uint32_t>>& by_name,
            std::string_view name, std::vector<std::uint32_t>& into) {
  const auto found = by_name.find(name);
  if (found != by_name.end()) into.insert(into.end(), found->second.begin(), found->second.end());
}

void AddAllCalls(const CxxProgram& program, std::vector<EventId>& events) {
  for (FunctionId id = 0; id < program.functions().size(); ++id) {
    const auto& all = program.function(id).events;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      if (all[i]->kind == CxxEventKind::kCall) events.push_back({id, i});
    }
  }
}

}  // namespace

std::vector<EventId> PatternNames::EventsIn(const CxxProgram& program) const {
  std::vector<EventId> events;
  const auto add = [&](std::span<const EventId> more) {
    events.insert(events.end(), more.begin(), more.end());
  };
  for (const auto& [name, patterns] : calls_) add(program.EventsCalling(name));
  for (const auto& [name, patterns] : methods_) add(program.EventsCalling(name));
  for (const auto& [name, patterns] : fields_) add(program.EventsStoring(name));
  if (calls_.contains("*")) AddAllCalls(program, events);
  std::ranges::sort(events);
  const auto repeated = std::ranges::unique(events);
  events.erase(repeated.begin(), repeated.end());
  return events;
}

bool PatternNames::AnyIn(const CxxProgram& program) const {
  const auto called = [&](const auto& entry) {
    return !program.EventsCalling(entry.first).empty();
  };
  const auto stored = [&](const auto& entry) {
    return !program.EventsStoring(entry.first).empty();
  };
  return calls_.contains("*") || std::ranges::any_of(calls_, called) ||
         std::ranges::any_of(fields_, stored);
}

void PatternNames::Add(const CallPattern& pattern, std::uint32_t index) {
  if (pattern.sort == PatternSort::kCall) {
    calls_[pattern.name].push_back(index);
    return;
  }
  fields_[LastComponent(pattern.name)].push_back(index);
  field_names_.emplace_back(pattern.name, index);
}

void PatternNames::AddMethod(const CallPattern& pattern, std::uint32_t index) {
  const std::string_view own = LastComponent(pattern.name);
  const bool on_object = pattern.sort == PatternSort::kCall && pattern.on_object;
  if (on_object && own.size() < pattern.name.size()) methods_[own].push_back(index);
}

void PatternNames::AddFields(std::string_view usr, std::vector<std::uint32_t>& found) const {
  std::vector<std::uint32_t> near;
  Append(fields_, LastNameOfUsr(usr), near);
  if (near.empty()) return;
  const std::string name = QualifiedNameOfUsr(usr);
  for (const auto& [wanted, index] : field_names_) {
    if (wanted == name && std::ranges::count(near, index) > 0) found.push_back(index);
  }
}

std::vector<std::uint32_t> PatternNames::Candidates(const CxxEvent& event) const {
  std::vector<std::uint32_t> found;
  if (event.kind == CxxEventKind::kCall || event.kind == CxxEventKind::kConstruct) {
    Append(calls_, event.callee, found);
    if (event.kind == CxxEventKind::kCall) Append(calls_, "*", found);
    for (const std::string& name : event.also) Append(calls_, name, found);
    const bool of_any_type = event.kind == CxxEventKind::kCall && event.usr.empty() &&
                             event.self.kind == CxxValueKind::kObject && event.self.type.empty();
    if (of_any_type) Append(methods_, event.callee, found);
  }
  // An object that is made in a field is stored there: options.limit = std::chrono::seconds(n).
  const bool stores = event.kind == CxxEventKind::kStore || event.kind == CxxEventKind::kConstruct;
  if (stores && !fields_.empty() && event.target.kind == CxxValueKind::kObject &&
      !event.target.object.path.empty()) {
    AddFields(event.target.object.path.back(), found);
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

ObjectAt PatternMatcher::ObjectOf(const CallPattern& pattern, const CxxEvent& event, bool made) {
  std::size_t position = 0;
  for (const ArgumentPattern& form : pattern.arguments) {
    if (form.some) continue;
    if (form.sort == ArgumentSort::kObject && position < event.arguments.size()) {
      return {ObjectSpot::kValue, &event.arguments[position], nullptr};
    }
    ++position;
  }
  if (pattern.sort == PatternSort::kStore) {
    return {ObjectSpot::kHolder, nullptr, &event.target.object};
  }
  if (event.kind == CxxEventKind::kConstruct) return {ObjectSpot::kResult, nullptr, nullptr};
  if (made) return {ObjectSpot::kResult, nullptr, nullptr};
  if (event.self.kind != CxxValueKind::kUnknown) {
    return {ObjectSpot::kValue, &event.self, nullptr};
  }
  return {ObjectSpot::kResult, nullptr, nullptr};
}

std::vector<const CxxValue*> PatternMatcher::Deciding(const CallPattern& pattern,
                                                      const CxxEvent& event) {
  std::vector<const CxxValue*> deciding;
  std::size_t position = 0;
  for (const ArgumentPattern& form : pattern.arguments) {
    const bool decides = form.sort != ArgumentSort::kAny && form.sort != ArgumentSort::kObject &&
                         form.sort != ArgumentSort::kType;
    if (form.some) {
      for (const CxxValue& value : event.arguments) {
        if (decides) deciding.push_back(&value);
      }
      continue;
    }
    if (decides && position < event.arguments.size()) {
      deciding.push_back(&event.arguments[position]);
    }
    ++position;
  }
  return deciding;
}

}  // namespace gonogo

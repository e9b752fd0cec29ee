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

}  // namespace

void PatternNames::Add(const CallPattern& pattern, std::uint32_t index) {
  if (pattern.sort == PatternSort::kCall) {
    calls_[pattern.name].push_back(index);
    return;
  }
  fields_[LastComponent(pattern.name)].push_back(index);
  field_names_.emplace_back(pattern.name, index);
}

std::vector<std::uint32_t> PatternNames::Candidates(const CxxEvent& event) const {
  std::vector<std::uint32_t> found;
  if (event.kind == CxxEventKind::kCall || event.kind == CxxEventKind::kConstruct) {
    Append(calls_, event.callee, found);
    if (event.kind == CxxEventKind::kCall) Append(calls_, "*", found);
    for (const std::string& name : event.also) Append(calls_, name, found);
  } else if (event.kind == CxxEventKind::kStore && !fields_.empty() &&
             event.target.kind == CxxValueKind::kObject && !event.target.object.path.empty()) {
    const std::string_view usr = event.target.object.path.back();
    std::vector<std::uint32_t> near;
    Append(fields_, LastNameOfUsr(usr), near);
    if (near.empty()) return found;
    const std::string name = QualifiedNameOfUsr(usr);
    for (const auto& [wanted, index] : field_names_) {
      if (wanted == name && std::ranges::count(near, index) > 0) found.push_back(index);
    }
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
  if (event.kind == CxxEventKind::kStore) {
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

#include "analyzer/engines/cxx/flow/program.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostTargets = 64;

std::string_view FileOf(const CxxUnit& unit, const CxxPlace& place) {
  return place.file < unit.files.size() ? std::string_view(unit.files[place.file])
                                        : std::string_view(unit.path);
}

/// How many leading folders two paths share.
std::size_t SharedFolders(std::string_view one, std::string_view other) {
  std::size_t shared = 0;
  for (std::size_t i = 0; i < one.size() && i < other.size() && one[i] == other[i]; ++i) {
    if (one[i] == '/') ++shared;
  }
  return shared;
}

void Number(ProgramFunction& entry) {
  const auto& blocks = entry.function->blocks;
  for (std::uint32_t block = 0; block < blocks.size(); ++block) {
    for (const CxxEvent& event : blocks[block].events) {
      entry.events.push_back(&event);
      entry.block_of.push_back(block);
    }
  }
}

/// The class of this name and those that it derives from, as far as they are known.
std::vector<const CxxClass*> WithBases(const CxxProgram& program, std::string_view name) {
  std::set<const CxxClass*> seen;
  std::vector<const CxxClass*> all;
  std::vector<const CxxClass*> open = {program.ClassNamed(name)};
  while (!open.empty()) {
    const CxxClass* type = open.back();
    open.pop_back();
    if (type == nullptr || !seen.insert(type).second) continue;
    all.push_back(type);
    for (const std::string& usr : type->bases) open.push_back(program.ClassOf(usr));
  }
  return all;
}

/// A lambda that becomes a pointer to a function is handed to somebody, and not called here.
bool IsMadePointer(std::span<const CxxEvent* const> events, std::uint32_t number,
                   const CxxFunction& body) {
  const CxxEvent& event = *events[number];
  const bool of_lambda = event.self.kind == CxxValueKind::kFunction && event.self.usr == event.usr;
  if (!of_lambda || !event.arguments.empty()) return false;
  if (!body.parameters.empty()) return true;
  return body.return_type == "void" &&
         std::any_of(events.begin() + number + 1, events.end(), [&](const CxxEvent* later) {
           return std::ranges::any_of(later->arguments, [&](const CxxValue& value) {
             return value.kind == CxxValueKind::kResult && value.event == number;
           });
         });
}

}  // namespace

bool NeverReturns(const CxxEvent& event) {
  constexpr std::string_view kNames[] = {"exit",       "_exit",          "_Exit",     "abort",
                                         "quick_exit", "std::terminate", "std::exit", "std::abort",
                                         "std::_Exit", "__assert_fail"};
  return std::ranges::count(kNames, std::string_view(event.callee)) > 0;
}

CxxProgram::CxxProgram(std::span<const CxxUnit* const> units,
                       std::span<const CxxLinkUnit> link_units) {
  for (const CxxUnit* unit : units) {
    if (unit != nullptr) units_.push_back(unit);
  }
  std::ranges::stable_sort(units_, {}, &CxxUnit::path);
  for (std::uint32_t i = 0; i < link_units.size(); ++i) {
    for (const CxxUnit* unit : link_units[i].units) links_[unit].push_back(i);
  }
  for (const CxxUnit* unit : units_) AddUnit(*unit);
  LinkOverriders();
  FindPointers();
  for (FunctionId id = 0; id < functions_.size(); ++id) LinkCalls(id);
  for (FunctionId id = 0; id < functions_.size(); ++id) NameEvents(id);
  for (FunctionId id = 0; id < functions_.size(); ++id) {
    for (const CallSite& site : functions_[id].calls) {
      for (const FunctionId target : site.targets) {
        functions_[target].callers.push_back({id, site.event});
      }
    }
  }
}

void CxxProgram::AddUnit(const CxxUnit& unit) {
  for (const CxxFunction& function : unit.functions) AddFunction(unit, function);
  for (const CxxClass& type : unit.classes) {
    const auto [known, fresh] = classes_.emplace(type.usr, &type);
    // A unit that only sees the class declared says less of it.
    if (!fresh && known->second->fields.size() < type.fields.size()) known->second = &type;
    const auto [named, is_new] = classes_by_name_.emplace(type.name, &type);
    if (!is_new && named->second->fields.size() < type.fields.size()) named->second = &type;
  }
  for (const CxxClass& type : unit.classes) {
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
      fields_.try_emplace(type.fields[i].usr, CxxFieldPosition{&type, i, &unit});
    }
  }
  for (const CxxGlobal& global : unit.globals) {
    const auto [known, fresh] = globals_.emplace(global.variable.usr, &global);
    const bool says_more = known->second->initialiser.kind == CxxValueKind::kUnknown;
    if (!fresh && says_more) known->second = &global;
  }
}

void CxxProgram::AddFunction(const CxxUnit& unit, const CxxFunction& function) {
  if (function.blocks.empty()) return;
  std::vector<FunctionId>& known = by_usr_[function.usr];
  const std::string_view file = FileOf(unit, function.place);
  for (const FunctionId id : known) {
    if (PathOf(id, functions_[id].function->place) == file) return;
  }
  known.push_back(static_cast<FunctionId>(functions_.size()));
  ProgramFunction& entry = functions_.emplace_back();
  entry.function = &function;
  entry.unit = &unit;
  Number(entry);
  if (!function.class_usr.empty())
    by_name_[function.name].push_back(static_cast<FunctionId>(functions_.size() - 1));
  if (!function.is_constructor) return;
  constructors_[function.class_usr].push_back(static_cast<FunctionId>(functions_.size() - 1));
}

void CxxProgram::NameEvents(FunctionId id) {
  const auto add = [](std::vector<EventId>& events, EventId at) {
    if (events.empty() || events.back() != at) events.push_back(at);
  };
  for (std::uint32_t i = 0; i < functions_[id].events.size(); ++i) {
    const CxxEvent& event = *functions_[id].events[i];
    const bool constructs = event.kind == CxxEventKind::kConstruct;
    if (constructs || event.kind == CxxEventKind::kCall) {
      add(calls_by_name_[event.callee], {id, i});
      for (const std::string& name : event.also) add(calls_by_name_[name], {id, i});
    }
    const bool stores = constructs || event.kind == CxxEventKind::kStore;
    if (stores && event.target.kind == CxxValueKind::kObject && !event.target.object.path.empty())
      add(stores_by_field_[LastNameOfUsr(event.target.object.path.back())], {id, i});
  }
}

std::span<const EventId> CxxProgram::EventsCalling(std::string_view name) const {
  const auto found = calls_by_name_.find(name);
  return found == calls_by_name_.end() ? std::span<const EventId>() : found->second;
}

std::span<const EventId> CxxProgram::EventsStoring(std::string_view field) const {
  const auto found = stores_by_field_.find(field);
  return found == stores_by_field_.end() ? std::span<const EventId>() : found->second;
}

void CxxProgram::LinkOverriders() {
  for (const ProgramFunction& entry : functions_) {
    for (const std::string& overridden : entry.function->overrides) {
      overriders_[overridden].push_back(entry.function->usr);
    }
  }
  for (auto& [usr, list] : overriders_) {
    std::ranges::sort(list);
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
}

void CxxProgram::LinkCalls(FunctionId caller) {
  for (std::uint32_t i = 0; i < functions_[caller].events.size(); ++i) {
    const CxxEvent& event = *functions_[caller].events[i];
    const bool calls = event.kind == CxxEventKind::kCall || event.kind == CxxEventKind::kConstruct;
    std::vector<FunctionId> targets;
    if (calls && !event.usr.empty()) targets = Callees(caller, event.usr, event.is_virtual);
    if (calls && targets.empty()) targets = CalleesThroughPointer(caller, event);
    // What std::make_unique constructs is known by its class alone.
    if (event.kind == CxxEventKind::kConstruct && event.usr.empty()) targets = Constructors(event);
    if (!targets.empty()) {
      const bool reference = calls && IsMadePointer(functions_[caller].events, i,
                                                    *functions_[targets.front()].function);
      functions_[caller].calls.push_back(
          {.event = i, .targets = std::move(targets), .reference = reference});
    }
    AddReferences(caller, i);
  }
}

std::span<const FunctionId> CxxProgram::TargetsOf(EventId id) const {
  const std::vector<CallSite>& calls = functions_[id.function].calls;
  const auto site = std::ranges::lower_bound(calls, id.event, {}, &CallSite::event);
  if (site == calls.end() || site->event != id.event || site->reference) return {};
  return site->targets;
}

void CxxProgram::FindPointers() {
  const auto class_named = [this](std::string_view name) { return ClassNamed(name); };
  for (const ProgramFunction& entry : functions_) {
    for (const CxxEvent* event : entry.events) pointers_.Add(*event);
  }
  for (const auto& [usr, type] : classes_) pointers_.Add(*type);
  for (const auto& [usr, global] : globals_) pointers_.Add(*global, class_named);
  pointers_.Finish();
}

std::vector<FunctionId> CxxProgram::CalleesThroughPointer(FunctionId caller,
                                                          const CxxEvent& event) const {
  std::vector<FunctionId> found;
  const std::span<const std::string_view> held = pointers_.CalledBy(event);
  std::vector<std::string_view> usrs(held.begin(), held.end());
  if (usrs.empty()) usrs = FunctionPointers::KeptIn(functions_[caller].events, event);
  for (const std::string_view usr : usrs) {
    for (const FunctionId id : Callees(caller, usr, false)) {
      // What is handed over in place of a function with other parameters is not called here.
      if (functions_[id].function->parameters.size() == event.arguments.size()) found.push_back(id);
    }
  }
  std::ranges::sort(found);
  found.erase(std::ranges::unique(found).begin(), found.end());
  return found;
}

std::vector<FunctionId> CxxProgram::Constructors(const CxxEvent& event) const {
  const CxxClass* type = ClassNamed(event.callee);
  const auto all = type == nullptr ? constructors_.end() : constructors_.find(type->usr);
  if (all == constructors_.end()) return {};
  std::vector<FunctionId> fitting;
  for (const FunctionId id : all->second) {
    const std::size_t count = functions_[id].function->parameters.size();
    if (count == event.arguments.size()) fitting.push_back(id);
  }
  return fitting;
}

void CxxProgram::AddReferences(FunctionId caller, std::uint32_t number) {
  const CxxEvent& event = *functions_[caller].events[number];
  for (std::uint32_t i = 0; i < event.arguments.size(); ++i) {
    const CxxValue& value = event.arguments[i];
    std::vector<FunctionId> targets;
    if (value.kind == CxxValueKind::kFunction) targets = Callees(caller, value.usr, false);
    if (value.kind == CxxValueKind::kText && i > 0)
      targets = Slot(caller, event.arguments[i - 1].type, value.text);
    if (targets.empty()) continue;
    functions_[caller].calls.push_back({.event = number,
                                        .targets = std::move(targets),
                                        .reference = true,
                                        .first_argument = i + 1});
  }
}

/// `this, SLOT(retry())`, which is the text "1retry()" once the macro is gone.
std::vector<FunctionId> CxxProgram::Slot(FunctionId caller, std::string_view receiver,
                                         std::string_view text) const {
  const std::size_t open = text.find('(');
  if (!text.starts_with('1') || !text.ends_with(')') || open < 2) return {};
  const std::string name(text.substr(1, open - 1));
  for (const CxxClass* type : WithBases(*this, receiver)) {
    const auto list = by_name_.find(type->name + "::" + name);
    if (list != by_name_.end()) return Nearest(caller, list->second);
  }
  return {};
}

std::vector<FunctionId> CxxProgram::Callees(FunctionId caller, std::string_view usr,
                                            bool is_virtual) const {
  std::set<std::string_view> names = {usr};
  std::vector<std::string_view> open = {usr};
  while (is_virtual && !open.empty() && names.size() < kMostTargets) {
    const std::string_view name = open.back();
    open.pop_back();
    const auto list = overriders_.find(name);
    if (list == overriders_.end()) continue;
    for (const std::string_view other : list->second) {
      if (names.insert(other).second) open.push_back(other);
    }
  }
  std::vector<FunctionId> found;
  for (const std::string_view name : names) {
    const auto list = by_usr_.find(name);
    if (list == by_usr_.end()) continue;
    for (const FunctionId id : Nearest(caller, list->second)) found.push_back(id);
  }
  std::ranges::sort(found);
  return found;
}

bool CxxProgram::Linked(const CxxUnit* one, const CxxUnit* other) const {
  const auto a = links_.find(one);
  const auto b = links_.find(other);
  if (a == links_.end() || b == links_.end()) return false;
  return std::ranges::any_of(
      a->second, [&](std::uint32_t link) { return std::ranges::count(b->second, link) > 0; });
}

std::vector<FunctionId> CxxProgram::Nearest(FunctionId caller,
                                            const std::vector<FunctionId>& all) const {
  if (all.size() < 2) return all;
  const ProgramFunction& from = functions_[caller];
  const std::string_view home = PathOf(caller, from.function->place);
  // Ordered: a definition of the same file beats what is linked, which beats what lies near.
  const auto score = [&](FunctionId id) {
    const std::string_view path = PathOf(id, functions_[id].function->place);
    if (path == home) return std::size_t{1} << 31U;
    const std::size_t linked = Linked(from.unit, functions_[id].unit) ? std::size_t{1} << 30U : 0;
    return linked + SharedFolders(path, home);
  };
  std::size_t best = 0;
  for (const FunctionId id : all) best = std::max(best, score(id));
  std::vector<FunctionId> nearest;
  for (const FunctionId id : all) {
    if (score(id) == best && nearest.size() < kMostTargets) nearest.push_back(id);
  }
  return nearest;
}

const CxxClass* CxxProgram::ClassOf(std::string_view usr) const {
  const auto found = classes_.find(usr);
  return found == classes_.end() ? nullptr : found->second;
}

const CxxClass* CxxProgram::ClassNamed(std::string_view name) const {
  const auto found = classes_by_name_.find(name);
  return found == classes_by_name_.end() ? nullptr : found->second;
}

const CxxGlobal* CxxProgram::GlobalOf(std::string_view usr) const {
  const auto found = globals_.find(usr);
  return found == globals_.end() ? nullptr : found->second;
}

const CxxFieldPosition* CxxProgram::FieldAt(std::string_view usr) const {
  const auto found = fields_.find(usr);
  return found == fields_.end() ? nullptr : &found->second;
}

bool CxxProgram::IsOrDerives(std::string_view name, std::string_view base) const {
  if (name == base) return true;
  return std::ranges::any_of(WithBases(*this, name),
                             [&](const CxxClass* type) { return type->name == base; });
}

void CxxProgram::MarkTrials(std::span<const std::string_view> paths) {
  const std::unordered_set<std::string_view> trials(paths.begin(), paths.end());
  if (trials.empty()) return;
  of_trial_.resize(functions_.size());
  for (FunctionId id = 0; id < functions_.size(); ++id)
    of_trial_[id] = trials.contains(PathOf(id, functions_[id].function->place));
}

std::string_view CxxProgram::PathOf(FunctionId id, const CxxPlace& place) const {
  return FileOf(*functions_[id].unit, place);
}

}  // namespace gonogo

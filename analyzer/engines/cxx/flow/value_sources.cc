#include <algorithm>

#include "analyzer/engines/cxx/flow/joined_text.h"
#include "analyzer/engines/cxx/flow/values.h"

namespace gonogo {
namespace {

const Sources& NoSources() {
  static const Sources kNone;
  return kNone;
}

/// Whether a body stores into its parameter itself, as one does with an out-parameter.
bool StoresInto(const CxxProgram& program, FunctionId function, std::size_t parameter) {
  for (const CxxEvent* event : program.function(function).events) {
    if (event->kind != CxxEventKind::kStore) continue;
    const CxxObject& object = event->target.object;
    if (event->target.kind == CxxValueKind::kObject && object.root == CxxRoot::kParameter &&
        object.index == parameter && object.path.empty()) {
      return true;
    }
  }
  return false;
}

/// What an object is constructed of, where that is one value: a list with an allocator behind it
/// is.
const CxxValue* WholeOf(const CxxEvent& construction) {
  const auto& arguments = construction.arguments;
  if (arguments.empty()) return nullptr;
  const bool list = arguments[0].kind == CxxValueKind::kCombined &&
                    arguments[0].operation == "{}" && arguments[0].type == "std::initializer_list";
  return list || arguments.size() == 1 ? &arguments[0] : nullptr;
}

const CallSite* SiteOf(const ProgramFunction& function, std::uint32_t event) {
  const auto at = std::ranges::lower_bound(function.calls, event, {}, &CallSite::event);
  return at == function.calls.end() || at->event != event || at->reference ? nullptr : &*at;
}

/// What tests put into what the product sets, too, is not what the product runs with.
void DropTrials(const CxxProgram& program, Sources& sources) {
  const auto of_trial = [&](const EventId at) {
    return at.event != kNoEvent && program.IsOfTrial(at.function);
  };
  const auto trial = [&](const Source& source) { return of_trial(source.at); };
  if (std::ranges::all_of(sources.stores, trial)) return;
  std::erase_if(sources.stores, trial);
  std::erase_if(sources.passed, of_trial);
}

}  // namespace

ValueSources::ValueSources(const CxxProgram& program) : returns_(program.functions().size()) {
  for (FunctionId id = 0; id < program.functions().size(); ++id) Read(program, id);
  for (const CxxUnit* unit : program.units()) {
    for (const CxxGlobal& global : unit->globals) HandOut(global.initialiser);
    for (const CxxClass& type : unit->classes) {
      if (program.ClassOf(type.usr) != &type) continue;
      for (const auto& [usr, value] : type.initialisers) {
        // What such an initialiser calls is an event of no function.
        const bool constant = IsConstant(value);
        fields_[usr].stores.push_back({.at = {}, .value = constant ? &value : nullptr});
      }
    }
  }
  for (auto& [usr, sources] : fields_) DropTrials(program, sources);
  for (auto& [usr, sources] : globals_) DropTrials(program, sources);
}

/// `{"verify", INT, &verify}`: whoever reads the table may set the variable.
void ValueSources::HandOut(const CxxValue& table) {
  if (table.kind != CxxValueKind::kCombined || table.operation != "{}") return;
  for (const CxxValue& part : table.parts) {
    const bool variable = part.kind == CxxValueKind::kObject &&
                          part.object.root == CxxRoot::kGlobal && part.object.path.empty();
    if (variable) globals_[part.object.usr].stores.push_back({.at = {}, .value = nullptr});
    HandOut(part);
  }
}

void ValueSources::Read(const CxxProgram& program, FunctionId function) {
  const auto& events = program.function(function).events;
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    const CxxEvent& event = *events[i];
    const EventId at{function, i};
    const CxxValue* value = event.arguments.empty() ? nullptr : &event.arguments[0];
    switch (event.kind) {
      case CxxEventKind::kStore:
        if (event.target.kind == CxxValueKind::kObject) {
          Store(program, at, event.target.object, value);
        }
        break;
      case CxxEventKind::kReturn:
        returns_[function].push_back(at);
        break;
      case CxxEventKind::kConstruct:
        if (event.target.kind == CxxValueKind::kObject) {
          Store(program, at, event.target.object, WholeOf(event));
        }
        Pass(program, at, event);
        break;
      case CxxEventKind::kCall:
        Pass(program, at, event);
        break;
      default:
        break;
    }
  }
}

void ValueSources::Store(const CxxProgram& program, EventId at, const CxxObject& target,
                         const CxxValue* value) {
  const Source source{at, value};
  const bool local = target.root == CxxRoot::kLocal || target.root == CxxRoot::kParameter;
  if (local && target.path.empty()) {
    variables_[{at.function, target.root, target.index}].stores.push_back(source);
  } else if (local) {
    partial_[{at.function, target.root, target.index}].emplace_back(&target, source);
  }
  if (!target.path.empty()) {
    fields_[target.path.back()].stores.push_back(source);
  } else if (target.root == CxxRoot::kGlobal) {
    globals_[target.usr].stores.push_back(source);
  }
  if (value != nullptr) Braced(program, at, *value);
}

/// `Options o = {30, false}` stores into the fields in order.
void ValueSources::Braced(const CxxProgram& program, EventId at, const CxxValue& value) {
  if (value.kind != CxxValueKind::kCombined || value.operation != "{}") return;
  const CxxClass* type = program.ClassNamed(value.type);
  if (type == nullptr) return;
  for (std::size_t i = 0; i < value.parts.size() && i < type->fields.size(); ++i) {
    fields_[type->fields[i].usr].stores.push_back({at, &value.parts[i]});
  }
}

void ValueSources::Pass(const CxxProgram& program, EventId at, const CxxEvent& event) {
  const bool grows = Appends(event.callee) && event.self.kind == CxxValueKind::kObject;
  if (grows && event.self.object.path.empty() && event.self.object.root == CxxRoot::kLocal) {
    variables_[{at.function, CxxRoot::kLocal, event.self.object.index}].passed.push_back(at);
  }
  const CallSite* site = SiteOf(program.function(at.function), at.event);
  for (std::size_t i = 0; i < event.arguments.size(); ++i) {
    const CxxValue& value = event.arguments[i];
    if (value.kind != CxxValueKind::kObject) continue;
    if (site != nullptr && std::ranges::none_of(site->targets, [&](FunctionId target) {
          return StoresInto(program, target, i);
        })) {
      continue;
    }
    const CxxObject& object = value.object;
    if (!object.path.empty()) {
      fields_[object.path.back()].passed.push_back(at);
    } else if (object.root == CxxRoot::kGlobal) {
      globals_[object.usr].passed.push_back(at);
    } else if (object.root != CxxRoot::kThis) {
      variables_[{at.function, object.root, object.index}].passed.push_back(at);
    }
  }
}

const Sources& ValueSources::Of(FunctionId function, CxxRoot root, std::uint32_t index) const {
  const auto found = variables_.find({function, root, index});
  return found == variables_.end() ? NoSources() : found->second;
}

const Sources& ValueSources::OfField(std::string_view usr) const {
  const auto found = fields_.find(usr);
  return found == fields_.end() ? NoSources() : found->second;
}

const Sources& ValueSources::OfGlobal(std::string_view usr) const {
  const auto found = globals_.find(usr);
  return found == globals_.end() ? NoSources() : found->second;
}

const std::vector<std::pair<const CxxObject*, Source>>& ValueSources::Partial(
    FunctionId function, CxxRoot root, std::uint32_t index) const {
  static const std::vector<std::pair<const CxxObject*, Source>> kNone;
  const auto found = partial_.find({function, root, index});
  return found == partial_.end() ? kNone : found->second;
}

}  // namespace gonogo

#include "analyzer/engines/cxx/flow/values.h"

#include <algorithm>
#include <optional>

#include "analyzer/engines/cxx/flow/joined_text.h"
#include "analyzer/engines/cxx/flow/trial_code.h"

namespace gonogo {
namespace {

constexpr unsigned kDeepest = 10;
constexpr std::size_t kMostConstants = 24;
constexpr unsigned kMostSteps = 2000;  // of one question: values may be made of themselves, widely

bool IsText(std::string_view type) {
  return type.starts_with("std::basic_string") || type == "QString" || type == "QByteArray";
}

/// Methods that give back what the object holds.
bool IsView(std::string_view callee) {
  constexpr std::string_view kEnds[] = {"::c_str",  "::data",      "::count", "::str",
                                        "::string", "::constData", "::toUtf8"};
  return std::ranges::any_of(kEnds, [&](std::string_view end) { return callee.ends_with(end); });
}

std::optional<std::int64_t> Compute(std::string_view operation, std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  if (operation == "+" && !__builtin_add_overflow(a, b, &result)) return result;
  if (operation == "-" && !__builtin_sub_overflow(a, b, &result)) return result;
  if (operation == "*" && !__builtin_mul_overflow(a, b, &result)) return result;
  if (operation == "/" && b > 0) return a / b;
  if (operation == "==") return a == b;
  if (operation == "!=") return a != b;
  if (operation == "<") return a < b;
  if (operation == ">") return a > b;
  if (operation == "<=") return a <= b;
  if (operation == ">=") return a >= b;
  if (operation == "&&") return a != 0 && b != 0;
  if (operation == "||") return a != 0 || b != 0;
  if (operation == "|") return a | b;
  if (operation == "&") return a & b;
  return std::nullopt;
}

bool IsNumber(const CxxValue& value) {
  return value.kind == CxxValueKind::kInteger || value.kind == CxxValueKind::kDuration ||
         value.kind == CxxValueKind::kNull;
}

}  // namespace

bool IsConstant(const CxxValue& value) {
  switch (value.kind) {
    case CxxValueKind::kInteger:
    case CxxValueKind::kReal:
    case CxxValueKind::kText:
    case CxxValueKind::kNull:
    case CxxValueKind::kDuration:
    case CxxValueKind::kFunction:
      return true;
    case CxxValueKind::kCombined:
      return value.operation == "{}" && std::ranges::all_of(value.parts, IsConstant);
    default:
      return false;
  }
}

bool IsNone(const CxxValue& constant) {
  switch (constant.kind) {
    case CxxValueKind::kInteger:
    case CxxValueKind::kDuration:
      return constant.integer <= 0;
    case CxxValueKind::kReal:
      return constant.real <= 0;
    case CxxValueKind::kNull:
      return true;
    case CxxValueKind::kCombined:
      return std::ranges::all_of(constant.parts, IsNone);
    default:
      return false;
  }
}

bool IsTrue(const CxxValue& constant) {
  switch (constant.kind) {
    case CxxValueKind::kInteger:
    case CxxValueKind::kDuration:
      return constant.integer != 0;
    case CxxValueKind::kReal:
      return constant.real != 0;
    default:
      return constant.kind != CxxValueKind::kNull;
  }
}

Resolver::Resolver(const CxxProgram& program, const ValueSources& sources,
                   std::set<std::string_view> harmless)
    : program_(program), sources_(sources), harmless_(std::move(harmless)) {}

const CxxValue* Resolver::Share(const CxxValue& value) {
  if (value.kind == CxxValueKind::kCombined) return &value;
  const std::string_view word = value.kind == CxxValueKind::kText ? std::string_view(value.text)
                                : value.kind == CxxValueKind::kFunction
                                    ? std::string_view(value.usr)
                                    : std::string_view();
  const double real = value.kind == CxxValueKind::kReal ? value.real : 0;
  const std::int64_t integer = value.kind == CxxValueKind::kReal ? 0 : value.integer;
  return shared_
      .emplace(std::make_tuple(static_cast<int>(value.kind), integer, real, word,
                               std::string_view(value.name)),
               &value)
      .first->second;
}

Resolved Resolver::Resolve(const CxxValue& value, FunctionId function,
                           const ParameterConstants& parameters) {
  Resolved resolved;
  steps_ = 0;
  Follow(value, {.function = function, .parameters = &parameters}, resolved);
  return resolved;
}

const CxxValue* Resolver::Single(const CxxValue& value, FunctionId function,
                                 const ParameterConstants& parameters) {
  return OnlyOne(Resolve(value, function, parameters));
}

std::vector<const CxxValue*> Resolver::HeldFunctions(const CxxValue& value, EventId at,
                                                     const ParameterConstants& parameters) {
  const CxxObject& object = value.object;
  if (value.kind != CxxValueKind::kObject || object.root != CxxRoot::kLocal) return {};
  // Of what is stored in one field the last before the event counts.
  std::map<std::vector<std::string>, const Source*> last;
  for (const auto& [target, source] : sources_.Partial(at.function, object.root, object.index)) {
    const bool inside = target->path.size() > object.path.size() &&
                        std::equal(object.path.begin(), object.path.end(), target->path.begin());
    if (!inside || source.value == nullptr || source.at.event >= at.event) continue;
    const Source*& known = last[target->path];
    if (known == nullptr || known->at.event < source.at.event) known = &source;
  }
  std::vector<const CxxValue*> functions;
  for (const auto& [path, source] : last) {
    for (const Constant& constant : Resolve(*source->value, at.function, parameters).constants) {
      if (constant.value->kind == CxxValueKind::kFunction) functions.push_back(constant.value);
    }
  }
  return functions;
}

const CxxValue* Resolver::OnlyOne(const Resolved& resolved) {
  if (resolved.open || resolved.constants.empty()) return nullptr;
  const CxxValue* first = Share(*resolved.constants[0].value);
  for (const Constant& constant : resolved.constants) {
    if (constant.element || Share(*constant.value) != first) return nullptr;
  }
  return first;
}

const CxxValue* Resolver::SingleOfPart(const CxxValue& part, const Scope& scope) {
  Resolved resolved;
  Follow(part, scope, resolved);
  return OnlyOne(resolved);
}

void Resolver::Follow(const CxxValue& value, const Scope& scope, Resolved& into) {
  if (into.constants.size() >= kMostConstants || scope.depth > kDeepest || ++steps_ > kMostSteps) {
    into.open = true;
    return;
  }
  if (IsConstant(value)) {
    into.constants.push_back({&value, {}});
    return;
  }
  Scope deeper = scope;
  ++deeper.depth;
  switch (value.kind) {
    case CxxValueKind::kObject:
      return FollowObject(value.object, deeper, into);
    case CxxValueKind::kResult:
      return FollowResult(value, deeper, into);
    case CxxValueKind::kCombined:
      return FollowCombined(value, deeper, into);
    default:
      into.open = true;
  }
}

void Resolver::FollowObject(const CxxObject& object, const Scope& scope, Resolved& into) {
  const auto element = std::ranges::find(object.path, "[]");
  if (element != object.path.end()) {
    return FollowElements(object, static_cast<std::size_t>(element - object.path.begin()), scope,
                          into);
  }
  if (!object.path.empty()) {
    if (!FollowPartial(object, scope, into)) FollowField(object, scope, into);
    return;
  }
  if (object.root == CxxRoot::kGlobal) return FollowGlobal(object, scope, into);
  if (object.root == CxxRoot::kThis) {
    into.open = true;
    return;
  }
  FollowVariable(object, scope, into);
}

void Resolver::FollowVariable(const CxxObject& object, const Scope& scope, Resolved& into) {
  const Sources& sources = sources_.Of(scope.function, object.root, object.index);
  if (object.root == CxxRoot::kParameter) {
    const bool known =
        object.index < scope.parameters->size() && (*scope.parameters)[object.index] != nullptr;
    if (!known) into.open = true;
    if (known) {
      into.constants.push_back(
          {.value = (*scope.parameters)[object.index], .from = {}, .parameter = true});
    }
    if (sources.stores.empty()) return;
  }
  const CxxFunction& function = *program_.function(scope.function).function;
  for (const auto& [inside, outside] : function.captures) {
    if (inside.root != object.root || inside.index != object.index || !inside.path.empty())
      continue;
    // The parent's own parameters are not known here.
    for (const FunctionId parent : program_.Callees(scope.function, function.parent, false)) {
      const ParameterConstants none;
      FollowObject(outside, {parent, &none, scope.depth + 1}, into);
      return;
    }
  }
  FollowSources(sources, scope, into);
}

void Resolver::FollowSources(const Sources& sources, const Scope& scope, Resolved& into) {
  if (FollowWritten(sources, scope, into)) return;
  if (sources.stores.empty() || Passed(sources)) into.open = true;
  for (const Source& source : sources.stores) {
    const bool stored = source.at.event != kNoEvent;
    if (source.value == nullptr || scope.depth > kDeepest ||
        (stored && !CountsFor(program_, source.at.function, scope.function))) {
      into.open = true;
      continue;
    }
    // What another function stores is read with nothing known of its parameters.
    const ParameterConstants none;
    const bool here = source.at.event == kNoEvent || source.at.function == scope.function;
    const Scope at{here ? scope.function : source.at.function, here ? scope.parameters : &none,
                   scope.depth + 1};
    const std::size_t before = into.constants.size();
    Follow(*source.value, at, into);
    for (std::size_t i = before; i < into.constants.size(); ++i) {
      if (into.constants[i].from.event == kNoEvent) into.constants[i].from = source.at;
    }
  }
}

bool Resolver::Passed(const Sources& sources) const {
  return std::ranges::any_of(
      sources.passed, [&](EventId at) { return !harmless_.contains(program_.EventAt(at).callee); });
}

void Resolver::FollowGlobal(const CxxObject& object, const Scope& scope, Resolved& into) {
  const CxxGlobal* global = program_.GlobalOf(object.usr);
  const Sources& sources = sources_.OfGlobal(object.usr);
  const bool initialised = global != nullptr && global->initialiser.kind != CxxValueKind::kUnknown;
  if (initialised) {
    const ParameterConstants none;
    if (IsConstant(global->initialiser)) {
      into.constants.push_back({&global->initialiser, {}});
    } else if (global->initialiser.kind == CxxValueKind::kObject) {
      FollowObject(global->initialiser.object, {scope.function, &none, scope.depth + 1}, into);
    } else {
      into.open = true;
    }
    if (global->is_constant) return;
    if (sources.stores.empty() && !Passed(sources)) return;
  }
  FollowSources(sources, scope, into);
}

/// A field of somebody else's struct of which only the default is seen is there for others to set.
void Resolver::FollowField(const CxxObject& object, const Scope& scope, Resolved& into) {
  const Sources& sources = sources_.OfField(object.path.back());
  const bool own = object.root == CxxRoot::kThis && object.path.size() == 1;
  const bool only_default =
      !sources.stores.empty() && std::ranges::all_of(sources.stores, [](const Source& source) {
        return source.at.event == kNoEvent;
      });
  if (only_default && !own) into.open = true;
  FollowSources(sources, scope, into);
}

/// Fields of a local struct, or elements of a local array, that this function fills itself.
bool Resolver::FollowPartial(const CxxObject& object, const Scope& scope, Resolved& into) {
  if (object.root != CxxRoot::kLocal) return false;
  Sources own;
  for (const auto& [target, source] : sources_.Partial(scope.function, object.root, object.index)) {
    if (target->path == object.path) own.stores.push_back(source);
  }
  if (own.stores.empty()) return false;
  own.passed = sources_.Of(scope.function, object.root, object.index).passed;
  FollowSources(own, scope, into);
  return true;
}

/// A std::array is a struct around its array, of a name that every library chooses itself.
const CxxValue* Resolver::ArrayIn(const CxxObject& table, const Scope& scope) const {
  const auto& locals = program_.function(scope.function).function->locals;
  const bool is_array = table.root == CxxRoot::kLocal && table.path.empty() &&
                        table.index < locals.size() && locals[table.index].type == "std::array";
  if (!is_array) return nullptr;
  const auto& parts = sources_.Partial(scope.function, table.root, table.index);
  if (parts.size() != 1 || parts[0].second.value == nullptr) return nullptr;
  const CxxValue* inner = parts[0].second.value;
  return inner->kind == CxxValueKind::kCombined && inner->operation == "{}" ? inner : nullptr;
}

/// The elements of a table: those that are stored one by one, or that its initialiser lists.
void Resolver::FollowElements(const CxxObject& object, std::size_t at, const Scope& scope,
                              Resolved& into) {
  // `char* args[] = {"sh", "-c", line}` of the function's own.
  if (FollowPartial(object, scope, into)) return;
  CxxObject table = object;
  table.path.resize(at);
  Resolved whole;
  Resolved parts;
  FollowObject(table, scope, whole);
  std::vector<const CxxValue*> values;
  for (const Constant& constant : whole.constants) {
    if (constant.value->kind == CxxValueKind::kCombined) values.push_back(constant.value);
  }
  if (const CxxValue* inner = ArrayIn(table, scope)) values.push_back(inner);
  for (std::size_t i = at; i < object.path.size(); ++i) {
    std::vector<const CxxValue*> next;
    for (const CxxValue* value : values) {
      for (std::size_t k = 0; k < value->parts.size(); ++k) {
        const CxxFieldPosition* field = program_.FieldAt(object.path[i]);
        const bool wanted = object.path[i] == "[]" || (field != nullptr && field->index == k);
        if (wanted) next.push_back(&value->parts[k]);
      }
    }
    values = std::move(next);
  }
  if (values.empty()) into.open = true;
  for (const CxxValue* value : values) {
    const std::size_t before = into.constants.size();
    Follow(*value, scope, into);
    for (std::size_t i = before; i < into.constants.size(); ++i) into.constants[i].element = true;
  }
}

void Resolver::FollowResult(const CxxValue& value, const Scope& scope, Resolved& into) {
  const ProgramFunction& function = program_.function(scope.function);
  if (value.event >= function.events.size()) {
    into.open = true;
    return;
  }
  const CxxEvent& event = *function.events[value.event];
  const bool formats = FormatCallOf(event.callee) && FormatCallOf(event.callee)->result;
  if (formats && FollowFormat({scope.function, value.event}, scope, into)) return;
  if (Joins(event)) {
    const std::string first = PieceOf(event.arguments[0], scope);
    return FollowJoined(first + PieceOf(event.arguments[1], scope), event.place, into);
  }
  if (event.kind == CxxEventKind::kConstruct) {
    return FollowConstructed({scope.function, value.event}, scope, into);
  }
  if (IsView(event.callee)) return Follow(event.self, scope, into);
  const std::vector<FunctionId> targets =
      event.usr.empty() ? std::vector<FunctionId>{}
                        : program_.Callees(scope.function, event.usr, event.is_virtual);
  if (targets.empty()) into.open = true;
  for (const FunctionId target : targets) {
    ParameterConstants given(event.arguments.size());
    for (std::size_t i = 0; i < given.size(); ++i) {
      if (IsConstant(event.arguments[i])) given[i] = Share(event.arguments[i]);
    }
    for (const EventId at : sources_.Returns(target)) {
      const CxxEvent& returned = program_.EventAt(at);
      if (returned.arguments.empty()) continue;
      const std::size_t before = into.constants.size();
      Follow(returned.arguments[0], {target, &given, scope.depth + 2}, into);
      for (std::size_t i = before; i < into.constants.size(); ++i) {
        if (into.constants[i].from.event == kNoEvent) into.constants[i].from = at;
      }
    }
  }
}

void Resolver::FollowConstructed(EventId at, const Scope& scope, Resolved& into) {
  const CxxEvent& event = program_.EventAt(at);
  // Strings and wrappers of one number are what they are made of.
  const bool plain =
      event.arguments.size() == 1 || (IsText(event.callee) && !event.arguments.empty());
  if (!plain) {
    into.open = true;
    return;
  }
  Follow(event.arguments[0], scope, into);
}

void Resolver::FollowCombined(const CxxValue& value, const Scope& scope, Resolved& into) {
  if (value.operation == "?:" && value.parts.size() == 3) {
    const CxxValue* test = SingleOfPart(value.parts[0], scope);
    for (const bool side : {true, false}) {
      if (test != nullptr && IsTrue(*test) != side) continue;
      const std::size_t before = into.constants.size();
      Follow(value.parts[side ? 1 : 2], scope, into);
      for (std::size_t i = before; i < into.constants.size() && test == nullptr; ++i) {
        Constant& constant = into.constants[i];
        if (constant.test != nullptr) continue;
        constant.test = &value.parts[0];
        constant.test_function = scope.function;
        constant.test_true = side;
      }
    }
    return;
  }
  if (value.operation == "{}" && value.parts.size() == 1)
    return Follow(value.parts[0], scope, into);
  std::vector<const CxxValue*> parts;
  for (const CxxValue& part : value.parts) {
    const CxxValue* constant = parts.size() < 2 ? SingleOfPart(part, scope) : nullptr;
    if (constant == nullptr || !IsNumber(*constant)) {
      into.open = true;
      return;
    }
    parts.push_back(constant);
  }
  std::optional<std::int64_t> result;
  if (parts.size() == 2) result = Compute(value.operation, parts[0]->integer, parts[1]->integer);
  if (parts.size() == 1 && value.operation == "!") result = !IsTrue(*parts[0]);
  if (parts.size() == 1 && value.operation == "-") result = Compute("-", 0, parts[0]->integer);
  if (!result) {
    into.open = true;
    return;
  }
  CxxValue& made = computed_.emplace_back();
  made.kind = std::ranges::any_of(
                  parts, [](const CxxValue* p) { return p->kind == CxxValueKind::kDuration; })
                  ? CxxValueKind::kDuration
                  : CxxValueKind::kInteger;
  made.integer = *result;
  made.place = value.place;
  into.constants.push_back({Share(made), {}});
}

}  // namespace gonogo

#include <algorithm>
#include <string_view>

#include "tests/engines/cxx/flow/mini_parser.h"

namespace gonogo {

CxxValue MiniParser::Construct(const std::string& type, const CxxValue& target,
                               const MiniToken& at) {
  CxxEvent event = EventOf(CxxEventKind::kConstruct, PlaceOf(at));
  event.callee = type;
  const std::size_t own = type.rfind("::");
  event.usr = UsrOf(type + "::" + (own == std::string::npos ? type : type.substr(own + 2)));
  event.also = BasesOf(type);
  event.arguments = Arguments();
  event.target = target;
  event.in_tree = shared_.functions.contains(event.usr.substr(5));
  CxxValue value = Emit(std::move(event));
  value.type = type;
  return value;
}

std::vector<std::string> MiniParser::BasesOf(const std::string& type) {
  std::vector<std::string> bases;
  const auto found = shared_.classes.find(type);
  if (found == shared_.classes.end()) return bases;
  for (const std::string& usr : found->second.type.bases) {
    const std::string base = usr.substr(5);
    bases.push_back(base);
    for (std::string& further : BasesOf(base)) bases.push_back(std::move(further));
  }
  return bases;
}

std::vector<CxxValue> MiniParser::Arguments() {
  std::vector<CxxValue> arguments;
  while (!Take(")")) {
    arguments.push_back(Expression());
    Take(",");
  }
  return arguments;
}

CxxValue MiniParser::Combined(const std::string& operation, std::vector<CxxValue> parts) {
  CxxValue value;
  value.kind = CxxValueKind::kCombined;
  value.operation = operation;
  value.place = parts.empty() ? CxxPlace{} : parts[0].place;
  value.parts = std::move(parts);
  return value;
}

CxxValue MiniParser::Expression() {
  CxxValue value = Conjunction();
  if (Peek().text != "?" || Peek().sort == '"') return value;
  Next();
  CxxValue yes = Expression();
  Expect(":");
  CxxValue no = Expression();
  const std::string type = yes.type;
  CxxValue chosen = Combined("?:", {std::move(value), std::move(yes), std::move(no)});
  chosen.type = type;
  return chosen;
}

CxxValue MiniParser::Conjunction() {
  CxxValue value = Primary();
  constexpr std::string_view kOperations[] = {"==", "!=", "<", ">", "+", "-", "|", "*"};
  while (Peek().sort != '"' && std::ranges::count(kOperations, Peek().text) > 0) {
    const std::string operation = Next().text;
    value = Combined(operation, {std::move(value), Primary()});
    value.type = "int";
  }
  return value;
}

CxxValue MiniParser::Primary() {
  const MiniToken first = Next();
  CxxValue value;
  value.place = PlaceOf(first);
  if (first.sort == '0') {
    value.kind = CxxValueKind::kInteger;
    value.type = "int";
    const std::size_t end = first.text.find_first_not_of("0123456789");
    value.integer = std::stoll(first.text.substr(0, end));
    const std::string unit = end == std::string::npos ? "" : first.text.substr(end);
    if (!unit.empty()) {
      value.kind = CxxValueKind::kDuration;
      value.integer *= unit == "ms" ? 1'000'000 : unit == "s" ? 1'000'000'000 : 60'000'000'000;
    }
    return value;
  }
  if (first.sort == '"') {
    value.kind = CxxValueKind::kText;
    value.text = first.text;
    value.spelled = {value.place};
    value.type = "char";
    return value;
  }
  if (first.text == "!" || first.text == "-") {
    value = Combined(first.text, {Primary()});
    if (first.text == "-" && value.parts[0].kind == CxxValueKind::kInteger) {
      CxxValue folded = value.parts[0];
      folded.integer = -folded.integer;
      return folded;
    }
    value.type = "bool";
    return value;
  }
  if (first.text == "(") {
    value = Expression();
    Expect(")");
    return value;
  }
  if (first.text == "?") return value;
  if (first.text == "{") {
    std::vector<CxxValue> parts;
    while (!Take("}")) {
      parts.push_back(Expression());
      Take(",");
    }
    return Combined("{}", std::move(parts));
  }
  if (first.sort != 'n') FailMini(first, "expected a value");
  if (first.text == "fn") return Lambda(first);
  if (first.text == "true" || first.text == "false") {
    value.kind = CxxValueKind::kInteger;
    value.type = "bool";
    value.integer = first.text == "true" ? 1 : 0;
    return value;
  }
  if (first.text == "null") {
    value.kind = CxxValueKind::kNull;
    return value;
  }
  if (first.text == "new") {
    const MiniToken type = Peek();
    const std::string name = Name();
    Expect("(");
    return Construct(name, {}, type);
  }
  return Named(first);
}

CxxValue MiniParser::Lambda(const MiniToken& first) {
  Frame frame;
  Frame& around = Top();
  CxxFunction& function = frame.function;
  function.name = around.function.name + "::lambda";
  function.usr = around.function.usr + "@lambda" + std::to_string(around.lambdas++);
  function.parent = around.function.usr;
  function.place = PlaceOf(first);
  frame.type = around.type;
  frame.lambda = true;
  frame.scopes.emplace_back();
  Parameters(frame);
  CxxValue value;
  value.kind = CxxValueKind::kFunction;
  value.usr = function.usr;
  value.place = PlaceOf(first);
  Body(std::move(frame));
  return value;
}

/// The object of a name, looked for inside out; a lambda captures what it finds outside.
bool MiniParser::Find(std::size_t frame, const std::string& name, CxxObject& object,
                      std::string& type) {
  Frame& in = frames_[frame];
  for (std::size_t i = in.scopes.size(); i-- > 0;) {
    const auto found = in.scopes[i].names.find(name);
    if (found == in.scopes[i].names.end()) continue;
    object = found->second.first;
    type = found->second.second;
    return true;
  }
  CxxObject outside;
  if (!in.lambda || frame == 0 || !Find(frame - 1, name, outside, type)) return false;
  if (outside.root == CxxRoot::kThis || outside.root == CxxRoot::kGlobal) {
    object = outside;
    return true;
  }
  object = {};
  object.index = static_cast<std::uint32_t>(in.function.locals.size());
  in.function.locals.push_back({name, "", type, {}});
  in.function.captures.emplace_back(object, outside);
  in.scopes[0].names[name] = {object, type};
  return true;
}

const CxxVariable* MiniParser::FieldOf(const std::string& type, const std::string& name) {
  const auto found = shared_.classes.find(type);
  if (found == shared_.classes.end()) return nullptr;
  for (const CxxVariable& field : found->second.type.fields) {
    if (field.name == name) return &field;
  }
  for (const std::string& base : BasesOf(type)) {
    if (const CxxVariable* field = FieldOf(base, name)) return field;
  }
  return nullptr;
}

CxxValue MiniParser::Named(const MiniToken& first) {
  CxxValue value;
  value.place = PlaceOf(first);
  value.kind = CxxValueKind::kObject;
  const std::string& name = first.text;
  if (name == "this") {
    value.object.root = CxxRoot::kThis;
    value.type = Top().type;
    return Suffixes(std::move(value), first);
  }
  if (Find(frames_.size() - 1, name, value.object, value.type)) {
    if (Peek().text == "(") return CallThrough(std::move(value), first);
    return Suffixes(std::move(value), first);
  }
  if (const CxxVariable* field = FieldOf(Top().type, name)) {
    value.object.root = CxxRoot::kThis;
    value.object.path = {field->usr};
    value.type = field->type;
    return Suffixes(std::move(value), first);
  }
  if (const auto global = shared_.globals.find(name); global != shared_.globals.end()) {
    value.object.root = CxxRoot::kGlobal;
    value.object.usr = global->second.variable.usr;
    value.type = global->second.variable.type;
    return Suffixes(std::move(value), first);
  }
  if (Peek().text == "(") return Suffixes(Call(name, {}, first), first);
  if (shared_.functions.contains(name)) {
    value.kind = CxxValueKind::kFunction;
    value.usr = UsrOf(name);
    return value;
  }
  value.kind = CxxValueKind::kInteger;
  value.name = name;
  value.type = "int";
  value.integer = 1000 + static_cast<std::int64_t>(name.size());
  return value;
}

CxxValue MiniParser::CallThrough(CxxValue self, const MiniToken& first) {
  Expect("(");
  CxxEvent event = EventOf(CxxEventKind::kCall, PlaceOf(first));
  event.self = std::move(self);
  event.arguments = Arguments();
  return Emit(std::move(event));
}

CxxValue MiniParser::Call(const std::string& name, CxxValue self, const MiniToken& first) {
  std::string callee = name;
  CxxEvent event = EventOf(CxxEventKind::kCall, PlaceOf(first));
  if (self.kind == CxxValueKind::kUnknown && !Top().type.empty()) {
    // A method of the same object.
    for (const std::string& type : SelfAndBases(Top().type)) {
      if (self.kind != CxxValueKind::kUnknown || !shared_.functions.contains(type + "::" + name)) {
        continue;
      }
      callee = type + "::" + name;
      self.kind = CxxValueKind::kObject;
      self.object.root = CxxRoot::kThis;
      self.type = Top().type;
    }
  }
  Expect("(");
  event.arguments = Arguments();
  event.self = std::move(self);
  event.callee = callee;
  event.usr = UsrOf(callee);
  CxxValue value;
  const auto known = shared_.functions.find(callee);
  event.in_tree = known != shared_.functions.end();
  if (event.in_tree) event.is_virtual = known->second.is_virtual;
  if (const auto at = callee.rfind("::"); at != std::string::npos) {
    for (const std::string& base : BasesOf(callee.substr(0, at))) {
      event.also.push_back(base + callee.substr(at));
    }
  }
  value = Emit(std::move(event));
  if (known != shared_.functions.end()) value.type = known->second.return_type;
  if (callee == "curl_easy_init") value.type = "CURL";
  return value;
}

std::vector<std::string> MiniParser::SelfAndBases(const std::string& type) {
  std::vector<std::string> all = BasesOf(type);
  all.insert(all.begin(), type);
  return all;
}

CxxValue MiniParser::Suffixes(CxxValue value, const MiniToken& first) {
  while (true) {
    if (Take("[]")) {
      value.object.path.push_back("[]");
      continue;
    }
    if (!Take(".")) return value;
    const MiniToken member = Peek();
    const std::string name = Name();
    if (Peek().text == "(") {
      std::string callee = value.type + "::" + name;
      for (const std::string& type : SelfAndBases(value.type)) {
        if (!shared_.functions.contains(type + "::" + name)) continue;
        callee = type + "::" + name;
        break;
      }
      value = Call(callee, std::move(value), first);
      continue;
    }
    const CxxVariable* field = FieldOf(value.type, name);
    if (field == nullptr) FailMini(member, "no such field of " + value.type);
    if (value.kind != CxxValueKind::kObject) FailMini(member, "a field of no object");
    value.object.path.push_back(field->usr);
    value.type = field->type;
  }
}

}  // namespace gonogo

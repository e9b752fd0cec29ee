#include "tests/engines/cxx/flow/mini_parser.h"

#include <algorithm>

namespace gonogo {

std::string FieldUsr(const std::string& type, const std::string& field) {
  std::string usr = "c:";
  std::size_t begin = 0;
  for (std::size_t at = type.find("::"); at != std::string::npos; at = type.find("::", begin)) {
    usr += "@N@" + type.substr(begin, at - begin);
    begin = at + 2;
  }
  return usr + "@S@" + type.substr(begin) + "@FI@" + field;
}

CxxEvent EventOf(CxxEventKind kind, const CxxPlace& place) {
  CxxEvent event;
  event.kind = kind;
  event.place = place;
  return event;
}

std::string UsrOf(const std::string& function) { return "c:@F@" + function; }

std::vector<std::unique_ptr<CxxUnit>> MiniParser::Units() {
  // Twice: what stands below is known above.
  for (int turn = 0; turn < 2; ++turn) {
    at_ = 0;
    units_.clear();
    NewUnit("main.cc");
    while (!Peek().text.empty() || Peek().sort == '"') Declaration();
  }
  return std::move(units_);
}

const MiniToken& MiniParser::Peek(std::size_t ahead) const {
  return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
}

bool MiniParser::Take(std::string_view text) {
  if (Peek().sort == '"' || Peek().text != text) return false;
  ++at_;
  return true;
}

void MiniParser::Expect(std::string_view text) {
  if (!Take(text)) FailMini(Peek(), "expected " + std::string(text));
}

std::string MiniParser::Name() {
  if (Peek().sort != 'n') FailMini(Peek(), "expected a name");
  return Next().text;
}

CxxPlace MiniParser::PlaceOf(const MiniToken& token) const {
  return {.file = 0,
          .line = token.line,
          .column = token.column,
          .end_line = token.line,
          .end_column = static_cast<std::uint32_t>(token.column + token.text.size())};
}

void MiniParser::NewUnit(const std::string& path) {
  units_.push_back(std::make_unique<CxxUnit>());
  units_.back()->path = path;
  units_.back()->files = {path};
}

void MiniParser::Declaration() {
  if (Take("unit")) return NewUnit(Next().text);
  const bool library = Take("library");
  if (Take("class")) return Class(library);
  if (Take("global")) return Global(false);
  if (Take("const")) return Global(true);
  const bool internal = Take("static");
  const bool dispatched = Take("virtual");
  const bool elsewhere = Take("extern");
  if (!Take("fn")) FailMini(Peek(), "expected a declaration");
  Function(internal, dispatched, elsewhere);
}

void MiniParser::Class(bool library) {
  const MiniToken name = Peek();
  MiniClass info{.type = {}, .library = library};
  info.type.name = Name();
  info.type.usr = "c:@S@" + info.type.name;
  info.type.place = PlaceOf(name);
  if (Take(":")) info.type.bases.push_back("c:@S@" + Name());
  Expect("{");
  while (!Take("}")) {
    CxxVariable field;
    field.type = Name();
    field.place = PlaceOf(Peek());
    field.name = Name();
    field.usr = FieldUsr(info.type.name, field.name);
    info.type.fields.push_back(field);
    if (Take("=")) info.type.initialisers.emplace_back(field.usr, Literal());
    Expect(";");
  }
  shared_.classes[info.type.name] = info;
  if (!library) Unit().classes.push_back(info.type);
}

CxxValue MiniParser::Literal() {
  Frame frame;
  frame.function.blocks.emplace_back();
  frames_.push_back(std::move(frame));
  CxxValue value = Expression();
  frames_.pop_back();
  return value;
}

void MiniParser::Global(bool constant) {
  CxxGlobal global;
  global.is_constant = constant;
  global.variable.type = Name();
  global.variable.place = PlaceOf(Peek());
  global.variable.name = Name();
  global.variable.usr = "c:@" + global.variable.name;
  if (Take("=")) global.initialiser = Literal();
  Expect(";");
  shared_.globals[global.variable.name] = global;
  Unit().globals.push_back(global);
}

void MiniParser::Function(bool internal, bool dispatched, bool elsewhere) {
  Frame frame;
  MiniFunction info{
      .return_type = Name(), .internal = internal, .is_virtual = dispatched, .overrides = {}};
  const MiniToken name = Peek();
  CxxFunction& function = frame.function;
  function.name = Name();
  function.usr = UsrOf(function.name);
  function.place = PlaceOf(name);
  function.return_type = info.return_type;
  function.is_internal = internal;
  function.is_main = function.name == "main";
  frame.scopes.emplace_back();
  Parameters(frame);
  if (Take("overrides")) info.overrides.push_back(UsrOf(Name()));
  function.overrides = info.overrides;
  if (Take("in")) {
    const std::string header = Next().text;
    auto& files = Unit().files;
    if (std::ranges::count(files, header) == 0) files.push_back(header);
    function.declared = {
        .file = static_cast<std::uint32_t>(std::ranges::find(files, header) - files.begin()),
        .line = 1,
        .column = 1,
        .end_line = 1,
        .end_column = 2};
  }
  const std::size_t end = function.name.rfind("::");
  if (end != std::string::npos) {
    frame.type = function.name.substr(0, end);
    function.class_usr = "c:@S@" + frame.type;
    const std::size_t own = frame.type.rfind("::");
    const std::string last = own == std::string::npos ? frame.type : frame.type.substr(own + 2);
    function.is_constructor = function.name.substr(end + 2) == last;
  }
  shared_.functions[function.name] = info;
  if (elsewhere) return Expect(";");
  Body(std::move(frame));
}

void MiniParser::Parameters(Frame& frame) {
  Expect("(");
  while (!Take(")")) {
    CxxVariable parameter;
    parameter.type = Name();
    parameter.place = PlaceOf(Peek());
    parameter.name = Name();
    const auto index = static_cast<std::uint32_t>(frame.function.parameters.size());
    frame.scopes[0].names[parameter.name] = {
        {.root = CxxRoot::kParameter, .index = index, .usr = "", .path = {}}, parameter.type};
    frame.function.parameters.push_back(std::move(parameter));
    Take(",");
  }
}

void MiniParser::Body(Frame frame) {
  frame.function.blocks.emplace_back();
  frames_.push_back(std::move(frame));
  Block();
  // The exit, to which all returns lead.
  const std::uint32_t exit = NewBlock();
  for (std::uint32_t i = 0; i < exit; ++i) {
    CxxBlock& block = Top().function.blocks[i];
    if (block.next.empty()) block.next.push_back(exit);
  }
  Renumber(Top().function);
  Unit().functions.push_back(std::move(Top().function));
  frames_.pop_back();
}

/// Events were numbered as they were met; the IR numbers them block after block.
void MiniParser::Renumber(CxxFunction& function) {
  std::map<std::uint32_t, std::uint32_t> numbers;
  std::uint32_t next = 0;
  for (std::size_t i = 0; i < function.blocks.size(); ++i) {
    for (std::size_t k = 0; k < function.blocks[i].events.size(); ++k) {
      numbers[function.blocks[i].events[k].name_place.file] = next++;
    }
  }
  for (CxxBlock& block : function.blocks) {
    Renumber(block.condition, numbers);
    for (CxxEvent& event : block.events) {
      event.name_place.file = 0;
      Renumber(event.self, numbers);
      for (CxxValue& value : event.arguments) Renumber(value, numbers);
    }
  }
}

void MiniParser::Renumber(CxxValue& value, const std::map<std::uint32_t, std::uint32_t>& numbers) {
  if (value.kind == CxxValueKind::kResult) value.event = numbers.at(value.event);
  for (CxxValue& part : value.parts) Renumber(part, numbers);
}

std::uint32_t MiniParser::NewBlock() {
  Top().function.blocks.emplace_back();
  return static_cast<std::uint32_t>(Top().function.blocks.size() - 1);
}

CxxValue MiniParser::Emit(CxxEvent event) {
  CxxValue value;
  value.kind = CxxValueKind::kResult;
  value.event = Top().events++;
  value.place = event.place;
  // Kept here until all blocks are known.
  event.name_place = event.place;
  event.name_place.file = value.event;
  Here().events.push_back(std::move(event));
  return value;
}

void MiniParser::Block() {
  Expect("{");
  Top().scopes.emplace_back();
  while (!Take("}")) Statement();
  Top().scopes.pop_back();
}

void MiniParser::Statement() {
  const MiniToken first = Peek();
  if (first.text == "{") return Block();
  if (Take("if")) return If();
  if (Take("while")) return While();
  if (Take("var")) return Variable();
  if (Take("return")) return Return(first);
  if (Take("throw")) {
    Emit(EventOf(CxxEventKind::kThrow, PlaceOf(first)));
    Expect(";");
    Top().block = NewBlock();
    return;
  }
  const CxxValue target = Expression();
  if (Take("=")) Assign(target, Expression(), first);
  Expect(";");
}

void MiniParser::Return(const MiniToken& first) {
  CxxEvent event = EventOf(CxxEventKind::kReturn, PlaceOf(first));
  if (!Take(";")) {
    event.arguments.push_back(Expression());
    Expect(";");
  }
  Emit(std::move(event));
  Top().block = NewBlock();
}

void MiniParser::Assign(const CxxValue& target, CxxValue value, const MiniToken& at) {
  CxxEvent event = EventOf(CxxEventKind::kStore, PlaceOf(at));
  event.target = target;
  event.arguments.push_back(std::move(value));
  Emit(std::move(event));
}

void MiniParser::Variable() {
  const MiniToken at = Peek();
  CxxVariable local;
  local.type = Name();
  local.place = PlaceOf(Peek());
  local.name = Name();
  CxxValue target;
  target.kind = CxxValueKind::kObject;
  target.type = local.type;
  target.object.index = static_cast<std::uint32_t>(Top().function.locals.size());
  Top().function.locals.push_back(local);
  const auto declare = [&] { Top().scopes.back().names[local.name] = {target.object, local.type}; };
  if (Take("=")) {
    const bool lambda = Peek().text == "fn";
    if (lambda) declare();
    CxxValue value = Expression();
    declare();
    Assign(target, std::move(value), at);
  } else {
    declare();
    if (Take("(")) Construct(local.type, target, at);
  }
  Expect(";");
}

void MiniParser::If() {
  Expect("(");
  const std::uint32_t yes = NewBlock();
  const std::uint32_t no = NewBlock();
  const std::uint32_t after = NewBlock();
  Condition(yes, no, false);
  Expect(")");
  Top().block = yes;
  Block();
  Go(after);
  Top().block = no;
  if (Take("else")) Statement();
  Go(after);
  Top().block = after;
}

void MiniParser::While() {
  Expect("(");
  const std::uint32_t head = NewBlock();
  const std::uint32_t body = NewBlock();
  const std::uint32_t after = NewBlock();
  Go(head);
  Top().block = head;
  Condition(body, after, true);
  Expect(")");
  Top().block = body;
  Block();
  Go(head);
  Top().block = after;
}

/// Short-circuit operators are branches.
void MiniParser::Condition(std::uint32_t yes, std::uint32_t no, bool loop) {
  CxxValue value = Conjunction();
  while (Peek().text == "||") {
    Next();
    const std::uint32_t other = NewBlock();
    Test(std::move(value), yes, other, loop);
    Top().block = other;
    value = Conjunction();
  }
  while (Peek().text == "&&") {
    Next();
    const std::uint32_t other = NewBlock();
    Test(std::move(value), other, no, loop);
    Top().block = other;
    value = Conjunction();
  }
  Test(std::move(value), yes, no, loop);
}

void MiniParser::Test(CxxValue value, std::uint32_t yes, std::uint32_t no, bool loop) {
  Here().has_condition = true;
  Here().place = value.place;
  Here().condition = std::move(value);
  Here().is_loop = loop;
  Here().next = {yes, no};
}

}  // namespace gonogo

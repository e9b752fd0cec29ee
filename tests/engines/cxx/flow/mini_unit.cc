#include "tests/engines/cxx/flow/mini_unit.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <stdexcept>
#include <string>

namespace gonogo {
namespace {

struct Token {
  std::string text;
  char sort = 0;  // n: name, 0: number, ": text, else punctuation
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

[[noreturn]] void Fail(const Token& token, const std::string& what) {
  throw std::runtime_error("mini text line " + std::to_string(token.line) + ": " + what + " at '" +
                           token.text + "'");
}

bool InName(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

std::vector<Token> Split(std::string_view text) {
  std::vector<Token> tokens;
  std::uint32_t line = 1;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    Token token{
        .text = "", .sort = 0, .line = line, .column = static_cast<std::uint32_t>(i - begin + 1)};
    const char c = text[i];
    if (c == '\n') {
      ++line;
      begin = ++i;
      continue;
    }
    if (c == ' ') {
      ++i;
      continue;
    }
    if (text.substr(i, 2) == "//") {
      while (i < text.size() && text[i] != '\n') ++i;
      continue;
    }
    if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
      token.sort = '0';
      while (i < text.size() && InName(text[i])) token.text += text[i++];
    } else if (InName(c) || c == '~') {
      token.sort = 'n';
      while (i < text.size() && (InName(text[i]) || text[i] == '~' || text.substr(i, 2) == "::")) {
        if (text[i] == ':') token.text += text[i++];
        token.text += text[i++];
      }
    } else if (c == '"') {
      token.sort = '"';
      for (++i; i < text.size() && text[i] != '"'; ++i) token.text += text[i];
      ++i;
    } else {
      constexpr std::string_view kTwo[] = {"==", "!=", "&&", "||", "[]", "<=", ">="};
      const bool two = std::ranges::count(kTwo, text.substr(i, 2)) > 0;
      token.text = std::string(text.substr(i, two ? 2 : 1));
      token.sort = token.text[0];
      i += token.text.size();
    }
    tokens.push_back(std::move(token));
  }
  tokens.push_back({.text = "", .sort = 0, .line = line, .column = 1});
  return tokens;
}

std::string FieldUsr(const std::string& type, const std::string& field) {
  std::string usr = "c:";
  std::size_t begin = 0;
  for (std::size_t at = type.find("::"); at != std::string::npos; at = type.find("::", begin)) {
    usr += "@N@" + type.substr(begin, at - begin);
    begin = at + 2;
  }
  return usr + "@S@" + type.substr(begin) + "@FI@" + field;
}

struct ClassInfo {
  CxxClass type;
  bool library = false;
};

struct FunctionInfo {
  std::string return_type;
  bool internal = false;
  bool is_virtual = false;
  std::vector<std::string> overrides;
};

struct Shared {
  std::map<std::string, ClassInfo> classes;
  std::map<std::string, FunctionInfo> functions;
  std::map<std::string, CxxGlobal> globals;
};

CxxEvent EventOf(CxxEventKind kind, const CxxPlace& place) {
  CxxEvent event;
  event.kind = kind;
  event.place = place;
  return event;
}

std::string UsrOf(const std::string& function) { return "c:@F@" + function; }

class Parser {
 public:
  explicit Parser(std::string_view text) : tokens_(Split(text)) {}

  std::vector<std::unique_ptr<CxxUnit>> Units() {
    // Twice: what stands below is known above.
    for (int turn = 0; turn < 2; ++turn) {
      at_ = 0;
      units_.clear();
      NewUnit("main.cc");
      while (!Peek().text.empty() || Peek().sort == '"') Declaration();
    }
    return std::move(units_);
  }

 private:
  struct Scope {
    std::map<std::string, std::pair<CxxObject, std::string>> names;  // object and type
  };

  /// A function that is being lowered; lambdas stand on those around them.
  struct Frame {
    CxxFunction function;
    std::string type;  // whose method it is
    std::vector<Scope> scopes;
    std::uint32_t block = 0;
    std::uint32_t events = 0;
    int lambdas = 0;
    bool lambda = false;
    bool ended = false;
  };

  const Token& Peek(std::size_t ahead = 0) const {
    return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
  }
  Token Next() { return tokens_[std::min(at_++, tokens_.size() - 1)]; }
  bool Take(std::string_view text) {
    if (Peek().sort == '"' || Peek().text != text) return false;
    ++at_;
    return true;
  }
  void Expect(std::string_view text) {
    if (!Take(text)) Fail(Peek(), "expected " + std::string(text));
  }
  std::string Name() {
    if (Peek().sort != 'n') Fail(Peek(), "expected a name");
    return Next().text;
  }
  CxxPlace PlaceOf(const Token& token) const {
    return {.file = 0,
            .line = token.line,
            .column = token.column,
            .end_line = token.line,
            .end_column = static_cast<std::uint32_t>(token.column + token.text.size())};
  }

  void NewUnit(const std::string& path) {
    units_.push_back(std::make_unique<CxxUnit>());
    units_.back()->path = path;
    units_.back()->files = {path};
  }
  CxxUnit& Unit() { return *units_.back(); }

  void Declaration() {
    if (Take("unit")) return NewUnit(Next().text);
    const bool library = Take("library");
    if (Take("class")) return Class(library);
    if (Take("global")) return Global(false);
    if (Take("const")) return Global(true);
    const bool internal = Take("static");
    const bool dispatched = Take("virtual");
    const bool elsewhere = Take("extern");
    if (!Take("fn")) Fail(Peek(), "expected a declaration");
    Function(internal, dispatched, elsewhere);
  }

  void Class(bool library) {
    const Token name = Peek();
    ClassInfo info{.type = {}, .library = library};
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

  CxxValue Literal() {
    Frame frame;
    frame.function.blocks.emplace_back();
    frames_.push_back(std::move(frame));
    CxxValue value = Expression();
    frames_.pop_back();
    return value;
  }

  void Global(bool constant) {
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

  void Function(bool internal, bool dispatched, bool elsewhere) {
    Frame frame;
    FunctionInfo info{
        .return_type = Name(), .internal = internal, .is_virtual = dispatched, .overrides = {}};
    const Token name = Peek();
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

  void Parameters(Frame& frame) {
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

  void Body(Frame frame) {
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
  void Renumber(CxxFunction& function) {
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
  static void Renumber(CxxValue& value, const std::map<std::uint32_t, std::uint32_t>& numbers) {
    if (value.kind == CxxValueKind::kResult) value.event = numbers.at(value.event);
    for (CxxValue& part : value.parts) Renumber(part, numbers);
  }

  Frame& Top() { return frames_.back(); }
  std::uint32_t NewBlock() {
    Top().function.blocks.emplace_back();
    return static_cast<std::uint32_t>(Top().function.blocks.size() - 1);
  }
  CxxBlock& Here() { return Top().function.blocks[Top().block]; }
  void Go(std::uint32_t to) { Here().next.push_back(to); }

  CxxValue Emit(CxxEvent event) {
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

  void Block() {
    Expect("{");
    Top().scopes.emplace_back();
    while (!Take("}")) Statement();
    Top().scopes.pop_back();
  }

  void Statement() {
    const Token first = Peek();
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

  void Return(const Token& first) {
    CxxEvent event = EventOf(CxxEventKind::kReturn, PlaceOf(first));
    if (!Take(";")) {
      event.arguments.push_back(Expression());
      Expect(";");
    }
    Emit(std::move(event));
    Top().block = NewBlock();
  }

  void Assign(const CxxValue& target, CxxValue value, const Token& at) {
    CxxEvent event = EventOf(CxxEventKind::kStore, PlaceOf(at));
    event.target = target;
    event.arguments.push_back(std::move(value));
    Emit(std::move(event));
  }

  void Variable() {
    const Token at = Peek();
    CxxVariable local;
    local.type = Name();
    local.place = PlaceOf(Peek());
    local.name = Name();
    CxxValue target;
    target.kind = CxxValueKind::kObject;
    target.type = local.type;
    target.object.index = static_cast<std::uint32_t>(Top().function.locals.size());
    Top().function.locals.push_back(local);
    const auto declare = [&] {
      Top().scopes.back().names[local.name] = {target.object, local.type};
    };
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

  CxxValue Construct(const std::string& type, const CxxValue& target, const Token& at) {
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

  std::vector<std::string> BasesOf(const std::string& type) {
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

  std::vector<CxxValue> Arguments() {
    std::vector<CxxValue> arguments;
    while (!Take(")")) {
      arguments.push_back(Expression());
      Take(",");
    }
    return arguments;
  }

  void If() {
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

  void While() {
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
  void Condition(std::uint32_t yes, std::uint32_t no, bool loop) {
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

  void Test(CxxValue value, std::uint32_t yes, std::uint32_t no, bool loop) {
    Here().has_condition = true;
    Here().place = value.place;
    Here().condition = std::move(value);
    Here().is_loop = loop;
    Here().next = {yes, no};
  }

  CxxValue Combined(const std::string& operation, std::vector<CxxValue> parts) {
    CxxValue value;
    value.kind = CxxValueKind::kCombined;
    value.operation = operation;
    value.place = parts.empty() ? CxxPlace{} : parts[0].place;
    value.parts = std::move(parts);
    return value;
  }

  CxxValue Expression() {
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

  CxxValue Conjunction() {
    CxxValue value = Primary();
    constexpr std::string_view kOperations[] = {"==", "!=", "<", ">", "+", "-", "|", "*"};
    while (Peek().sort != '"' && std::ranges::count(kOperations, Peek().text) > 0) {
      const std::string operation = Next().text;
      value = Combined(operation, {std::move(value), Primary()});
      value.type = "int";
    }
    return value;
  }

  CxxValue Primary() {
    const Token first = Next();
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
    if (first.sort != 'n') Fail(first, "expected a value");
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
      const Token type = Peek();
      const std::string name = Name();
      Expect("(");
      return Construct(name, {}, type);
    }
    return Named(first);
  }

  CxxValue Lambda(const Token& first) {
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
  bool Find(std::size_t frame, const std::string& name, CxxObject& object, std::string& type) {
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

  const CxxVariable* FieldOf(const std::string& type, const std::string& name) {
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

  CxxValue Named(const Token& first) {
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

  CxxValue CallThrough(CxxValue self, const Token& first) {
    Expect("(");
    CxxEvent event = EventOf(CxxEventKind::kCall, PlaceOf(first));
    event.self = std::move(self);
    event.arguments = Arguments();
    return Emit(std::move(event));
  }

  CxxValue Call(const std::string& name, CxxValue self, const Token& first) {
    std::string callee = name;
    CxxEvent event = EventOf(CxxEventKind::kCall, PlaceOf(first));
    if (self.kind == CxxValueKind::kUnknown && !Top().type.empty()) {
      // A method of the same object.
      for (const std::string& type : SelfAndBases(Top().type)) {
        if (self.kind != CxxValueKind::kUnknown ||
            !shared_.functions.contains(type + "::" + name)) {
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

  std::vector<std::string> SelfAndBases(const std::string& type) {
    std::vector<std::string> all = BasesOf(type);
    all.insert(all.begin(), type);
    return all;
  }

  CxxValue Suffixes(CxxValue value, const Token& first) {
    while (true) {
      if (Take("[]")) {
        value.object.path.push_back("[]");
        continue;
      }
      if (!Take(".")) return value;
      const Token member = Peek();
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
      if (field == nullptr) Fail(member, "no such field of " + value.type);
      if (value.kind != CxxValueKind::kObject) Fail(member, "a field of no object");
      value.object.path.push_back(field->usr);
      value.type = field->type;
    }
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  Shared shared_;
  std::vector<std::unique_ptr<CxxUnit>> units_;
  std::vector<Frame> frames_;
};

}  // namespace

std::vector<std::unique_ptr<CxxUnit>> MiniUnits(std::string_view text) {
  return Parser(text).Units();
}

}  // namespace gonogo

#include "analyzer/worker/clang/lost_calls.h"

#include <algorithm>
#include <array>

#include <clang/AST/DeclTemplate.h>
#include <llvm/ADT/STLExtras.h>

#include "analyzer/worker/clang/transparent.h"

namespace gonogo {
namespace {

using llvm::dyn_cast;
using llvm::StringRef;
using Kind = TextToken::Kind;

constexpr std::size_t kMostCalls = 2000;
constexpr std::size_t kLongestChain = 32;

bool Is(const TextToken& token, StringRef mark) { return token.text == mark; }

bool Joins(const TextToken& token) { return Is(token, ".") || Is(token, "->") || Is(token, "::"); }

/// Words before a bracket that call nothing, or what the lowering looks through.
bool IsNoCall(StringRef name) {
  static constexpr std::array kWords = std::to_array<StringRef>(
      {"if",       "while",        "for",    "switch",   "return",   "sizeof",  "catch",
       "alignof",  "decltype",     "typeid", "noexcept", "defined",  "throw",   "new",
       "delete",   "get",          "move",   "forward",  "ref",      "c_str",   "data",
       "int",      "long",         "void",   "char",     "unsigned", "bool",    "double",
       "float",    "short",        "auto",   "operator", "assert",   "alignas", "typeof",
       "co_await", "__attribute__"});
  return llvm::is_contained(kWords, name);
}

std::size_t Closing(llvm::ArrayRef<TextToken> tokens, std::size_t open) {
  int depth = 0;
  for (std::size_t i = open; i < tokens.size(); ++i) {
    if (Is(tokens[i], "(")) ++depth;
    if (Is(tokens[i], ")") && --depth == 0) return i;
  }
  return tokens.size();
}

std::vector<llvm::ArrayRef<TextToken>> SplitArguments(llvm::ArrayRef<TextToken> tokens) {
  std::vector<llvm::ArrayRef<TextToken>> parts;
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const StringRef text = tokens[i].text;
    if (text == "(" || text == "[" || text == "{") ++depth;
    if (text == ")" || text == "]" || text == "}") --depth;
    if (text != "," || depth != 0) continue;
    parts.push_back(tokens.slice(begin, i - begin));
    begin = i + 1;
  }
  if (!tokens.empty()) parts.push_back(tokens.drop_front(begin));
  return parts;
}

/// Without what leaves no trace: `&`, `*`, a cast in brackets, std::move(), .get().
llvm::ArrayRef<TextToken> Bare(llvm::ArrayRef<TextToken> tokens) {
  while (!tokens.empty() && (Is(tokens.front(), "&") || Is(tokens.front(), "*"))) {
    tokens = tokens.drop_front();
  }
  const std::size_t size = tokens.size();
  if (size > 4 && Is(tokens[0], "std") && Is(tokens[1], "::") && Is(tokens[3], "(") &&
      (Is(tokens[2], "move") || Is(tokens[2], "ref")) && Is(tokens.back(), ")")) {
    return Bare(tokens.slice(4, size - 5));
  }
  const bool is_wrapped = size > 4 && Is(tokens[size - 1], ")") && Is(tokens[size - 2], "(") &&
                          (Is(tokens[size - 3], "get") || Is(tokens[size - 3], "c_str"));
  if (is_wrapped && Joins(tokens[size - 4])) return tokens.drop_back(4);
  if (size > 3 && Is(tokens[0], "(") && Closing(tokens, 0) == size - 1) {
    return Bare(tokens.slice(1, size - 2));
  }
  return tokens;
}

/// Of a smart pointer what it points to.
clang::QualType Pointed(clang::QualType type) {
  if (type.isNull() || !IsSmartPointer(type)) return type;
  const auto* made = type.getNonReferenceType()->getAs<clang::TemplateSpecializationType>();
  if (made != nullptr && !made->template_arguments().empty() &&
      made->template_arguments()[0].getKind() == clang::TemplateArgument::Type) {
    return made->template_arguments()[0].getAsType();
  }
  const auto* made_class = dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(RecordOf(type));
  if (made_class == nullptr || made_class->getTemplateArgs().size() == 0) return type;
  const clang::TemplateArgument& first = made_class->getTemplateArgs().get(0);
  return first.getKind() == clang::TemplateArgument::Type ? first.getAsType() : type;
}

/// Those of the class and of its bases.
template <class Found>
void ForEachMember(const clang::CXXRecordDecl& record, clang::DeclarationName name, int depth,
                   Found found) {
  if (depth > 16 || !record.hasDefinition()) return;
  const clang::CXXRecordDecl& whole = *record.getDefinition();
  for (const clang::NamedDecl* one : whole.lookup(name)) found(*one);
  for (const clang::CXXBaseSpecifier& base : whole.bases()) {
    const auto* parent = RecordOf(base.getType());
    if (parent != nullptr) ForEachMember(*parent, name, depth + 1, found);
  }
}

/// Of overloaded functions the first that takes so many.
class Candidates {
 public:
  explicit Candidates(std::size_t arguments) : arguments_(arguments) {}
  void Add(const clang::NamedDecl& declaration) {
    const clang::FunctionDecl* function = declaration.getUnderlyingDecl()->getAsFunction();
    if (function == nullptr) return;
    const bool fits = arguments_ >= function->getMinRequiredArguments() &&
                      (arguments_ <= function->getNumParams() || function->isVariadic());
    if (best_ == nullptr || (fits && !best_fits_)) best_ = function;
    best_fits_ = best_fits_ || fits;
  }
  const clang::FunctionDecl* best() const { return best_; }

 private:
  std::size_t arguments_;
  const clang::FunctionDecl* best_ = nullptr;
  bool best_fits_ = false;
};

}  // namespace

LostCalls::LostCalls(UnitContext& context, Scope& scope, Values& values,
                     const clang::FunctionDecl* function, const BodyText& text)
    : context_(context), scope_(scope), values_(values), function_(function), text_(text) {
  FindCalls();
}

bool LostCalls::IsCallName(std::size_t index) const {
  const TextToken& token = text_.tokens()[index];
  if (token.kind != Kind::kName || IsNoCall(token.text) || text_.IsKnown(token)) return false;
  const clang::IdentifierInfo& name = context_.ast.Idents.get(token.text);
  return !name.hadMacroDefinition() && !text_.IsInLambda(token);
}

void LostCalls::FindCalls() {
  const llvm::ArrayRef<TextToken> tokens = text_.tokens();
  for (std::size_t open = 1; open < tokens.size() && calls_.size() < kMostCalls; ++open) {
    if (text_.IsLostVariable(tokens[open - 1])) AddStore(open - 1);
    if (!Is(tokens[open], "(") || !IsCallName(open - 1)) continue;
    LostCall call;
    call.begin = call.name = open - 1;
    call.open = open;
    call.close = Closing(tokens, open);
    if (call.close == tokens.size()) continue;
    while (call.begin >= 2 && Joins(tokens[call.begin - 1]) &&
           tokens[call.begin - 2].kind == Kind::kName && call.name - call.begin < kLongestChain) {
      call.begin -= 2;
    }
    calls_.push_back(call);
  }
}

/// `text("host=" + unknown)`, `text = "host=" + unknown;`
void LostCalls::AddStore(std::size_t name) {
  const llvm::ArrayRef<TextToken> tokens = text_.tokens();
  if (text_.IsInLambda(tokens[name])) return;
  std::size_t close = name + 1;
  while (close < tokens.size() && !Is(tokens[close], ";")) ++close;
  const auto says = [](const TextToken& token) { return token.kind == Kind::kText; };
  const auto given = tokens.slice(name + 1, close - name - 1);
  if (close == tokens.size() || std::ranges::none_of(given, says)) return;
  calls_.push_back({name, name, name, close, true});
}

/// What the words say of the value: its texts, joined with what is not known.
std::optional<CxxEvent> LostCalls::StoreOf(const LostCall& store) {
  const Tokens tokens = text_.tokens();
  const auto target = Root(tokens[store.name].text, tokens[store.name].offset);
  if (!target) return std::nullopt;
  CxxEvent event;
  event.kind = CxxEventKind::kStore;
  event.place = context_.places.Of(text_.RangeOf(tokens[store.name], tokens[store.close]));
  event.name_place = context_.places.Of(text_.RangeOf(tokens[store.name], tokens[store.name]));
  event.target = values_.OfObject(target->object, target->type);
  CxxValue& value = event.arguments.emplace_back();
  value.kind = CxxValueKind::kCombined;
  value.operation = "+";
  value.type = event.target.type;
  value.place = event.place;
  for (const TextToken& token : tokens.slice(store.name + 1, store.close - store.name - 1)) {
    CxxValue text;
    text.place = context_.places.Of(text_.RangeOf(token, token));
    if (token.kind == Kind::kText && Constant(token, text)) value.parts.push_back(std::move(text));
  }
  value.parts.emplace_back();
  return event;
}

std::optional<CxxEvent> LostCalls::StoreOfResult(const LostCall& call, std::uint32_t number) {
  const Tokens tokens = text_.tokens();
  const std::size_t at = call.begin;
  if (call.is_store || at < 2 || call.close + 1 >= tokens.size()) return std::nullopt;
  if (!Is(tokens[at - 1], "=") || !Is(tokens[call.close + 1], ";")) return std::nullopt;
  const TextToken& name = tokens[at - 2];
  if (name.kind != Kind::kName || (at > 2 && Joins(tokens[at - 3]))) return std::nullopt;
  const auto target = Root(name.text, name.offset);
  if (!target) return std::nullopt;
  CxxEvent event;
  event.kind = CxxEventKind::kStore;
  event.place = context_.places.Of(text_.RangeOf(name, tokens[call.close]));
  event.name_place = context_.places.Of(text_.RangeOf(name, name));
  event.target = values_.OfObject(target->object, target->type);
  CxxValue& value = event.arguments.emplace_back();
  value.kind = CxxValueKind::kResult;
  value.event = number;
  value.type = event.target.type;
  value.place = context_.places.Of(text_.RangeOf(tokens[at], tokens[call.close]));
  return event;
}

const clang::CXXRecordDecl* LostCalls::OwnClass() const {
  for (const clang::DeclContext* at = function_; at != nullptr; at = at->getParent()) {
    const auto* record = dyn_cast<clang::CXXRecordDecl>(at);
    if (record != nullptr && !record->isLambda()) return record;
  }
  return nullptr;
}

std::optional<LostCalls::Thing> LostCalls::Member(Thing of, StringRef name) {
  const clang::FieldDecl* field = nullptr;
  const auto take = [&](const clang::NamedDecl& one) {
    if (field == nullptr) field = dyn_cast<clang::FieldDecl>(&one);
  };
  const clang::QualType type = Pointee(Pointed(of.type));
  const clang::DeclarationName wanted = &context_.ast.Idents.get(name);
  if (const auto* record = RecordOf(type)) {
    ForEachMember(*record, wanted, 0, take);
  } else if (const auto* plain = type.isNull() ? nullptr : type->getAsRecordDecl()) {
    for (const clang::NamedDecl* one : plain->lookup(wanted)) take(*one);
  }
  if (field == nullptr) return std::nullopt;
  of.object.path.push_back(context_.names.UsrOf(*field));
  of.type = field->getType();
  return of;
}

std::optional<LostCalls::Thing> LostCalls::Root(StringRef name, unsigned offset) {
  const clang::VarDecl* variable = text_.Variable(name, offset);
  for (const clang::FunctionDecl* at = function_; variable == nullptr && at != nullptr;
       at = nullptr) {
    for (const clang::ParmVarDecl* parameter : at->parameters()) {
      if (parameter->getIdentifier() && parameter->getName() == name) variable = parameter;
    }
  }
  if (variable == nullptr) {
    if (const auto* record = OwnClass()) {
      auto member = Member({scope_.This(), clang::QualType(record->getTypeForDecl(), 0)}, name);
      if (member) return member;
    }
    for (const clang::NamedDecl* one :
         context_.ast.getTranslationUnitDecl()->lookup(&context_.ast.Idents.get(name))) {
      if (variable == nullptr) variable = dyn_cast<clang::VarDecl>(one);
    }
  }
  if (variable == nullptr) return std::nullopt;
  auto object = scope_.Find(*variable);
  if (!object) return std::nullopt;
  return Thing{*std::move(object), variable->getType()};
}

/// `a.b->c`, or `this->b`.
std::optional<LostCalls::Thing> LostCalls::Resolve(Tokens chain) {
  if (chain.empty() || chain.size() % 2 == 0 || chain.front().kind != Kind::kName)
    return std::nullopt;
  std::optional<Thing> thing;
  if (Is(chain.front(), "this")) {
    const auto* record = OwnClass();
    if (record == nullptr) return std::nullopt;
    thing = Thing{scope_.This(), clang::QualType(record->getTypeForDecl(), 0)};
  } else {
    thing = Root(chain.front().text, chain.front().offset);
  }
  for (std::size_t i = 1; thing && i + 1 < chain.size(); i += 2) {
    const bool joins = Joins(chain[i]) && !Is(chain[i], "::") && chain[i + 1].kind == Kind::kName;
    thing = joins ? Member(*std::move(thing), chain[i + 1].text) : std::nullopt;
  }
  return thing;
}

const clang::FunctionDecl* LostCalls::Method(clang::QualType type, StringRef name,
                                             std::size_t arguments) {
  const auto* record = type.isNull() ? nullptr : RecordOf(Pointee(Pointed(type)));
  if (record == nullptr) return nullptr;
  Candidates candidates(arguments);
  ForEachMember(*record, &context_.ast.Idents.get(name), 0,
                [&](const clang::NamedDecl& one) { candidates.Add(one); });
  return candidates.best();
}

/// `Name` or `lib::Name`, from the innermost namespace outwards.
const clang::FunctionDecl* LostCalls::Function(Tokens chain, std::size_t arguments) {
  const auto find = [&](const clang::DeclContext& in) -> const clang::FunctionDecl* {
    const clang::DeclContext* at = &in;
    for (std::size_t i = 0; i + 1 < chain.size(); i += 2) {
      const clang::DeclContext* next = nullptr;
      for (const clang::NamedDecl* one : at->lookup(&context_.ast.Idents.get(chain[i].text))) {
        const auto* inner = dyn_cast<clang::DeclContext>(one->getUnderlyingDecl());
        if (next == nullptr && inner != nullptr && !inner->isFunctionOrMethod()) next = inner;
      }
      if (next == nullptr) return nullptr;
      at = next->getPrimaryContext();
    }
    Candidates candidates(arguments);
    for (const clang::NamedDecl* one : at->lookup(&context_.ast.Idents.get(chain.back().text))) {
      candidates.Add(*one);
    }
    return candidates.best();
  };
  const clang::DeclContext* at = function_ != nullptr ? function_->getDeclContext() : nullptr;
  for (; at != nullptr && !at->isTranslationUnit(); at = at->getParent()) {
    if (at->isFunctionOrMethod()) continue;
    const auto* found = find(*const_cast<clang::DeclContext*>(at)->getPrimaryContext());
    if (found != nullptr) return found;
  }
  return find(*context_.ast.getTranslationUnitDecl());
}

bool LostCalls::Constant(const TextToken& token, CxxValue& value) {
  if (token.kind == Kind::kText) {
    const bool is_plain =
        token.text.size() >= 2 && token.text.starts_with("\"") && !token.text.contains('\\');
    if (!is_plain) return false;
    value.kind = CxxValueKind::kText;
    value.text = token.text.drop_front().drop_back().str();
    value.spelled.push_back(value.place);
    return true;
  }
  if (token.kind == Kind::kNumber) {
    value.kind = CxxValueKind::kInteger;
    return !token.text.rtrim("uUlL").getAsInteger(0, value.integer);
  }
  if (token.kind != Kind::kName) return false;
  value.name = token.text.str();
  if (token.text == "nullptr" || token.text == "NULL") {
    value.kind = CxxValueKind::kNull;
    return true;
  }
  if (token.text == "true" || token.text == "false") {
    value.kind = CxxValueKind::kInteger;
    value.integer = token.text == "true" ? 1 : 0;
    return true;
  }
  for (const clang::NamedDecl* one :
       context_.ast.getTranslationUnitDecl()->lookup(&context_.ast.Idents.get(token.text))) {
    const auto* enumerator = dyn_cast<clang::EnumConstantDecl>(one);
    if (enumerator == nullptr || enumerator->getInitVal().getSignificantBits() > 64) continue;
    value.kind = CxxValueKind::kInteger;
    value.integer = enumerator->getInitVal().getExtValue();
    return true;
  }
  return false;
}

CxxValue LostCalls::Argument(Tokens tokens) {
  CxxValue value;
  if (tokens.empty()) return value;
  const CxxPlace place = context_.places.Of(text_.RangeOf(tokens.front(), tokens.back()));
  if (auto thing = Resolve(Bare(tokens))) {
    value = values_.OfObject(std::move(thing->object), Pointed(thing->type));
    value.place = place;
    return value;
  }
  value.place = place;
  if (tokens.size() == 1 && !Constant(tokens.front(), value)) value.kind = CxxValueKind::kUnknown;
  return value;
}

/// Whether what stands before the name leaves it a call: in `Query find(db)` it is a variable.
bool LostCalls::BeginsCall(std::size_t begin) const {
  if (begin == 0) return true;
  const TextToken& before = text_.tokens()[begin - 1];
  static constexpr std::array kWords =
      std::to_array<StringRef>({"return", "else", "do", "case", "throw", "co_await"});
  if (before.kind == Kind::kName) return llvm::is_contained(kWords, before.text);
  static constexpr std::array kMarks = std::to_array<StringRef>(
      {";", "{", "}", "(", ",", "=", "!", ")", ":", "?", "&&", "||", "=="});
  return llvm::is_contained(kMarks, before.text);
}

std::optional<CxxEvent> LostCalls::EventOf(const LostCall& call) {
  if (call.is_store) return StoreOf(call);
  const Tokens tokens = text_.tokens();
  CxxEvent event;
  event.place = context_.places.Of(text_.RangeOf(tokens[call.begin], tokens[call.close]));
  event.name_place = context_.places.Of(text_.RangeOf(tokens[call.name], tokens[call.name]));
  bool knows = false;
  for (const Tokens& part :
       SplitArguments(tokens.slice(call.open + 1, call.close - call.open - 1))) {
    event.arguments.push_back(Argument(part));
    knows = knows || event.arguments.back().kind == CxxValueKind::kObject;
  }
  const Tokens chain = tokens.slice(call.begin, call.name - call.begin + 1);
  const std::size_t count = event.arguments.size();
  const clang::FunctionDecl* function = nullptr;
  const bool of_object = chain.size() > 1 && !Is(chain[chain.size() - 2], "::");
  if (of_object) {
    if (auto self = Resolve(chain.drop_back(2))) {
      function = Method(self->type, chain.back().text, count);
      event.self = values_.OfObject(std::move(self->object), self->type);
    }
  } else if (call.begin == 0 || !Joins(tokens[call.begin - 1])) {
    const auto* own = chain.size() == 1 ? OwnClass() : nullptr;
    if (own != nullptr) {
      function = Method(clang::QualType(own->getTypeForDecl(), 0), chain.back().text, count);
    }
    if (function != nullptr) {
      event.self = values_.OfObject(scope_.This(), clang::QualType(own->getTypeForDecl(), 0));
    } else {
      function = Function(chain, count);
    }
  }
  if (function != nullptr) {
    event.callee = context_.names.Of(*function);
    event.usr = context_.names.UsrOf(*function);
    event.in_tree = context_.places.IsOurs(function->getLocation());
  } else if (!of_object && BeginsCall(call.begin)) {
    for (const TextToken& token : chain) event.callee += token.text.str();
  }
  if (function == nullptr && !knows) return std::nullopt;
  return event;
}

}  // namespace gonogo

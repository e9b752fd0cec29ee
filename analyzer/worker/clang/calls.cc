#include "analyzer/worker/clang/calls.h"

#include <algorithm>

#include <clang/AST/CXXInheritance.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/Lex/Lexer.h>

#include "analyzer/worker/clang/transparent.h"

namespace gonogo {
namespace {

using clang::Expr;
using llvm::dyn_cast;

constexpr std::size_t kMostNames = 32;

void AddOnce(std::vector<std::string>& names, std::string name) {
  if (name.empty() || names.size() >= kMostNames || std::ranges::find(names, name) != names.end()) {
    return;
  }
  names.push_back(std::move(name));
}

void AddOverridden(Names& names, const clang::CXXMethodDecl& method, CxxEvent& event, int depth) {
  if (depth > 16) return;
  for (const clang::CXXMethodDecl* base : method.overridden_methods()) {
    AddOnce(event.also, names.Of(*base));
    AddOverridden(names, *base, event, depth + 1);
  }
}

template <class List>
std::vector<const Expr*> ExpressionsOf(const List& list) {
  std::vector<const Expr*> expressions;
  for (const Expr* one : list) expressions.push_back(one);
  return expressions;
}

/// Name and scopes, as the tokens from a place on spell them: "lib::Open".
std::string SpelledName(clang::SourceLocation begin, const Places& places) {
  const clang::SourceManager& sources = places.sources();
  const clang::SourceLocation at = sources.getSpellingLoc(begin);
  bool invalid = false;
  const char* text = sources.getCharacterData(at, &invalid);
  if (invalid) return {};
  std::string name;
  constexpr std::size_t kLongest = 200;
  while (name.size() < kLongest &&
         (clang::isAsciiIdentifierContinue(static_cast<unsigned char>(*text)) || *text == ':')) {
    name += *text++;
  }
  while (*text == ' ') ++text;
  const bool is_call = *text == '(' && !name.empty() && !name.ends_with(':');
  if (!is_call) return {};
  return name.starts_with("::") ? name.substr(2) : name;
}

}  // namespace

std::vector<std::string> Calls::MacrosOf(clang::SourceLocation location) {
  std::vector<std::string> macros;
  const clang::SourceManager& sources = context_.places.sources();
  while (location.isMacroID() && macros.size() < kMostNames) {
    if (!sources.isMacroArgExpansion(location)) {
      macros.push_back(
          clang::Lexer::getImmediateMacroName(location, sources, context_.places.language()).str());
    }
    location = sources.getImmediateMacroCallerLoc(location);
  }
  std::ranges::reverse(macros);
  return macros;
}

void Calls::SetPlaces(const Expr& expression, clang::SourceLocation name, CxxEvent& event) {
  event.place = context_.places.Of(expression.getSourceRange());
  if (name.isInvalid()) name = expression.getExprLoc();
  event.name_place = context_.places.Of(name);
  event.macros = MacrosOf(name);
}

void Calls::AddArguments(llvm::ArrayRef<const Expr*> arguments, CxxEvent& event) {
  for (const Expr* argument : arguments) {
    event.arguments.push_back(argument != nullptr ? values_.Of(*argument) : CxxValue());
  }
}

void Calls::SetSelf(const Expr& self, CxxEvent& event) { event.self = values_.Of(self); }

void Calls::AddBases(const clang::CXXRecordDecl& record, CxxEvent& event) {
  if (!record.hasDefinition()) return;
  for (const clang::CXXBaseSpecifier& base : record.getDefinition()->bases()) {
    const auto* parent = RecordOf(base.getType());
    if (parent == nullptr || event.also.size() >= kMostNames) continue;
    AddOnce(event.also, context_.names.Of(*parent));
    AddBases(*parent, event);
  }
}

void Calls::AddNamesThrough(const clang::CXXMethodDecl& method, clang::QualType called_on,
                            CxxEvent& event) {
  const auto* record = RecordOf(called_on);
  if (record == nullptr || &PatternOf(*record) == &PatternOf(*method.getParent())) return;
  const std::string& type = context_.names.Of(*record);
  if (!type.empty()) AddOnce(event.also, type + "::" + method.getNameAsString());
}

void Calls::SetFunction(const clang::FunctionDecl& function, CxxEvent& event) {
  event.callee = context_.names.Of(function);
  event.usr = context_.names.UsrOf(function);
  event.in_tree = context_.places.IsOurs(function.getLocation());
  if (const auto* method = dyn_cast<clang::CXXMethodDecl>(&function)) {
    AddOverridden(context_.names, *method, event, 0);
  }
}

void Calls::SetWrittenCallee(const Expr& callee, CxxEvent& event) {
  if (const auto* lookup = dyn_cast<clang::OverloadExpr>(&callee)) {
    const auto* function =
        lookup->getNumDecls() > 0 ? (*lookup->decls_begin())->getAsFunction() : nullptr;
    if (function != nullptr) {
      SetFunction(*function, event);
      if (lookup->getNumDecls() > 1) event.usr.clear();
    } else {
      event.callee = lookup->getName().getAsString();
    }
    if (const auto* of_object = dyn_cast<clang::UnresolvedMemberExpr>(&callee)) {
      if (!of_object->isImplicitAccess()) SetSelf(*of_object->getBase(), event);
    }
    return;
  }
  if (const auto* member = dyn_cast<clang::CXXDependentScopeMemberExpr>(&callee)) {
    event.callee = member->getMember().getAsString();
    const auto* record = RecordOf(member->getBaseType());
    if (record != nullptr) {
      const std::string& type = context_.names.Of(*record);
      if (!type.empty()) event.callee = type + "::" + event.callee;
    }
    if (!member->isImplicitAccess()) SetSelf(*member->getBase(), event);
    return;
  }
  if (const auto* scoped = dyn_cast<clang::DependentScopeDeclRefExpr>(&callee)) {
    event.callee = scoped->getDeclName().getAsString();
  }
}

/// A function whose own declaration was not understood has no reference to it, but its name.
void Calls::SetSpelledCallee(const Expr& callee, CxxEvent& event) {
  const std::string name = SpelledName(callee.getBeginLoc(), context_.places);
  const clang::DeclContext* scope = context_.ast.getTranslationUnitDecl();
  llvm::StringRef rest = name;
  rest.consume_front("::");
  while (scope != nullptr && !rest.empty()) {
    const auto [part, behind] = rest.split("::");
    const clang::DeclContext* inner = nullptr;
    for (clang::NamedDecl* one : scope->lookup(&context_.ast.Idents.get(part))) {
      clang::NamedDecl* const meant = one->getUnderlyingDecl();
      if (const auto* function = meant->getAsFunction(); function != nullptr && behind.empty())
        return SetFunction(*function, event);
      if (inner == nullptr) inner = dyn_cast<clang::DeclContext>(meant);
    }
    scope = inner;
    rest = behind;
  }
}

/// The function of a library for which a pointer stands that a program has loaded itself:
/// _mysql_real_connect, api->curl_easy_init. It has the function's name and its parameters.
const clang::FunctionDecl* Calls::LoadedFunction(const clang::NamedDecl& pointer) {
  const auto* identifier = pointer.getIdentifier();
  if (identifier == nullptr || llvm::isa<clang::ParmVarDecl>(pointer)) return nullptr;
  llvm::StringRef name = identifier->getName().ltrim('_');
  for (const llvm::StringRef affix : {"p_", "fn_", "dl_", "sym_", "real_"}) {
    if (name.consume_front(affix)) break;
  }
  for (const llvm::StringRef affix : {"_ptr", "_fn", "_func", "_p", "_dl"}) {
    if (name.consume_back(affix)) break;
  }
  constexpr std::size_t kShortest = 8;  // read, open and the like are everybody's
  if (name.size() < kShortest || !name.contains('_')) return nullptr;
  for (const clang::NamedDecl* one :
       context_.ast.getTranslationUnitDecl()->lookup(&context_.ast.Idents.get(name))) {
    const auto* function = one->getUnderlyingDecl()->getAsFunction();
    if (function != nullptr && !context_.places.IsOurs(function->getLocation())) return function;
  }
  return nullptr;
}

void Calls::SetCallee(const clang::CallExpr& call, CxxEvent& event) {
  const auto* declaration = call.getCalleeDecl();
  const auto* function = dyn_cast_or_null<clang::FunctionDecl>(declaration);
  const auto* pointer = dyn_cast_or_null<clang::NamedDecl>(declaration);
  if (function == nullptr && pointer != nullptr) function = LoadedFunction(*pointer);
  if (function != nullptr) {
    SetFunction(*function, event);
    return;
  }
  const Expr* written = call.getCallee()->IgnoreParenImpCasts();
  SetWrittenCallee(*written, event);
  if (llvm::isa<clang::RecoveryExpr>(written)) SetSpelledCallee(*written, event);
  if (event.callee.empty() && event.self.kind == CxxValueKind::kUnknown) {
    SetSelf(*call.getCallee(), event);  // a pointer to a function
  }
}

CxxEvent Calls::OfCall(const clang::CallExpr& call) {
  CxxEvent event;
  SetPlaces(call, call.getCallee()->getExprLoc(), event);
  const clang::QualType made = MadeBy(call);
  if (!made.isNull()) {
    event.kind = CxxEventKind::kConstruct;
    SetClass(made, event);
    AddArguments(ExpressionsOf(call.arguments()), event);
    return event;
  }
  SetCallee(call, event);
  auto arguments = ExpressionsOf(call.arguments());
  if (const auto* of_method = dyn_cast<clang::CXXMemberCallExpr>(&call)) {
    const Expr* object = of_method->getImplicitObjectArgument();
    if (object != nullptr) SetSelf(*object, event);
    const auto* method = of_method->getMethodDecl();
    const auto* member = dyn_cast<clang::MemberExpr>(call.getCallee()->IgnoreParens());
    if (method != nullptr && object != nullptr) {
      AddNamesThrough(*method, WithoutCasts(*object).getType(), event);
      event.is_virtual = method->isVirtual() && (member == nullptr || !member->hasQualifier());
    }
  } else if (const auto* by_operator = dyn_cast<clang::CXXOperatorCallExpr>(&call)) {
    event.name_place = context_.places.Of(by_operator->getOperatorLoc());
    const auto* method = dyn_cast_or_null<clang::CXXMethodDecl>(call.getDirectCallee());
    if (method != nullptr && !arguments.empty()) {
      if (!method->isStatic()) SetSelf(*arguments.front(), event);
      arguments.erase(arguments.begin());
      event.is_virtual = method->isVirtual();
    }
    if (event.callee.empty()) {
      event.callee =
          std::string("operator") + clang::getOperatorSpelling(by_operator->getOperator());
    }
  }
  AddArguments(arguments, event);
  return event;
}

void Calls::SetClass(clang::QualType type, CxxEvent& event) {
  const auto* record = RecordOf(type);
  if (record == nullptr) return;
  event.callee = context_.names.Of(*record);
  AddBases(*record, event);
}

CxxEvent Calls::OfConstruction(const clang::CXXConstructExpr& made) {
  CxxEvent event;
  event.kind = CxxEventKind::kConstruct;
  SetPlaces(made, made.getLocation(), event);
  SetClass(made.getType(), event);
  event.usr = context_.names.UsrOf(*made.getConstructor());
  AddArguments(ExpressionsOf(made.arguments()), event);
  return event;
}

CxxEvent Calls::OfConstruction(const clang::CXXUnresolvedConstructExpr& made) {
  CxxEvent event;
  event.kind = CxxEventKind::kConstruct;
  SetPlaces(made, made.getBeginLoc(), event);
  SetClass(made.getTypeAsWritten(), event);
  auto arguments = std::vector<const Expr*>(made.arg_begin(), made.arg_end());
  if (arguments.size() == 1) {
    if (const auto* list = dyn_cast<clang::InitListExpr>(arguments[0])) {
      arguments = ExpressionsOf(list->inits());
    }
  }
  AddArguments(arguments, event);
  return event;
}

std::optional<CxxEvent> Calls::OfRecovery(const clang::RecoveryExpr& recovered) {
  auto& all = const_cast<clang::RecoveryExpr&>(recovered);
  auto parts = ExpressionsOf(all.subExpressions());
  CxxEvent event;
  SetPlaces(recovered, recovered.getBeginLoc(), event);
  if (!parts.empty()) {
    const Expr* first = parts.front()->IgnoreParenImpCasts();
    const clang::FunctionDecl* function = nullptr;
    if (const auto* reference = dyn_cast<clang::DeclRefExpr>(first)) {
      function = dyn_cast<clang::FunctionDecl>(reference->getDecl());
    } else if (const auto* member = dyn_cast<clang::MemberExpr>(first)) {
      function = dyn_cast<clang::FunctionDecl>(member->getMemberDecl());
      if (function != nullptr) SetSelf(*member->getBase(), event);
    }
    if (function != nullptr) {
      SetFunction(*function, event);
    } else {
      SetWrittenCallee(*first, event);
    }
    if (!event.callee.empty()) {
      event.name_place = context_.places.Of(first->getExprLoc());
      parts.erase(parts.begin());
    }
  }
  // What is only a name is the callee of a call that stands for itself.
  const bool is_name = recovered.getBeginLoc() == recovered.getEndLoc();
  if (event.callee.empty() && !is_name) {
    event.callee = SpelledName(recovered.getBeginLoc(), context_.places);
  }
  if (event.callee.empty()) return std::nullopt;
  AddArguments(parts, event);
  return event;
}

CxxEvent Calls::OfDestruction(clang::QualType type, CxxValue self) {
  CxxEvent event;
  event.kind = CxxEventKind::kDestroy;
  event.self = std::move(self);
  const auto* record = RecordOf(type);
  if (record == nullptr || !record->hasDefinition()) return event;
  const auto* destructor = record->getDestructor();
  if (destructor == nullptr) return event;
  event.callee = context_.names.Of(*destructor);
  event.usr = context_.names.UsrOf(*destructor);
  event.is_virtual = destructor->isVirtual();
  return event;
}

}  // namespace gonogo

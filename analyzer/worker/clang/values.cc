#include "analyzer/worker/clang/values.h"

#include <clang/AST/ExprCXX.h>

#include "analyzer/worker/clang/constants.h"
#include "analyzer/worker/clang/transparent.h"
#include "analyzer/worker/clang/undeclared_names.h"
#include "analyzer/worker/protocol.h"

namespace gonogo {
namespace {

using clang::Expr;
using llvm::dyn_cast;

constexpr int kDeepest = static_cast<int>(kMostValueDepth) - 1;
constexpr int kLongestChain = 64;
constexpr std::size_t kMostParts = 4096;

const clang::FieldDecl* FieldOf(const clang::MemberExpr& member) {
  return dyn_cast<clang::FieldDecl>(member.getMemberDecl());
}

std::vector<const Expr*> ListOf(const Expr& expression) {
  llvm::ArrayRef<Expr*> parts;
  if (const auto* list = dyn_cast<clang::InitListExpr>(&expression)) {
    parts = const_cast<clang::InitListExpr*>(list)->inits();
  } else if (const auto* in_parens = dyn_cast<clang::CXXParenListInitExpr>(&expression)) {
    parts = const_cast<clang::CXXParenListInitExpr*>(in_parens)->getInitExprs();
  } else if (const auto* made = dyn_cast<clang::CXXUnresolvedConstructExpr>(&expression)) {
    return {made->arg_begin(), made->arg_end()};
  }
  return {parts.begin(), parts.end()};
}

/// Tables of numbers mean nothing to anybody here.
bool IsNumberTable(const clang::ASTContext& ast, const Expr& expression) {
  const auto* list = dyn_cast<clang::InitListExpr>(&expression);
  return list != nullptr && list->getNumInits() > 16 && !list->getType().isNull() &&
         list->getType()->isArrayType() &&
         ast.getBaseElementType(list->getType())->isArithmeticType();
}

/// `if (handle)` asks whether there is one: what is tested is a pointer in C++ as in C, and so is
/// what a smart pointer holds.
clang::QualType TypeOf(const Expr& expression) {
  const auto* cast = dyn_cast<clang::ImplicitCastExpr>(&expression);
  if (cast == nullptr) return expression.getType();
  if (cast->getCastKind() == clang::CK_PointerToBoolean) return cast->getSubExpr()->getType();
  const auto* call = dyn_cast<clang::CXXMemberCallExpr>(cast->getSubExpr());
  const Expr* object = call != nullptr ? call->getImplicitObjectArgument() : nullptr;
  const bool tests = object != nullptr && call->getMethodDecl() != nullptr &&
                     llvm::isa<clang::CXXConversionDecl>(call->getMethodDecl());
  if (!tests) return expression.getType();
  const clang::QualType type = object->IgnoreImpCasts()->getType();
  return IsSmartPointer(type) ? type : expression.getType();
}

}  // namespace

CxxValue Values::OfObject(CxxObject object, clang::QualType type) {
  CxxValue value;
  value.kind = CxxValueKind::kObject;
  value.object = std::move(object);
  value.type = context_.names.Of(type);
  return value;
}

std::optional<std::uint32_t> Values::ResultOf(const Expr& expression) const {
  const Expr* at = &expression;
  for (int i = 0; at != nullptr && i < kLongestChain; ++i) {
    const auto found = results_.find(at);
    if (found != results_.end()) return found->second;
    at = Inner(*at);
  }
  return std::nullopt;
}

std::optional<CxxObject> Values::ObjectOf(const Expr& expression) {
  return ObjectOf(expression, 0);
}

std::optional<CxxObject> Values::ObjectOf(const Expr& expression, int depth) {
  const Expr* at = &expression;
  for (; depth < kLongestChain; ++depth) {
    if (results_.contains(at)) return std::nullopt;
    if (llvm::isa<clang::CXXThisExpr>(at)) return scope_.This();
    if (const auto* reference = dyn_cast<clang::DeclRefExpr>(at)) {
      if (const auto* binding = dyn_cast<clang::BindingDecl>(reference->getDecl())) {
        if (binding->getHoldingVar() == nullptr && binding->getBinding() != nullptr) {
          at = binding->getBinding();
          continue;
        }
      }
      if (!llvm::isa<clang::VarDecl, clang::BindingDecl>(reference->getDecl())) return std::nullopt;
      if (IsUndeclared(*at)) return std::nullopt;
      return scope_.Find(*reference->getDecl());
    }
    if (const auto* member = dyn_cast<clang::MemberExpr>(at)) return ObjectOfMember(*member, depth);
    if (const Expr* container = ContainerOf(*at)) {
      auto object = ObjectOf(*container, depth + 1);
      if (object) object->path.emplace_back("[]");
      return object;
    }
    at = Inner(*at);
    if (at == nullptr) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<CxxObject> Values::ObjectOfMember(const clang::MemberExpr& member, int depth) {
  if (const auto* variable = dyn_cast<clang::VarDecl>(member.getMemberDecl())) {
    return scope_.Find(*variable);
  }
  const auto* field = FieldOf(member);
  if (field == nullptr) return std::nullopt;
  auto object = ObjectOf(*member.getBase(), depth + 1);
  // A union's or struct's unnamed member is passed through silently by the language.
  if (object && !field->isAnonymousStructOrUnion()) {
    object->path.push_back(context_.names.UsrOf(*field));
  }
  return object;
}

CxxValue Values::Lower(const Expr& expression, int depth) {
  CxxValue value;
  value.place = context_.places.Of(expression.getSourceRange());
  value.type = context_.names.Of(TypeOf(expression));
  const Expr* at = &expression;
  if (depth > kDeepest) return value;
  if (!ResultOf(expression) && FoldConstant(context_, expression, value)) return value;
  for (int i = 0; at != nullptr && i < kLongestChain; ++i) {
    if (LowerBare(*at, depth, value)) {
      const bool untyped = value.type == "void" || value.type.empty();
      if (untyped && !IsUndeclared(*at)) value.type = context_.names.Of(at->getType());
      if (const auto* call = dyn_cast<clang::CallExpr>(at)) SetTypeOfCall(*call, value);
      break;
    }
    at = Inner(*at);
  }
  if (value.name.empty()) value.name = MacroOf(context_, expression);
  return value;
}

/// A call with an argument that was not understood has no type, but its function has. Of a function
/// that nobody declares C says that it returns an int, which means nothing.
void Values::SetTypeOfCall(const clang::CallExpr& call, CxxValue& value) const {
  const auto* function = call.getDirectCallee();
  if (function == nullptr) return;
  if (function->isImplicit() && function->getBuiltinID() == 0) {
    value.type.clear();
  } else if (value.type.empty()) {
    value.type = context_.names.Of(function->getReturnType());
  }
}

/// What an expression is without looking through it. False: look through it.
bool Values::LowerBare(const Expr& expression, int depth, CxxValue& value) {
  if (const auto found = results_.find(&expression); found != results_.end()) {
    value.kind = CxxValueKind::kResult;
    value.event = found->second;
    return true;
  }
  if (LowerReference(expression, value)) return true;
  if (const auto* unary = dyn_cast<clang::UnaryOperator>(&expression)) {
    if (unary->getOpcode() == clang::UO_AddrOf || unary->getOpcode() == clang::UO_Deref) {
      return false;
    }
  }
  return LowerCombined(expression, depth, value);
}

bool Values::LowerFunction(const clang::FunctionDecl& function, CxxValue& value) {
  value.kind = CxxValueKind::kFunction;
  value.usr = context_.names.UsrOf(function);
  if (value.name.empty()) value.name = context_.names.Of(function);
  context_.address_taken.insert(value.usr);
  return true;
}

/// Of what a missing header declares only the names of all C programs mean something.
void Values::LowerUndeclared(llvm::StringRef name, CxxValue& value) {
  value.type.clear();
  value.name = name.str();
  if (name == "NULL") value.kind = CxxValueKind::kNull;
  if (name != "true" && name != "false") return;
  value.kind = CxxValueKind::kInteger;
  value.integer = name == "true" ? 1 : 0;
}

bool Values::LowerReference(const Expr& expression, CxxValue& value) {
  if (const auto* reference = dyn_cast<clang::DeclRefExpr>(&expression)) {
    const auto* function = dyn_cast<clang::FunctionDecl>(reference->getDecl());
    if (function != nullptr) return LowerFunction(*function, value);
    if (IsUndeclared(expression)) {
      LowerUndeclared(reference->getDecl()->getName(), value);
      return true;
    }
  }
  if (const auto* lambda = dyn_cast<clang::LambdaExpr>(&expression)) {
    const auto* body = lambda->getCallOperator();
    return body != nullptr && LowerFunction(*body, value);
  }
  if (const auto* member = dyn_cast<clang::MemberExpr>(&expression)) {
    const auto* method = dyn_cast<clang::FunctionDecl>(member->getMemberDecl());
    if (method != nullptr) return LowerFunction(*method, value);
  }
  if (const auto* lookup = dyn_cast<clang::OverloadExpr>(&expression)) {
    if (lookup->getNumDecls() == 1) {
      const auto* function = (*lookup->decls_begin())->getAsFunction();
      if (function != nullptr) return LowerFunction(*function, value);
    }
  }
  if (!llvm::isa<clang::DeclRefExpr, clang::MemberExpr, clang::CXXThisExpr>(expression) &&
      ContainerOf(expression) == nullptr) {
    return false;
  }
  auto object = ObjectOf(expression);
  if (!object) return false;
  value.kind = CxxValueKind::kObject;
  value.object = *std::move(object);
  return true;
}

void Values::Combine(std::string operation, llvm::ArrayRef<const Expr*> parts, int depth,
                     CxxValue& value) {
  value.kind = CxxValueKind::kCombined;
  value.operation = std::move(operation);
  for (const Expr* part : parts.take_front(kMostParts)) {
    value.parts.push_back(part != nullptr ? Lower(*part, depth + 1) : CxxValue());
  }
}

bool Values::LowerCombined(const Expr& expression, int depth, CxxValue& value) {
  if (const auto* binary = dyn_cast<clang::BinaryOperator>(&expression)) {
    if (binary->isAssignmentOp() || binary->getOpcode() == clang::BO_Comma) return false;
    Combine(binary->getOpcodeStr().str(), {binary->getLHS(), binary->getRHS()}, depth, value);
    return true;
  }
  if (const auto* unary = dyn_cast<clang::UnaryOperator>(&expression)) {
    if (Inner(expression) != nullptr) return false;
    Combine(clang::UnaryOperator::getOpcodeStr(unary->getOpcode()).str(), {unary->getSubExpr()},
            depth, value);
    return true;
  }
  if (const auto* choice = dyn_cast<clang::ConditionalOperator>(&expression)) {
    Combine("?:", {choice->getCond(), choice->getTrueExpr(), choice->getFalseExpr()}, depth, value);
    return true;
  }
  if (const auto* choice = dyn_cast<clang::BinaryConditionalOperator>(&expression)) {
    Combine("?:", {choice->getCommon(), choice->getCommon(), choice->getFalseExpr()}, depth, value);
    return true;
  }
  if (const auto* rewritten = dyn_cast<clang::CXXRewrittenBinaryOperator>(&expression)) {
    const auto parts = rewritten->getDecomposedForm();
    Combine(rewritten->getOpcodeStr().str(), {parts.LHS, parts.RHS}, depth, value);
    return true;
  }
  if (const auto* literal = dyn_cast<clang::CompoundLiteralExpr>(&expression)) {
    value = Lower(*literal->getInitializer(), depth + 1);
    return true;
  }
  if (IsNumberTable(context_.ast, expression)) return true;
  if (Inner(expression) == nullptr && llvm::isa<clang::InitListExpr, clang::CXXParenListInitExpr,
                                                clang::CXXUnresolvedConstructExpr>(expression)) {
    Combine("{}", ListOf(expression), depth, value);
    return true;
  }
  if (const auto* recovered = dyn_cast<clang::RecoveryExpr>(&expression)) {
    auto* parts = const_cast<clang::RecoveryExpr*>(recovered);
    const auto all = parts->subExpressions();
    Combine("recovered", std::vector<const Expr*>(all.begin(), all.end()), depth, value);
    return true;
  }
  const auto* member = dyn_cast<clang::MemberExpr>(&expression);
  if (member == nullptr || FieldOf(*member) == nullptr) return false;
  value.usr = context_.names.UsrOf(*FieldOf(*member));
  Combine(".", {member->getBase()}, depth, value);
  return true;
}

}  // namespace gonogo

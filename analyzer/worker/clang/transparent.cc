#include "analyzer/worker/clang/transparent.h"

#include <algorithm>
#include <array>

#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/StmtCXX.h>

#include "analyzer/worker/clang/names.h"

namespace gonogo {
namespace {

using clang::Expr;
using llvm::dyn_cast;
using llvm::StringRef;

template <std::size_t kCount>
bool Has(const std::array<StringRef, kCount>& table, StringRef name) {
  return std::ranges::find(table, name) != table.end();
}

StringRef ClassName(clang::QualType type) {
  const auto* record = RecordOf(type);
  return record != nullptr && record->getIdentifier() ? record->getName() : StringRef();
}

bool IsInStd(const clang::Decl* declaration) {
  for (const auto* context = declaration->getDeclContext(); context != nullptr;
       context = context->getParent()) {
    const auto* space = dyn_cast<clang::NamespaceDecl>(context);
    if (space != nullptr && space->getParent()->isTranslationUnit()) {
      return space->getName() == "std" || space->getName() == "absl" || space->getName() == "boost";
    }
  }
  return false;
}

bool IsInStd(clang::QualType type) {
  const auto* record = RecordOf(type);
  return record != nullptr && IsInStd(record);
}

/// Classes that stand for the one value that they are made of.
bool IsWrapper(clang::QualType type) {
  static constexpr std::array kNames = std::to_array<StringRef>(
      {"basic_string", "basic_string_view", "function", "optional", "string_view", "StringPiece",
       "reference_wrapper", "move_only_function", "AnyInvocable", "FunctionRef", "QString",
       "QByteArray", "QLatin1String", "QStringView", "QByteArrayView", "atomic", "ByteString"});
  return Has(kNames, ClassName(type)) || IsSmartPointer(type);
}

bool IsIterator(clang::QualType type) {
  const StringRef name = ClassName(type);
  return name.ends_with("iterator") || name.ends_with("Iterator");
}

bool IsText(clang::QualType type) {
  const StringRef name = ClassName(type);
  return name == "basic_string" || name == "basic_string_view" || name == "string_view" ||
         name == "QByteArray" || name == "QString";
}

/// Arguments that are written, in front of default ones.
unsigned WrittenArguments(const clang::CXXConstructExpr& made) {
  unsigned count = 0;
  for (const Expr* argument : made.arguments()) {
    if (llvm::isa<clang::CXXDefaultArgExpr>(argument)) break;
    ++count;
  }
  return count;
}

const Expr* InnerOfConstruction(const clang::CXXConstructExpr& made) {
  if (WrittenArguments(made) != 1) return nullptr;
  if (made.getConstructor()->isCopyOrMoveConstructor()) return made.getArg(0);
  // One length of time made of another.
  const bool converts =
      ClassName(made.getType()) == "duration" && ClassName(made.getArg(0)->getType()) == "duration";
  return converts || IsWrapper(made.getType()) ? made.getArg(0) : nullptr;
}

const Expr* InnerOfOperator(const clang::CXXOperatorCallExpr& call) {
  if (call.getNumArgs() == 0) return nullptr;
  const clang::QualType type = call.getArg(0)->getType();
  switch (call.getOperator()) {
    case clang::OO_Star:
    case clang::OO_Arrow:
      return call.getNumArgs() == 1 && (IsWrapper(type) || IsIterator(type)) ? call.getArg(0)
                                                                             : nullptr;
    case clang::OO_Equal: {
      Assignment assignment;
      return IsAssignment(call, assignment) ? assignment.target : nullptr;
    }
    default:
      return nullptr;
  }
}

const Expr* InnerOfMethodCall(const clang::CXXMemberCallExpr& call) {
  static constexpr std::array kOfWrappers =
      std::to_array<StringRef>({"get", "release", "value", "data", "constData", "load"});
  static constexpr std::array kOfTexts = std::to_array<StringRef>(
      {"c_str", "data", "constData", "toStdString", "toUtf8", "toLatin1", "toLocal8Bit"});
  const Expr* object = call.getImplicitObjectArgument();
  if (object == nullptr || call.getNumArgs() != 0) return nullptr;
  const Expr& written = WithoutCasts(*object);
  const auto* method = call.getMethodDecl();
  if (method != nullptr && llvm::isa<clang::CXXConversionDecl>(method)) {
    return IsWrapper(written.getType()) ? object : nullptr;
  }
  const StringRef name = CalleeName(call);
  if (Has(kOfTexts, name) && IsText(written.getType())) return object;
  return Has(kOfWrappers, name) && IsWrapper(written.getType()) ? object : nullptr;
}

const Expr* InnerOfCall(const clang::CallExpr& call) {
  static constexpr std::array kFunctions = std::to_array<StringRef>(
      {"move", "forward", "as_const", "addressof", "ref", "cref", "static_pointer_cast",
       "dynamic_pointer_cast", "const_pointer_cast", "reinterpret_pointer_cast", "duration_cast",
       "exchange", "WrapUnique", "__builtin_expect", "__builtin_addressof", "to_address",
       "__builtin_launder", "qPrintable"});
  if (const auto* by_operator = dyn_cast<clang::CXXOperatorCallExpr>(&call)) {
    return InnerOfOperator(*by_operator);
  }
  if (const auto* of_method = dyn_cast<clang::CXXMemberCallExpr>(&call)) {
    return InnerOfMethodCall(*of_method);
  }
  if (call.getNumArgs() == 0 || !Has(kFunctions, CalleeName(call))) return nullptr;
  const auto* callee = call.getDirectCallee();
  if (callee != nullptr && !IsInStd(callee) && callee->getBuiltinID() == 0) return nullptr;
  if (callee == nullptr && CalleeName(call) != "move" && CalleeName(call) != "forward") {
    return nullptr;
  }
  return call.getArg(0);
}

const Expr* LastOf(const clang::StmtExpr& block) {
  const auto* body = block.getSubStmt();
  return body->body_empty() ? nullptr : dyn_cast<Expr>(body->body_back());
}

/// What Clang puts around expressions, and casts.
const Expr* Unwrapped(const Expr& expression) {
  if (const auto* parens = dyn_cast<clang::ParenExpr>(&expression)) return parens->getSubExpr();
  if (const auto* cast = dyn_cast<clang::CastExpr>(&expression)) return cast->getSubExpr();
  if (const auto* full = dyn_cast<clang::FullExpr>(&expression)) return full->getSubExpr();
  if (const auto* made = dyn_cast<clang::MaterializeTemporaryExpr>(&expression)) {
    return made->getSubExpr();
  }
  if (const auto* bound = dyn_cast<clang::CXXBindTemporaryExpr>(&expression)) {
    return bound->getSubExpr();
  }
  if (const auto* generic = dyn_cast<clang::GenericSelectionExpr>(&expression)) {
    return generic->isResultDependent() ? nullptr : generic->getResultExpr();
  }
  if (const auto* choice = dyn_cast<clang::ChooseExpr>(&expression)) {
    return choice->isConditionDependent() ? nullptr : choice->getChosenSubExpr();
  }
  if (const auto* parameter = dyn_cast<clang::SubstNonTypeTemplateParmExpr>(&expression)) {
    return parameter->getReplacement();
  }
  if (const auto* opaque = dyn_cast<clang::OpaqueValueExpr>(&expression)) {
    return opaque->getSourceExpr();
  }
  if (const auto* argument = dyn_cast<clang::CXXDefaultArgExpr>(&expression)) {
    return argument->getParam()->hasUninstantiatedDefaultArg() ? nullptr : argument->getExpr();
  }
  if (const auto* field = dyn_cast<clang::CXXDefaultInitExpr>(&expression)) {
    return field->getExpr();
  }
  if (const auto* pack = dyn_cast<clang::PackExpansionExpr>(&expression)) return pack->getPattern();
  if (const auto* list = dyn_cast<clang::CXXStdInitializerListExpr>(&expression)) {
    return list->getSubExpr();
  }
  return nullptr;
}

const Expr* InnerOfOperation(const Expr& expression) {
  if (const auto* unary = dyn_cast<clang::UnaryOperator>(&expression)) {
    switch (unary->getOpcode()) {
      case clang::UO_AddrOf:
      case clang::UO_Deref:
      case clang::UO_Plus:
      case clang::UO_Extension:
      case clang::UO_PreInc:
      case clang::UO_PreDec:
      case clang::UO_PostInc:
      case clang::UO_PostDec:
        return unary->getSubExpr();
      default:
        return nullptr;
    }
  }
  if (const auto* binary = dyn_cast<clang::BinaryOperator>(&expression)) {
    if (binary->getOpcode() == clang::BO_Comma) return binary->getRHS();
    return binary->isAssignmentOp() ? binary->getLHS() : nullptr;
  }
  return nullptr;
}

}  // namespace

bool IsSmartPointer(clang::QualType type) {
  const StringRef name = ClassName(type);
  return name.ends_with("_ptr") || name.ends_with("Ptr") || name.ends_with("Pointer") ||
         name == "not_null" || name == "__shared_ptr_access" || name == "__shared_ptr";
}

llvm::StringRef CalleeName(const clang::CallExpr& call) {
  const auto* callee = dyn_cast_or_null<clang::NamedDecl>(call.getCalleeDecl());
  if (callee != nullptr) return callee->getIdentifier() ? callee->getName() : StringRef();
  const Expr* written = call.getCallee()->IgnoreParenImpCasts();
  clang::DeclarationName name;
  if (const auto* lookup = dyn_cast<clang::OverloadExpr>(written)) name = lookup->getName();
  if (const auto* member = dyn_cast<clang::CXXDependentScopeMemberExpr>(written)) {
    name = member->getMember();
  }
  if (const auto* scoped = dyn_cast<clang::DependentScopeDeclRefExpr>(written)) {
    name = scoped->getDeclName();
  }
  return name.isIdentifier() && name.getAsIdentifierInfo() != nullptr
             ? name.getAsIdentifierInfo()->getName()
             : StringRef();
}

const Expr* Inner(const Expr& expression) {
  if (const Expr* inner = Unwrapped(expression)) return inner;
  if (const Expr* inner = InnerOfOperation(expression)) return inner;
  if (const auto* made = dyn_cast<clang::CXXConstructExpr>(&expression)) {
    return InnerOfConstruction(*made);
  }
  if (const auto* call = dyn_cast<clang::CallExpr>(&expression)) return InnerOfCall(*call);
  if (const auto* block = dyn_cast<clang::StmtExpr>(&expression)) return LastOf(*block);
  if (const auto* list = dyn_cast<clang::InitListExpr>(&expression)) {
    const bool one = list->getNumInits() == 1 && list->getInit(0) != nullptr;
    if (one && !list->getType().isNull() &&
        (list->isTransparent() || !list->getType()->isAggregateType())) {
      return list->getInit(0);
    }
  }
  if (const auto* made = dyn_cast<clang::CXXUnresolvedConstructExpr>(&expression)) {
    if (made->getNumArgs() == 1 && IsWrapper(made->getTypeAsWritten())) return made->getArg(0);
  }
  return nullptr;
}

const Expr& WithoutCasts(const Expr& expression) {
  const Expr* at = &expression;
  while (const Expr* inner = Unwrapped(*at)) at = inner;
  return *at;
}

const Expr* ContainerOf(const Expr& expression) {
  static constexpr std::array kMethods = std::to_array<StringRef>({"at", "front", "back", "top"});
  if (const auto* element = dyn_cast<clang::ArraySubscriptExpr>(&expression)) {
    return element->getLHS()->getType()->isIntegerType() ? element->getRHS() : element->getLHS();
  }
  if (const auto* call = dyn_cast<clang::CXXOperatorCallExpr>(&expression)) {
    const bool is_element = call->getOperator() == clang::OO_Subscript && call->getNumArgs() == 2 &&
                            IsInStd(call->getArg(0)->getType());
    return is_element ? call->getArg(0) : nullptr;
  }
  if (const auto* call = dyn_cast<clang::CXXMemberCallExpr>(&expression)) {
    const Expr* object = call->getImplicitObjectArgument();
    const bool is_element = object != nullptr && Has(kMethods, CalleeName(*call)) &&
                            IsInStd(WithoutCasts(*object).getType());
    return is_element ? object : nullptr;
  }
  return nullptr;
}

bool IsAssignment(const Expr& expression, Assignment& assignment) {
  if (const auto* binary = dyn_cast<clang::BinaryOperator>(&expression)) {
    if (binary->getOpcode() != clang::BO_Assign) return false;
    assignment = {binary->getLHS(), binary->getRHS()};
    return true;
  }
  if (const auto* call = dyn_cast<clang::CXXOperatorCallExpr>(&expression)) {
    if (call->getOperator() != clang::OO_Equal || call->getNumArgs() != 2) return false;
    const auto* method = dyn_cast_or_null<clang::CXXMethodDecl>(call->getDirectCallee());
    if (method == nullptr || method->isCopyAssignmentOperator() ||
        method->isMoveAssignmentOperator() || IsWrapper(call->getArg(0)->getType())) {
      assignment = {call->getArg(0), call->getArg(1)};
      return true;
    }
    return false;
  }
  const auto* call = dyn_cast<clang::CXXMemberCallExpr>(&expression);
  if (call == nullptr || call->getNumArgs() > 1 || CalleeName(*call) != "reset") return false;
  const Expr* object = call->getImplicitObjectArgument();
  if (object == nullptr || !IsSmartPointer(WithoutCasts(*object).getType())) return false;
  const Expr* value = call->getNumArgs() == 1 ? call->getArg(0) : nullptr;
  if (value != nullptr && llvm::isa<clang::CXXDefaultArgExpr>(value)) value = nullptr;
  assignment = {object, value};
  return true;
}

clang::QualType MadeBy(const clang::CallExpr& call) {
  static constexpr std::array kFunctions = std::to_array<StringRef>(
      {"make_unique", "make_shared", "MakeUnique", "make_unique_for_overwrite", "make_optional"});
  const auto* callee = call.getDirectCallee();
  if (callee == nullptr || !Has(kFunctions, CalleeName(call))) return {};
  const auto* arguments = callee->getTemplateSpecializationArgs();
  if (arguments == nullptr || arguments->size() == 0) return {};
  const clang::TemplateArgument& first = arguments->get(0);
  if (first.getKind() != clang::TemplateArgument::Type) return {};
  return RecordOf(first.getAsType()) != nullptr ? first.getAsType() : clang::QualType();
}

}  // namespace gonogo

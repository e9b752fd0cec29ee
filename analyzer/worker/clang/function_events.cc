// The events of FunctionLowering: what each kind of statement and expression comes to.
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/StmtCXX.h>

#include "analyzer/worker/clang/constants.h"
#include "analyzer/worker/clang/function_lowering.h"
#include "analyzer/worker/clang/transparent.h"

namespace gonogo {
namespace {

using clang::Expr;
using llvm::dyn_cast;

}  // namespace

void FunctionLowering::Expression(const Expr& expression) {
  Assignment assignment;
  if (IsAssignment(expression, assignment)) {
    CxxValue target = values_.Of(*assignment.target);
    if (assignment.value != nullptr && target.kind == CxxValueKind::kObject) {
      const CxxObject object = target.object;
      Initialise(object, assignment.target->getType(), *assignment.value, expression);
      return;
    }
    CxxValue value;
    value.kind = CxxValueKind::kNull;
    if (assignment.value != nullptr) value = values_.Of(*assignment.value);
    Store(std::move(target), std::move(value), expression.getSourceRange());
  } else if (const auto* compound = dyn_cast<clang::CompoundAssignOperator>(&expression)) {
    CompoundAssignment(expression, *compound->getLHS(), compound->getRHS(),
                       compound->getOpcodeStr().drop_back());
  } else if (const auto* unary = dyn_cast<clang::UnaryOperator>(&expression)) {
    if (unary->isIncrementDecrementOp()) {
      CompoundAssignment(expression, *unary->getSubExpr(), nullptr,
                         unary->isIncrementOp() ? "+" : "-");
    }
  } else if (const auto* call = dyn_cast<clang::CallExpr>(&expression)) {
    Call(*call);
  } else if (const auto* made = dyn_cast<clang::CXXConstructExpr>(&expression)) {
    Construction(*made);
  } else if (const auto* unresolved = dyn_cast<clang::CXXUnresolvedConstructExpr>(&expression)) {
    if (!unresolved->getTypeAsWritten()->isBuiltinType() && Inner(*unresolved) == nullptr) {
      values_.SetResult(*unresolved, Emit(calls_.OfConstruction(*unresolved), unresolved));
    }
  } else if (const auto* created = dyn_cast<clang::CXXNewExpr>(&expression)) {
    New(*created);
  } else if (const auto* ended = dyn_cast<clang::CXXDeleteExpr>(&expression)) {
    CxxEvent event =
        calls_.OfDestruction(ended->getDestroyedType(), values_.Of(*ended->getArgument()));
    event.place = context_.places.Of(ended->getSourceRange());
    Emit(std::move(event), ended);
  } else if (const auto* thrown = dyn_cast<clang::CXXThrowExpr>(&expression)) {
    CxxEvent event;
    event.kind = CxxEventKind::kThrow;
    event.place = context_.places.Of(thrown->getSourceRange());
    if (thrown->getSubExpr() != nullptr)
      event.arguments.push_back(values_.Of(*thrown->getSubExpr()));
    Emit(std::move(event), thrown);
  } else if (const auto* lambda = dyn_cast<clang::LambdaExpr>(&expression)) {
    Lambda(*lambda);
  } else if (const auto* recovered = dyn_cast<clang::RecoveryExpr>(&expression)) {
    auto event = calls_.OfRecovery(*recovered);
    if (!event) return;
    ++context_.unit.understanding.lost_calls;
    --context_.unit.understanding.calls;  // Emit counts it as one that is known
    values_.SetResult(*recovered, Emit(*std::move(event), recovered));
  }
}

void FunctionLowering::Call(const clang::CallExpr& call) {
  if (Inner(call) != nullptr || ContainerOf(call) != nullptr ||
      llvm::isa<clang::CXXPseudoDestructorExpr>(call.getCallee())) {
    return;
  }
  if (IsConstantTime(context_, call)) return;
  values_.SetResult(call, Emit(calls_.OfCall(call), &call));
}

void FunctionLowering::Construction(const clang::CXXConstructExpr& made) {
  if (Inner(made) != nullptr || IsConstantTime(context_, made)) return;
  values_.SetResult(made, Emit(calls_.OfConstruction(made), &made));
}

void FunctionLowering::New(const clang::CXXNewExpr& made) {
  if (made.getConstructExpr() != nullptr) {
    if (const auto event = values_.ResultOf(*made.getConstructExpr())) {
      values_.SetResult(made, *event);
      return;
    }
  }
  const auto* record = RecordOf(made.getAllocatedType());
  if (record == nullptr && !made.getAllocatedType()->isDependentType()) return;
  CxxEvent event;
  event.kind = CxxEventKind::kConstruct;
  if (record != nullptr) event.callee = context_.names.Of(*record);
  event.place = context_.places.Of(made.getSourceRange());
  if (const auto* written = made.getAllocatedTypeSourceInfo()) {
    event.name_place = context_.places.Of(written->getTypeLoc().getBeginLoc());
  }
  if (const Expr* given = made.getInitializer()) {
    if (const auto* list = dyn_cast<clang::ParenListExpr>(given)) {
      for (unsigned i = 0; i < list->getNumExprs(); ++i) {
        event.arguments.push_back(values_.Of(*list->getExpr(i)));
      }
    } else if (!llvm::isa<clang::CXXConstructExpr>(given)) {
      event.arguments.push_back(values_.Of(*given));
    }
  }
  values_.SetResult(made, Emit(std::move(event), &made));
}

void FunctionLowering::Lambda(const clang::LambdaExpr& lambda) {
  const clang::CXXMethodDecl* body = lambda.getCallOperator();
  if (body == nullptr || body->getBody() == nullptr) return;
  for (const clang::LambdaCapture& capture : lambda.captures()) {
    if (!capture.capturesVariable() || !lambda.isInitCapture(&capture)) continue;
    // [c = make()]: what is captured exists from here on, as a local of this function.
    const auto* variable = dyn_cast<clang::VarDecl>(capture.getCapturedVar());
    if (variable != nullptr) DeclareVariable(*variable);
  }
  FunctionLowering inner(context_, body, this);
  for (const clang::LambdaCapture& capture : lambda.captures()) {
    if (capture.capturesThis()) {
      inner.scope_.This();
    } else if (capture.capturesVariable()) {
      inner.scope_.Find(*capture.getCapturedVar());
    }
  }
  inner.LowerBody(*body, *body->getBody());
  context_.unit.functions.push_back(std::move(inner.lowered_));
}

void FunctionLowering::CompoundAssignment(const Expr& expression, const Expr& target,
                                          const Expr* operand, llvm::StringRef operation) {
  CxxValue value;
  value.kind = CxxValueKind::kCombined;
  value.operation = operation.str();
  value.type = context_.names.Of(expression.getType());
  value.place = context_.places.Of(expression.getSourceRange());
  value.parts.push_back(values_.Of(target));
  if (operand != nullptr) {
    value.parts.push_back(values_.Of(*operand));
  } else {
    value.parts.emplace_back().kind = CxxValueKind::kInteger;
    value.parts.back().integer = 1;
  }
  Store(values_.Of(target), std::move(value), expression.getSourceRange());
}

void FunctionLowering::Store(CxxValue target, CxxValue value, clang::SourceRange range) {
  CxxEvent event;
  event.kind = CxxEventKind::kStore;
  event.place = context_.places.Of(range);
  event.name_place = target.place;
  event.target = std::move(target);
  event.arguments.push_back(std::move(value));
  Emit(std::move(event), nullptr);
}

void FunctionLowering::Declare(const clang::Decl& declaration) {
  if (const auto* variable = dyn_cast<clang::VarDecl>(&declaration)) {
    DeclareVariable(*variable);
    const auto* parts = dyn_cast<clang::DecompositionDecl>(variable);
    if (parts == nullptr) return;
    for (const clang::BindingDecl* binding : parts->bindings()) {
      if (binding->getHoldingVar() != nullptr) DeclareVariable(*binding->getHoldingVar());
    }
  } else if (const auto* record = dyn_cast<clang::CXXRecordDecl>(&declaration)) {
    if (record->isThisDeclarationADefinition()) context_.local_classes.push_back(record);
  }
}

void FunctionLowering::DeclareVariable(const clang::VarDecl& variable) {
  const bool is_reference = variable.getType()->isReferenceType();
  if (const clang::VarDecl* range = flow_->RangeOf(variable)) {
    auto object = scope_.Find(*range);
    if (object) object->path.emplace_back("[]");
    if (object && is_reference) return scope_.Bind(variable, *std::move(object));
    const CxxObject local = scope_.AddLocal(variable);
    if (!object) return;
    CxxValue target = values_.OfObject(local, variable.getType());
    target.place = context_.places.Of(variable.getLocation());
    return Store(std::move(target), values_.OfObject(*std::move(object), variable.getType()),
                 variable.getSourceRange());
  }
  const Expr* initialiser = variable.getInit();
  if (is_reference && initialiser != nullptr) {
    if (auto object = values_.ObjectOf(*initialiser)) {
      return scope_.Bind(variable, *std::move(object));
    }
  }
  const CxxObject object =
      variable.hasGlobalStorage() ? *scope_.Find(variable) : scope_.AddLocal(variable);
  if (initialiser == nullptr || variable.isCXXForRangeDecl()) return;
  const clang::Stmt* at = initialiser;
  Initialise(object, variable.getType(), *initialiser, *at);
}

void FunctionLowering::Initialise(const CxxObject& target, clang::QualType type, const Expr& value,
                                  const clang::Stmt& at) {
  if (const auto event = values_.ResultOf(value)) {
    const auto [block, index] = event_places_[*event];
    CxxEvent& maker = lowered_.blocks[block].events[index];
    if (maker.kind == CxxEventKind::kConstruct && maker.target.kind != CxxValueKind::kObject) {
      maker.target = values_.OfObject(target, type);
      return;
    }
  }
  if (InitialiseFields(target, value, at, 0)) return;
  if (const auto* list = dyn_cast<clang::ParenListExpr>(&value)) {
    // A member or variable whose class depends on a template's parameter.
    CxxEvent event;
    event.kind = CxxEventKind::kConstruct;
    if (const auto* record = RecordOf(type)) event.callee = context_.names.Of(*record);
    event.place = event.name_place = context_.places.Of(at.getSourceRange());
    event.target = values_.OfObject(target, type);
    for (unsigned i = 0; i < list->getNumExprs(); ++i) {
      event.arguments.push_back(values_.Of(*list->getExpr(i)));
    }
    Emit(std::move(event), &at);
    return;
  }
  Store(values_.OfObject(target, type), values_.Of(value), at.getSourceRange());
}

/// A braced list for a struct or an array stores each part that is written.
bool FunctionLowering::InitialiseFields(const CxxObject& target, const Expr& value,
                                        const clang::Stmt& at, int depth) {
  const Expr& bare = WithoutCasts(value);
  const auto* literal = dyn_cast<clang::CompoundLiteralExpr>(&bare);
  const auto* list =
      dyn_cast<clang::InitListExpr>(literal != nullptr ? literal->getInitializer() : &bare);
  if (list == nullptr || list->isTransparent() || Inner(*list) != nullptr || depth > 8)
    return false;
  if (!list->isSemanticForm() && list->getSemanticForm() != nullptr) list = list->getSemanticForm();
  const auto* record = list->getType()->getAsRecordDecl();
  const bool is_array = list->getType()->isArrayType();
  if (is_array && context_.ast.getBaseElementType(list->getType())->isArithmeticType())
    return false;
  if ((record == nullptr && !is_array) || list->isTypeDependent()) return false;
  constexpr unsigned kMostParts = 256;
  const auto store = [&](CxxObject part, const Expr& given) {
    if (llvm::isa<clang::ImplicitValueInitExpr, clang::NoInitExpr>(given)) return;
    if (InitialiseFields(part, given, at, depth + 1)) return;
    Initialise(part, given.getType(), given, given);
  };
  if (is_array) {
    for (unsigned i = 0; i < std::min(list->getNumInits(), kMostParts); ++i) {
      CxxObject part = target;
      part.path.emplace_back("[]");
      if (list->getInit(i) != nullptr) store(std::move(part), *list->getInit(i));
    }
    return true;
  }
  unsigned index = 0;
  if (const auto* with_bases = dyn_cast<clang::CXXRecordDecl>(record)) {
    for (; index < with_bases->getNumBases() && index < list->getNumInits(); ++index) {
      if (list->getInit(index) != nullptr) store(target, *list->getInit(index));
    }
  }
  for (const clang::FieldDecl* field : record->fields()) {
    if (record->isUnion() && field != list->getInitializedFieldInUnion()) continue;
    if (field->isUnnamedBitField()) continue;
    if (index >= list->getNumInits()) break;
    const Expr* given = list->getInit(index++);
    CxxObject part = target;
    if (!field->isAnonymousStructOrUnion()) part.path.push_back(context_.names.UsrOf(*field));
    if (given != nullptr) store(std::move(part), *given);
  }
  return true;
}

void FunctionLowering::Initialiser(const clang::CXXCtorInitializer& initialiser) {
  const Expr* value = initialiser.getInit();
  if (value == nullptr) return;
  CxxObject target = scope_.This();
  clang::QualType type;
  if (const clang::FieldDecl* field = initialiser.getAnyMember()) {
    type = field->getType();
    if (!initialiser.isWritten() && !initialiser.isInClassMemberInitializer()) {
      // Made by default, without a word: only its construction counts.
      if (!values_.ResultOf(*value)) return;
    }
    std::vector<const clang::NamedDecl*> path = {field};
    if (const clang::IndirectFieldDecl* indirect = initialiser.getIndirectMember()) {
      path.assign(indirect->chain_begin(), indirect->chain_end());
    }
    for (const clang::NamedDecl* part : path) {
      const auto* inner = dyn_cast<clang::FieldDecl>(part);
      if (inner != nullptr && !inner->isAnonymousStructOrUnion()) {
        target.path.push_back(context_.names.UsrOf(*inner));
      }
    }
  } else if (initialiser.getTypeSourceInfo() != nullptr) {
    type = initialiser.getTypeSourceInfo()->getType();
    if (!initialiser.isWritten() && !values_.ResultOf(*value)) return;
  }
  Initialise(target, type, *value, *value);
}

void FunctionLowering::Destructor(const clang::CFGElement& element) {
  CxxEvent event;
  if (const auto scope_end = element.getAs<clang::CFGAutomaticObjDtor>()) {
    const clang::VarDecl* variable = scope_end->getVarDecl();
    const auto object = scope_.Find(*variable);
    if (!object) return;
    event =
        calls_.OfDestruction(variable->getType(), values_.OfObject(*object, variable->getType()));
    event.place = context_.places.Of(scope_end->getTriggerStmt()->getEndLoc());
  } else if (const auto temporary = element.getAs<clang::CFGTemporaryDtor>()) {
    const Expr* made = temporary->getBindTemporaryExpr()->getSubExpr();
    const auto result = values_.ResultOf(*made);
    // What a smart pointer or a variable took over does not end here.
    if (!result || IsSmartPointer(made->getType())) return;
    const auto [block, index] = event_places_[*result];
    if (lowered_.blocks[block].events[index].target.kind == CxxValueKind::kObject) return;
    event = calls_.OfDestruction(made->getType(), values_.Of(*made));
    event.place = context_.places.Of(made->getEndLoc());
  } else if (const auto member = element.getAs<clang::CFGMemberDtor>()) {
    CxxObject object = scope_.This();
    object.path.push_back(context_.names.UsrOf(*member->getFieldDecl()));
    event = calls_.OfDestruction(member->getFieldDecl()->getType(),
                                 values_.OfObject(object, member->getFieldDecl()->getType()));
  } else {
    return;
  }
  Emit(std::move(event), nullptr);
}

}  // namespace gonogo

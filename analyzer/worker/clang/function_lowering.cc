#include "analyzer/worker/clang/function_lowering.h"

#include <clang/AST/StmtCXX.h>

#include "analyzer/worker/clang/transparent.h"

namespace gonogo {
namespace {

using clang::Expr;
using llvm::dyn_cast;

constexpr std::uint32_t kMostEvents = 200'000;

/// C's extension letters; every other file that declares functions is a header to us.
bool IsSourceFile(llvm::StringRef path) {
  const llvm::StringRef extension = path.rsplit('.').second;
  return llvm::is_contained({"c", "cc", "cpp", "cxx", "c++", "C", "m", "mm", "cu"}, extension);
}

CxxPlace DeclaredInHeader(UnitContext& context, const clang::FunctionDecl& function) {
  for (const clang::FunctionDecl* one = function.getFirstDecl(); one != nullptr;) {
    if (!IsSourceFile(context.places.PathOf(one->getLocation()))) {
      return context.places.Of(one->getLocation());
    }
    const clang::FunctionDecl* next = nullptr;
    // Clang chains redeclarations from the last to the first.
    for (const clang::FunctionDecl* later : function.redecls()) {
      if (later->getPreviousDecl() == one) next = later;
    }
    one = next;
  }
  return {};
}

void AddOverridden(UnitContext& context, const clang::CXXMethodDecl& method, int depth,
                   std::vector<std::string>& usrs) {
  if (depth > 16) return;
  for (const clang::CXXMethodDecl* base : method.overridden_methods()) {
    usrs.push_back(context.names.UsrOf(*base));
    AddOverridden(context, *base, depth + 1, usrs);
  }
}

void Describe(UnitContext& context, const clang::FunctionDecl& function, CxxFunction& lowered) {
  lowered.usr = context.names.UsrOf(function);
  lowered.name = context.names.Of(function);
  lowered.return_type = context.names.Of(function.getReturnType());
  lowered.place = context.places.Of(function.getLocation());
  if (function.getBody() != nullptr) {
    lowered.body = context.places.Of(function.getBody()->getSourceRange());
  }
  lowered.declared = DeclaredInHeader(context, function);
  lowered.is_internal = !function.isExternallyVisible();
  lowered.is_main = function.isMain();
  const auto* method = dyn_cast<clang::CXXMethodDecl>(&function);
  if (method == nullptr || method->getParent()->isLambda()) return;
  lowered.class_usr = context.names.UsrOf(*method->getParent());
  lowered.is_constructor = llvm::isa<clang::CXXConstructorDecl>(method);
  lowered.is_destructor = llvm::isa<clang::CXXDestructorDecl>(method);
  AddOverridden(context, *method, 0, lowered.overrides);
}

}  // namespace

FunctionLowering::FunctionLowering(UnitContext& context, const clang::FunctionDecl* function,
                                   FunctionLowering* outer)
    : context_(context),
      scope_(context, function, outer != nullptr ? &outer->scope_ : nullptr, lowered_),
      values_(context, scope_),
      calls_(context, values_),
      function_(function) {
  if (function != nullptr) Describe(context, *function, lowered_);
  if (outer != nullptr) lowered_.parent = outer->lowered_.usr;
}

void FunctionLowering::Lower(UnitContext& context, const clang::FunctionDecl& function) {
  FunctionLowering lowering(context, &function, nullptr);
  lowering.LowerBody(function, *function.getBody());
  context.unit.functions.push_back(std::move(lowering.lowered_));
}

void FunctionLowering::LowerInitialiser(UnitContext& context, const clang::VarDecl& global) {
  FunctionLowering lowering(context, nullptr, nullptr);
  CxxFunction& lowered = lowering.lowered_;
  lowered.usr = context.names.UsrOf(global) + "@initialiser";
  lowered.name = context.names.Of(global) + "::initialiser";
  lowered.is_internal = true;
  lowered.is_address_taken = true;  // it runs before main, or as a thread first comes by
  lowered.place = context.places.Of(global.getLocation());
  lowered.body = context.places.Of(global.getSourceRange());
  lowering.LowerBody(global, *global.getInit());
  CxxObject object;
  object.root = CxxRoot::kGlobal;
  object.usr = context.names.UsrOf(global);
  if (lowered.blocks.empty()) lowered.blocks.emplace_back();
  lowering.Initialise(object, global.getType(), *global.getInit(), *global.getInit());
  if (lowering.event_count_ > 0) context.unit.functions.push_back(std::move(lowered));
}

void FunctionLowering::LowerBody(const clang::Decl& declaration, const clang::Stmt& body) {
  flow_ = std::make_unique<ControlFlow>(declaration, body, context_.ast);
  if (context_.ast.getDiagnostics().hasErrorOccurred()) PlaceLostCalls(body);
  if (flow_->empty()) {
    lowered_.blocks.emplace_back();
    LowerInRow(body, 0);
    EmitLostCalls(nullptr, 0);
    return;
  }
  for (const clang::CFGBlock* block : flow_->order()) LowerBlock(*block);
  LinkBlocks();
}

/// What Clang cannot make a graph of, as a loop over a range that depends on a template's
/// parameter, is lowered as if each statement ran once.
void FunctionLowering::LowerInRow(const clang::Stmt& statement, int depth) {
  if (depth > 200) return;
  if (!llvm::isa<clang::LambdaExpr>(statement)) {
    for (const clang::Stmt* child : statement.children()) {
      if (child != nullptr) LowerInRow(*child, depth + 1);
    }
  }
  if (!flow_->IsOfRangeFor(statement)) Statement(statement);
}

void FunctionLowering::LowerBlock(const clang::CFGBlock& block) {
  const auto first = static_cast<std::uint32_t>(lowered_.blocks.size());
  lowered_.blocks.emplace_back();
  std::size_t index = 0;
  for (const clang::CFGElement& element : block) {
    EmitLostCalls(&block, index++);
    Element(element);
  }
  EmitLostCalls(&block, index);
  EndBlock(block);
  blocks_[&block] = {first, static_cast<std::uint32_t>(lowered_.blocks.size() - 1)};
}

void FunctionLowering::EndBlock(const clang::CFGBlock& block) {
  const Expr* condition = flow_->ConditionOf(block);
  if (condition == nullptr) return;
  if (EndSwitch(block, *condition)) return;
  CxxBlock& last = lowered_.blocks.back();
  unsigned ways = 0;
  for (const auto& successor : block.succs()) ways += successor.getReachableBlock() != nullptr;
  last.place = context_.places.Of(condition->getSourceRange());
  last.is_loop = flow_->IsLoop(block);
  last.has_condition = ways == 2 && block.succ_size() == 2 &&
                       !llvm::isa<clang::SwitchStmt>(block.getTerminatorStmt());
  if (flow_->IsOfRangeFor(*condition)) {
    last.condition.place = last.place;
    return;
  }
  last.condition = values_.Of(*condition);
}

void FunctionLowering::LinkBlocks() {
  for (const clang::CFGBlock* block : flow_->order()) {
    const auto [first, last] = blocks_[block];
    if (LinkCases(*block)) continue;
    for (std::uint32_t i = first; i < last; ++i) lowered_.blocks[i].next.push_back(i + 1);
    std::uint32_t way = 0;
    for (const auto& successor : block->succs()) {
      const clang::CFGBlock* next = successor.getReachableBlock();
      if (next != nullptr) lowered_.blocks[last].next.push_back(Behind(*block, *next, way));
      ++way;
    }
  }
  for (const auto& [block, handler] : throwing_) {
    const auto found = blocks_.find(handler);
    if (found != blocks_.end()) lowered_.blocks[block].next.push_back(found->second.first);
  }
}

/// Where one way out of a block leads. In `do {} while (a && b)` Clang has both ways of `a` meet
/// where the whole condition decides; what `a` has decided already goes on from there.
std::uint32_t FunctionLowering::Behind(const clang::CFGBlock& block, const clang::CFGBlock& next,
                                       std::uint32_t way) {
  const auto [first, last] = blocks_[&next];
  if (!flow_->MeetsAt(block, next) || first != last || !lowered_.blocks[first].events.empty()) {
    return first;
  }
  const clang::CFGBlock* decided = (next.succ_begin() + way)->getReachableBlock();
  return decided == nullptr ? first : blocks_[decided].first;
}

std::uint32_t FunctionLowering::Emit(CxxEvent event, const clang::Stmt* statement) {
  if (event_count_ >= kMostEvents) return event_count_ - 1;
  const bool may_throw =
      event.kind == CxxEventKind::kCall || event.kind == CxxEventKind::kConstruct;
  if (event.kind == CxxEventKind::kCall) {
    ++(event.callee.empty() ? context_.unit.understanding.lost_calls
                            : context_.unit.understanding.calls);
  }
  CxxBlock& block = lowered_.blocks.back();
  event_places_.emplace_back(lowered_.blocks.size() - 1, block.events.size());
  block.events.push_back(std::move(event));
  const auto* handler = may_throw && statement != nullptr ? flow_->HandlerOf(*statement) : nullptr;
  if (handler != nullptr && !flow_->empty()) {
    throwing_.emplace_back(static_cast<std::uint32_t>(lowered_.blocks.size() - 1), handler);
    lowered_.blocks.emplace_back();
  }
  return event_count_++;
}

void FunctionLowering::Element(const clang::CFGElement& element) {
  if (const auto statement = element.getAs<clang::CFGStmt>()) {
    if (!flow_->IsOfRangeFor(*statement->getStmt())) Statement(*statement->getStmt());
  } else if (const auto initialiser = element.getAs<clang::CFGInitializer>()) {
    Initialiser(*initialiser->getInitializer());
  } else {
    Destructor(element);
  }
}

void FunctionLowering::Statement(const clang::Stmt& statement) {
  if (const auto* declaration = dyn_cast<clang::DeclStmt>(&statement)) {
    for (const clang::Decl* one : declaration->decls()) Declare(*one);
  } else if (const auto* end = dyn_cast<clang::ReturnStmt>(&statement)) {
    CxxEvent event;
    event.kind = CxxEventKind::kReturn;
    event.place = context_.places.Of(end->getSourceRange());
    if (end->getRetValue() != nullptr) event.arguments.push_back(values_.Of(*end->getRetValue()));
    Emit(std::move(event), end);
  } else if (const auto* coroutine = dyn_cast<clang::CoreturnStmt>(&statement)) {
    CxxEvent event;
    event.kind = CxxEventKind::kReturn;
    event.place = context_.places.Of(coroutine->getSourceRange());
    if (coroutine->getOperand() != nullptr) {
      event.arguments.push_back(values_.Of(*coroutine->getOperand()));
    }
    Emit(std::move(event), coroutine);
  } else if (const auto* expression = dyn_cast<Expr>(&statement)) {
    Expression(*expression);
  }
}

}  // namespace gonogo

#include "analyzer/worker/clang/control_flow.h"

#include <algorithm>

#include <clang/AST/ExprCXX.h>
#include <clang/AST/StmtCXX.h>
#include <llvm/Support/CrashRecoveryContext.h>

namespace gonogo {
namespace {

using llvm::dyn_cast;
using llvm::dyn_cast_or_null;

clang::CFG::BuildOptions Options(bool with_destructors) {
  clang::CFG::BuildOptions options;
  options.AddInitializers = true;
  options.AddImplicitDtors = with_destructors;
  options.AddTemporaryDtors = with_destructors;
  options.AddCXXDefaultInitExprInCtors = true;
  options.AddCXXDefaultInitExprInAggregates = true;
  for (const auto kind :
       {clang::Stmt::BinaryOperatorClass, clang::Stmt::CompoundAssignOperatorClass,
        clang::Stmt::UnaryOperatorClass, clang::Stmt::RecoveryExprClass,
        clang::Stmt::CXXUnresolvedConstructExprClass, clang::Stmt::LambdaExprClass}) {
    options.setAlwaysAdd(kind);
  }
  return options;
}

/// Whether everything that a destructor's members need for their end is known.
bool HasWholeParts(const clang::Decl& declaration) {
  const auto* destructor = dyn_cast<clang::CXXDestructorDecl>(&declaration);
  if (destructor == nullptr) return true;
  for (const clang::FieldDecl* field : destructor->getParent()->fields()) {
    const auto* record = field->getType()->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
    if (record != nullptr && !record->hasDefinition()) return false;
  }
  return true;
}

const clang::Expr* LoopCondition(const clang::Stmt& loop) {
  if (const auto* at = dyn_cast<clang::WhileStmt>(&loop)) return at->getCond();
  if (const auto* at = dyn_cast<clang::DoStmt>(&loop)) return at->getCond();
  if (const auto* at = dyn_cast<clang::ForStmt>(&loop)) return at->getCond();
  return nullptr;
}

const clang::BinaryOperator* AsLogical(const clang::Stmt* statement) {
  const auto* expression = dyn_cast_or_null<clang::Expr>(statement);
  const auto* logical =
      expression == nullptr ? nullptr : dyn_cast<clang::BinaryOperator>(expression->IgnoreParens());
  return logical != nullptr && logical->isLogicalOp() ? logical : nullptr;
}

}  // namespace

ControlFlow::ControlFlow(const clang::Decl& declaration, const clang::Stmt& body,
                         clang::ASTContext& ast) {
  const clang::CFG::BuildOptions options = Options(HasWholeParts(declaration));
  // Clang builds graphs of code that parsed only, and has no defence against the rest. What it
  // cannot survive costs one function its order, not the unit.
  llvm::CrashRecoveryContext recovery;
  std::unique_ptr<clang::CFG> graph;
  const bool survived = recovery.RunSafely([&] {
    graph = clang::CFG::buildCFG(&declaration, const_cast<clang::Stmt*>(&body), &ast, options);
  });
  if (survived) {
    graph_ = std::move(graph);
  } else {
    (void)graph.release();
  }
  if (graph_) {
    for (const clang::CFGBlock* block : graph_->try_blocks()) {
      if (block->getTerminatorStmt() != nullptr) try_blocks_[block->getTerminatorStmt()] = block;
    }
  }
  Collect(body, nullptr);
  if (graph_) OrderBlocks();
}

void ControlFlow::CollectRangeFor(const clang::CXXForRangeStmt& loop) {
  for (const clang::Stmt* part : {static_cast<const clang::Stmt*>(loop.getBeginStmt()),
                                  static_cast<const clang::Stmt*>(loop.getEndStmt()),
                                  static_cast<const clang::Stmt*>(loop.getCond()),
                                  static_cast<const clang::Stmt*>(loop.getInc())}) {
    std::vector<const clang::Stmt*> open = {part};
    while (!open.empty()) {
      const clang::Stmt* at = open.back();
      open.pop_back();
      if (at == nullptr || !of_range_for_.insert(at).second) continue;
      for (const clang::Stmt* child : at->children()) open.push_back(child);
    }
  }
  const auto* range = loop.getRangeStmt();
  if (range == nullptr || !range->isSingleDecl()) return;
  ranges_[loop.getLoopVariable()] = dyn_cast_or_null<clang::VarDecl>(range->getSingleDecl());
}

void ControlFlow::AddLoopCondition(const clang::Expr* condition) {
  while (condition != nullptr) {
    const auto* logical = dyn_cast<clang::BinaryOperator>(condition->IgnoreParens());
    if (logical == nullptr || !logical->isLogicalOp() || !loop_parts_.insert(logical).second)
      return;
    AddLoopCondition(logical->getLHS());
    condition = logical->getRHS();
  }
}

void ControlFlow::Collect(const clang::Stmt& statement, const clang::CFGBlock* handler) {
  if (handler != nullptr) handlers_[&statement] = handler;
  if (const auto* loop = dyn_cast<clang::CXXForRangeStmt>(&statement)) CollectRangeFor(*loop);
  AddLoopCondition(LoopCondition(statement));
  if (llvm::isa<clang::LambdaExpr>(statement)) return;
  if (const auto* guarded = dyn_cast<clang::CXXTryStmt>(&statement)) {
    const auto found = try_blocks_.find(guarded);
    Collect(*guarded->getTryBlock(), found != try_blocks_.end() ? found->second : handler);
    for (unsigned i = 0; i < guarded->getNumHandlers(); ++i) {
      Collect(*guarded->getHandler(i), handler);
    }
    return;
  }
  for (const clang::Stmt* child : statement.children()) {
    if (child != nullptr) Collect(*child, handler);
  }
}

const clang::CFGBlock* ControlFlow::HandlerOf(const clang::Stmt& statement) const {
  const auto found = handlers_.find(&statement);
  return found == handlers_.end() ? nullptr : found->second;
}

const clang::VarDecl* ControlFlow::RangeOf(const clang::VarDecl& variable) const {
  const auto found = ranges_.find(&variable);
  return found == ranges_.end() ? nullptr : found->second;
}

void ControlFlow::OrderBlocks() {
  struct Open {
    const clang::CFGBlock* block;
    std::vector<const clang::CFGBlock*> next;
  };
  const auto next_of = [this](const clang::CFGBlock& block) {
    std::vector<const clang::CFGBlock*> next;
    for (const auto& successor : block.succs()) {
      if (const clang::CFGBlock* reachable = successor.getReachableBlock())
        next.push_back(reachable);
    }
    for (const clang::CFGElement& element : block) {
      const auto statement = element.getAs<clang::CFGStmt>();
      const auto* handler = statement ? HandlerOf(*statement->getStmt()) : nullptr;
      if (handler != nullptr) next.push_back(handler);
    }
    return next;
  };
  llvm::DenseSet<const clang::CFGBlock*> seen;
  std::vector<Open> open;
  seen.insert(&graph_->getEntry());
  open.push_back({&graph_->getEntry(), next_of(graph_->getEntry())});
  while (!open.empty()) {
    Open& top = open.back();
    if (top.next.empty()) {
      order_.push_back(top.block);
      open.pop_back();
      continue;
    }
    const clang::CFGBlock* next = top.next.back();
    top.next.pop_back();
    if (seen.insert(next).second) open.push_back({next, next_of(*next)});
  }
  std::ranges::reverse(order_);
}

const clang::Expr* ControlFlow::ConditionOf(const clang::CFGBlock& block) const {
  if (block.getTerminatorStmt() == nullptr || !block.getTerminator().isStmtBranch() ||
      llvm::isa<clang::CXXTryStmt>(block.getTerminatorStmt())) {
    return nullptr;
  }
  const auto* condition = dyn_cast_or_null<clang::Expr>(block.getTerminatorCondition());
  // Blocks before this one have decided on what stands left of the last && or ||.
  while (condition != nullptr) {
    const auto* logical = dyn_cast<clang::BinaryOperator>(condition->IgnoreParens());
    if (logical == nullptr || !logical->isLogicalOp()) break;
    condition = logical->getRHS();
  }
  return condition;
}

bool ControlFlow::MeetsAt(const clang::CFGBlock& block, const clang::CFGBlock& next) {
  const clang::Stmt* end = next.getTerminatorStmt();
  if (AsLogical(block.getTerminatorStmt()) == nullptr || end == nullptr ||
      !llvm::isa<clang::DoStmt>(end) || next.succ_size() != 2) {
    return false;
  }
  return AsLogical(next.getTerminatorCondition()) != nullptr;
}

bool ControlFlow::IsLoop(const clang::CFGBlock& block) const {
  const clang::Stmt* end = block.getTerminatorStmt();
  return end != nullptr &&
         (llvm::isa<clang::WhileStmt, clang::DoStmt, clang::ForStmt, clang::CXXForRangeStmt>(end) ||
          loop_parts_.contains(end));
}

}  // namespace gonogo

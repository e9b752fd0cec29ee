// ControlFlow: the order in which a body's blocks are lowered, what each leads to, and where an
// exception goes. Clang's CFG has no edge from what throws to its handlers; here each call in a try
// block may lead to them.
#pragma once

#include <memory>
#include <vector>

#include <clang/AST/ASTContext.h>
#include <clang/Analysis/CFG.h>
#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>

namespace gonogo {

class ControlFlow {
 public:
  /// `body` may be an expression. What Clang cannot make a graph of is empty(): lower it in a row.
  ControlFlow(const clang::Decl& declaration, const clang::Stmt& body, clang::ASTContext& ast);

  bool empty() const { return order_.empty(); }
  /// Reachable blocks, each behind those that lead to it but for loops; the entry first.
  const std::vector<const clang::CFGBlock*>& order() const { return order_; }

  /// The block of the handlers that an exception of the statement goes to; null outside of `try`.
  const clang::CFGBlock* HandlerOf(const clang::Stmt& statement) const;

  /// What decides where a block goes; null where it has one way or the choice is not an expression.
  const clang::Expr* ConditionOf(const clang::CFGBlock& block) const;
  bool IsLoop(const clang::CFGBlock& block) const;
  /// Whether an operand of the && or || that ends `block` may decide the condition of `next`.
  static bool MeetsAt(const clang::CFGBlock& block, const clang::CFGBlock& next);

  /// Statements that Clang adds to a range-for: begin, end, their comparison and increment.
  bool IsOfRangeFor(const clang::Stmt& statement) const {
    return of_range_for_.contains(&statement);
  }
  /// Clang's variable for the range of the loop whose variable it is; null where it is none's.
  const clang::VarDecl* RangeOf(const clang::VarDecl& variable) const;

 private:
  void Collect(const clang::Stmt& statement, const clang::CFGBlock* handler);
  void CollectRangeFor(const clang::CXXForRangeStmt& loop);
  void AddLoopCondition(const clang::Expr* condition);
  void OrderBlocks();

  std::unique_ptr<clang::CFG> graph_;
  std::vector<const clang::CFGBlock*> order_;
  llvm::DenseMap<const clang::Stmt*, const clang::CFGBlock*> try_blocks_;
  llvm::DenseMap<const clang::Stmt*, const clang::CFGBlock*> handlers_;
  llvm::DenseSet<const clang::Stmt*> of_range_for_;
  llvm::DenseSet<const clang::Stmt*> loop_parts_;  // && and || in conditions of loops
  llvm::DenseMap<const clang::VarDecl*, const clang::VarDecl*> ranges_;
};

}  // namespace gonogo

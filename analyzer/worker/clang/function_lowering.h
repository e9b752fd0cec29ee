// FunctionLowering: one body, from Clang's tree to blocks of events. Lambdas in it are lowered with
// it, as functions of their own.
#pragma once

#include <map>
#include <memory>

#include "analyzer/worker/clang/calls.h"
#include "analyzer/worker/clang/control_flow.h"
#include "analyzer/worker/clang/lost_calls.h"
#include "analyzer/worker/clang/scope.h"
#include "analyzer/worker/clang/unit_context.h"
#include "analyzer/worker/clang/values.h"

namespace gonogo {

class FunctionLowering {
 public:
  /// Appends the function, and the lambdas in it, to the unit.
  static void Lower(UnitContext& context, const clang::FunctionDecl& function);
  /// Appends a function that stands for the making of a global where that is more than a constant.
  static void LowerInitialiser(UnitContext& context, const clang::VarDecl& global);

 private:
  FunctionLowering(UnitContext& context, const clang::FunctionDecl* function,
                   FunctionLowering* outer);

  void LowerBody(const clang::Decl& declaration, const clang::Stmt& body);
  void LowerBlock(const clang::CFGBlock& block);
  void LowerInRow(const clang::Stmt& statement, int depth);
  void EndBlock(const clang::CFGBlock& block);
  /// Decides before or behind which elements the calls that Clang lost stand.
  void PlaceLostCalls(const clang::Stmt& body);
  void EmitLostCalls(const clang::CFGBlock* block, std::size_t element);
  /// Of a switch whose cases are single values; false where it is none.
  bool EndSwitch(const clang::CFGBlock& block, const clang::Expr& condition);
  void LinkBlocks();
  bool LinkCases(const clang::CFGBlock& block);
  std::uint32_t Behind(const clang::CFGBlock& block, const clang::CFGBlock& next,
                       std::uint32_t way);

  void Element(const clang::CFGElement& element);
  void Statement(const clang::Stmt& statement);
  void Expression(const clang::Expr& expression);
  void Call(const clang::CallExpr& call);
  void Construction(const clang::CXXConstructExpr& made);
  void New(const clang::CXXNewExpr& made);
  void Lambda(const clang::LambdaExpr& lambda);
  void Declare(const clang::Decl& declaration);
  void DeclareVariable(const clang::VarDecl& variable);
  void Initialiser(const clang::CXXCtorInitializer& initialiser);
  void Destructor(const clang::CFGElement& element);
  void CompoundAssignment(const clang::Expr& expression, const clang::Expr& target,
                          const clang::Expr* operand, llvm::StringRef operation);

  /// Gives a value to what an object is: the maker's own object, fields one by one, or a store.
  void Initialise(const CxxObject& target, clang::QualType type, const clang::Expr& value,
                  const clang::Stmt& at);
  bool InitialiseFields(const CxxObject& target, const clang::Expr& value, const clang::Stmt& at,
                        int depth);
  void Store(CxxValue target, CxxValue value, clang::SourceRange range);
  std::uint32_t Emit(CxxEvent event, const clang::Stmt* statement);

  UnitContext& context_;
  CxxFunction lowered_;
  Scope scope_;
  Values values_;
  Calls calls_;
  const clang::FunctionDecl* function_;
  std::unique_ptr<ControlFlow> flow_;
  std::unique_ptr<BodyText> text_;
  std::unique_ptr<LostCalls> lost_;
  /// In front of which element of which block of Clang's they belong; a null block: at the end.
  std::map<std::pair<const clang::CFGBlock*, std::size_t>, std::vector<LostCall>> lost_at_;
  std::uint32_t event_count_ = 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> event_places_;  // block, and place in it
  /// First and last of the lowered blocks that a block of Clang's became.
  llvm::DenseMap<const clang::CFGBlock*, std::pair<std::uint32_t, std::uint32_t>> blocks_;
  /// Of those that end in a switch: the first of the lowered blocks that test for a case.
  llvm::DenseMap<const clang::CFGBlock*, std::uint32_t> switches_;
  /// Lowered blocks that an exception may leave, and for where.
  std::vector<std::pair<std::uint32_t, const clang::CFGBlock*>> throwing_;
};

}  // namespace gonogo

// Values: expressions as values and objects of one function. What was an event before is named by
// the number of that event.
#pragma once

#include <optional>

#include <clang/AST/Expr.h>
#include <llvm/ADT/DenseMap.h>

#include "analyzer/worker/clang/scope.h"
#include "analyzer/worker/clang/unit_context.h"

namespace gonogo {

class Values {
 public:
  Values(UnitContext& context, Scope& scope) : context_(context), scope_(scope) {}

  CxxValue Of(const clang::Expr& expression) { return Lower(expression, 0); }

  /// The object that an expression yields; none where it is not kept in one.
  std::optional<CxxObject> ObjectOf(const clang::Expr& expression);

  CxxValue OfObject(CxxObject object, clang::QualType type);

  /// From now on the expression is the result of that event.
  void SetResult(const clang::Expr& expression, std::uint32_t event) {
    results_[&expression] = event;
  }
  /// The event that an expression is the result of, through what leaves no trace.
  std::optional<std::uint32_t> ResultOf(const clang::Expr& expression) const;

 private:
  CxxValue Lower(const clang::Expr& expression, int depth);
  void SetTypeOfCall(const clang::CallExpr& call, CxxValue& value) const;
  bool LowerBare(const clang::Expr& expression, int depth, CxxValue& value);
  static void LowerUndeclared(llvm::StringRef name, CxxValue& value);
  bool LowerReference(const clang::Expr& expression, CxxValue& value);
  bool LowerFunction(const clang::FunctionDecl& function, CxxValue& value);
  bool LowerCombined(const clang::Expr& expression, int depth, CxxValue& value);
  void Combine(std::string operation, llvm::ArrayRef<const clang::Expr*> parts, int depth,
               CxxValue& value);
  std::optional<CxxObject> ObjectOf(const clang::Expr& expression, int depth);
  std::optional<CxxObject> ObjectOfMember(const clang::MemberExpr& member, int depth);

  UnitContext& context_;
  Scope& scope_;
  llvm::DenseMap<const clang::Expr*, std::uint32_t> results_;
};

}  // namespace gonogo

// Calls: from a call, a construction, or what is left of one in code that does not parse, to the
// event that stands for it.
#pragma once

#include <optional>

#include <clang/AST/ExprCXX.h>

#include "analyzer/worker/clang/unit_context.h"
#include "analyzer/worker/clang/values.h"

namespace gonogo {

class Calls {
 public:
  Calls(UnitContext& context, Values& values) : context_(context), values_(values) {}

  CxxEvent OfCall(const clang::CallExpr& call);
  CxxEvent OfConstruction(const clang::CXXConstructExpr& made);
  CxxEvent OfConstruction(const clang::CXXUnresolvedConstructExpr& made);
  /// None where the expression is the rest of something else than a call.
  std::optional<CxxEvent> OfRecovery(const clang::RecoveryExpr& recovered);
  /// The end of an object. `type` is what ends, `self` where it is kept.
  CxxEvent OfDestruction(clang::QualType type, CxxValue self);

 private:
  void SetCallee(const clang::CallExpr& call, CxxEvent& event);
  void SetSpelledCallee(const clang::Expr& callee, CxxEvent& event);
  const clang::FunctionDecl* LoadedFunction(const clang::NamedDecl& pointer);
  void SetFunction(const clang::FunctionDecl& function, CxxEvent& event);
  void SetClass(clang::QualType type, CxxEvent& event);
  void SetWrittenCallee(const clang::Expr& callee, CxxEvent& event);
  void SetSelf(const clang::Expr& self, CxxEvent& event);
  void AddArguments(llvm::ArrayRef<const clang::Expr*> arguments, CxxEvent& event);
  void AddBases(const clang::CXXRecordDecl& record, CxxEvent& event);
  void SetPlaces(const clang::Expr& expression, clang::SourceLocation name, CxxEvent& event);
  std::vector<std::string> MacrosOf(clang::SourceLocation location);
  /// A method as the class it is called on would name it.
  void AddNamesThrough(const clang::CXXMethodDecl& method, clang::QualType called_on,
                       CxxEvent& event);

  UnitContext& context_;
  Values& values_;
};

}  // namespace gonogo

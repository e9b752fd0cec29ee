// UndeclaredNames: stand-ins for the names in bodies that a missing header would declare. Clang
// drops a whole statement, with all calls and assignments in it, for one constant that it does not
// know; with a stand-in only the value of that name is unknown.
#pragma once

#include <clang/AST/Decl.h>
#include <clang/AST/Expr.h>
#include <clang/Sema/ExternalSemaSource.h>
#include <clang/Sema/Sema.h>
#include <llvm/ADT/DenseMap.h>

#include "analyzer/worker/clang/places.h"
#include "analyzer/worker/unit.h"

namespace gonogo {

class UndeclaredNames : public clang::ExternalSemaSource {
 public:
  /// What has a stand-in is counted among the errors of `unit`.
  UndeclaredNames(Places& places, CxxUnit& unit) : places_(places), unit_(unit) {}

  void InitializeSema(clang::Sema& sema) override { sema_ = &sema; }
  bool LookupUnqualified(clang::LookupResult& result, clang::Scope* scope) override;

 private:
  bool StandsForValue(const clang::LookupResult& result, clang::Scope* scope) const;
  clang::EnumConstantDecl* ConstantOf(clang::IdentifierInfo* name, clang::SourceLocation at);

  Places& places_;
  CxxUnit& unit_;
  clang::Sema* sema_ = nullptr;
  llvm::DenseMap<const clang::IdentifierInfo*, clang::VarDecl*> known_;
  llvm::DenseMap<const clang::IdentifierInfo*, clang::EnumConstantDecl*> constants_;  // of cases
  clang::EnumDecl* enumeration_ = nullptr;  // that holds them
};

/// Whether an expression is a name that has such a stand-in.
bool IsUndeclared(const clang::Expr& expression);

}  // namespace gonogo

// Scope: the objects that a function's variables are. A reference is the object that it is bound
// to; a variable of an enclosing function becomes a local of a lambda, and a capture.
#pragma once

#include <optional>

#include <clang/AST/DeclCXX.h>
#include <llvm/ADT/DenseMap.h>

#include "analyzer/worker/clang/unit_context.h"

namespace gonogo {

class Scope {
 public:
  /// `function` may be null (the initialiser of a global); `outer` is null but for a lambda.
  Scope(UnitContext& context, const clang::FunctionDecl* function, Scope* outer,
        CxxFunction& lowered);

  /// The object that a variable is; none where it lies in a function that was not lowered.
  std::optional<CxxObject> Find(const clang::ValueDecl& variable);
  /// `this`, also in a lambda that captures it.
  CxxObject This();

  /// Makes a local of a declaration that is met.
  CxxObject AddLocal(const clang::ValueDecl& variable);
  /// From now on the variable is that object.
  void Bind(const clang::ValueDecl& variable, CxxObject object);

 private:
  CxxObject Capture(const clang::ValueDecl& variable, CxxObject outside);
  bool IsOwn(const clang::ValueDecl& variable) const;

  UnitContext& context_;
  const clang::FunctionDecl* function_;
  Scope* outer_;
  CxxFunction& lowered_;
  llvm::DenseMap<const clang::ValueDecl*, CxxObject> known_;
  bool captures_this_ = false;
};

}  // namespace gonogo

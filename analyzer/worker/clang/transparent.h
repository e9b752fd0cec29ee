// Transparent: the expressions that leave no trace in a lowered unit, since what they yield is the
// object or value they are given: parentheses, casts, `*h`, `&h`, h.get(), std::move(h), a copy, a
// std::string made of a literal, a smart pointer made of a pointer. They are no events.
#pragma once

#include <clang/AST/Expr.h>
#include <clang/AST/ExprCXX.h>

namespace gonogo {

/// What the expression yields as it is; null where it makes something of its own.
const clang::Expr* Inner(const clang::Expr& expression);

/// Through parentheses, casts and what else Clang inserts, but not through `*`, `&` and calls.
const clang::Expr& WithoutCasts(const clang::Expr& expression);

/// The container, or array, of which the expression is an element; null where it is none.
const clang::Expr* ContainerOf(const clang::Expr& expression);

/// `a = b`, also by an operator that a class has by default or the standard library defines, and
/// `p.reset(b)`. The value is null where it is nothing: `p.reset()`.
struct Assignment {
  const clang::Expr* target = nullptr;
  const clang::Expr* value = nullptr;
};
bool IsAssignment(const clang::Expr& expression, Assignment& assignment);

/// Class T of a call of std::make_unique<T>() and its like; null type where it is none.
clang::QualType MadeBy(const clang::CallExpr& call);

bool IsSmartPointer(clang::QualType type);

/// Name of the function that is called, be it known or only written: "get".
llvm::StringRef CalleeName(const clang::CallExpr& call);

}  // namespace gonogo

// Constants: what an expression is worth whatever the program does: integers, reals, texts, null
// and lengths of time, through constants and macros.
#pragma once

#include <clang/AST/Expr.h>

#include "analyzer/worker/clang/unit_context.h"

namespace gonogo {

/// Fills kind, value and, where a constant gave it, the name. False where it is none.
bool FoldConstant(UnitContext& context, const clang::Expr& expression, CxxValue& value);

/// Nanoseconds of one tick of a std::chrono::duration; 0 where the type is none.
double TickOf(clang::QualType type);

/// Whether a call or construction is nothing but a constant length of time:
/// std::chrono::seconds(5), absl::Seconds(3).
bool IsConstantTime(UnitContext& context, const clang::Expr& made);

/// The outermost macro that spells the whole expression, but an alias that the tree made of a
/// library's macro gives the library's.
std::string MacroOf(UnitContext& context, const clang::Expr& expression);

}  // namespace gonogo

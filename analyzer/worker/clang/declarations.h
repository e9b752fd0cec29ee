// Declarations: goes once over what the tree's files declare and hands each function with a body,
// each class and each global to its lowering. Templates are lowered once, as they are written.
#pragma once

#include <vector>

#include <clang/AST/DeclBase.h>

#include "analyzer/worker/clang/unit_context.h"

namespace gonogo {

/// Lowers the declarations, and what lies in them, into the unit.
void LowerDeclarations(UnitContext& context, const std::vector<clang::Decl*>& declarations);

}  // namespace gonogo

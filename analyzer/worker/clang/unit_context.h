// UnitContext: what all parts of the lowering of one unit share.
#pragma once

#include <set>
#include <string>
#include <vector>

#include <clang/AST/ASTContext.h>

#include "analyzer/worker/clang/body_text.h"
#include "analyzer/worker/clang/names.h"
#include "analyzer/worker/clang/places.h"
#include "analyzer/worker/unit.h"

namespace gonogo {

struct UnitContext {
  clang::ASTContext& ast;
  Places& places;
  Names& names;
  CxxUnit& unit;
  const SkippedText& skipped;
  std::set<std::string> address_taken;                     // USRs of functions
  std::vector<const clang::CXXRecordDecl*> local_classes;  // met in bodies, not yet lowered
};

}  // namespace gonogo

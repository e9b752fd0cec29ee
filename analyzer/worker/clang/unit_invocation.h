// UnitInvocation: from the flags of a unit to the compiler that reads it, shorn of all that could
// write, load or run something.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/CompilerInvocation.h>

#include "analyzer/worker/clang/unit_files.h"
#include "analyzer/worker/flag_filter.h"

namespace gonogo {

/// Null where the flags do not come to one file to read.
std::shared_ptr<clang::CompilerInvocation> InvocationFor(
    const FilteredFlags& flags, const std::string& file,
    const llvm::IntrusiveRefCntPtr<UnitFiles>& files, clang::DiagnosticConsumer& diagnostics);

/// Makes ready what every parse needs. `diagnostics` lives on.
void Equip(clang::CompilerInstance& compiler, std::shared_ptr<clang::CompilerInvocation> invocation,
           const llvm::IntrusiveRefCntPtr<UnitFiles>& files,
           clang::DiagnosticConsumer& diagnostics);

}  // namespace gonogo

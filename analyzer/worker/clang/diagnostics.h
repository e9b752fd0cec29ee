// UnitDiagnostics: counts what Clang did not understand of the main file and keeps the first error,
// without a word of the source but names.
#pragma once

#include <clang/Basic/Diagnostic.h>

#include "analyzer/worker/clang/places.h"

namespace gonogo {

class UnitDiagnostics : public clang::DiagnosticConsumer {
 public:
  void Watch(Places& places, CxxUnit& unit) {
    places_ = &places;
    unit_ = &unit;
  }

  void HandleDiagnostic(clang::DiagnosticsEngine::Level level,
                        const clang::Diagnostic& diagnostic) override;

 private:
  Places* places_ = nullptr;
  CxxUnit* unit_ = nullptr;
};

/// A message with whatever it quotes that is no name replaced by "...".
std::string WithoutQuotedText(llvm::StringRef message);

}  // namespace gonogo

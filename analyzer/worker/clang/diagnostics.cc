#include "analyzer/worker/clang/diagnostics.h"

#include <clang/Basic/CharInfo.h>
#include <clang/Lex/LexDiagnostic.h>

namespace gonogo {
namespace {

bool IsName(llvm::StringRef text) {
  return !text.empty() && text.size() <= 100 && llvm::all_of(text, [](char c) {
    return clang::isAsciiIdentifierContinue(static_cast<unsigned char>(c)) || c == ':' ||
           c == '~' || c == '<' || c == '>' || c == ',' || c == ' ' || c == '*' || c == '&';
  });
}

}  // namespace

std::string WithoutQuotedText(llvm::StringRef message) {
  std::string result;
  while (!message.empty()) {
    const auto [before, rest] = message.split('\'');
    result += before;
    if (before.size() == message.size()) break;
    const auto [quoted, after] = rest.split('\'');
    result += IsName(quoted) ? "'" + quoted.str() + "'" : "'...'";
    message = after;
  }
  return result;
}

void UnitDiagnostics::HandleDiagnostic(clang::DiagnosticsEngine::Level level,
                                       const clang::Diagnostic& diagnostic) {
  if (level < clang::DiagnosticsEngine::Error || unit_ == nullptr) return;
  if (!diagnostic.hasSourceManager() || diagnostic.getLocation().isInvalid()) return;
  const clang::SourceManager& sources = diagnostic.getSourceManager();
  const clang::SourceLocation at = sources.getExpansionLoc(diagnostic.getLocation());
  if (!sources.isInMainFile(at)) return;
  if (++unit_->understanding.errors != 1) return;
  llvm::SmallString<128> message;
  if (diagnostic.getID() == clang::diag::err_pp_hash_error) {
    message = "#error";
  } else {
    diagnostic.FormatDiagnostic(message);
  }
  unit_->understanding.first_error = WithoutQuotedText(message);
  unit_->understanding.first_error_place = places_->Of(at);
}

}  // namespace gonogo

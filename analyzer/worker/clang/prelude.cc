#include "analyzer/worker/clang/prelude.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include <clang/AST/Decl.h>
#include <clang/AST/DeclCXX.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendAction.h>
#include <clang/Lex/Preprocessor.h>
#include <clang/Lex/PreprocessorOptions.h>
#include <clang/Serialization/ASTWriter.h>
#include <clang/Serialization/PCHContainerOperations.h>

#include "analyzer/base/ascii.h"
#include "analyzer/worker/clang/unit_invocation.h"

namespace gonogo {
namespace {

constexpr std::string_view kSource = "/gonogo-cxx/prelude.cc";
constexpr std::string_view kPrecompiled = "/gonogo-cxx/prelude.pch";
/// Each takes 10 to 20 MB.
constexpr std::size_t kMostPreludes = 4;
constexpr std::size_t kMostHeaders = 64;

/// What a unit's own folders and forced includes add is not for others.
constexpr std::array kOfOneUnit = std::to_array<std::string_view>(
    {"-I", "-isystem", "-iquote", "-idirafter", "-cxx-isystem", "-imacros", "-include"});

FilteredFlags SharedFlags(const FilteredFlags& flags) {
  FilteredFlags shared;
  shared.language = flags.language;
  for (std::size_t i = 0; i < flags.arguments.size(); ++i) {
    const std::string& word = flags.arguments[i];
    const auto option = std::ranges::find_if(
        kOfOneUnit, [&word](std::string_view one) { return word.starts_with(one); });
    if (option == kOfOneUnit.end()) {
      shared.arguments.push_back(word);
    } else if (word == *option) {
      ++i;
    }
  }
  return shared;
}

bool IsHeaderOfStandard(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) { return IsLower(c) || c == '_'; });
}

std::string SourceOf(std::span<const std::string> headers) {
  std::string source;
  for (const std::string& header : headers) {
    source += "#if __has_include(<" + header + ">)\n#include <" + header + ">\n#endif\n";
  }
  return source;
}

/// Writes what was parsed, and notes the names that the standard's tags are known by.
class PreludeWriter : public clang::PCHGenerator {
 public:
  PreludeWriter(clang::CompilerInstance& compiler, std::shared_ptr<clang::PCHBuffer> buffer,
                Prelude& prelude)
      : PCHGenerator(compiler.getPreprocessor(), compiler.getModuleCache(), "", "",
                     std::move(buffer), {}),
        prelude_(prelude) {}

  bool HandleTopLevelDecl(clang::DeclGroupRef group) override {
    for (const clang::Decl* declaration : group) Note(*declaration);
    return true;
  }

  bool shouldSkipFunctionBody(clang::Decl* /*declaration*/) override { return true; }

 private:
  void Note(const clang::Decl& declaration) {
    if (const auto* alias = llvm::dyn_cast<clang::TypedefNameDecl>(&declaration)) {
      if (alias->getUnderlyingType()->getAsTagDecl() != nullptr)
        prelude_.typedefs.push_back(alias->getNameAsString());
    } else if (const auto* linkage = llvm::dyn_cast<clang::LinkageSpecDecl>(&declaration)) {
      for (const clang::Decl* inner : linkage->decls()) Note(*inner);
    }
  }

  Prelude& prelude_;
};

class PreludeAction : public clang::ASTFrontendAction {
 public:
  PreludeAction(UnitFiles& files, Prelude& prelude)
      : files_(files), prelude_(prelude), buffer_(std::make_shared<clang::PCHBuffer>()) {}

  bool IsComplete() const { return buffer_->IsComplete; }

  clang::TranslationUnitKind getTranslationUnitKind() override { return clang::TU_Prefix; }
  bool hasASTFileSupport() const override { return false; }

  bool BeginSourceFileAction(clang::CompilerInstance& compiler) override {
    compiler.getLangOpts().CompilingPCH = true;
    return true;
  }

  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance& compiler,
                                                        llvm::StringRef /*file*/) override {
    return std::make_unique<PreludeWriter>(compiler, buffer_, prelude_);
  }

  void EndSourceFileAction() override {
    prelude_.bytes.assign(buffer_->Data.begin(), buffer_->Data.end());
    const clang::SourceManager& sources = getCompilerInstance().getSourceManager();
    std::set<std::string> paths;
    for (auto at = sources.fileinfo_begin(); at != sources.fileinfo_end(); ++at)
      paths.insert(files_.RealPath(at->first.getName()));
    std::ranges::copy_if(
        paths, std::back_inserter(prelude_.dependencies),
        [](const std::string& path) { return !path.empty() && !IsBeneath(kResourceFolder, path); });
  }

 private:
  UnitFiles& files_;
  Prelude& prelude_;
  std::shared_ptr<clang::PCHBuffer> buffer_;
};

std::unique_ptr<Prelude> Compile(const FilteredFlags& flags, std::span<const std::string> headers,
                                 const EmbeddedFiles& embedded) {
  const llvm::IntrusiveRefCntPtr<UnitFiles> files(new UnitFiles(ReadGuard(), embedded));
  const std::string source(kSource);
  files->SetOverlay({{source, SourceOf(headers)}});
  clang::IgnoringDiagConsumer diagnostics;
  std::shared_ptr<clang::CompilerInvocation> invocation =
      InvocationFor(flags, source, files, diagnostics);
  if (!invocation || !invocation->getLangOpts().CPlusPlus) return nullptr;
  auto prelude = std::make_unique<Prelude>();
  clang::CompilerInstance compiler;
  Equip(compiler, std::move(invocation), files, diagnostics);
  PreludeAction action(*files, *prelude);
  compiler.ExecuteAction(action);
  const bool is_whole = action.IsComplete() && !compiler.getDiagnostics().hasErrorOccurred();
  return is_whole ? std::move(prelude) : nullptr;
}

}  // namespace

const Prelude* Preludes::For(const FilteredFlags& flags, std::span<const std::string> headers,
                             const EmbeddedFiles& embedded) {
  if (headers.empty() || headers.size() > kMostHeaders || flags.language != UnitLanguage::kCxx ||
      !std::ranges::all_of(headers, IsHeaderOfStandard)) {
    return nullptr;
  }
  const FilteredFlags shared = SharedFlags(flags);
  std::string key;
  for (const std::string& word : shared.arguments) key += word + '\n';
  for (const std::string& header : headers) key += '<' + header + '\n';
  const auto known = known_.find(key);
  if (known != known_.end()) return known->second.get();
  if (known_.size() >= kMostPreludes) known_.clear();
  return (known_[key] = Compile(shared, headers, embedded)).get();
}

void UsePrelude(const Prelude& prelude, UnitFiles& files, clang::CompilerInvocation& invocation) {
  files.Lend(std::string(kPrecompiled), prelude.bytes);
  clang::PreprocessorOptions& preprocessor = invocation.getPreprocessorOpts();
  preprocessor.ImplicitPCHInclude = std::string(kPrecompiled);
  // It is this process's own, of the same flags.
  preprocessor.DisablePCHOrModuleValidation = clang::DisableValidationForModuleKind::All;
}

}  // namespace gonogo

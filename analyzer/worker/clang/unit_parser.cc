#include "analyzer/worker/clang/unit_parser.h"

#include <time.h>

#include <clang/AST/ASTConsumer.h>
#include <clang/Basic/Version.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendAction.h>
#include <clang/Sema/SemaConsumer.h>
#include <llvm/ADT/IntrusiveRefCntPtr.h>

#include "analyzer/worker/clang/declarations.h"
#include "analyzer/worker/clang/diagnostics.h"
#include "analyzer/worker/clang/preprocessor_watch.h"
#include "analyzer/worker/clang/undeclared_names.h"
#include "analyzer/worker/clang/unit_files.h"
#include "analyzer/worker/clang/unit_invocation.h"
#include "analyzer/worker/flag_filter.h"

namespace gonogo {
namespace {

/// Of this thread's work, not of the machine's other work.
double CpuSeconds() {
  timespec now = {};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// Collects the tree's declarations as they are parsed, and lowers them at the end.
class Consumer : public clang::SemaConsumer {
 public:
  Consumer(Places& places, const Matchers* matchers, const Prelude* prelude, CxxUnit& unit,
           const SkippedText& skipped, ParseTimes& times)
      : places_(places),
        matchers_(matchers),
        prelude_(prelude),
        unit_(unit),
        skipped_(skipped),
        times_(times) {}

  void Initialize(clang::ASTContext& ast) override {
    ast_ = &ast;
    names_.emplace(ast, places_);
  }

  void InitializeSema(clang::Sema& sema) override {
    const llvm::IntrusiveRefCntPtr<clang::ExternalSemaSource> undeclared(
        new UndeclaredNames(places_, unit_));
    undeclared->InitializeSema(sema);
    sema.addExternalSource(undeclared.get());
  }

  bool HandleTopLevelDecl(clang::DeclGroupRef group) override {
    if (prelude_ != nullptr) NoteTypedefsOf(*std::exchange(prelude_, nullptr));
    for (clang::Decl* declaration : group) {
      NoteTypedefs(*declaration);
      // Clang hands over each instance of a template as well.
      const auto* function = llvm::dyn_cast<clang::FunctionDecl>(declaration);
      if (function != nullptr && function->isTemplateInstantiation()) continue;
      if (places_.IsInTree(declaration->getLocation())) declarations_.push_back(declaration);
    }
    return true;
  }

  bool shouldSkipFunctionBody(clang::Decl* declaration) override {
    return !places_.IsAskedFor(declaration->getLocation());
  }

  void HandleTranslationUnit(clang::ASTContext& ast) override {
    const double begin = CpuSeconds();
    ast.setTraversalScope(declarations_);
    UnitContext context{ast, places_, *names_, unit_, skipped_, {}, {}};
    LowerDeclarations(context, declarations_);
    times_.lowering = CpuSeconds() - begin;
    if (matchers_ == nullptr || matchers_->empty()) return;
    const double begin_matching = CpuSeconds();
    matchers_->Run(context);
    times_.matching = CpuSeconds() - begin_matching;
  }

 private:
  void NoteTypedefs(const clang::Decl& declaration) {
    if (const auto* alias = llvm::dyn_cast<clang::TypedefNameDecl>(&declaration)) {
      names_->NoteTypedef(*alias);
    } else if (const auto* linkage = llvm::dyn_cast<clang::LinkageSpecDecl>(&declaration)) {
      for (const clang::Decl* inner : linkage->decls()) NoteTypedefs(*inner);
    }
  }

  /// Those of a precompiled header are not handed over.
  void NoteTypedefsOf(const Prelude& prelude) {
    for (const std::string& name : prelude.typedefs) {
      const clang::DeclarationName wanted(&ast_->Idents.get(name));
      for (const clang::NamedDecl* found : ast_->getTranslationUnitDecl()->lookup(wanted))
        NoteTypedefs(*found);
    }
  }

  Places& places_;
  const Matchers* matchers_;
  const Prelude* prelude_;  // until its names are noted
  CxxUnit& unit_;
  const SkippedText& skipped_;
  ParseTimes& times_;
  clang::ASTContext* ast_ = nullptr;
  std::optional<Names> names_;
  std::vector<clang::Decl*> declarations_;
};

class Action : public clang::ASTFrontendAction {
 public:
  Action(const ParseRequest& request, const Matchers* matchers, const Prelude* prelude,
         UnitFiles& files, UnitDiagnostics& diagnostics, CxxUnit& unit, ParseTimes& times)
      : request_(request),
        matchers_(matchers),
        prelude_(prelude),
        files_(files),
        diagnostics_(diagnostics),
        unit_(unit),
        times_(times) {}

  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance& compiler,
                                                        llvm::StringRef /*file*/) override {
    places_ = std::make_unique<Places>(compiler.getSourceManager(), compiler.getLangOpts(), files_,
                                       request_.root, unit_);
    places_->SetForeign(request_.foreign);
    diagnostics_.Watch(*places_, unit_);
    compiler.getPreprocessor().addPPCallbacks(std::make_unique<PreprocessorWatch>(
        compiler.getPreprocessor(), *places_, unit_, request_.assume_have, skipped_));
    return std::make_unique<Consumer>(*places_, matchers_, prelude_, unit_, skipped_, times_);
  }

  void EndSourceFileAction() override {
    const clang::SourceManager& sources = getCompilerInstance().getSourceManager();
    std::set<std::string> paths;
    if (prelude_ != nullptr)
      paths.insert(prelude_->dependencies.begin(), prelude_->dependencies.end());
    for (auto at = sources.fileinfo_begin(); at != sources.fileinfo_end(); ++at) {
      paths.insert(places_->PathOf(at->first));
    }
    for (const std::string& path : paths) {
      if (!path.empty() && !IsBeneath(kResourceFolder, path)) unit_.dependencies.push_back(path);
    }
  }

 private:
  const ParseRequest& request_;
  const Matchers* matchers_;
  const Prelude* prelude_;
  UnitFiles& files_;
  UnitDiagnostics& diagnostics_;
  CxxUnit& unit_;
  ParseTimes& times_;
  SkippedText skipped_;
  std::unique_ptr<Places> places_;
};

std::string Joined(const std::string& folder, const std::string& path) {
  return path.starts_with('/') ? path : folder + "/" + path;
}

ReadGuard GuardOf(const ParseRequest& request) {
  ReadGuard guard;
  if (!request.in_memory) guard.root = request.root;
  guard.folders = request.readable;
  guard.anywhere = request.trusted;
  return guard;
}

FilteredFlags FlagsOf(const ParseRequest& request, UnitFiles& files) {
  FlagRequest flags;
  flags.arguments = request.arguments;
  flags.file = request.file;
  flags.response_file = [&](const std::string& path) -> std::optional<std::string> {
    auto buffer = files.getBufferForFile(Joined(request.directory, path));
    return buffer ? std::optional((*buffer)->getBuffer().str()) : std::nullopt;
  };
  flags.may_be_sysroot = [&](const std::string& path) {
    const std::string real = files.RealPath(Joined(request.directory, path));
    return !real.empty() && MayRead(files.guard(), real + "/usr/include/x");
  };
  return FilterFlags(flags);
}

ParseFailure Failure(ParseFault fault, std::string message) { return {fault, std::move(message)}; }

std::map<std::string, std::string> AbsoluteOverlay(const ParseRequest& request) {
  std::map<std::string, std::string> files;
  for (const auto& [path, text] : request.overlay) files.emplace(request.root + "/" + path, text);
  return files;
}

}  // namespace

UnitParser::UnitParser() : embedded_(ReadEmbeddedFiles()) {}

SetupAnswer UnitParser::Setup(const SetupRequest& request) {
  SetupAnswer answer;
  answer.version = "gonogo-cxx " GONOGO_VERSION ", " + clang::getClangFullVersion() + ", models " +
                   std::string(HashOfEmbeddedFiles());
  matchers_ = std::make_unique<Matchers>(request.matchers, answer.errors);
  return answer;
}

ParseAnswer UnitParser::Parse(const ParseRequest& request) {
  const double begin = CpuSeconds();
  times_ = {};
  ParseAnswer answer;
  answer.id = request.id;
  const llvm::IntrusiveRefCntPtr<UnitFiles> files(new UnitFiles(GuardOf(request), embedded_));
  files->SetOverlay(AbsoluteOverlay(request));
  files->setCurrentWorkingDirectory(request.directory);
  const std::string main = files->RealPath(request.file);
  if (main.empty() || !files->status(request.file) || !files->openFileForRead(request.file)) {
    answer.failure = Failure(ParseFault::kUnreadable, "the file cannot be read");
    return answer;
  }
  const FilteredFlags flags = FlagsOf(request, *files);
  answer.dropped = flags.dropped;
  UnitDiagnostics diagnostics;
  std::shared_ptr<clang::CompilerInvocation> invocation =
      InvocationFor(flags, request.file, files, diagnostics);
  if (!invocation) {
    answer.failure = Failure(ParseFault::kRefused, "the command does not name one file to parse");
    return answer;
  }
  const bool in_tree = !request.root.empty() && IsBeneath(request.root, main);
  answer.unit.path = in_tree ? main.substr(request.root.size() + 1) : main;
  answer.unit.files.push_back(answer.unit.path);

  const Prelude* prelude = preludes_.For(flags, request.prelude, embedded_);
  if (prelude != nullptr) UsePrelude(*prelude, *files, *invocation);
  clang::CompilerInstance compiler;
  Equip(compiler, std::move(invocation), files, diagnostics);
  Action action(request, matchers_.get(), prelude, *files, diagnostics, answer.unit, times_);
  compiler.ExecuteAction(action);
  times_.whole = CpuSeconds() - begin;
  return answer;
}

}  // namespace gonogo

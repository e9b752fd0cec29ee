#include "analyzer/worker/clang/unit_parser.h"

#include <time.h>

#include <clang/AST/ASTConsumer.h>
#include <clang/Basic/Version.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendAction.h>
#include <clang/Frontend/Utils.h>
#include <clang/Lex/PreprocessorOptions.h>
#include <clang/Sema/SemaConsumer.h>
#include <llvm/ADT/IntrusiveRefCntPtr.h>

#include "analyzer/worker/clang/declarations.h"
#include "analyzer/worker/clang/diagnostics.h"
#include "analyzer/worker/clang/preprocessor_watch.h"
#include "analyzer/worker/clang/undeclared_names.h"
#include "analyzer/worker/clang/unit_files.h"
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
  Consumer(Places& places, const Matchers* matchers, CxxUnit& unit, const SkippedText& skipped,
           ParseTimes& times)
      : places_(places), matchers_(matchers), unit_(unit), skipped_(skipped), times_(times) {}

  void Initialize(clang::ASTContext& ast) override { names_.emplace(ast, places_); }

  void InitializeSema(clang::Sema& sema) override {
    const llvm::IntrusiveRefCntPtr<clang::ExternalSemaSource> undeclared(
        new UndeclaredNames(places_, unit_));
    undeclared->InitializeSema(sema);
    sema.addExternalSource(undeclared.get());
  }

  bool HandleTopLevelDecl(clang::DeclGroupRef group) override {
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
    return !places_.IsOurs(declaration->getLocation());
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

  Places& places_;
  const Matchers* matchers_;
  CxxUnit& unit_;
  const SkippedText& skipped_;
  ParseTimes& times_;
  std::optional<Names> names_;
  std::vector<clang::Decl*> declarations_;
};

class Action : public clang::ASTFrontendAction {
 public:
  Action(const ParseRequest& request, const Matchers* matchers, UnitFiles& files,
         UnitDiagnostics& diagnostics, CxxUnit& unit, ParseTimes& times)
      : request_(request),
        matchers_(matchers),
        files_(files),
        diagnostics_(diagnostics),
        unit_(unit),
        times_(times) {}

  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance& compiler,
                                                        llvm::StringRef /*file*/) override {
    places_ = std::make_unique<Places>(compiler.getSourceManager(), compiler.getLangOpts(), files_,
                                       request_.root, unit_);
    diagnostics_.Watch(*places_, unit_);
    compiler.getPreprocessor().addPPCallbacks(std::make_unique<PreprocessorWatch>(
        compiler.getPreprocessor(), *places_, unit_, request_.assume_have, skipped_));
    return std::make_unique<Consumer>(*places_, matchers_, unit_, skipped_, times_);
  }

  void EndSourceFileAction() override {
    const clang::SourceManager& sources = getCompilerInstance().getSourceManager();
    std::set<std::string> paths;
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

/// Driver options of ours. The first is the driver's name: it decides nothing but the language.
std::vector<std::string> DriverArguments(const FilteredFlags& flags, const std::string& file) {
  std::vector<std::string> arguments = {
      flags.language == UnitLanguage::kCxx ? "clang++" : "clang",
      "--no-default-config",
      "-fsyntax-only",
      "-w",
      "-fno-spell-checking",
      "-ferror-limit=0",
      "-ftemplate-backtrace-limit=1",
      "-fbracket-depth=1024",
      "-ftemplate-depth=512",
      "-fconstexpr-steps=300000",
      "-fno-modules",
      "-DCURL_DISABLE_TYPECHECK",  // else each option set is 300 branches
      "-resource-dir",
      std::string(kResourceFolder),
  };
  arguments.insert(arguments.end(), flags.arguments.begin(), flags.arguments.end());
  // <QtNetwork> is a file of the folder of that name.
  for (const std::string_view folder : {"", "/QtCore", "/QtNetwork", "/QtSql"})
    arguments.push_back("-idirafter" + std::string(kModelFolder) + std::string(folder));
  arguments.emplace_back("--");
  arguments.push_back(file);
  return arguments;
}

void Restrict(clang::CompilerInvocation& invocation) {
  clang::FrontendOptions& frontend = invocation.getFrontendOpts();
  frontend.SkipFunctionBodies = true;
  frontend.DisableFree = false;
  frontend.Plugins.clear();
  frontend.ModuleFiles.clear();
  frontend.ModuleMapFiles.clear();
  frontend.OutputFile.clear();
  frontend.ProgramAction = clang::frontend::ParseSyntaxOnly;
  invocation.getLangOpts().SpellChecking = false;
  invocation.getLangOpts().CommentOpts.ParseAllComments = false;
  invocation.getDiagnosticOpts().ShowCarets = false;
  invocation.getDiagnosticOpts().DiagnosticSerializationFile.clear();
  invocation.getDiagnosticOpts().DiagnosticLogFile.clear();
  invocation.getDependencyOutputOpts() = clang::DependencyOutputOptions();
  clang::PreprocessorOptions& preprocessor = invocation.getPreprocessorOpts();
  preprocessor.ImplicitPCHInclude.clear();
  preprocessor.ChainedIncludes.clear();
  preprocessor.UsePredefines = true;
  clang::HeaderSearchOptions& search = invocation.getHeaderSearchOpts();
  search.ModuleCachePath.clear();
  search.VFSOverlayFiles.clear();
  search.ImplicitModuleMaps = false;
  // Debian's driver does not follow -resource-dir: whatever Clang is installed, the headers that
  // the program carries are those that fit it.
  const std::string own = std::string(kBuiltinFolder);
  for (auto& entry : search.UserEntries) {
    if (llvm::StringRef(entry.Path).contains("/lib/clang/")) entry.Path = own;
  }
  search.ResourceDir = std::string(kResourceFolder);
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
  const auto engine =
      clang::CompilerInstance::createDiagnostics(new clang::DiagnosticOptions, &diagnostics, false);
  const std::vector<std::string> arguments = DriverArguments(flags, request.file);
  std::vector<const char*> pointers;
  for (const std::string& argument : arguments) pointers.push_back(argument.c_str());
  clang::CreateInvocationOptions options;
  options.Diags = engine;
  options.VFS = files;
  options.RecoverOnError = true;
  std::shared_ptr<clang::CompilerInvocation> invocation =
      clang::createInvocation(pointers, options);
  if (!invocation || invocation->getFrontendOpts().Inputs.size() != 1) {
    answer.failure = Failure(ParseFault::kRefused, "the command does not name one file to parse");
    return answer;
  }
  Restrict(*invocation);
  const bool in_tree = !request.root.empty() && IsBeneath(request.root, main);
  answer.unit.path = in_tree ? main.substr(request.root.size() + 1) : main;
  answer.unit.files.push_back(answer.unit.path);

  clang::CompilerInstance compiler;
  compiler.setInvocation(std::move(invocation));
  compiler.createDiagnostics(&diagnostics, false);
  compiler.getDiagnostics().setFatalsAsError(true);
  compiler.setVerboseOutputStream(llvm::nulls());
  compiler.setFileManager(new clang::FileManager(clang::FileSystemOptions(), files));
  Action action(request, matchers_.get(), *files, diagnostics, answer.unit, times_);
  compiler.ExecuteAction(action);
  times_.whole = CpuSeconds() - begin;
  return answer;
}

}  // namespace gonogo

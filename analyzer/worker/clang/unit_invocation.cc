#include "analyzer/worker/clang/unit_invocation.h"

#include <utility>

#include <clang/Frontend/Utils.h>
#include <clang/Lex/PreprocessorOptions.h>

#include "analyzer/worker/clang/embedded_files.h"

namespace gonogo {
namespace {

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

}  // namespace

std::shared_ptr<clang::CompilerInvocation> InvocationFor(
    const FilteredFlags& flags, const std::string& file,
    const llvm::IntrusiveRefCntPtr<UnitFiles>& files, clang::DiagnosticConsumer& diagnostics) {
  const auto engine =
      clang::CompilerInstance::createDiagnostics(new clang::DiagnosticOptions, &diagnostics, false);
  const std::vector<std::string> arguments = DriverArguments(flags, file);
  std::vector<const char*> pointers;
  for (const std::string& argument : arguments) pointers.push_back(argument.c_str());
  clang::CreateInvocationOptions options;
  options.Diags = engine;
  options.VFS = files;
  options.RecoverOnError = true;
  std::shared_ptr<clang::CompilerInvocation> invocation =
      clang::createInvocation(pointers, options);
  if (!invocation || invocation->getFrontendOpts().Inputs.size() != 1) return nullptr;
  Restrict(*invocation);
  return invocation;
}

void Equip(clang::CompilerInstance& compiler, std::shared_ptr<clang::CompilerInvocation> invocation,
           const llvm::IntrusiveRefCntPtr<UnitFiles>& files,
           clang::DiagnosticConsumer& diagnostics) {
  compiler.setInvocation(std::move(invocation));
  compiler.createDiagnostics(&diagnostics, false);
  compiler.getDiagnostics().setFatalsAsError(true);
  compiler.setVerboseOutputStream(llvm::nulls());
  compiler.setFileManager(new clang::FileManager(clang::FileSystemOptions(), files));
}

}  // namespace gonogo

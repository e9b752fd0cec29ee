#include "analyzer/worker/clang/undeclared_names.h"

#include <clang/Lex/Lexer.h>
#include <clang/Sema/Lookup.h>
#include <clang/Sema/Scope.h>

namespace gonogo {
namespace {

/// Behind a value. A name before anything else may be a type's, a function's or a namespace's, and
/// those Clang knows better how to go on after.
bool MayFollowValue(clang::tok::TokenKind kind, bool is_cxx) {
  using namespace clang;
  switch (kind) {
    case tok::r_paren:
    case tok::r_square:
    case tok::r_brace:
    case tok::comma:
    case tok::semi:
    case tok::colon:
    case tok::question:
    case tok::equal:
    case tok::equalequal:
    case tok::exclaimequal:
    case tok::lessequal:
    case tok::greater:
    case tok::greaterequal:
    case tok::ampamp:
    case tok::pipepipe:
    case tok::pipe:
    case tok::plus:
    case tok::minus:
    case tok::slash:
    case tok::percent:
    case tok::lessless:
    case tok::greatergreater:
    case tok::period:
    case tok::arrow:
      return true;
    case tok::less:
      return !is_cxx;  // else perhaps a template's
    default:
      return false;
  }
}

bool IsInBody(const clang::Scope* scope) {
  for (; scope != nullptr; scope = scope->getParent()) {
    if (scope->isFunctionPrototypeScope() || scope->isTemplateParamScope()) return false;
    if (scope->isClassScope()) return false;
    if (scope->isFunctionScope()) return true;
  }
  return false;
}

/// Whether `case` stands before: a constant must follow.
bool IsOfCase(clang::SourceLocation at, const clang::SourceManager& sources) {
  const auto [file, offset] = sources.getDecomposedLoc(at);
  const llvm::StringRef before = sources.getBufferData(file).substr(0, offset).rtrim();
  return before.ends_with("case") && before.size() < offset;
}

}  // namespace

bool UndeclaredNames::StandsForValue(const clang::LookupResult& result, clang::Scope* scope) const {
  if (sema_ == nullptr || result.getLookupKind() != clang::Sema::LookupOrdinaryName) return false;
  if (result.isForRedeclaration() || !result.getLookupName().isIdentifier()) return false;
  if (!IsInBody(scope) || !sema_->CodeSynthesisContexts.empty()) return false;
  clang::SourceLocation at = result.getNameLoc();
  const clang::SourceManager& sources = sema_->getSourceManager();
  // What a macro writes is followed by what the macro has there.
  if (at.isInvalid() || at.isMacroID() || !places_.IsInTree(at)) return false;
  const auto next = clang::Lexer::findNextToken(at, sources, sema_->getLangOpts());
  return next && MayFollowValue(next->getKind(), sema_->getLangOpts().CPlusPlus);
}

bool UndeclaredNames::LookupUnqualified(clang::LookupResult& result, clang::Scope* scope) {
  if (!StandsForValue(result, scope)) return false;
  clang::IdentifierInfo* name = result.getLookupName().getAsIdentifierInfo();
  if (IsOfCase(result.getNameLoc(), sema_->getSourceManager())) {
    result.addDecl(ConstantOf(name, result.getNameLoc()));
    result.resolveKind();
    return true;
  }
  clang::VarDecl*& variable = known_[name];
  if (variable == nullptr) {
    clang::ASTContext& ast = sema_->getASTContext();
    const clang::SourceLocation at = result.getNameLoc();
    variable =
        clang::VarDecl::Create(ast, ast.getTranslationUnitDecl(), at, at, name, ast.IntTy,
                               ast.getTrivialTypeSourceInfo(ast.IntTy, at), clang::SC_Extern);
    variable->setImplicit();
  }
  CxxUnderstanding& understanding = unit_.understanding;
  if (understanding.errors++ == 0) {
    understanding.first_error = "use of undeclared identifier '" + name->getName().str() + "'";
    understanding.first_error_place = places_.Of(result.getNameLoc());
  }
  result.addDecl(variable);
  result.resolveKind();
  return true;
}

/// Without a number of its own for each, the whole case would be lost, and what stands in it.
clang::EnumConstantDecl* UndeclaredNames::ConstantOf(clang::IdentifierInfo* name,
                                                     clang::SourceLocation at) {
  clang::EnumConstantDecl*& constant = constants_[name];
  if (constant != nullptr) return constant;
  clang::ASTContext& ast = sema_->getASTContext();
  constexpr unsigned kFirst = 1'000'000;
  const auto number = static_cast<unsigned>(kFirst + constants_.size());
  if (enumeration_ == nullptr) {
    enumeration_ = clang::EnumDecl::Create(ast, ast.getTranslationUnitDecl(), at, at, nullptr,
                                           nullptr, false, false, false);
    enumeration_->setImplicit();
  }
  constant = clang::EnumConstantDecl::Create(
      ast, enumeration_, at, name, ast.IntTy, nullptr,
      llvm::APSInt(llvm::APInt(ast.getIntWidth(ast.IntTy), number), false));
  constant->setImplicit();
  return constant;
}

bool IsUndeclared(const clang::Expr& expression) {
  const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(&expression);
  const auto* variable =
      reference == nullptr ? nullptr : llvm::dyn_cast<clang::VarDecl>(reference->getDecl());
  return variable != nullptr && variable->isImplicit() &&
         variable->getStorageClass() == clang::SC_Extern;
}

}  // namespace gonogo

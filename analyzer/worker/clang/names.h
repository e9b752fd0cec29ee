// Names: how declarations and types are called in the unit that is handed out. Qualified, without
// template arguments, inline and unnamed namespaces. A thing with C linkage has its plain name.
// USRs of what only one file knows carry that file's path, since Clang's have its last part alone.
#pragma once

#include <string>

#include <clang/AST/Decl.h>
#include <clang/AST/Type.h>
#include <llvm/ADT/DenseMap.h>

#include "analyzer/worker/clang/places.h"

namespace gonogo {

class Names {
 public:
  Names(const clang::ASTContext& ast, Places& places) : ast_(ast), places_(places) {}

  const std::string& Of(const clang::NamedDecl& declaration);
  const std::string& UsrOf(const clang::Decl& declaration);
  /// As CxxValue::type has it; empty where it depends on a template's parameter.
  const std::string& Of(clang::QualType type);

  /// Tells of a typedef that may be the public name of a struct of C: `typedef struct pg_conn
  /// PGconn`.
  void NoteTypedef(const clang::TypedefNameDecl& declaration);

 private:
  std::string Build(const clang::NamedDecl& declaration);
  std::string BuildType(clang::QualType type);
  std::string NameOfTag(const clang::TagDecl& tag);
  std::string InnermostTypedef(clang::QualType type);
  std::string UsrOfLambda(const clang::CXXRecordDecl& record);

  const clang::ASTContext& ast_;
  Places& places_;
  llvm::DenseMap<const clang::NamedDecl*, std::string> names_;
  llvm::DenseMap<const clang::Decl*, std::string> usrs_;
  llvm::DenseMap<const void*, std::string> types_;
  llvm::DenseMap<const clang::TagDecl*, const clang::TypedefNameDecl*> public_names_;
};

/// The template's own declaration where this one was made from it, else itself.
const clang::FunctionDecl& PatternOf(const clang::FunctionDecl& function);
const clang::CXXRecordDecl& PatternOf(const clang::CXXRecordDecl& record);
const clang::NamedDecl& PatternOf(const clang::NamedDecl& declaration);

/// Without references, pointers, arrays and qualifiers, as far as there are any.
clang::QualType Pointee(clang::QualType type);

/// The class, or struct, that an expression of the type leads to; null where it is none.
const clang::CXXRecordDecl* RecordOf(clang::QualType type);

}  // namespace gonogo

// BodyText: the tokens of a function's body as they are written, without those that the
// preprocessor skipped, and which of them Clang's tree accounts for. Where a header is missing,
// Clang drops whole calls that name what it declares; the text still has them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <clang/AST/ASTContext.h>
#include <clang/AST/Stmt.h>
#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>

namespace gonogo {

/// By file, the ranges of offsets that a condition of the preprocessor left out.
using SkippedText = llvm::DenseMap<clang::FileID, std::vector<std::pair<unsigned, unsigned>>>;

struct TextToken {
  enum class Kind : unsigned char { kName, kNumber, kText, kMark };
  Kind kind = Kind::kMark;
  llvm::StringRef text;
  unsigned offset = 0;
};

class BodyText {
 public:
  BodyText(const clang::ASTContext& ast, const SkippedText& skipped, const clang::Stmt& body);

  /// Empty where the body comes from a macro, or is too long to be read.
  const std::vector<TextToken>& tokens() const { return tokens_; }
  /// Whether some expression or declaration of the tree stands at the token.
  bool IsKnown(const TextToken& token) const { return known_.contains(token.offset); }
  /// Whether a variable is declared at the token whose initial value was not understood.
  bool IsLostVariable(const TextToken& token) const { return lost_.contains(token.offset); }
  /// Whether the token is part of a lambda, which is a function of its own.
  bool IsInLambda(const TextToken& token) const;
  /// The variable of that name that a token of the body can mean; null where there is none.
  const clang::VarDecl* Variable(llvm::StringRef name, unsigned offset) const;
  /// Where the innermost statement in braces ends that holds an offset.
  unsigned ScopeEnd(unsigned offset) const;

  /// Offset in the body's file; `missing` where the place is in another.
  unsigned OffsetOf(clang::SourceLocation place) const;
  clang::SourceRange RangeOf(const TextToken& first, const TextToken& last) const;
  static constexpr unsigned kMissing = ~0U;

 private:
  struct Declared {
    const clang::VarDecl* variable;
    unsigned begin;
    unsigned end;
  };

  void Lex(const SkippedText& skipped);
  void Visit(const clang::Stmt& statement, unsigned scope_end, int depth);
  void Know(clang::SourceLocation place);
  void KnowNames(const clang::Stmt& statement);

  const clang::ASTContext& ast_;
  clang::FileID file_;
  unsigned begin_ = 0;
  unsigned end_ = 0;
  std::vector<TextToken> tokens_;
  llvm::DenseSet<unsigned> known_;
  llvm::DenseSet<unsigned> lost_;
  std::vector<Declared> variables_;
  std::vector<std::pair<unsigned, unsigned>> scopes_;
  std::vector<std::pair<unsigned, unsigned>> lambdas_;
};

}  // namespace gonogo

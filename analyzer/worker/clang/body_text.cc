#include "analyzer/worker/clang/body_text.h"

#include <algorithm>

#include <clang/AST/ExprCXX.h>
#include <clang/AST/StmtCXX.h>
#include <clang/Lex/Lexer.h>

namespace gonogo {
namespace {

using llvm::dyn_cast;

constexpr unsigned kLongestBody = 1U << 20;
constexpr int kDeepest = 300;

TextToken::Kind KindOf(const clang::Token& token) {
  if (token.is(clang::tok::raw_identifier)) return TextToken::Kind::kName;
  if (token.is(clang::tok::numeric_constant)) return TextToken::Kind::kNumber;
  if (token.is(clang::tok::string_literal)) return TextToken::Kind::kText;
  return TextToken::Kind::kMark;
}

bool OpensScope(const clang::Stmt& statement) {
  return llvm::isa<clang::CompoundStmt, clang::ForStmt, clang::CXXForRangeStmt, clang::IfStmt,
                   clang::WhileStmt, clang::SwitchStmt, clang::CXXCatchStmt>(statement);
}

}  // namespace

BodyText::BodyText(const clang::ASTContext& ast, const SkippedText& skipped,
                   const clang::Stmt& body)
    : ast_(ast) {
  const clang::SourceRange range = body.getSourceRange();
  if (!range.getBegin().isFileID() || !range.getEnd().isFileID()) return;
  const clang::SourceManager& sources = ast.getSourceManager();
  std::tie(file_, begin_) = sources.getDecomposedLoc(range.getBegin());
  end_ = OffsetOf(range.getEnd());
  if (end_ == kMissing || end_ <= begin_ || end_ - begin_ > kLongestBody) return;
  Lex(skipped);
  Visit(body, end_, 0);
}

void BodyText::Lex(const SkippedText& skipped) {
  const clang::SourceManager& sources = ast_.getSourceManager();
  const auto text = sources.getBufferDataOrNone(file_);
  if (!text || end_ >= text->size()) return;
  const auto left_out = skipped.find(file_);
  const auto is_skipped = [&](unsigned offset) {
    return left_out != skipped.end() && std::ranges::any_of(left_out->second, [&](const auto& one) {
             return one.first <= offset && offset < one.second;
           });
  };
  clang::Lexer lexer(sources.getLocForStartOfFile(file_), ast_.getLangOpts(), text->begin(),
                     text->begin() + begin_, text->end());
  bool in_directive = false;
  for (clang::Token token; !lexer.LexFromRawLexer(token);) {
    const unsigned offset = sources.getFileOffset(token.getLocation());
    if (offset > end_) break;
    if (token.isAtStartOfLine()) in_directive = token.is(clang::tok::hash);
    if (in_directive || is_skipped(offset)) continue;
    tokens_.push_back({KindOf(token), text->substr(offset, token.getLength()), offset});
  }
}

unsigned BodyText::OffsetOf(clang::SourceLocation place) const {
  if (place.isInvalid()) return kMissing;
  const clang::SourceManager& sources = ast_.getSourceManager();
  const auto [file, offset] = sources.getDecomposedLoc(sources.getFileLoc(place));
  return file == file_ ? offset : kMissing;
}

clang::SourceRange BodyText::RangeOf(const TextToken& first, const TextToken& last) const {
  const clang::SourceManager& sources = ast_.getSourceManager();
  return {sources.getComposedLoc(file_, first.offset), sources.getComposedLoc(file_, last.offset)};
}

void BodyText::Know(clang::SourceLocation place) {
  const unsigned offset = OffsetOf(place);
  if (offset != kMissing) known_.insert(offset);
}

void BodyText::KnowNames(const clang::Stmt& statement) {
  // What stands for code that Clang gave up on begins where that code begins.
  const auto* expression = dyn_cast<clang::Expr>(&statement);
  if (expression == nullptr) return;
  Know(expression->getExprLoc());
  if (llvm::isa<clang::CXXConstructExpr, clang::CXXUnresolvedConstructExpr, clang::ExplicitCastExpr,
                clang::CXXNewExpr>(statement)) {
    Know(statement.getBeginLoc());
  }
  if (const auto* member = dyn_cast<clang::MemberExpr>(&statement)) {
    Know(member->getMemberLoc());
  } else if (const auto* written = dyn_cast<clang::CXXDependentScopeMemberExpr>(&statement)) {
    Know(written->getMemberLoc());
  } else if (const auto* lookup = dyn_cast<clang::OverloadExpr>(&statement)) {
    Know(lookup->getNameLoc());
  } else if (const auto* scoped = dyn_cast<clang::DependentScopeDeclRefExpr>(&statement)) {
    Know(scoped->getLocation());
  } else if (const auto* reference = dyn_cast<clang::DeclRefExpr>(&statement)) {
    Know(reference->getLocation());
  } else if (llvm::isa<clang::RecoveryExpr>(statement)) {
    Know(statement.getBeginLoc());
    Know(statement.getEndLoc());
  }
}

void BodyText::Visit(const clang::Stmt& statement, unsigned scope_end, int depth) {
  if (depth > kDeepest) return;
  if (OpensScope(statement)) {
    const unsigned begin = OffsetOf(statement.getBeginLoc());
    const unsigned end = OffsetOf(statement.getEndLoc());
    if (begin != kMissing && end != kMissing) {
      scope_end = end;
      if (llvm::isa<clang::CompoundStmt>(statement)) scopes_.emplace_back(begin, end);
    }
  }
  KnowNames(statement);
  if (const auto* lambda = dyn_cast<clang::LambdaExpr>(&statement)) {
    lambdas_.emplace_back(OffsetOf(lambda->getBeginLoc()), OffsetOf(lambda->getEndLoc()));
  }
  if (const auto* declared = dyn_cast<clang::DeclStmt>(&statement)) {
    for (const clang::Decl* one : declared->decls()) {
      Know(one->getLocation());
      const auto* variable = dyn_cast<clang::VarDecl>(one);
      const unsigned at = OffsetOf(one->getLocation());
      if (variable == nullptr || at == kMissing) continue;
      variables_.push_back({variable, at, scope_end});
      if (variable->isInvalidDecl()) lost_.insert(at);
    }
  }
  for (const clang::Stmt* child : statement.children()) {
    if (child != nullptr) Visit(*child, scope_end, depth + 1);
  }
}

bool BodyText::IsInLambda(const TextToken& token) const {
  return std::ranges::any_of(lambdas_, [&](const auto& one) {
    return one.first < token.offset && token.offset < one.second;
  });
}

const clang::VarDecl* BodyText::Variable(llvm::StringRef name, unsigned offset) const {
  const Declared* found = nullptr;
  for (const Declared& one : variables_) {
    if (one.begin > offset || one.end < offset || !one.variable->getIdentifier()) continue;
    if (one.variable->getName() != name) continue;
    if (found == nullptr || one.begin > found->begin) found = &one;
  }
  return found != nullptr ? found->variable : nullptr;
}

unsigned BodyText::ScopeEnd(unsigned offset) const {
  unsigned end = end_;
  for (const auto& [first, last] : scopes_) {
    if (first <= offset && offset <= last) end = std::min(end, last);
  }
  return end;
}

}  // namespace gonogo

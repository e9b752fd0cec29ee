// LostCalls: the calls that a body's text has and Clang's tree has not, since a type that they need
// is declared in a header that is missing. What their words name is looked up as far as it is
// known; the rest is kUnknown.
#pragma once

#include <optional>
#include <vector>

#include <clang/AST/DeclCXX.h>

#include "analyzer/worker/clang/body_text.h"
#include "analyzer/worker/clang/unit_context.h"
#include "analyzer/worker/clang/values.h"

namespace gonogo {

/// Indexes into BodyText::tokens().
struct LostCall {
  std::size_t begin = 0;  // of `a.b->Name(`
  std::size_t name = 0;
  std::size_t open = 0;  // its bracket
  std::size_t close = 0;
  bool is_store = false;  // of a variable's initial value, from behind `name` to `close`
};

class LostCalls {
 public:
  /// `function` may be null.
  LostCalls(UnitContext& context, Scope& scope, Values& values, const clang::FunctionDecl* function,
            const BodyText& text);

  /// In the order of the text.
  const std::vector<LostCall>& calls() const { return calls_; }

  /// To be asked where the call stands, when what is declared before it is lowered. None where
  /// neither the callee nor anything that it is given is known.
  std::optional<CxxEvent> EventOf(const LostCall& call);
  /// `status = stub->Call(...);`: where the call, which is the event of this number, is stored.
  std::optional<CxxEvent> StoreOfResult(const LostCall& call, std::uint32_t number);

 private:
  std::optional<CxxEvent> StoreOf(const LostCall& store);
  void AddStore(std::size_t name);
  struct Thing {  // what a chain of names leads to
    CxxObject object;
    clang::QualType type;
  };
  using Tokens = llvm::ArrayRef<TextToken>;

  void FindCalls();
  bool IsCallName(std::size_t index) const;
  bool BeginsCall(std::size_t begin) const;
  std::optional<Thing> Root(llvm::StringRef name, unsigned offset);
  std::optional<Thing> Resolve(Tokens chain);
  std::optional<Thing> Member(Thing of, llvm::StringRef name);
  const clang::FunctionDecl* Function(Tokens chain, std::size_t arguments);
  const clang::FunctionDecl* Method(clang::QualType type, llvm::StringRef name,
                                    std::size_t arguments);
  CxxValue Argument(Tokens tokens);
  bool Constant(const TextToken& token, CxxValue& value);
  const clang::CXXRecordDecl* OwnClass() const;

  UnitContext& context_;
  Scope& scope_;
  Values& values_;
  const clang::FunctionDecl* function_;
  const BodyText& text_;
  std::vector<LostCall> calls_;
};

}  // namespace gonogo

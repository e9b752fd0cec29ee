// A switch is lowered as tests of its value for one case after the other: whoever understands
// `if (code == kOk)` understands `case kOk:`.
#include <algorithm>
#include <span>
#include <vector>

#include <clang/AST/StmtCXX.h>

#include "analyzer/worker/clang/function_lowering.h"

namespace gonogo {
namespace {

/// One with more (the tables of a generated parser) only leads to its cases.
constexpr std::size_t kMostCases = 64;

/// What can be reached; the default, or what stands behind the switch, is last.
std::vector<const clang::CFGBlock*> WaysOf(const clang::CFGBlock& block) {
  std::vector<const clang::CFGBlock*> ways;
  for (const auto& successor : block.succs()) {
    const clang::CFGBlock* next = successor.getReachableBlock();
    if (next != nullptr) ways.push_back(next);
  }
  return ways;
}

/// The one value of a case; null of a range, and of what is no case.
const clang::Expr* ValueOf(const clang::CFGBlock& way) {
  const auto* label = llvm::dyn_cast_or_null<clang::CaseStmt>(way.getLabel());
  return label == nullptr || label->caseStmtIsGNURange() ? nullptr : label->getLHS();
}

}  // namespace

bool FunctionLowering::EndSwitch(const clang::CFGBlock& block, const clang::Expr& condition) {
  if (!llvm::isa<clang::SwitchStmt>(block.getTerminatorStmt())) return false;
  const std::vector<const clang::CFGBlock*> ways = WaysOf(block);
  if (ways.size() < 2 || ways.size() > kMostCases) return false;
  const std::span tested = std::span(ways).first(ways.size() - 1);
  const auto has_value = [](const clang::CFGBlock* way) { return ValueOf(*way) != nullptr; };
  if (!std::ranges::all_of(tested, has_value)) return false;
  CxxValue test;
  test.kind = CxxValueKind::kCombined;
  test.operation = "==";
  test.type = "bool";
  test.place = context_.places.Of(condition.getSourceRange());
  test.parts.push_back(values_.Of(condition));
  test.parts.emplace_back();
  const auto first = static_cast<std::uint32_t>(lowered_.blocks.size() - 1);
  for (const clang::CFGBlock* way : tested) {
    if (way != tested.front()) lowered_.blocks.emplace_back();
    test.parts[1] = values_.Of(*ValueOf(*way));
    CxxBlock& last = lowered_.blocks.back();
    last.has_condition = true;
    last.place = test.place;
    last.condition = test;
  }
  switches_[&block] = first;
  return true;
}

bool FunctionLowering::LinkCases(const clang::CFGBlock& block) {
  const auto found = switches_.find(&block);
  if (found == switches_.end()) return false;
  const auto [first, last] = blocks_[&block];
  for (std::uint32_t i = first; i < found->second; ++i) lowered_.blocks[i].next.push_back(i + 1);
  const std::vector<const clang::CFGBlock*> ways = WaysOf(block);
  for (std::uint32_t i = found->second; i <= last; ++i) {
    const std::uint32_t way = i - found->second;
    const std::uint32_t other = i == last ? blocks_[ways[way + 1]].first : i + 1;
    lowered_.blocks[i].next = {blocks_[ways[way]].first, other};
  }
  return true;
}

}  // namespace gonogo

#include "analyzer/worker/clang/matchers.h"

#include <algorithm>
#include <tuple>

#include <clang/ASTMatchers/ASTMatchFinder.h>
#include <clang/ASTMatchers/Dynamic/Diagnostics.h>
#include <clang/ASTMatchers/Dynamic/Parser.h>

namespace gonogo {
namespace {

namespace matchers = clang::ast_matchers;

constexpr llvm::StringLiteral kWhole = "gonogo whole match";
constexpr std::size_t kMostHits = 100'000;

auto OrderOf(const CxxMatcherHit& hit) {
  return std::tuple(hit.matcher, hit.place.file, hit.place.line, hit.place.column,
                    hit.place.end_line, hit.place.end_column);
}

class Collector : public matchers::MatchFinder::MatchCallback {
 public:
  Collector(std::uint32_t number, UnitContext& context) : number_(number), context_(context) {}

  void run(const matchers::MatchFinder::MatchResult& result) override {
    if (context_.unit.hits.size() >= kMostHits) return;
    CxxMatcherHit hit;
    hit.matcher = number_;
    clang::SourceRange whole;
    for (const auto& [name, node] : result.Nodes.getMap()) {
      const clang::SourceRange range = node.getSourceRange();
      if (name == kWhole && whole.isInvalid()) whole = range;
      if (name == "root") whole = range;
      if (name == kWhole) continue;
      hit.bound.emplace_back(name, context_.places.Of(range));
    }
    if (!context_.places.IsInTree(whole.getBegin())) return;
    hit.place = context_.places.Of(whole);
    if (hit.place.line != 0) context_.unit.hits.push_back(std::move(hit));
  }

 private:
  std::uint32_t number_;
  UnitContext& context_;
};

}  // namespace

struct Matchers::Parsed {
  std::vector<std::pair<std::uint32_t, matchers::internal::DynTypedMatcher>> matchers;
};

Matchers::Matchers(const std::vector<std::string>& expressions, std::vector<MatcherError>& errors)
    : parsed_(std::make_unique<Parsed>()) {
  for (std::uint32_t i = 0; i < expressions.size(); ++i) {
    matchers::dynamic::Diagnostics diagnostics;
    llvm::StringRef code = expressions[i];
    auto parsed =
        matchers::dynamic::Parser::parseMatcherExpression(code, nullptr, nullptr, &diagnostics);
    if (!parsed) {
      errors.push_back({i, diagnostics.toStringFull()});
      continue;
    }
    if (!code.trim().empty()) {
      errors.push_back({i, "something stands behind the expression: \"" + code.trim().str() + '"'});
      continue;
    }
    auto bound = parsed->tryBind(kWhole);
    if (!bound) {
      errors.push_back({i, "the expression matches no kind of node that has a place"});
      continue;
    }
    parsed_->matchers.emplace_back(i, *bound);
  }
}

Matchers::~Matchers() = default;

bool Matchers::empty() const { return parsed_->matchers.empty(); }

void Matchers::Run(UnitContext& context) const {
  matchers::MatchFinder finder;
  std::vector<std::unique_ptr<Collector>> collectors;
  for (const auto& [number, matcher] : parsed_->matchers) {
    collectors.push_back(std::make_unique<Collector>(number, context));
    finder.addDynamicMatcher(matcher, collectors.back().get());
  }
  finder.matchAST(context.ast);
  auto& hits = context.unit.hits;
  std::ranges::stable_sort(hits, {}, OrderOf);
  // An instance of a template matches where the template does.
  const auto again = std::ranges::unique(hits, {}, OrderOf);
  hits.erase(again.begin(), again.end());
}

}  // namespace gonogo

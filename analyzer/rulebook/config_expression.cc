#include "analyzer/rulebook/config_expression.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "analyzer/base/ascii.h"
#include "analyzer/base/edit_distance.h"
#include "analyzer/rulebook/config_quantity.h"

namespace gonogo {
namespace {

/// Brackets within brackets: a rule that needs more is written for somebody else.
constexpr int kDeepest = 16;

struct RelationRow {
  std::string_view sign;
  ConfigRelation relation;
};

// The longer signs first.
constexpr RelationRow kRelations[] = {
    {"<=", ConfigRelation::kAtMost}, {">=", ConfigRelation::kAtLeast},
    {"==", ConfigRelation::kEqual},  {"!=", ConfigRelation::kUnequal},
    {"<", ConfigRelation::kBelow},   {">", ConfigRelation::kAbove},
};

class ExpressionReader {
 public:
  ExpressionReader(std::string_view text, std::span<const ConfigCapture> captures,
                   RuleStorage& storage)
      : text_(text), captures_(captures), storage_(storage) {}

  std::expected<ConfigTerm, ConfigFault> Read() {
    ConfigTerm compare{.sort = ConfigTermSort::kCompare};
    std::vector<ConfigTerm> sides = {Sum()};
    SkipBlanks();
    const auto row = std::ranges::find_if(
        kRelations, [&](const RelationRow& known) { return Rest().starts_with(known.sign); });
    if (row == std::end(kRelations)) {
      Fail("expected a comparison: < <= > >= == !=");
    } else {
      compare.relation = row->relation;
      at_ += row->sign.size();
      sides.push_back(Sum());
      SkipBlanks();
      if (at_ < text_.size()) Fail(fmt::format("\"{}\" is too much", Rest()));
    }
    if (!fault_.message.empty()) return std::unexpected(fault_);
    compare.terms = storage_.Keep(std::move(sides));
    return compare;
  }

 private:
  std::string_view Rest() const { return text_.substr(at_); }
  void SkipBlanks() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  ConfigTerm Fail(std::string message) {
    if (fault_.message.empty()) fault_ = {at_, std::move(message)};
    at_ = text_.size();
    return {};
  }

  ConfigTerm Sum() { return Chain('+', ConfigTermSort::kPlus, '-', ConfigTermSort::kMinus, true); }
  ConfigTerm Product() {
    return Chain('*', ConfigTermSort::kTimes, '/', ConfigTermSort::kDivide, false);
  }

  ConfigTerm Chain(char one, ConfigTermSort of_one, char other, ConfigTermSort of_other, bool sum) {
    ConfigTerm left = sum ? Product() : Operand();
    for (;;) {
      SkipBlanks();
      if (at_ >= text_.size() || (text_[at_] != one && text_[at_] != other)) return left;
      ConfigTerm both{.sort = text_[at_] == one ? of_one : of_other};
      ++at_;
      std::vector<ConfigTerm> sides = {left, sum ? Product() : Operand()};
      both.terms = storage_.Keep(std::move(sides));
      left = both;
    }
  }

  ConfigTerm Operand() {
    SkipBlanks();
    if (Rest().starts_with('(')) {
      if (++depth_ > kDeepest) return Fail("too many brackets");
      ++at_;
      const ConfigTerm inside = Sum();
      SkipBlanks();
      if (!Rest().starts_with(')')) return Fail("expected \")\"");
      ++at_;
      --depth_;
      return inside;
    }
    std::size_t end = at_;
    while (end < text_.size() && (IsLetter(text_[end]) || IsDigit(text_[end]) ||
                                  std::string_view("_.%").contains(text_[end]))) {
      ++end;
    }
    const std::string_view word = text_.substr(at_, end - at_);
    if (word.empty()) return Fail("expected a capture or a number");
    const ConfigTerm operand = IsDigit(word.front()) ? Literal(word) : OfCapture(word);
    at_ = std::max(at_, end);
    return operand;
  }

  ConfigTerm Literal(std::string_view word) {
    const auto number = ParseRuleQuantity(word);
    if (!number) return Fail(fmt::format("\"{}\" is no number such as 5, 30s, 5min or 1Gi", word));
    return {.sort = ConfigTermSort::kLiteral, .number = *number};
  }

  ConfigTerm OfCapture(std::string_view word) {
    const auto found = std::ranges::find(captures_, word, &ConfigCapture::name);
    if (found != captures_.end()) {
      return {.sort = ConfigTermSort::kCapture,
              .capture = static_cast<std::uint32_t>(found - captures_.begin())};
    }
    std::vector<std::string_view> names;
    for (const ConfigCapture& capture : captures_) names.push_back(capture.name);
    return Fail(
        fmt::format("\"{}\" is no capture of this clause{}", word, DidYouMean(word, names)));
  }

  std::string_view text_;
  std::span<const ConfigCapture> captures_;
  RuleStorage& storage_;
  std::size_t at_ = 0;
  int depth_ = 0;
  ConfigFault fault_;
};

}  // namespace

std::expected<ConfigTerm, ConfigFault> ParseComparison(std::string_view text,
                                                       std::span<const ConfigCapture> captures,
                                                       RuleStorage& storage) {
  return ExpressionReader(text, captures, storage).Read();
}

}  // namespace gonogo

#include "analyzer/parse/promql.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "analyzer/base/ascii.h"
#include "analyzer/parse/promql_tokens.h"

namespace gonogo {
namespace {

constexpr int kDeepest = 100;  // expressions within each other
constexpr std::size_t kMostNodes = 50'000;

constexpr std::array<std::string_view, 15> kAggregations = {
    "sum",  "min",     "max",      "avg",          "group",  "stddev",      "stdvar", "count",
    "topk", "bottomk", "quantile", "count_values", "limitk", "limit_ratio", "mad"};

bool IsAggregation(std::string_view name) {
  return std::ranges::find(kAggregations, LowerCase(name)) != kAggregations.end();
}

/// How tightly an operator binds; 0 for what is none.
int Binding(const PromToken& token) {
  const std::string word = LowerCase(token.text);
  if (token.sort == PromWord::kName) {
    if (word == "or") return 1;
    if (word == "and" || word == "unless") return 2;
    return word == "atan2" ? 5 : 0;
  }
  if (token.sort != PromWord::kSign) return 0;
  if (IsComparison(word)) return 3;
  if (word == "+" || word == "-") return 4;
  if (word == "*" || word == "/" || word == "%") return 5;
  return word == "^" ? 6 : 0;
}

class PromParser {
 public:
  explicit PromParser(std::string_view text) : text_(text) { Advance(); }

  PromQuery Parse() && {
    const auto root = ReadExpression(1);
    if (root && token_.sort != PromWord::kEnd) Fail("text behind the expression");
    if (root) query_.root = *root;
    if (!query_.error.empty()) query_.nodes.clear();
    return std::move(query_);
  }

 private:
  using Index = std::optional<std::uint32_t>;

  void Advance() {
    last_end_ = token_.end;
    token_ = NextPromToken(text_, token_.end);
  }

  Index Fail(std::string message) {
    if (query_.error.empty()) {
      query_.error = std::move(message);
      query_.error_at = token_.begin;
    }
    return std::nullopt;
  }

  bool Sees(std::string_view sign) const {
    return token_.sort == PromWord::kSign && token_.text == sign;
  }
  bool SeesWord(std::string_view word) const {
    return token_.sort == PromWord::kName && LowerCase(token_.text) == word;
  }
  bool Take(std::string_view sign) {
    if (!Sees(sign)) return false;
    Advance();
    return true;
  }

  Index Put(PromNode node) {
    if (query_.nodes.size() >= kMostNodes) return Fail("too long");
    node.end = std::max(node.end, last_end_);
    query_.nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(query_.nodes.size() - 1);
  }

  Index ReadExpression(int binding) {
    if (depth_ >= kDeepest) return Fail("nested too deep");
    ++depth_;
    Index left = ReadUnary();
    while (left) {
      const int next = Binding(token_);
      if (next < binding || next == 0) break;
      left = ReadBinary(*left, next);
    }
    --depth_;
    return left;
  }

  Index ReadBinary(std::uint32_t left, int binding) {
    PromNode node;
    node.sort = PromSort::kBinary;
    node.begin = query_.nodes[left].begin;
    node.name = token_.text;
    Advance();
    if (SeesWord("bool")) {
      node.returns_bool = true;
      Advance();
    }
    if (!ReadMatching(node)) return std::nullopt;
    // '^' binds to the right, all others to the left.
    const Index right = ReadExpression(binding == 6 ? 6 : binding + 1);
    if (!right) return std::nullopt;
    node.children = {left, *right};
    return Put(std::move(node));
  }

  /// on(...), ignoring(...), group_left(...), group_right(...)
  bool ReadMatching(PromNode& node) {
    if (SeesWord("on") || SeesWord("ignoring")) {
      node.without = SeesWord("ignoring");
      node.grouped = true;
      Advance();
      if (!ReadLabels(node.labels)) return false;
    }
    if (!SeesWord("group_left") && !SeesWord("group_right")) return true;
    Advance();
    std::vector<std::string_view> kept;
    return !Sees("(") || ReadLabels(kept);
  }

  bool ReadLabels(std::vector<std::string_view>& labels) {
    if (!Take("(")) {
      Fail("'(' is missing");
      return false;
    }
    while (!Sees(")")) {
      if (token_.sort != PromWord::kName && token_.sort != PromWord::kString) {
        Fail("a label is missing");
        return false;
      }
      labels.push_back(token_.text);
      Advance();
      if (!Take(",") && !Sees(")")) {
        Fail("')' is missing");
        return false;
      }
    }
    Advance();
    return true;
  }

  Index ReadUnary() {
    if (!Sees("+") && !Sees("-")) return ReadPostfix();
    PromNode node;
    node.sort = PromSort::kUnary;
    node.begin = token_.begin;
    node.name = token_.text;
    Advance();
    const Index operand = ReadExpression(6);
    if (!operand) return std::nullopt;
    node.children = {*operand};
    return Put(std::move(node));
  }

  /// A primary with ranges, offsets and times behind it.
  Index ReadPostfix() {
    Index node = ReadPrimary();
    while (node) {
      if (Sees("[")) {
        node = ReadRange(*node);
      } else if (SeesWord("offset")) {
        node = ReadOffset(*node);
      } else if (Sees("@")) {
        node = ReadTime(*node);
      } else {
        break;
      }
    }
    return node;
  }

  Index ReadRange(std::uint32_t of) {
    const std::size_t close = text_.find(']', token_.end);
    if (close == text_.npos) return Fail("']' is missing");
    const std::string_view range = text_.substr(token_.end, close - token_.end);
    if (range.empty()) return Fail("a range without a duration");
    token_.end = static_cast<std::uint32_t>(close + 1);
    const bool subquery = range.contains(':');
    if (!subquery) {
      PromNode& node = query_.nodes[of];
      if (node.sort != PromSort::kSelector || !node.range.empty()) {
        return Fail("a range behind what is no selector");
      }
      node.range = range;
      node.variable |= range.contains('$');
      node.end = token_.end;
      Advance();
      return of;
    }
    PromNode node;
    node.sort = PromSort::kSubquery;
    node.begin = query_.nodes[of].begin;
    node.range = range;
    node.variable = range.contains('$');
    node.children = {of};
    Advance();
    return Put(std::move(node));
  }

  Index ReadOffset(std::uint32_t of) {
    Advance();
    const std::uint32_t begin = token_.begin;
    if (!Take("-")) Take("+");
    if (token_.sort != PromWord::kNumber && token_.sort != PromWord::kName) {
      return Fail("an offset without a duration");
    }
    PromNode& node = query_.nodes[of];
    node.offset = text_.substr(begin, token_.end - begin);
    node.end = token_.end;
    node.variable |= token_.variable;
    Advance();
    return of;
  }

  /// `@ 1609746000`, `@ start()`
  Index ReadTime(std::uint32_t of) {
    Advance();
    if (!Take("-")) Take("+");
    const bool call = SeesWord("start") || SeesWord("end");
    if (!call && token_.sort != PromWord::kNumber && !token_.variable) {
      return Fail("a time is missing");
    }
    Advance();
    if (call && (!Take("(") || !Take(")"))) return Fail("'()' is missing");
    query_.nodes[of].end = last_end_;
    return of;
  }

  Index ReadPrimary() {
    if (token_.sort == PromWord::kNumber) return ReadLeaf(PromSort::kNumber);
    if (token_.sort == PromWord::kString) return ReadLeaf(PromSort::kString);
    if (Sees("(")) return ReadBrackets();
    if (Sees("{")) return ReadSelector();
    if (token_.sort != PromWord::kName) return Fail("an expression is missing");
    const PromToken behind = NextPromToken(text_, token_.end);
    const bool call = behind.sort == PromWord::kSign && behind.text == "(";
    const std::string after = LowerCase(behind.text);
    const bool grouped = behind.sort == PromWord::kName && (after == "by" || after == "without");
    if (IsAggregation(token_.text) && (call || grouped)) return ReadAggregate();
    if (call) return ReadCall();
    const std::string word = LowerCase(token_.text);
    if (word == "inf" || word == "nan") return ReadLeaf(PromSort::kNumber);
    return ReadSelector();
  }

  Index ReadLeaf(PromSort sort) {
    PromNode node;
    node.sort = sort;
    node.begin = token_.begin;
    node.variable = token_.variable;
    if (sort == PromSort::kString) {
      node.text = PromStringValue(token_.text);
    } else {
      node.name = token_.text;
    }
    Advance();
    return Put(std::move(node));
  }

  Index ReadBrackets() {
    PromNode node;
    node.sort = PromSort::kBrackets;
    node.begin = token_.begin;
    Advance();
    const Index inside = ReadExpression(1);
    if (!inside) return std::nullopt;
    if (!Take(")")) return Fail("')' is missing");
    node.children = {*inside};
    return Put(std::move(node));
  }

  bool ReadArguments(PromNode& node) {
    if (!Take("(")) {
      Fail("'(' is missing");
      return false;
    }
    while (!Sees(")")) {
      const Index argument = ReadExpression(1);
      if (!argument) return false;
      node.children.push_back(*argument);
      if (!Take(",") && !Sees(")")) {
        Fail("')' is missing");
        return false;
      }
    }
    Advance();
    return true;
  }

  Index ReadCall() {
    PromNode node;
    node.sort = PromSort::kCall;
    node.begin = token_.begin;
    node.name = token_.text;
    node.variable = token_.variable;
    Advance();
    if (!ReadArguments(node)) return std::nullopt;
    return Put(std::move(node));
  }

  bool ReadGrouping(PromNode& node) {
    if (node.grouped || (!SeesWord("by") && !SeesWord("without"))) return true;
    node.without = SeesWord("without");
    node.grouped = true;
    Advance();
    return ReadLabels(node.labels);
  }

  Index ReadAggregate() {
    PromNode node;
    node.sort = PromSort::kAggregate;
    node.begin = token_.begin;
    node.name = token_.text;
    Advance();
    if (!ReadGrouping(node) || !ReadArguments(node) || !ReadGrouping(node)) return std::nullopt;
    return Put(std::move(node));
  }

  Index ReadSelector() {
    PromNode node;
    node.sort = PromSort::kSelector;
    node.begin = token_.begin;
    if (token_.sort == PromWord::kName) {
      node.name = token_.text;
      node.variable = token_.variable;
      Advance();
    }
    if (Take("{")) {
      while (!Sees("}")) {
        if (!ReadMatcher(node)) return std::nullopt;
        if (!Take(",") && !SeesWord("or") && !Sees("}")) return Fail("'}' is missing");
        if (SeesWord("or")) Advance();
      }
      Advance();
    }
    return Put(std::move(node));
  }

  bool ReadMatcher(PromNode& node) {
    if (token_.sort != PromWord::kName && token_.sort != PromWord::kString) {
      Fail("a label is missing");
      return false;
    }
    PromMatcher matcher;
    matcher.begin = token_.begin;
    matcher.label = token_.text;
    const bool quoted = token_.sort == PromWord::kString;
    if (quoted) matcher.label = matcher.label.substr(1, matcher.label.size() - 2);
    Advance();
    if (quoted && (Sees(",") || Sees("}"))) {
      node.name = matcher.label;  // {"metric"}
      return true;
    }
    if (!Sees("=") && !Sees("!=") && !Sees("=~") && !Sees("!~")) {
      Fail("a label without a value");
      return false;
    }
    matcher.sign = token_.text;
    Advance();
    if (token_.sort != PromWord::kString && !token_.variable) {
      Fail("a value in quotes is missing");
      return false;
    }
    const bool text = token_.sort == PromWord::kString;
    matcher.value = text ? PromStringValue(token_.text) : std::string(token_.text);
    matcher.end = token_.end;
    node.variable |= matcher.value.contains('$') && IsVariable(matcher.value);
    Advance();
    node.matchers.push_back(std::move(matcher));
    return true;
  }

  /// A '$' that a name follows; at the end of a regex it is an anchor.
  static bool IsVariable(std::string_view value) {
    for (std::size_t at = value.find('$'); at != value.npos; at = value.find('$', at + 1)) {
      if (at + 1 == value.size()) break;
      const char next = value[at + 1];
      if (IsLetter(next) || next == '_' || next == '{') return true;
    }
    return false;
  }

  std::string_view text_;
  PromToken token_;
  std::uint32_t last_end_ = 0;
  PromQuery query_;
  int depth_ = 0;
};

}  // namespace

PromQuery ParsePromQl(std::string_view text) {
  constexpr std::size_t kLongest = 1u << 20;
  if (text.size() <= kLongest) return PromParser(text).Parse();
  PromQuery query;
  query.error = "too long";
  return query;
}

bool IsComparison(std::string_view sign) {
  return sign == "==" || sign == "!=" || sign == "<" || sign == "<=" || sign == ">" || sign == ">=";
}

}  // namespace gonogo

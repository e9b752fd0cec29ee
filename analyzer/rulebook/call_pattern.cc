// A recursive descent over one line. The first fault ends the reading: patterns are short, and what
// follows a fault is guesswork.
#include "analyzer/rulebook/call_pattern.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "analyzer/base/ascii.h"
#include "analyzer/base/edit_distance.h"
#include "analyzer/engines/text/regex_options.h"

namespace gonogo {
namespace {

constexpr std::size_t kLongest = 4000;

/// Longest first, so that `<<=` is not read as `<<`.
constexpr std::string_view kOperators[] = {
    "<=>", "<<=", ">>=", "->*", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||", "++",
    "--",  "+=",  "-=",  "*=",  "/=", "%=", "^=", "&=", "|=", "->", "()", "[]", "+",
    "-",   "*",   "/",   "%",   "^",  "&",  "|",  "~",  "!",  "<",  ">",  "=",  ","};

constexpr std::string_view kWordForms[] = {"bound", "none", "literal", "fixed"};
constexpr std::string_view kCallForms[] = {"type", "calls", "ends", "any", "answers"};

bool StartsName(char c) { return IsLetter(c) || c == '_'; }
bool ContinuesName(char c) { return StartsName(c) || IsDigit(c); }

class PatternReader {
 public:
  PatternReader(std::string_view text, RuleStorage& storage) : text_(text), storage_(storage) {}

  std::expected<CallPattern, PatternFault> Read() {
    CallPattern pattern;
    const bool good = text_.size() <= kLongest
                          ? ReadPattern(pattern)
                          : Fail(fmt::format("longer than {} bytes", kLongest));
    if (!good) return std::unexpected(std::move(fault_));
    pattern.text = storage_.Keep(std::string(text_));
    return pattern;
  }

  bool ReadsAsName() {
    std::string_view name;
    return ReadName(name) && at_ == text_.size();
  }

 private:
  // Each of these is true where it read what it is called after, and leaves a fault where not.

  bool ReadPattern(CallPattern& pattern) {
    std::string_view name = "*";
    if (!Take("*") && !ReadName(name)) return false;
    pattern.name = storage_.Keep(std::string(name));
    SkipBlanks();
    std::vector<ArgumentPattern> arguments;
    if (Take("(")) {
      if (!ReadArguments(arguments, pattern.open)) return false;
    } else if (Take("=")) {
      pattern.sort = PatternSort::kStore;
      if (!ReadArgument(arguments.emplace_back())) return false;
      if (arguments[0].some) return Fail("\"any\" chooses among arguments, and a store has one");
    } else {
      return Fail(AtEnd() ? "expected \"(\" of a call or \"=\" of a store"
                          : "expected \"(\" of a call, \"=\" of a store or \"::\"");
    }
    SkipBlanks();
    if (!AtEnd()) return Fail("text behind the end of the pattern");
    return Finish(std::move(arguments), pattern);
  }

  bool Finish(std::vector<ArgumentPattern> arguments, CallPattern& pattern) {
    const auto is_object = [](const ArgumentPattern& argument) {
      return argument.sort == ArgumentSort::kObject;
    };
    const auto objects = std::ranges::count_if(arguments, is_object);
    at_ = 0;
    if (objects > 1) return Fail("\"$\" stands twice; the object followed is one");
    pattern.on_object = objects == 0;
    pattern.arguments = storage_.Keep(std::move(arguments));
    return true;
  }

  bool ReadArguments(std::vector<ArgumentPattern>& arguments, bool& open) {
    SkipBlanks();
    if (Take(")")) return true;
    for (;;) {
      SkipBlanks();
      if (Take("...")) {
        open = true;
        SkipBlanks();
        return Take(")") || Fail("\"...\" is the last argument: expected \")\"");
      }
      if (!ReadArgument(arguments.emplace_back())) return false;
      SkipBlanks();
      if (Take(")")) return true;
      if (!Take(",")) return Fail(AtEnd() ? kUnclosed : "expected \",\" or \")\"");
    }
  }

  bool ReadArgument(ArgumentPattern& argument) {
    SkipBlanks();
    if (Peek() == '{') {
      if (!ReadCapture(argument)) return false;
      SkipBlanks();
      if (!Take("=")) return true;  // {capture}: anything
      SkipBlanks();
    }
    const std::size_t begin = at_;
    if (Take("!")) {
      argument.negated = true;
      SkipBlanks();
      if (Peek() == '{') return Fail("the capture stands before \"!\"");
    }
    if (!ReadForm(argument, true)) return false;
    const bool empty =
        argument.sort == ArgumentSort::kAny || argument.sort == ArgumentSort::kObject;
    if (!argument.negated || !empty) return true;
    at_ = begin;
    return Fail("\"!\" before what is always there");
  }

  bool ReadCapture(ArgumentPattern& argument) {
    const std::size_t open = at_++;
    const std::size_t begin = at_;
    while (ContinuesName(Peek())) ++at_;
    const std::string_view name = text_.substr(begin, at_ - begin);
    if (name.empty() || !StartsName(name[0])) return Fail("expected the name of a capture");
    if (!Take("}")) return Fail("expected \"}\" behind the name of a capture");
    if (std::ranges::find(captures_, name) != captures_.end()) {
      at_ = open;
      return Fail(fmt::format("capture \"{}\" stands twice", name));
    }
    captures_.push_back(name);
    argument.capture = storage_.Keep(std::string(name));
    return true;
  }

  bool ReadForm(ArgumentPattern& argument, bool any_allowed) {
    const char c = Peek();
    if (Take("$")) return Set(argument, ArgumentSort::kObject);
    if (c == '_' && !ContinuesName(Peek(1)) && Peek(1) != ':') {
      ++at_;
      return Set(argument, ArgumentSort::kAny);
    }
    if (c == '"' || c == '/') return ReadQuoted(argument, c);
    if (c == '-' || IsDigit(c)) return ReadNumber(argument);
    if (StartsName(c)) return ReadWordForm(argument, any_allowed);
    if (AtEnd()) return Fail(kUnclosed);
    return Fail(
        "expected an argument: $, _, bound, none, literal, a name, a number, \"text\", "
        "/regex/, fixed, type(...), calls(...), ends(...), answers(...) or any(...)");
  }

  bool ReadWordForm(ArgumentPattern& argument, bool any_allowed) {
    const std::size_t begin = at_;
    std::string_view name;
    if (!ReadName(name)) return false;
    SkipBlanks();
    if (Peek() == '(') return ReadCallForm(argument, name, begin, any_allowed);
    const bool alone = Peek() != '|';
    if (alone && name == "bound") return Set(argument, ArgumentSort::kBound);
    if (alone && name == "none") return Set(argument, ArgumentSort::kNone);
    if (alone && name == "fixed") return Set(argument, ArgumentSort::kFixed);
    if (alone && name == "literal") return Set(argument, ArgumentSort::kLiteral);
    // A constant is rarely called almost like a form, and a form that is misspelt matches nothing.
    const std::string hint = DidYouMean(name, kWordForms);
    if (!hint.empty() && std::ranges::find(kWordForms, name) == std::end(kWordForms)) {
      at_ = begin;
      return Fail(fmt::format("unknown form \"{}\"{}", name, hint));
    }
    at_ = begin;
    return ReadNames(argument, ArgumentSort::kNames);
  }

  bool ReadCallForm(ArgumentPattern& argument, std::string_view name, std::size_t begin,
                    bool any_allowed) {
    if (std::ranges::find(kCallForms, name) == std::end(kCallForms)) {
      const std::string hint = DidYouMean(name, kCallForms);
      at_ = begin;
      return Fail(
          fmt::format("unknown form \"{}(\"{}", name,
                      hint.empty() ? "; it is one of type, calls, ends, answers, any" : hint));
    }
    if (name == "any" && !any_allowed) {
      at_ = begin;
      return Fail("\"any\" inside \"any\"");
    }
    ++at_;  // (
    SkipBlanks();
    bool good = false;
    if (name == "any") {
      argument.some = true;
      good = ReadForm(argument, false);
    } else if (name == "answers") {
      good = ReadAnswer(argument);
    } else {
      good = ReadNames(argument, name == "type"   ? ArgumentSort::kType
                                 : name == "ends" ? ArgumentSort::kEnds
                                                  : ArgumentSort::kCalls);
    }
    if (!good) return false;
    SkipBlanks();
    return Take(")") || Fail(AtEnd() ? kUnclosed : fmt::format("expected \")\" of \"{}\"", name));
  }

  /// `answers(1)`: `fixed`, with the number that it answers.
  bool ReadAnswer(ArgumentPattern& argument) {
    if (!ReadNumber(argument)) return false;
    argument.names = storage_.Keep(std::vector<std::string_view>{"answers"});
    return Set(argument, ArgumentSort::kFixed);
  }

  bool ReadNames(ArgumentPattern& argument, ArgumentSort sort) {
    std::vector<std::string_view> names;
    do {
      SkipBlanks();
      std::string_view name;
      if (!ReadName(name)) return false;
      names.push_back(storage_.Keep(std::string(name)));
      SkipBlanks();
    } while (Take("|"));
    argument.names = storage_.Keep(std::move(names));
    return Set(argument, sort);
  }

  bool ReadName(std::string_view& name) {
    const std::size_t begin = at_;
    if (Peek() == ':') return Fail("a name is written without a leading \"::\"");
    for (;;) {
      const std::size_t part = at_;
      if (!StartsName(Peek())) return Fail("expected a name");
      while (ContinuesName(Peek())) ++at_;
      if (text_.substr(part, at_ - part) == "operator") return ReadOperator(begin, name);
      if (Peek() == '<') return Fail("names have no template arguments here");
      if (!Take("::")) break;
    }
    name = text_.substr(begin, at_ - begin);
    return true;
  }

  bool ReadOperator(std::size_t begin, std::string_view& name) {
    for (const std::string_view symbol : kOperators) {
      if (!Take(symbol)) continue;
      name = text_.substr(begin, at_ - begin);
      return true;
    }
    return Fail("expected the symbol of an operator");
  }

  bool ReadNumber(ArgumentPattern& argument) {
    const bool negative = Take("-");
    const int base = Take("0x") || Take("0X") ? 16 : 10;
    const char* const begin = text_.data() + at_;
    std::uint64_t digits = 0;
    const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), digits, base);
    if (error != std::errc() || digits > static_cast<std::uint64_t>(INT64_MAX))
      return Fail("expected a whole number of at most 64 bits");
    at_ += static_cast<std::size_t>(end - begin);
    if (ContinuesName(Peek()) || Peek() == '.') return Fail("a number has neither unit nor point");
    argument.number = static_cast<std::int64_t>(digits) * (negative ? -1 : 1);
    return Set(argument, ArgumentSort::kNumber);
  }

  /// A text in quotes, or a regex between slashes. A backslash keeps the delimiter from ending it;
  /// in a text it also keeps itself.
  bool ReadQuoted(ArgumentPattern& argument, char delimiter) {
    const std::size_t begin = at_++;
    std::string inner;
    for (; Peek() != delimiter; ++at_) {
      if (AtEnd()) {
        at_ = begin;
        return Fail(fmt::format("{} does not end", delimiter == '"' ? "the text" : "the regex"));
      }
      const bool escapes =
          Peek() == '\\' && (Peek(1) == delimiter || (delimiter == '"' && Peek(1) == '\\'));
      if (escapes) ++at_;
      inner += Peek();
    }
    ++at_;
    if (delimiter == '/' && !CheckRegex(inner, begin)) return false;
    argument.text = storage_.Keep(std::move(inner));
    return Set(argument, delimiter == '"' ? ArgumentSort::kText : ArgumentSort::kRegex);
  }

  bool CheckRegex(std::string_view regex, std::size_t begin) {
    const std::size_t end = std::exchange(at_, begin);
    const RE2 compiled(RulePattern(regex), RuleRegexOptions());
    if (!compiled.ok()) return Fail(fmt::format("not a valid RE2: {}", compiled.error()));
    if (!compiled.NamedCapturingGroups().empty())
      return Fail("a group with a name captures nothing here; write {name}=/.../");
    if (RE2::PartialMatch("", compiled)) return Fail("the regex matches the empty text");
    at_ = end;
    return true;
  }

  static bool Set(ArgumentPattern& argument, ArgumentSort sort) {
    argument.sort = sort;
    return true;
  }

  bool Fail(std::string message) {
    fault_ = {at_, std::move(message)};
    return false;
  }

  char Peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  bool AtEnd() const { return at_ >= text_.size(); }

  void SkipBlanks() {
    while (Peek() == ' ' || Peek() == '\t' || Peek() == '\n') ++at_;
  }

  bool Take(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  // YAML ends a plain text in a [list] at its first comma.
  static constexpr const char* kUnclosed =
      "the pattern ends before its \")\"; in a [list] a pattern with commas stands in quotes";

  std::string_view text_;
  RuleStorage& storage_;
  std::size_t at_ = 0;
  std::vector<std::string_view> captures_;
  PatternFault fault_;
};

}  // namespace

std::expected<CallPattern, PatternFault> ParseCallPattern(std::string_view text,
                                                          RuleStorage& storage) {
  return PatternReader(text, storage).Read();
}

bool IsQualifiedName(std::string_view text) {
  RuleStorage unused;
  return PatternReader(text, unused).ReadsAsName();
}

}  // namespace gonogo

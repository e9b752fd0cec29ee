#include "analyzer/parse/shell_words.h"

#include <algorithm>
#include <utility>

#include "analyzer/base/ascii.h"
#include "analyzer/parse/text_scanner.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostCommands = 100'000;
constexpr std::uint32_t kDeepest = 64;  // brackets within each other; deeper ones are not entered

bool IsNameChar(char c) { return IsLetter(c) || IsDigit(c) || c == '_'; }
bool EndsWord(char c) { return IsAnySpace(c) || std::string_view(";&|()<>").contains(c); }

bool IsAssignment(const ShellWord& word, std::string_view raw) {
  const std::size_t sign = raw.find('=');
  if (sign == raw.npos || sign == 0 || IsDigit(raw.front())) return false;
  std::string_view name = raw.substr(0, sign);
  if (name.ends_with('+')) name.remove_suffix(1);
  return !word.text.empty() && std::ranges::all_of(name, IsNameChar);
}

/// A part of the text that is a script of its own: the text itself, or what stands in `$(...)`.
struct Part {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t depth = 0;
};

class ShellSplitter {
 public:
  explicit ShellSplitter(std::string_view text) : text_(text), scanner_(text) {}

  ShellScript Split() && {
    parts_.push_back({0, static_cast<std::uint32_t>(text_.size()), 0});
    // Substitutions are read after the script that holds them, each only once.
    for (std::size_t i = 0; i < parts_.size() && !full(); ++i) SplitPart(parts_[i]);
    std::ranges::stable_sort(script_.commands, {}, &ShellCommand::begin);
    return std::move(script_);
  }

 private:
  bool full() const { return script_.commands.size() >= kMostCommands; }

  void SplitPart(Part part) {
    scanner_ = TextScanner(text_.substr(0, part.end));
    scanner_.MoveTo(part.begin);
    depth_ = part.depth;
    command_ = {};
    command_.join = part.begin == 0 ? ShellJoin::kFirst : ShellJoin::kNext;
    heredocs_.clear();
    while (!scanner_.AtEnd() && !full()) Step();
    EndCommand(ShellJoin::kNext);
  }

  void Step() {
    const char c = scanner_.Peek();
    if (c == '\n') {
      scanner_.Skip();
      EndCommand(ShellJoin::kNext);
      SkipHeredocs();
    } else if (IsAnySpace(c)) {
      scanner_.Skip();
    } else if (scanner_.Sees("\\\n")) {
      scanner_.Skip(2);
    } else if (scanner_.Sees("\\\r\n")) {
      scanner_.Skip(3);
    } else if (c == '#') {
      scanner_.SkipToLineEnd();
    } else if (!TakeOperator()) {
      TakeWord();
    }
  }

  bool TakeOperator() {
    const char c = scanner_.Peek();
    if (scanner_.Sees("&&")) return Join(2, ShellJoin::kAnd);
    if (scanner_.Sees("||")) return Join(2, ShellJoin::kOr);
    if (scanner_.Sees("|&")) return Join(2, ShellJoin::kPipe);
    if (c == '|') return Join(1, ShellJoin::kPipe);
    if (c == ';') return Join(scanner_.Peek(1) == ';' ? 2 : 1, ShellJoin::kNext);
    if (c == '&' && scanner_.Peek(1) != '>') {
      command_.background = !command_.words.empty();
      return Join(1, ShellJoin::kNext);
    }
    if (c == '(' || c == ')') {
      depth_ += c == '(' ? 1 : 0;
      Join(1, ShellJoin::kNext);
      depth_ -= c == ')' && depth_ > 0 ? 1 : 0;
      return true;
    }
    if (c == '<' || c == '>' || c == '&') return TakeRedirection(scanner_.at());
    return false;
  }

  bool Join(std::size_t length, ShellJoin join) {
    EndCommand(join);
    scanner_.Skip(length);
    return true;
  }

  /// Ends the command; `next` is how the following is joined to it.
  void EndCommand(ShellJoin next) {
    const bool empty =
        command_.words.empty() && command_.assignments.empty() && command_.redirections.empty();
    if (empty) {
      // A line break behind `&&` or '|' ends nothing.
      if (next != ShellJoin::kNext) command_.join = next;
      return;
    }
    command_.depth = depth_;
    script_.commands.push_back(std::exchange(command_, ShellCommand()));
    command_.join = next;
  }

  void Extend(const ShellWord& word) {
    const bool empty =
        command_.words.empty() && command_.assignments.empty() && command_.redirections.empty();
    if (empty) command_.begin = word.begin;
    command_.end = word.end;
  }

  /// The operator that begins at the scanner; `begin` is that of the number before it.
  bool TakeRedirection(std::uint32_t begin) {
    scanner_.SkipWhile([](char c) { return c == '<' || c == '>' || c == '&'; });
    if (scanner_.Peek() == '|' || scanner_.Peek() == '-') scanner_.Skip();
    const std::string mark(scanner_.From(begin));
    if (mark.ends_with('<') && scanner_.Peek() == '(') {
      // <(command): a file that a command makes.
      TakeBrackets(1);
    } else {
      scanner_.SkipInlineSpace();
    }
    ShellWord target = ReadWord();
    const bool heredoc = mark.ends_with("<<") || mark.ends_with("<<-");
    if (heredoc && !target.text.empty() && !mark.ends_with("<<<")) heredocs_.push_back(target.text);
    ShellWord redirection = std::move(target);
    redirection.begin = begin;
    redirection.end = scanner_.at();
    redirection.text.insert(0, mark);
    Extend(redirection);
    command_.redirections.push_back(std::move(redirection));
    return true;
  }

  /// The texts of the heredocs of the line before.
  void SkipHeredocs() {
    for (const std::string& name : heredocs_) {
      bool ended = false;
      while (!ended && !scanner_.AtEnd()) {
        scanner_.SkipInlineSpace();
        const std::uint32_t begin = scanner_.at();
        scanner_.SkipToLineEnd();
        ended = scanner_.From(begin) == name;
        scanner_.SkipLineBreak();
      }
      script_.complete &= ended;
    }
    heredocs_.clear();
  }

  void TakeWord() {
    ShellWord word = ReadWord();
    if (word.end == word.begin) return scanner_.Skip();
    const std::string_view raw = text_.substr(word.begin, word.end - word.begin);
    const bool number = std::ranges::all_of(raw, IsDigit);
    if (number && (scanner_.Peek() == '<' || scanner_.Peek() == '>')) {
      TakeRedirection(word.begin);
      return;
    }
    Extend(word);
    const bool assigns = command_.words.empty() && IsAssignment(word, raw);
    (assigns ? command_.assignments : command_.words).push_back(std::move(word));
  }

  ShellWord ReadWord() {
    ShellWord word;
    word.begin = scanner_.at();
    while (!scanner_.AtEnd() && !EndsWord(scanner_.Peek())) {
      const char c = scanner_.Peek();
      if (c == '\'') {
        ReadSingle(word);
      } else if (c == '"') {
        ReadDouble(word);
      } else if (c == '$' || c == '`') {
        ReadExpansion(word);
      } else if (c == '\\') {
        if (scanner_.Peek(1) != '\n') word.text += scanner_.Peek(1);
        scanner_.Skip(2);
      } else {
        word.text += c;
        scanner_.Skip();
      }
    }
    word.end = scanner_.at();
    return word;
  }

  void ReadSingle(ShellWord& word) {
    word.quoted = true;
    scanner_.Skip();
    const std::uint32_t begin = scanner_.at();
    scanner_.SkipWhile([](char c) { return c != '\''; });
    word.text += scanner_.From(begin);
    script_.complete &= scanner_.Take('\'');
  }

  void ReadDouble(ShellWord& word) {
    word.quoted = true;
    scanner_.Skip();
    while (!scanner_.AtEnd() && scanner_.Peek() != '"') {
      const char c = scanner_.Peek();
      if (c == '$' || c == '`') {
        ReadExpansion(word);
      } else if (c == '\\' && std::string_view("$`\"\\\n").contains(scanner_.Peek(1))) {
        if (scanner_.Peek(1) != '\n') word.text += scanner_.Peek(1);
        scanner_.Skip(2);
      } else {
        word.text += c;
        scanner_.Skip();
      }
    }
    script_.complete &= scanner_.Take('"');
  }

  /// `$x`, `${...}`, `$(...)` and backquotes.
  void ReadExpansion(ShellWord& word) {
    const std::uint32_t begin = scanner_.at();
    const char next = scanner_.Peek(1);
    if (scanner_.Peek() == '`') {
      TakeBackquotes();
    } else if (next == '(') {
      TakeBrackets(2);
    } else if (next == '{') {
      SkipBraces();
    } else if (next == '\'' || next == '"') {
      return scanner_.Skip();  // $'...': nearly a quoted string
    } else {
      scanner_.Skip();
      if (IsNameChar(scanner_.Peek()) && !IsDigit(scanner_.Peek())) {
        scanner_.SkipWhile(IsNameChar);
      } else if (std::string_view("?$!#*@-0123456789").contains(scanner_.Peek())) {
        scanner_.Skip();
      } else {
        word.text += '$';
        return;
      }
    }
    word.expands = true;
    word.text += scanner_.From(begin);
  }

  void TakeBackquotes() {
    scanner_.Skip();
    const std::uint32_t begin = scanner_.at();
    while (!scanner_.AtEnd() && scanner_.Peek() != '`')
      scanner_.Skip(scanner_.Peek() == '\\' ? 2 : 1);
    AddPart(begin, scanner_.at());
    script_.complete &= scanner_.Take('`');
  }

  /// To the bracket that ends it, quotes minded; the inside is a script of its own, but for
  /// `$((...))`, which is arithmetic.
  void TakeBrackets(std::size_t length) {
    scanner_.Skip(length);
    const std::uint32_t begin = scanner_.at();
    const bool arithmetic = scanner_.Peek() == '(';
    std::uint32_t depth = 1;
    while (!scanner_.AtEnd()) {
      const char c = scanner_.Peek();
      if (c == '(') ++depth;
      if (c == ')' && --depth == 0) break;
      if (c == '\'' || c == '"') {
        SkipQuotes(c);
      } else {
        scanner_.Skip(c == '\\' ? 2 : 1);
      }
    }
    if (!arithmetic) AddPart(begin, scanner_.at());
    script_.complete &= scanner_.Take(')');
  }

  void SkipBraces() {
    std::uint32_t depth = 0;
    while (!scanner_.AtEnd()) {
      const char c = scanner_.Peek();
      scanner_.Skip(c == '\\' ? 2 : 1);
      if (c == '{') ++depth;
      if (c == '}' && --depth == 0) return;
    }
    script_.complete = false;
  }

  void SkipQuotes(char quote) {
    scanner_.Skip();
    while (!scanner_.AtEnd() && scanner_.Peek() != quote) {
      scanner_.Skip(scanner_.Peek() == '\\' && quote == '"' ? 2 : 1);
    }
    scanner_.Skip();
  }

  void AddPart(std::uint32_t begin, std::uint32_t end) {
    if (depth_ + 1 < kDeepest && begin < end) parts_.push_back({begin, end, depth_ + 1});
  }

  std::string_view text_;
  TextScanner scanner_;
  ShellScript script_;
  ShellCommand command_;
  std::vector<Part> parts_;
  std::vector<std::string> heredocs_;
  std::uint32_t depth_ = 0;
};

}  // namespace

ShellScript SplitShell(std::string_view text) { return ShellSplitter(text).Split(); }

}  // namespace gonogo

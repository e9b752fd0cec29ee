#include "analyzer/parse/template_actions.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

#include "analyzer/base/ascii.h"

namespace gonogo {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool IsBlank(char c) { return c == ' ' || c == '\t'; }
bool IsSpace(char c) { return IsBlank(c) || c == '\r' || c == '\n'; }

std::string_view Trim(std::string_view text) {
  while (!text.empty() && IsSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsSpace(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view FirstWord(std::string_view code) {
  std::size_t end = 0;
  while (end < code.size() && (IsLetter(code[end]) || code[end] == '_')) ++end;
  return code.substr(0, end);
}

template <std::size_t N>
bool IsOneOf(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

ActionSort SortOfGo(std::string_view code) {
  constexpr std::array<std::string_view, 5> kOpening = {"if", "range", "with", "define", "block"};
  if (code.starts_with("/*")) return ActionSort::kSilent;
  const std::string_view word = FirstWord(code);
  if (IsOneOf(word, kOpening)) return ActionSort::kOpens;
  if (word == "else") return ActionSort::kElse;
  if (word == "end") return ActionSort::kCloses;
  if (word == "break" || word == "continue") return ActionSort::kSilent;
  if (!code.starts_with('$')) return ActionSort::kValue;
  const std::size_t name_end = code.find_first_of(" \t\n=:");
  if (name_end == kNone) return ActionSort::kValue;
  const std::string_view rest = Trim(code.substr(name_end));
  const bool assigns = rest.starts_with(":=") || (rest.starts_with('=') && !rest.starts_with("=="));
  return assigns ? ActionSort::kSilent : ActionSort::kValue;
}

ActionSort SortOfJinjaTag(std::string_view code) {
  constexpr std::array<std::string_view, 9> kOpening = {
      "if", "for", "block", "macro", "call", "filter", "with", "autoescape", "trans"};
  const std::string_view word = FirstWord(code);
  if (IsOneOf(word, kOpening)) return ActionSort::kOpens;
  if (word == "set") return code.contains('=') ? ActionSort::kSilent : ActionSort::kOpens;
  if (word == "else" || word == "elif") return ActionSort::kElse;
  if (word.starts_with("end")) return ActionSort::kCloses;
  return word == "include" ? ActionSort::kValue : ActionSort::kSilent;
}

ActionSort SortOfErb(std::string_view code) {
  constexpr std::array<std::string_view, 6> kOpening = {"if",    "unless", "case",
                                                        "while", "for",    "until"};
  constexpr std::array<std::string_view, 4> kElseWords = {"else", "elsif", "when", "in"};
  if (code.starts_with('=')) return ActionSort::kValue;
  if (code.starts_with('#')) return ActionSort::kSilent;
  const std::string_view word = FirstWord(code);
  if (IsOneOf(word, kOpening)) return ActionSort::kOpens;
  if (IsOneOf(word, kElseWords)) return ActionSort::kElse;
  if (word == "end") return ActionSort::kCloses;
  const bool does = code.ends_with(" do") || (code.ends_with('|') && code.contains(" do "));
  return does ? ActionSort::kOpens : ActionSort::kSilent;
}

constexpr std::size_t kLongestString = 4096;  // so that lone quotes do not cost their square

/// Skips the strings of an action. A quote without an end, as in `it's`, is no string; that there
/// is none is kept, or many lone quotes would cost their square. From a quote that a first string
/// took for escaped, a second would see the very same characters.
class StringSkipper {
 public:
  explicit StringSkipper(std::string_view text) : text_(text) {}

  /// Behind the string that begins at `at`, or behind its first quote.
  std::size_t Skip(std::size_t at) {
    std::size_t& endless = endless_[static_cast<unsigned char>(text_[at]) % endless_.size()];
    if (at < endless) return at + 1;
    const char quote = text_[at];
    const std::size_t last = std::min(text_.size(), at + kLongestString);
    for (std::size_t i = at + 1; i < last; ++i) {
      if (text_[i] == quote) return i + 1;
      if (quote == '`') continue;
      if (text_[i] == '\n') {
        endless = i;
        return at + 1;
      }
      if (text_[i] == '\\') ++i;
    }
    endless = last;
    return at + 1;
  }

  /// Behind `close`, which does not count within strings; kNone. Two or three `quotes`.
  std::size_t FindClose(std::size_t at, std::string_view close, std::string_view quotes) {
    const char last_quote = quotes.size() > 2 ? quotes[2] : quotes[1];
    while (at < text_.size()) {
      const char c = text_[at];
      if (c == close[0] && text_.substr(at).starts_with(close)) return at + close.size();
      at = c == quotes[0] || c == quotes[1] || c == last_quote ? Skip(at) : at + 1;
    }
    return kNone;
  }

 private:
  std::string_view text_;
  std::array<std::size_t, 128> endless_ = {};  // by quote: from before it, no string ends
};

std::size_t FindAfter(std::string_view text, std::size_t at, std::string_view close) {
  const std::size_t found = text.find(close, at);
  return found == kNone ? kNone : found + close.size();
}

class ActionFinder {
 public:
  ActionFinder(std::string_view text, TemplateDialect dialect)
      : text_(text), dialect_(dialect), strings_(text) {}

  std::vector<TemplateAction> Find() {
    for (std::size_t at = NextMark(0); at != kNone;) {
      const std::size_t end = ReadAt(at);
      at = NextMark(end == kNone ? at + 1 : end);
    }
    MergeDefinitions();
    MarkOwnLines();
    LinkBranches();
    return std::move(actions_);
  }

 private:
  bool Takes(TemplateDialect dialect) const {
    return dialect_ == dialect || dialect_ == TemplateDialect::kAuto;
  }

  std::size_t NextMark(std::size_t from) const {
    if (dialect_ == TemplateDialect::kEnvsubst) return text_.find("${", from);
    if (dialect_ == TemplateDialect::kErb) return text_.find("<%", from);
    if (dialect_ != TemplateDialect::kAuto) return text_.find('{', from);
    // Every character of every configuration passes here, and find_first_of calls for each.
    while (from < text_.size() && text_[from] != '{' && text_[from] != '<') ++from;
    return from < text_.size() ? from : kNone;
  }

  /// Reads the action at `at`; answers its end, or kNone where there is none.
  std::size_t ReadAt(std::size_t at) {
    if (at + 1 >= text_.size()) return kNone;
    const char first = text_[at];
    const char second = text_[at + 1];
    if (first == '$') return ReadVariable(at);
    if (first == '<') return second == '%' ? ReadErb(at) : kNone;
    if (second == '{') return ReadBraces(at);
    if (!Takes(TemplateDialect::kJinja)) return kNone;
    if (second == '%') return ReadJinjaTag(at);
    return second == '#' ? Put(at, FindAfter(text_, at + 2, "#}"), ActionSort::kSilent) : kNone;
  }

  std::size_t Put(std::size_t begin, std::size_t end, ActionSort sort) {
    if (end == kNone) return kNone;
    TemplateAction action;
    action.begin = static_cast<std::uint32_t>(begin);
    action.end = static_cast<std::uint32_t>(end);
    action.sort = sort;
    actions_.push_back(action);
    return end;
  }

  std::size_t ReadVariable(std::size_t at) {
    const std::size_t end = text_.find_first_of("}\n", at);
    if (end == kNone || text_[end] != '}') return kNone;
    return Put(at, end + 1, ActionSort::kValue);
  }

  std::size_t ReadErb(std::size_t at) {
    if (text_.substr(at).starts_with("<%%")) return at + 3;
    if (erb_ended_) return kNone;
    const std::size_t end = FindAfter(text_, at + 2, "%>");
    erb_ended_ = end == kNone;
    if (erb_ended_) return kNone;
    std::string_view code = text_.substr(at + 2, end - at - 4);
    while (code.starts_with('-')) code.remove_prefix(1);
    while (code.ends_with('-')) code.remove_suffix(1);
    return Put(at, end, SortOfErb(Trim(code)));
  }

  std::size_t ReadBraces(std::size_t at) {
    // `${{ }}` is an expression of a workflow, which is read behind YAML.
    if (dialect_ == TemplateDialect::kAuto && at > 0 && text_[at - 1] == '$') return kNone;
    if (braces_ended_) return kNone;
    std::string_view inside = text_.substr(at + 2);
    if (inside.starts_with('-')) inside.remove_prefix(1);
    const std::string_view code = Trim(inside.substr(0, inside.find("}}")));
    std::size_t end = kNone;
    if (code.starts_with("/*")) {
      end = FindAfter(text_, at, "*/");
      if (end != kNone) end = FindAfter(text_, end, "}}");
    } else {
      end = strings_.FindClose(at + 2, "}}", dialect_ == TemplateDialect::kJinja ? "\"'" : "\"'`");
    }
    if (end == kNone) {
      braces_ended_ = true;
      return kNone;
    }
    const bool is_jinja = dialect_ == TemplateDialect::kJinja;
    return Put(at, end, is_jinja ? ActionSort::kValue : SortOfGo(code));
  }

  std::size_t ReadJinjaTag(std::size_t at) {
    if (tags_ended_) return kNone;
    const std::size_t end = strings_.FindClose(at + 2, "%}", "\"'");
    tags_ended_ = end == kNone;
    if (tags_ended_) return kNone;
    std::string_view code = text_.substr(at + 2, end - at - 4);
    while (code.starts_with('-') || code.starts_with('+')) code.remove_prefix(1);
    while (code.ends_with('-') || code.ends_with('+')) code.remove_suffix(1);
    code = Trim(code);
    if (FirstWord(code) != "raw") return Put(at, end, SortOfJinjaTag(code));
    Put(at, end, ActionSort::kSilent);
    return SkipRaw(end);
  }

  /// To the tag that ends `{% raw %}`.
  std::size_t SkipRaw(std::size_t at) {
    const std::size_t word = text_.find("endraw", at);
    const std::size_t begin = word == kNone ? kNone : text_.rfind("{%", word);
    if (begin == kNone || begin < at) return at;
    return Put(begin, FindAfter(text_, word, "%}"), ActionSort::kSilent);
  }

  bool Defines(const TemplateAction& action) const {
    if (action.sort != ActionSort::kOpens) return false;
    std::string_view code = text_.substr(action.begin + 2, action.end - action.begin - 4);
    while (code.starts_with('-') || code.starts_with('+')) code.remove_prefix(1);
    const std::string_view word = FirstWord(Trim(code));
    return word == "define" || word == "macro";
  }

  /// A named template and all in it put nothing where they stand: they become one silent action.
  void MergeDefinitions() {
    std::vector<TemplateAction> kept;
    for (std::size_t i = 0; i < actions_.size(); ++i) {
      const std::size_t last = Defines(actions_[i]) ? EndOfBlock(i) : i;
      TemplateAction action = actions_[i];
      if (last != i) {
        action.sort = ActionSort::kSilent;
        action.end = actions_[last].end;
        i = last;
      }
      kept.push_back(action);
    }
    actions_ = std::move(kept);
  }

  /// The action that closes the block; the same where none does.
  std::size_t EndOfBlock(std::size_t open) {
    if (open < unclosed_from_) {
      std::size_t depth = 0;
      for (std::size_t i = open; i < actions_.size(); ++i) {
        if (actions_[i].sort == ActionSort::kOpens) ++depth;
        if (actions_[i].sort == ActionSort::kCloses && --depth == 0) return i;
      }
      unclosed_from_ = open;
    }
    return open;
  }

  bool BeginsLine(std::size_t at) const {
    while (at > 0 && IsBlank(text_[at - 1])) --at;
    return at == 0 || text_[at - 1] == '\n';
  }

  /// Only blanks and a comment may follow.
  bool EndsLine(std::size_t at) const {
    const std::size_t begin = at;
    while (at < text_.size() && IsBlank(text_[at])) ++at;
    if (at == text_.size() || text_[at] == '\r' || text_[at] == '\n') return true;
    return text_[at] == '#' && at > begin;
  }

  bool OnlyBlanksBetween(std::size_t begin, std::size_t end) const {
    return std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                       text_.begin() + static_cast<std::ptrdiff_t>(end), IsBlank);
  }

  /// `labels: {{- include "x" . | nindent 4 }}`: what it makes begins with a line break, and the
  /// lines below may go on with it.
  bool BreaksBehindKey(const TemplateAction& action) const {
    if (dialect_ != TemplateDialect::kGo && dialect_ != TemplateDialect::kAuto) return false;
    if (action.sort != ActionSort::kValue || !text_.substr(action.begin).starts_with("{{-"))
      return false;
    const std::string_view code = ActionCode(text_, action);
    if (ActionIndent(code) < 0 || !code.contains("nindent")) return false;
    std::size_t at = action.begin;
    while (at > 0 && IsBlank(text_[at - 1])) --at;
    return at > 0 && at < action.begin && text_[at - 1] == ':';
  }

  void MarkOwnLines() {
    for (std::size_t i = 0; i < actions_.size();) {
      std::size_t last = i;
      while (last + 1 < actions_.size() &&
             OnlyBlanksBetween(actions_[last].end, actions_[last + 1].begin)) {
        ++last;
      }
      const bool begins = BeginsLine(actions_[i].begin) || BreaksBehindKey(actions_[i]);
      const bool own = begins && EndsLine(actions_[last].end);
      for (; i <= last; ++i) actions_[i].own_line = own;
    }
  }

  void LinkBranches() {
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < actions_.size(); ++i) {
      TemplateAction& action = actions_[i];
      const bool ends = action.sort == ActionSort::kElse || action.sort == ActionSort::kCloses;
      if (ends && !open.empty()) open.pop_back();
      action.branch = open.empty() ? kNoAction : open.back();
      if (action.sort == ActionSort::kOpens || action.sort == ActionSort::kElse) open.push_back(i);
    }
  }

  std::string_view text_;
  TemplateDialect dialect_;
  StringSkipper strings_;
  std::vector<TemplateAction> actions_;
  // Where no end is left, none is looked for again: thousands of `{{` must not cost their square.
  bool braces_ended_ = false;
  bool tags_ended_ = false;
  bool erb_ended_ = false;
  std::size_t unclosed_from_ = kNone;  // behind a block without an end none is looked for
};

}  // namespace

TemplateDialect DialectOfPath(std::string_view path) {
  const std::string lower = LowerCase(path);
  const std::string_view view = lower;
  if (view.ends_with(".j2") || view.ends_with(".jinja") || view.ends_with(".jinja2")) {
    return TemplateDialect::kJinja;
  }
  if (view.ends_with(".erb")) return TemplateDialect::kErb;
  if (view.ends_with(".tpl") || view.ends_with(".gotmpl")) return TemplateDialect::kGo;
  const bool in_chart = view.starts_with("templates/") || view.contains("/templates/");
  return in_chart ? TemplateDialect::kGo : TemplateDialect::kAuto;
}

TemplateDialect DialectOf(std::string_view path, std::string_view text) {
  const TemplateDialect dialect = DialectOfPath(path);
  if (dialect != TemplateDialect::kGo || path.ends_with(".tpl")) return dialect;
  if (text.contains("<%") && text.contains("%>")) return TemplateDialect::kErb;
  // Roles of Ansible have such a folder, too.
  const bool is_jinja = text.contains("{% ") && text.contains("%}") && !text.contains(".Values");
  return is_jinja ? TemplateDialect::kJinja : dialect;
}

std::vector<TemplateAction> FindActions(std::string_view text, TemplateDialect dialect) {
  if (dialect == TemplateDialect::kNone) return {};
  return ActionFinder(text, dialect).Find();
}

std::string MaskActions(std::string_view text, const std::vector<TemplateAction>& actions) {
  std::string masked(text);
  for (const TemplateAction& action : actions) {
    std::size_t begin = action.begin;
    std::size_t end = action.end;
    char filler = action.sort == ActionSort::kSilent ? ' ' : 'x';
    if (action.own_line) {
      // Line breaks, since blanks would count as the indentation of a block scalar.
      filler = '\n';
      while (begin > 0 && IsBlank(masked[begin - 1])) --begin;
      while (end < masked.size() && IsBlank(masked[end])) ++end;
    }
    std::memset(masked.data() + begin, filler, end - begin);
  }
  return masked;
}

std::string_view ActionCode(std::string_view text, const TemplateAction& action) {
  std::string_view code = text.substr(action.begin, action.end - action.begin);
  if (code.size() < 4) return {};
  code = code.substr(2, code.size() - (code.front() == '$' ? 3 : 4));
  while (code.starts_with('-')) code.remove_prefix(1);
  while (code.ends_with('-')) code.remove_suffix(1);
  return Trim(code);
}

int ActionIndent(std::string_view code) {
  const std::size_t word = code.rfind("indent");
  if (word == kNone) return -1;
  const std::string_view rest = Trim(code.substr(word + 6));
  if (rest.starts_with('(')) return -1;
  int indent = 0;
  std::size_t digits = 0;
  while (digits < rest.size() && IsDigit(rest[digits]) && digits < 4) {
    indent = indent * 10 + (rest[digits++] - '0');
  }
  return digits == 0 ? -1 : indent;
}

}  // namespace gonogo

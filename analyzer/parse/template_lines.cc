#include "analyzer/parse/template_lines.h"

#include <algorithm>
#include <cstring>

#include "analyzer/parse/template_actions.h"

namespace gonogo {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool IsBlank(char c) { return c == ' ' || c == '\t'; }

std::string_view Trim(std::string_view text) {
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && (IsBlank(text.back()) || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

std::size_t LineBegin(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? kNone : text.rfind('\n', at - 1);
  return before == kNone ? 0 : before + 1;
}

std::size_t LineEnd(std::string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size());
}

/// The closing action of the block that `open` begins, on the same line; `open` where none is.
std::size_t EndOnLine(std::string_view text, const std::vector<TemplateAction>& actions,
                      std::size_t open) {
  const std::size_t end = LineEnd(text, actions[open].begin);
  std::size_t depth = 0;
  for (std::size_t i = open; i < actions.size() && actions[i].end <= end; ++i) {
    if (actions[i].sort == ActionSort::kOpens) ++depth;
    if (actions[i].sort == ActionSort::kCloses && --depth == 0) return i;
  }
  return open;
}

/// `value: {{ if .a }}`, with what it is in either case on the lines below.
bool FollowsKey(std::string_view text, const TemplateAction& open) {
  const std::size_t begin = LineBegin(text, open.begin);
  const std::string_view before = Trim(text.substr(begin, open.begin - begin));
  const bool alone = Trim(text.substr(open.end, LineEnd(text, open.end) - open.end)).empty();
  return alone && before.ends_with(':');
}

/// The closing action of the block that `open` begins, at the end of a line below; `open` where
/// none is near.
std::size_t EndBelow(std::string_view text, const std::vector<TemplateAction>& actions,
                     std::size_t open) {
  constexpr std::size_t kMostBytes = 2000;
  std::size_t depth = 0;
  for (std::size_t i = open; i < actions.size(); ++i) {
    if (actions[i].end - actions[open].begin > kMostBytes) return open;
    if (actions[i].sort == ActionSort::kOpens) ++depth;
    if (actions[i].sort != ActionSort::kCloses || --depth > 0) continue;
    const std::size_t end = actions[i].end;
    return Trim(text.substr(end, LineEnd(text, end) - end)).empty() ? i : open;
  }
  return open;
}

bool IsWholeLine(std::string_view text, const TemplateAction& first, const TemplateAction& last) {
  const std::size_t begin = LineBegin(text, first.begin);
  return Trim(text.substr(begin, first.begin - begin)).empty() &&
         Trim(text.substr(last.end, LineEnd(text, last.end) - last.end)).empty() &&
         !Trim(text.substr(first.end, last.begin - first.end)).empty();
}

void LinkBranches(std::vector<TemplateAction>& actions) {
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < actions.size(); ++i) {
    TemplateAction& action = actions[i];
    const bool ends = action.sort == ActionSort::kElse || action.sort == ActionSort::kCloses;
    if (ends && !open.empty()) open.pop_back();
    action.branch = open.empty() ? kNoAction : open.back();
    if (action.sort == ActionSort::kOpens || action.sort == ActionSort::kElse) open.push_back(i);
  }
}

/// One line of the masked text with something on it.
struct Line {
  std::size_t begin = kNone;
  std::size_t column = 0;
  std::string_view text;  // without blanks around it
};

/// The first below `at`; line breaks of masked actions are lines without anything.
Line LineBelow(std::string_view masked, std::size_t at) {
  for (std::size_t begin = LineEnd(masked, at) + 1; begin < masked.size();
       begin = LineEnd(masked, begin) + 1) {
    const std::string_view line = masked.substr(begin, LineEnd(masked, begin) - begin);
    const std::string_view text = Trim(line);
    if (!text.empty() && text[0] != '#') return {begin, line.find_first_not_of(" \t"), text};
  }
  return {};
}

Line LineAbove(std::string_view masked, std::size_t at) {
  std::size_t begin = LineBegin(masked, at);
  while (begin > 0) {
    const std::size_t end = begin - 1;
    begin = LineBegin(masked, end);
    const std::string_view line = masked.substr(begin, end - begin);
    const std::string_view text = Trim(line);
    if (!text.empty() && text[0] != '#') return {begin, line.find_first_not_of(" \t"), text};
  }
  return {};
}

bool IsKey(std::string_view line) { return line.ends_with(':') || line.contains(": "); }

class LinesBelow {
 public:
  LinesBelow(std::string_view text, std::string& masked) : text_(text), masked_(masked) {}

  void Keep(const TemplateAction& action) {
    if (action.sort != ActionSort::kValue || action.end - action.begin < 4) return;
    if (action.own_line) {
      if (!KeepDocument(action)) KeepBelowLine(action);
    } else {
      KeepBelowItem(action);
    }
  }

 private:
  bool KeepDocument(const TemplateAction& action) {
    const std::string_view whole = text_.substr(action.begin, action.end - action.begin);
    const std::size_t open = whole.find("}}"), close = whole.rfind("{{");
    if (open == kNone || close == kNone || close < open) return false;
    if (Trim(whole.substr(open + 2, close - open - 2)) != "---") return false;
    std::memcpy(masked_.data() + LineBegin(text_, action.begin), "---", 3);
    return true;
  }

  /// `- {{ ... }}` alone on its line.
  void KeepBelowItem(const TemplateAction& action) {
    const std::size_t begin = LineBegin(text_, action.begin);
    const std::string_view before = text_.substr(begin, action.begin - begin);
    if (!before.ends_with("- ") || Trim(before) != "-") return;
    if (!Trim(text_.substr(action.end, LineEnd(text_, action.end) - action.end)).empty()) return;
    const Line below = LineBelow(masked_, action.end);
    if (below.column == before.size() && IsKey(below.text)) masked_[action.end - 1] = ':';
  }

  void KeepBelowLine(const TemplateAction& action) {
    const std::string_view code = ActionCode(text_, action);
    const std::size_t begin = LineBegin(text_, action.begin);
    const int said = ActionIndent(code);
    const std::size_t column = said < 0 ? action.begin - begin : static_cast<std::size_t>(said);
    if (begin + column < action.begin || begin + column + 2 > action.end) return;
    if (text_.substr(begin, action.end - begin).contains('\n')) return;
    const Line above = LineAbove(masked_, begin);
    if (above.column != column || !IsKey(above.text) || above.text.ends_with(':')) return;
    const Line below = LineBelow(masked_, action.end);
    if (below.column <= column || !IsKey(below.text)) return;
    std::memset(masked_.data() + begin, ' ', column);
    std::memcpy(masked_.data() + begin + column, "x:", 2);
  }

  std::string_view text_;
  std::string& masked_;
};

}  // namespace

void JoinBlocksOfLines(std::string_view text, std::vector<TemplateAction>& actions) {
  std::vector<TemplateAction> joined;
  for (std::size_t i = 0; i < actions.size(); ++i) {
    const bool opens = actions[i].sort == ActionSort::kOpens && !actions[i].own_line;
    std::size_t last = opens ? EndOnLine(text, actions, i) : i;
    const bool below = opens && last == i && FollowsKey(text, actions[i]);
    if (below) last = EndBelow(text, actions, i);
    joined.push_back(actions[i]);
    if (last == i || (!below && !IsWholeLine(text, actions[i], actions[last]))) continue;
    joined.back().sort = ActionSort::kValue;
    joined.back().own_line = !below;
    joined.back().end = actions[last].end;
    i = last;
  }
  if (joined.size() == actions.size()) return;
  LinkBranches(joined);
  actions = std::move(joined);
}

void KeepLinesBelow(std::string_view text, const std::vector<TemplateAction>& actions,
                    std::string& masked) {
  LinesBelow lines(text, masked);
  for (const TemplateAction& action : actions) lines.Keep(action);
}

}  // namespace gonogo

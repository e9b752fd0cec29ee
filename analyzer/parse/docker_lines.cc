#include "analyzer/parse/docker_lines.h"

#include <algorithm>

#include "analyzer/base/ascii.h"
#include "analyzer/parse/text_scanner.h"
#include "analyzer/parse/word_line.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostHeredocs = 100;  // of one instruction

struct HeredocMark {
  std::string name;
  bool strips_tabs = false;
};

/// The marks of `<<EOF`, `<<-"EOF"` in a line; `<<<` is none.
std::vector<HeredocMark> HeredocMarks(std::string_view line) {
  std::vector<HeredocMark> marks;
  std::size_t at = 0;
  while (marks.size() < kMostHeredocs && (at = line.find("<<", at)) != line.npos) {
    at += 2;
    if (line.substr(at).starts_with('<')) {
      at = std::min(line.find_first_not_of('<', at), line.size());
      continue;
    }
    HeredocMark mark;
    if (line.substr(at).starts_with('-')) {
      mark.strips_tabs = true;
      ++at;
    }
    const bool quoted = at < line.size() && (line[at] == '"' || line[at] == '\'');
    if (quoted) ++at;
    const std::size_t begin = at;
    while (at < line.size() && (IsLetter(line[at]) || IsDigit(line[at]) || line[at] == '_')) ++at;
    mark.name = line.substr(begin, at - begin);
    if (!mark.name.empty() && !IsDigit(mark.name.front())) marks.push_back(std::move(mark));
  }
  return marks;
}

class DockerCutter {
 public:
  explicit DockerCutter(std::string_view text) : text_(text) { lines_.masked = text; }

  DockerLines Cut() && {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
    while (at_ < text_.size()) TakeLine();
    return std::move(lines_);
  }

 private:
  std::uint32_t BehindBlanks(std::uint32_t at, std::uint32_t end) const {
    while (at < end && IsInlineSpace(text_[at])) ++at;
    return at;
  }

  void TakeLine() {
    std::uint32_t next = at_;
    const std::uint32_t end = EndOfLine(text_, at_, next);
    const std::uint32_t begin = BehindBlanks(at_, end);
    if (begin == end) {
      at_ = next;
      in_directives_ = false;
    } else if (text_[begin] == '#') {
      TakeComment(begin, end);
      at_ = next;
    } else {
      in_directives_ = false;
      TakeInstruction(begin);
    }
  }

  /// `# escape=` counts only at the very top, before any other comment.
  void TakeComment(std::uint32_t begin, std::uint32_t end) {
    lines_.comments.push_back({begin, end});
    if (!in_directives_) return;
    std::string line;
    for (const char c : text_.substr(begin + 1, end - begin - 1)) {
      if (!IsInlineSpace(c)) line += LowerCase(c);
    }
    const std::size_t sign = line.find('=');
    in_directives_ =
        sign != line.npos && sign > 0 &&
        std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(sign), IsLetter);
    if (!in_directives_) return;
    lines_.directives.push_back({begin, end});
    if (line == "escape=`") escape_ = '`';
  }

  bool IsContinued(std::uint32_t begin, std::uint32_t end) const {
    while (end > begin && IsInlineSpace(text_[end - 1])) --end;
    return end > begin && text_[end - 1] == escape_;
  }

  void Blank(std::uint32_t begin, std::uint32_t end) {
    std::fill(lines_.masked.begin() + begin, lines_.masked.begin() + end, ' ');
  }

  void TakeInstruction(std::uint32_t begin) {
    DockerInstruction made;
    std::uint32_t end = ReadContinued(begin);
    std::uint32_t name_end = begin;
    while (name_end < end && !IsAnySpace(lines_.masked[name_end])) ++name_end;
    made.name = {begin, name_end};
    std::uint32_t rest = name_end;
    while (rest < end && IsAnySpace(lines_.masked[rest])) ++rest;
    while (end > rest && IsAnySpace(lines_.masked[end - 1])) --end;
    made.rest = {rest, std::max(rest, end)};
    const std::string name = UpperCase(text_.substr(begin, name_end - begin));
    if (name == "RUN" || name == "COPY" || name == "ADD") TakeHeredocs(made);
    lines_.instructions.push_back(std::move(made));
  }

  /// Behind the last of the lines that begin at `begin`; at_ is behind its break.
  std::uint32_t ReadContinued(std::uint32_t begin) {
    std::uint32_t next = begin;
    std::uint32_t end = EndOfLine(text_, begin, next);
    while (IsContinued(begin, end) && next < text_.size()) {
      std::uint32_t mark = end;
      while (text_[mark - 1] != escape_) --mark;
      Blank(mark - 1, next);
      SkipComments(next);
      begin = next;
      end = EndOfLine(text_, begin, next);
    }
    at_ = next;
    return end;
  }

  /// Comments and empty lines between continued ones.
  void SkipComments(std::uint32_t& next) {
    while (next < text_.size()) {
      const std::uint32_t line = next;
      std::uint32_t behind = line;
      const std::uint32_t end = EndOfLine(text_, line, behind);
      const std::uint32_t begin = BehindBlanks(line, end);
      if (begin < end && text_[begin] != '#') return;
      if (begin < end) lines_.comments.push_back({begin, end});
      Blank(line, behind);
      next = behind;
    }
  }

  void TakeHeredocs(DockerInstruction& made) {
    const std::string_view rest =
        std::string_view(lines_.masked).substr(made.rest.begin, made.rest.end - made.rest.begin);
    for (const HeredocMark& mark : HeredocMarks(rest)) {
      DockerHeredoc heredoc;
      heredoc.text = {at_, at_};
      heredoc.unclosed = true;
      while (heredoc.unclosed && at_ < text_.size()) {
        std::uint32_t next = at_;
        const std::uint32_t end = EndOfLine(text_, at_, next);
        std::string_view line = text_.substr(at_, end - at_);
        while (mark.strips_tabs && line.starts_with('\t')) line.remove_prefix(1);
        heredoc.unclosed = line != mark.name;
        if (heredoc.unclosed) heredoc.text.end = next;
        at_ = next;
      }
      made.heredocs.push_back(heredoc);
    }
  }

  std::string_view text_;
  DockerLines lines_;
  std::uint32_t at_ = 0;
  char escape_ = '\\';
  bool in_directives_ = true;
};

}  // namespace

DockerLines CutDockerfile(std::string_view text) { return DockerCutter(text).Cut(); }

std::string UpperCase(std::string_view name) {
  std::string upper(name);
  for (char& c : upper) {
    if (IsLower(c)) c = static_cast<char>(c - 'a' + 'A');
  }
  return upper;
}

}  // namespace gonogo

#include "analyzer/filter/comment_scan.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "analyzer/base/ascii.h"

namespace gonogo {
namespace {

// How far back an open block comment is looked for, and forward its end. Bounds the cost for each
// suppression.
constexpr std::uint64_t kReach = 2048;

bool IsBlank(char c) { return c == ' ' || c == '\t'; }

bool IsWord(char c) { return IsLetter(c) || (c >= '0' && c <= '9') || c == '_'; }

/// Nothing but blanks and the brackets in which JSX puts its comments.
bool IsEmpty(std::string_view code) { return code.find_first_not_of(" \t{}") == code.npos; }

/// Kinds that stand for many languages, whose leaders are common marks in prose.
bool IsVague(FileKind kind) {
  return kind == FileKind::kUnknown || kind == FileKind::kTemplate || kind == FileKind::kText ||
         kind == FileKind::kAssembly;
}

/// The end of a string on its line, or npos where the quote opens none: an apostrophe, a lifetime,
/// the end of a string of several lines.
std::size_t StringEnd(std::string_view line, std::size_t open) {
  for (std::size_t i = open + 1; i < line.size(); ++i) {
    if (line[i] == '\\') {
      ++i;
    } else if (line[i] == line[open]) {
      return i;
    }
  }
  return line.npos;
}

/// don't and 1'000 hold apostrophes; b'..' and u8'..' are strings.
bool IsApostrophe(std::string_view line, std::size_t at) {
  if (line[at] != '\'' || at == 0 || !IsWord(line[at - 1])) return false;
  std::size_t word = at;
  while (word > 0 && at - word < 4 && IsWord(line[word - 1])) --word;
  const std::string_view prefix = line.substr(word, at - word);
  return prefix.size() > 2 || prefix.find_first_not_of("bBfFlLrRuU8") != prefix.npos;
}

/// Where `mark` begins for the last time, or npos. Finds its last byte first: rfind compares at
/// every place, which shows where every line is searched.
std::size_t LastOf(std::string_view text, std::string_view mark) {
  while (text.size() >= mark.size()) {
    const void* last = memrchr(text.data(), mark.back(), text.size());
    if (last == nullptr) break;
    text =
        text.substr(0, static_cast<std::size_t>(static_cast<const char*>(last) - text.data()) + 1);
    if (text.ends_with(mark)) return text.size() - mark.size();
    text.remove_suffix(1);
  }
  return text.npos;
}

/// Reads strings on one line; remembers quotes that find no partner, so that a line costs no more
/// than its length.
class StringReader {
 public:
  /// The last byte of the string that opens at `at`; `at` where none does.
  std::size_t Skip(std::string_view line, std::size_t at) {
    const std::size_t quote = std::string_view("\"'`").find(line[at]);
    if (quote == std::string_view::npos || unpaired_[quote] || IsApostrophe(line, at)) return at;
    const std::size_t end = StringEnd(line, at);
    unpaired_[quote] = end == line.npos;
    return end == line.npos ? at : end;
  }

 private:
  std::array<bool, 3> unpaired_{};
};

}  // namespace

CommentScan::CommentScan(std::string_view text, const LineIndex& lines, FileKind kind)
    : text_(text), lines_(lines), kind_(kind), syntax_(InfoOf(kind).comments) {}

bool CommentScan::OpensBlock(std::string_view line, std::size_t at) const {
  return !syntax_.block_open.empty() && line.substr(at).starts_with(syntax_.block_open);
}

/// The length of the leader of a line comment at `at`, or 0.
std::size_t CommentScan::LineLeaderAt(std::string_view line, std::size_t at) const {
  for (const std::string_view leader : syntax_.line) {
    if (!line.substr(at).starts_with(leader)) continue;
    const char before = at == 0 ? ' ' : line[at - 1];
    const char after = at + leader.size() < line.size() ? line[at + leader.size()] : ' ';
    const bool word = IsLetter(leader.front());
    if ((word || IsVague(kind_)) && !IsBlank(before)) continue;
    if (word && IsWord(after)) continue;
    // Colour values, $#, ${x#y}, a#b are no comments; nor is what follows the scheme of a URL.
    if (leader == "#" && !std::string_view(" \t;(){}[],\"'").contains(before)) continue;
    if (leader == "//" && before == ':') continue;
    return leader.size();
  }
  return 0;
}

Comment CommentScan::BlockComment(std::uint64_t body, std::uint64_t line_end, bool alone) const {
  const std::string_view rest = text_.substr(body, line_end - body);
  if (const std::size_t close = rest.find(syntax_.block_close); close != rest.npos) {
    return {{body, body + close}, body + close + syntax_.block_close.size(), alone};
  }
  const std::string_view beyond = text_.substr(line_end, kReach);
  const std::size_t close = beyond.find(syntax_.block_close);
  const std::uint64_t end =
      close == beyond.npos ? line_end : line_end + close + syntax_.block_close.size();
  return {{body, line_end}, end, alone};
}

std::vector<Comment> CommentScan::Scan(std::uint32_t number, bool in_block) const {
  const std::string_view line = lines_.Line(number);
  const std::uint64_t begin = lines_.LineStart(number);
  const std::uint64_t line_end = begin + line.size();
  std::vector<Comment> comments;
  std::size_t code = 0;  // where what is no comment begins
  if (in_block) {
    comments.push_back(BlockComment(begin, line_end, true));
    if (comments.back().end >= line_end) return comments;
    code = comments.back().end - begin;
  }
  StringReader strings;
  bool empty = true;
  for (std::size_t i = code; i < line.size(); ++i) {
    if (OpensBlock(line, i)) {
      empty = empty && IsEmpty(line.substr(code, i - code));
      comments.push_back(BlockComment(begin + i + syntax_.block_open.size(), line_end, empty));
      if (comments.back().end >= line_end) return comments;
      code = comments.back().end - begin;
      i = code - 1;
      continue;
    }
    if (const std::size_t leader = LineLeaderAt(line, i); leader > 0) {
      empty = empty && IsEmpty(line.substr(code, i - code));
      comments.push_back({{begin + i + leader, line_end}, line_end, empty});
      return comments;
    }
    // A notebook's code stands in JSON strings, a line of code in each.
    if (kind_ != FileKind::kJupyter) i = strings.Skip(line, i);
  }
  return comments;
}

bool CommentScan::StartsInBlock(std::uint32_t number) const {
  if (syntax_.block_open.empty() || number == 1) return false;
  const std::uint64_t begin = lines_.LineStart(number);
  const std::uint64_t reach = std::min(begin, kReach);
  const std::string_view before = text_.substr(begin - reach, reach);
  const std::size_t open = LastOf(before, syntax_.block_open);
  if (open == before.npos) return false;
  const std::uint64_t open_at = begin - reach + open;
  const std::size_t close = before.find(syntax_.block_close, open + syntax_.block_open.size());
  if (close != before.npos) return false;
  // The mark counts where it opens a comment on its own line, not within a string or another
  // comment.
  const std::uint32_t open_line = lines_.At(open_at).line;
  if (lines_.Line(open_line).size() > kReach) return true;
  const std::vector<Comment> comments = Scan(open_line, false);
  return !comments.empty() && comments.back().body.begin == open_at + syntax_.block_open.size();
}

std::vector<Comment> CommentScan::On(std::uint32_t line) const {
  if (syntax_.line.empty() && syntax_.block_open.empty()) return {};
  return Scan(line, StartsInBlock(line));
}

bool CommentScan::IsCommentLine(std::uint32_t number) const {
  std::string_view line = lines_.Line(number);
  line.remove_prefix(std::min(line.find_first_not_of(" \t{"), line.size()));
  if (line.empty()) return false;
  if (OpensBlock(line, 0)) {
    const std::size_t close = line.find(syntax_.block_close, syntax_.block_open.size());
    return close == line.npos || IsEmpty(line.substr(close + syntax_.block_close.size()));
  }
  if (LineLeaderAt(line, 0) > 0) return true;
  return syntax_.block_open == "/*" && line.front() == '*';
}

}  // namespace gonogo

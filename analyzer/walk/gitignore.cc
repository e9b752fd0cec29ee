// Nearly all patterns of real ignore files are a name (`build`), a path (`/out/gen.c`) or a suffix
// (`*.o`). Those three go into sorted tables, so a file with thousands of them answers in a few
// comparisons; sorted, not hashed, because the tree is hostile and could choose names that collide.
// What is left is tried one by one from the last to the first, and only as long as a later pattern
// than the best so far could win.
#include "analyzer/walk/gitignore.h"

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/walk/wild_match.h"

namespace gonogo {
namespace {

// Enough for thousands of ordinary wildcards; 100,000 files against hostile ones still take
// seconds, not days.
constexpr std::uint64_t kStepsPerQuestion = 100'000;
/// What a look for a word costs.
constexpr std::uint64_t kBytesPerStep = 16;
constexpr std::size_t kLongestWord = 32;

/// Place of a pattern in its file, counted from 1, and whether it negates: the greater one has the
/// last word.
using Rank = std::uint32_t;

Rank RankOf(std::uint32_t index, bool negated) { return (index + 1) * 2 + (negated ? 1 : 0); }

struct PatternLine {
  std::string_view text;  // without `!` and without the slash that asks for a directory
  bool negated = false;
  bool only_directories = false;
  bool names_path = false;  // holds a slash, so it is matched against the whole path
};

/// Blanks at the end do not count unless a backslash protects them.
std::string_view WithoutTrailingBlanks(std::string_view line) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool escaped = line[i] == '\\';
    if (escaped) ++i;
    if (i == line.size()) return line;
    if (escaped || line[i] != ' ') end = i + 1;
  }
  return line.substr(0, end);
}

std::optional<PatternLine> ReadLine(std::string_view line) {
  if (line.starts_with('#')) return std::nullopt;
  if (line.ends_with('\r')) line.remove_suffix(1);
  line = line.substr(0, line.find('\0'));
  line = WithoutTrailingBlanks(line);
  PatternLine pattern;
  pattern.negated = line.starts_with('!');
  if (pattern.negated) line.remove_prefix(1);
  pattern.only_directories = line.ends_with('/');
  if (pattern.only_directories) line.remove_suffix(1);
  if (line.empty()) return std::nullopt;
  pattern.names_path = line.find('/') != std::string_view::npos;
  if (line.starts_with('/')) line.remove_prefix(1);
  pattern.text = line;
  return pattern;
}

/// Keys of patterns that hold no wildcard, each with the last pattern that has it.
class LiteralTable {
 public:
  void Add(std::string_view key, Rank rank, bool only_directories) {
    rows_.push_back({key, only_directories ? 0 : rank, rank});
  }

  /// Sorts, and keeps one row a key. Nothing is added afterwards.
  void Seal() {
    std::sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.key < b.key; });
    std::vector<Row> merged;
    for (const Row& row : rows_) {
      if (merged.empty() || merged.back().key != row.key) merged.push_back({row.key, 0, 0});
      merged.back().any = std::max(merged.back().any, row.any);
      merged.back().directory = std::max(merged.back().directory, row.directory);
    }
    merged.shrink_to_fit();
    rows_ = std::move(merged);
  }

  Rank Find(std::string_view key, bool is_directory) const {
    const auto at =
        std::lower_bound(rows_.begin(), rows_.end(), key,
                         [](const Row& row, std::string_view k) { return row.key < k; });
    if (at == rows_.end() || at->key != key) return 0;
    return is_directory ? at->directory : at->any;
  }

  bool empty() const { return rows_.empty(); }

 private:
  struct Row {
    std::string_view key;
    Rank any = 0;        // for entries of every type
    Rank directory = 0;  // for directories
  };
  std::vector<Row> rows_;
};

/// `*literal`, one table for each length of the literal.
class SuffixTable {
 public:
  void Add(std::string_view suffix, Rank rank, bool only_directories) {
    if (suffix.size() >= tables_.size()) tables_.resize(suffix.size() + 1);
    tables_[suffix.size()].Add(suffix, rank, only_directories);
    if (!suffix.empty()) last_bytes_.set(static_cast<unsigned char>(suffix.back()));
  }

  void Seal() {
    for (std::size_t length = 0; length < tables_.size(); ++length) {
      tables_[length].Seal();
      if (!tables_[length].empty()) lengths_.push_back(length);
    }
  }

  Rank Find(std::string_view name, bool is_directory) const {
    Rank best = 0;
    const bool possible =
        !name.empty() && last_bytes_.test(static_cast<unsigned char>(name.back()));
    for (const std::size_t length : lengths_) {
      if (length > name.size() || (length > 0 && !possible)) break;
      best = std::max(best, tables_[length].Find(name.substr(name.size() - length), is_directory));
    }
    return best;
  }

  bool empty() const { return lengths_.empty(); }

 private:
  std::vector<LiteralTable> tables_;
  std::vector<std::size_t> lengths_;  // ascending
  std::bitset<256> last_bytes_;
};

struct Wildcard {
  std::string_view prefix;  // literal; git matches what follows as a pattern of its own
  std::string_view rest;
  Rank rank = 0;
  bool only_directories = false;
  bool names_path = false;
  std::string_view word;  // which all that match contain; the longest that the pattern says plainly
};

/// The longest run without wildcards and slashes; of a pattern with sets or backslashes none.
std::string_view PlainWord(std::string_view pattern) {
  if (pattern.find_first_of("[\\") != pattern.npos) return "";
  std::string_view longest;
  while (!pattern.empty()) {
    const std::size_t end = std::min(pattern.find_first_of("*?/"), pattern.size());
    if (end > longest.size()) longest = pattern.substr(0, std::min(end, kLongestWord));
    pattern.remove_prefix(std::min(end + 1, pattern.size()));
  }
  return longest;
}

WildAnswer Try(const Wildcard& wildcard, std::string_view path, std::string_view name,
               std::uint64_t& steps) {
  std::string_view subject = wildcard.names_path ? path : name;
  if (!subject.starts_with(wildcard.prefix)) return WildAnswer::kNoMatch;
  steps -= std::min<std::uint64_t>(steps, subject.size() / kBytesPerStep);
  if (!subject.contains(wildcard.word)) return WildAnswer::kNoMatch;
  subject.remove_prefix(wildcard.prefix.size());
  return WildMatch(wildcard.rest, subject, steps);
}

constexpr std::size_t kLongestName = 255;  // of one component, on every file system of Linux

}  // namespace

struct GitIgnore::Patterns {
  std::string text;  // all views point into it
  LiteralTable names;
  LiteralTable paths;
  SuffixTable suffixes;
  std::vector<Wildcard> wildcards;

  void Add(const PatternLine& line, std::uint32_t index) {
    const Rank rank = RankOf(index, line.negated);
    const std::size_t literal = LiteralPrefix(line.text);
    const bool only_star =
        !line.text.empty() && LiteralPrefix(line.text.substr(1)) + 1 == line.text.size();
    if (literal == line.text.size()) {
      (line.names_path ? paths : names).Add(line.text, rank, line.only_directories);
    } else if (!line.names_path && line.text[0] == '*' && only_star) {
      if (line.text.size() - 1 > kLongestName) return;
      suffixes.Add(line.text.substr(1), rank, line.only_directories);
    } else {
      wildcards.push_back({line.text.substr(0, literal), line.text.substr(literal), rank,
                           line.only_directories, line.names_path,
                           PlainWord(line.text.substr(literal))});
    }
  }
};

GitIgnore::GitIgnore(std::string_view text) : patterns_(std::make_unique<Patterns>()) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  patterns_->text = text;
  std::string_view rest = patterns_->text;
  for (std::uint32_t index = 0; !rest.empty(); ++index) {
    const std::size_t end = rest.find('\n');
    if (const auto line = ReadLine(rest.substr(0, end))) patterns_->Add(*line, index);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  patterns_->names.Seal();
  patterns_->paths.Seal();
  patterns_->suffixes.Seal();
}

GitIgnore::~GitIgnore() = default;
GitIgnore::GitIgnore(GitIgnore&&) noexcept = default;
GitIgnore& GitIgnore::operator=(GitIgnore&&) noexcept = default;

std::optional<std::uint32_t> GitIgnore::LastRank(std::string_view path, bool is_directory) const {
  const std::string_view name = path.substr(path.rfind('/') + 1);  // npos + 1 is 0
  Rank best = std::max({patterns_->names.Find(name, is_directory),
                        patterns_->paths.Find(path, is_directory),
                        patterns_->suffixes.Find(name, is_directory)});
  std::uint64_t steps = kStepsPerQuestion;
  const std::vector<Wildcard>& wildcards = patterns_->wildcards;
  for (auto at = wildcards.rbegin(); at != wildcards.rend() && at->rank > best; ++at) {
    if (steps == 0) return std::nullopt;
    --steps;
    if (at->only_directories && !is_directory) continue;
    const WildAnswer answer = Try(*at, path, name, steps);
    if (answer == WildAnswer::kTooCostly) return std::nullopt;
    if (answer == WildAnswer::kMatch) best = at->rank;
  }
  return best;
}

IgnoreAnswer GitIgnore::Ask(std::string_view path, bool is_directory) const {
  const auto rank = LastRank(path, is_directory);
  if (!rank) return IgnoreAnswer::kTooCostly;
  if (*rank == 0) return IgnoreAnswer::kSilent;
  return *rank % 2 == 1 ? IgnoreAnswer::kKept : IgnoreAnswer::kIgnored;
}

bool GitIgnore::Covers(std::string_view file_path) const {
  const auto own = LastRank(file_path, false);
  if (!own) return false;
  Rank last = *own;
  for (std::size_t slash = file_path.find('/'); slash != file_path.npos;
       slash = file_path.find('/', slash + 1)) {
    last = std::max(last, LastRank(file_path.substr(0, slash), true).value_or(0));
  }
  return last != 0 && last % 2 == 0;
}

bool GitIgnore::empty() const {
  return patterns_->names.empty() && patterns_->paths.empty() && patterns_->suffixes.empty() &&
         patterns_->wildcards.empty();
}

}  // namespace gonogo

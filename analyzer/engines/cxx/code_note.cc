#include "analyzer/engines/cxx/code_note.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/cxx/code_literals.h"
#include "analyzer/engines/cxx/code_text.h"
#include "analyzer/engines/cxx/include_index.h"

namespace gonogo {
namespace {

constexpr std::array<std::string_view, 12> kHeaderEndings = {
    ".h", ".hh", ".hpp", ".hxx", ".h++", ".inl", ".ipp", ".tpp", ".tcc", ".txx", ".inc", ".cuh"};
constexpr std::string_view kConnect = "connect";

/// Words of the scan's own, in this order; the first is of no include. Names of counters follow.
constexpr std::array<std::string_view, 3> kOwnWords = {"main", "include", "include_next"};
constexpr std::size_t kMain = 0;
/// Between what says that something failed and the sleep behind it.
constexpr std::size_t kFailureBeforeSleep = 500;
constexpr std::size_t kMostIncludes = 10'000;
constexpr std::size_t kLongestInclude = 400;

bool IsBlank(char c) { return c == ' ' || c == '\t'; }

std::vector<std::string> WithOwnWords(std::vector<std::string> words) {
  words.insert(words.end(), kOwnWords.begin(), kOwnWords.end());
  words.insert(words.end(), kCounterNames.begin(), kCounterNames.end());
  return words;
}

/// Whether only blanks stand between the start of the line and `at`.
bool BeginsLine(std::string_view text, std::size_t at) {
  while (at > 0 && IsBlank(text[at - 1])) --at;
  return at == 0 || text[at - 1] == '\n' || text[at - 1] == '\r';
}

std::string_view SkipBlanks(std::string_view text) {
  const std::size_t at = text.find_first_not_of(" \t");
  return at == std::string_view::npos ? "" : text.substr(at);
}

/// The word stands at `at`; nothing where it is of no directive.
void AddInclude(std::string_view text, std::size_t at, std::vector<WrittenInclude>& includes) {
  std::size_t hash = at;
  while (hash > 0 && IsBlank(text[hash - 1])) --hash;
  const bool directive = hash > 0 && text[hash - 1] == '#' && BeginsLine(text, hash - 1);
  if (!directive || includes.size() >= kMostIncludes) return;
  std::string_view line = text.substr(at);
  while (!line.empty() && IsIdentifierByte(line[0])) line.remove_prefix(1);
  line = SkipBlanks(line);
  if (line.empty() || (line[0] != '"' && line[0] != '<')) return;
  const bool angled = line[0] == '<';
  line = line.substr(1, kLongestInclude);
  const std::size_t end = line.find_first_of(angled ? ">\n" : "\"\n");
  if (end == std::string_view::npos || end == 0 || line[end] == '\n') return;
  includes.push_back({line.substr(0, end), angled});
}

/// What was read of a file's text outlives it.
void KeepSpellings(CodeNote& note) {
  std::size_t size = 0;
  for (const WrittenInclude& include : note.includes) size += include.spelled.size();
  if (size == 0) return;
  auto bytes = std::make_shared_for_overwrite<char[]>(size);
  char* end = bytes.get();
  for (WrittenInclude& include : note.includes) {
    char* const begin = end;
    end = std::ranges::copy(include.spelled, begin).out;
    include.spelled = {begin, end};
  }
  note.spellings = std::move(bytes);
}

/// A definition of main, not of a method or a macro of that name: the word, then "(", at the start
/// of a line or behind a type.
bool HasMain(std::string_view text) {
  for (std::size_t at = text.find("main"); at != std::string_view::npos;
       at = text.find("main", at + 4)) {
    const bool begins = at == 0 || (!IsIdentifierByte(text[at - 1]) && text[at - 1] != '.' &&
                                    text[at - 1] != ':' && text[at - 1] != '>');
    const std::string_view after = SkipBlanks(text.substr(at + 4));
    if (!begins || after.empty() || after[0] != '(') continue;
    const std::size_t line = text.rfind('\n', at) + 1;
    const std::string_view before = text.substr(line, at - line);
    if (before.find_first_of("/*#=\"(;") == std::string_view::npos && !SkipBlanks(before).empty())
      return true;
    if (before.empty()) return true;
  }
  return false;
}

/// Whether a place is in a #define, or in a line that continues one.
bool IsInMacro(std::string_view text, std::size_t at) {
  constexpr unsigned kMostLines = 500;
  for (unsigned lines = 0; lines < kMostLines; ++lines) {
    const std::size_t line = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    std::string_view before = line > 1 ? text.substr(0, line - 1) : "";
    if (before.ends_with('\r')) before.remove_suffix(1);
    if (!before.ends_with('\\')) {
      const std::string_view start = SkipBlanks(text.substr(line));
      return start.starts_with('#') && SkipBlanks(start.substr(1)).starts_with("define");
    }
    at = line - 1;
  }
  return false;
}

/// `retries++`, `tc->retries += 1`, `if (++attempts < 5)`: the name at `at` is stepped by one.
bool IsCountedAt(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && IsIdentifierByte(text[end])) ++end;
  const std::string_view after = SkipBlanks(text.substr(end));
  if (after.starts_with("++") || after.starts_with("--")) return true;
  if (after.starts_with("+=") || after.starts_with("-=")) return true;
  const auto is_of_name = [](char c) {
    return IsIdentifierByte(c) || c == '.' || c == '>' || c == ':';
  };
  // The arrow of `--link->retries` begins with a sign too.
  while (at > 0 && (is_of_name(text[at - 1]) || (text[at - 1] == '-' && text[at] == '>'))) --at;
  const std::string_view before = text.substr(0, at);
  return before.ends_with("++") || before.ends_with("--");
}

bool IsOfPath(char c) { return IsIdentifierByte(c) || c == ':'; }

/// Calls `visit` with each name before a "(" in one line, as it is qualified there.
template <class Visit>
void VisitCalled(std::string_view line, Visit visit) {
  for (std::size_t open = line.find('('); open != std::string_view::npos;
       open = line.find('(', open + 1)) {
    std::size_t end = open;
    while (end > 0 && IsBlank(line[end - 1])) --end;
    std::size_t begin = end;
    while (begin > 0 && IsOfPath(line[begin - 1])) --begin;
    if (begin < end) visit(line.substr(begin, end - begin));
  }
}

/// The owner's name and the own one; the first is empty where nothing owns it.
std::pair<std::string_view, std::string_view> OwnerAndName(std::string_view path) {
  const std::size_t own = path.rfind("::");
  if (own == std::string_view::npos) return {"", path};
  const std::string_view before = path.substr(0, own);
  const std::size_t owner = before.rfind("::");
  return {owner == std::string_view::npos ? before : before.substr(owner + 2),
          path.substr(own + 2)};
}

/// The names before a "(" in lines that begin at their first column and end with a semicolon, or do
/// not.
std::vector<std::size_t> NamedInLines(std::string_view text, const std::vector<std::string>& names,
                                      bool ends) {
  std::unordered_multimap<std::string_view, std::size_t> wanted;
  for (std::size_t i = 0; i < names.size(); ++i) wanted.emplace(OwnerAndName(names[i]).second, i);
  std::vector<std::size_t> defined;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? "" : text.substr(end + 1);
    while (!line.empty() && (IsBlank(line.back()) || line.back() == '\r')) line.remove_suffix(1);
    if (line.empty() || (line.back() == ';') != ends || !IsIdentifierByte(line[0])) continue;
    VisitCalled(line, [&](std::string_view path) {
      const auto [owner, own] = OwnerAndName(path);
      const auto [first, last] = wanted.equal_range(own);
      for (auto at = first; at != last; ++at) {
        if (owner.empty() || owner == OwnerAndName(names[at->second]).first)
          defined.push_back(at->second);
      }
    });
  }
  std::ranges::sort(defined);
  defined.erase(std::ranges::unique(defined).begin(), defined.end());
  return defined;
}

/// `int Daemon::loop()` in a line that begins at its first column.
bool DefinesMethod(std::string_view line) {
  if (line.empty() || !IsIdentifierByte(line[0])) return false;
  const std::size_t open = line.find('(');
  const std::size_t owner = line.substr(0, open).find("::");
  if (open == std::string_view::npos || owner == std::string_view::npos || owner == 0) return false;
  const bool named = IsIdentifierByte(line[owner - 1]) && owner + 2 < open &&
                     (IsIdentifierByte(line[owner + 2]) || line[owner + 2] == '~');
  return named && line.substr(0, open).find_first_of(";\"'=#/") == std::string_view::npos;
}

CodeNote EmptyNoteOf(const SourceFile& file) {
  CodeNote note;
  note.path = file.path;
  note.kind = file.kind;
  note.role = file.role;
  note.is_header = IsHeaderName(file.path);
  return note;
}

}  // namespace

bool IsCodeKind(FileKind kind) { return kind == FileKind::kC || kind == FileKind::kCpp; }

bool IsHeaderName(std::string_view path) {
  return std::ranges::any_of(kHeaderEndings,
                             [path](std::string_view end) { return path.ends_with(end); });
}

std::vector<std::size_t> DefinedIn(std::string_view text, const std::vector<std::string>& names) {
  return NamedInLines(text, names, false);
}

std::vector<std::size_t> DeclaredIn(std::string_view text, const std::vector<std::string>& names) {
  return NamedInLines(text, names, true);
}

bool IsCppByAnotherName(std::string_view text, const CodeNote& note) {
  if (note.kind != FileKind::kC || note.is_header) return false;
  constexpr std::array<std::string_view, 16> kOfCpp = {
      "string",  "vector", "map",   "list",       "memory", "algorithm", "iostream", "sstream",
      "fstream", "thread", "mutex", "functional", "set",    "utility",   "chrono",   "cstring"};
  const bool includes = std::ranges::any_of(note.includes, [&](const WrittenInclude& one) {
    return one.angled && std::ranges::find(kOfCpp, one.spelled) != kOfCpp.end();
  });
  if (includes) return true;
  unsigned methods = 0;
  for (std::size_t at = text.find("::"); at != std::string_view::npos && methods < 2;
       at = text.find("::", at + 2)) {
    const std::size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    const std::size_t end = text.find('\n', at);
    if (DefinesMethod(text.substr(begin, end - begin))) ++methods;
  }
  return methods >= 2;
}

bool SpeaksOfConnecting(std::string_view text) {
  constexpr auto kRetries =
      std::to_array<std::string_view>({"econnecting", "econnect ", "retry", "Retry", "RETRY",
                                       "retries", "try again", "trying again"});
  const auto says = [&](std::string_view word) { return text.find(word) != text.npos; };
  if (std::ranges::any_of(kRetries, says)) return true;
  constexpr std::string_view kStem = "onnect";
  for (std::size_t at = text.find(kStem); at != std::string_view::npos;
       at = text.find(kStem, at + kStem.size())) {
    const std::string_view rest = text.substr(at + kStem.size());
    if (rest.starts_with("ed") || rest.starts_with("ion") || rest.starts_with("ing") ||
        rest.starts_with("or"))
      continue;
    const bool begins = at > 0 && (text[at - 1] == 'c' || text[at - 1] == 'C');
    if (!begins || (at > 3 && text.substr(at - 4, 3) == "dis")) continue;
    const auto* const end = std::find_if_not(rest.begin(), rest.end(), IsIdentifierByte);
    if (end != rest.end() && *end == '(') return true;
  }
  return false;
}

/// Whether something is called that sleeps, by whatever name: `os::Sleep(5)`, `my_sleep(3)`.
bool CallsSleep(std::string_view text) {
  constexpr std::string_view kStem = "leep";
  for (std::size_t at = text.find(kStem); at != std::string_view::npos;
       at = text.find(kStem, at + kStem.size())) {
    if (at == 0 || (text[at - 1] != 's' && text[at - 1] != 'S')) continue;
    const std::string_view rest = text.substr(at + kStem.size());
    const auto* const end = std::find_if_not(rest.begin(), rest.end(), IsIdentifierByte);
    const auto* const next = std::find_if_not(end, rest.end(), [](char c) { return c == ' '; });
    if (next != rest.end() && *next == '(') return true;
  }
  return false;
}

/// Whether something is called that says that it reconnects.
bool ReconnectsIn(std::string_view text) {
  constexpr std::string_view kStem = "econnect";
  for (std::size_t at = text.find(kStem); at != std::string_view::npos;
       at = text.find(kStem, at + kStem.size())) {
    const std::string_view rest = text.substr(at + kStem.size());
    const auto* const end = std::find_if_not(rest.begin(), rest.end(), IsIdentifierByte);
    if (end != rest.end() && *end == '(') return true;
  }
  return false;
}

/// `link->again = timeout_add(delay, auto_reconnect, link)`: a timer is started in the line of
/// `at`.
bool StartsTimerInLine(std::string_view text, std::size_t at) {
  constexpr auto kTimers = std::to_array<std::string_view>(
      {"timeout_add", "timer_add", "timer_set", "timer_start", "add_timer", "start_timer",
       "startTimer", "Timer->start", "Timer.start", "timer->start", "timer.start", "singleShot"});
  const std::size_t begin = text.rfind('\n', at) + 1;  // none: 0
  const std::string_view line = text.substr(begin, text.find('\n', at) - begin);
  const auto holds = [&](std::string_view word) { return line.contains(word); };
  return line.contains('(') && std::ranges::any_of(kTimers, holds);
}

/// Whether what is written before a call that sleeps speaks of a failure: `perror(..); sleep(1);`.
bool SleepsAfterFailure(std::string_view text) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"fail", "error", "unable", "cannot", "could not", "couldn", "lost", "refused", "timed out",
       "timeout", "unreachable", "unavailable", "not available", "not ready", "disconnected"});
  constexpr std::string_view kStem = "leep";
  for (std::size_t at = text.find(kStem); at != std::string_view::npos;
       at = text.find(kStem, at + kStem.size())) {
    const std::string_view rest = text.substr(at + kStem.size());
    const auto* const end = std::find_if_not(rest.begin(), rest.end(), IsIdentifierByte);
    if (end == rest.end() || *end != '(') continue;
    const std::size_t from = at > kFailureBeforeSleep ? at - kFailureBeforeSleep : 0;
    const std::string before = LowerCase(text.substr(from, at - from));
    if (std::ranges::any_of(kWords, [&](std::string_view word) { return before.contains(word); }))
      return true;
  }
  return false;
}

bool IsSleepWord(std::string_view word) {
  return LowerCase(word).find("sleep") != std::string::npos;
}

/// connect(sender, &Sender::done, ...) or with SIGNAL(done()): it joins objects, and reaches no
/// peer. Behind "connect" at `text`; what the errors of TLS are joined to is worth a look.
bool JoinsSignals(std::string_view text) {
  constexpr std::size_t kLongest = 400;
  const std::size_t open = text.find_first_not_of(" \t\r\n");
  if (open == std::string_view::npos || text[open] != '(') return false;
  text = text.substr(open, kLongest);
  text = text.substr(0, text.find(';'));
  if (text.contains("slErrors")) return false;
  if (text.contains("SIGNAL")) return true;
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    std::size_t end = at + 1;
    while (end < text.size() && IsIdentifierByte(text[end])) ++end;
    if (end > at + 1 && text.substr(end).starts_with("::")) return true;
  }
  return false;
}

CodeScan::CodeScan(std::vector<std::string> words, std::vector<WordPlace> places)
    : words_(words.size()), sleeps_(words.size()) {
  for (std::size_t i = 0; i < words.size(); ++i) sleeps_[i] = IsSleepWord(words[i]);
  connect_ = static_cast<std::size_t>(std::ranges::find(words, kConnect) - words.begin());
  scan_.emplace(WithOwnWords(std::move(words)), std::move(places));
}

/// One file on its way.
class CodeScan::Reading {
 public:
  Reading(std::string_view text, const CodeScan& scan, CodeNote& note)
      : text_(text),
        words_(scan.words_),
        sleeps_(scan.sleeps_),
        connect_(scan.connect_),
        note_(note),
        found_(words_),
        macros_(words_),
        other_(text) {}

  /// Places ascend.
  void Take(std::uint32_t word, std::size_t at) {
    const bool own = word >= words_;
    if (own && word - words_ >= kOwnWords.size()) {
      counts_ = counts_ || (IsCountedAt(text_, at) && other_.IsCode(at));
      return;
    }
    if (own && word - words_ != kMain) {
      const std::size_t before = note_.includes.size();
      AddInclude(text_, at, note_.includes);
      const bool is_new = note_.includes.size() > before;
      if (is_new && IsStandardHeader(note_.includes.back().spelled))
        directive_end_ = std::min(text_.find('\n', at), text_.size());
      return;
    }
    // <fstream> names a file; who uses it names the class. <QUrl> is both, and who includes
    // <drogon/HttpClient.h> may use only what is made of the name.
    if (at < directive_end_) return;
    if (!own && word == connect_ && JoinsSignals(text_.substr(at + kConnect.size()))) return;
    const bool is_new = !(own ? main_ : found_.Has(word));
    const bool in_macro = !own && note_.is_header && !macros_.Has(word) && IsInMacro(text_, at);
    if ((!is_new && !in_macro) || !other_.IsCode(at)) return;
    if (in_macro) macros_.Add(word);
    if (is_new) own ? void(main_ = true) : found_.Add(word);
  }

  /// The stem of reconnecting stands there.
  void TakeReconnect(std::size_t at) {
    reconnects_by_timer_ =
        reconnects_by_timer_ || (!note_.is_header && StartsTimerInLine(text_, at));
  }

  void End() && {
    KeepSpellings(note_);
    note_.words = std::move(found_).Take();
    note_.macro_words = std::move(macros_).Take();
    note_.has_main = main_ && !note_.is_header && HasMain(CodeOnly(text_));
    const bool sleeps = std::ranges::any_of(
        note_.words, [&](std::uint32_t number) { return bool(sleeps_[number]); });
    // Over a tree of C the search costs more than all else that a note holds.
    const bool naps = sleeps || (note_.kind == FileKind::kCpp && CallsSleep(text_));
    const bool redials =
        reconnects_by_timer_ || (naps && (SpeaksOfConnecting(text_) || SleepsAfterFailure(text_)));
    note_.counts_attempts = !note_.is_header && counts_;
    note_.redials = note_.is_header ? naps && ReconnectsIn(text_) : redials || counts_;
  }

 private:
  std::string_view text_;
  std::size_t words_;
  const std::vector<bool>& sleeps_;
  std::size_t connect_;
  CodeNote& note_;
  FoundWords found_;
  FoundWords macros_;
  NonCode other_;
  std::size_t directive_end_ = 0;
  bool main_ = false;
  bool counts_ = false;
  bool reconnects_by_timer_ = false;
};

void CodeScan::Read(std::string_view text, CodeNote& note) const {
  Reading reading(text, *this, note);
  scan_->Visit(text, [&](std::uint32_t word, std::size_t at) { reading.Take(word, at); });
  for (std::size_t at = text.find(kReconnectStem); at != std::string_view::npos;
       at = text.find(kReconnectStem, at + 1)) {
    reading.TakeReconnect(at);
  }
  std::move(reading).End();
}

void CodeScan::Read(std::string_view text, std::span<const std::uint64_t> offsets,
                    CodeNote& note) const {
  Reading reading(text, *this, note);
  for (const std::uint64_t at : offsets) {
    if (text.substr(at).starts_with(kReconnectStem)) reading.TakeReconnect(at);
    if (const auto word = scan_->WordAt(text, at)) reading.Take(*word, at);
  }
  std::move(reading).End();
}

CodeNote NoteOf(const SourceFile& file, std::string_view text, const CodeScan& scan) {
  CodeNote note = EmptyNoteOf(file);
  scan.Read(text, note);
  return note;
}

CodeNote NoteOf(const SourceFile& file, std::string_view text,
                std::span<const std::uint64_t> offsets, const CodeScan& scan) {
  CodeNote note = EmptyNoteOf(file);
  scan.Read(text, offsets, note);
  return note;
}

std::string_view NameOfPath(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string_view FolderOfPath(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? "" : path.substr(0, slash);
}

}  // namespace gonogo

// CodeNote: what is remembered of each C or C++ file while files are scanned, so that triage need
// not read it again: the words of rules that stand in it, what it includes, and whether it has a
// main function.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/engines/cxx/word_scan.h"
#include "analyzer/model/source_file.h"

namespace gonogo {

struct WrittenInclude {
  std::string_view spelled;
  bool angled = false;
};

struct CodeNote {
  std::string path;
  FileKind kind = FileKind::kCpp;
  FileRole role = FileRole::kProduct;
  bool is_header = false;
  bool has_main = false;
  /// It has a word that sleeps and speaks of connecting or of a failure, or it counts attempts.
  bool redials = false;
  bool counts_attempts = false;
  std::vector<WrittenInclude> includes;     // their texts are those of `spellings`
  std::shared_ptr<const char[]> spellings;  // one block a file: a tree has a million of them
  std::vector<std::uint32_t> words;         // numbers in the scan's list, ascending
  std::vector<std::uint32_t> macro_words;   // of a header, those in what it defines as macros
};

/// What is looked for in every file: the words of rules, and what a note needs besides.
class CodeScan {
 public:
  /// As those of WordScan.
  explicit CodeScan(std::vector<std::string> words, std::vector<WordPlace> places = {});

  /// Fills `words`, `includes` and, but for a header, `has_main`. `offsets` are where words may
  /// stand, ascending, as CodeLiteralsOf() has them found.
  void Read(std::string_view text, std::span<const std::uint64_t> offsets, CodeNote& note) const;
  /// The same where nobody has looked for the words yet.
  void Read(std::string_view text, CodeNote& note) const;

 private:
  class Reading;

  std::size_t words_;         // behind them come the scan's own
  std::vector<bool> sleeps_;  // of each word
  std::size_t connect_ = 0;   // its number; the number of words where it is none
  std::optional<WordScan> scan_;
};

bool IsCodeKind(FileKind kind);
bool IsHeaderName(std::string_view path);

/// Words in comments and literals do not count. Conditions are not looked at: an include that is
/// not compiled costs a parse, one that is missed costs findings.
CodeNote NoteOf(const SourceFile& file, std::string_view text, const CodeScan& scan);
/// The same with offsets for CodeScan.
CodeNote NoteOf(const SourceFile& file, std::string_view text,
                std::span<const std::uint64_t> offsets, const CodeScan& scan);

/// Which of the names ("Get", "Client::Get"), by index, a text seems to define as functions: named
/// at a line that begins at its first column, before "(", and does not end there. What is written
/// with its owner is only what that one owns; what is written without may be of any.
std::vector<std::size_t> DefinedIn(std::string_view text, const std::vector<std::string>& names);

/// The same of those that it declares by itself, in lines that end there.
std::vector<std::size_t> DeclaredIn(std::string_view text, const std::vector<std::string>& names);

/// C++ in a file that is called `.c`, as some projects call all of theirs: it includes what only
/// C++ has, or defines methods.
bool IsCppByAnotherName(std::string_view text, const CodeNote& note);

/// Of a word such as usleep, sleep_for or QThread::msleep.
bool IsSleepWord(std::string_view word);

/// Whether a text calls, or declares, something that connects by its name: connect(),
/// pool_connect_server(), Reconnect(); not connected() nor connection_info(). Or says of itself
/// that it tries again.
bool SpeaksOfConnecting(std::string_view text);

/// The path's last name, and what comes before it without a slash at its end.
std::string_view NameOfPath(std::string_view path);
std::string_view FolderOfPath(std::string_view path);

}  // namespace gonogo

// GitIgnore: the patterns of one ignore file, with git's meaning to the letter (gitignore(5)):
// anchoring, negation, directory patterns, `**`, escapes, trailing blanks. A pattern is matched
// against paths relative to the directory that holds the file. That a file below an ignored
// directory is ignored whatever the patterns say of it is the caller's part: it does not enter the
// directory, as git does not.
//
//   const GitIgnore patterns("*.o\n!keep.o\n/build/\n");
//   patterns.Ask("src/main.o", false);    // kIgnored
//   patterns.Ask("build", true);          // kIgnored
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace gonogo {

enum class IgnoreAnswer {
  kSilent,
  kIgnored,
  kKept,
  kTooCostly,  // hostile patterns: the answer was given up after a fixed amount of work
};

class GitIgnore {
 public:
  explicit GitIgnore(std::string_view text);
  ~GitIgnore();
  GitIgnore(GitIgnore&&) noexcept;
  GitIgnore& operator=(GitIgnore&&) noexcept;

  /// What the last pattern that matches says. `path` is relative to the file's directory.
  IgnoreAnswer Ask(std::string_view path, bool is_directory) const;

  /// Whether the patterns take in a file, itself or by a folder above it: how rules and
  /// .gonogo.yaml use them as globs. The last pattern that matches either has the last word, so
  /// that "*" with "!**/test/**" is everything but tests, which git would never see again.
  bool Covers(std::string_view file_path) const;
  bool empty() const;

 private:
  /// Place and sort of the last pattern that matches; 0: none does. Nothing where that is too
  /// costly.
  std::optional<std::uint32_t> LastRank(std::string_view path, bool is_directory) const;

  struct Patterns;
  std::unique_ptr<Patterns> patterns_;
};

}  // namespace gonogo

// Shell words: the commands of a shell script as a config holds it, in `command:`, `run:`, RUN and
// CMD, with the place of each word. Enough to see which program runs with which options, how
// commands are joined, and where a failure is thrown away; no shell: what expansions make is
// unknown, and words of `if`, `for` and functions are words like others.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

struct ShellWord {
  std::uint32_t begin = 0;  // bytes of the text, quotes included
  std::uint32_t end = 0;
  std::string text;      // without quotes; expansions as they are written
  bool expands = false;  // a variable or a command makes part of it
  bool quoted = false;   // some part of it is in quotes
};

/// How a command is joined to the one before it.
enum class ShellJoin : std::uint8_t {
  kFirst,  // of the script
  kNext,   // ';', a line break, '&' or a bracket
  kAnd,    // &&
  kOr,     // ||
  kPipe,   // | and |&
};

struct ShellCommand {
  std::vector<ShellWord> assignments;   // NAME=value in front of the program
  std::vector<ShellWord> words;         // the program first
  std::vector<ShellWord> redirections;  // "2>&1", ">file": operator and target
  ShellJoin join = ShellJoin::kFirst;
  std::uint32_t depth = 0;  // brackets and `$(...)` around it
  bool background = false;  // ends in '&'
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct ShellScript {
  std::vector<ShellCommand> commands;  // in order, those in `$(...)` right behind their own
  bool complete = true;                // false where a quote or bracket does not end
};

ShellScript SplitShell(std::string_view text);

}  // namespace gonogo

#include "analyzer/engines/cxx/command_line.h"

#include <array>

namespace gonogo {
namespace {

constexpr std::array<std::string_view, 4> kFolderOptions = {"-I", "-iquote", "-isystem",
                                                            "-idirafter"};

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Reads one word; `at` stands at its first byte and ends behind it.
std::string ReadWord(std::string_view text, std::size_t& at) {
  std::string word;
  char quote = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quote == 0 && IsSpace(c)) break;
    if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == quote) {
      quote = 0;
    } else if (c == '\\' && quote != '\'' && at + 1 < text.size()) {
      const char next = text[at + 1];
      const bool escapes = quote == 0 || next == '"' || next == '\\' || next == '$' || next == '`';
      if (!escapes) word += c;
      if (next != '\n') word += next;
      ++at;
    } else {
      word += c;
    }
  }
  return word;
}

}  // namespace

std::vector<std::string> SplitCommand(std::string_view command) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < command.size();) {
    if (IsSpace(command[at])) {
      ++at;
    } else {
      words.push_back(ReadWord(command, at));
    }
  }
  return words;
}

std::string OptionValue(const std::vector<std::string>& arguments, std::string_view option) {
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    if (!arguments[i].starts_with(option)) continue;
    if (arguments[i].size() > option.size()) return arguments[i].substr(option.size());
    if (i + 1 < arguments.size()) return arguments[i + 1];
  }
  return "";
}

std::vector<std::string> IncludeFoldersOf(const std::vector<std::string>& arguments) {
  std::vector<std::string> folders;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    for (const std::string_view option : kFolderOptions) {
      if (!arguments[i].starts_with(option)) continue;
      if (arguments[i].size() > option.size()) {
        folders.push_back(arguments[i].substr(option.size()));
      } else if (i + 1 < arguments.size()) {
        folders.push_back(arguments[i + 1]);
      }
      break;
    }
  }
  return folders;
}

}  // namespace gonogo

#include "analyzer/engines/cxx/build_text.h"

#include <algorithm>
#include <utility>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/cxx/code_note.h"
#include "analyzer/engines/cxx/include_index.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostArguments = 10'000;

struct BuildCommand {
  std::string name;  // lower case
  std::vector<std::string> arguments;
};

bool EndsArgument(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ';' || c == '(' || c == ')' ||
         c == ',' || c == '[' || c == ']' || c == '#';
}

/// Reads commands of the form name(argument argument), with comments and quotes as CMake and Meson
/// have them.
class CommandReader {
 public:
  CommandReader(std::string_view text, bool quoted_only) : text_(text), quoted_only_(quoted_only) {}

  bool Next(BuildCommand& command) {
    std::string word;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '#') {
        SkipLine();
      } else if (IsIdentifierByte(c)) {
        word = Word();
      } else if (c == '(' && !word.empty()) {
        ++at_;
        command = {LowerCase(word), Arguments()};
        return true;
      } else {
        if (c != ' ' && c != '\t') word.clear();
        ++at_;
      }
    }
    return false;
  }

 private:
  void SkipLine() { at_ = std::min(text_.find('\n', at_), text_.size()); }

  std::string Word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && IsIdentifierByte(text_[at_])) ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  std::string Quoted(char quote) {
    const std::size_t begin = ++at_;
    at_ = std::min(text_.find(quote, at_), text_.size());
    std::string argument(text_.substr(begin, at_ - begin));
    at_ += at_ < text_.size() ? 1 : 0;
    return argument;
  }

  std::vector<std::string> Arguments() {
    std::vector<std::string> arguments;
    for (int depth = 1; depth > 0 && at_ < text_.size() && arguments.size() < kMostArguments;) {
      const char c = text_[at_];
      if (c == '#') {
        SkipLine();
      } else if (c == '"' || (quoted_only_ && c == '\'')) {
        arguments.push_back(Quoted(c));
      } else if (EndsArgument(c)) {
        depth += (c == '(' ? 1 : 0) - (c == ')' ? 1 : 0);
        ++at_;
      } else {
        const std::size_t begin = at_;
        while (at_ < text_.size() && !EndsArgument(text_[at_])) ++at_;
        if (!quoted_only_) arguments.emplace_back(text_.substr(begin, at_ - begin));
      }
    }
    return arguments;
  }

  std::string_view text_;
  bool quoted_only_;
  std::size_t at_ = 0;
};

bool IsSourceName(std::string_view name) {
  for (const std::string_view end : {".c", ".cc", ".cpp", ".cxx", ".c++", ".C"}) {
    if (name.ends_with(end)) return true;
  }
  return false;
}

class CMakeFile {
 public:
  CMakeFile(std::string_view path, BuildTargets& targets)
      : folder_(FolderOfPath(path)), targets_(targets) {}

  void Take(const BuildCommand& command) {
    if (command.arguments.empty()) return;
    const std::string& first = command.arguments[0];
    if (command.name == "set" || (command.name == "list" && command.arguments.size() > 1)) {
      const bool append = command.name == "list";
      auto& list = lists_[append ? command.arguments[1] : first];
      list.insert(list.end(), command.arguments.begin() + (append ? 2 : 1),
                  command.arguments.end());
    } else if (command.name == "file" && first.starts_with("GLOB") &&
               command.arguments.size() > 2) {
      auto& list = lists_[command.arguments[1]];
      list.insert(list.end(), command.arguments.begin() + 2, command.arguments.end());
    } else if (command.name == "add_executable" || command.name == "add_library" ||
               command.name == "target_sources") {
      AddSources(targets_[first], command.arguments, 1, 0);
    } else if (command.name == "target_link_libraries") {
      targets_[first].links.insert(command.arguments.begin() + 1, command.arguments.end());
    }
  }

 private:
  void AddSources(BuildTarget& target, const std::vector<std::string>& names, std::size_t from,
                  int depth) {
    for (std::size_t i = from; i < names.size(); ++i) AddSource(target, names[i], depth);
  }

  void AddSource(BuildTarget& target, std::string name, int depth) {
    if (name.starts_with("${") && name.ends_with('}')) {
      const auto list = lists_.find(name.substr(2, name.size() - 3));
      if (list != lists_.end() && depth < 4) AddSources(target, list->second, 0, depth + 1);
      return;
    }
    for (const std::string_view here :
         {"${CMAKE_CURRENT_SOURCE_DIR}/", "${CMAKE_CURRENT_LIST_DIR}/"}) {
      if (name.starts_with(here)) name.erase(0, here.size());
    }
    if (name.find('$') != std::string::npos) return;
    const std::string path = NormalPath(folder_ + "/" + name);
    if (name.find('*') != std::string::npos) {
      target.globs.insert(std::string(FolderOfPath(path)));
    } else if (IsSourceName(path)) {
      target.sources.insert(path);
    }
  }

  std::string folder_;
  BuildTargets& targets_;
  std::map<std::string, std::vector<std::string>> lists_;
};

}  // namespace

void ReadCMakeTargets(std::string_view path, std::string_view text, BuildTargets& targets) {
  CMakeFile file(path, targets);
  CommandReader reader(text, false);
  BuildCommand command;
  while (reader.Next(command)) file.Take(command);
}

void ReadMesonTargets(std::string_view path, std::string_view text, BuildTargets& targets) {
  CommandReader reader(text, true);
  BuildCommand command;
  while (reader.Next(command)) {
    const bool makes = command.name == "executable" || command.name.ends_with("library");
    if (!makes || command.arguments.empty()) continue;
    BuildTarget& target = targets[command.arguments[0]];
    for (std::size_t i = 1; i < command.arguments.size(); ++i) {
      const std::string source =
          NormalPath(std::string(FolderOfPath(path)) + "/" + command.arguments[i]);
      if (IsSourceName(source)) target.sources.insert(source);
    }
  }
}

}  // namespace gonogo

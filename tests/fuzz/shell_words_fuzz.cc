// Any bytes as a shell script: commands and words lie within the text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analyzer/parse/shell_words.h"
#include "tests/parse/tree_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const gonogo::ShellCommand& command : gonogo::SplitShell(text).commands) {
    if (command.begin > command.end || command.end > size) std::abort();
    for (const gonogo::ShellWord& word : command.words) {
      if (word.begin >= word.end || word.end > size) std::abort();
    }
  }
  return 0;
}

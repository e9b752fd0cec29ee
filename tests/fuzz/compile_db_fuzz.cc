// A hostile compile database, and build files that are read as text: they are data, whatever stands
// in them.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analyzer/engines/cxx/build_text.h"
#include "analyzer/engines/cxx/command_line.h"
#include "analyzer/engines/cxx/compile_db.h"
#include "analyzer/engines/cxx/flags.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::vector<std::string_view> sources = {"a.cc", "src/a.cc", "src/b.c"};
  const gonogo::MemoryTree tree(
      {{"a.cc", ""}, {"src/a.cc", ""}, {"build/compile_commands.json", std::string(text)}});
  const gonogo::CompileDbs dbs = gonogo::ReadCompileDbs(tree, {"/w", "", sources});
  for (const auto& [path, command] : dbs.commands) {
    if (command.trusted || command.arguments.empty()) std::abort();
  }
  for (const std::string& word : gonogo::SplitCommand(text)) {
    if (word.size() > size) std::abort();
  }
  gonogo::BuildTargets targets;
  gonogo::ReadCMakeTargets("src/CMakeLists.txt", text, targets);
  gonogo::ReadMesonTargets("src/meson.build", text, targets);
  gonogo::Standards standards;
  gonogo::ReadStandards(text, standards);
  return 0;
}

#include "analyzer/walk/ignore_chain.h"

#include <utility>

namespace gonogo {

ChainAnswer Ask(const IgnoreChain& chain, std::string_view path, bool is_directory) {
  for (const IgnoreFile* file = chain.get(); file != nullptr; file = file->above.get()) {
    const IgnoreAnswer answer = file->patterns.Ask(path.substr(file->base), is_directory);
    if (answer == IgnoreAnswer::kTooCostly) return {false, file};
    if (answer != IgnoreAnswer::kSilent) return {answer == IgnoreAnswer::kIgnored, nullptr};
  }
  return {};
}

IgnoreChain WithFile(IgnoreChain above, std::string path, std::size_t base, std::string_view text) {
  GitIgnore patterns(text);
  if (patterns.empty()) return above;
  return std::make_shared<const IgnoreFile>(
      IgnoreFile{std::move(path), base, std::move(patterns), std::move(above)});
}

}  // namespace gonogo

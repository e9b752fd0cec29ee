// Compile commands of hostile trees: whatever comes in, only options of the list come out.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "analyzer/worker/flag_filter.h"
#include "analyzer/worker/response_words.h"

namespace {

bool IsHarmless(std::string_view word) {
  for (const std::string_view start :
       {"-I", "-D", "-U", "-isystem", "-iquote", "-idirafter", "-cxx-isystem", "-x", "-std=", "-m",
        "--target=", "-ansi", "-trigraphs", "-pthread", "-nostd", "-undef", "-stdlib=lib", "-f"}) {
    if (word.starts_with(start)) {
      return !word.starts_with("-fplugin") && !word.starts_with("-fmodule") &&
             !word.starts_with("-mllvm") && !word.starts_with("-fpass");
    }
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  gonogo::FlagRequest request;
  request.arguments = gonogo::SplitWords(text);
  request.file = "x.cc";
  request.response_file = [&](const std::string& path) -> std::optional<std::string> {
    return path.size() % 2 == 0 ? std::optional(text) : std::nullopt;
  };
  const gonogo::FilteredFlags flags = gonogo::FilterFlags(request);
  for (std::size_t i = 0; i < flags.arguments.size(); ++i) {
    const std::string& word = flags.arguments[i];
    if (word == "-include" || word == "-imacros") {
      if (++i == flags.arguments.size()) std::abort();
    } else if (!IsHarmless(word)) {
      std::abort();
    }
  }
  return 0;
}

// Any bytes as each of the formats of lines.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analyzer/parse/line_formats.h"
#include "tests/parse/tree_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  gonogo::CheckTree(gonogo::ParseRedisConf(text));
  gonogo::CheckTree(gonogo::ParsePostgresConf(text));
  gonogo::CheckTree(gonogo::ParsePgHba(text));
  gonogo::CheckTree(gonogo::ParseCrontab(text, gonogo::CrontabSort::kOfUser));
  gonogo::CheckTree(gonogo::ParseCrontab(text, gonogo::CrontabSort::kOfSystem));
  gonogo::CheckTree(gonogo::ParseCodeowners(text));
  return 0;
}

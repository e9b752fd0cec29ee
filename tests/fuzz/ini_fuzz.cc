// Any bytes as lines of keys and values; the first chooses the dialect.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analyzer/parse/ini.h"
#include "tests/parse/tree_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto dialect = static_cast<gonogo::IniDialect>(data[0] % 5);
  gonogo::CheckTree(gonogo::ParseIni(text, dialect));
  return 0;
}

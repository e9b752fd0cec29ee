// Any bytes as JSON; the first chooses the dialects.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analyzer/parse/config_shape.h"
#include "analyzer/parse/json.h"
#include "tests/parse/tree_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  gonogo::JsonOptions options;
  options.dialect = static_cast<gonogo::JsonDialect>(data[0] % 3);
  options.templates = static_cast<gonogo::TemplateDialect>(data[0] / 3 % 6);
  const gonogo::ConfigTree tree = gonogo::ParseJson(text, options);
  gonogo::CheckTree(tree);
  gonogo::PartsOf(tree, "x.json");
  return 0;
}

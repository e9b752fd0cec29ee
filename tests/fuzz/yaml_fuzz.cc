// Any bytes as YAML; the first chooses the template dialect. The tree keeps its promises, and its
// shapes can be asked.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analyzer/parse/config_shape.h"
#include "analyzer/parse/yaml.h"
#include "tests/parse/tree_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  gonogo::YamlOptions options;
  options.dialect = static_cast<gonogo::TemplateDialect>(data[0] % 6);
  const gonogo::ConfigTree tree = gonogo::ParseYaml(text, options);
  gonogo::CheckTree(tree);
  gonogo::PartsOf(tree, "values.yaml");
  if (gonogo::TreeText(tree) != gonogo::TreeText(gonogo::ParseYaml(text, options))) std::abort();
  return 0;
}

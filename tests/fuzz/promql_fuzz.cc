// Any bytes as PromQL: an error or a tree of nodes that lie within the text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analyzer/parse/promql.h"
#include "tests/parse/tree_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const gonogo::PromQuery query = gonogo::ParsePromQl(text);
  if (query.error.empty() == query.nodes.empty()) std::abort();
  for (std::uint32_t i = 0; i < query.nodes.size(); ++i) {
    if (query[i].begin > query[i].end || query[i].end > size) std::abort();
    for (const std::uint32_t child : query[i].children) {
      if (child >= i) std::abort();
    }
  }
  return 0;
}

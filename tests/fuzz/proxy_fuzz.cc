// Any bytes as configurations of proxies, as they are and behind Jinja.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analyzer/parse/haproxy.h"
#include "analyzer/parse/nginx.h"
#include "analyzer/parse/templated.h"
#include "tests/parse/tree_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto nginx = [](std::string_view t) { return gonogo::ParseNginx(t); };
  const auto haproxy = [](std::string_view t) { return gonogo::ParseHaproxy(t); };
  gonogo::CheckTree(nginx(text));
  gonogo::CheckTree(haproxy(text));
  for (const gonogo::TextParser& parse : {gonogo::TextParser(nginx), gonogo::TextParser(haproxy)}) {
    gonogo::CheckTree(gonogo::ParseTemplated(text, gonogo::TemplateDialect::kJinja, parse));
  }
  return 0;
}

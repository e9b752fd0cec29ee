#include "analyzer/merge/visible_text.h"

#include <catch2/catch.hpp>

namespace gonogo {
namespace {

TEST_CASE("foreign text becomes one harmless line") {
  struct Row {
    std::string_view raw, visible;
  };
  const Row rows[] = {
      {"plain text", "plain text"},
      {"two\r\nlines\tand tab", "two  lines and tab"},
      {"\x1b[31mred", "\\x1b[31mred"},
      {"\x7f", "\\x7f"},
      {"\xC2\x9B", "\\x9b"},
      {"abc\xE2\x80\xAE"
       "cba",
       "abc\\u202ecba"},
      {"caf\xC3\xA9", "caf\xC3\xA9"},
      {"\xFF", "\xEF\xBF\xBD"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.raw);
    CHECK(VisibleText(row.raw, 80) == row.visible);
  }
  CHECK(VisibleText("caf\xC3\xA9s", 4) == "caf\xC3\xA9…");
  CHECK(VisibleText("four", 4) == "four");
}

}  // namespace
}  // namespace gonogo

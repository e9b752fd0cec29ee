#include "analyzer/rulebook/optional_rewrite.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace gonogo {
namespace {

TEST_CASE("optionals become alternations") {
  struct Row {
    std::string regex, rewritten;
  };
  const std::vector<Row> rows = {
      {"ab?c", "a(?:b|)c"},
      {"a(?:b|c)?d", "a(?:(?:b|c)|)d"},
      {"(?i)(?P<x>a)?", "(?i)(?:(?P<x>a)|)"},
      {"a[]?x]?b", "a(?:[]?x]|)b"},
      {"a[^[:alpha:]\\]]?b", "a(?:[^[:alpha:]\\]]|)b"},
      {"a*?b+?c{2,3}?d??", "a*?b+?c{2,3}?(?:d|)"},
      {"\\(?\\x41?\\x{41}?\\pL?", "(?:\\(|)(?:\\x41|)(?:\\x{41}|)(?:\\pL|)"},
      {"a{?b", "a(?:{|)b"},
      {"(a(b?)?)?", "(?:(a(?:((?:b|))|))|)"},
      {"\\Qa?\\E", "\\Qa?\\E"},
      {"x", "x"},
  };
  for (const Row& row : rows) {
    INFO(row.regex);
    CHECK(RewriteOptionals(row.regex) == row.rewritten);
  }
}

TEST_CASE("what does not compile is given back") {
  for (const std::string regex : {"(", ")", "?", "[a", "\\", "a|?", "(?", "\\x{4"}) {
    INFO(regex);
    CHECK(RewriteOptionals(regex) == regex);
  }
}

}  // namespace
}  // namespace gonogo

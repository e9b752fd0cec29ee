#include "analyzer/engines/cxx/code_text.h"

#include <catch2/catch.hpp>
#include <vector>

namespace gonogo {

TEST_CASE("what is no code is blank", "[cxx]") {
  struct Row {
    std::string text;
    std::string code;
  };
  for (const Row& row : std::vector<Row>{
           {"a; // b\nc", "a;     \nc"},
           {"a // b \\\nc\nd", "a       \n \nd"},
           {"a /* b\nc */ d", "a     \n     d"},
           {"f(\"g\\\"h\", i)", "f(      , i)"},
           {"'a' + u8'\\'' b", "    + u8     b"},
           {"1'000'000 + x", "1'000'000 + x"},
           {"R\"x(a)\" )x\" + b", "R           + b"},
           {"myR\"(a\" b", "myR     b"},
           {"#include \"a/b.h\"\nc", "#include \"a/b.h\"\nc"},
           {"#define A b", "#define A b"},
           {"#error don't\na 'b' c", "#error don  \na     c"},
           {"/* open", "       "},
           {"\"open", "     "},
           {"R\"(open", "R      "},
           {"'\\", "  "},
       }) {
    CAPTURE(row.text);
    CHECK(CodeOnly(row.text) == row.code);
  }
}

}  // namespace gonogo

#include "analyzer/cache/literal_text.h"

#include <catch2/catch.hpp>
#include <vector>

namespace gonogo {

TEST_CASE("a literal's token gives its text", "[cache]") {
  struct Row {
    std::string token;
    std::optional<std::string> text;
  };
  for (const Row& row : std::vector<Row>{
           {R"("")", ""},
           {R"("a b")", "a b"},
           {R"("a\n\t\\\"\'\?\a")", "a\n\t\\\"'?\a"},
           {R"("\x41\101\0")", std::string("AA\0", 3)},
           {R"("\u00e4\U0001F600")", "\xc3\xa4\xf0\x9f\x98\x80"},
           {R"(u8"x")", "x"},
           {R"(L"x")", "x"},
           {R"("x"_path)", "x"},
           {"R\"(a)\"sv", "a"},
           {R"("x" y)", std::nullopt},
           {"R\"(a\\n\"b)\"", "a\\n\"b"},
           {"u8R\"xy(a)\"xx)xy\"", "a)\"xx"},
           {R"("\q")", std::nullopt},
           {R"("\x")", std::nullopt},
           {R"("\ud800")", std::nullopt},
           {R"("open)", std::nullopt},
           {R"("\")", std::nullopt},
           {"R\"(a", std::nullopt},
           {"MACRO", std::nullopt},
           {"", std::nullopt},
       }) {
    CAPTURE(row.token);
    CHECK(DecodeLiteral(row.token) == row.text);
  }
}

}  // namespace gonogo

#include "analyzer/engines/cxx/command_line.h"

#include <catch2/catch.hpp>

namespace gonogo {

using Words = std::vector<std::string>;

TEST_CASE("a command is split as a shell does", "[cxx]") {
  struct Row {
    std::string command;
    Words words;
  };
  for (const Row& row : std::vector<Row>{
           {"", {}},
           {"  cc  -c a.c ", {"cc", "-c", "a.c"}},
           {R"(cc -DX="a b" 'it''s' "")", {"cc", "-DX=a b", "its", ""}},
           {R"(cc -DV=\"1.0\" "-DW=\"x y\"" a\ b.c)",
            {"cc", "-DV=\"1.0\"", "-DW=\"x y\"", "a b.c"}},
           {R"(cc '\n' "\n" "\\")", {"cc", "\\n", "\\n", "\\"}},
           {"cc $(touch x) `id` ; rm", {"cc", "$(touch", "x)", "`id`", ";", "rm"}},
           {"cc \"open", {"cc", "open"}},
           {"cc a\\\nb", {"cc", "ab"}},
       }) {
    CAPTURE(row.command);
    CHECK(SplitCommand(row.command) == row.words);
  }
}

TEST_CASE("options are read joined or apart", "[cxx]") {
  const Words arguments = {"cc", "-Ia", "-I", "b", "-isystem", "/c", "-o", "x.o", "-iquoted"};
  CHECK(IncludeFoldersOf(arguments) == Words{"a", "b", "/c", "d"});
  CHECK(OptionValue(arguments, "-o") == "x.o");
  CHECK(OptionValue({"cc", "-o"}, "-o") == "");
}

}  // namespace gonogo

#include "analyzer/rulebook/example_reader.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "tests/rulebook/rule_files.h"

namespace gonogo {
namespace {

struct Reading {
  RuleStorage storage;
  std::span<const Example> examples;
  std::string mistakes;
};

Reading Read(std::string_view yaml, bool marked) {
  Reading reading;
  MistakeList list("r");
  const YamlNode tree = ParseStrictYaml(yaml, list);
  reading.examples = ReadExamples(tree.Find("e"), {.marked = marked, .usual_path = "main.x"},
                                  reading.storage, list);
  for (const Mistake& mistake : std::move(list).Take())
    reading.mistakes += Describe(mistake) + "\n";
  return reading;
}

TEST_CASE("a mark is cut with its comment leader and the blanks before it") {
  const std::vector<std::string> marked = {
      "x = 1  # <- finding",       "x = 1 // <- finding", "x = 1 -- <- finding",
      "x = 1 ; <- finding",        "x = 1 % <- finding",  "x = 1   /* <- finding */",
      "x = 1 <!-- <- finding -->", "x = 1 #<- finding  ", "x = 1 /*<- finding*/",
  };
  for (const std::string& line : marked) {
    INFO(line);
    const Reading reading = Read("e:\n  - |\n    first\n    " + line + "\n    last\n", true);
    CHECK(reading.mistakes == "");
    REQUIRE(reading.examples.size() == 1);
    REQUIRE(reading.examples[0].files.size() == 1);
    const ExampleFile& file = reading.examples[0].files[0];
    CHECK(file.text == "first\nx = 1\nlast\n");
    CHECK(std::vector<std::uint32_t>(file.find.begin(), file.find.end()) ==
          std::vector<std::uint32_t>{2});
  }
}

TEST_CASE("a mark elsewhere is a mistake") {
  for (const std::string line : {"x <- finding", "x # <- finding y", "x /* <- finding",
                                 "x <!-- <- finding", "x # <- finding */"}) {
    INFO(line);
    CHECK(Read("e:\n  - |\n    " + line + "\n    y # <- finding\n", true).mistakes ==
          "r:2:5: line 1 of the example: \"<- finding\" must be a comment of its own at the end of "
          "the line\n");
  }
}

TEST_CASE("examples of several files and without comments") {
  const Reading reading = Read(
      "e:\n  - b/x.json: |\n      {\n      \"k\": 1}\n    a.py: |\n      y # <- finding\n    find: "
      "[\"b/x.json:2\"]\n",
      true);
  REQUIRE(reading.mistakes == "");
  REQUIRE(reading.examples.size() == 1);
  const auto files = reading.examples[0].files;
  REQUIRE(files.size() == 2);
  CHECK(files[0].path == "a.py");
  REQUIRE(files[0].find.size() == 1);
  CHECK(files[1].path == "b/x.json");
  REQUIRE(files[1].find.size() == 1);
  CHECK(files[1].find[0] == 2);
}

TEST_CASE("places in find must exist") {
  struct Row {
    std::string find, mistake;
  };
  const std::vector<Row> rows = {
      {"a:2", "\"a:2\" is behind the last line, 1"},
      {"b:1", "\"b:1\" is in no file of the example"},
      {"a", "\"a\" is not path:line"},
      {"a:0", "\"a:0\" is not path:line"},
      {"a:1x", "\"a:1x\" is not path:line"},
      {"a:99999999999", "\"a:99999999999\" is not path:line"},
  };
  for (const Row& row : rows) {
    INFO(row.find);
    CHECK(Read("e:\n  - a: 'x # <- finding'\n    find: ['" + row.find + "']\n", true).mistakes ==
          "r:3:12: " + row.mistake + "\n");
  }
}

TEST_CASE("paths of examples stay inside") {
  for (const std::string path : {"/etc/x", "../x", "a/../x", "a//b", "./a", "a/"}) {
    INFO(path);
    CHECK(Read("e:\n  - \"" + path + "\": x\n", false).mistakes ==
          "r:2:5: \"" + path + "\" is no path relative to a root\n");
  }
}

TEST_CASE("every kind but the unknown one has a usual path of its own") {
  std::set<std::string_view> paths;
  for (const FileKindInfo& info : FileKinds()) {
    INFO(info.name);
    if (info.kind == FileKind::kUnknown) continue;
    CHECK_FALSE(UsualPath(info.kind).empty());
    CHECK(paths.insert(UsualPath(info.kind)).second);
  }
}

}  // namespace
}  // namespace gonogo

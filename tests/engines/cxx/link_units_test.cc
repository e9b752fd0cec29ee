#include "analyzer/engines/cxx/link_units.h"

#include <catch2/catch.hpp>

#include "notes.h"

namespace gonogo {
namespace {

const std::map<std::string, std::string> kFiles = {
    {"src/server.cc", "#include \"lib.h\"\nint main() {}"},
    {"src/tool.cc", "#include \"lib.h\"\nint main() {}"},
    {"src/lib.h", "#include \"deep.h\"\n"},
    {"src/lib.cc", "#include \"lib.h\"\n"},
    {"src/deep.h", ""},
    {"src/deep.cc", "#include \"deep.h\"\n"},
    {"src/alone.cc", ""}};

/// Those that have the wanted file, or all.
std::vector<std::string> Units(const CompileDbs& dbs, const BuildTargets& targets,
                               std::string_view wanted = "") {
  const std::vector<CodeNote> notes = NotesOf(kFiles, CodeScan({}));
  const Triage triage(notes, {});
  std::vector<std::string> units;
  std::vector<bool> all(notes.size(), wanted.empty());
  for (std::size_t index = 0; index < notes.size(); ++index) {
    if (notes[index].path == wanted) all[index] = true;
  }
  for (const LinkUnit& unit : FindLinkUnits(notes, triage, dbs, targets, all)) {
    std::string text = unit.name + ":";
    for (const std::string& source : unit.sources) text += " " + source.substr(4);
    units.push_back(text);
  }
  return units;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("without build files a main and what it reaches is a program", "[cxx]") {
  CHECK(Units({}, {}) == Texts{"server: deep.cc lib.cc server.cc", "tool: deep.cc lib.cc tool.cc"});
}

TEST_CASE("a program that reaches no wanted file is left out", "[cxx]") {
  CHECK(Units({}, {}, "src/tool.cc") == Texts{"tool: deep.cc lib.cc tool.cc"});
  CHECK(Units({}, {}, "src/deep.cc") ==
        Texts{"server: deep.cc lib.cc server.cc", "tool: deep.cc lib.cc tool.cc"});
  CHECK(Units({}, {}, "src/alone.cc") == Texts{});
}

TEST_CASE("targets of CMakeLists.txt are programs, with their libraries", "[cxx]") {
  BuildTargets targets;
  ReadCMakeTargets("src/CMakeLists.txt",
                   "# add_executable(no server.cc)\n"
                   "set(LIB_SOURCES lib.cc ${CMAKE_CURRENT_SOURCE_DIR}/deep.cc)\n"
                   "add_library(core STATIC ${LIB_SOURCES})\n"
                   "add_executable(serverd \"server.cc\")\n"
                   "target_link_libraries(serverd PRIVATE core Threads::Threads)\n"
                   "add_library(plugin MODULE alone.cc)\n",
                   targets);
  CHECK(Units({}, targets) == Texts{"plugin: alone.cc", "serverd: deep.cc lib.cc server.cc",
                                    "tool: deep.cc lib.cc tool.cc"});
}

TEST_CASE("globs and meson targets are read", "[cxx]") {
  BuildTargets targets;
  ReadCMakeTargets("CMakeLists.txt", "file(GLOB S src/*.cc)\nadd_executable(all ${S})", targets);
  CHECK(Units({}, targets) == Texts{"all: alone.cc deep.cc lib.cc server.cc tool.cc"});
  targets.clear();
  ReadMesonTargets("src/meson.build", "executable('tool', 'tool.cc', # 'alone.cc'\n 'lib.cc')",
                   targets);
  CHECK(Units({}, targets) == Texts{"server: deep.cc lib.cc server.cc", "tool: lib.cc tool.cc"});
}

TEST_CASE("object files name their targets", "[cxx]") {
  CHECK(TargetOfOutput("CMakeFiles/app.dir/src/a.cc.o") == "app");
  CHECK(TargetOfOutput("lib/CMakeFiles/core.dir/a.cc.o") == "core");
  CHECK(TargetOfOutput("app.p/src_a.cc.o") == "app");
  CHECK(TargetOfOutput("a.o") == "");
  CompileDbs dbs;
  dbs.commands["src/server.cc"].output = "CMakeFiles/app.dir/src/server.cc.o";
  dbs.commands["src/lib.cc"].output = "CMakeFiles/app.dir/src/lib.cc.o";
  CHECK(Units(dbs, {}) == Texts{"app: lib.cc server.cc", "tool: deep.cc lib.cc tool.cc"});
}

}  // namespace gonogo

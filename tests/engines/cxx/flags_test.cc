#include "analyzer/engines/cxx/flags.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "notes.h"

namespace gonogo {
namespace {

UnitFlags FlagsFor(const std::map<std::string, std::string>& files, const std::string& path,
                   const Standards& standards = {}) {
  std::map<std::string, std::string> code = files;
  std::erase_if(code, [](const auto& file) {
    return file.first.ends_with(".json") || file.first.ends_with(".txt");
  });
  const MemoryTree tree(files);
  const std::vector<CodeNote> notes = NotesOf(code, CodeScan({}));
  const Triage triage(notes, {});
  std::vector<std::string_view> sources;
  for (const CodeNote& note : notes) sources.push_back(note.path);
  const CompileDbs dbs = ReadCompileDbs(tree, {"/w", "", sources});
  return FlagChooser(tree, "/w", dbs, triage, notes, standards, false).For(triage.IndexOf(path));
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("with no database the include folders come from the tree", "[cxx]") {
  const UnitFlags flags = FlagsFor({{"src/a.cc", "#include \"net/x.h\"\n#include <vector>\n"},
                                    {"include/net/x.h", "#include <util/y.h>\n#include \"z.h\"\n"},
                                    {"include/net/z.h", ""},
                                    {"lib/util/y.h", ""},
                                    {"other/w.h", ""}},
                                   "src/a.cc");
  CHECK(flags.source == FlagSource::kInferred);
  CHECK(flags.assume_have);
  CHECK(flags.arguments ==
        Words{"c++", "-std=gnu++20", "-I/w/include", "-I/w/lib", "-x", "c++", "/w/src/a.cc"});
  CHECK(FlagsFor({{"a.c", ""}}, "a.c", {"gnu99", ""}).arguments ==
        Words{"cc", "-std=gnu99", "-x", "c", "/w/a.c"});
}

TEST_CASE("a file that the database lacks is parsed as its nearest sibling", "[cxx]") {
  const std::string db =
      R"([{"directory":"/w","file":"x/a.cc","arguments":["c++","-DX","x/a.cc"]},)"
      R"({"directory":"/w","file":"x/c.c","arguments":["cc","-DC","x/c.c"]},)"
      R"({"directory":"/w","file":"y/b.cc","arguments":["c++","-DY","-Igone","y/b.cc"]}])";
  const std::map<std::string, std::string> files = {
      {"x/a.cc", ""}, {"x/c.c", ""},   {"x/new.cc", ""},
      {"y/b.cc", ""}, {"y/new.h", ""}, {"compile_commands.json", db}};
  UnitFlags flags = FlagsFor(files, "x/new.cc");
  CHECK(flags.source == FlagSource::kSibling);
  CHECK(flags.arguments == Words{"c++", "-DX", "-x", "c++", "/w/x/new.cc"});
  CHECK(!flags.assume_have);
  flags = FlagsFor(files, "y/new.h");
  CHECK(flags.arguments == Words{"c++", "-DY", "-Igone", "-x", "c++", "/w/y/new.h"});
  CHECK(flags.assume_have);  // its build folder is gone
  CHECK(FlagsFor(files, "x/a.cc").source == FlagSource::kDatabase);
}

TEST_CASE("compile_flags.txt speaks for what lies below it", "[cxx]") {
  const UnitFlags flags =
      FlagsFor({{"p/q/a.cc", ""}, {"p/compile_flags.txt", "-Iinc\n\n-DX=a b\r\n"}}, "p/q/a.cc");
  CHECK(flags.source == FlagSource::kFlagsFile);
  CHECK(flags.directory == "/w/p");
  CHECK(flags.arguments == Words{"c++", "-Iinc", "-DX=a b", "-x", "c++", "/w/p/q/a.cc"});
}

TEST_CASE("build files name the language standard", "[cxx]") {
  struct Row {
    std::string text;
    std::string c;
    std::string cpp;
  };
  for (const Row& row : std::vector<Row>{
           {"set(CMAKE_CXX_STANDARD 17)", "", "gnu++17"},
           {"target_compile_features(x PUBLIC cxx_std_20)", "", "gnu++20"},
           {"CXXFLAGS += -std=c++14 -Wall\nCFLAGS=-std=gnu99", "gnu99", "gnu++14"},
           {"project('x', 'cpp', default_options: ['cpp_std=c++2a', 'c_std=c11'])", "gnu11", ""},
           {"set(CMAKE_CXX_STANDARD 11)\nset_target_properties(x CXX_STANDARD 23)", "", "gnu++23"},
           {"set(CMAKE_CXX_STANDARD ${STD})", "", ""},
       }) {
    CAPTURE(row.text);
    Standards standards;
    ReadStandards(row.text, standards);
    CHECK(standards.c == row.c);
    CHECK(standards.cpp == row.cpp);
  }
}

TEST_CASE("build files switch encryption on", "[cxx]") {
  struct Row {
    std::string text;
    std::set<std::string> features;
  };
  for (const Row& row : std::vector<Row>{
           {"OPT_SSL = -DUSE_SSL\nCFLAGS += -DNDEBUG", {"USE_SSL"}},
           {"target_compile_definitions(client PRIVATE -DSHOP_TLS)", {"SHOP_TLS"}},
           {"add_definitions(-DWITH_OPENSSL=1 -DTLS_VERSION=3)", {"WITH_OPENSSL"}},
           {"CFLAGS += -DNO_SSL -DOPENSSL_API_COMPAT=0x101 -DOPENSSL_STATIC", {}},
       }) {
    CAPTURE(row.text);
    Standards standards;
    ReadStandards(row.text, standards);
    CHECK(standards.features == row.features);
  }
}

TEST_CASE("bodies in code of others without a rule's word are skipped, by the largest folder",
          "[cxx]") {
  const std::map<std::string, std::string> files = {
      {"a.cc",
       "#include \"third_party/x/p.h\"\n#include \"third_party/x/q/r.h\"\n"
       "#include \"third_party/y/s.h\"\n#include \"own.h\"\n"},
      {"own.h", ""},
      {"third_party/x/p.h", "int call_it();\n"},
      {"third_party/x/q/r.h", ""},
      {"third_party/x/q/t.h", ""},
      {"third_party/y/s.h", ""}};
  const std::vector<ClauseWord> words = {{"call_it"}};
  const std::vector<CodeNote> notes = NotesOf(files, CodeScan({"call_it"}));
  const Triage triage(notes, words);
  const ForeignCode foreign(notes, triage);
  CHECK(foreign.ReadBy(triage.IndexOf("a.cc")) == Words{"third_party/x/q/", "third_party/y/"});
  CHECK(foreign.ReadBy(triage.IndexOf("own.h")).empty());
}

}  // namespace gonogo

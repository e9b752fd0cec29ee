#include "analyzer/engines/cxx/compile_db.h"

#include <catch2/catch.hpp>

namespace gonogo {
namespace {

CompileDbs Read(const MemoryTree& tree, const std::vector<std::string_view>& sources) {
  return ReadCompileDbs(tree, {"/w/t", "", sources});
}

std::string Entry(const std::string& directory, const std::string& file,
                  const std::string& command) {
  return R"({"directory":")" + directory + R"(","file":")" + file + R"(","command":")" + command +
         R"("})";
}

}  // namespace

TEST_CASE("databases are found where people keep them", "[cxx]") {
  for (const std::string place :
       {"", "build/", "build-debug/", "out/", "out/Default/", "cmake-build-release/", "builddir/",
        "_build/", "build/linux/", "server/build/", "server/"}) {
    CAPTURE(place);
    const MemoryTree tree({{"a.cc", ""},
                           {place + "compile_commands.json",
                            "[" + Entry("/w/t/build", "../a.cc", "c++ -DX -c ../a.cc") + "]"}});
    const CompileDbs dbs = Read(tree, {"a.cc"});
    REQUIRE(dbs.commands.contains("a.cc"));
    CHECK(dbs.commands.at("a.cc").arguments[1] == "-DX");
    CHECK(dbs.commands.at("a.cc").file == "../a.cc");
    CHECK(!dbs.commands.at("a.cc").trusted);
    CHECK(dbs.notices.empty());
  }
}

TEST_CASE("a link in the root to the database in the build folder is followed", "[cxx]") {
  MemoryTree tree({{"a.cc", ""},
                   {"elsewhere/x/compile_commands.json",
                    R"([{"directory":"/w/t","file":"a.cc","arguments":["cc","a.cc"]}])"}});
  tree.Add("compile_commands.json", EntryType::kSymlink, "elsewhere/x/compile_commands.json");
  CHECK(Read(tree, {"a.cc"}).commands.size() == 1);
  tree.Add("compile_commands.json", EntryType::kSymlink, "../../etc/passwd");
  CHECK(Read(tree, {"a.cc"}).commands.empty());
}

TEST_CASE("a database that was written elsewhere is read as if here", "[cxx]") {
  const MemoryTree tree(
      {{"src/a.cc", ""},
       {"src/b.cc", ""},
       {"build/compile_commands.json",
        "[" +
            Entry("/ci/job/7/build", "/ci/job/7/src/a.cc",
                  "c++ -I/ci/job/7/include -o a.o /ci/job/7/src/a.cc") +
            "," + Entry("/ci/job/7/build", "../src/b.cc", "c++ ../src/b.cc") + "]"}});
  const CompileDbs dbs = Read(tree, {"src/a.cc", "src/b.cc"});
  REQUIRE(dbs.commands.size() == 2);
  CHECK(dbs.commands.at("src/a.cc").directory == "/w/t/build");
  CHECK(dbs.commands.at("src/a.cc").arguments[1] == "-I/w/t/include");
  CHECK(dbs.commands.at("src/a.cc").output == "a.o");
}

TEST_CASE("stale and broken databases are told", "[cxx]") {
  const MemoryTree tree(
      {{"a.cc", ""},
       {"build/compile_commands.json", "[" + Entry("/w/t", "gone.cc", "c++ gone.cc") + "," +
                                           Entry("/w/t", "a.cc", "c++ a.cc") + ", 7, {}]"},
       {"out/compile_commands.json", "{\"not\": \"a list\"}"}});
  const CompileDbs dbs = Read(tree, {"a.cc"});
  CHECK(dbs.commands.size() == 1);
  REQUIRE(dbs.notices.size() == 2);
  CHECK(dbs.notices[0].message ==
        "'build/compile_commands.json' is stale: 1 of its 2 files are not there; make it anew for "
        "exact flags");
  CHECK(dbs.notices[1].id == "bad-compile-db");
}

TEST_CASE("files outside of the tree are none of ours", "[cxx]") {
  const MemoryTree tree(
      {{"a.cc", ""},
       {"compile_commands.json", "[" + Entry("/w/t", "../../etc/a.cc", "c++ a.cc") + "," +
                                     Entry("/w/t", "/w/tx/a.cc", "c++ a.cc") + "]"}});
  CHECK(Read(tree, {"a.cc"}).commands.empty());
}

}  // namespace gonogo

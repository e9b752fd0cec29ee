#include "analyzer/engines/cxx/include_index.h"

#include <catch2/catch.hpp>

#include "notes.h"

namespace gonogo {

TEST_CASE("an include means the file whose path ends in it", "[cxx]") {
  const std::map<std::string, std::string> files = {{"a/src/main.cc", ""},
                                                    {"a/src/local.h", ""},
                                                    {"a/include/net/fetch.h", ""},
                                                    {"b/include/net/fetch.h", ""},
                                                    {"config.h", ""},
                                                    {"third_party/z/json.h", ""},
                                                    {"lib/json.h", ""},
                                                    {"compat/string.h", ""},
                                                    {"src/util/deep/x.hpp", ""}};
  const std::vector<CodeNote> notes = NotesOf(files, CodeScan({}));
  const IncludeIndex index(notes);
  struct Row {
    std::string from;
    std::string spelled;
    bool angled;
    std::string path;
    std::string folder;
  };
  for (const Row& row : std::vector<Row>{
           {"a/src/main.cc", "local.h", false, "a/src/local.h", ""},
           {"a/src/main.cc", "net/fetch.h", false, "a/include/net/fetch.h", "a/include"},
           {"b/x.cc", "net/fetch.h", true, "b/include/net/fetch.h", "b/include"},
           {"a/src/main.cc", "../include/net/fetch.h", false, "a/include/net/fetch.h", ""},
           {"a/src/main.cc", "config.h", false, "config.h", ""},
           {"a/src/main.cc", "json.h", false, "lib/json.h", "lib"},
           {"a/src/main.cc", "string.h", true, "", ""},
           {"a/src/main.cc", "string.h", false, "compat/string.h", "compat"},
           {"a/src/main.cc", "deep/x.hpp", true, "src/util/deep/x.hpp", "src/util"},
           {"a/src/main.cc", "eep/x.hpp", true, "", ""},
           {"a/src/main.cc", "missing.h", false, "", ""},
           {"a/src/main.cc", "../../../../etc/config.h", false, "", ""},
       }) {
    CAPTURE(row.from, row.spelled);
    const ResolvedInclude found = index.Resolve(row.from, {row.spelled, row.angled});
    CHECK(found.path == row.path);
    CHECK(found.folder == row.folder);
  }
}

TEST_CASE("paths are made plain without leaving the root", "[cxx]") {
  CHECK(NormalPath("a/./b//c/../d") == "a/b/d");
  CHECK(NormalPath("../a") == "");
  CHECK(NormalPath("a/../../b") == "");
  CHECK(NormalPath("/x/y") == "x/y");
}

}  // namespace gonogo

#include "analyzer/engines/cxx/open_uses.h"

#include <catch2/catch.hpp>

#include "notes.h"

namespace gonogo {
namespace {

/// The units that are parsed, where rules ask for `QSqlDatabase::exec` and, with `made`, for what
/// makes one as well.
std::vector<std::string> Parsed(const std::map<std::string, std::string>& files,
                                bool made = false) {
  ClauseWord database{"QSqlDatabase", WordPlace::kAnywhere, true};
  if (!made) database.calls = {"exec"};
  const std::vector<ClauseWord> words = {database, {"curl_easy_perform"}};
  const CodeScan scan{{"QSqlDatabase", "curl_easy_perform"},
                      {WordPlace::kAnywhere, WordPlace::kAnywhere}};
  const std::vector<CodeNote> notes = NotesOf(files, scan);
  Triage triage(notes, words);
  SettleOpenUses(triage, words, [&](std::size_t index, std::string& text) {
    text = files.at(notes[index].path);
    return notes[index].path != "src/locked.cpp";
  });
  std::vector<std::string> paths;
  for (const std::size_t index : triage.TakeNew()) paths.push_back(notes[index].path);
  return paths;
}

using Paths = std::vector<std::string>;

}  // namespace

TEST_CASE("of the units that include a class's name those are parsed that call it", "[cxx]") {
  const std::map<std::string, std::string> files = {
      {"src/message.h", "void Save(QSqlDatabase& db);"},
      {"src/a_reads.cpp", "#include \"message.h\"\nint a;"},
      {"src/far.cpp", "#include \"list.h\"\nvoid F() { Db()->exec(text); }"},
      {"src/label.cpp", "#include \"list.h\"\n// exec\nconst char* k = \"exec\";"},
      {"src/list.h", "#include \"message.h\""},
      {"src/own.cpp", "QSqlDatabase db;"},
      {"src/stranger.cpp", "dialog.exec();"}};
  // The first reads the header itself, in which a body may stand.
  CHECK(Parsed(files) == Paths{"src/far.cpp", "src/own.cpp"});
  CHECK(Parsed(files, true) ==
        Paths{"src/a_reads.cpp", "src/far.cpp", "src/label.cpp", "src/own.cpp"});
}

TEST_CASE("a header that names a class is read with one unit at least", "[cxx]") {
  CHECK(Parsed({{"src/db.h", "inline void Run(QSqlDatabase& db) { db.exec(sql); }"},
                {"src/one.cpp", "#include \"db.h\""},
                {"src/two.cpp", "#include \"db.h\""}}) == Paths{"src/one.cpp"});
}

TEST_CASE("a unit that cannot be read, and one that another word asks for, stay", "[cxx]") {
  CHECK(Parsed({{"src/db.h", "QSqlDatabase Db();\n#define GET curl_easy_perform(c)"},
                {"src/one.cpp", "#include \"db.h\""},
                {"src/two.cpp", "#include \"db.h\""}}) == Paths{"src/one.cpp", "src/two.cpp"});
  CHECK(Parsed({{"src/db.h", "QSqlDatabase Db();"},
                {"src/locked.cpp", "#include \"db.h\""},
                {"src/two.cpp", "#include \"db.h\"\nx.exec();"}}) ==
        Paths{"src/locked.cpp", "src/two.cpp"});
}

}  // namespace gonogo

#include "analyzer/engines/cxx/prelude_choice.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <numeric>
#include <string>
#include <vector>

#include "notes.h"

namespace gonogo {
namespace {

using Words = std::vector<std::string>;

/// The preludes of all files of the tree, which are parsed in one round.
std::vector<Words> PreludesOf(const std::map<std::string, std::string>& files) {
  const MemoryTree tree(files);
  const std::vector<CodeNote> notes = NotesOf(files, CodeScan({}));
  const Triage triage(notes, {});
  const CompileDbs dbs;
  const FlagChooser flags(tree, "/w", dbs, triage, notes, {}, false);
  std::vector<std::size_t> all(notes.size());
  std::iota(all.begin(), all.end(), 0U);
  std::vector<ParseRequest> requests(notes.size());
  for (const std::size_t i : all) requests[i].arguments = flags.For(i).arguments;
  PreludeChoice choice;
  choice.Fill(all, flags, requests);
  std::vector<Words> preludes;
  for (const ParseRequest& request : requests) preludes.push_back(request.prelude);
  return preludes;
}

std::map<std::string, std::string> Units(int count, const std::string& text,
                                         const std::string& ending = "cc") {
  std::map<std::string, std::string> files;
  for (int i = 0; i < count; ++i) files[fmt::format("a{}.{}", i, ending)] = text;
  return files;
}

}  // namespace

TEST_CASE("units that share flags and standard headers share a prelude", "[cxx]") {
  const std::string text = "#include <string>\n#include <map>\n#include <curl/curl.h>\n";
  CHECK(PreludesOf(Units(8, text)) == std::vector<Words>(8, Words{"map", "string"}));
  CHECK(PreludesOf(Units(7, text)) == std::vector<Words>(7));
  CHECK(PreludesOf(Units(8, "#include <cstdint>\n")) == std::vector<Words>(8));
  CHECK(PreludesOf(Units(8, "#include <string.h>\n", "c")) == std::vector<Words>(8));
}

TEST_CASE("what few units include is in no prelude", "[cxx]") {
  auto files = Units(8, "#include <string>\n");
  files["b.cc"] = "#include <thread>\n";
  CHECK(PreludesOf(files) == std::vector<Words>(9, Words{"string"}));
}

TEST_CASE("headers count that come through the tree's own, and those of Qt", "[cxx]") {
  auto files = Units(8, "#include \"h.h\"\n");
  files["h.h"] = "#include <vector>\n";
  CHECK(PreludesOf(files)[0] == Words{"vector"});
  const Words qt = PreludesOf(Units(8, "#include <QString>\n"))[0];
  CHECK(qt == Words{"chrono", "cstddef", "cstdint", "functional", "string", "utility"});
}

TEST_CASE("other include folders do not part units, other options do", "[cxx]") {
  std::vector<ParseRequest> requests(9);
  const std::map<std::string, std::string> files = Units(9, "#include <string>\n");
  const MemoryTree tree(files);
  const std::vector<CodeNote> notes = NotesOf(files, CodeScan({}));
  const Triage triage(notes, {});
  const CompileDbs dbs;
  const FlagChooser flags(tree, "/w", dbs, triage, notes, {}, false);
  std::vector<std::size_t> all(9);
  std::iota(all.begin(), all.end(), 0U);
  for (const std::size_t i : all)
    requests[i].arguments = {"c++", i == 8 ? "-DX" : "-DY", fmt::format("-I/w/{}", i)};
  PreludeChoice choice;
  choice.Fill(all, flags, requests);
  CHECK(requests[0].prelude == Words{"string"});
  CHECK(requests[8].prelude.empty());
  // A later round of few units has what the flags have.
  std::vector<ParseRequest> later(1);
  later[0].arguments = {"c++", "-DY"};
  choice.Fill(std::vector<std::size_t>{0}, flags, later);
  CHECK(later[0].prelude == Words{"string"});
}

}  // namespace gonogo

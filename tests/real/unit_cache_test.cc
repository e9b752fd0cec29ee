#include "analyzer/cache/unit_cache.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "scratch_folder.h"

namespace gonogo {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSource = "#include \"b.h\"\nauto* p = \"hidden words\";\n";

ParseRequest OneRequest() {
  ParseRequest request;
  request.directory = "/w";
  request.file = "/w/src/a.cc";
  request.root = "/w";
  request.arguments = {"c++", "-I/w/first", "-I/w/include", "/w/src/a.cc"};
  return request;
}

ParseAnswer AnswerOf(const std::string& text) {
  ParseAnswer answer;
  answer.unit.path = "src/a.cc";
  answer.unit.files = {"src/a.cc"};
  answer.unit.dependencies = {"src/a.cc", "include/b.h", "/gonogo-cxx/include/stddef.h"};
  CxxInclude include;
  include.spelled = "b.h";
  include.resolved = "include/b.h";
  include.place = {0, 1, 1, 1, 10};
  answer.unit.includes = {include};
  CxxGlobal global;
  global.initialiser.kind = CxxValueKind::kText;
  global.initialiser.text = text;
  global.initialiser.spelled = {{0, 2, 11, 2, 25}};
  answer.unit.globals = {global};
  return answer;
}

std::map<std::string, std::string> Files() {
  return {{"src/a.cc", std::string(kSource)}, {"include/b.h", "int b;"}};
}

std::optional<ParseAnswer> GetIn(const std::string& folder,
                                 const std::map<std::string, std::string>& files,
                                 const ParseRequest& request = OneRequest(),
                                 const std::string& identity = "worker 1") {
  const MemoryTree tree(files);
  return UnitCache(tree, request.root, folder, identity).Get(request);
}

void PutIn(const std::string& folder, const ParseAnswer& answer) {
  const MemoryTree tree(Files());
  UnitCache(tree, "/w", folder, "worker 1").Put(OneRequest(), answer);
}

std::vector<fs::path> EntriesIn(const std::string& folder) {
  std::vector<fs::path> entries;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) entries.push_back(entry.path());
  }
  return entries;
}

}  // namespace

TEST_CASE("a unit comes back with its texts, and holds none on disk", "[cache][real]") {
  const ScratchFolder scratch;
  const std::string folder = scratch.path() + "/cache/gonogo";
  PutIn(folder, AnswerOf("hidden words"));
  const auto answer = GetIn(folder, Files());
  REQUIRE(answer);
  CHECK(EncodeUnit(answer->unit) == EncodeUnit(AnswerOf("hidden words").unit));
  const auto entries = EntriesIn(folder);
  REQUIRE(entries.size() == 1);
  struct stat status = {};
  REQUIRE(stat(entries[0].c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  REQUIRE(stat(folder.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0700);
}

TEST_CASE("a unit whose texts cannot be read again is not kept", "[cache][real]") {
  const ScratchFolder scratch;
  PutIn(scratch.path(), AnswerOf("other words"));
  CHECK(EntriesIn(scratch.path()).empty());
  ParseAnswer answer = AnswerOf("hidden words");
  answer.unit.globals[0].initialiser.spelled.clear();
  PutIn(scratch.path(), answer);
  CHECK(EntriesIn(scratch.path()).empty());
  DropUnspelledTexts(answer.unit);
  PutIn(scratch.path(), answer);
  CHECK(EntriesIn(scratch.path()).size() == 1);
}

TEST_CASE("the signature that a macro makes of a slot is kept as it is", "[cache][real]") {
  const ScratchFolder scratch;
  const std::string slot = "1onErrors(QList<QSslError>)";
  ParseAnswer answer = AnswerOf(slot);
  answer.unit.globals[0].initialiser.spelled.clear();
  DropUnspelledTexts(answer.unit);
  PutIn(scratch.path(), answer);
  const auto kept = GetIn(scratch.path(), Files());
  REQUIRE(kept);
  CHECK(kept->unit.globals[0].initialiser.text == slot);

  for (const std::string text : {"word(by)word", "(word)", "12", "a b(c)", "word(s3cret!)"}) {
    answer.unit.globals[0].initialiser.text = text;
    DropUnspelledTexts(answer.unit);
    CHECK(answer.unit.globals[0].initialiser.text.empty());
  }
}

TEST_CASE("an entry holds while what it stands on is the same", "[cache][real]") {
  const ScratchFolder scratch;
  PutIn(scratch.path(), AnswerOf("hidden words"));
  REQUIRE(GetIn(scratch.path(), Files()));

  auto files = Files();
  files["include/b.h"] += " ";
  CHECK(!GetIn(scratch.path(), files));
  files = Files();
  files.erase("include/b.h");
  CHECK(!GetIn(scratch.path(), files));
  files = Files();
  files["other.h"] = "";
  CHECK(GetIn(scratch.path(), files));
  files["first/b.h"] = "";  // would be read in place of include/b.h
  CHECK(!GetIn(scratch.path(), files));

  ParseRequest request = OneRequest();
  request.arguments[0] = "clang++";
  CHECK(!GetIn(scratch.path(), Files(), request));
  CHECK(!GetIn(scratch.path(), Files(), OneRequest(), "worker 2"));
  request = OneRequest();
  request.id = 7;
  CHECK(GetIn(scratch.path(), Files(), request)->id == 7);
}

TEST_CASE("two checkouts share their entries", "[cache][real]") {
  const ScratchFolder scratch;
  PutIn(scratch.path(), AnswerOf("hidden words"));
  ParseRequest request = OneRequest();
  request.directory = request.root = "/else/where";
  request.file = "/else/where/src/a.cc";
  request.arguments = {"c++", "-I/else/where/first", "-I/else/where/include",
                       "/else/where/src/a.cc"};
  CHECK(GetIn(scratch.path(), Files(), request));
}

TEST_CASE("a damaged entry is a miss", "[cache][real]") {
  const ScratchFolder scratch;
  PutIn(scratch.path(), AnswerOf("hidden words"));
  const fs::path entry = EntriesIn(scratch.path()).at(0);
  std::ifstream in(entry, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  for (std::size_t size = 0; size < bytes.size(); size += 7) {
    std::ofstream(entry, std::ios::binary) << bytes.substr(0, size);
    REQUIRE(!GetIn(scratch.path(), Files()));
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    std::ofstream(entry, std::ios::binary) << damaged;
    const auto answer = GetIn(scratch.path(), Files());
    if (answer) CHECK(EncodeUnit(answer->unit) == EncodeUnit(AnswerOf("hidden words").unit));
  }
}

TEST_CASE("the oldest entries go where there are too many bytes", "[cache][real]") {
  const ScratchFolder scratch;
  const MemoryTree tree(Files());
  {
    UnitCache cache(tree, "/w", scratch.path(), "worker 1");
    for (int i = 0; i < 20; ++i) {
      ParseRequest request = OneRequest();
      request.arguments.push_back("-DI=" + std::to_string(i));
      cache.Put(request, AnswerOf("hidden words"));
    }
  }
  const auto entries = EntriesIn(scratch.path());
  REQUIRE(entries.size() == 20);
  const std::uint64_t each = fs::file_size(entries[0]);
  {
    UnitCache cache(tree, "/w", scratch.path(), "worker 2");
    cache.set_most_bytes(5 * each + each / 2);
    cache.Put(OneRequest(), AnswerOf("hidden words"));
  }
  CHECK(EntriesIn(scratch.path()).size() <= 6);
  CHECK(GetIn(scratch.path(), Files(), OneRequest(), "worker 2"));
}

}  // namespace gonogo

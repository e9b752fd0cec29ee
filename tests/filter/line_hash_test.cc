#include "analyzer/filter/line_hash.h"

#include <catch2/catch.hpp>

#include "analyzer/base/text_position.h"
#include "analyzer/filter/fingerprint.h"

namespace gonogo {
namespace {

using Hashes = std::vector<std::string>;

TEST_CASE("line hashes are those of GitHub's action") {
  CHECK(PrimaryLocationLineHashes("") == Hashes{"c129715d7a2bc9a3:1"});
  CHECK(
      PrimaryLocationLineHashes(" a\nb\n  \t\tc\n d") ==
      Hashes{"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"});
  std::string lorem;
  for (int i = 0; i < 10; ++i) lorem += "Lorem ipsum dolor sit amet.\n";
  CHECK(PrimaryLocationLineHashes(lorem) ==
        Hashes{"a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3",
               "a7f2ff13bc495cf2:4", "a7f2ff13bc495cf2:5", "a7f2ff13bc495cf2:6",
               "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1",
               "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1"});
}

TEST_CASE("line ends and blanks do not change a line's hash") {
  const Hashes plain = PrimaryLocationLineHashes("a = 1\nb = 2\n\nc\n");
  CHECK(PrimaryLocationLineHashes("a = 1\r\nb = 2\r\n\r\nc\r\n") == plain);
  CHECK(PrimaryLocationLineHashes("a = 1\rb = 2\r\rc\r") == plain);
  CHECK(PrimaryLocationLineHashes("\ta=1\n  b  =\t2\n \nc \n") == plain);
  CHECK(PrimaryLocationLineHashes("a = 1\nb = 3\n\nc\n") != plain);
}

TEST_CASE("text counts 100 units behind the line's begin and no more") {
  const auto hash = [](std::size_t fill, char last) {
    std::string line(1, 'y');
    line.append(fill, 'x').push_back(last);
    return LineHashes(line)[0];
  };
  CHECK(hash(99, 'z') == hash(99, 'w'));
  CHECK(hash(98, 'z') != hash(98, 'w'));
  // Characters above U+FFFF are two units: with 49 of them the last two characters are the 99th and
  // 100th unit.
  std::string wide;
  for (int i = 0; i < 49; ++i) wide += "\xF0\x9F\x98\x80";
  CHECK(LineHashes(wide + "ab")[0] != LineHashes(wide + "ac")[0]);
  CHECK(LineHashes(wide + "abc")[0] == LineHashes(wide + "abd")[0]);
}

TEST_CASE("invalid bytes count as the replacement character") {
  CHECK(LineHashes("a\xFFz") == LineHashes("a\xEF\xBF\xBDz"));
  CHECK(LineHashes("a\xE2\x82z") == LineHashes("a\xEF\xBF\xBDz"));
}

TEST_CASE("there is a hash for each line of the line index") {
  for (const std::string_view text :
       {"", "\n", "a", "a\n", "a\r\nb", "\r\r\n\n", "a\r \nb", "  \n\t", "\n\r"}) {
    CAPTURE(text);
    CHECK(LineHashes(text).size() == LineIndex(text).line_count());
  }
}

}  // namespace
}  // namespace gonogo

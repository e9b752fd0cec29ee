#include "analyzer/base/edit_distance.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace gonogo {
namespace {

TEST_CASE("edit distance counts insertions, deletions, replacements and swaps") {
  struct Row {
    std::string a, b;
    std::size_t distance;
  };
  const std::vector<Row> rows = {
      {"", "", 0},
      {"abc", "abc", 0},
      {"abc", "ABC", 0},
      {"", "abc", 3},
      {"severity", "serverity", 1},
      {"kind", "knid", 1},
      {"abcd", "acbd", 1},
      {"token", "tokn", 1},
      {"kitten", "sitting", 3},
      {std::string(70, 'a'), "a", 70},
  };
  for (const Row& row : rows) {
    INFO(row.a << " / " << row.b);
    CHECK(EditDistance(row.a, row.b) == row.distance);
    CHECK(EditDistance(row.b, row.a) == row.distance);
  }
}

TEST_CASE("did you mean names the nearest word, or nothing") {
  const std::vector<std::string_view> options = {"severity", "precision", "message",
                                                 "secret-in-url"};
  CHECK(DidYouMean("serverity", options) == "; did you mean \"severity\"?");
  CHECK(DidYouMean("Message", options) == "; did you mean \"message\"?");
  CHECK(DidYouMean("secret", options) == "; did you mean \"secret-in-url\"?");
  CHECK(DidYouMean("xyz", options) == "");
  CHECK(DidYouMean("", options) == "");
}

TEST_CASE("similar words come best first") {
  const std::vector<std::string_view> options = {"detached-treads", "detached-thread", "attached"};
  const auto similar = SimilarWords("detached-thraed", options, 3);
  REQUIRE(similar.size() == 2);
  CHECK(similar[0] == "detached-thread");
}

}  // namespace
}  // namespace gonogo

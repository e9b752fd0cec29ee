#include "analyzer/engines/text/windows.h"

#include <catch2/catch.hpp>

namespace gonogo {
namespace {

std::string At(std::string_view text, Window window) {
  return std::string(text.substr(window.begin, window.end - window.begin));
}

std::string Lines(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "line " + std::to_string(i) + "\n";
  return text;
}

/// What the list gives must be the union of the single windows.
std::vector<Window> Union(std::string_view text, TextSpan span, const std::vector<Window>& places) {
  std::vector<Window> merged;
  for (Window place : places) {
    const Window window = WindowAround(text, span, place.begin, place.end);
    if (!merged.empty() && window.begin <= merged.back().end) {
      merged.back().end = std::max(merged.back().end, window.end);
    } else {
      merged.push_back(window);
    }
  }
  return merged;
}

}  // namespace

TEST_CASE("a line ends at LF and at a lone CR", "[windows]") {
  const std::string text = "one\ntwo\r\nthree\rfour";
  CHECK(At(text, WindowAround(text, TextSpan::kLine, 0, 1)) == "one");
  CHECK(At(text, WindowAround(text, TextSpan::kLine, 5, 6)) == "two\r");
  CHECK(At(text, WindowAround(text, TextSpan::kLine, 10, 12)) == "three");
  CHECK(At(text, WindowAround(text, TextSpan::kLine, 15, 19)) == "four");
}

TEST_CASE("a long line is cut 4 KiB before and after", "[windows]") {
  const std::string text(20'000, 'x');
  CHECK(WindowAround(text, TextSpan::kLine, 10'000, 10'005) == Window{5'904, 14'101});
}

TEST_CASE("a block is 8 lines before and 128 after", "[windows]") {
  const std::string text = Lines(400);
  const std::size_t at = text.find("line 200");
  const std::string block = At(text, WindowAround(text, TextSpan::kBlock, at, at + 4));
  CHECK(block.starts_with("line 192\n"));
  CHECK(block.ends_with("line 328"));
}

TEST_CASE("a block has at most 16 KiB", "[windows]") {
  const std::string text(60'000, 'x');
  CHECK(WindowAround(text, TextSpan::kBlock, 30'000, 30'000) == Window{25'904, 42'288});
}

TEST_CASE("a list of windows is the union of the single ones", "[windows]") {
  std::string text =
      Lines(600) + std::string(30'000, 'y') + "\r\n" + Lines(300) + "\r\r" + Lines(20);
  std::uint64_t random = 1;
  for (TextSpan span : {TextSpan::kLine, TextSpan::kBlock}) {
    for (int round = 0; round < 12; ++round) {
      WindowList list;
      std::vector<Window> places;
      std::uint64_t at = 0;
      while (true) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        at += (random >> 33) % (round % 2 == 0 ? 40 : 9000) + 1;
        if (at + 3 > text.size()) break;
        places.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 3)});
        list.Add(text, span, at, at + 3);
      }
      CAPTURE(round);
      REQUIRE(list.windows() == Union(text, span, places));
    }
  }
}

TEST_CASE("windows of a hostile text stop at a limit", "[windows]") {
  std::string text;
  for (std::size_t i = 0; i < WindowList::kMost + 10; ++i) text += "k\n";
  WindowList list;
  for (std::size_t i = 0; i < text.size(); i += 2) list.Add(text, TextSpan::kLine, i, i + 1);
  CHECK(list.windows().size() == WindowList::kMost);
  CHECK(list.overflowed());
}

}  // namespace gonogo

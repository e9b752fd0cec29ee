#include "analyzer/engines/cxx/word_scan.h"

#include <catch2/catch.hpp>
#include <random>

namespace gonogo {
namespace {

/// The same answer in the plainest way.
std::vector<std::uint32_t> SlowScan(const std::vector<std::string>& words, std::string_view text) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t number = 0; number < words.size(); ++number) {
    const std::string& word = words[number];
    for (std::size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + 1)) {
      const bool begins = at == 0 || !IsIdentifierByte(text[at - 1]);
      const std::size_t end = at + word.size();
      const bool ends = end == text.size() || !IsIdentifierByte(text[end]);
      if (!begins || !ends) continue;
      found.push_back(number);
      break;
    }
  }
  return found;
}

}  // namespace

TEST_CASE("words are found as whole identifiers", "[cxx]") {
  const WordScan scan({"connect", "cpr", "x"});
  struct Row {
    std::string text;
    std::vector<std::uint32_t> found;
  };
  for (const Row& row : std::vector<Row>{
           {"", {}},
           {"connect", {0}},
           {"connect(s); cpr::Get()", {0, 1}},
           {"reconnect connects connect_ _connect connect2", {}},
           {"a.connect", {0}},
           {"x", {2}},
           {"xx 1x", {}},
           {"cpr", {1}},
           {std::string(200, ' ') + "connect", {0}},
           {std::string(63, 'a') + " connect", {0}},
           {std::string(64, 'a') + "connect", {}},
           {std::string(60, ' ') + "cpr" + std::string(90, '\n'), {1}},
       }) {
    CAPTURE(row.text);
    CHECK(scan.Scan(row.text) == row.found);
  }
}

TEST_CASE("a function's name counts where it is called", "[cxx]") {
  const WordScan scan({"read", "Timeout"}, {WordPlace::kCall, WordPlace::kAnywhere});
  for (const std::string text :
       {"read(fd)", "n = read (fd", "(read\n(fd)", "::read(fd)", "return read(fd)", "a; read(fd)",
        "#define GET read(fd)", "= *read(fd)", "open(p);  // no luck\n  read(fd)",
        "// wait.\n// then\nread(fd)"}) {
    CAPTURE(text);
    CHECK(scan.Scan(text) == std::vector<std::uint32_t>{0});
  }
  for (const std::string text :
       {"read", "read;", "s.read(fd)", "p->read(fd)", "p ->\nread(fd)", "int read(int fd);",
        "char *read(", "Array::read(fd)", "virtual Data\nread()"}) {
    CAPTURE(text);
    CHECK(scan.Scan(text).empty());
  }
  CHECK(scan.Scan("Timeout;") == std::vector<std::uint32_t>{1});
}

TEST_CASE("the fast scan and the plain one agree", "[cxx]") {
  const std::vector<std::string> words = {"abab", "ab", "abc_1", "b", "_a", "cabcab"};
  const WordScan scan(words);
  const WordScan longer({"abab", "abc_1", "cabcab"});
  std::mt19937 random(1);
  constexpr std::string_view kBytes = "aabbcc_1 (.\xe4";
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const std::size_t size = random() % 300;
    while (text.size() < size) text += kBytes[random() % kBytes.size()];
    CAPTURE(text);
    REQUIRE(scan.Scan(text) == SlowScan(words, text));
    REQUIRE(longer.Scan(text) == SlowScan(longer.words(), text));
  }
}

TEST_CASE("a namespace counts where it is spoken of", "[cxx]") {
  const WordScan scan({"web"}, {WordPlace::kScope});
  for (const std::string text : {"web::uri u;", "using namespace web;", "namespace web {",
                                 "namespace net = a::web;", "web\n::uri"}) {
    CAPTURE(text);
    CHECK(scan.Scan(text) == std::vector<std::uint32_t>{0});
  }
  for (const std::string text : {"web", "int web = 1;", "web.get()", "web ? a : b"}) {
    CAPTURE(text);
    CHECK(scan.Scan(text).empty());
  }
}

}  // namespace gonogo

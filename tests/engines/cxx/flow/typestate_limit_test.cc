#include <catch2/catch.hpp>

#include <string>
#include <string_view>

#include "tests/engines/cxx/flow/told.h"

namespace gonogo {
namespace {

/// Handles that live through many branches: each turn looks at all of them.
std::string Entangled(std::string_view name, unsigned handles, unsigned branches) {
  std::string text = "fn void " + std::string(name) + "(bool x) {";
  for (unsigned i = 0; i < handles; ++i) {
    const std::string handle = "h" + std::to_string(i);
    text += " var CURL " + handle + " = curl_easy_init();";
  }
  for (unsigned i = 0; i < branches; ++i)
    text += " if (x) { curl_easy_setopt(h0, CURLOPT_VERBOSE, 1); }";
  return text + " curl_easy_perform(h0); }\n";
}

TEST_CASE("a function that takes too much work is given up, and named") {
  const MiniRule rule(CurlTransfer());
  const std::string small =
      "fn void small() { var CURL h = curl_easy_init();\n"
      "curl_easy_perform(h); }";
  CHECK(Told(Entangled("middling", 20, 20) + small, rule.rule()) == "1 certain h0, 2 certain h");
  const std::string large = Entangled("large", 400, 1500) + small;
  CHECK(Told(large, rule.rule()) == "2 certain h");
  CHECK(NoticesTold(large, rule.rule()) ==
        "rule \"mini\": 'large' is too large or too entangled to follow to the end; what it is "
        "given counts as unknown");
}

TEST_CASE("many large functions leave the small ones what they need") {
  const MiniRule rule(CurlTransfer());
  std::string text;
  for (unsigned i = 0; i < 14; ++i) text += Entangled("large" + std::to_string(i), 300, 900);
  text += "fn void small() { var CURL h = curl_easy_init();\ncurl_easy_perform(h); }";
  CHECK(Told(text, rule.rule()) == "15 certain h");
}

}  // namespace
}  // namespace gonogo

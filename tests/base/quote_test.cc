#include "analyzer/base/quote.h"

#include <catch2/catch.hpp>

namespace gonogo {
namespace {

TEST_CASE("a name of any bytes is shown on one line of UTF-8") {
  CHECK(Quote("src/main.cc") == "'src/main.cc'");
  CHECK(Quote("") == "''");
  CHECK(Quote("a\nb\x7F") == "'a\\x0ab\\x7f'");
  CHECK(Quote("caf\xC3\xA9") == "'caf\xC3\xA9'");
  CHECK(Quote("caf\xE9!") == "'caf\\xe9!'");
  CHECK(Quote(std::string(500, 'x') + "end") == "'..." + std::string(157, 'x') + "end'");
}

}  // namespace
}  // namespace gonogo

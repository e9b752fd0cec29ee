#include "analyzer/engines/text/encodings.h"

#include <catch2/catch.hpp>

namespace gonogo {

TEST_CASE("base64 of the RFC's vectors", "[encodings]") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"", ""},           {"f", "Zg"},          {"fo", "Zm8"},         {"foo", "Zm9v"},
      {"foob", "Zm9vYg"}, {"fooba", "Zm9vYmE"}, {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : rows) {
    CAPTURE(bytes);
    CHECK(Base64Encode(bytes) == text);
    CHECK(Base64Decode(text) == bytes);
    CHECK(Base64Decode(text + std::string((4 - text.size() % 4) % 4, '=')) == bytes);
    CHECK(Base64IsCanonical(text));
  }
}

TEST_CASE("base64 decoding takes both alphabets and refuses what is none", "[encodings]") {
  CHECK(Base64Encode("\xfb\xff") == "+/8");
  CHECK(Base64Encode("\xfb\xff", Base64Alphabet::kUrlSafe) == "-_8");
  CHECK(Base64Decode("-_8") == "\xfb\xff");
  CHECK_FALSE(Base64Decode("Zm9vY"));
  CHECK_FALSE(Base64Decode("Zm 9v"));
  CHECK_FALSE(Base64Decode("Zg===="));
  CHECK_FALSE(Base64IsCanonical("Zh"));
}

TEST_CASE("base32, hex and percent", "[encodings]") {
  CHECK(Base32Encode("foobar") == "MZXW6YTBOI");
  CHECK(Base32Decode("MZXW6YTBOI") == "foobar");
  CHECK_FALSE(Base32Decode("MZXW1"));
  CHECK(HexEncode("\x01\xff") == "01ff");
  CHECK(HexDecode("01fF") == "\x01\xff");
  CHECK_FALSE(HexDecode("01f"));
  CHECK_FALSE(HexDecode("0g"));
  CHECK(PercentEncode("a:/b") == "a%3a%2fb");
  CHECK(PercentDecode("a%3A%2fb%") == "a:/b%");
  CHECK(PercentDecode("%zz%4") == "%zz%4");
  CHECK(PercentDecode("%41") == "A");
}

TEST_CASE("checksums and number bases", "[encodings]") {
  CHECK(Crc32("123456789") == 0xcbf43926u);
  CHECK(Base62(61, 3) == "00z");
  CHECK(Base62(62, 1) == "10");
  CHECK(Base36(35, 2) == "0z");
}

}  // namespace gonogo

#include <catch2/catch.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/classify/classifier.h"

namespace gonogo {
namespace {

using namespace std::string_literals;

std::string Utf16(const std::u16string& units, bool big_endian) {
  std::string bytes;
  for (const char16_t unit : units) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xff);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  }
  return bytes;
}

std::string Decoded(std::string bytes) {
  std::string spare;
  REQUIRE(DecodeText(bytes, spare));
  return bytes;
}

struct Row {
  std::string bytes;
  Encoding encoding;
};

TEST_CASE("bytes tell their encoding") {
  const std::vector<Row> rows = {
      {"", Encoding::kUtf8},
      {"a", Encoding::kUtf8},
      {"plain \xff\xc0 invalid", Encoding::kUtf8},
      {"\xef\xbb\xbfx", Encoding::kUtf8Bom},
      {"\xef\xbb", Encoding::kUtf8},
      {"\xff\xfe"
       "a\0"s,
       Encoding::kUtf16Le},
      {"\xfe\xff\0"
       "a"s,
       Encoding::kUtf16Be},
      {"\xff\xfe\0\0"
       "a\0\0\0"s,
       Encoding::kBinary},
      {"a\0b"s, Encoding::kBinary},
      {std::string(7999, 'a') + '\0', Encoding::kBinary},
      {std::string(8000, 'a') + '\0', Encoding::kUtf8},
      {"\xef\xbb\xbf\0"s, Encoding::kBinary},
      {"%PDF-1.7\n", Encoding::kBinary},
      {"PK\x03\x04zip", Encoding::kBinary},
      {"\x1f\x8b\x08gz", Encoding::kBinary},
      {"GIF89a", Encoding::kBinary},
      {"GIF is a format", Encoding::kUtf8},
      {"PKI notes", Encoding::kUtf8},
      {Utf16(u"password = value\r\n", false), Encoding::kUtf16Le},
      {Utf16(u"password = value\r\n", true), Encoding::kUtf16Be},
      {Utf16(u"short", false), Encoding::kBinary},
      {"\1\0\2\0\3\0\4\0\5\0\6\0\7\0\1\0"s, Encoding::kBinary},
      {std::string(64, '\0'), Encoding::kBinary},
  };
  for (const Row& row : rows) {
    INFO(row.bytes);
    CHECK(static_cast<int>(DetectEncoding(row.bytes)) == static_cast<int>(row.encoding));
  }
}

TEST_CASE("UTF-16 becomes UTF-8 exactly") {
  // Every code point but surrogates, with neighbours of each length.
  std::u16string units;
  std::string expected;
  for (std::uint32_t code = 1; code < 0x110000; code += (code < 0x3000 ? 1 : 97)) {
    if (code >= 0xd800 && code < 0xe000) continue;
    if (code < 0x10000) {
      units += static_cast<char16_t>(code);
    } else {
      units += static_cast<char16_t>(0xd800 + ((code - 0x10000) >> 10));
      units += static_cast<char16_t>(0xdc00 + ((code - 0x10000) & 0x3ff));
    }
    const auto put = [&](std::uint32_t byte) { expected += static_cast<char>(byte); };
    const int length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    constexpr std::uint32_t kLead[] = {0, 0, 0xc0, 0xe0, 0xf0};
    put(kLead[length] | code >> (6 * (length - 1)));
    for (int rest = length - 2; rest >= 0; --rest) put(0x80 | (code >> (6 * rest) & 0x3f));
  }
  CHECK(Decoded("\xff\xfe" + Utf16(units, false)) == expected);
  CHECK(Decoded("\xfe\xff" + Utf16(units, true)) == expected);
}

TEST_CASE("broken UTF-16 is mended with replacement characters") {
  const std::string mark = "\xef\xbf\xbd";
  CHECK(Decoded("\xff\xfe" + Utf16({u'a', 0xd800, u'b'}, false)) == "a" + mark + "b");
  CHECK(Decoded("\xff\xfe" + Utf16({u'a', 0xdc00, u'b'}, false)) == "a" + mark + "b");
  CHECK(Decoded("\xff\xfe" + Utf16({0xd800, 0xd800, 0xdc00}, false)) == mark + "\xf0\x90\x80\x80");
  CHECK(Decoded("\xfe\xff" + Utf16({u'a', 0xdbff}, true)) == "a" + mark);
  CHECK(Decoded("\xff\xfe" + Utf16(u"ab", false) + "x") == "ab" + mark);
  CHECK(Decoded("\xff\xfe") == "");
  CHECK(Decoded("\xff\xfex") == mark);
}

TEST_CASE("text without UTF-16 keeps its bytes") {
  CHECK(Decoded("\xef\xbb\xbf# x\n") == "# x\n");
  CHECK(Decoded("a\xff"
                "\r\n") ==
        "a\xff"
        "\r\n");
  CHECK(Decoded(Utf16(u"password = value\r\n", false)) == "password = value\r\n");
  std::string binary = "a\0b"s;
  std::string spare;
  CHECK_FALSE(DecodeText(binary, spare));
}

}  // namespace
}  // namespace gonogo

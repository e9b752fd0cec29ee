#include "analyzer/engines/text/checked_encodings.h"

#include <catch2/catch.hpp>

#include "analyzer/engines/text/encodings.h"

namespace gonogo {

TEST_CASE("base58", "[secret_formats]") {
  CHECK(Base58Encode("") == "");
  CHECK(Base58Encode("Hello World!") == "2NEpo7TZRRrLZSi2U");
  CHECK(Base58Decode("2NEpo7TZRRrLZSi2U") == "Hello World!");
  const std::string zeros("\0\0\x28\x7f\xb4\xcd", 6);
  CHECK(Base58Encode(zeros) == "11233QC4");
  CHECK(Base58Decode("11233QC4") == zeros);
  for (std::string_view wrong : {"0", "O", "I", "l", " ", "+"}) CHECK_FALSE(Base58Decode(wrong));
  CHECK(Base58Decode(std::string(200, 'z')));
  CHECK_FALSE(Base58Decode(std::string(201, 'z')));
}

TEST_CASE("base58check", "[secret_formats]") {
  CHECK(Base58CheckDecode(Base58CheckEncode("abc")) == "abc");
  CHECK(Base58CheckDecode("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"));
  CHECK_FALSE(Base58CheckDecode("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb"));
  CHECK_FALSE(Base58CheckDecode(""));
}

TEST_CASE("Bech32 agrees with BIP-173", "[secret_formats]") {
  for (std::string_view right : {"a12uel5l", "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
                                 "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w"}) {
    CAPTURE(right);
    CHECK(Bech32Holds(right));
  }
  for (std::string_view wrong :
       {"", "1", "a1", "a12uel5m", "12uel5l", "a1 2uel5l", "pzry9x0s0muk", "10a06t8"}) {
    CAPTURE(wrong);
    CHECK_FALSE(Bech32Holds(wrong));
  }
  CHECK(Bech32Encode("abcdef", "qpzry9x8gf2tvdw0s3jn54khce6mua7l") ==
        "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw");
}

TEST_CASE("CRCs agree with their check values", "[secret_formats]") {
  CHECK(Crc16("123456789") == 0x31c3);
  CHECK(Crc24("123456789") == 0x21cf02);
  CHECK(Crc24("") == 0xb704ce);
}

}  // namespace gonogo

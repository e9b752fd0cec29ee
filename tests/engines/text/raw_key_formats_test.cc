#include <catch2/catch.hpp>

#include "analyzer/engines/text/checked_encodings.h"
#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/format_parts.h"
#include "tests/engines/text/format_samples.h"

namespace gonogo {

TEST_CASE("keys of a fixed size decode to it", "[secret_formats]") {
  const std::string of16 = PaddedBase64(Repeated("k", 16));
  const std::string of32 = PaddedBase64(Repeated("k", 32));
  const std::string of33 = PaddedBase64(Repeated("k", 33));
  const std::string of64 = PaddedBase64(Repeated("k", 64));
  struct Row {
    std::string_view format;
    std::string key;
    Proof proof;
  };
  const std::vector<Row> rows = {
      {"laravel-app-key", of32, Proof::kProved},
      {"laravel-app-key", of16, Proof::kProved},
      {"laravel-app-key", of33, Proof::kRefuted},
      {"laravel-app-key", "SomeRandomString", Proof::kRefuted},
      {"fernet-key", of32, Proof::kShape},
      {"fernet-key", of33, Proof::kRefuted},
      {"vault-unseal-key", of32, Proof::kShape},
      {"vault-unseal-key", of33, Proof::kShape},
      {"vault-unseal-key", of64, Proof::kRefuted},
      {"vault-unseal-key", Repeated("0a", 33), Proof::kShape},
      {"vault-unseal-key", Repeated("0a", 34), Proof::kRefuted},
      {"influxdb-token", of64, Proof::kShape},
      {"influxdb-token", of33, Proof::kRefuted},
      {"wireguard-preshared-key", of32, Proof::kShape},
      {"wireguard-preshared-key", of33, Proof::kRefuted},
      {"wireguard-private-key", of32, Proof::kRefuted},  // not clamped
      {"wireguard-private-key", PaddedBase64("h" + Repeated("k", 30) + "A"), Proof::kProved},
      {"wireguard-private-key", PaddedBase64("i" + Repeated("k", 30) + "A"), Proof::kRefuted},
      {"wireguard-private-key", PaddedBase64("h" + Repeated("k", 30) + "!"), Proof::kRefuted},
  };
  for (const Row& row : rows) {
    CAPTURE(row.format, row.key);
    CHECK(ProofOf(row.format, row.key) == row.proof);
  }
}

TEST_CASE("an age key holds its checksum", "[secret_formats]") {
  const std::string key = Fake("age-secret-key");
  CHECK(key.size() == 74);
  CHECK(ProofOf("age-secret-key", key) == Proof::kProved);
  std::string changed = key;
  changed[30] = changed[30] == 'Q' ? 'P' : 'Q';
  CHECK(ProofOf("age-secret-key", changed) == Proof::kRefuted);
  CHECK(ProofOf("age-secret-key", key + Repeated("Q", 60)) == Proof::kRefuted);
}

TEST_CASE("a NATS seed holds its checksum", "[secret_formats]") {
  const std::string seed =
      "SUACSSL3UAHUDXKFSNVUZRF5UHPMWZ"
      "6BFDTJ7M6USDXIEDNPPQYYYCU3VY";
  CHECK(ProofOf("nats-seed", seed) == Proof::kProved);
  std::string changed = seed;
  changed[20] = 'A';
  CHECK(ProofOf("nats-seed", changed) == Proof::kRefuted);
  CHECK(ProofOf("nats-seed", "U" + seed.substr(1)) == Proof::kRefuted);
  CHECK(ProofOf("nats-seed", seed.substr(1)) == Proof::kRefuted);
  CHECK(Fake("nats-seed").starts_with("SUA"));
}

TEST_CASE("keys of Bitcoin hold their checksum", "[secret_formats]") {
  const std::string key =
      "5HueCGU8rMjxEXxiPuD5BDku4MkFq"
      "eZyd4dZ1jvhTVqvbTLvyTJ";
  CHECK(ProofOf("bitcoin-private-key", key) == Proof::kProved);
  CHECK(ProofOf("bitcoin-private-key", Changed(key, 20)) == Proof::kRefuted);
  const std::string of_test_network = Base58CheckEncode("\xef" + Repeated("k", 32));
  CHECK(ProofOf("bitcoin-private-key", of_test_network) == Proof::kRefuted);
  CHECK(ProofOf("bitcoin-private-key", Base58CheckEncode("\x80" + Repeated("k", 20))) ==
        Proof::kRefuted);
  CHECK(ProofOf("bitcoin-private-key", Base58CheckEncode("")) == Proof::kRefuted);

  const std::string extended =
      "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChk"
      "VvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi";
  CHECK(ProofOf("extended-private-key", extended) == Proof::kProved);
  CHECK(ProofOf("extended-private-key", Changed(extended, 50)) == Proof::kRefuted);
  CHECK(ProofOf("extended-private-key", key) == Proof::kRefuted);
}

TEST_CASE("a key of Ethereum is below the order of the curve", "[secret_formats]") {
  CHECK(ProofOf("ethereum-private-key", "0x" + Repeated("5c", 32)) == Proof::kShape);
  CHECK(ProofOf("ethereum-private-key", Repeated("5C", 32)) == Proof::kShape);
  CHECK(ProofOf("ethereum-private-key", Repeated("ff", 32)) == Proof::kRefuted);
  CHECK(ProofOf("ethereum-private-key", Repeated("00", 32)) == Proof::kRefuted);
  CHECK(ProofOf("ethereum-private-key", Repeated("5c", 31)) == Proof::kRefuted);
}

}  // namespace gonogo

#include <catch2/catch.hpp>

#include "analyzer/engines/text/encodings.h"
#include "tests/engines/text/format_samples.h"

namespace gonogo {

TEST_CASE("checksums of services agree with known values", "[secret_formats]") {
  CHECK(ProofOf("cloudflare-api-token", "cfut_" + Repeated("A", 40) + "2ae98c30") ==
        Proof::kProved);
  CHECK(ProofOf("cloudflare-api-token", "cfut_" + Repeated("A", 40) + "2ae98c31") == Proof::kShape);
  CHECK(ProofOf("cloudflare-api-token", "cfut_" + Repeated("A", 40)) == Proof::kRefuted);
  CHECK(ProofOf("confluent-api-secret", "cflt" + Repeated("A", 54) + "FZQbVQ") == Proof::kProved);
  CHECK(ProofOf("confluent-api-secret", "cflt" + Repeated("A", 54) + "FZQbVR") == Proof::kRefuted);
  CHECK(ProofOf("zuplo-api-key", Fake("zuplo-api-key")) == Proof::kProved);
  CHECK(ProofOf("zuplo-api-key", Changed(Fake("zuplo-api-key"), 7)) == Proof::kRefuted);
  CHECK(ProofOf("grafana-service-account",
                "glsa_ThisI5NtTheTok3nYou8re"
                "Lo0k1ngF0r_0a2a3df7") == Proof::kProved);
}

TEST_CASE("a Discord token begins with the id of its bot", "[secret_formats]") {
  const std::string tail = ".GxYz12." + Repeated("k", 38);
  const auto sign = [&](std::string_view id) {
    return FindSecretFormat("discord-bot-token")->validate(Base64Encode(id) + tail).sign;
  };
  CHECK(sign("198622483471925248") == "names bot 198622483471925248");
  CHECK(sign("19862248347192524") == "names bot 19862248347192524");
  CHECK(sign("1986224834719252") == "its first part is no id");
  CHECK(sign("9986224834719252480") == "its first part is no id");
  CHECK(sign("99862248347192524800") == "its first part is no id");
  CHECK(sign("19862248347192524x") == "its first part is no id");
  CHECK(ProofOf("discord-bot-token", Fake("discord-bot-token") + ".x") == Proof::kRefuted);
}

TEST_CASE("a Telegram token begins with the id of its bot", "[secret_formats]") {
  CHECK(ProofOf("telegram-bot-token", "123456789:AA" + Repeated("x", 33)) == Proof::kShape);
  CHECK(ProofOf("telegram-bot-token", "1234567:AA" + Repeated("x", 33)) == Proof::kRefuted);
  CHECK(ProofOf("telegram-bot-token", "123456789:AB" + Repeated("x", 33)) == Proof::kRefuted);
  CHECK(ProofOf("telegram-bot-token", "123456789:AA" + Repeated("x", 32)) == Proof::kRefuted);
  CHECK(ProofOf("telegram-bot-token", "12345678a:AA" + Repeated("x", 33)) == Proof::kRefuted);
}

TEST_CASE("a WorkOS key decodes to an id and a secret", "[secret_formats]") {
  CHECK(Fake("workos-api-key")
            .starts_with("sk_live"
                         "_a2V5X"));
  CHECK(ProofOf("workos-api-key", Fake("workos-api-key")) == Proof::kProved);
  CHECK(ProofOf("workos-api-key", Fake("workos-test-key")) == Proof::kShape);
  CHECK(ProofOf("workos-api-key",
                "sk_live"
                "_" +
                    Base64Encode("key_01HX")) == Proof::kRefuted);
  CHECK(ProofOf("workos-api-key", "") == Proof::kRefuted);
}

}  // namespace gonogo

#include <catch2/catch.hpp>

#include "analyzer/engines/text/fake_source.h"
#include "analyzer/engines/text/secret_formats.h"

namespace gonogo {

TEST_CASE("values that cannot be a secret", "[placeholder]") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"changeme", "placeholder"},
      {"change-me", "placeholder"},
      {"CHANGE_ME_PLEASE", "placeholder"},
      {"your-api-key-here", "placeholder"},
      {"YOUR_SECRET", "placeholder"},
      {"yourpassword", "placeholder"},
      {"ghp_exampleTokenForTheDocs0123", "placeholder"},
      {"sample-token-1", "placeholder"},
      {"dummy", "placeholder"},
      {"fake_key_7", "placeholder"},
      {"password", "generic words"},
      {"mySecretPassword", "generic words"},
      {"password123", "generic words"},
      {"test", "generic words"},
      {"null", "generic words"},
      {"REDACTED", "placeholder"},
      {"dhjsakjfda", "placeholder"},
      {"qpX2w8Kd12345vRtYb0m", "placeholder"},
      {"mail-password-canary", "placeholder"},
      {"a1B2c3D4e5F6", "alphabet run"},
      {"sk_a_def456ghi789jkl012mno345pqr678", "alphabet run"},
      {"[parameters('sqlAdminPassword')]", "template"},
      {"nv6V42dsKJNotHereMyFriendmzZqabcd", "placeholder"},
      {"urn:k8s:secret:shop:key", "template"},
      {"sk_live_...", "placeholder"},
      {"****************", "placeholder"},
      {"ab***yz", "placeholder"},
      {"ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "placeholder"},
      {"AKIAXXXXXXXXXXXXXXXX", "placeholder"},
      {"xoxb-0000-0000-0000", "one character repeated"},
      {"00000000000000000000000000000000", "one character repeated"},
      {"aaaaaaaaaaaa", "one character repeated"},
      {"abababababab", "one character repeated"},
      {"deadbeefdeadbeefdeadbeefdeadbeef", "one character repeated"},
      {"1234567890", "alphabet run"},
      {"0123456789abcdef0123456789abcde", "alphabet run"},
      {"abcdefghijklmnop", "alphabet run"},
      {"ghp_1234567890abcdefghijklmnopqrstuvwxyzAB", "alphabet run"},
      {"qwertyuiop", "alphabet run"},
      {"987654321", "alphabet run"},
      {"${DB_PASSWORD}", "template"},
      {"pre${DB_PASSWORD:-x}", "template"},
      {"$(cat /run/secret)", "template"},
      {"{{ .Values.token }}", "template"},
      {"<token>", "template"},
      {"<%= ENV['X'] %>", "template"},
      {"#{token}", "template"},
      {"$TOKEN", "template"},
      {"%TOKEN%", "template"},
      {"%s", "template"},
      {"%s:%d", "template"},
      {"%(password)s", "template"},
      {"{password}", "template"},
      {"[your token]", "template"},
      {"__TOKEN__", "template"},
      {"@TOKEN@", "template"},
      {"process.env.TOKEN", "template"},
      {"os.environ['TOKEN']", "template"},
      {"op://vault/item/field", "template"},
      {"arn:aws:secretsmanager:eu-west-1:1:secret:x", "template"},
      {"ENC[PKCS7,MIIB]", "template"},
      {"AKIA"
       "IOSFODNN7"
       "EXAMPLE",
       "documented example"},
      {"wJalrXUtnFEMI/K7MDENG/bPxRfiCY"
       "EXAMPLEKEY",
       "documented example"},
      {"sk_test_4eC39HqLy"
       "jWDarjtT1zdp7dc",
       "documented example"},
      {"d41d8cd98f00b204"
       "e9800998ecf8427e",
       "documented example"},
      {"", "placeholder"},
  };
  for (const auto& [value, reason] : rows) {
    CAPTURE(value);
    CHECK(PlaceholderReason(value) == reason);
  }
}

TEST_CASE("rows of keys and keys that were held down", "[placeholder]") {
  for (const char* value :
       {"p@ss!@#$%^&*()", "MyC0mpl3x#2024$%^&*()", "sk_test_1111", "whsec_dev_0000"}) {
    CAPTURE(value);
    CHECK(!PlaceholderReason(value).empty());
  }
  for (const char* value : {"Admin!@#$", "winter_1111", "sk9_live_1111", "sk_live_1112"}) {
    CAPTURE(value);
    CHECK(PlaceholderReason(value).empty());
  }
}

TEST_CASE("values that may be a secret", "[placeholder]") {
  const std::vector<std::string> rows = {
      "hunter2",
      "Tr0ub4dor&3",
      "S3cr3t!Zebra",
      "correcthorsebatterystaple",
      "admin",  // a default that really opens doors
      "postgres",
      "rosebud-1941",
      "kj$%s7Qp!4",  // a percent sign in a password
      "P@ssw0rd!",
      "blue{42}Hill",
      "a%b%c-harbour",
      "testarossa-f40-red",
      "xkcd936xkcdRULES",
      "9f86d081884c7d659a2feaa0c55ad015",
      "sk_test_"
      "9aQx7LmPz2RtVb4NcK8WdEyU",  // a real prefix with "test"
  };
  for (const std::string& value : rows) {
    CAPTURE(value);
    CHECK(PlaceholderReason(value) == "");
  }
}

TEST_CASE("chance does not make a placeholder", "[placeholder]") {
  // Of 40,000 random values at most a few may be rejected; each is a missed secret.
  struct Row {
    std::string_view alphabet;
    std::size_t length;
  };
  int rejected = 0;
  for (Row row : {Row{kAlnum, 36}, Row{kUrlSafe64, 93}, Row{kLowerHex, 64}, Row{kLowerHex, 32},
                  Row{kLowerAlnum, 20}}) {
    for (std::uint64_t number = 0; number < 8'000; ++number) {
      FakeSource source("chance", number * 8 + row.length);
      if (!PlaceholderReason(source.Of(row.alphabet, row.length)).empty()) ++rejected;
    }
  }
  CHECK(rejected <= 2);
}

TEST_CASE("a long hostile value is judged in linear time", "[placeholder]") {
  for (std::string_view unit : {"a", "ab", "username", "${", "%", "-", "nono", "\xff"}) {
    std::string value;
    while (value.size() < 2'000'000) value += unit;
    CHECK_NOTHROW(PlaceholderReason(value));
  }
}

}  // namespace gonogo

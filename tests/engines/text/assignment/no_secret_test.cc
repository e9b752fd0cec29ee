#include "analyzer/engines/text/assignment/no_secret.h"

#include <catch2/catch.hpp>

#include "analyzer/engines/text/secret_formats.h"

namespace gonogo {
namespace {

struct Given {
  std::string_view value;
  bool quoted = true;
  FileKind kind = FileKind::kPython;
  ValueSort sort = ValueSort::kPassword;
  std::string_view name = "password";
};

std::string ReasonBy(std::string_view (*judge)(const GivenValue&), const Given& given) {
  Assignment assignment;
  assignment.text = given.value;
  assignment.quoted = given.quoted;
  assignment.name = given.name;
  const ValueShape shape = MeasureValue(given.value);
  return std::string(judge({assignment, shape, given.sort, given.kind}));
}

std::string ReasonFor(const Given& given) { return ReasonBy(NoSecretReason, given); }

std::string WeakReasonFor(const Given& given) { return ReasonBy(WeakKeyReason, given); }

TEST_CASE("a value that is no secret is refused with a reason") {
  struct Row {
    Given given;
    std::string_view reason;
  };
  const Row rows[] = {
      {{"abc"}, "too short"},
      {{"undefined"}, "a word of the language"},
      {{"varchar2"}, "a word of the language"},
      {{"!rJtkGqcV9pVuxbIecttRNHO2BJBp9uZD3cNZaLOd"}, "a hash, or encrypted"},
      {{"ThisShouldBeASecureDatabasePassword", false, FileKind::kDotenv}, "placeholder"},
      {{"makeitup2", false, FileKind::kDotenv}, "placeholder"},
      {{"norealPW"}, "placeholder"},
      {{"plaintextpassword"}, "placeholder"},
      {{"nine9ways", false, FileKind::kDotenv, ValueSort::kKey, "VITE_MAPS_KEY"},
       "public by design"},
      {{"MyString"}, "a word of the language"},
      {{"AKIA/20260417/us-east-1/s3/aws4_request"}, "public by design"},
      {{"v2:{/0ViaBJ0Ug+RSW9n7EFGqw==}"}, "a hash, or encrypted"},
      {{"$2b$12$shop"}, "a hash, or encrypted"},
      {{"*94BDCEBE19083CE2A1F959FD02F964C7AF4CFC29"}, "a hash, or encrypted"},
      {{"AQAAAAEAACcQAAAAEC7sz9Qm0Xw4"}, "a hash, or encrypted"},
      {{"0002_add_shop_orders"}, "the name of a migration"},
      {{"Qu**dfUUU**"}, "a mask"},
      {{"10300-password"}, "repeats its name"},
      {{"testClientSecret456", true, FileKind::kJava, ValueSort::kKey, "clientSecret"},
       "repeats its name"},
      {{"getPassword", true, FileKind::kJava}, "the name of a function"},
      {{"AES2 5SPGXV3SEPhoDRiYIxBv"}, "a hash, or encrypted"},
      {{"?say which", false, FileKind::kYaml}, "a message"},
      {{"wJalrXUtnFEMI"}, "documented example"},
      {{"not-used-for-oauth2"}, "placeholder"},
      {{"webhook-secret-should-be-hidden", true, FileKind::kPython, ValueSort::kKey},
       "placeholder"},
      {{"ek_test_YWNjdF8xUVZhOWs", true, FileKind::kYaml, ValueSort::kKey}, "public by design"},
      {{"the-client-secret-of-the-shop", true, FileKind::kPython, ValueSort::kKey}, "placeholder"},
      {{"whsec_123", true, FileKind::kPython, ValueSort::kKey}, "no working token"},
      {{"SHOP_smtp_PASSWORD", true, FileKind::kRust, ValueSort::kPassword, "smtp.password"},
       "repeats its name"},
      {{"md5b4e8a2f07c913d56e1a7f0c48d29b635"}, "a hash, or encrypted"},
      {{"{SSHA}shop9"}, "a hash, or encrypted"},
      {{"sha1:aae8550c:9507d45e087d"}, "a hash, or encrypted"},
      {{"{pbkdf2_sha256}x9y8z7"}, "a hash, or encrypted"},
      {{"$$$$2y$$$$05$$$$shop"}, "a hash, or encrypted"},
      {{"EJ[1:c2hvcA==:c2hvcA==]"}, "a hash, or encrypted"},
      {{"7.c2hvcDEyMzQ1Ng=="}, "a hash, or encrypted"},
      {{"hashedpassword"}, "a hash, or encrypted"},
      {{"winter9hashed"}, "a hash, or encrypted"},
      {{"uid:gid:(gecos):home"}, "a list of fields"},
      {{"2025-08-25T09:26:05Z"}, "a date"},
      {{"public:9a458aa3-65a0-4982-835f-343eec45183c"}, "an identifier"},
      {{"xpub6DAbghfuRCW6Qqr3KfSDjik4kEUivAkfhcGHMkVEe4bZq53VQz79k44EoQ5MDpLJKKAPK5vVV6Px7U1R39eQib"
        "nbhDsW9uEQ1Kdh9CDbmgR"},
       "a public key"},
      {{"3_aOx_J2dRgjXYCdyhchv3b5lhi54eBcdCTX4BI8MORqmZCoQWhA0mV2PTlptLGUQI"}, "public by design"},
      {{"winterIsHere{$i}", true, FileKind::kPhp}, "a reference or an expression"},
      {{"MD5(CONCAT(salt", false, FileKind::kMarkdown}, "a reference or an expression"},
      {{"ssh-ed25519 shop"}, "public by design"},
      {{"pi_3QY1o7_secret_F4jLDj"}, "public by design"},
      {{"^_^password^_^"}, "template"},
      {{"[[user.password]]"}, "template"},
      {{"~password~"}, "template"},
      {{"{.data['admin-password']}"}, "template"},
      {{":password"}, "a reference or an expression"},
      {{"tmp.User-Password[0]", false, FileKind::kYaml}, "a reference or an expression"},
      {{"$2", true, FileKind::kShell}, "too short"},
      {{"'$2'", true, FileKind::kShell}, "a reference or an expression"},
      {{"--ask-vault-pass"}, "an option"},
      {{"User-Password"}, "the name of a header"},
      {{"format=bgra:scale=1"}, "a list of settings"},
      {{"App\\Models\\Shop"}, "a qualified name"},
      {{"you_must_generate_a_long_one"}, "the words of a text"},
      {{"my_satellite_password"}, "placeholder"},
      {{"passwordfield"}, "names a secret"},
      {{"motdepasse"}, "names a secret"},
      {{"send-xmpp-password"}, "names a secret"},
      {{"mdi-lock"}, "an icon"},
      {{"renderUserSettings"}, "the name of a function"},
      {{"password_bis"}, "repeats its name"},
      {{"ldap-user-password", true, FileKind::kShell, ValueSort::kPassword,
        "KEY_LDAP_USER_PASSWORD"},
       "repeats its name"},
      {{"db-creds-v2", true, FileKind::kYaml, ValueSort::kKey, "secret"}, "the name of a thing"},
      {{"sk_test_12345", true, FileKind::kPython, ValueSort::kKey, "api_key"}, "no working token"},
      {{"https://shop.net/a9"}, "an address"},
      {{"shop9@shop.net"}, "a mail address"},
      {{"^[a-z]{8,}$"}, "a pattern"},
      {{"shop9&nbsp;x"}, "markup or a format"},
      {{"%s-shop9"}, "markup or a format"},
      {{"#login-password"}, "a selector"},
      {{"required|min:8"}, "a rule for values"},
      {{"./keys/shop9"}, "a path or a file"},
      {{"C:\\keys\\nine9"}, "a path or a file"},
      {{"shop9.pem"}, "a path or a file"},
      {{"The password is wrong."}, "the words of a text"},
      {{"Password confirmation:"}, "the words of a text"},
      {{"login.form.password"}, "a dotted name"},
      {{"your-password"}, "placeholder"},
      {{"password"}, "generic words"},
      {{"postgres"}, "a stock default"},
      {{"hashed_shop9"}, "a hash, or encrypted"},
      {{"encode:winter"}, "a hash, or encrypted"},
      {{"user-password-key"}, "names a secret"},
      {{"MAX_RETRY_COUNT"}, "the name of a constant"},
      {{"db_password", true, FileKind::kPython, ValueSort::kPassword, "my_db_password"},
       "repeats its name"},
      {{"config.password", false}, "a reference or an expression"},
      {{"get_password()", false}, "a reference or an expression"},
      {{"#{shop9}", false, FileKind::kRuby}, "a reference or an expression"},
      {{"$shop9-b$c", true, FileKind::kPhp}, "a reference or an expression"},
      {{"shop$HOME", true, FileKind::kShell}, "a reference or an expression"},
      {{"shop-9", true, FileKind::kPython, ValueSort::kKey}, "too short"},
      {{"90214857301", true, FileKind::kPython, ValueSort::kKey}, "a number"},
      {{"continue-window9", true, FileKind::kPython, ValueSort::kKey}, "the name of a thing"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.given.value);
    CHECK(ReasonFor(row.given) == row.reason);
  }
  CHECK(ReasonFor({std::string(513, 'k')}) == "too long");
}

TEST_CASE("a key that does not look like one is weak, not refused") {
  const Given worded = {"fa-key-zzyzxq", true, FileKind::kPython, ValueSort::kKey};
  CHECK(ReasonFor(worded) == "");
  CHECK(WeakReasonFor(worded) == "does not look like a key");
  const std::string key = MakeFake("alnum-32", 1).value();
  CHECK(WeakReasonFor({key, true, FileKind::kGo, ValueSort::kKey}) == "");
}

TEST_CASE("a value that may be a secret is not refused") {
  const std::string password = MakeFake("password", 1).value();
  const std::string key = MakeFake("alnum-32", 1).value();
  const Given rows[] = {{password},
                        {"Kx9#vqLm27!z"},
                        {"correcthorsebattery"},
                        {"winter2019", false, FileKind::kYaml},
                        {"password7", true, FileKind::kJson},
                        {"shop-production-encryption-key-2024"},
                        {key, true, FileKind::kGo, ValueSort::kKey},
                        {key, false, FileKind::kDotenv, ValueSort::kKey}};
  for (const Given& given : rows) {
    CAPTURE(given.value);
    CHECK(ReasonFor(given) == "");
  }
}

TEST_CASE("formats whose purpose are settings are told from the rest") {
  CHECK(IsConfigKind(FileKind::kYaml));
  CHECK(IsConfigKind(FileKind::kDotenv));
  CHECK(IsConfigKind(FileKind::kJson));
  CHECK_FALSE(IsConfigKind(FileKind::kGo));
  CHECK_FALSE(IsConfigKind(FileKind::kMarkdown));
}

TEST_CASE("generic words count as a password where a rule for passwords wants them so") {
  CHECK(IsMixedWords("Password12!"));
  CHECK_FALSE(IsMixedWords("password12"));
  CHECK_FALSE(IsMixedWords("Your-Password-1!"));
}

TEST_CASE("stock defaults are known in any case") {
  CHECK(IsStockDefault("minioadmin"));
  CHECK(IsStockDefault("Postgres"));
  CHECK_FALSE(IsStockDefault("postgres7"));
}

}  // namespace
}  // namespace gonogo

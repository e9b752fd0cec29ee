#include "analyzer/engines/text/assignment/judgement.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace gonogo {
namespace {

/// What is judged; each row of a table changes what it is about.
struct Case {
  std::string_view value = "Kx9#vqLm27!z";
  ValueSort sort = ValueSort::kPassword;
  FileKind kind = FileKind::kPython;
  AssignmentForm form = AssignmentForm::kAssignment;
  std::string_view name = "password";        // of the rule
  std::string_view identifier = "password";  // in the text
  bool quoted = true;
  FileRole role = FileRole::kProduct;
  std::string_view around = "";
  std::string_view before = "";
  bool pipeline = false;
  bool documented = false;
  bool fenced = false;
  std::string_view lines_before = "";
  std::string_view rest_of_test = "";
  std::string_view begin_of_test = "";
  bool of_forms = false;
  bool expected = false;
};

Judgement JudgementOf(const Case& of) {
  Assignment assignment;
  assignment.text = of.value;
  assignment.name = of.identifier;
  assignment.form = of.form;
  assignment.quoted = of.quoted;
  const ValueShape shape = MeasureValue(of.value);
  return Judge({{assignment, shape, of.sort, of.kind, of.role},
                of.name,
                of.role,
                of.around,
                of.before,
                of.pipeline,
                false,
                of.documented,
                of.fenced,
                of.lines_before,
                of.rest_of_test,
                of.begin_of_test,
                of.of_forms,
                of.expected});
}

bool Holds(const Case& of, std::string_view sign) {
  const Judgement judgement = JudgementOf(of);
  return std::ranges::any_of(judgement.signs, [&](const Sign* s) { return s->text == sign; });
}

struct Row {
  std::string_view sign;
  Case holds, fails;
};

const Row kRows[] = {
    {"it is refused, in a test",
     {.value = "sesame5", .role = FileRole::kTest, .rest_of_test = "expect(status).toBe(401)"},
     {.value = "sesame5", .role = FileRole::kTest, .rest_of_test = "expect(status).toBe(201)"}},
    {"it is refused, in a test",
     {.role = FileRole::kTest, .lines_before = "# Wrong password"},
     {.role = FileRole::kTest, .rest_of_test = "expect(status).toBe(401)"}},
    {"it is refused, in a test",
     {.role = FileRole::kTest, .begin_of_test = "void loginWithWrongPassword() {"},
     {.role = FileRole::kTest, .begin_of_test = "void orderOfInvalidSize() {"}},
    {"it is what a test expects",
     {.value = "sesame5", .role = FileRole::kTest, .before = "assertEquals(login, "},
     {.value = "sesame5", .role = FileRole::kTest, .before = "login("}},
    {"it is what a test expects",
     {.value = "sesame5",
      .role = FileRole::kTest,
      .rest_of_test = "\n  expect(form.password).toBe(\"sesame5\")\n"},
     {.value = "sesame5", .role = FileRole::kTest, .rest_of_test = "\n  login(\"sesame5\")\n"}},
    {"it is what a test expects",
     {.value = "sesame5", .role = FileRole::kTest, .rest_of_test = "')->shouldBeCalled();"},
     {.value = "sesame5", .role = FileRole::kTest, .rest_of_test = "')->save();"}},
    {"it is what a test takes apart or makes up",
     {.value = "sesame5", .role = FileRole::kTest, .begin_of_test = "void encodesLogin() {"},
     {.value = "sesame5", .role = FileRole::kTest, .begin_of_test = "void logsIn() {"}},
    {"it is what a test takes apart or makes up",
     {.value = "sesame5", .role = FileRole::kTest, .before = "exec(\"hash\", \"--"},
     {.value = "sesame5", .role = FileRole::kTest, .before = "exec(\"rehashed\", \"--"}},
    {"it is to be hidden, in a test",
     {.value = "sesame5", .role = FileRole::kTest, .rest_of_test = "', 'joe:***@shop.net'"},
     {.value = "sesame5", .rest_of_test = "', 'joe:***@shop.net'"}},
    {"it is refused, in a test",
     {.value = "sesame5", .role = FileRole::kTest, .before = "login('joenotexisting', "},
     {.value = "sesame5", .role = FileRole::kTest, .before = "login('joe', "}},
    {"a test compares with it",
     {.value = "sesame5", .role = FileRole::kTest, .before = "assertThat(a).containsEntry(\""},
     {.value = "sesame5", .role = FileRole::kTest, .before = "login.put(\""}},
    {"it is an identifier in a message, in a test",
     {.value = "5f0c2b1e-7d3a-4c9f-8e21-b04d9a6c7f35",
      .name = "token",
      .identifier = "token",
      .role = FileRole::kTest,
      .before = "  \""},
     {.value = "5f0c2b1e-7d3a-4c9f-8e21-b04d9a6c7f35",
      .name = "token",
      .identifier = "token",
      .role = FileRole::kTest,
      .before = "String "}},
    {"it is the old one or the new one, in a test",
     {.value = "old123", .role = FileRole::kTest},
     {.value = "oldtimer123", .role = FileRole::kTest}},
    {"it is an identifier, in a test",
     {.value = "o2in_test7", .name = "token", .role = FileRole::kTest},
     {.value = "2oin_test7", .name = "token", .role = FileRole::kTest}},
    {"it is an identifier, in a test",
     {.value = "CC_34531", .name = "card_token", .role = FileRole::kTest},
     {.value = "CC_34531", .name = "card_token"}},
    {"it shows how code is used", {.documented = true}, {}},
    {"it stands in a comment of the code",
     {.before = "  # "},
     {.kind = FileKind::kC, .before = "#define "}},
    {"a manual tells it to those who log in",
     {.quoted = false, .role = FileRole::kDocumentation, .around = "User: admin"},
     {.quoted = false, .role = FileRole::kDocumentation, .around = "User: admin", .fenced = true}},
    {"its name means a password", {}, {.sort = ValueSort::kKey}},
    {"its name means a key or a token", {.sort = ValueSort::kKey}, {}},
    {"its name is exact",
     {.sort = ValueSort::kKey, .name = "client secret"},
     {.sort = ValueSort::kKey, .name = "token"}},
    {"its name is that of a setting for a secret",
     {.value = "shop-in-spring",
      .sort = ValueSort::kKey,
      .kind = FileKind::kDotenv,
      .name = "jwt secret",
      .identifier = "JWT_SECRET"},
     {.value = "shop-in-spring",
      .sort = ValueSort::kKey,
      .kind = FileKind::kDotenv,
      .name = "secret",
      .identifier = "TLS_SECRET"}},
    {"it equals the user, in a configuration",
     {.value = "shop", .kind = FileKind::kYaml, .around = "user: shop"},
     {.value = "shop", .around = "user: shop"}},
    {"it stands in a configuration",
     {.kind = FileKind::kUnknown},
     {.kind = FileKind::kUnknown, .quoted = false}},
    {"its name is that of an application",
     {.value = "orders2", .sort = ValueSort::kKey, .name = "access key", .around = "secretKey: x"},
     {.value = "orders2", .sort = ValueSort::kKey, .name = "access key", .around = "region: x"}},
    {"its value looks random", {.value = "k3Jx9vQ2mZ7pL4wR8t"}, {.value = "winter2019"}},
    {"its value mixes letters, digits and symbols",
     {.value = "Winter-2019!"},
     {.value = "winter9"}},
    {"its value mixes letters and digits", {.value = "winter2019"}, {.value = "winter"}},
    {"its value mixes letters and symbols", {.value = "winter!"}, {.value = "winter"}},
    {"its value is no common word", {.value = "qzxvkjw"}, {.value = "winter"}},
    {"its value is made of common words",
     {.value = "winter", .kind = FileKind::kYaml},
     {.value = "winter"}},
    {"its value is made of common words, in code",
     {.value = "winter"},
     {.value = "winter", .kind = FileKind::kYaml}},
    {"its words are run together", {.value = "wintercontinue"}, {.value = "winter-continue"}},
    {"its value is made of generic words", {.value = "supersecret"}, {.value = "winter"}},
    {"its value names a secret", {.value = "shop-login"}, {.value = "shop-winter"}},
    {"its value is a number", {.value = "90214857"}, {.value = "9021485a"}},
    {"people choose it for a password",
     {.value = "test-password", .role = FileRole::kTest},
     {.value = "test-password"}},
    {"people choose it for a secret",
     {.value = "mySecretKey",
      .sort = ValueSort::kKey,
      .name = "secret key",
      .identifier = "JWT_SECRET_KEY"},
     {.value = "jwtSecretKey",
      .sort = ValueSort::kKey,
      .name = "secret key",
      .identifier = "JWT_SECRET_KEY"}},
    {"its value is a UUID",
     {.value = "5f0c2b1e-7d3a-4c9f-8e21-b04d9a6c7f35"},
     {.value = "5f0c2b1e-7d3a-4c9f-8e21"}},
    {"its value is a UUID, in code",
     {.value = "5f0c2b1e-7d3a-4c9f-8e21-b04d9a6c7f35"},
     {.value = "5f0c2b1e-7d3a-4c9f-8e21-b04d9a6c7f35", .role = FileRole::kTest}},
    {"its name is that of an application",
     {.sort = ValueSort::kKey, .name = "app key", .around = "appSecret: x"},
     {.sort = ValueSort::kKey, .name = "app key", .around = "host: x"}},
    {"its name is that of a cluster",
     {.value = "k8s_etcd",
      .sort = ValueSort::kKey,
      .name = "token",
      .identifier = "INITIAL_CLUSTER_TOKEN"},
     {.value = "k8s_etcd", .sort = ValueSort::kKey, .name = "token", .identifier = "API_TOKEN"}},
    {"it serves a build",
     {.value = "winter2019", .pipeline = true},
     {.value = "k3Jx9vQ2mZ7pL4wR8t", .pipeline = true}},
    {"its value is made of generic words, in an example",
     {.value = "supersecret", .role = FileRole::kDocumentation},
     {.value = "supersecret"}},
    {"it names a secret, in a comment",
     {.value = "shop-login", .before = "# "},
     {.value = "shop-winter", .before = "# "}},
    {"it is a token that has expired",
     {.sort = ValueSort::kKey,
      .name = "access token",
      .role = FileRole::kDocumentation,
      .around = "\"expires_in\": 7200"},
     {.sort = ValueSort::kKey,
      .name = "access token",
      .role = FileRole::kDocumentation,
      .around = "user: shop"}},
    {"its name is no more than pass",
     {.name = "pass", .identifier = "pass"},
     {.name = "pass", .identifier = "db_pass"}},
    {"it stands in prose",
     {.value = "winter", .kind = FileKind::kMarkdown, .quoted = false},
     {.value = "winter", .kind = FileKind::kMarkdown}},
    {"it equals the user",
     {.value = "shopper", .around = "user: shopper\npassword: shopper"},
     {.value = "shopper", .around = "host: shopper\npassword: shopper"}},
    {"it is compared with", {.form = AssignmentForm::kComparison}, {}},
    {"it is handed over directly", {.form = AssignmentForm::kOption}, {}},
    {"it stands in a configuration", {.kind = FileKind::kDotenv}, {}},
    {"a user stands beside it", {.around = "USERNAME = 'shop'"}, {.around = "busers"}},
    {"a host or a database stands beside it", {.around = "db_host"}, {.around = "ghosts"}},
    {"it stands in a comment", {.before = "  # "}, {.before = "  x = "}},
    {"it names a secret, in a test",
     {.value = "originalpassword", .role = FileRole::kTest},
     {.value = "originalpassword"}},
    {"it is a sample of a manual, in a test",
     {.role = FileRole::kTest, .lines_before = "// Taken from https://shop.net/docs"},
     {.role = FileRole::kTest, .lines_before = "// Taken at noon"}},
    {"it is to be hidden, in a test",
     {.role = FileRole::kTest, .rest_of_test = "', expected: \"secret='***'\""},
     {.role = FileRole::kTest, .rest_of_test = "', expected: \"secret=\""}},
    {"it is refused, in a test",
     {.role = FileRole::kTest, .rest_of_test = "\",\n  fails:   true,\n}"},
     {.role = FileRole::kTest, .rest_of_test = "\",\n}, {\n  fails: true,\n}"}},
    {"it is what a test takes apart or makes up",
     {.value = "winter-2019", .role = FileRole::kTest, .of_forms = true},
     {.sort = ValueSort::kKey, .role = FileRole::kTest, .of_forms = true}},
    {"it is what a test expects",
     {.value = "winter-2019",
      .role = FileRole::kTest,
      .rest_of_test = "\";\nassertEquals(password, user.getPassword());"},
     {.value = "winter-2019",
      .role = FileRole::kTest,
      .rest_of_test = "\";\nassertEquals(password, user.check());"}},
    {"it is a token that has expired",
     {.sort = ValueSort::kKey,
      .kind = FileKind::kMarkdown,
      .name = "token",
      .identifier = "token",
      .role = FileRole::kDocumentation,
      .before = "  \""},
     {.sort = ValueSort::kKey,
      .kind = FileKind::kMarkdown,
      .name = "token",
      .identifier = "api_token",
      .role = FileRole::kDocumentation,
      .before = "  \""}},
    {"it is one of a sort, in a test",
     {.identifier = "strongPassword", .role = FileRole::kTest},
     {.identifier = "adminPassword", .role = FileRole::kTest}},
    {"it is part of what a test expects",
     {.value = "winter-2019", .role = FileRole::kTest, .expected = true},
     {.role = FileRole::kTest, .expected = true}},
    {"it says what it is, in an example",
     {.value = "myshoppassword", .kind = FileKind::kDotenv, .role = FileRole::kExample},
     {.value = "shoppassword", .kind = FileKind::kDotenv, .role = FileRole::kExample}},
    {"it is the name of a field", {.value = "legacypassword"}, {.value = "winterpassword"}},
    {"it is switched off, in an example",
     {.value = "k3Jx9vQ2mZ7pL4wR8t",
      .kind = FileKind::kDotenv,
      .role = FileRole::kExample,
      .before = "#"},
     {.value = "k3Jx9vQ2mZ7pL4wR8t", .kind = FileKind::kDotenv, .before = "#"}},
    {"it is short, in a test",
     {.value = "tpwd", .role = FileRole::kTest},
     {.value = "winter", .role = FileRole::kTest}},
    {"its name is that of a place in a storage",
     {.value = "shop-cart-seen:v1", .sort = ValueSort::kKey, .name = "storage key"},
     {.value = "shop-cart-seen:v1", .sort = ValueSort::kKey, .name = "signing key"}},
    {"it is a setting that is switched off",
     {.value = "winter2019", .kind = FileKind::kYaml, .before = "  #"},
     {.value = "winter2019", .kind = FileKind::kYaml, .before = "  "}},
    {"it is a setting that is switched off",
     {.value = "winter2019", .kind = FileKind::kToml, .before = "# "},
     {.value = "winter2019", .kind = FileKind::kToml}},
    {"it stands in documentation", {.role = FileRole::kDocumentation}, {}},
};

TEST_CASE("each sign holds where it should and nowhere else") {
  for (const Row& row : kRows) {
    CAPTURE(row.sign);
    CHECK(Holds(row.holds, row.sign));
    CHECK_FALSE(Holds(row.fails, row.sign));
  }
}

TEST_CASE("each sign has a row in this test") {
  for (const Sign& sign : Signs()) {
    CAPTURE(sign.text);
    CHECK(std::ranges::any_of(kRows, [&](const Row& row) { return row.sign == sign.text; }));
  }
}

TEST_CASE("the sum of the weights is compared with two thresholds") {
  for (const Row& row : kRows) {
    const Judgement judgement = JudgementOf(row.holds);
    double sum = 0;
    for (const Sign* sign : judgement.signs) sum += sign->weight;
    CHECK(judgement.score == Approx(sum));
    const bool certain =
        row.holds.role == FileRole::kProduct || LooksRandom(MeasureValue(row.holds.value));
    const Confidence expected = sum >= 3.5 && certain ? Confidence::kLikely
                                : sum >= 2.0          ? Confidence::kPossible
                                                      : Confidence::kNone;
    CHECK(judgement.confidence == expected);
  }
}

TEST_CASE("in a test what people made up is possible at most") {
  const std::string_view around = "user: x, host: y";
  CHECK(JudgementOf({.value = "Winter#2019", .around = around}).confidence == Confidence::kLikely);
  CHECK(
      JudgementOf({.value = "Winter#2019", .role = FileRole::kTest, .around = around}).confidence ==
      Confidence::kPossible);
}

TEST_CASE("words for a key, and what equals the user, are possible at most") {
  const Case words = {.value = "orange-winter",
                      .sort = ValueSort::kKey,
                      .kind = FileKind::kDotenv,
                      .name = "jwt secret",
                      .identifier = "JWT_SECRET",
                      .around = "USER=joe\nHOST=db"};
  CHECK(JudgementOf(words).confidence == Confidence::kPossible);
  const Case user = {
      .value = "shopper", .kind = FileKind::kYaml, .around = "user: shopper\nhost: b"};
  CHECK(JudgementOf(user).confidence == Confidence::kPossible);
}

TEST_CASE("a random password is likely, a weak one possible, a word in code none") {
  CHECK(JudgementOf({.value = "k3Jx9vQ2mZ7pL4wR8t"}).confidence == Confidence::kLikely);
  CHECK(JudgementOf({.value = "winter2019"}).confidence == Confidence::kPossible);
  CHECK(JudgementOf({.value = "winter"}).confidence == Confidence::kNone);
}

}  // namespace
}  // namespace gonogo

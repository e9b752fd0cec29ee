#include "analyzer/engines/text/assignment_matcher.h"
#include "analyzer/merge/secret_places.h"

#include <catch2/catch.hpp>
#include <ctime>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/text/secret_formats.h"

namespace gonogo {
namespace {

// Put together here, so that no scanner takes this file for a leak.
const std::string kRandom = std::string("k3Jx9vQ2m") + "Z7pL4wR8t";
const std::string kWeak = std::string("winter") + "2019";

std::string Given(const std::string& name, const std::string& value) {
  return name + " = \"" + value + "\"";
}

/// A rule of one `assignment:` clause with the names of a password.
class PasswordRule {
 public:
  PasswordRule() {
    grades_[0].name = "likely";
    grades_[1].name = "possible";
    rule_.id = "r";
    rule_.match = {&alternative_, 1};
    rule_.grades = grades_;
    alternative_.type = ClauseType::kAssignment;
    alternative_.assignment.names = names_;
  }
  PasswordRule(const PasswordRule&) = delete;

  /// Matches at every "pass" of the text, however it goes on.
  EngineOutput Scan(std::string_view text, const SourceFile& file) const {
    EngineOutput output;
    output.explain = true;
    const std::string lower = LowerCase(text);
    for (std::size_t at = lower.find("pass"); at != lower.npos; at = lower.find("pass", at + 4)) {
      const std::size_t length = lower.compare(at, 8, "password") == 0 ? 8 : 4;
      MatchAssignment({.text = text, .file = &file}, {at, at + length}, {&rule_, &alternative_},
                      output);
    }
    return output;
  }

 private:
  std::string_view names_[2] = {"password", "pass"};
  Grade grades_[2];
  MatchAlternative alternative_;
  Rule rule_;
};

const SourceFile kSource{"app/settings.py", FileKind::kPython};

/// The grade of the only match, or the reason of the only rejection, or "nothing".
std::string Fate(std::string_view text, const SourceFile& file = kSource) {
  const PasswordRule rule;
  const EngineOutput output = rule.Scan(text, file);
  if (output.matches.size() == 1) return std::string(output.matches[0].grade->name);
  return output.rejections.size() == 1 ? output.rejections[0].reason : "nothing";
}

TEST_CASE("a literal given to a secret's name is matched with its grade or refused") {
  CHECK(Fate(Given("password", kRandom)) == "likely");
  CHECK(Fate(Given("password", kWeak)) == "possible");
  CHECK(Fate(Given("password", "your-password")) == "placeholder");
  CHECK(Fate(Given("password_field", kRandom)) == "\"field\" turns the name's meaning");
}

TEST_CASE("the code around a literal says that it is none") {
  CHECK(Fate("form.delete('password', '" + kWeak + "')") == "one of a list of names");
  CHECK(Fate(Given("password", kWeak) + " * 16") == "repeated by a factor");
  CHECK(Fate("{password: \"" + kRandom + "\", hashedPassword: true}") == "a hash");
  CHECK(Fate("AddColumn(t_s(\"Password\", \"" + kWeak + "\"))") == "a translation");
  CHECK(Fate("options = ['--password', 'server-name', 'server-port']") ==
        "one of several arguments");
  CHECK(Fate("encoded " + Given("password", kWeak)) == "the words of a text");
  CHECK(Fate(Given("password", "header.eyJzdWIiOiIxIn0.signature")) == "no working token");
  const SourceFile manual{"docs/ldap.md", FileKind::kMarkdown, FileRole::kDocumentation};
  CHECK(Fate("* Bind Password: `bindpassword`", manual) == "repeats its name");
}

TEST_CASE("what has too few signs is left to the rest of the tree") {
  const PasswordRule rule;
  const EngineOutput output = rule.Scan(Given("password", "winter"), kSource);
  REQUIRE(output.matches.size() == 1);
  Finding finding;
  finding.score = output.matches[0].score;
  CHECK(IsWeakPlace(finding));
  CHECK(output.matches[0].signs.at(0).starts_with("too few signs (0.5); its name means"));
}

TEST_CASE("what Base64 holds is measured, not how it looks") {
  const SourceFile manifest{"deploy/secret.yaml", FileKind::kYaml};
  // "the_summer_winter"
  CHECK(Fate("password: dGhlX3N1bW1lcl93aW50ZXI=\n", manifest) == "possible");
  CHECK(Fate("password: " + kRandom + "\n", manifest) == "likely");
}

TEST_CASE("what is no assignment, or another word, is passed over") {
  CHECK(Fate("print(password)") == "nothing");
  CHECK(Fate(Given("passport", kRandom)) == "nothing");
  CHECK(Fate(Given("compass", kRandom)) == "nothing");
}

TEST_CASE("a type stands between name and value, an element of a page does not") {
  const PasswordRule rule;
  const SourceFile file{"src/form.tsx", FileKind::kTypeScript};
  const std::string value = "\"" + kRandom + "\"";
  CHECK(rule.Scan("password: string = " + value + ";\n", file).matches.size() == 1);
  CHECK(rule.Scan("password?: string = " + value + ";\n", file).matches.size() == 1);
  CHECK(rule.Scan("Password <span className=" + value + ">*</span>\n", file).matches.empty());
  CHECK(rule.Scan("Password className=" + value + "\n", file).matches.empty());
}

TEST_CASE("the name of a thing under a name that asks for one is not hidden") {
  const PasswordRule rule;
  const SourceFile file{"deploy/app.yaml", FileKind::kYaml};
  CHECK(rule.Scan("passwordName: shop-catalogue-kube-rbac-proxy\n", file).hidden.empty());
  CHECK(rule.Scan("passwordFile: /etc/shop/tls/private/key.pem\n", file).hidden.empty());
  CHECK(rule.Scan("passwordName: " + kRandom + "\n", file).hidden.size() == 1);
}

TEST_CASE("a match says what is given to which name") {
  const PasswordRule rule;
  const std::string text = Given("db_password", kRandom);
  const EngineOutput output = rule.Scan(text, kSource);
  REQUIRE(output.matches.size() == 1);
  const Match& match = output.matches[0];
  CHECK(match.secret == kRandom);
  CHECK(text.substr(match.range.begin, match.range.end - match.range.begin) == match.secret);
  CHECK(match.secrets == std::vector<ByteRange>{match.range});
  REQUIRE(match.captures.size() == 2);
  CHECK(match.captures[0].name == "name");
  CHECK(match.captures[0].text == "db_password");
  CHECK(match.signs ==
        std::vector<std::string>{"its name means a password", "its value looks random"});
}

TEST_CASE("files whose values are shown to people are translations") {
  const std::string text = Given("password", kRandom);
  for (const std::string_view path :
       {"app/locale/de.py", "lang/en/messages.py", "i18n/x.py", "src/messages_de.properties"}) {
    CAPTURE(path);
    CHECK(Fate(text, {std::string(path), FileKind::kPython}) == "a translation");
  }
  CHECK(Fate(text, {"src/localhost.py", FileKind::kPython}) == "likely");
}

TEST_CASE("a line as long as the file is read in linear time") {
  std::string text;
  while (text.size() < 2'000'000) text += Given("password", kWeak) + ", ";
  // CPU time, so that what else the machine does counts for nothing; with the square of the length
  // it would be minutes.
  const std::clock_t start = std::clock();
  CHECK(PasswordRule().Scan(text, kSource).matches.size() == text.size() / 25);
  CHECK(std::clock() - start < 20 * CLOCKS_PER_SEC);
}

}  // namespace
}  // namespace gonogo

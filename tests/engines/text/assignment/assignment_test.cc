#include "analyzer/engines/text/assignment/assignment.h"

#include <catch2/catch.hpp>
#include <ctime>

#include "analyzer/base/ascii.h"

namespace gonogo {
namespace {

std::optional<Assignment> AssignmentIn(std::string_view text, FileKind kind) {
  const std::size_t at = LowerCase(text).find("password");
  REQUIRE(at != std::string::npos);
  return ReadAssignment(text, IdentifierAt(text, {at, at + 8}, kind), kind);
}

/// The value that the text gives to the first "password" in it (in any case); "-" for none.
std::string ValueIn(std::string_view text, FileKind kind) {
  const auto found = AssignmentIn(text, kind);
  return found ? found->text : "-";
}

struct Row {
  FileKind kind;
  std::string_view text, value;
};

void CheckRows(std::span<const Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(ValueIn(row.text, row.kind) == row.value);
  }
}

TEST_CASE("the literal that a name is given is read in the syntax of the language") {
  const Row rows[] = {
      {FileKind::kC, "#define DB_PASSWORD \"v1\"", "v1"},
      {FileKind::kC, "#define DB_PASSWORD(x) \"v1\"", "-"},
      {FileKind::kC, "char password[] = \"v\" \"1\";", "v1"},
      {FileKind::kC, "char password[32] = \"v1\";", "v1"},
      {FileKind::kErlang, "\"password topic='v1'.\"", "-"},
      {FileKind::kC, ".password = \"v1\"", "v1"},
      {FileKind::kC, "strcpy((char *)password, \"v1\");", "v1"},
      {FileKind::kC, "if (strcmp(password, \"v1\") == 0)", "v1"},
      {FileKind::kC, "printf(\"password\", \"v1\")", "v1"},
      {FileKind::kC, "{\"password\", \"v1\"}", "-"},
      {FileKind::kCpp, "char password[]{\"v1\"};", "v1"},
      {FileKind::kCpp, "std::string password(\"v1\");", "v1"},
      {FileKind::kCpp, "return password(\"v1\");", "-"},
      {FileKind::kCpp, "password = R\"(v1)\";", "v1"},
      {FileKind::kCpp, "password = R\"x(v)\"1)x\";", "v)\"1"},
      {FileKind::kCpp, "{{\"password\", \"v1\"}}", "v1"},
      {FileKind::kCpp, "{\"password\", \"v1\", \"v2\"}", "-"},
      {FileKind::kJava, "ds.setPassword(\"v1\");", "v1"},
      {FileKind::kJava, "db.password(\"v1\")", "v1"},
      {FileKind::kJava, "users.findByPassword(\"v1\")", "-"},
      {FileKind::kJava, "String password = \"v\" + \"1\";", "v1"},
      {FileKind::kJava, "String password = \"v\" + suffix;", "-"},
      {FileKind::kJava, "password = \"\"\"\n    v1\n    \"\"\";", "v1"},
      {FileKind::kJava, "\"v1\".equals(password)", "v1"},
      {FileKind::kJava, "password.equals(\"v1\")", "v1"},
      {FileKind::kJava, "@Value(\"${db.password:v1}\")", "v1"},
      {FileKind::kJava, "getOrDefault(\"DB_PASSWORD\", \"v1\")", "v1"},
      {FileKind::kJava, "getenv(\"DB_PASSWORD\")).orElse(\"v1\")", "v1"},
      {FileKind::kKotlin, "mapOf(\"password\" to \"v1\")", "v1"},
      {FileKind::kKotlin, "getenv(\"DB_PASSWORD\") ?: \"v1\"", "v1"},
      {FileKind::kScala, "Map(\"password\" -> \"v1\")", "v1"},
      {FileKind::kGroovy, "password 'v1'", "v1"},
      {FileKind::kCSharp, "[\"password\"] = \"v1\"", "v1"},
      {FileKind::kCSharp, "string Password { get; set; } = \"v1\";", "v1"},
      {FileKind::kCSharp, "var password = $\"{a}1\";", "-"},
      {FileKind::kCSharp, "Get(\"Db:Password\", \"v1\")", "v1"},
      {FileKind::kVisualBasic, "Dim password As String = \"v1\"", "v1"},
      {FileKind::kGo, "password := `v1`", "v1"},
      {FileKind::kGo, "const dbPassword string = \"v1\"", "v1"},
      {FileKind::kGo, "StringVar(&x, \"db-password\", \"v1\", \"help\")", "v1"},
      {FileKind::kGo, "P string `env:\"DB_PASSWORD\" default:\"v1\"`", "v1"},
      {FileKind::kRust, "let password: &str = r#\"v1\"#;", "v1"},
      {FileKind::kRust, "var(\"DB_PASSWORD\").unwrap_or(\"v1\".into())", "v1"},
      {FileKind::kRust, "env = \"DB_PASSWORD\", default_value = \"v1\")", "v1"},
      {FileKind::kGo, "ConstantTimeCompare([]byte(password), []byte(\"v1\"))", "v1"},
      {FileKind::kErlang, "{password, \"v1\"}", "v1"},
      {FileKind::kErlang, "{password, \"v1\", x}", "-"},
      {FileKind::kClojure, "{:password \"v1\"}", "v1"},
      {FileKind::kSwift, "let password = #\"v1\"#", "v1"},
      {FileKind::kObjectiveC, "setObject:@\"v1\" forKey:@\"password\"", "v1"},
      {FileKind::kObjectiveC, "[password isEqualToString:@\"v1\"]", "v1"},
      {FileKind::kDart, "fromEnvironment('DB_PASSWORD', defaultValue: 'v1')", "v1"},
  };
  CheckRows(rows);
}

TEST_CASE("the literal that a name is given is read in the syntax of the script") {
  const Row rows[] = {
      {FileKind::kPython, "password = \"v1\"", "v1"},
      {FileKind::kPython, "password = ('v1')", "v1"},
      {FileKind::kPython, "password = ('v1', 'v2')", "-"},
      {FileKind::kPython, "password = {'v1': 2}", "-"},
      {FileKind::kPython, "connect(host, password='v1')", "v1"},
      {FileKind::kPython, "d[\"password\"] = 'v1'", "v1"},
      {FileKind::kPython, "os.environ.get(\"DB_PASSWORD\", \"v1\")", "v1"},
      {FileKind::kPython, "config(\"DB_PASSWORD\", default=\"v1\")", "v1"},
      {FileKind::kPython, "password: str = Field(default=\"v1\")", "v1"},
      {FileKind::kPython, "getattr(x, 'password', 'v1')", "v1"},
      {FileKind::kPython, "list('user', 'password', 'v1')", "-"},
      {FileKind::kPython, "fields = [\"password\", \"v1\"]", "-"},
      {FileKind::kPython, "password = f\"{user}1\"", "-"},
      {FileKind::kPython, "password = \"%s\" % x", "-"},
      {FileKind::kPython, "password = os.environ['X']", "-"},
      {FileKind::kPython, "user, password = \"v0\", \"v1\"", "v1"},
      {FileKind::kJavaScript, "{ password: 'v1', user }", "v1"},
      {FileKind::kJavaScript, "{ user: 'v0'\n, password: 'v1' }", "v1"},
      {FileKind::kJavaScript, "'db-password': 'v1'", "v1"},
      {FileKind::kJavaScript, "process.env.DB_PASSWORD || 'v1';", "v1"},
      {FileKind::kJavaScript, "password: { type: String, default: 'v1' }", "v1"},
      {FileKind::kJavaScript, "password: { type: String }, default: 'v1'", "-"},
      {FileKind::kJavaScript, "password: `${a}b`", "-"},
      {FileKind::kJavaScript, "'v1' === password", "v1"},
      {FileKind::kTypeScript, "password?: string = 'v1'", "v1"},
      {FileKind::kTypeScript, "<Db password={\"v1\"} />", "v1"},
      {FileKind::kPhp, "'password' => 'v1',", "v1"},
      {FileKind::kPhp, "$password = <<<EOT\nv1\nEOT;", "v1"},
      {FileKind::kPhp, "getenv('DB_PASSWORD') ?: 'v1'", "v1"},
      {FileKind::kRuby, ":password => 'v1'", "v1"},
      {FileKind::kRuby, "password = %q(v1)", "v1"},
      {FileKind::kRuby, "fetch('DB_PASSWORD') { 'v1' }", "v1"},
      {FileKind::kRuby, "password = <<~A_B\n  v1\nA_B\n", "v1"},
      {FileKind::kPerl, "$c{password} = 'v1'", "v1"},
      {FileKind::kPerl, "$ENV{DB_PASSWORD} // 'v1'", "v1"},
      {FileKind::kPerl, "$password eq 'v1'", "v1"},
      {FileKind::kLua, "password = [[v1]]", "v1"},
      {FileKind::kLua, "getenv(\"DB_PASSWORD\") or \"v1\"", "v1"},
      {FileKind::kR, "password <- \"v1\"", "v1"},
      {FileKind::kR, "Sys.getenv(\"DB_PASSWORD\", unset = \"v1\")", "v1"},
      {FileKind::kPowerShell, "ConvertTo -Password 'v1'", "v1"},
      {FileKind::kPowerShell, "$password -eq 'v1'", "v1"},
      {FileKind::kSql, "CREATE ROLE shop PASSWORD 'v1'", "v1"},
      {FileKind::kSql, "SET PASSWORD = PASSWORD('v1')", "v1"},
      {FileKind::kSql, "WITH PASSWORD = N'v1'", "v1"},
      {FileKind::kSql, "password VARCHAR(60) DEFAULT 'v1'", "-"},
  };
  CheckRows(rows);
}

TEST_CASE("the literal that a name is given is read in the syntax of the configuration") {
  const Row rows[] = {
      {FileKind::kYaml, "password: v1 # note", "v1"},
      {FileKind::kYaml, "{user: shop, password: v1}", "v1"},
      {FileKind::kYaml, "{password: v1, tls: true}", "v1"},
      {FileKind::kYaml, "password: &a v1", "v1"},
      {FileKind::kYaml, "password: !!str v1", "v1"},
      {FileKind::kYaml, "password: |\n  v1\nuser: shop\n", "v1"},
      {FileKind::kYaml, "password: >-\n  v1\n", "v1"},
      {FileKind::kYaml, "password: |\n  v1\n  v2\n", "-"},
      {FileKind::kYaml, "password:\n  v1\n", "v1"},
      {FileKind::kYaml, "password:\n  min: 8\n", "-"},
      {FileKind::kYaml, "password:\nuser: shop\n", "-"},
      {FileKind::kYaml, "password:\n  type: x\n  default: v1\n", "v1"},
      {FileKind::kYaml, "password:\n  a:\n    default: v1\n", "-"},
      {FileKind::kYaml, "- name: DB_PASSWORD\n  value: v1\n", "v1"},
      {FileKind::kYaml, "- value: v1\n  name: DB_PASSWORD\n", "v1"},
      {FileKind::kYaml, "  value: v1\n- name: DB_PASSWORD\n", "-"},
      {FileKind::kYaml, "- \"DB_PASSWORD=v1\"", "v1"},
      {FileKind::kYaml, "x: \"{{ db_password | default('v1') }}\"", "v1"},
      {FileKind::kYaml, "\"password\": \"v1\"\n\"user\": \"shop\"\n", "v1"},
      {FileKind::kJson, "{\"name\": \"DB_PASSWORD\", \"value\": \"v1\"}", "v1"},
      {FileKind::kJson, "{\"value\": \"v1\", \"name\": \"DB_PASSWORD\"}", "v1"},
      {FileKind::kJson, "{\"value\": \"v1\"}, {\"name\": \"DB_PASSWORD\"}", "-"},
      {FileKind::kJson, "\"password\": {\"type\": \"a\", \"default\": \"v1\"}", "v1"},
      {FileKind::kJson, "\"Db:Password\": \"v1\"", "v1"},
      {FileKind::kJson, "\"{\\\"password\\\": \\\"v1\\\"}\"", "v1"},
      {FileKind::kHcl, "variable \"db_password\" {\n  default = \"v1\"\n}", "v1"},
      {FileKind::kHcl, "variable \"db_password\" {\n}\nx { default = \"v1\" }", "-"},
      {FileKind::kHcl, "password = <<-EOT\n  v1\n  EOT\n", "v1"},
      {FileKind::kToml, "password = '''v1'''", "v1"},
      {FileKind::kIni, "password = v1 ; note", "v1"},
      {FileKind::kProperties, "spring.datasource.password=v1", "v1"},
      {FileKind::kProperties, "db.password v1\n", "v1"},
      {FileKind::kProperties, "password is long\n", "-"},
      {FileKind::kProperties, "password = \\\n  v1\n", "v1"},
      {FileKind::kShell, "export DB_PASSWORD=v1; run", "v1"},
      {FileKind::kShell, "x=${DB_PASSWORD:-v1}", "v1"},
      {FileKind::kShell, "mysql --password=v1 shop", "v1"},
      {FileKind::kShell, "[ \"$password\" = \"v1\" ]", "v1"},
      {FileKind::kShell, "-d '{\"password\": \"v1\"}'", "v1"},
      {FileKind::kShell, "password = v1\n", "v1"},
      {FileKind::kShell, "password = v1 v2\n", "-"},
      {FileKind::kShell, "run password = v1\n", "-"},
      {FileKind::kBatch, "run /password:v1", "v1"},
      {FileKind::kBatch, "setx DB_PASSWORD v1", "v1"},
      {FileKind::kCron, "DB_PASSWORD=v1", "v1"},
      {FileKind::kDockerfile, "ENV DB_PASSWORD v1", "v1"},
      {FileKind::kMakefile, "DB_PASSWORD := v1", "v1"},
      {FileKind::kCMake, "set(DB_PASSWORD v1)", "v1"},
      {FileKind::kCMake, "set(ENV{DB_PASSWORD} \"v1\")", "v1"},
      {FileKind::kNginx, "set $password \"v1\";", "v1"},
      {FileKind::kApache, "SetEnv DB_PASSWORD v1", "v1"},
      {FileKind::kMarkdown, "`--password v1`", "v1"},
  };
  CheckRows(rows);
}

TEST_CASE("the literal that a name is given is read in markup") {
  const Row rows[] = {
      {FileKind::kXml, "<password>v1</password>", "v1"},
      {FileKind::kXml, "<db:password>v1</db:password>", "v1"},
      {FileKind::kXml, "<password>\n  v1\n</password>", "v1"},
      {FileKind::kXml, "<password a=\"b\">v1</password>", "v1"},
      {FileKind::kXml, "<password/>v1", "-"},
      {FileKind::kXml, "<password><![CDATA[v1]]></password>", "v1"},
      {FileKind::kXml, "<db password = 'v1'/>", "v1"},
      {FileKind::kXml, "<property name=\"password\" value=\"v1\"/>", "v1"},
      {FileKind::kXml, "<add value=\"v1\" key=\"password\"/>", "v1"},
      {FileKind::kXml, "<add value=\"v1\"/><add key=\"password\"/>", "-"},
      {FileKind::kXml, "<property name=\"password\"><value>v1</value>", "v1"},
      {FileKind::kXml, "<entry key=\"password\">v1</entry>", "v1"},
      {FileKind::kXml, "<select id=\"password\">v1</select>", "-"},
      {FileKind::kXml, "<key>password</key>\n<string>v1</string>", "v1"},
      {FileKind::kXml, "<key>password</key><true/><string>v1</string>", "-"},
      {FileKind::kXml, "<arg>--password=v1</arg>", "v1"},
  };
  CheckRows(rows);
}

TEST_CASE("names that are told and what is asked for are given nothing") {
  CHECK_FALSE(AssignmentIn("_(\"One of 'password' or 'v1' must be set\")", FileKind::kPython));
  CHECK(AssignmentIn("x = config['password'] or 'v1'", FileKind::kPython));
  CHECK_FALSE(AssignmentIn("{\"a\": \"password\", \"b\": {\"Default\": \"v1\"}}", FileKind::kJson));
  CHECK(AssignmentIn("{\"name\": \"password\", \"default\": \"v1\"}", FileKind::kJson));
  CHECK_FALSE(AssignmentIn("store.getUserPassword(\"v1\")", FileKind::kJava));
  CHECK(AssignmentIn("store.userPassword(\"v1\")", FileKind::kJava));
}

TEST_CASE("the form says how the literal is given") {
  struct FormRow {
    FileKind kind;
    std::string_view text;
    AssignmentForm form;
  };
  const FormRow rows[] = {
      {FileKind::kPython, "password = 'v1'", AssignmentForm::kAssignment},
      {FileKind::kPython, "password == 'v1'", AssignmentForm::kComparison},
      {FileKind::kPhp, "define('PASSWORD', 'v1')", AssignmentForm::kArgument},
      {FileKind::kJava, "setPassword(\"v1\")", AssignmentForm::kSetter},
      {FileKind::kShell, "${PASSWORD:-v1}", AssignmentForm::kDefault},
      {FileKind::kShell, "run --password v1", AssignmentForm::kOption},
      {FileKind::kXml, "<password>v1</password>", AssignmentForm::kElement},
      {FileKind::kYaml, "name: PASSWORD\nvalue: v1", AssignmentForm::kPair},
  };
  for (const FormRow& row : rows) {
    CAPTURE(row.text);
    const auto found = AssignmentIn(row.text, row.kind);
    REQUIRE(found);
    CHECK(found->form == row.form);
  }
}

TEST_CASE("the range of a value lies within its quotes") {
  struct RangeRow {
    FileKind kind;
    std::string_view text;
  };
  const RangeRow rows[] = {{FileKind::kPython, "password = '''\nv1\n'''"},
                           {FileKind::kPhp, "$password = <<<EOT\n  v1\nEOT;"},
                           {FileKind::kXml, "<password>\n v1\n</password>"},
                           {FileKind::kYaml, "password: |\n  v1\n"},
                           {FileKind::kJava, "\"v1\".equals(password)"}};
  for (const RangeRow& row : rows) {
    CAPTURE(row.text);
    const auto found = AssignmentIn(row.text, row.kind);
    REQUIRE(found);
    CHECK(row.text.substr(found->value.begin, found->value.end - found->value.begin) == "v1");
  }
}

/// The CPU that it takes to read what every "password" in the text is given.
double SecondsFor(std::string_view text, FileKind kind) {
  const std::clock_t start = std::clock();
  for (std::size_t at = text.find("password"); at != text.npos; at = text.find("password", at + 8))
    ReadAssignment(text, IdentifierAt(text, {at, at + 8}, kind), kind);
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

TEST_CASE("text that never ends what it opens is read in bounded time") {
  constexpr std::string_view kBlocks[] = {
      "password=",        "password=\"",        "password='\\",        "password={",
      "password:\n  ",    "password=R\"(",      "password=<<EOT\n",    "password=[[",
      "password=q(",      "name=\"password\" ", "<password ",          "password(((",
      "value: password,", "password=\"a\"+",    "'password', default", "password = \"\"\"",
      "--password-",      "${password:-",       "password.",           "\"password\"}"};
  constexpr FileKind kKinds[] = {FileKind::kCpp,  FileKind::kPython, FileKind::kYaml,
                                 FileKind::kXml,  FileKind::kShell,  FileKind::kIni,
                                 FileKind::kPerl, FileKind::kText};
  for (const std::string_view block : kBlocks) {
    std::string text;
    while (text.size() < 200'000) text += block;
    for (const FileKind kind : kKinds) {
      CAPTURE(block, static_cast<int>(kind));
      CHECK(SecondsFor(text, kind) < 1.0);
    }
  }
}

}  // namespace
}  // namespace gonogo

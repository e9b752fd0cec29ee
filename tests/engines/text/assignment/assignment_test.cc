#include "analyzer/engines/text/assignment/assignment.h"

#include <catch2/catch.hpp>

namespace gonogo {
namespace {

/// The value that the text gives to the first "password" in it (in any case); "-" for none.
std::string ValueIn(std::string_view text, FileKind kind) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  const std::size_t at = lower.find("password");
  REQUIRE(at != std::string::npos);
  const auto found = ReadAssignment(text, IdentifierAt(text, {at, at + 8}, kind), kind);
  return found ? found->text : "-";
}

TEST_CASE("the literal that a name is given is read in the syntax of the file") {
  struct Row {
    FileKind kind;
    std::string_view text, value;
  };
  const Row rows[] = {
      {FileKind::kPython, "password = \"v1\"", "v1"},
      {FileKind::kPython, "connect(host, password='v1')", "v1"},
      {FileKind::kPython, "d[\"password\"] = 'v1'", "v1"},
      {FileKind::kPython, "os.environ.get(\"DB_PASSWORD\", \"v1\")", "v1"},
      {FileKind::kPython, "password = f\"{user}1\"", "-"},
      {FileKind::kPython, "password = os.environ['X']", "-"},
      {FileKind::kJavaScript, "{ password: 'v1', user }", "v1"},
      {FileKind::kJavaScript, "const p = process.env.DB_PASSWORD || 'v1';", "v1"},
      {FileKind::kJavaScript, "password: `${a}b`", "-"},
      {FileKind::kJava, "ds.setPassword(\"v1\");", "v1"},
      {FileKind::kJava, "String password = \"v\" + \"1\";", "v1"},
      {FileKind::kJava, "String password = \"v\" + suffix;", "-"},
      {FileKind::kGo, "password := `v1`", "v1"},
      {FileKind::kGo, "const dbPassword string = \"v1\"", "v1"},
      {FileKind::kRust, "let password: &str = r#\"v1\"#;", "v1"},
      {FileKind::kC, "char password[] = \"v\" \"1\";", "v1"},
      {FileKind::kPhp, "'password' => 'v1',", "v1"},
      {FileKind::kRuby, ":password => 'v1'", "v1"},
      {FileKind::kYaml, "password: v1 # note", "v1"},
      {FileKind::kYaml, "- name: DB_PASSWORD\n  value: v1\n", "v1"},
      {FileKind::kJson, "{\"name\": \"DB_PASSWORD\", \"value\": \"v1\"}", "v1"},
      {FileKind::kProperties, "spring.datasource.password=v1", "v1"},
      {FileKind::kShell, "export DB_PASSWORD=v1; run", "v1"},
      {FileKind::kShell, "x=${DB_PASSWORD:-v1}", "v1"},
      {FileKind::kShell, "mysql --password=v1 shop", "v1"},
      {FileKind::kDockerfile, "ENV DB_PASSWORD v1", "v1"},
      {FileKind::kXml, "<password>v1</password>", "v1"},
      {FileKind::kXml, "<property name=\"password\" value=\"v1\"/>", "v1"},
      {FileKind::kSql, "CREATE ROLE shop PASSWORD 'v1'", "v1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(ValueIn(row.text, row.kind) == row.value);
  }
}

}  // namespace
}  // namespace gonogo

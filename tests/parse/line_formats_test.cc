#include "analyzer/parse/line_formats.h"

#include <catch2/catch.hpp>

#include "tests/parse/tree_text.h"

namespace gonogo {
namespace {

void Expect(const ConfigTree& tree, const std::string& expected, const std::string& error = "") {
  CAPTURE(tree.text());
  CheckTree(tree);
  CHECK(TreeText(tree) == expected);
  const std::vector<std::string> errors = ErrorTexts(tree);
  CHECK((errors.empty() ? std::string() : errors.front()) == error);
}

TEST_CASE("redis.conf") {
  Expect(ParseRedisConf("# c\nmaxmemory 100mb\nsave 900 1\nsave \"\"\nappendonly no\n"),
         "{maxmemory: 100mb, save: [900, 1], save: \"\", appendonly: no}");
  Expect(ParseRedisConf("requirepass \"a\\\"b\"\nuser x on >p#q ~*\n"),
         "{requirepass: \"a\"b\", user: [x, on, >p#q, ~*]}");
  Expect(ParseRedisConf("a \"b\nc d\n"), "{c: d}", "1:3 a quote without an end");
}

TEST_CASE("postgresql.conf") {
  Expect(ParsePostgresConf("fsync = off # c\nport=5432\nssl on\narchive_command = 'a ''b'' #'\n"),
         "{fsync: off, port: 5432, ssl: on, archive_command: \"a 'b' #\"}");
  Expect(ParsePostgresConf("a = 1\r\na = 2\r\nb =\r\n"), "{a: 1, a#2: 2, b: ~}");
  Expect(ParsePostgresConf("=\na = 1\n"), "{a: 1}", "1:1 no name of a setting");
}

TEST_CASE("pg_hba.conf") {
  Expect(ParsePgHba("# TYPE\nlocal all all peer\nhost all \"u s\" 0.0.0.0/0 md5 # c\n"),
         "[{type: local, database: all, user: all, method: peer}, "
         "{type: host, database: all, user: \"u s\", address: 0.0.0.0/0, method: md5}]");
  Expect(ParsePgHba("hostssl a b 10.0.0.0 255.0.0.0 cert map=x clientcert=1\n"),
         "[{type: hostssl, database: a, user: b, address: 10.0.0.0, mask: 255.0.0.0, method: cert, "
         "options: [map=x, clientcert=1]}]");
  Expect(ParsePgHba("host all\ninclude x\n"), "[{include: x}]", "1:1 fields are missing");
  Expect(ParsePgHba("what all all x\n"), "[]", "1:1 unknown connection type");
  Expect(
      ParsePgHba("host all all 10.0.0.0 \"\" md5\n"),
      "[{type: host, database: all, user: all, address: 10.0.0.0, method: \"\", options: [md5]}]");
}

TEST_CASE("crontab") {
  Expect(ParseCrontab("MAILTO=a@b\n*/5 * * * * run a # b\n@daily c d\n", CrontabSort::kOfUser),
         "[{MAILTO: a@b}, {schedule: */5 * * * *, command: run a # b}, {schedule: @daily, command: "
         "c d}]");
  Expect(ParseCrontab("P = \"x y\"\n0 3 * * 1 root backup --all\n", CrontabSort::kOfSystem),
         "[{P: \"x y\"}, {schedule: 0 3 * * 1, user: root, command: backup --all}]");
  Expect(ParseCrontab("0 3 * * 1\n", CrontabSort::kOfUser), "[]", "1:1 fields are missing");
}

TEST_CASE("CODEOWNERS") {
  Expect(ParseCodeowners("# c\n* @a @b/c # d\n/docs/ x@y.z\n/free\n"),
         "[{pattern: *, owners: [@a, @b/c]}, {pattern: /docs/, owners: [x@y.z]}, "
         "{pattern: /free, owners: []}]");
  Expect(ParseCodeowners("[My Section][2] @a\na\\ b @c\n"),
         "[{section: [My Section][2], owners: [@a]}, {pattern: a b, owners: [@c]}]");
}

}  // namespace
}  // namespace gonogo

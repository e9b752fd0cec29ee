#include "analyzer/engines/text/assignment/telling_words.h"

#include <algorithm>
#include <span>
#include <string>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/text/assignment/no_secret.h"
#include "analyzer/engines/text/assignment/secret_name.h"
#include "analyzer/engines/text/held_words.h"

namespace gonogo {
namespace {

bool IsAlnum(char c) { return IsLetter(c) || IsDigit(c); }

bool IsOneOf(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool StartsWithAny(std::string_view text, std::span<const std::string_view> prefixes) {
  return std::ranges::any_of(prefixes, [&](std::string_view p) { return text.starts_with(p); });
}

}  // namespace

bool IsWordOfLanguage(std::string_view value) {
  constexpr std::string_view kWords[] = {
      "true",
      "false",
      "null",
      "none",
      "nil",
      "undefined",
      "empty",
      "yes",
      "no",
      "on",
      "off",
      "string",
      "str",
      "text",
      "bytes",
      "byte",
      "number",
      "integer",
      "int",
      "bool",
      "boolean",
      "object",
      "any",
      "array",
      "list",
      "optional",
      "required",
      "enabled",
      "disabled",
      "default",
      "self",
      "this",
      "void",
      "char",
      "varchar",
      "varchar2",
      "nvarchar2",
      "clob",
      "nvarchar",
      "mediumtext",
      "longtext",
      "tinytext",
      "bigint",
      "timestamp",
      "datetime",
      "jsonb",
      "env",
      "basic",
      "bearer",
      "plain",
      "plaintext",
      "sha256",
      "sha512",
      "md5",
      "bcrypt",
      "oauth",
      "oauth2",
      "jwt",
      "header",
      "cookie",
      "query",
      "body",
      "hidden",
      "input",
      "file",
      "prompt",
      "ask",
      "auto",
      "compat",
      "files",
      "always",
      "never",
      "scram-sha-256",
      "localhost",
      "mystring",
      "mytext",
      "client_credentials",
      "authorization_code",
      "refresh_token",
      "passcode",
      "credentials",
      "credential"};  // the last two as Rails makes them for records of tests
  return IsOneOf(LowerCase(value), kWords);
}

std::string_view TellingWord(std::string_view value) {
  constexpr std::string_view kFake[] = {
      "fake",     "dummy",      "mock",   "example",   "sample",   "placeholder", "your",
      "stub",     "invalid",    "wrong",  "incorrect", "icon",     "bad",         "bogus",
      "garbage",  "irrelevant", "unused", "ignored",   "nonsense", "marker",      "canary",
      "sentinel", "visible",    "hidden", "attacker",  "malicious"};
  constexpr std::string_view kHash[] = {"hash",    "hashed", "encrypted",
                                        "encoded", "digest", "crypted"};
  constexpr std::string_view kBeginnings[] = {
      "wrong",    "invalid",       "incorrect",    "nonexist",   "dummy",   "fake",     "anything",
      "whatever", "somethingelse", "notpermitted", "notallowed", "nomatch", "plaintext"};
  const std::string lower = LowerCase(value);
  if (StartsWithAny(lower, kBeginnings)) return "placeholder";
  // `dbEnc`, `md5enc`: what a test takes for an encrypted one.
  if (lower.size() <= 8 && (lower.ends_with("enc") || value.starts_with("enc")) &&
      std::ranges::all_of(value, [](char c) { return IsAlnum(c); }) && WordsOf(value).size() >= 2)
    return "a hash, or encrypted";
  if (lower.size() <= 8 && lower.starts_with("md5")) return "a hash, or encrypted";
  if (lower.starts_with("encode:") || lower.starts_with("hash:")) return "a hash, or encrypted";
  // What becomes of it in a test: `secret-should-be-hidden`.
  if (lower.contains("should-be") || lower.contains("should_be") || lower.contains("not-used") ||
      lower.contains("not_used"))
    return "placeholder";
  // `ThisShouldBeALongString`, `fill_me_in`, `not-a-real-pw`: asks for another, or says so.
  constexpr std::string_view kAsks[] = {"shouldbe",   "fillmein",   "fill_me_in", "fill-me-in",
                                        "makeitup",   "make-it-up", "make_it_up", "notareal",
                                        "not-a-real", "not_a_real", "norealp",    "notreal"};
  if (HoldsAny(lower, kAsks)) return "placeholder";
  if (lower.ends_with("hashed")) return "a hash, or encrypted";
  const bool hash = lower.starts_with("hashed") || lower.ends_with("hash");
  const std::string_view uncounted =
      std::string_view(lower).substr(0, lower.find_last_not_of("0123456789") + 1);
  if (hash && std::ranges::all_of(uncounted, IsLower)) return "a hash, or encrypted";
  for (const std::string& counted : WordsOf(value)) {
    const std::string_view word =
        std::string_view(counted).substr(0, counted.find_last_not_of("0123456789") + 1);
    if (IsOneOf(word, kFake)) return "placeholder";
    if (IsOneOf(word, kHash)) return "a hash, or encrypted";
  }
  return "";
}

bool IsPlainlyGeneric(std::string_view value, const ValueShape& shape) {
  constexpr std::string_view kTelling[] = {"your", "some", "the",   "foo", "bar",
                                           "here", "name", "value", "not", "none",
                                           "null", "todo", "false", "true"};
  if (shape.blanks > 0) return true;
  const std::string lower = LowerCase(value);
  if (HoldsAny(lower, kTelling)) return true;
  constexpr std::string_view kAlone[] = {
      "test",     "testing",  "mypassword", "mypass",     "mysecret", "mytoken",  "mykey",
      "demo",     "password", "passwd",     "secret",     "token",    "pass",     "passphrase",
      "key",      "apikey",   "default",    "private",    "user",     "username", "access",
      "auth",     "login",    "basic",      "nopassword", "nopass",   "blank",    "nothing",
      "nopasswd", "unknown",  "notused",    "unused"};
  return shape.letters == shape.length && IsOneOf(lower, kAlone);
}

bool IsBareWord(std::string_view value, const ValueShape& shape) {
  constexpr std::string_view kTelling[] = {"your",  "foo",  "bar",  "here", "name",
                                           "value", "none", "null", "todo"};
  constexpr std::string_view kAlone[] = {
      "test",    "testing", "demo",       "password",  "passwd",   "secret",     "token",
      "pass",    "key",     "passphrase", "apikey",    "default",  "user",       "username",
      "access",  "auth",    "login",      "basic",     "unknown",  "nopassword", "mytoken",
      "private", "blank",   "nothing",    "secretkey", "testtest", "unused",     "nopass"};
  const std::string lower = LowerCase(value);
  if (HoldsAny(lower, kTelling)) return true;
  return shape.letters == shape.length && IsOneOf(lower, kAlone);
}

bool IsStockDefault(std::string_view value) {
  constexpr std::string_view kStock[] = {
      "admin",     "root",      "guest",       "postgres",     "mysql",    "mariadb",
      "redis",     "rabbitmq",  "elastic",     "neo4j",        "minio",    "minioadmin",
      "oracle",    "sa",        "rootpass",    "rootpassword", "changeit", "mongo",
      "mongodb",   "cassandra", "kafka",       "vagrant",      "ubuntu",   "airflow",
      "grafana",   "nexus",     "sonar",       "jenkins",      "tomcat",   "wordpress",
      "drupal",    "symfony",   "laravel",     "homestead",    "docker",   "develop",
      "infected",  "malware",   "developer",   "dbuser",       "system",   "manager",
      "superuser", "bitnami",   "rustfsadmin", "qwerty",       "letmein",  "toor",
      "anonymous", "anonymous@"};
  return IsOneOf(LowerCase(value), kStock);
}

}  // namespace gonogo

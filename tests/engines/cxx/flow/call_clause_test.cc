#include <catch2/catch.hpp>

#include <string>

#include "tests/engines/cxx/flow/told.h"

namespace gonogo {
namespace {

struct Row {
  const char* what;
  const char* text;
  const char* told;
};

TEST_CASE("verification that is off") {
  const MiniRule rule({"curl_easy_setopt($, CURLOPT_SSL_VERIFYPEER | CURLOPT_SSL_VERIFYHOST, 0)"},
                      {});
  const Row rows[] = {
      {"a literal", R"(fn void f(CURL h) {
         curl_easy_setopt(h, CURLOPT_SSL_VERIFYPEER, 0); })",
       "2 certain h"},
      {"behind a null test", R"(fn void f(CURL h) {
         if (!h) { return; }
         if (h) { curl_easy_setopt(h, CURLOPT_SSL_VERIFYPEER, false); } })",
       "3 certain h"},
      {"on is fine", R"(fn void f(CURL h) {
         curl_easy_setopt(h, CURLOPT_SSL_VERIFYPEER, 1); })",
       ""},
      {"chosen by a setting", R"(class Config { bool insecure; }
       fn void f(CURL h, Config c) {
         if (c.insecure) { curl_easy_setopt(h, CURLOPT_SSL_VERIFYPEER, 0); } })",
       ""},
      {"the else of a setting", R"(class Config { bool verify; }
       fn void f(CURL h, Config c) {
         if (c.verify) { curl_easy_setopt(h, CURLOPT_SSL_VERIFYPEER, 1); }
         else { curl_easy_setopt(h, CURLOPT_SSL_VERIFYPEER, 0); } })",
       ""},
      {"both sides of a setting", R"(class Config { bool verify; }
       fn void f(CURL h, Config c) {
         if (c.verify) { curl_easy_setopt(h, CURLOPT_SSL_VERIFYPEER, 0); }
         else { curl_easy_setopt(h, CURLOPT_SSL_VERIFYPEER, 0); } })",
       "3 certain h, 4 certain h"},
      {"a conditional value", R"(class Config { bool verify; }
       fn void f(CURL h, Config c) {
         curl_easy_setopt(h, CURLOPT_SSL_VERIFYPEER, c.verify ? 1 : 0); })",
       ""},
      {"a test of encryption decides nothing", R"(class Config { bool use_ssl; }
       fn void f(CURL h, Config c) {
         if (c.use_ssl) { curl_easy_setopt(h, CURLOPT_SSL_VERIFYPEER, 0); } })",
       "3 certain h"},
      {"a test of the scheme decides nothing", R"(fn void f(CURL h, Text url) {
         if (strncmp(url, "https", 5) == 0) { curl_easy_setopt(h, CURLOPT_SSL_VERIFYPEER, 0); } })",
       "2 certain h"},
      {"a local", R"(fn void f(CURL h) {
         var bool verify = false;
         curl_easy_setopt(h, CURLOPT_SSL_VERIFYPEER, verify); })",
       "3 certain h"},
      {"a parameter, every caller", R"(fn void set(CURL c, bool verify) {
         curl_easy_setopt(c, CURLOPT_SSL_VERIFYPEER, verify); }
       fn void f(CURL h) { set(h, false); }
       fn void g(CURL h) { set(h, false); })",
       "2 certain c"},
      {"a parameter, one caller", R"(fn void set(CURL c, bool verify) {
         curl_easy_setopt(c, CURLOPT_SSL_VERIFYPEER, verify ? 1 : 0); }
       fn void f(CURL h) { set(h, false); }
       fn void g(CURL h) { set(h, true); })",
       "2 possible c"},
      {"a parameter that a setting fills", R"(class Config { bool verify; }
       fn void set(CURL c, bool verify) { curl_easy_setopt(c, CURLOPT_SSL_VERIFYPEER, verify); }
       fn void f(CURL h, Config c) { set(h, c.verify); })",
       ""},
      {"a caller under a setting", R"(class Config { bool verify; }
       fn void set(CURL c, bool verify) { curl_easy_setopt(c, CURLOPT_SSL_VERIFYPEER, verify); }
       fn void f(CURL h, Config c) { if (c.verify) { set(h, true); } else { set(h, false); } })",
       ""},
      {"a flag handed down to a test", R"(
       fn void set(CURL c, bool insecure) {
         if (insecure) { curl_easy_setopt(c, CURLOPT_SSL_VERIFYPEER, 0); } }
       fn void f(CURL h) { set(h, true); })",
       "3 certain c"},
      {"switched off after a failure", R"(fn void f(CURL h) {
         var int code = curl_easy_perform(h);
         if (code == CURLE_SSL_CACERT) {
           curl_easy_setopt(h, CURLOPT_SSL_VERIFYPEER, 0); } })",
       "4 certain h"},
      {"remembered for later calls", R"(class Client { CURL h; bool verify = true; }
       fn void Client::Run() {
         curl_easy_setopt(h, CURLOPT_SSL_VERIFYPEER, verify ? 1 : 0);
         var int code = curl_easy_perform(h);
         if (code == CURLE_SSL_CACERT) { verify = false; } })",
       "3 certain h"},
      {"a member that the program sets off", R"(class Client { CURL h; bool verify = false; }
       fn void Client::Run() {
         curl_easy_setopt(h, CURLOPT_SSL_VERIFYPEER, verify); })",
       "3 certain h"},
      {"a member that a setter changes", R"(class Client { CURL h; bool verify = false; }
       fn void Client::Set(bool v) { verify = v; }
       fn void Client::Run() {
         curl_easy_setopt(h, CURLOPT_SSL_VERIFYPEER, verify); })",
       "4 possible h"},
      {"an option handed through", R"(fn void opt(CURL c, int o, long v) {
         curl_easy_setopt(c, o, v); }
       fn void f(CURL h) { opt(h, CURLOPT_SSL_VERIFYPEER, 0); opt(h, CURLOPT_VERBOSE, 1); })",
       "2 possible c"},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(Told(row.text, rule.rule()) == row.told);
  }
}

TEST_CASE("what excuses a call") {
  const MiniRule rule({"SSL_CTX_set_verify($, SSL_VERIFY_NONE, _)"},
                      {"SSL_CTX_set_cert_verify_callback($, ...)"});
  CHECK(Told(R"(fn void f(SSL_CTX c) { SSL_CTX_set_verify(c, SSL_VERIFY_NONE, null); })",
             rule.rule()) == "1 certain c");
  CHECK(Told(R"(fn void f(SSL_CTX c) { SSL_CTX_set_verify(c, SSL_VERIFY_NONE, null);
         SSL_CTX_set_cert_verify_callback(c, null, null); })",
             rule.rule()) == "");
  CHECK(Told(R"(fn void f(SSL_CTX c, SSL_CTX d) { SSL_CTX_set_verify(c, SSL_VERIFY_NONE, null);
         SSL_CTX_set_cert_verify_callback(d, null, null); })",
             rule.rule()) == "1 certain c");
}

TEST_CASE("literals that are passed") {
  const MiniRule rule({"mysql_real_connect($, _, _, {password}=literal, ...)"}, {});
  const Row rows[] = {
      {"in place", R"(fn void f(MYSQL m) { mysql_real_connect(m, "h", "u", "open sesame", 0); })",
       "open sesame"},
      {"a constant of the file",
       R"(const Text kSecret = "open sesame";
       fn void f(MYSQL m) { mysql_real_connect(m, "h", "u", kSecret, 0); })",
       "open sesame"},
      {"through a parameter",
       R"(fn void open(MYSQL m, Text p) { mysql_real_connect(m, "h", "u", p, 0); }
       fn void f(MYSQL m) { open(m, "open sesame"); })",
       "open sesame"},
      {"from the environment",
       R"(fn void f(MYSQL m) { mysql_real_connect(m, "h", "u", getenv("P"), 0); })", ""},
      {"empty", R"(fn void f(MYSQL m) { mysql_real_connect(m, "h", "u", "", 0); })", ""},
      {"a default of the environment", R"(fn void f(MYSQL m) {
         var Text p = getenv("P");
         if (!p) { p = "open sesame"; }
         mysql_real_connect(m, "h", "u", p, 0); })",
       "open sesame"},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(Captured(row.text, rule.rule(), "password") == row.told);
  }
}

TEST_CASE("what a handler comes to") {
  const MiniRule rule({"signal(SIGTERM, calls(malloc | exit))"}, {});
  const Row rows[] = {
      {"in itself", R"(fn void stop(int n) { malloc(1); }
       fn void f() { signal(SIGTERM, stop); })",
       "2 certain it"},
      {"through another", R"(fn void log(Text t) { malloc(1); }
       fn void stop(int n) { if (n == 2) { log("x"); } }
       fn void f() { signal(SIGTERM, stop); })",
       "3 certain it"},
      {"once for each handler", R"(fn void stop(int n) { malloc(1); }
       fn void f() { signal(SIGTERM, stop); }
       fn void g() { signal(SIGTERM, stop); })",
       "2 certain it"},
      {"a flag alone", R"(global int stopping = 0;
       fn void stop(int n) { stopping = 1; }
       fn void f() { malloc(1); signal(SIGTERM, stop); })",
       ""},
      {"another signal", R"(fn void stop(int n) { malloc(1); }
       fn void f() { signal(SIGALRM, stop); })",
       ""},
      {"handed to a wrapper", R"(fn void stop(int n) { malloc(1); }
       fn void set(int n, int h) { signal(n, h); }
       fn void f() { set(SIGTERM, stop); set(SIGALRM, stop); })",
       "2 possible it"},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(Told(row.text, rule.rule()) == row.told);
  }
  CHECK(FlowTold(R"(fn void log(Text t) { malloc(1); }
       fn void stop(int n) { log("x"); }
       fn void f() { signal(SIGTERM, stop); })",
                 rule.rule()) == "3 used by 'signal'\n2 calls 'log'\n1 calls 'malloc'\n");
}

TEST_CASE("what a handler does each time") {
  const MiniRule rule({"signal(SIGTERM, ends(exit))"}, {});
  const Row rows[] = {
      {"it ends", R"(fn void stop(int n) { exit(0); }
       fn void f() { signal(SIGTERM, stop); })",
       "2 certain it"},
      {"of its own parameter", R"(fn void end(int code) { exit(code); }
       fn void stop(int n) { if (n == 15) { end(0); } }
       fn void f() { signal(SIGTERM, stop); })",
       "3 certain it"},
      {"of something else", R"(global int asked = 0;
       fn void stop(int n) { if (asked) { exit(1); } asked = 1; }
       fn void f() { signal(SIGTERM, stop); })",
       ""},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(Told(row.text, rule.rule()) == row.told);
  }
}

TEST_CASE("handlers that answer the same each time") {
  const MiniRule rule({"Get(_, fixed)"}, {});
  const Row rows[] = {
      {"a constant", R"(fn void health(int r) { reply(r, 200, "ok"); }
       fn void f() { Get("/health", health); })",
       "2 certain it"},
      {"through a function that is fixed too", R"(fn void say(int r, Text t) { reply(r, 200, t); }
       fn void health(int r) { say(r, "ok"); }
       fn void f() { Get("/health", health); })",
       "3 certain it"},
      {"a test", R"(fn void health(int r) { if (ping()) { reply(r, 200, "ok"); } }
       fn void f() { Get("/health", health); })",
       ""},
      {"what the program holds", R"(global int status = 200;
       fn void health(int r) { reply(r, status, "ok"); }
       fn void f() { Get("/health", health); })",
       ""},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(Told(row.text, rule.rule()) == row.told);
  }
}

}  // namespace
}  // namespace gonogo

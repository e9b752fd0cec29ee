// Shapes of real code in the styles of several libraries.
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

void CheckRows(const MiniRule::Typestate& clause, std::span<const Row> rows) {
  const MiniRule rule(clause);
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(Told(row.text, rule.rule()) == row.told);
  }
}

TEST_CASE("a context that is made by its declaration") {
  const MiniRule::Typestate clause{
      .types = {"grpc::ClientContext"},
      .made_by = {"grpc::ClientContext()"},
      .bound_by = {"grpc::ClientContext::set_deadline(bound)"},
      .used_by = {"Stub::Get($, ...)"},
      .all_of = {},
  };
  const Row rows[] = {
      {"no deadline", R"(library class grpc::ClientContext { int x; } library class Stub { int x; }
       fn void f(Stub s) { var grpc::ClientContext c();
         s.Get(c, 1); })",
       "2 certain c"},
      {"a deadline", R"(library class grpc::ClientContext { int x; } library class Stub { int x; }
       fn void f(Stub s, Time t) { var grpc::ClientContext c();
         c.set_deadline(t + 5s);
         s.Get(c, 1); })",
       "2 bounded c"},
      {"a helper gives the deadline", R"(library class grpc::ClientContext { int x; }
       library class Stub { int x; }
       static fn void prepare(grpc::ClientContext c) { c.set_deadline(now() + 5s); }
       fn void f(Stub s) { var grpc::ClientContext c(); prepare(c); s.Get(c, 1); })",
       "4 bounded c"},
      {"on the heap, owned", R"(library class grpc::ClientContext { int x; }
       library class Stub { int x; }
       fn void f(Stub s) { var std::unique_ptr c(new grpc::ClientContext());
         s.Get(c, 1); })",
       "3 certain c"},
  };
  CheckRows(clause, rows);
}

TEST_CASE("a client object with setters, kept in members") {
  const MiniRule::Typestate clause{
      .types = {"httplib::Client"},
      .made_by = {"httplib::Client(...)"},
      .bound_by = {"httplib::Client::set_read_timeout(bound, ...)"},
      .used_by = {"httplib::Client::Get(...)", "httplib::Client::Post(...)"},
      .all_of = {},
  };
  const std::string library = "library class httplib::Client { int x; } ";
  const auto told = [&](const std::string& text) {
    const MiniRule rule(clause);
    return Told(library + text, rule.rule());
  };
  CHECK(told(R"(fn void f() { var httplib::Client c("h"); c.Get("/"); })") == "1 certain c");
  CHECK(told(R"(fn void f() { var httplib::Client c("h"); c.set_read_timeout(5); c.Get("/"); })") ==
        "1 bounded c");
  CHECK(
      told(
          R"(fn void f() { var httplib::Client c("h"); c.set_read_timeout(0, 0); c.Get("/"); })") ==
      "1 certain c");
  CHECK(told(R"(class Api { httplib::Client c; }
    fn void Api::Api() { c = new httplib::Client("h");
      c.set_read_timeout(5); }
    fn void Api::Fetch() { c.Get("/"); c.Post("/"); })") == "2 bounded c");
  CHECK(told(R"(class Api { httplib::Client c; }
    fn void Api::Api() { c = new httplib::Client("h"); }
    fn void Api::Fetch() { c.Get("/"); })") == "2 certain c");
  // A class that derives from the client.
  CHECK(told(R"(class Mine : httplib::Client { int y; }
    fn void Mine::Mine() { this.set_read_timeout(5); }
    fn void f() { var Mine c(); c.Get("/"); })") == "3 bounded c");
  CHECK(told(R"(class Mine : httplib::Client { int y; }
    fn void Mine::Mine() { }
    fn void f() { var Mine c(); c.Get("/"); })") == "3 certain c");
}

TEST_CASE("a connection that is bounded where it is made or later") {
  const MiniRule::Typestate clause{
      .types = {"redisContext"},
      .made_by = {"redisConnect(_, _)", "redisConnectWithTimeout(_, _, _)"},
      .bound_by = {"redisConnectWithTimeout(_, _, {bound}=bound)",
                   "redisSetTimeout($, {bound}=bound)"},
      .used_by = {"redisCommand($, ...)"},
      .all_of = {},
  };
  const Row rows[] = {
      {"plain", R"(fn void f() { var redisContext c = redisConnect("h", 6379);
         redisCommand(c, "PING"); })",
       "1 certain c"},
      {"with a timeout", R"(fn void f(timeval t) {
         var redisContext c = redisConnectWithTimeout("h", 6379, t);
         redisCommand(c, "PING"); })",
       "2 bounded c"},
      {"with a timeout of nothing", R"(fn void f() {
         var redisContext c = redisConnectWithTimeout("h", 6379, {0, 0});
         redisCommand(c, "PING"); })",
       "2 certain c"},
      {"set afterwards", R"(fn void f() {
         var redisContext c = redisConnect("h", 6379);
         redisSetTimeout(c, {1, 500});
         redisCommand(c, "PING"); })",
       "2 bounded c"},
  };
  CheckRows(clause, rows);
}

TEST_CASE("options in a struct whose fields are the bounds") {
  const MiniRule::Typestate clause{
      .types = {"sw::redis::ConnectionOptions"},
      .made_by = {"sw::redis::ConnectionOptions()"},
      .bound_by = {"sw::redis::ConnectionOptions::socket_timeout = bound"},
      .used_by = {"sw::redis::Redis($, ...)"},
      .all_of = {},
  };
  const MiniRule rule(clause);
  const std::string library =
      "library class sw::redis::ConnectionOptions { int socket_timeout; int port; } ";
  CHECK(Told(library + R"(fn void f() { var sw::redis::ConnectionOptions o();
    o.port = 1; o.socket_timeout = 100ms;
    var sw::redis::Redis r(o); })",
             rule.rule()) == "1 bounded o");
  CHECK(Told(library + R"(fn void f() { var sw::redis::ConnectionOptions o();
    o.port = 1;
    var sw::redis::Redis r(o); })",
             rule.rule()) == "1 certain o");
  CHECK(Told(library + R"(fn void f() { var sw::redis::ConnectionOptions o();
    o.socket_timeout = 0ms;
    var sw::redis::Redis r(o); })",
             rule.rule()) == "1 certain o");
}

TEST_CASE("what is bounded from the start is found only when it is unbounded") {
  const MiniRule::Typestate clause{
      .types = {"Session"},
      .made_by = {"Session(...)"},
      .bound_by = {"Session::setTimeout(bound)"},
      .used_by = {"Session::sendRequest()"},
      .all_of = {},
      .starts_bounded = true,
  };
  const MiniRule rule(clause);
  const std::string library = "library class Session { int x; } ";
  CHECK(Told(library + "fn void f() { var Session s(1); s.sendRequest(); }", rule.rule()) ==
        "1 bounded s");
  CHECK(Told(library + "fn void f() { var Session s(1); s.setTimeout(0); s.sendRequest(); }",
             rule.rule()) == "1 certain s");
  CHECK(Told(library + "fn void f(int t) { var Session s(1); s.setTimeout(t); s.sendRequest(); }",
             rule.rule()) == "1 bounded s");
}

TEST_CASE("the flow of a finding names what happened, in order") {
  const MiniRule rule(CurlTransfer());
  CHECK(FlowTold(R"(fn void run(CURL c) {
         curl_easy_perform(c); }
       fn void f() {
         var CURL h = curl_easy_init();
         curl_easy_setopt(h, CURLOPT_TIMEOUT, 30);
         curl_easy_reset(h);
         run(h); })",
                 rule.rule()) ==
        "4 made by 'curl_easy_init'\n"
        "5 its limit is set by 'curl_easy_setopt'\n"
        "6 'curl_easy_reset' forgets all that was set\n"
        "7 passed to 'run'\n"
        "2 used by 'curl_easy_perform'\n");
}

TEST_CASE("captures name what bounds and why") {
  const MiniRule rule(CurlTransfer());
  const char* bounded = R"(fn void f() { var CURL h = curl_easy_init();
    curl_easy_setopt(h, CURLOPT_TIMEOUT, 30); curl_easy_perform(h); })";
  CHECK(Captured(bounded, rule.rule(), "bound") == "30");
  CHECK(Captured(bounded, rule.rule(), "maker") == "curl_easy_init");
  CHECK(Captured(bounded, rule.rule(), "use") == "curl_easy_perform");
  CHECK(Captured(R"(extern fn void elsewhere(CURL c);
    fn void f() { var CURL h = curl_easy_init(); elsewhere(h); curl_easy_perform(h); })",
                 rule.rule(), "reason") == "it is passed to 'elsewhere', which is not known");
}

TEST_CASE("functions that leave the question open are told with their header") {
  const MiniRule rule(CurlTransfer());
  CHECK(OpenTold(R"(fn void run(CURL c) in "api.h" { curl_easy_perform(c); }
    static fn void own(CURL c) { curl_easy_perform(c); }
    fn CURL make() in "make.h" { return curl_easy_init(); }
    fn CURL good() in "make.h" { var CURL c = curl_easy_init();
      curl_easy_setopt(c, CURLOPT_TIMEOUT, 3); return c; }
    fn void bounded(CURL c) { curl_easy_setopt(c, CURLOPT_TIMEOUT, 3); curl_easy_perform(c); })",
                 rule.rule()) == "make make.h, run api.h");
}

TEST_CASE("the order of units changes nothing") {
  const MiniRule rule(CurlTransfer());
  const std::string make = R"(fn CURL make() { return curl_easy_init(); })";
  const std::string use = R"(fn void f() { var CURL h = make(); curl_easy_perform(h); })";
  const std::string one = Told(make + "\nunit \"b.cc\"\n" + use, rule.rule());
  CHECK(one == "1 certain h");
  CHECK(Told("unit \"z.cc\"\n" + use + "\nunit \"a.cc\"\n" + make, rule.rule()) == "4 certain h");
}

TEST_CASE("hostile depth and size end") {
  const MiniRule rule(CurlTransfer());
  std::string text;
  for (int i = 0; i < 3000; ++i) {
    text += "fn void f" + std::to_string(i) + "(CURL c) { f" + std::to_string(i + 1) + "(c); }\n";
  }
  text += "fn void f3000(CURL c) { curl_easy_perform(c); f0(c); }\n";
  text += "fn void g() { var CURL h = curl_easy_init(); f0(h); }";
  CHECK_NOTHROW(Told(text, rule.rule()));
  std::string deep = "fn void f(bool x) { var CURL h = curl_easy_init(); ";
  for (int i = 0; i < 300; ++i) deep += "if (x) { curl_easy_perform(h); } ";
  CHECK(Told(deep + "}", rule.rule()) == "1 certain h");
  // Values that are made of themselves, and of each other.
  std::string values = "fn void f(bool x) { var long a = 1; var long b = 2; ";
  for (int i = 0; i < 40; ++i) values += "a = a + b; b = x ? b - a : a * b; ";
  CHECK(Told(values + R"(var CURL h = curl_easy_init();
    curl_easy_setopt(h, CURLOPT_TIMEOUT, a); curl_easy_perform(h); })",
             rule.rule()) == "1 bounded h");
}

}  // namespace
}  // namespace gonogo

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

TEST_CASE("a bound in the same function") {
  const Row rows[] = {
      {"nothing is set", R"(fn void f() {
         var CURL h = curl_easy_init();
         curl_easy_perform(h); })",
       "2 certain h"},
      {"set before the use", R"(fn void f() {
         var CURL h = curl_easy_init();
         curl_easy_setopt(h, CURLOPT_TIMEOUT, 30);
         curl_easy_perform(h); })",
       "2 bounded h"},
      {"set after the use", R"(fn void f() {
         var CURL h = curl_easy_init();
         curl_easy_perform(h);
         curl_easy_setopt(h, CURLOPT_TIMEOUT, 30); })",
       "2 certain h"},
      {"set on another handle", R"(fn void f() {
         var CURL h = curl_easy_init();
         var CURL k = curl_easy_init();
         curl_easy_setopt(k, CURLOPT_TIMEOUT, 30);
         curl_easy_perform(h); curl_easy_perform(k); })",
       "2 certain h, 3 bounded k"},
      {"the connect alone", R"(fn void f() {
         var CURL h = curl_easy_init();
         curl_easy_setopt(h, CURLOPT_CONNECTTIMEOUT, 30);
         curl_easy_perform(h); })",
       "2 certain h"},
      {"the last write wins", R"(fn void f() {
         var CURL h = curl_easy_init();
         curl_easy_setopt(h, CURLOPT_TIMEOUT, 30);
         curl_easy_setopt(h, CURLOPT_TIMEOUT_MS, 0);
         curl_easy_perform(h); })",
       "2 certain h"},
      {"minus one is none", R"(fn void f() {
         var CURL h = curl_easy_init();
         curl_easy_setopt(h, CURLOPT_TIMEOUT, -1);
         curl_easy_perform(h); })",
       "2 certain h"},
      {"any non-constant bounds", R"(fn void f(long t) {
         var CURL h = curl_easy_init();
         curl_easy_setopt(h, CURLOPT_TIMEOUT, t);
         curl_easy_perform(h); })",
       "2 bounded h"},
      {"half of a pair", R"(fn void f() {
         var CURL h = curl_easy_init();
         curl_easy_setopt(h, CURLOPT_LOW_SPEED_TIME, 30);
         curl_easy_perform(h); })",
       "2 certain h"},
      {"both of a pair", R"(fn void f() {
         var CURL h = curl_easy_init();
         curl_easy_setopt(h, CURLOPT_LOW_SPEED_TIME, 30);
         curl_easy_setopt(h, CURLOPT_LOW_SPEED_LIMIT, 1);
         curl_easy_perform(h); })",
       "2 bounded h"},
      {"an hour is huge", R"(fn void f() {
         var CURL h = curl_easy_init();
         curl_easy_setopt(h, CURLOPT_TIMEOUT, 3600);
         curl_easy_perform(h); })",
       "2 huge h"},
      {"a copy keeps the bound", R"(fn void f() {
         var CURL h = curl_easy_init();
         curl_easy_setopt(h, CURLOPT_TIMEOUT, 3);
         var CURL k = curl_easy_duphandle(h);
         curl_easy_perform(k); })",
       "4 bounded k"},
      {"a copy of an unbounded one", R"(fn void f() {
         var CURL h = curl_easy_init();
         var CURL k = curl_easy_duphandle(h);
         curl_easy_setopt(h, CURLOPT_TIMEOUT, 3);
         curl_easy_perform(k); })",
       "3 certain k"},
      {"another name of the same", R"(fn void f() {
         var CURL h = curl_easy_init();
         var CURL k = h;
         curl_easy_setopt(k, CURLOPT_TIMEOUT, 3);
         curl_easy_perform(h); })",
       "2 bounded h"},
      {"several uses are one finding", R"(fn void f() {
         var CURL h = curl_easy_init();
         curl_easy_perform(h);
         curl_easy_perform(h); })",
       "2 certain h"},
      {"added to a multi handle", R"(fn void f(CURLM m) {
         var CURL h = curl_easy_init();
         curl_multi_add_handle(m, h); })",
       "2 certain h"},
  };
  CheckRows(CurlTransfer(), rows);
}

TEST_CASE("branches") {
  const Row rows[] = {
      {"one branch sets it", R"(fn void f(bool x) {
         var CURL h = curl_easy_init();
         if (x) { curl_easy_setopt(h, CURLOPT_TIMEOUT, 30); }
         curl_easy_perform(h); })",
       "2 possible h"},
      {"both branches set it, each in its way", R"(fn void f(bool x) {
         var CURL h = curl_easy_init();
         if (x) { curl_easy_setopt(h, CURLOPT_TIMEOUT, 30); }
         else { curl_easy_setopt(h, CURLOPT_LOW_SPEED_TIME, 30);
           curl_easy_setopt(h, CURLOPT_LOW_SPEED_LIMIT, 1); }
         curl_easy_perform(h); })",
       "2 bounded h"},
      {"under a test of the value itself", R"(fn void f(long t) {
         var CURL h = curl_easy_init();
         if (t > 0) { curl_easy_setopt(h, CURLOPT_TIMEOUT, t); }
         curl_easy_perform(h); })",
       "2 bounded h"},
      {"under a test of something else", R"(fn void f(long t, bool x) {
         var CURL h = curl_easy_init();
         if (x) { curl_easy_setopt(h, CURLOPT_TIMEOUT, t); }
         curl_easy_perform(h); })",
       "2 possible h"},
      {"behind a null test", R"(fn void f() {
         var CURL h = curl_easy_init();
         if (h) { curl_easy_setopt(h, CURLOPT_TIMEOUT, 30); }
         curl_easy_perform(h); })",
       "2 bounded h"},
      {"null leaves", R"(fn void f() {
         var CURL h = curl_easy_init();
         if (!h) { return; }
         curl_easy_perform(h); })",
       "2 certain h"},
  };
  CheckRows(CurlTransfer(), rows);
}

TEST_CASE("resets and several makings") {
  const Row rows[] = {
      {"a reset in a retry", R"(fn void f(bool more) {
         var CURL h = curl_easy_init();
         curl_easy_setopt(h, CURLOPT_TIMEOUT, 30);
         while (more) { curl_easy_perform(h); curl_easy_reset(h); } })",
       "2 possible h"},
      {"a reset before the use", R"(fn void f() {
         var CURL h = curl_easy_init();
         curl_easy_setopt(h, CURLOPT_TIMEOUT, 30);
         curl_easy_reset(h);
         curl_easy_perform(h); })",
       "2 certain h"},
      {"a reset and set again", R"(fn void f(bool more) {
         var CURL h = curl_easy_init();
         while (more) {
           curl_easy_reset(h);
           curl_easy_setopt(h, CURLOPT_TIMEOUT, 30);
           curl_easy_perform(h); } })",
       "2 bounded h"},
      {"made in a loop", R"(fn void f(bool more) {
         while (more) {
           var CURL h = curl_easy_init();
           curl_easy_perform(h);
           curl_easy_setopt(h, CURLOPT_TIMEOUT, 30); } })",
       "3 certain h"},
      {"two makings, one name", R"(fn void f(bool x) {
         var CURL h = null;
         if (x) { h = curl_easy_init(); } else { h = curl_easy_init(); }
         curl_easy_setopt(h, CURLOPT_TIMEOUT, 30);
         curl_easy_perform(h); })",
       "3 bounded h, 3 bounded h"},
      {"one of two makings", R"(fn void f(bool x) {
         var CURL h = null;
         if (x) { h = curl_easy_init();
           curl_easy_setopt(h, CURLOPT_TIMEOUT, 30);
         } else { h = curl_easy_init(); }
         curl_easy_perform(h); })",
       "3 bounded h, 5 certain h"},
      {"made when it is missing", R"(global CURL h;
       fn void f() {
         if (!h) { h = curl_easy_init();
           curl_easy_setopt(h, CURLOPT_TIMEOUT, 30); }
         curl_easy_perform(h); })",
       "3 bounded h"},
      {"a path that never comes back", R"(fn void f(bool x) {
         var CURL h = curl_easy_init();
         if (x) { curl_easy_setopt(h, CURLOPT_TIMEOUT, 30); } else { abort(); }
         curl_easy_perform(h); })",
       "2 bounded h"},
      {"a path that throws", R"(fn void f(bool x) {
         var CURL h = curl_easy_init();
         if (x) { curl_easy_setopt(h, CURLOPT_TIMEOUT, 30); } else { throw; }
         curl_easy_perform(h); })",
       "2 bounded h"},
  };
  CheckRows(CurlTransfer(), rows);
}

TEST_CASE("helpers, factories and callers") {
  const Row rows[] = {
      {"a helper sets it", R"(fn void set(CURL c) { curl_easy_setopt(c, CURLOPT_TIMEOUT, 30); }
       fn void f() {
         var CURL h = curl_easy_init();
         set(h);
         curl_easy_perform(h); })",
       "3 bounded h"},
      {"a helper of another file sets it", R"(fn void f() {
         var CURL h = curl_easy_init();
         set(h);
         curl_easy_perform(h); }
       unit "set.cc"
       fn void set(CURL c) { if (!c) { return; } curl_easy_setopt(c, CURLOPT_TIMEOUT, 30); })",
       "2 bounded h"},
      {"a helper sets it on some paths", R"(fn void set(CURL c, bool x) {
         if (x) { curl_easy_setopt(c, CURLOPT_TIMEOUT, 30); } }
       fn void f(bool x) {
         var CURL h = curl_easy_init();
         set(h, x);
         curl_easy_perform(h); })",
       "4 possible h"},
      {"a helper uses it", R"(fn int run(CURL c) { return curl_easy_perform(c); }
       fn void f() { var CURL h = curl_easy_init(); run(h); }
       fn void g() { var CURL k = curl_easy_init();
         curl_easy_setopt(k, CURLOPT_TIMEOUT, 30); run(k); })",
       "2 certain h, 3 bounded k"},
      {"nobody calls the helper", R"(fn int run(CURL c) { return curl_easy_perform(c); })",
       "1 possible c"},
      {"a factory bounds it", R"(fn CURL make() { var CURL c = curl_easy_init();
         curl_easy_setopt(c, CURLOPT_TIMEOUT, 30); return c; }
       fn void f() { var CURL h = make(); curl_easy_perform(h); })",
       "1 bounded c"},
      {"a factory forgets, nobody helps", R"(fn CURL make() {
         return curl_easy_init(); }
       fn void f() { var CURL h = make(); curl_easy_perform(h); }
       fn void g() { var CURL k = make(); curl_easy_perform(k); })",
       "2 certain h"},
      {"a factory forgets, one caller helps", R"(fn CURL make() {
         return curl_easy_init(); }
       fn void f() { var CURL h = make(); curl_easy_perform(h); }
       fn void g() { var CURL k = make();
         curl_easy_setopt(k, CURLOPT_TIMEOUT, 3); curl_easy_perform(k); })",
       "3 certain h, 4 bounded k"},
      {"a factory forgets on some paths", R"(fn CURL make(bool x) {
         var CURL c = curl_easy_init();
         if (x) { curl_easy_setopt(c, CURLOPT_TIMEOUT, 3); } return c; }
       fn void f(bool x) { var CURL h = make(x); curl_easy_perform(h); }
       fn void g(bool x) { var CURL k = make(x); curl_easy_perform(k); }
       fn void h(bool x) { var CURL m = make(x); curl_easy_perform(m); })",
       "2 possible c"},
      {"a factory forgets, one of three callers helps", R"(fn CURL make() {
         return curl_easy_init(); }
       fn void f() { var CURL h = make(); curl_easy_perform(h); }
       fn void g() { var CURL k = make(); curl_easy_perform(k); }
       fn void h() { var CURL m = make();
         curl_easy_setopt(m, CURLOPT_TIMEOUT, 3); curl_easy_perform(m); })",
       "2 possible h, 5 bounded m"},
      {"an option is handed through", R"(fn void opt(CURL c, int o, long v) {
         curl_easy_setopt(c, o, v); }
       fn void f() { var CURL h = curl_easy_init(); opt(h, CURLOPT_TIMEOUT, 5);
         curl_easy_perform(h); }
       fn void g() { var CURL k = curl_easy_init(); opt(k, CURLOPT_VERBOSE, 1);
         curl_easy_perform(k); })",
       "3 bounded h, 5 certain k"},
      {"a value is handed through", R"(fn void limit(CURL c, long v) {
         curl_easy_setopt(c, CURLOPT_TIMEOUT, v); }
       fn void f() { var CURL h = curl_easy_init(); limit(h, 5); curl_easy_perform(h); }
       fn void g() { var CURL k = curl_easy_init(); limit(k, 0); curl_easy_perform(k); })",
       "3 bounded h, 4 certain k"},
      {"a flag is handed through", R"(fn void set(CURL c, bool limit) {
         if (limit) { curl_easy_setopt(c, CURLOPT_TIMEOUT, 5); } }
       fn void f() { var CURL h = curl_easy_init(); set(h, true); curl_easy_perform(h); }
       fn void g() { var CURL k = curl_easy_init(); set(k, false); curl_easy_perform(k); })",
       "3 bounded h, 4 certain k"},
      {"an out-parameter", R"(fn int open(CURL out) { out = curl_easy_init(); return 0; }
       fn void f() { var CURL h = null; open(h); curl_easy_perform(h); })",
       "1 certain out"},
      {"recursion", R"(fn void again(CURL c, int n) {
         if (n > 0) { again(c, n - 1); return; }
         curl_easy_setopt(c, CURLOPT_TIMEOUT, 5); }
       fn void f(int n) { var CURL h = curl_easy_init(); again(h, n); curl_easy_perform(h); })",
       "4 bounded h"},
      {"recursion around the use", R"(fn void again(CURL c, int n) {
         curl_easy_perform(c);
         if (n > 0) { again(c, n - 1); } }
       fn void f(int n) { var CURL h = curl_easy_init(); again(h, n); })",
       "4 certain h"},
      {"a project function that is not seen", R"(extern fn void elsewhere(CURL c);
       fn void f() { var CURL h = curl_easy_init(); elsewhere(h); curl_easy_perform(h); })",
       "2 possible h"},
      {"a library function sets no bound", R"(fn void f() {
         var CURL h = curl_easy_init(); curl_easy_pause(h, 1); curl_easy_perform(h); })",
       "2 certain h"},
  };
  CheckRows(CurlTransfer(), rows);
}

TEST_CASE("overriding methods, functions as values, lambdas") {
  const Row rows[] = {
      {"one of several overriding methods", R"(class Base { int x; } class One : Base { int y; }
       class Two : Base { int z; }
       virtual fn void Base::Set(CURL c) { curl_easy_setopt(c, CURLOPT_TIMEOUT, 5); }
       virtual fn void One::Set(CURL c) overrides Base::Set {
         curl_easy_setopt(c, CURLOPT_TIMEOUT, 5); }
       virtual fn void Two::Set(CURL c) overrides Base::Set { }
       fn void f(Base b) { var CURL h = curl_easy_init(); b.Set(h); curl_easy_perform(h); })",
       "7 possible h"},
      {"a function that is handed over", R"(
       fn void set(CURL c) { curl_easy_setopt(c, CURLOPT_TIMEOUT, 5); }
       fn void with(CURL c, Callback configure) { configure(c); }
       fn void f() { var CURL h = curl_easy_init(); with(h, set); curl_easy_perform(h); })",
       "4 bounded h"},
      {"a lambda that captures", R"(fn void f() {
         var CURL h = curl_easy_init();
         var Function set = fn() { curl_easy_setopt(h, CURLOPT_TIMEOUT, 5); };
         set();
         curl_easy_perform(h); })",
       "2 bounded h"},
      {"a lambda that uses", R"(fn void f() {
         var CURL h = curl_easy_init();
         var Function run = fn() { curl_easy_perform(h); };
         curl_easy_setopt(h, CURLOPT_TIMEOUT, 5);
         run(); })",
       "2 bounded h"},
      {"a lambda for a thread", R"(fn void f() {
         var CURL h = curl_easy_init();
         std::thread(fn() { curl_easy_perform(h); }); })",
       "2 certain h"},
      {"a worker function for a thread", R"(fn void work(CURL c) { curl_easy_perform(c); }
       fn void f() { var CURL h = curl_easy_init();
         curl_easy_setopt(h, CURLOPT_TIMEOUT, 5);
         pthread_create(null, null, work, h); })",
       "2 bounded h"},
  };
  CheckRows(CurlTransfer(), rows);
}

TEST_CASE("members, structs and globals") {
  const Row rows[] = {
      {"the constructor sets it", R"(class Client { CURL h; }
       fn void Client::Client() { h = curl_easy_init();
         curl_easy_setopt(h, CURLOPT_TIMEOUT, 5); }
       fn void Client::Run() { curl_easy_perform(h); })",
       "2 bounded h"},
      {"another method sets it", R"(class Client { CURL h; }
       fn void Client::Client() { h = curl_easy_init(); }
       fn void Client::Limit(long t) { curl_easy_setopt(h, CURLOPT_TIMEOUT, t); }
       fn void Client::Run() { curl_easy_perform(h); })",
       "2 bounded h"},
      {"no method sets it", R"(class Client { CURL h; }
       fn void Client::Client() { h = curl_easy_init(); }
       fn void Client::Run() { curl_easy_perform(h); }
       fn void Client::RunAgain() { curl_easy_perform(h); })",
       "2 certain h"},
      {"the method resets it first", R"(class Client { CURL h; }
       fn void Client::Client() { h = curl_easy_init();
         curl_easy_setopt(h, CURLOPT_TIMEOUT, 5); }
       fn void Client::Run() { curl_easy_reset(h); curl_easy_perform(h); })",
       "2 certain h"},
      {"two members, one is bounded", R"(class Client { CURL a; CURL b; }
       fn void Client::Client() { a = curl_easy_init();
         curl_easy_setopt(a, CURLOPT_TIMEOUT, 5);
         b = curl_easy_init(); }
       fn void Client::Run() { curl_easy_perform(a); curl_easy_perform(b); })",
       "2 bounded a, 4 certain b"},
      {"a struct that is passed around", R"(class Session { CURL curl; }
       fn void prepare(Session s) { s.curl = curl_easy_init();
         curl_easy_setopt(s.curl, CURLOPT_TIMEOUT, 5); }
       fn void run(Session s) { curl_easy_perform(s.curl); }
       fn void f() { var Session s; prepare(s); run(s); })",
       "2 bounded s.curl"},
      {"a struct of which nobody bounds", R"(class Session { CURL curl; }
       fn void prepare(Session s) { s.curl = curl_easy_init(); }
       fn void run(Session s) { curl_easy_perform(s.curl); }
       fn void f() { var Session s; prepare(s); run(s); })",
       "2 certain s.curl"},
      {"a wrapper, each user for itself", R"(class Handle { CURL h; }
       fn void Handle::Handle() { h = curl_easy_init(); }
       fn CURL Handle::ptr() { return h; }
       fn void f() { var Handle a(); curl_easy_setopt(a.ptr(), CURLOPT_TIMEOUT, 5);
         curl_easy_perform(a.ptr()); }
       fn void g() { var Handle b();
         curl_easy_perform(b.ptr()); })",
       "4 bounded a, 6 certain b"},
      {"a wrapper and a helper", R"(class Handle { CURL h; }
       fn void Handle::Handle() { h = curl_easy_init(); }
       fn CURL Handle::ptr() { return h; }
       fn void set(CURL c) { curl_easy_setopt(c, CURLOPT_TIMEOUT, 5); }
       fn void f() { var Handle a(); set(a.ptr()); curl_easy_perform(a.ptr()); })",
       "2 bounded h"},
      {"a global that init sets", R"(global CURL h;
       fn void init() { h = curl_easy_init(); curl_easy_setopt(h, CURLOPT_TIMEOUT, 5); }
       fn void run() { curl_easy_perform(h); })",
       "2 bounded h"},
      {"a global that nobody sets", R"(global CURL h;
       fn void init() { h = curl_easy_init(); }
       fn void run() { curl_easy_perform(h); })",
       "2 certain h"},
      {"a global, from main on", R"(global CURL h;
       fn void init() { h = curl_easy_init(); curl_easy_setopt(h, CURLOPT_TIMEOUT, 5); }
       fn void run() { curl_easy_perform(h); }
       fn int main() { init(); run(); return 0; })",
       "2 bounded h"},
      {"stored by a setter", R"(class Client { CURL h; }
       fn void Client::Take(CURL c) { h = c; }
       fn void Client::Run() { curl_easy_perform(h); }
       fn void f(Client c) { var CURL k = curl_easy_init();
         curl_easy_setopt(k, CURLOPT_TIMEOUT, 5); c.Take(k); })",
       "4 bounded h"},
      {"a pool", R"(class Pool { CURL all; }
       fn void Pool::Fill(bool more) { while (more) { all[] = curl_easy_init();
         curl_easy_setopt(all[], CURLOPT_TIMEOUT, 5); } }
       fn void Pool::Run() { curl_easy_perform(all[]); })",
       "2 bounded all"},
      {"a lambda that captures this", R"(class Client { CURL h; }
       fn void Client::Client() { h = curl_easy_init(); }
       fn void Client::Run() { std::async(fn() { curl_easy_perform(h); }); })",
       "2 certain h"},
      {"a class that holds a client", R"(class Client { CURL h; } class App { Client a; Client b; }
       fn void Client::Client() { h = curl_easy_init(); }
       fn void Client::Limit() { curl_easy_setopt(h, CURLOPT_TIMEOUT, 5); }
       fn void Client::Run() { curl_easy_perform(h); }
       fn void App::App() { a = new Client(); a.Limit(); b = new Client(); }
       fn void App::One() { a.Run(); }
       fn void App::Two() { b.Run(); })",
       "2 bounded h, 2 certain h"},
  };
  CheckRows(CurlTransfer(), rows);
}

TEST_CASE("values and options that are followed") {
  const Row rows[] = {
      {"a constant", R"(const long kNone = 0; fn void f() { var CURL h = curl_easy_init();
         curl_easy_setopt(h, CURLOPT_TIMEOUT, kNone); curl_easy_perform(h); })",
       "1 certain h"},
      {"a member that has one value", R"(class C { long t = 0; }
       fn void C::Run() { var CURL h = curl_easy_init();
         curl_easy_setopt(h, CURLOPT_TIMEOUT, t); curl_easy_perform(h); })",
       "2 certain h"},
      {"a member that a setter changes", R"(class C { long t = 0; }
       fn void C::Set(long v) { t = v; }
       fn void C::Run() { var CURL h = curl_easy_init();
         curl_easy_setopt(h, CURLOPT_TIMEOUT, t); curl_easy_perform(h); })",
       "3 bounded h"},
      {"one of two options", R"(fn void f(bool ms, long t) { var CURL h = curl_easy_init();
         curl_easy_setopt(h, ms ? CURLOPT_TIMEOUT_MS : CURLOPT_TIMEOUT, t);
         curl_easy_perform(h); })",
       "1 bounded h"},
      {"a conditional value", R"(fn void f(bool x) { var CURL h = curl_easy_init();
         curl_easy_setopt(h, CURLOPT_TIMEOUT, x ? 30 : 0);
         curl_easy_perform(h); })",
       "1 bounded h"},
      {"a table of options", R"(class Opt { int option; long value; }
       const Opt kTable = {{CURLOPT_VERBOSE, 1}, {CURLOPT_TIMEOUT, 30}};
       fn void f(bool more) { var CURL h = curl_easy_init();
         while (more) { curl_easy_setopt(h, kTable[].option, kTable[].value); }
         curl_easy_perform(h); })",
       "3 bounded h"},
      {"a callback that looks at a clock", R"(
       fn int watch(Data d) { return elapsed(); } fn int elapsed() { return time(null); }
       fn void f() { var CURL h = curl_easy_init();
         curl_easy_setopt(h, CURLOPT_XFERINFOFUNCTION, watch); curl_easy_perform(h); })",
       "3 bounded h"},
      {"a callback that prints", R"(
       fn int watch(Data d) { return printf("."); }
       fn void f() { var CURL h = curl_easy_init();
         curl_easy_setopt(h, CURLOPT_XFERINFOFUNCTION, watch); curl_easy_perform(h); })",
       "3 certain h"},
  };
  CheckRows(CurlTransfer(), rows);
}

TEST_CASE("facts have a row for each use") {
  MiniRule rule(CurlTransfer());
  rule.StateFact("outbound_call");
  CHECK(Told(R"(fn void f() {
         var CURL h = curl_easy_init();
         curl_easy_perform(h);
         curl_easy_setopt(h, CURLOPT_TIMEOUT, 3);
         curl_easy_perform(h); })",
             rule.rule()) == "3 certain h, 5 bounded h");
}

}  // namespace
}  // namespace gonogo

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

constexpr const char* kLibrary =
    "extern fn int dial(int to); extern fn void sleep(int s); "
    "extern fn int now(); extern fn int chance(); ";

MiniRule::Loop Lists(LoopFault find) {
  return {.find = find,
          .connects = {"dial(_)"},
          .waits = {"sleep($)"},
          .clocks = {"now()"},
          .randoms = {"chance()"}};
}

void Check(LoopFault find, std::span<const Row> rows) {
  const MiniRule rule(Lists(find));
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(Told(std::string(kLibrary) + row.text, rule.rule()) == row.told);
  }
}

TEST_CASE("what is tried again without end") {
  const Row rows[] = {
      {"a condition", R"(fn void f() {
         while (dial(1) < 0) { sleep(1); } })",
       "2 certain "},
      {"success alone leaves", R"(fn void f() {
         while (true) {
           if (dial(1) > -1) { return; } } })",
       "3 certain "},
      {"the result in a variable", R"(fn void f() {
         var int fd = -1;
         while (fd < 0) {
           fd = dial(1); } })",
       "4 certain "},
      {"a flag that success sets", R"(fn void f() {
         var bool up = false;
         while (!up) {
           if (dial(1) > -1) { up = true; } } })",
       "4 certain "},
      {"a flag that stops is no bound", R"(global bool stop;
       fn void f() {
         while (!stop && dial(1) < 0) { sleep(1); } })",
       "3 certain "},
      {"a wrapper in another unit", R"(fn void f() {
         while (open() != 0) { sleep(1); } }
       unit "other.cc"
       fn int open() { if (dial(1) < 0) { return -1; } return 0; })",
       "2 certain "},
      {"a wrapper of a wrapper that says no", R"(fn void f() {
         while (!up()) { sleep(1); } }
       fn int open() { if (dial(1) < 0) { return 7; } return 0; }
       fn bool up() { if (open() != 0) { return false; } return true; })",
       "2 certain "},
      {"a member that is told", R"(class Link { bool connected; }
       fn void Link::open() { if (dial(1) > -1) { this.connected = true; } }
       fn void f(Link l) {
         while (!l.connected) {
           l.open(); } })",
       "5 certain "},
      {"recursion", R"(fn void f() {
         if (dial(1) < 0) { sleep(1); f(); } })",
       "2 certain "},
      {"recursion through another", R"(fn void f() {
         if (dial(1) < 0) { later(); } }
       fn void later() { sleep(1); f(); })",
       "2 certain "},
      {"a function that was handed over", R"(fn void again(Step step) {
         while (step() < 0) { sleep(1); } }
       fn void f() { again(fn() { return dial(1); }); })",
       "2 certain "},
      {"a wait that grows is better", R"(fn void f() {
         var int d = 1;
         while (dial(1) < 0) { sleep(d); d = d * 2; } })",
       "3 possible "},
      {"a connection that is asked for each time round", R"(global bool stop;
       class Link { bool connected; }
       fn void Link::open() { if (dial(1) > -1) { this.connected = true; } }
       fn void f(Link l) {
         while (!stop) {
           if (!l.connected) { l.open(); }
           log(1); sleep(5); } })",
       "6 certain "},
      {"a timer that was given the function before", R"(global Timer again;
       extern fn void timer_set(Timer t, Step step); extern fn void timer_start(Timer t);
       fn void init() { timer_set(again, fn() { open(); }); }
       fn void open() {
         if (dial(1) < 0) { timer_start(again); } })",
       "5 certain "},
      {"states that a function stores", R"(class Link { int state; }
       fn void become(Link l, int s) { l.state = s; }
       fn void f(Link l) {
         while (true) {
           if (l.state == 1) {
             if (dial(1) < 0) { become(l, 9); } else { become(l, 2); }
           } else {
             if (l.state == 9) { sleep(1); become(l, 1); } else { log(1); }
           } } })",
       "6 certain "},
      {"a counter", R"(fn void f() {
         var int n = 0;
         while (n < 5) { if (dial(1) > -1) { return; } n = n + 1; } })",
       "3 bounded "},
      {"a counter in a member", R"(class Link { int tries; }
       fn bool Link::enough() { this.tries = this.tries + 1; return this.tries > 5; }
       fn void f(Link l) {
         while (dial(1) < 0) { if (l.enough()) { return; } } })",
       "4 bounded "},
      {"a parameter that the recursion counts", R"(fn void f(int left) {
         if (dial(1) < 0) { if (left < 1) { return; } f(left - 1); } })",
       "2 bounded "},
      {"a clock", R"(fn void f() {
         var int end = now() + 30;
         while (dial(1) < 0) { if (now() > end) { return; } } })",
       "3 bounded "},
      {"work that is done again", R"(global bool stop;
       fn void f() {
         while (!stop) { dial(1); sleep(60); } })",
       ""},
      {"work that tells of its failure and goes on", R"(global bool stop;
       fn void f() {
         while (!stop) { if (dial(1) < 0) { log(1); } sleep(60); } })",
       ""},
      {"a timer that is started whatever came out", R"(global Timer again;
       extern fn void timer_set(Timer t, Step step); extern fn void timer_start(Timer t);
       fn void init() { timer_set(again, fn() { open(); }); }
       fn void open() { if (dial(1) < 0) { log(1); } timer_start(again); })",
       ""},
      {"work that ends with the first failure", R"(fn void f() {
         while (dial(1) > -1) { sleep(1); } })",
       ""},
      {"a failure that leaves", R"(fn void f() {
         while (true) { if (dial(1) < 0) { return; } sleep(1); } })",
       ""},
  };
  Check(LoopFault::kEndless, rows);
}

TEST_CASE("what is done after it tells that it failed") {
  const Row rows[] = {
      {"who sleeps on one way alone does so after the failure", R"(extern fn int state(int of);
       fn void f(int fd) {
         while (true) {
           if (state(dial(fd))) { sleep(1); } else { return; } } })",
       "4 certain "},
      {"the connection is used, and then it begins anew", R"(extern fn void serve(int fd);
       fn void f() {
         while (true) {
           var int fd = connect();
           if (fd > -1) { serve(fd); }
           sleep(1); } }
       fn int connect() { return dial(1); })",
       "4 certain "}};
  Check(LoopFault::kEndless, rows);
}

TEST_CASE("what waits and how long") {
  const Row none[] = {
      {"nothing waits", R"(fn void f() { while (dial(1) < 0) { } })", "1 certain "},
      {"a counter ends it", R"(fn void f() {
         var int n = 0;
         while (dial(1) < 0) { n = n + 1; if (n > 4) { return; } } })",
       "3 possible "},
      {"after success alone", R"(global bool stop;
       fn void f() {
         while (true) { if (dial(1) > -1) { sleep(1); return; } } })",
       "3 certain "},
      {"in a function", R"(fn void rest() { sleep(2); }
       fn void f() { while (dial(1) < 0) { rest(); } })",
       ""},
      {"in what is tried",
       R"(fn int open() { var int r = dial(1); if (r < 0) { sleep(1); } return r; }
       fn void f() { while (open() < 0) { } })",
       ""},
  };
  Check(LoopFault::kUnpaced, none);
  const Row constant[] = {
      {"a number", R"(fn void f() { while (dial(1) < 0) { sleep(3); } })", "1 certain "},
      {"a setting", R"(class Config { int pause; }
       fn void f(Config c) { while (dial(1) < 0) { sleep(c.pause); } })",
       "2 certain "},
      {"through a function", R"(fn void rest(int s) { sleep(s); }
       fn void f() { while (dial(1) < 0) { rest(3); } })",
       "2 certain "},
      {"grows through a function", R"(fn void rest(int s) { sleep(s); }
       fn void f() { var int d = 1; while (dial(1) < 0) { rest(d); d = d + d; } })",
       ""},
      {"is drawn at random", R"(fn void f() { while (dial(1) < 0) { sleep(chance()); } })", ""},
  };
  Check(LoopFault::kConstantPace, constant);
  const Row step[] = {
      {"doubles", R"(fn void f() {
         var int d = 1;
         while (dial(1) < 0) { sleep(d); d = d + d; } })",
       "3 certain "},
      {"with a random part", R"(fn void f() {
         var int d = 1;
         while (dial(1) < 0) { sleep(d + chance()); d = d + d; } })",
       ""},
      {"a constant does not", R"(fn void f() { while (dial(1) < 0) { sleep(3); } })", ""},
  };
  Check(LoopFault::kWithoutJitter, step);
}

TEST_CASE("a loop finding carries the call, the test and the way back") {
  const MiniRule rule(Lists(LoopFault::kEndless));
  CHECK(FlowTold(std::string(kLibrary) + R"(fn void f() {
    while (open() < 0) {
      sleep(1); } }
  fn int open() { return dial(1); })",
                 rule.rule()) ==
        "2 tries 'open'\n4 which calls 'dial'\n2 its failure is tested\n3 'sleep' waits\n2 goes "
        "back and tries again\n");
}

}  // namespace
}  // namespace gonogo

// Small random loops, whose truth is known by running them, once with a call that always fails and
// once with one that never does, against what the analysis tells of them.
#include <catch2/catch.hpp>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/engines/cxx/flow/told.h"

namespace gonogo {
namespace {

constexpr int kMostTries = 40;

enum class Act { kTry, kWait, kWaitLong, kGrow, kCount, kUp, kWork, kIf, kReturn };
enum class Ask { kFailed, kWentWell, kEnough, kUp, kDown, kStopped, kAlways, kFew };

struct Sentence {
  Act act = Act::kTry;
  Ask ask = Ask::kAlways;
  std::vector<Sentence> body, other;
};

/// What is tried, and what it returns.
struct Way {
  bool helper = false;
  bool waits = false;  // the helper does, after a failure
  int failure = -1;
  int success = 0;
};

struct Program {
  Way way;
  Ask ask = Ask::kAlways;  // of the loop
  std::vector<Sentence> body;
};

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  Program Make() {
    Program program;
    constexpr int kReturns[][2] = {{-1, 0}, {1, 0}, {-1, 1}, {0, 1}};
    const int* const returns = kReturns[Pick(4)];
    program.way.helper = Pick(2) == 0;
    if (program.way.helper) {
      program.way.waits = Pick(4) == 0;
      program.way.failure = returns[0];
      program.way.success = returns[1];
    }
    constexpr Ask kAsks[] = {Ask::kAlways, Ask::kDown, Ask::kFailed, Ask::kFew, Ask::kStopped};
    program.ask = kAsks[Pick(5)];
    for (int i = Pick(2); i > 0; --i) program.body.push_back(Plain());
    program.body.push_back({.act = Act::kTry, .body = {}, .other = {}});
    for (int i = 1 + Pick(3); i > 0; --i) program.body.push_back(Any(0));
    return program;
  }

 private:
  int Pick(int count) { return std::uniform_int_distribution<int>(0, count - 1)(random_); }

  Sentence Plain() {
    constexpr Act kActs[] = {Act::kWait, Act::kGrow, Act::kCount, Act::kWork, Act::kWaitLong};
    return {.act = kActs[Pick(5)], .body = {}, .other = {}};
  }

  Sentence Any(int depth) {
    if (depth > 1 || Pick(3) == 0) return Plain();
    Sentence sentence{.act = Act::kIf, .body = {}, .other = {}};
    constexpr Ask kAsks[] = {Ask::kFailed, Ask::kWentWell, Ask::kEnough, Ask::kUp};
    sentence.ask = kAsks[depth == 0 ? Pick(3) : Pick(4)];
    for (int i = 1 + Pick(2); i > 0; --i) sentence.body.push_back(Inner(sentence.ask, depth));
    if (Pick(2) == 0) sentence.other.push_back(Any(depth + 1));
    return sentence;
  }

  Sentence Inner(Ask ask, int depth) {
    // What is reached only after success counts nothing after a failure; the analysis does not
    // know.
    if (ask == Ask::kUp) return {.act = Act::kWork, .body = {}, .other = {}};
    if (ask == Ask::kEnough) return {.act = Act::kReturn, .body = {}, .other = {}};
    if (ask == Ask::kWentWell && Pick(3) != 0)
      return {.act = Pick(2) == 0 ? Act::kUp : Act::kReturn, .body = {}, .other = {}};
    return Any(depth + 1);
  }

  std::mt19937 random_;
};

/// The text in the mini language.
std::string TextOf(Ask ask, const Way& way) {
  const std::string less = way.failure < 0 ? "r < 0" : way.failure == 0 ? "r == 0" : "r != 0";
  const std::string more = way.failure < 0 ? "r > -1" : way.failure == 0 ? "r != 0" : "r == 0";
  switch (ask) {
    case Ask::kFailed:
      return less;
    case Ask::kWentWell:
      return more;
    case Ask::kEnough:
      return "n > 4";
    case Ask::kUp:
      return "up";
    case Ask::kDown:
      return "!up";
    case Ask::kStopped:
      return "!stop";
    case Ask::kFew:
      return "n < 6";
    case Ask::kAlways:
      return "true";
  }
  return "";
}

std::string TextOf(const std::vector<Sentence>& body, const Way& way) {
  std::string text;
  for (const Sentence& sentence : body) {
    switch (sentence.act) {
      case Act::kTry:
        text += way.helper ? "r = open(); " : "r = dial(1); ";
        break;
      case Act::kWait:
        text += "sleep(3); ";
        break;
      case Act::kWaitLong:
        text += "sleep(d); ";
        break;
      case Act::kGrow:
        text += "d = d + d; ";
        break;
      case Act::kCount:
        text += "n = n + 1; ";
        break;
      case Act::kUp:
        text += "up = true; ";
        break;
      case Act::kWork:
        text += "work(1); ";
        break;
      case Act::kReturn:
        text += "return; ";
        break;
      case Act::kIf:
        text += "if (" + TextOf(sentence.ask, way) + ") { " + TextOf(sentence.body, way) + "} ";
        if (!sentence.other.empty()) text += "else { " + TextOf(sentence.other, way) + "} ";
        break;
    }
  }
  return text;
}

std::string TextOf(const Program& program) {
  const Way& way = program.way;
  std::string text = "extern fn int dial(int to); extern fn void sleep(int s); global bool stop; ";
  if (way.helper) {
    text += "fn int open() { var int q = dial(1); if (q < 0) { ";
    text += way.waits ? "sleep(2); " : "";
    text += "return " + std::to_string(way.failure) + "; } return " + std::to_string(way.success) +
            "; } ";
  }
  return text + "fn void f() { var int r = " + std::to_string(way.failure) +
         "; var int n = 0; var int d = 1; var bool up = false; while (" + TextOf(program.ask, way) +
         ") { " + TextOf(program.body, way) + "} }";
}

/// What happened.
struct Run {
  int tries = 0;
  int rounds = 0;
  std::vector<long> waited;  // after each attempt
  int worked = 0;
};

class Runner {
 public:
  Runner(const Program& program, bool fails) : program_(program), fails_(fails) {}

  Run Go() {
    r_ = program_.way.failure;
    while (run_.rounds < kMostTries && Holds(program_.ask)) {
      ++run_.rounds;
      if (!Do(program_.body)) break;
    }
    return run_;
  }

 private:
  bool Failed() const { return r_ == program_.way.failure; }

  bool Holds(Ask ask) const {
    switch (ask) {
      case Ask::kFailed:
        return Failed();
      case Ask::kWentWell:
        return !Failed();
      case Ask::kEnough:
        return n_ > 4;
      case Ask::kUp:
        return up_;
      case Ask::kDown:
        return !up_;
      case Ask::kFew:
        return n_ < 6;
      case Ask::kStopped:
      case Ask::kAlways:
        return true;
    }
    return true;
  }

  void Wait(long time) {
    if (!run_.waited.empty()) run_.waited.back() += time;
  }

  void Try() {
    ++run_.tries;
    run_.waited.push_back(0);
    r_ = fails_ ? program_.way.failure : program_.way.success;
    if (fails_ && program_.way.waits) Wait(2);
  }

  /// False where it returned.
  bool Do(const std::vector<Sentence>& body) {
    for (const Sentence& sentence : body) {
      switch (sentence.act) {
        case Act::kTry:
          Try();
          break;
        case Act::kWait:
          Wait(3);
          break;
        case Act::kWaitLong:
          Wait(d_);
          break;
        case Act::kGrow:
          d_ = std::min(d_ * 2, 1L << 50);
          break;
        case Act::kCount:
          ++n_;
          break;
        case Act::kUp:
          up_ = true;
          break;
        case Act::kWork:
          ++run_.worked;
          break;
        case Act::kReturn:
          return false;
        case Act::kIf:
          if (!Do(Holds(sentence.ask) ? sentence.body : sentence.other)) return false;
          break;
      }
    }
    return true;
  }

  const Program& program_;
  bool fails_;
  Run run_;
  int r_ = -1;
  int n_ = 0;
  long d_ = 1;
  bool up_ = false;
};

std::string Tell(const std::string& text, LoopFault find) {
  const MiniRule rule(MiniRule::Loop{.find = find, .connects = {"dial(_)"}, .waits = {"sleep($)"}});
  const std::string told = Told(text, rule.rule());
  return told.empty() ? "" : told.substr(2, told.find(' ', 2) - 2);
}

/// Waits between two attempts, without that after the last.
bool AllSame(const Run& run) {
  for (std::size_t i = 1; i + 1 < run.waited.size(); ++i) {
    if (run.waited[i] != run.waited[0]) return false;
  }
  return true;
}

TEST_CASE("what is told of random loops is true when they run") {
  std::map<std::string, int> count;
  for (unsigned seed = 0; seed < 3000; ++seed) {
    const Program program = Generator(seed).Make();
    const std::string text = TextOf(program);
    const Run failing = Runner(program, true).Go();
    const Run fine = Runner(program, false).Go();
    const bool endless = failing.tries >= kMostTries;
    INFO(seed << ": " << text);
    const std::string told = Tell(text, LoopFault::kEndless);
    ++count[told];
    if (told == "certain" || told == "possible") CHECK(endless);
    if (told == "bounded") CHECK(!endless);
    // A retry is what failure makes happen otherwise than success; but for branches that no run
    // takes, and for the same work done on both sides.
    const bool same = failing.tries == fine.tries && failing.waited == fine.waited &&
                      failing.worked == fine.worked;
    if (!told.empty() && same) ++count["same"];
    if (endless && fine.tries == 1) {
      CHECK((told == "certain" || told == "possible"));
      ++count["endless"];
    }
    if (const std::string none = Tell(text, LoopFault::kUnpaced); !none.empty()) {
      ++count["unpaced"];
      for (std::size_t i = 0; i + 1 < failing.waited.size(); ++i) CHECK(failing.waited[i] == 0);
    }
    if (!Tell(text, LoopFault::kConstantPace).empty()) {
      ++count["constant"];
      CHECK(AllSame(failing));
    }
    if (!Tell(text, LoopFault::kWithoutJitter).empty()) ++count["growing"];
  }
  CHECK(count["same"] < 60);
  // The generator makes enough of each.
  for (const char* sort :
       {"certain", "possible", "bounded", "endless", "unpaced", "constant", "growing"}) {
    INFO(sort);
    CHECK(count[sort] > 40);
  }
}

}  // namespace
}  // namespace gonogo

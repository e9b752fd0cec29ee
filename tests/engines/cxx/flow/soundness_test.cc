// Small random programs, whose truth is known by running them on all their paths, against what the
// analysis tells: a use that is told certain is unbounded on every path, one that is told bounded
// on none.
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "analyzer/engines/cxx/flow/analysis.h"
#include "tests/engines/cxx/flow/mini_rule.h"
#include "tests/engines/cxx/flow/mini_unit.h"

namespace gonogo {
namespace {

enum class Act { kMake, kAlias, kCopy, kSet, kReset, kUse, kIf, kWhile, kCall, kReturn };

struct Sentence {
  Act act = Act::kUse;
  std::string target, source;  // variables
  int option = 0;
  bool none = false;
  int callee = 0;
  std::vector<std::string> arguments;
  std::vector<Sentence> body, other;
  int line = 0;  // of a use
};

struct Procedure {
  std::vector<std::string> handles;   // parameters
  std::vector<std::string> sessions;  // likewise
  std::vector<std::string> variables;
  std::vector<Sentence> body;
};

constexpr const char* kOptions[] = {"CURLOPT_TIMEOUT", "CURLOPT_LOW_SPEED_TIME",
                                    "CURLOPT_LOW_SPEED_LIMIT"};

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::vector<Procedure> Program() {
    const int count = 1 + Pick(4);
    procedures_.resize(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) Head(i);
    for (int i = 0; i < count; ++i) {
      for (int k = 0; k < 2 + Pick(5); ++k) procedures_[Index(i)].body.push_back(Any(i, 0));
    }
    // What nobody calls would be told of, but never run.
    for (int i = 1; i < count; ++i) {
      Sentence call;
      call.target = "a";
      CallOf(0, i, call);
      if (!called_.contains(i)) procedures_[0].body.push_back(std::move(call));
    }
    return procedures_;
  }

 private:
  static std::size_t Index(int i) { return static_cast<std::size_t>(i); }
  int Pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }

  void Head(int number) {
    Procedure& procedure = procedures_[Index(number)];
    if (number > 0) {
      for (int i = 0; i < Pick(3); ++i) procedure.handles.push_back("p" + std::to_string(i));
      for (int i = 0; i < Pick(2); ++i) procedure.sessions.push_back("q" + std::to_string(i));
    }
    procedure.variables = procedure.handles;
    procedure.variables.push_back("a");
    procedure.variables.push_back("b");
    procedure.variables.push_back("s.h");
    procedure.variables.push_back("g");
    for (const std::string& session : procedure.sessions) {
      procedure.variables.push_back(session + ".h");
    }
  }

  std::string Variable(int number) {
    const auto& variables = procedures_[Index(number)].variables;
    return variables[Index(Pick(static_cast<int>(variables.size())))];
  }

  Sentence Any(int number, int depth) {
    Sentence sentence;
    sentence.target = Variable(number);
    sentence.source = Variable(number);
    const int kind = Pick(depth > 2 ? 12 : 17);
    if (kind < 4) {
      sentence.act = Act::kSet;
      sentence.option = Pick(5) < 3 ? 0 : 1 + Pick(2);
      sentence.none = Pick(5) == 0;
    } else if (kind < 7) {
      sentence.act = Act::kUse;
    } else if (kind < 8) {
      sentence.act = Act::kMake;
    } else if (kind < 9) {
      sentence.act = Act::kAlias;
    } else if (kind < 10) {
      sentence.act = Pick(2) == 0 ? Act::kReset : Act::kCopy;
    } else if (kind < 12 || kind == 16) {
      Call(number, sentence);
    } else if (kind < 14) {
      sentence.act = Act::kIf;
      for (int i = 0; i < 1 + Pick(3); ++i) sentence.body.push_back(Any(number, depth + 1));
      for (int i = 0; i < Pick(3); ++i) sentence.other.push_back(Any(number, depth + 1));
    } else if (kind < 15) {
      sentence.act = Act::kWhile;
      for (int i = 0; i < 1 + Pick(3); ++i) sentence.body.push_back(Any(number, depth + 1));
    } else {
      // A return on some path.
      sentence.act = Act::kIf;
      Sentence leave;
      leave.act = Act::kReturn;
      leave.target = Variable(number);
      sentence.body.push_back(std::move(leave));
    }
    return sentence;
  }

  void Call(int number, Sentence& sentence) {
    const int count = static_cast<int>(procedures_.size());
    if (number + 1 >= count) {
      sentence.act = Act::kUse;
      return;
    }
    // Now and then a circle.
    const bool circle = number > 0 && Pick(6) == 0;
    const int callee = circle ? number : number + 1 + Pick(count - number - 1);
    if (!circle) called_.insert(callee);
    CallOf(number, callee, sentence);
  }

  void CallOf(int number, int called, Sentence& sentence) {
    sentence.act = Act::kCall;
    sentence.callee = called;
    const Procedure& callee = procedures_[Index(sentence.callee)];
    for (std::size_t i = 0; i < callee.handles.size(); ++i) {
      // Two ways to one variable would be told apart; two variables of one object are not.
      const auto& handles = procedures_[Index(number)].handles;
      const bool pass = i == 0 && !handles.empty() && Pick(2) == 0;
      sentence.arguments.push_back(pass ? handles[0] : i == 0 ? "a" : "b");
    }
    for (std::size_t i = 0; i < callee.sessions.size(); ++i) {
      const auto& own = procedures_[Index(number)].sessions;
      const bool pass = !own.empty() && Pick(2) == 0;
      sentence.arguments.push_back(pass ? own[Index(Pick(static_cast<int>(own.size())))] : "s");
    }
  }

  std::mt19937 random_;
  std::set<int> called_;
  std::vector<Procedure> procedures_;
};

/// Writes a program in the mini language and notes the lines of its uses.
class Writer {
 public:
  std::string Write(std::vector<Procedure>& procedures) {
    text_ = "class Session { CURL h; } global CURL g;\n";
    line_ = 2;
    for (std::size_t i = procedures.size(); i-- > 0;) {
      Procedure& procedure = procedures[i];
      text_ += i == 0 ? "fn int main(" : "fn CURL f" + std::to_string(i) + "(";
      for (const std::string& name : procedure.handles) text_ += "CURL " + name + ", ";
      for (const std::string& name : procedure.sessions) text_ += "Session " + name + ", ";
      Line(") {");
      Line("var CURL a = curl_easy_init();");
      Line("var CURL b = curl_easy_init();");
      Line("var Session s;");
      Line("s.h = curl_easy_init();");
      if (i == 0) Line("g = curl_easy_init();");
      Body(procedure.body);
      Line("return a; }");
    }
    return text_;
  }

 private:
  void Line(const std::string& text) {
    text_ += text + "\n";
    ++line_;
  }

  void Body(std::vector<Sentence>& body) {
    for (Sentence& sentence : body) {
      sentence.line = line_;
      const std::string& target = sentence.target;
      switch (sentence.act) {
        case Act::kMake:
          Line(target + " = curl_easy_init();");
          break;
        case Act::kAlias:
          Line(target + " = " + sentence.source + ";");
          break;
        case Act::kCopy:
          Line(target + " = curl_easy_duphandle(" + sentence.source + ");");
          break;
        case Act::kSet:
          Line("curl_easy_setopt(" + target + ", " + kOptions[sentence.option] + ", " +
               (sentence.none ? "0" : "30") + ");");
          break;
        case Act::kReset:
          Line("curl_easy_reset(" + target + ");");
          break;
        case Act::kUse:
          Line("curl_easy_perform(" + target + ");");
          break;
        case Act::kReturn:
          Line("return " + target + ";");
          break;
        case Act::kCall: {
          std::string call = target + " = f" + std::to_string(sentence.callee) + "(";
          for (const std::string& argument : sentence.arguments) call += argument + ", ";
          Line(call + ");");
          break;
        }
        case Act::kIf:
          Line("if (?) {");
          Body(sentence.body);
          Line("} else {");
          Body(sentence.other);
          Line("}");
          break;
        case Act::kWhile:
          Line("while (?) {");
          Body(sentence.body);
          Line("}");
          break;
      }
    }
  }

  std::string text_;
  int line_ = 1;
};

/// Runs a program with given choices; asks for more by failing.
class Runner {
 public:
  explicit Runner(const std::vector<Procedure>& procedures) : procedures_(procedures) {}

  /// All paths of at most so many choices, up to a number of paths; false where there are more.
  bool RunAll() {
    std::vector<bool> choices;
    for (int paths = 0; paths < 4000; ++paths) {
      choices_ = choices;
      next_ = 0;
      stopped_ = false;
      Slot global = Make();
      global_ = &global;
      std::map<std::string, Slot*> none;
      Run(0, none, {}, 0);
      if (stopped_) cut_ = true;
      choices = choices_;
      while (!choices.empty() && choices.back()) choices.pop_back();
      if (choices.empty()) return true;
      choices.back() = true;
    }
    return false;
  }

  const std::map<int, std::set<bool>>& seen() const { return seen_; }  // line: bounded?
  bool cut() const { return cut_; }

 private:
  using Slot = std::shared_ptr<int>;  // the options that are in force

  static Slot Make() { return std::make_shared<int>(0); }

  bool Choose() {
    if (next_ == choices_.size()) {
      if (choices_.size() >= 11) {
        stopped_ = true;
        return false;
      }
      choices_.push_back(false);
    }
    return choices_[next_++];
  }

  struct Frame {
    std::map<std::string, Slot*> names;
    Slot result;
    bool left = false;
  };

  Slot Run(int number, const std::map<std::string, Slot*>& given,
           const std::vector<Slot*>& sessions, int depth) {
    const Procedure& procedure = procedures_[static_cast<std::size_t>(number)];
    Slot a = Make(), b = Make(), s = Make();
    Frame frame;
    frame.names = given;
    for (std::size_t i = 0; i < sessions.size(); ++i) {
      frame.names[procedure.sessions[i] + ".h"] = sessions[i];
    }
    frame.names["a"] = &a;
    frame.names["b"] = &b;
    frame.names["s.h"] = &s;
    frame.names["g"] = global_;
    Body(procedure.body, frame, depth);
    return frame.left ? frame.result : a;
  }

  void Body(const std::vector<Sentence>& body, Frame& frame, int depth) {
    for (const Sentence& sentence : body) {
      if (stopped_ || frame.left) return;
      Slot& target = *frame.names[sentence.target.empty() ? "a" : sentence.target];
      switch (sentence.act) {
        case Act::kMake:
          target = Make();
          break;
        case Act::kAlias:
          target = *frame.names[sentence.source];
          break;
        case Act::kCopy:
          target = std::make_shared<int>(**frame.names[sentence.source]);
          break;
        case Act::kSet:
          *target =
              sentence.none ? *target & ~(1 << sentence.option) : *target | (1 << sentence.option);
          break;
        case Act::kReset:
          *target = 0;
          break;
        case Act::kUse:
          seen_[sentence.line].insert((*target & 1) != 0 || (*target & 6) == 6);
          break;
        case Act::kReturn:
          frame.result = target;
          frame.left = true;
          break;
        case Act::kIf:
          Body(Choose() ? sentence.body : sentence.other, frame, depth);
          break;
        case Act::kWhile:
          while (!stopped_ && !frame.left && Choose()) Body(sentence.body, frame, depth);
          break;
        case Act::kCall:
          Call(sentence, frame, target, depth);
          break;
      }
    }
  }

  void Call(const Sentence& sentence, Frame& frame, Slot& target, int depth) {
    if (depth > 6) {
      stopped_ = true;
      return;
    }
    const Procedure& callee = procedures_[static_cast<std::size_t>(sentence.callee)];
    std::map<std::string, Slot*> given;
    std::vector<Slot*> sessions;
    for (std::size_t i = 0; i < sentence.arguments.size(); ++i) {
      if (i < callee.handles.size()) {
        given[callee.handles[i]] = frame.names[sentence.arguments[i]];
      } else {
        sessions.push_back(frame.names[sentence.arguments[i] + ".h"]);
      }
    }
    Slot result = Run(sentence.callee, given, sessions, depth + 1);
    if (!stopped_) target = result;
  }

  const std::vector<Procedure>& procedures_;
  std::vector<bool> choices_;
  std::size_t next_ = 0;
  bool stopped_ = false;
  bool cut_ = false;
  Slot* global_ = nullptr;
  std::map<int, std::set<bool>> seen_;
};

/// What is told of each line that uses a handle.
std::map<int, std::set<std::string>> ToldByLine(const std::string& text, const Rule& rule) {
  const auto units = MiniUnits(text);
  std::vector<const CxxUnit*> pointers;
  for (const auto& unit : units) pointers.push_back(unit.get());
  const CxxProgram program(pointers);
  const Rule* rules[] = {&rule};
  std::map<int, std::set<std::string>> told;
  for (const FlowOutcome& outcome : Analyse(program, rules).outcomes) {
    told[static_cast<int>(outcome.at.place.line)].emplace(outcome.outcome);
  }
  return told;
}

struct Tally {
  int uses = 0;
  int vague = 0;  // "possible" of a use that is the same on all paths
};

void Compare(const Runner& runner, bool all, const std::map<int, std::set<std::string>>& told,
             Tally& tally) {
  for (const auto& [line, truth] : runner.seen()) {
    INFO("line " << line);
    const auto found = told.find(line);
    const std::set<std::string> outcomes =
        found == told.end() ? std::set<std::string>{} : found->second;
    const bool certain = outcomes.contains("certain");
    const bool possible = outcomes.contains("possible");
    const bool bounded = outcomes.contains("bounded");
    ++tally.uses;
    if (truth.contains(false)) CHECK((certain || possible));
    if (truth.contains(true)) CHECK((bounded || possible));
    if (!all || runner.cut()) continue;
    // All paths were run, so what is told of some object happens to one.
    if (certain) CHECK(truth.contains(false));
    if (possible && truth.size() == 1) ++tally.vague;
  }
}

TEST_CASE("random programs are told what running them shows") {
  MiniRule rule(CurlTransfer());
  rule.StateFact("outbound_call");
  Tally tally;
  for (unsigned seed = 1; seed <= 1500; ++seed) {
    std::vector<Procedure> procedures = Generator(seed).Program();
    const std::string text = Writer().Write(procedures);
    Runner runner(procedures);
    const bool all = runner.RunAll();
    INFO("seed " << seed << "\n" << text);
    Compare(runner, all, ToldByLine(text, rule.rule()), tally);
  }
  INFO(tally.vague << " of " << tally.uses << " uses are told less than is known");
  CHECK(tally.vague * 100 < tally.uses * 5);
  CHECK(tally.uses > 3000);
}

}  // namespace
}  // namespace gonogo

// Analysis: what the clauses `typestate`, `call`, `taint` and `loop` say of a whole program, worked
// out over the IR of all its units together. Here is no LLVM, no file and no text: a place is a
// path, lines and columns, and who called reads the source text.
//
//   CxxProgram program(units);                            // units live on
//   AnalysisResult result = Analyse(program, rules, {.threads = 2});
//
// The answer depends neither on the order of the units nor on the number of threads.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/engines/cxx/flow/program.h"
#include "analyzer/model/notice.h"
#include "analyzer/model/rule.h"
#include "analyzer/worker/unit.h"

namespace gonogo {

/// A place with the path of its file, as the unit spelled it; `place.file` means nothing here.
struct FlowPlace {
  std::string_view path;  // lives in the units
  CxxPlace place;

  explicit operator bool() const { return place.line != 0; }
};

/// One capture. Where `source` is set, the text between its ends, as the file has it, is the
/// capture, and `text` is only what to say where the file cannot be read.
struct FlowCapture {
  std::string_view name;  // lives in the rule, or is a constant of the engine: "handle", "use"
  std::string text;
  FlowPlace source;
  std::vector<FlowPlace> spelled;  // of a string literal: its tokens; may be a secret
};

struct FlowNote {
  FlowPlace at;
  std::string message;  // lower case; holds no source text but names
};

/// One outcome of one clause.
struct FlowOutcome {
  const Rule* rule = nullptr;
  const MatchAlternative* alternative = nullptr;  // whose `files` the caller applies
  const Grade* grade = nullptr;                   // null: a fact alone
  std::string_view outcome;                       // "certain", "possible", "bounded", "huge"
  FlowPlace at;
  std::vector<FlowCapture> captures;
  std::vector<std::string> signs;  // why gonogo believes it
  std::vector<FlowNote> flow;      // in the order of execution
  std::vector<FlowNote> related;   // further uses of the same object
};

/// A function that hands the question to its callers: it uses an object that it was given, or
/// returns one that is not bounded yet. Units that name it are worth parsing.
struct OpenWrapper {
  std::string name;         // qualified
  std::string_view header;  // that declares it; empty where it is declared in its own file alone
  const Rule* rule = nullptr;
};

enum class FarSort : std::uint8_t {
  kHanded,  // it is handed what comes from outside, and has no body here
  kGives,   // it gives that to its callers, of whom some may not be here
};

/// A function at which a text from outside leaves what is parsed: the rest of its way is worth
/// parsing.
struct FarText {
  FarSort sort = FarSort::kHanded;
  std::string name;      // qualified where that is known
  bool outside = false;  // from others than who runs the program

  auto operator<=>(const FarText&) const = default;
};

struct AnalysisResult {
  std::vector<FlowOutcome> outcomes;  // by path, place, rule
  std::vector<OpenWrapper> open;      // by name, header, rule
  std::vector<FarText> far;           // ascending
  std::vector<Notice> notices;        // of limits that were met
};

struct AnalysisOptions {
  unsigned threads = 1;
  bool looks_far = true;  // fill `far`: files that are not parsed yet may be
};

/// Works on the alternatives of `rules` whose clause is `typestate`, `call`, `taint` or `loop`; an
/// outcome that a rule has no grade for is left out, unless the rule states a fact. A rule that
/// states a fact has a row for each use too; one without grades has nothing but those.
AnalysisResult Analyse(const CxxProgram& program, std::span<const Rule* const> rules,
                       AnalysisOptions options = {});

}  // namespace gonogo

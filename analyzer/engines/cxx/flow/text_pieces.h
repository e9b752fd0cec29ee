// TextPieces: what a text is made of, piece by piece, in order: what the program says itself,
// numbers, what was made safe, settings, and the rest. It is followed backwards, on demand, through
// variables, fields, buffers, streams, formats and what functions return.
//
// Flow-insensitive: all that is ever written into a variable counts, wherever, in the order of the
// function's events. A pointer into a buffer is the buffer.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "analyzer/engines/cxx/flow/live_code.h"
#include "analyzer/engines/cxx/flow/pattern_match.h"
#include "analyzer/engines/cxx/flow/program.h"
#include "analyzer/engines/cxx/flow/text_calls.h"
#include "analyzer/engines/cxx/flow/values.h"

namespace gonogo {

enum class PieceKind : std::uint8_t {
  kConstant,
  kNumber,
  kTyped,      // of a type that is no text
  kEscaped,    // went through a call that makes it safe
  kValidated,  // the function tests it
  kSetting,    // from the environment or a configuration
  kParameter,  // what callers pass as parameter `parameter` of `function`
  kFormat,     // a format that callers pass as that parameter, with its arguments behind it
  kSource,     // from outside, by a call that the clause names
  kOther,      // a text of which no more is known
  kUnknown,    // nothing is known, not even whether it is a text
};

struct TextPiece {
  PieceKind kind = PieceKind::kUnknown;
  std::string text;  // kConstant
  FunctionId function = 0;
  std::uint32_t parameter = 0;  // kParameter, kFormat
  FormatStyle style = FormatStyle::kPrintf;
  const CxxValue* value = nullptr;  // as it stands where it is put in
  CxxPlace place;                   // of that, in `built_in`
  FunctionId built_in = 0;          // which puts it into the text; `function` may only hand it on
  std::string name;                 // of the variable or function that it comes from
  EventId origin;                   // kSource: the call
  bool input = false;               // kSource: it comes from whoever runs the program
  bool placed = false;              // where it is put in has been seen
  bool begins = false;              // what was in the text before is gone
};

/// What callers give to a format that a function was given.
struct GivenFormat {
  const CxxEvent* event = nullptr;
  std::size_t format = 0;
  FormatStyle style = FormatStyle::kPrintf;
};

/// The patterns that give calls a meaning: of sources, inputs and escapes.
struct TextMeanings {
  std::vector<const CallPattern*> sources;
  std::vector<const CallPattern*> inputs;
  std::vector<const CallPattern*> escapes;
};

TextMeanings MeaningsOf(const TaintClause& clause);

/// Whether both are of the same variable, whatever part of it.
bool SameRoot(const CxxObject& one, const CxxObject& other);
/// Whether the program's own pieces are of a statement of SQL.
bool HoldsSql(std::span<const TextPiece> pieces);

class TextPieces {
 public:
  TextPieces(const CxxProgram& program, const ValueSources& sources, PatternMatcher& matcher,
             LiveCode& live, TextMeanings meanings);

  std::vector<TextPiece> Of(const CxxValue& value, FunctionId function);
  /// The same of an argument of an event: what is written after it does not count.
  std::vector<TextPiece> OfArgument(EventId at, std::size_t argument);
  /// Of a format with the arguments that a call gives.
  std::vector<TextPiece> OfFormat(const GivenFormat& given, FunctionId function);
  /// Whether a question was given up.
  bool limited() const { return limited_; }

 private:
  static constexpr std::size_t kMostPieces = 500;
  static constexpr unsigned kMostDepth = 6;  // of functions looked into

  /// A function that is looked into from one of its callers, or (null) by itself.
  struct Frame {
    FunctionId function = 0;
    const Frame* caller = nullptr;
    const CxxEvent* call = nullptr;  // in the caller
    unsigned depth = 0;
  };
  using Pieces = std::vector<TextPiece>;
  /// From which blocks of its function an event is reached.
  struct Before {
    EventId at;
    std::vector<bool> blocks;  // its own where that is passed again
  };
  using Key = std::tuple<FunctionId, CxxRoot, std::uint32_t, std::string, const void*>;
  /// By the variable at the root: the events that may write into it, ascending.
  using Writers = std::map<std::pair<CxxRoot, std::uint32_t>, std::vector<std::uint32_t>>;

  void LookBefore(EventId at);
  bool MayBeBefore(FunctionId function, std::uint32_t event);
  bool ReplacesWhole(EventId at, const CxxObject& object);
  bool AssignsWhole(EventId at, const CxxObject& object) const;
  bool Mentions(const CxxValue& value, FunctionId function, const CxxObject& object,
                unsigned depth) const;
  bool IsWrittenAnew(const CxxObject& object, FunctionId function);
  bool IsReplaced(EventId at, const CxxObject& object, const std::vector<std::uint32_t>& writers);
  bool Passes(EventId write, std::uint32_t replacing) const;
  void Follow(const CxxValue& value, const Frame& frame, Pieces& into);
  void StartText();
  /// Counts a step; whether the limit of steps or pieces is met.
  bool IsEnough(const Pieces& pieces);
  /// The same of a part: that it is put in here is settled.
  void FollowPart(const CxxValue& value, const Frame& frame, Pieces& into);
  void FollowObject(const CxxValue& value, const Frame& frame, Pieces& into);
  void FollowParameter(const CxxValue& value, const Frame& frame, bool written, Pieces& into);
  bool FollowCaptured(const CxxValue& value, const Frame& frame, Pieces& into);
  void FollowGlobal(const CxxValue& value, const Frame& frame, Pieces& into);
  void FollowField(const CxxValue& value, const Frame& frame, Pieces& into);
  bool FollowWriters(const CxxValue& value, const Frame& frame, Pieces& into);
  bool FollowOwnField(const CxxValue& value, const Frame& frame, Pieces& into);
  void FollowPassedField(const CxxValue& value, const Frame& frame, Pieces& into);
  bool FollowWithin(const CxxValue& value, std::span<const std::string> path, const Frame& frame,
                    Pieces& into);
  bool OnlyFromOutside(const Pieces& stored, unsigned depth, Pieces& sources);
  const CxxValue& Within(const CxxValue& value, std::span<const std::string> path);
  bool FollowSources(const Sources& sources, const CxxValue& value, Pieces& into);
  bool FollowSource(const CxxValue& value, EventId at, const CxxObject* object, const Frame& frame,
                    Pieces& into);
  void FollowResult(const CxxValue& value, const Frame& frame, Pieces& into);
  void FollowCall(const CxxValue& value, const CxxEvent& event, EventId at, const Frame& frame,
                  Pieces& into);
  bool OnlyJoins(const CxxEvent& event, EventId at) const;
  void FollowFilled(const CxxEvent& event, const Frame& frame, Pieces& into);
  static int LowestPlace(const Pieces& text);
  bool FollowReturns(const CxxEvent& event, EventId at, const Frame& frame, Pieces& into);
  /// What an event writes into an object of its function; false where it writes nothing.
  bool FollowWrite(EventId at, const CxxObject& object, const Frame& frame, Pieces& into);
  bool FollowOwnFormat(const CxxEvent& event, const CxxObject& object, const Frame& frame,
                       Pieces& into);
  bool FollowCallee(EventId at, const CxxObject& object, const Frame& frame, Pieces& into);
  void FollowFormat(const CxxValue* format, std::span<const CxxValue> arguments, FormatStyle style,
                    bool list, const Frame& frame, Pieces& into);
  void Add(PieceKind kind, const CxxValue& value, const Frame& frame, Pieces& into,
           std::string name = {});
  /// What no more is known of: its type, its name and the tests of it decide.
  void AddLeaf(const CxxValue& value, const Frame& frame, Pieces& into, PieceKind text,
               std::string_view from = {});
  /// Sources that were read into the variable are told where it is put in.
  void PlaceSources(const CxxValue& value, const Frame& frame, std::span<TextPiece> pieces) const;
  void TellTested(const CxxValue& value, FunctionId function, std::span<TextPiece> pieces) const;
  bool IsTested(const CxxValue& value, FunctionId function) const;
  bool Means(std::span<const CallPattern* const> patterns, EventId at, const CxxObject* object);
  const Writers& WritersOf(FunctionId function);
  /// The field that an object ends in, without elements; empty where it is none.
  static std::string_view FieldOf(const CxxObject& object);
  static std::span<const std::string> WithoutElement(std::span<const std::string> path);
  /// Whether what is written into one object is, at least in part, written into the other.
  static bool Overlap(const CxxObject& one, const CxxObject& other);
  const CxxObject& BufferOf(const CxxValue& pointer, FunctionId function) const;
  const CxxObject* RootOf(const CxxValue& value, FunctionId function) const;

  const CxxProgram& program_;
  const ValueSources& sources_;
  PatternMatcher& matcher_;
  LiveCode& live_;
  TextMeanings meanings_;
  std::map<FunctionId, Writers> writers_;
  std::set<Key> open_;  // being followed
  std::deque<CxxValue>
      captured_;  // values that stand in no unit: of variables around a lambda, fields
  Before before_;
  std::vector<const CxxEvent*> through_;  // calls that the value is handed on by
  unsigned steps_ = 0;                    // for one value
  unsigned allowed_steps_ = 0;
  unsigned all_steps_ = 0;  // for all
  bool limited_ = false;
};

}  // namespace gonogo

// AttemptView: one attempt, seen from a part of its function (a loop, or all of it): which tests
// ask how it ended, where control goes after it failed, and where after it went well.
//
// A walk begins behind the attempt and takes one side of the tests that ask: it ends where it
// leaves the part, or comes to the attempt again.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "analyzer/engines/cxx/flow/attempts.h"
#include "analyzer/engines/cxx/flow/function_traits.h"
#include "analyzer/engines/cxx/flow/outcome_sign.h"
#include "analyzer/engines/cxx/flow/program.h"
#include "analyzer/engines/cxx/flow/state_machine.h"
#include "analyzer/engines/cxx/flow/values.h"

namespace gonogo {

/// What a function that tries says of it by what it returns.
struct ReturnMeaning {
  OutcomeSign truth = OutcomeSign::kNone;
  std::vector<std::int64_t> failures;  // constants that it returns after a failure
  std::vector<std::int64_t> successes;
};

/// Where control goes.
struct OutcomeWalk {
  std::vector<bool> reached;              // blocks
  std::vector<bool> tested;               // blocks that are reached behind a test that asks
  std::vector<bool> direct;               // of those, behind a test that asks for the result itself
  std::vector<bool> returns;              // from which the walk comes to the attempt again
  bool again = false;                     // the attempt is made again
  bool again_tested = false;              // the same, behind a test that asks
  bool again_direct = false;              // behind one that asks for the result, not for a state
  std::uint32_t first_test = UINT32_MAX;  // the first block whose test asks
};

/// What all views of a program share.
class OutcomeReader {
 public:
  OutcomeReader(const CxxProgram& program, const ValueSources& sources, const Attempts& attempts,
                const FunctionTraits& traits, std::span<const std::string_view> resumes)
      : program_(program),
        sources_(sources),
        attempts_(attempts),
        traits_(traits),
        resumes_(resumes) {}

  const CxxProgram& program() const { return program_; }
  const ValueSources& sources() const { return sources_; }
  const Attempts& attempts() const { return attempts_; }
  const FunctionTraits& traits() const { return traits_; }
  /// Not const: meanings are kept.
  const ReturnMeaning& MeaningOf(FunctionId function);
  /// Whether the function, or what it calls, stores in this field.
  bool StoresIn(FunctionId function, std::string_view field_usr);
  /// What it stores there; nothing in place of what is no constant.
  std::vector<std::optional<std::int64_t>> ConstantsStoredIn(FunctionId function,
                                                             std::string_view usr);
  bool IsResume(const CxxValue& value) const;

 private:
  ReturnMeaning Read(FunctionId function);
  const std::set<FunctionId>& Below(FunctionId function);

  const CxxProgram& program_;
  const ValueSources& sources_;
  const Attempts& attempts_;
  const FunctionTraits& traits_;
  std::span<const std::string_view> resumes_;
  std::map<FunctionId, ReturnMeaning> meanings_;
  std::map<FunctionId, std::set<FunctionId>> below_;
  unsigned depth_ = 0;
};

/// Of an integer, or of a null pointer; nothing where the value is no constant.
std::optional<std::int64_t> ConstantNumberOf(const CxxValue& value);

class AttemptView {
 public:
  /// `part` lives on.
  AttemptView(OutcomeReader& reader, const Attempt& attempt, const std::vector<bool>& part);

  const CxxFunction& function() const { return *entry_.function; }
  const OutcomeWalk& failed() const { return failed_; }
  const OutcomeWalk& succeeded() const { return succeeded_; }
  OutcomeSign SignOf(const CxxValue& value) const {
    steps_ = 0;
    return SignOf(value, 0);
  }
  /// Whether the loop goes on after success, and comes by its head again.
  bool StaysAfterSuccess(std::uint32_t head) const;
  /// Blocks of the part from which the attempt can be reached.
  const std::vector<bool>& leads_back() const { return leads_back_; }

 private:
  friend class OutcomeWalker;

  /// A constant that is stored on one side only.
  struct Flag {
    CxxObject object;
    std::int64_t value = 0;
    bool success = false;
  };

  OutcomeSign SignOf(const CxxValue& value, unsigned depth) const;
  OutcomeSign SignOfUndeclared(std::string_view name, unsigned depth) const;
  OutcomeSign SignOfResult(const CxxValue& value, unsigned depth) const;
  OutcomeSign SignOfOwnResult(std::string_view type) const;
  OutcomeSign SignOfCall(const CxxEvent& event, unsigned depth) const;
  OutcomeSign SignOfObject(const CxxValue& value, unsigned depth) const;
  const CxxValue* StoredBeforeTest(const CxxObject& object) const;
  OutcomeSign SignOfPart(const CxxValue& value, unsigned depth) const;
  OutcomeSign SignOfField(const CxxValue& value) const;
  bool IsGiven(const CxxValue& value) const;
  bool IsMade(const CxxObject& object) const;
  OutcomeSign SignOfStep(const CxxValue& condition, unsigned depth) const;
  bool Naps(const CxxEvent& event) const;
  OutcomeSign SignOfFlag(const CxxObject& object) const;
  bool IsReset(const CxxObject& object) const;
  OutcomeSign SignOfCombined(const CxxValue& value, unsigned depth) const;
  OutcomeSign Compare(std::string_view operation, const CxxValue& part, const CxxValue& constant,
                      unsigned depth) const;
  std::optional<OutcomeSign> CompareFlag(const CxxValue& part, std::int64_t number) const;
  std::optional<OutcomeSign> CompareReturn(std::int64_t number) const;
  bool IsOneError(const CxxValue& part, const CxxValue& constant, OutcomeSign sign) const;
  bool IsErrorNumber(const CxxValue& value) const;
  bool IsHandle(const CxxValue& value) const;
  bool IsNoFlag(const CxxObject& object) const;
  OutcomeSign SignOfFilled(const CxxValue& value) const;
  bool IsFilledOnly(const CxxObject& object) const;
  void ReadTests();
  void ReadShapes();
  struct Side;
  std::vector<Side> SidesOf(std::uint32_t block) const;
  bool CallsItself(std::uint32_t block) const;
  void LookAtSide(std::uint32_t from, Side& side) const;
  void ReadFlags();
  void AddFlags(std::uint32_t block);
  void AddFlag(const CxxObject& object, std::int64_t value, bool success);
  void AddFlagsOfSetter(std::uint32_t event, bool success);
  std::optional<std::size_t> ClosedToSuccess(const CxxValue& condition) const;
  OutcomeWalk Walk(bool success) const { return Walk(success, block_, block_); }
  OutcomeWalk Walk(bool success, std::uint32_t from, std::uint32_t goal) const;
  void FindWayBack();

  OutcomeReader& reader_;
  const Attempt& attempt_;
  const ProgramFunction& entry_;
  const CxxEvent& event_;
  const std::vector<bool>& part_;
  std::uint32_t block_;
  StateMachine machine_;
  std::vector<const CxxEvent*> assigned_;  // of objects of classes
  std::vector<OutcomeSign> tests_;         // by block
  std::vector<bool> by_state_;             // of those: it asks for a state
  std::vector<bool> one_error_;            // of those: where no failure is seen there may be one
  std::vector<OutcomeSign> steps_on_;      // by block: how what goes on with the handle ended
  /// By block, where a test asks and what it says is not known: the ways that a failure takes, as
  /// what is done there tells. Empty: nothing tells.
  std::vector<std::vector<bool>> failing_;
  std::vector<std::optional<std::size_t>> closed_;  // by block: the way that success cannot take
  const CxxBlock* testing_ = nullptr;               // whose test is read
  mutable unsigned steps_ = 0;                      // of the sign that is being read
  mutable bool met_state_ = false;                  // by the sign that is being read
  mutable bool met_one_error_ = false;              // the same
  std::vector<Flag> flags_;
  OutcomeWalk failed_;
  OutcomeWalk succeeded_;
  std::vector<bool> leads_back_;
};

bool SameObject(const CxxObject& one, const CxxObject& other);
/// Where an exception of the block's last event goes; none where it goes out of the function.
std::optional<std::uint32_t> HandlerOf(const CxxBlock& block);

}  // namespace gonogo

// Choice: whether somebody chose that a piece of code runs. `if (config.insecure)` is a choice;
// `if (handle)`, `if (result != OK)` and a flag that only the program itself ever changes are
// none. A setting that is off because somebody chose it is no defect of the code.
#pragma once

#include <map>
#include <string_view>

#include "analyzer/engines/cxx/flow/flow_graph.h"
#include "analyzer/engines/cxx/flow/program.h"
#include "analyzer/engines/cxx/flow/values.h"

namespace gonogo {

/// What decides whether a place is reached. A default is a setting that leads there unless somebody
/// changes it.
enum class Reason : std::uint8_t { kNothing, kDefault, kFailure, kChoice };

class Choices {
 public:
  /// `library` is a function of the library that the code talks to: results of its kin are
  /// outcomes, not choices.
  Choices(const CxxProgram& program, const ValueSources& sources, Resolver& resolver,
          std::string_view library);

  /// Of an event, by the tests around it; `but` is no test (it has the same on its other side).
  Reason Of(EventId at, const ParameterConstants& given);
  /// Of a constant, by the store that gave it and the `?:` that took it.
  Reason Of(const Constant& constant);
  /// Of one side of a test.
  Reason OfTest(const CxxValue& condition, bool side, FunctionId function,
                const ParameterConstants& given, unsigned depth = 0);

  /// Whether a function that verifies nobody runs only where somebody chose that: it is called
  /// behind tests that speak of verification, or it is the handler of such an option.
  bool IsChosenOutside(FunctionId function);

  FlowGraph& GraphOf(FunctionId function);

 private:
  struct Leaves {
    bool choice = false;
    bool failure = false;
    bool standard = false;
  };

  void Look(const CxxValue& value, bool side, FunctionId function, const ParameterConstants& given,
            unsigned depth, Leaves& leaves);
  void LookAtObject(const CxxValue& value, bool side, FunctionId function,
                    const ParameterConstants& given, unsigned depth, Leaves& leaves);
  void LookAtCall(const CxxValue& value, bool side, FunctionId function,
                  const ParameterConstants& given, unsigned depth, Leaves& leaves);
  Reason OfConstant(const Constant& constant, unsigned depth);
  Reason OfEvent(EventId at, const ParameterConstants& given, unsigned depth);
  bool IsDefault(const CxxObject& object, bool side);
  bool AsksWithDefault(const CxxEvent& event, bool side, FunctionId function, unsigned depth);
  bool KeepsOutcome(FunctionId function, std::uint32_t local) const;
  bool IsKin(std::string_view name) const;
  bool IsAnswer(const CxxValue& value, FunctionId function, unsigned depth) const;
  bool IsChosenOutside(FunctionId function, unsigned depth);
  bool IsCalledByChoice(EventId call);
  bool OnlyHandsOn(EventId call) const;
  bool IsHandedOnByChoice(const ProgramFunction& entry);
  bool SpeaksOfVerification(const CxxValue& value, FunctionId function, unsigned depth) const;

  const CxxProgram& program_;
  const ValueSources& sources_;
  Resolver& resolver_;
  std::string_view library_;
  std::map<FunctionId, FlowGraph> graphs_;
};

}  // namespace gonogo

// TypestateReport: judged objects told as outcomes, with places, captures, reasons and the flow
// from the making of the object to its use.
//
// An object that a factory or the constructor of a wrapper makes is told where it is made, unless
// one user alone forgets what others set: then it is told where that one gets it.
#pragma once

#include <vector>

#include "analyzer/engines/cxx/flow/analysis.h"
#include "analyzer/engines/cxx/flow/object_uses.h"

namespace gonogo {

class TypestateReport {
 public:
  TypestateReport(const FlowInput& input, const Rule& rule, const MatchAlternative& alternative)
      : input_(input), rule_(rule), alternative_(alternative) {}

  void Tell(std::vector<UsedObject> objects, AnalysisResult& result) const;

 private:
  void TellObject(const UsedObject& object, AnalysisResult& result) const;
  /// Each use but the one that is told already, without a grade.
  void TellUses(const UsedObject& object, const ObjectUse* told, AnalysisResult& result) const;
  FlowOutcome Outline(const UsedObject& object, const ObjectUse& use, Outcome outcome) const;
  void Captures(const UsedObject& object, const ObjectUse& use, FlowOutcome& outcome) const;
  void BoundCapture(const UsedObject& object, const ObjectUse& use, FlowOutcome& outcome) const;
  void Flow(const UsedObject& object, const ObjectUse& use, FlowOutcome& outcome) const;
  FlowPlace At(const UsedObject& object) const;
  std::string Handle(const UsedObject& object, const ObjectUse& use) const;
  std::string Reason(const UsedObject& object, const ObjectUse& use) const;
  std::string Sign(const UsedObject& object, const ObjectUse& use) const;
  FlowNote NoteOf(const Step& step) const;
  const Step* LastBound(const UsedObject& object, const ObjectUse& use) const;

  const FlowInput& input_;
  const Rule& rule_;
  const MatchAlternative& alternative_;
};

}  // namespace gonogo

// What outcomes of all flow clauses share: places, grades, captures, and the names by which people
// know what the IR only numbers.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/engines/cxx/flow/analysis.h"
#include "analyzer/engines/cxx/flow/pattern_match.h"

namespace gonogo {

/// The whole expression of an event; of a local that no event made, its declaration.
FlowPlace PlaceOf(const CxxProgram& program, EventId at);
FlowPlace PlaceIn(const CxxProgram& program, FunctionId function, const CxxPlace& place);

/// Whether and with which grade the rule reports an outcome; a rule that states a fact reports all,
/// those that it has no grade for without one.
bool Reports(const Rule& rule, std::string_view outcome, const Grade*& grade);

/// "handle_" or "session.handle" as people would say it; empty where there is no name.
std::string NameOfObject(const CxxProgram& program, FunctionId function, const CxxObject& object);
/// The variable or field that takes up what an event makes.
std::string NameOfHolder(const CxxProgram& program, EventId made);
std::string NameOfCallee(const CxxEvent& event);
/// A value as a message says it: a name, a number, nothing of texts.
std::string Said(const CxxValue& value);

/// Says that a function hands the question of the rule to its callers.
void AddOpen(AnalysisResult& result, const CxxProgram& program, FunctionId id, const Rule& rule);
/// The same by the names of the fields and globals through which others call the function.
void AddOpenPointers(AnalysisResult& result, const CxxProgram& program, FunctionId id,
                     const Rule& rule);

/// Adds a capture unless one of that name is there.
void AddCapture(FlowOutcome& outcome, std::string_view name, std::string text,
                FlowPlace source = {});
void AddCaptures(FlowOutcome& outcome, const CxxProgram& program, FunctionId function,
                 const std::vector<PatternCapture>& captures);

}  // namespace gonogo

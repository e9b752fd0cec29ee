// Fields: the one list of what travels of each struct of the protocol, with its key. Writing and
// reading both go through it, so what is listed cannot be lost; a test fills every field.
#pragma once

#include <string_view>

#include "analyzer/worker/protocol.h"
#include "analyzer/worker/wire.h"

namespace gonogo {

template <>
inline constexpr bool kIsRow<CxxPlace> = true;
template <>
inline constexpr bool kIsRecursive<CxxValue> = true;

constexpr CxxRoot LastOf(CxxRoot) { return CxxRoot::kGlobal; }
constexpr CxxValueKind LastOf(CxxValueKind) { return CxxValueKind::kCombined; }
constexpr CxxEventKind LastOf(CxxEventKind) { return CxxEventKind::kDestroy; }
constexpr ParseFault LastOf(ParseFault) { return ParseFault::kTooLarge; }

template <Is<CxxPlace> T, class F>
void Fields(T& place, F&& visit) {
  visit("", place.file);
  visit("", place.line);
  visit("", place.column);
  visit("", place.end_line);
  visit("", place.end_column);
}

template <Is<CxxObject> T, class F>
void Fields(T& object, F&& visit) {
  visit("r", object.root);
  visit("i", object.index);
  visit("u", object.usr);
  visit("p", object.path);
}

template <Is<CxxValue> T, class F>
void Fields(T& value, F&& visit) {
  visit("k", value.kind);
  visit("i", value.integer);
  visit("r", value.real);
  visit("t", value.text);
  visit("s", value.spelled);
  visit("o", value.object);
  visit("e", value.event);
  visit("u", value.usr);
  visit("op", value.operation);
  visit("v", value.parts);
  visit("n", value.name);
  visit("ty", value.type);
  visit("p", value.place);
}

template <Is<CxxEvent> T, class F>
void Fields(T& event, F&& visit) {
  visit("k", event.kind);
  visit("c", event.callee);
  visit("u", event.usr);
  visit("al", event.also);
  visit("m", event.macros);
  visit("s", event.self);
  visit("a", event.arguments);
  visit("t", event.target);
  visit("v", event.is_virtual);
  visit("it", event.in_tree);
  visit("p", event.place);
  visit("np", event.name_place);
}

template <Is<CxxBlock> T, class F>
void Fields(T& block, F&& visit) {
  visit("e", block.events);
  visit("n", block.next);
  visit("h", block.has_condition);
  visit("c", block.condition);
  visit("l", block.is_loop);
  visit("p", block.place);
}

template <Is<CxxVariable> T, class F>
void Fields(T& variable, F&& visit) {
  visit("n", variable.name);
  visit("u", variable.usr);
  visit("ty", variable.type);
  visit("p", variable.place);
}

template <Is<CxxFunction> T, class F>
void Fields(T& function, F&& visit) {
  visit("u", function.usr);
  visit("n", function.name);
  visit("cu", function.class_usr);
  visit("pa", function.parameters);
  visit("lo", function.locals);
  visit("ov", function.overrides);
  visit("up", function.parent);
  visit("ca", function.captures);
  visit("ty", function.return_type);
  visit("co", function.is_constructor);
  visit("de", function.is_destructor);
  visit("in", function.is_internal);
  visit("ma", function.is_main);
  visit("ad", function.is_address_taken);
  visit("b", function.blocks);
  visit("p", function.place);
  visit("bo", function.body);
  visit("d", function.declared);
}

template <Is<CxxClass> T, class F>
void Fields(T& type, F&& visit) {
  visit("u", type.usr);
  visit("n", type.name);
  visit("ba", type.bases);
  visit("f", type.fields);
  visit("i", type.initialisers);
  visit("p", type.place);
}

template <Is<CxxGlobal> T, class F>
void Fields(T& global, F&& visit) {
  visit("v", global.variable);
  visit("i", global.initialiser);
  visit("c", global.is_constant);
}

template <Is<CxxInclude> T, class F>
void Fields(T& include, F&& visit) {
  visit("s", include.spelled);
  visit("a", include.angled);
  visit("r", include.resolved);
  visit("m", include.model);
  visit("p", include.place);
}

template <Is<CxxMatcherHit> T, class F>
void Fields(T& hit, F&& visit) {
  visit("m", hit.matcher);
  visit("p", hit.place);
  visit("b", hit.bound);
}

template <Is<CxxUnderstanding> T, class F>
void Fields(T& understanding, F&& visit) {
  visit("c", understanding.calls);
  visit("l", understanding.lost_calls);
  visit("e", understanding.errors);
  visit("f", understanding.first_error);
  visit("p", understanding.first_error_place);
  visit("m", understanding.missing_includes);
}

template <Is<CxxUnit> T, class F>
void Fields(T& unit, F&& visit) {
  visit("path", unit.path);
  visit("files", unit.files);
  visit("deps", unit.dependencies);
  visit("inc", unit.includes);
  visit("fn", unit.functions);
  visit("cl", unit.classes);
  visit("gl", unit.globals);
  visit("hits", unit.hits);
  visit("und", unit.understanding);
}

template <Is<SetupRequest> T, class F>
void Fields(T& request, F&& visit) {
  visit("matchers", request.matchers);
}

template <Is<MatcherError> T, class F>
void Fields(T& error, F&& visit) {
  visit("matcher", error.matcher);
  visit("message", error.message);
}

template <Is<SetupAnswer> T, class F>
void Fields(T& answer, F&& visit) {
  visit("version", answer.version);
  visit("errors", answer.errors);
}

template <Is<ParseRequest> T, class F>
void Fields(T& request, F&& visit) {
  visit("id", request.id);
  visit("directory", request.directory);
  visit("file", request.file);
  visit("arguments", request.arguments);
  visit("root", request.root);
  visit("readable", request.readable);
  visit("overlay", request.overlay);
  visit("in_memory", request.in_memory);
  visit("trusted", request.trusted);
  visit("assume_have", request.assume_have);
  visit("prelude", request.prelude);
  visit("foreign", request.foreign);
}

template <Is<ParseFailure> T, class F>
void Fields(T& failure, F&& visit) {
  visit("fault", failure.fault);
  visit("message", failure.message);
}

template <Is<ParseAnswer> T, class F>
void Fields(T& answer, F&& visit) {
  visit("id", answer.id);
  visit("failure", answer.failure);
  visit("unit", answer.unit);
  visit("dropped", answer.dropped);
}

}  // namespace gonogo

#include "analyzer/rulebook/cxx_clause_shape.h"

namespace gonogo {
namespace {

std::vector<std::string_view> StartWords() { return {"unbounded", "bounded"}; }
std::vector<std::string_view> TextSortWords() { return {"sql", "command", "path", "html"}; }
std::vector<std::string_view> FaultWords() {
  return {"endless", "unpaced", "constant-pace", "without-jitter", "hopeless"};
}
std::vector<std::string_view> UnitWords() { return {"ns", "us", "ms", "s", "min", "h"}; }

constexpr Shape kText{.type = ShapeType::kText};
constexpr Shape kTexts{.type = ShapeType::kOneOrMore, .item = &kText};
constexpr Shape kStart{.type = ShapeType::kWord, .what = "start", .words = StartWords};
constexpr Shape kTextSort{.type = ShapeType::kWord, .what = "kind of text", .words = TextSortWords};
constexpr Shape kFault{.type = ShapeType::kWord, .what = "fault of a loop", .words = FaultWords};
constexpr Shape kUnit{.type = ShapeType::kWord, .what = "unit", .words = UnitWords};

constexpr ShapeKey kAllKeys[] = {
    {"all", &kTexts, true, "Patterns that bound the object only together."},
};
constexpr Shape kGroup{.type = ShapeType::kTextOrMap, .keys = kAllKeys};
constexpr Shape kGroups{.type = ShapeType::kOneOrMore, .item = &kGroup};

constexpr ShapeKey kTypestateKeys[] = {
    {"object", &kText, true, "What messages call the object: transfer, connection."},
    {"types", &kTexts, false, "Its types, qualified, for objects whose making is not seen."},
    {"made_by", &kTexts, false, "Patterns of calls and constructions that make it."},
    {"bound_by", &kGroups, false, "Patterns of which one bounds it; {all: [...]} needs several."},
    {"unbound_by", &kTexts, false,
     "Patterns that take the bound away, beside a bound_by that is given none."},
    {"reset_by", &kTexts, false, "Patterns that put it back into the state in which it starts."},
    {"copied_by", &kTexts, false, "Patterns whose result has the state of $."},
    {"used_by", &kTexts, true, "Patterns before which it must be bounded."},
    {"same_as", &kTexts, false,
     "Patterns whose result is the object itself: a layer, a view, a wrapper."},
    {"beside", &kTexts, false,
     "Patterns, on whatever object, near which uses are bounded: in the same function, in its "
     "lambdas, in a method of the same class or of its bases."},
    {"carriers", &kTexts, false,
     "Types of arguments of a use that, when bound_by has bounded them, bound the use."},
    {"starts", &kStart, false, "The state of a new object; unbounded unless said otherwise."},
    {"unit", &kUnit, false, "Of a plain number that bounds it; without it, no time."},
    {"huge", &kText, false, "A constant bound above it, such as 5min, is the outcome huge."},
};
constexpr Shape kTypestate{.type = ShapeType::kMap, .keys = kTypestateKeys};

constexpr ShapeKey kCallKeys[] = {
    {"of", &kTexts, true, "Patterns of which one must match."},
    {"unless", &kTexts, false,
     "Patterns none of which the same object meets in the same function."},
    {"secret", &kText, false, "The capture that is a secret: it is redacted everywhere."},
};
constexpr Shape kCall{.type = ShapeType::kMap, .keys = kCallKeys};

constexpr ShapeKey kTaintKeys[] = {
    {"into", &kTextSort, true, "What kind of text the pieces are put into."},
    {"sinks", &kTexts, true, "Patterns whose $ is the text that is run, opened or sent."},
    {"sources", &kTexts, false,
     "Patterns whose $, or else whose result, comes from outside; needed but for sql."},
    {"inputs", &kTexts, false,
     "The same of what whoever runs the program gives it: found only behind a text of its own."},
    {"escapes", &kTexts, false, "Patterns whose $, or else whose result, is safe in such a text."},
};
constexpr Shape kTaint{.type = ShapeType::kMap, .keys = kTaintKeys};

constexpr ShapeKey kLoopKeys[] = {
    {"find", &kFault, true, "What is wrong with the way in which the loop tries again."},
    {"like", &kText, false, "The id of a rule with a clause loop, whose lists these are."},
    {"calls", &kTexts, false, "Patterns of what may fail and is tried again."},
    {"connects", &kTexts, false, "The same, of what sets up a connection for other calls."},
    {"waits", &kTexts, false, "Patterns of what waits; $ is how long."},
    {"clocks", &kTexts, false, "Patterns of what tells the time: a comparison with it is a bound."},
    {"randoms", &kTexts, false, "Patterns of what tells something at random."},
    {"resumes", &kTexts, false, "Names of errors after which a call goes on, such as EINTR."},
    {"hopeless", &kTexts, false, "Names and numbers of errors that another try cannot pass."},
};
constexpr Shape kLoop{.type = ShapeType::kMap, .keys = kLoopKeys};

constexpr ShapeKey kMatcherKeys[] = {
    {"expression", &kText, true, "A Clang AST matcher; bind names are the captures of messages."},
    {"words", &kTexts, true, "Identifiers of which one stands in every file with a match."},
};
constexpr Shape kMatcher{.type = ShapeType::kMap, .keys = kMatcherKeys};

constexpr ShapeKey kCxxKeys[] = {
    {"typestate", &kTypestate, false, "An object that must be bounded before it is used."},
    {"call", &kCall, false, "Calls, constructions and stores with certain arguments."},
    {"taint", &kTaint, false, "Texts with a piece that is neither the program's own nor safe."},
    {"loop", &kLoop, false, "Loops that try a call again after it failed."},
    {"matcher", &kMatcher, false, "Any expression of Clang's AST matchers."},
};

}  // namespace

constexpr Shape kCxxClauseShape{.type = ShapeType::kMap, .keys = kCxxKeys};

}  // namespace gonogo

#include "analyzer/engines/cxx/flow/far_texts.h"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "analyzer/engines/cxx/flow/outcome_text.h"
#include "analyzer/engines/cxx/flow/text_pieces.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostPoints = 2'000;
constexpr unsigned kMostCallers = 2;  // of what reads from outside, one behind the other

/// A function through which such a text goes: it has it from a call of its own, or (with a
/// parameter) from its callers.
struct Point {
  FunctionId function = 0;
  std::optional<std::uint32_t> parameter = {};
  bool outside = false;  // from others than who runs the program; of a parameter
  unsigned callers = 0;
};

class FarTexts {
 public:
  FarTexts(const CxxProgram& program, const ValueSources& sources, const TaintClause& clause,
           AnalysisResult& result)
      : program_(program),
        sources_(sources),
        clause_(clause),
        resolver_(program, sources, {}),
        matcher_(program, resolver_),
        live_(program, resolver_),
        pieces_(program, sources, matcher_, live_, MeaningsOf(clause)),
        result_(result) {}

  void Find() {
    PatternNames names;
    for (const CallPattern& pattern : clause_.sources) names.Add(pattern, 0);
    for (const CallPattern& pattern : clause_.inputs) names.Add(pattern, 0);
    for (const EventId at : names.EventsIn(program_)) Push({.function = at.function});
    while (!points_.empty()) {
      const Point point = points_.front();
      points_.pop_front();
      LookAt(point);
    }
  }

 private:
  void Push(Point point) {
    if (seen_.size() >= kMostPoints) return;
    const auto [known, fresh] = seen_.try_emplace({point.function, point.parameter}, point.outside);
    // What also comes from outside goes its way once more, with the stronger mark.
    if (!fresh && (known->second || !point.outside)) return;
    known->second = point.outside;
    points_.push_back(point);
  }

  void LookAt(const Point& point) {
    const ProgramFunction& function = program_.function(point.function);
    if (!point.parameter && Gives(point.function)) {
      TellGiver(point.function);
      for (const EventId caller : function.callers) {
        if (point.callers < kMostCallers)
          Push({.function = caller.function, .callers = point.callers + 1});
      }
    }
    const std::optional<bool> kept = IsKept(point);
    for (std::uint32_t number = 0; number < function.events.size(); ++number) {
      const CxxEvent& event = *function.events[number];
      const bool call = event.kind == CxxEventKind::kCall || event.kind == CxxEventKind::kConstruct;
      const EventId at{point.function, number};
      if (call && live_.IsLive(at)) FollowCall(at, point, kept);
    }
  }

  void FollowCall(EventId at, const Point& point, std::optional<bool> kept) {
    const CxxEvent& event = program_.EventAt(at);
    const std::span<const FunctionId> targets = program_.TargetsOf(at);
    const bool far = targets.empty() && event.in_tree && !event.callee.empty();
    if (targets.empty() && !far) return;
    if (far && kept) return TellHanded(event, *kept);
    for (std::uint32_t i = 0; i < event.arguments.size(); ++i) {
      const CxxValue& argument = event.arguments[i];
      if (IsConstant(argument) || TextTypeOf(argument.type) == TextType::kNumber) continue;
      const std::optional<bool> carried = CarriedBy(pieces_.OfArgument(at, i), point);
      if (!carried) continue;
      if (far) return TellHanded(event, *carried);
      for (const FunctionId target : targets)
        Push({.function = target, .parameter = i, .outside = *carried});
    }
    if (!far || event.self.kind == CxxValueKind::kUnknown) return;
    if (const auto carried = CarriedBy(pieces_.Of(event.self, at.function), point))
      TellHanded(event, *carried);
  }

  /// Whether pieces have something from outside (true), from who runs the program (false), or
  /// neither.
  static std::optional<bool> CarriedBy(const std::vector<TextPiece>& pieces, const Point& point) {
    std::optional<bool> carried;
    for (const TextPiece& piece : pieces) {
      if (piece.kind == PieceKind::kSource) carried = carried.value_or(false) || !piece.input;
      const bool passed = piece.kind == PieceKind::kParameter && point.parameter &&
                          piece.function == point.function && piece.parameter == *point.parameter;
      if (passed) carried = carried.value_or(false) || point.outside;
    }
    return carried;
  }

  /// The same of what the function stores in globals: whoever it calls may read it there.
  std::optional<bool> IsKept(const Point& point) {
    const auto& events = program_.function(point.function).events;
    for (std::uint32_t number = 0; number < events.size(); ++number) {
      const CxxEvent& event = *events[number];
      const bool keeps = event.kind == CxxEventKind::kStore && !event.arguments.empty() &&
                         event.target.kind == CxxValueKind::kObject &&
                         event.target.object.root == CxxRoot::kGlobal &&
                         TextTypeOf(event.arguments[0].type) != TextType::kNumber;
      if (!keeps) continue;
      if (const auto kept = CarriedBy(pieces_.OfArgument({point.function, number}, 0), point))
        return kept;
    }
    return std::nullopt;
  }

  /// Whether callers get what the function reads: as its result, or in what they hand to it.
  bool Gives(FunctionId id) {
    const Point own{.function = id};
    const bool returns = std::ranges::any_of(sources_.Returns(id), [&](EventId at) {
      return !program_.EventAt(at).arguments.empty() && CarriedBy(pieces_.OfArgument(at, 0), own);
    });
    if (returns) return true;
    return std::ranges::any_of(program_.function(id).events, [&](const CxxEvent* event) {
      const auto fills = [&](const CallPattern& pattern) {
        if (event->kind != CxxEventKind::kCall || pattern.name != event->callee) return false;
        const ObjectAt spot = PatternMatcher::ObjectOf(pattern, *event, true);
        return spot.spot == ObjectSpot::kValue && spot.value->kind == CxxValueKind::kObject &&
               spot.value->object.root == CxxRoot::kParameter;
      };
      return std::ranges::any_of(clause_.sources, fills);
    });
  }

  void TellHanded(const CxxEvent& event, bool outside) {
    result_.far.push_back(FarTextAt(event, outside));
  }

  void TellGiver(FunctionId id) {
    const CxxFunction& function = *program_.function(id).function;
    if (function.is_internal || function.is_main || !function.parent.empty()) return;
    result_.far.push_back({.sort = FarSort::kGives, .name = function.name, .outside = true});
  }

  const CxxProgram& program_;
  const ValueSources& sources_;
  const TaintClause& clause_;
  Resolver resolver_;
  PatternMatcher matcher_;
  LiveCode live_;
  TextPieces pieces_;
  AnalysisResult& result_;
  std::deque<Point> points_;
  std::map<std::pair<FunctionId, std::optional<std::uint32_t>>, bool> seen_;  // from outside
};

}  // namespace

FarText FarTextAt(const CxxEvent& call, bool outside) {
  // Which class defines a virtual method is not seen here.
  const std::string_view name =
      call.is_virtual ? LastNameOf(call.callee) : std::string_view(call.callee);
  return {.sort = FarSort::kHanded, .name = std::string(name), .outside = outside};
}

void FindFarTexts(const CxxProgram& program, const ValueSources& sources, const TaintClause& clause,
                  AnalysisResult& result) {
  // Of the other sorts whatever has the name of a sink is parsed.
  if (clause.into == TextSort::kPath) FarTexts(program, sources, clause, result).Find();
}

}  // namespace gonogo

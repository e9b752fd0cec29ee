// The part of TextPieces that knows calls: what they return, format and mean.
#include <algorithm>
#include <iterator>

#include "analyzer/engines/cxx/flow/outcome_text.h"
#include "analyzer/engines/cxx/flow/text_pieces.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

bool NamesText(const CallPattern& pattern) {
  return std::ranges::any_of(pattern.arguments, [](const ArgumentPattern& argument) {
    return argument.sort == ArgumentSort::kText || argument.sort == ArgumentSort::kRegex;
  });
}

/// What stands for all that a caller gave: a parameter, or a va_list.
bool IsArgumentList(const CxxValue& value) {
  return value.kind == CxxValueKind::kObject && (value.object.root == CxxRoot::kParameter ||
                                                 value.type.find("va_list") != std::string::npos);
}

/// `quoted("'%q'", name)` of the program's own: only SQLite's formatter knows %q.
bool QuotesByFormat(const CxxEvent& event) {
  return event.in_tree && std::ranges::any_of(event.arguments, [](const CxxValue& value) {
           return value.kind == CxxValueKind::kText && !value.text.contains("'%s'") &&
                  (value.text.contains("%q") || value.text.contains("%Q"));
         });
}

}  // namespace

/// Whether one of the patterns describes the event; with `$`, of this very object.
bool TextPieces::Means(std::span<const CallPattern* const> patterns, EventId at,
                       const CxxObject* object) {
  const CxxEvent& event = program_.EventAt(at);
  for (const CallPattern* pattern : patterns) {
    const std::string_view own = pattern->name;
    const bool named =
        own == event.callee || std::ranges::find(event.also, own) != event.also.end();
    if (!named) continue;
    // One variable of the environment in particular, or none.
    const Verdict least = NamesText(*pattern) ? Verdict::kSome : Verdict::kUnknown;
    if (matcher_.Match(*pattern, at, {}).verdict < least) continue;
    const ObjectAt spot = PatternMatcher::ObjectOf(*pattern, event, true);
    if (object == nullptr) {
      if (spot.spot == ObjectSpot::kResult) return true;
      continue;
    }
    if (spot.spot != ObjectSpot::kValue) continue;
    const CxxObject* const root = RootOf(*spot.value, at.function);
    if (root != nullptr && Overlap(*root, *object)) return true;
  }
  return false;
}

/// Whether the program's own function only puts texts together, whatever it is called: what
/// escapes looks at each character or asks somebody who does.
bool TextPieces::OnlyJoins(const CxxEvent& event, EventId at) const {
  bool seen = false;
  for (const CallSite& site : program_.function(at.function).calls) {
    if (site.event != at.event || site.reference) continue;
    for (const FunctionId target : site.targets) {
      seen = true;
      const ProgramFunction& entry = program_.function(target);
      const auto branches = [](const CxxBlock& block) { return block.has_condition; };
      if (std::ranges::any_of(entry.function->blocks, branches)) return false;
      const auto joins = [](const CxxEvent* call) {
        if (call->kind != CxxEventKind::kCall) return true;
        const auto sort = TextCallOf(*call);
        return (sort && sort->sort != TextCallSort::kNumber) || TextWriteOf(*call) ||
               LastNameOf(call->callee).starts_with("operator");
      };
      if (!std::ranges::all_of(entry.events, joins)) return false;
    }
  }
  return seen && !event.callee.empty();
}

/// What a call gives from outside: into the object, or (null) as its result.
bool TextPieces::FollowSource(const CxxValue& value, EventId at, const CxxObject* object,
                              const Frame& frame, Pieces& into) {
  const bool outside = Means(meanings_.sources, at, object);
  if (!outside && !Means(meanings_.inputs, at, object)) return false;
  Add(PieceKind::kSource, value, frame, into, NameOfCallee(program_.EventAt(at)));
  into.back().origin = at;
  into.back().input = !outside;
  return true;
}

void TextPieces::FollowResult(const CxxValue& value, const Frame& frame, Pieces& into) {
  const auto& events = program_.function(frame.function).events;
  if (value.event >= events.size()) return AddLeaf(value, frame, into, PieceKind::kUnknown);
  const EventId at{frame.function, value.event};
  const CxxEvent& event = *events[value.event];
  if (event.kind == CxxEventKind::kConstruct) {
    if (TextTypeOf(event.callee) == TextType::kNumber || event.arguments.empty()) {
      if (!event.arguments.empty()) Add(PieceKind::kNumber, value, frame, into);
      return;
    }
    for (const CxxValue& argument : event.arguments) Follow(argument, frame, into);
    return;
  }
  if (event.kind != CxxEventKind::kCall) return AddLeaf(value, frame, into, PieceKind::kUnknown);
  FollowCall(value, event, at, frame, into);
}

void TextPieces::FollowCall(const CxxValue& value, const CxxEvent& event, EventId at,
                            const Frame& frame, Pieces& into) {
  if (FollowSource(value, at, nullptr, frame, into)) return;
  const bool safe = SaysSafe(event.callee) && !OnlyJoins(event, at);
  if (Means(meanings_.escapes, at, nullptr) || safe || QuotesByFormat(event))
    return Add(PieceKind::kEscaped, value, frame, into, NameOfCallee(event));
  if (TextTypeOf(value.type) == TextType::kNumber)
    return Add(PieceKind::kNumber, value, frame, into);
  if (event.callee == "getenv" || event.callee == "secure_getenv" || SaysSetting(event.callee))
    return Add(PieceKind::kSetting, value, frame, into, NameOfCallee(event));
  const std::optional<TextCall> call = TextCallOf(event);
  // A call that writes gives back what it wrote into: a chain.
  const std::optional<TextWrite> write = call ? std::nullopt : TextWriteOf(event);
  if (write) {
    const CxxValue& target =
        write->into == TextWrite::kSelf ? event.self : event.arguments[write->into];
    const CxxObject* const root = RootOf(target, frame.function);
    if (root == nullptr) {
      Follow(target, frame, into);
      for (std::size_t i = write->from; i < event.arguments.size(); ++i)
        Follow(event.arguments[i], frame, into);
      return;
    }
    CxxValue& whole = captured_.emplace_back(target);
    whole.kind = CxxValueKind::kObject;
    whole.object = *root;
    return Follow(whole, frame, into);
  }
  // Names of the schema are the program's own, whoever keeps them.
  if (!call && SaysSchemaName(event.callee))
    return Add(PieceKind::kSetting, value, frame, into, NameOfCallee(event));
  if (!call) {
    if (!FollowReturns(event, at, frame, into)) {
      const bool of_text = TextTypeOf(event.self.type) == TextType::kText;
      const bool given = of_text || SaysInput(event.callee);
      AddLeaf(value, frame, into, given ? PieceKind::kOther : PieceKind::kUnknown,
              NameOfCallee(event));
    }
    return;
  }
  switch (call->sort) {
    case TextCallSort::kNumber:
      return Add(PieceKind::kNumber, value, frame, into);
    case TextCallSort::kSame:
      if (event.self.kind != CxxValueKind::kUnknown) return Follow(event.self, frame, into);
      if (!event.arguments.empty()) return Follow(event.arguments[0], frame, into);
      return AddLeaf(value, frame, into, PieceKind::kUnknown, NameOfCallee(event));
    case TextCallSort::kJoins:
      if (event.self.kind != CxxValueKind::kUnknown) FollowPart(event.self, frame, into);
      for (const CxxValue& argument : event.arguments) FollowPart(argument, frame, into);
      return;
    case TextCallSort::kFormats:
      if (call->of_object) return FollowFilled(event, frame, into);
      if (call->format >= event.arguments.size()) return;
      return FollowFormat(&event.arguments[call->format],
                          std::span(event.arguments).subspan(call->format + 1), call->style,
                          call->takes_list, frame, into);
  }
}

/// `x.arg(a).arg(b)`: each takes the place of the lowest number that is left.
void TextPieces::FollowFilled(const CxxEvent& event, const Frame& frame, Pieces& into) {
  Pieces text;
  Follow(event.self, frame, text);
  std::size_t filled = 0;
  for (const CxxValue& argument : event.arguments) {
    // Behind the first stand widths and bases, or more texts.
    if (filled > 0 && TextTypeOf(argument.type) != TextType::kText) break;
    const int lowest = LowestPlace(text);
    Pieces next;
    bool found = false;
    for (TextPiece& piece : text) {
      if (piece.kind != PieceKind::kConstant) {
        next.push_back(std::move(piece));
        continue;
      }
      for (const FormatPart& part : PartsOfFormat(piece.text, FormatStyle::kQt)) {
        const bool here = part.converts && static_cast<int>(part.argument) == lowest;
        TextPiece& said = next.emplace_back(piece);
        said.text = part.text;
        if (part.converts && !here) said.text += "%" + std::to_string(part.argument + 1);
        if (here) FollowPart(argument, frame, next);
        found = found || here;
      }
    }
    if (!found) FollowPart(argument, frame, next);
    text = std::move(next);
    ++filled;
  }
  std::ranges::move(text, std::back_inserter(into));
}

/// Of the places `%1` to `%99` in the program's own pieces, counted from 0; -1 where there is none.
int TextPieces::LowestPlace(const Pieces& text) {
  int lowest = -1;
  for (const TextPiece& piece : text) {
    if (piece.kind != PieceKind::kConstant) continue;
    for (const FormatPart& part : PartsOfFormat(piece.text, FormatStyle::kQt)) {
      const int place = part.converts ? static_cast<int>(part.argument) : -1;
      if (place >= 0 && (lowest < 0 || place < lowest)) lowest = place;
    }
  }
  return lowest;
}

bool TextPieces::FollowReturns(const CxxEvent& event, EventId at, const Frame& frame,
                               Pieces& into) {
  if (frame.depth >= kMostDepth) return false;
  bool found = false;
  for (const CallSite& site : program_.function(at.function).calls) {
    if (site.event != at.event || site.reference) continue;
    for (const FunctionId target : site.targets) {
      const Key key{target, CxxRoot::kThis, 0, "returns", &event};
      if (!open_.insert(key).second) continue;
      const Frame inner{target, &frame, &event, frame.depth + 1};
      for (const EventId& returned : sources_.Returns(target)) {
        const CxxEvent& result = program_.EventAt(returned);
        if (result.arguments.empty()) continue;
        Follow(result.arguments[0], inner, into);
        found = true;
      }
      open_.erase(key);
    }
  }
  return found;
}

void TextPieces::FollowFormat(const CxxValue* format, std::span<const CxxValue> arguments,
                              FormatStyle style, bool list, const Frame& frame, Pieces& into) {
  Pieces texts;
  Follow(*format, frame, texts);
  for (const TextPiece& text : texts) {
    if (text.kind != PieceKind::kConstant) {
      into.push_back(text);
      const bool all =
          list || arguments.empty() || (arguments.size() == 1 && IsArgumentList(arguments[0]));
      if (text.kind == PieceKind::kParameter && all) {
        into.back().kind = PieceKind::kFormat;
        into.back().style = style;
      } else {
        for (const CxxValue& argument : arguments) Follow(argument, frame, into);
      }
      continue;
    }
    for (const FormatPart& part : PartsOfFormat(text.text, style)) {
      if (!part.text.empty()) {
        into.push_back(text);
        into.back().text = part.text;
      }
      if (!part.converts) continue;
      if (list || part.argument >= arguments.size()) {
        Add(PieceKind::kUnknown, *format, frame, into);
      } else if (part.writes == FormatWrites::kNumber) {
        Add(PieceKind::kNumber, arguments[part.argument], frame, into);
      } else if (part.writes == FormatWrites::kEscaped) {
        Add(PieceKind::kEscaped, arguments[part.argument], frame, into);
      } else {
        FollowPart(arguments[part.argument], frame, into);
      }
    }
  }
}

}  // namespace gonogo

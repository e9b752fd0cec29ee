// The part of TextPieces that knows what is written into a text, and by whom.
#include <algorithm>

#include "analyzer/engines/cxx/flow/outcome_text.h"
#include "analyzer/engines/cxx/flow/sql_place.h"
#include "analyzer/engines/cxx/flow/text_pieces.h"

namespace gonogo {
namespace {

/// `buffer[length] = 0`, `*end = '\\n'`: one character of the program's own in a text of others.
bool EndsText(const CxxEvent& event) {
  return event.kind == CxxEventKind::kStore && event.arguments.size() == 1 &&
         event.arguments[0].kind == CxxValueKind::kInteger && !event.target.object.path.empty() &&
         event.target.object.path.back() == "[]";
}

}  // namespace

bool TextPieces::FollowWrite(EventId at, const CxxObject& object, const Frame& frame,
                             Pieces& into) {
  const CxxEvent& event = program_.EventAt(at);
  const auto hits = [&](const CxxValue& value) {
    const CxxObject* const root = RootOf(value, at.function);
    return root != nullptr && Overlap(*root, object);
  };
  if (event.kind == CxxEventKind::kStore || event.kind == CxxEventKind::kConstruct) {
    if (event.target.kind != CxxValueKind::kObject || !Overlap(event.target.object, object))
      return false;
    if (EndsText(event)) return false;
    const std::size_t known = event.target.object.path.size();
    const std::span<const std::string> path = object.path;
    std::span<const std::string> rest = path.subspan(std::min(known, path.size()));
    // A pair is made of what its parts are made of; a class of the program stores them itself.
    if (event.kind == CxxEventKind::kConstruct && event.arguments.size() > 1 && !rest.empty()) {
      if (program_.ClassNamed(event.callee) != nullptr) return false;
      rest = {};
    }
    bool written = false;
    for (const CxxValue& value : event.arguments)
      written = FollowWithin(value, rest, frame, into) || written;
    return written;
  }
  if (event.kind != CxxEventKind::kCall || !live_.IsLive(at)) return false;
  if (FollowSource(event.self, at, &object, frame, into)) {
    into.back().place = event.place;
    return true;
  }
  if (Means(meanings_.escapes, at, &object)) {
    Add(PieceKind::kEscaped, event.self, frame, into, NameOfCallee(event));
    return true;
  }
  // `strftime(text, ...)`, `inet_ntop(.., text, ..)`: what they write is harmless.
  const bool safe = SaysSafe(event.callee) && !OnlyJoins(event, at);
  if (safe && std::ranges::any_of(event.arguments, hits)) {
    Add(PieceKind::kEscaped, event.self, frame, into, NameOfCallee(event));
    return true;
  }
  const std::optional<TextWrite> write = TextWriteOf(event);
  if (!write && FollowOwnFormat(event, object, frame, into)) return true;
  if (!write) return FollowCallee(at, object, frame, into);
  const CxxValue& target =
      write->into == TextWrite::kSelf ? event.self : event.arguments[write->into];
  if (!hits(target)) return false;
  const std::span<const CxxValue> arguments = event.arguments;
  if (write->formats) {
    FollowFormat(&arguments[write->from], arguments.subspan(write->from + 1), write->style,
                 write->takes_list, frame, into);
    return true;
  }
  for (std::size_t i = write->from; i < (write->all ? arguments.size() : write->from + 1); ++i)
    FollowPart(arguments[i], frame, into);
  return true;
}

/// A formatter of the program's own, whatever it is called: it is given the object, and a statement
/// with places for the arguments behind it.
bool TextPieces::FollowOwnFormat(const CxxEvent& event, const CxxObject& object, const Frame& frame,
                                 Pieces& into) {
  if (!event.in_tree || event.self.kind != CxxValueKind::kUnknown) return false;
  const std::span<const CxxValue> arguments = event.arguments;
  if (arguments.size() < 3 || arguments[0].kind != CxxValueKind::kObject ||
      !Overlap(arguments[0].object, object))
    return false;
  for (std::size_t i = 1; i + 1 < arguments.size(); ++i) {
    const CxxValue& format = arguments[i];
    if (format.kind != CxxValueKind::kText || !LooksLikeSql(format.text)) continue;
    if (format.text.find('%') == std::string::npos) continue;
    FollowFormat(&format, arguments.subspan(i + 1), FormatStyle::kSqlite, false, frame, into);
    return true;
  }
  return false;
}

/// A function of the program that is given the object and writes into it.
bool TextPieces::FollowCallee(EventId at, const CxxObject& object, const Frame& frame,
                              Pieces& into) {
  if (frame.depth >= kMostDepth) return false;
  const CxxEvent& event = program_.EventAt(at);
  bool written = false;
  for (const CallSite& site : program_.function(at.function).calls) {
    if (site.event != at.event || site.reference) continue;
    for (const FunctionId target : site.targets) {
      for (std::uint32_t i = 0; i < event.arguments.size(); ++i) {
        const CxxValue& argument = event.arguments[i];
        if (argument.kind != CxxValueKind::kObject || !Overlap(argument.object, object)) continue;
        const std::size_t known = argument.object.path.size();
        if (known > object.path.size()) continue;
        const auto rest = object.path.begin() + static_cast<std::ptrdiff_t>(known);
        const CxxObject inside{CxxRoot::kParameter, i, {}, {rest, object.path.end()}};
        const Frame inner{target, &frame, &event, frame.depth + 1};
        const Key key{target, inside.root, i, "written", &event};
        if (!open_.insert(key).second) continue;
        const Writers& all = WritersOf(target);
        const auto writers = all.find({CxxRoot::kParameter, i});
        if (writers != all.end()) {
          for (const std::uint32_t number : writers->second) {
            if (IsReplaced({target, number}, inside, writers->second)) continue;
            if (IsEnough(into)) break;
            written = FollowWrite({target, number}, inside, inner, into) || written;
          }
        }
        open_.erase(key);
      }
    }
  }
  return written;
}

}  // namespace gonogo

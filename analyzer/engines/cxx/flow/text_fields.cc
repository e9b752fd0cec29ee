// The part of TextPieces that follows fields: of structs of a function's own, of those that it is
// given, and, by all that is stored in them anywhere, of any other.
#include <algorithm>
#include <array>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/cxx/flow/outcome_text.h"
#include "analyzer/engines/cxx/flow/text_pieces.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostCallers = 16;  // of one function; more say nothing of one field

bool IsHarmless(const TextPiece& piece) {
  return piece.kind <= PieceKind::kSetting && piece.kind != PieceKind::kValidated;
}

/// Whether a field is of a type that holds any text: what one of these holds says nothing of
/// another. "buffer::ptr" is.
bool IsOfAnyText(std::string_view qualified_field) {
  const std::size_t colons = qualified_field.rfind("::");
  if (colons == std::string_view::npos) return false;
  const std::string owner = LowerCase(LastNameOf(qualified_field.substr(0, colons)));
  constexpr std::array<std::string_view, 8> kWords = {"buf",  "string", "str_t", "text",
                                                      "blob", "chunk",  "bytes", "slice"};
  return std::ranges::any_of(
      kWords, [&](std::string_view word) { return owner.find(word) != std::string::npos; });
}

bool IsSource(const TextPiece& piece) { return piece.kind == PieceKind::kSource; }

}  // namespace

std::string_view TextPieces::FieldOf(const CxxObject& object) {
  for (auto at = object.path.rbegin(); at != object.path.rend(); ++at) {
    if (*at != "[]") return *at;
  }
  return "";
}

/// The same value with fields behind it.
const CxxValue& TextPieces::Within(const CxxValue& value, std::span<const std::string> path) {
  CxxValue& part = captured_.emplace_back(value);
  part.object.path.insert(part.object.path.end(), path.begin(), path.end());
  return part;
}

/// What is stored in a part of what a value is stored in; false where that is not seen.
bool TextPieces::FollowWithin(const CxxValue& value, std::span<const std::string> path,
                              const Frame& frame, Pieces& into) {
  if (path.empty()) {
    Follow(value, frame, into);
    return true;
  }
  if (value.kind == CxxValueKind::kObject) {
    Follow(Within(value, path), frame, into);
    return true;
  }
  if (path.front() == "[]") return FollowWithin(value, path.subspan(1), frame, into);
  const CxxFieldPosition* const field = program_.FieldAt(path.front());
  if (value.kind != CxxValueKind::kCombined || value.operation != "{}" || field == nullptr)
    return false;
  return field->index < value.parts.size() &&
         FollowWithin(value.parts[field->index], path.subspan(1), frame, into);
}

/// A field of a struct that the function keeps or is given; true only where what comes from outside
/// is seen to be stored in it, since more may be stored elsewhere, or where it builds a statement.
bool TextPieces::FollowOwnField(const CxxValue& value, const Frame& frame, Pieces& into) {
  const CxxRoot root = value.object.root;
  if (root == CxxRoot::kGlobal) return false;
  Pieces own;
  FollowWriters(value, frame, own);
  if (root == CxxRoot::kParameter) FollowPassedField(value, frame, own);
  // Who writes a statement writes the whole text.
  const bool whole = root == CxxRoot::kLocal || IsWrittenAnew(value.object, frame.function);
  const bool builds = whole && HoldsSql(own);
  if (!builds && std::ranges::none_of(own, IsSource)) return false;
  for (TextPiece& piece : own) {
    if (into.size() >= kMostPieces) break;
    into.push_back(std::move(piece));
  }
  limited_ = limited_ || into.size() >= kMostPieces;
  return true;
}

/// A field of a struct that callers pass: only what comes from outside is taken from them.
void TextPieces::FollowPassedField(const CxxValue& value, const Frame& frame, Pieces& into) {
  const std::uint32_t index = value.object.index;
  const std::size_t before = into.size();
  if (frame.caller != nullptr) {
    if (index < frame.call->arguments.size())
      FollowWithin(frame.call->arguments[index], value.object.path, *frame.caller, into);
  } else {
    const auto& callers = program_.function(frame.function).callers;
    if (callers.size() > kMostCallers || frame.depth >= kMostDepth) return;
    for (const EventId caller : callers) {
      const CxxEvent& event = program_.EventAt(caller);
      if (index >= event.arguments.size() || !live_.IsLive(caller)) continue;
      const Frame outer{caller.function, nullptr, nullptr, frame.depth + 1};
      FollowWithin(event.arguments[index], value.object.path, outer, into);
    }
  }
  const auto passed =
      std::ranges::subrange(into.begin() + static_cast<std::ptrdiff_t>(before), into.end());
  const auto rest =
      std::ranges::remove_if(passed, [](const TextPiece& piece) { return !IsSource(piece); });
  into.erase(rest.begin(), rest.end());
  for (TextPiece& piece : std::span(into).subspan(before)) {
    piece.place = value.place;
    piece.built_in = frame.function;
    piece.placed = value.place.line != 0;
  }
}

/// Whether all that is stored is the program's own or comes from outside, at once or from callers;
/// collects the latter.
bool TextPieces::OnlyFromOutside(const Pieces& stored, unsigned depth, Pieces& sources) {
  return std::ranges::all_of(stored, [&](const TextPiece& piece) {
    if (IsSource(piece)) sources.push_back(piece);
    if (IsSource(piece) || IsHarmless(piece) || piece.kind == PieceKind::kValidated) return true;
    const auto& callers = program_.function(piece.function).callers;
    const bool asks = piece.kind == PieceKind::kParameter && depth < kMostDepth &&
                      !callers.empty() && callers.size() <= kMostCallers;
    return asks && std::ranges::all_of(callers, [&](EventId caller) {
             const CxxEvent& event = program_.EventAt(caller);
             if (piece.parameter >= event.arguments.size() || !live_.IsLive(caller)) return true;
             Pieces passed;
             const Frame outer{caller.function, nullptr, nullptr, depth + 1};
             Follow(event.arguments[piece.parameter], outer, passed);
             return OnlyFromOutside(passed, depth + 1, sources);
           });
  });
}

/// True where something is seen that is stored.
bool TextPieces::FollowSources(const Sources& sources, const CxxValue& value, Pieces& into) {
  bool found = false;
  for (const Source& source : sources.stores) {
    if (source.value == nullptr || source.at.function >= program_.functions().size()) continue;
    if (source.at.event != kNoEvent && !live_.IsLive(source.at)) continue;
    Follow(*source.value, {source.at.function, nullptr, nullptr, 1}, into);
    found = true;
  }
  std::vector<std::uint32_t> writers;  // of the function at hand
  FunctionId function = 0;
  for (const EventId at : sources.passed) {
    if (!live_.IsLive(at)) continue;
    // Those of one function stand together.
    if (writers.empty() || function != at.function) {
      function = at.function;
      writers.clear();
      for (const EventId other : sources.passed) {
        if (other.function == function) writers.push_back(other.event);
      }
    }
    if (IsReplaced(at, value.object, writers)) continue;
    const std::size_t before = into.size();
    const Frame frame{at.function, nullptr, nullptr, 1};
    found = FollowWrite(at, value.object, frame, into) || found;
    TellTested(value, at.function, std::span(into).subspan(before));
  }
  return found;
}

void TextPieces::FollowField(const CxxValue& value, const Frame& frame, Pieces& into) {
  const std::string_view field = FieldOf(value.object);
  const std::string owner = QualifiedNameOfUsr(field);
  const std::string name = NameOfObject(program_, frame.function, value.object);
  if (SaysSetting(name) || SaysSetting(owner)) {
    Add(PieceKind::kSetting, value, frame, into, name);
    return;
  }
  // Fields are stored from everywhere: only where all of it is the program's own is it told, or
  // where all else comes from outside.
  Pieces stored;
  const bool found = FollowSources(sources_.OfField(field), value, stored);
  if (found && !stored.empty() && std::ranges::all_of(stored, IsHarmless)) {
    std::ranges::move(stored, std::back_inserter(into));
    return;
  }
  const bool own = program_.FieldAt(field) != nullptr && !IsOfAnyText(owner);
  // A member that holds one statement after the other.
  if (found && own && HoldsSql(stored)) {
    std::ranges::move(stored, std::back_inserter(into));
    limited_ = limited_ || into.size() >= kMostPieces;
    return;
  }
  Pieces outside;
  if (found && own && OnlyFromOutside(stored, frame.depth, outside) && !outside.empty()) {
    TextPiece& source = into.emplace_back(outside.front());
    source.place = value.place;
    source.built_in = frame.function;
    source.placed = value.place.line != 0;
    return;
  }
  AddLeaf(value, frame, into, PieceKind::kOther);
}

}  // namespace gonogo

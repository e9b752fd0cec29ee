#include "analyzer/engines/cxx/flow/text_pieces.h"

#include <algorithm>
#include <tuple>

#include "analyzer/engines/cxx/flow/outcome_text.h"
#include "analyzer/engines/cxx/flow/sql_place.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

// Of one text: a share of what is left for the rule when it is met, and what a plain one needs in
// any case. Few large ones do not take everything.
constexpr unsigned kMostSteps = 20'000;
constexpr unsigned kLeastSteps = 500;
constexpr unsigned kShareOfText = 20;
constexpr unsigned kMostStepsOfAll = 500'000;  // of one rule
constexpr unsigned kLongestChain = 200;        // of calls on each other's results
constexpr std::size_t kLongestPath =
    8;  // of fields; `one = one->next` makes longer and longer ones

/// Two fields of a union are one: "c:@U@both@FI@first" and "c:@U@both@FI@second".
bool IsSamePart(std::string_view one, std::string_view other) {
  if (one == other) return true;
  constexpr std::string_view kField = "@FI@";
  const std::size_t field = one.rfind(kField);
  if (field == std::string_view::npos) return false;
  const std::string_view owner = one.substr(0, field + kField.size());
  const std::size_t of_union = owner.rfind("@U@");
  const std::size_t of_struct = owner.rfind("@S@");
  if (of_union == std::string_view::npos) return false;
  const bool is_union = of_struct == std::string_view::npos || of_struct < of_union;
  return is_union && other.starts_with(owner);
}

}  // namespace

bool SameRoot(const CxxObject& one, const CxxObject& other) {
  return one.root == other.root && one.index == other.index && one.usr == other.usr;
}

bool HoldsSql(std::span<const TextPiece> pieces) {
  return std::ranges::any_of(pieces, [](const TextPiece& piece) {
    return piece.kind == PieceKind::kConstant && LooksLikeSql(piece.text);
  });
}

TextMeanings MeaningsOf(const TaintClause& clause) {
  TextMeanings meanings;
  for (const CallPattern& pattern : clause.sources) meanings.sources.push_back(&pattern);
  for (const CallPattern& pattern : clause.inputs) meanings.inputs.push_back(&pattern);
  for (const CallPattern& pattern : clause.escapes) meanings.escapes.push_back(&pattern);
  return meanings;
}

std::span<const std::string> TextPieces::WithoutElement(std::span<const std::string> path) {
  return !path.empty() && path.back() == "[]" ? path.first(path.size() - 1) : path;
}

bool TextPieces::Overlap(const CxxObject& one, const CxxObject& other) {
  if (!SameRoot(one, other)) return false;
  const std::size_t common = std::min(one.path.size(), other.path.size());
  return std::equal(one.path.begin(), one.path.begin() + static_cast<std::ptrdiff_t>(common),
                    other.path.begin(), IsSamePart);
}

TextPieces::TextPieces(const CxxProgram& program, const ValueSources& sources,
                       PatternMatcher& matcher, LiveCode& live, TextMeanings meanings)
    : program_(program),
      sources_(sources),
      matcher_(matcher),
      live_(live),
      meanings_(std::move(meanings)) {}

std::vector<TextPiece> TextPieces::Of(const CxxValue& value, FunctionId function) {
  StartText();
  Pieces pieces;
  Follow(value, {function, nullptr, nullptr, 0}, pieces);
  return pieces;
}

std::vector<TextPiece> TextPieces::OfArgument(EventId at, std::size_t argument) {
  LookBefore(at);
  through_.push_back(&program_.EventAt(at));
  std::vector<TextPiece> pieces = Of(program_.EventAt(at).arguments[argument], at.function);
  through_.pop_back();
  before_ = {};
  return pieces;
}

std::vector<TextPiece> TextPieces::OfFormat(const GivenFormat& given, FunctionId function) {
  StartText();
  Pieces pieces;
  const std::span<const CxxValue> arguments = given.event->arguments;
  if (given.format >= arguments.size()) return pieces;
  FollowFormat(&arguments[given.format], arguments.subspan(given.format + 1), given.style, false,
               {function, nullptr, nullptr, 0}, pieces);
  return pieces;
}

void TextPieces::StartText() {
  const unsigned left = kMostStepsOfAll - std::min(all_steps_, kMostStepsOfAll);
  allowed_steps_ = std::clamp(left / kShareOfText, kLeastSteps, kMostSteps);
  steps_ = 0;
  open_.clear();
}

/// What is found for one field goes on to the next, so that without an end here the pieces of one
/// value would be a multiple of those of the last.
bool TextPieces::IsEnough(const Pieces& pieces) {
  ++all_steps_;
  if (++steps_ <= allowed_steps_ && pieces.size() < kMostPieces) return false;
  limited_ = true;
  return true;
}

void TextPieces::Follow(const CxxValue& value, const Frame& frame, Pieces& into) {
  if (IsEnough(into)) return;
  switch (value.kind) {
    case CxxValueKind::kText:
      Add(PieceKind::kConstant, value, frame, into);
      into.back().text = value.text;
      return;
    case CxxValueKind::kInteger:
    case CxxValueKind::kReal:
    case CxxValueKind::kNull:
    case CxxValueKind::kDuration:
      return Add(PieceKind::kNumber, value, frame, into);
    case CxxValueKind::kFunction:
      return Add(PieceKind::kTyped, value, frame, into);
    case CxxValueKind::kObject:
      return FollowObject(value, frame, into);
    case CxxValueKind::kResult:
      return FollowResult(value, frame, into);
    case CxxValueKind::kCombined:
      // A pointer into a buffer: the distance is no text.
      if (TextTypeOf(value.type) == TextType::kNumber)
        return Add(PieceKind::kNumber, value, frame, into);
      for (std::size_t i = value.operation == "?:" ? 1 : 0; i < value.parts.size(); ++i) {
        const CxxValue& part = value.parts[i];
        if (part.kind != CxxValueKind::kInteger) FollowPart(part, frame, into);
      }
      return;
    case CxxValueKind::kUnknown:
      return AddLeaf(value, frame, into, PieceKind::kUnknown);
  }
}

void TextPieces::FollowPart(const CxxValue& value, const Frame& frame, Pieces& into) {
  const std::size_t before = into.size();
  Follow(value, frame, into);
  const std::span<TextPiece> pieces = std::span(into).subspan(before);
  // What it replaced in its own place stays where it is put.
  if (before > 0) std::ranges::for_each(pieces, [](TextPiece& piece) { piece.begins = false; });
  const bool may_copy =
      (value.kind == CxxValueKind::kObject || value.kind == CxxValueKind::kResult) &&
      value.place.line != 0;
  std::set<FunctionId> says;  // more than blanks
  for (const TextPiece& piece : pieces) {
    if (piece.kind == PieceKind::kConstant &&
        piece.text.find_first_not_of(" \t\n") != std::string::npos)
      says.insert(piece.built_in);
  }
  for (TextPiece& piece : pieces) {
    piece.placed = true;
    // A copy beside which nothing is said: it is told where it becomes a part of what says more.
    if (!may_copy || says.contains(piece.built_in)) continue;
    piece.place = value.place;
    piece.built_in = frame.function;
  }
}

void TextPieces::Add(PieceKind kind, const CxxValue& value, const Frame& frame, Pieces& into,
                     std::string name) {
  TextPiece piece;
  piece.kind = kind;
  piece.function = frame.function;
  piece.built_in = frame.function;
  piece.value = &value;
  piece.place = value.place;
  piece.name = std::move(name);
  into.push_back(std::move(piece));
}

void TextPieces::AddLeaf(const CxxValue& value, const Frame& frame, Pieces& into, PieceKind text,
                         std::string_view from) {
  std::string name(from);
  if (value.kind == CxxValueKind::kObject)
    name = NameOfObject(program_, frame.function, value.object);
  PieceKind kind = text;
  const TextType type = TextTypeOf(value.type);
  if (type == TextType::kNumber) {
    kind = PieceKind::kNumber;
  } else if (type == TextType::kOther) {
    kind = PieceKind::kTyped;
  } else if (SaysSafe(name)) {
    kind = PieceKind::kEscaped;
  } else if (SaysSetting(name)) {
    kind = PieceKind::kSetting;
  } else if (IsTested(value, frame.function)) {
    kind = PieceKind::kValidated;
  } else if (type == TextType::kUnknown && kind == PieceKind::kOther) {
    kind = PieceKind::kUnknown;
  }
  Add(kind, value, frame, into, std::move(name));
}

/// The buffer that a pointer only runs through: `char* end = text; end += sprintf(end, ...)`.
const CxxObject& TextPieces::BufferOf(const CxxValue& pointer, FunctionId function) const {
  const CxxObject& object = pointer.object;
  if (object.root != CxxRoot::kLocal || !object.path.empty() || pointer.type != "char")
    return object;
  const CxxObject* buffer = nullptr;
  bool runs = false;
  for (const Source& source : sources_.Of(function, CxxRoot::kLocal, object.index).stores) {
    const CxxValue* from = source.value;
    if (from != nullptr && from->kind == CxxValueKind::kCombined && !from->parts.empty())
      from = &from->parts[0];
    if (from == nullptr || from->kind != CxxValueKind::kObject || from->type != "char")
      return object;
    if (SameRoot(from->object, object)) {
      runs = true;
      continue;
    }
    if (buffer != nullptr && !SameRoot(*buffer, from->object)) return object;
    buffer = &from->object;
  }
  // One that stays where it is is a text of its own, with tests of its own.
  return runs && buffer != nullptr ? *buffer : object;
}

/// The variable that a chain of calls works on: of `(o << a) << b` it is o.
const CxxObject* TextPieces::RootOf(const CxxValue& value, FunctionId function) const {
  const CxxValue* at = &value;
  for (unsigned links = 0; links < kLongestChain; ++links) {
    if (at->kind == CxxValueKind::kObject) return &BufferOf(*at, function);
    if (at->kind == CxxValueKind::kCombined && !at->parts.empty()) {
      at = &at->parts[0];
      continue;
    }
    const auto& events = program_.function(function).events;
    if (at->kind != CxxValueKind::kResult || at->event >= events.size()) return nullptr;
    const CxxEvent& event = *events[at->event];
    if (event.kind != CxxEventKind::kCall) return nullptr;
    const std::string_view own = LastNameOf(event.callee);
    if (event.self.kind != CxxValueKind::kUnknown) {
      at = &event.self;
    } else if ((own == "operator<<" || own == "operator>>") && !event.arguments.empty()) {
      at = &event.arguments[0];
    } else if (own == "back_inserter" && !event.arguments.empty()) {
      at = &event.arguments[0];
    } else {
      return nullptr;
    }
  }
  return nullptr;
}

const TextPieces::Writers& TextPieces::WritersOf(FunctionId function) {
  const auto [known, fresh] = writers_.try_emplace(function);
  if (!fresh) return known->second;
  const auto note = [&](const CxxObject* object, std::uint32_t event) {
    if (object == nullptr) return;
    std::vector<std::uint32_t>& events = known->second[{object->root, object->index}];
    if (events.empty() || events.back() != event) events.push_back(event);
  };
  const auto& events = program_.function(function).events;
  for (std::uint32_t number = 0; number < events.size(); ++number) {
    const CxxEvent& event = *events[number];
    const bool stores =
        event.kind == CxxEventKind::kStore || event.kind == CxxEventKind::kConstruct;
    // What is stored in a pointer is no text in the buffer.
    if (stores && event.target.kind == CxxValueKind::kObject) note(&event.target.object, number);
    if (event.kind != CxxEventKind::kCall) continue;
    note(RootOf(event.self, function), number);
    for (const CxxValue& argument : event.arguments) note(RootOf(argument, function), number);
  }
  return known->second;
}

void TextPieces::FollowObject(const CxxValue& value, const Frame& frame, Pieces& into) {
  const TextType type = TextTypeOf(value.type);
  if (type == TextType::kNumber) return Add(PieceKind::kNumber, value, frame, into);
  const CxxObject& object = value.object;
  if (object.path.size() > kLongestPath) return AddLeaf(value, frame, into, PieceKind::kUnknown);
  if (const CxxObject& buffer = BufferOf(value, frame.function); !SameRoot(buffer, object)) {
    CxxValue& whole = captured_.emplace_back(value);
    whole.object = buffer;
    // Two that are each other's are no buffers.
    if (SameRoot(BufferOf(whole, frame.function), buffer)) return FollowObject(whole, frame, into);
  }
  std::string path;
  for (const std::string& field : object.path) path += field + "/";
  const Key key{frame.function, object.root, object.index, object.usr + path, frame.call};
  if (!open_.insert(key).second) return;
  if (!FieldOf(object).empty()) {
    if (!FollowOwnField(value, frame, into)) FollowField(value, frame, into);
  } else if (object.root == CxxRoot::kGlobal) {
    FollowGlobal(value, frame, into);
  } else if (object.root == CxxRoot::kThis) {
    AddLeaf(value, frame, into, PieceKind::kUnknown);
  } else {
    const bool written = FollowWriters(value, frame, into);
    if (object.root == CxxRoot::kParameter) {
      FollowParameter(value, frame, written, into);
    } else if (!written && !FollowCaptured(value, frame, into)) {
      AddLeaf(value, frame, into, PieceKind::kUnknown);
    }
  }
  open_.erase(key);
}

/// What the function itself writes into an object of its own.
bool TextPieces::FollowWriters(const CxxValue& value, const Frame& frame, Pieces& into) {
  const CxxObject& object = value.object;
  const std::size_t before = into.size();
  bool written = false;
  const Writers& all = WritersOf(frame.function);
  const auto writers = all.find({object.root, object.index});
  if (writers != all.end()) {
    for (const std::uint32_t event : writers->second) {
      const EventId at{frame.function, event};
      if (!MayBeBefore(frame.function, event) || IsReplaced(at, object, writers->second)) continue;
      if (IsEnough(into)) break;
      const std::size_t first = into.size();
      written = FollowWrite(at, object, frame, into) || written;
      if (first < into.size() && ReplacesWhole(at, object)) into[first].begins = true;
    }
  }
  PlaceSources(value, frame, std::span(into).subspan(before));
  return written;
}

void TextPieces::PlaceSources(const CxxValue& value, const Frame& frame,
                              std::span<TextPiece> pieces) const {
  TellTested(value, frame.function, pieces);
  for (TextPiece& piece : pieces) {
    // What a call gave, whether it is known or not.
    const bool given = piece.kind == PieceKind::kSource ||
                       (piece.kind >= PieceKind::kOther && piece.value != nullptr &&
                        piece.value->kind == CxxValueKind::kResult);
    if (!given || piece.function != frame.function) continue;
    if (piece.placed || value.place.line == 0) continue;
    piece.place = value.place;
    piece.placed = true;
  }
}

/// What a parameter has from the beginning: it stands before what is written into it.
void TextPieces::FollowParameter(const CxxValue& value, const Frame& frame, bool written,
                                 Pieces& into) {
  const std::uint32_t index = value.object.index;
  if (frame.caller != nullptr) {
    if (index >= frame.call->arguments.size()) return;
    const std::size_t before = into.size();
    through_.push_back(frame.call);
    Follow(frame.call->arguments[index], *frame.caller, into);
    through_.pop_back();
    for (TextPiece& piece : std::span(into).subspan(before)) {
      if (value.place.line == 0) continue;
      piece.place = value.place;
      piece.built_in = frame.function;
    }
    return;
  }
  if (written && program_.function(frame.function).callers.empty()) return;
  const std::string name = NameOfObject(program_, frame.function, value.object);
  if (SaysSafe(name)) return Add(PieceKind::kEscaped, value, frame, into, name);
  if (IsTested(value, frame.function)) return Add(PieceKind::kValidated, value, frame, into, name);
  Add(PieceKind::kParameter, value, frame, into, name);
  into.back().parameter = index;
}

/// A lambda's variable that stands for one around it.
bool TextPieces::FollowCaptured(const CxxValue& value, const Frame& frame, Pieces& into) {
  const CxxFunction& function = *program_.function(frame.function).function;
  if (function.parent.empty()) return false;
  for (const auto& [inside, outside] : function.captures) {
    if (!SameRoot(inside, value.object)) continue;
    for (const FunctionId parent : program_.Callees(frame.function, function.parent, false)) {
      CxxValue& copy = captured_.emplace_back(value);
      copy.object = outside;
      Follow(copy, {parent, nullptr, nullptr, frame.depth + 1}, into);
      return true;
    }
  }
  return false;
}

void TextPieces::FollowGlobal(const CxxValue& value, const Frame& frame, Pieces& into) {
  // One buffer for all statements holds the one that was just written.
  if (IsWrittenAnew(value.object, frame.function) && FollowWriters(value, frame, into)) return;
  const CxxGlobal* const global = program_.GlobalOf(value.object.usr);
  bool found = FollowSources(sources_.OfGlobal(value.object.usr), value, into);
  if (global != nullptr && global->initialiser.kind != CxxValueKind::kUnknown) {
    if (IsConstant(global->initialiser) || !found) Follow(global->initialiser, frame, into);
    found = true;
  }
  if (!found) AddLeaf(value, frame, into, PieceKind::kOther);
}

}  // namespace gonogo

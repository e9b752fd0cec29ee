#include "analyzer/engines/cxx/flow/text_constants.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "analyzer/base/ascii.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostOpen = 200;
constexpr unsigned kMostSteps = 4;
constexpr std::ptrdiff_t kFewLetters = 3;

std::string_view FieldOf(const CxxObject& object) {
  for (auto at = object.path.rbegin(); at != object.path.rend(); ++at) {
    if (*at != "[]") return *at;
  }
  return "";
}

/// Of a field the same for all that have it, of a local the function's own.
std::string KeyOf(const CxxObject& object, FunctionId function) {
  const std::string_view field = FieldOf(object);
  if (!field.empty()) return std::string(field);
  if (object.root == CxxRoot::kGlobal) return object.usr;
  return object.root == CxxRoot::kLocal ? fmt::format("{} {}", function, object.index) : "";
}

/// A quote or a separator says nothing about what stands between.
bool Says(const std::string& text) { return std::ranges::count_if(text, IsLetter) >= kFewLetters; }

}  // namespace

std::vector<std::string> TextConstants::Of(const CxxValue& value, FunctionId function) {
  open_.clear();
  seen_.clear();
  Add(value, function, 0);
  std::vector<std::string> texts;
  for (std::size_t at = 0; at < open_.size(); ++at) {
    const Open one = open_[at];
    for (TextPiece& piece : pieces_.Of(one.value, one.function)) {
      if (piece.kind != PieceKind::kConstant) {
        Follow(piece, one.depth + 1);
      } else if (Says(piece.text)) {
        texts.push_back(std::move(piece.text));
      }
    }
  }
  return texts;
}

/// To what callers pass, and to what is stored in a field.
void TextConstants::Follow(const TextPiece& piece, unsigned depth) {
  if (depth > kMostSteps) return;
  if (piece.kind == PieceKind::kParameter) {
    for (const EventId caller : program_.function(piece.function).callers) {
      const CxxEvent& event = program_.EventAt(caller);
      if (piece.parameter < event.arguments.size())
        Add(event.arguments[piece.parameter], caller.function, depth);
    }
    return;
  }
  if (piece.value == nullptr) return;
  const auto& events = program_.function(piece.function).events;
  if (piece.value->kind == CxxValueKind::kResult && piece.value->event < events.size()) {
    // A helper that is not seen joins what it is given, where that looks like a part of a text and
    // not like the name of a setting.
    const auto& given = events[piece.value->event]->arguments;
    const bool joins = std::ranges::any_of(given, [](const CxxValue& argument) {
      return argument.kind == CxxValueKind::kText && argument.text.find('=') != std::string::npos;
    });
    for (const CxxValue& argument : given) {
      if (joins) Add(argument, piece.function, depth);
    }
  }
  if (piece.value->kind != CxxValueKind::kObject) return;
  const std::string_view field = FieldOf(piece.value->object);
  if (field.empty()) return;
  for (const Source& source : sources_.OfField(field).stores) {
    if (source.value != nullptr && source.at.function < program_.functions().size())
      Add(*source.value, source.at.function, depth);
  }
}

void TextConstants::Add(const CxxValue& value, FunctionId function, unsigned depth) {
  if (open_.size() >= kMostOpen) return;
  std::string key =
      fmt::format("{} {} {} {} {}", function, static_cast<int>(value.kind), value.event,
                  static_cast<int>(value.object.root), value.object.index);
  key += value.object.usr + " " + value.text;
  for (const std::string& part : value.object.path) key += "/" + part;
  if (value.kind == CxxValueKind::kCombined) key += fmt::format(" {}", open_.size());
  if (!seen_.insert(std::move(key)).second) return;
  open_.push_back({value, function, depth});
  if (value.kind == CxxValueKind::kObject) AddPointers(value, function, depth + 1);
}

void TextConstants::AddPointers(const CxxValue& value, FunctionId function, unsigned depth) {
  if (depth > kMostSteps) return;
  FindPointers();
  const auto found = pointers_.find(KeyOf(value.object, function));
  if (found == pointers_.end()) return;
  for (const auto& [in, pointer] : found->second) Add(*pointer, in, depth);
}

void TextConstants::FindPointers() {
  if (std::exchange(looked_for_pointers_, true)) return;
  for (FunctionId id = 0; id < program_.functions().size(); ++id) {
    for (const CxxEvent* event : program_.function(id).events) {
      if (event->kind != CxxEventKind::kStore || event->arguments.empty()) continue;
      const CxxValue& from = event->arguments[0];
      const CxxObject& to = event->target.object;
      const bool points = event->target.kind == CxxValueKind::kObject && to.path.empty() &&
                          to.root == CxxRoot::kLocal && from.kind == CxxValueKind::kObject;
      if (!points || TextTypeOf(event->target.type) == TextType::kNumber) continue;
      std::string key = KeyOf(from.object, id);
      if (!key.empty()) pointers_[std::move(key)].emplace_back(id, &event->target);
    }
  }
}

}  // namespace gonogo

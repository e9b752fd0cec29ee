#include <algorithm>

#include "analyzer/engines/cxx/flow/joined_text.h"
#include "analyzer/engines/cxx/flow/values.h"

namespace gonogo {

std::string Resolver::PieceOf(const CxxValue& value, const Scope& scope) {
  Scope deeper = scope;
  ++deeper.depth;
  const CxxValue* constant = SingleOfPart(value, deeper);
  const bool text = constant != nullptr && constant->kind == CxxValueKind::kText;
  return text ? constant->text : std::string(kUnknownPiece);
}

/// A text with some known piece; one of unknown pieces alone says nothing.
void Resolver::FollowJoined(const std::string& text, const CxxPlace& place, Resolved& into) {
  std::string known = text;
  for (std::size_t at; (at = known.find(kUnknownPiece)) != std::string::npos;) {
    known.erase(at, kUnknownPiece.size());
  }
  if (known.empty()) {
    into.open = true;
    return;
  }
  CxxValue& made = computed_.emplace_back();
  made.kind = CxxValueKind::kText;
  made.text = text;
  made.operation = "+";
  made.place = place;
  into.constants.push_back({.value = Share(made), .from = {}});
}

/// A call that writes a text by a format which is known.
bool Resolver::FollowFormat(EventId at, const Scope& scope, Resolved& into) {
  const CxxEvent& event = program_.EventAt(at);
  const std::optional<FormatCall> call = FormatCallOf(event.callee);
  if (!call || call->format >= event.arguments.size()) return false;
  Scope deeper = scope;
  ++deeper.depth;
  const CxxValue* format = SingleOfPart(event.arguments[call->format], deeper);
  if (format == nullptr || format->kind != CxxValueKind::kText) return false;
  std::vector<std::string> pieces;
  for (std::size_t i = call->format + 1; i < event.arguments.size(); ++i) {
    pieces.push_back(PieceOf(event.arguments[i], deeper));
  }
  FollowJoined(Formatted(format->text, pieces, call->braces), event.place, into);
  return true;
}

/// A variable that is written by a format, or to whose text pieces are appended. Says whether
/// there is nothing else to follow: what is appended on some path counts as appended on all.
bool Resolver::FollowWritten(const Sources& sources, const Scope& scope, Resolved& into) {
  std::string appended;
  std::vector<EventId> formats;
  for (const EventId at : sources.passed) {
    if (at.function != scope.function) continue;
    const CxxEvent& event = program_.EventAt(at);
    const std::optional<FormatCall> call = FormatCallOf(event.callee);
    if (call && !call->result) formats.push_back(at);
    if (Appends(event.callee) && !event.arguments.empty()) {
      appended += PieceOf(event.arguments[0], scope);
    }
  }
  if (formats.empty() && appended.empty()) return false;
  if (!formats.empty()) into.open = true;
  for (const EventId at : formats) FollowFormat(at, scope, into);
  if (appended.empty()) return false;
  for (const Source& source : sources.stores) {
    if (source.value == nullptr || source.at.function != scope.function) continue;
    FollowJoined(PieceOf(*source.value, scope) + appended, source.value->place, into);
  }
  return true;
}

}  // namespace gonogo

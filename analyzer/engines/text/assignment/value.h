// Value: the literal at a cursor, quoted or plain, as an assignment of a form. A reader that finds
// none leaves the cursor where it was.
#pragma once

#include <optional>
#include <string_view>

#include "analyzer/engines/text/assignment/assignment.h"
#include "analyzer/engines/text/assignment/cursor.h"

namespace gonogo {

/// A quoted literal, also inside a conversion (`String::from("v")`) or an outer literal (`\"v\"`);
/// the cursor stands behind it. Nothing where it interpolates.
std::optional<Assignment> ReadQuoted(Cursor& cursor, AssignmentForm form);

struct PlainEnds {
  std::string_view stops;      // bytes that end the value
  bool blanks_inside = false;  // blanks do not end it
};

/// An unquoted value up to the line's end, a comment or what `ends` says.
std::optional<Assignment> ReadPlain(Cursor& cursor, AssignmentForm form, PlainEnds ends);

/// ReadPlain, only where the value is all that stands up to the line's end.
std::optional<Assignment> ReadRestOfLine(Cursor& cursor, AssignmentForm form);

}  // namespace gonogo

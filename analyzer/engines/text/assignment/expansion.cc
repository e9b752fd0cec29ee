#include "analyzer/engines/text/assignment/cursor.h"
#include "analyzer/engines/text/assignment/forms.h"
#include "analyzer/engines/text/assignment/value.h"

namespace gonogo {

std::optional<Assignment> ReadExpansion(const NamePlace& place) {
  if (place.Before() != '{' || (place.Before(2) != '$' && place.Before(2) != '{'))
    return std::nullopt;
  Cursor cursor(place.text(), place.end());
  if (!cursor.SkipAny({":-", ":=", ":", "-"})) return std::nullopt;
  return ReadPlain(cursor, AssignmentForm::kDefault, {"}\"'", true});
}

/// A literal that begins with the name and holds nothing but the assignment, as in lists of
/// variables of an environment: ["DB_PASSWORD=v"].
std::optional<Assignment> ReadInsideLiteral(const NamePlace& place) {
  const bool option = place.Before() == 'D' && place.Before(2) == '-';
  const char quote = place.Before(option ? 3 : 1);
  Cursor cursor(place.text(), place.end());
  if (!IsQuote(quote) || !cursor.Skip("=") || IsQuote(cursor.Peek())) return std::nullopt;
  std::optional<Assignment> found =
      ReadPlain(cursor, AssignmentForm::kAssignment, {"\"'`&;", false});
  return found && cursor.Peek() == quote ? found : std::nullopt;
}

}  // namespace gonogo

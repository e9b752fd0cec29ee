// The part of TextPieces that knows tests: whether a function asks a text of which letters it is,
// or compares it with texts of its own.
#include <algorithm>

#include "analyzer/engines/cxx/flow/text_pieces.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {

/// Whether the function asks a test about the object, or compares it with a text of its own. Who
/// tests a text tests its letters.
bool TextPieces::IsTested(const CxxValue& value, FunctionId function) const {
  if (value.kind != CxxValueKind::kObject) return false;
  const std::span<const std::string> whole = WithoutElement(value.object.path);
  const auto is = [&](const CxxValue& other) {
    return other.kind == CxxValueKind::kObject && SameRoot(other.object, value.object) &&
           std::ranges::equal(WithoutElement(other.object.path), whole);
  };
  const auto says = [](const CxxValue& other) {
    return other.kind == CxxValueKind::kText && !other.text.empty();
  };
  for (const CxxEvent* event : program_.function(function).events) {
    if (event->kind != CxxEventKind::kCall) continue;
    const bool given = std::ranges::any_of(event->arguments, is);
    if (!given && !is(event->self)) continue;
    // `check_user(name)` that asks the database with it tests the user, and not the name.
    if (given && std::ranges::count(through_, event) > 0) continue;
    if (SaysTest(event->callee)) return true;
    const bool asks_other = given && event->self.kind != CxxValueKind::kUnknown;
    if (asks_other && SaysLookUp(event->callee)) return true;
    const std::string_view own = LastNameOf(event->callee);
    const bool compares = own == "operator==" || own == "operator!=" || own == "strcmp" ||
                          own == "compare" || own == "strcasecmp";
    if (compares && std::ranges::any_of(event->arguments, says)) return true;
  }
  return false;
}

/// Of what comes from outside where the function tests what it is read into.
void TextPieces::TellTested(const CxxValue& value, FunctionId function,
                            std::span<TextPiece> pieces) const {
  for (TextPiece& piece : pieces) {
    const bool here = piece.kind == PieceKind::kSource && piece.function == function;
    if (here && IsTested(value, function)) piece.kind = PieceKind::kValidated;
  }
}

}  // namespace gonogo

// How a file gets its kind: from its name, then from its text where the name leaves a question.
#pragma once

#include <string_view>

#include "analyzer/classify/file_kind_table.h"

namespace gonogo {

/// What the name of a file says.
struct NameReading {
  KindGuess guess;
  FileRole role = FileRole::kProduct;  // where an exact name settles it
};

/// `name` has no directory; `lower` is the same in lower case.
NameReading ReadName(std::string_view name, std::string_view lower);

/// The answer to the question, or the guessed kind where the text has none. Looks at a bounded
/// part.
FileKind AnswerFromText(KindGuess guess, std::string_view text);

/// By a "#!" line or an editor's modeline in the first or last lines; kUnknown where there is none.
FileKind KindByFirstLines(std::string_view text);

}  // namespace gonogo

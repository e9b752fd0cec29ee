// Syntax: which family of notations a file's kind belongs to, as far as assignments are concerned.
#pragma once

#include <cstdint>

#include "analyzer/model/file_kind.h"

namespace gonogo {

enum class Syntax : std::uint8_t {
  kCode,      // values are quoted literals; anything else is an expression
  kYaml,      // key: value, plain scalars
  kKeyValue,  // key = value or key: value, unquoted up to the end of the line
  kShell,     // NAME=value without blanks, unquoted up to a blank
  kMarkup,    // elements and attributes
  kText,      // prose or unknown: the unambiguous shapes of all of them
};

Syntax SyntaxOf(FileKind kind);

}  // namespace gonogo

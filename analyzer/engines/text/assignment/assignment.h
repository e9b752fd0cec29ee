// Assignment: the literal that a name is given, read from the text around the name in the syntax of
// the file's kind. It knows the shapes in which the languages and formats in use write "this name
// has this value": assignments, map entries, named arguments, setters, defaults behind a look-up,
// command-line options, XML elements and attributes, name/value pairs. It reads forward from the
// name a bounded number of bytes and judges nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "analyzer/model/file_kind.h"
#include "analyzer/model/finding.h"

namespace gonogo {

enum class AssignmentForm : std::uint8_t {
  kAssignment,  // name = "v", name: v, "name" => "v"
  kComparison,  // name == "v"
  kArgument,    // ("name", "v")
  kSetter,      // setName("v"), .name("v")
  kDefault,     // env.NAME || "v", ${NAME:-v}
  kOption,      // --name v
  kElement,     // <name>v</name>, name="v" in markup
  kPair,        // name: NAME / value: v
};

struct Assignment {
  AssignmentForm form = AssignmentForm::kAssignment;
  std::string_view name;  // the whole identifier, with dots and dashes where the syntax has them
  ByteRange value;        // without quotes
  std::string text;       // the value, adjacent literals joined, simple escapes undone
  bool quoted = false;
  bool joined = false;  // more than one literal
};

/// The identifier that holds the bytes at `at` (a keyword hit).
ByteRange IdentifierAt(std::string_view text, ByteRange at, FileKind kind);

/// The literal given to the identifier; nothing where what follows is no literal.
std::optional<Assignment> ReadAssignment(std::string_view text, ByteRange identifier,
                                         FileKind kind);

}  // namespace gonogo

// Forms: one reader for each way in which the languages and formats in use write "this name has
// this value". Each begins at the place of the name, reads a bounded number of bytes, and gives
// nothing where the text is not of its form. ReadAssignment (assignment.cc) asks them in turn.
//
// To add a form: a reader here, in a file of its concept, and its row in ReadAssignment.
#pragma once

#include <optional>

#include "analyzer/engines/text/assignment/assignment.h"
#include "analyzer/engines/text/assignment/name_place.h"

namespace gonogo {

/// ${NAME:-v}, ${name:v}
std::optional<Assignment> ReadExpansion(const NamePlace& place);

/// --name v, --name=v, "--name", "v", -Name 'v' (PowerShell), /name:v (Windows)
std::optional<Assignment> ReadOption(const NamePlace& place);

/// <name>v</name>, name="v", name="NAME" value="v", <key>NAME</key><string>v</string>
std::optional<Assignment> ReadElement(const NamePlace& place);

/// name: NAME, value: v, in either order
std::optional<Assignment> ReadPair(const NamePlace& place);

/// look-up of NAME, and behind it || "v", ?: "v", .orElse("v"), | default('v')
std::optional<Assignment> ReadFallback(const NamePlace& place);

/// NAME beside or around default="v"
std::optional<Assignment> ReadDefault(const NamePlace& place);

/// "v" == name, "v".equals(name), setObject:@"v" forKey:@"name"
std::optional<Assignment> ReadValueBefore(const NamePlace& place);

/// #define NAME "v", ENV NAME v, set(NAME "v"), SetEnv NAME v, password 'v'
std::optional<Assignment> ReadDirective(const NamePlace& place);

/// "NAME=v" as one literal
std::optional<Assignment> ReadInsideLiteral(const NamePlace& place);

/// name = "v", name: v, name == "v", ("name", "v"), setName("v")
std::optional<Assignment> ReadStatement(const NamePlace& place);

}  // namespace gonogo

// ValueSense: what `is:` asks about a value where a regex would answer badly.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/model/config_clause.h"

namespace gonogo {

/// An image reference in its parts. `registry:5000/name` has a port and no tag.
struct ImageReference {
  std::string_view name;    // with the registry
  std::string_view tag;     // empty where there is none
  std::string_view digest;  // "sha256:...", empty where there is none
};
ImageReference ReadImage(std::string_view text);

/// True where a variable, a template or an expression decides about the text.
bool HoldsReference(std::string_view text);

/// Whether a variable in it has a default: `${API_IMAGE:-shop/api:latest}`.
bool HoldsDefault(std::string_view text);
/// What it is where nobody says otherwise. Variables without a default stay.
std::string WithDefaults(std::string_view text);

/// Stands for a variable or an action in what WrittenParts returns.
inline constexpr char kReferenceMark = '\x01';
/// `${var.name}-backups` with a mark for the variable; empty where an action or an expression
/// decides which of the texts there are.
std::string WrittenParts(std::string_view text);

bool HasSense(std::string_view text, ConfigSense sense);

}  // namespace gonogo

// ConfigFile: one file of a tree as a configuration: which parser reads it, and what is in it. Both
// are decided by kind, content and name, in that order of weight; the folder decides nothing.
//
//   std::optional<ConfigFile> file = ReadConfigFile(input.file, input.text, wanted);
//   for (const ConfigPart& part : file->parts) ...
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "analyzer/engines/config/inheritance.h"
#include "analyzer/model/source_file.h"
#include "analyzer/parse/config_shape.h"
#include "analyzer/parse/config_tree.h"

namespace gonogo {

/// How a format treats keys and values, beyond its syntax.
struct FormatTraits {
  bool repeats = false;          // the same key may stand in a map many times, and each counts
  bool null_words = false;       // `null`, `~` and an absent value mean that nothing is there
  bool dotted = false;           // `a.b: c` and `a: {b: c}` are the same
  bool opaque_is_there = false;  // an expression has some value, if not a known one
};

/// How a compose file is read in production.
enum class ComposePart : std::uint8_t {
  kAlone,
  kBase,     // with a file of production laid over it
  kOverlay,  // laid over another one, which is asked for what is missing in both
};

struct ConfigFile {
  ConfigTree tree;
  std::vector<ConfigPart> parts;
  FormatTraits traits;
  std::vector<Inheritance> inheritances = {};
  ComposePart compose_part = ComposePart::kAlone;
};

using ShapeFilter = std::function<bool(ConfigShape shape)>;

/// Nothing where the file is no configuration that rules could be about. What only its content
/// tells is parsed in any case.
std::optional<ConfigFile> ReadConfigFile(const SourceFile& file, std::string_view text,
                                         const ShapeFilter& wanted);

}  // namespace gonogo

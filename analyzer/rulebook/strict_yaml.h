// StrictYaml: the YAML that users write for gonogo, as a tree of our own in which every key and
// value knows its place. Stricter than YAML: one document, no anchors, aliases or tags, no
// duplicate keys, only scalars as keys, at most 1 MiB and 64 levels. It is not for YAML of scanned
// trees, which may be anything.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/rulebook/mistake.h"

namespace gonogo {

enum class YamlType : std::uint8_t { kNull, kScalar, kSequence, kMap };

struct YamlEntry;

struct YamlNode {
  YamlType type = YamlType::kNull;
  bool plain = false;  // a scalar without quotes: may be a number or true
  Place place;         // of an empty value: its key
  std::string text;    // of a scalar
  std::vector<YamlNode> items;
  std::vector<YamlEntry> entries;  // in the order of the file

  /// The value of a key, null where it is not there or this is no map.
  const YamlNode* Find(std::string_view key) const;
};

struct YamlEntry {
  std::string key;
  Place place;
  YamlNode value;
};

/// The tree of a text. With mistakes it holds what could be read, which is for finding more of them
/// only.
YamlNode ParseStrictYaml(std::string_view text, MistakeList& mistakes);

}  // namespace gonogo

// Shape: what a YAML value must look like, as data. One table of shapes describes a file format;
// the reader checks trees against it, and the JSON schema for editors is generated from it, so that
// the two cannot differ.
//
//   CheckShape(tree, kRuleShape, mistakes);      // all mistakes of form at once
//   std::string_view id = TextOf(tree.Find("id"));   // empty where missing or of another type
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/rulebook/strict_yaml.h"

namespace gonogo {

enum class ShapeType : std::uint8_t {
  kText,       // any scalar, not empty
  kWord,       // a scalar out of words()
  kInteger,    // from least to most
  kNumber,     // from least to most
  kFlag,       // true or false
  kList,       // of item, not empty
  kOneOrMore,  // an item, or a list of them
  kMap,        // of keys; others, where set, is the shape of the values of all other keys
  kTextOrMap,  // a text, or a map as in kMap
};

struct Shape;

struct ShapeKey {
  std::string_view name;
  const Shape* shape;
  bool required;
  std::string_view about;  // one sentence for editors
};

struct Shape {
  ShapeType type;
  std::string_view what = {};  // of a word: "severity", "kind"
  std::vector<std::string_view> (*words)() = nullptr;
  double least = 0;
  double most = 0;
  const Shape* item = nullptr;
  std::span<const ShapeKey> keys = {};
  const Shape* others = nullptr;
  /// A shape that holds itself has a name: the schema describes it once.
  std::string_view definition = {};
};

/// Adds a mistake for every key and value that is not as the shape says.
void CheckShape(const YamlNode& node, const Shape& shape, MistakeList& mistakes);

/// The JSON schema (draft-07) of a file whose root has the shape.
std::string JsonSchema(const Shape& shape, std::string_view title);

/// A scalar's text without blanks and line ends around it; empty for anything else. The node may be
/// null.
std::string_view TextOf(const YamlNode* node);
/// A scalar's text with its blanks; empty for anything else. The node may be null.
std::string_view VerbatimOf(const YamlNode* node);
/// The place of a byte of TextOf(&node). Of a text over several lines only the first is known.
Place PlaceIn(const YamlNode& node, std::size_t offset);
std::optional<double> NumberOf(const YamlNode* node);
std::optional<bool> FlagOf(const YamlNode* node);
/// The items of a list, or the single value itself; nothing for an empty value. The node may be
/// null.
std::vector<const YamlNode*> ItemsOf(const YamlNode* node);

}  // namespace gonogo

#include "analyzer/rulebook/yaml_shape.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "analyzer/base/edit_distance.h"

namespace gonogo {
namespace {

/// Lists of up to this many words are told whole where none is alike.
constexpr std::size_t kMostWordsTold = 9;

std::string_view TypeName(YamlType type) {
  switch (type) {
    case YamlType::kNull:
      return "nothing";
    case YamlType::kScalar:
      return "a text";
    case YamlType::kSequence:
      return "a list";
    case YamlType::kMap:
      return "a map";
  }
  return "";
}

std::string Expected(const Shape& shape) {
  switch (shape.type) {
    case ShapeType::kText:
      return "a text";
    case ShapeType::kWord:
      return fmt::format("a {}", shape.what);
    case ShapeType::kInteger:
      return fmt::format("a whole number from {} to {}", shape.least, shape.most);
    case ShapeType::kNumber:
      return fmt::format("a number from {} to {}", shape.least, shape.most);
    case ShapeType::kFlag:
      return "true or false";
    case ShapeType::kList:
      return "a list";
    case ShapeType::kOneOrMore:
      return fmt::format("{} or a list", Expected(*shape.item));
    case ShapeType::kMap:
      return "a map";
    case ShapeType::kTextOrMap:
      return "a text or a map";
  }
  return "";
}

std::string OneOf(std::span<const std::string_view> words) {
  if (words.size() > kMostWordsTold) return "";
  return fmt::format("; it is one of {}", fmt::join(words, ", "));
}

/// Checks a tree against a shape; `name` is the key that the value belongs to.
class ShapeChecker {
 public:
  explicit ShapeChecker(MistakeList& mistakes) : mistakes_(mistakes) {}

  void Check(const YamlNode& node, const Shape& shape, std::string_view name) {
    if (mistakes_.full()) return;
    switch (shape.type) {
      case ShapeType::kText:
        return CheckText(node, shape, name);
      case ShapeType::kWord:
        return CheckWord(node, shape, name);
      case ShapeType::kInteger:
      case ShapeType::kNumber:
        return CheckNumber(node, shape, name);
      case ShapeType::kFlag:
        if (!FlagOf(&node)) Refuse(node, shape, name);
        return;
      case ShapeType::kList:
        return CheckList(node, shape, name);
      case ShapeType::kOneOrMore:
        if (node.type == YamlType::kSequence) return CheckList(node, shape, name);
        return Check(node, *shape.item, name);
      case ShapeType::kMap:
        return CheckMap(node, shape, name);
      case ShapeType::kTextOrMap:
        if (node.type == YamlType::kMap) return CheckMap(node, shape, name);
        return CheckText(node, shape, name);
    }
  }

 private:
  void Refuse(const YamlNode& node, const Shape& shape, std::string_view name) {
    const bool scalar = node.type == YamlType::kScalar;
    const std::string found =
        scalar ? fmt::format("\"{}\"", node.text) : std::string(TypeName(node.type));
    const std::string subject = name.empty() ? "the file" : fmt::format("\"{}\"", name);
    mistakes_.Add(node.place,
                  fmt::format("{} must be {}, not {}", subject, Expected(shape), found));
  }

  void CheckText(const YamlNode& node, const Shape& shape, std::string_view name) {
    if (node.type != YamlType::kScalar) return Refuse(node, shape, name);
    if (TextOf(&node).empty()) mistakes_.Add(node.place, fmt::format("\"{}\" is empty", name));
  }

  void CheckWord(const YamlNode& node, const Shape& shape, std::string_view name) {
    if (node.type != YamlType::kScalar) return Refuse(node, shape, name);
    const auto words = shape.words();
    const std::string_view word = TextOf(&node);
    if (std::find(words.begin(), words.end(), word) != words.end()) return;
    const std::string similar = DidYouMean(word, words);
    mistakes_.Add(node.place, fmt::format("unknown {} \"{}\"{}", shape.what, word,
                                          similar.empty() ? OneOf(words) : similar));
  }

  void CheckNumber(const YamlNode& node, const Shape& shape, std::string_view name) {
    const std::optional<double> number = NumberOf(&node);
    const bool whole = number && *number == static_cast<double>(static_cast<std::int64_t>(*number));
    const bool fits = number && *number >= shape.least && *number <= shape.most;
    if (!fits || (shape.type == ShapeType::kInteger && !whole)) Refuse(node, shape, name);
  }

  void CheckList(const YamlNode& node, const Shape& shape, std::string_view name) {
    if (node.type != YamlType::kSequence) return Refuse(node, shape, name);
    if (node.items.empty()) mistakes_.Add(node.place, fmt::format("\"{}\" is an empty list", name));
    for (const YamlNode& item : node.items) Check(item, *shape.item, name);
  }

  void CheckMap(const YamlNode& node, const Shape& shape, std::string_view name) {
    if (node.type != YamlType::kMap) return Refuse(node, shape, name);
    for (const YamlEntry& entry : node.entries) CheckEntry(entry, shape);
    std::vector<std::string> missing;
    for (const ShapeKey& key : shape.keys) {
      if (key.required && !node.Find(key.name)) missing.push_back(fmt::format("\"{}\"", key.name));
    }
    if (missing.empty()) return;
    mistakes_.Add(node.place, fmt::format("missing {} {}", missing.size() == 1 ? "key" : "keys",
                                          fmt::join(missing, ", ")));
  }

  void CheckEntry(const YamlEntry& entry, const Shape& shape) {
    if (mistakes_.full()) return;
    std::vector<std::string_view> names;
    for (const ShapeKey& key : shape.keys) {
      if (key.name == entry.key) return Check(entry.value, *key.shape, key.name);
      names.push_back(key.name);
    }
    if (shape.others) return Check(entry.value, *shape.others, entry.key);
    const std::string similar = DidYouMean(entry.key, names);
    mistakes_.Add(entry.place, fmt::format("unknown key \"{}\"{}", entry.key,
                                           similar.empty() ? OneOf(names) : similar));
  }

  MistakeList& mistakes_;
};

}  // namespace

void CheckShape(const YamlNode& node, const Shape& shape, MistakeList& mistakes) {
  ShapeChecker(mistakes).Check(node, shape, "");
}

std::string_view VerbatimOf(const YamlNode* node) {
  return node && node->type == YamlType::kScalar ? std::string_view(node->text)
                                                 : std::string_view();
}

std::string_view TextOf(const YamlNode* node) {
  const std::string_view text = VerbatimOf(node);
  const std::size_t begin = text.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1);
}

Place PlaceIn(const YamlNode& node, std::size_t offset) {
  if (node.text.contains('\n')) return node.place;
  const auto blanks = static_cast<std::size_t>(TextOf(&node).data() - node.text.data());
  const std::size_t quote = node.plain ? 0 : 1;
  return {node.place.line, node.place.column + static_cast<std::uint32_t>(quote + blanks + offset)};
}

std::optional<double> NumberOf(const YamlNode* node) {
  if (!node || node->type != YamlType::kScalar || !node->plain) return std::nullopt;
  // from_chars takes "inf" and "nan", which no key here wants.
  const std::string_view text = node->text;
  if (text.find_first_not_of("0123456789.-") != std::string_view::npos) return std::nullopt;
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || std::abs(number) > 1e15)
    return std::nullopt;
  return number;
}

std::optional<bool> FlagOf(const YamlNode* node) {
  if (!node || node->type != YamlType::kScalar || !node->plain) return std::nullopt;
  if (node->text == "true") return true;
  if (node->text == "false") return false;
  return std::nullopt;
}

std::vector<const YamlNode*> ItemsOf(const YamlNode* node) {
  std::vector<const YamlNode*> items;
  if (!node || node->type == YamlType::kNull) return items;
  if (node->type != YamlType::kSequence) return {node};
  for (const YamlNode& item : node->items) items.push_back(&item);
  return items;
}

}  // namespace gonogo

// JSON schemas (draft-07) from shapes, written by hand: a schema is a nesting of a dozen forms, and
// the order of its keys is ours, so that the file reads well and never changes without a cause.
#include <fmt/format.h>

#include <map>

#include "analyzer/rulebook/yaml_shape.h"

namespace gonogo {
namespace {

std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (static_cast<unsigned char>(c) < 0x20) {
      quoted += fmt::format("\\u{:04x}", c);
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

std::string QuotedWords(std::span<const std::string_view> words) {
  std::string list;
  for (const std::string_view word : words) {
    if (!list.empty()) list += ", ";
    list += Quoted(word);
  }
  return list;
}

/// Writes the members of one schema object, without its braces, at a depth of indentation.
class SchemaWriter {
 public:
  std::string Members(const Shape& shape, int depth) {
    if (shape.definition.empty()) return Body(shape, depth);
    const auto [known, fresh] = definitions_.emplace(shape.definition, "");
    // The entry stands there before its text: the shape may hold itself.
    if (fresh) definitions_[shape.definition] = Body(shape, 2);
    return fmt::format(R"("$ref": "#/definitions/{}")", shape.definition);
  }

  /// The member "definitions" with a comma and line end behind it; empty where there are none.
  std::string Definitions() const {
    if (definitions_.empty()) return "";
    std::string all;
    for (const auto& [name, text] : definitions_)
      all += fmt::format("{}\n    {}: {{{}}}", all.empty() ? "" : ",", Quoted(name), text);
    return fmt::format("\"definitions\": {{{}\n  }},\n  ", all);
  }

 private:
  std::string Body(const Shape& shape, int depth) {
    switch (shape.type) {
      case ShapeType::kText:
        return R"("type": ["string", "number", "boolean"])";
      case ShapeType::kWord:
        return fmt::format(R"("enum": [{}])", QuotedWords(shape.words()));
      case ShapeType::kInteger:
        return Range("integer", shape);
      case ShapeType::kNumber:
        return Range("number", shape);
      case ShapeType::kFlag:
        return R"("type": "boolean")";
      case ShapeType::kList:
        return List(shape, depth);
      case ShapeType::kOneOrMore:
        return Either(Members(*shape.item, depth), List(shape, depth));
      case ShapeType::kMap:
        return Map(shape, depth);
      case ShapeType::kTextOrMap:
        return Either(R"("type": "string")", Map(shape, depth));
    }
    return "";
  }

  static std::string Range(std::string_view type, const Shape& shape) {
    return fmt::format(R"("type": "{}", "minimum": {}, "maximum": {})", type, shape.least,
                       shape.most);
  }

  static std::string Either(const std::string& one, const std::string& other) {
    return fmt::format(R"("anyOf": [{{{}}}, {{{}}}])", one, other);
  }

  std::string List(const Shape& shape, int depth) {
    return fmt::format(R"("type": "array", "minItems": 1, "items": {{{}}})",
                       Members(*shape.item, depth));
  }

  std::string Map(const Shape& shape, int depth) {
    const std::string indent(static_cast<std::size_t>(depth) * 2 + 2, ' ');
    std::string properties;
    std::vector<std::string_view> required;
    for (const ShapeKey& key : shape.keys) {
      if (!properties.empty()) properties += ",";
      properties += fmt::format("\n{}  {}: {{\"description\": {}, {}}}", indent, Quoted(key.name),
                                Quoted(key.about), Members(*key.shape, depth + 2));
      if (key.required) required.push_back(key.name);
    }
    const std::string others =
        shape.others ? fmt::format("{{{}}}", Members(*shape.others, depth + 1)) : "false";
    std::string map =
        fmt::format("\"type\": \"object\",\n{}\"additionalProperties\": {}", indent, others);
    if (!required.empty())
      map += fmt::format(",\n{}\"required\": [{}]", indent, QuotedWords(required));
    return map + fmt::format(",\n{0}\"properties\": {{{1}\n{0}}}", indent, properties);
  }

  std::map<std::string_view, std::string> definitions_;
};

}  // namespace

std::string JsonSchema(const Shape& shape, std::string_view title) {
  SchemaWriter writer;
  const std::string members = writer.Members(shape, 0);
  return fmt::format(
      "{{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n  \"title\": {},\n  "
      "{}{}\n}}\n",
      Quoted(title), writer.Definitions(), members);
}

}  // namespace gonogo

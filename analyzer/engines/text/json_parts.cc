#include "analyzer/engines/text/json_parts.h"

#include "analyzer/engines/text/encodings.h"

namespace gonogo {

nlohmann::json JsonIn(std::string_view base64) {
  const std::optional<std::string> text = Base64Decode(base64);
  return nlohmann::json::parse(text ? *text : "", nullptr, false);
}

std::string TextField(const nlohmann::json& object, const char* key) {
  if (!object.is_object()) return "";
  const auto field = object.find(key);
  return field != object.end() && field->is_string() ? field->get<std::string>() : "";
}

bool HasNumber(const nlohmann::json& object, const char* key) {
  return object.is_object() && object.contains(key) && object[key].is_number();
}

}  // namespace gonogo

// JSON inside tokens: most new formats are base64 of an object.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace gonogo {

/// What `base64` decodes to; discarded where it is no JSON.
nlohmann::json JsonIn(std::string_view base64);
/// The text field `key` of an object, or empty.
std::string TextField(const nlohmann::json& object, const char* key);
bool HasNumber(const nlohmann::json& object, const char* key);

}  // namespace gonogo

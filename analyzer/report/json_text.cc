#include "analyzer/report/json_text.h"

#include "analyzer/base/check.h"

namespace gonogo {

std::string JsonBytes(const Json& value, bool pretty) {
  return value.dump(pretty ? 2 : -1, ' ', false, Json::error_handler_t::replace);
}

std::string JsonWithArray(const Json& object, std::string_view key, std::size_t count,
                          const std::function<Json(std::size_t)>& item) {
  CHECK(object.is_object());
  std::string bytes = JsonBytes(object, true);
  bytes.pop_back();  // the closing brace comes back after the array
  if (bytes.ends_with('\n')) bytes.pop_back();
  bytes += object.empty() ? "\n  " : ",\n  ";
  bytes += JsonBytes(Json(key), false) + ": [";
  for (std::size_t i = 0; i < count; ++i) {
    bytes += i == 0 ? "\n    " : ",\n    ";
    bytes += JsonBytes(item(i), false);
  }
  return bytes += count == 0 ? "]\n}" : "\n  ]\n}";
}

}  // namespace gonogo

// JsonText: JSON values as bytes. Always valid UTF-8, whatever is in the strings; objects keep the
// order in which they were built; long arrays are written item by item, so that a report of many
// findings is never held twice in memory.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

namespace gonogo {

using Json = nlohmann::ordered_json;

/// An object that is built member by member; no two have one name. Lists of pairs are copied more
/// than once on their way, which shows where a report has thousands of findings.
class JsonObject {
 public:
  explicit JsonObject(std::size_t members) { members_.reserve(members); }

  template <class Value>
  JsonObject& Add(const char* name, Value&& value) {
    members_.Json::object_t::Container::emplace_back(name, Json(std::forward<Value>(value)));
    return *this;
  }

  Json Take() { return Json(std::move(members_)); }

 private:
  Json::object_t members_;
};

/// Indented by two blanks where pretty, else on one line. Bad bytes become U+FFFD.
std::string JsonBytes(const Json& value, bool pretty);

/// `object` with one more member: an array of `count` items, one a line.
std::string JsonWithArray(const Json& object, std::string_view key, std::size_t count,
                          const std::function<Json(std::size_t)>& item);

}  // namespace gonogo

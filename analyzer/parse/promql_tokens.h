// Words and signs of PromQL.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gonogo {

enum class PromWord : std::uint8_t {
  kEnd,
  kName,    // a metric, label, function or keyword
  kNumber,  // or a duration
  kString,
  kSign,
  kWrong,
};

struct PromToken {
  PromWord sort = PromWord::kEnd;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string_view text;  // as it is written
  bool variable = false;
};

/// The token at or behind `at`, blanks and comments skipped.
PromToken NextPromToken(std::string_view text, std::uint32_t at);

/// The value of a kString.
std::string PromStringValue(std::string_view raw);

}  // namespace gonogo

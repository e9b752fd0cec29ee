// What tests of secret formats share.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/engines/text/secret_formats.h"

namespace gonogo {

inline std::string Repeated(std::string_view text, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

/// With another character at `at`, which counts from the end where it is below zero.
inline std::string Changed(std::string text, int at) {
  const std::size_t place =
      at < 0 ? text.size() - static_cast<std::size_t>(-at) : static_cast<std::size_t>(at);
  text[place] = text[place] == 'a' ? 'b' : 'a';
  return text;
}

inline Proof ProofOf(std::string_view format, std::string_view secret) {
  return FindSecretFormat(format)->validate(secret).proof;
}

inline std::string Fake(std::string_view format, std::uint64_t number = 1) {
  return FindSecretFormat(format)->generate(number);
}

}  // namespace gonogo

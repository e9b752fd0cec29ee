#include "analyzer/base/hash.h"

#include <nettle/sha2.h>

#include "analyzer/base/check.h"

namespace gonogo {

std::array<std::uint8_t, 32> Sha256(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, 32> digest{};
  sha256_digest(&context, digest.size(), digest.data());
  return digest;
}

std::string Sha256Hex(std::string_view bytes, std::size_t digits) {
  const std::array<std::uint8_t, 32> digest = Sha256(bytes);
  CHECK(digits <= 2 * digest.size());
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (const std::uint8_t byte : digest) {
    hex.push_back(kDigits[byte >> 4]);
    hex.push_back(kDigits[byte & 15]);
  }
  hex.resize(digits);
  return hex;
}

}  // namespace gonogo

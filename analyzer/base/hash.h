// Hashes that leave the program: SHA-256 alone, so that what is written down can be computed again
// by anybody.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gonogo {

std::array<std::uint8_t, 32> Sha256(std::string_view bytes);

/// The first `digits` (at most 64) hexadecimal digits of the SHA-256 of `bytes`, lower case.
std::string Sha256Hex(std::string_view bytes, std::size_t digits = 64);

}  // namespace gonogo

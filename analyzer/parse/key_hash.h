// KeyHash: what the index of a large map is ordered by. Not proof against collisions made on
// purpose; the index orders those by text.
#pragma once

#include <cstdint>
#include <string_view>

namespace gonogo {

constexpr std::uint32_t KeyHash(std::string_view key) {
  std::uint32_t hash = 2166136261u;
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

}  // namespace gonogo

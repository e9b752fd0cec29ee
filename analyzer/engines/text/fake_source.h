// FakeSource: the random bits of generated fakes. The same name and number give the same bits on
// every machine, so examples, docs and tests agree.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace gonogo {

inline constexpr std::string_view kDigits = "0123456789";
inline constexpr std::string_view kLowerHex = "0123456789abcdef";
inline constexpr std::string_view kLowerAlnum = "0123456789abcdefghijklmnopqrstuvwxyz";
inline constexpr std::string_view kAlnum =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
inline constexpr std::string_view kUpperAlnum = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
inline constexpr std::string_view kUrlSafe64 =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

class FakeSource {
 public:
  FakeSource(std::string_view name, std::uint64_t number);

  std::uint64_t Below(std::uint64_t limit) { return random_() % limit; }
  std::string Of(std::string_view alphabet, std::size_t count);
  std::string Bytes(std::size_t count);

 private:
  std::mt19937_64 random_;
};

}  // namespace gonogo

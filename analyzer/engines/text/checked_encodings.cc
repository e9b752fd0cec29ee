#include "analyzer/engines/text/checked_encodings.h"

#include <algorithm>
#include <array>
#include <vector>

#include "analyzer/base/check.h"
#include "analyzer/base/hash.h"

namespace gonogo {
namespace {

constexpr std::size_t kLongestBase58 = 200;
constexpr std::size_t kBase58SumSize = 4;
constexpr std::size_t kBech32SumSize = 6;

/// Turns digits of one base into digits of another, the most significant first; leading zeros stay.
std::vector<unsigned> Convert(const std::vector<unsigned>& digits, unsigned from, unsigned to) {
  std::vector<unsigned> out;  // the least significant first
  for (unsigned carry : digits) {
    for (unsigned& digit : out) {
      carry += digit * from;
      digit = carry % to;
      carry /= to;
    }
    for (; carry > 0; carry /= to) out.push_back(carry % to);
  }
  const auto zeros = std::ranges::find_if(digits, [](unsigned digit) { return digit != 0; });
  out.insert(out.end(), static_cast<std::size_t>(zeros - digits.begin()), 0);
  std::ranges::reverse(out);
  return out;
}

std::string DoubleSum(std::string_view bytes) {
  const auto once = Sha256(bytes);
  const auto twice =
      Sha256(std::string_view(reinterpret_cast<const char*>(once.data()), once.size()));
  return std::string(reinterpret_cast<const char*>(twice.data()), kBase58SumSize);
}

std::uint32_t PolymodStep(std::uint32_t sum, std::uint32_t value) {
  constexpr std::array<std::uint32_t, 5> kGenerator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa,
                                                       0x3d4233dd, 0x2a1462b3};
  const std::uint32_t top = sum >> 25;
  sum = ((sum & 0x1ffffff) << 5) ^ value;
  for (std::size_t i = 0; i < kGenerator.size(); ++i) {
    if ((top >> i) & 1) sum ^= kGenerator[i];
  }
  return sum;
}

/// BIP-173's polymod over the expanded prefix and the data.
std::uint32_t Polymod(std::string_view prefix, std::string_view data) {
  std::uint32_t sum = 1;
  for (char c : prefix) sum = PolymodStep(sum, static_cast<unsigned char>(c) >> 5);
  sum = PolymodStep(sum, 0);
  for (char c : prefix) sum = PolymodStep(sum, static_cast<unsigned char>(c) & 31);
  for (char c : data) sum = PolymodStep(sum, static_cast<std::uint32_t>(kBech32.find(c)));
  return sum;
}

/// Of `bits` bits, over whole bytes, most significant first, no reflection.
std::uint32_t PlainCrc(std::string_view bytes, unsigned bits, std::uint32_t polynomial,
                       std::uint32_t start) {
  std::uint32_t sum = start;
  for (char c : bytes) {
    sum ^= std::uint32_t{static_cast<unsigned char>(c)} << (bits - 8);
    for (int i = 0; i < 8; ++i) {
      const bool carry = (sum >> (bits - 1)) & 1;
      sum = (sum << 1) ^ (carry ? polynomial : 0);
    }
  }
  return sum & ((1u << bits) - 1);
}

}  // namespace

std::string Base58Encode(std::string_view bytes) {
  std::vector<unsigned> digits;
  for (char c : bytes) digits.push_back(static_cast<unsigned char>(c));
  std::string out;
  for (unsigned digit : Convert(digits, 256, 58)) out += kBase58[digit];
  return out;
}

std::optional<std::string> Base58Decode(std::string_view text) {
  if (text.size() > kLongestBase58) return std::nullopt;
  std::vector<unsigned> digits;
  for (char c : text) {
    const std::size_t value = kBase58.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    digits.push_back(static_cast<unsigned>(value));
  }
  std::string out;
  for (unsigned byte : Convert(digits, 58, 256)) out += static_cast<char>(byte);
  return out;
}

std::string Base58CheckEncode(std::string_view bytes) {
  return Base58Encode(std::string(bytes) + DoubleSum(bytes));
}

std::optional<std::string> Base58CheckDecode(std::string_view text) {
  std::optional<std::string> bytes = Base58Decode(text);
  if (!bytes || bytes->size() < kBase58SumSize) return std::nullopt;
  const std::string sum = bytes->substr(bytes->size() - kBase58SumSize);
  bytes->resize(bytes->size() - kBase58SumSize);
  if (DoubleSum(*bytes) != sum) return std::nullopt;
  return bytes;
}

std::string Bech32Encode(std::string_view prefix, std::string_view data) {
  CHECK(data.find_first_not_of(kBech32) == std::string_view::npos);
  const std::uint32_t sum = Polymod(prefix, std::string(data) + "qqqqqq") ^ 1;
  std::string out = std::string(prefix) + "1" + std::string(data);
  for (unsigned shift = 30; shift > 0; shift -= 5) out += kBech32[(sum >> (shift - 5)) & 31];
  return out;
}

bool Bech32Holds(std::string_view text) {
  const std::size_t one = text.rfind('1');
  if (one == std::string_view::npos || one == 0) return false;
  const std::string_view data = text.substr(one + 1);
  if (data.size() < kBech32SumSize) return false;
  if (data.find_first_not_of(kBech32) != std::string_view::npos) return false;
  return Polymod(text.substr(0, one), data) == 1;
}

std::uint16_t Crc16(std::string_view bytes) {
  return static_cast<std::uint16_t>(PlainCrc(bytes, 16, 0x1021, 0));
}

std::uint32_t Crc24(std::string_view bytes) { return PlainCrc(bytes, 24, 0x864cfb, 0xb704ce); }

}  // namespace gonogo

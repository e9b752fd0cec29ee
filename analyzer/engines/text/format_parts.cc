#include "analyzer/engines/text/format_parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzer/base/ascii.h"
#include "analyzer/base/check.h"
#include "analyzer/engines/text/encodings.h"

namespace gonogo {

ProofResult Checksum(bool right) {
  return right ? Proved("its checksum is right") : Refuted("its checksum is wrong");
}

ProofResult Proved(std::string_view sign) { return {Proof::kProved, std::string(sign)}; }
ProofResult Refuted(std::string_view sign) { return {Proof::kRefuted, std::string(sign)}; }
ProofResult Shaped(std::string_view sign) { return {Proof::kShape, std::string(sign)}; }

bool AllOf(std::string_view text, std::string_view alphabet) {
  return text.find_first_not_of(alphabet) == std::string_view::npos;
}

bool DecodesTo(std::string_view base64, std::size_t size) {
  const std::optional<std::string> bytes = Base64Decode(base64);
  return bytes && bytes->size() == size && Base64IsCanonical(base64);
}

bool IsHex(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return HexValue(c) >= 0; });
}

bool IsUuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : HexValue(text[i]) < 0) return false;
  }
  return true;
}

std::vector<std::string_view> SplitAt(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t end = text.find(separator);
  for (; end != std::string_view::npos; end = text.find(separator)) {
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.push_back(text);
  return parts;
}

std::string UpperAscii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (IsLower(c)) c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

std::string LowerHex8(std::uint32_t number) { return fmt::format("{:08x}", number); }
std::string UpperHex8(std::uint32_t number) { return fmt::format("{:08X}", number); }

std::string LittleEndian(std::uint32_t number) {
  std::string bytes;
  for (unsigned shift = 0; shift < 32; shift += 8) {
    bytes += static_cast<char>((number >> shift) & 0xff);
  }
  return bytes;
}

std::uint32_t FromLittleEndian(std::string_view bytes) {
  CHECK(bytes.size() >= 4);
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    number |= std::uint32_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  }
  return number;
}

std::string PaddedBase64(std::string_view bytes) {
  return Base64Encode(bytes) + std::string((3 - bytes.size() % 3) % 3, '=');
}

std::string UrlSafeBase64(std::string_view bytes) {
  return Base64Encode(bytes, Base64Alphabet::kUrlSafe);
}

std::string RandomUuid(std::string_view hex32) {
  CHECK(hex32.size() == 32);
  std::string out(hex32);
  out[12] = '4';
  out[16] = 'a';
  for (const std::size_t dash : {8u, 13u, 18u, 23u}) out.insert(dash, 1, '-');
  return out;
}

}  // namespace gonogo

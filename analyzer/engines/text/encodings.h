// Encodings: the few byte encodings that secrets are written in and that tokens are built from.
// Decoders are strict: what is not wholly well-formed gives nothing, since a wrong decoding is
// noise.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gonogo {

enum class Base64Alphabet : std::uint8_t { kStandard, kUrlSafe };

bool IsBase64Char(char c);  // of either alphabet, '=' not among them
int HexValue(char c);       // -1 where c is no hex digit

/// Without padding.
std::string Base64Encode(std::string_view bytes,
                         Base64Alphabet alphabet = Base64Alphabet::kStandard);
/// Either alphabet, with or without padding; bits that are left over are ignored.
std::optional<std::string> Base64Decode(std::string_view text);
/// True where the bits left over in the last character are zero, as every encoder writes them.
bool Base64IsCanonical(std::string_view text);

/// RFC 4648 upper-case alphabet, without padding.
std::string Base32Encode(std::string_view bytes);
std::optional<std::string> Base32Decode(std::string_view text);

std::string HexEncode(std::string_view bytes);  // lower case
std::optional<std::string> HexDecode(std::string_view text);

/// Decodes each %XX; other characters stay.
std::string PercentDecode(std::string_view text);
/// Encodes everything but letters, digits and "-._~".
std::string PercentEncode(std::string_view text);

/// CRC-32/IEEE.
std::uint32_t Crc32(std::string_view bytes);
/// Digits 0-9A-Za-z, left-padded with '0' to width.
std::string Base62(std::uint64_t number, std::size_t width);
/// Digits 0-9a-z, left-padded with '0' to width.
std::string Base36(std::uint64_t number, std::size_t width);

}  // namespace gonogo

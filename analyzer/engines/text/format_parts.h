// The few judgements that most secret formats are made of: a checksum that is right or wrong, a
// part that decodes or does not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/engines/text/secret_formats.h"

namespace gonogo {

/// "its checksum is right" or "its checksum is wrong".
ProofResult Checksum(bool right);
ProofResult Proved(std::string_view sign);
ProofResult Refuted(std::string_view sign);
/// The shape, with what is known of it.
ProofResult Shaped(std::string_view sign);

bool AllOf(std::string_view text, std::string_view alphabet);
/// Base64 of either alphabet for exactly `size` bytes, as an encoder writes it.
bool DecodesTo(std::string_view base64, std::size_t size);
bool IsHex(std::string_view text);
bool IsUuid(std::string_view text);

std::vector<std::string_view> SplitAt(std::string_view text, char separator);
std::string UpperAscii(std::string_view text);

/// Eight hexadecimal digits.
std::string LowerHex8(std::uint32_t number);
std::string UpperHex8(std::uint32_t number);
std::string LittleEndian(std::uint32_t number);
/// The first four bytes.
std::uint32_t FromLittleEndian(std::string_view bytes);
/// Standard alphabet, with padding.
std::string PaddedBase64(std::string_view bytes);
std::string UrlSafeBase64(std::string_view bytes);
std::string RandomUuid(std::string_view hex32);

}  // namespace gonogo

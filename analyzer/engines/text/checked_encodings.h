// Encodings that keys of wallets and of tools carry a checksum in: base58check (Bitcoin), Bech32
// (BIP-173), and the CRCs of NKEY seeds and of PGP armour.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gonogo {

inline constexpr std::string_view kBase58 =
    "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
inline constexpr std::string_view kBech32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

std::string Base58Encode(std::string_view bytes);
/// Of at most 200 characters, since the work grows with the square of them.
std::optional<std::string> Base58Decode(std::string_view text);

/// With the first four bytes of SHA-256 of SHA-256 behind them.
std::string Base58CheckEncode(std::string_view bytes);
/// Without the checksum; nothing where that is wrong.
std::optional<std::string> Base58CheckDecode(std::string_view text);

/// "PREFIX1DATA" in lower case; `data` is in five-bit characters of kBech32.
std::string Bech32Encode(std::string_view prefix, std::string_view data);
bool Bech32Holds(std::string_view text);

/// CRC-16/XMODEM.
std::uint16_t Crc16(std::string_view bytes);
/// CRC-24 of RFC 9580.
std::uint32_t Crc24(std::string_view bytes);

}  // namespace gonogo

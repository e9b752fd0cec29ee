#include <algorithm>
#include <array>
#include <cstdint>

#include "analyzer/classify/classifier.h"

namespace gonogo {
namespace {

// git decides on this many bytes. A file that git shows as text and we call binary would be a
// silent pass.
constexpr std::size_t kLookedAt = 8000;
constexpr std::size_t kLeastUtf16 = 16;

using std::string_view_literals::operator""sv;

// Formats that often have no NUL in their first 8000 bytes, or that we would read in vain.
constexpr std::array kMagic = {
    "%PDF-"sv,
    "PK\x03\x04"sv,
    "PK\x05\x06"sv,
    "\x1f\x8b\x08"sv,
    "BZh91AY&SY"sv,
    "\xfd"
    "7zXZ"sv,
    "7z\xbc\xaf\x27\x1c"sv,
    "\x28\xb5\x2f\xfd"sv,
    "\x04\x22\x4d\x18"sv,
    "\x89PNG\r\n\x1a\n"sv,
    "\xff\xd8\xff"sv,
    "GIF87a"sv,
    "GIF89a"sv,
    "\x7f"
    "ELF"sv,
    "\xca\xfe\xba\xbe"sv,
    "\xcf\xfa\xed\xfe"sv,
    "\xfe\xed\xfe\xed"sv,
    "!<arch>\n"sv,
    "\xed\xab\xee\xdb"sv,
    "Rar!\x1a\x07"sv,
    "wOFF"sv,
    "wOF2"sv,
    "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv,
};

bool HasMagic(std::string_view bytes) {
  return std::ranges::any_of(kMagic,
                             [&](std::string_view magic) { return bytes.starts_with(magic); });
}

bool IsPlainText(unsigned char c) {
  return (c >= 0x20 && c < 0x7f) || c == '\n' || c == '\r' || c == '\t' || c == '\f';
}

// Whether the bytes are UTF-16 without a BOM whose high bytes stand at `high` (0 or 1) of each
// unit. Three quarters of the units must be plain ASCII, and no low byte may be NUL: tables of
// small integers fail.
bool LooksLikeUtf16(std::string_view head, std::size_t high) {
  if (head.size() < kLeastUtf16) return false;
  const std::size_t units = head.size() / 2;
  std::size_t ascii = 0;
  for (std::size_t unit = 0; unit < units; ++unit) {
    const char low = head[2 * unit + (1 - high)];
    if (head[2 * unit + high] != '\0') continue;
    if (!IsPlainText(static_cast<unsigned char>(low))) return false;
    ++ascii;
  }
  return ascii * 4 >= units * 3;
}

void AppendUtf8(std::uint32_t code, std::string& out) {
  if (code < 0x80) {
    out.push_back(static_cast<char>(code));
    return;
  }
  char buffer[4];
  std::size_t size = 0;
  const auto put = [&](std::uint32_t byte) { buffer[size++] = static_cast<char>(byte); };
  if (code < 0x800) {
    put(0xc0 | (code >> 6));
  } else if (code < 0x10000) {
    put(0xe0 | (code >> 12));
    put(0x80 | ((code >> 6) & 0x3f));
  } else {
    put(0xf0 | (code >> 18));
    put(0x80 | ((code >> 12) & 0x3f));
    put(0x80 | ((code >> 6) & 0x3f));
  }
  put(0x80 | (code & 0x3f));
  out.append(buffer, size);
}

constexpr std::uint32_t kReplacement = 0xfffd;

bool IsHighSurrogate(std::uint32_t unit) { return (unit & 0xfc00) == 0xd800; }
bool IsLowSurrogate(std::uint32_t unit) { return (unit & 0xfc00) == 0xdc00; }

void DecodeUtf16(std::string_view bytes, bool big_endian, std::string& out) {
  const auto unit_at = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<std::uint32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  out.clear();
  out.reserve(bytes.size() / 2 + bytes.size() / 8);
  const std::size_t even = bytes.size() & ~std::size_t{1};
  for (std::size_t at = 0; at < even; at += 2) {
    std::uint32_t code = unit_at(at);
    if (IsHighSurrogate(code) && at + 2 < even && IsLowSurrogate(unit_at(at + 2))) {
      code = 0x10000 + ((code & 0x3ff) << 10) + (unit_at(at + 2) & 0x3ff);
      at += 2;
    } else if (IsHighSurrogate(code) || IsLowSurrogate(code)) {
      code = kReplacement;
    }
    AppendUtf8(code, out);
  }
  if (even != bytes.size()) AppendUtf8(kReplacement, out);
}

}  // namespace

Encoding DetectEncoding(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kLookedAt);
  // UTF-32 begins like UTF-16 and has a NUL unit next; like git, we do not read it.
  if (head.starts_with("\xff\xfe\0\0"sv)) return Encoding::kBinary;
  if (head.starts_with("\xff\xfe"sv)) return Encoding::kUtf16Le;
  if (head.starts_with("\xfe\xff"sv)) return Encoding::kUtf16Be;
  if (head.find('\0') != std::string_view::npos) {
    if (LooksLikeUtf16(head, 1)) return Encoding::kUtf16Le;
    if (LooksLikeUtf16(head, 0)) return Encoding::kUtf16Be;
    return Encoding::kBinary;
  }
  if (head.starts_with("\xef\xbb\xbf"sv)) return Encoding::kUtf8Bom;
  return HasMagic(head) ? Encoding::kBinary : Encoding::kUtf8;
}

bool DecodeText(std::string& bytes, std::string& spare) {
  const Encoding encoding = DetectEncoding(bytes);
  switch (encoding) {
    case Encoding::kBinary:
      return false;
    case Encoding::kUtf8:
      return true;
    case Encoding::kUtf8Bom:
      bytes.erase(0, 3);
      return true;
    case Encoding::kUtf16Le:
    case Encoding::kUtf16Be: {
      const bool big_endian = encoding == Encoding::kUtf16Be;
      const std::string_view bom = big_endian ? "\xfe\xff"sv : "\xff\xfe"sv;
      std::string_view units = bytes;
      if (units.starts_with(bom)) units.remove_prefix(bom.size());
      DecodeUtf16(units, big_endian, spare);
      bytes.swap(spare);
      return true;
    }
  }
  return false;
}

}  // namespace gonogo

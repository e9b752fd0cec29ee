#include "analyzer/base/utf8.h"

namespace gonogo {
namespace {

/// The range that the second byte must lie in rules out overlong forms, surrogates and what is too
/// high.
bool SecondByteFits(unsigned char lead, unsigned char second) {
  if (lead == 0xE0) return second >= 0xA0 && second <= 0xBF;
  if (lead == 0xED) return second >= 0x80 && second <= 0x9F;
  if (lead == 0xF0) return second >= 0x90 && second <= 0xBF;
  if (lead == 0xF4) return second >= 0x80 && second <= 0x8F;
  return second >= 0x80 && second <= 0xBF;
}

std::size_t LengthByLead(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

}  // namespace

std::size_t Utf8Length(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t length = LengthByLead(lead);
  if (length < 2) return length;
  if (text.size() < length || !SecondByteFits(lead, static_cast<unsigned char>(text[1]))) return 0;
  for (const char byte : text.substr(2, length - 2)) {
    if (!IsContinuation(byte)) return 0;
  }
  return length;
}

}  // namespace gonogo

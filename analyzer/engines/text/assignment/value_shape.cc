#include "analyzer/engines/text/assignment/value_shape.h"

#include <algorithm>
#include <array>
#include <string>

#include "analyzer/engines/text/assignment/common_words.h"
#include "analyzer/engines/text/secret_formats.h"

namespace gonogo {
namespace {

enum class ByteClass { kLower, kUpper, kDigit, kBlank, kSymbol };

ByteClass ClassOf(char c) {
  if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) return ByteClass::kLower;
  if (c >= 'A' && c <= 'Z') return ByteClass::kUpper;
  if (c >= '0' && c <= '9') return ByteClass::kDigit;
  if (c == ' ' || c == '\t') return ByteClass::kBlank;
  return ByteClass::kSymbol;
}

bool IsLetterClass(ByteClass byte_class) {
  return byte_class == ByteClass::kLower || byte_class == ByteClass::kUpper;
}

void CountClasses(std::string_view value, ValueShape& shape) {
  std::array<bool, 256> seen{};
  ByteClass last = ByteClass::kBlank;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const ByteClass now = ClassOf(value[at]);
    shape.letters += IsLetterClass(now);
    shape.upper += now == ByteClass::kUpper;
    shape.digits += now == ByteClass::kDigit;
    shape.blanks += now == ByteClass::kBlank;
    shape.symbols += now == ByteClass::kSymbol;
    // `Ab` is one word: a capital followed by small letters switches once.
    shape.switches +=
        at > 0 && now != last && !(last == ByteClass::kUpper && now == ByteClass::kLower);
    last = now;
    seen[static_cast<unsigned char>(value[at])] = true;
  }
  shape.distinct = static_cast<std::size_t>(std::ranges::count(seen, true));
}

/// Runs of letters, cut where camel case cuts them, and what words cover of each.
std::size_t CoveredLetters(std::string_view value) {
  std::size_t covered = 0;
  std::string run;
  const auto close = [&] {
    covered += LettersCovered(run);
    run.clear();
  };
  ByteClass last = ByteClass::kBlank;
  for (const char c : value) {
    const ByteClass now = ClassOf(c);
    if (!IsLetterClass(now) || (now == ByteClass::kUpper && last == ByteClass::kLower)) close();
    if (IsLetterClass(now)) run += now == ByteClass::kUpper ? static_cast<char>(c - 'A' + 'a') : c;
    last = now;
  }
  close();
  return covered;
}

bool IsHex(std::string_view value) {
  const bool lower = value.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  const bool upper = value.find_first_not_of("0123456789ABCDEF") == std::string_view::npos;
  return !value.empty() && (lower || upper);
}

bool IsBase64(std::string_view value) {
  while (value.ends_with('=')) value.remove_suffix(1);
  constexpr std::string_view kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_";
  return !value.empty() && value.find_first_not_of(kAlphabet) == std::string_view::npos;
}

bool IsUuid(std::string_view value) {
  if (value.size() != 36) return false;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const bool dash = at == 8 || at == 13 || at == 18 || at == 23;
    const bool hex =
        std::string_view("0123456789abcdefABCDEF").find(value[at]) != std::string_view::npos;
    if (dash ? value[at] != '-' : !hex) return false;
  }
  return true;
}

}  // namespace

ValueShape MeasureValue(std::string_view value) {
  ValueShape shape;
  shape.length = value.size();
  CountClasses(value, shape);
  shape.covered = CoveredLetters(value);
  shape.entropy = Entropy(value);
  shape.hex = IsHex(value);
  shape.base64 = IsBase64(value);
  shape.uuid = IsUuid(value);
  return shape;
}

bool LooksRandom(const ValueShape& shape) {
  if (shape.length < 12 || shape.distinct < 8 || shape.blanks > 0) return false;
  if (shape.hex) return shape.length >= 16 && shape.digits >= 3 && shape.letters >= 2;
  if (shape.entropy < 3.0 || shape.Coverage() >= 0.5) return false;
  return shape.switches * 5 >= shape.length || shape.Coverage() < 0.25;
}

bool IsMadeOfWords(const ValueShape& shape) {
  return shape.letters > 0 && shape.Coverage() >= 0.8 && shape.digits * 8 <= shape.length;
}

}  // namespace gonogo

#include "analyzer/engines/cxx/word_scan.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/cxx/code_text.h"

namespace gonogo {
namespace {

constexpr unsigned kFilterBits = 14;
constexpr std::size_t kWindow = 4;

/// Of an identifier that begins at `four` its first four bytes, or as many as it has.
std::uint32_t SlotOf(const char* four, std::size_t length) {
  constexpr bool kLittle = std::endian::native == std::endian::little;
  std::uint32_t bytes = 0;
  std::memcpy(&bytes, four, kWindow);
  if (length < kWindow) {
    const auto unused = static_cast<unsigned>(8 * (kWindow - length));
    bytes = kLittle ? bytes << unused >> unused : bytes >> unused << unused;
  }
  return bytes * 0x9e3779b1U >> (32 - kFilterBits);
}

constexpr std::size_t kBlock = 64;

/// Of a block a bit for each byte.
struct BlockBits {
  std::uint64_t identifier = 0;  // may be part of one
  std::uint64_t digit = 0;
};

#ifdef __x86_64__
using Bytes = unsigned char __attribute__((vector_size(16)));
using Flags = const char __attribute__((vector_size(16)));

template <class Vector>
std::uint64_t BitsOf(const Vector& flags) {
  return static_cast<unsigned>(__builtin_ia32_pmovmskb128(reinterpret_cast<Flags&>(flags)));
}

BlockBits BitsOfBlock(const char* block) {
  BlockBits bits;
  for (unsigned at = 0; at < kBlock; at += 16) {
    Bytes bytes;
    std::memcpy(&bytes, block + at, sizeof(bytes));
    const auto digit = bytes - '0' < 10;
    bits.identifier |= BitsOf(((bytes | 0x20) - 'a' < 26) | digit | (bytes == '_')) << at;
    bits.digit |= BitsOf(digit) << at;
  }
  return bits;
}
#else
BlockBits BitsOfBlock(const char* block) {
  BlockBits bits;
  for (std::size_t i = 0; i < kBlock; ++i) {
    bits.identifier |= std::uint64_t{IsIdentifierByte(block[i])} << i;
    bits.digit |= std::uint64_t{IsDigit(block[i])} << i;
  }
  return bits;
}
#endif

/// Where `length` bytes of an identifier stand in a row. Those that the block does not show count
/// as `beyond` says.
std::uint64_t Runs(std::uint64_t identifier, std::size_t length, bool beyond) {
  std::uint64_t runs = identifier;
  for (unsigned next = 1; next < length; ++next)
    runs &= identifier >> next | (beyond ? ~(~std::uint64_t{0} >> next) : 0);
  return runs;
}

/// Of the identifier that begins there, but no more than the filter looks at.
std::size_t LengthAt(std::string_view text, std::size_t start) {
  std::size_t length = 1;
  while (length < kWindow && IsIdentifierByte(text[start + length])) ++length;
  return length;
}

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view LastIdentifier(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && IsIdentifierByte(text[begin - 1])) --begin;
  return text.substr(begin);
}

/// Whether what stands in front of a name is a type, so that the name is declared and not called.
bool IsDeclared(std::string_view before) {
  constexpr std::array<std::string_view, 14> kNoTypes = {
      "return",   "else", "do", "case", "throw", "co_return", "co_await",
      "co_yield", "and",  "or", "not",  "in",    "define",    "defined"};
  if (before.ends_with('~')) return true;
  while (!before.empty() && (before.back() == '*' || IsBlank(before.back())))
    before.remove_suffix(1);
  const std::string_view word = LastIdentifier(before);
  if (word.empty() || IsDigit(word[0])) return false;
  if (std::ranges::find(kNoTypes, word) != kNoTypes.end()) return false;
  // `#define SEND send(x)` calls it. `a * f()` is rarer than `FILE *f()`.
  return before.substr(before.rfind('\n') + 1).find('#') == std::string_view::npos;
}

/// Of a class or of a namespace that is not the global one nor std.
bool IsOwned(std::string_view before) {
  if (!before.ends_with("::")) return false;
  before.remove_suffix(2);
  const std::string_view owner = LastIdentifier(before);
  return !owner.empty() && owner != "std";
}

/// Where what stands in front ends: behind no blank and no comment that ends an earlier line.
std::size_t EndOfBefore(std::string_view text, std::size_t begin) {
  while (true) {
    bool earlier = false;
    for (; begin > 0 && IsBlank(text[begin - 1]); --begin) earlier |= text[begin - 1] == '\n';
    if (!earlier || begin == 0) return begin;
    const std::size_t line = text.rfind('\n', begin - 1) + 1;
    const std::size_t comment = text.substr(line, begin - line).find("//");
    if (comment == std::string_view::npos) return begin;
    begin = line + comment;
  }
}

/// Whether the name between the two places is called, and not as a member.
bool IsCall(std::string_view text, std::size_t begin, std::size_t end) {
  while (end < text.size() && IsBlank(text[end])) ++end;
  if (end == text.size() || text[end] != '(') return false;
  begin = EndOfBefore(text, begin);
  const std::string_view before = text.substr(0, begin);
  return !before.ends_with('.') && !before.ends_with("->") && !IsOwned(before) &&
         !IsDeclared(before);
}

/// Whether the name between the two places qualifies another, is qualified, or comes after
/// `namespace`.
bool IsScope(std::string_view text, std::size_t begin, std::size_t end) {
  while (end < text.size() && IsBlank(text[end])) ++end;
  if (text.substr(end).starts_with("::")) return true;
  while (begin > 0 && IsBlank(text[begin - 1])) --begin;
  const std::string_view before = text.substr(0, begin);
  return before.ends_with("::") || before.ends_with("namespace");
}

bool Counts(WordPlace place, std::string_view text, std::size_t begin, std::size_t end) {
  switch (place) {
    case WordPlace::kAnywhere:
      return true;
    case WordPlace::kCall:
      return IsCall(text, begin, end);
    case WordPlace::kScope:
      return IsScope(text, begin, end);
  }
  return true;
}

}  // namespace

WordScan::WordScan(std::vector<std::string> words, std::vector<WordPlace> places)
    : words_(std::move(words)), places_(std::move(places)) {
  places_.resize(words_.size());
  filter_.resize(std::size_t{1} << kFilterBits);
  shortest_ = kWindow;
  for (std::uint32_t number = 0; number < words_.size(); ++number) {
    const std::string& word = words_[number];
    if (word.empty()) continue;
    numbers_.try_emplace(word, number);
    shortest_ = std::min(shortest_, word.size());
    AddToFilter(word);
  }
}

void WordScan::AddToFilter(std::string_view word) {
  std::array<char, kWindow> window{};
  std::ranges::copy(word.substr(0, kWindow), window.begin());
  filter_[SlotOf(window.data(), word.size())] = 1;
}

std::optional<std::uint32_t> WordScan::WordAt(std::string_view text, std::size_t at) const {
  if (at > 0 && IsIdentifierByte(text[at - 1])) return std::nullopt;
  std::size_t end = at;
  while (end < text.size() && IsIdentifierByte(text[end])) ++end;
  const auto number = numbers_.find(text.substr(at, end - at));
  if (number == numbers_.end()) return std::nullopt;
  if (!Counts(places_[number->second], text, at, end)) return std::nullopt;
  return number->second;
}

void WordScan::Visit(std::string_view text,
                     const std::function<void(std::uint32_t, std::size_t)>& visit) const {
  if (numbers_.empty()) return;
  std::size_t at = 0;
  std::uint64_t before = 0;  // whether the byte before the block is of an identifier
  for (; at + kBlock + kWindow <= text.size(); at += kBlock) {
    const BlockBits bits = BitsOfBlock(text.data() + at);
    std::uint64_t starts =
        Runs(bits.identifier, shortest_, true) & ~bits.digit & ~(bits.identifier << 1 | before);
    const std::uint64_t filling = Runs(bits.identifier, kWindow, false);
    before = bits.identifier >> (kBlock - 1);
    for (; starts != 0; starts &= starts - 1) {
      const auto in_block = static_cast<unsigned>(std::countr_zero(starts));
      const std::size_t start = at + in_block;
      const bool fills = (filling >> in_block & 1) != 0 || shortest_ == kWindow;
      const std::size_t length = fills ? kWindow : LengthAt(text, start);
      if (filter_[SlotOf(text.data() + start, length)] == 0) [[likely]]
        continue;
      if (const auto word = WordAt(text, start)) visit(*word, start);
    }
  }
  for (; at < text.size(); ++at) {
    if (const auto word = WordAt(text, at)) visit(*word, at);
  }
}

std::vector<std::uint32_t> WordScan::Scan(std::string_view text) const {
  FoundWords found(words_.size());
  Visit(text, [&](std::uint32_t word, std::size_t /*at*/) { found.Add(word); });
  return std::move(found).Take();
}

std::vector<std::uint32_t> WordScan::ScanCode(std::string_view text) const {
  FoundWords found(words_.size());
  NonCode other(text);
  Visit(text, [&](std::uint32_t word, std::size_t at) {
    if (!found.Has(word) && other.IsCode(at)) found.Add(word);
  });
  return std::move(found).Take();
}

void FoundWords::Add(std::uint32_t word) {
  if (Has(word)) return;
  has_.resize(words_);
  has_[word] = true;
  list_.push_back(word);
}

std::vector<std::uint32_t> FoundWords::Take() && {
  std::ranges::sort(list_);
  return std::move(list_);
}

}  // namespace gonogo

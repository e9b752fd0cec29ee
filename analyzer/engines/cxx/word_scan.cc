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

#ifdef __x86_64__
using Bytes = unsigned char __attribute__((vector_size(16)));

/// A bit for each of 16 bytes that may be part of an identifier.
std::uint64_t IdentifierBits(const char* sixteen) {
  Bytes bytes;
  std::memcpy(&bytes, sixteen, sizeof(bytes));
  const auto is = ((bytes | 0x20) - 'a' < 26) | (bytes - '0' < 10) | (bytes == '_');
  return static_cast<unsigned>(__builtin_ia32_pmovmskb128(
      reinterpret_cast<const char __attribute__((vector_size(16)))&>(is)));
}

std::uint64_t IdentifierBytes(const char* block) {
  return IdentifierBits(block) | IdentifierBits(block + 16) << 16 |
         IdentifierBits(block + 32) << 32 | IdentifierBits(block + 48) << 48;
}
#else
std::uint64_t IdentifierBytes(const char* block) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < kBlock; ++i) bits |= std::uint64_t{IsIdentifierByte(block[i])} << i;
  return bits;
}
#endif

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Whether the name between the two places is called, and not as a member.
bool IsCall(std::string_view text, std::size_t begin, std::size_t end) {
  while (end < text.size() && IsBlank(text[end])) ++end;
  if (end == text.size() || text[end] != '(') return false;
  while (begin > 0 && IsBlank(text[begin - 1])) --begin;
  const std::string_view before = text.substr(0, begin);
  return !before.ends_with('.') && !before.ends_with("->");
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

/// A set; costs nothing as long as it is empty, as it is for most files.
class FoundWords {
 public:
  explicit FoundWords(std::size_t words) : words_(words) {}

  bool Has(std::uint32_t word) const { return !has_.empty() && has_[word]; }

  void Add(std::uint32_t word) {
    if (Has(word)) return;
    has_.resize(words_);
    has_[word] = true;
    list_.push_back(word);
  }

  std::vector<std::uint32_t> Sorted() {
    std::ranges::sort(list_);
    return std::move(list_);
  }

 private:
  std::size_t words_;
  std::vector<bool> has_;
  std::vector<std::uint32_t> list_;
};

}  // namespace

bool IsIdentifierByte(char c) { return IsLetter(c) || IsDigit(c) || c == '_'; }

WordScan::WordScan(std::vector<std::string> words, std::vector<WordPlace> places)
    : words_(std::move(words)), places_(std::move(places)) {
  places_.resize(words_.size());
  filter_.resize(std::size_t{1} << kFilterBits);
  for (const std::string& word : words_) {
    if (word.empty()) continue;
    numbers_.try_emplace(word, static_cast<std::uint32_t>(numbers_.size()));
    AddToFilter(word);
  }
}

void WordScan::AddToFilter(std::string_view word) {
  std::array<char, kWindow> window{};
  std::ranges::copy(word.substr(0, kWindow), window.begin());
  filter_[SlotOf(window.data(), word.size())] = 1;
}

template <class Visit>
void WordScan::Try(std::string_view text, std::size_t at, Visit visit) const {
  if (at > 0 && IsIdentifierByte(text[at - 1])) return;
  std::size_t end = at;
  while (end < text.size() && IsIdentifierByte(text[end])) ++end;
  const auto number = numbers_.find(text.substr(at, end - at));
  if (number == numbers_.end()) return;
  if (Counts(places_[number->second], text, at, end)) visit(number->second, at);
}

/// In the order of the text.
template <class Visit>
void WordScan::VisitWords(std::string_view text, Visit visit) const {
  if (numbers_.empty()) return;
  std::size_t at = 0;
  std::uint64_t before = 0;  // whether the byte before the block is of an identifier
  for (; at + kBlock + kWindow <= text.size(); at += kBlock) {
    const std::uint64_t bytes = IdentifierBytes(text.data() + at);
    std::uint64_t starts = bytes & ~(bytes << 1 | before);
    before = bytes >> (kBlock - 1);
    for (; starts != 0; starts &= starts - 1) {
      const auto in_block = static_cast<unsigned>(std::countr_zero(starts));
      const std::size_t start = at + in_block;
      auto length = static_cast<std::size_t>(std::countr_one(bytes >> in_block));
      while (in_block + length >= kBlock && length < kWindow &&
             IsIdentifierByte(text[start + length]))
        ++length;
      if (filter_[SlotOf(text.data() + start, length)] != 0) [[unlikely]]
        Try(text, start, visit);
    }
  }
  for (; at < text.size(); ++at) Try(text, at, visit);
}

std::vector<std::uint32_t> WordScan::Scan(std::string_view text) const {
  FoundWords found(words_.size());
  VisitWords(text, [&](std::uint32_t word, std::size_t /*at*/) { found.Add(word); });
  return found.Sorted();
}

std::vector<std::uint32_t> WordScan::ScanCode(std::string_view text) const {
  FoundWords found(words_.size());
  NonCode other(text);
  VisitWords(text, [&](std::uint32_t word, std::size_t at) {
    if (!found.Has(word) && other.IsCode(at)) found.Add(word);
  });
  return found.Sorted();
}

}  // namespace gonogo

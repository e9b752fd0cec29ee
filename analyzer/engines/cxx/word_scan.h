// WordScan: which of a set of words stand in a text as whole identifiers. It is asked of every byte
// of every C and C++ file, so it finds where identifiers begin that are long enough, 64 bytes at a
// time, and looks at one only where a filter of 16 KiB knows its first four bytes. (A Vectorscan
// database of the same words would have to be compiled at run time, 20 ms for 500 of them.)
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzer/base/ascii.h"

namespace gonogo {

/// Where a word counts.
enum class WordPlace : std::uint8_t {
  kAnywhere,
  kCall,   // where it is called and is no member: connect(, not x.connect( or a field of that name
  kScope,  // where a namespace is spoken of: web::, cloud::web, using namespace web
};

class WordScan {
 public:
  /// Words are identifiers; the number of a word is its index. There are no repeats; an empty one
  /// stands nowhere. The flags, if any, say by number which places count.
  explicit WordScan(std::vector<std::string> words, std::vector<WordPlace> places = {});

  /// Calls visit(number, offset) for each word, in the order of the text.
  void Visit(std::string_view text,
             const std::function<void(std::uint32_t, std::size_t)>& visit) const;
  /// The number of the word at an offset; nothing where none stands or counts there.
  std::optional<std::uint32_t> WordAt(std::string_view text, std::size_t at) const;
  /// The numbers of the words that stand in the text, ascending.
  std::vector<std::uint32_t> Scan(std::string_view text) const;
  /// The same of a C or C++ text, where words in comments and literals do not count.
  std::vector<std::uint32_t> ScanCode(std::string_view text) const;

  /// By number.
  const std::vector<std::string>& words() const { return words_; }

 private:
  void AddToFilter(std::string_view word);

  std::vector<std::string> words_;
  std::vector<WordPlace> places_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::vector<std::uint8_t> filter_;
  std::size_t shortest_ = 0;  // word, but at most the bytes that the filter looks at
};

/// A set of words; costs nothing as long as it is empty, as it is for most files.
class FoundWords {
 public:
  explicit FoundWords(std::size_t words) : words_(words) {}

  bool Has(std::uint32_t word) const { return !has_.empty() && has_[word]; }
  void Add(std::uint32_t word);
  /// Their numbers, ascending.
  std::vector<std::uint32_t> Take() &&;

 private:
  std::size_t words_;
  std::vector<bool> has_;
  std::vector<std::uint32_t> list_;
};

/// Whether the byte may be part of an identifier.
inline bool IsIdentifierByte(char c) { return IsLetter(c) || IsDigit(c) || c == '_'; }

}  // namespace gonogo

// WordScan: which of a set of words stand in a text as whole identifiers. It is asked of every byte
// of every C and C++ file, so it finds where identifiers begin 64 bytes at a time, and looks at
// one only where a filter of 16 KiB knows its first four bytes. (A Vectorscan database of the same
// words would have to be compiled at run time, 20 ms for 500 of them.)
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gonogo {

/// Where a word counts.
enum class WordPlace : std::uint8_t {
  kAnywhere,
  kCall,   // where it is called and is no member: connect(, not x.connect( or a field of that name
  kScope,  // where a namespace is spoken of: web::, cloud::web, using namespace web
};

class WordScan {
 public:
  /// Words are identifiers; the number of a word is its index. There are no repeats. The flags, if
  /// any, say by number which places count.
  explicit WordScan(std::vector<std::string> words, std::vector<WordPlace> places = {});

  /// The numbers of the words that stand in the text, ascending.
  std::vector<std::uint32_t> Scan(std::string_view text) const;
  /// The same of a C or C++ text, where words in comments and literals do not count.
  std::vector<std::uint32_t> ScanCode(std::string_view text) const;

  /// By number.
  const std::vector<std::string>& words() const { return words_; }

 private:
  void AddToFilter(std::string_view word);
  template <class Visit>
  void VisitWords(std::string_view text, Visit visit) const;
  template <class Visit>
  void Try(std::string_view text, std::size_t at, Visit visit) const;

  std::vector<std::string> words_;
  std::vector<WordPlace> places_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::vector<std::uint8_t> filter_;
};

/// Whether the byte may be part of an identifier.
bool IsIdentifierByte(char c);

}  // namespace gonogo

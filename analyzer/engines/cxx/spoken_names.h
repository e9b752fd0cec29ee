// SpokenNames: in which files, or in what they include, however indirectly, a name is spoken of: as
// a word of the scan, or, of a namespace, in what an #include names, be it in the tree or not.
// Worked out once for the names that words need, from each place that has the name to all that
// include it.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "analyzer/engines/cxx/clause_words.h"
#include "analyzer/engines/cxx/code_note.h"

namespace gonogo {

/// Marks the files of `open`, and all that include one of them, directly or not.
void MarkIncluding(std::vector<std::size_t> open,
                   std::span<const std::vector<std::size_t>> includers, std::vector<bool>& marked);

class SpokenNames {
 public:
  /// `includers` has for each note the notes that include it directly. All live on.
  SpokenNames(std::span<const CodeNote> notes, std::span<const ClauseWord> words,
              std::span<const std::vector<std::size_t>> includers);

  /// Whether a name that some word of some note needs is spoken of in the note or below it.
  bool Reaches(std::size_t note, std::string_view name) const;

 private:
  using Notes = std::vector<std::size_t>;

  void AddWords(std::span<const CodeNote> notes, std::span<const ClauseWord> words,
                std::map<std::string_view, Notes>& speakers) const;
  void AddIncludes(std::span<const CodeNote> notes, std::span<const ClauseWord> words,
                   std::map<std::string_view, Notes>& speakers) const;

  std::map<std::string_view, std::vector<bool>> reached_;  // by name, for each note
};

}  // namespace gonogo

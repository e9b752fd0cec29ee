// Triage: which files are parsed. A unit is, where a word of some rule stands in it, or in a header
// of the tree that it includes, however indirectly. A header is parsed on its own only where no
// unit includes it. Code of others is parsed only for what product code calls in it.
//
//   Triage triage(notes, words);
//   triage.AddWords(...);                  // of a wrapper that was found; repeat until none is new
//   for (std::size_t index : triage.TakeNew()) ...
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/engines/cxx/clause_words.h"
#include "analyzer/engines/cxx/code_note.h"
#include "analyzer/engines/cxx/include_index.h"
#include "analyzer/engines/cxx/spoken_names.h"

namespace gonogo {

/// One file's fate.
enum class TriageFate : std::uint8_t {
  kNoWord,      // nothing in it or its headers asks for it
  kOwnWord,     // parsed: `word` stands in it
  kHeaderWord,  // parsed: `word` stands in `through`, which it includes
  kWithUnit,    // a header: it is read as part of `through`
  kVendored,    // code of others that nothing parsed calls
  kHelper,      // parsed: it defines `through`, which a parsed file calls, and has `word`
  kFlow,        // parsed: what comes from outside reaches `through`, which it defines or calls
  kCalled,      // parsed: code of others whose header `through` a parsed unit includes
};

struct TriageReason {
  TriageFate fate = TriageFate::kNoWord;
  std::string word;
  std::string through;

  bool IsParsed() const {
    return fate == TriageFate::kOwnWord || fate == TriageFate::kHeaderWord ||
           fate == TriageFate::kHelper || fate == TriageFate::kFlow || fate == TriageFate::kCalled;
  }
};

/// "parsed: it has the word \"x\"", for --explain-triage.
std::string Describe(const TriageReason& reason);

/// Notes of one folder, by index, the end exclusive.
struct FolderRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

class Triage {
 public:
  /// `notes` are sorted by path and live on, as do `words`, which say what their numbers mean.
  Triage(std::span<const CodeNote> notes, std::span<const ClauseWord> words, unsigned threads = 1);

  /// Files, by index, in which a further word stands. Where `header` is not empty, only those that
  /// include it count.
  void AddWord(const std::string& word, std::string_view header,
               std::span<const std::size_t> files);

  /// A fact of the kind is known: files in which a word waits for it are asked for. False where
  /// there is none that is new.
  bool AddStated(std::string_view kind);

  /// A unit that includes a header which names a class, by whose methods it may use it.
  struct OpenUse {
    std::size_t unit = 0;
    std::size_t header = 0;
    std::uint32_t word = 0;
  };
  /// Those that nothing else asks for, by unit.
  std::vector<OpenUse> OpenUses() const;
  /// It does.
  void AddUse(const OpenUse& use);

  /// A file that only helps, because it defines a function that a parsed file calls.
  void AddHelper(std::size_t index, const std::string& function);
  /// Files that have a word, if only one that helps, and are not parsed yet.
  std::vector<std::size_t> Helpers() const;

  /// A file through which a text from outside goes, by a function that it defines or calls.
  void AddFlow(std::size_t index, const std::string& function);
  /// Whether something in the file opens paths, whatever else stands there.
  bool Opens(std::size_t index) const;
  /// Whether code of others in which no word stands that a rule asks for.
  bool IsForeign(std::size_t index) const;
  /// Whether the file may yet be asked for by itself: code of the tree's own, not parsed yet.
  bool IsLeft(std::size_t index) const;

  /// The files to parse that were not given out before, ascending.
  std::vector<std::size_t> TakeNew();

  /// Whether anything asks for any file.
  bool asks() const;
  const TriageReason& reason(std::size_t index) const { return reasons_[index]; }
  const IncludeIndex& includes() const { return includes_; }
  /// Indices of the files of the tree that this one includes directly.
  std::span<const std::size_t> included(std::size_t index) const { return included_[index]; }
  /// Of the files that include this one directly.
  std::span<const std::size_t> includers(std::size_t index) const { return includers_[index]; }
  /// Everything in the tree that it includes, directly or not, nearest first.
  std::vector<std::size_t> Closure(std::size_t index) const;
  /// For each file whether it includes this one, directly or not.
  std::vector<bool> Including(std::size_t index) const;
  /// The index of a path; the number of notes where there is none.
  std::size_t IndexOf(std::string_view path) const;

 private:
  /// The first word in the file that has the role and what it needs; null where there is none.
  const ClauseWord* WordIn(std::size_t index, WordRole most) const;
  const ClauseWord* SpreadingWordIn(std::size_t index) const;
  bool Spreads(const CodeNote& note, std::uint32_t number) const;
  bool HasNeeds(std::size_t index, const ClauseWord& word) const;
  void ResolveFolder(const FolderRange& folder);
  void MarkIfItRedials(std::size_t index);
  void Mark(std::size_t index, const std::string& word);
  void MarkUnit(std::size_t index, TriageReason reason);
  std::size_t FirstIncluder(std::size_t header) const;
  void SettleHeaders();
  void SettleVendored();

  std::span<const CodeNote> notes_;
  std::span<const ClauseWord> words_;
  IncludeIndex includes_;
  std::vector<std::vector<std::size_t>> included_;
  std::vector<std::vector<std::size_t>> includers_;
  std::optional<SpokenNames> spoken_;  // when all includes are known
  std::vector<TriageReason> reasons_;
  std::vector<bool> marked_;   // a word stands in it
  std::vector<bool> reached_;  // it includes one that is marked
  std::vector<bool> given_;
  std::vector<std::size_t> naming_;  // headers in which but classes stand that their users call
};

}  // namespace gonogo

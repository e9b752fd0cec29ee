#include "analyzer/engines/cxx/triage.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>
#include <unordered_map>
#include <utility>

#include "analyzer/base/ascii.h"
#include "analyzer/base/parallel_for.h"
#include "analyzer/base/quote.h"

namespace gonogo {
namespace {

std::string_view StemOf(std::string_view path) {
  const std::string_view name = NameOfPath(path);
  return name.substr(0, name.find('.'));
}

/// Notes are sorted by path, so those of a folder stand together, but for its subfolders between.
std::vector<FolderRange> FoldersOf(std::span<const CodeNote> notes) {
  std::vector<FolderRange> folders;
  std::string_view last;
  for (std::size_t index = 0; index < notes.size(); ++index) {
    const std::string_view folder = FolderOfPath(notes[index].path);
    if (folders.empty() || folder != last) folders.push_back({index, index});
    folders.back().end = index + 1;
    last = folder;
  }
  return folders;
}

bool IsOfOthers(const CodeNote& note) { return note.role == FileRole::kVendored; }

}  // namespace

std::string Describe(const TriageReason& reason) {
  switch (reason.fate) {
    case TriageFate::kNoWord:
      return "not parsed: no rule has a word in it";
    case TriageFate::kOwnWord:
      return fmt::format("parsed: it has the word \"{}\"", reason.word);
    case TriageFate::kHeaderWord:
      return fmt::format("parsed: it includes {}, which has the word \"{}\"", Quote(reason.through),
                         reason.word);
    case TriageFate::kWithUnit:
      return fmt::format("read with {}, which includes it", Quote(reason.through));
    case TriageFate::kVendored:
      return "not parsed: code of others, which no parsed file calls";
    case TriageFate::kHelper:
      return fmt::format(
          "parsed: it defines {}, which a parsed file calls, and has the word \"{}\"",
          Quote(reason.through), reason.word);
    case TriageFate::kFlow:
      return fmt::format("parsed: what comes from outside goes through {}, which it has",
                         Quote(reason.through));
    case TriageFate::kCalled:
      return fmt::format("parsed: code of others behind {}, which a parsed file includes",
                         Quote(reason.through));
  }
  return "";
}

Triage::Triage(std::span<const CodeNote> notes, std::span<const ClauseWord> words, unsigned threads)
    : notes_(notes),
      words_(words),
      includes_(notes),
      included_(notes.size()),
      includers_(notes.size()),
      reasons_(notes.size()),
      marked_(notes.size()),
      reached_(notes.size()),
      given_(notes.size()) {
  const std::vector<FolderRange> folders = FoldersOf(notes);
  ParallelFor(folders.size(), threads,
              [&](std::size_t index, unsigned /*worker*/) { ResolveFolder(folders[index]); });
  for (std::size_t index = 0; index < notes.size(); ++index) {
    for (const std::size_t target : included_[index]) includers_[target].push_back(index);
  }
  spoken_.emplace(notes, words, includers_);
  for (std::size_t index = 0; index < notes.size(); ++index) {
    const ClauseWord* const word = WordIn(index, WordRole::kAsks);
    if (word == nullptr) {
      MarkIfItRedials(index);
      continue;
    }
    const ClauseWord* const spread = SpreadingWordIn(index);
    const bool names = spread != nullptr && notes[index].is_header && !spread->calls.empty();
    if (names) naming_.push_back(index);
    if (spread != nullptr && !names) {
      Mark(index, spread->text);
    } else {
      marked_[index] = true;
      reasons_[index].word = word->text;
    }
  }
}

/// What connects through a library that no rule names, and sleeps, may do so until it succeeds.
void Triage::MarkIfItRedials(std::size_t index) {
  std::string through;
  if (notes_[index].is_header) {
    // Of a class whose methods stand in its header one unit tells.
    through = notes_[index].path;
    if (!notes_[index].redials || IsOfOthers(notes_[index])) return;
    index = FirstIncluder(index);
    if (index == notes_.size() || IsOfOthers(notes_[index])) return;
  } else if (!notes_[index].redials || IsOfOthers(notes_[index])) {
    return;
  }
  const CodeNote& note = notes_[index];
  const auto sleeps = [&](const ClauseWord& word) {
    return word.role == WordRole::kHelps && IsSleepWord(word.text);
  };
  const auto own = std::ranges::find_if(note.words, [&](std::uint32_t number) {
    return sleeps(words_[number]) && HasNeeds(index, words_[number]);
  });
  // A function of the program's own sleeps, if a rule asks for that.
  const auto any = std::ranges::find_if(words_, sleeps);
  if (own == note.words.end() && any == words_.end()) return;
  marked_[index] = true;
  const ClauseWord& word = own != note.words.end() ? words_[*own] : *any;
  const bool counts = note.counts_attempts && own == note.words.end();
  const TriageFate fate = through.empty() ? TriageFate::kOwnWord : TriageFate::kHeaderWord;
  MarkUnit(index, {fate, counts ? "retries" : word.text, through});
}

/// Files of one folder mean the same by the same words, and say much the same.
void Triage::ResolveFolder(const FolderRange& folder) {
  std::array<std::unordered_map<std::string_view, std::size_t>, 2> known;  // quoted, angled
  for (std::size_t index = folder.begin; index < folder.end; ++index) {
    const std::string_view path = notes_[index].path;
    for (const WrittenInclude& include : notes_[index].includes) {
      // A file never means itself, so of its own name it alone may mean another.
      const bool own_name = NameOfPath(include.spelled) == NameOfPath(path);
      auto& known_alike = known[include.angled ? 1 : 0];
      const auto known_target = known_alike.find(include.spelled);
      std::size_t target = notes_.size();
      if (!own_name && known_target != known_alike.end()) {
        target = known_target->second;
      } else {
        const ResolvedInclude resolved = includes_.Resolve(path, include);
        if (!resolved.path.empty()) target = resolved.index;
        if (!own_name) known_alike.try_emplace(include.spelled, target);
      }
      if (target != notes_.size()) included_[index].push_back(target);
    }
  }
}

bool Triage::IsForeign(std::size_t index) const {
  return IsOfOthers(notes_[index]) && WordIn(index, WordRole::kAsks) == nullptr;
}

const ClauseWord* Triage::WordIn(std::size_t index, WordRole most) const {
  for (const std::uint32_t number : notes_[index].words) {
    const ClauseWord& word = words_[number];
    if (word.role <= most && HasNeeds(index, word)) return &word;
  }
  return nullptr;
}

/// Whether a word of a note concerns whoever includes the file. A function that a header calls in a
/// body of its own is seen wherever the header is read; a type or a macro is its includers' matter.
bool Triage::Spreads(const CodeNote& note, std::uint32_t number) const {
  return !note.is_header || words_[number].place != WordPlace::kCall ||
         std::ranges::find(note.macro_words, number) != note.macro_words.end();
}

/// Likewise, of those that concern whoever includes the file; a class that its users have to call
/// only where no other does.
const ClauseWord* Triage::SpreadingWordIn(std::size_t index) const {
  const CodeNote& note = notes_[index];
  // A library's own header: who uses the library has a word of it.
  if (note.is_header && IsOfOthers(note)) return nullptr;
  const ClauseWord* called = nullptr;
  for (const std::uint32_t number : note.words) {
    const ClauseWord& word = words_[number];
    if (word.role != WordRole::kAsks || !HasNeeds(index, word) || !Spreads(note, number)) continue;
    if (word.calls.empty()) return &word;
    if (called == nullptr) called = &word;
  }
  return called;
}

std::vector<Triage::OpenUse> Triage::OpenUses() const {
  std::vector<OpenUse> uses;
  for (const std::size_t header : naming_) {
    const std::vector<bool> including = Including(header);
    for (const std::uint32_t number : notes_[header].words) {
      const ClauseWord& word = words_[number];
      if (word.calls.empty() || word.role != WordRole::kAsks) continue;
      for (std::size_t unit = 0; unit < notes_.size(); ++unit) {
        if (including[unit] && IsLeft(unit) && !reasons_[unit].IsParsed())
          uses.push_back({unit, header, number});
      }
    }
  }
  std::ranges::stable_sort(uses, {}, &OpenUse::unit);
  return uses;
}

void Triage::AddUse(const OpenUse& use) {
  MarkUnit(use.unit, {TriageFate::kHeaderWord, words_[use.word].text, notes_[use.header].path});
}

bool Triage::HasNeeds(std::size_t index, const ClauseWord& word) const {
  if (word.needs.empty()) return true;
  return std::ranges::any_of(
      word.needs, [&](const std::string& name) { return spoken_->Reaches(index, name); });
}

bool Triage::asks() const { return std::ranges::find(marked_, true) != marked_.end(); }

std::size_t Triage::IndexOf(std::string_view path) const {
  const auto at = std::ranges::lower_bound(notes_, path, {}, &CodeNote::path);
  const bool found = !path.empty() && at != notes_.end() && at->path == path;
  return found ? static_cast<std::size_t>(at - notes_.begin()) : notes_.size();
}

std::vector<std::size_t> Triage::Closure(std::size_t index) const {
  std::vector<std::size_t> closure;
  std::vector<bool> seen(notes_.size());
  seen[index] = true;
  std::deque<std::size_t> open = {index};
  while (!open.empty()) {
    const std::size_t at = open.front();
    open.pop_front();
    for (const std::size_t next : included_[at]) {
      if (seen[next]) continue;
      seen[next] = true;
      closure.push_back(next);
      open.push_back(next);
    }
  }
  return closure;
}

std::vector<bool> Triage::Including(std::size_t index) const {
  std::vector<bool> including(notes_.size());
  MarkIncluding(includers_[index], includers_, including);
  return including;
}

void Triage::MarkUnit(std::size_t index, TriageReason reason) {
  TriageReason& old = reasons_[index];
  if (!old.IsParsed() || (old.fate != TriageFate::kOwnWord && reason.fate == TriageFate::kOwnWord))
    old = std::move(reason);
}

/// The word stands in this file: every unit that includes it is asked for.
void Triage::Mark(std::size_t index, const std::string& word) {
  if (marked_[index]) return;
  marked_[index] = true;
  if (!notes_[index].is_header) MarkUnit(index, {TriageFate::kOwnWord, word, ""});
  std::vector<std::size_t> open = {index};
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    for (const std::size_t next : includers_[at]) {
      // What includes a file that was reached before was reached then.
      if (reached_[next]) continue;
      reached_[next] = true;
      if (!notes_[next].is_header)
        MarkUnit(next, {TriageFate::kHeaderWord, word, notes_[index].path});
      open.push_back(next);
    }
  }
  // Who it is read with is settled when all words are known.
  if (notes_[index].is_header && !reasons_[index].IsParsed()) reasons_[index].word = word;
}

void Triage::AddWord(const std::string& word, std::string_view header,
                     std::span<const std::size_t> files) {
  const std::size_t declares = IndexOf(header);
  const std::vector<bool> including =
      declares == notes_.size() ? std::vector<bool>(notes_.size(), true) : Including(declares);
  for (const std::size_t index : files) {
    // It declares the word, which asks for nothing.
    if (index != declares && including[index]) Mark(index, word);
  }
}

bool Triage::AddStated(std::string_view kind) {
  bool found = false;
  for (std::size_t index = 0; index < notes_.size(); ++index) {
    for (const std::uint32_t number : notes_[index].words) {
      const ClauseWord& word = words_[number];
      if (word.role != WordRole::kLater || marked_[index] || !HasNeeds(index, word)) continue;
      if (std::ranges::find(word.after, kind) == word.after.end()) continue;
      Mark(index, word.text);
      found = true;
    }
  }
  return found;
}

std::vector<std::size_t> Triage::Helpers() const {
  std::vector<std::size_t> helpers;
  for (std::size_t index = 0; index < notes_.size(); ++index) {
    if (IsLeft(index) && WordIn(index, WordRole::kHelps) != nullptr) helpers.push_back(index);
  }
  return helpers;
}

void Triage::AddHelper(std::size_t index, const std::string& function) {
  MarkUnit(index, {TriageFate::kHelper, WordIn(index, WordRole::kHelps)->text, function});
}

void Triage::AddFlow(std::size_t index, const std::string& function) {
  MarkUnit(index, {TriageFate::kFlow, "", function});
}

bool Triage::Opens(std::size_t index) const {
  return std::ranges::any_of(notes_[index].words,
                             [&](std::uint32_t number) { return words_[number].opens; });
}

bool Triage::IsLeft(std::size_t index) const {
  return !given_[index] && !notes_[index].is_header && !IsOfOthers(notes_[index]);
}

/// The first unit of the tree's own that includes a header, directly or not; the number of notes
/// where there is none.
std::size_t Triage::FirstIncluder(std::size_t header) const {
  std::size_t first = notes_.size();
  std::vector<bool> seen(notes_.size());
  std::vector<std::size_t> open = {header};
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    for (const std::size_t next : includers_[at]) {
      if (seen[next] || IsOfOthers(notes_[next])) continue;
      seen[next] = true;
      if (!notes_[next].is_header) first = std::min(first, next);
      open.push_back(next);
    }
  }
  return first;
}

/// A header that has a word is read with the first unit that includes it and is parsed, else with
/// the first that includes it, or alone.
void Triage::SettleHeaders() {
  std::vector<std::size_t> reader(notes_.size(), notes_.size());
  const auto read = [&](std::size_t unit) {
    for (const std::size_t header : Closure(unit)) reader[header] = std::min(reader[header], unit);
  };
  for (std::size_t index = 0; index < notes_.size(); ++index) {
    if (!notes_[index].is_header && reasons_[index].IsParsed() && !IsOfOthers(notes_[index]))
      read(index);
  }
  for (std::size_t index = 0; index < notes_.size(); ++index) {
    if (!notes_[index].is_header || !marked_[index] || IsOfOthers(notes_[index])) continue;
    const std::size_t unit = reader[index] == notes_.size() ? FirstIncluder(index) : notes_.size();
    if (unit == notes_.size()) continue;
    MarkUnit(unit, {TriageFate::kHeaderWord, reasons_[index].word, notes_[index].path});
    read(unit);
  }
  for (std::size_t index = 0; index < notes_.size(); ++index) {
    if (!notes_[index].is_header || reasons_[index].IsParsed()) continue;
    if (reader[index] != notes_.size()) {
      reasons_[index] = {TriageFate::kWithUnit, "", notes_[reader[index]].path};
    } else if (marked_[index]) {
      reasons_[index] = {TriageFate::kOwnWord, reasons_[index].word, ""};
    }
  }
}

/// Code of others that has a word is parsed where a unit of the tree's own includes its header.
void Triage::SettleVendored() {
  for (std::size_t index = 0; index < notes_.size(); ++index) {
    TriageReason& reason = reasons_[index];
    if (!IsOfOthers(notes_[index]) || reason.fate == TriageFate::kNoWord || given_[index]) continue;
    if (notes_[index].is_header) {
      if (reason.fate == TriageFate::kOwnWord) reason = {TriageFate::kVendored, "", ""};
      continue;
    }
    const std::string word = reason.word;
    reason = {TriageFate::kVendored, word, ""};
    for (const std::size_t header : included_[index]) {
      const bool own = StemOf(notes_[header].path) == StemOf(notes_[index].path);
      if (!own || reasons_[header].fate != TriageFate::kWithUnit) continue;
      reason = {TriageFate::kCalled, word, notes_[header].path};
      break;
    }
  }
}

std::vector<std::size_t> Triage::TakeNew() {
  SettleHeaders();
  SettleVendored();
  std::vector<std::size_t> taken;
  for (std::size_t index = 0; index < notes_.size(); ++index) {
    if (!reasons_[index].IsParsed() || given_[index]) continue;
    given_[index] = true;
    taken.push_back(index);
  }
  return taken;
}

}  // namespace gonogo

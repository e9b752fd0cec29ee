#include "analyzer/engines/cxx/spoken_names.h"

#include <bitset>
#include <string>
#include <unordered_map>
#include <utility>

namespace gonogo {
namespace {

/// Names by their first two bytes, so that a text is gone over once for all of them.
class NamesByStart {
 public:
  void Add(std::string_view name) {
    if (name.size() < 2) return;
    names_[name.substr(0, 2)].push_back(name);
    starts_.set(StartAt(name, 0));
  }

  bool empty() const { return names_.empty(); }

  /// Whether it is worth asking.
  bool MayBeIn(std::string_view text) const {
    for (std::size_t at = 0; at + 2 <= text.size(); ++at) {
      if (starts_.test(StartAt(text, at))) return true;
    }
    return false;
  }

  std::vector<std::string_view> In(std::string_view text) const {
    std::vector<std::string_view> found;
    for (std::size_t at = 0; at + 2 <= text.size(); ++at) {
      if (!starts_.test(StartAt(text, at))) continue;
      const auto names = names_.find(text.substr(at, 2));
      for (const std::string_view name : names->second) {
        if (text.substr(at).starts_with(name)) found.push_back(name);
      }
    }
    return found;
  }

 private:
  static std::size_t StartAt(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]) * 256U + static_cast<unsigned char>(text[at + 1]);
  }

  std::unordered_map<std::string_view, std::vector<std::string_view>> names_;
  std::bitset<65536> starts_;
};

}  // namespace

void MarkIncluding(std::vector<std::size_t> open,
                   std::span<const std::vector<std::size_t>> includers, std::vector<bool>& marked) {
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    if (marked[at]) continue;
    marked[at] = true;
    open.insert(open.end(), includers[at].begin(), includers[at].end());
  }
}

SpokenNames::SpokenNames(std::span<const CodeNote> notes, std::span<const ClauseWord> words,
                         std::span<const std::vector<std::size_t>> includers) {
  std::vector<bool> stands(words.size());
  for (const CodeNote& note : notes) {
    for (const std::uint32_t word : note.words) stands[word] = true;
  }
  for (std::size_t word = 0; word < words.size(); ++word) {
    if (!stands[word]) continue;
    for (const std::string& name : words[word].needs) reached_[name].resize(notes.size());
  }
  if (reached_.empty()) return;
  std::map<std::string_view, Notes> speakers;
  AddWords(notes, words, speakers);
  AddIncludes(notes, words, speakers);
  for (auto& [name, notes_of_name] : speakers)
    MarkIncluding(std::move(notes_of_name), includers, reached_[name]);
}

void SpokenNames::AddWords(std::span<const CodeNote> notes, std::span<const ClauseWord> words,
                           std::map<std::string_view, Notes>& speakers) const {
  std::vector<Notes*> of_word(words.size());
  for (std::size_t word = 0; word < words.size(); ++word) {
    if (reached_.contains(words[word].text)) of_word[word] = &speakers[words[word].text];
  }
  for (std::size_t note = 0; note < notes.size(); ++note) {
    for (const std::uint32_t word : notes[note].words) {
      if (of_word[word] != nullptr) of_word[word]->push_back(note);
    }
  }
}

/// Headers are named after libraries, which are namespaces; not after functions.
void SpokenNames::AddIncludes(std::span<const CodeNote> notes, std::span<const ClauseWord> words,
                              std::map<std::string_view, Notes>& speakers) const {
  NamesByStart names;
  for (const ClauseWord& word : words) {
    if (word.place == WordPlace::kScope && reached_.contains(word.text)) names.Add(word.text);
  }
  if (names.empty()) return;
  // Most files of a tree include the same.
  std::unordered_map<std::string_view, std::vector<Notes*>> named;
  for (std::size_t note = 0; note < notes.size(); ++note) {
    for (const WrittenInclude& include : notes[note].includes) {
      if (!names.MayBeIn(include.spelled)) continue;
      const auto [known, is_new] = named.try_emplace(include.spelled);
      if (is_new) {
        for (const std::string_view name : names.In(include.spelled))
          known->second.push_back(&speakers[name]);
      }
      for (Notes* const speakers_of_name : known->second) speakers_of_name->push_back(note);
    }
  }
}

bool SpokenNames::Reaches(std::size_t note, std::string_view name) const {
  const auto known = reached_.find(name);
  return known != reached_.end() && known->second[note];
}

}  // namespace gonogo

// ClauseMatcher: one text clause of one rule, ready to run. It is immutable but
// for its regexes, which are compiled when they are first needed, once for all
// threads. It knows nothing of picking: given a text and windows, it finds
// every match and decides on each, in this order: require, unless, min_length,
// allow, placeholders, entropy, validator.
#pragma once

#include <re2/re2.h>

#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/engines/engine.h"
#include "analyzer/engines/text/literals.h"
#include "analyzer/engines/text/needed_parts.h"
#include "analyzer/engines/text/secret_formats.h"
#include "analyzer/engines/text/windows.h"
#include "analyzer/walk/gitignore.h"

namespace gonogo {

/// The text of a file, or what a run in it decodes to.
struct SearchedText {
  std::string_view text;
  const SearchedText* outer = nullptr;  // the text in which the encoded run
                                        // stands; null for the file itself
  ByteRange run = {};                   // there
  ByteRange place = {};                 // in the file
  Codec codec = Codec::kBase64;
  const SourceFile* file = nullptr;
};

class LazyRegex {
 public:
  explicit LazyRegex(std::string_view pattern) : pattern_(pattern) {}
  bool empty() const { return pattern_.empty(); }
  const RE2& Get() const;

 private:
  std::string_view pattern_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<RE2> regex_;
};

class ClauseMatcher {
 public:
  explicit ClauseMatcher(const ClauseOfRule& clause);

  const Rule& rule() const { return *rule_; }
  const TextClause& clause() const { return clause_; }
  bool Fits(const SourceFile& file) const;
  /// False where the regex cannot match in `text`, known without compiling it.
  bool CanMatchIn(std::string_view text) const;

  /// False where the limits of work were met, so that the rest was not looked
  /// at.
  bool Search(const SearchedText& searched, std::span<const Window> windows,
              EngineOutput& output) const;

 private:
  struct Groups {
    int at = 0;  // 0: the whole match
    int secret = 0;
    int count = 1;  // submatches to ask for
    std::vector<std::pair<int, std::string_view>> named;
  };
  struct Candidate;
  struct Decision;

  const Groups& GroupsOf(const RE2& regex) const;
  bool SearchNames(const SearchedText& searched, std::span<const Window> windows,
                   EngineOutput& output) const;
  Candidate MakeCandidate(const SearchedText& searched,
                          std::span<const re2::StringPiece> found) const;
  void Decide(const SearchedText& searched, Candidate&& candidate, Decision& decision,
              EngineOutput& output) const;
  std::string WhyNot(const SearchedText& searched, const Candidate& candidate,
                     Decision& decision) const;
  std::string WhyNotSecret(const Candidate& candidate) const;
  bool RequireHolds(const SearchedText& searched) const;
  bool UnlessHolds(const SearchedText& searched, ByteRange range, Decision& decision) const;
  const Grade* GradeOf(Proof proof) const;

  const Rule* rule_;
  const MatchAlternative& alternative_;
  const FileFilter& files_;
  const TextClause& clause_;
  const SecretFormat* format_;
  std::optional<GitIgnore> paths_;
  LazyRegex regex_, unless_, require_;
  std::vector<std::unique_ptr<LazyRegex>> allow_;
  mutable std::once_flag groups_once_, parts_once_;
  mutable Groups groups_;
  mutable NeededParts parts_;
};

}  // namespace gonogo

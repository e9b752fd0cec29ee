#include "analyzer/engines/config/regex_store.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <utility>

#include "analyzer/engines/text/regex_options.h"

namespace gonogo {

std::uint64_t RegexStore::NextNumber() {
  static std::atomic<std::uint64_t> next = 1;
  return next++;
}

/// Each thread remembers the rows of the patterns that it was last asked for, by where they lie.
RegexStore::Row& RegexStore::RowOf(std::string_view pattern) const {
  struct Known {
    std::uint64_t store = 0;
    std::string_view pattern;
    Row* row = nullptr;
  };
  thread_local std::array<Known, 1024> known_rows;
  const auto place = reinterpret_cast<std::uintptr_t>(pattern.data());
  Known& known = known_rows[(place ^ place >> 10) % known_rows.size()];
  const bool same = known.store == number_ && known.pattern.data() == pattern.data() &&
                    known.pattern.size() == pattern.size();
  if (!same) known = {number_, pattern, &SharedRowOf(pattern)};
  return *known.row;
}

RegexStore::Row& RegexStore::SharedRowOf(std::string_view pattern) const {
  {
    const std::shared_lock reading(mutex_);
    const auto known = rows_.find(pattern);
    if (known != rows_.end()) return *known->second;
  }
  auto row = std::make_unique<Row>();
  row->needed = NeededParts(pattern);
  const std::unique_lock writing(mutex_);
  return *rows_.try_emplace(pattern, std::move(row)).first->second;
}

const RE2& RegexStore::RegexOf(Row& row, std::string_view pattern) {
  std::call_once(row.once, [&] {
    row.regex = std::make_unique<RE2>(RulePattern(pattern), RuleRegexOptions());
  });
  return *row.regex;
}

const RE2& RegexStore::Get(std::string_view pattern) const {
  return RegexOf(RowOf(pattern), pattern);
}

bool RegexStore::Matches(std::string_view pattern, std::string_view text) const {
  Row& row = RowOf(pattern);
  if (!row.needed.AreIn(text)) return false;
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), RegexOf(row, pattern));
}

bool RegexStore::MatchesBeside(std::string_view pattern, std::string_view text, char mark) const {
  Row& row = RowOf(pattern);
  if (!row.needed.AreIn(text)) return false;
  re2::StringPiece match;
  return RegexOf(row, pattern)
             .Match(re2::StringPiece(text.data(), text.size()), 0, text.size(), RE2::UNANCHORED,
                    &match, 1) &&
         !match.empty() && match.find(mark) == match.npos;
}

}  // namespace gonogo

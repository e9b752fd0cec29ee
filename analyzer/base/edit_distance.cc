#include "analyzer/base/edit_distance.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analyzer/base/ascii.h"

namespace gonogo {
namespace {

constexpr std::size_t kLongest = 64;

/// A third of the word may be wrong, but at least one letter.
std::size_t Tolerance(std::string_view word) { return std::max<std::size_t>(1, word.size() / 3); }

/// A word that begins with all of the other is alike whatever its length: "secret" and
/// "secret-in-url".
bool Extends(std::string_view word, std::string_view option) {
  return word.size() >= 4 && option.starts_with(word);
}

}  // namespace

std::size_t EditDistance(std::string_view a, std::string_view b) {
  if (a.size() > kLongest || b.size() > kLongest) return std::max(a.size(), b.size());
  // Three rows of the table of prefixes: the one being filled, the one before, the one before that.
  std::array<std::array<std::size_t, kLongest + 1>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& before = rows[(i + 2) % 3];
    const auto& before_that = rows[(i + 1) % 3];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const char x = LowerCase(a[i - 1]), y = LowerCase(b[j - 1]);
      row[j] = std::min({before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y)});
      const bool swapped = i > 1 && j > 1 && x == LowerCase(b[j - 2]) && LowerCase(a[i - 2]) == y;
      if (swapped) row[j] = std::min(row[j], before_that[j - 2] + 1);
    }
  }
  return rows[a.size() % 3][b.size()];
}

std::vector<std::string_view> SimilarWords(std::string_view word,
                                           std::span<const std::string_view> options,
                                           std::size_t count) {
  std::vector<std::pair<std::size_t, std::size_t>>
      alike;  // distance and index, so that equal ones keep their order
  for (std::size_t i = 0; i < options.size(); ++i) {
    const std::size_t distance = EditDistance(word, options[i]);
    if (distance <= Tolerance(word) || Extends(word, options[i])) alike.emplace_back(distance, i);
  }
  std::sort(alike.begin(), alike.end());
  std::vector<std::string_view> best;
  for (std::size_t i = 0; i < std::min(count, alike.size()); ++i)
    best.push_back(options[alike[i].second]);
  return best;
}

std::string DidYouMean(std::string_view word, std::span<const std::string_view> options) {
  const auto similar = SimilarWords(word, options, 1);
  if (similar.empty()) return "";
  return "; did you mean \"" + std::string(similar[0]) + "\"?";
}

}  // namespace gonogo

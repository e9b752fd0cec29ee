#include "analyzer/engines/text/assignment/test_signs.h"

#include <algorithm>
#include <string>
#include <vector>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/text/assignment/evidence.h"
#include "analyzer/engines/text/assignment/refusal.h"
#include "analyzer/engines/text/assignment/secret_name.h"

namespace gonogo {
namespace {

/// `exec("hash", "generate", "--password=pw-1")`: what a test has hashed.
bool IsHashedInLine(const Evidence& e) {
  return e.role == FileRole::kTest && !IsGivenInConfig(e) && !IsValueRandom(e) &&
         HoldsWholeWord(LowerCase(e.before), "hash");
}

}  // namespace

bool IsRefused(const Evidence& e) {
  if (e.role == FileRole::kTest && !IsValueRandom(e) && NamesNobody(e.before)) return true;
  if (e.role == FileRole::kTest && IsOfFailingRow(e.rest_of_test)) return true;
  return AnnouncesRefusal(e.lines_before) || NamesRefusal(e.begin_of_test) ||
         (!IsValueRandom(e) && ExpectsRefusal(e.rest_of_test));
}

bool IsExpected(const Evidence& e) {
  if (e.role != FileRole::kTest || IsGivenInConfig(e) || IsValueRandom(e)) return false;
  const std::string line = LowerCase(e.rest_of_test.substr(0, e.rest_of_test.find('\n')));
  if (line.contains("shouldbecalled") || line.contains("willreturn")) return true;
  const std::string_view name = e.given.assignment.name;
  if (ComparesWhatIsGiven(e.rest_of_test, name.substr(name.find_last_of(".>") + 1))) return true;
  return IsAssertion(e.before) || IsExpectedBelow(e.rest_of_test, e.given.assignment.text);
}

bool IsCompared(const Evidence& e) {
  return e.role == FileRole::kTest && !IsGivenInConfig(e) && !IsValueRandom(e) &&
         IsComparedWith(e.before);
}

bool IsPartOfExpected(const Evidence& e) {
  return e.role == FileRole::kTest && !IsGivenInConfig(e) && !IsValueRandom(e) && e.expected;
}

bool IsToBeHidden(const Evidence& e) {
  return e.role == FileRole::kTest && !IsGivenInConfig(e) && HidesSecrets(e.rest_of_test);
}

bool IsForm(const Evidence& e) {
  const bool password = e.given.sort == ValueSort::kPassword;
  if (e.of_forms && (password || !IsValueRandom(e))) return true;
  return !IsGivenInConfig(e) && (NamesForms(e.begin_of_test) || IsHashedInLine(e));
}

bool IsUuidOfMessage(const Evidence& e) {
  return e.role == FileRole::kTest && e.given.shape.uuid && e.given.assignment.name == "token" &&
         e.before.ends_with('"');
}

bool IsOldOrNew(const Evidence& e) {
  const std::string lower = LowerCase(e.given.assignment.text);
  const std::string_view rest =
      std::string_view(lower).substr(std::min<std::size_t>(3, lower.size()));
  return e.role == FileRole::kTest && (lower.starts_with("old") || lower.starts_with("new")) &&
         std::ranges::all_of(rest, IsDigit);
}

bool IsIdOfTest(const Evidence& e) {
  const std::string_view value = e.given.assignment.text;
  const std::size_t bar = value.find('_');
  if (e.role != FileRole::kTest || IsGivenInConfig(e) || !e.name.ends_with("token")) return false;
  if (bar == value.npos || bar < 1 || bar > 5 || value.size() - bar > 11) return false;
  const auto plain = [](char c) { return IsLetter(c) || IsDigit(c) || c == '_'; };
  return IsLetter(value.front()) && std::ranges::all_of(value.substr(0, bar), plain) &&
         std::ranges::all_of(value.substr(bar + 1), plain);
}

bool IsOfSort(const Evidence& e) {
  constexpr std::string_view kSorts[] = {"strong", "long",   "short",   "complex", "special",
                                         "common", "simple", "numeric", "unsafe",  "insecure"};
  if (e.role != FileRole::kTest || IsGivenInConfig(e)) return false;
  const std::vector<std::string> words = WordsOf(e.given.assignment.name);
  const auto sort = [&](std::string_view word) {
    return std::ranges::find(kSorts, word) != std::end(kSorts);
  };
  return words.size() > 1 && (sort(words.front()) || sort(WordBeforeName(e)));
}

bool IsSampleOfManual(const Evidence& e) {
  return e.role == FileRole::kTest && SaysWhereItIsFrom(e.lines_before);
}

}  // namespace gonogo

#include "analyzer/engines/text/assignment/repeated_name.h"

#include <algorithm>
#include <string>
#include <vector>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/text/assignment/secret_name.h"

namespace gonogo {
namespace {

constexpr std::size_t kShortest = 4;

bool IsAlnum(char c) { return IsLetter(c) || IsDigit(c); }

std::string LettersAndDigits(std::string_view text) {
  std::string kept;
  for (const char c : text) {
    if (IsAlnum(c)) kept += LowerCase(c);
  }
  return kept;
}

/// `hmac-key-v2` as `hmac-key`, `password1` as `password`.
std::string_view WithoutVersion(std::string_view name) {
  const std::size_t digits = name.find_last_not_of("0123456789") + 1;
  if (digits == name.size() || name.size() - digits > 2) return name;
  name = name.substr(0, digits);
  if (name.ends_with("-v") || name.ends_with("_v")) name.remove_suffix(2);
  return name;
}

}  // namespace

bool RepeatsName(std::string_view value, std::string_view name) {
  // WIDGET_ID_PASSWORD = "10300-password": which one, and how it is called.
  const std::size_t counted = value.find_first_not_of("0123456789");
  if (counted > 1 && counted < value.size() && (value[counted] == '-' || value[counted] == '_'))
    value.remove_prefix(counted + 1);
  // "SECRET:shop-site:1:db.password" for db.password: the place in a store of secrets.
  if (name.size() >= 6 && value.size() > name.size() && value.ends_with(name) &&
      std::string_view(":/.").contains(value[value.size() - name.size() - 1]))
    return true;
  // SERVER_SECRET='key_SERVER_SECRET'
  const bool constant = name.size() >= 8 && name.contains('_') && value.size() > name.size();
  if (constant && value.ends_with(name)) return true;
  // ("smtp.password", "SHOP_smtp_PASSWORD"): the variable from which a setting is taken.
  const bool variable = value.contains('_') && IsUpper(value.front()) && IsUpper(value.back());
  if (variable && name.size() >= 8 && std::ranges::none_of(value, IsDigit) &&
      LettersAndDigits(value).ends_with(LettersAndDigits(name)))
    return true;
  const std::string whole = LettersAndDigits(WithoutVersion(value));
  if (value.size() > kShortest && IsDigit(value.back()) && !IsDigit(value[value.size() - 2]))
    value.remove_suffix(1);
  const std::string short_value = LettersAndDigits(value);
  if (IsAlnum(value.back()) && IsLetter(value.front()) && whole.size() >= kShortest * 2 &&
      LettersAndDigits(WithoutVersion(name)).ends_with(whole))
    return true;
  const std::string short_name =
      LettersAndDigits(WordsOf(name).empty() ? "" : WordsOf(name).back());
  const bool goes_on = value.find_first_of("_-") == short_name.size() &&
                       short_name.size() >= kShortest && short_value.starts_with(short_name);
  if (goes_on && std::ranges::none_of(value, IsDigit)) return true;
  if (short_value.size() + 2 < value.size()) return false;
  return short_value.size() >= kShortest && LettersAndDigits(name).ends_with(short_value) &&
         (value.back() == '_' || IsAlnum(value.back()));
}

bool RepeatsNameWithNumber(std::string_view value, std::string_view name) {
  const std::size_t digits = value.find_last_not_of("0123456789") + 1;
  if (digits == value.size() || value.size() - digits > 4) return false;
  const std::string said = LettersAndDigits(value.substr(0, digits));
  const std::string own = LettersAndDigits(name);
  const bool part = said.size() >= 8 && own.ends_with(said);
  return own.size() >= 6 && (said == own || said == "test" + own || part);
}

bool IsMadeOfName(std::string_view value, std::string_view name, const ValueShape& shape) {
  if (shape.digits > 0) return false;
  const std::vector<std::string> words = WordsOf(value);
  const std::vector<std::string> names = WordsOf(name);
  const auto known = [&](const std::string& word) {
    return std::ranges::any_of(names, [&](const std::string& other) {
      const bool longer = other.size() >= 4 && word.starts_with(other);
      return other == word || longer ||
             (word.size() > 8 && other.substr(0, 8) == word.substr(0, 8));
    });
  };
  return words.size() >= 2 && std::ranges::all_of(words, known);
}

}  // namespace gonogo

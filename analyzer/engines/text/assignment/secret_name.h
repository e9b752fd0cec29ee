// SecretName: does an identifier name a secret? It is split into words (camelCase, snake_case,
// kebab-case, dotted); its last words must be one of a rule's names, and the words around them must
// not turn the meaning: `password` and `db_password_2` do, `password_field`, `reset_password`,
// `has_token` do not.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

/// Lower-case words of an identifier; digits stay with the word before them unless they stand
/// alone.
std::vector<std::string> WordsOf(std::string_view identifier);

enum class NameAnswer : std::uint8_t {
  kSecret,     // names a secret
  kNearMiss,   // holds such a word and means something else
  kUnrelated,  // does not end in any of the names
};

struct NameJudgement {
  NameAnswer answer = NameAnswer::kUnrelated;
  std::string_view name;  // which of the rule's names
  std::string word;       // of a near miss: the word that turns the meaning
};

/// `names` are lower-case words separated by single blanks: "password", "api key".
NameJudgement JudgeName(std::string_view identifier, std::span<const std::string_view> names);

/// The spellings in which a name is looked for in raw bytes: "api key" -> apikey, api_key, api-key,
/// api.key, "api key".
std::vector<std::string> KeywordSpellings(std::string_view name);

}  // namespace gonogo

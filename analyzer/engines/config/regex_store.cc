#include "analyzer/engines/config/regex_store.h"

#include "analyzer/engines/text/regex_options.h"

namespace gonogo {

const RE2& RegexStore::Get(std::string_view pattern) const {
  {
    const std::shared_lock reading(mutex_);
    const auto known = regexes_.find(pattern);
    if (known != regexes_.end()) return *known->second;
  }
  auto compiled = std::make_unique<RE2>(RulePattern(pattern), RuleRegexOptions());
  const std::unique_lock writing(mutex_);
  return *regexes_.try_emplace(pattern, std::move(compiled)).first->second;
}

bool RegexStore::Matches(std::string_view pattern, std::string_view text) const {
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), Get(pattern));
}

}  // namespace gonogo
